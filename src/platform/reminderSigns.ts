// What the browser shows of a reminder: a number on the toolbar's button, and a notification that says nothing of what it
// is about. Both are seen by whoever looks at the screen.
import { browser } from "./browser.ts";
import { extensionUrl } from "./runtime.ts";

const alarm = "reminders";
const notification = "reminders";

/** Calls `listener` every hour: a computer that slept through midnight is told in time. */
export function onReminderTime(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) listener();
  });
}

/** To be called whenever the service worker starts: the browser keeps one alarm of a name. */
export async function setReminderTime(): Promise<void> {
  if (!(await browser.alarms.get(alarm))) await browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: 60 });
}

export async function showBadge(count: number, title: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: "#9c2314" });
  await browser.action.setBadgeText({ text: count === 0 ? "" : count > 99 ? "99+" : String(count) });
  await browser.action.setTitle({ title: count === 0 ? "" : title });
}

/** @param reminderId the only one that it is about, so that a click leads there; null: several. Nobody sees it. */
export async function notify(title: string, message: string, reminderId: string | null): Promise<void> {
  // One at a time: yesterday's says nothing any more.
  await clearNotifications();
  await browser.notifications.create(reminderId === null ? notification : `${notification}:${reminderId}`, { type: "basic", iconUrl: extensionUrl("icons/128.png"), title, message });
}

/** Nothing is due any more, since nothing is kept. */
export async function clearSigns(): Promise<void> {
  await showBadge(0, "");
  await clearNotifications();
}

async function clearNotifications(): Promise<void> {
  for (const id of Object.keys(await browser.notifications.getAll())) if (aboutOf(id) !== undefined) await browser.notifications.clear(id);
}

/** @param listener gets the only reminder that it was about; null: several */
export function onNotificationClicked(listener: (reminderId: string | null) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    const about = aboutOf(id);
    if (about === undefined) return;
    void browser.notifications.clear(id);
    listener(about);
  });
}

/** undefined: not one of these notifications. */
function aboutOf(id: string): string | null | undefined {
  if (id === notification) return null;
  const [name, reminderId] = id.split(":");
  return name === notification && reminderId !== undefined && /^[0-9a-f]{32}$/.test(reminderId) ? reminderId : undefined;
}

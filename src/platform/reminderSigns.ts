// What the browser shows of a reminder: a number on the toolbar's button, and a notification that says nothing of what it
// is about. Both are seen by whoever looks at the screen.
import { browser } from "./browser.ts";
import { extensionUrl } from "./runtime.ts";

const alarm = "reminders";
const notification = "reminders";

/** Calls `listener` every hour and when the browser starts: a computer that slept through midnight is told in time. */
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

export async function notify(title: string, message: string): Promise<void> {
  await browser.notifications.create(notification, { type: "basic", iconUrl: extensionUrl("icons/128.png"), title, message });
}

export function onNotificationClicked(listener: () => void): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id !== notification) return;
    void browser.notifications.clear(id);
    listener();
  });
}

// Reminders work while the vault is locked: it keeps a random name and a day outside the encryption. What they are about is
// seen only in the open vault, so the notification and the badge say no more than that a day has come.
import { dayInTbilisi } from "../consent/calendar/day.ts";
import { format, loadCatalogue } from "../i18n/catalogue.ts";
import { homePage } from "../platform/pages.ts";
import { portFromServiceWorker } from "../platform/portBroker/broker.ts";
import { notify, onNotificationClicked, onReminderTime, setReminderTime, showBadge } from "../platform/reminderSigns.ts";
import { readRemindedDay, writeRemindedDay } from "../platform/remindedDay.ts";
import { extensionUrl, onStartup } from "../platform/runtime.ts";
import { readSettings } from "../platform/settings.ts";
import { showPage } from "../platform/tabs.ts";
import { openVault } from "../vault/client.ts";

/** To be called in the service worker's first turn. */
export function watchReminders(): void {
  const look = (): void => void remind(Date.now()).catch(() => undefined);
  onReminderTime(look);
  // A browser that ends forgets its badges, and its hourly alarm may be an hour away.
  onStartup(look);
  onNotificationClicked((reminderId) => void showPage(`${extensionUrl(homePage)}#data/${reminderId === null ? "requests" : `due/${reminderId}`}`).catch(() => undefined));
  void setReminderTime().catch(() => undefined);
}

/** Counts what is due on the badge; notifies once a day. @param now milliseconds since the epoch */
async function remind(now: number): Promise<void> {
  const today = dayInTbilisi(now);
  const vault = openVault(() => portFromServiceWorker("vault"));
  try {
    const due = (await vault.reminders.list()).filter(({ day }) => day <= today);
    const { language } = await readSettings();
    const catalogue = await loadCatalogue(extensionUrl(""), language ?? "ka");
    await showBadge(due.length, format(catalogue, "data_reminder_badge", { COUNT: due.length }));
    const [first, second] = due;
    if (!first || (await readRemindedDay()) === today) return;
    await notify(format(catalogue, "data_reminder_title"), format(catalogue, "data_reminder_text"), second ? null : first.reminderId);
    await writeRemindedDay(today);
  } finally {
    vault.close();
  }
}

import { useEffect, useRef } from "preact/hooks";
import type { Day } from "../../consent/calendar/day.ts";
import { dueDays, listed } from "../../consent/view/reminders.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { type CardEnds, cardReminders } from "../../personal/cardEnds.ts";
import { showBadge } from "../../platform/reminderSigns.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import type { Book } from "./book.ts";

/**
 * Keeps the vault's reminders in step with the records: they lie outside the encryption, so that a locked vault can remind,
 * and hold nothing but a random name and a day. There are no others: what belongs to a record that was removed goes with it. The end of a card is among them.
 */
export function useReminders(book: (Pick<Book, "tracked" | "rows" | "today"> & { readonly cardEnds: CardEnds | null }) | null): void {
  const { t } = useTexts();
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (!book) return undefined;
    const { tracked, rows, today, cardEnds } = book;
    // Nobody waits for it: the person sees the records first.
    const later = requestIdleCallback(() => {
      const wanted = [...dueDays(tracked, rows, today), ...cardReminders(cardEnds, today)];
      const text = listed(wanted);
      if (text === last.current) return;
      last.current = text;
      keepInStep(wanted, today, (count) => t("data_reminder_badge", { COUNT: count })).catch(() => (last.current = null));
    }, { timeout: 2_000 });
    return () => cancelIdleCallback(later);
  }, [book?.tracked, book?.rows, book?.today, book?.cardEnds]);
}

async function keepInStep(wanted: ReturnType<typeof dueDays>, today: Day, titleOf: (count: number) => string): Promise<void> {
  const { reminders } = vaultOfPage();
  const stored = new Map((await reminders.list()).map(({ reminderId, day }) => [reminderId, day]));
  const names = new Set(wanted.map(({ reminderId }) => reminderId));
  const set = wanted.filter(({ reminderId, day }) => stored.get(reminderId) !== day);
  const remove = [...stored.keys()].filter((reminderId) => !names.has(reminderId));
  // One write: each is on the disk when it resolves, and thousands of them would keep everybody else waiting.
  if (set.length + remove.length > 0) await reminders.change(set, remove);
  // Who has just acted sees it at once, and not at the next full hour.
  const due = wanted.filter(({ day }) => day <= today).length;
  await showBadge(due, titleOf(due));
}

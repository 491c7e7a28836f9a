import { useEffect, useRef } from "preact/hooks";
import { dueDays, listed } from "../../consent/view/reminders.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import type { Book } from "./book.ts";

/**
 * Keeps the vault's reminders in step with the records: they lie outside the encryption, so that a locked vault can remind,
 * and hold nothing but a random name and a day. Others' reminders are left alone.
 */
export function useReminders(book: Pick<Book, "tracked" | "rows" | "today"> | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (!book) return undefined;
    const { tracked, rows, today } = book;
    // Nobody waits for it: the person sees the records first.
    const later = requestIdleCallback(() => {
      const wanted = dueDays(tracked, rows, today);
      const text = listed(wanted);
      if (text === last.current) return;
      last.current = text;
      const ours = new Set([...tracked.map(({ request }) => request.id), ...rows.map(({ id }) => id)].map((id) => id.replaceAll("-", "")));
      keepInStep(wanted, ours).catch(() => (last.current = null));
    }, { timeout: 2_000 });
    return () => cancelIdleCallback(later);
  }, [book?.tracked, book?.rows, book?.today]);
}

async function keepInStep(wanted: ReturnType<typeof dueDays>, ours: ReadonlySet<string>): Promise<void> {
  const { reminders } = vaultOfPage();
  const stored = new Map((await reminders.list()).map(({ reminderId, day }) => [reminderId, day]));
  const names = new Set(wanted.map(({ reminderId }) => reminderId));
  const set = wanted.filter(({ reminderId, day }) => stored.get(reminderId) !== day);
  const remove = [...stored.keys()].filter((reminderId) => ours.has(reminderId) && !names.has(reminderId));
  // One write: each is on the disk when it resolves, and thousands of them would keep everybody else waiting.
  if (set.length + remove.length > 0) await reminders.change(set, remove);
}

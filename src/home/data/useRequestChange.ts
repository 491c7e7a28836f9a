import { useRef } from "preact/hooks";
import type { DataRequest } from "../../consent/request/request.ts";
import { Mutex } from "../../async/mutex.ts";
import type { Book } from "./book.ts";
import { changedNow } from "./newRecord.ts";

/**
 * Changes to one request, one after the other: each begins with what the one before has left, so that a letter which is kept while
 * it is typed and the event that sends it never take each other for another window.
 * @returns what the change came to; null: nothing was to be changed, or another window was faster
 */
export function useRequestChange(book: Book, shown: DataRequest): (change: (now: DataRequest) => DataRequest | null) => Promise<DataRequest | null> {
  const state = useRef({ book, shown, own: null as DataRequest | null, turn: new Mutex() });
  state.current.book = book;
  state.current.shown = shown;
  return (change) =>
    state.current.turn.run(async () => {
      const { own, shown: newest, book: now } = state.current;
      const changed = change(own !== null && own.updatedAt > newest.updatedAt ? own : newest);
      if (changed === null) return null;
      const next = changedNow(changed);
      const done = await now.save([next]);
      state.current.own = done ? next : null;
      return done ? next : null;
    });
}

import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";

export interface Latest<T> {
  /** Null: there is none, and was none. */
  readonly latest: T | null;
  readonly lost: boolean;
  /** Around the form's own removal, which nobody else has to be blamed for. */
  readonly removing: (removed: Promise<boolean>) => Promise<boolean>;
}

/**
 * The record of a form, as it is or, where another window has removed it meanwhile, as it was last: what is being written about it
 * stays on the screen, and saving makes it anew.
 */
export function useLatest<T>(book: Book, record: T | null): Latest<T> {
  const last = useRef(record);
  const own = useRef(false);
  if (record !== null) last.current = record;
  const lost = record === null && last.current !== null && !own.current;
  useEffect(() => (lost ? book.told() : undefined), [lost]);
  const removing = async (removed: Promise<boolean>): Promise<boolean> => {
    own.current = true;
    return (own.current = await removed);
  };
  return { latest: last.current, lost, removing };
}

/** Said in a form whose record has gone. */
export function Lost() {
  const { t } = useTexts();
  return (
    <Notice kind="warning" announced>
      <p>{t("data_lost")}</p>
    </Notice>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import type { DataRecord } from "../../consent/record/record.ts";
import { soundRecord } from "../../consent/record/sound.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";

export interface Latest<T> {
  /** Null: there is none, and was none. */
  readonly latest: T | null;
  /** What the form began with: it goes into the form's draft, which outlives the record, too. */
  readonly begun: T | null;
  readonly lost: boolean;
  /** Around the form's own removal, which nobody else has to be blamed for. */
  readonly removing: (removed: Promise<boolean>) => Promise<boolean>;
}

/**
 * The record of a form, as it is or, where another window has removed it meanwhile, as it was last: what is being written about it
 * stays on the screen, and saving makes it anew.
 * @param kept what a form that goes on had begun with: the record may have gone before that was opened again
 */
export function useLatest<T extends DataRecord>(book: Book, record: T | null, kept: T | null | undefined): Latest<T> {
  const [begun] = useState(() => record ?? soundOf(kept ?? null));
  const last = useRef(begun);
  const own = useRef(false);
  if (record !== null) last.current = record;
  const lost = record === null && last.current !== null && !own.current;
  useEffect(() => (lost ? book.told() : undefined), [lost]);
  const removing = async (removed: Promise<boolean>): Promise<boolean> => {
    own.current = true;
    return (own.current = await removed);
  };
  return { latest: last.current, begun, lost, removing };
}

/** A draft may be of before a record's shape changed. */
function soundOf<T extends DataRecord>(record: T | null): T | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is sound is of the type that it was
  return record && (soundRecord(record.id, record) as T | null);
}

/** Whether anything was written into a form. */
export const hasWords = (written: object | undefined): boolean => written !== undefined && Object.values(written).some((one) => one !== undefined && one !== null && one !== "");

/** Said in a form whose record has gone. @param early it had gone before the form's draft knew it: only what was changed is left of it */
export function Lost({ early = null }: { readonly early?: "organisation" | "consent" | null }) {
  const { t } = useTexts();
  return (
    <Notice kind="warning" announced>
      <p>{t(early === null ? "data_lost" : early === "consent" ? "data_lost_early_consent" : "data_lost_early_organisation")}</p>
    </Notice>
  );
}

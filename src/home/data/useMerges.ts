import { useEffect, useRef, useState } from "preact/hooks";
import { isToTakeApart, takenApart } from "../../consent/record/apart.ts";
import type { Merge } from "../../consent/record/merge.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { bearingStill, documentsOf, nameDocuments } from "./sameDocuments.ts";

/** Two records that this page made one, for as long as it is open and the vault is not locked. */
export interface Made {
  readonly merge: Merge;
  /** As they were before they followed. */
  readonly documents: readonly DocumentView[];
  /** How many documents did not follow. */
  readonly left: number;
}

interface Merges {
  /** The newest that the person has not closed and that can be undone; null: there is none. */
  readonly told: Made | null;
  /** @param commit writes it @returns whether it is written */
  readonly make: (merge: Merge, commit: () => Promise<boolean>) => Promise<boolean>;
  /** @param records all that is on record @param save writes them @returns whether they are two again */
  readonly undo: (made: Made, records: readonly DataRecord[], save: (records: readonly DataRecord[]) => Promise<boolean>) => Promise<boolean>;
  readonly close: () => void;
}

/**
 * @param open what was done is nobody's business once the vault is locked
 * @param organisations all that are on record
 */
export function useMerges(open: boolean, organisations: { readonly has: (id: string) => boolean }): Merges {
  const [all, setAll] = useState<readonly Made[]>([]);
  const isOpen = useRef(open);
  isOpen.current = open;
  useEffect(() => (open ? undefined : setAll([])), [open]);
  const told = all.findLast(({ merge }) => isToTakeApart(merge, organisations)) ?? null;
  return {
    told,
    make: async (merge, commit) => {
      const { after, gone } = merge;
      // A full disk or a vault that is locked meanwhile: the records are one all the same, and the documents are still found by the former name.
      const documents = await documentsOf([gone.name, gone.nameEn]).catch(() => []);
      if (!(await commit())) return false;
      const following = documents.filter(({ organisation }) => organisation !== after.name);
      const left = await nameDocuments(following.map(({ documentId }) => ({ documentId, organisation: after.name })));
      // Locked while the documents followed: nothing of it stays in the page.
      if (isOpen.current) setAll((before) => [...before, { merge, documents: following, left }]);
      return true;
    },
    undo: async (made, records, save) => {
      const apart = takenApart(made.merge, records, new Date().toISOString());
      if (apart === null || !(await save(apart))) return false;
      await nameDocuments(await bearingStill(made.documents, made.merge.after.name));
      setAll((before) => before.filter((one) => one !== made));
      return true;
    },
    close: () => setAll((before) => before.filter((one) => one !== told)),
  };
}

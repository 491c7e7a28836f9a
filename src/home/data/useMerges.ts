import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { takenApart } from "../../consent/record/apart.ts";
import { presentId } from "../../consent/record/formerIds.ts";
import { type Joined, outlived, toTakeApart } from "../../consent/record/joined.ts";
import { type Merge, written } from "../../consent/record/merge.ts";
import type { DataRecord, Organisation } from "../../consent/record/record.ts";
import { forgetting, remembering } from "./joinedStore.ts";
import { bearingStill, documentsOf, nameDocuments } from "./sameDocuments.ts";
import { useOutlived } from "./useOutlived.ts";
import type { Records } from "./useRecords.ts";

/** Two records that this page made one. */
export interface Made {
  readonly joined: Joined;
  /** How many documents did not follow. */
  readonly left: number;
}

interface Merges {
  /** The newest of this page that the person has not closed and that can be undone; null: there is none. */
  readonly told: Made | null;
  /** All that can be undone, on whichever day they were made: [Note: joined]. */
  readonly joined: readonly Joined[];
  /** @returns whether it is written */
  readonly make: (merge: Merge) => Promise<boolean>;
  /** @param records all that is on record @returns whether they are two again */
  readonly undo: (joined: Joined, records: readonly DataRecord[]) => Promise<boolean>;
  readonly close: () => void;
}

const nobody: ReadonlyMap<string, Organisation> = new Map();
const noneJoined: readonly Joined[] = [];

/**
 * @param open what was done is nobody's business once the vault is locked
 * @param all as the vault keeps them; null: not read yet
 */
export function useMerges(open: boolean, { shelves, exchange }: Pick<Records, "shelves" | "exchange">, all: readonly Joined[] | null): Merges {
  const [made, setMade] = useState<readonly Made[]>([]);
  const isOpen = useRef(open);
  isOpen.current = open;
  useEffect(() => (open ? undefined : setMade([])), [open]);
  const organisations = shelves?.organisations ?? nobody;
  const joined = useMemo(() => (all === null ? noneJoined : toTakeApart(all, organisations)), [all, organisations]);
  // What can't be read may be the one that stayed: nothing counts as gone then.
  const isWhole = shelves !== null && shelves.unreadable.length === 0;
  useOutlived(useMemo(() => (all !== null && isWhole ? outlived(all, organisations, (id) => presentId(organisations, id)) : noneJoined), [all, organisations, isWhole]));
  const told = made.findLast((one) => joined.some(({ gone }) => gone.id === one.joined.gone.id)) ?? null;
  return {
    told,
    joined,
    make: async (merge) => {
      const { after, gone } = merge;
      // A full disk or a vault that is locked meanwhile: the records are one all the same, and the documents are still found by the former name.
      const documents = await documentsOf([gone.name, gone.nameEn]).catch(() => []);
      const following = documents.flatMap(({ documentId, organisation }) => (organisation === after.name ? [] : [{ documentId, organisation }]));
      const kept: Joined = { ...merge, documents: following };
      if (!(await exchange(written(merge), [gone], [remembering(kept)]))) return false;
      const left = await nameDocuments(following.map(({ documentId }) => ({ documentId, organisation: after.name })));
      // Locked while the documents followed: nothing of it stays in the page.
      if (isOpen.current) setMade((before) => [...before, { joined: kept, left }]);
      return true;
    },
    undo: async (one, records) => {
      const apart = takenApart(one, records, new Date().toISOString());
      if (apart === null || !(await exchange(apart, [], [forgetting(one.gone.id)]))) return false;
      await nameDocuments(await bearingStill(one.documents, one.after.name));
      setMade((before) => before.filter(({ joined: { gone } }) => gone.id !== one.gone.id));
      return true;
    },
    close: () => setMade((before) => before.filter((one) => one !== told)),
  };
}

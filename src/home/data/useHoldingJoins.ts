import { useMemo } from "preact/hooks";
import { type HoldingJoin, holdingsApart, type JoinedHoldings } from "../../consent/record/joinHoldings.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import { forgetting, remembering } from "./joinedStore.ts";
import { useOutlived } from "./useOutlived.ts";
import type { Records } from "./useRecords.ts";

interface HoldingJoins {
  /** All that can be undone: [Note: joined] in `consent/record/joined.ts`. */
  readonly joined: readonly JoinedHoldings[];
  /** @returns whether it is written */
  readonly make: (join: HoldingJoin) => Promise<boolean>;
  /** @param records all that is on record @returns whether they are two again */
  readonly undo: (joined: JoinedHoldings, records: readonly DataRecord[]) => Promise<boolean>;
}

const noneJoined: readonly JoinedHoldings[] = [];

/** @param all as the vault keeps them; null: not read yet */
export function useHoldingJoins({ shelves, exchange }: Pick<Records, "shelves" | "exchange">, all: readonly JoinedHoldings[] | null): HoldingJoins {
  const ids = useMemo(() => new Set(shelves?.holdings.map(({ id }) => id)), [shelves?.holdings]);
  const joined = useMemo(() => (all ?? noneJoined).filter(({ after, gone }) => ids.has(after.id) && !ids.has(gone.id)), [all, ids]);
  const isWhole = shelves !== null && shelves.unreadable.length === 0;
  // What stayed may have become part of a third; what was removed together with it is gone.
  useOutlived(useMemo(() => (all !== null && isWhole ? all.filter(({ after, gone }) => ids.has(gone.id) || (!ids.has(after.id) && !all.some((other) => other.gone.id === after.id))) : noneJoined), [all, ids, isWhole]));
  return {
    joined,
    make: (join) => exchange([join.after, ...join.moved], [join.gone], [remembering(join)]),
    undo: async (one, records) => {
      const apart = holdingsApart(one, records, new Date().toISOString());
      return apart !== null && exchange(apart, [], [forgetting(one.gone.id)]);
    },
  };
}

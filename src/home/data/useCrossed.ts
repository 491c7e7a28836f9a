import { useEffect } from "preact/hooks";
import { forgetting } from "./joinedStore.ts";
import type { Records } from "./useRecords.ts";

/** Records that name each other are written as the one that they are shown as: [Note: made one both ways] in `consent/record/crossed.ts`. */
export function useCrossed({ shelves, exchange }: Pick<Records, "shelves" | "exchange">): void {
  const crossed = shelves?.crossed;
  useEffect(() => {
    // What either computer kept for taking them apart is of no use: nobody knows any more what belonged to whom.
    // Where another window was faster, or it can't be written, they are shown so all the same, and written when they are read again.
    for (const { stays, goes } of crossed ?? []) exchange([stays], goes, [stays, ...goes].map(({ id }) => forgetting(id))).catch(() => undefined);
  }, [crossed]);
}

import { useEffect } from "preact/hooks";
import { joinedRecords } from "../../consent/record/joined.ts";
import type { Organisation } from "../../consent/record/record.ts";
import type { RecordChange } from "../../vault/api.ts";
import type { Records } from "./useRecords.ts";

/** Records that name each other are written as the one that they are shown as: [Note: made one both ways] in `consent/record/crossed.ts`. */
export function useCrossed({ shelves, exchange }: Pick<Records, "shelves" | "exchange">): void {
  const crossed = shelves?.crossed;
  useEffect(() => {
    // Where another window was faster, or it can't be written, they are shown so all the same, and written when they are read again.
    for (const { stays, goes } of crossed ?? []) exchange([stays], goes, [stays, ...goes].map(forgetting)).catch(() => undefined);
  }, [crossed]);
}

/** What either computer kept for taking them apart is of no use: nobody knows any more what belonged to whom ([Note: joined]). */
const forgetting = ({ id }: Organisation): RecordChange => ({ collection: "settings", id: `${joinedRecords}${id}`, remove: true });

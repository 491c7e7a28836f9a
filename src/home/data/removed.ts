import type { DataRecord } from "../../consent/record/record.ts";

/** Of what was removed, what is not on record again: another window may have saved one of them anew. @param there by id, what is on record */
export function stillGone(removed: readonly DataRecord[], there: { readonly has: (id: string) => boolean }): readonly DataRecord[] {
  return removed.filter(({ id }) => !there.has(id));
}

// [Note: rollback witness] How far the store has come is also noted in another place of the browser's profile
// (localStorage, by the offscreen document). A store that has come less far than its witness is an old copy that somebody
// or something put back. Who can put back both goes unnoticed: docs/SECURITY.md says so.
import { isFields } from "../../codec/fields.ts";
import type { Header } from "../store/header.ts";
import type { Surroundings } from "./surroundings.ts";

export function writeWitness(around: Surroundings, header: Header, row: number): void {
  around.witness.write(JSON.stringify({ vaultId: header.vaultId, generation: header.generation, row }));
}

/** Whether there has been a vault in this browser that nobody destroyed. */
export function hasWitness(around: Surroundings): boolean {
  return (around.witness.read() ?? "") !== "";
}

/** Whether the store is older than what was witnessed. */
export function isRolledBack(around: Surroundings, header: Header, row: number): boolean {
  let seen: unknown;
  try {
    seen = JSON.parse(around.witness.read() ?? "null");
  } catch {
    return false;
  }
  if (!isFields(seen) || seen["vaultId"] !== header.vaultId) return false;
  const { generation, row: seenRow } = seen;
  return (typeof generation === "number" && generation > header.generation) || (typeof seenRow === "number" && seenRow > row);
}

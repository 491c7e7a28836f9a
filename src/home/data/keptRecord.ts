// What the portal showed of the person and was kept, as a record of who holds it. The names of the data go into the record;
// what they say stays in the snapshot alone.
import type { Evidence, Holding } from "../../consent/record/record.ts";
import type { RegisterKind, Snapshot } from "../../personal/register.ts";
import { changedNow, dataItems, linesOf, newHolding } from "./newRecord.ts";

/** Of the starter catalogue, who keeps such a register; the page itself names nobody, so the person has the say. */
const keepers: Readonly<Partial<Record<RegisterKind, string>>> = { civilActs: "sda", property: "napr" };
const vehicles = /სატრანსპორტო|ავტომობილ|\bvehicles?\b/i;

export interface KeptProposal {
  /** A key of the starter catalogue; null: the person names the organisation. */
  readonly institution: string | null;
  readonly database: string;
  /** One a line. */
  readonly data: string;
}

export function proposeRecord({ kind, title, columns }: Snapshot): KeptProposal {
  const named = columns.map((one) => one.trim()).filter((one) => /\p{L}/u.test(one));
  const institution = kind === "property" && vehicles.test(`${title} ${columns.join(" ")}`) ? "sa" : (keepers[kind] ?? null);
  return { institution, database: title, data: [...new Set(named.length > 0 ? named : [title])].join("\n") };
}

/** The record that was made of this register before, by the evidence it has. @param past all that was kept of the register: in its place another one may have stood */
export function recordOf(holdings: readonly Holding[], past: readonly Snapshot[]): Holding | null {
  return holdings.find(({ evidence }) => evidence.some(({ kind, where, quote }) => kind === "portalPage" && past.some(({ registerKey, title }) => where === registerKey && (quote ?? "") === title))) ?? null;
}

/** Whether that record has this very snapshot as evidence. */
export const provenBy = (holding: Holding, { registerKey, sha256 }: Snapshot): boolean => holding.evidence.some((one) => one.where === registerKey && one.sha256 === sha256);

/** The names of data that are being written, after another window changed the record from `before` to `after`: its changes are taken in, what was written here stays. */
export function linesAfter(written: readonly string[], before: Holding | null, after: Holding): readonly string[] {
  const names = (holding: Holding | null): readonly string[] => holding?.data.map(({ name }) => name) ?? [];
  const gone = new Set(names(before).filter((name) => !names(after).includes(name)));
  const fresh = names(after).filter((name) => !names(before).includes(name));
  return [...new Set([...written.filter((name) => !gone.has(name)), ...fresh])];
}

/** @param known the record that was made before: it keeps what the person wrote, and gains what is new */
export function holdingOfSnapshot(snapshot: Snapshot, organisationId: string, { database, data }: Pick<KeptProposal, "database" | "data">, known: Holding | null): Holding {
  const seenAt = new Date(snapshot.savedAt).toISOString();
  const evidence: Evidence = { kind: "portalPage", where: snapshot.registerKey, sha256: snapshot.sha256, seenAt, quote: snapshot.title || null };
  const base = known ?? { ...newHolding(organisationId), evidence: [] };
  const names = new Set(linesOf(data));
  const items = dataItems([...names].join("\n"));
  return changedNow<Holding>({
    ...base,
    database: { ...base.database, name: database.trim() || base.database.name },
    data: items.map((item) => base.data.find(({ name }) => name === item.name) ?? item),
    confidence: "portal",
    reach: { ...base.reach, answered: true, askedAt: seenAt },
    evidence: known && provenBy(known, snapshot) ? known.evidence : [...base.evidence, evidence],
  });
}

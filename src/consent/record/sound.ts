// What lies in the vault was put there by us, but perhaps by a newer version of us on another computer, or by one that had a
// fault: it is looked at before anything is made of it, and one record that is not as it should be does not take the others
// with it.
import { isFields } from "../../codec/fields.ts";
import { canHaveHappened } from "../request/phase.ts";
import { RecordError } from "./codec.ts";
import { allAtPresent } from "./formerIds.ts";
import { noName } from "./organisationName.ts";
import { type DataRecord, type Organisation, unknownOrganisation } from "./record.ts";
import { dataRecord } from "./shapes.ts";

/** @returns null if the views can't show it */
export function soundRecord(id: string, value: unknown): DataRecord | null {
  let record: DataRecord;
  try {
    record = dataRecord.check(value, "");
  } catch (error) {
    if (error instanceof RecordError) return null;
    throw error;
  }
  // A request is its events: where one can't have happened, nobody can say where it stands.
  return record.id !== id || (record.type === "request" && !canHaveHappened(record.events)) ? null : record;
}

/** What a record that can't be shown calls itself, for its line in the list of those. */
export function nameInside(value: unknown): string | null {
  if (!isFields(value)) return null;
  const database = isFields(value["database"]) ? value["database"]["name"] : null;
  for (const one of [value["name"], database, value["service"], value["purpose"], value["reference"]]) if (typeof one === "string" && one !== "") return one;
  return null;
}

/** As the vault gives it. */
interface Kept {
  readonly id: string;
  readonly value: unknown;
}

/** What views that only read are made of. @returns the records that are sound, who stands in for organisations, and how many are not shown */
export function soundRecords(organisations: readonly Kept[], others: readonly Kept[]): { readonly records: readonly DataRecord[]; readonly unreadable: number } {
  const all = [...organisations, ...others];
  const sound = all.flatMap(({ id, value }) => soundRecord(id, value) ?? []);
  const records = allAtPresent(sound);
  const known = new Set(records.flatMap((one) => (one.type === "organisation" ? [one.id] : [])));
  return { records: [...records, ...standInsFor(known, records.filter((one) => one.type !== "organisation"), organisations)], unreadable: all.length - sound.length };
}

/**
 * An organisation that can't be read or is not there has somebody who stands in for it, so that what it holds is still shown.
 * He is no record: who writes, exports or imports leaves him out.
 * @param stored the organisations as they are kept: one that can't be read may still say its name
 */
export function standInsFor(known: { readonly has: (id: string) => boolean }, belonging: readonly { readonly organisationId: string }[], stored: readonly Kept[]): readonly Organisation[] {
  const missing = new Set<string>();
  for (const { organisationId } of belonging) if (!known.has(organisationId)) missing.add(organisationId);
  if (missing.size === 0) return [];
  const raw = new Map(stored.map(({ id, value }) => [id, value]));
  return [...missing].map((id) => standIn(id, nameInside(raw.get(id))));
}

function standIn(id: string, name: string | null): Organisation {
  const never = new Date(0).toISOString();
  return { type: "organisation", id, ...unknownOrganisation, name: name ?? noName, evidence: [], createdAt: never, updatedAt: never };
}

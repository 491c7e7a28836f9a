// A file of another tool's names nothing by an id of ours: taken a second time, or after the person has entered the organisation, it
// would double what is there.
import { canonicalJson } from "./canonical.ts";
import { organisationsByName } from "./organisationName.ts";
import type { Consent, DataRecord, Evidence, Holding, Organisation } from "./record.ts";

/** As much of what is on record as another file may bring again. */
interface Kept {
  readonly organisations: Iterable<Organisation>;
  readonly holdings: readonly Holding[];
  readonly consents: readonly Consent[];
}

/** @returns the records without those that are here word for word; their organisation is the one of that name, where one is here */
export function withoutKept(records: readonly DataRecord[], kept: Kept): readonly DataRecord[] {
  const named = organisationsByName(kept.organisations);
  const held = new Map([...kept.holdings, ...kept.consents].filter(isImported).map((one) => [saying(one), one.id]));
  /** Ours for theirs. */
  const ours = new Map<string, string>();
  for (const one of records) {
    const known = one.type === "organisation" && one.evidence.some(({ kind }) => kind === "import") ? named(one.name) : undefined;
    if (known) ours.set(one.id, known.id);
  }
  const placed = (id: string): string => ours.get(id) ?? id;
  const fresh: DataRecord[] = [];
  for (const one of [...records.filter(({ type }) => type !== "consent"), ...records.filter(({ type }) => type === "consent")]) {
    if (ours.has(one.id)) continue;
    const there = one.type === "organisation" ? one : at(one, placed);
    const same = (there.type === "holding" || there.type === "consent") && isImported(there) ? held.get(saying(there)) : undefined;
    if (same === undefined) fresh.push(there);
    else ours.set(one.id, same);
  }
  return fresh;
}

const isImported = ({ confidence }: Holding | Consent): boolean => confidence === "imported";

/** With our organisation and record in the place of theirs. */
function at(record: Exclude<DataRecord, Organisation>, placed: (id: string) => string): Exclude<DataRecord, Organisation> {
  const organisationId = placed(record.organisationId);
  return record.type === "holding" ? { ...record, organisationId } : { ...record, organisationId, holdingId: record.holdingId && placed(record.holdingId) };
}

/** What it says, whenever and from whichever file it was read; what became of a consent since it began makes no other one of it. */
function saying(record: Holding | Consent): string {
  const events = record.type === "consent" ? record.events.slice(0, 1) : null;
  const evidence = record.evidence.map(({ kind, quote }): Pick<Evidence, "kind" | "quote"> => ({ kind, quote }));
  return canonicalJson({ ...record, id: null, createdAt: null, updatedAt: null, reach: null, events, evidence });
}

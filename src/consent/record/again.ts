// A file of another tool's names nothing by an id of ours: taken a second time, or after the person has entered the organisation, it
// would double what is there.
import { canonicalJson } from "./canonical.ts";
import { undated } from "./foreign.ts";
import { aliasesOf } from "./formerIds.ts";
import { organisationsByName } from "./organisationName.ts";
import type { Consent, DataRecord, Evidence, Holding, Organisation } from "./record.ts";

/** As much of what is on record as another file may bring again. */
interface Kept {
  readonly organisations: Iterable<Organisation>;
  readonly holdings: readonly Holding[];
  readonly consents: readonly Consent[];
}

/**
 * @returns the records without those that are here; their organisation is the one of that name, where one is here. What is held is here
 * if it is word for word, or if the consent to it is: then the person may have mended what was held
 */
export function withoutKept(records: readonly DataRecord[], kept: Kept): readonly DataRecord[] {
  const organisations = new Map([...kept.organisations].map((one) => [one.id, one]));
  const named = organisationsByName(organisations.values());
  const held = new Map([...kept.holdings, ...kept.consents].filter(isImported).map((one) => [saying(one), one.id]));
  /** Ours for theirs. An older export may have an organisation that was made one with another since. */
  const ours = new Map(aliasesOf(organisations));
  for (const one of records) {
    const known = one.type === "organisation" && one.evidence.some(({ kind }) => kind === "import") ? named(one.name) : undefined;
    if (known) ours.set(one.id, known.id);
  }
  const placed = (id: string): string => ours.get(id) ?? id;
  const agreed = new Map(consentsTo(kept.holdings, kept.consents, (id) => id));
  // Another vault's backup may have more than was once imported, and is no such file.
  for (const [said, theirs] of consentsTo(records.filter((one) => one.type === "holding" && isUntouched(one)), records.filter((one) => one.type === "consent"), placed)) {
    const known = agreed.get(said);
    if (known) ours.set(theirs.id, known.id).set(theirs.holdingId, known.holdingId);
  }
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
/** As it was read from the file. */
const isUntouched = ({ createdAt, updatedAt }: Holding): boolean => createdAt === updatedAt;

/** Imported consents to what is held, by their words, whichever record they hang on. */
function consentsTo(holdings: readonly DataRecord[], consents: readonly Consent[], placed: (id: string) => string): readonly (readonly [said: string, { readonly id: string; readonly holdingId: string }])[] {
  const ids = new Set(holdings.map(({ id }) => id));
  return consents.flatMap((one) => (isImported(one) && one.holdingId !== null && ids.has(one.holdingId) ? [[saying({ ...one, organisationId: placed(one.organisationId), holdingId: null }), { id: one.id, holdingId: one.holdingId }] as const] : []));
}

/** With our organisation and record in the place of theirs. */
function at(record: Exclude<DataRecord, Organisation>, placed: (id: string) => string): Exclude<DataRecord, Organisation> {
  const organisationId = placed(record.organisationId);
  return record.type === "holding" ? { ...record, organisationId } : { ...record, organisationId, holdingId: record.holdingId && placed(record.holdingId) };
}

/**
 * What it says, whenever and from whichever file it was read; what became of a consent since it began, and what the person wrote down of it,
 * be it before that, makes no other one of it.
 * Before events without a day said so, they had the moment of the loading; before its form was read, a consent was an electronic document.
 */
function saying(record: Holding | Consent): string {
  const events = record.type === "consent" ? record.events.filter(({ enteredAt }) => enteredAt === null).slice(0, 1).map((one) => (one.note === undated || one.at === record.createdAt ? { ...one, at: null, note: null } : one)) : null;
  const evidence = record.evidence.map(({ kind, quote }): Pick<Evidence, "kind" | "quote"> => ({ kind, quote }));
  return canonicalJson({ ...record, ...(record.type === "consent" ? { form: null } : {}), id: null, createdAt: null, updatedAt: null, reach: null, events, evidence });
}

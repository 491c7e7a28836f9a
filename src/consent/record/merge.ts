// Two records of one organisation become one: what points to the one that goes points to the one that stays, and what the two say
// otherwise of who it is stays readable. Taken apart again, whatever was changed since stays as it was changed.
import { ownRules, type Promising } from "../policy/ownRules.ts";
import { canonicalJson } from "./canonical.ts";
import { plainName } from "./organisationName.ts";
import { type DataRecord, type FormerRecord, type Holding, type IdentifyingDetail, identifyingDetails, type Organisation } from "./record.ts";
import { plainCode } from "./twins.ts";

/** Both say something, and not the same. */
export interface Difference {
  readonly detail: IdentifyingDetail;
  readonly stays: string;
  readonly goes: string;
}

/** Details of which the words of the record that goes shall stand. */
export type Chosen = ReadonlySet<IdentifyingDetail>;

export interface Merge {
  /** The organisation that stays, as it was and as it will be. */
  readonly before: Organisation;
  readonly after: Organisation;
  readonly gone: Organisation;
  /** What belonged to the one that goes, as it will be. */
  readonly moved: readonly Exclude<DataRecord, Organisation>[];
  /** What is held elsewhere and names it among its recipients, as it will be. */
  readonly naming: readonly Holding[];
  /** How recipients are called that were the one that goes, by what is held. */
  readonly recipients: ReadonlyMap<string, readonly string[]>;
}

/** What it says of that; empty: nothing. */
function words(organisation: Organisation, detail: IdentifyingDetail): string {
  const said = organisation[detail] ?? "";
  return detail === "sector" && said === "unknown" ? "" : said.trim();
}

/** Digits are the same however they are grouped. */
const plainly = (detail: IdentifyingDetail, said: string): string => (detail === "registryCode" || detail === "phone" ? plainCode(said) : said);

/** Of who it is: what both say and say otherwise. */
export function differencesOf(stays: Organisation, goes: Organisation): readonly Difference[] {
  return identifyingDetails.flatMap((detail) => {
    const [one, other] = [words(stays, detail), words(goes, detail)];
    return one === "" || other === "" || plainly(detail, one) === plainly(detail, other) ? [] : [{ detail, stays: one, goes: other }];
  });
}

/** What only the one that goes says: the other has it from then on. */
export function filledFrom(stays: Organisation, goes: Organisation): readonly { readonly detail: IdentifyingDetail; readonly text: string }[] {
  return identifyingDetails.flatMap((detail) => (words(stays, detail) === "" && words(goes, detail) !== "" ? [{ detail, text: words(goes, detail) }] : []));
}

/**
 * @param records all that is on record
 * @param now ISO instant
 */
export function merging(stays: Organisation, goes: Organisation, chosen: Chosen, records: readonly DataRecord[], now: string): Merge {
  const held = records.filter((one): one is Holding => one.type === "holding");
  const recipients = new Map(held.flatMap((one) => { const names = one.recipients.flatMap(({ name, organisationId }) => (organisationId === goes.id ? [name] : [])); return names.length > 0 ? [[one.id, names] as const] : []; }));
  const moved = records.flatMap((one) => (one.type !== "organisation" && one.organisationId === goes.id ? [{ ...passedOnTo(one, recipients, goes.id, stays.id), organisationId: stays.id, updatedAt: now }] : []));
  const naming = held.flatMap((one) => (one.organisationId !== goes.id && recipients.has(one.id) ? [{ ...passedOnTo(one, recipients, goes.id, stays.id), updatedAt: now }] : []));
  return { before: stays, after: mergedOf(stays, goes, chosen, now), gone: goes, moved, naming, recipients };
}

/** With another recipient in the place of one. @param recipients by what is held, how those are called that are meant */
function passedOnTo<T extends DataRecord>(record: T, recipients: Merge["recipients"], from: string, to: string): T {
  const names = recipients.get(record.id);
  if (record.type !== "holding" || !names) return record;
  return { ...record, recipients: record.recipients.map((one) => (one.organisationId === from && names.includes(one.name) ? { ...one, organisationId: to } : one)) };
}

function mergedOf(stays: Organisation, goes: Organisation, chosen: Chosen, now: string): Organisation {
  const differences = differencesOf(stays, goes);
  const takenOver = new Set<IdentifyingDetail>([...filledFrom(stays, goes).map(({ detail }) => detail), ...differences.flatMap(({ detail }) => (chosen.has(detail) ? [detail] : []))]);
  const details = Object.fromEntries([...takenOver].map((detail) => [detail, goes[detail]]));
  const otherwise: FormerRecord["otherwise"] = differences.map(({ detail, stays: one, goes: other }) => ({ detail, text: chosen.has(detail) ? one : other }));
  const named: Organisation = { ...stays, ...details };
  const names = [...(stays.otherNames ?? []), ...(goes.otherNames ?? []), ...[stays, goes].flatMap(({ name, nameEn }) => [name, nameEn ?? ""])];
  const otherNames = [...new Map(names.map((one) => [plainName(one), one])).values()].filter((one) => one !== "" && one !== named.name && one !== named.nameEn);
  const ids = [stays.id, goes.id];
  const distinct = [...new Set([...(stays.distinctFrom ?? []), ...(goes.distinctFrom ?? [])])].filter((id) => !ids.includes(id));
  return {
    ...named,
    ...rulesOfBoth(stays, goes),
    otherNames: otherNames.length > 0 ? otherNames : null,
    merged: [...(stays.merged ?? []), ...(goes.merged ?? []), { id: goes.id, at: now, otherwise }],
    distinctFrom: distinct.length > 0 ? distinct : null,
    evidence: once([...stays.evidence, ...goes.evidence]),
    createdAt: stays.createdAt < goes.createdAt ? stays.createdAt : goes.createdAt,
    updatedAt: now,
  };
}

/** What it promised, of both records, the newest text first; two of one day stand behind each other, and of these the one of the record that stays holds. */
function rulesOfBoth(stays: Promising, goes: Promising): Promising {
  const [policy = null, ...formerPolicies] = once([...ownRules(stays), ...ownRules(goes)]).toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : (a.from ?? "") > (b.from ?? "") ? -1 : 0));
  return { policy, formerPolicies: formerPolicies.length > 0 ? formerPolicies : null };
}

const once = <T>(all: readonly T[]): readonly T[] => [...new Map(all.map((one) => [canonicalJson(one), one])).values()];

/** What is written to make them one, and what goes. */
export function written({ after, moved, naming }: Merge): readonly DataRecord[] {
  return [after, ...moved, ...naming];
}

/**
 * The two again. What was moved goes back where it is still with the one that stayed, as it is by now; of that one, what nobody has
 * changed since is as it was before.
 * @param records all that is on record
 * @returns null: the one that stayed is not on record any more
 */
export function takenApart({ before, after, gone, moved, recipients }: Merge, records: readonly DataRecord[], now: string): readonly DataRecord[] | null {
  const current = records.find((one) => one.id === after.id);
  if (current?.type !== "organisation") return null;
  const movedIds = new Set(moved.map(({ id }) => id));
  const back = records.flatMap((one): readonly DataRecord[] => {
    if (one.type === "organisation") return [];
    const theirs = movedIds.has(one.id) && one.organisationId === after.id;
    const named = passedOnTo(one, recipients, after.id, gone.id);
    return theirs || named !== one ? [{ ...named, organisationId: theirs ? gone.id : one.organisationId, updatedAt: now }] : [];
  });
  return [{ ...asBefore(current, before, after), updatedAt: now }, { ...gone, updatedAt: now }, ...back];
}

/** Field by field what it was, unless somebody has changed it since. */
function asBefore(current: Organisation, before: Organisation, after: Organisation): Organisation {
  const same = (one: unknown, other: unknown): boolean => canonicalJson({ one }) === canonicalJson({ one: other });
  const reverted = Object.fromEntries(Object.entries(before).filter(([field]) => same(own(current, field), own(after, field))));
  // By then another one may have been made one with it: that stays so.
  const merged = (current.merged ?? []).filter(({ id, at }) => !(after.merged ?? []).some((one) => one.id === id && one.at === at) || (before.merged ?? []).some((one) => one.id === id && one.at === at));
  return { ...current, ...reverted, merged: merged.length > 0 ? merged : null };
}

const own = (record: Organisation, field: string): unknown => Object.entries(record).find(([name]) => name === field)?.[1];

// Two records of one organisation become one: what points to the one that goes points to the one that stays, and what the two say
// otherwise of who it is stays readable. "apart.ts" takes them apart again.
import { asKept, ownRules, type Promising } from "../policy/ownRules.ts";
import { canonicalJson } from "./canonical.ts";
import { plainCode, plainName } from "./organisationName.ts";
import { type DataRecord, type FormerRecord, type Holding, type IdentifyingDetail, identifyingDetails, type Organisation } from "./record.ts";

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
  const recipients = new Map(held.map((one) => [one.id, one.recipients.flatMap(({ name, organisationId }) => (organisationId === goes.id ? [name] : []))] as const).filter(([, names]) => names.length > 0));
  const moved = records.flatMap((one) => (one.type !== "organisation" && one.organisationId === goes.id ? [{ ...passedOnTo(one, recipients, goes.id, stays.id), organisationId: stays.id, updatedAt: now }] : []));
  const naming = held.flatMap((one) => (one.organisationId !== goes.id && recipients.has(one.id) ? [{ ...passedOnTo(one, recipients, goes.id, stays.id), updatedAt: now }] : []));
  return { before: stays, after: withOther(stays, goes, chosen, now), gone: goes, moved, naming, recipients };
}

/** With another recipient in the place of one. @param recipients by what is held, how those are called that are meant */
export function passedOnTo<T extends DataRecord>(record: T, recipients: Merge["recipients"], from: string, to: string): T {
  const names = recipients.get(record.id);
  if (record.type !== "holding" || !names) return record;
  return { ...record, recipients: record.recipients.map((one) => (one.organisationId === from && names.includes(one.name) ? { ...one, organisationId: to } : one)) };
}

/** What one says of itself, completed by another record of it. @param now ISO instant */
export function withOther(stays: Organisation, goes: Organisation, chosen: Chosen, now: string): Organisation {
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

/** What it promised, of both records; two of one day stand behind each other, and of these the one of the record that stays holds. */
const rulesOfBoth = (stays: Promising, goes: Promising): Promising => asKept(once([...ownRules(stays), ...ownRules(goes)]));

/** Those of the two whose own promises will count for requests that were made to the other one. @param isAsked whether there is a request to it */
export function countingForBoth({ before, gone }: Pick<Merge, "before" | "gone">, isAsked: (id: string) => boolean): readonly Organisation[] {
  return [before, gone].filter((one) => one.policy !== null && isAsked(one === before ? gone.id : before.id));
}

const once = <T>(all: readonly T[]): readonly T[] => [...new Map(all.map((one) => [canonicalJson(one), one])).values()];

/** What is written to make them one, and what goes. */
export function written({ after, moved, naming }: Merge): readonly DataRecord[] {
  return [after, ...moved, ...naming];
}

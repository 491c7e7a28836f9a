// The same database in two records of one organisation: what both say becomes one, and can be taken apart again. It happens most where
// two records of an organisation became one ("merge.ts").
import { listAsBefore, same } from "./asBefore.ts";
import { canonicalJson } from "./canonical.ts";
import { plainName } from "./organisationName.ts";
import type { Confidence } from "./vocabulary.ts";
import { type Consent, type DataItem, type DataRecord, type Evidence, type Holding, type Reach, type Recipient, type Told, unknownHandling } from "./record.ts";
import { isStated } from "./retention.ts";
import type { DataRequest } from "../request/request.ts";

/** What can be said in one way only. */
export const holdingDetails = ["name", "role", "location", "basis", "purposeEndedOn", "retention", "collectedFrom", "since", "form", "registered", "source", "ended", "entry", "rights", "purpose", "recipients"] as const;
export type HoldingDetail = (typeof holdingDetails)[number];

interface Lens {
  /** Null: it says nothing of that. */
  readonly of: (one: Holding) => unknown;
  /** With what another one says of it. */
  readonly from: (one: Holding, other: Holding) => Holding;
}

type Handled = "form" | "registered" | "source" | "ended";
const handled = (key: Handled): Lens => ({
  of: ({ handling }) => handling?.[key] ?? null,
  from: (one, other) => (one.handling === null && other.handling === null ? one : { ...one, handling: { ...(one.handling ?? unknownHandling), [key]: other.handling?.[key] ?? null } }),
});
const told = (key: keyof Told): Lens => ({ of: (one) => one.told[key], from: (one, other) => ({ ...one, told: { ...one.told, [key]: other.told[key] } }) });

const lenses: Readonly<Record<HoldingDetail, Lens>> = {
  name: { of: ({ database }) => database.name, from: (one, other) => ({ ...one, database: { ...one.database, name: other.database.name } }) },
  role: { of: ({ role }) => role, from: (one, { role }) => ({ ...one, role }) },
  location: { of: ({ database }) => database.location, from: (one, other) => ({ ...one, database: { ...one.database, location: other.database.location } }) },
  basis: { of: ({ basis, basisText }) => (basis === "unknown" && basisText === null ? null : { basis, basisText }), from: (one, { basis, basisText }) => ({ ...one, basis, basisText }) },
  purposeEndedOn: { of: ({ purposeEndedOn }) => purposeEndedOn, from: (one, { purposeEndedOn }) => ({ ...one, purposeEndedOn }) },
  retention: { of: ({ retention }) => (isStated(retention) ? retention : null), from: (one, { retention }) => ({ ...one, retention }) },
  collectedFrom: { of: ({ collectedFrom }) => collectedFrom, from: (one, { collectedFrom }) => ({ ...one, collectedFrom }) },
  since: { of: ({ since }) => since, from: (one, { since }) => ({ ...one, since }) },
  form: handled("form"),
  registered: handled("registered"),
  source: handled("source"),
  ended: handled("ended"),
  entry: told("entry"),
  rights: told("rights"),
  purpose: told("purpose"),
  recipients: told("recipients"),
};

/** What both say, and not the same; case and quotation marks of a name are no difference. */
export function holdingDifferences(stays: Holding, goes: Holding): readonly HoldingDetail[] {
  return holdingDetails.filter((detail) => {
    const [one, other] = [lenses[detail].of(stays), lenses[detail].of(goes)];
    return one !== null && other !== null && !same(one, other) && !(detail === "name" && plainName(stays.database.name ?? "") === plainName(goes.database.name ?? ""));
  });
}

type Alike = Pick<Holding, "organisationId" | "service" | "purposes"> & { readonly database: Pick<Holding["database"], "name"> };

/** Pairs of one organisation's that bear the same name, or none and have the same purposes. Of three of a kind the first stands with each of the others. */
export function alikeAmong<T extends Alike>(holdings: readonly T[]): readonly (readonly [T, T])[] {
  const firsts = new Map<string, T>();
  return holdings.flatMap((one): readonly (readonly [T, T])[] => {
    const key = keyOf(one);
    const first = key === null ? undefined : firsts.get(key);
    if (key !== null && first === undefined) firsts.set(key, one);
    return first === undefined ? [] : [[first, one]];
  });
}

function keyOf({ organisationId, database, service, purposes }: Alike): string | null {
  const name = plainName(database.name ?? service ?? "");
  if (name !== "") return JSON.stringify([organisationId, name]);
  const what = purposes.map(plainName).filter((one) => one !== "").toSorted();
  return what.length === 0 ? null : JSON.stringify([organisationId, what]);
}

/** As much of it as taking them apart needs. */
export interface JoinedHoldings {
  /** The one that stays, as it was and as it will be. */
  readonly before: Holding;
  readonly after: Holding;
  readonly gone: Holding;
  readonly moved: readonly { readonly id: string }[];
}

/** The consents to the one that goes, and the requests about it, as they will be. */
export interface HoldingJoin extends JoinedHoldings {
  readonly moved: readonly (Consent | DataRequest)[];
}

/**
 * @param chosen details of which the words of the one that goes shall stand
 * @param now ISO instant
 */
export function joiningHoldings(stays: Holding, goes: Holding, chosen: ReadonlySet<HoldingDetail>, records: readonly DataRecord[], now: string): HoldingJoin {
  const moved = records.flatMap((one) => ((one.type === "consent" || one.type === "request") && one.holdingId === goes.id ? [{ ...one, holdingId: stays.id, updatedAt: now }] : []));
  return { before: stays, after: { ...withOther(stays, goes, chosen), updatedAt: now }, gone: goes, moved };
}

function withOther(stays: Holding, goes: Holding, chosen: ReadonlySet<HoldingDetail>): Holding {
  const differ = new Set(holdingDifferences(stays, goes));
  const taken = holdingDetails.filter((detail) => (differ.has(detail) ? chosen.has(detail) : lenses[detail].of(stays) === null && lenses[detail].of(goes) !== null));
  const made = taken.reduce((one, detail) => lenses[detail].from(one, goes), stays);
  // The terms in force are a place to look at: a second one is one more.
  const notices: readonly Evidence[] = stays.notice !== null && goes.notice !== null && !same(stays.notice, goes.notice) ? [goes.notice] : [];
  const acts = [...new Set([...(stays.handling?.acts ?? []), ...(goes.handling?.acts ?? [])])];
  return {
    ...made,
    handling: made.handling === null && acts.length === 0 ? null : { ...(made.handling ?? unknownHandling), acts },
    purposes: onceEach([...stays.purposes, ...goes.purposes], plainName),
    data: dataOf(stays, goes),
    recipients: recipientsOf(stays, goes),
    service: stays.service ?? goes.service,
    notice: stays.notice ?? goes.notice,
    evidence: onceEach([...stays.evidence, ...goes.evidence, ...notices], (one) => canonicalJson(one)),
    confidence: weakest(stays.confidence, goes.confidence),
    reach: shortest(stays.reach, goes.reach),
    createdAt: stays.createdAt < goes.createdAt ? stays.createdAt : goes.createdAt,
  };
}

/** Each once, in the words and at the place in which it stood first: by its first purpose a record may be called. */
function onceEach<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  const firsts = new Map<string, T>();
  for (const one of all) if (!firsts.has(key(one))) firsts.set(key(one), one);
  return [...firsts.values()];
}

/** Of a datum that one of the two says to be special, nobody is told that it is not. */
function dataOf(stays: Holding, goes: Holding): readonly DataItem[] {
  const more = goes.data.filter(({ name }) => !stays.data.some((one) => plainName(one.name) === plainName(name)));
  return [...stays.data.map((one) => (one.special === null ? { ...one, special: goes.data.find(({ name }) => plainName(name) === plainName(one.name))?.special ?? null } : one)), ...more];
}

/** One of the same name is another entry where it is said to be something else, or to get the data for something else. */
function recipientsOf(stays: Holding, goes: Holding): readonly Recipient[] {
  const isSame = (one: Recipient, other: Recipient): boolean => plainName(one.name) === plainName(other.name) && one.role === other.role && (one.purpose === null || other.purpose === null || one.purpose === other.purpose);
  const completed = stays.recipients.map((one) => {
    const other = goes.recipients.find((each) => isSame(one, each));
    return other ? { ...one, purpose: one.purpose ?? other.purpose, organisationId: one.organisationId ?? other.organisationId } : one;
  });
  return [...completed, ...goes.recipients.filter((one) => !stays.recipients.some((other) => isSame(other, one)))];
}

const strength: readonly Confidence[] = ["own", "imported", "document", "portal"];

/** What only one of two sources says is known no better than that one knows it. */
const weakest = (one: Confidence, other: Confidence): Confidence => (strength.indexOf(one) <= strength.indexOf(other) ? one : other);

/** Where one of two sources sees less far, or kept silent, what both say together is complete no further. */
function shortest(one: Reach, other: Reach): Reach {
  const latest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
  return { knownSince: latest(one.knownSince, other.knownSince), answered: one.answered && other.answered, askedAt: latest(one.askedAt, other.askedAt) };
}

/**
 * The two again: what somebody has changed since stays as it was changed, and what was moved goes back where it is still with the one that stayed.
 * @returns null: the one that stayed is not on record any more
 */
export function holdingsApart({ before, after, gone, moved }: JoinedHoldings, records: readonly DataRecord[], now: string): readonly DataRecord[] | null {
  const current = records.find((one) => one.id === after.id);
  if (current?.type !== "holding") return null;
  const ids = new Set(moved.map(({ id }) => id));
  const back = records.flatMap((one) => ((one.type === "consent" || one.type === "request") && ids.has(one.id) && one.holdingId === after.id ? [{ ...one, holdingId: gone.id, updatedAt: now }] : []));
  // Another computer may have brought it back, as it was changed there.
  const isBack = records.some(({ id }) => id === gone.id);
  return [{ ...asBefore(current, before, after), updatedAt: now }, ...(isBack ? [] : [{ ...gone, organisationId: current.organisationId, updatedAt: now }]), ...back];
}

const lists = ["purposes", "data", "recipients", "evidence"] as const satisfies readonly (keyof Holding)[];
const wholes = ["service", "notice", "confidence", "reach", "createdAt"] as const satisfies readonly (keyof Holding)[];

function asBefore(current: Holding, before: Holding, after: Holding): Holding {
  const reverted = holdingDetails.reduce((one, detail) => (same(lenses[detail].of(current), lenses[detail].of(after)) ? lenses[detail].from(one, before) : one), current);
  const acts = listAsBefore(current.handling?.acts ?? [], before.handling?.acts ?? [], after.handling?.acts ?? []);
  return {
    ...reverted,
    ...Object.fromEntries(wholes.flatMap((key) => (same(current[key], after[key]) ? [[key, before[key]]] : []))),
    ...Object.fromEntries(lists.map((key) => [key, listAsBefore<unknown>(current[key], before[key], after[key])])),
    handling: same(current.handling, after.handling) ? before.handling : reverted.handling && { ...reverted.handling, acts },
  };
}

// What the form of a record has in its fields, and the record that comes of it.
import { type Day, dayFromIso } from "../../consent/calendar/day.ts";
import type { DataItem, Handling, Holding, Recipient } from "../../consent/record/record.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import { unknownHandling } from "../../consent/record/record.ts";
import { durationsIn, isoDuration } from "../../consent/policy/durations.ts";
import type { DatabaseForm, DataSource, Ending, LegalBasis, ProcessingAct, Role } from "../../consent/record/vocabulary.ts";
import { dataItems, linesOf, recipientsOf } from "./newRecord.ts";

/** Texts as they are typed, one a line where several; dates as ISO, or what is no date yet. */
export interface HoldingValues {
  readonly data: string;
  readonly purposes: string;
  readonly recipients: string;
  readonly basis: LegalBasis;
  readonly basisText: string;
  readonly until: string;
  readonly keeping: string;
  readonly database: string;
  readonly location: string;
  readonly role: Role;
  readonly since: string;
  readonly purposeEndedOn: string;
  readonly collectedFrom: string;
  readonly knownSince: string;
  readonly form: DatabaseForm | null;
  readonly registered: string;
  readonly source: DataSource | null;
  readonly acts: readonly ProcessingAct[];
  readonly ending: Ending | null;
  readonly endedOn: string;
  /** What was decided about one datum or recipient of the lists, by its name. */
  readonly items: readonly DataItem[];
  readonly receivers: readonly Recipient[];
}

/** @param language in which words of ours are shown ([Note: own words in records]) */
export function valuesOf(known: Holding | null, language: "ka" | "en" = "ka"): HoldingValues {
  const words = (text: string): string => inWords(text, language);
  const handling = known?.handling ?? unknownHandling;
  return {
    data: known?.data.map(({ name }) => name).join("\n") ?? "",
    purposes: known?.purposes.map(words).join("\n") ?? "",
    recipients: known?.recipients.map(({ name }) => words(name)).join("\n") ?? "",
    basis: known?.basis ?? "unknown",
    basisText: known?.basisText ?? "",
    until: known?.retention.until ?? "",
    keeping: known?.retention.text ?? "",
    database: known?.database.name ?? "",
    location: known?.database.location ?? "",
    role: known?.role ?? "owner",
    since: known?.since ?? "",
    purposeEndedOn: known?.purposeEndedOn ?? "",
    collectedFrom: known?.collectedFrom ?? "",
    knownSince: known?.reach.knownSince ?? "",
    form: handling.form,
    registered: handling.registered ?? "",
    source: handling.source,
    acts: handling.acts,
    ending: handling.ended?.how ?? null,
    endedOn: handling.ended?.on ?? "",
    items: known?.data ?? [],
    receivers: known?.recipients.map((one) => ({ ...one, name: words(one.name), purpose: one.purpose === null ? null : words(one.purpose) })) ?? [],
  };
}

/** The data as listed now, each with what is known or was decided about it (line 101: the person has the say). */
export function itemsOf({ data, items }: HoldingValues): readonly DataItem[] {
  return dataItems(data).map((item) => items.find(({ name }) => name === item.name) ?? item);
}

export function receiversOf({ recipients, receivers }: HoldingValues): readonly Recipient[] {
  return recipientsOf(recipients).map((item) => receivers.find(({ name }) => name === item.name) ?? item);
}

/** The list with this one in the place of the one of its name. */
export function withOne<T extends { readonly name: string }>(all: readonly T[], one: T): readonly T[] {
  return [...all.filter(({ name }) => name !== one.name), one];
}

/** The dates of the form, as they stand in it. */
export type DateField = "consentOn" | "consentUntil" | "until" | "since" | "knownSince" | "purposeEndedOn" | "endedOn";

/** Whether the last day comes before the first, as ISO dates; not said of what is no date. */
export function isBefore(last: string, first: string): boolean {
  const [ends, begins] = [dayFromIso(last), dayFromIso(first)];
  return ends !== null && begins !== null && ends < begins;
}

/**
 * The first date that can't be: it does not exist, what is said to have happened lies in the future, or a consent ends before it was given.
 * @param consented null: the form does not ask for it
 * @param known what came with an import and was left as it is does not stand in the way of the rest
 */
export function wrongDate(values: HoldingValues, consented: { readonly on: string; readonly until: string } | null, today: Day, known: Holding | null = null): { readonly field: DateField; readonly why: "date" | "day" | "before" } | null {
  const dates: readonly (readonly [DateField, string])[] = [
    ["consentOn", consented?.on ?? ""],
    ["consentUntil", consented?.until ?? ""],
    ["until", values.until],
    ["since", values.since],
    ["knownSince", values.knownSince],
    ["purposeEndedOn", values.purposeEndedOn],
    ["endedOn", values.ending === null ? "" : values.endedOn],
  ];
  for (const [field, text] of dates) {
    // Only the day of an ending that was chosen can't be left empty.
    if (text === "" && (field !== "endedOn" || values.ending === null)) continue;
    const day = dayFromIso(text);
    if (day === null) return { field, why: "date" };
    if (day > today && (field === "consentOn" || field === "endedOn")) return { field, why: "day" };
    if (field === "consentUntil" && consented && isBefore(text, consented.on)) return { field, why: "before" };
    if (field === "until" && isBefore(text, values.since) && (text !== known?.retention.until || values.since !== known.since)) return { field, why: "before" };
  }
  return null;
}

/** What is known beyond the form's fields stays. */
export function holdingFields(values: HoldingValues, known: Holding | null): Partial<Holding> {
  const keeping = values.keeping.trim() || null;
  const unchanged = known !== null && known.retention.text === keeping;
  return {
    data: itemsOf(values),
    purposes: linesOf(values.purposes),
    recipients: receiversOf(values),
    basis: values.basis,
    basisText: values.basisText.trim() || null,
    retention: { until: values.until || null, text: keeping, duration: unchanged ? known.retention.duration : durationOf(keeping) },
    database: { name: values.database.trim() || null, location: values.location.trim() || null },
    role: values.role,
    since: values.since || null,
    purposeEndedOn: values.purposeEndedOn || null,
    collectedFrom: values.collectedFrom.trim() || null,
    handling: handlingOf(values),
    ...(known === null && values.knownSince === "" ? {} : { reach: { ...(known?.reach ?? { answered: true, askedAt: null }), knownSince: values.knownSince || null } }),
  };
}

/** "Five years" as `P5Y`; null where no length is said. */
function durationOf(text: string | null): string | null {
  const [found] = text === null ? [] : durationsIn(text);
  return found ? isoDuration(found) : null;
}

function handlingOf({ form, registered, source, acts, ending, endedOn }: HoldingValues): Handling | null {
  const handling: Handling = { form, registered: registered.trim() || null, source, acts, ended: ending === null || endedOn === "" ? null : { how: ending, on: endedOn } };
  return JSON.stringify(handling) === JSON.stringify(unknownHandling) ? null : handling;
}

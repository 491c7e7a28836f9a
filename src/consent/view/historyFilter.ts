// The time line, searched, narrowed and laid out by years; thousands of lines at every key.
import { isoOf } from "../calendar/day.ts";
import type { Organisation } from "../record/record.ts";
import type { EventType } from "../request/event.ts";
import { finder, type Searchable } from "./finding.ts";
import type { Happening } from "./history.ts";
import { byOrganisationName } from "./nameOrder.ts";

/** By who did it: a person looks for "what they answered", not for one of thirty kinds of events. */
export const doings = ["mine", "theirs", "decided", "consent", "holding"] as const;
export type Doing = (typeof doings)[number];

export interface HistoryFilter {
  readonly text: string;
  readonly doing: Doing | null;
  readonly organisationId: string | null;
}

export const wholeHistory: HistoryFilter = { text: "", doing: null, organisationId: null };

const doingOfEvent: Readonly<Record<EventType, Doing>> = {
  signed: "mine", sent: "mine", gaveMore: "mine", contested: "mine", reminded: "mine", objected: "mine", complained: "mine", sued: "mine", closed: "mine", reopened: "mine",
  returned: "theirs", received: "theirs", promised: "theirs", askedMore: "theirs", deferred: "theirs", partly: "theirs", satisfied: "theirs", refused: "theirs", feeAsked: "theirs", silent: "theirs",
  decided: "decided", judged: "decided",
};

export function doingOf(one: Happening): Doing {
  return one.kind === "request" ? doingOfEvent[one.event] : one.kind;
}

/** @param wordsOf what is searched in a line @returns those that match the filter and all words of its text, in their order */
export function selectHistory(all: readonly Happening[], { text, doing, organisationId }: HistoryFilter, wordsOf: (one: Happening) => Searchable): readonly Happening[] {
  const found = finder(text);
  return all.filter(
    (one) => (organisationId === null || one.organisationId === organisationId) && (doing === null || doingOf(one) === doing) && (found === null || found(wordsOf(one))),
  );
}

export interface Year {
  readonly year: string;
  readonly happenings: readonly Happening[];
}

/** @param happenings newest first @returns the years in which something happened, newest first */
export function yearsOf(happenings: readonly Happening[]): readonly Year[] {
  const years: { readonly year: string; readonly happenings: Happening[] }[] = [];
  for (const one of happenings) {
    const year = isoOf(one.day).slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.happenings.push(one);
    else years.push({ year, happenings: [one] });
  }
  return years;
}

/** The organisations to which something happened, by the alphabet. @param language that is read */
export function organisationsIn(all: readonly Happening[], language: "ka" | "en"): readonly Organisation[] {
  const found = new Map(all.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation] as const] : [])));
  return byOrganisationName(found.values(), (one) => one, language);
}

// What waits for the person, from everything the vault has: one list, the most urgent first. Pure.
import { type Day, dayInTbilisi } from "../consent/calendar/day.ts";
import { organisationName } from "../consent/record/organisationName.ts";
import type { Organisation } from "../consent/record/record.ts";
import type { TrackedRequest } from "../consent/view/overview.ts";
import { owedDay } from "../consent/view/reminders.ts";
import { type Row, soonDays } from "../consent/view/rows.ts";
import type { Answer } from "../forms/answer.ts";
import type { Draft } from "../forms/applications.ts";
import type { OwnForm } from "../forms/ownForm.ts";
import { decisionOn, type NoticeRecord, type TermsVersion } from "../notices/terms.ts";
import type { CardEnds } from "./cardEnds.ts";

/** Of a card: both certificates, the one for logging in, the one for signing; the card itself. */
type CardDueKind = "certificate" | "loginCertificate" | "signingCertificate" | "card";

export type Due =
  /** An organisation owes an answer by that day; over: it has passed. */
  | { readonly kind: "request"; readonly day: Day; readonly over: boolean; readonly name: string; readonly requestId: string }
  /** A letter was sent, and nobody knows whether it has arrived. day: on which to ask. */
  | { readonly kind: "receipt"; readonly day: Day; readonly name: string; readonly requestId: string }
  /** Nobody knows by when an answer is owed. day: on which to look whether it has come. */
  | { readonly kind: "look"; readonly day: Day; readonly name: string; readonly requestId: string }
  /** A complaint is to be decided by that day; over: it has passed. */
  | { readonly kind: "decision"; readonly day: Day; readonly over: boolean; readonly name: string; readonly requestId: string }
  /** A refusal, or silence by one reading of the law, can be complained of until then. */
  | { readonly kind: "filing"; readonly day: Day; readonly name: string; readonly requestId: string }
  /** Data may be kept until then. */
  | { readonly kind: "retention"; readonly day: Day; readonly over: boolean; readonly name: string; readonly organisationId: string }
  /** The card's certificates end, on the same day or only one of them; or the card does. */
  | { readonly kind: CardDueKind; readonly day: Day; readonly over: boolean }
  /** Terms changed, and the person has not said what they make of it. day: on which that was seen. */
  | { readonly kind: "terms"; readonly day: Day; readonly name: string; readonly url: string }
  /** An answer that the person has not judged. day: on which it was kept. */
  | { readonly kind: "answer"; readonly day: Day; readonly name: string; readonly url: string }
  /** A letter that is written and was not sent. day: on which it was last worked on. */
  | { readonly kind: "letter"; readonly day: Day; readonly name: string; readonly requestId: string }
  /** An application that was begun. day: on which it was last worked on. */
  | { readonly kind: "draft"; readonly day: Day; readonly name: string; readonly url: string }
  /** A form of the home page that was begun and not saved. name: of the organisation that its address names, if it names one. */
  | { readonly kind: "form"; readonly day: Day; readonly name?: string; readonly place: string };

/** Each with a key that no other has: of one form there may be several drafts of a day, of one organisation several terms that end. */
export function keyed(all: readonly Due[]): readonly (readonly [key: string, due: Due])[] {
  const counts = new Map<string, number>();
  return all.map((due) => {
    const name = `${due.kind} ${due.day} ${placeOf(due)}`;
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return [`${name} ${nth}`, due];
  });
}

function placeOf(due: Due): string {
  if ("requestId" in due) return due.requestId;
  if ("organisationId" in due) return due.organisationId;
  return "url" in due ? due.url : "place" in due ? due.place : "";
}

/** Where the home page has what a line speaks of, as its address without the "#"; null: it is a page of the portal. */
export function homePlaceOf(due: Due): string | null {
  switch (due.kind) {
    case "certificate":
    case "loginCertificate":
    case "signingCertificate":
    case "card":
      return "card";
    case "request":
    case "receipt":
    case "look":
    case "decision":
    case "filing":
    case "letter":
      return `data/request/${due.requestId}`;
    case "retention":
      return `data/organisation/${due.organisationId}`;
    case "form":
      return due.place;
    case "terms":
    case "answer":
    case "draft":
      return null;
  }
}

export interface Sources {
  readonly tracked: readonly TrackedRequest[];
  readonly rows: readonly Row[];
  readonly organisations: ReadonlyMap<string, Pick<Organisation, "name" | "nameEn">>;
  readonly notices: readonly NoticeRecord[];
  readonly answers: readonly Answer[];
  readonly drafts: readonly Draft[];
  readonly forms: readonly OwnForm[];
  /** Until when the card is good; null: nobody knows. */
  readonly cardEnds: CardEnds | null;
  readonly today: Day;
  /** In which organisations are named. */
  readonly language: "ka" | "en";
}

/** A card's certificate is said to end so long before: a new card takes weeks. */
const certificateDays = 60;

/** In this order where days are equal, or say nothing. */
const order: readonly Due["kind"][] = ["request", "filing", "decision", "receipt", "look", "retention", "certificate", "loginCertificate", "signingCertificate", "card", "terms", "answer", "letter", "draft", "form"];

export function dueOf(sources: Sources): readonly Due[] {
  const all = [...requests(sources), ...retention(sources), ...(sources.cardEnds ? endingOfCard(sources.cardEnds, sources.today) : []), ...terms(sources), ...answers(sources), ...letters(sources), ...drafts(sources), ...forms(sources)];
  const rank = (one: Due): number => ("over" in one && one.over ? 0 : "over" in one || one.kind === "receipt" || one.kind === "look" || one.kind === "filing" ? 1 : 2);
  // What has a last day goes by it; what was seen or begun, by its kind, the newest first.
  return all.sort((one, other) => rank(one) - rank(other) || (rank(one) < 2 ? one.day - other.day : 0) || order.indexOf(one.kind) - order.indexOf(other.kind) || other.day - one.day);
}

function nameOf({ organisations, language }: Sources, id: string): string | undefined {
  const organisation = organisations.get(id);
  return organisation && organisationName(organisation, language);
}

function requests(sources: Sources): readonly Due[] {
  const { tracked, today } = sources;
  return tracked.flatMap(({ request, situation }): readonly Due[] => {
    const day = owedDay(situation, today);
    const of = { name: nameOf(sources, request.organisationId) ?? request.reference, requestId: request.id };
    if (situation.askReceiptOn !== null) return situation.askReceiptOn > today ? [] : [{ kind: "receipt", day: situation.askReceiptOn, ...of }];
    const { fileBy, decideBy, askAnswerOn } = situation;
    if (decideBy !== null) return decideBy.day - today > soonDays ? [] : [{ kind: "decision", day: decideBy.day, over: decideBy.day < today, ...of }];
    if (askAnswerOn !== null) return askAnswerOn > today ? [] : [{ kind: "look", day: askAnswerOn, ...of }];
    const filing: readonly Due[] = fileBy === null || fileBy < today ? [] : [{ kind: "filing", day: fileBy, ...of }];
    return day === null || day - today > soonDays ? filing : [{ kind: "request", day, over: situation.overdue || day < today, ...of }, ...filing];
  });
}

function retention({ rows, today, language }: Sources): readonly Due[] {
  return rows.flatMap(({ ends, until, alert, organisation }): readonly Due[] => (ends === "over" || ends === "soon" ? [{ kind: "retention", day: until ?? alert?.since ?? today, over: ends === "over", name: organisationName(organisation, language), organisationId: organisation.id }] : []));
}

/** What of a card ends soon, or has ended: one line where both certificates do on the same day. */
export function endingOfCard({ login, signing, card }: CardEnds, today: Day): readonly { readonly kind: CardDueKind; readonly day: Day; readonly over: boolean }[] {
  const [first, second, own] = [login, signing, card].map((one) => (one ? dayInTbilisi(one.notAfter) : null));
  const together = first === second;
  const all: readonly (readonly [CardDueKind, Day | null | undefined])[] = [[together ? "certificate" : "loginCertificate", first], ["signingCertificate", together ? null : second], ["card", own]];
  return all.flatMap(([kind, day]) => (day === null || day === undefined || day - today > certificateDays ? [] : [{ kind, day, over: day < today }]));
}

/** Newest versions of what is known in several, that nothing, or "later", was said about. */
function terms({ notices }: Sources): readonly Due[] {
  const byPage = new Map<string, TermsVersion[]>();
  for (const one of notices) if (one.type === "terms") byPage.set(one.pageKey, [...(byPage.get(one.pageKey) ?? []), one]);
  return [...byPage.values()].flatMap((versions): readonly Due[] => {
    const [newest] = versions.toSorted((one, other) => other.firstSeen - one.firstSeen);
    if (!newest || versions.length < 2) return [];
    const decision = decisionOn(notices, newest)?.decision ?? "later";
    return decision === "later" ? [{ kind: "terms", day: dayInTbilisi(newest.firstSeen), name: newest.title, url: newest.url }] : [];
  });
}

function answers(sources: Sources): readonly Due[] {
  return sources.answers.filter(({ marks }) => Object.keys(marks).length === 0).map(({ savedAt, title, url }) => ({ kind: "answer", day: dayInTbilisi(savedAt), name: title, url }));
}

function drafts(sources: Sources): readonly Due[] {
  return sources.drafts.map(({ application }) => ({ kind: "draft", day: dayInTbilisi(application.changedAt), name: application.identity.title, url: application.identity.url }));
}

function letters(sources: Sources): readonly Due[] {
  return sources.tracked.flatMap(({ request, situation }): readonly Due[] => (situation.phase === "draft" ? [{ kind: "letter", day: dayInTbilisi(Date.parse(request.updatedAt)), name: nameOf(sources, request.organisationId) ?? request.reference, requestId: request.id }] : []));
}

function forms(sources: Sources): readonly Due[] {
  return sources.forms.map(({ place, at }) => {
    const ids = place.split("/");
    const of = sources.tracked.find(({ request }) => ids.includes(request.id))?.request.organisationId;
    const name = [...ids, of ?? ""].map((one) => nameOf(sources, one)).find((one) => one !== undefined);
    return { kind: "form", day: dayInTbilisi(at), place, ...(name === undefined ? {} : { name }) };
  });
}

// An answer that is taken over: what it lists goes into the record, and that it came into the request that it answers. It may have come
// through the portal, or as a letter by post or mail. Pure.
import { type Day, dayFromIso, isoOf, startInTbilisi } from "../../consent/calendar/day.ts";
import { readAnswer } from "../../consent/answers/readAnswer.ts";
import { longestText } from "../../consent/record/codec.ts";
import type { Evidence, Holding, Organisation } from "../../consent/record/record.ts";
import { enter } from "../../consent/request/enter.ts";
import type { Paper } from "../../consent/request/event.ts";
import { after, type Refusal } from "../../consent/request/phase.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import type { TrackedRequest } from "../../consent/view/overview.ts";
import { changedNow, dataItems, linesOf, newEvent, newHolding } from "./newRecord.ts";

export interface TakenAnswer {
  readonly title: string;
  readonly text: string;
  /** Of what proves it: the portal's text, or the letter's file. */
  readonly sha256: string;
  /** The portal's address, or the letter's name. */
  readonly where: string;
  /** Milliseconds since the epoch: when it came into the vault. */
  readonly at: number;
  /** The day on which it came. */
  readonly cameOn: Day;
}

/** What one taking over has made and changed, so that it can be undone. */
export interface TakenOver {
  readonly holding: Holding;
  /** As it was; null: it is new. */
  readonly known: Holding | null;
  /** Null: it was on record. */
  readonly organisation: Organisation | null;
  /** As it was before the answer was entered; null: nothing was. */
  readonly request: DataRequest | null;
}

/** The record that this very answer is evidence of. */
export function recordOfAnswer(holdings: readonly Holding[], { sha256 }: Pick<TakenAnswer, "sha256">): Holding | null {
  return holdings.find(({ evidence }) => evidence.some((one) => one.kind === "letter" && one.sha256 === sha256)) ?? null;
}

/**
 * Of the answer's text as much is kept with the record as a record may have; the answer itself lies in the vault, and its hash is of all of it.
 * @param known a record that is there already: it keeps what it has, and gains what the answer says
 * @param asked the request that it answers; null: none is on record, and when it was asked nobody knows
 */
export function holdingOfAnswer(answer: TakenAnswer, organisationId: string, { data, purpose }: { readonly data: string; readonly purpose: string }, known: Holding | null, asked: Pick<DataRequest, "events"> | null): Holding {
  const evidence: Evidence = { kind: "letter", where: answer.where, sha256: answer.sha256, seenAt: new Date(answer.at).toISOString(), quote: answer.text.slice(0, longestText) || null };
  const base = known ?? { ...newHolding(organisationId), evidence: [] };
  const items = dataItems([...new Set(linesOf(data))].join("\n")).filter(({ name }) => !base.data.some((one) => one.name === name));
  const askedOn = dayFromIso(asked?.events.findLast(({ type }) => type === "sent")?.on ?? "");
  return changedNow<Holding>({
    ...base,
    data: [...base.data, ...items],
    purposes: [...new Set([...base.purposes, ...linesOf(purpose)])],
    confidence: "document",
    reach: { ...base.reach, answered: true, askedAt: askedOn === null ? base.reach.askedAt : new Date(startInTbilisi(askedOn)).toISOString() },
    evidence: [...base.evidence, evidence],
  });
}

/** The requests to an organisation that this answer may be the answer to: on their way, and it is not on record with them yet. */
export function openFor(tracked: readonly TrackedRequest[], organisationId: string, { sha256 }: Pick<TakenAnswer, "sha256">): readonly TrackedRequest[] {
  return tracked.filter(({ request, situation }) => request.organisationId === organisationId && situation.phase !== "satisfied" && after(situation.phase, "satisfied") !== null && !hasPaper(request, sha256));
}

export const hasPaper = ({ events }: Pick<DataRequest, "events">, sha256: string): boolean => events.some(({ papers }) => papers.some((one) => one.sha256 === sha256));

/** What is recorded with it; "later": what else it says is entered on the request's own page. */
export const cameKinds = ["satisfied", "partly", "later"] as const;
export type CameKind = (typeof cameKinds)[number];

/** What its words say, where they do; an answer that lists what is held is one. */
export function cameOf(text: string): CameKind {
  const type = readAnswer(text)?.type ?? "satisfied";
  return type === "satisfied" || type === "partly" ? type : "later";
}

export type Entered = { readonly request: DataRequest } | { readonly refused: Refusal };

/** The request with the answer as its event, its paper with it. */
export function withAnswerEvent({ request, situation }: TrackedRequest, kind: Exclude<CameKind, "later">, { cameOn, text }: Pick<TakenAnswer, "cameOn" | "text">, papers: readonly Paper[]): Entered {
  const event = newEvent({ type: kind, papers, ...(kind === "partly" ? { missing: "", isAll: readAnswer(text)?.isAll ?? null } : {}) }, isoOf(cameOn));
  const added = enter(request.events, event, situation);
  return "refused" in added ? added : { request: changedNow<DataRequest>({ ...request, events: added.events }) };
}

/** As it was before that event, which may have put the silence before it on record (`enter`); null: something else has happened since, so that it stays. */
export function withoutAnswerEvent(now: DataRequest, before: DataRequest): DataRequest | null {
  const had = new Set(before.events.map(({ id }) => id));
  const [kept, added] = [now.events.filter(({ id }) => had.has(id)), now.events.filter(({ id }) => !had.has(id))];
  const isIts = kept.length === before.events.length && before.events.every(({ id }, i) => kept[i]?.id === id) && added.length > 0 && added.slice(0, -1).every(({ type }) => type === "silent") && (cameKinds as readonly string[]).includes(added.at(-1)?.type ?? "");
  return isIts ? changedNow<DataRequest>({ ...now, events: before.events }) : null;
}

// What a person types about what happened, before it is recorded: it outlives a closed form.
import { addresseeOf, type ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import { type Day, dayFromIso, dayInTbilisi, isoOf } from "../../consent/calendar/day.ts";
import type { Channel, EventType, Outcome, Paper, ReceiptProof, RequestEvent, SentLetter } from "../../consent/request/event.ts";
import type { NextStep } from "../../consent/request/nextStep.ts";
import { type AnswerForm, type AnswerReading, readAnswer } from "../../consent/answers/readAnswer.ts";
import { emptyDeferral, emptyRefusal } from "../../consent/request/notice.ts";
import { newEvent } from "./newRecord.ts";
import { type Attached, keyOf, nothingAttached, paperOfAnswer, withPapers } from "./papers.ts";
import type { KeptAnswer } from "./portalTrail.ts";

export const answers = ["satisfied", "partly", "promised", "deferred", "refused", "askedMore", "feeAsked"] as const satisfies readonly EventType[];
export const channels = ["portal", "mail", "post", "person"] as const satisfies readonly Channel[];
export const proofs = ["portal", "mail", "post", "stamp", "entered"] as const satisfies readonly ReceiptProof[];
export const outcomes = ["upheld", "partly", "rejected"] as const satisfies readonly Outcome[];

export interface EventFields {
  /** ISO date, or what was typed as long as that is none. */
  readonly on: string;
  readonly answer: (typeof answers)[number] | null;
  readonly outcome: Outcome | null;
  readonly words: string;
  readonly ground: string;
  /** Of a part: whether the organisation says that nothing more will come. Left out: nobody has said. */
  readonly isAll?: boolean | null | undefined;
  readonly channel: Channel;
  readonly proof: ReceiptProof;
  readonly notice: typeof emptyDeferral & typeof emptyRefusal;
  readonly attached: Attached;
  /** The words of a letter that came by post or mail; recorded, they become a paper. Left out: none. */
  readonly pasted?: string | undefined;
  /** What the words of a paper filled in, for the person to look at. Left out: nothing did, or that paper is here no more. */
  readonly read?: ReadPaper | undefined;
}

/** In the place of a paper's key: the words that are pasted. */
export const pastedKey = "pasted";

/** What was read, and from which paper (`keyOf`). */
export interface ReadPaper {
  readonly from: string;
  readonly reading: AnswerReading;
}

export const noFields = (today: Day, channel: Channel): EventFields => ({ on: isoOf(today), answer: null, outcome: null, words: "", ground: "", channel, proof: "entered", notice: { ...emptyDeferral, ...emptyRefusal }, attached: nothingAttached });

/**
 * With an answer of the portal's, which is the paper of what it says, and with what its words say; what the person has chosen before stays.
 * Recorded days later it came on its own day all the same: else one in time would stand there as late.
 * @param before as the form was left
 */
export function withAnswer(before: EventFields, kept: KeptAnswer, today: Day): EventFields {
  const paper = paperOfAnswer(kept);
  const on = before.on === isoOf(today) ? isoOf(Math.min(dayInTbilisi(kept.answer.savedAt), today)) : before.on;
  const fields = { ...before, on, attached: { ...before.attached, papers: withPapers(before.attached.papers, [paper]) } };
  // A decision of whom the complaint went to is in no form that is known here: the person says what it was.
  return kept.toComplaint ? fields : withWords(fields, kept.answer.text, keyOf(paper), { form: "page", more: kept.answer.files.length > 0 });
}

/**
 * With what the words of a paper say; what is written already stays.
 * @param from the paper's key
 * @param how `more`: it has more than these words, and what they do not say may stand there
 */
export function withWords(before: EventFields, text: string, from: string, { form, more }: { readonly form: AnswerForm; readonly more: boolean }): EventFields {
  const read = before.answer === null ? readAnswer(text, form) : null;
  if (read === null) return before;
  const { explainsAppeal } = read.notice;
  const reading: AnswerReading = { ...read, notice: { ...read.notice, explainsAppeal: more && explainsAppeal === false ? null : explainsAppeal } };
  const { notice } = before;
  const written = Object.fromEntries(Object.entries(notice).filter(([, value]) => value !== null));
  return { ...before, answer: reading.type, notice: { ...reading.notice, ...written }, words: before.words || reading.words, isAll: before.isAll ?? reading.isAll, read: { from, reading } };
}

/** Once the paper that they are from is taken out or changed, its words fill in nothing; what the person wrote in their place stays. */
export function withoutWords(before: EventFields): EventFields {
  if (!before.read) return before;
  const { type, notice, words, isAll } = before.read.reading;
  const read: Readonly<Record<string, unknown>> = { ...notice };
  const own = Object.fromEntries(Object.entries(before.notice).map(([item, value]) => [item, value === read[item] ? null : value]));
  return { ...before, answer: before.answer === type ? null : before.answer, words: before.words === words ? "" : before.words, isAll: before.isAll === isAll ? null : before.isAll, notice: { ...before.notice, ...own }, read: undefined };
}

/** What a step would record; null: the person has not said which answer came. */
export const typeOf = (step: NextStep, { answer }: EventFields): EventType | null => (step.kind === "enterAnswer" ? answer : step.event);

/** A date of the notice that is written and is no day; null: what is to be recorded has none. Nobody could open the request again. */
export function wrongDateIn({ notice }: Pick<EventFields, "notice">, type: EventType | null): "sentOn" | "until" | null {
  const dates = type === "deferred" ? (["sentOn", "until"] as const) : type === "refused" ? (["sentOn"] as const) : [];
  return dates.find((one) => notice[one] !== null && dayFromIso(notice[one]) === null) ?? null;
}

interface Facts {
  readonly step: NextStep;
  readonly type: EventType;
  readonly day: Day;
  readonly copy: SentLetter | null;
  readonly complainTo: ComplaintTarget;
  readonly court: string;
  /** In the vault by now. */
  readonly papers: readonly Paper[];
}

/** The events that they make. A number of the portal's is its receipt: it registers an application when it comes. */
export function eventsOf({ on, words, ground, isAll, channel, proof, outcome, notice, attached }: EventFields, { step, type, day, copy, complainTo, court, papers }: Facts): readonly RequestEvent[] {
  const { official, sentOn, reason, until, legalGround, inWriting, explainsAppeal } = notice;
  const number = channel === "portal" ? words.trim() || null : null;
  const fields: Partial<Record<EventType, object>> = {
    signed: { letter: null },
    sent: { channel, number, copy },
    received: { proof },
    askedMore: { what: words },
    gaveMore: { copy },
    partly: { missing: words, isAll: isAll ?? null },
    deferred: { notice: { official, sentOn, reason, until, inWriting, explainsAppeal } },
    refused: { notice: { official, sentOn, reason, legalGround, inWriting, explainsAppeal } },
    feeAsked: { amount: words, ground: ground.trim() || null },
    contested: { why: words, copy },
    reminded: { copy },
    objected: { copy },
    // Who it went to is who had the office on that day.
    complained: { addressee: addresseeOf(complainTo, day), to: complainTo.kind, about: step.about, copy },
    decided: { outcome },
    sued: { court, copy },
    judged: { outcome },
  };
  const event = newEvent({ type, papers, note: attached.note.trim() || null, ...fields[type] }, on);
  return type === "sent" && number !== null ? [event, newEvent({ type: "received", proof: "portal" }, on)] : [event];
}

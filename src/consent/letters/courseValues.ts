import { complaintDay } from "../law/deadline.ts";
import type { EventType, RequestEvent } from "../request/event.ts";
import { heardOn, lastWordOn, lateAnswerOn } from "../request/grievance.ts";
import { isProved, receiptOf, sendingOf } from "../request/sinceSent.ts";
import { bodyOf } from "./bodies.ts";
import type { Values } from "./fill.ts";
import type { LetterInput } from "./letter.ts";
import { isClaim, letterKind } from "./letterKind.ts";
import { type LetterKind, templates } from "./templates.ts";
import { flag, written, writtenDay } from "./written.ts";

/** The day of the last event of that kind, as Georgia writes it; null: there was none. */
export function dayOfLast(events: readonly RequestEvent[], type: EventType): string | null {
  return dayIn(events.findLast((one) => one.type === type)?.on ?? null);
}

/** What happened to the request, and to the one that it follows. */
export function courseValues(input: LetterInput, kind: LetterKind): Values {
  const { language, request, followUp, follows } = input;
  const { events } = request;
  const after = isAfterComplaint(input, kind);
  const over = complaintDay(input.deadlines);
  const fee = events.findLast((one) => one.type === "feeAsked");
  const followed = follows?.events ?? [];
  return {
    aboutReference: followUp && !after ? request.reference : null,
    aboutTitle: templates[language].kinds[letterKind(request, null, follows)].title,
    follows: follows ? [follows.reference, dayIn(sendingOf(followed)?.on ?? null)].filter((one) => one !== null).join(", ") : null,
    complaintMade: after ? [request.reference, dayIn(sendingOf(events)?.on ?? null), bodyOf(input)].filter((one) => one !== null).join(", ") : null,
    sentOn: dayIn(sendingOf(events)?.on ?? null),
    receivedOn: dayIn(receiptOf(events)?.on ?? null),
    gaveMoreOn: dayOfLast(events, "gaveMore"),
    remindedOn: dayOfLast(events, "reminded"),
    // Nobody encloses what there is not.
    proof: flag(isProved(receiptOf(followUp ? events : followed))),
    answerCame: flag(lastWordOn(followUp && !after ? events : followed) !== null),
    answeredOn: dayIn(lateAnswerOn(events, over)),
    heardOn: dayIn(heardOn(events, over)),
    lastWordOn: dayIn(lastWordOn(events)),
    fee: fee ? [fee.amount, fee.ground].filter((one) => written(one)).join(", ") : null,
    askedWhat: events.findLast((one) => one.type === "askedMore")?.what ?? null,
  };
}

/** Whoever goes to court after a complaint sues for what that was about: the authority's answer is not the respondent's. */
export function isAfterComplaint({ request }: Pick<LetterInput, "request">, kind: LetterKind): boolean {
  return request.kind === "complaint" && isClaim(kind);
}

const dayIn = (iso: string | null): string | null => (iso === null ? null : writtenDay(iso));

import { answerTypes, type EventType, type RequestEvent } from "./event.ts";

type Sent = Extract<RequestEvent, { readonly type: "sent" }>;
type Received = Extract<RequestEvent, { readonly type: "received" }>;

/** The first event of these kinds since the letter was sent last; undefined: none has come, or it was never sent. */
export function firstSinceSent(events: readonly RequestEvent[], types: readonly EventType[]): RequestEvent | undefined {
  const sent = events.findLastIndex(({ type }) => type === "sent");
  return sent < 0 ? undefined : events.slice(sent).find(({ type }) => types.includes(type));
}

/**
 * The sending that arrived: the last, or an earlier one, where an answer from before the last shows that the letter which was believed
 * to be lost had come. Undefined: it was never sent.
 */
export function sendingOf(events: readonly RequestEvent[]): Sent | undefined {
  const last = events.findLast((one): one is Sent => one.type === "sent");
  const answer = firstSinceSent(events, answerTypes);
  if (!last || !answer || answer.on >= last.on) return last;
  return events.findLast((one): one is Sent => one.type === "sent" && one.on <= answer.on) ?? last;
}

/** Something shows the receipt: what the person alone has written down proves nothing to others, unless a paper lies with it. */
export function isProved(receipt: Received | undefined): boolean {
  return receipt !== undefined && (receipt.proof !== "entered" || receipt.papers.length > 0);
}

/** The receipt on record. One of a later day than an answer is a slip, since nobody answers what has not come: it counts as none. */
export function receiptOf(events: readonly RequestEvent[]): Received | undefined {
  const receipt = events.findLast((one): one is Received => one.type === "received");
  const answer = firstSinceSent(events, answerTypes);
  return receipt && answer && answer.on < receipt.on ? undefined : receipt;
}

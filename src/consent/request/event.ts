import type { Grievance } from "./grievance.ts";
import type { DeferralNotice, RefusalNotice } from "./notice.ts";

export type Channel = "portal" | "mail" | "post" | "person";
export type ReceiptProof = "entered" | "portal" | "post" | "stamp" | "mail";

/** Who decides a complaint (line 116): who supervises personal data, the body above a public institution, another one. */
export const complaintBodies = ["supervisor", "higherBody", "otherBody"] as const;
export type ComplaintBody = (typeof complaintBodies)[number];

/** A signed letter, as a document of the vault. */
export interface KeptLetter {
  readonly documentId: string;
  readonly name: string;
  /** Of the signed file, hexadecimal: by it the portal's application that carries it is recognised. */
  readonly sha256: string;
}

/**
 * A letter as it left, which stays what it was whatever day it is: who complains later is asked for this very text.
 * [Note: a letter that was sent] The record of an event that sends a letter carries it; before that, letters are written anew
 * each day. Nothing changes it afterwards: it goes only with its event.
 */
export interface SentLetter {
  readonly language: "ka" | "en";
  /** The letter's own, by which its text finds it for the first page of a PDF. */
  readonly title: string;
  readonly text: string;
  /** If it was signed with the card; the request's own is named by its event `signed`. */
  readonly file: KeptLetter | null;
}

/** What came on paper or in a file, kept with the event that it proves: a document of the vault, or an answer of the portal's. */
export interface Paper {
  readonly kind: "document" | "answer";
  /** The document's id, or that of the record of "answers". */
  readonly id: string;
  readonly name: string;
  /** Of the file, or of the answer's text; hexadecimal. */
  readonly sha256: string;
}

/** What every event has. `on` is the ISO date on which it happened, in Tbilisi. `note`: the person's own words. */
export interface Noted {
  readonly id: string;
  readonly on: string;
  readonly papers: readonly Paper[];
  readonly note: string | null;
}

/** What can happen to a request. */
export type RequestEvent = Noted & (
  /** letter: null when it was signed outside, on paper. */
  | { readonly type: "signed"; readonly letter: KeptLetter | null }
  /** number: under which the portal registered it. copy, here and below: the letter; null in records of before it was kept. */
  | { readonly type: "sent"; readonly channel: Channel; readonly number: string | null; readonly copy: SentLetter | null }
  /** It came back: wrong address, not delivered. */
  | { readonly type: "returned" }
  /** Day zero of every limit. */
  | { readonly type: "received"; readonly proof: ReceiptProof }
  /** The first answer: it will be satisfied (lines 107, 136). */
  | { readonly type: "promised" }
  /** The organisation wants to know more, to identify the person or the data. */
  | { readonly type: "askedMore"; readonly what: string }
  | { readonly type: "gaveMore"; readonly copy: SentLetter | null }
  | { readonly type: "deferred"; readonly notice: DeferralNotice }
  /** isAll: the organisation says that nothing more will come; null: nobody has said whether it does. */
  | { readonly type: "partly"; readonly missing: string; readonly isAll: boolean | null }
  | { readonly type: "satisfied" }
  | { readonly type: "refused"; readonly notice: RefusalNotice }
  /** Line 133: the person's own access is free. */
  | { readonly type: "feeAsked"; readonly amount: string; readonly ground: string | null }
  /** The person finds that nothing came by the last day. */
  | { readonly type: "silent" }
  /** The person finds the answer wrong, incomplete or without reasons. */
  | { readonly type: "contested"; readonly why: string; readonly copy: SentLetter | null }
  | { readonly type: "reminded"; readonly copy: SentLetter | null }
  /** The person will not pay for what is free. */
  | { readonly type: "objected"; readonly copy: SentLetter | null }
  /** to, about: null in records of before they were kept. */
  | { readonly type: "complained"; readonly addressee: string; readonly to: ComplaintBody | null; readonly about: Grievance | null; readonly copy: SentLetter | null }
  | { readonly type: "decided"; readonly outcome: Outcome }
  | { readonly type: "sued"; readonly court: string; readonly copy: SentLetter | null }
  | { readonly type: "judged"; readonly outcome: Outcome }
  | { readonly type: "closed" }
  | { readonly type: "reopened" }
);

export type Outcome = "upheld" | "partly" | "rejected";
export type EventType = RequestEvent["type"];

export const eventTypes: readonly EventType[] = [
  "signed", "sent", "returned", "received", "promised", "askedMore", "gaveMore", "deferred", "partly", "satisfied", "refused", "feeAsked", "silent",
  "contested", "reminded", "objected", "complained", "decided", "sued", "judged", "closed", "reopened",
];

/** What an organisation may write about a request. */
export const answerTypes: readonly EventType[] = ["promised", "askedMore", "deferred", "partly", "satisfied", "refused", "feeAsked"];

/** What of that decides about all that was asked, or a part of it. */
export const decidingTypes: readonly EventType[] = ["partly", "satisfied", "refused"];

/** What of that leaves something owed, or open to an objection. */
export const openAnswerTypes: readonly EventType[] = answerTypes.filter((type) => type !== "satisfied");

/** The letter that an event sent, as it was kept with it. */
export function copyOf(event: RequestEvent): SentLetter | null {
  return "copy" in event ? event.copy : null;
}

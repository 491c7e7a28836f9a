import type { Asker, RequestKind } from "../law/requestKind.ts";
import type { Cause } from "./cause.ts";
import type { ComplaintBody, RequestEvent } from "./event.ts";
import type { FollowUp } from "./followUp.ts";

/** Who signs and for whom: the facts a letter needs. */
export interface Applicant {
  /** Surname, name and patronymic; for a legal person its name. */
  readonly name: string;
  readonly personalNumber: string | null;
  readonly documentNumber: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** The natural person who certifies a legal person's request (line 105, item 2), or null. */
  readonly certifiedBy: { readonly position: string; readonly name: string } | null;
}

export interface Representative {
  readonly name: string;
  readonly personalNumber: string | null;
  /** The power of attorney or the law by which they act. */
  readonly authority: string;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What a request says besides who asks whom. Fields that its kind does not need stay null or empty. */
export interface Asked {
  /** The database, or its owner or manager (line 134, item 3). */
  readonly database: string | null;
  /** List of the data (line 134, item 4). */
  readonly data: readonly string[];
  /** Other facts that identify the person (line 134, item 2): a customer number, an old name. */
  readonly identifying: string | null;
  /** Why: needed for third parties (line 105, item 6), never asked of the person themself (line 132). */
  readonly purpose: string | null;
  /** Grounds of an objection, a correction, an erasure, a complaint, a claim. */
  readonly grounds: string | null;
  /** The grounds that were chosen from the list (line 129), in its order. */
  readonly causes: readonly Cause[];
  /** What the data should say, for a correction. */
  readonly shouldBe: string | null;
  /** The consent taken back: what for, and when it was given. */
  readonly consent: string | null;
  /** Whom a third party's request is about (line 105, item 3). */
  readonly about: string | null;
  /** Of whom it is about, if they have died: who they were to the applicant. Null: nobody says that they have. */
  readonly kin: string | null;
  /** The form in which the answer is wanted. */
  readonly answerForm: "electronic" | "paper";
}

/** Where a complaint goes (line 116). */
export interface ComplaintTarget {
  readonly kind: ComplaintBody;
  /** As the person wrote it; empty for the supervisor, whose name is known by the day. */
  readonly name: string;
}

export interface LetterText {
  readonly language: "ka" | "en";
  /** As it was edited, or as it was printed, copied or saved: it stays so. null: as the template makes it today. */
  readonly text: string | null;
  /** What the template said when that text began (`wordingOf`): where it says something else by now, the text may be untrue. null: nobody knows. */
  readonly madeFrom: string | null;
}

export interface FollowUpDraft extends LetterText {
  readonly kind: FollowUp;
}

/** A request with all that happened to it. Stored as it is; the phase is worked out (see [Note: a request is its events]). */
export interface DataRequest {
  readonly type: "request";
  readonly id: string;
  /** `2026-4K7Q2M9`: on the letter and in the subject of a mail, so that an answer finds its request. */
  readonly reference: string;
  readonly kind: RequestKind;
  readonly asker: Asker;
  readonly organisationId: string;
  /** The record this is about, if there is one. */
  readonly holdingId: string | null;
  /** The earlier request to the same organisation that this one follows: asked again, or complained of. */
  readonly aboutRequestId: string | null;
  /** For a complaint: where it goes; null: to the supervisor. */
  readonly complainTo: ComplaintTarget | null;
  /** For a complaint about what was decided, with no request on record: the ISO day on which the person got to know it, as far as they said. */
  readonly decidedOn: string | null;
  /** For a claim: the court; null: left to be filled in by hand. */
  readonly court: string | null;
  readonly applicant: Applicant;
  readonly representative: Representative | null;
  readonly asked: Asked;
  /** The letter as the person left it; null: nobody has chosen its language yet. */
  readonly letter: LetterText | null;
  /** Letters that follow the request, as far as the person has written them and not sent. */
  readonly followUps: readonly FollowUpDraft[];
  readonly events: readonly RequestEvent[];
  /** The id of the event that, as the person says, changes nothing in the record (outcome.ts); null: none was. */
  readonly declined: string | null;
  /** ISO instant. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Crockford's letters: no I, L, O, U, so that a reference can be read over the telephone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** @param random at least 7 random bytes */
export function newReference(year: number, random: Uint8Array): string {
  if (random.length < 7) throw new RangeError("a reference needs 7 random bytes");
  return `${year}-${Array.from(random.subarray(0, 7), (byte) => alphabet[byte % 32]).join("")}`;
}

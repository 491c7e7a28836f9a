// What an organisation's answer says, read from its words: which answer it is, and what of a notice's items stands in it (lines 112, 113
// and 115). It proposes: the form is filled in with it, and the person looks and records. Where the words do not speak, nothing is said.
import { emptyDeferral, emptyRefusal, type DeferralNotice, type RefusalNotice } from "../request/notice.ts";
import { appealIn, type AppealSaid, explainsAppeal } from "./appeal.ts";
import { typeIn } from "./decision.ts";
import { type AnswerType, refusesTheRest } from "./kinds.ts";
import { groundIn } from "./ground.ts";
import { letterText } from "./letterText.ts";
import { sentOnIn, untilIn } from "./noticeDays.ts";
import { reasonIn } from "./reason.ts";
import { decidingIn } from "./said.ts";
import { signerIn } from "./signer.ts";

export interface AnswerReading {
  readonly type: AnswerType;
  /** Of a deferral or a refusal; of any other all of it is empty. */
  readonly notice: DeferralNotice & RefusalNotice;
  /** What is asked for, or the sum; empty: the text has no words of its own for it. */
  readonly words: string;
  /** Of a part: the rest is refused, so that no more will come; null: it does not say so. */
  readonly isAll: true | null;
  /** Of a deferral: the sentence of its period, where the last day is not said; the person counts. */
  readonly term: string | null;
  /** Of a deferral or a refusal. */
  readonly appeal: AppealSaid | null;
}

/** No longer than a sum is: a page may have any number of digits. */
const sum = /\d[\d\s.,]{0,20}(?:\([^)]{1,40}\)\s*)?(?:₾|ლარ\p{L}*|GEL\b)|(?:GEL|₾)\s?\d[\d.,]{0,12}\d|(?:GEL|₾)\s?\d/iu;

/** A letter has its own day in its head; a page of the portal has there the portal's, which is no notice's day of sending. */
export type AnswerForm = "page" | "letter";

/**
 * @param text as a page of the portal shows it, a line a paragraph; or as a letter's file has it, its lines cut at the paper's edge
 * @returns null: its words are of no answer known here (received, passed on, nothing that decides)
 */
export function readAnswer(text: string, form: AnswerForm = "letter"): AnswerReading | null {
  const letter = letterText(text);
  const { rows, paragraphs, sentences } = letter;
  const said = decidingIn(sentences);
  const decided = typeIn(said, letter);
  if (decided === null) return null;
  const { type, by } = decided;
  const nothing = { isAll: refusesTheRest(decided) ? (true as const) : null, notice: { ...emptyDeferral, ...emptyRefusal }, term: null, appeal: null };
  if (type === "askedMore") return { ...nothing, type, words: by.sentence };
  if (type === "feeAsked") return { ...nothing, type, words: sum.exec(by.decides)?.[0].trim() ?? by.sentence };
  if (type !== "deferred" && type !== "refused") return { ...nothing, type, words: "" };
  const sentOn = sentOnIn(paragraphs, form === "letter");
  const { until, term } = type === "deferred" ? untilIn(said, sentOn) : { until: null, term: null };
  const appeal = appealIn(sentences);
  return {
    type,
    words: "",
    isAll: null,
    term,
    appeal,
    notice: {
      official: signerIn(rows),
      sentOn,
      reason: reasonIn(paragraphs, by, said, type),
      until,
      legalGround: type === "refused" ? groundIn(paragraphs, sentences, by) : null,
      // It is a text: that is how it came.
      inWriting: true,
      explainsAppeal: explainsAppeal(appeal),
    },
  };
}

// What an organisation's answer says, read from its words: which answer it is, and what of a notice's items stands in it (lines 112, 113
// and 115). It proposes: the form is filled in with it, and the person looks and records. Where the words do not speak, nothing is said.
import { dayFromIso, isoFromGeorgian } from "../calendar/day.ts";
import type { EventType } from "./event.ts";
import { type DeferralNotice, emptyDeferral, emptyRefusal, type RefusalNotice } from "./notice.ts";

export interface AnswerReading {
  readonly type: Extract<EventType, "promised" | "askedMore" | "deferred" | "partly" | "satisfied" | "refused" | "feeAsked">;
  /** Of a deferral or a refusal; of any other all of it is empty. */
  readonly notice: DeferralNotice & RefusalNotice;
  /** What is asked for, or the sum; empty: the text has no words of its own for it. */
  readonly words: string;
}

/** The first that fits; what is done in part is said before what is refused with it. */
const kinds: readonly (readonly [type: AnswerReading["type"], words: RegExp])[] = [
  ["partly", /ნაწილობრივ|\bpartly\b|\bpartially\b|\bin part\b/iu],
  ["refused", /უარი\s+(?:\p{L}+\s+)?(?:ეთქვა|გეთქვათ|ითქვა|გითხრა|განაცხად)|უარს\s+(?:გეუბნ|ვამბობ|აცხად|გაცხად)|უარის\s+თქმის\s+შესახებ|(?:არ|ვერ)\s+და(?:გ|ვ)?კმაყოფილ|\brefus(?:e|ed|al)\b|\bdeclin(?:e|ed)\b|\breject(?:ed)?\b|\bcannot be (?:granted|satisfied|fulfilled)\b/iu],
  ["deferred", /გადაიდო|გადავად|გადადებ|ვად(?:ა|ის)(?!\p{L})[^.]{0,60}გა(?:გრძელ|ხანგრძლივ)|\bdefer(?:red|ral)?\b|\bpostponed?\b|\b(?:time|term|period)\b[^.]{0,40}\bextended\b|\bextension of\b/iu],
  ["feeAsked", /(?:საფასურ|მოსაკრებ)[^.]{0,60}\d|\d[^.]{0,20}(?:ლარი|₾)[^.]{0,60}(?:საფასურ|მოსაკრებ|გადაიხად)|\bfees?\b[^.]{0,40}\d|\bpay\b[^.]{0,40}\d/iu],
  ["askedMore", /(?:გთხოვთ|საჭიროა|უნდა)[^.]{0,80}(?:წარმოადგინ|წარმოგვიდგინ|დააზუსტ|დაგვიზუსტ|დამატებით)|\bplease (?:provide|send us|specify|clarify|submit)\b|\bwe need\b[^.]{0,40}\bto identify\b/iu],
  ["promised", /(?<!არ\s)(?<!ვერ\s)დაკმაყოფილდება|\bwill be (?:granted|satisfied|fulfilled)\b/iu],
  ["satisfied", /(?<!არ\s)(?<!ვერ\s)დაკმაყოფილდა|შესრულდა|თან\s+(?:ერთვის|გიგზავნ)|\b(?:has been|was|is) (?:granted|satisfied|fulfilled|complied with)\b|\bplease find (?:attached|enclosed)\b/iu],
];

const appeal = /გა(?:ა|ე)?საჩივრ|საჩივრ\p{L}*\s+(?:წარ|შე)|\bappeal|\bcomplain/iu;
/** What would follow, or may: it says nothing of what was decided. */
const conditional = /^(?:თუ|იმ შემთხვევაში|if|should|in case)(?!\p{L})/iu;

const date = String.raw`(\d{1,2}[./]\d{1,2}[./]\d{4})`;
const sentOn = new RegExp(String.raw`(?:თარიღი|გაიგზავნა|გამოიგზავნა|\bdate(?: of sending)?\b|\bsent(?: on)?\b)\s*[:,]?\s*${date}`, "iu");
const until = [new RegExp(String.raw`${date}\s*[-–‑]?\s*(?:მდე|ის ჩათვლით)`, "iu"), new RegExp(String.raw`(?:არაუგვიანეს|\buntil|\bby|\bno later than)\s*[:,]?\s*${date}`, "iu")];
const reasonLabel = /^(?:\p{L}+\s+){0,2}(?:მიზეზი|reasons?)\s*[:–-]\s*(.+)$/iu;
const reasonSentence = /რადგან|ვინაიდან|იმის გამო|გამომდინარე|\bbecause\b|\bdue to\b|\bas the\b|\bsince the\b/iu;
const groundLabel = /^(?:სამართლებრივი\s+საფუძველი|legal\s+(?:ground|basis))\s*[:–-]\s*(.+)$/iu;
const groundSentence = /(?:კანონ|კოდექს)\p{L}*[^.]{0,120}მუხლ|მუხლ\p{L}*[^.]{0,120}(?:კანონ|კოდექს)|\barticle\s+\d+[^.]{0,60}\b(?:law|code|act)\b/iu;
const official = /^(?:თანამდებობის\s+პირი|პასუხისმგებელი\s+პირი|გადაწყვეტილების\s+მიმღები(?:\s+პირი)?|official|responsible\s+official|decided\s+by)\s*[:–-]\s*(.+)$/iu;
/** No longer than a sum is: a page may have any number of digits. */
const sum = /\d[\d\s.,]{0,20}(?:₾|ლარ\p{L}*|GEL\b)/iu;

/** @param text as a page of the portal shows it, a line a paragraph. @returns null: its words are of no answer known here */
export function readAnswer(text: string): AnswerReading | null {
  const lines = text.split("\n").map((one) => one.trim()).filter(Boolean);
  const sentences = lines.flatMap((line) => line.split(/(?<=[.!?])\s+/u));
  const said = sentences.filter((one) => !appeal.test(one) && !conditional.test(one));
  const type = kinds.find(([, words]) => said.some((one) => words.test(one)))?.[0];
  if (!type) return null;
  const notice = { ...emptyDeferral, ...emptyRefusal };
  const deciding = said.find((one) => kinds.some(([kind, words]) => kind === type && words.test(one))) ?? "";
  if (type === "askedMore") return { type, notice, words: deciding };
  if (type === "feeAsked") return { type, notice, words: sum.exec(deciding)?.[0].trim() ?? deciding };
  if (type !== "deferred" && type !== "refused") return { type, notice, words: "" };
  return {
    type,
    words: "",
    notice: {
      official: afterLabel(lines, official),
      sentOn: dayIn(lines, [sentOn]),
      reason: afterLabel(lines, reasonLabel) ?? said.find((one) => reasonSentence.test(one)) ?? null,
      until: type === "deferred" ? dayIn(lines, until) : null,
      legalGround: type === "refused" ? (afterLabel(lines, groundLabel) ?? said.find((one) => groundSentence.test(one)) ?? null) : null,
      // It is a text: that is how it came.
      inWriting: true,
      explainsAppeal: appeal.test(text),
    },
  };
}

/** More than a line of a form holds is no name and no article. */
const longest = 500;

function afterLabel(lines: readonly string[], label: RegExp): string | null {
  for (const line of lines) {
    const found = label.exec(line)?.[1]?.trim();
    if (found) return found.slice(0, longest);
  }
  return null;
}

/** The first date after one of these words, as an ISO date; days that do not exist are none. */
function dayIn(lines: readonly string[], patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const line of lines) {
      const iso = isoFromGeorgian(pattern.exec(line)?.[1] ?? "");
      if (dayFromIso(iso) !== null) return iso;
    }
  }
  return null;
}

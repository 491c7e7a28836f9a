import { georgianDate } from "../calendar/day.ts";
import { administrativeComplaintRules } from "../data/statutes.ts";
import { complaintDay, type Deadline } from "../law/deadline.ts";
import { complaintTarget } from "./complaintTarget.ts";
import type { Values } from "./fill.ts";
import type { LetterInput } from "./letter.ts";
import { limitSource, limitText } from "./limitWords.ts";
import type { LetterKind } from "./templates.ts";
import { flag } from "./written.ts";

/** Limits and last days. What is only said from memory has no place in a letter: neither its article nor its day. */
export function termValues(input: LetterInput, kind: LetterKind): Values {
  const { language, followUp, today, deadlines } = input;
  const cite = (one: Deadline): string => limitSource(language, one);
  const known = deadlines.filter(({ source }) => source.verifiedOn !== null);
  const statute = known.find((one) => one.basis === "statute" && one.stage === "fulfilment");
  const policy = known.find((one) => one.basis === "policy" && one.stage === "fulfilment");
  const holding = known.filter(({ holds }) => holds);
  const due = holding.findLast((one) => one.basis === "statute" && one.stage !== "firstAnswer" && one.stage !== "explanation") ?? holding.at(-1);
  // A refusal's explanation is not what is awaited here: whoever reminds had another answer since.
  const passed = holding.find(({ stage, day }) => stage !== "explanation" && day < today);
  const over = complaintDay(deadlines);
  // By every reading of the law, and what somebody has read of it.
  const isOver = due !== undefined && over !== null && today >= over;
  const review = reviewOf(input, kind);
  return {
    limit: statute ? limitText(language, statute) : null,
    limitSource: statute ? cite(statute) : null,
    policyLimit: policy ? limitText(language, policy) : null,
    policySource: policy ? cite(policy) : null,
    policyNearer: flag(policy !== undefined && statute !== undefined && policy.day <= statute.day),
    policyFarther: flag(policy !== undefined && statute !== undefined && policy.day > statute.day),
    policyAlone: flag(policy !== undefined && statute === undefined),
    dueOn: due ? georgianDate(due.day) : null,
    dueSource: due ? cite(due) : null,
    duePassed: flag(isOver),
    byLaw: flag(isOver && due.basis === "statute"),
    passedOn: passed ? georgianDate(passed.day) : null,
    passedSource: passed ? cite(passed) : null,
    // That a time has passed is not said from memory either.
    overdue: flag(followUp !== null && followUp.overdue && (due !== undefined || deadlines.length === 0)),
    reviewLimit: review ? limitText(language, review) : null,
    reviewSource: review ? cite(review) : null,
  };
}

/** The law on personal data gives its supervisor a time, and the General Administrative Code whoever decides by it: each stands in its own complaint. */
function reviewOf(input: LetterInput, kind: LetterKind): Deadline | null {
  const { review } = input;
  const byCode = review?.ruleSetId === administrativeComplaintRules.id;
  const stands = kind === "decisionComplaint" || kind === "administrativeComplaint" ? byCode : kind === "complaint" && complaintTarget(input).kind === "supervisor" && !byCode;
  return stands && review?.source.verifiedOn ? review : null;
}

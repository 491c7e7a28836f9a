import type { Day } from "../calendar/day.ts";
import type { Grievance } from "./grievance.ts";
import { isComplete } from "./notice.ts";
import type { FollowUp } from "./followUp.ts";
import { after, type Phase } from "./phase.ts";
import type { DataRequest } from "./request.ts";
import type { EventType } from "./event.ts";
import type { Situation } from "./situation.ts";

export const stepKinds = [
  "edit", "sign", "send", "enterReceipt", "enterReturn", "wait", "enterAnswer", "remind", "giveMore", "contest", "objectToFee", "complain",
  "enterDecision", "sue", "enterJudgment", "checkAnswer", "close", "reopen", "askAgain",
] as const;
export type StepKind = (typeof stepKinds)[number];

export interface NextStep {
  readonly kind: StepKind;
  /** The letter that goes with it; null: none. */
  readonly letter: FollowUp | null;
  readonly about: Grievance | null;
  /** The first day on which it is lawful; null: at once. */
  readonly from: Day | null;
  /** The event that taking the step enters; null for a step that enters none or one of several. */
  readonly event: EventType | null;
}

const step = (kind: StepKind, event: EventType | null = null, more: Partial<NextStep> = {}): NextStep => ({ kind, letter: null, about: null, from: null, event, ...more });

/**
 * What can lawfully be done, the most useful first. Never empty: even a closed request can be opened again or asked anew.
 */
export function nextSteps(request: DataRequest, situation: Omit<Situation, "steps">): readonly NextStep[] {
  const steps = ofPhase(situation.phase, situation);
  // A complaint is itself the last letter to an authority, and a claim to a court: what follows on them is different.
  const lawful = request.kind === "complaint" || request.kind === "claim" ? steps.filter((one) => one.kind !== "complain") : steps;
  const allowed = mayHaveCome(situation) ? beforeClose(lawful, [step("enterReceipt", "received")]) : lawful;
  // A letter that came back has to be sent again before anything is objected to.
  const fee = situation.feeProblem && after(situation.phase, "objected") !== null ? [step("objectToFee", "objected", { letter: "feeObjection", about: "fee" })] : [];
  return beforeClose(allowed, fee);
}

/** To be done with it is the last thing, wherever there is something else to do. */
function beforeClose(steps: readonly NextStep[], added: readonly NextStep[]): readonly NextStep[] {
  const end = steps.findIndex(({ kind }, i) => kind === "close" && i > 0);
  return end < 0 ? [...steps, ...added] : [...steps.slice(0, end), ...added, ...steps.slice(end)];
}

const answeredUnproved: readonly Phase[] = ["underway", "promised", "waitingForMe", "deferred", "silent"];

/** Something was answered and more is owed, and nobody said when the request had come: sooner, so that the time ends sooner. */
const mayHaveCome = ({ phase, receiptKnown }: Pick<Situation, "phase" | "receiptKnown">): boolean => !receiptKnown && answeredUnproved.includes(phase);

function ofPhase(phase: Phase, situation: Omit<Situation, "steps">): readonly NextStep[] {
  const { overdue, late, complainFrom, grievance } = situation;
  const silence = { letter: "complaint", about: "silence", from: complainFrom } as const;
  const close = step("close", "closed");
  switch (phase) {
    case "draft":
      return [step("sign", "signed"), step("send", "sent"), step("edit"), close];
    case "signed":
      return [step("send", "sent"), close];
    case "sent":
      return [step("enterReceipt", "received"), step("enterAnswer"), step("remind", "reminded", { letter: "reminder" }), step("enterReturn", "returned"), close];
    case "returned":
      return [step("edit"), step("send", "sent"), close];
    case "waitingForMe":
      return [step("giveMore", "gaveMore", { letter: "details" }), step("enterAnswer"), ...(overdue ? [step("complain", "complained", silence)] : []), close];
    case "underway":
    case "promised":
    case "silent":
      return overdue
        ? [step("complain", "complained", silence), step("remind", "reminded", { letter: "reminder" }), step("enterAnswer"), step("sue", "sued", { letter: "claim", about: "silence" }), close]
        : [step(late ? "remind" : "wait", late ? "reminded" : null, late ? { letter: "reminder" } : {}), step("enterAnswer"), step("complain", "complained", silence), close];
    case "deferred":
      return deferred(situation);
    case "partial":
      return [
        step("contest", "contested", { letter: "incomplete", about: "incomplete" }),
        step("enterAnswer"),
        step("complain", "complained", { letter: "complaint", about: "incomplete" }),
        step("sue", "sued", { letter: "claim", about: "incomplete" }),
        close,
      ];
    case "satisfied":
      return [step("checkAnswer"), close, step("contest", "contested", { letter: "incomplete", about: "incomplete" })];
    case "refused":
      return [
        step("complain", "complained", { letter: "complaint", about: "refusal" }),
        step("sue", "sued", { letter: "claim", about: "refusal" }),
        step("contest", "contested", { letter: "incomplete", about: "refusal" }),
        step("enterAnswer"),
        close,
      ];
    case "complained":
      return [step("enterDecision", "decided"), step("enterAnswer"), step("sue", "sued", { letter: "claim", about: grievance }), close];
    case "decided":
      return [step("close", "closed"), step("sue", "sued", { letter: "claim", about: grievance }), step("enterAnswer")];
    case "inCourt":
      return [step("enterJudgment", "judged"), step("enterAnswer"), close];
    case "judged":
      return [close, step("sue", "sued", { letter: "claim", about: grievance }), step("enterAnswer")];
    case "closed":
      return [step("askAgain"), step("reopen", "reopened")];
  }
}

function deferred({ overdue, late, deferralCheck, deadlines, complainFrom }: Omit<Situation, "steps">): readonly NextStep[] {
  const wrongly = deadlines.some((one) => one.problem !== null) || (deferralCheck !== null && !isComplete(deferralCheck));
  const about = wrongly && !overdue ? "deferral" : "silence";
  // A decision to defer can itself be appealed (line 116): at once if it is wrong, else when its day has passed.
  const complain = step("complain", "complained", { letter: "complaint", about, from: wrongly ? null : complainFrom });
  const rest = [step("enterAnswer"), step("close", "closed")];
  if (wrongly || overdue) return [complain, step("remind", "reminded", { letter: "reminder" }), ...rest];
  return [late ? step("remind", "reminded", { letter: "reminder" }) : step("wait"), complain, ...rest];
}

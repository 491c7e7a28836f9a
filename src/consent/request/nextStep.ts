import type { Day } from "../calendar/day.ts";
import { type Grievance, lateAnswerOn } from "./grievance.ts";
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
  const steps = ofPhase(situation.phase, situation, complaintsOf(request, situation));
  // A complaint is itself the last letter to an authority, and a claim to a court: what follows on them is different.
  const closed: readonly StepKind[] = request.kind === "claim" ? ["complain", "contest", "sue"] : request.kind === "complaint" ? ["complain"] : [];
  const lawful = steps.filter(({ kind }) => !closed.includes(kind));
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

const answeredUnproved: readonly Phase[] = ["underway", "promised", "waitingForMe", "deferred", "silent", "partial", "refused"];

/** Something was answered, and nobody said when the request had come: sooner, so that the time ends sooner, and letters can name its last day. */
const mayHaveCome = ({ phase, receiptKnown }: Pick<Situation, "phase" | "receiptKnown">): boolean => !receiptKnown && answeredUnproved.includes(phase);

/**
 * The complaint about silence; of a complaint nobody complains, but a court hears of it. Where nobody knows a time, silence is none before
 * the organisation was asked once more since the letter was sent.
 */
function silenceSteps({ kind, events }: DataRequest, { overdue, complainFrom }: Omit<Situation, "steps">): readonly NextStep[] {
  const unknown = complainFrom === null && !overdue;
  const reminded = events.findLastIndex(({ type }) => type === "reminded" || type === "contested") > events.findLastIndex(({ type }) => type === "sent");
  if (unknown && !reminded) return [];
  if (kind === "complaint") return unknown ? [sueForSilence] : [];
  return [{ ...complainOfSilence, from: complainFrom }];
}

/** What is complained of without an answer that would be complained of: silence, that nobody says whether it arrived, that all came too late. */
function complaintsOf(request: DataRequest, situation: Omit<Situation, "steps">): readonly NextStep[] {
  if (situation.phase === "sent") return unprovedSteps(request, situation);
  if (situation.phase === "satisfied") return lateAnswerOn(request.events, situation.complainFrom) === null ? [] : [complainOfSilence];
  return silenceSteps(request, situation);
}

/** Nobody says whether it arrived, though they were asked: what would be open to silence, once there was time to answer what asked. */
function unprovedSteps({ kind }: DataRequest, { unprovedFrom }: Omit<Situation, "steps">): readonly NextStep[] {
  if (unprovedFrom === null) return [];
  return [{ ...(kind === "complaint" ? sueForSilence : complainOfSilence), from: unprovedFrom }];
}

const complainOfSilence = step("complain", "complained", { letter: "complaint", about: "silence" });
const sueForSilence = step("sue", "sued", { letter: "claim", about: "silence" });

function ofPhase(phase: Phase, situation: Omit<Situation, "steps">, silence: readonly NextStep[]): readonly NextStep[] {
  const { overdue, late, complainFrom, grievance } = situation;
  const close = step("close", "closed");
  // Time that is left is left for a court as well: a deferral may have been found, or a day off entered, since silence was complained of.
  const sue = step("sue", "sued", { letter: "claim", about: grievance, from: grievance === "silence" ? complainFrom : null });
  switch (phase) {
    case "draft":
      return [step("sign", "signed"), step("send", "sent"), step("edit"), close];
    case "signed":
      return [step("send", "sent"), close];
    case "sent":
      return [step("enterReceipt", "received"), step("enterAnswer"), remind, step("enterReturn", "returned"), ...silence, close];
    case "returned":
      return [step("edit"), step("send", "sent"), close];
    case "waitingForMe":
      return [step("giveMore", "gaveMore", { letter: "details" }), step("enterAnswer"), ...(overdue ? [...silence, sueForSilence] : []), close];
    case "underway":
    case "promised":
    case "silent":
      if (overdue) return [...silence, remind, step("enterAnswer"), sueForSilence, close];
      return late ? [remind, step("enterAnswer"), ...silence, close] : [step("wait"), step("enterAnswer"), ...(complainFrom === null ? [remind] : []), ...silence, close];
    case "deferred":
      return deferred(situation, silence);
    case "partial":
      return partial(situation, silence);
    case "satisfied":
      // Giving late is a violation as well (line 129).
      return [step("checkAnswer"), close, step("contest", "contested", { letter: "incomplete", about: "incomplete" }), ...silence, step("enterAnswer")];
    case "refused":
      return [
        step("complain", "complained", { letter: "complaint", about: "refusal" }),
        step("sue", "sued", { letter: "claim", about: "refusal" }),
        step("contest", "contested", { letter: "incomplete", about: "refusal" }),
        step("enterAnswer"),
        close,
      ];
    case "complained":
      return [step("enterDecision", "decided"), step("enterAnswer"), sue, close];
    case "decided":
      // Who was not upheld goes on to a court; who was waits for the organisation to do as was decided.
      return situation.decision === "rejected" ? [sue, step("enterAnswer"), close] : [step("enterAnswer"), close, sue];
    case "inCourt":
      return [step("enterJudgment", "judged"), step("enterAnswer"), close];
    case "judged":
      return [close, sue, step("enterAnswer")];
    case "closed":
      return [step("askAgain"), step("reopen", "reopened")];
  }
}

const remind = step("remind", "reminded", { letter: "reminder" });

function deferred(situation: Omit<Situation, "steps">, silence: readonly NextStep[]): readonly NextStep[] {
  const { overdue, late, complainFrom } = situation;
  const fault = overdue ? null : deferralFault(situation);
  // A decision to defer can itself be appealed (line 116): at once if something is wrong with it, else when its day has passed.
  // An authority that wrongly defers a complaint can be sued all the same where it was reminded and nobody knows its time.
  const complaint = fault === null ? silence : [step("complain", "complained", { letter: "complaint", about: "deferral" }), ...silence.filter(({ kind }) => kind === "sue")];
  const [answer, close] = [step("enterAnswer"), step("close", "closed")];
  if (overdue || fault === "wrong") return [...complaint, remind, answer, ...(overdue ? [sueForSilence] : []), close];
  // Where there is time, what comes next is an answer: the complaint is no first thing to do.
  return late ? [remind, answer, ...complaint, close] : [step("wait"), answer, ...(complainFrom === null ? [remind] : []), ...complaint, close];
}

/** Where the rest is still owed it can be asked for at once, and complained of when silence could be: time is left for all that was asked. */
function partial({ restOwed, overdue, late, complainFrom }: Omit<Situation, "steps">, silence: readonly NextStep[]): readonly NextStep[] {
  const contest = step("contest", "contested", { letter: "incomplete", about: "incomplete" });
  const complaint = step("complain", "complained", { letter: "complaint", about: "incomplete" });
  const [answer, close] = [step("enterAnswer"), step("close", "closed")];
  if (!restOwed || overdue) return [contest, answer, complaint, step("sue", "sued", { letter: "claim", about: "incomplete" }), close];
  return [...(late ? [contest, answer] : [step("wait"), answer, contest]), ...(silence.length > 0 ? [{ ...complaint, from: complainFrom }] : []), close];
}

/**
 * What is wrong with a deferral; null: nothing that is seen. `wrong`: what it rests on does not allow it, or no reason is told. `form`: it holds, and its notice lacks
 * something else that a policy of the second kind demands of one to a third party (lines 112, 113), and no law that is known here. Where a
 * statute rules, what the organisation's policy says of deferrals changes nothing (line 138).
 */
export function deferralFault({ deadlines, deferralCheck }: Pick<Situation, "deadlines" | "deferralCheck">): "wrong" | "form" | null {
  const statutory = deadlines.filter(({ basis }) => basis === "statute");
  const judged = statutory.length > 0 ? statutory : deadlines;
  if (judged.some(({ problem }) => problem !== null)) return "wrong";
  if (deferralCheck === null || isComplete(deferralCheck)) return null;
  const demanded = judged.some(({ basis }) => basis === "policy");
  return demanded || deferralCheck.missing.includes("reason") ? "wrong" : "form";
}

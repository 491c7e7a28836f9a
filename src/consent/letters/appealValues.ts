import { complaintDay } from "../law/deadline.ts";
import { isOwn } from "../law/requestKind.ts";
import { answerTypes, decidingTypes, type EventType, type RequestEvent } from "../request/event.ts";
import { type Grievance, lateAnswerOn } from "../request/grievance.ts";
import { checkDeferral, checkRefusal, type NoticeItem } from "../request/notice.ts";
import type { DataRequest } from "../request/request.ts";
import { addresseeForCourt, courtOf, formerBodyOf, nameOf } from "./bodies.ts";
import { dayOfLast, isAfterComplaint } from "./courseValues.ts";
import type { Values } from "./fill.ts";
import type { LetterInput } from "./letter.ts";
import { aboutInformation, isClaim, isComplaint } from "./letterKind.ts";
import { type Language, type LetterKind, templates } from "./templates.ts";
import { byHand, flag, written, writtenDay } from "./written.ts";

/** Whom an objection, a complaint or a claim is about, and what is wrong with what they did. */
export function appealValues(input: LetterInput, kind: LetterKind): Values {
  const { language, request, organisation, followUp, supervisor, follows } = input;
  const { events } = request;
  const { superior, outcomes, labels } = templates[language];
  const isAppeal = isComplaint(kind) || isClaim(kind);
  const afterComplaint = isAfterComplaint(input, kind);
  const information = aboutInformation(request, follows);
  const told = followUp?.about ?? null;
  const about = afterComplaint ? null : told;
  const complained = events.findLast((one) => one.type === "complained");
  const decided = events.findLast((one) => one.type === "decided");
  const answer = events.findLast(({ type }) => decidingTypes.includes(type));
  const notice = noticeOf(events, told);
  return {
    respondent: [nameOf(organisation, language), organisation.registryCode && `${labels.registryCode.toLowerCase()} ${organisation.registryCode}`, organisation.address].filter((one) => written(one)).join(", "),
    // Only of a body of the state, or one that acts for it, is it true that the law gives it powers (line 127).
    publicBody: flag(organisation.sector === "public"),
    court: courtOf(input),
    authorityName: information ? superior : supervisor.name[language],
    formerBody: followUp && request.kind === "complaint" ? formerBodyOf(input) : null,
    // It goes to the authority itself, or to a court: nobody is told that an authority will hear of it.
    appealed: flag(request.kind === "complaint" || request.kind === "claim"),
    complainedOn: isAppeal ? dayOfLast(events, "complained") : null,
    complainedTo: isAppeal && complained ? addresseeForCourt(complained.addressee, language) : null,
    decision: isAppeal && decided ? `${outcomes[decided.outcome]}, ${writtenDay(decided.on)}` : null,
    complaintSilent: flag(told === "silence" && !events.some(({ type }) => type === "satisfied")),
    complaintRefused: flag(told === "refusal"),
    complaintPartly: flag(told === "incomplete"),
    aboutSilence: flag(about === "silence"),
    aboutRefusal: flag(about === "refusal"),
    aboutDeferral: flag(about === "deferral"),
    aboutIncomplete: flag(about === "incomplete"),
    // A fee that was asked is a grievance of its own, whatever else a complaint is about.
    aboutFee: flag(!afterComplaint && (about === "fee" || (isAppeal && isOwn(request.asker) && !information))),
    // All is there by now, if late: nobody is asked to order it once more.
    allGiven: flag(about === "silence" && events.findLast(({ type }) => wordsOnTheMatter.includes(type))?.type === "satisfied"),
    // That a refusal came late as well is a violation of its own.
    lateRefusal: flag(about === "refusal" && notice !== undefined && lateAnswerOn(events, complaintDay(input.deadlines)) === notice.on),
    noticeOn: notice ? writtenDay(notice.on) : byHand,
    noticeReason: written(notice?.notice.reason) ?? (language === "ka" ? "მითითებული არ არის" : "none was given"),
    missing: notice && (about === "refusal" || about === "deferral") ? missingIn(notice).map((one) => templates[language].noticeItems[one]) : [],
    answerOn: answer ? writtenDay(answer.on) : null,
    incomplete: saidNow(input) ?? incompleteText(request, language),
    objection: about === "refusal" ? objectionOf(input) : null,
  };
}

/** A fee takes back nothing that was given. */
const wordsOnTheMatter: readonly EventType[] = [...answerTypes.filter((type) => type !== "feeAsked"), "contested"];

type Notice = Extract<RequestEvent, { readonly type: "refused" | "deferred" }>;

/** The notice that is meant. Of a refusal that was complained of, the reason stays its own, whatever was deferred since. */
function noticeOf(events: readonly RequestEvent[], about: Grievance | null): Notice | undefined {
  const other = about === "refusal" ? "deferred" : about === "deferral" ? "refused" : null;
  return events.findLast((one): one is Notice => one.type !== other && (one.type === "refused" || one.type === "deferred"));
}

function missingIn(notice: Notice): readonly NoticeItem[] {
  const { missing, alsoMissing } = notice.type === "refused" ? checkRefusal(notice.notice) : checkDeferral(notice.notice);
  return [...missing, ...alsoMissing];
}

/** What the person finds wrong with an answer, in the letter that says so to the organisation. */
const saidNow = ({ followUp, given }: LetterInput): string | null => (followUp?.kind === "incomplete" ? written(given) : null);

/** What the person finds wrong with a refusal, there and afterwards in an appeal. */
function objectionOf(input: LetterInput): string | null {
  const { events } = input.request;
  const since = events.slice(events.findLastIndex(({ type }) => type === "refused"));
  return saidNow(input) ?? written(since.findLast((one) => one.type === "contested")?.why);
}

function incompleteText({ events }: DataRequest, language: Language): string {
  const told = events.findLast((one) => one.type === "partly" || one.type === "contested");
  const said = told?.type === "partly" ? told.missing : told?.type === "contested" ? told.why : "";
  return said || (language === "ka" ? "პასუხი არ შეიცავს მოთხოვნილ ინფორმაციას" : "the answer does not contain the information requested");
}

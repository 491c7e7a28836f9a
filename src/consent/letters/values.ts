// What a letter's places are filled from.
import { manyOf } from "../../codec/manyOf.ts";
import { dayFromIso, georgianDate } from "../calendar/day.ts";
import { addressees } from "../data/authorities.ts";
import { administrativeComplaintRules } from "../data/statutes.ts";
import { supervisorOn } from "../law/addressee.ts";
import { complaintDay, type Deadline } from "../law/deadline.ts";
import { noSection } from "../law/ruleSet.ts";
import { isOwn, readingKinds } from "../law/requestKind.ts";
import { organisationName } from "../record/organisationName.ts";
import { inWords } from "../record/ownWords.ts";
import { checkDeferral, checkRefusal, type NoticeItem } from "../request/notice.ts";
import { restsOnCauses } from "../request/cause.ts";
import { heardOn, lastWordOn, lateAnswerOn } from "../request/grievance.ts";
import type { DataRequest } from "../request/request.ts";
import { complaintTarget } from "./complaintTarget.ts";
import type { Values } from "./fill.ts";
import type { LetterInput } from "./letter.ts";
import { aboutInformation, isClaim, isComplaint, letterKind } from "./letterKind.ts";
import { type Language, type LetterKind, templates } from "./templates.ts";

/** What nobody has told us yet is a line to write on, never a hole. */
export const byHand = "____________________";

/** The text, trimmed; null for nothing or blanks. */
export function written(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

/** The court of a claim, or a line to write on. */
export function courtOf({ court, request }: Pick<LetterInput, "court" | "request">): string {
  return written(court) ?? written(request.court) ?? byHand;
}

/** "10 working days". */
export function limitText(language: Language, { count, unit }: Pick<Deadline, "count" | "unit">): string {
  return manyOf(templates[language].limits[unit], count).replace("{count}", String(count));
}

export function valuesOf(input: LetterInput, kind: LetterKind): Values {
  const { language, request, organisation, followUp, supervisor, today } = input;
  const { asked, events, applicant, representative } = request;
  const { noticeItems, causes: causeWords, kinds, superior, outcomes, labels } = templates[language];
  const cite = ({ title, source, basis }: Deadline): string =>
    basis === "policy"
      ? source.title[language] + (source.article === noSection ? "" : `, ${language === "ka" ? "პუნქტი" : "section"} ${source.article}`)
      : `${title[language]}, ${language === "ka" ? "მუხლი" : "Article"} ${source.article}`;
  // What is only said from memory has no place in a letter: neither its article nor its day.
  const known = input.deadlines.filter(({ source }) => source.verifiedOn !== null);
  const statute = known.find((one) => one.basis === "statute" && one.stage === "fulfilment");
  const policy = known.find((one) => one.basis === "policy" && one.stage === "fulfilment");
  const holding = known.filter(({ holds }) => holds);
  const due = holding.findLast((one) => one.basis === "statute" && one.stage !== "firstAnswer" && one.stage !== "explanation") ?? holding.at(-1);
  // A refusal's explanation is not what is awaited here: whoever reminds had another answer since.
  const passed = holding.find(({ stage, day }) => stage !== "explanation" && day < today);
  // Of a refusal that was complained of, the reason stays its own, whatever was deferred since.
  const others = followUp?.about === "refusal" ? "deferred" : followUp?.about === "deferral" ? "refused" : null;
  const notice = events.filter(({ type }) => type !== others).findLast((one) => one.type === "refused" || one.type === "deferred");
  const missing = notice?.type === "refused" ? checkRefusal(notice.notice) : notice?.type === "deferred" ? checkDeferral(notice.notice) : null;
  // Whoever goes to court after a complaint sues for what it was about: the authority's answer is not the respondent's.
  const afterComplaint = request.kind === "complaint" && isClaim(kind);
  const about = afterComplaint ? null : (followUp?.about ?? null);
  const fee = events.findLast((one) => one.type === "feeAsked");
  const complained = events.findLast((one) => one.type === "complained");
  const decided = events.findLast((one) => one.type === "decided");
  const contact = representative ?? applicant;
  const dated = (type: "sent" | "received" | "gaveMore" | "reminded" | "complained"): string | null => {
    const found = events.findLast((one) => one.type === type);
    return found ? localDate(found.on) : null;
  };
  const named = (items: readonly NoticeItem[]): readonly string[] => items.map((item) => noticeItems[item]);
  const appeal = isComplaint(kind) || isClaim(kind);
  // The law on personal data gives its supervisor a time, and the General Administrative Code whoever decides by it: each stands in its own complaint.
  const ofDecision = input.review?.ruleSetId === administrativeComplaintRules.id;
  const reviewed = kind === "decisionComplaint" || kind === "administrativeComplaint" ? ofDecision : kind === "complaint" && complaintTarget(input).kind === "supervisor" && !ofDecision;
  const review = reviewed && input.review?.source.verifiedOn ? input.review : null;
  const over = complaintDay(input.deadlines);
  // By every reading of the law, and what somebody has read of it.
  const isOver = due !== undefined && over !== null && today >= over;
  const isReading = isOwn(request.asker) && readingKinds.includes(request.kind);
  const lateAnswer = lateAnswerOn(events, over);
  const heard = heardOn(events, over);
  const lastWord = lastWordOn(events);
  const answer = events.findLast(({ type }) => type === "satisfied" || type === "partly" || type === "refused");
  // Of the request that the appeal is about, be it a letter of its own.
  const told = followUp && !afterComplaint ? events : (input.follows?.events ?? []);
  return {
    database: asked.database,
    data: asked.data,
    identifying: asked.identifying,
    purpose: asked.purpose && inWords(asked.purpose, language),
    // Of public information these are words beside what is asked, and no ground of what follows.
    grounds: followUp && request.kind === "publicInformation" ? null : asked.grounds,
    causes: restsOnCauses(request.kind, request.asker) ? asked.causes.map((one) => causeWords[one]) : [],
    shouldBe: asked.shouldBe,
    consent: asked.consent && inWords(asked.consent, language),
    about: asked.about,
    // A letter that an older build has begun knows nothing of it.
    kin: asked.kin ?? null,
    own: isOwn(request.asker) ? "1" : null,
    given: written(input.given) ?? byHand,
    certified: applicant.certifiedBy ? "1" : null,
    limit: statute ? limitText(language, statute) : null,
    limitSource: statute ? cite(statute) : null,
    policyLimit: policy ? limitText(language, policy) : null,
    policySource: policy ? cite(policy) : null,
    policyNearer: policy && statute && policy.day <= statute.day ? "1" : null,
    policyFarther: policy && statute && policy.day > statute.day ? "1" : null,
    policyAlone: policy && !statute ? "1" : null,
    free: isReading && kind === request.kind ? "1" : null,
    reading: isReading ? "1" : null,
    electronic: asked.answerForm === "electronic" ? "1" : null,
    paper: asked.answerForm === "paper" ? "1" : null,
    answerEmail: contact.email,
    answerAddress: contact.address ?? applicant.address,
    representative: representative ? (written(representative.name) ?? byHand) : null,
    authority: written(representative?.authority),
    aboutReference: followUp && !afterComplaint ? request.reference : null,
    complaintMade: afterComplaint ? [request.reference, dated("sent"), bodyOf(input)].filter((one) => one !== null).join(", ") : null,
    complaintSilent: followUp?.about === "silence" && !events.some(({ type }) => type === "satisfied") ? "1" : null,
    complaintRefused: followUp?.about === "refusal" ? "1" : null,
    complaintPartly: followUp?.about === "incomplete" ? "1" : null,
    follows: input.follows ? [input.follows.reference, ...input.follows.events.flatMap((one) => (one.type === "sent" ? [localDate(one.on)] : [])).slice(-1)].join(", ") : null,
    aboutTitle: kinds[letterKind(request, null, input.follows)].title,
    sentOn: dated("sent"),
    receivedOn: dated("received"),
    gaveMoreOn: dated("gaveMore"),
    remindedOn: dated("reminded"),
    // Nobody encloses what there is not.
    proof: (followUp ? events : (input.follows?.events ?? [])).some(({ type }) => type === "received") ? "1" : null,
    dueOn: due ? georgianDate(due.day) : null,
    dueSource: due ? cite(due) : null,
    duePassed: isOver ? "1" : null,
    byLaw: isOver && due?.basis === "statute" ? "1" : null,
    passedOn: passed ? georgianDate(passed.day) : null,
    passedSource: passed ? cite(passed) : null,
    complainedOn: appeal ? dated("complained") : null,
    // A court is told a name, or is left a line for it, and no entry of a list.
    complainedTo: appeal && complained ? (complained.addressee === unnamedBody ? byHand : addresseeName(complained.addressee, language)) : null,
    decision: appeal && decided ? `${outcomes[decided.outcome]}, ${localDate(decided.on)}` : null,
    // That a time has passed is not said from memory either.
    overdue: followUp?.overdue && (due || input.deadlines.length === 0) ? "1" : null,
    // It goes to the authority itself, or to a court: nobody is told that an authority will hear of it.
    appealed: request.kind === "complaint" || request.kind === "claim" ? "1" : null,
    formerBody: followUp && request.kind === "complaint" ? formerBodyOf(input) : null,
    authorityName: aboutInformation(request, input.follows) ? superior : supervisor.name[language],
    respondent: [organisationName(organisation, language), organisation.registryCode && `${labels.registryCode.toLowerCase()} ${organisation.registryCode}`, organisation.address].filter((one) => written(one)).join(", "),
    applicant: written(applicant.name) ?? byHand,
    court: courtOf(input),
    reviewLimit: review ? limitText(language, review) : null,
    reviewSource: review ? cite(review) : null,
    byHand,
    answeredOn: lateAnswer === null ? null : localDate(lateAnswer),
    heardOn: heard === null ? null : localDate(heard),
    lastWordOn: lastWord === null ? null : localDate(lastWord),
    // Only of a body of the state, or one that acts for it, is it true that the law gives it powers (line 127).
    publicBody: organisation.sector === "public" ? "1" : null,
    aboutSilence: about === "silence" ? "1" : null,
    aboutRefusal: about === "refusal" ? "1" : null,
    aboutDeferral: about === "deferral" ? "1" : null,
    aboutIncomplete: about === "incomplete" ? "1" : null,
    // A fee that was asked is a grievance of its own, whatever else a complaint is about.
    aboutFee: !afterComplaint && (about === "fee" || (appeal && isOwn(request.asker) && !aboutInformation(request, input.follows))) ? "1" : null,
    noticeOn: notice ? localDate(notice.on) : byHand,
    answerOn: answer ? localDate(answer.on) : null,
    answerCame: lastWordOn(told) === null ? null : "1",
    noticeReason: written(notice?.notice.reason) ?? (language === "ka" ? "მითითებული არ არის" : "none was given"),
    incomplete: (followUp?.kind === "incomplete" ? written(input.given) : null) ?? incompleteText(request, language),
    objection: about === "refusal" ? objectionOf(input) : null,
    missing: missing && (about === "refusal" || about === "deferral") ? named([...missing.missing, ...missing.alsoMissing]) : [],
    fee: fee ? [fee.amount, fee.ground].filter((one) => written(one)).join(", ") : null,
    askedWhat: events.findLast((one) => one.type === "askedMore")?.what ?? null,
  };
}

/** Whom a complaint that is a request by itself went to: whoever supervised on the day on which it was sent. */
function bodyOf(input: LetterInput): string {
  const { language, request, today } = input;
  const { kind, name } = complaintTarget(input);
  const sent = request.events.findLast(({ type }) => type === "sent");
  return kind === "supervisor" ? supervisorOn(dayFromIso(sent?.on ?? "") ?? today).name[language] : (written(name) ?? (kind === "higherBody" ? templates[language].superior : byHand));
}

/** Whom it went to, where somebody else supervises by now: who writes to that one did not write to them before. */
function formerBodyOf(input: LetterInput): string | null {
  const body = bodyOf(input);
  return complaintTarget(input).kind === "supervisor" && body !== input.supervisor.name[input.language] ? body : null;
}

/** Another body than the supervisor, of which the person wrote no name. */
const unnamedBody = "other-body";

/** What an event names as its addressee: one of the dated data by its id, or whom the person wrote. */
export function addresseeName(addressee: string, language: Language): string {
  return addressees.find(({ id }) => id === addressee)?.name[language] ?? addressee;
}

/** What the person finds wrong with a refusal, as it stands in the letter that says so to the organisation, and afterwards in an appeal. */
function objectionOf({ followUp, given, request: { events } }: LetterInput): string | null {
  const since = events.slice(events.findLastIndex(({ type }) => type === "refused"));
  const told = since.findLast((one) => one.type === "contested");
  return (followUp?.kind === "incomplete" ? written(given) : null) ?? written(told?.why);
}

function incompleteText({ events }: DataRequest, language: Language): string {
  const told = events.findLast((one) => one.type === "partly" || one.type === "contested");
  const said = told?.type === "partly" ? told.missing : told?.type === "contested" ? told.why : "";
  return said || (language === "ka" ? "პასუხი არ შეიცავს მოთხოვნილ ინფორმაციას" : "the answer does not contain the information requested");
}

function localDate(iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? iso : georgianDate(day);
}

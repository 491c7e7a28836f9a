// A letter from the record: who writes to whom, about what, on which ground. The words are data (ka.json, en.json); this
// file only fills them in, so that a lawyer can read and mend them without reading code. What comes out is plain blocks:
// the page shows them, the person edits their text, the PDF sets them.
import { type Day, georgianDate } from "../calendar/day.ts";
import type { Deadline } from "../law/deadline.ts";
import type { Addressee } from "../data/authorities.ts";
import { isOwn } from "../law/requestKind.ts";
import type { LocalText } from "../law/ruleSet.ts";
import type { Organisation } from "../record/record.ts";
import type { FollowUp, Grievance } from "../request/nextStep.ts";
import { checkDeferral, checkRefusal, type NoticeItem } from "../request/notice.ts";
import type { DataRequest } from "../request/request.ts";
import { fillBlocks, type Values } from "./fill.ts";
import { type Language, type LetterKind, templates } from "./templates.ts";
import { organisationName } from "../record/organisationName.ts";

export interface LetterInput {
  readonly language: Language;
  readonly request: DataRequest;
  readonly organisation: Organisation;
  readonly today: Day;
  /** The request's deadlines; before it is sent, those that would run if it were received today. */
  readonly deadlines: readonly Deadline[];
  /** A letter that follows the request; null: the request's own letter. */
  readonly followUp: { readonly kind: FollowUp; readonly about: Grievance | null; readonly overdue: boolean } | null;
  /** Who supervises personal data today, and where a complaint or a claim goes. */
  readonly supervisor: Addressee;
  readonly court: string | null;
  /** For a complaint: how long the authority may take. */
  readonly review: Deadline | null;
}

export type LetterBlock = { readonly kind: "paragraph"; readonly text: string } | { readonly kind: "list"; readonly items: readonly string[] };

export interface Letter {
  readonly language: Language;
  readonly addressee: readonly string[];
  readonly applicant: readonly string[];
  readonly date: string;
  readonly reference: string;
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
  readonly signature: readonly string[];
}

export function writeLetter(input: LetterInput): Letter {
  const { language, request, followUp } = input;
  const { labels, kinds, common } = templates[language];
  const kind = letterKind(request, followUp?.kind ?? null);
  const template = kinds[kind];
  const values = valuesOf(input, kind);
  const isRequest = followUp === null && kind !== "complaint" && kind !== "claim";
  const parts = isRequest
    ? [...template.body, ...common.database, ...common.identifying, ...(kind === "publicInformation" ? [] : common.closing), ...common.answer]
    : [...template.body, ...(kind === "claim" || kind === "complaint" ? [] : common.answer)];
  return {
    language,
    addressee: addresseeLines(input, kind),
    applicant: applicantLines(input),
    date: `${labels.date}: ${georgianDate(input.today)}`,
    reference: `${labels.reference}: ${request.reference}`,
    title: template.title,
    blocks: fillBlocks(parts, values, common),
    signature: [request.representative?.name ?? request.applicant.certifiedBy?.name ?? request.applicant.name, `${labels.signature}: ____________________`],
  };
}

/** The letter as plain text, as a mail carries it and as the person edits it. */
export function letterText(letter: Letter): string {
  const blocks = letter.blocks.map((block) => (block.kind === "paragraph" ? block.text : block.items.map((item) => `– ${item}`).join("\n")));
  return [letter.addressee.join("\n"), letter.applicant.join("\n"), [letter.date, letter.reference].join("\n"), letter.title, ...blocks, letter.signature.join("\n")].join("\n\n");
}

/** `mailto:` draft: the reference stands in the subject, so that an answer finds its request. Null without an address. */
export function mailDraft(letter: Letter, text: string, reference: string, address: string | null): string | null {
  return address === null ? null : `mailto:${encodeURIComponent(address).replaceAll("%40", "@")}?subject=${encodeURIComponent(`${letter.title} [${reference}]`)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
}

export function letterKind(request: DataRequest, followUp: FollowUp | null): LetterKind {
  if (followUp !== null) return followUp;
  const ordinary = request.kind !== "complaint" && request.kind !== "claim" && request.kind !== "publicInformation";
  return ordinary && !isOwn(request.asker) ? "thirdParty" : request.kind;
}

/** "10 working days". */
export function limitText(language: Language, { count, unit }: Pick<Deadline, "count" | "unit">): string {
  return templates[language].limits[unit].replace("{count}", String(count));
}

function valuesOf(input: LetterInput, kind: LetterKind): Values {
  const { language, request, organisation, followUp, supervisor } = input;
  const { asked, events, applicant, representative } = request;
  const { noticeItems, kinds } = templates[language];
  const cite = (one: Deadline): string => `${one.title[language]}, ${language === "ka" ? "მუხლი" : "Article"} ${one.source.article}`;
  const section = (one: Deadline): string => `${one.title[language]}, ${language === "ka" ? "პუნქტი" : "section"} ${one.source.article}`;
  const statute = input.deadlines.find((one) => one.basis === "statute" && one.stage === "fulfilment");
  const policy = input.deadlines.find((one) => one.basis === "policy" && one.stage === "fulfilment");
  const due = input.deadlines.findLast((one) => one.holds && one.basis === "statute" && one.stage !== "firstAnswer") ?? input.deadlines.findLast((one) => one.holds);
  const notice = events.findLast((one) => one.type === "refused" || one.type === "deferred");
  const missing = notice?.type === "refused" ? checkRefusal(notice.notice) : notice?.type === "deferred" ? checkDeferral(notice.notice) : null;
  const about = followUp?.about ?? null;
  const fee = events.findLast((one) => one.type === "feeAsked");
  const contact = representative ?? applicant;
  const dated = (type: "sent" | "received"): string => {
    const found = events.findLast((one) => one.type === type);
    return found ? localDate(found.on) : "—";
  };
  const named = (items: readonly NoticeItem[]): readonly string[] => items.map((item) => noticeItems[item]);
  return {
    database: asked.database,
    data: asked.data,
    identifying: asked.identifying,
    purpose: asked.purpose,
    grounds: asked.grounds,
    shouldBe: asked.shouldBe,
    consent: asked.consent,
    about: asked.about,
    certified: applicant.certifiedBy ? "1" : null,
    limit: statute ? limitText(language, statute) : null,
    limitSource: statute ? cite(statute) : null,
    policyLimit: policy ? limitText(language, policy) : null,
    policySource: policy ? section(policy) : null,
    free: isOwn(request.asker) && ["whereWho", "recipients", "access", "existence", "portability"].includes(kind) ? "1" : null,
    electronic: asked.answerForm === "electronic" ? "1" : null,
    paper: asked.answerForm === "paper" ? "1" : null,
    answerEmail: contact.email,
    answerAddress: contact.address ?? applicant.address,
    aboutReference: followUp ? request.reference : null,
    aboutTitle: kinds[letterKind(request, null)].title,
    sentOn: dated("sent"),
    receivedOn: dated("received"),
    dueOn: due ? georgianDate(due.day) : "—",
    dueSource: due ? (due.basis === "statute" ? cite(due) : section(due)) : "—",
    overdue: followUp?.overdue ? "1" : null,
    supervisor: supervisor.name[language],
    respondent: [organisation.name, organisation.registryCode, organisation.address].filter((one) => one !== null).join(", "),
    applicant: applicant.name,
    court: input.court,
    reviewLimit: input.review ? limitText(language, input.review) : null,
    reviewSource: input.review ? cite(input.review) : null,
    aboutSilence: about === "silence" ? "1" : null,
    aboutRefusal: about === "refusal" ? "1" : null,
    aboutDeferral: about === "deferral" ? "1" : null,
    aboutIncomplete: about === "incomplete" ? "1" : null,
    aboutFee: about === "fee" ? "1" : null,
    noticeReason: notice?.notice.reason ?? (language === "ka" ? "მითითებული არ არის" : "none was given"),
    incomplete: incompleteText(request, language),
    missing: missing && (about === "refusal" || about === "deferral") ? named([...missing.missing, ...missing.alsoMissing]) : [],
    fee: fee ? [fee.amount, fee.ground].filter((one) => one !== null).join(", ") : null,
    askedWhat: events.findLast((one) => one.type === "askedMore")?.what ?? null,
  };
}

function incompleteText({ events }: DataRequest, language: Language): string {
  const told = events.findLast((one) => one.type === "partly" || one.type === "contested");
  const said = told?.type === "partly" ? told.missing : told?.type === "contested" ? told.why : "";
  return said || (language === "ka" ? "პასუხი არ შეიცავს მოთხოვნილ ინფორმაციას" : "the answer does not contain the information requested");
}

function addresseeLines({ language, organisation, supervisor, court }: LetterInput, kind: LetterKind): readonly string[] {
  const { labels } = templates[language];
  const name = (text: LocalText): string => text[language];
  if (kind === "claim") return [`${labels.to}: ${court ?? "—"}`];
  if (kind === "complaint") return [`${labels.to}: ${name(supervisor.name)}`, ...lines([labels.address, supervisor.address ? name(supervisor.address) : null], [labels.email, supervisor.email])];
  return [
    `${labels.to}: ${organisationName(organisation, language)}`,
    ...lines([labels.registryCode, organisation.registryCode], [labels.address, organisation.address], [labels.email, organisation.email], [labels.responsible, organisation.responsible]),
  ];
}

/** Line 134, item 1, and line 105, items 1 and 2. */
function applicantLines({ language, request }: LetterInput): readonly string[] {
  const { labels } = templates[language];
  const { applicant, representative, asker } = request;
  const legal = asker === "legalPerson";
  return [
    `${legal ? labels.legalPerson : labels.from}: ${applicant.name}`,
    ...lines(
      [legal ? labels.registryCode : labels.personalNumber, applicant.personalNumber],
      [labels.documentNumber, applicant.documentNumber],
      [legal ? labels.address : labels.residence, applicant.address],
      [labels.email, applicant.email],
      [labels.phone, applicant.phone],
      [labels.certifiedBy, applicant.certifiedBy ? `${applicant.certifiedBy.position}, ${applicant.certifiedBy.name}` : null],
    ),
    ...(representative
      ? lines([labels.representative, representative.name], [labels.personalNumber, representative.personalNumber], [labels.authority, representative.authority], [labels.address, representative.address], [labels.email, representative.email], [labels.phone, representative.phone])
      : []),
  ];
}

function lines(...all: readonly (readonly [label: string, value: string | null])[]): readonly string[] {
  return all.flatMap(([label, value]) => (value === null || value.trim() === "" ? [] : [`${label}: ${value}`]));
}

function localDate(iso: string): string {
  return iso.split("-").toReversed().join(".");
}


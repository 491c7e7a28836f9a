// A letter from the record: who writes to whom, about what, on which ground. The words are data (ka.json, en.json); this
// file only fills them in, so that a lawyer can read and mend them without reading code. What comes out is plain blocks:
// the page shows them, the person edits their text, the PDF sets them.
import { type MailDraft, mailtoOf } from "../../codec/mailto.ts";
import { type Day, georgianDate } from "../calendar/day.ts";
import type { Deadline } from "../law/deadline.ts";
import type { Addressee } from "../data/authorities.ts";
import type { LocalText } from "../law/ruleSet.ts";
import type { Organisation } from "../record/record.ts";
import type { Grievance } from "../request/grievance.ts";
import type { FollowUp } from "../request/followUp.ts";
import type { DataRequest } from "../request/request.ts";
import { complaintTarget, type ComplaintTarget } from "./complaintTarget.ts";
import { fillBlocks } from "./fill.ts";
import { signatureLine } from "./signature.ts";
import { byLawOf } from "./formerLaw.ts";
import { isClaim, isComplaint, letterKind } from "./letterKind.ts";
import { type Language, type LetterKind, templates } from "./templates.ts";
import { courtOf, nameOf } from "./bodies.ts";
import { valuesOf } from "./values.ts";
import { byHand, written } from "./written.ts";

export interface LetterInput {
  readonly language: Language;
  readonly request: DataRequest;
  readonly organisation: Organisation;
  readonly today: Day;
  /** The request's deadlines; before it is sent, those that would run if it were received today. */
  readonly deadlines: readonly Deadline[];
  /** A letter that follows the request; null: the request's own letter. */
  readonly followUp: { readonly kind: FollowUp; readonly about: Grievance | null; readonly overdue: boolean } | null;
  /** Who supervises personal data today. */
  readonly supervisor: Addressee;
  /** Where a complaint goes; null: where the request says, or where such a complaint usually goes. */
  readonly complainTo: ComplaintTarget | null;
  /** Where a claim goes; null: where the request says, or left to be filled in by hand. */
  readonly court: string | null;
  /** What the person answers to a question of the organisation's (null: left to be filled in by hand), or finds wrong with its answer (null: as far as it is on record). */
  readonly given: string | null;
  /** The earlier letter that this one follows, if it follows one. */
  readonly follows: Pick<DataRequest, "kind" | "reference" | "events"> | null;
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
  const kind = letterKind({ ...request, complainTo: input.complainTo ?? request.complainTo }, followUp?.kind ?? null, input.follows);
  const template = kinds[kind];
  const values = valuesOf(input, kind);
  const appeal = isComplaint(kind) || isClaim(kind);
  const isRequest = followUp === null && !appeal;
  const parts = isRequest
    ? [...common.representative, ...common.follows, ...template.body, ...common.database, ...common.identifying, ...(kind === "publicInformation" ? [] : common.closing), ...common.answer]
    : [...common.representative, ...(followUp === null ? common.follows : []), ...template.body, ...(appeal ? [] : common.answer)];
  return {
    language,
    addressee: addresseeLines(input, kind),
    applicant: applicantLines(input),
    date: `${labels.date}: ${georgianDate(input.today)}`,
    reference: `${labels.reference}: ${request.reference}`,
    title: template.title,
    blocks: byLawOf(input.today, language, fillBlocks(parts, values, common)),
    signature: [[request.representative?.name, request.applicant.certifiedBy?.name, request.applicant.name].find((one) => written(one)) ?? byHand, signatureLine(language, "hand")],
  };
}

/** The letter as plain text, as a mail carries it and as the person edits it. */
export function letterText(letter: Letter): string {
  const blocks = letter.blocks.map((block) => (block.kind === "paragraph" ? block.text : block.items.map((item) => `– ${item}`).join("\n")));
  return [letter.addressee.join("\n"), letter.applicant.join("\n"), [letter.date, letter.reference].join("\n"), letter.title, ...blocks, letter.signature.join("\n")].join("\n\n");
}

/** A mail's draft: the reference stands in the subject, so that an answer finds its request. Null without an address. */
export function mailDraft(letter: Letter, text: string, reference: string, address: string | null): MailDraft | null {
  return address === null ? null : mailtoOf(address, `${letter.title} [${reference}]`, text);
}

function addresseeLines(input: LetterInput, kind: LetterKind): readonly string[] {
  const { language, organisation, supervisor, request } = input;
  const { labels, superior } = templates[language];
  const name = (text: LocalText): string => text[language];
  // What follows a claim or a complaint that is a request by itself goes where that went, and not to whom it is about.
  // Named here, and nowhere else in it.
  if (isClaim(kind) || (request.kind === "claim" && !isComplaint(kind))) return [`${labels.court}: ${courtOf(input)}`];
  if (isComplaint(kind) || request.kind === "complaint") {
    const { kind: body, name: named } = complaintTarget(input);
    if (body !== "supervisor") return [`${labels.to}: ${written(named) ?? (body === "higherBody" ? superior : byHand)}`];
    return [`${labels.to}: ${name(supervisor.name)}`, ...lines([labels.address, supervisor.address ? name(supervisor.address) : null], [labels.email, supervisor.email])];
  }
  return [
    `${labels.to}: ${nameOf(organisation, language)}`,
    ...lines([labels.registryCode, organisation.registryCode], [labels.address, organisation.address], [labels.email, organisation.email], [labels.responsible, organisation.responsible]),
  ];
}

/** Line 134, item 1, and line 105, items 1 and 2. */
function applicantLines({ language, request }: LetterInput): readonly string[] {
  const { labels } = templates[language];
  const { applicant, representative, asker } = request;
  const legal = asker === "legalPerson";
  return [
    `${legal ? labels.legalPerson : labels.from}: ${written(applicant.name) ?? byHand}`,
    ...lines(
      [legal ? labels.registryCode : labels.personalNumber, applicant.personalNumber],
      [labels.documentNumber, legal ? null : applicant.documentNumber],
      [legal ? labels.address : labels.residence, applicant.address],
      [labels.email, applicant.email],
      [labels.phone, applicant.phone],
      [labels.certifiedBy, applicant.certifiedBy ? [applicant.certifiedBy.position, applicant.certifiedBy.name].filter((one) => written(one)).join(", ") : null],
    ),
    ...(representative
      ? lines([labels.representative, written(representative.name) ?? byHand], [labels.personalNumber, representative.personalNumber], [labels.authority, representative.authority], [labels.address, representative.address], [labels.email, representative.email], [labels.phone, representative.phone])
      : []),
  ];
}

function lines(...all: readonly (readonly [label: string, value: string | null])[]): readonly string[] {
  return all.flatMap(([label, value]) => (value === null || value.trim() === "" ? [] : [`${label}: ${value}`]));
}

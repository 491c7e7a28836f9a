import { georgianDate, georgianInstant, georgianIso } from "../../consent/calendar/day.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { isCalledOff } from "../../consent/record/consentState.ts";
import type { Consent, ConsentEvent, Evidence, Organisation } from "../../consent/record/record.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { noSection } from "../../consent/law/ruleSet.ts";
import type { Deadline } from "../../consent/law/deadline.ts";
import { ownRules } from "../../consent/policy/ownRules.ts";
import type { RequestEvent } from "../../consent/request/event.ts";
import type { TrackedRequest } from "../../consent/view/overview.ts";
import { reachOf } from "../../consent/view/reach.ts";
import type { Texts } from "../../i18n/texts.tsx";
import type { FormContent, FormItem } from "../../signing/formPdf/form.ts";
import type { Book } from "./book.ts";
import { consentWords } from "./consentWords.ts";
import { otherwiseLines } from "./detailText.ts";
import { evidenceText } from "./evidenceText.ts";
import { holdingName } from "./holdingName.ts";
import { holdingFacts, toldAnswers } from "./holdingFacts.ts";

type Words = Pick<Texts, "t" | "language">;

const field = (label: string, value: string | null): readonly FormItem[] => (value === null || value === "" ? [] : [{ kind: "field", label, value }]);
const heading = (text: string): FormItem => ({ kind: "heading", text });
const lines = (...all: readonly (string | null)[]): string => all.filter(Boolean).join("\n");

/** From what it is known, each with its words and its hash: by these whoever doubts it can look. */
function proofs(evidence: readonly Evidence[], texts: Words): string {
  return lines(...evidence.flatMap((one) => [`– ${evidenceText(one, georgianInstant(one.seenAt), texts)}`, one.quote, one.sha256 && `SHA-256 ${one.sha256}`]));
}

/** The note and the papers of what happened: by its hash a paper is known again. */
function proofsOf({ note, papers }: RequestEvent): readonly string[] {
  return [...(note === null ? [] : [`– ${note}`]), ...papers.map(({ name, sha256 }) => `– ${name}, SHA-256 ${sha256}`)];
}

function holdingItems({ ledger, rows, tracked }: Book, organisation: Organisation, texts: Words): readonly FormItem[] {
  const { t } = texts;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const asked = tracked.filter(({ request }) => request.organisationId === organisation.id);
  return ledger.holdingsOf(organisation.id).flatMap((one): readonly FormItem[] => {
    const ended = one.handling?.ended ?? null;
    const alert = byId.get(one.id)?.alert ?? null;
    return [
      heading(holdingName(one, texts)),
      ...field(t("data_what"), lines(...one.data.map(({ name, special }) => (special ? `${name} (${t(`data_special_${special}`)})` : name)))),
      ...holdingFacts(one, byId.get(one.id), reachOf(one, asked), texts).flatMap(([name, value]) => field(name, value)),
      ...field(t("data_over"), alert && alert.since !== null ? t(`data_alert_${alert.reason}`, { DATE: georgianDate(alert.since) }) : null),
      ...field(t("data_ending"), ended && t("data_ended_badge", { HOW: t(`data_ended_${ended.how}`), DATE: georgianIso(ended.on) })),
      ...field(t("data_told"), lines(...toldAnswers(one.told, texts))),
      ...field(t("data_evidence"), proofs(one.evidence, texts)),
    ];
  });
}

function ruleItems(organisation: Organisation, { t }: Words): readonly FormItem[] {
  const items = ownRules(organisation).flatMap(({ from, limits }) =>
    field(
      from === null ? t("data_own_rules_undated") : t("data_own_rules_text", { DATE: georgianIso(from) }),
      lines(...limits.map(({ stage, unit, count, source }) => [`${t(`data_stage_${stage}`)}: ${t(`data_unit_${unit}`, { COUNT: count })}`, source.article === noSection ? "" : t("data_section", { NUMBER: source.article }), source.url ?? ""].filter(Boolean).join(", "))),
    ),
  );
  return items.length > 0 ? [heading(t("data_own_rules")), ...items] : [];
}

function eventLine(event: ConsentEvent, all: readonly ConsentEvent[], { t, language }: Words): string {
  const { at, state, note } = event;
  return [`${georgianInstant(at)} ${t(`data_state_${state}`)}`, isCalledOff(event, all) ? ` (${t("data_event_called_off")})` : "", note === null ? "" : `: ${inWords(note, language)}`].join("");
}

function consentItem(one: Consent, { today }: Book, texts: Words): readonly FormItem[] {
  const { t, language } = texts;
  const { state, begins, ends } = consentWords(one, today, texts);
  return field(
    inWords(one.purpose, language),
    lines(
      [t(`data_form_${one.form ?? "unstated"}`), state, begins, ends].filter(Boolean).join(", "),
      ...one.events.map((event) => eventLine(event, one.events, texts)),
      one.voluntary === null ? null : `${t("data_consent_voluntary")} ${t(one.voluntary ? "data_answer_yes" : "data_answer_no")}`,
      one.text && (language === "ka" ? `„${one.text}“` : `“${one.text}”`),
      one.withdrawal && `${t("data_consent_withdrawal")}: ${inWords(one.withdrawal, language)}`,
      proofs(one.evidence, texts),
    ),
  );
}

function deadlineText({ day, stage, basis, title, source }: Deadline, { t, language }: Words): string {
  const cited = source.article === noSection ? "" : t(basis === "statute" ? "data_article" : "data_section", { NUMBER: source.article });
  return [`${t("data_last_day")}: ${georgianDate(day)}`, t(`data_stage_${stage}`), title[language], cited, source.verifiedOn === null ? t("data_unverified") : ""].filter(Boolean).join(", ");
}

function requestItem({ request, situation }: TrackedRequest, texts: Words): readonly FormItem[] {
  const { t } = texts;
  return field(
    `${t(`data_kind_${kindWord(request)}`)}, ${request.reference}`,
    lines(
      t(`data_phase_${situation.phase}`),
      ...request.events.flatMap((one) => [`${georgianIso(one.on)} ${t(`data_event_${one.type}`)}`, ...proofsOf(one)]),
      ...situation.deadlines.filter(({ holds }) => holds).map((one) => deadlineText(one, texts)),
    ),
  );
}

/** One organisation's whole file for a PDF: who it is, what it holds, its own deadlines, the consents, the requests with all that happened. */
export function organisationForm(book: Book, organisation: Organisation, texts: Words): FormContent {
  const { t, language } = texts;
  const consents = book.ledger.consentsWith(organisation.id).flatMap((one) => consentItem(one, book, texts));
  const requests = book.tracked.filter(({ request }) => request.organisationId === organisation.id).flatMap((one) => requestItem(one, texts));
  return {
    language,
    lead: [],
    title: organisationName(organisation, language),
    about: [`${t("data_title")}, ${georgianDate(book.today)}`, [t(`data_sector_${organisation.sector}`), organisation.category && t(`data_category_${organisation.category}`)].filter(Boolean).join(", ")],
    items: [
      ...field(t("data_code"), organisation.registryCode),
      ...field(t("data_address"), organisation.address),
      ...field(t("data_email"), organisation.email),
      ...field(t("data_phone"), organisation.phone),
      ...field(t("data_website"), organisation.website),
      ...field(t("data_who_formUrl"), organisation.formUrl),
      ...field(t("data_responsible"), organisation.responsible),
      ...field(t("data_same_otherwise"), lines(...otherwiseLines(organisation.merged, texts))),
      ...field(t("data_evidence"), proofs(organisation.evidence, texts)),
      ...holdingItems(book, organisation, texts),
      ...ruleItems(organisation, texts),
      ...(consents.length > 0 ? [heading(t("data_consents")), ...consents] : []),
      ...(requests.length > 0 ? [heading(t("data_tab_requests")), ...requests] : []),
    ],
    attachments: [],
    words: { attachments: "", empty: "", size: String, page: (number, count) => t("data_page", { NUMBER: number, COUNT: count }) },
    madeAt: new Date(),
  };
}

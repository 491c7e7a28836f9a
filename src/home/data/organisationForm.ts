import { georgianDate, georgianIso } from "../../consent/calendar/day.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { consentState } from "../../consent/record/consentState.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import type { RequestEvent } from "../../consent/request/event.ts";
import type { Texts } from "../../i18n/texts.tsx";
import type { FormContent, FormItem } from "../../signing/formPdf/form.ts";
import type { Book } from "./book.ts";
import { recipientText } from "./recipientText.ts";

/** The note and the papers of what happened: by its hash a paper is known again. */
function proofsOf({ note, papers }: RequestEvent): readonly string[] {
  return [...(note === null ? [] : [`– ${note}`]), ...papers.map(({ name, sha256 }) => `– ${name}, SHA-256 ${sha256}`)];
}

/** One organisation's whole file for a PDF: who it is, what it holds, the consents, the requests with all that happened. */
export function organisationForm(book: Book, organisation: Organisation, { t, language }: Texts): FormContent {
  const field = (label: string, value: string | null): readonly FormItem[] => (value === null || value === "" ? [] : [{ kind: "field", label, value }]);
  const heading = (text: string): FormItem => ({ kind: "heading", text });
  const words = (text: string): string => inWords(text, language);
  const rows = new Map(book.rows.map((row) => [row.id, row]));
  const holdings = book.ledger.holdingsOf(organisation.id).flatMap((one): readonly FormItem[] => {
    const until = rows.get(one.id)?.until ?? null;
    return [
      heading(one.database.name ?? one.service ?? words(one.purposes[0] ?? t("data_database"))),
      ...field(t("data_what"), one.data.map(({ name, special }) => (special ? `${name} (${t(`data_special_${special}`)})` : name)).join("\n")),
      ...field(t("data_why"), one.purposes.map(words).join("\n")),
      ...field(t("data_basis"), [t(`data_basis_${one.basis}`), one.basisText].filter(Boolean).join(", ")),
      ...field(t("data_who_else"), one.recipients.map((recipient) => recipientText(recipient, { t, language })).join("\n") || t("data_nobody_known")),
      ...field(t("data_until"), until === null ? (one.retention.text ?? t("data_unstated")) : georgianDate(until)),
      ...field(t("data_location"), one.database.location),
      ...field(t("data_database_form"), one.handling?.form ? t(`data_kept_as_${one.handling.form}`) : null),
      ...field(t("data_source"), one.handling?.source ? t(`data_came_${one.handling.source}`) : null),
      ...field(t("data_acts"), one.handling?.acts.map((act) => t(`data_act_${act}`)).join(", ") ?? null),
      ...field(t("data_ending"), one.handling?.ended ? t("data_ended_badge", { HOW: t(`data_ended_${one.handling.ended.how}`), DATE: georgianIso(one.handling.ended.on) }) : null),
      ...field(t("data_known_by"), t(`data_confidence_${one.confidence}`)),
      ...field(t("data_evidence"), one.evidence.flatMap(({ quote }) => quote ?? []).join("\n")),
    ];
  });
  const consents = book.ledger.consentsWith(organisation.id).flatMap((one) => field(words(one.purpose), [t(`data_form_${one.form}`), t(`data_state_${consentState(one, book.today)}`), one.validUntil ? `${t("data_until")}: ${georgianIso(one.validUntil)}` : ""].filter(Boolean).join(", ")));
  const requests = book.tracked
    .filter(({ request }) => request.organisationId === organisation.id)
    .flatMap(({ request, situation }) => field(`${t(`data_kind_${kindWord(request)}`)}, ${request.reference}`, [t(`data_phase_${situation.phase}`), ...request.events.flatMap((one) => [`${georgianIso(one.on)} ${t(`data_event_${one.type}`)}`, ...proofsOf(one)])].join("\n")));
  return {
    language,
    title: organisationName(organisation, language),
    about: [`${t("data_title")}, ${georgianDate(book.today)}`],
    items: [
      ...field(t("data_code"), organisation.registryCode),
      ...field(t("data_address"), organisation.address),
      ...field(t("data_email"), organisation.email),
      ...field(t("data_responsible"), organisation.responsible),
      ...holdings,
      ...(consents.length > 0 ? [heading(t("data_consents")), ...consents] : []),
      ...(requests.length > 0 ? [heading(t("data_tab_requests")), ...requests] : []),
    ],
    attachments: [],
    words: { attachments: "", empty: "", size: String, page: (number, count) => t("data_page", { NUMBER: number, COUNT: count }) },
    madeAt: new Date(),
  };
}

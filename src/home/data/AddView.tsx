import { useState } from "preact/hooks";
import { dayFromIso, georgianIso, isoOf } from "../../consent/calendar/day.ts";
import type { Consent, DataRecord, Holding } from "../../consent/record/record.ts";
import { consentForms, legalBases } from "../../consent/record/vocabulary.ts";
import type { MessageKey } from "../../i18n/catalogue.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { Text } from "./fields.tsx";
import { Gone } from "./Gone.tsx";
import { HoldingItems, HoldingMore } from "./HoldingMore.tsx";
import { instantOn } from "./consentEvents.ts";
import { type DateField, type HoldingValues, holdingFields, isBefore, valuesOf, wrongDate } from "./holdingValues.ts";
import { changedNow, newConsent, newHolding } from "./newRecord.ts";
import { Drafted, type Kept, useKeeping } from "./Drafted.tsx";
import { OrganisationField, OrganisationLine, type OrganisationChoice, organisationOfChoice } from "./OrganisationField.tsx";
import { AlwaysOne, OneOf } from "./OneOf.tsx";
import { Lost, useLatest } from "./Lost.tsx";
import { RecordForm } from "./RecordForm.tsx";
import { goAfter } from "./route.ts";
import { showField } from "./showField.ts";

const dateLabels = {
  consentOn: "data_consent_on",
  consentUntil: "data_consent_until",
  until: "data_until",
  since: "data_since",
  knownSince: "data_known_since",
  purposeEndedOn: "data_purpose_ended",
  endedOn: "data_ended_on",
} as const satisfies Record<DateField, MessageKey>;

interface AddViewProps {
  readonly book: Book;
  readonly organisationId: string | null;
  /** A holding to change; null: a new one. */
  readonly holdingId: string | null;
}

/** What the person knows that somebody holds: entered by hand, nothing obligatory but the organisation. */
export function AddView({ book, organisationId, holdingId }: AddViewProps) {
  const known = book.ledger.holdings.find(({ id }) => id === holdingId) ?? null;
  return <Drafted<HoldingDraft> base={known?.updatedAt ?? null}>{(kept) => <HoldingForm book={book} organisationId={organisationId} holdingId={holdingId} known={known} kept={kept} />}</Drafted>;
}

interface HoldingDraft {
  readonly choice: OrganisationChoice;
  readonly values: HoldingValues;
  readonly consented: { readonly form: Consent["form"]; readonly on: string; readonly until: string };
  readonly record: Holding | null;
}

interface HoldingFormProps {
  readonly book: Book;
  readonly organisationId: string | null;
  readonly holdingId: string | null;
  readonly known: Holding | null;
  readonly kept: Kept<HoldingDraft>;
}

function HoldingForm({ book, organisationId, holdingId, known: there, kept }: HoldingFormProps) {
  const { t, language } = useTexts();
  const { start } = kept;
  const { latest: known, begun, lost, removing } = useLatest(book, there, start.record);
  const [choice, setChoice] = useState<OrganisationChoice>(start.choice ?? { id: known?.organisationId ?? organisationId, name: "" });
  const [values, setValues] = useState(() => ({ ...valuesOf(known, language), ...start.values }));
  const [consented, setConsented] = useState<HoldingDraft["consented"]>(start.consented ?? { form: "tick", on: isoOf(book.today), until: "" });
  useKeeping(kept, { choice, values, consented, record: begun });
  const [problem, setProblem] = useState<"organisation" | ReturnType<typeof wrongDate>>(null);
  const asksConsent = values.basis === "consent" && known === null;
  // An address of a record that is not there, or not yet: what is written here would become another record.
  if (holdingId !== null && known === null && start.values === undefined) return <Gone />;
  const change = (more: Partial<HoldingValues>): void => setValues({ ...values, ...more });
  const set = (name: "data" | "purposes" | "recipients" | "basisText" | "until") => (value: string): void => change({ [name]: value });
  const save = async (form: HTMLFormElement): Promise<boolean> => {
    const organisation = organisationOfChoice(book, choice);
    const wrong = wrongDate(values, asksConsent ? consented : null, book.today, known);
    setProblem(organisation === null ? "organisation" : wrong);
    if (organisation === null) return false;
    if (wrong !== null) {
      showField(form, wrong.field);
      return false;
    }
    const holding = changedNow<Holding>({ ...(known ?? newHolding(organisation.record.id)), organisationId: organisation.record.id, ...holdingFields(values, known) });
    const at = instantOn(dayFromIso(consented.on) ?? book.today, Date.now(), undefined);
    const consent: Consent | null = asksConsent ? { ...newConsent(holding, holding.purposes[0] ?? t("data_unknown")), form: consented.form, validUntil: consented.until || null, events: [{ state: "given", at, note: null, enteredAt: new Date().toISOString() }] } : null;
    const records: DataRecord[] = [...(organisation.fresh ? [organisation.record] : []), holding, ...(consent ? [consent] : [])];
    return goAfter(book.save(records), `#data/organisation/${organisation.record.id}`);
  };
  const remove = async (): Promise<boolean> => known !== null && goAfter(removing(book.remove([known, ...book.ledger.consentsOf(known.id)])), `#data/organisation/${known.organisationId}`);
  return (
    <RecordForm title={t(known ? "data_record_edit" : "data_add")} onSave={save} onDone={kept.done} removal={there && { question: t("data_remove_holding_sure", { COUNT: book.ledger.consentsOf(there.id).length }), remove }}>
      {lost || (holdingId !== null && known === null) ? <Lost /> : null}
      {there ? <OrganisationLine book={book} id={there.organisationId} /> : <OrganisationField book={book} value={choice} onChange={setChoice} />}
      <Text label={t("data_tab_holdings")} hint={t("data_line_each")} rows={4} value={values.data} onChange={set("data")} />
      <Text label={t("data_why")} hint={t("data_line_each")} rows={2} value={values.purposes} onChange={set("purposes")} />
      <Text label={t("data_who_else")} hint={t("data_line_each")} rows={2} value={values.recipients} onChange={set("recipients")} />
      <AlwaysOne label={t("data_basis")} value={values.basis} options={legalBases} text={(one) => t(`data_basis_${one}`)} onChange={(basis) => change({ basis })} />
      {values.basis === "unknown" ? null : <Text label={t("data_basis_text")} hint={t("data_basis_text_hint")} value={values.basisText} onChange={set("basisText")} />}
      {asksConsent ? (
        <>
          <OneOf label={t("data_consent_form")} value={consented.form} none={t("data_form_unstated")} options={consentForms} text={(one) => t(`data_form_${one}`)} onChange={(form) => setConsented({ ...consented, form })} />
          <Text label={t("data_consent_on")} name="consentOn" type="date" value={consented.on} onChange={(on) => setConsented({ ...consented, on })} />
          <Text label={t("data_consent_until")} name="consentUntil" type="date" wrong={isBefore(consented.until, consented.on) ? t("data_consent_before", { DATE: georgianIso(consented.on) }) : null} value={consented.until} onChange={(until) => setConsented({ ...consented, until })} />
        </>
      ) : null}
      <Text label={t("data_until")} name="until" type="date" wrong={isBefore(values.until, values.since) ? t("data_until_before", { DATE: georgianIso(values.since) }) : null} value={values.until} onChange={set("until")} />
      <HoldingItems values={values} onChange={change} />
      <HoldingMore values={values} onChange={change} />
      {problem && (problem === "organisation" || problem.why !== "before") ? (
        <Notice kind="error" announced>
          <p>{problem === "organisation" ? t("data_need_organisation") : `${t(dateLabels[problem.field])}: ${t(problem.why === "date" ? "data_wrong_date" : "data_wrong_day")}`}</p>
        </Notice>
      ) : null}
    </RecordForm>
  );
}

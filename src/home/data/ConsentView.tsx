import { useState } from "preact/hooks";
import { sha256Hex } from "../../codec/sha256.ts";
import { dayFromIso, georgianDate, isoOf } from "../../consent/calendar/day.ts";
import type { Consent, Evidence, Holding } from "../../consent/record/record.ts";
import { dayOfEvent, givenAfterEnd, lastBy, withEvent } from "../../consent/record/consentState.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import { type ConsentState, consentForms, consentStates } from "../../consent/record/vocabulary.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { instantOn } from "./consentEvents.ts";
import { Drafted, type Kept, useKeeping } from "./Drafted.tsx";
import { ConsentEvents } from "./ConsentEvents.tsx";
import { Select, Text, YesNo } from "./fields.tsx";
import { Gone } from "./Gone.tsx";
import { hasWords, Lost, useLatest } from "./Lost.tsx";
import { changedNow, newConsent, newHolding, ownEvidence } from "./newRecord.ts";
import { OrganisationField, type OrganisationChoice, organisationOfChoice } from "./OrganisationField.tsx";
import { OneOf } from "./OneOf.tsx";
import { RecordForm } from "./RecordForm.tsx";
import { goAfter } from "./route.ts";
import { showField } from "./showField.ts";

interface ConsentViewProps {
  readonly book: Book;
  /** One to change; null: a new one, for `holdingId`. */
  readonly consentId: string | null;
  readonly holdingId: string | null;
}

interface ConsentDraft {
  readonly written: Partial<Consent>;
  readonly where: string;
  readonly state: ConsentState | "";
  readonly on: string;
  readonly record: Consent | null;
  /** What a new one is for. */
  readonly holding: Holding | null;
  /** Whom it was given to, where nothing on record says it. */
  readonly choice: OrganisationChoice;
}

/** One consent: what for, in which form and words, whether freely, until when, and what has become of it since (lines 95 to 98). */
export function ConsentView({ book, consentId, holdingId }: ConsentViewProps) {
  const known = book.ledger.consents.find(({ id }) => id === consentId) ?? null;
  return <Drafted<ConsentDraft> base={known?.updatedAt ?? null}>{(kept) => <ConsentForm book={book} consentId={consentId} holdingId={holdingId} kept={kept} />}</Drafted>;
}

function ConsentForm({ book, consentId, holdingId, kept }: ConsentViewProps & { readonly kept: Kept<ConsentDraft> }) {
  const { t, language } = useTexts();
  const { start } = kept;
  const there = book.ledger.consents.find(({ id }) => id === consentId) ?? null;
  const { latest: known, begun, lost, removing } = useLatest(book, there, start.record);
  const of = useLatest(book, book.ledger.holdings.find(({ id }) => id === holdingId) ?? null, start.holding);
  const holding = of.latest;
  const [written, setWritten] = useState<Partial<Consent>>(start.written ?? {});
  const [where, setWhere] = useState(start.where ?? "");
  const [state, setState] = useState<ConsentState | "">(start.state || (known ? "" : "given"));
  const [on, setOn] = useState(start.on ?? isoOf(book.today));
  // A draft of before drafts had the record: what was written is there; whom it was given to, the person says.
  const [orphan] = useState(() => (known === null && (holding === null || consentId !== null) && (hasWords(start.written) || hasWords({ where: start.where })) ? orphanOf(consentId) : null));
  const [choice, setChoice] = useState<OrganisationChoice>(start.choice ?? { id: null, name: "" });
  useKeeping(kept, { written, where, state, on, record: begun, holding: of.begun, choice });
  const [problem, setProblem] = useState<"date" | "purpose" | "order" | "organisation" | null>(null);
  if (known === null && orphan === null && (holding === null || consentId !== null)) return <Gone />;
  const blank = holding ? { ...newConsent(holding, holding.purposes[0] ?? ""), events: [] } : null;
  const found = known ?? orphan ?? blank;
  const consent = found && { ...found, purpose: inWords(found.purpose, language), withdrawal: found.withdrawal && inWords(found.withdrawal, language) };
  if (consent === null) return <Gone />;
  const shown = { ...consent, ...written };
  // What another program has written down for a day to come is behind nobody.
  const last = lastBy(shown.events, book.today);
  const change = (more: Partial<Consent>): void => setWritten({ ...written, ...more });
  const day = dayFromIso(on);
  const events = state === "" || day === null ? shown.events : withEvent(shown.events, { state, at: instantOn(day, Date.now(), last), note: null, enteredAt: new Date().toISOString() });
  // What came with an import and was left as it is does not stand in the way of the rest.
  const late = written.validUntil === undefined && known !== null ? null : givenAfterEnd({ validUntil: shown.validUntil, events });
  const save = async (form: HTMLFormElement): Promise<boolean> => {
    const ends = shown.validUntil ?? "";
    const wrong = shown.purpose.trim() === "" ? "purpose" : (ends !== "" && dayFromIso(ends) === null) || (state !== "" && (day === null || day > book.today)) ? "date" : state !== "" && last && day !== null && day < dayOfEvent(last) ? "order" : null;
    const organisation = orphan && known === null ? organisationOfChoice(book, choice) : null;
    const nobody = known === null && orphan !== null && organisation === null;
    setProblem(nobody ? "organisation" : wrong);
    if (nobody || wrong !== null) return false;
    if (late !== null) {
      showField(form, "validUntil");
      return false;
    }
    const text = shown.text?.trim() || null;
    const evidence = text !== consent.text || where.trim() !== "" ? [await evidenceOf(text, where)] : [];
    const organisationId = organisation?.record.id ?? consent.organisationId;
    const saved = changedNow<Consent>({ ...shown, organisationId, purpose: shown.purpose.trim(), text, withdrawal: shown.withdrawal?.trim() || null, validUntil: ends || null, events, evidence: [...consent.evidence, ...evidence] });
    return goAfter(book.save([...(of.lost && holding ? [holding] : []), ...(organisation?.fresh ? [organisation.record] : []), saved]), `#data/organisation/${organisationId}`);
  };
  return (
    <RecordForm title={t(known ? "data_consent_edit" : "data_consent_new")} onSave={save} onDone={kept.done} removal={there && known && { question: t("data_remove_consent_sure"), remove: () => goAfter(removing(book.remove([known])), `#data/organisation/${known.organisationId}`) }}>
      {lost || of.lost ? <Lost /> : null}
      {orphan && known === null ? (
        <>
          <Lost early="consent" />
          <OrganisationField book={book} value={choice} onChange={setChoice} />
        </>
      ) : null}
      <Text label={t("data_consent_purpose")} required value={shown.purpose} onChange={(purpose) => change({ purpose })} />
      <OneOf label={t("data_consent_form")} value={shown.form} none={t("data_form_unstated")} options={consentForms} text={(one) => t(`data_form_${one}`)} onChange={(form) => change({ form })} />
      <Text label={t("data_consent_text")} hint={t("data_consent_text_hint")} rows={4} value={shown.text ?? ""} onChange={(text) => change({ text })} />
      <Text label={t("data_consent_where")} hint={t("data_consent_where_hint")} value={where} onChange={setWhere} />
      <YesNo label={t("data_consent_voluntary")} name="voluntary" value={shown.voluntary ?? null} onChange={(voluntary) => change({ voluntary })} />
      <Text label={t("data_consent_withdrawal")} value={shown.withdrawal ?? ""} onChange={(withdrawal) => change({ withdrawal })} />
      <Text label={t("data_consent_until")} name="validUntil" type="date" wrong={late === null ? null : t("data_consent_before", { DATE: georgianDate(late) })} value={shown.validUntil ?? ""} onChange={(validUntil) => change({ validUntil: validUntil || null })} />
      <ConsentEvents consent={shown} today={book.today} onChange={(left) => change({ events: left })} />
      <Select label={t("data_consent_event")} value={state} onChange={(value) => setState(consentStates.find((one) => one === value) ?? "")}>
        {known ? <option value="">{t("data_consent_event_none")}</option> : null}
        {consentStates.map((one) => (
          <option key={one} value={one}>
            {t(`data_state_${one}`)}
          </option>
        ))}
      </Select>
      {state === "" ? null : <Text label={t("data_on_other")} type="date" value={on} onChange={setOn} />}
      {problem ? (
        <Notice kind="error" announced>
          <p>{problem === "order" && last ? t("data_consent_order", { DATE: georgianDate(dayOfEvent(last)) }) : t(problem === "date" ? "data_wrong_day" : problem === "organisation" ? "data_need_organisation" : "data_consent_need_purpose")}</p>
        </Notice>
      ) : null}
    </RecordForm>
  );
}

/** A consent of which only its draft is left: under its own id, if it had one, and for no record. */
function orphanOf(consentId: string | null): Consent {
  const blank = newConsent(newHolding(""), "");
  return { ...blank, id: consentId ?? blank.id, holdingId: null, events: [] };
}

async function evidenceOf(text: string | null, where: string): Promise<Evidence> {
  const own = ownEvidence();
  if (text === null) return { ...own, where: where.trim() || own.where };
  return { ...own, where: where.trim() || own.where, sha256: await sha256Hex(text), quote: text };
}

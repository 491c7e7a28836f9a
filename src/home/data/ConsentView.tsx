import { useState } from "preact/hooks";
import { toHex } from "../../card/bytes.ts";
import { type Day, dayFromIso, dayInTbilisi, georgianDate, isoOf, startInTbilisi } from "../../consent/calendar/day.ts";
import type { Consent, ConsentEvent, Evidence } from "../../consent/record/record.ts";
import { type ConsentState, consentForms, consentStates } from "../../consent/record/vocabulary.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { Select, Text, YesNo } from "./fields.tsx";
import { changedNow, newConsent, ownEvidence } from "./newRecord.ts";
import { go } from "./route.ts";

interface ConsentViewProps {
  readonly book: Book;
  /** One to change; null: a new one, for `holdingId`. */
  readonly consentId: string | null;
  readonly holdingId: string | null;
}

/** One consent: what for, in which form and words, whether freely, until when, and what has become of it since (lines 95 to 98). */
export function ConsentView({ book, consentId, holdingId }: ConsentViewProps) {
  const { t, date } = useTexts();
  const known = book.ledger.consents.find(({ id }) => id === consentId) ?? null;
  const holding = book.ledger.holdings.find(({ id }) => id === (known?.holdingId ?? holdingId)) ?? null;
  const [written, setWritten] = useState<Partial<Consent>>({});
  const [where, setWhere] = useState("");
  const [state, setState] = useState<ConsentState | "">(known ? "" : "given");
  const [on, setOn] = useState(isoOf(book.today));
  const [problem, setProblem] = useState<"date" | "purpose" | "order" | null>(null);
  if (known === null && holding === null) return <p>{t("data_gone")}</p>;
  const blank = holding ? { ...newConsent(holding, holding.purposes[0] ?? ""), events: [] } : null;
  const consent = known ?? blank;
  if (consent === null) return <p>{t("data_gone")}</p>;
  const shown = { ...consent, ...written };
  const change = (more: Partial<Consent>): void => setWritten({ ...written, ...more });
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const day = dayFromIso(on);
    const ends = shown.validUntil ?? "";
    const last = consent.events.at(-1);
    const at = day === null ? "" : instantOf(day, book.today);
    const wrong = shown.purpose.trim() === "" ? "purpose" : (ends !== "" && dayFromIso(ends) === null) || (state !== "" && (day === null || day > book.today)) ? "date" : state !== "" && last && at < last.at ? "order" : null;
    setProblem(wrong);
    if (wrong !== null) return;
    const added: readonly ConsentEvent[] = state === "" ? [] : [{ state, at, note: null }];
    const text = shown.text?.trim() || null;
    const evidence = text !== consent.text || where.trim() !== "" ? [await evidenceOf(text, where)] : [];
    const organisationId = consent.organisationId;
    const saved = changedNow<Consent>({ ...shown, purpose: shown.purpose.trim(), text, withdrawal: shown.withdrawal?.trim() || null, validUntil: ends || null, events: [...consent.events, ...added], evidence: [...consent.evidence, ...evidence] });
    if (await book.save([saved])) go(`#data/organisation/${organisationId}`);
  };
  return (
    <form class="card stack" onSubmit={(event) => void save(event)} noValidate>
      <h3>{t(known ? "data_consent_edit" : "data_consent_new")}</h3>
      <Text label={t("data_consent_purpose")} required value={shown.purpose} onChange={(purpose) => change({ purpose })} />
      <Select label={t("data_consent_form")} value={shown.form} onChange={(value) => change({ form: consentForms.find((one) => one === value) ?? "tick" })}>
        {consentForms.map((one) => (
          <option key={one} value={one}>
            {t(`data_form_${one}`)}
          </option>
        ))}
      </Select>
      <Text label={t("data_consent_text")} hint={t("data_consent_text_hint")} rows={4} value={shown.text ?? ""} onChange={(text) => change({ text })} />
      <Text label={t("data_consent_where")} hint={t("data_consent_where_hint")} value={where} onChange={setWhere} />
      <YesNo label={t("data_consent_voluntary")} name="voluntary" value={shown.voluntary ?? null} onChange={(voluntary) => change({ voluntary })} />
      <Text label={t("data_consent_withdrawal")} value={shown.withdrawal ?? ""} onChange={(withdrawal) => change({ withdrawal })} />
      <Text label={t("data_consent_until")} type="date" value={shown.validUntil ?? ""} onChange={(validUntil) => change({ validUntil: validUntil || null })} />
      {consent.events.length > 0 ? (
        <ul class="plain-list" aria-label={t("data_happened")}>
          {consent.events.map((one) => (
            <li key={one.at + one.state}>
              <b>{date(Date.parse(one.at))}</b> {t(`data_state_${one.state}`)}
            </li>
          ))}
        </ul>
      ) : null}
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
          <p>{problem === "order" ? t("data_consent_order", { DATE: georgianDate(dayInTbilisi(Date.parse(consent.events.at(-1)?.at ?? ""))) }) : t(problem === "date" ? "data_wrong_day" : "data_consent_need_purpose")}</p>
        </Notice>
      ) : null}
      <div class="row">
        <button type="submit" class="button button-primary">
          {t("data_save")}
        </button>
        <Button onClick={() => history.back()}>{t("common_cancel")}</Button>
        {known ? <Button onClick={() => void book.remove([known]).then((done) => (done ? go(`#data/organisation/${known.organisationId}`) : undefined))}>{t("data_remove")}</Button> : null}
      </div>
    </form>
  );
}

/** What happened today happened now; what happened on another day, at its beginning in Tbilisi. */
function instantOf(day: Day, today: Day): string {
  return new Date(day === today ? Date.now() : startInTbilisi(day)).toISOString();
}

async function evidenceOf(text: string | null, where: string): Promise<Evidence> {
  const own = ownEvidence();
  if (text === null) return { ...own, where: where.trim() || own.where };
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return { ...own, where: where.trim() || own.where, sha256: toHex(hash).toLowerCase(), quote: text };
}

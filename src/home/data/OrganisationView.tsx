import { useMemo, useState } from "preact/hooks";
import { georgianDate, georgianInstant, georgianIso, isoOf } from "../../consent/calendar/day.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { consentState, decidedBy, isValid } from "../../consent/record/consentState.ts";
import { alikeAmong } from "../../consent/record/joinHoldings.ts";
import { receiptBytes } from "../../consent/record/receipt.ts";
import type { Consent, Holding } from "../../consent/record/record.ts";
import { answeredBy } from "../../consent/view/answered.ts";
import { erasureOf } from "../../consent/view/erasure.ts";
import { reachOf } from "../../consent/view/reach.ts";
import { withdrawalOf } from "../../consent/view/withdrawal.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { consentWords } from "./consentWords.ts";
import { otherwiseLines } from "./detailText.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import { saveFile } from "./files.ts";
import { Gone } from "./Gone.tsx";
import { holdingName } from "./holdingName.ts";
import { HoldingFile } from "./HoldingFile.tsx";
import { JoinedList } from "./JoinedList.tsx";
import { LastDay } from "./LastDay.tsx";
import { letterPdf } from "./letterPdf.ts";
import { organisationForm } from "./organisationForm.ts";
import { changedNow } from "./newRecord.ts";
import { OwnRules } from "./OwnRules.tsx";
import { ReceiptHelp } from "./ReceiptHelp.tsx";
import { Removing } from "./Removing.tsx";
import { goAfter } from "./route.ts";
import { TwinNotice, twinsIn } from "./TwinNotice.tsx";

/** One organisation's file: who it is, what it holds, on what consent, and what was asked of it. Printable as a whole. */
export function OrganisationView({ book, organisationId }: { readonly book: Book; readonly organisationId: string }) {
  const texts = useTexts();
  const { t, language } = texts;
  const [removing, setRemoving] = useState(false);
  const organisation = book.ledger.organisations.get(organisationId);
  if (!organisation) return <Gone />;
  const holdings = book.ledger.holdingsOf(organisationId);
  const consents = book.ledger.consentsWith(organisationId);
  const requests = book.tracked.filter(({ request }) => request.organisationId === organisationId);
  const answered = answeredBy(requests);
  const twins = useMemo(() => twinsIn(book), [book.ledger]).filter(({ one, other }) => one.id === organisationId || other.id === organisationId);
  const otherwise = otherwiseLines(organisation.merged, texts);
  const joined = book.joined.filter(({ after }) => after.id === organisationId);
  const alike = useMemo(() => alikeAmong(holdings), [holdings]);
  const rows = new Map(book.rows.map((row) => [row.id, row]));
  const facts = [
    ["data_code", organisation.registryCode],
    ["data_address", organisation.address],
    ["data_email", organisation.email],
    ["data_phone", organisation.phone],
    ["data_website", organisation.website],
    ["data_who_formUrl", organisation.formUrl],
    ["data_responsible", organisation.responsible],
  ] as const;
  const removeAll = (): Promise<boolean> => {
    // A stand-in is no record, and what can't be read goes only where its own notice asks for it.
    const all = [...(book.standIns.has(organisationId) ? [] : [organisation]), ...holdings, ...consents, ...book.ledger.requestsTo(organisationId)];
    return goAfter(book.remove(all), "#data/organisations");
  };
  return (
    <article class="stack">
      <TwinNotice twins={twins} first={organisation} />
      <div class="card stack">
        <div class="row spread">
          <h3>{organisationName(organisation, language)}</h3>
          <span class="row data-badges">
            <Badge kind="plain">{t(`data_sector_${organisation.sector}`)}</Badge>
            {organisation.category ? <Badge kind="plain">{t(`data_category_${organisation.category}`)}</Badge> : null}
          </span>
        </div>
        {facts.some(([, value]) => value) ? (
          <dl class="facts">
            {facts.map(([label, value]) =>
              value ? (
                <>
                  <dt>{t(label)}</dt>
                  <dd>{value}</dd>
                </>
              ) : null,
            )}
          </dl>
        ) : null}
        {otherwise.length > 0 ? (
          <details>
            <summary>{t("data_same_otherwise")}</summary>
            <ul>
              {otherwise.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <JoinedList title={t("data_same_joined")} joined={joined} nameOf={({ gone }) => organisationName(gone, language)} onTakeApart={book.takeApart} />
        <EvidenceList evidence={organisation.evidence} />
        <div class="row no-print">
          <a class="button button-primary" href={`#data/ask/existence/${organisation.id}`}>
            {t("data_ask_short")}
          </a>
          <a class="button button-secondary" href={`#data/add/${organisation.id}`}>
            {t("data_add_here")}
          </a>
          {book.unreadable.some(({ id }) => id === organisationId) ? null : (
            <a class="button button-secondary" href={`#data/who/${organisation.id}`}>
              {t("data_who_edit")}
            </a>
          )}
          <Button onClick={() => print()}>{t("data_print")}</Button>
          <Button onClick={() => void letterPdf(organisationForm(book, organisation, texts), "moqalaqe.pdf").then((file) => saveFile(file.name, file, file.type))}>{t("data_save_pdf")}</Button>
          {book.standIns.has(organisationId) ? null : (
            <a class="button button-secondary" href={`#data/same/${organisation.id}`}>
              {t("data_same_open")}
            </a>
          )}
          <Button onClick={() => setRemoving(!removing)}>{t("data_remove")}</Button>
        </div>
        {removing ? <Removing question={t("data_remove_sure", { COUNT: holdings.length + consents.length + requests.length })} yes={t("data_remove_yes")} onYes={removeAll} onNo={() => setRemoving(false)} /> : null}
      </div>
      {answered?.kind === "silent" ? (
        <Notice kind="warning">
          <p>{t("data_holds_silent", { DATE: georgianDate(answered.on) })}</p>
        </Notice>
      ) : null}
      {holdings.length === 0 ? <p>{answered?.kind === "answered" ? t("data_holds_answered", { DATE: georgianDate(answered.on) }) : t("data_holds_unknown")}</p> : null}
      {alike.length > 0 ? (
        <div class="no-print">
          <Notice kind="information">
            <p>{t("data_alike_maybe")}</p>
            <ul class="plain-list">
              {alike.map(([one, other]) => (
                <li key={other.id}>
                  <a href={`#data/alike/${one.id}/${other.id}`}>{holdingName(one, texts)}</a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {holdings.map((holding) => (
        <HoldingFile key={holding.id} holding={holding} row={rows.get(holding.id)} reach={reachOf(holding, requests)} erasure={erasureOf(holding, requests)} onTold={(told) => void book.save([changedNow<Holding>({ ...holding, told })])}>
          <JoinedList title={t("data_alike_joined")} joined={joinedWith(book, holding)} nameOf={({ gone }) => holdingName(gone, texts)} onTakeApart={book.holdingsApart} />
        </HoldingFile>
      ))}
      {book.standIns.has(organisationId) ? null : <OwnRules book={book} organisation={organisation} />}
      {consents.length > 0 ? (
        <section class="card stack" aria-labelledby="consents-title">
          <h3 id="consents-title">{t("data_consents")}</h3>
          <ReceiptHelp />
          <ul class="plain-list data-apart">
            {consents.map((consent) => (
              <ConsentLine key={consent.id} consent={consent} book={book} />
            ))}
          </ul>
        </section>
      ) : null}
      {requests.length > 0 ? (
        <section class="card stack" aria-labelledby="asked-title">
          <h3 id="asked-title">{t("data_tab_requests")}</h3>
          <ul class="plain-list">
            {requests.map(({ request, situation }) => (
              <li key={request.id} class="row spread">
                <span class="data-said">
                  <a href={`#data/request/${request.id}`}>{t(`data_kind_${kindWord(request)}`)}</a> <span class="soft data-number-whole">{request.reference}</span>
                </span>
                <span>
                  {situation.overdue ? (
                    <>
                      <Badge kind="error">{t("data_overdue")}</Badge>{" "}
                    </>
                  ) : null}
                  {t(`data_phase_${situation.phase}`)}
                  <LastDay situation={situation} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}

const joinedWith = ({ joinedHoldings }: Book, { id }: Holding): Book["joinedHoldings"] => joinedHoldings.filter(({ after }) => after.id === id);

function ConsentLine({ consent, book }: { readonly consent: Consent; readonly book: Book }) {
  const { t, language } = useTexts();
  const purpose = inWords(consent.purpose, language);
  const state = consentState(consent, book.today);
  const withdrawal = isValid(state) ? withdrawalOf(consent, book.tracked, book.today) : null;
  const decided = decidedBy(consent.events, book.today);
  const words = consentWords(consent, book.today, { t });
  const receipt = (): void => {
    const organisation = book.ledger.organisations.get(consent.organisationId);
    const holding = book.ledger.holdings.find(({ id }) => id === consent.holdingId) ?? null;
    if (organisation) book.sign?.(new File([receiptBytes({ consent, organisation, holding }, crypto.randomUUID(), Date.now())], `consent-receipt-${isoOf(book.today)}.jsonld`, { type: "application/ld+json" }));
  };
  return (
    <li class="stack-tight">
      <div class="row spread">
        <span>
          <b>{purpose}</b> · {t(`data_form_${consent.form ?? "unstated"}`)}
        </span>
        <Badge kind={withdrawal?.sentOn ? "warn" : isValid(state) ? "good" : "plain"}>{withdrawal?.sentOn ? t("data_withdrawing") : words.state}</Badge>
      </div>
      <p class="soft">
        {[
          decided ? `${georgianInstant(decided.at)}${decided.note ? ` (${inWords(decided.note, language)})` : ""}` : "",
          words.begins,
          words.ends,
        ].filter(Boolean).join(" · ")}
      </p>
      {consent.text ? <q class="data-quote">{consent.text}</q> : null}
      {consent.withdrawal ? (
        <p>
          {t("data_consent_withdrawal")}: {inWords(consent.withdrawal, language)}
        </p>
      ) : null}
      {consent.voluntary === false && isValid(state) ? (
        <Notice kind="warning">
          <p>{t("data_consent_forced")}</p>
        </Notice>
      ) : null}
      <EvidenceList evidence={consent.evidence} />
      <p class="row no-print">
        {isValid(state) && !withdrawal ? (
          <a class="button button-secondary" href={`#data/ask/withdraw/${consent.organisationId}/${consent.holdingId ?? ""}/${consent.id}`}>
            {t("data_withdraw")}
            <span class="visually-hidden">: {purpose}</span>
          </a>
        ) : null}
        {/* Who stands in for one that can't be read has no name to put into a receipt, and no record. */}
        {book.standIns.has(consent.organisationId) ? null : <Button onClick={receipt}>{t("data_receipt")}</Button>}
        <a href={`#data/consent/${consent.id}`}>
          {t("data_edit")}
          <span class="visually-hidden">: {purpose}</span>
        </a>
        {withdrawal ? (
          <a href={`#data/request/${withdrawal.requestId}`}>
            {withdrawal.sentOn ? t("data_withdrawal_sent", { DATE: georgianIso(withdrawal.sentOn) }) : t("data_withdrawal_begun")}
            <span class="visually-hidden">: {purpose}</span>
          </a>
        ) : null}
      </p>
    </li>
  );
}

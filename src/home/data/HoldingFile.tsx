import { type ComponentChildren, Fragment } from "preact";
import { georgianDate, georgianIso } from "../../consent/calendar/day.ts";
import type { Holding, Reach, Told } from "../../consent/record/record.ts";
import { checkTold, toldItems } from "../../consent/record/told.ts";
import type { Asking } from "../../consent/view/lastSent.ts";
import type { Row } from "../../consent/view/rows.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import { YesNo } from "./fields.tsx";
import { holdingName } from "./holdingName.ts";
import { holdingFacts, toldAnswers } from "./holdingFacts.ts";

interface HoldingFileProps {
  readonly holding: Holding;
  readonly row: Row | undefined;
  /** With what came of asking (view/reach.ts). */
  readonly reach: Reach;
  /** The request to erase it, where one is open. */
  readonly erasure: Asking | null;
  readonly onTold: (told: Told) => void;
  /** What belongs to it besides. */
  readonly children?: ComponentChildren;
}

/** One database with all that is known about it, how it is known, and whether the person was told. */
export function HoldingFile({ holding, row, reach, erasure, onTold, children }: HoldingFileProps) {
  const texts = useTexts();
  const { t } = texts;
  const told = checkTold(holding.told);
  const { handling } = holding;
  const facts = holdingFacts(holding, row, reach, texts);
  const answers = toldAnswers(holding.told, texts);
  return (
    <section class="card stack" aria-labelledby={`holding-${holding.id}`}>
      <div class="row spread">
        <h3 id={`holding-${holding.id}`}>{holdingName(holding, texts)}</h3>
        <span class="row no-print">
          <a href={`#data/consented/${holding.id}`}>{t("data_consent_new")}</a>
          <a href={`#data/edit/${holding.id}`}>{t("data_edit")}</a>
        </span>
      </div>
      {handling?.ended ? (
        <Notice kind="success">
          <p>{t("data_ended_badge", { HOW: t(`data_ended_${handling.ended.how}`), DATE: georgianIso(handling.ended.on) })}</p>
        </Notice>
      ) : null}
      {handling?.source === "internet" && !handling.ended ? (
        <Notice kind="warning">
          <p>
            {t("data_came_internet_text")} <a href={`#data/ask/whereWho/${holding.organisationId}/${holding.id}`}>{t("data_kind_whereWho")}</a>, <a href={`#data/ask/stop/${holding.organisationId}/${holding.id}`}>{t("data_kind_stop")}</a>
          </p>
        </Notice>
      ) : null}
      {row?.alert ? (
        <Notice kind={row.alert.since === null ? "information" : "warning"}>
          <p>{t(`data_alert_${row.alert.reason}`, { DATE: row.alert.since === null ? "" : georgianDate(row.alert.since) })}</p>
          {erasure && row.alert.since !== null ? (
            <p>
              <a href={`#data/request/${erasure.requestId}`}>{erasure.sentOn ? t("data_erasure_sent", { DATE: georgianIso(erasure.sentOn) }) : t("data_erasure_begun")}</a>
            </p>
          ) : (
            <p class="no-print">
              <a href={`#data/ask/${row.alert.since === null ? "whereWho" : "erase"}/${holding.organisationId}/${holding.id}`}>{t(row.alert.since === null ? "data_ask_term" : "data_ask_erase")}</a>
            </p>
          )}
        </Notice>
      ) : null}
      {holding.data.length > 0 ? (
        <ul class="data-items" aria-label={t("data_what")}>
          {holding.data.map((one) => (
            <li key={one.name} class="row">
              {one.name}
              {one.special ? <Badge kind="warn">{t(`data_special_${one.special}`)}</Badge> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <dl class="facts">
        {facts.map(([label, value]) =>
          value ? (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      {answers.length > 0 ? (
        <dl class="facts paper-only">
          <dt>{t("data_told")}</dt>
          <dd>{answers.join("; ")}</dd>
        </dl>
      ) : null}
      <details class="no-print">
        <summary>{t("data_told")}</summary>
        <div class="stack data-inner">
          <p class="soft">{t("data_told_hint")}</p>
          {toldItems.map((item) => (
            <YesNo key={item} name={`${holding.id}-${item}`} label={t(`data_told_${item}`)} value={holding.told[item]} onChange={(value) => onTold({ ...holding.told, [item]: value })} />
          ))}
          {told.ask.length > 0 ? (
            <p>
              {t("data_told_missing")}{" "}
              {told.ask.map((kind, i) => (
                <Fragment key={kind}>
                  {i > 0 ? "; " : ""}
                  <a href={`#data/ask/${kind}/${holding.organisationId}/${holding.id}`}>{t(`data_kind_${kind}`)}</a>
                </Fragment>
              ))}
            </p>
          ) : null}
          {told.missing.includes("rights") ? (
            <p>
              {t("data_told_rights_here")} <a href="#data/ask">{t("data_ask")}</a>
            </p>
          ) : null}
        </div>
      </details>
      {children}
      <EvidenceList evidence={holding.evidence} />
    </section>
  );
}

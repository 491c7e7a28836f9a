import { type Day, georgianDate, georgianIso } from "../../consent/calendar/day.ts";
import { countingRule } from "../../consent/data/counting.ts";
import { isMereClaim, isUnmoved } from "../../consent/law/deadline.ts";
import type { Asker } from "../../consent/law/requestKind.ts";
import { noSection } from "../../consent/law/ruleSet.ts";
import type { Situation } from "../../consent/request/situation.ts";
import { isAwaited, owes } from "../../consent/view/reminders.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { verifiedText } from "./verifiedText.ts";

/** Every last day with its source: the law's and the organisation's own, and what nobody has verified. */
export function Deadlines({ situation, asker, today }: { readonly situation: Situation; readonly asker: Asker; readonly today: Day }) {
  const { t, language } = useTexts();
  if (situation.receivedOn === null) return null;
  return (
    <section class="card stack" aria-labelledby="deadlines-title">
      <h3 id="deadlines-title">{t("data_deadlines")}</h3>
      <p>
        {t("data_day_zero")}: <b>{georgianDate(situation.receivedOn)}</b>
      </p>
      {situation.receiptKnown ? null : (
        <p class="soft">
          {t("data_day_zero_answered")} {situation.steps.some(({ kind }) => kind === "enterReceipt") ? t("data_day_zero_enter") : ""}
        </p>
      )}
      {situation.deadlines.length === 0 ? <p>{t("data_no_deadline")}</p> : null}
      <ul class="plain-list data-apart">
        {situation.deadlines.map((one) => (
          <li key={`${one.ruleSetId}-${one.stage}-${one.unit}`} class={one.holds ? "stack-tight" : "stack-tight data-void"}>
            <div class="row spread">
              <span>
                <b>{georgianDate(one.day)}</b> · {t(`data_stage_${one.stage}`)}
              </span>
              <span class="row data-badges">
                <Badge kind="plain">{t(`data_rule_${one.basis}`)}</Badge>
                {one.source.verifiedOn === null ? <Badge kind="warn">{t("data_unverified")}</Badge> : null}
                {one.day < today && one.holds && isAwaited(one, situation) ? <Badge kind="error">{t("data_passed")}</Badge> : null}
              </span>
            </div>
            <p class="soft">
              {t(`data_unit_${one.unit}`, { COUNT: one.count })} · {one.title[language]}
              {one.source.article === noSection ? "" : `, ${t(one.basis === "statute" ? "data_article" : "data_section", { NUMBER: one.source.article })}`}
              {one.source.verifiedOn ? ` · ${t("data_verified_on", { DATE: georgianIso(one.source.verifiedOn) })}` : ""}
            </p>
            {one.raw === one.day ? null : <p class="soft">{t("data_moved", { DATE: georgianDate(one.raw) })}</p>}
            {one.problem ? <p class="soft">{t(isMereClaim(one, asker) ? "data_mere_claim" : `data_problem_${one.problem}`)}</p> : null}
            {situation.deferralCheck && isUnmoved(one, situation.deadlines) ? <p class="soft">{t("data_deferral_unmoved")}</p> : null}
            {one.holds || one.problem ? null : <p class="soft">{t(one.stage === "firstAnswer" ? "data_answer_came" : "data_replaced")}</p>}
          </li>
        ))}
      </ul>
      {situation.deadlines.length === 0 ? null : (
        <p class="soft">
          {t("data_counting")} {countingRule.title[language]}, {t("data_articles", { NUMBERS: countingRule.article })} · {verifiedText(t, countingRule)}
        </p>
      )}
      {situation.complainFrom !== null && situation.complainFrom > today && owes(situation) && situation.steps.some(({ kind }) => kind === "complain") ? <p>{t("data_complain_from", { DATE: georgianDate(situation.complainFrom) })}</p> : null}
    </section>
  );
}

import { useState } from "preact/hooks";
import { type Day, dayFromIso, isoOf } from "../../consent/calendar/day.ts";
import type { RuleSet, TimeLimit } from "../../consent/law/ruleSet.ts";
import { ownRuleSet, type Promised, type PromisedStage, promisedStages, promisesOf } from "../../consent/policy/ownRules.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { Text } from "./fields.tsx";
import { AlwaysOne } from "./OneOf.tsx";

interface OwnRulesFormProps {
  /** Its name: of the letters' source. */
  readonly organisation: string;
  /** As it is typed, and kept ([Note: own drafts]). */
  readonly value: RulesTyped;
  readonly onChange: (value: RulesTyped) => void;
  readonly today: Day;
  readonly onSave: (rules: RuleSet) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** The form as it is being typed. */
export interface RulesTyped {
  /** ISO date, or what was typed as long as that is none. */
  readonly day: string;
  readonly where: string;
  readonly promises: Readonly<Record<PromisedStage, Typed>>;
}

/** A promise as it is being typed. */
interface Typed {
  readonly count: string;
  readonly unit: TimeLimit["unit"];
  readonly section: string;
}

const units = ["workingDays", "days", "months"] as const;
const most = 999;

/** What an organisation promises, from a text or from what it wrote: the day of the text, and up to three times. */
export function OwnRulesForm({ organisation, value, onChange, today, onSave, onCancel }: OwnRulesFormProps) {
  const { t } = useTexts();
  const { day, where, promises: typed } = value;
  const [wrong, setWrong] = useState(false);
  const { busy, once } = useOnce();
  const change = (stage: PromisedStage, more: Partial<Typed>): void => {
    setWrong(false);
    onChange({ ...value, promises: { ...typed, [stage]: { ...typed[stage], ...more } } });
  };
  const save = async (): Promise<boolean> => {
    const ofDay = dayFromIso(day);
    const promises = promisesIn(typed);
    const rules = ofDay === null || promises === null ? null : ownRuleSet({ organisation, day: ofDay }, promises, where.trim() || null, today);
    setWrong(rules === null);
    return rules !== null && onSave(rules);
  };
  return (
    <div class="stack" role="group" aria-label={t("data_own_rules")}>
      <Text label={t("data_policy_day")} hint={t("data_policy_day_hint")} type="date" required value={day} onChange={(next) => onChange({ ...value, day: next })} />
      <Text label={t("data_own_rules_where")} value={where} onChange={(next) => onChange({ ...value, where: next })} />
      {promisedStages.map((stage) => (
        <fieldset key={stage} class="data-choice stack">
          <legend>{t(`data_stage_${stage}`)}</legend>
          <Text label={t("data_own_rules_count")} hint={t("data_own_rules_blank")} value={typed[stage].count} onChange={(count) => change(stage, { count })} longest={3} />
          <AlwaysOne label={t("data_own_rules_unit")} value={typed[stage].unit} options={units} text={(one) => t(`data_own_unit_${one}`)} onChange={(unit) => change(stage, { unit })} />
          <Text label={t("data_own_rules_section")} value={typed[stage].section} onChange={(section) => change(stage, { section })} />
        </fieldset>
      ))}
      {wrong ? (
        <Notice kind="error" announced>
          <p>{t("data_own_rules_wrong", { COUNT: most })}</p>
        </Notice>
      ) : null}
      <div class="row">
        <Button kind="primary" disabled={busy} onClick={() => once(save)}>
          {t("data_save")}
        </Button>
        <Button onClick={onCancel}>{t("common_cancel")}</Button>
      </div>
    </div>
  );
}

/** What the form begins with. @param known null: one more */
export function rulesTyped(known: RuleSet | null, today: Day): RulesTyped {
  return { day: known ? (known.from ?? "") : isoOf(today), where: known?.limits[0]?.source.url ?? "", promises: typedOf(known) };
}

function typedOf(known: RuleSet | null): Readonly<Record<PromisedStage, Typed>> {
  const promises = known === null ? [] : promisesOf(known);
  const of = (stage: PromisedStage): Typed => {
    const found = promises.find((one) => one.stage === stage);
    return found ? { count: String(found.count), unit: found.unit, section: found.section } : { count: "", unit: stage === "firstAnswer" ? "workingDays" : "days", section: "" };
  };
  return { firstAnswer: of("firstAnswer"), fulfilment: of("fulfilment"), extended: of("extended") };
}

/** @returns null if one of them is no whole number of days */
function promisesIn(typed: Readonly<Record<PromisedStage, Typed>>): readonly Promised[] | null {
  const promises: Promised[] = [];
  for (const stage of promisedStages) {
    const { count, unit, section } = typed[stage];
    if (count.trim() === "") continue;
    const number = /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0;
    if (number < 1) return null;
    promises.push({ stage, count: number, unit, section });
  }
  return promises;
}

import { useState } from "preact/hooks";
import { georgianIso } from "../../consent/calendar/day.ts";
import { noSection, type RuleSet } from "../../consent/law/ruleSet.ts";
import { ownRules, type Promising, withOwnRules, withoutOwnRules } from "../../consent/policy/ownRules.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { Book } from "./book.ts";
import { changedNow } from "./newRecord.ts";
import { Drafted, type Kept, useKeeping } from "./Drafted.tsx";
import { OwnRulesForm, rulesTyped, type RulesTyped } from "./OwnRulesForm.tsx";
import { verifiedText } from "./verifiedText.ts";

interface OwnRulesProps {
  readonly book: Book;
  readonly organisation: Organisation;
}

/** What was there before the last change, to be put back. */
interface Before {
  readonly said: "changed" | "removed" | "added";
  readonly rules: Promising;
}

/** It goes on here: what was done may be done again. */
const more = (): void => undefined;

/** What is typed into the form here, kept under the organisation's address. */
interface RulesDraft {
  /** Of which text the terms are that are being mended (`fromOf`); "new": of one more. */
  readonly open: string;
  readonly typed: RulesTyped;
}

/** A rule set is known by the day of its text. */
const fromOf = ({ from }: RuleSet): string => from ?? "undated";

/** An organisation's own deadlines ([Note: own rules are dated]): of which text each is, entered, mended and removed by hand. */
export function OwnRules(props: OwnRulesProps) {
  // What is recorded meanwhile is no other version of what is typed here: the form replaces the terms of its own text alone.
  return <Drafted<RulesDraft> base={null}>{(kept) => <Rules {...props} kept={kept} />}</Drafted>;
}

function Rules({ book, organisation, kept }: OwnRulesProps & { readonly kept: Kept<RulesDraft> }) {
  const { t } = useTexts();
  const [form, setForm] = useState<RulesDraft | null>(kept.start.open !== undefined && kept.start.typed ? { open: kept.start.open, typed: kept.start.typed } : null);
  const [before, setBefore] = useState<Before | null>(null);
  const { busy, once } = useOnce();
  const all = ownRules(organisation);
  const { policy, formerPolicies } = organisation;
  /** The one that is being mended; null: one more, also where another window has removed it. */
  const mended = all.find((one) => fromOf(one) === form?.open) ?? null;
  const isTyped = form !== null && JSON.stringify(form.typed) !== JSON.stringify(rulesTyped(mended, book.today));
  useKeeping(kept, isTyped ? form : null);
  const open = (one: RuleSet | null): void => setForm({ open: one ? fromOf(one) : "new", typed: rulesTyped(one, book.today) });
  const keep = async (rules: Promising, said: Before["said"] | null): Promise<boolean> => {
    const done = await book.save([changedNow<Organisation>({ ...organisation, ...rules })]);
    if (done) {
      setBefore(said === null ? null : { said, rules: { policy, formerPolicies } });
      setForm(null);
    }
    return done;
  };
  const save = (next: RuleSet): Promise<boolean> => keep(withOwnRules(mended ? withoutOwnRules(organisation, mended) : organisation, next), mended ? "changed" : "added");
  return (
    <section class={all.length === 0 ? "card stack no-print" : "card stack"} aria-labelledby="own-rules-title">
      <h3 id="own-rules-title">{t("data_own_rules")}</h3>
      <p class="soft">{t(all.length === 0 ? "data_own_rules_none" : "data_own_rules_about")}</p>
      {before ? (
        <Notice kind="information" announced>
          <p>{t(`data_own_rules_${before.said}`)}</p>
          <p class="row no-print">
            <Button disabled={busy} onClick={() => once(() => keep(before.rules, null).then(more))}>
              {t("data_put_back")}
            </Button>
          </p>
        </Notice>
      ) : null}
      {all.map((one, i) =>
        one === mended ? null : (
          <div key={one.from ?? ""} class="stack-tight">
            <p>
              <b>{one.from === null ? t("data_own_rules_undated") : t("data_own_rules_text", { DATE: georgianIso(one.from) })}</b>
              {all[i - 1]?.from ? <span class="soft"> · {t("data_own_rules_until", { DATE: georgianIso(all[i - 1]?.from ?? "") })}</span> : null}
            </p>
            <Terms rules={one} />
            <p class="row no-print">
              <Button onClick={() => open(one)}>{t("data_edit")}</Button>
              <Button disabled={busy} onClick={() => once(() => keep(withoutOwnRules(organisation, one), "removed").then(more))}>
                {t("data_remove")}
              </Button>
            </p>
          </div>
        ),
      )}
      {form === null ? (
        <p class="row no-print">
          <Button onClick={() => open(null)}>{t("data_own_rules_add")}</Button>
        </p>
      ) : (
        <OwnRulesForm key={form.open} organisation={organisation.name} value={form.typed} onChange={(typed) => setForm({ ...form, typed })} today={book.today} onSave={save} onCancel={() => setForm(null)} />
      )}
    </section>
  );
}

/** Each term with where it is said, and when that was confirmed. */
function Terms({ rules }: { readonly rules: RuleSet }) {
  const { t } = useTexts();
  return (
    <ul class="plain-list">
      {rules.limits.map((one) => (
        <li key={`${one.stage}-${one.unit}-${one.count}-${one.source.article}`}>
          {t(`data_stage_${one.stage}`)}: <b>{t(`data_unit_${one.unit}`, { COUNT: one.count })}</b>
          <br />
          <span class="soft">
            {[one.source.article === noSection ? "" : t("data_section", { NUMBER: one.source.article }), one.source.url ?? "", verifiedText(t, one.source)].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { databaseForms, dataSources, endings, processingActs, roles, specialCategories } from "../../consent/record/vocabulary.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Several, Text } from "./fields.tsx";
import { type HoldingValues, itemsOf, receiversOf, withOne } from "./holdingValues.ts";
import { AlwaysOne, OneOf } from "./OneOf.tsx";

interface HoldingMoreProps {
  readonly values: HoldingValues;
  readonly onChange: (more: Partial<HoldingValues>) => void;
}

/** Where the database is and in what form, where the data came from, what is done with them (line 89). */
export function HoldingMore({ values, onChange }: HoldingMoreProps) {
  const { t } = useTexts();
  const text = (name: "database" | "location" | "registered" | "since" | "purposeEndedOn" | "collectedFrom" | "knownSince" | "keeping") => ({ name, value: values[name], onChange: (value: string) => onChange({ [name]: value }) });
  return (
    <>
      <details>
        <summary>{t("data_more_database")}</summary>
        <div class="stack data-inner">
          <Text label={t("data_database_name")} {...text("database")} />
          <Text label={t("data_location")} {...text("location")} />
          <OneOf label={t("data_database_form")} value={values.form} options={databaseForms} text={(one) => t(`data_kept_as_${one}`)} onChange={(form) => onChange({ form })} />
          <Text label={t("data_registered")} hint={t("data_registered_hint")} {...text("registered")} />
          <AlwaysOne label={t("data_role")} hint={t("data_role_hint")} value={values.role} options={roles} text={(one) => t(`data_role_${one}`)} onChange={(role) => onChange({ role })} />
        </div>
      </details>
      <details>
        <summary>{t("data_more_origin")}</summary>
        <div class="stack data-inner">
          <Text label={t("data_since")} type="date" {...text("since")} />
          <OneOf label={t("data_source")} hint={t("data_source_hint")} value={values.source} options={dataSources} text={(one) => t(`data_came_${one}`)} onChange={(source) => onChange({ source })} />
          <Text label={t("data_from_whom")} {...text("collectedFrom")} />
          <Several label={t("data_acts")} values={values.acts} options={processingActs} text={(one) => t(`data_act_${one}`)} onChange={(acts) => onChange({ acts })} />
          <Text label={t("data_known_since")} hint={t("data_known_since_hint")} type="date" {...text("knownSince")} />
        </div>
      </details>
      <details>
        <summary>{t("data_more_end")}</summary>
        <div class="stack data-inner">
          <Text label={t("data_keeping")} hint={t("data_keeping_hint")} {...text("keeping")} />
          <Text label={t("data_purpose_ended")} type="date" {...text("purposeEndedOn")} />
          <OneOf label={t("data_ending")} value={values.ending} options={endings} text={(one) => t(`data_ended_${one}`)} none={t("data_ending_none")} onChange={(ending) => onChange({ ending })} />
          {values.ending === null ? null : <Text label={t("data_ended_on")} name="endedOn" type="date" required value={values.endedOn} onChange={(endedOn) => onChange({ endedOn })} />}
        </div>
      </details>
    </>
  );
}

/** What was listed, one by one: which data are of a special category, who a recipient is and what it gets them for. */
export function HoldingItems({ values, onChange }: HoldingMoreProps) {
  const { t } = useTexts();
  const items = itemsOf(values);
  const receivers = receiversOf(values);
  if (items.length === 0 && receivers.length === 0) return null;
  return (
    <details>
      <summary>{t("data_more_items")}</summary>
      <div class="stack data-inner">
        {items.length > 0 ? (
          <fieldset class="data-choice stack">
            <legend>{t("data_special_which")}</legend>
            {items.map((item) => (
              <OneOf key={item.name} label={item.name} value={item.special} options={specialCategories} text={(one) => t(`data_special_${one}`)} none={t("data_special_none")} onChange={(special) => onChange({ items: withOne(values.items, { ...item, special }) })} />
            ))}
          </fieldset>
        ) : null}
        {receivers.map((one) => (
          <fieldset key={one.name} class="data-choice stack">
            <legend>{one.name}</legend>
            <AlwaysOne label={t("data_role")} value={one.role} options={roles} text={(role) => t(`data_role_${role}`)} onChange={(role) => onChange({ receivers: withOne(values.receivers, { ...one, role }) })} />
            <Text label={t("data_why")} value={one.purpose ?? ""} onChange={(purpose) => onChange({ receivers: withOne(values.receivers, { ...one, purpose: purpose.trim() === "" ? null : purpose }) })} />
          </fieldset>
        ))}
      </div>
    </details>
  );
}

import { type Asker, isOwn, type RequestKind } from "../../consent/law/requestKind.ts";
import { type Cause, causes, restsOnCauses } from "../../consent/request/cause.ts";
import { type AskedField, fieldsFor, meansAll } from "../../consent/request/needs.ts";
import type { Asked } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Choice, Several, Text } from "./fields.tsx";
import { linesOf, nothingAsked } from "./newRecord.ts";

export type AskValues = Readonly<Record<AskedField, string>> & Pick<Asked, "answerForm" | "causes">;

interface AskFieldsProps {
  readonly kind: RequestKind;
  readonly asker: Asker;
  /** A complaint about what was decided, which does not rest on what is done to data. */
  readonly decision?: boolean;
  readonly values: AskValues;
  readonly onChange: (values: AskValues) => void;
}

const long: readonly AskedField[] = ["data", "grounds", "shouldBe"];

/** What the kind of request needs to say. */
export function AskFields({ kind, asker, decision = false, values, onChange }: AskFieldsProps) {
  const { t } = useTexts();
  // Of others a legal ground is asked, of the person their reasons; public information needs none at all.
  const nameOf = (field: AskedField): string => (field === "data" && kind === "publicInformation" ? t("data_asked_information") : field !== "grounds" ? t(`data_asked_${field}`) : kind === "publicInformation" ? t("data_asked_besides") : isOwn(asker) || kind === "claim" ? t("data_asked_grounds") : t("data_asked_legalGround"));
  const hintOf = (field: AskedField): { readonly hint?: string } =>
    field === "kin" ? { hint: t("data_asked_kin_hint") } : field === "data" ? { hint: t(meansAll(kind, asker) ? "data_line_each_or_all" : "data_line_each") } : {};
  return (
    <>
      {restsOnCauses(kind, asker) && !decision ? <Several label={t("data_causes")} values={values.causes} options={causes} text={(one: Cause) => t(`data_cause_${one}`)} onChange={(chosen) => onChange({ ...values, causes: chosen })} /> : null}
      {fieldsFor(kind, asker).map((field) => (
        <Text key={field} label={nameOf(field)} value={values[field]} onChange={(value) => onChange({ ...values, [field]: value })} {...(long.includes(field) ? { rows: 3 } : {})} {...hintOf(field)} />
      ))}
      <Choice label={t("data_answer_form")} name="answer-form" value={values.answerForm} options={["electronic", "paper"] as const} text={(one) => t(`data_answer_by_${one}`)} short onChange={(answerForm) => onChange({ ...values, answerForm })} />
    </>
  );
}

/** Only the fields of the kind are taken: what was typed for another kind stays out of the letter. */
export function askedOf(values: AskValues, kind: RequestKind, asker: Asker): Asked {
  const fields = fieldsFor(kind, asker);
  const text = (field: AskedField): string | null => (fields.includes(field) ? values[field].trim() || null : null);
  return {
    ...nothingAsked,
    answerForm: values.answerForm,
    database: text("database"),
    data: fields.includes("data") ? linesOf(values.data) : [],
    identifying: text("identifying"),
    purpose: text("purpose"),
    grounds: text("grounds"),
    causes: restsOnCauses(kind, asker) ? values.causes : [],
    shouldBe: text("shouldBe"),
    consent: text("consent"),
    about: text("about"),
    kin: text("kin"),
  };
}

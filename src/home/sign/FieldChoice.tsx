import { useTexts } from "../../i18n/texts.tsx";
import type { EmptyField } from "../../signing/pades/emptyFields.ts";

interface FieldChoiceProps {
  readonly fields: readonly EmptyField[];
  /** Full name; null: a new field at a place of the person's choice. */
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
}

/** The document's author has left a place for a signature: there, or elsewhere. */
export function FieldChoice({ fields, chosen, onChoose }: FieldChoiceProps) {
  const { t } = useTexts();
  return (
    <label class="field">
      <span>{t("sign_field")}</span>
      <select
        value={chosen === null ? "" : String(fields.findIndex(({ name }) => name === chosen))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChoose(value === "" ? null : (fields[Number(value)]?.name ?? null));
        }}
      >
        {fields.map(({ name, page }, i) => (
          <option key={name} value={String(i)}>
            {t("sign_field_named", { NAME: name, NUMBER: page + 1 })}
          </option>
        ))}
        <option value="">{t("sign_field_new")}</option>
      </select>
      <span class="soft">{t("sign_field_hint")}</span>
    </label>
  );
}

import { useTexts } from "../../i18n/texts.tsx";
import { Select } from "./fields.tsx";

interface OneOfProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T | null;
  readonly options: readonly T[];
  readonly text: (option: T) => string;
  readonly onChange: (value: T | null) => void;
  /** What nothing chosen is called; left out: unknown. */
  readonly none?: string;
}

/** One of a list, or none of them. */
export function OneOf<T extends string>({ label, hint, value, options, text, onChange, none }: OneOfProps<T>) {
  const { t } = useTexts();
  return (
    <Select label={label} {...(hint ? { hint } : {})} value={value ?? ""} onChange={(chosen) => onChange(options.find((one) => one === chosen) ?? null)}>
      <option value="">{none ?? t("data_unknown")}</option>
      {options.map((one) => (
        <option key={one} value={one}>
          {text(one)}
        </option>
      ))}
    </Select>
  );
}

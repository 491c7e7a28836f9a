import { useTexts } from "../../i18n/texts.tsx";
import { Select } from "./fields.tsx";

interface ListedProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly T[];
  readonly text: (option: T) => string;
}

interface OneOfProps<T extends string> extends ListedProps<T> {
  readonly value: T | null;
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
      <Options options={options} text={text} />
    </Select>
  );
}

interface AlwaysOneProps<T extends string> extends ListedProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a list, always. */
export function AlwaysOne<T extends string>({ label, hint, value, options, text, onChange }: AlwaysOneProps<T>) {
  return (
    <Select label={label} {...(hint ? { hint } : {})} value={value} onChange={(chosen) => onChange(options.find((one) => one === chosen) ?? value)}>
      <Options options={options} text={text} />
    </Select>
  );
}

function Options<T extends string>({ options, text }: Pick<ListedProps<T>, "options" | "text">) {
  return (
    <>
      {options.map((one) => (
        <option key={one} value={one}>
          {text(one)}
        </option>
      ))}
    </>
  );
}

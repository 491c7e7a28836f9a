import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { dayFromIso, georgianDate, isoFromGeorgian } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";

interface Labelled {
  readonly label: string;
  readonly hint?: string;
}

interface TextProps extends Labelled {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number | undefined;
  readonly type?: "text" | "email" | "tel" | "date";
  readonly required?: boolean;
  /** By which a form finds it again (`showField`). */
  readonly name?: string;
}

/** A line of text, or with `rows` several. */
export function Text({ label, hint, value, onChange, rows, type = "text", required = false, name }: TextProps) {
  const { t } = useTexts();
  return (
    <label class="field data-field">
      <span>
        {label}
        {required ? <span class="soft"> ({t("data_required")})</span> : null}
      </span>
      {rows === undefined ? (
        <Line type={type} value={value} required={required} name={name} onChange={onChange} />
      ) : (
        <textarea rows={rows} value={value} required={required} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {hint ? <span class="soft">{hint}</span> : null}
    </label>
  );
}

function Line({ type, value, required, name, onChange }: Required<Pick<TextProps, "type" | "value" | "required" | "onChange">> & { readonly name: string | undefined }) {
  const change = (event: { readonly currentTarget: HTMLInputElement }): void => onChange(event.currentTarget.value);
  if (type === "date") return <DateLine value={value} required={required} name={name} onChange={onChange} />;
  // Only the keyboard that a telephone shows differs: what is wrong in an address is no reason to refuse a letter.
  return <input type="text" name={name} inputMode={type} value={value} autocomplete="off" required={required} onInput={change} />;
}

/**
 * A date as it is written in Georgia, 25.11.2026, whatever the browser's own language is.
 * `value` is an ISO date, or what was typed as long as that is no date.
 */
function DateLine({ value, required, name, onChange }: Pick<TextProps, "value" | "onChange"> & { readonly required: boolean; readonly name: string | undefined }) {
  const day = dayFromIso(value);
  const [typed, setTyped] = useState(day === null ? value : georgianDate(day));
  useEffect(() => {
    if (value === "" || day !== null) setTyped((before) => (isoFromGeorgian(before) === value ? before : day === null ? "" : georgianDate(day)));
  }, [value, day]);
  return (
    <input
      type="text"
      name={name}
      inputMode="decimal"
      placeholder="25.11.2026"
      maxLength={10}
      value={typed}
      autocomplete="off"
      required={required}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        onChange(isoFromGeorgian(event.currentTarget.value));
      }}
    />
  );
}

interface SelectProps extends Labelled {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

export function Select({ label, hint, value, onChange, children }: SelectProps) {
  return (
    <label class="field data-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
      {hint ? <span class="soft">{hint}</span> : null}
    </label>
  );
}

interface ChoiceProps<T extends string> extends Labelled {
  readonly name: string;
  readonly value: T | null;
  readonly options: readonly T[];
  readonly text: (option: T) => string;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in view. */
export function Choice<T extends string>({ label, name, value, options, text, onChange }: ChoiceProps<T>) {
  return (
    <fieldset class="data-choice">
      <legend>{label}</legend>
      {options.map((one) => (
        <label key={one} class="data-option">
          <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
          <span>{text(one)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Yes, no, or not said yet. */
export function YesNo({ label, name, value, onChange }: Labelled & { readonly name: string; readonly value: boolean | null; readonly onChange: (value: boolean | null) => void }) {
  const { t } = useTexts();
  return (
    <Choice
      label={label}
      name={name}
      value={value === null ? "unknown" : value ? "yes" : "no"}
      options={["yes", "no", "unknown"] as const}
      text={(one) => t(`data_answer_${one}`)}
      onChange={(one) => onChange(one === "unknown" ? null : one === "yes")}
    />
  );
}

import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { dayFromIso, georgianDate, isoFromGeorgian } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { parseEmail } from "../../profile/contact.ts";

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
  /** Characters; left out: what a line, or several of them, can sensibly hold. */
  readonly longest?: number;
  /** What can't be about it beside what else the form says; null: nothing. */
  readonly wrong?: string | null;
}

/** What a letter or a list can still carry; nobody writes as much by hand. */
const longestOf = { line: 500, lines: 10_000 } as const;

/** How much is left is said when so much of it is used. */
const nearLimit = 0.9;

/** A line of text, or with `rows` several. */
export function Text({ label, hint, value, onChange, rows, type = "text", required = false, name, longest = longestOf[rows === undefined ? "line" : "lines"], wrong: said = null }: TextProps) {
  const { t } = useTexts();
  const id = useId();
  const wrong = useWrong(type, value);
  const near = value.length >= longest * nearLimit;
  const isWrong = wrong.told || said !== null;
  const shared: Shared = { name, value, required, maxLength: longest, "aria-invalid": isWrong, "aria-describedby": isWrong || near ? id : undefined, onBlur: wrong.leave };
  return (
    <label class="field data-field">
      <span>
        {label}
        {required ? <span class="soft"> ({t("data_required")})</span> : null}
      </span>
      {rows === undefined ? <Line type={type} shared={shared} onChange={onChange} /> : <textarea {...shared} rows={rows} onInput={(event) => onChange(event.currentTarget.value)} />}
      {hint ? <span class="soft">{hint}</span> : null}
      {isWrong || near ? (
        <span id={id} class={isWrong ? "data-field-wrong" : "soft"} role="status">
          {said !== null ? said : wrong.told ? t(type === "date" ? "data_date_like" : "data_email_like") : value.length >= longest ? t("data_room_none", { COUNT: longest }) : t("data_room_left", { COUNT: longest - value.length })}
        </span>
      ) : null}
    </label>
  );
}

/** What looks wrong is said once the field is left, and gone as soon as it is right: nobody is interrupted while typing. */
function useWrong(type: string, value: string): { readonly told: boolean; readonly leave: () => void } {
  const [left, setLeft] = useState(false);
  const wrong = value.trim() !== "" && ((type === "email" && parseEmail(value) === null) || (type === "date" && dayFromIso(value) === null));
  return { told: wrong && left, leave: () => setLeft(true) };
}

interface Shared {
  readonly name: string | undefined;
  readonly value: string;
  readonly required: boolean;
  readonly maxLength: number;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
  readonly onBlur: () => void;
}

interface LineProps {
  readonly type: "text" | "email" | "tel" | "date";
  readonly shared: Shared;
  readonly onChange: (value: string) => void;
}

function Line({ type, shared, onChange }: LineProps) {
  if (type === "date") return <DateLine shared={shared} onChange={onChange} />;
  // Only the keyboard that a telephone shows differs.
  return <input {...shared} type="text" inputMode={type} autocomplete="off" onInput={(event) => onChange(event.currentTarget.value)} />;
}

/**
 * A date as it is written in Georgia, 25.11.2026, whatever the browser's own language is.
 * `value` is an ISO date, or what was typed as long as that is no date.
 */
function DateLine({ shared, onChange }: Pick<LineProps, "shared" | "onChange">) {
  const { value } = shared;
  const day = dayFromIso(value);
  const { t } = useTexts();
  const [typed, setTyped] = useState(day === null ? value : georgianDate(day));
  useEffect(() => {
    if (value === "" || day !== null) setTyped((before) => (isoFromGeorgian(before) === value ? before : day === null ? "" : georgianDate(day)));
  }, [value, day]);
  return (
    <input
      {...shared}
      type="text"
      inputMode="decimal"
      placeholder={t("data_date_shape")}
      maxLength={12}
      value={typed}
      autocomplete="off"
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
  /** A word each: they stand beside each other. */
  readonly short?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in view. */
export function Choice<T extends string>({ label, name, value, options, text, short = false, onChange }: ChoiceProps<T>) {
  return (
    <fieldset class={short ? "data-choice data-choice-short" : "data-choice"}>
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
      short
      onChange={(one) => onChange(one === "unknown" ? null : one === "yes")}
    />
  );
}

interface SeveralProps<T extends string> extends Labelled {
  readonly values: readonly T[];
  readonly options: readonly T[];
  readonly text: (option: T) => string;
  /** What is chosen, in the options' order. */
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of a few, all in view. */
export function Several<T extends string>({ label, values, options, text, onChange }: SeveralProps<T>) {
  return (
    <fieldset class="data-choice">
      <legend>{label}</legend>
      {options.map((one) => (
        <label key={one} class="data-option">
          <input type="checkbox" checked={values.includes(one)} onChange={() => onChange(options.filter((other) => (other === one) !== values.includes(other)))} />
          <span>{text(one)}</span>
        </label>
      ))}
    </fieldset>
  );
}

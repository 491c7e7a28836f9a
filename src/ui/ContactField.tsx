import { useId, useState } from "preact/hooks";
import { useTexts } from "../i18n/useTexts.ts";

interface ContactFieldProps {
  readonly kind: "phone" | "email";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong: boolean;
  /** What is wrong is said at once: the person has pressed the button. Else only after the field was left. */
  readonly shown: boolean;
}

/** A mobile number or a mail address, and in words what is wrong with it. */
export function ContactField({ kind, value, onChange, wrong, shown }: ContactFieldProps) {
  const { t } = useTexts();
  const [left, setLeft] = useState(false);
  const id = useId();
  const told = wrong && (left || shown);
  return (
    <div class="field">
      <label for={id}>{t(`prof_${kind}`)}</label>
      <input
        id={id}
        class="contact-input"
        type="text"
        inputMode={kind === "phone" ? "tel" : "email"}
        autocomplete={kind === "phone" ? "tel" : "email"}
        spellcheck={false}
        value={value}
        aria-invalid={told}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onChange(event.currentTarget.value)}
        onBlur={() => setLeft(true)}
      />
      <span id={`${id}-hint`} class={told ? "contact-wrong" : "soft"} role={told ? "alert" : undefined}>
        {t(told ? `prof_${kind}_wrong` : `prof_${kind}_hint`)}
      </span>
    </div>
  );
}

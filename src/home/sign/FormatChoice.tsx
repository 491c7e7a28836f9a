import { useTexts } from "../../i18n/texts.tsx";
import { type SigningFormat, signingFormats } from "../../signing/documents/job.ts";

interface FormatChoiceProps {
  readonly format: SigningFormat;
  readonly onChoose: (format: SigningFormat) => void;
}

/** For who needs another form of signature than the usual one; closed until then. */
export function FormatChoice({ format, onChoose }: FormatChoiceProps) {
  const { t } = useTexts();
  return (
    <details open={format !== "own"}>
      <summary>{t("sign_format_more")}</summary>
      <fieldset class="plain-fieldset">
        <legend class="visually-hidden">{t("sign_format_more")}</legend>
        {signingFormats.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="format" checked={one === format} onChange={() => onChoose(one)} />
            <span>{t(`sign_format_${one}`)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

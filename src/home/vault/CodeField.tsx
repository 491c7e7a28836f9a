import { useState } from "preact/hooks";
import { wipe } from "../../card/bytes.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { codeLength, lookAtCode } from "../../vault/crypto/recoveryCode.ts";
import type { SecretBuffer } from "./secretBuffer.ts";
import { SecretField } from "./SecretField.tsx";

interface CodeFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly buffer: SecretBuffer;
  readonly autofocus?: boolean;
  /** It was to be used and is not whole. */
  readonly refused: boolean;
}

function lookAt(buffer: SecretBuffer): { readonly count: number; readonly foreign: boolean } {
  const bytes = buffer.copy();
  const look = lookAtCode(bytes);
  wipe(bytes);
  return look;
}

/** Whether a code has all its letters, and only such as a code can have. Whether it is the right one, only the vault knows. */
export function isWholeCode(buffer: SecretBuffer): boolean {
  const { count, foreign } = lookAt(buffer);
  return count === codeLength && !foreign;
}

/** A code from paper: 34 letters are not typed blindly. They are counted, and shown to whoever wants to compare them. */
export function CodeField({ label, hint, buffer, autofocus = false, refused }: CodeFieldProps) {
  const { t } = useTexts();
  const [{ count, foreign }, setLook] = useState(() => lookAt(buffer));
  const [visible, setVisible] = useState(false);
  const size = { COUNT: count, TOTAL: codeLength };
  return (
    <div class="stack-tight">
      <SecretField label={label} hint={hint} buffer={buffer} autofocus={autofocus} visible={visible} onChange={() => setLook(lookAt(buffer))} />
      <div class="row">
        <span class="soft" role="status">
          {t("vault_code_count", size)}
        </span>
        <Button kind="plain" onClick={() => setVisible(!visible)}>
          {t(visible ? "vault_code_hide" : "vault_code_show")}
        </Button>
      </div>
      {foreign ? (
        <p class="field-error" role="alert">
          {t("vault_code_foreign")}
        </p>
      ) : refused && count !== codeLength ? (
        <p class="field-error" role="alert">
          {t("vault_code_length", size)}
        </p>
      ) : null}
    </div>
  );
}

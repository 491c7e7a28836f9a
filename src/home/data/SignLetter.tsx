import type { KeptLetter } from "../../consent/request/event.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { saveFile } from "./files.ts";
import { useLetterSigning } from "./useLetterSigning.ts";

interface SignLetterProps {
  readonly request: DataRequest;
  readonly organisation: string;
  readonly make: () => Promise<File>;
  readonly onSigned: (letter: KeptLetter) => void;
}

/** A letter goes to the card, once at a time. */
export function SignLetter({ request, organisation, make, onSigned }: SignLetterProps) {
  const { t } = useTexts();
  const { state, sign } = useLetterSigning(request.id, organisation, onSigned);
  const busy = state.kind === "prompt" || state.kind === "keeping";
  return (
    <>
      {state.kind === "failed" || state.kind === "homeless" ? (
        <Notice kind="error" announced>
          <p>{t(state.kind === "failed" ? state.text : "data_signed_homeless")}</p>
          {state.kind === "homeless" ? <Button onClick={() => saveFile(state.file.name, state.file, state.file.type)}>{t("data_signed_save")}</Button> : null}
        </Notice>
      ) : null}
      {busy ? <Busy>{t(state.kind === "prompt" ? "sign_doc_in_prompt" : "data_signed_keeping")}</Busy> : null}
      <div class="row no-print">
        <Button kind="primary" disabled={busy} onClick={() => sign(make)}>
          {t("data_sign_letter")}
        </Button>
      </div>
    </>
  );
}

import { useState } from "preact/hooks";
import type { RequestEvent } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { VaultErrorCode } from "../../vault/error.ts";
import { codeOf, VaultFailure } from "../vault/VaultFailure.tsx";
import type { Attached } from "./papers.ts";
import { PaperField } from "./PaperField.tsx";
import { PaperView } from "./PaperView.tsx";
import type { KeptAnswer } from "./portalTrail.ts";

interface EventPapersProps {
  readonly event: RequestEvent;
  /** As the list has it. */
  readonly name: string;
  readonly answers: readonly KeptAnswer[];
  /** @throws VaultError where a file does not go into the vault */
  readonly onAttach: (attached: Attached) => Promise<boolean>;
}

/** The papers and the note of one event; what comes on paper is often scanned some days later, so both can still be put there. */
export function EventPapers({ event, name, answers, onAttach }: EventPapersProps) {
  const { t } = useTexts();
  const { papers, note } = event;
  const [value, setValue] = useState<Attached | null>(null);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const { busy, once } = useOnce();
  const save = async (): Promise<void> => {
    if (value === null) return;
    setFailure(null);
    try {
      if (await onAttach(value)) setValue(null);
    } catch (error) {
      setFailure(codeOf(error));
    }
  };
  const some = papers.length > 0 || note !== null;
  return (
    <>
      {note === null ? null : <p class="data-quote">{note}</p>}
      {papers.length > 0 ? (
        <ul class="plain-list data-papers" aria-label={`${t("data_papers")}: ${name}`}>
          {papers.map((one) => (
            <li key={one.id}>
              <PaperView paper={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {value === null ? (
        <p class="no-print">
          <Button kind="plain" label={`${t(some ? "data_papers_change" : "data_papers_add")}: ${name}`} onClick={() => setValue({ papers, note: note ?? "" })}>
            {t(some ? "data_papers_change" : "data_papers_add")}
          </Button>
        </p>
      ) : (
        <div class="stack-tight data-guide no-print">
          <PaperField value={value} answers={answers} onChange={setValue} />
          {busy ? <Busy>{t("data_papers_keeping")}</Busy> : null}
          {failure ? <VaultFailure code={failure} /> : null}
          <div class="row">
            <Button kind="primary" disabled={busy} onClick={() => once(save)}>
              {t("data_save")}
            </Button>
            <Button disabled={busy} onClick={() => setValue(null)}>
              {t("common_cancel")}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

import { useState } from "preact/hooks";
import type { RequestEvent } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { type Attached, type Attaching, type Opened, openedOf } from "./papers.ts";
import { PaperField } from "./PaperField.tsx";
import { PaperList } from "./PaperList.tsx";
import type { KeptAnswer } from "./portalTrail.ts";

/** The papers and the note of one event. */
export function EventPapers({ event: { papers, note }, name }: { readonly event: RequestEvent; readonly name: string }) {
  const { t } = useTexts();
  return (
    <>
      {note === null ? null : <p class="data-quote">{note}</p>}
      {papers.length > 0 ? <PaperList papers={papers} label={`${t("data_papers")}: ${name}`} /> : null}
    </>
  );
}

/** @param opened the event as the form began with it @returns false: not kept, and why is said elsewhere */
export type Attach = (opened: Opened, attached: Attached) => Promise<boolean>;

interface EventPapersFormProps {
  readonly event: RequestEvent;
  readonly answers: readonly KeptAnswer[];
  /** What was changed so far; null: nothing yet. */
  readonly typed: Attaching | null;
  readonly onTyped: (value: Attaching) => void;
  /** @throws VaultError where a file does not go into the vault */
  readonly onAttach: Attach;
  readonly onClose: () => void;
}

/** What comes on paper is often scanned some days later: both can still be put there, and taken out. */
export function EventPapersForm({ event, answers, typed, onTyped, onAttach, onClose }: EventPapersFormProps) {
  const { t } = useTexts();
  const [opened] = useState(() => openedOf(event, typed));
  const value = typed ?? { papers: opened.papers, note: opened.note ?? "" };
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const { busy, once } = useOnce();
  const save = async (): Promise<boolean> => {
    setFailure(null);
    try {
      const done = await onAttach(opened, value);
      if (done) onClose();
      return done;
    } catch (error) {
      setFailure(codeOf(error));
      return false;
    }
  };
  return (
    <div class="stack-tight data-guide no-print">
      <PaperField value={value} answers={answers} onChange={(next) => onTyped({ ...next, opened })} />
      {busy ? <Busy>{t("data_papers_keeping")}</Busy> : null}
      {failure ? <VaultFailure code={failure} /> : null}
      <div class="row">
        <Button kind="primary" disabled={busy} onClick={() => once(save)}>
          {t("data_save")}
        </Button>
        <Button disabled={busy} onClick={onClose}>
          {t("common_cancel")}
        </Button>
      </div>
    </div>
  );
}

import { useEffect, useState } from "preact/hooks";
import type { Paper } from "../../consent/request/event.ts";
import { type Answer, parseAnswer } from "../../forms/answer.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { vaultOfPage } from "../vault/useVault.ts";
import { KeptFile } from "./KeptFile.tsx";

/** A paper that was put with an event: a document, or an answer of the portal's with its files. */
export function PaperView({ paper }: { readonly paper: Paper }) {
  return paper.kind === "answer" ? <AnswerPaper paper={paper} /> : <LetterPaper paper={paper} />;
}

/** Of these kinds of file the words can be had. */
const readable = /\.(?:pdf|txt|html?|md)$/iu;

function LetterPaper({ paper: { id, name, sha256 } }: { readonly paper: Paper }) {
  const { t } = useTexts();
  return (
    <div class="stack-tight">
      <Document documentId={id} name={name} sha256={sha256} />
      {readable.test(name) ? (
        <a class="no-print" href={`#data/letter/${encodeURIComponent(id)}`}>
          {t("data_take")}
        </a>
      ) : null}
    </div>
  );
}

function Document(file: { readonly documentId: string; readonly name: string; readonly sha256: string }) {
  const { t } = useTexts();
  return <KeptFile file={file} words={{ save: t("data_paper_save"), look: t("data_paper_look"), gone: t("data_paper_gone") }} />;
}

function AnswerPaper({ paper }: { readonly paper: Paper }) {
  const { t } = useTexts();
  const [answer, setAnswer] = useState<Answer | "gone" | null>(null);
  useEffect(() => {
    let current = true;
    vaultOfPage()
      .records.get("answers", paper.id)
      .then((stored) => (current ? setAnswer(parseAnswer(stored?.value) ?? "gone") : undefined), () => undefined);
    return () => void (current = false);
  }, [paper.id]);
  return (
    <div class="stack-tight">
      <p>
        <bdi>
          <b>{paper.name}</b>
        </bdi>
        <br />
        <span class="soft data-hash">{t("data_fingerprint", { HASH: paper.sha256 })}</span>
      </p>
      {answer === "gone" ? <p class="soft">{t("data_paper_gone")}</p> : null}
      {answer !== null && answer !== "gone" ? (
        <>
          <AnswerWords answer={answer} />
          <a class="no-print" href={`#data/answer/${encodeURIComponent(paper.id)}/record`}>
            {t("data_take")}
          </a>
        </>
      ) : null}
    </div>
  );
}

/** What an answer of the portal's says, and its files. */
export function AnswerWords({ answer }: { readonly answer: Answer }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("data_trail_text")}</summary>
      <div class="stack-tight data-inner">
        <Lines text={answer.text} />
        {open ? answer.files.map((one) => <Document key={one.attachmentId} documentId="" name={one.name} sha256={one.sha256} />) : null}
      </div>
    </details>
  );
}

/** What a letter says. */
export function LetterWords({ text }: { readonly text: string }) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t("data_trail_text")}</summary>
      <div class="stack-tight data-inner">
        <Lines text={text} />
      </div>
    </details>
  );
}

function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split("\n").map((one, i) => (
        <p key={String(i)}>{one}</p>
      ))}
    </>
  );
}

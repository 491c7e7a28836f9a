import { useEffect, useRef, useState } from "preact/hooks";
import { type Day, dayFromIso, dayInTbilisi, isoOf } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { fileSha256 } from "../../signing/hash/streamHash.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { FileButton } from "../verify/FileButton.tsx";
import { vaultOfPage } from "../vault/useVault.ts";
import { AnswerTake } from "./AnswerTake.tsx";
import type { Book } from "./book.ts";
import { Drafted, giveUp, type Kept, useKeeping } from "./Drafted.tsx";
import { Text } from "./fields.tsx";
import { pastedFile, wordsOf } from "./letterWords.ts";
import { LetterWords } from "./PaperView.tsx";
import { type ChosenPaper, paperOf } from "./papers.ts";
import { policyFileTypes, type Unread as NoText } from "./policyFile.ts";
import { hasPaper, type TakenAnswer } from "./takenAnswer.ts";
import type { TakeDraft } from "./TakeForm.tsx";
import { useLetterWords } from "./useLetterWords.ts";

/** Why there are no words: "failed", the vault did not give the letter. */
type Unread = NoText | "failed";

interface LetterViewProps {
  readonly book: Book;
  /** Of a letter that lies in the vault; null: one that is brought now. */
  readonly documentId: string | null;
}

/** An answer that came by post or mail: what it lists goes into the record, and that it came into its request, as with those of the portal. */
export function LetterView({ book, documentId }: LetterViewProps) {
  return documentId === null ? <Drafted<LetterDraft> base={null}>{(kept) => <NewLetter book={book} kept={kept} />}</Drafted> : <KeptLetter book={book} documentId={documentId} />;
}

interface Brought {
  readonly answer: TakenAnswer;
  readonly paper: ChosenPaper;
}

function KeptLetter({ book, documentId }: { readonly book: Book; readonly documentId: string }) {
  const { t } = useTexts();
  const [found, setFound] = useState<Brought | { readonly unread: Unread } | null>(null);
  useEffect(() => {
    const reading = new AbortController();
    void bring(documentId, reading.signal).then(setFound, () => (reading.signal.aborted ? undefined : setFound({ unread: "failed" })));
    return () => reading.abort();
  }, [documentId]);
  if (found === null) return <Busy>{t("data_opening")}</Busy>;
  if ("unread" in found) {
    return (
      <Notice kind="warning">
        <p>{t(`data_unread_${found.unread}`)}</p>
      </Notice>
    );
  }
  const asked = book.ledger.requests.find((one) => hasPaper(one, found.answer.sha256));
  const came = asked?.events.find(({ papers }) => papers.some((one) => one.sha256 === found.answer.sha256));
  const answer = { ...found.answer, cameOn: dayFromIso(came?.on ?? "") ?? found.answer.cameOn };
  return <AnswerTake book={book} answer={answer} paper={found.paper} words={<LetterWords text={answer.text} />} organisationId={asked?.organisationId ?? null} holdingId={asked?.holdingId ?? null} requestId={asked?.id ?? null} />;
}

async function bring(documentId: string, signal: AbortSignal): Promise<Brought | { readonly unread: Unread }> {
  const view = await vaultOfPage().documents.get(documentId);
  if (!view || view.binnedAt !== null) return { unread: "gone" };
  const paper = paperOf(view);
  const read = await wordsOf(paper, signal);
  if ("unread" in read) return read;
  return { paper, answer: { title: visible(view.name), text: read.text, sha256: paper.sha256, where: view.name, at: view.addedAt, cameOn: dayInTbilisi(view.addedAt) } };
}

interface LetterDraft {
  readonly text: string;
  /** Of the file that the words are from; "": they were pasted. */
  readonly name: string;
  /** ISO date, or what was typed as long as that is none. */
  readonly cameOn: string;
  /** What is typed below: where it goes in the record. */
  readonly take: TakeDraft | null;
}

function NewLetter({ book, kept }: { readonly book: Book; readonly kept: Kept<LetterDraft> }) {
  const { t } = useTexts();
  const { start } = kept;
  const [text, setText] = useState(start.text ?? "");
  const [file, setFile] = useState<File | null>(null);
  const [lost, setLost] = useState(start.name ?? "");
  const [cameOn, setCameOn] = useState(start.cameOn ?? isoOf(book.today));
  const [brought, setBrought] = useState<Brought | null>(null);
  const [problem, setProblem] = useState<Unread | "day" | null>(null);
  const { busy, read: readWords, stop } = useLetterWords();
  const take = useRef<TakeDraft | null>(start.take ?? null);
  const { once } = useOnce();
  const now = { text, name: file?.name ?? lost, cameOn };
  useKeeping<Omit<LetterDraft, "take">>({ ...kept, keep: (value) => kept.keep(value && { ...value, take: take.current }) }, now);
  const keptBelow: Kept<TakeDraft> = {
    start: take.current ?? {},
    keep: (value) => {
      take.current = value;
      kept.keep({ ...now, take: value });
    },
    done: kept.done,
  };
  const open = async (chosen: File): Promise<void> => {
    setProblem(null);
    const read = await readWords(chosen);
    if (read === null) return;
    if ("unread" in read) {
      setProblem(read.unread);
      return;
    }
    setText(read.text);
    setFile(chosen);
    setLost("");
    setBrought(null);
  };
  /** Other words than the file's are nobody's but the person's. */
  const change = (next: string): void => {
    stop();
    setBrought(null);
    setFile(null);
    setLost("");
    setText(next);
  };
  const goOn = async (): Promise<boolean> => {
    const day: Day | null = dayFromIso(cameOn);
    const wrong = day === null || day > book.today;
    setProblem(wrong ? "day" : null);
    if (day === null || wrong) return false;
    const paper = file ?? pastedFile(text, t("data_letter_name"), day);
    setBrought({ paper, answer: { title: visible(paper.name), text, sha256: await fileSha256(paper), where: paper.name, at: Date.now(), cameOn: day } });
    return false;
  };
  return (
    <>
      <div class="card stack">
        <h3>{t("data_letter_take")}</h3>
        <p>{t("data_letter_take_about")}</p>
        <div class="row">
          <FileButton accept={policyFileTypes} onFiles={([one]) => void (one && open(one))}>
            {t("data_letter_open")}
          </FileButton>
          {file ? <bdi>{visible(file.name)}</bdi> : null}
        </div>
        {busy ? <Busy>{t("data_read_busy")}</Busy> : null}
        {lost === "" ? null : (
          <Notice kind="warning">
            <p>{t("data_papers_lost", { NAMES: visible(lost) })}</p>
          </Notice>
        )}
        <Text label={t("data_letter_words")} rows={10} longest={40_000} value={text} onChange={change} />
        <Text
          label={t("data_letter_came")}
          type="date"
          value={cameOn}
          onChange={(next) => {
            setBrought(null);
            setCameOn(next);
          }}
        />
        {problem ? (
          <Notice kind="error" announced>
            <p>{t(problem === "day" ? "data_wrong_day" : `data_unread_${problem}`)}</p>
          </Notice>
        ) : null}
        {brought ? null : (
          <div class="row">
            <Button kind="primary" disabled={busy || text.trim() === ""} onClick={() => once(goOn)}>
              {t("data_go_on")}
            </Button>
            <Button onClick={() => giveUp(kept)}>{t("common_cancel")}</Button>
          </div>
        )}
      </div>
      {brought ? <AnswerTake key={brought.answer.sha256} book={book} answer={brought.answer} paper={brought.paper} words={null} organisationId={null} holdingId={null} requestId={null} kept={keptBelow} /> : null}
    </>
  );
}

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { heldInAnswer } from "../../consent/answers/heldInAnswer.ts";
import { georgianDate } from "../../consent/calendar/day.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import type { Refusal } from "../../consent/request/phase.ts";
import type { TrackedRequest } from "../../consent/view/overview.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import type { Book } from "./book.ts";
import { giveUp, type Kept, useKeeping } from "./Drafted.tsx";
import { Choice, Select, Text } from "./fields.tsx";
import { holdingName } from "./holdingName.ts";
import { OrganisationField, type OrganisationChoice, organisationOfChoice } from "./OrganisationField.tsx";
import { type ChosenPaper, keepPapers } from "./papers.ts";
import { proposalText } from "./proposalText.ts";
import { readBeside } from "./readBeside.ts";
import { useRequestLabel } from "./useRequestLabel.ts";
import { type CameKind, cameKinds, cameOf, holdingOfAnswer, openFor, type TakenAnswer, type TakenOver, withAnswerEvent } from "./takenAnswer.ts";

export interface TakeDraft {
  readonly choice: OrganisationChoice;
  readonly into: string;
  readonly data: string;
  readonly purpose: string;
  /** The request that it answers; "": none. Null: as it is proposed. */
  readonly answers: string | null;
  readonly came: CameKind;
}

export interface TakeFormProps {
  readonly book: Book;
  readonly answer: TakenAnswer;
  /** What proves it: an answer of the portal's, a document of the vault, or a file that becomes one. */
  readonly paper: ChosenPaper;
  /** Shown above the form: what the answer says. */
  readonly words: ComponentChildren;
  /** Whose answer it is, as far as the record knows; null: the person says. */
  readonly organisationId: string | null;
  /** The record that was asked about. */
  readonly holdingId: string | null;
  /** The request that it answers, as far as that is known. */
  readonly requestId: string | null;
  readonly kept: Kept<TakeDraft>;
  readonly onTaken: (done: TakenOver) => void;
}

/** What an answer lists, for the record, and which request it answers. */
export function TakeForm({ book, answer, paper, words, organisationId, holdingId, requestId, kept, onTaken }: TakeFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const { start } = kept;
  const [choice, setChoice] = useState<OrganisationChoice>(start.choice ?? { id: organisationId, name: "" });
  const [into, setInto] = useState(start.into ?? holdingId ?? "");
  const [data, setData] = useState(() => start.data ?? heldInAnswer(answer.text).join("\n"));
  const [purpose, setPurpose] = useState<string | null>(start.purpose ?? null);
  const [answers, setAnswers] = useState<string | null>(start.answers ?? null);
  const [came, setCame] = useState<CameKind>(() => start.came ?? cameOf(answer.text));
  useKeeping(kept, { choice, into, data, purpose: purpose ?? "", answers, came });
  const [problem, setProblem] = useState<"organisation" | "data" | Refusal | null>(null);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const { busy, once } = useOnce();
  // The purposes that the reader of policies finds in it; what was typed meanwhile stays.
  useEffect(() => {
    if (purpose !== null) return undefined;
    const reading = new AbortController();
    void readBeside(answer.text, reading.signal).then(
      (found) => setPurpose((typed) => typed ?? found.filter(({ field }) => field === "purpose").map((one) => proposalText(one, t)).join("\n")),
      () => setPurpose((typed) => typed ?? ""),
    );
    return () => reading.abort();
  }, []);
  const organisation = organisationOfChoice(book, choice);
  const others = organisation && !organisation.fresh ? book.ledger.holdingsOf(organisation.record.id) : [];
  const known = others.find(({ id }) => id === into) ?? null;
  const open = organisation ? openFor(book.tracked, organisation.record.id, answer) : [];
  const asked = open.find(({ request }) => request.id === (answers ?? requestId ?? (open.length === 1 ? open[0]?.request.id : ""))) ?? null;
  // It may be on record with its request already, which says when it was asked.
  const answered = asked?.request ?? book.ledger.requests.find(({ id }) => id === requestId) ?? null;
  const save = async (): Promise<boolean> => {
    const wrong = organisation === null ? "organisation" : data.trim() === "" ? "data" : null;
    setProblem(wrong);
    setFailure(null);
    if (organisation === null || wrong !== null) return false;
    try {
      const papers = await keepPapers([paper], { requestId: asked?.request.id ?? null, organisation: organisation.record.name });
      const entered = asked && came !== "later" ? withAnswerEvent(asked, came, answer, papers) : null;
      if (entered && "refused" in entered) {
        setProblem(entered.refused);
        return false;
      }
      const holding = holdingOfAnswer(answer, organisation.record.id, { data, purpose: purpose ?? "" }, known, answered);
      const records: readonly DataRecord[] = [...(organisation.fresh ? [organisation.record] : []), holding, ...(entered ? [entered.request] : [])];
      const done = await book.save(records);
      if (done) {
        kept.done();
        onTaken({ holding, known, organisation: organisation.fresh ? organisation.record : null, request: entered && asked ? asked.request : null });
      }
      return done;
    } catch (error) {
      setFailure(codeOf(error));
      return false;
    }
  };
  return (
    <div class="card stack">
      <h3>{t("data_take")}</h3>
      <p>{t("data_take_about", { TITLE: answer.title, DATE: georgianDate(answer.cameOn) })}</p>
      {words}
      <OrganisationField book={book} value={choice} onChange={setChoice} />
      {others.length > 0 ? (
        <Select label={t("data_take_into")} value={known?.id ?? ""} onChange={setInto}>
          <option value="">{t("data_take_new")}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {holdingName(one, texts)}
            </option>
          ))}
        </Select>
      ) : null}
      <Text label={t("data_tab_holdings")} hint={t("data_take_hint")} rows={5} value={data} onChange={setData} />
      {purpose === null ? <Busy>{t("data_read_busy")}</Busy> : <Text label={t("data_why")} hint={t("data_line_each")} rows={2} value={purpose} onChange={setPurpose} />}
      {open.length > 0 ? <Answered book={book} open={open} asked={asked} came={came} onAsked={setAnswers} onCame={setCame} /> : null}
      {problem ? (
        <Notice kind="error" announced>
          <p>{t(problem === "organisation" ? "data_need_organisation" : problem === "data" ? "data_take_empty" : `data_refused_${problem}`)}</p>
        </Notice>
      ) : null}
      {failure ? <VaultFailure code={failure} /> : null}
      <div class="row">
        <Button kind="primary" disabled={busy} onClick={() => once(save)}>
          {t("data_take_yes")}
        </Button>
        <Button onClick={() => giveUp(kept)}>{t("common_cancel")}</Button>
      </div>
    </div>
  );
}

interface AnsweredProps {
  readonly book: Book;
  readonly open: readonly TrackedRequest[];
  readonly asked: TrackedRequest | null;
  readonly came: CameKind;
  readonly onAsked: (id: string) => void;
  readonly onCame: (came: CameKind) => void;
}

/** Which request it answers, and what is recorded there in the same step: else the request would go on waiting. */
function Answered({ book, open, asked, came, onAsked, onCame }: AnsweredProps) {
  const { t } = useTexts();
  const labelOf = useRequestLabel(book);
  return (
    <>
      <Select label={t("data_take_answers")} value={asked?.request.id ?? ""} onChange={onAsked}>
        <option value="">{t("data_take_answers_none")}</option>
        {open.map(({ request }) => (
          <option key={request.id} value={request.id}>
            {labelOf(request)}
          </option>
        ))}
      </Select>
      {asked ? <Choice label={t("data_take_event")} name="came" value={came} options={cameKinds} text={(one) => t(one === "later" ? "data_take_event_later" : `data_event_${one}`)} onChange={onCame} /> : null}
    </>
  );
}

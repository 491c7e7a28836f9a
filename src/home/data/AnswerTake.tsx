import { useEffect, useState } from "preact/hooks";
import { inWords } from "../../consent/record/ownWords.ts";
import type { Holding } from "../../consent/record/record.ts";
import type { Answer } from "../../forms/answer.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { Book } from "./book.ts";
import { Drafted, type Kept, useKeeping } from "./Drafted.tsx";
import { Select, Text } from "./fields.tsx";
import { heldInAnswer, holdingOfAnswer, recordOfAnswer } from "./heldInAnswer.ts";
import { OrganisationField, type OrganisationChoice, organisationOfChoice } from "./OrganisationField.tsx";
import { AnswerWords } from "./PaperView.tsx";
import { proposalText } from "./proposalText.ts";
import { readBeside } from "./readBeside.ts";
import { goAfter, leave } from "./route.ts";

interface AnswerTakeProps {
  readonly book: Book;
  readonly answer: Answer;
  /** Whose answer it is, as far as the record knows; null: the person says. */
  readonly organisationId: string | null;
  /** The record that was asked about. */
  readonly holdingId: string | null;
}

interface TakeDraft {
  readonly choice: OrganisationChoice;
  readonly into: string;
  readonly data: string;
  readonly purpose: string;
}

/** What an answer says is held becomes a record: proposed from its text, confirmed by the person, with the answer as evidence. */
export function AnswerTake(props: AnswerTakeProps) {
  const { t } = useTexts();
  const there = recordOfAnswer(props.book.ledger.holdings, props.answer);
  if (there) {
    return (
      <Notice kind="success">
        <p>
          {t("data_take_done")} <a href={`#data/organisation/${there.organisationId}`}>{t("data_take_show")}</a>
        </p>
      </Notice>
    );
  }
  return <Drafted<TakeDraft> base={null}>{(kept) => <Form {...props} kept={kept} />}</Drafted>;
}

function Form({ book, answer, organisationId, holdingId, kept }: AnswerTakeProps & { readonly kept: Kept<TakeDraft> }) {
  const { t, date, language } = useTexts();
  const { start } = kept;
  const [choice, setChoice] = useState<OrganisationChoice>(start.choice ?? { id: organisationId, name: "" });
  const [into, setInto] = useState(start.into ?? holdingId ?? "");
  const [data, setData] = useState(() => start.data ?? heldInAnswer(answer.text).join("\n"));
  const [purpose, setPurpose] = useState<string | null>(start.purpose ?? null);
  useKeeping(kept, { choice, into, data, purpose: purpose ?? "" });
  const [problem, setProblem] = useState<"organisation" | "data" | null>(null);
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
  const save = async (): Promise<boolean> => {
    const wrong = organisation === null ? "organisation" : data.trim() === "" ? "data" : null;
    setProblem(wrong);
    if (organisation === null || wrong !== null) return false;
    const holding = holdingOfAnswer(answer, organisation.record.id, { data, purpose: purpose ?? "" }, known);
    const done = await goAfter(book.save([...(organisation.fresh ? [organisation.record] : []), holding]), `#data/organisation/${organisation.record.id}`);
    if (done) kept.done();
    return done;
  };
  const giveUp = (): void => {
    kept.done();
    leave();
  };
  return (
    <div class="card stack">
      <h3>{t("data_take")}</h3>
      <p>{t("data_take_about", { TITLE: answer.title, DATE: date(answer.savedAt) })}</p>
      <AnswerWords answer={answer} />
      <OrganisationField book={book} value={choice} onChange={setChoice} />
      {others.length > 0 ? (
        <Select label={t("data_take_into")} value={known?.id ?? ""} onChange={setInto}>
          <option value="">{t("data_take_new")}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one, language) || t("data_database")}
            </option>
          ))}
        </Select>
      ) : null}
      <Text label={t("data_what")} hint={t("data_take_hint")} rows={5} value={data} onChange={setData} />
      {purpose === null ? <Busy>{t("data_read_busy")}</Busy> : <Text label={t("data_why")} hint={t("data_line_each")} rows={2} value={purpose} onChange={setPurpose} />}
      {problem ? (
        <Notice kind="error" announced>
          <p>{t(problem === "organisation" ? "data_need_organisation" : "data_take_empty")}</p>
        </Notice>
      ) : null}
      <div class="row">
        <Button kind="primary" disabled={busy} onClick={() => once(save)}>
          {t("data_take_yes")}
        </Button>
        <Button onClick={giveUp}>{t("common_cancel")}</Button>
      </div>
    </div>
  );
}

/** What tells one record of an organisation from another. */
function nameOf({ database, service, purposes }: Holding, language: "ka" | "en"): string {
  return database.name ?? service ?? inWords(purposes[0] ?? "", language);
}

import { useState } from "preact/hooks";
import type { Holding } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { Book } from "./book.ts";
import { Drafted, type Kept } from "./Drafted.tsx";
import { changedNow } from "./newRecord.ts";
import { recordOfAnswer, type TakenOver, withoutAnswerEvent } from "./takenAnswer.ts";
import { type TakeDraft, TakeForm, type TakeFormProps } from "./TakeForm.tsx";

export interface AnswerTakeProps extends Omit<TakeFormProps, "kept" | "onTaken"> {
  /** Where the form around it keeps what is typed; left out: it is a form of its own. */
  readonly kept?: Kept<TakeDraft>;
}

/** What an answer says is held becomes a record, and that it came an event: proposed from its text, confirmed by the person, with the answer as evidence. */
export function AnswerTake({ kept, ...props }: AnswerTakeProps) {
  const { t } = useTexts();
  const [done, setDone] = useState<TakenOver | null>(null);
  const { busy, once } = useOnce();
  const { book, answer } = props;
  const there = recordOfAnswer(book.ledger.holdings, answer);
  const form = (own: Kept<TakeDraft>) => <TakeForm {...props} kept={own} onTaken={setDone} />;
  if (!there) return kept ? form(kept) : <Drafted<TakeDraft> base={null}>{form}</Drafted>;
  const asked = done?.request ? book.ledger.requests.find(({ id }) => id === done.request?.id) : undefined;
  return (
    <Notice kind="success" announced={done !== null}>
      <p>{t(done?.request ? "data_take_done_event" : "data_take_done")}</p>
      <div class="row">
        <a class="button button-secondary" href={`#data/organisation/${there.organisationId}`}>
          {t("data_take_show")}
        </a>
        {asked ? (
          <a class="button button-secondary" href={`#data/request/${asked.id}`}>
            {t("data_take_show_request")}
          </a>
        ) : null}
        {done ? (
          <Button disabled={busy} onClick={() => once(() => undo(book, done).then((undone) => (undone ? setDone(null) : undefined)))}>
            {t("data_take_undo")}
          </Button>
        ) : null}
      </div>
    </Notice>
  );
}

/** The request and a record that was there are as they were; what is new goes as whatever is removed does, with its own way back. */
async function undo(book: Book, { holding, known, organisation, request }: TakenOver): Promise<boolean> {
  const now = request && book.ledger.requests.find(({ id }) => id === request.id);
  const back = now && request ? withoutAnswerEvent(now, request) : null;
  const changed = [...(back ? [back] : []), ...(known ? [changedNow<Holding>(known)] : [])];
  if (changed.length > 0 && !(await book.save(changed))) return false;
  return known !== null || book.remove([holding, ...(organisation ? [organisation] : [])]);
}

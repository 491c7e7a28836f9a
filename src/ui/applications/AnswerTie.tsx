import { useState } from "preact/hooks";
import type { Answer } from "../../forms/answer.ts";
import type { Sent } from "../../forms/application.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../Button.tsx";
import { timeOf } from "./time.ts";

interface AnswerTieProps {
  readonly answer: Pick<Answer, "applicationId">;
  /** The applications that it may be an answer to, newest first. */
  readonly sent: readonly Sent[];
  /** null: what was said is taken back. */
  readonly onTie: (applicationId: string | null) => void;
}

/** Where no number says which application an answer is to, the person does; and may take that back. */
export function AnswerTie({ answer, sent, onTie }: AnswerTieProps) {
  const { t, date } = useTexts();
  const [chosen, setChosen] = useState("");
  const nameOf = ({ application, receipt }: Sent): string => {
    const at = receipt?.at ?? application.changedAt;
    return [application.identity.title, receipt?.number ?? null, `${date(at)} ${timeOf(at)}`].filter((one) => one !== null).join(" · ");
  };
  if (answer.applicationId !== undefined) {
    return (
      <div class="row">
        <span class="soft">{t("form_answer_tied")}</span>
        <Button kind="plain" onClick={() => onTie(null)}>
          {t("form_answer_untie")}
        </Button>
      </div>
    );
  }
  if (sent.length === 0) return null;
  // With a button: whoever goes through a list by keyboard has not chosen yet what they pass.
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        onTie(chosen);
      }}
    >
      <label class="stack-tight">
        <span>{t("form_answer_tie")}</span>
        <select class="search-field contact-input" required value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{t("form_answer_tie_choose")}</option>
          {sent.map((one) => (
            <option key={one.applicationId} value={one.applicationId}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <button type="submit" class="button button-secondary" disabled={chosen === ""}>
          {t("form_answer_tie_act")}
        </button>
      </div>
    </form>
  );
}

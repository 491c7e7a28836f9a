import type { SeenAnswer } from "../../forms/answer.ts";
import { isAnswerTo } from "../../forms/applications.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { AnswerCard, type AnswerActs } from "../../ui/applications/AnswerCard.tsx";
import { SentList } from "../../ui/applications/SentList.tsx";
import { useAnswers } from "../../ui/applications/useAnswers.ts";
import { useApplications } from "../../ui/applications/useApplications.ts";
import { frameVault } from "../frameVault.ts";
import { PanelShell } from "../PanelShell.tsx";
import { useTold } from "../useLine.ts";
import { VaultGate } from "../VaultGate.tsx";
import { followAnswer } from "./followAnswer.ts";

/** The answer of the page around the frame, and the application that it answers. */
export function AnswerPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const seen = useTold(line, "answer")?.answer;
  return (
    <PanelShell title={t("page_answer_panel")}>
      <VaultGate panel="answers">{seen ? <Thread seen={seen} /> : null}</VaultGate>
    </PanelShell>
  );
}

function Thread({ seen }: { readonly seen: SeenAnswer }) {
  const { t } = useTexts();
  const answers = useAnswers(frameVault());
  const { applications } = useApplications(frameVault());
  const kept = answers.list.find(({ answer }) => answer.url === seen.url && answer.text === seen.text);
  const sent = applications?.sent.filter((one) => isAnswerTo(kept?.answer ?? seen, one)) ?? [];
  const acts: Omit<AnswerActs, "onRemove"> = { onMark: answers.mark, onFollow: followAnswer, onTie: answers.tie, trouble: answers.trouble };
  return (
    <>
      {kept ? <AnswerCard kept={kept} sent={sent.length === 0 ? (applications?.sent ?? []) : []} {...acts} /> : null}
      <section class="stack-tight" aria-labelledby="answered">
        <h2 id="answered">{t("form_answer_to")}</h2>
        {sent.length === 0 ? <p class="soft">{t("form_answer_unknown")}</p> : <SentList sent={sent} answers={null} {...acts} onAgain={null} />}
      </section>
    </>
  );
}

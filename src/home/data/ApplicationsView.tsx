import { useState } from "preact/hooks";
import { correctionOf, type Sent, toJson } from "../../forms/application.ts";
import { isAnswerTo } from "../../forms/applications.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { randomName } from "../../platform/randomName.ts";
import { AnswerCard, type AnswerActs } from "../../ui/applications/AnswerCard.tsx";
import type { KeptAnswer } from "../../ui/applications/answerMarks.ts";
import { DraftList } from "../../ui/applications/DraftList.tsx";
import { SentList } from "../../ui/applications/SentList.tsx";
import { useAnswers } from "../../ui/applications/useAnswers.ts";
import { useApplications } from "../../ui/applications/useApplications.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { UndoLine } from "../../ui/UndoLine.tsx";
import { vaultOfPage } from "../vault/useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { takeKind } from "./AnswerAsk.tsx";
import { go } from "./route.ts";
import { useFirst } from "./usePrinting.ts";
import { isAnswer, useThreadRemoval } from "./useThreadRemoval.ts";

const page = 50;

/** What the person wrote and sent on the portal: drafts, each application with its number, its content and what was answered. */
export function ApplicationsView() {
  const { t } = useTexts();
  const vault = vaultOfPage();
  const { applications, failed, load, remove, removed, trouble: untaken, undo } = useApplications(vault);
  const answers = useAnswers(vault);
  const thread = useThreadRemoval(vault, load);
  const [trouble, setTrouble] = useState(false);
  const { shown, left, more } = useFirst(applications?.sent ?? none, page);
  if (failed) {
    return (
      <Notice kind="error" announced>
        <p>{t("data_apps_failed")}</p>
        <div class="row">
          <Button onClick={load}>{t("common_try_again")}</Button>
        </div>
      </Notice>
    );
  }
  if (!applications) return <Busy>{t("data_opening")}</Busy>;
  const { drafts, sent } = applications;
  const acts: AnswerActs = { onMark: answers.mark, onTie: answers.tie, onFollow: ({ answerId }, kind) => go(`#data/answer/${encodeURIComponent(answerId)}/${kind}`), onTake: ({ answerId }) => go(`#data/answer/${encodeURIComponent(answerId)}/${takeKind}`), trouble: answers.trouble };
  // Of applications that were sent before the extension was there, or from another computer.
  const others = answers.list.filter(({ answer }) => !sent.some((one) => isAnswerTo(answer, one)));
  const saidOf = (one: Sent | KeptAnswer): string => {
    const files = isAnswer(one) ? one.answer.files : one.application.attachments;
    return `${t(isAnswer(one) ? "form_answer_removed" : "form_sent_removed")}${files.length > 0 ? ` ${t("form_removed_files")}` : ""}`;
  };
  const throwAway = (one: Sent | KeptAnswer): void => thread.remove(one, applications);
  const again = async (one: Sent): Promise<void> => {
    setTrouble(false);
    await vault.records.put("drafts", randomName(), toJson(correctionOf(one, Date.now())), null);
    openForm(one.application.identity.url);
  };
  return (
    <div class="stack">
      <p>{t("data_apps_about")}</p>
      {untaken ? <VaultFailure code={untaken} /> : null}
      {thread.trouble ? <VaultFailure code={thread.trouble} /> : null}
      {trouble ? (
        <Notice kind="error" announced>
          <p>{t("form_failed")}</p>
        </Notice>
      ) : null}
      {drafts.length > 0 ? (
        <section class="stack-tight" aria-labelledby="apps-drafts">
          <h3 id="apps-drafts">{t("form_drafts")}</h3>
          <DraftList drafts={drafts} current={null} onRestore={null} onGo={({ application }) => openForm(application.identity.url)} onRemove={remove} />
        </section>
      ) : null}
      <section class="stack-tight" aria-labelledby="apps-sent">
        <h3 id="apps-sent">{t("form_sent")}</h3>
        {sent.length === 0 ? <p class="soft">{t("form_sent_none")}</p> : <SentList sent={shown} answers={answers.list} {...acts} onAgain={(one) => void again(one).catch(() => setTrouble(true))} onRemove={throwAway} />}
        {left > 0 ? <Button onClick={more}>{t("data_more", { COUNT: left })}</Button> : null}
      </section>
      {others.length > 0 ? (
        <section class="stack-tight" aria-labelledby="apps-answers">
          <h3 id="apps-answers">{t("data_apps_answers")}</h3>
          {others.map((kept) => (
            <AnswerCard key={kept.answerId} kept={kept} sent={sent} {...acts} onRemove={throwAway} />
          ))}
        </section>
      ) : null}
      {removed ? <UndoLine said={t("form_removed")} place="undo" onUndo={undo} /> : null}
      {thread.removed ? <UndoLine said={saidOf(thread.removed)} place="undo" onUndo={thread.undo} /> : null}
    </div>
  );
}

const none: readonly Sent[] = [];

/** In a tab of its own: there the draft is put back into the form. An address that came with a file may be anything. */
function openForm(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) open(url, "_blank", "noopener");
}

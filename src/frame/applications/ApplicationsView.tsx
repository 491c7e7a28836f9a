import { useEffect, useRef, useState } from "preact/hooks";
import type { Application, Sent } from "../../forms/application.ts";
import { correctionOf, toJson } from "../../forms/application.ts";
import type { Draft } from "../../forms/applications.ts";
import { offersFor, type Person } from "../../forms/personFields.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { randomName } from "../../platform/randomName.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { DraftList } from "../../ui/applications/DraftList.tsx";
import { SentList } from "../../ui/applications/SentList.tsx";
import { useAnswers } from "../../ui/applications/useAnswers.ts";
import { useApplications } from "../../ui/applications/useApplications.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { UndoLine } from "../../ui/UndoLine.tsx";
import { frameVault } from "../frameVault.ts";
import { followAnswer } from "../answers/followAnswer.ts";
import { filesOf, unkeptFiles } from "./attachments.ts";
import { FilledNotice, type LostFiles } from "./FilledNotice.tsx";
import { FillOffer } from "./FillOffer.tsx";
import { readPerson } from "./person.ts";
import { useForm } from "./useForm.ts";

/** So many of what was sent are drawn at once; each has all that was written in it. */
const mostSent = 20;

export function ApplicationsView({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const { form, fill, filled } = useForm(line);
  const { applications, failed: unread, load, remove, removed, trouble, undo } = useApplications(frameVault());
  const answers = useAnswers(frameVault());
  const [person, setPerson] = useState<Person>({});
  const [lost, setLost] = useState<LostFiles>({ gone: [], unkept: [] });
  const [failed, setFailed] = useState(false);
  const [whole, setWhole] = useState(false);
  /** Of what was sent, by its id, while this panel is open: somebody who presses twice has one copy. */
  const copies = useRef(new Map<string, Promise<string>>());
  useEffect(() => void readPerson().then(setPerson), []);
  if (!applications && unread) {
    return (
      <Notice kind="error" announced>
        <p>{t("form_failed")}</p>
        <Button onClick={load}>{t("common_try_again")}</Button>
      </Notice>
    );
  }
  if (!applications) return <Busy>{t("form_loading")}</Busy>;

  const shown = whole ? applications.sent : applications.sent.slice(0, mostSent);
  const here = applications.drafts.filter(({ application }) => application.identity.formKey === form?.identity.formKey);
  const elsewhere = applications.drafts.filter((draft) => !here.includes(draft));
  const offers = form ? offersFor(form.fields, person) : [];
  const go = (url: string): void => void sendMessage({ kind: "frame/go", url });

  const putBack = async (draftId: string, version: string, application: Application): Promise<void> => {
    setFailed(false);
    const { fields, attachments } = application;
    const { files, gone } = await filesOf(attachments);
    setLost({ gone, unkept: unkeptFiles(application) });
    fill({ fields, files, base: { draftId, version } });
  };
  const restore = (draft: Draft): void => void putBack(draft.draftId, draft.version, draft.application).catch(() => setFailed(true));
  // A new draft with the same content: what was sent stays as it was.
  const again = async (sent: Sent): Promise<void> => {
    const { application, applicationId } = sent;
    const known = copies.current.get(applicationId);
    const copy = correctionOf(sent, Date.now());
    const draftId = randomName();
    const made = known ?? frameVault().records.put("drafts", draftId, toJson(copy), null);
    copies.current.set(applicationId, made);
    const version = await made.catch((error: unknown) => {
      copies.current.delete(applicationId);
      throw error;
    });
    if (application.identity.formKey !== form?.identity.formKey) go(application.identity.url);
    else if (!known) await putBack(draftId, version, copy);
  };
  return (
    <>
      {form ? <FilledNotice filled={filled} lost={lost} /> : null}
      {failed ? (
        <Notice kind="error" announced>
          <p>{t("form_failed")}</p>
        </Notice>
      ) : null}
      {form ? (
        <section class="stack-tight" aria-labelledby="drafts">
          <h2 id="drafts">{t("form_drafts_here")}</h2>
          {here.length === 0 ? <p class="soft">{t("form_drafts_none")}</p> : <DraftList drafts={here} current={form.draftId} onRestore={restore} onGo={() => undefined} onRemove={remove} />}
        </section>
      ) : null}
      {form ? (
        <section class="stack-tight" aria-labelledby="fill">
          <h2 id="fill">{t("form_fill_title")}</h2>
          <FillOffer offers={offers} onFill={(chosen) => fill({ fields: chosen.map(({ field, value }) => ({ ...field, values: [value] })), files: [], base: null })} />
        </section>
      ) : null}
      {elsewhere.length > 0 ? (
        <section class="stack-tight" aria-labelledby="elsewhere">
          <h2 id="elsewhere">{t(form ? "form_drafts_elsewhere" : "form_drafts")}</h2>
          <DraftList drafts={elsewhere} current={null} onRestore={null} onGo={({ application }) => go(application.identity.url)} onRemove={remove} />
        </section>
      ) : null}
      <section class="stack-tight" aria-labelledby="sent">
        <h2 id="sent">{t("form_sent")}</h2>
        {applications.sent.length === 0 ? <p class="soft">{t("form_sent_none")}</p> : <SentList sent={shown} answers={answers.list} onMark={answers.mark} onFollow={followAnswer} onTie={answers.tie} trouble={answers.trouble} onAgain={(one) => void again(one).catch(() => setFailed(true))} />}
        {applications.sent.length > shown.length ? (
          <div class="row">
            <Button kind="plain" onClick={() => setWhole(true)}>
              {t("own_due_more", { COUNT: applications.sent.length - shown.length })}
            </Button>
          </div>
        ) : null}
      </section>
      {trouble ? <VaultFailure code={trouble} /> : null}
      {removed ? <UndoLine said={t("form_removed")} place="undo" onUndo={undo} /> : null}
    </>
  );
}

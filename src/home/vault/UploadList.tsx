import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Uploads } from "./useUploads.ts";

/** What is on its way in, with progress; what failed, and how to take it up again. */
export function UploadList({ uploads }: { readonly uploads: Uploads }) {
  const { t } = useTexts();
  const { list } = uploads;
  if (list.length === 0) return null;
  const stored = list.filter(({ state }) => state === "stored").length;
  const under = list.filter(({ state }) => state === "waiting" || state === "storing");
  const failed = list.filter(({ state }) => state === "failed");
  const current = list.find(({ state }) => state === "storing");
  const already = list.filter((one) => one.already).length;
  const empty = list.filter(({ state, picked }) => state === "stored" && picked.file.size === 0);
  const duplicates = list.filter(({ duplicateOf }) => duplicateOf !== null);
  return (
    <section class="card stack-tight" aria-label={t("vault_uploads")}>
      <div class="row spread">
        <p role="status">{t(under.length > 0 ? "vault_uploads_running" : "vault_uploads_done", { DONE: stored, TOTAL: list.length })}</p>
        <div class="row">
          {under.length > 0 ? <Button onClick={uploads.cancelAll}>{t("common_cancel")}</Button> : null}
          {failed.length > 0 && under.length === 0 ? (
            <Button kind="primary" onClick={uploads.resume}>
              {t("vault_uploads_resume", { COUNT: failed.length })}
            </Button>
          ) : null}
          {under.length === 0 ? (
            <Button kind="plain" onClick={uploads.clear}>
              {t("common_close")}
            </Button>
          ) : null}
        </div>
      </div>
      {current ? (
        <label class="vault-progress">
          <bdi>{current.picked.file.name}</bdi>
          <progress max={Math.max(1, current.picked.file.size)} value={current.done} />
        </label>
      ) : null}
      {failed.length > 0 ? (
        <Notice kind="warning" announced>
          <ul class="vault-points">
            {failed.map(({ task, picked, failure }) => (
              <li key={task}>
                <bdi>{picked.file.name}</bdi>: {t(`vault_error_${failure ?? "INTERNAL"}`)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {already > 0 ? <p class="soft">{t("vault_uploads_already", { COUNT: already })}</p> : null}
      {empty.length > 0 ? (
        <Notice kind="warning" announced>
          <p>{t("vault_uploads_empty")}</p>
          <ul class="vault-points">
            {empty.map(({ task, picked }) => (
              <li key={task}>
                <bdi>{picked.file.name}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {duplicates.map((upload) => (
        <Notice key={upload.task} kind="information" announced>
          <p>{t("vault_duplicate", { NAME: upload.picked.file.name })}</p>
          <div class="row">
            <Button onClick={() => uploads.dropCopy(upload)}>{t("vault_duplicate_drop")}</Button>
          </div>
        </Notice>
      ))}
    </section>
  );
}

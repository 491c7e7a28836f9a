import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { askForFolder } from "../../platform/sharedFolder.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { FolderState } from "../../vault/folderApi.ts";
import { ComputerList } from "./ComputerList.tsx";
import { FolderBegin } from "./FolderBegin.tsx";
import { FolderCode, FolderMoved } from "./FolderCode.tsx";
import { FolderConflicts } from "./FolderConflicts.tsx";
import { useAttempt } from "./useAttempt.ts";
import { useFolder } from "./useFolder.ts";
import { useSize } from "../../ui/useSize.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

/** Several computers over a folder that a sync service carries. */
export function FolderPanel() {
  const { t } = useTexts();
  const state = useFolder();
  if (!state) return null;
  return (
    <section class="card stack" aria-labelledby="folder-title">
      <h2 id="folder-title">{t("vault_folder_title")}</h2>
      <p>{t("vault_folder_about")}</p>
      {state.kind === "off" ? <FolderBegin /> : <FolderOn state={state} />}
    </section>
  );
}

type On = Extract<FolderState, { kind: "on" }>;

function FolderOn({ state }: { readonly state: On }) {
  const { t, date, time } = useTexts();
  const { failure, attempt } = useAttempt();
  const [asking, setAsking] = useState(false);
  const size = useSize();
  const { last, trouble } = state;
  const now = (): void => void vaultOfPage().folder.now().catch(() => undefined);
  return (
    <>
      <p>
        {t("vault_folder_name")}: <bdi>{state.name}</bdi>
      </p>
      <div role="status">
        {state.running ? (
          <Busy>
            {t("vault_folder_running")} {state.moved > 1 << 20 ? size(state.moved) : ""}
          </Busy>
        ) : null}
        {!state.running && last ? <p class="soft">{t("vault_folder_last", { DATE: date(last.at), TIME: time(last.at), CAME: last.received, WENT: last.sent })}</p> : null}
        {last && last.waiting > 0 ? <p class="soft">{t("vault_folder_waiting", { COUNT: last.waiting })}</p> : null}
      </div>
      {trouble === "FOLDER_REFUSED" ? <FolderPermission /> : trouble === "FOLDER_MOVED" ? <FolderMoved /> : trouble ? <VaultFailure code={trouble} /> : null}
      {last && last.behind.length > 0 ? (
        <Notice kind="warning">
          <p>{t("vault_folder_behind", { NAMES: last.behind.join(", ") })}</p>
        </Notice>
      ) : null}
      {last?.strangers ? (
        <Notice kind="warning">
          <p>{t("vault_folder_strangers")}</p>
        </Notice>
      ) : null}
      <ComputerList computers={state.computers} />
      {state.conflicts > 0 ? <FolderConflicts count={state.conflicts} /> : null}
      <div class="row">
        {trouble === "FOLDER_MOVED" ? null : (
          <Button kind="primary" disabled={state.running} onClick={now}>
            {t("vault_folder_now")}
          </Button>
        )}
        <Button kind="plain" onClick={() => setAsking(true)}>
          {t("vault_folder_stop")}
        </Button>
      </div>
      {trouble === "FOLDER_MOVED" ? null : <FolderCode disabled={state.running} />}
      {asking ? (
        <Confirm yes={t("vault_folder_stop_yes")} onYes={() => attempt(() => vaultOfPage().folder.stop())} onNo={() => setAsking(false)}>
          <p>{t("vault_folder_stop_ask")}</p>
          {failure ? <p role="alert">{t(`vault_error_${failure}`)}</p> : null}
        </Confirm>
      ) : null}
    </>
  );
}

/** After a restart the browser wants the person's word again. */
export function FolderPermission() {
  const { t } = useTexts();
  const ask = async (): Promise<void> => {
    if (await askForFolder()) await vaultOfPage().folder.now();
  };
  return (
    <Notice kind="warning">
      <p>{t("vault_folder_permission")}</p>
      <div class="row">
        <Button kind="primary" onClick={() => void ask().catch(() => undefined)}>
          {t("vault_folder_allow")}
        </Button>
      </div>
    </Notice>
  );
}

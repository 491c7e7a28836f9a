import { useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { eraseAllButVault } from "../platform/eraseAll.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { VaultState } from "../vault/api.ts";
import { codeOf } from "../vault/error.ts";
import { SettingsFold } from "./SettingsFold.tsx";
import { vaultOfPage } from "./vault/useVault.ts";

const askedAgain = 5;

/** The vault's worker ends with the vault: it may be gone before it has said so, and take the question after it along. */
async function destroyVault(): Promise<void> {
  const { lock } = vaultOfPage();
  const gone = (error: unknown): null => {
    if (codeOf(error) !== "VAULT_GONE") throw error;
    return null;
  };
  await lock.destroy().catch(gone);
  let state: VaultState | null = null;
  for (let asked = 0; !state && asked < askedAgain; asked += 1) state = await lock.state().catch(gone);
  if (state?.kind !== "none") throw new Error("the vault is still there");
}

/** The end of everything the extension keeps here, after a question that names what goes. There is no way back but a backup. */
export function EraseAll() {
  const { t, language } = useTexts();
  const [state, setState] = useState<"closed" | "asking" | "busy" | "done" | "failed">("closed");
  const [sure, setSure] = useState(false);
  /** How it ended, in the words of before: the chosen language is erased with all the rest, and who read English still does. */
  const [ending, setEnding] = useState<{ readonly language: string; readonly done: string } | null>(null);
  const erase = async (): Promise<void> => {
    setState("busy");
    setEnding((before) => before ?? { language, done: t("home_erase_done") });
    try {
      await destroyVault();
      await eraseAllButVault();
      setState("done");
    } catch {
      setState("failed");
    }
  };
  return (
    <SettingsFold part="erase" title={t("home_erase")}>
      <p>{t("home_erase_about")}</p>
      {state === "closed" ? (
        <div class="row">
          <Button onClick={() => setState("asking")}>{t("home_erase_begin")}</Button>
          <a class="button button-secondary" href="#documents">
            {t("home_erase_backup")}
          </a>
        </div>
      ) : null}
      {state === "asking" || state === "busy" ? (
        <Notice kind="error" announced>
          <p>{t("home_erase_ask")}</p>
          <label class="choice">
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
            <span>{t("home_erase_sure")}</span>
          </label>
          <div class="row">
            <Button kind="primary" autofocus onClick={() => setState("closed")}>
              {t("common_cancel")}
            </Button>
            <Button disabled={!sure || state === "busy"} onClick={() => void erase()}>
              {t("home_erase_yes")}
            </Button>
          </div>
        </Notice>
      ) : null}
      {state === "done" ? (
        <Notice kind="success" announced>
          <p lang={ending?.language}>{ending?.done}</p>
        </Notice>
      ) : null}
      {state === "failed" ? (
        <Notice kind="error" announced>
          <p>{t("home_erase_failed")}</p>
          <div class="row">
            <Button onClick={() => void erase()}>{t("common_try_again")}</Button>
          </div>
        </Notice>
      ) : null}
    </SettingsFold>
  );
}

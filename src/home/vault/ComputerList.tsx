import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import type { FolderComputer } from "../../vault/folderApi.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { useAttempt } from "./useAttempt.ts";
import { vaultOfPage } from "./useVault.ts";

/** The computers that share the folder; this one's name can be changed. */
export function ComputerList({ computers }: { readonly computers: readonly FolderComputer[] }) {
  const { t, date, time } = useTexts();
  const [name, setName] = useState<string | null>(null);
  const { failure, attempt } = useAttempt();
  const save = (event: Event): void => {
    event.preventDefault();
    void attempt(async () => {
      await vaultOfPage().folder.rename(name ?? "");
      setName(null);
      // The others learn it with the folder's next file; where that can't be written now, it is there the next time.
      await vaultOfPage().folder.now().catch(() => undefined);
    });
  };
  return (
    <>
      <h3>{t("vault_folder_computers")}</h3>
      <ul class="plain-list">
        {computers.map(({ label, at, mine }, place) => (
          <li key={place} class="row spread">
            <bdi>{label}</bdi>
            <span class="row">
              <span class="soft">{mine ? t("vault_folder_mine") : t("vault_folder_wrote", { DATE: date(at), TIME: time(at) })}</span>
              {mine && name === null ? (
                <Button kind="plain" label={`${t("vault_folder_rename")}: ${label}`} onClick={() => setName(label)}>
                  {t("vault_folder_rename")}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {name === null ? null : (
        <form class="stack-tight" onSubmit={save} noValidate>
          <label class="field">
            <span>{t("vault_folder_label")}</span>
            <input type="text" value={name} maxLength={60} autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <div class="row">
            <button type="submit" class="button button-secondary" disabled={name.trim() === ""}>
              {t("data_save")}
            </button>
            <Button kind="plain" onClick={() => setName(null)}>
              {t("common_cancel")}
            </Button>
          </div>
          {failure ? <VaultFailure code={failure} /> : null}
        </form>
      )}
    </>
  );
}

import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { collections } from "../../vault/api.ts";
import type { FolderConflict } from "../../vault/folderApi.ts";
import { useAttempt } from "./useAttempt.ts";
import { vaultOfPage } from "./useVault.ts";

/** What was changed on two computers at once: the later version stands, the other is here until the person decides. */
export function FolderConflicts({ count }: { readonly count: number }) {
  const { t, date, time } = useTexts();
  const { failure, attempt } = useAttempt();
  const [list, setList] = useState<readonly FolderConflict[]>([]);
  useEffect(() => void vaultOfPage().folder.conflicts().then(setList, () => undefined), [count]);
  const resolve = async (conflict: FolderConflict, take: boolean): Promise<void> => {
    await vaultOfPage().folder.resolve(conflict.conflictId, take);
    setList(await vaultOfPage().folder.conflicts());
  };
  return (
    <Notice kind="warning">
      <p>{t("vault_folder_conflicts", { COUNT: count })}</p>
      {failure ? <p role="alert">{t(`vault_error_${failure}`)}</p> : null}
      <ul class="plain-list vault-conflicts">
        {list.map((conflict) => {
          const collection = collections.find((one) => one === conflict.collection);
          return (
            <li key={conflict.conflictId} class="stack-tight">
              <p>
                <strong>{t(`vault_collection_${collection ?? "documents"}`)}</strong> <span class="soft">{t("vault_folder_conflict_date", { DATE: date(conflict.changedAt), TIME: time(conflict.changedAt) })}</span>
              </p>
              <p class="vault-conflict-texts">{conflict.texts.join(" · ")}</p>
              <div class="row">
                <Button onClick={() => void attempt(() => resolve(conflict, true))}>{t("vault_folder_conflict_take")}</Button>
                <Button kind="plain" onClick={() => void attempt(() => resolve(conflict, false))}>
                  {t("vault_folder_conflict_drop")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

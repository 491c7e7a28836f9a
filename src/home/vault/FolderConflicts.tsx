import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { collections } from "../../vault/api.ts";
import type { FolderConflict } from "../../vault/folderApi.ts";
import { useConflictNames } from "./useConflictNames.ts";
import { useAttempt } from "./useAttempt.ts";
import { vaultOfPage } from "./useVault.ts";

/** What was changed on two computers at once: the later version stands, the other is here until the person decides. */
export function FolderConflicts({ count }: { readonly count: number }) {
  const { t } = useTexts();
  const { failure, attempt } = useAttempt();
  const { about, said } = useConflictNames();
  const [decided, setDecided] = useState(false);
  const [list, setList] = useState<readonly FolderConflict[]>([]);
  useEffect(() => void vaultOfPage().folder.conflicts().then(setList, () => undefined), [count]);
  const resolve = async (conflict: FolderConflict, take: boolean): Promise<void> => {
    await vaultOfPage().folder.resolve(conflict.conflictId, take);
    setDecided(true);
    setList(await vaultOfPage().folder.conflicts());
  };
  return (
    <Notice kind="warning">
      <p>{t("vault_folder_conflicts", { COUNT: count })}</p>
      {decided ? <p role="status">{t("vault_folder_conflict_done")}</p> : null}
      {failure ? <p role="alert">{t(`vault_error_${failure}`)}</p> : null}
      <ul class="plain-list vault-conflicts">
        {list.map((conflict) => {
          const collection = collections.find((one) => one === conflict.collection);
          const which = about(conflict);
          return (
            <li key={conflict.conflictId} class="stack-tight">
              <p>
                <strong>{t(`vault_collection_${collection ?? "documents"}`)}</strong>
                {which === "" ? "" : `: ${which}`}
              </p>
              <Difference lost={said(conflict, "lost")} standing={said(conflict, "standing")} changedAt={conflict.changedAt} />
              <div class="row">
                <Button onClick={() => void attempt(() => resolve(conflict, false))}>{t("vault_folder_conflict_keep")}</Button>
                <Button onClick={() => void attempt(() => resolve(conflict, true))}>{t("vault_folder_conflict_take")}</Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** What the one version has that the other has not, side by side. */
function Difference({ lost, standing, changedAt }: { readonly lost: readonly string[]; readonly standing: readonly string[]; readonly changedAt: number }) {
  const { t, date, time } = useTexts();
  const [here, there] = [onlyIn(standing, lost), onlyIn(lost, standing)];
  // What has no words differs, a number say: then all there is helps to know it again.
  if (here.length + there.length === 0) {
    return (
      <p>
        {t("vault_folder_conflict_numbers", { DATE: date(changedAt), TIME: time(changedAt) })} <bdi>{lost.slice(0, most).join(" · ")}</bdi>
      </p>
    );
  }
  return (
    <dl class="vault-conflict-texts">
      <dt>{t("vault_folder_conflict_standing")}</dt>
      <dd>{here.length > 0 ? here.join(" · ") : "—"}</dd>
      <dt>{t("vault_folder_conflict_other", { DATE: date(changedAt), TIME: time(changedAt) })}</dt>
      <dd>{there.length > 0 ? there.join(" · ") : "—"}</dd>
    </dl>
  );
}

/** So much is read; who wants to know more opens the record. */
const most = 12;

const onlyIn = (these: readonly string[], those: readonly string[]): readonly string[] => these.filter((one) => !those.includes(one)).slice(0, most);

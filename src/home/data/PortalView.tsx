import { useCallback, useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { changesOf } from "../../personal/changes.ts";
import { snapshotJson } from "../../personal/register.ts";
import { type KeptSnapshot, snapshotsOf, sortSnapshots } from "../../personal/snapshots.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChangeList } from "../../ui/registers/ChangeList.tsx";
import { RegisterTable } from "../../ui/registers/RegisterTable.tsx";
import { vaultOfPage } from "../vault/useVault.ts";

/** What the portal said of the person, on each day it was kept, and what changed from one to the next. */
export function PortalView() {
  const { t } = useTexts();
  const [list, setList] = useState<readonly KeptSnapshot[] | null>(null);
  const [removed, setRemoved] = useState<KeptSnapshot | null>(null);
  const load = useCallback(() => {
    vaultOfPage().records.list("snapshots").then((records) => setList(sortSnapshots(records)), () => undefined);
  }, []);
  useEffect(() => {
    load();
    return vaultOfPage().onEvent((event) => {
      if (event.kind === "changed" && event.collection === "snapshots") load();
    });
  }, [load]);
  if (!list) return <Busy>{t("data_opening")}</Busy>;
  const remove = (kept: KeptSnapshot): void => {
    vaultOfPage().records.remove("snapshots", kept.snapshotId, kept.version).then(() => setRemoved(kept), load);
  };
  const undo = (): void => {
    if (!removed) return;
    setRemoved(null);
    vaultOfPage().records.put("snapshots", removed.snapshotId, snapshotJson(removed.snapshot), null).catch(load);
  };
  const keys = [...new Set(list.map(({ snapshot }) => snapshot.registerKey))];
  return (
    <div class="stack">
      <p>{t("own_home_about")}</p>
      {removed ? (
        <div class="row" role="status">
          <span>{t("own_removed")}</span>
          <Button kind="plain" onClick={undo}>
            {t("form_undo")}
          </Button>
        </div>
      ) : null}
      {keys.length === 0 ? <p>{t("own_home_none")}</p> : null}
      {keys.map((key) => (
        <Register key={key} kept={snapshotsOf(list, key)} onRemove={remove} />
      ))}
    </div>
  );
}

function Register({ kept, onRemove }: { readonly kept: readonly KeptSnapshot[]; readonly onRemove: (kept: KeptSnapshot) => void }) {
  const { t, date, time } = useTexts();
  const title = kept[0]?.snapshot.title || t("own_register_untitled");
  return (
    <article class="card stack" aria-label={title}>
      <h3>{title}</h3>
      {kept.map((one, i) => {
        const { snapshot } = one;
        const before = kept[i + 1];
        const changes = before ? changesOf(before.snapshot, snapshot) : [];
        const when = `${date(snapshot.savedAt)} ${time(snapshot.savedAt)}`;
        return (
          <details key={one.snapshotId} open={i === 0}>
            <summary>
              {when} · {before === undefined ? t("own_first") : changes.length === 0 ? t("own_unchanged") : t("own_changes", { COUNT: changes.length })}
            </summary>
            <div class="stack-tight">
              {changes.length > 0 ? <ChangeList changes={changes} /> : null}
              <RegisterTable register={snapshot} />
              <p class="soft">SHA-256 {snapshot.sha256}</p>
              <div class="row no-print">
                <Button kind="plain" onClick={() => onRemove(one)}>
                  {t("own_remove", { DATE: when })}
                </Button>
              </div>
            </div>
          </details>
        );
      })}
    </article>
  );
}

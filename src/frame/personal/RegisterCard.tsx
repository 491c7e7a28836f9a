import { useMemo, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { changesOf } from "../../personal/changes.ts";
import type { SeenRegister } from "../../personal/register.ts";
import type { KeptSnapshot, Past } from "../../personal/snapshots.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ChangeList } from "../../ui/registers/ChangeList.tsx";
import { RegisterTable } from "../../ui/registers/RegisterTable.tsx";
import type { VaultState } from "../../vault/api.ts";
import { openHome } from "../data/openHome.ts";
import type { KeepOutcome } from "./useSnapshots.ts";

interface RegisterCardProps {
  readonly register: SeenRegister;
  readonly kind: VaultState["kind"];
  /** Earlier ones of the same register; null: not to be seen. */
  readonly past: Past | null;
  readonly onKeep: (register: SeenRegister, line: string | null) => Promise<KeepOutcome>;
  readonly onRemove: (kept: KeptSnapshot) => void;
}

/** One set of data: what was read of it, what changed since it was kept, and the button that keeps it. */
export function RegisterCard({ register, kind, past, onKeep, onRemove }: RegisterCardProps) {
  const kept = past?.kept ?? null;
  const { t, date, time } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<KeepOutcome | "busy" | null>(null);
  const compared = kept?.find(({ snapshotId }) => snapshotId === chosen) ?? kept?.[0] ?? null;
  const newest = kept?.[0] ?? null;
  // Anew with what is compared, and not with each drawing: a register may have two thousand entries.
  const changes = useMemo(() => (compared ? changesOf(compared.snapshot, register) : []), [compared, register]);
  const sinceNewest = useMemo(() => (newest && newest !== compared ? changesOf(newest.snapshot, register) : changes), [newest, compared, register, changes]);
  const nameOf = ({ snapshot }: KeptSnapshot): string => `${date(snapshot.savedAt)} ${time(snapshot.savedAt)}`;
  // The newest one says the same: to keep it again would say nothing more.
  const known = newest !== null && sinceNewest.length === 0;
  const remove = (): void => {
    // What is being removed is said to be kept no more.
    setOutcome(null);
    if (compared) onRemove(compared);
  };
  const keep = (): void => {
    setOutcome("busy");
    setChosen(null);
    void onKeep(register, past?.line ?? null).then(setOutcome);
  };
  return (
    <article class="entry" aria-label={register.title}>
      <h3>{register.title || t("own_register_untitled")}</h3>
      {compared ? (
        <div class="stack-tight" role="status">
          {changes.length === 0 ? <p>{t("own_same", { DATE: nameOf(compared) })}</p> : <p>{t("own_changed", { COUNT: changes.length, DATE: nameOf(compared) })}</p>}
          {changes.length > 0 ? <ChangeList changes={changes} /> : null}
        </div>
      ) : null}
      <details>
        <summary>{t("own_read", { COUNT: register.rows.length })}</summary>
        <RegisterTable register={register} />
      </details>
      {kind === "none" || known ? null : (
        <div class="row">
          <Button kind="primary" disabled={outcome === "busy"} onClick={keep}>
            {t("own_keep", { TITLE: register.title || t("own_register_untitled") })}
          </Button>
        </div>
      )}
      {outcome === "stored" || outcome === "sealed" ? <p role="status">{t(`own_kept_${outcome}`)}</p> : null}
      {outcome === "stored" ? (
        <div class="row">
          <Button kind="plain" onClick={() => openHome("/portal")}>
            {t("data_kept_make")}
          </Button>
        </div>
      ) : null}
      {outcome === "full" || outcome === "failed" ? (
        <Notice kind="error" announced>
          <p>{t(`own_kept_${outcome}`)}</p>
        </Notice>
      ) : null}
      {kept && kept.length > 0 && compared ? (
        <div class="stack-tight">
          {kept.length > 1 ? (
            <label class="stack-tight">
              <span class="soft">{t("own_compare")}</span>
              <select class="search-field" value={compared.snapshotId} onChange={(event) => setChosen(event.currentTarget.value)}>
                {kept.map((one) => (
                  <option key={one.snapshotId} value={one.snapshotId}>
                    {nameOf(one)}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <div class="row">
            <Button kind="plain" onClick={remove}>
              {t("own_remove", { DATE: nameOf(compared) })}
            </Button>
          </div>
        </div>
      ) : null}
    </article>
  );
}

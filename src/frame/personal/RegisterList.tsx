import { useTexts } from "../../i18n/texts.tsx";
import type { SeenRegister } from "../../personal/register.ts";
import { snapshotsOf } from "../../personal/snapshots.ts";
import { Button } from "../../ui/Button.tsx";
import type { VaultState } from "../../vault/api.ts";
import { RegisterCard } from "./RegisterCard.tsx";
import { useSnapshots } from "./useSnapshots.ts";

/** What the page says of the person, each set with what is in the vault of it already. */
export function RegisterList({ registers, kind }: { readonly registers: readonly SeenRegister[]; readonly kind: VaultState["kind"] }) {
  const { t } = useTexts();
  const snapshots = useSnapshots(kind);
  return (
    <section class="stack-tight" aria-labelledby="registers">
      <h2 id="registers">{t("own_registers")}</h2>
      <p class="soft">{t("own_registers_about")}</p>
      {registers.map((register) => (
        <RegisterCard key={register.registerKey} register={register} kind={kind} kept={snapshots.list ? snapshotsOf(snapshots.list, register.registerKey) : null} onKeep={snapshots.keep} onRemove={snapshots.remove} />
      ))}
      {snapshots.removed ? (
        <div class="undo" role="status">
          <span>{t("own_removed")}</span>
          <Button kind="plain" onClick={snapshots.undo}>
            {t("form_undo")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

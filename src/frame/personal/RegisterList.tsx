import { useTexts } from "../../i18n/texts.tsx";
import type { SeenRegister } from "../../personal/register.ts";
import { pastsOf } from "../../personal/snapshots.ts";
import type { VaultState } from "../../vault/api.ts";
import { RegisterCard } from "./RegisterCard.tsx";
import { useSnapshots } from "./useSnapshots.ts";
import { UndoLine } from "../../ui/UndoLine.tsx";

/** What the page says of the person, each set with what is in the vault of it already. */
export function RegisterList({ registers, kind }: { readonly registers: readonly SeenRegister[]; readonly kind: VaultState["kind"] }) {
  const { t } = useTexts();
  const snapshots = useSnapshots(kind);
  const pasts = snapshots.list && pastsOf(snapshots.list, registers, Date.now());
  return (
    <section class="stack-tight" aria-labelledby="registers">
      <h2 id="registers">{t("own_registers")}</h2>
      <p class="soft">{t("own_registers_about")}</p>
      {registers.map((register, i) => (
        <RegisterCard key={register.registerKey} register={register} kind={kind} past={pasts?.[i] ?? null} onKeep={snapshots.keep} onRemove={snapshots.remove} />
      ))}
      {snapshots.removed ? <UndoLine said={t("own_removed")} place="undo" onUndo={snapshots.undo} /> : null}
    </section>
  );
}

import { useTexts } from "../../i18n/texts.tsx";
import { LockRow } from "../LockRow.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { useTold } from "../useLine.ts";
import { useVaultKind } from "../useVaultKind.ts";
import { VaultGate } from "../VaultGate.tsx";
import { DueList } from "./DueList.tsx";
import { FavouriteList } from "./FavouriteList.tsx";
import { LastDocuments } from "./LastDocuments.tsx";
import { RegisterList } from "./RegisterList.tsx";

/**
 * Beside the person's own page: what waits, what the portal says of them, favourites and last documents. While the vault is
 * locked nothing of it is shown; what the page around shows anyway can be kept, sealed.
 */
export function PersonalPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const kind = useVaultKind();
  const registers = useTold(line, "registers")?.registers ?? [];
  return (
    <PanelShell title={t("page_personal_panel")}>
      <VaultGate panel="personal" lock={false}>
        <DueList />
      </VaultGate>
      {kind !== null && registers.length > 0 ? <RegisterList registers={registers} kind={kind} /> : null}
      {kind === null || kind === "locked" ? null : <FavouriteList />}
      {kind === "unlocked" ? (
        <>
          <LastDocuments />
          <LockRow />
        </>
      ) : null}
    </PanelShell>
  );
}

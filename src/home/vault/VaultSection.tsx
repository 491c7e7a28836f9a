import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Documents } from "./Documents.tsx";
import { SetUp } from "./SetUp.tsx";
import { UnkeptNotices } from "./UnkeptNotices.tsx";
import { Unlock } from "./Unlock.tsx";
import { useVaultState } from "./useVault.ts";

/** The vault's room in the home page: not set up, locked, or open. */
export function VaultSection() {
  const { t } = useTexts();
  const state = useVaultState();
  // The set-up ends when the sheet is there, and the vault is open before.
  const [settingUp, setSettingUp] = useState(false);
  const room = (): JSX.Element => {
    if (state === null) return <Busy>{t("vault_loading")}</Busy>;
    if (state.kind === "none" || settingUp) return <SetUp lost={state.kind === "none" && state.lost} onStart={() => setSettingUp(true)} onDone={() => setSettingUp(false)} />;
    return state.kind === "unlocked" ? <Documents notices={state.notices} /> : <Unlock slots={state.slots} />;
  };
  return (
    <>
      <UnkeptNotices open={state?.kind === "unlocked"} />
      {room()}
    </>
  );
}

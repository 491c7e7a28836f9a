import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Documents } from "./Documents.tsx";
import { RestoreFile } from "./RestoreFile.tsx";
import { SetUp } from "./SetUp.tsx";
import { UnkeptNotices } from "./UnkeptNotices.tsx";
import { Unlock } from "./Unlock.tsx";
import { useVaultState } from "./useVault.ts";
import { WayBack } from "./WayBack.tsx";

/** The vault's room in the home page: not set up, locked, or open. */
export function VaultSection() {
  const { t } = useTexts();
  const state = useVaultState();
  // The set-up ends when the sheet is there, and the restoration when its outcome has been read: the vault is open before.
  const [doing, setDoing] = useState<"nothing" | "set-up" | "restore">("nothing");
  const room = (): JSX.Element => {
    if (state === null) return <Busy>{t("vault_loading")}</Busy>;
    if (doing === "restore") return <RestoreFile fresh onClose={() => setDoing("nothing")} />;
    const restore = (): void => setDoing("restore");
    if (state.kind === "none" || doing === "set-up") return <SetUp lost={state.kind === "none" && state.lost} onStart={() => setDoing("set-up")} onDone={() => setDoing("nothing")} onRestore={restore} />;
    return state.kind === "unlocked" ? <Documents notices={state.notices} /> : <Unlock slots={state.slots} onRestore={restore} />;
  };
  return (
    <>
      <UnkeptNotices open={state?.kind === "unlocked"} />
      {state?.kind === "unlocked" && doing === "nothing" ? <WayBack /> : null}
      {room()}
    </>
  );
}

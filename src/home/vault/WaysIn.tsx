import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { openVaultCardWindow } from "../../platform/careWindow.ts";
import { makePasskey } from "../../platform/passkey.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { VaultError, type VaultErrorCode } from "../../vault/error.ts";
import { NewPassphrase } from "./NewPassphrase.tsx";
import { SecretBuffer } from "./secretBuffer.ts";
import { SecretField } from "./SecretField.tsx";
import { renewSheet, useUnkeptSheet } from "./sheet.ts";
import { useVaultState, vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "./VaultFailure.tsx";

const dayMs = 86_400_000;
type Doing = "nothing" | "card" | "passphrase" | "working";

/** The ways into the vault: those there are, changed, added, removed. */
export function WaysIn() {
  const { t, date } = useTexts();
  const state = useVaultState();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [outcome, setOutcome] = useState<VaultErrorCode | "changed" | "no-passkey" | null>(null);
  const present = useRef(new SecretBuffer());
  const unkept = useUnkeptSheet();
  const slots = state?.kind === "unlocked" ? state.slots : [];
  const calls = vaultOfPage().slots;
  const act = async (what: () => Promise<Doing>): Promise<void> => {
    setDoing("working");
    setOutcome(null);
    try {
      setDoing(await what());
    } catch (error) {
      setOutcome(error instanceof VaultError ? error.code : "no-passkey");
      setDoing("nothing");
    }
  };
  const changePassphrase = (next: SecretBuffer): void => {
    const [secret, bytes] = [{ kind: "passphrase", passphrase: present.current.copy() } as const, next.copy()];
    present.current.clear();
    next.clear();
    void act(async () => {
      await calls.changePassphrase(secret, bytes);
      setOutcome("changed");
      return "nothing";
    });
  };
  const newSheet = (): void =>
    void act(async () => {
      await renewSheet();
      return "nothing";
    });
  const addPasskey = (): void =>
    void act(async () => {
      const { slotId, challenge } = await calls.prepare();
      const { credentialId, prf } = await makePasskey(challenge, t("vault_passkey_name"));
      await calls.addPasskey(slotId, challenge, credentialId, prf);
      setOutcome("changed");
      return "nothing";
    });
  const remove = (slotId: string): void =>
    void act(async () => {
      await calls.remove(slotId);
      setOutcome("changed");
      return "nothing";
    });
  return (
    <section class="card stack" aria-labelledby="ways-title">
      <h2 id="ways-title">{t("vault_ways")}</h2>
      <p>{t("vault_ways_about")}</p>
      <ul class="plain-list">
        {slots.map((slot) => (
          <li key={slot.slotId} class="row spread">
            <span>
              {t(`vault_way_${slot.kind}`)} <span class="soft">{t("vault_way_made", { DATE: date(slot.madeOn * dayMs) })}</span>
              {slot.kind === "recovery" && unkept ? (
                <>
                  {" "}
                  <Badge kind="warn">{t("vault_way_unkept")}</Badge>
                </>
              ) : null}
            </span>
            {slot.kind === "passkey" || slot.kind === "card" ? <Button onClick={() => remove(slot.slotId)}>{t("vault_way_remove")}</Button> : null}
          </li>
        ))}
      </ul>
      {doing === "working" ? <Busy>{t("vault_working")}</Busy> : null}
      {outcome === "changed" ? (
        <Notice kind="success" announced>
          <p>{t("vault_ways_changed")}</p>
        </Notice>
      ) : null}
      {outcome === "no-passkey" ? (
        <Notice kind="error" announced>
          <p>{t("vault_passkey_failed")}</p>
        </Notice>
      ) : null}
      {outcome !== null && outcome !== "changed" && outcome !== "no-passkey" ? <VaultFailure code={outcome} /> : null}
      {doing === "passphrase" ? (
        <div class="stack">
          <SecretField label={t("vault_passphrase_present")} buffer={present.current} autofocus />
          <NewPassphrase submitText={t("vault_passphrase_change")} onSubmit={changePassphrase} />
        </div>
      ) : null}
      {doing === "card" ? (
        <Confirm
          yes={t("vault_card_add_go")}
          onYes={() => {
            setDoing("nothing");
            setOutcome(null);
            void openVaultCardWindow("add");
          }}
          onNo={() => setDoing("nothing")}
        >
          <h3>{t("vault_card_add_title")}</h3>
          <p>{t("vault_card_risk")}</p>
          <p>{t("vault_card_lost")}</p>
        </Confirm>
      ) : null}
      {doing === "nothing" ? (
        <div class="row">
          <Button onClick={() => setDoing("passphrase")}>{t("vault_passphrase_change")}</Button>
          <Button onClick={newSheet}>{t("vault_new_sheet")}</Button>
          <Button onClick={addPasskey}>{t("vault_passkey_add")}</Button>
          <Button onClick={() => setDoing("card")}>{t("vault_card_add")}</Button>
        </div>
      ) : null}
    </section>
  );
}

import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { openVaultCardWindow } from "../../platform/careWindow.ts";
import { makePasskey } from "../../platform/passkey.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { SlotView } from "../../vault/api.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { ChangePassphrase } from "./ChangePassphrase.tsx";
import { forgetPasskeyPlace, notePasskeyPlace, usePasskeyPlaces, wordsOfPasskey } from "./passkeyPlaces.ts";
import { renewSheet, useUnkeptSheet } from "./sheet.ts";
import { useVaultState, vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

const dayMs = 86_400_000;
type Doing = "nothing" | "card" | "passphrase" | "working" | { readonly removing: SlotView };

/** The ways into the vault: those there are, changed, added, removed. */
export function WaysIn() {
  const { t, date } = useTexts();
  const state = useVaultState();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [outcome, setOutcome] = useState<VaultErrorCode | "changed" | "no-passkey" | null>(null);
  const unkept = useUnkeptSheet();
  const slots = state?.kind === "unlocked" ? state.slots : [];
  const calls = vaultOfPage().slots;
  const places = usePasskeyPlaces();
  // A way in that was just made has the keyboard, and not the button beside it that removes it.
  const made = useRef<string | null>(null);
  const greet = (slotId: string) => (entry: HTMLLIElement | null): void => {
    if (!entry || made.current !== slotId) return;
    made.current = null;
    entry.focus();
  };
  const begin = (what: Doing): void => {
    setOutcome(null);
    setDoing(what);
  };
  const act = async (what: () => Promise<Doing>): Promise<void> => {
    setDoing("working");
    setOutcome(null);
    try {
      setDoing(await what());
    } catch (error) {
      setOutcome(codeOf(error, "no-passkey"));
      setDoing("nothing");
    }
  };
  const newSheet = (): void =>
    void act(async () => {
      await renewSheet();
      return "nothing";
    });
  const addPasskey = (): void =>
    void act(async () => {
      const { slotId, challenge } = await calls.prepare();
      const { credentialId, prf, elsewhere } = await makePasskey(challenge, t("vault_passkey_name"));
      made.current = slotId;
      await calls.addPasskey(slotId, challenge, credentialId, prf);
      await notePasskeyPlace(slotId, elsewhere).catch(() => undefined);
      setOutcome("changed");
      return "nothing";
    });
  const remove = (slotId: string): void =>
    void act(async () => {
      await calls.remove(slotId);
      await forgetPasskeyPlace(slotId).catch(() => undefined);
      setOutcome("changed");
      return "nothing";
    });
  const wordsOf = (slot: SlotView): string => (slot.kind === "passkey" ? wordsOfPasskey(t, slots, slot, places) : t(`vault_way_${slot.kind}`));
  return (
    <section class="card stack" aria-labelledby="ways-title">
      <h2 id="ways-title">{t("vault_ways")}</h2>
      <p>{t("vault_ways_about")}</p>
      <ul class="plain-list">
        {slots.map((slot) => (
          <li key={slot.slotId} ref={greet(slot.slotId)} tabIndex={-1} class="row spread">
            <span>
              {wordsOf(slot)} <span class="soft">{t("vault_way_made", { DATE: date(slot.madeOn * dayMs) })}</span>
              {slot.kind === "recovery" && unkept ? (
                <>
                  {" "}
                  <Badge kind="warn">{t("vault_way_unkept")}</Badge>
                </>
              ) : null}
            </span>
            {slot.kind === "passkey" || slot.kind === "card" ? <Button label={t("vault_way_remove_this", { NAME: wordsOf(slot) })} onClick={() => begin({ removing: slot })}>{t("vault_way_remove")}</Button> : null}
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
        <ChangePassphrase
          onChanged={() => {
            setDoing("nothing");
            setOutcome("changed");
          }}
          onCancel={() => setDoing("nothing")}
        />
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
      {typeof doing === "object" ? (
        <Confirm yes={t("vault_way_remove_yes")} onYes={() => remove(doing.removing.slotId)} onNo={() => setDoing("nothing")}>
          <h3>{t("vault_way_remove_title", { NAME: wordsOf(doing.removing), DATE: date(doing.removing.madeOn * dayMs) })}</h3>
          <p>{t(doing.removing.kind === "card" ? "vault_way_remove_card" : "vault_way_remove_passkey")}</p>
        </Confirm>
      ) : null}
      {doing === "nothing" ? (
        <div class="row">
          <Button onClick={() => begin("passphrase")}>{t("vault_passphrase_change")}</Button>
          <Button onClick={newSheet}>{t("vault_new_sheet")}</Button>
          <Button onClick={addPasskey}>{t("vault_passkey_add")}</Button>
          <Button onClick={() => begin("card")}>{t("vault_card_add")}</Button>
        </div>
      ) : null}
    </section>
  );
}

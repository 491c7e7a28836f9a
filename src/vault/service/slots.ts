// SlotApi: ways in, added and removed. See [Note: slots change by rotation].
import { wipe } from "../../card/bytes.ts";
import { toBase64 } from "../../codec/base64.ts";
import type { SlotApi } from "../api.ts";
import { randomBytes, sameBytes } from "../crypto/derive.ts";
import { VaultError } from "../error.ts";
import type { SlotRow } from "../store/header.ts";
import type { OpenedVault } from "./openedVault.ts";
import { deviceSlot, openWith, passphraseSlot, recoverySlot, type SlotMaker, wipeSecret } from "./waysIn.ts";

const opensAnywhere = (slot: SlotRow): boolean => slot.kind === "passphrase" || slot.kind === "recovery";

export function slots(opened: () => OpenedVault, changed: () => Promise<void>): SlotApi {
  /** Puts a new slot in the place of those that `replaces` says. */
  const put = async (make: SlotMaker, replaces: (slot: SlotRow) => boolean): Promise<void> => {
    const vault = opened();
    await vault.rotate(async (rows, vaultKey, epoch) => [...rows.filter((slot) => !replaces(slot)), await make(vault.vaultId, epoch, vaultKey)]);
    await changed();
  };
  return {
    async changePassphrase(present, next) {
      const vault = opened();
      try {
        wipe(await openWith(vault.around, vault.header, present));
        await put(await passphraseSlot(vault.around, next), (slot) => slot.kind === "passphrase");
      } finally {
        wipeSecret(present);
        wipe(next);
      }
    },
    async newRecoveryCode() {
      const { make, ...sheet } = await recoverySlot(opened().around);
      await put(make, (slot) => slot.kind === "recovery");
      return sheet;
    },
    async prepare() {
      opened();
      return { slotId: toBase64(randomBytes(16)), challenge: randomBytes(32) };
    },
    async addPasskey(slotId, challenge, credentialId, prf) {
      await put(deviceSlot(opened().around, "passkey", slotId, challenge, credentialId, prf), (slot) => slot.id === slotId);
    },
    async addCard(slotId, challenge, signature, again) {
      // ECDSA and PSS draw random numbers: their signatures differ, and no key can be made of them.
      if (!sameBytes(signature, again)) throw new VaultError("INVALID", "the card's signature is not the same twice");
      wipe(again);
      await put(deviceSlot(opened().around, "card", slotId, challenge, new Uint8Array(0), signature), (slot) => slot.id === slotId);
    },
    async remove(slotId) {
      const vault = opened();
      await vault.rotate(async (rows) => {
        const rest = rows.filter((slot) => slot.id !== slotId);
        if (rest.length === rows.length) throw new VaultError("SLOT_NONE", "there is no such slot");
        if (!rest.some(opensAnywhere)) throw new VaultError("SLOT_LAST", "a passphrase or a recovery code must remain");
        return rest;
      });
      await changed();
    },
    async rotate() {
      await opened().rotate();
    },
  };
}

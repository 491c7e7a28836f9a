// From what a person has (passphrase, sheet, passkey, card) to a slot's secret, and new slots.
import { type Bytes, copyOf, wipe } from "../../card/bytes.ts";
import { toBase64 } from "../../codec/base64.ts";
import type { NewSheet, Secret, SlotView } from "../api.ts";
import { randomBytes } from "../crypto/derive.ts";
import { checkNewPassphrase, checkParameters } from "../crypto/passphrase.ts";
import { formatRecoveryCode, parseRecoveryCode } from "../crypto/recoveryCode.ts";
import { makeSlot, openSlot, openVaultKey, planSlot } from "../crypto/slot.ts";
import { codeOf, VaultError } from "../error.ts";
import { type Header, type SlotRow, unbase64 } from "../store/header.ts";
import type { Surroundings } from "./surroundings.ts";

export type SlotMaker = (vaultId: Bytes, epoch: number, vaultKey: Bytes) => Promise<SlotRow>;

const today = (around: Surroundings): number => Math.floor(around.now() / 86_400_000);

/** @param passphrase the caller wipes it. @throws SECRET_WEAK */
export async function passphraseSlot(around: Surroundings, passphrase: Bytes): Promise<SlotMaker> {
  checkNewPassphrase(passphrase);
  const parameters = await around.calibrate();
  const salt = randomBytes(16);
  const secret = await around.stretch(copyOf(passphrase), salt, parameters);
  const plan = planSlot("passphrase", today(around), { ...parameters, salt: toBase64(salt) });
  return (vaultId, epoch, vaultKey) => makeSlot(plan, secret, vaultId, epoch, vaultKey);
}

export async function recoverySlot(around: Surroundings): Promise<NewSheet & { readonly make: SlotMaker }> {
  const secret = randomBytes(20);
  const recoveryCode = await formatRecoveryCode(secret);
  const plan = planSlot("recovery", today(around));
  return { make: (vaultId, epoch, vaultKey) => makeSlot(plan, secret, vaultId, epoch, vaultKey), recoveryCode, slotId: plan.id };
}

/** @param secret the PRF's output, or the card's signature; wiped. */
export function deviceSlot(around: Surroundings, kind: "passkey" | "card", slotId: string, challenge: Bytes, credentialId: Bytes, secret: Bytes): SlotMaker {
  if (unbase64(slotId).length !== 16 || challenge.length !== 32 || secret.length < 32) throw new VaultError("INVALID", "a slot's name, challenge or secret has the wrong length");
  const plan = { ...planSlot(kind, today(around), { credentialId: toBase64(credentialId), challenge: toBase64(challenge) }), id: slotId };
  return (vaultId, epoch, vaultKey) => makeSlot(plan, secret, vaultId, epoch, vaultKey);
}

/** Opens the vault key with a secret (whose bytes are wiped). @returns 32 bytes, which the caller wipes. */
export async function openWith(around: Surroundings, header: Header, secret: Secret): Promise<Bytes> {
  const vaultId = unbase64(header.vaultId);
  const slots = header.slots.filter((slot) => slot.kind === secret.kind && (!("slotId" in secret) || slot.id === secret.slotId));
  if (slots.length === 0) throw new VaultError("SLOT_NONE", "the vault has no such way in");
  // A recovery code is long: the same bytes fit at most one slot. A passphrase is stretched anew for each (there is one).
  let wrong: unknown = null;
  for (const slot of slots) {
    try {
      const privateKey = await openSlot(slot, await slotSecret(around, slot, secret), vaultId);
      return await openVaultKey(slot, privateKey, vaultId, header.epoch);
    } catch (error) {
      if (codeOf(error) !== "SECRET_WRONG") throw error;
      wrong = error;
    }
  }
  throw wrong;
}

async function slotSecret(around: Surroundings, slot: SlotRow, secret: Secret): Promise<Bytes> {
  switch (secret.kind) {
    case "passphrase": {
      checkParameters(slot);
      return around.stretch(copyOf(secret.passphrase), unbase64(slot.salt), { memory: slot.memory, passes: slot.passes });
    }
    case "recovery":
      return parseRecoveryCode(secret.code);
    case "passkey":
      return copyOf(secret.prf);
    case "card":
      return copyOf(secret.signature);
  }
}

/** Wipes what a caller gave. */
export function wipeSecret(secret: Secret): void {
  wipe("passphrase" in secret ? secret.passphrase : null, "code" in secret ? secret.code : null, "prf" in secret ? secret.prf : null, "signature" in secret ? secret.signature : null);
}

export function slotView(slot: SlotRow): SlotView {
  const { id: slotId, kind, madeOn } = slot;
  return { slotId, kind, madeOn, ...(slot.credentialId ? { credentialId: unbase64(slot.credentialId) } : {}), ...(slot.challenge ? { challenge: unbase64(slot.challenge) } : {}) };
}

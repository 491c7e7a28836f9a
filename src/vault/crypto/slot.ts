// Key slots. [Note: a slot is a key pair] Each way in protects a private key of its own; the vault key is sealed to the
// public half. So the vault key can be replaced (rotation) for every slot at once, without anybody's passphrase at hand.
import { type Bytes, concat, wipe } from "../../card/bytes.ts";
import { toBase64 } from "../../codec/base64.ts";
import type { SlotKind } from "../api.ts";
import { VaultError } from "../error.ts";
import { type SlotRow, unbase64 } from "../store/header.ts";
import { openBox, sealBox } from "./aead.ts";
import { ascii, deriveAes, deriveBytes, importSecret, labels, randomBytes, sameBytes, uint32 } from "./derive.ts";
import { importPrivateKey, newKeyPair, openSealed, sealTo } from "./hpke.ts";

/** What a slot is made of, before it has keys. */
export type SlotPlan = Pick<SlotRow, "id" | "kind" | "madeOn" | "memory" | "passes" | "salt" | "credentialId" | "challenge">;

export function planSlot(kind: SlotKind, madeOn: number, more: Partial<SlotPlan> = {}): SlotPlan {
  return { id: toBase64(randomBytes(16)), kind, madeOn, memory: 0, passes: 0, salt: "", credentialId: "", challenge: "", ...more };
}

/** Everything that is readable in a slot is authenticated with its private key. */
function slotData(vaultId: Bytes, slot: SlotPlan, publicKey: string): Bytes {
  return ascii(JSON.stringify(["mqv1/slot", toBase64(vaultId), slot.id, slot.kind, slot.madeOn, slot.memory, slot.passes, slot.salt, slot.credentialId, slot.challenge, publicKey]));
}

function vaultKeyInfo(vaultId: Bytes, slotId: string, epoch: number): Bytes {
  return concat(ascii("mqv1/vault-key"), vaultId, unbase64(slotId), uint32(epoch));
}

/**
 * @param secret what the way in yields: Argon2id's output, the recovery secret, the PRF's, or the card's signature. Wiped.
 */
export async function makeSlot(plan: SlotPlan, secret: Bytes, vaultId: Bytes, epoch: number, vaultKey: Bytes): Promise<SlotRow> {
  const base = await importSecret(secret);
  wipe(secret);
  const id = unbase64(plan.id);
  const pair = await newKeyPair();
  const publicKey = toBase64(pair.publicKey);
  const privateKey = await sealBox(await deriveAes(base, id, labels.slotKey), pair.privateKey, slotData(vaultId, plan, publicKey));
  wipe(pair.privateKey);
  const commitment = await deriveBytes(base, id, labels.slotCommit);
  const slot = { ...plan, publicKey, privateKey: toBase64(privateKey), commitment: toBase64(commitment), vaultKey: "" };
  return sealVaultKey(slot, vaultId, epoch, vaultKey);
}

/** The slot with the vault key of an epoch. */
export async function sealVaultKey(slot: SlotRow, vaultId: Bytes, epoch: number, vaultKey: Bytes): Promise<SlotRow> {
  const sealed = await sealTo(unbase64(slot.publicKey), vaultKeyInfo(vaultId, slot.id, epoch), vaultKey);
  return { ...slot, vaultKey: toBase64(sealed) };
}

/** @param secret is wiped. @throws SECRET_WRONG; a damaged slot can't be told from a wrong secret. */
export async function openSlot(slot: SlotRow, secret: Bytes, vaultId: Bytes): Promise<CryptoKey> {
  const base = await importSecret(secret);
  wipe(secret);
  const id = unbase64(slot.id);
  if (!sameBytes(await deriveBytes(base, id, labels.slotCommit), unbase64(slot.commitment))) throw new VaultError("SECRET_WRONG", "the secret is not this slot's");
  const privateKey = await openBox(await deriveAes(base, id, labels.slotKey), unbase64(slot.privateKey), slotData(vaultId, slot, slot.publicKey), "SECRET_WRONG");
  try {
    return await importPrivateKey(privateKey);
  } catch (error) {
    throw new VaultError("SECRET_WRONG", "the slot's private key can't be read", error);
  }
}

/** The vault key (32 bytes, the caller wipes it) that a slot's private key opens. @throws HEADER_FORGED */
export async function openVaultKey(slot: SlotRow, privateKey: CryptoKey, vaultId: Bytes, epoch: number): Promise<Bytes> {
  const vaultKey = await openSealed(privateKey, unbase64(slot.publicKey), vaultKeyInfo(vaultId, slot.id, epoch), unbase64(slot.vaultKey), "HEADER_FORGED");
  if (vaultKey.length !== 32) throw new VaultError("HEADER_FORGED", "the vault key has the wrong length");
  return vaultKey;
}

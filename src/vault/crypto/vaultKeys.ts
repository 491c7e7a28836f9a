// What is derived from the vault key of one epoch. None of it can be exported.
import { type Bytes, concat, wipe } from "../../card/bytes.ts";
import { openBox, sealBox } from "./aead.ts";
import { ascii, deriveAes, deriveHmac, importSecret, labels } from "./derive.ts";

export interface VaultKeys {
  readonly vaultId: Bytes;
  readonly epoch: number;
  readonly headerMac: CryptoKey;
  readonly records: CryptoKey;
  readonly wrap: CryptoKey;
  readonly inboxWrap: CryptoKey;
}

/** @param vaultKey 32 bytes; wiped. */
export async function deriveVaultKeys(vaultKey: Bytes, vaultId: Bytes, epoch: number): Promise<VaultKeys> {
  const base = await importSecret(vaultKey);
  wipe(vaultKey);
  return {
    vaultId,
    epoch,
    headerMac: await deriveHmac(base, vaultId, labels.headerMac),
    records: await deriveAes(base, vaultId, labels.records),
    wrap: await deriveAes(base, vaultId, labels.wrap),
    inboxWrap: await deriveAes(base, vaultId, labels.inboxWrap),
  };
}

const wrapData = (keys: VaultKeys, streamId: Bytes): Bytes => concat(ascii("mqv1/wrap"), keys.vaultId, streamId);

/** A stream's secret under the vault's wrapping key: 60 bytes. */
export async function wrapSecret(keys: VaultKeys, streamId: Bytes, secret: Bytes): Promise<Bytes> {
  return sealBox(keys.wrap, secret, wrapData(keys, streamId));
}

/** @returns 32 bytes; the caller wipes them. @throws CHUNK_DAMAGED */
export async function unwrapSecret(keys: VaultKeys, streamId: Bytes, wrapped: Bytes): Promise<Bytes> {
  return openBox(keys.wrap, wrapped, wrapData(keys, streamId), "CHUNK_DAMAGED");
}

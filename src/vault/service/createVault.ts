// A new vault in an empty database.
import { type Bytes, wipe } from "../../card/bytes.ts";
import { toBase64 } from "../../codec/base64.ts";
import { sealBox } from "../crypto/aead.ts";
import { randomBytes } from "../crypto/derive.ts";
import { newKeyPair } from "../crypto/hpke.ts";
import { deriveVaultKeys, type VaultKeys } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { commit } from "../store/commit.ts";
import { decodeHeader, encodeHeader, type Header } from "../store/header.ts";
import { inboxWrapData } from "./openedVault.ts";
import type { Surroundings } from "./surroundings.ts";
import type { SlotMaker } from "./waysIn.ts";

export async function readHeaderBytes(around: Surroundings): Promise<Bytes | null> {
  const stored = await around.database.get("header", "header");
  return stored ? new Uint8Array(stored) : null;
}

/** The vault of a backup, with its slots, and nothing in it yet. */
export async function adoptVault(around: Surroundings, header: Header, keys: VaultKeys): Promise<Header> {
  const adopted: Header = { ...header, generation: header.generation + 1, main: null, text: null };
  await commit(around.database, [{ put: "header", key: "header", value: (await encodeHeader(adopted, keys.headerMac)).buffer }]);
  return adopted;
}

/** @throws VAULT_NONE, HEADER_DAMAGED, FORMAT_UNKNOWN */
export async function readHeader(around: Surroundings): Promise<Header> {
  const bytes = await readHeaderBytes(around);
  if (!bytes) throw new VaultError("VAULT_NONE", "no vault has been set up");
  return decodeHeader(bytes);
}

export async function createVault(around: Surroundings, makers: readonly SlotMaker[]): Promise<{ readonly header: Header; readonly keys: VaultKeys }> {
  const vaultId = randomBytes(16);
  const vaultKey = randomBytes(32);
  const epoch = 1;
  const slots = await Promise.all(makers.map((make) => make(vaultId, epoch, vaultKey)));
  const keys = await deriveVaultKeys(vaultKey, vaultId, epoch);
  const pair = await newKeyPair();
  const inboxPrivate = toBase64(await sealBox(keys.inboxWrap, pair.privateKey, inboxWrapData));
  wipe(pair.privateKey);
  const header: Header = { vaultId: toBase64(vaultId), epoch, generation: 1, slots, inboxPublic: toBase64(pair.publicKey), inboxPrivate, main: null, text: null };
  await commit(around.database, [{ put: "header", key: "header", value: (await encodeHeader(header, keys.headerMac)).buffer }]);
  return { header, keys };
}

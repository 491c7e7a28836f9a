// What follows from a folder's code. The code (160 random bits, as on the recovery sheet) is made for the folder and for
// nothing else: no passphrase, however weak, can be tried at what lies with a stranger's sync service.
import { type Bytes, concat, toHex, wipe } from "../../card/bytes.ts";
import { openBox, sealBox } from "../crypto/aead.ts";
import { ascii, deriveAes, deriveBytes, importSecret, labels } from "../crypto/derive.ts";
import { paddedJson } from "../crypto/paddedJson.ts";

export interface FolderKey {
  readonly id: Bytes;
  /** Name of the folder in the chosen folder. */
  readonly root: string;
  readonly key: CryptoKey;
}

const rootStart = "moqalaqe-";

export const isRoot = (name: string): boolean => /^moqalaqe-[0-9a-f]{16}$/.test(name);

/** @param secret 20 bytes; wiped. */
export async function folderKeyOf(secret: Bytes): Promise<FolderKey> {
  const base = await importSecret(secret);
  wipe(secret);
  const id = await deriveBytes(base, new Uint8Array(0), labels.folderId, 16);
  return { id, root: `${rootStart}${toHex(id.subarray(0, 8)).toLowerCase()}`, key: await deriveAes(base, id, labels.folderKey) };
}

type Kind = "head" | "batch" | "moved";

const dataOf = (what: Kind, id: Bytes): Bytes => concat(ascii(`mqv1/folder-${what}`), id);

/** Padded JSON, in a box. */
export async function sealJson({ id, key }: FolderKey, what: Kind, value: unknown): Promise<Bytes> {
  return sealBox(key, paddedJson(value), dataOf(what, id));
}

/** null: not ours, not whole, or changed by somebody. */
export async function openJson({ id, key }: FolderKey, what: Kind, sealed: Bytes): Promise<unknown> {
  const plaintext = await openBox(key, sealed, dataOf(what, id), "RECORD_DAMAGED").catch(() => null);
  if (!plaintext || plaintext.length < 4) return null;
  const length = new DataView(plaintext.buffer).getUint32(0);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plaintext.subarray(4, 4 + length)));
  } catch {
    return null;
  }
}

// A document's bytes: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM, with key commitment.
//
// [Note: why 60 KiB] Chrome keeps IndexedDB values under 64 KiB inside its LevelDB; larger ones become files of their own,
// which disk cleaners delete and which are slower (measured: 87 MB/s at 60 KiB, 38 at 64, 72 at 256).
//
// A stream has a random id and a random secret used for nothing else, so the nonce may count: chunk number (11 bytes, big
// endian) ‖ 1 for the last chunk, else 0. The id is additional data: a chunk is at home in one place of one stream.
// AES-GCM alone does not commit to its key (a ciphertext can be made that opens under two keys): 32 bytes derived from the
// secret are kept beside it and compared before anything is opened.
import { type Bytes, wipe } from "../../card/bytes.ts";
import { VaultError } from "../error.ts";
import { deriveAes, deriveBytes, importSecret, labels, randomBytes, sameBytes } from "./derive.ts";

/** Plaintext bytes of every chunk but the last. */
export const chunkSize = 61_440;
const tagSize = 16;

/** Chunks of a plaintext of `size` bytes: an empty one has one empty chunk, otherwise none is empty. */
export function chunkCount(size: number): number {
  return Math.max(1, Math.ceil(size / chunkSize));
}

/** Bytes of all its chunks together, as stored. */
export function sealedSize(size: number): number {
  return size + chunkCount(size) * tagSize;
}

export interface StreamKey {
  readonly id: Bytes;
  readonly key: CryptoKey;
}

export interface NewStream extends StreamKey {
  /** 32 bytes, to be wrapped and then wiped by the caller. */
  readonly secret: Bytes;
  readonly commitment: Bytes;
}

export async function newStream(id = randomBytes(16), secret = randomBytes(32)): Promise<NewStream> {
  const base = await importSecret(secret);
  return { id, secret, key: await deriveAes(base, id, labels.streamKey), commitment: await deriveBytes(base, id, labels.streamCommit) };
}

/** @param secret is wiped. @throws CHUNK_DAMAGED when the commitment is another secret's. */
export async function openStream(id: Bytes, secret: Bytes, commitment: Bytes): Promise<StreamKey> {
  const base = await importSecret(secret);
  wipe(secret);
  if (!sameBytes(await deriveBytes(base, id, labels.streamCommit), commitment)) throw new VaultError("CHUNK_DAMAGED", "the stream's commitment is for another key");
  return { id, key: await deriveAes(base, id, labels.streamKey) };
}

const parameters = (id: Bytes, chunk: number, last: boolean): AesGcmParams => {
  const iv = new Uint8Array(12);
  const view = new DataView(iv.buffer);
  view.setUint32(3, Math.floor(chunk / 0x1_0000_0000));
  view.setUint32(7, chunk >>> 0);
  view.setUint8(11, last ? 1 : 0);
  return { name: "AES-GCM", iv, additionalData: id };
};

export async function sealChunk({ id, key }: StreamKey, chunk: number, last: boolean, plaintext: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  if (plaintext.length > chunkSize || (!last && plaintext.length < chunkSize) || (last && chunk > 0 && plaintext.length === 0)) throw new VaultError("INTERNAL", "a chunk has the wrong size");
  return crypto.subtle.encrypt(parameters(id, chunk, last), key, plaintext);
}

/** @throws CHUNK_DAMAGED; an empty last chunk behind others is refused, too: each plaintext has one form. */
export async function openChunk({ id, key }: StreamKey, chunk: number, last: boolean, sealed: ArrayBuffer): Promise<ArrayBuffer> {
  let plaintext: ArrayBuffer;
  try {
    plaintext = await crypto.subtle.decrypt(parameters(id, chunk, last), key, sealed);
  } catch (error) {
    throw new VaultError("CHUNK_DAMAGED", "a chunk does not authenticate", error);
  }
  if (plaintext.byteLength > chunkSize || (!last && plaintext.byteLength < chunkSize) || (last && chunk > 0 && plaintext.byteLength === 0)) {
    throw new VaultError("CHUNK_DAMAGED", "a chunk has the wrong size");
  }
  return plaintext;
}

// A backup file: docs/vault-format.md, "Backup". "MQVB" ‖ 1 ‖ header length (4) ‖ header, then entries, then an end.
// An entry is "MQVE" ‖ stream id (16) ‖ chunk number (4) ‖ length (4) ‖ sealed chunk: as they are in the store, so writing
// needs no key. The marker lets a reader go on behind a damaged place.
import { type Bytes, concat } from "../../card/bytes.ts";
import { ascii, uint32 } from "../crypto/derive.ts";
import { chunkSize } from "../crypto/stream.ts";
import { VaultError } from "../error.ts";

export const backupMagic = ascii("MQVB");
const entryMarker = ascii("MQVE");
const endMarker = ascii("MQVZ");
const version = 1;
export const prefixLength = 9;
export const entryPrefix = 28;
const endLength = 8;
const mostSealed = chunkSize + 16;
const mostHeader = 1 << 20;

export function backupStart(header: Bytes): Bytes {
  return concat(backupMagic, Uint8Array.of(version), uint32(header.length), header);
}

export function backupEntry(stream: Bytes, chunk: number, sealed: ArrayBuffer): Bytes {
  return concat(entryMarker, stream, uint32(chunk), uint32(sealed.byteLength), new Uint8Array(sealed));
}

/** @param entries how many there are before it. */
export function backupEnd(entries: number): Bytes {
  return concat(endMarker, uint32(entries));
}

/** Bytes of a file with these streams, by their plaintext sizes' chunk counts and sealed sizes. */
export function backupSize(headerLength: number, chunks: number, sealedBytes: number): number {
  return prefixLength + headerLength + chunks * entryPrefix + sealedBytes + endLength;
}

const isAt = (bytes: Uint8Array, at: number, marker: Uint8Array): boolean => marker.every((byte, index) => bytes[at + index] === byte);

/** @throws BACKUP_NONE, FORMAT_UNKNOWN (a later version's), BACKUP_DAMAGED */
export async function readBackupHeader(file: Blob): Promise<{ readonly header: Bytes; readonly end: number }> {
  const prefix = new Uint8Array(await file.slice(0, prefixLength).arrayBuffer());
  if (prefix.length < prefixLength || !isAt(prefix, 0, backupMagic)) throw new VaultError("BACKUP_NONE", "not a backup of a vault");
  if (prefix[4] !== version) throw new VaultError("FORMAT_UNKNOWN", "a backup of a later version");
  const length = new DataView(prefix.buffer).getUint32(5);
  if (length > mostHeader || prefixLength + length > file.size) throw new VaultError("BACKUP_DAMAGED", "the backup's header is cut short");
  return { header: new Uint8Array(await file.slice(prefixLength, prefixLength + length).arrayBuffer()), end: prefixLength + length };
}

const window = 4 << 20;

type Place = readonly [offset: number, length: number];

/** Where every chunk lies: stream id as text → chunk number → offset of the sealed bytes and their length, of each copy. */
export type BackupMap = ReadonlyMap<string, ReadonlyMap<number, readonly Place[]>>;

/** Finds all entries; behind a damaged place it goes on at the next marker. */
export async function mapBackup(file: Blob, from: number, nameOf: (stream: Bytes) => string, onProgress: (done: number) => void): Promise<{ readonly map: BackupMap; readonly whole: boolean }> {
  const map = new Map<string, Map<number, Place[]>>();
  let [at, entries, whole, bytes, start] = [from, 0, true, new Uint8Array(0), from];
  const at0 = async (length: number): Promise<number | null> => {
    if (at + length > file.size) return null;
    if (at < start || at + length > start + bytes.length) {
      start = at;
      bytes = new Uint8Array(await file.slice(at, at + window).arrayBuffer());
      onProgress(at);
    }
    return at - start;
  };
  for (;;) {
    const here = await at0(endLength);
    if (here === null) return { map, whole: false };
    if (isAt(bytes, here, endMarker)) {
      const counted = new DataView(bytes.buffer).getUint32(here + 4);
      if (at + endLength === file.size) return { map, whole: whole && counted === entries };
    }
    const entry = await at0(entryPrefix);
    if (entry === null) return { map, whole: false };
    const length = new DataView(bytes.buffer).getUint32(entry + 24);
    if (!isAt(bytes, entry, entryMarker) || length > mostSealed || at + entryPrefix + length > file.size) {
      whole = false;
      at += 1;
      continue;
    }
    const stream = nameOf(bytes.slice(entry + 4, entry + 20));
    const chunks = map.get(stream) ?? new Map<number, Place[]>();
    map.set(stream, chunks);
    const number = new DataView(bytes.buffer).getUint32(entry + 20);
    const place: Place = [at + entryPrefix, length];
    const copies = chunks.get(number);
    if (copies) copies.push(place);
    else chunks.set(number, [place]);
    entries += 1;
    at += entryPrefix + length;
  }
}

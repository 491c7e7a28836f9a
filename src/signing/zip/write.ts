// A ZIP of stored entries, put together by reference.
// [Note: why not a ZIP library] ASiC wants what ZIP libraries don't give together: `mimetype` first, stored, without extra
// field; sizes in the local header (readers that stream refuse stored entries with a data descriptor); and files of any
// size that never pass through memory. A Blob of header, file, header, file … is all of it: the browser copies the files.
import { concat } from "../../card/bytes.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";
import { centralHeaderSize, endSize, flag, largest, localHeaderSize, mostEntries, signature } from "./format.ts";

export interface StoredEntry {
  readonly name: string;
  readonly data: Blob | Bytes;
  readonly size: number;
  readonly crc: number;
}

const version = 20;
/** "Made on Unix": Info-ZIP takes UTF-8 names from anybody else for a DOS code page, flag or no flag. */
const madeBy = 0x0300 | version;
/** A regular file, rw-r--r--. */
const attributes = 0o100644 * 0x10000;
const encoder = new TextEncoder();

/**
 * @param at written into every entry, in UTC: the format knows no time zone
 * @throws SigningError FILE_TOO_LARGE: 4 GB or more, or 65,535 entries
 */
export function writeZip(entries: readonly StoredEntry[], at: Date): readonly (Blob | Bytes)[] {
  const parts: (Blob | Bytes)[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = encoder.encode(entry.name);
    const common = fields(entry, name, at);
    const local = concat(u32(signature.local), common, u16(0), name);
    directory.push(concat(u32(signature.central), u16(madeBy), common, u16(0), u16(0), u16(0), u16(0), u32(attributes), u32(offset), name));
    parts.push(local, entry.data);
    offset += local.length + entry.size;
    if (offset > largest) throw new SigningError("FILE_TOO_LARGE", "a container of four gigabytes or more");
  }
  if (entries.length > mostEntries) throw new SigningError("FILE_TOO_LARGE", "too many files for one container");
  const central = concat(...directory);
  const end = concat(u32(signature.end), u16(0), u16(0), u16(entries.length), u16(entries.length), u32(central.length), u32(offset), u16(0));
  if (offset + central.length > largest) throw new SigningError("FILE_TOO_LARGE", "a container of four gigabytes or more");
  return [...parts, central, end];
}

/** How long the container will be, before anything is written. */
export function zipSize(entries: readonly { readonly name: string; readonly size: number }[]): number {
  return entries.reduce((sum, { name, size }) => sum + size + localHeaderSize + centralHeaderSize + 2 * encoder.encode(name).length, endSize);
}

/** Version needed to extra field length: the same in both headers. */
function fields({ size, crc, name }: StoredEntry, nameBytes: Bytes, at: Date): Bytes {
  const plain = /^[\x20-\x7e]*$/.test(name);
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return concat(u16(version), u16(plain ? 0 : flag.utf8), u16(0), u16(time), u16(date), u32(crc), u32(size), u32(size), u16(nameBytes.length));
}

function u16(value: number): Bytes {
  return Uint8Array.of(value & 0xff, (value >> 8) & 0xff);
}

function u32(value: number): Bytes {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}

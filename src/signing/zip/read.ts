// Reading a ZIP that somebody else made and that may lie: what the directory says and what lies there must be the same,
// byte for byte, with nothing between and nothing behind. Two readers of the same container must see the same files.
import { chunksOf } from "../../codec/chunksOf.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";
import { centralHeaderSize, endSize, flag, localHeaderSize, method, signature } from "./format.ts";

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins; entries come in this order. */
  readonly offset: number;
  readonly stored: boolean;
  readonly extraLength: number;
  /** The content, piece by piece, unpacked. */
  stream(): AsyncIterable<Uint8Array>;
}

const directoryLimit = 16 * 1024 * 1024;

function broken(fact: string): never {
  throw new SigningError("MALFORMED", `zip: ${fact}`);
}

async function bytesOf(blob: Blob, from: number, to: number): Promise<DataView> {
  if (from < 0 || to > blob.size || from > to) broken("a part lies outside the file");
  try {
    return new DataView(await blob.slice(from, to).arrayBuffer());
  } catch (error) {
    throw new SigningError("FILE_UNREADABLE", "the file could not be read to its end", error);
  }
}

/**
 * The entries in the order of their data.
 * @throws SigningError MALFORMED; UNSUPPORTED: encryption, the 64-bit form, other packing than deflate
 */
export async function readZip(blob: Blob): Promise<readonly ZipEntry[]> {
  const end = await bytesOf(blob, Math.max(0, blob.size - endSize), blob.size);
  if (end.byteLength < endSize || end.getUint32(0, true) !== signature.end || end.getUint16(20, true) !== 0) broken("no end of directory at its end");
  const [count, size, start] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (count === 0xffff || start === 0xffff_ffff) throw new SigningError("UNSUPPORTED", "zip: the 64-bit form");
  if (end.getUint16(4, true) !== 0 || end.getUint16(6, true) !== 0 || end.getUint16(8, true) !== count) broken("several disks");
  if (start + size !== blob.size - endSize) broken("something between the directory and its end");
  if (size > directoryLimit) throw new SigningError("UNSUPPORTED", "zip: a very long directory");
  const entries = readDirectory(blob, await bytesOf(blob, start, start + size), count);
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  let at = 0;
  for (const entry of sorted) {
    if (entry.offset !== at) broken("a gap or an overlap between entries");
    at = await entry.locate();
  }
  if (at !== start) broken("something between the last entry and the directory");
  if (new Set(sorted.map(({ name }) => name.normalize("NFC"))).size !== sorted.length) broken("a name twice");
  return sorted;
}

function readDirectory(blob: Blob, view: DataView, count: number): readonly Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + centralHeaderSize > view.byteLength || view.getUint32(at, true) !== signature.central) broken("a directory cut short");
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const next = at + centralHeaderSize + nameLength + extraLength + commentLength;
    if (next > view.byteLength) broken("a directory cut short");
    entries.push(new Entry(blob, new DataView(view.buffer, view.byteOffset + at, next - at)));
    at = next;
  }
  if (at !== view.byteLength) broken("more in the directory than it says");
  return entries;
}

class Entry implements ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
  readonly stored: boolean;
  readonly extraLength: number;
  readonly #blob: Blob;
  readonly #packed: number;
  readonly #flags: number;
  readonly #method: number;
  #data = 0;

  constructor(blob: Blob, header: DataView) {
    this.#blob = blob;
    this.#flags = header.getUint16(8, true);
    this.#method = header.getUint16(10, true);
    this.crc = header.getUint32(16, true);
    this.#packed = header.getUint32(20, true);
    this.size = header.getUint32(24, true);
    this.extraLength = header.getUint16(30, true);
    this.offset = header.getUint32(42, true);
    this.name = nameOf(header, centralHeaderSize, header.getUint16(28, true));
    this.stored = this.#method === method.stored;
    if (this.#flags & (flag.encrypted | flag.strong)) throw new SigningError("UNSUPPORTED", "zip: encryption");
    if (!this.stored && this.#method !== method.deflated) throw new SigningError("UNSUPPORTED", "zip: an unknown packing");
    if (this.size === 0xffff_ffff || this.#packed === 0xffff_ffff) throw new SigningError("UNSUPPORTED", "zip: the 64-bit form");
    if (this.stored && this.size !== this.#packed) broken("a stored entry of two sizes");
  }

  /** Compares the local header with the directory. @returns where the next entry must begin */
  async locate(): Promise<number> {
    const head = await bytesOf(this.#blob, this.offset, this.offset + localHeaderSize);
    if (head.getUint32(0, true) !== signature.local) broken("no entry where the directory says");
    const [nameLength, extraLength] = [head.getUint16(26, true), head.getUint16(28, true)];
    this.#data = this.offset + localHeaderSize + nameLength + extraLength;
    const name = nameOf(await bytesOf(this.#blob, this.offset + localHeaderSize, this.#data), 0, nameLength);
    const same = name === this.name && head.getUint16(6, true) === this.#flags && head.getUint16(8, true) === this.#method;
    if (!same) broken("an entry that its directory describes otherwise");
    const end = this.#data + this.#packed;
    const local = [head.getUint32(14, true), head.getUint32(18, true), head.getUint32(22, true)];
    if (!(this.#flags & flag.descriptor)) {
      if (local[0] !== this.crc || local[1] !== this.#packed || local[2] !== this.size) broken("an entry that its directory describes otherwise");
      return end;
    }
    const tail = await bytesOf(this.#blob, end, Math.min(end + 16, this.#blob.size));
    const from = tail.byteLength >= 16 && tail.getUint32(0, true) === signature.descriptor ? 4 : 0;
    if (tail.byteLength < from + 12 || tail.getUint32(from, true) !== this.crc || tail.getUint32(from + 4, true) !== this.#packed || tail.getUint32(from + 8, true) !== this.size) broken("a data descriptor that its directory contradicts");
    return end + from + 12;
  }

  async *stream(): AsyncGenerator<Uint8Array> {
    const packed = this.#blob.slice(this.#data, this.#data + this.#packed);
    const source = packed.stream();
    const unpacked = this.stored ? source : source.pipeThrough(new DecompressionStream("deflate-raw"));
    let size = 0;
    try {
      for await (const value of chunksOf(unpacked, source)) {
        size += value.length;
        if (size > this.size) broken("an entry longer than it says");
        yield value;
      }
    } catch (error) {
      if (error instanceof SigningError) throw error;
      throw new SigningError("MALFORMED", "zip: an entry that can't be unpacked", error);
    }
    if (size !== this.size) broken("an entry shorter than it says");
  }
}

/** UTF-8 whether flagged or not: names that are not are refused, so that no two readers see two names. */
function nameOf(view: DataView, offset: number, length: number): string {
  try {
    const name = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(view.buffer, view.byteOffset + offset, length));
    if (name === "" || name.includes("\0")) broken("an unusable name");
    return name;
  } catch (error) {
    if (error instanceof SigningError) throw error;
    throw new SigningError("UNSUPPORTED", "zip: a name that is not UTF-8", error);
  }
}

/** The whole content of a small entry. @throws SigningError UNSUPPORTED: longer than `most` */
export async function readEntry(entry: ZipEntry, most: number): Promise<Bytes> {
  if (entry.size > most) throw new SigningError("UNSUPPORTED", "zip: an entry longer than it may be");
  const out = new Uint8Array(entry.size);
  let at = 0;
  for await (const part of entry.stream()) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

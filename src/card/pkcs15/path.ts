// Paths (PKCS#15 v1.1 §6.1.5, ISO 7816-15 §8.4): `30 { 04 path, 02 index, 80 length }`.
import { type Bytes, concat, fromHex } from "../bytes.ts";
import { CardError } from "../error.ts";
import { integer, Tag } from "../iso7816/der.ts";
import { find, readAll } from "../iso7816/tlv.ts";

export interface Path {
  /** File identifiers, two bytes each: absolute when they begin with 3F00, else relative to the application's DF. */
  readonly file: Bytes;
  readonly offset: number;
  readonly length: number | null;
}

/** @param value content of the Path sequence. @throws CardError CARD_MALFORMED */
export function readPath(value: Uint8Array): Path {
  const parts = readAll(value);
  const file = find(parts, Tag.octetString)?.value;
  if (!file || file.length === 0 || file.length % 2 !== 0 || file.length > 16) {
    throw new CardError("CARD_MALFORMED", "a path that is none");
  }
  const index = find(parts, Tag.integer);
  const length = find(parts, 0x80);
  return {
    file: file.slice(),
    offset: index ? integer(index.value) : 0,
    length: length ? integer(length.value) : null,
  };
}

/** The path of a file of the application, by its identifier. */
export function fileOf(fid: number): Path {
  return { file: Uint8Array.of(fid >> 8, fid & 0xff), offset: 0, length: null };
}

export function isAbsolute({ file }: Path): boolean {
  return file[0] === 0x3f && file[1] === 0x00;
}

/** File identifiers from the MF on, without 3F00. `application` likewise, for relative paths. */
export function fromMasterFile(path: Path, application: Uint8Array): Bytes {
  return isAbsolute(path) ? path.file.slice(2) : concat(application, path.file);
}

/** 5015 under the MF: where PKCS#15 is when nothing says otherwise (§5.5.1). */
export const defaultApplicationPath = fromHex("5015");

// EF.DIR, EF.ODF and EF.TokenInfo: where things are and which card this is. PKCS#15 v1.1 §5.5, §6.2, §6.9.
import { type Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import { integer, Tag, text } from "../iso7816/der.ts";
import { child, find, readAll, readFile, readTlv } from "../iso7816/tlv.ts";
import { type Path, readPath } from "./path.ts";

export interface Application {
  readonly aid: Bytes;
  /** From the MF on, without 3F00; null when EF.DIR gives none. */
  readonly path: Bytes | null;
}

/** Entries of EF.DIR (`61 { 4F aid, 50 label, 51 path }`), transparent or records put end to end. */
export function readDir(file: Uint8Array): readonly Application[] {
  return readFile(file).flatMap((entry) => {
    if (entry.tag !== 0x61) return [];
    const parts = readAll(entry.value);
    const aid = find(parts, 0x4f)?.value.slice();
    const path = find(parts, 0x51)?.value;
    const absolute = path && path[0] === 0x3f && path[1] === 0x00 ? path.slice(2) : path?.slice();
    return aid ? [{ aid, path: absolute ?? null }] : [];
  });
}

/** The files the ODF names; each kind may have several. */
export interface ObjectDirectory {
  readonly privateKeys: readonly Path[];
  readonly certificates: readonly Path[];
  readonly pins: readonly Path[];
}

/** @throws CardError CARD_MALFORMED; CARD_UNKNOWN when it names no PINs, keys or certificates at all. */
export function readObjectDirectory(file: Uint8Array): ObjectDirectory {
  const paths = (tags: readonly number[]): readonly Path[] =>
    readFile(file)
      .filter((entry) => tags.includes(entry.tag))
      .flatMap((entry) => {
        const path = child(entry.value, Tag.sequence);
        return path ? [readPath(path.value)] : [];
      });
  // A0 private keys, A4 certificates (A5 trusted and A6 useful ones are not the holder's), A8 authentication objects.
  const directory = { privateKeys: paths([0xa0]), certificates: paths([0xa4]), pins: paths([0xa8]) };
  if (Object.values(directory).some((kind) => kind.length === 0)) {
    throw new CardError("CARD_UNKNOWN", "no keys, certificates or PINs on the card");
  }
  return directory;
}

export interface AlgorithmInfo {
  readonly reference: number;
  /** What MSE SET wants in data object 80; null when the card does not say. */
  readonly cardReference: number | null;
}

export interface TokenInfo {
  /** Text or binary: an identifier and nothing more; null when the card has none. */
  readonly serialNumber: Bytes | null;
  readonly label: string;
  readonly algorithms: readonly AlgorithmInfo[];
}

/** @throws CardError CARD_MALFORMED */
export function readTokenInfo(file: Uint8Array): TokenInfo {
  const outer = readTlv(file);
  if (outer.tag !== Tag.sequence) throw new CardError("CARD_MALFORMED", "TokenInfo is not a sequence");
  const parts = readAll(outer.value);
  const serial = find(parts, Tag.octetString);
  const label = find(parts, 0x80);
  const algorithms = find(parts, 0xa2);
  return {
    serialNumber: serial && serial.value.length > 0 ? serial.value.slice() : null,
    label: label ? text(Tag.utf8, label.value) : "",
    algorithms: algorithms ? readAll(algorithms.value).map((entry) => readAlgorithm(entry.value)) : [],
  };
}

/** AlgorithmInfo: reference, mechanism, parameters, operations, [objId], [algRef]. */
function readAlgorithm(value: Uint8Array): AlgorithmInfo {
  const parts = readAll(value);
  const numbers = parts.filter((part) => part.tag === Tag.integer).map((part) => integer(part.value));
  return { reference: numbers[0] ?? 0, cardReference: numbers[2] ?? null };
}

// What the object directory files say: PINs (AODF), certificates (CDF), private keys (PrKDF).
// PKCS#15 v1.1 §6.3 to §6.8. An entry that can't be understood is left out: a card may hold objects of other kinds.
import { type Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import { bits, integer, Tag, text } from "../iso7816/der.ts";
import { find, readAll, readFile, readTlv, type Tlv } from "../iso7816/tlv.ts";
import { type Path, readPath } from "./path.ts";

interface Common {
  readonly label: string;
  /** The PIN that guards the object: its `id` in the AODF. */
  readonly authId: Bytes | null;
  readonly userConsent: boolean;
}

/** Bit numbers of pinFlags (§6.8.2). */
export const PinFlag = { local: 1, unblockDisabled: 3, initialized: 4, needsPadding: 5, unblockingPin: 6, soPin: 7 } as const;

export interface PinObject extends Common {
  readonly id: Bytes;
  readonly flags: ReadonlySet<number>;
  /** 0 bcd, 1 ascii-numeric, 2 utf8, 3 half-nibble-bcd, 4 iso9564-1. */
  readonly type: number;
  readonly minLength: number;
  readonly storedLength: number;
  readonly maxLength: number | null;
  readonly reference: number;
  readonly padChar: number | null;
  readonly path: Path | null;
}

export interface CertificateObject extends Common {
  readonly id: Bytes;
  readonly authority: boolean;
  readonly path: Path;
}

/** Bit numbers of key usage (§6.3.3). */
const usageSign = 2;
const usageNonRepudiation = 9;

export interface PrivateKeyObject extends Common {
  readonly id: Bytes;
  readonly kind: "RSA" | "EC";
  readonly use: "authentication" | "signing" | "other";
  readonly keyReference: number | null;
  /** References into TokenInfo's supportedAlgorithms. */
  readonly algorithmReferences: readonly number[];
  readonly path: Path | null;
}

function common(entry: Tlv): { readonly common: Common; readonly parts: readonly Tlv[] } {
  const parts = readAll(entry.value);
  const attributes = parts[0];
  if (attributes?.tag !== Tag.sequence) throw new CardError("CARD_MALFORMED", "an object without its common attributes");
  const fields = readAll(attributes.value);
  const label = find(fields, Tag.utf8);
  const consent = find(fields, Tag.integer);
  return {
    common: {
      label: label ? text(label.tag, label.value) : "",
      authId: find(fields, Tag.octetString)?.value.slice() ?? null,
      userConsent: consent !== undefined && integer(consent.value) > 0,
    },
    parts: parts.slice(1),
  };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new CardError("CARD_MALFORMED", `an object without its ${what}`);
  return value;
}

/** The content of `[1] { SEQUENCE … }`, the type attributes of every object. */
function typeAttributes(parts: readonly Tlv[]): readonly Tlv[] {
  return readAll(readTlv(required(find(parts, 0xa1), "type attributes").value).value);
}

function entries<T>(file: Uint8Array, read: (entry: Tlv) => T): readonly T[] {
  const found: T[] = [];
  for (const entry of readFile(file)) {
    try {
      found.push(read(entry));
    } catch (error) {
      if (!(error instanceof CardError)) throw error;
    }
  }
  return found;
}

/** @throws CardError CARD_MALFORMED when the file's own structure is broken */
export function readPins(file: Uint8Array): readonly PinObject[] {
  return entries(file, (entry) => {
    if (entry.tag !== Tag.sequence) throw new CardError("CARD_MALFORMED", "not a PIN");
    const { common: own, parts } = common(entry);
    const id = find(readAll(required(find(parts, Tag.sequence), "identifier").value), Tag.octetString);
    const fields = typeAttributes(parts);
    const lengths = fields.filter((field) => field.tag === Tag.integer).map((field) => integer(field.value));
    const reference = find(fields, 0x80);
    const pad = find(fields, Tag.octetString);
    const path = find(fields, Tag.sequence);
    return {
      ...own,
      id: required(id, "identifier").value.slice(),
      flags: bits(required(find(fields, Tag.bitString), "flags").value),
      type: integer(required(find(fields, Tag.enumerated), "type").value),
      minLength: required(lengths[0], "minimum length"),
      storedLength: lengths[1] ?? 0,
      maxLength: lengths[2] ?? null,
      reference: reference ? integer(reference.value) & 0xff : 0,
      padChar: pad?.value[0] ?? null,
      path: path ? readPath(path.value) : null,
    };
  });
}

/** @throws CardError CARD_MALFORMED when the file's own structure is broken */
export function readCertificates(file: Uint8Array): readonly CertificateObject[] {
  return entries(file, (entry) => {
    if (entry.tag !== Tag.sequence) throw new CardError("CARD_MALFORMED", "not an X.509 certificate");
    const { common: own, parts } = common(entry);
    const attributes = readAll(required(find(parts, Tag.sequence), "identifier").value);
    const path = required(find(typeAttributes(parts), Tag.sequence), "path");
    return {
      ...own,
      id: required(find(attributes, Tag.octetString), "identifier").value.slice(),
      authority: (find(attributes, Tag.boolean)?.value[0] ?? 0) !== 0,
      path: readPath(path.value),
    };
  });
}

/** @throws CardError CARD_MALFORMED when the file's own structure is broken */
export function readPrivateKeys(file: Uint8Array): readonly PrivateKeyObject[] {
  return entries(file, (entry) => {
    if (entry.tag !== Tag.sequence && entry.tag !== 0xa0) throw new CardError("CARD_MALFORMED", "not an RSA or EC key");
    const { common: own, parts } = common(entry);
    const attributes = readAll(required(find(parts, Tag.sequence), "identifier").value);
    const usage = bits(required(find(attributes, Tag.bitString), "usage").value);
    const reference = find(attributes, Tag.integer);
    const algorithms = find(attributes, 0xa1);
    const path = find(typeAttributes(parts), Tag.sequence);
    const signing = usage.has(usageNonRepudiation) || own.userConsent;
    return {
      ...own,
      id: required(find(attributes, Tag.octetString), "identifier").value.slice(),
      kind: entry.tag === 0xa0 ? "EC" : "RSA",
      use: signing ? "signing" : usage.has(usageSign) ? "authentication" : "other",
      keyReference: reference ? integer(reference.value) & 0xff : null,
      algorithmReferences: algorithms ? readAll(algorithms.value).map((one) => integer(one.value)) : [],
      path: path ? readPath(path.value) : null,
    };
  });
}

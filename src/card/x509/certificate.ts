// As much of X.509 (RFC 5280) as a login needs: who, from when till when, which key, what for.
import type { Bytes } from "../bytes.ts";
import { toHex } from "../bytes.ts";
import { CardError } from "../error.ts";
import { bits, oid, Tag, text, time } from "../iso7816/der.ts";
import { readAll, readTlv, type Tlv } from "../iso7816/tlv.ts";
import { type Name, readName } from "./name.ts";
import { type PublicKeyInfo, readPublicKey } from "./publicKey.ts";

export interface Certificate {
  readonly der: Bytes;
  readonly subject: Name;
  readonly issuer: Name;
  /** The names as encoded: what a chain is built by (RFC 5280 §6.1). */
  readonly subjectDer: Bytes;
  readonly issuerDer: Bytes;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: PublicKeyInfo;
  /** Named bits of KeyUsage; null when the extension is absent. */
  readonly keyUsage: ReadonlySet<number> | null;
  /** Object identifiers; null when the extension is absent. */
  readonly extendedKeyUsage: readonly string[] | null;
  /** `YYYYMMDD` from SubjectDirectoryAttributes (RFC 3739 §3.2.2); null when the certificate does not say. */
  readonly birthDate: string | null;
}

const KEY_USAGE = "2.5.29.15";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const SUBJECT_DIRECTORY_ATTRIBUTES = "2.5.29.9";
const DATE_OF_BIRTH = "1.3.6.1.5.5.7.9.1";

function malformed(fact: string): never {
  throw new CardError("CARD_MALFORMED", `certificate: ${fact}`);
}

/** @throws CardError CARD_MALFORMED; bytes behind the certificate (a padded file) are cut off. */
export function parseCertificate(bytes: Uint8Array): Certificate {
  const outer = readTlv(bytes);
  if (outer.tag !== Tag.sequence) malformed("not a sequence");
  const tbs = readTlv(outer.value);
  const fields = [...readAll(tbs.value)];
  if (fields[0]?.tag === 0xa0) fields.shift();
  const [serial, , issuer, validity, subject, spki, ...rest] = fields;
  if (!serial || !issuer || !validity || !subject || !spki) malformed("fields are missing");
  const [notBefore, notAfter] = readAll(validity.value);
  if (!notBefore || !notAfter) malformed("validity is missing");
  const extensions = readExtensions(rest.find((field) => field.tag === 0xa3));
  const usage = extensions.get(KEY_USAGE);
  const extended = extensions.get(EXTENDED_KEY_USAGE);
  return {
    der: outer.raw.slice(),
    subject: readName(subject.value),
    issuer: readName(issuer.value),
    subjectDer: subject.raw.slice(),
    issuerDer: issuer.raw.slice(),
    serialNumber: toHex(serial.value),
    notBefore: time(notBefore.tag, notBefore.value),
    notAfter: time(notAfter.tag, notAfter.value),
    publicKey: readPublicKey(spki),
    keyUsage: usage ? bits(readTlv(usage).value) : null,
    extendedKeyUsage: extended ? readAll(readTlv(extended).value).map((purpose) => oid(purpose.value)) : null,
    birthDate: readBirthDate(extensions.get(SUBJECT_DIRECTORY_ATTRIBUTES)),
  };
}

/** A help for choosing a PIN, no more: what can't be understood is not there. */
function readBirthDate(attributes: Uint8Array | undefined): string | null {
  if (!attributes) return null;
  try {
    for (const attribute of readAll(readTlv(attributes).value)) {
      const [type, values] = readAll(attribute.value);
      if (!type || !values || oid(type.value) !== DATE_OF_BIRTH) continue;
      const digits = text(Tag.ia5, readTlv(values.value).value);
      return /^\d{14}Z$/.test(digits) ? digits.slice(0, 8) : null;
    }
  } catch (error) {
    if (!(error instanceof CardError)) throw error;
  }
  return null;
}

/** extnID → extnValue's content. */
function readExtensions(field: Tlv | undefined): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  if (!field) return found;
  for (const extension of readAll(readTlv(field.value).value)) {
    const parts = readAll(extension.value);
    const id = parts[0];
    const value = parts.at(-1);
    if (id?.tag === Tag.oid && value?.tag === Tag.octetString) found.set(oid(id.value), value.value);
  }
  return found;
}


// What login needs of a PKCS#15 card, found once and kept: which key, which certificate, which PIN.
import { type Bytes, equal } from "../bytes.ts";
import { CardError } from "../error.ts";
import {
  type CertificateObject,
  PinFlag,
  type PinObject,
  type PrivateKeyObject,
  readCertificates,
  readPins,
  readPrivateKeys,
} from "../pkcs15/objects.ts";

/** The three object directory files as read. */
export interface DirectoryFiles {
  readonly pins: Bytes;
  readonly certificates: Bytes;
  readonly privateKeys: Bytes;
}

export interface Layout {
  readonly key: PrivateKeyObject;
  readonly certificate: CertificateObject;
  readonly loginPin: PinObject;
  readonly signingKey: PrivateKeyObject | null;
  readonly signingCertificate: CertificateObject | null;
  readonly signingPin: PinObject | null;
  /** Unblocks the login PIN. */
  readonly puk: PinObject | null;
  readonly authorities: readonly CertificateObject[];
}

/** @throws CardError CERTIFICATE_MISSING, CARD_UNKNOWN, CARD_MALFORMED */
export function findLayout(files: DirectoryFiles): Layout {
  const pins = readPins(files.pins);
  const certificates = readCertificates(files.certificates);
  const keys = readPrivateKeys(files.privateKeys);
  const certificateOf = (key: PrivateKeyObject | null): CertificateObject | null =>
    (key && certificates.find((one) => !one.authority && equal(one.id, key.id))) ?? null;
  const pinOf = (key: { authId: Bytes | null } | null): PinObject | null => {
    const id = key?.authId;
    return (id && pins.find((pin) => equal(pin.id, id))) ?? null;
  };

  const usable = keys.filter((key) => key.use === "authentication");
  const key = usable.find((candidate) => certificateOf(candidate) && pinOf(candidate));
  if (!key) {
    throw usable.length > 0
      ? new CardError("CERTIFICATE_MISSING", "the login key has no certificate or no PIN")
      : new CardError("CARD_UNKNOWN", "no login key on the card");
  }
  const certificate = certificateOf(key);
  const loginPin = pinOf(key);
  if (!certificate || !loginPin) throw new CardError("CERTIFICATE_MISSING", "the login key has no certificate or no PIN");
  const signingKey = keys.find((candidate) => candidate.use === "signing" && certificateOf(candidate)) ?? null;
  const puk = pinOf(loginPin) ?? pins.find((pin) => pin.flags.has(PinFlag.unblockingPin)) ?? null;
  return {
    key,
    certificate,
    loginPin,
    signingKey,
    signingCertificate: certificateOf(signingKey),
    signingPin: pinOf(signingKey),
    puk,
    authorities: certificates.filter((one) => one.authority),
  };
}

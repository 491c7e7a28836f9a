// The PKCS#15 file tree (PKCS#15 v1.1 / ISO 7816-15) of the Georgian-labelled sample card, as its public reader
// LibreMiddleware describes it: AIDs, file identifiers, labels and PIN references are that card's.
import type { Behaviour } from "./behaviour.ts";
import { type Bytes, ascii, fromBase64, hex, join, uint } from "./bytes.ts";
import { boolean, integer, integerContent, namedBits, octets, sequence, tlv, utf8 } from "./der.ts";
import { type CardFile, type DedicatedFile, type ElementaryFile, ef } from "./fileSystem.ts";
import type { CardImage, CardKey } from "./image.ts";

export const PKCS15_AID = hex("A000000063504B43532D3135");
export const SIGNATURE_AID = hex("A00000006353534344");
export const SIGNATURE_DF = 0x0df5;

export const LOGIN_PIN = 0x86;
export const SIGNING_PIN = 0x92;
export const PUK = 0x93;
export const CAN = 0x02;

const AUTH_ID = { can: "02", login: "06", signing: "22", puk: "03" } as const;
const OBJECT_ID = { authentication: "45", signing: "46", signingCa: "47", authenticationCa: "48" } as const;

export const KEY_FILE = { authentication: 0x440d, signing: 0x0116 } as const;
/** keyReference in PrKDF; null = the sample's RSA layout, where only the path names the key. */
export function keyReferences(image: CardImage): { authentication: number | null; signing: number | null } {
  if (image.profile === "georgia1") return { authentication: 0x01, signing: 0x02 };
  if (image.profile === "georgia2ec") return { authentication: 0x47, signing: 0x48 };
  return { authentication: null, signing: null };
}

function path(file: string): Bytes {
  return sequence(octets(hex(file)));
}

function objectAttributes(label: string, flags: readonly number[], authId?: string, consent?: number): Bytes {
  const auth = authId === undefined ? new Uint8Array(0) : octets(hex(authId));
  const userConsent = consent === undefined ? new Uint8Array(0) : integer(consent);
  return sequence(utf8(label), namedBits(...flags), auth, userConsent);
}

function certificate(label: string, id: string, file: string, authority: boolean): Bytes {
  const attributes = authority ? sequence(octets(hex(id)), boolean(true)) : sequence(octets(hex(id)));
  return sequence(objectAttributes(label, []), attributes, tlv("A1", sequence(path(file))));
}

interface KeyEntry {
  readonly label: string;
  readonly id: string;
  readonly authId: string;
  readonly file: string;
  readonly df: string;
  readonly usage: readonly number[];
  readonly consent: number | undefined;
  readonly reference: number | null;
}

function privateKey(key: CardKey, entry: KeyEntry): Bytes {
  const common = sequence(
    octets(hex(entry.id)),
    namedBits(...entry.usage),
    boolean(true),
    // sensitive, alwaysSensitive, neverExtractable, local (generated on the card)
    namedBits(0, 2, 3, 4),
    entry.reference === null ? new Uint8Array(0) : integer(entry.reference),
  );
  const attributes = objectAttributes(entry.label, [0], entry.authId, entry.consent);
  const isRsa = key.type === "rsa";
  const type = tlv("A1", sequence(path(isRsa ? entry.file : entry.df), integer(key.bits)));
  return tlv(isRsa ? "30" : "A0", attributes, common, type);
}

interface PinEntry {
  readonly label: string;
  readonly id: string;
  readonly unblockedBy: string | undefined;
  readonly reference: number;
  readonly flags: readonly number[];
  readonly lengths: readonly [min: number, stored: number, max: number];
  readonly path: string | null;
}

function pinObject(entry: PinEntry): Bytes {
  const attributes = sequence(
    namedBits(...entry.flags),
    tlv("0A", uint(1, 1)),
    ...entry.lengths.map(integer),
    tlv("80", integerContent(entry.reference)),
    entry.flags.includes(5) ? octets(hex("FF")) : new Uint8Array(0),
    entry.path === null ? new Uint8Array(0) : path(entry.path),
  );
  return sequence(
    objectAttributes(entry.label, [0], entry.unblockedBy),
    sequence(octets(hex(entry.id))),
    tlv("A1", attributes),
  );
}

/** PIN flags, bit numbers of PKCS#15 §6.8.2. */
const FLAG = { caseSensitive: 0, local: 1, unblockDisabled: 3, initialized: 4, padding: 5, unblocking: 6, soPin: 7 };

function pins(image: CardImage, behaviour: Behaviour, signingInitialized: boolean): Bytes {
  const pad = behaviour.pinPadding ? [FLAG.padding] : [];
  const lengths = (digits: number): readonly [number, number, number] => [
    digits,
    behaviour.pinPadding ? 8 : digits,
    behaviour.pinPadding ? 8 : digits,
  ];
  // The sample card's PUK says soPin and not unblockingPin; a host must not rely on the latter.
  const puk = image.profile === "sample6" ? [FLAG.caseSensitive, FLAG.soPin] : [FLAG.unblocking];
  const state = signingInitialized ? [FLAG.initialized] : [];
  return join(
    pinObject({
      label: "CAN",
      id: AUTH_ID.can,
      unblockedBy: undefined,
      reference: CAN,
      flags: [FLAG.unblockDisabled, FLAG.initialized],
      lengths: [4, 12, 12],
      path: null,
    }),
    pinObject({
      label: "User PIN",
      id: AUTH_ID.login,
      unblockedBy: AUTH_ID.puk,
      reference: 0x86,
      flags: [FLAG.initialized, ...pad],
      lengths: lengths(image.pins.login.value.length),
      path: "3F00",
    }),
    pinObject({
      label: "Signature PIN",
      id: AUTH_ID.signing,
      unblockedBy: AUTH_ID.puk,
      reference: 0x92,
      flags: [FLAG.local, ...state, ...pad],
      lengths: lengths(6),
      path: "3F000DF5",
    }),
    pinObject({
      label: "Global PUK",
      id: AUTH_ID.puk,
      unblockedBy: undefined,
      reference: 0x93,
      flags: [...puk, FLAG.unblockDisabled, FLAG.initialized],
      lengths: [8, 8, 8],
      path: null,
    }),
  );
}

function tokenInfo(image: CardImage, behaviour: Behaviour): Bytes {
  // PKCS#11 mechanism numbers 1 = CKM_RSA_PKCS, 1041h = CKM_ECDSA; operation bit 2 = computeSignature.
  const mechanism = image.keys.authentication.type === "rsa" ? 1 : 0x1041;
  const algorithms = behaviour.algorithms
    .filter((reference) => reference.length === 2)
    .map((reference, i) =>
      sequence(integer(i + 1), integer(mechanism), tlv("05"), namedBits(1), integer(Number.parseInt(reference, 16))),
    );
  return sequence(
    integer(0),
    octets(hex(image.serialHex)),
    utf8("cv cryptovision gmbh (c) v1.1j"),
    tlv("80", ascii(image.label)),
    hex("03020470"),
    behaviour.tokenAlgorithms ? tlv("A2", ...algorithms) : new Uint8Array(0),
  );
}

function keyFile(fid: number): ElementaryFile {
  return { ...ef(fid, new Uint8Array(0)), internal: true };
}

function directory(behaviour: Behaviour): readonly CardFile[] {
  const entry = (aid: Bytes, label: string, file: string): Bytes =>
    tlv("61", tlv("4F", aid), tlv("50", ascii(label)), tlv("51", hex(file)));
  const records = [entry(PKCS15_AID, "PKCS#15", "3F005015"), entry(SIGNATURE_AID, "SSCD", "3F000DF5")];
  if (behaviour.dir === null) return [];
  const file = ef(0x2f00, join(...records), 0x1e);
  return [behaviour.dir === "records" ? { ...file, records } : file];
}

/** The whole tree; `signingInitialized` is asked at each read of the AODF. */
export function fileTree(image: CardImage, behaviour: Behaviour, signingInitialized: () => boolean): DedicatedFile {
  const references = keyReferences(image);
  const { authentication, signing, authenticationCa, signingCa } = image.certificates;
  const pad = (content: Bytes): Bytes => (behaviour.paddedFiles ? join(content, new Uint8Array(24)) : content);
  const empty = pad(new Uint8Array(0));
  // nonRepudiation is usage bit 9; the signing key asks for the PIN before each use (userConsent 1).
  const keys = join(
    privateKey(image.keys.signing, {
      label: "Sign Key",
      id: OBJECT_ID.signing,
      authId: AUTH_ID.signing,
      file: "3F000DF50116",
      df: "3F000DF5",
      usage: [9],
      consent: behaviour.userConsent && behaviour.statesConsent ? 1 : undefined,
      reference: references.signing,
    }),
    privateKey(image.keys.authentication, {
      label: "Auth Key",
      id: OBJECT_ID.authentication,
      authId: AUTH_ID.login,
      file: "3F005015440D",
      df: "3F005015",
      usage: [2],
      consent: undefined,
      reference: references.authentication,
    }),
  );
  const certificates = join(
    certificate("Intermediate Sign cert", OBJECT_ID.signingCa, "3F0050154409", true),
    certificate("Intermediate Auth cert", OBJECT_ID.authenticationCa, "3F005015440A", true),
    certificate("Sign", OBJECT_ID.signing, "3F000DF50115", false),
    certificate("Auth", OBJECT_ID.authentication, "3F005015440C", false),
  );
  const odf = join(...Array.from({ length: 9 }, (_, i) => tlv((0xa0 + i).toString(16), path(`440${i}`))));
  const pkcs15: DedicatedFile = {
    kind: "df",
    fid: 0x5015,
    aid: PKCS15_AID,
    children: [
      ef(0x5031, pad(odf), behaviour.sfi ? 0x11 : null),
      ef(0x5032, pad(tokenInfo(image, behaviour)), behaviour.sfi ? 0x12 : null),
      ef(0x4400, pad(keys)),
      ...[0x4401, 0x4402, 0x4403].map((fid) => ef(fid, empty)),
      ef(0x4404, pad(certificates)),
      ...[0x4405, 0x4406, 0x4407].map((fid) => ef(fid, empty)),
      ef(0x4408, () => pad(pins(image, behaviour, signingInitialized()))),
      ef(0x4409, fromBase64(signingCa)),
      ef(0x440a, fromBase64(authenticationCa)),
      ef(0x440c, fromBase64(authentication)),
      keyFile(KEY_FILE.authentication),
    ],
  };
  const signature: DedicatedFile = {
    kind: "df",
    fid: SIGNATURE_DF,
    aid: SIGNATURE_AID,
    children: [ef(0x0115, fromBase64(signing)), keyFile(KEY_FILE.signing)],
  };
  return { kind: "df", fid: 0x3f00, aid: null, children: [...directory(behaviour), pkcs15, signature] };
}

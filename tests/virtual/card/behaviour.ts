// How one card differs from another where ISO 7816 leaves room. Every switch exists because a host must cope with
// both positions; the defaults per profile follow the public description of the Georgian-labelled sample card.
import { ALL_OIDS } from "./algorithms.ts";
import type { ProfileName } from "./image.ts";

export interface Behaviour {
  readonly atrHex: string;
  readonly extendedApdus: boolean;
  readonly commandChaining: boolean;
  /** READ BINARY with a short EF identifier: ODF = 11h, TokenInfo = 12h, EF.DIR = 1Eh. */
  readonly sfi: boolean;
  /** SELECT with P2 = 00 (FCI wanted) is refused with 6700, only P2 = 0C without Le is taken. */
  readonly strictSelect: boolean;
  /** A T=0 card: 61xx for case 4, 6Cxx for a wrong Le. */
  readonly t0: boolean;
  /** What READ BINARY says when fewer bytes are left than asked. */
  readonly endOfFile: "6282" | "9000";
  /** VERIFY without data: tells the counter, or takes it as an empty wrong PIN, or does not know it. */
  readonly verifyWithoutData: "free" | "costs" | "6A88";
  /** The counters by GET DATA 00 CB 3F FF. */
  readonly counterObjects: boolean;
  /** A PIN of impossible length: refused, or counted as a wrong one (JavaCard OwnerPIN does that). */
  readonly wrongLength: "6700" | "6A80" | "try";
  /** PINs are stored in 8 bytes filled up with FFh, and sent so. */
  readonly pinPadding: boolean;
  /** The signing PIN is usable after CHANGE REFERENCE DATA, or only after ACTIVATE as well. */
  readonly activation: "change" | "activate";
  /** Which form sets the first signing PIN: transport ‖ new in one command, or VERIFY and then P1 = 01. */
  readonly firstPin: "change" | "verify";
  /** A wrong 5-digit code uses it up at once, or costs one of the tries. */
  readonly transportTries: "once" | "counted";
  /** RESET RETRY COUNTER takes PUK ‖ new in one command, or the new PIN alone after VERIFY of the PUK. */
  readonly unblocking: "reset" | "verify";
  /** Values of data object 80 that MSE SET accepts, hexadecimal; "" = no algorithm given. */
  readonly algorithms: readonly string[];
  /** 28/29/2A hash what they are given once more: a well-formed signature of the wrong thing. */
  readonly rehashes: boolean;
  /** One VERIFY, one signature with the signing key. */
  readonly userConsent: boolean;
  /** PrKDF says so (PKCS#15 §6.1.3, userConsent). */
  readonly statesConsent: boolean;
  readonly aidSelectDropsPins: boolean;
  /** EF.DIR as records or as one transparent file; null = the card has none. */
  readonly dir: "records" | "transparent" | null;
  /** TokenInfo lists the algorithms (PKCS#15 §6.9); the sample card's does not. */
  readonly tokenAlgorithms: boolean;
  /** The PKCS#15 files are larger than their content and filled up with 00. */
  readonly paddedFiles: boolean;
}

const COMMON: Behaviour = {
  atrHex: "",
  extendedApdus: true,
  commandChaining: true,
  sfi: true,
  strictSelect: false,
  t0: false,
  endOfFile: "6282",
  verifyWithoutData: "free",
  counterObjects: true,
  wrongLength: "6700",
  pinPadding: false,
  activation: "change",
  firstPin: "change",
  transportTries: "once",
  unblocking: "reset",
  algorithms: [],
  rehashes: false,
  userConsent: true,
  statesConsent: true,
  aidSelectDropsPins: true,
  dir: "records",
  tokenAlgorithms: false,
  paddedFiles: false,
};

// pcsc-tools smartcard_list.txt: the generation 1 and 2 entries.
const ATR_1 = "3BFD1800008131FE4580318153474531738421C081072E";
const ATR_2 = "3BDC96FF8111FE47656F72676961454944763184";

export const PROFILE_BEHAVIOUR: Readonly<Record<ProfileName, Behaviour>> = {
  georgia1: { ...COMMON, atrHex: ATR_1, algorithms: ["", "02", "42"] },
  georgia2: { ...COMMON, atrHex: ATR_2, strictSelect: true, algorithms: ALL_OIDS },
  georgia2ec: { ...COMMON, atrHex: ATR_2, strictSelect: true, algorithms: ["04", ...ALL_OIDS] },
  sample6: { ...COMMON, atrHex: ATR_2, strictSelect: true, sfi: false, dir: null, paddedFiles: true, algorithms: ALL_OIDS },
};

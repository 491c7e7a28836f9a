// What a prompt window is open for, and what of the card that concerns. A closed union: every purpose is answered in
// every one of these functions.
import type { CardView, CertificateView, JwaAlgorithm, PinAct, PinView, SigningIdentity, ViewExtent } from "../card/api.ts";
import { algorithmFor } from "../webeid/signing.ts";
import type { HashFunction } from "../webeid/pageRequest.ts";
import type { CardErrorCode } from "../card/error.ts";

export type Purpose =
  | { readonly kind: "authenticate" }
  | { readonly kind: "get-signing-certificate" }
  /** `certificateDer`: what the site was given before; another card's key would sign under another name. */
  | { readonly kind: "sign"; readonly certificateDer: Uint8Array; readonly hashFunction: HashFunction; readonly total: number }
  /** Documents: of one of our own pages, a form of a site, or what a site's link leads to. `algorithm`: the only one that will do. */
  | { readonly kind: "documents"; readonly total: number; readonly algorithm?: JwaAlgorithm }
  /** The card opens the vault, or becomes a way into it: the login key signs for this extension itself. */
  | { readonly kind: "vault-open" | "vault-add" }
  | { readonly kind: "care"; readonly act: PinAct };

export function extentOf(purpose: Purpose): ViewExtent {
  const extents = { authenticate: "login", "vault-open": "login", "vault-add": "login", "get-signing-certificate": "signing", sign: "signing", documents: "signing", care: "all" } as const;
  return extents[purpose.kind];
}

/** The PIN that a request asks for; null when it asks for none. */
export function pinOf(purpose: Purpose, card: CardView): PinView | null {
  if (logsIn(purpose)) return pinWithRole(card, "login");
  return signs(purpose) ? pinWithRole(card, "signing") : null;
}

/** Whether the login key is what it needs. */
function logsIn({ kind }: Purpose): boolean {
  return kind === "authenticate" || kind === "vault-open" || kind === "vault-add";
}

/** Whether it ends with signatures of the signing key. */
export function signs(purpose: Purpose): purpose is Extract<Purpose, { readonly kind: "sign" | "documents" }> {
  return purpose.kind === "sign" || purpose.kind === "documents";
}

export function pinWithRole(card: CardView, role: PinView["role"]): PinView | null {
  return card.pins.find((pin) => pin.role === role) ?? null;
}

export function certificateOf(purpose: Purpose, card: CardView): CertificateView | null {
  const use = logsIn(purpose) || purpose.kind === "care" ? "authentication" : "signing";
  return card.certificates.find((one) => one.use === use) ?? null;
}

/** What an act compares before it sets anything. */
export function comparedPin(act: PinAct, card: CardView): PinView | null {
  const roles = { "create-signing": "signing", "change-login": "login", "change-signing": "signing", "unblock-login": "unblocking" } as const;
  return pinWithRole(card, roles[act]);
}

/** Why a card can't serve the purpose, known before a PIN is asked: a try must not be spent for nothing. */
export function obstacle(purpose: Purpose, card: CardView, identity: SigningIdentity | null, now: number): CardErrorCode | null {
  if (purpose.kind === "care") return careObstacle(purpose.act, card);
  const certificate = certificateOf(purpose, card);
  if (!certificate) return "CERTIFICATE_MISSING";
  // ECDSA draws a random number for each signature: no key can be made of it.
  if ((purpose.kind === "vault-open" || purpose.kind === "vault-add") && certificate.keyAlgorithm !== "RSA") return "ALGORITHM_UNSUPPORTED";
  if (purpose.kind === "sign" && !sameBytes(certificate.der, purpose.certificateDer)) return "CERTIFICATE_OTHER";
  if (now > certificate.notAfter) return "CERTIFICATE_EXPIRED";
  if (now < certificate.notBefore) return "CERTIFICATE_NOT_YET_VALID";
  const signatures = identity?.algorithms ?? [];
  if ((purpose.kind === "sign" || purpose.kind === "documents") && signatures.length === 0) return "ALGORITHM_UNSUPPORTED";
  if (purpose.kind === "sign" && !algorithmFor(signatures, purpose.hashFunction)) return "KEY_OTHER";
  if (purpose.kind === "documents" && purpose.algorithm && !signatures.includes(purpose.algorithm)) return "KEY_OTHER";
  const pin = pinOf(purpose, card);
  if (signs(purpose) && !pin?.initialized) return pin?.triesLeft === 0 ? "CODE_SPENT" : "PIN_NOT_SET";
  if (pin?.triesLeft === 0) return signs(purpose) ? "SIGNING_PIN_BLOCKED" : "PIN_BLOCKED";
  return null;
}

function careObstacle(act: PinAct, card: CardView): CardErrorCode | null {
  const pin = comparedPin(act, card);
  if (!pin) return "CARD_UNKNOWN";
  const none = pin.triesLeft === 0;
  switch (act) {
    case "create-signing":
      return pin.initialized ? "PIN_ALREADY_SET" : none ? "CODE_SPENT" : null;
    case "change-signing":
      return !pin.initialized ? (none ? "CODE_SPENT" : "PIN_NOT_SET") : none ? "SIGNING_PIN_BLOCKED" : null;
    case "change-login":
      return none ? "PIN_BLOCKED" : null;
    case "unblock-login":
      return none ? "PUK_BLOCKED" : null;
  }
}

/** The act of card care that helps out of an obstacle; null when none does. */
export function remedy(code: CardErrorCode, card: CardView | null): PinAct | null {
  if (!card) return null;
  if (code === "PIN_NOT_SET") return "create-signing";
  if (code === "PIN_ALREADY_SET") return "change-signing";
  return code === "PIN_BLOCKED" ? "unblock-login" : null;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

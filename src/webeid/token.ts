import { toBase64 } from "../codec/base64.ts";
import type { AuthenticateReply } from "./protocol.ts";

/** What the card gave (card/api.ts, Authentication); only the shape is known here. */
interface CardAuthentication {
  readonly certificateDer: Uint8Array;
  /** JWA name, RFC 7518 §3.1. */
  readonly algorithm: string;
  /** RSA: the block; ECDSA: r ‖ s (RFC 7518 §3.4), never DER. */
  readonly signature: Uint8Array;
}

/**
 * The authentication token of format web-eid:1.0: these five fields and no more, since validators of 1.0 refuse the
 * fields of 1.1.
 * @param appVersion a URL that names the program and its version ("Web eID authentication token specification").
 */
export function authenticateReply(authentication: CardAuthentication, appVersion: string): AuthenticateReply {
  return {
    action: "web-eid:authenticate-success",
    unverifiedCertificate: toBase64(authentication.certificateDer),
    algorithm: authentication.algorithm,
    signature: toBase64(authentication.signature),
    format: "web-eid:1.0",
    appVersion,
  };
}

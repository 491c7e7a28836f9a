// Who signs: a card behind a prompt, or a key in a test. Nothing else in signing/ knows of cards.
import type { JwaAlgorithm } from "../card/api.ts";
import type { Bytes } from "../card/bytes.ts";

export type { JwaAlgorithm } from "../card/api.ts";
export type { Bytes } from "../card/bytes.ts";

export interface Signer {
  /** The signing certificate (X.509, DER). */
  readonly certificateDer: Bytes;
  /** Certificates of its issuers as far as known, any order, without the signing certificate. */
  readonly chainDer: readonly Bytes[];
  /** JWA name (RFC 7518 §3.1): key type, padding and hash. */
  readonly algorithm: JwaAlgorithm;
  /**
   * Signs a digest of the algorithm's hash (32, 48 or 64 bytes).
   * @returns RSA: the block, as long as the modulus; ECDSA: r ‖ s, each as long as the field (IEEE P1363)
   * @throws CardError of the card side (PIN, removal, …): it passes through signing/ unchanged
   */
  sign(digest: Bytes): Promise<Bytes>;
}

// [Note: sealed bytes] APDUs hold PINs on their way to a card, and on their way back what names the person. Between the
// two workers they would pass as JSON texts through a service worker, the browser's own process and a window, where
// no one can wipe them. So the two workers agree on a key (ECDH on P-256, fresh for each session and never
// extractable), and only sealed bytes (AES-256-GCM) leave them. The key is bound to both identities and the channel's
// version: ends that do not agree on who they are can't read each other. It does not prove who the other end is: that
// the browser says (MessageSender.origin here, the extension's id there).
import { fromBase64, toBase64 } from "../../codec/base64.ts";
import { allocate, type Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";

export interface SealContext {
  readonly appId: string;
  readonly extensionId: string;
  readonly version: number;
}

const curve: EcKeyGenParams = { name: "ECDH", namedCurve: "P-256" };
const utf8 = new TextEncoder();

/** Numbers a message; the same number is never used twice in one direction of one session. */
function nonce(id: number): Bytes {
  const bytes = allocate(12);
  new DataView(bytes.buffer).setBigUint64(4, BigInt(id));
  return bytes;
}

export class Seal {
  readonly #out: CryptoKey;
  readonly #in: CryptoKey;

  private constructor(outgoing: CryptoKey, incoming: CryptoKey) {
    this.#out = outgoing;
    this.#in = incoming;
  }

  /** A fresh key pair; `agree` with the other end's public key gives the seal. Keys are base64 (raw, uncompressed). */
  static async offer(): Promise<{ readonly key: string; readonly agree: (peerKey: string, side: "client" | "app", context: SealContext) => Promise<Seal> }> {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
    const key = toBase64(new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)));
    return {
      key,
      agree: async (peerKey, side, { appId, extensionId, version }) => {
        const peerBytes = fromBase64(peerKey);
        if (!peerBytes) throw new CardError("BRIDGE_CLOSED", "the other end's key is not base64");
        const peer = await crypto.subtle.importKey("raw", peerBytes, curve, false, []).catch(() => {
          throw new CardError("BRIDGE_CLOSED", "the other end's key is no point of the curve");
        });
        const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: peer }, privateKey, 256);
        const secret = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
        new Uint8Array(shared).fill(0);
        const [clientKey, appKey] = side === "client" ? [key, peerKey] : [peerKey, key];
        const derive = (direction: string, use: KeyUsage): Promise<CryptoKey> => {
          const info = utf8.encode(["moqalaqe-bridge", version, appId, extensionId, direction].join("\n"));
          const salt = utf8.encode(`${clientKey}\n${appKey}`);
          return crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info }, secret, { name: "AES-GCM", length: 256 }, false, [use]);
        };
        const toAppKey = derive("to-app", side === "client" ? "encrypt" : "decrypt");
        const toClientKey = derive("to-client", side === "client" ? "decrypt" : "encrypt");
        return side === "client" ? new Seal(await toAppKey, await toClientKey) : new Seal(await toClientKey, await toAppKey);
      },
    };
  }

  /**
   * @param id the request's number, the same for its answer.
   * @param bound what else must be as it was sent: not secret, and not part of the result.
   * @returns base64; `plain` stays the caller's to wipe.
   */
  async seal(id: number, bound: string, plain: Uint8Array): Promise<string> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- never over a SharedArrayBuffer here
    const data = plain as Bytes;
    return toBase64(new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce(id), additionalData: utf8.encode(bound) }, this.#out, data)));
  }

  /** @throws CardError BRIDGE_CLOSED when it was not sealed by the other end, or not for this place. */
  async open(id: number, bound: string, sealed: string): Promise<Bytes> {
    const data = fromBase64(sealed);
    try {
      if (data) return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce(id), additionalData: utf8.encode(bound) }, this.#in, data));
    } catch {
      // Told below, in the same words.
    }
    throw new CardError("BRIDGE_CLOSED", "what came over the bridge was not sealed by its other end");
  }
}

/** What a request's bytes are bound to, both ways. */
export function boundTo(op: "transmit" | "control", card: number, feature = 0): string {
  return `${op}:${card}:${feature}`;
}

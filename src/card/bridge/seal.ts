// [Note: sealed bytes] APDUs hold PINs on their way to a card, and on their way back what names the person. Between the
// two workers they would pass as JSON texts through a service worker, the browser's own process and a window, where
// no one can wipe them. So the two workers agree on a key (ECDH on P-256 and HKDF, by WebCrypto, fresh for each session),
// and only sealed bytes (ChaCha20-Poly1305, RFC 8439) leave them. The key is bound to both identities and the channel's
// version: ends that do not agree on who they are can't read each other. It does not prove who the other end is: that
// the browser says (MessageSender.origin here, the extension's id there).
//
// The cipher is not WebCrypto's, though it has one: that works on copies of its own, which nobody can wipe, and answers
// from another thread, four times an APDU. This one reads and writes the arrays it is given, here and now.
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { fromBase64, toBase64 } from "../../codec/base64.ts";
import { allocate, type Bytes, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";

export interface SealContext {
  readonly appId: string;
  readonly extensionId: string;
  readonly version: number;
}

const curve: EcKeyGenParams = { name: "ECDH", namedCurve: "P-256" };
const tagLength = 16;
const utf8 = new TextEncoder();

/** Numbers a message; the same number is never used twice in one direction of one session. */
function nonce(id: number): Bytes {
  const bytes = allocate(12);
  new DataView(bytes.buffer).setBigUint64(4, BigInt(id));
  return bytes;
}

export class Seal {
  readonly #out: Bytes;
  readonly #in: Bytes;
  #ended = false;

  private constructor(outgoing: Bytes, incoming: Bytes) {
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
        const secret = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveBits"]);
        wipe(new Uint8Array(shared));
        const [clientKey, appKey] = side === "client" ? [key, peerKey] : [peerKey, key];
        const derive = async (direction: string): Promise<Bytes> => {
          const info = utf8.encode(["moqalaqe-bridge", version, appId, extensionId, direction].join("\n"));
          const salt = utf8.encode(`${clientKey}\n${appKey}`);
          return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, secret, 256));
        };
        const [toApp, toClient] = [await derive("to-app"), await derive("to-client")];
        return side === "client" ? new Seal(toApp, toClient) : new Seal(toClient, toApp);
      },
    };
  }

  /**
   * @param id the request's number, the same for its answer.
   * @param bound what else must be as it was sent: not secret, and not part of the result.
   * @returns base64; `plain` stays the caller's to wipe.
   * @throws CardError BRIDGE_CLOSED after `end`.
   */
  seal(id: number, bound: string, plain: Uint8Array): string {
    this.#mustLive();
    // What is not sealed yet lies in here for a moment: a buffer of its own. See: [Note: bytes that can be wiped].
    const sealed = allocate(plain.length + tagLength);
    return toBase64(chacha20poly1305(this.#out, nonce(id), utf8.encode(bound)).encrypt(plain, sealed));
  }

  /** @throws CardError BRIDGE_CLOSED when it was not sealed by the other end, or not for this place, and after `end`. */
  open(id: number, bound: string, sealed: string): Bytes {
    this.#mustLive();
    const data = fromBase64(sealed);
    if (data && data.length >= tagLength) {
      const plain = allocate(data.length - tagLength);
      try {
        chacha20poly1305(this.#in, nonce(id), utf8.encode(bound)).decrypt(data, plain);
        return plain;
      } catch {
        // Told below, in the same words.
      }
    }
    throw new CardError("BRIDGE_CLOSED", "what came over the bridge was not sealed by its other end");
  }

  /** The session is over: its keys are wiped. */
  end(): void {
    this.#ended = true;
    wipe(this.#out, this.#in);
  }

  /** Keys of zeros would be keys that anybody has. */
  #mustLive(): void {
    if (this.#ended) throw new CardError("BRIDGE_CLOSED", "the session with the bridge is over");
  }
}

/** What a request's bytes are bound to, both ways. */
export function boundTo(op: "transmit" | "control", card: number, feature = 0): string {
  return `${op}:${card}:${feature}`;
}

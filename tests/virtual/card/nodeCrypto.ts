// The RSA arithmetic by node:crypto: a hundred times faster than big integers, for the tests that log in often.
import { constants, createPrivateKey, type JsonWebKey as NodeJsonWebKey, privateDecrypt } from "node:crypto";
import type { CardCrypto } from "./crypto.ts";
import { pureCrypto } from "./pureCrypto.ts";

/**
 * What was worked out already, by key and block: thousands of logins in one test sign the same challenge, and the arithmetic would
 * be a third of their time.
 */
const known = new WeakMap<object, Map<string, Buffer>>();
const mostKnown = 100;

export const nodeCrypto: CardCrypto = {
  rsaRaw: async (key, block) => {
    const ofKey = known.get(key.jwk) ?? new Map<string, Buffer>();
    known.set(key.jwk, ofKey);
    const name = Buffer.from(block).toString("latin1");
    const found = ofKey.get(name);
    if (found) return Uint8Array.from(found);
    const privateKey = createPrivateKey({ key: key.jwk as NodeJsonWebKey, format: "jwk" });
    // Without padding, "decrypt" is the bare private-key operation.
    const result = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, block);
    if (ofKey.size < mostKnown) ofKey.set(name, result);
    return Uint8Array.from(result);
  },
  // Node signs only what it hashes itself; a card is given the hash.
  ecdsa: (key, hash) => pureCrypto.ecdsa(key, hash),
};

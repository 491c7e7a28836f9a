// The RSA arithmetic by node:crypto: a hundred times faster than big integers, for the tests that log in often.
import { constants, createPrivateKey, type JsonWebKey as NodeJsonWebKey, privateDecrypt } from "node:crypto";
import type { CardCrypto } from "./crypto.ts";
import { pureCrypto } from "./pureCrypto.ts";

export const nodeCrypto: CardCrypto = {
  rsaRaw: async (key, block) => {
    const privateKey = createPrivateKey({ key: key.jwk as NodeJsonWebKey, format: "jwk" });
    // Without padding, "decrypt" is the bare private-key operation.
    return Uint8Array.from(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, block));
  },
  // Node signs only what it hashes itself; a card is given the hash.
  ecdsa: (key, hash) => pureCrypto.ecdsa(key, hash),
};

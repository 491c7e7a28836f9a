// The RSA arithmetic by node:crypto: a hundred times faster than big integers, for the tests that log in often.
import { constants, createPrivateKey, privateEncrypt } from "node:crypto";
import { bigIntCrypto, type CardCrypto } from "./cardCrypto.ts";

export const nodeCrypto: CardCrypto = {
  rsaRaw(key, block) {
    const privateKey = createPrivateKey({ key: key as import("node:crypto").JsonWebKey, format: "jwk" });
    return Uint8Array.from(privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, block));
  },
  // Node signs only what it hashes itself; a card is given the hash.
  ecdsa: bigIntCrypto.ecdsa,
};

// Everything the card code needs of cryptography, as the worker has it.
import type { SignerCrypto } from "../eid/signer.ts";
import { random, sha, verifySignature } from "./crypto.ts";
import { verifyDigest } from "./verifyDigest.ts";

export const signerCrypto: SignerCrypto = { sha, verify: verifySignature, verifyDigest, random };

// A signer with a key in memory, where the card is not what is tested. It is given a digest, as a card is.
import type { JwaAlgorithm, Signer } from "../../../src/signing/signer.ts";
import { authorities, type CertificateRequest, issue, jwkOf, type KeyName, names, type Subject } from "../ca/authority.ts";
import { nino } from "../ca/personalise.ts";
import type { HashName } from "../card/algorithms.ts";
import { digestInfo, pkcs1Block, pssBlock } from "../card/crypto.ts";
import type { CardKey } from "../card/image.ts";
import { nodeCrypto } from "../card/nodeCrypto.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface KeySignerOptions {
  readonly key?: KeyName;
  readonly algorithm?: JwaAlgorithm;
  readonly certificate?: Partial<CertificateRequest>;
}

export const citizen: Subject = {
  commonName: `${nino.givenName} ${nino.surname}`,
  givenName: nino.givenName,
  surname: nino.surname,
  serialNumber: `PNOGE-${nino.personalNumber}`,
};

/** Every algorithm a Georgian card may have, each with a key for it. */
export const allSigners: readonly { readonly key: KeyName; readonly algorithm: JwaAlgorithm }[] = [
  { key: "signRsa2048", algorithm: "RS256" },
  { key: "signRsa2048", algorithm: "PS256" },
  { key: "signRsa3072", algorithm: "RS512" },
  { key: "signRsa3072", algorithm: "PS384" },
  { key: "signP256", algorithm: "ES256" },
  { key: "signP384", algorithm: "ES384" },
];

/** A citizen's signing certificate and key. */
export async function keySigner({ key = "signRsa2048", algorithm = "RS256", certificate = {} }: KeySignerOptions = {}): Promise<Signer> {
  const tree = await authorities();
  const certificateDer = await issue({ subject: citizen, issuer: names.signing, key, issuerKey: "signingCa", keyUsage: [1], ...certificate });
  return { certificateDer, chainDer: [tree.signing, tree.root], algorithm, sign: async (digest) => await signDigest(cardKey(key), algorithm, digest) };
}

function cardKey(name: KeyName): CardKey {
  const jwk = jwkOf(name);
  const bits = jwk.kty === "EC" ? Number(jwk.crv?.slice(2)) : Math.floor((jwk.n?.length ?? 0) * 6 / 8) * 8;
  return { type: jwk.kty === "EC" ? "ec" : "rsa", bits, jwk };
}

async function signDigest(key: CardKey, algorithm: JwaAlgorithm, digest: Bytes): Promise<Bytes> {
  const hash = `SHA-${algorithm.slice(2)}` as HashName;
  if (algorithm.startsWith("ES")) return await nodeCrypto.ecdsa(key, digest);
  const block = algorithm.startsWith("PS") ? await pssBlock(hash, digest, key.bits / 8) : pkcs1Block(digestInfo(hash, digest), key.bits / 8);
  if (!block) throw new RangeError("the digest does not fit the key");
  return await nodeCrypto.rsaRaw(key, block);
}

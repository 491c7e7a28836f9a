// Checking one signature with one public key, by WebCrypto.
import { copyOf } from "../../card/bytes.ts";
import { toRawEcdsa } from "../../card/eid/signer.ts";
import type { PublicKeyInfo } from "../../card/x509/publicKey.ts";
import { childOf, type DerNode, findChild, malformed, oidOf, readDer, smallInteger } from "../asn1/read.ts";
import { type HashBits, hashBitsOf, hashBitsOfOid, mgf1Oid, rsaPssOid, schemeOfOid, type SignatureScheme } from "../algorithms.ts";
import type { JwaAlgorithm } from "../signer.ts";

/** RSA keys below this are not taken for proof of anything (ETSI TS 119 312: 1900 bits until 2025, 3000 after; told apart in the report). */
const shortestRsa = 2000;

/**
 * The scheme of an AlgorithmIdentifier; null: not known here, or too weak (SHA-1, MD5).
 * @param digest the hash named beside it, which rsaEncryption needs
 */
export function schemeOf(algorithm: DerNode, digest: HashBits | null): SignatureScheme | null {
  const id = oidOf(algorithm.children[0]);
  if (id !== rsaPssOid) return schemeOfOid(id, digest);
  const parameters = algorithm.children[1];
  // Absent parameters mean SHA-1 (RFC 4055 §3.1).
  const hashNode = parameters && findChild(parameters, 0xa0)?.children[0];
  const maskNode = parameters && findChild(parameters, 0xa1)?.children[0];
  const saltNode = parameters && findChild(parameters, 0xa2)?.children[0];
  const trailer = parameters && findChild(parameters, 0xa3)?.children[0];
  if (!hashNode || !maskNode || oidOf(maskNode.children[0]) !== mgf1Oid) return null;
  const hash = hashBitsOfOid(oidOf(hashNode.children[0]));
  const maskHash = hashBitsOfOid(oidOf(childOf(maskNode, 1).children[0]));
  if (!hash || hash !== maskHash || (trailer && smallInteger(trailer) !== 1)) return null;
  return { kind: "PS", hash, saltLength: saltNode ? smallInteger(saltNode) : 20 };
}

/** Whether a signature (RSA block; ECDSA r ‖ s) over `data` fits the key. */
export async function signatureFits(key: PublicKeyInfo, algorithm: JwaAlgorithm, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const hash = hashBitsOf(algorithm);
  const kind = algorithm.startsWith("ES") ? "ES" : algorithm.startsWith("PS") ? "PS" : "RS";
  return await check(key, { kind, hash, saltLength: hash / 8 }, data, signature);
}

/**
 * Whether a signature as X.509 and CMS have it (ECDSA: `30 { r, s }`) over `data` fits the key.
 * @returns false also for a key of another kind than the scheme's
 */
export async function derSignatureFits(key: PublicKeyInfo, scheme: SignatureScheme, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (scheme.kind !== "ES") return await check(key, scheme, data, signature);
  try {
    strictEcdsa(readDer(signature));
  } catch {
    return false;
  }
  const raw = toRawEcdsa(signature, key.bits);
  return raw !== null && (await check(key, scheme, data, raw));
}

/** The same for a signature as XML and JWS have it (ECDSA: r ‖ s). */
export async function rawSignatureFits(key: PublicKeyInfo, scheme: SignatureScheme, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  return await check(key, scheme, data, signature);
}

/** Exactly two integers, in their shortest form: no second encoding of the same signature passes. */
function strictEcdsa(node: DerNode): void {
  if (node.tag !== 0x30 || node.children.length !== 2) malformed("not an ECDSA signature");
  for (const { tag, content } of node.children) {
    const padded = content[0] === 0 && !((content[1] ?? 0) & 0x80);
    if (tag !== 0x02 || content.length === 0 || (content[0] ?? 0) & 0x80 || padded) malformed("not an ECDSA signature");
  }
}

async function check(key: PublicKeyInfo, scheme: SignatureScheme, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if ((scheme.kind === "ES") !== (key.algorithm === "ECDSA")) return false;
  if (key.algorithm === "RSA" && (key.bits < shortestRsa || signature.length * 8 !== Math.ceil(key.bits / 8) * 8)) return false;
  const hash = `SHA-${scheme.hash}`;
  const importAs: RsaHashedImportParams | EcKeyImportParams =
    scheme.kind === "ES" ? { name: "ECDSA", namedCurve: `P-${key.bits}` } : { name: scheme.kind === "PS" ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash };
  const verifyAs: AlgorithmIdentifier | RsaPssParams | EcdsaParams =
    scheme.kind === "ES" ? { name: "ECDSA", hash } : { name: importAs.name, saltLength: scheme.saltLength };
  try {
    const imported = await crypto.subtle.importKey("spki", copyOf(key.spkiDer), importAs, false, ["verify"]);
    return await crypto.subtle.verify(verifyAs, imported, copyOf(signature), copyOf(data));
  } catch {
    return false;
  }
}

// One SignerInfo against its content: everything that needs no trust and no clock.
import { equal } from "../../card/bytes.ts";
import { type HashBits, hashBitsOfOid } from "../algorithms.ts";
import { childOf, type DerNode, findChild, oidOf, timeOf } from "../asn1/read.ts";
import { cmsOid } from "../cms/oids.ts";
import { isNamed, onlyValue, type ParsedSignedData, type ParsedSigner } from "../cms/parseSignedData.ts";
import { digestBytes } from "../hash/digest.ts";
import type { Bytes } from "../signer.ts";
import { readable } from "../x509/chain.ts";
import type { CertificateFacts } from "../x509/facts.ts";
import { derSignatureFits, schemeOf } from "../x509/signature.ts";
import type { ReasonCode } from "./report.ts";

/** What was signed, by its digest: the bytes themselves may be a file of any size. */
export type ContentDigest = (bits: HashBits) => Promise<Bytes>;

export interface SignerCheck {
  readonly certificate: CertificateFacts | null;
  readonly reasons: readonly ReasonCode[];
  readonly claimedTime: number | null;
  readonly algorithm: string | null;
}

/**
 * @param content null: nobody has it
 * @throws SigningError MALFORMED
 */
export async function checkSigner(data: ParsedSignedData, signer: ParsedSigner, content: ContentDigest | null): Promise<SignerCheck> {
  const certificate = readable(data.certificates).find((one) => isNamed(signer, one)) ?? null;
  const hash = hashBitsOfOid(signer.digestOid);
  const scheme = schemeOf(signer.signatureAlgorithm, hash);
  const reasons: ReasonCode[] = [];
  const time = onlyValue(signer.signedAttributes, cmsOid.signingTime);
  const done = (): SignerCheck => ({
    certificate,
    reasons,
    claimedTime: time ? timeOf(time) : null,
    algorithm: certificate && scheme ? describe(certificate, scheme.kind, scheme.hash) : null,
  });
  if (!data.digestOids.includes(signer.digestOid)) reasons.push("STRUCTURE_BROKEN");
  if (!hash || !scheme) {
    reasons.push("ALGORITHM_UNKNOWN");
    return done();
  }
  if (scheme.hash !== hash) reasons.push("STRUCTURE_BROKEN");
  const attributes = signer.signedAttributesDer;
  if (!attributes) {
    // The content itself is signed; allowed by CMS, not by CAdES, and not checkable from a digest.
    reasons.push("FEATURE_UNKNOWN");
    return done();
  }
  const type = onlyValue(signer.signedAttributes, cmsOid.contentType);
  const digest = onlyValue(signer.signedAttributes, cmsOid.messageDigest);
  if (!type || oidOf(type) !== data.contentType || digest?.tag !== 0x04) reasons.push("STRUCTURE_BROKEN");
  if (!content) reasons.push("CONTENT_NEEDED");
  else if (!digest || !equal(await content(hash), digest.content)) reasons.push("CONTENT_CHANGED");
  if (!certificate) {
    reasons.push("CERTIFICATE_MISSING");
    return done();
  }
  if (!(await derSignatureFits(certificate.publicKey, scheme, attributes, signer.signature))) reasons.push("SIGNATURE_WRONG");
  const named = await isNamedByAttribute(signer, certificate);
  if (named === null) reasons.push("CERTIFICATE_NOT_NAMED");
  else if (!named) reasons.push("CERTIFICATE_SWAPPED");
  return done();
}

/** signing-certificate-v2 (RFC 5035 §3), or its older form with SHA-1 (RFC 2634 §5.4). null: neither is there. */
async function isNamedByAttribute(signer: ParsedSigner, certificate: CertificateFacts): Promise<boolean | null> {
  const v2 = onlyValue(signer.signedAttributes, cmsOid.signingCertificateV2);
  const value = v2 ?? onlyValue(signer.signedAttributes, cmsOid.signingCertificate);
  if (!value) return null;
  const first = childOf(childOf(value, 0, 0x30), 0, 0x30);
  const parts = [...first.children];
  let digest: Bytes;
  if (v2) {
    const algorithm = parts[0]?.tag === 0x30 ? parts.shift() : undefined;
    const bits = algorithm ? hashBitsOfOid(oidOf(algorithm.children[0])) : 256;
    if (!bits) return false;
    digest = await digestBytes(bits, certificate.der);
  } else digest = new Uint8Array(await crypto.subtle.digest("SHA-1", certificate.der.slice()));
  const [found, issuerSerial] = parts;
  if (found?.tag !== 0x04 || !equal(found.content, digest)) return false;
  return issuerSerial ? fitsIssuerSerial(issuerSerial, certificate) : true;
}

function fitsIssuerSerial(node: DerNode, { issuerDer, serialDer }: CertificateFacts): boolean {
  const directory = findChild(childOf(node, 0, 0x30), 0xa4);
  return directory !== undefined && equal(childOf(directory, 0).raw, issuerDer) && equal(childOf(node, 1, 0x02).raw, serialDer);
}

/** "RSA-2048 PKCS#1 v1.5, SHA-256": names are the same in every language. */
export function describe({ publicKey }: CertificateFacts, kind: "RS" | "PS" | "ES", hash: HashBits): string {
  if (kind === "ES") return `ECDSA P-${publicKey.bits}, SHA-${hash}`;
  return `RSA-${publicKey.bits} ${kind === "PS" ? "PSS" : "PKCS#1 v1.5"}, SHA-${hash}`;
}

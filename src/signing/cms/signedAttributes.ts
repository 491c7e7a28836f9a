// The attributes a CAdES baseline signature covers (ETSI EN 319 122-1 §5.2, §6.3).
import type { HashBits } from "../algorithms.ts";
import { context, octets, oid, sequence, setOf, tagged, time } from "../asn1/write.ts";
import { digestBytes } from "../hash/digest.ts";
import type { Bytes } from "../signer.ts";
import { readCertificate } from "../x509/facts.ts";
import { cmsOid } from "./oids.ts";

export interface SignedAttributes {
  readonly certificateDer: Bytes;
  /** Digest of the content, by `hash`. */
  readonly contentDigest: Bytes;
  /** What the signer's clock says; null: the attribute is left out (PAdES, EN 319 142-1 §6.3, forbids it). */
  readonly signingTime: Date | null;
}

export function attribute(type: string, value: Uint8Array): Bytes {
  return sequence(oid(type), setOf(value));
}

/** The DER of the SET OF attributes: what is hashed and signed. In SignerInfo its first byte is 0xA0 instead of 0x31. */
export async function signedAttributes({ certificateDer, contentDigest, signingTime }: SignedAttributes): Promise<Bytes> {
  const attributes = [
    attribute(cmsOid.contentType, oid(cmsOid.data)),
    attribute(cmsOid.messageDigest, octets(contentDigest)),
    attribute(cmsOid.signingCertificateV2, await signingCertificateV2(certificateDer)),
  ];
  if (signingTime) attributes.push(attribute(cmsOid.signingTime, time(signingTime)));
  return setOf(...attributes);
}

/** How the certificate is named by its digest, so that no other can be put in its place (RFC 5035 §4). */
async function signingCertificateV2(certificateDer: Bytes): Promise<Bytes> {
  const { issuerDer, serialDer } = readCertificate(certificateDer);
  // SHA-256 is the attribute's default: it is then not written (DER).
  const bits: HashBits = 256;
  const issuerSerial = sequence(sequence(tagged(0xa4, issuerDer)), serialDer);
  return sequence(sequence(sequence(octets(await digestBytes(bits, certificateDer)), issuerSerial)));
}

/** Attributes as they stand in SignerInfo: [n] IMPLICIT. */
export function implicitly(n: 0 | 1, set: Bytes): Bytes {
  const out = set.slice();
  out[0] = context(n)[0] ?? 0;
  return out;
}

// CMS SignedData with one signer (RFC 5652 §5), as CAdES baseline B wants it (ETSI EN 319 122-1 §6.3).
// [Note: two steps] The signature exists before anything is asked of the network; whatever a time-stamp authority or an
// OCSP responder does then can only add to it. So building gives the parts, and encoding puts them together.
import { concat } from "../../card/bytes.ts";
import { digestAlgorithm, hashBitsOf, signatureAlgorithm } from "../algorithms.ts";
import { context, header, integer, octets, oid, sequence, setOf, sorted, unsigned } from "../asn1/write.ts";
import { SigningError } from "../error.ts";
import { digestBytes } from "../hash/digest.ts";
import type { Bytes, JwaAlgorithm, Signer } from "../signer.ts";
import { readCertificate } from "../x509/facts.ts";
import { signatureFits } from "../x509/signature.ts";
import { cmsOid } from "./oids.ts";
import { attribute, implicitly, signedAttributes } from "./signedAttributes.ts";

export interface SignedDataRequest {
  readonly signer: Signer;
  /** Digest of the content by the hash of `signer.algorithm`. For PDF: of the ByteRange. */
  readonly contentDigest: Bytes;
  /** null: no signing-time attribute (PAdES). */
  readonly signingTime: Date | null;
}

/** A signature, and what is put beside it. Everything in it may be replaced by a richer copy before encoding. */
export interface SignedDataParts {
  readonly algorithm: JwaAlgorithm;
  readonly certificateDer: Bytes;
  /** DER of SET OF Attribute (first byte 0x31): what was signed. */
  readonly signedAttributesDer: Bytes;
  /** As CMS has it: the RSA block, or `30 { r, s }`. A signature time stamp covers these bytes. */
  readonly signature: Bytes;
  /** TimeStampToken (ContentInfo, DER) over `signature`; null: level B-B. */
  readonly timestampToken: Bytes | null;
  /** Certificates put in: the signer's first, then those of the issuers. */
  readonly certificates: readonly Bytes[];
  /** CertificateList, DER. */
  readonly crls: readonly Bytes[];
  /** OCSPResponse, DER. */
  readonly ocspResponses: readonly Bytes[];
}

/**
 * Has the signer sign, and checks the outcome against its certificate.
 * @throws SigningError CERTIFICATE_UNUSABLE, SIGNATURE_MISMATCH; whatever `signer.sign` throws
 */
export async function buildSignedData({ signer, contentDigest, signingTime }: SignedDataRequest): Promise<SignedDataParts> {
  const { algorithm, certificateDer, chainDer } = signer;
  const bits = hashBitsOf(algorithm);
  if (contentDigest.length * 8 !== bits) throw new SigningError("INTERNAL", "a digest of another length than the algorithm's");
  const signedAttributesDer = await signedAttributes({ certificateDer, contentDigest, signingTime });
  const raw = await signer.sign(await digestBytes(bits, signedAttributesDer));
  const { publicKey } = readCertificate(certificateDer);
  if (!(await signatureFits(publicKey, algorithm, signedAttributesDer, raw))) {
    throw new SigningError("SIGNATURE_MISMATCH", "the signature does not fit the certificate");
  }
  return {
    algorithm,
    certificateDer,
    signedAttributesDer,
    signature: algorithm.startsWith("ES") ? toDerEcdsa(raw) : raw,
    timestampToken: null,
    certificates: [certificateDer, ...chainDer],
    crls: [],
    ocspResponses: [],
  };
}

/** `30 { r, s }` (RFC 3279 §2.2.3) from r ‖ s. */
export function toDerEcdsa(raw: Bytes): Bytes {
  const half = raw.length / 2;
  return sequence(unsigned(raw.subarray(0, half)), unsigned(raw.subarray(half)));
}

/** ContentInfo without the content in it: a detached signature (`.p7s`), or what a PDF's /Contents holds. DER. */
export function encodeDetached(parts: SignedDataParts): Bytes {
  return contentInfo(parts, sequence(oid(cmsOid.data)));
}

/**
 * ContentInfo with the content in it, for content that is not at hand in memory: the encoding is
 * `before` ‖ content ‖ `after`.
 */
export function encodeEnveloping(parts: SignedDataParts, contentLength: number): { readonly before: Bytes; readonly after: Bytes } {
  const type = oid(cmsOid.data);
  const octetHeader = header(0x04, contentLength);
  const explicitLength = octetHeader.length + contentLength;
  const explicitHeader = header(0xa0, explicitLength);
  const encapLength = type.length + explicitHeader.length + explicitLength;
  const encapHeader = header(0x30, encapLength);
  const [front, back] = fields(parts);
  const dataLength = front.length + encapHeader.length + encapLength + back.length;
  const dataHeader = header(0x30, dataLength);
  const wrapLength = dataHeader.length + dataLength;
  const wrapHeader = header(0xa0, wrapLength);
  const id = oid(cmsOid.signedData);
  const outer = header(0x30, id.length + wrapHeader.length + wrapLength);
  return { before: concat(outer, id, wrapHeader, dataHeader, front, encapHeader, type, explicitHeader, octetHeader), after: back };
}

function contentInfo(parts: SignedDataParts, encapsulated: Bytes): Bytes {
  const [front, back] = fields(parts);
  return sequence(oid(cmsOid.signedData), context(0, sequence(front, encapsulated, back)));
}

/** The fields of SignedData before and behind encapContentInfo. */
function fields(parts: SignedDataParts): readonly [Bytes, Bytes] {
  const other = parts.ocspResponses.map((response) => context(1, oid(cmsOid.ocspResponse), response));
  const revocation = [...parts.crls, ...other];
  // RFC 5652 §5.1: 5 when there is revocation information of another kind than CRLs, else 1 for id-data.
  const front = concat(integer(other.length > 0 ? 5 : 1), setOf(digestAlgorithm(hashBitsOf(parts.algorithm))));
  const back = concat(
    context(0, ...sorted(unique(parts.certificates))),
    revocation.length > 0 ? context(1, ...sorted(unique(revocation))) : new Uint8Array(),
    setOf(signerInfo(parts)),
  );
  return [front, back];
}

function signerInfo(parts: SignedDataParts): Bytes {
  const { issuerDer, serialDer } = readCertificate(parts.certificateDer);
  const extra = parts.timestampToken ? setOf(attribute(cmsOid.signatureTimeStamp, parts.timestampToken)) : null;
  return sequence(
    integer(1),
    sequence(issuerDer, serialDer),
    digestAlgorithm(hashBitsOf(parts.algorithm)),
    implicitly(0, parts.signedAttributesDer),
    signatureAlgorithm(parts.algorithm),
    octets(parts.signature),
    extra ? implicitly(1, extra) : new Uint8Array(),
  );
}

function unique(all: readonly Bytes[]): readonly Bytes[] {
  return all.filter((one, i) => all.findIndex((other) => other.length === one.length && other.every((byte, at) => byte === one[at])) === i);
}

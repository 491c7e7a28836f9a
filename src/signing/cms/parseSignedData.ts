// CMS SignedData as others may have made it (RFC 5652 §5.1, §5.3), with the signed bytes kept as they came.
import { equal } from "../../card/bytes.ts";
import { childOf, type DerNode, findChild, malformed, octetsOf, oidOf, readDer, smallInteger } from "../asn1/read.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";
import { cmsOid } from "./oids.ts";

export interface ParsedSigner {
  /** Which certificate signed: the issuer's Name and serial number (both DER), or a subject key identifier. */
  readonly identifier: { readonly issuerDer: Bytes; readonly serialDer: Bytes } | { readonly keyId: Bytes };
  readonly digestOid: string;
  /** DER of the SET OF Attribute (0x31): what was signed. null: the content itself was signed. */
  readonly signedAttributesDer: Bytes | null;
  /** Values by attribute type. */
  readonly signedAttributes: ReadonlyMap<string, readonly DerNode[]>;
  readonly unsignedAttributes: ReadonlyMap<string, readonly DerNode[]>;
  readonly signatureAlgorithm: DerNode;
  readonly signature: Bytes;
}

export interface ParsedSignedData {
  readonly digestOids: readonly string[];
  readonly contentType: string;
  /** null: detached. */
  readonly content: Bytes | null;
  readonly certificates: readonly Bytes[];
  readonly crls: readonly Bytes[];
  readonly ocspResponses: readonly Bytes[];
  readonly signers: readonly ParsedSigner[];
}

/**
 * @param bytes ContentInfo, DER, to the last byte
 * @throws SigningError MALFORMED; UNSUPPORTED: another type than SignedData, BER with indefinite lengths
 */
export function parseSignedData(bytes: Uint8Array): ParsedSignedData {
  const info = readDer(bytes);
  if (info.tag !== 0x30 || info.children.length !== 2) malformed("not a ContentInfo");
  if (oidOf(info.children[0]) !== cmsOid.signedData) throw new SigningError("UNSUPPORTED", "CMS of another type than SignedData");
  const signedData = childOf(childOf(info, 1, 0xa0), 0, 0x30);
  const [version, digests, encapsulated, ...rest] = signedData.children;
  const known = smallInteger(version);
  if (known < 1 || known > 5 || digests?.tag !== 0x31 || encapsulated?.tag !== 0x30) malformed("not a SignedData");
  const signers = rest.at(-1);
  if (signers?.tag !== 0x31 || rest.some((one) => one !== signers && one.tag !== 0xa0 && one.tag !== 0xa1)) malformed("not a SignedData");
  const holder = encapsulated.children[1];
  if (encapsulated.children.length > 2 || (holder && holder.tag !== 0xa0)) malformed("not an EncapsulatedContentInfo");
  const revocation = findChild(signedData, 0xa1)?.children ?? [];
  return {
    digestOids: digests.children.map((one) => hashOf(one)),
    contentType: oidOf(encapsulated.children[0]),
    content: holder ? octetsOf(childOf(holder, 0)) : null,
    certificates: (findChild(signedData, 0xa0)?.children ?? []).filter((one) => one.tag === 0x30).map((one) => one.raw),
    crls: revocation.filter((one) => one.tag === 0x30).map((one) => one.raw),
    ocspResponses: revocation.filter((one) => one.tag === 0xa1 && oidOf(one.children[0]) === cmsOid.ocspResponse).map((one) => childOf(one, 1).raw),
    signers: signers.children.map((one) => parseSigner(one)),
  };
}

function parseSigner(node: DerNode): ParsedSigner {
  const [version, identifier, digest, ...rest] = node.children;
  const signed = rest[0]?.tag === 0xa0 ? rest.shift() : undefined;
  const [algorithm, signature, unsigned, ...more] = rest;
  const known = smallInteger(version);
  if (node.tag !== 0x30 || !identifier || !digest || algorithm?.tag !== 0x30 || signature?.tag !== 0x04 || more.length > 0) malformed("not a SignerInfo");
  if (unsigned && unsigned.tag !== 0xa1) malformed("not a SignerInfo");
  // RFC 5652 §5.3: the version says how the certificate is named.
  if (known !== (identifier.tag === 0x30 ? 1 : 3)) malformed("a SignerInfo of another version than it says");
  return {
    identifier: identifier.tag === 0x30 ? { issuerDer: childOf(identifier, 0).raw, serialDer: childOf(identifier, 1, 0x02).raw } : keyIdentifier(identifier),
    digestOid: hashOf(digest),
    signedAttributesDer: signed ? asSet(signed) : null,
    signedAttributes: attributes(signed),
    unsignedAttributes: attributes(unsigned),
    signatureAlgorithm: algorithm,
    signature: signature.content,
  };
}

/** AlgorithmIdentifier of a hash: its parameters are absent or NULL (RFC 5754 §2). */
function hashOf(node: DerNode): string {
  const [id, parameters, ...more] = node.children;
  if (node.tag !== 0x30 || more.length > 0 || (parameters && parameters.raw.length !== 2)) malformed("not a hash algorithm");
  return oidOf(id);
}

function keyIdentifier(node: DerNode): { readonly keyId: Bytes } {
  if (node.tag !== 0x80) malformed("a signer named in an unknown way");
  return { keyId: node.content };
}

/** RFC 5652 §5.4: what is hashed has the tag of a SET, not the [0] that stands in the message. */
function asSet(node: DerNode): Bytes {
  const out = node.raw.slice();
  out[0] = 0x31;
  return out;
}

function attributes(set: DerNode | undefined): ReadonlyMap<string, readonly DerNode[]> {
  const found = new Map<string, DerNode[]>();
  for (const one of set?.children ?? []) {
    if (one.tag !== 0x30 || one.children.length !== 2) malformed("not an attribute");
    const values = childOf(one, 1, 0x31).children;
    found.set(oidOf(one.children[0]), [...(found.get(oidOf(one.children[0])) ?? []), ...values]);
  }
  return found;
}

/** The only value of a signed attribute that must stand once; null: it is not there. @throws SigningError MALFORMED */
export function onlyValue(from: ReadonlyMap<string, readonly DerNode[]>, type: string): DerNode | null {
  const values = from.get(type);
  if (!values) return null;
  if (values.length !== 1 || !values[0]) malformed("an attribute with several values");
  return values[0];
}

/** Whether a certificate is the one a SignerInfo names. */
export function isNamed({ identifier }: ParsedSigner, certificate: { readonly issuerDer: Bytes; readonly serialDer: Bytes; readonly subjectKeyId: string | null }): boolean {
  if ("keyId" in identifier) {
    const hex = [...identifier.keyId].map((byte) => byte.toString(16).padStart(2, "0")).join("").toUpperCase();
    // The identifier is an OCTET STRING inside the extension's value.
    return certificate.subjectKeyId === hex;
  }
  return equal(identifier.issuerDer, certificate.issuerDer) && equal(identifier.serialDer, certificate.serialDer);
}

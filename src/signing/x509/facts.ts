// What signing and verifying need of an X.509 certificate beyond what a login needs (RFC 5280 §4.2), with every signed
// byte kept as it came.
import { toHex } from "../../card/bytes.ts";
import { type Certificate, parseCertificate } from "../../card/x509/certificate.ts";
import { bitStringBytes, childOf, type DerNode, findChild, octetsOf, oidOf, readDer, smallInteger } from "../asn1/read.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";

export interface CertificateFacts extends Certificate {
  /** TBSCertificate: what the issuer signed. */
  readonly tbs: Bytes;
  readonly signatureAlgorithm: DerNode;
  /** RSA: the block; ECDSA: `30 { r, s }`. */
  readonly signature: Bytes;
  /** The whole Name, DER: names are compared by it. */
  readonly issuerDer: Bytes;
  readonly subjectDer: Bytes;
  /** INTEGER, DER. */
  readonly serialDer: Bytes;
  /** Content of the key's BIT STRING, which OCSP hashes. */
  readonly keyBits: Bytes;
  readonly isAuthority: boolean;
  readonly pathLength: number | null;
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  /** Addresses: OCSP and the issuer's certificate (§4.2.2.1), CRLs (§4.2.1.13). */
  readonly ocspUrls: readonly string[];
  readonly issuerUrls: readonly string[];
  readonly crlUrls: readonly string[];
  /** qcStatements say: qualified, and the key in a qualified device (EN 319 412-5 §4.2). */
  readonly qualified: boolean;
  readonly qualifiedDevice: boolean;
  /** Critical extensions that are not understood here: a path through this certificate can't be judged. */
  readonly unknownCritical: readonly string[];
}

const extension = {
  subjectKeyId: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  crlPoints: "2.5.29.31",
  policies: "2.5.29.32",
  authorityKeyId: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  authorityAccess: "1.3.6.1.5.5.7.1.1",
  qcStatements: "1.3.6.1.5.5.7.1.3",
} as const;
const understood: ReadonlySet<string> = new Set(Object.values(extension));
const access = { ocsp: "1.3.6.1.5.5.7.48.1", issuers: "1.3.6.1.5.5.7.48.2" } as const;
const qc = { compliance: "0.4.0.1862.1.1", device: "0.4.0.1862.1.4" } as const;
const longestUrl = 500;

/** @throws SigningError CERTIFICATE_UNUSABLE */
export function readCertificate(der: Uint8Array): CertificateFacts {
  try {
    return read(der);
  } catch (error) {
    throw new SigningError("CERTIFICATE_UNUSABLE", "a certificate that can't be read", error);
  }
}

function read(der: Uint8Array): CertificateFacts {
  const outer = readDer(der);
  const base = parseCertificate(outer.raw);
  const tbs = childOf(outer, 0, 0x30);
  const signatureAlgorithm = childOf(outer, 1, 0x30);
  const from = tbs.children[0]?.tag === 0xa0 ? 1 : 0;
  // §4.1.1.2: the algorithm is said twice, once where the signature covers it.
  if (toHex(childOf(tbs, from + 1).raw) !== toHex(signatureAlgorithm.raw)) throw new SigningError("MALFORMED", "two signature algorithms");
  const extensions = readExtensions(tbs);
  const value = (id: string): DerNode | undefined => extensions.get(id)?.value;
  const constraints = value(extension.basicConstraints);
  const pathLength = constraints && findChild(constraints, 0x02);
  const subjectKeyId = value(extension.subjectKeyId);
  const authorityKeyId = value(extension.authorityKeyId);
  const authorityKey = authorityKeyId && findChild(authorityKeyId, 0x80);
  const statements = (value(extension.qcStatements)?.children ?? []).map((one) => oidOf(one.children[0]));
  return {
    ...base,
    tbs: tbs.raw,
    signatureAlgorithm,
    signature: bitStringBytes(childOf(outer, 2, 0x03)),
    serialDer: childOf(tbs, from, 0x02).raw,
    issuerDer: childOf(tbs, from + 2, 0x30).raw,
    subjectDer: childOf(tbs, from + 4, 0x30).raw,
    keyBits: bitStringBytes(childOf(childOf(tbs, from + 5), 1, 0x03)),
    isAuthority: constraints?.children[0]?.tag === 0x01 && constraints.children[0].content[0] !== 0,
    pathLength: pathLength ? smallInteger(pathLength) : null,
    subjectKeyId: subjectKeyId ? toHex(subjectKeyId.content) : null,
    authorityKeyId: authorityKey ? toHex(authorityKey.content) : null,
    ocspUrls: accessUrls(value(extension.authorityAccess), access.ocsp),
    issuerUrls: accessUrls(value(extension.authorityAccess), access.issuers),
    crlUrls: crlUrls(value(extension.crlPoints)),
    qualified: statements.includes(qc.compliance),
    qualifiedDevice: statements.includes(qc.device),
    unknownCritical: [...extensions].filter(([id, one]) => one.critical && !understood.has(id)).map(([id]) => id),
  };
}

interface Extension {
  readonly critical: boolean;
  readonly value: DerNode;
}

function readExtensions(tbs: DerNode): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>();
  for (const one of findChild(tbs, 0xa3)?.children[0]?.children ?? []) {
    const id = oidOf(one.children[0]);
    if (found.has(id)) throw new SigningError("MALFORMED", "an extension twice");
    const flag = one.children[1];
    const value = one.children.at(-1);
    if (!value || value.tag !== 0x04) throw new SigningError("MALFORMED", "an extension without a value");
    found.set(id, { critical: flag?.tag === 0x01 && flag.content[0] !== 0, value: readDer(octetsOf(value)) });
  }
  return found;
}

/** Web addresses only; LDAP ones are of no use to a browser. */
function urlOf(node: DerNode | undefined): readonly string[] {
  if (node?.tag !== 0x86) return [];
  const text = new TextDecoder().decode(node.content);
  return text.length <= longestUrl && /^https?:\/\/[\x21-\x7e]+$/i.test(text) && URL.canParse(text) ? [text] : [];
}

function accessUrls(node: DerNode | undefined, method: string): readonly string[] {
  return (node?.children ?? []).flatMap((one) => (oidOf(one.children[0]) === method ? urlOf(one.children[1]) : []));
}

function crlUrls(node: DerNode | undefined): readonly string[] {
  return (node?.children ?? []).flatMap((point) => {
    const name = findChild(point, 0xa0);
    const full = name && findChild(name, 0xa0);
    return (full?.children ?? []).flatMap((one) => urlOf(one));
  });
}

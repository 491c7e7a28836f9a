// One XAdES (or plain XML) signature over files of a container.
import { equal } from "../../card/bytes.ts";
import type { HashBits } from "../algorithms.ts";
import { childOf, findChild, readDer } from "../asn1/read.ts";
import { fromBase64 } from "../base64.ts";
import { SigningError } from "../error.ts";
import { digestBytes } from "../hash/digest.ts";
import type { Bytes } from "../signer.ts";
import { readToken, type Token } from "../timestamp/token.ts";
import { fileOfUri } from "../xades/fileUri.ts";
import { hashOfMethod, ns, schemeOfMethod } from "../xades/names.ts";
import { isPropertiesReference, type ReadXades, readXades, transformed, type XmlReference } from "../xades/readXades.ts";
import { readable } from "../x509/chain.ts";
import type { CertificateFacts } from "../x509/facts.ts";
import { rawSignatureFits } from "../x509/signature.ts";
import { canonicalize } from "../xml/canonicalize.ts";
import { attributeOf, descendants, onlyChild, textContent, type XmlElement } from "../xml/parse.ts";
import { describe } from "./checkSigner.ts";
import { noEvidence, type VerificationContext } from "./context.ts";
import { judge } from "./judge.ts";
import type { Reason, SignatureReport } from "./report.ts";

/** Digest of a file of the container; null: there is none of that name. */
export type FileDigests = (name: string, bits: HashBits) => Promise<Bytes | null>;

/** The report on one ds:Signature. What is broken is reported, not thrown. */
export async function verifyXades(element: XmlElement, root: XmlElement, files: FileDigests, context: VerificationContext): Promise<SignatureReport> {
  let read: ReadXades;
  try {
    read = readXades(element);
  } catch (error) {
    return await judge(
      { certificate: null, reasons: [reasonOf(error)], claimedTime: null, algorithm: null, tokens: [], evidence: noEvidence },
      context,
    );
  }
  const reasons: Reason[] = [];
  const covers: string[] = [];
  for (const reference of read.references) {
    try {
      await checkReference(reference, read, root, files, reasons, covers);
    } catch (error) {
      reasons.push(reasonOf(error));
    }
  }
  if (read.properties && !read.references.some((one) => isPropertiesReference(one, read))) reasons.push({ code: "NOT_EVERYTHING_SIGNED" });
  const { certificate, algorithm } = await checkValue(read, reasons);
  const tokens = await readStamps(read, reasons);
  const evidence = { ...read.evidence, certificates: [...read.certificates, ...read.evidence.certificates] };
  return await judge({ certificate, reasons, claimedTime: read.claimedTime, algorithm, tokens, evidence, covers }, context);
}

/** A thrown thing as what it says about the signature. */
function reasonOf(error: unknown): Reason {
  if (error instanceof SigningError && error.code === "UNSUPPORTED") return { code: "CANONICALIZATION_UNKNOWN" };
  if (error instanceof SigningError) return { code: "STRUCTURE_BROKEN" };
  throw error;
}

async function checkReference(reference: XmlReference, read: ReadXades, root: XmlElement, files: FileDigests, reasons: Reason[], covers: string[]): Promise<void> {
  const bits = hashOfMethod(reference.digestMethod);
  if (!bits) {
    reasons.push({ code: "ALGORITHM_UNKNOWN" });
    return;
  }
  if (reference.uri.startsWith("#")) {
    // The properties by their place in this signature; anything else (KeyInfo) by its identifier, which is unique.
    const target = isPropertiesReference(reference, read) ? read.properties : byId(root, reference.uri.slice(1));
    const octets = target && transformed(target, reference.transforms);
    if (!target) reasons.push({ code: "STRUCTURE_BROKEN" });
    else if (!octets) reasons.push({ code: "CANONICALIZATION_UNKNOWN" });
    else if (!equal(await digestBytes(bits, octets), reference.digest)) reasons.push({ code: "CONTENT_CHANGED" });
    return;
  }
  const name = fileOfUri(reference.uri);
  if (name === null) {
    reasons.push({ code: "FEATURE_UNKNOWN" });
    return;
  }
  if (reference.transforms.length > 0) {
    reasons.push({ code: "CANONICALIZATION_UNKNOWN", subject: name });
    return;
  }
  const digest = await files(name, bits);
  if (!digest) reasons.push({ code: "FILE_MISSING", subject: name });
  else if (!equal(digest, reference.digest)) reasons.push({ code: "CONTENT_CHANGED", subject: name });
  covers.push(name);
}

function byId(root: XmlElement, id: string): XmlElement | null {
  for (const element of descendants(root)) if (attributeOf(element, "Id") === id) return element;
  return null;
}

async function checkValue(read: ReadXades, reasons: Reason[]): Promise<{ readonly certificate: CertificateFacts | null; readonly algorithm: string | null }> {
  const scheme = schemeOfMethod(read.signatureMethod);
  const all = readable(read.certificates);
  const named = await namedCertificate(read, all);
  const certificate = named ?? all[0] ?? null;
  if (!certificate) reasons.push({ code: "CERTIFICATE_MISSING" });
  if (!scheme) reasons.push({ code: "ALGORITHM_UNKNOWN" });
  if (!read.canonicalization) reasons.push({ code: "CANONICALIZATION_UNKNOWN" });
  if (certificate && scheme && read.canonicalization) {
    let octets: Bytes | null = null;
    try {
      octets = canonicalize(read.signedInfo, read.canonicalization);
    } catch (error) {
      reasons.push(reasonOf(error));
    }
    if (octets && !(await rawSignatureFits(certificate.publicKey, scheme, octets, read.signatureValue))) reasons.push({ code: "SIGNATURE_WRONG" });
  }
  if (certificate && read.namedCertificates.length === 0) reasons.push({ code: "CERTIFICATE_NOT_NAMED" });
  else if (certificate && !named) reasons.push({ code: "CERTIFICATE_SWAPPED" });
  return { certificate, algorithm: certificate && scheme ? describe(certificate, scheme.kind, scheme.hash) : null };
}

/** The certificate that SigningCertificate(V2) names first, by digest and, if given, by issuer and serial number. */
async function namedCertificate(read: ReadXades, all: readonly CertificateFacts[]): Promise<CertificateFacts | null> {
  const [first] = read.namedCertificates;
  const digest = first && onlyChild(first, ns.xades, "CertDigest");
  const method = digest && onlyChild(digest, ns.ds, "DigestMethod");
  const value = digest && onlyChild(digest, ns.ds, "DigestValue");
  const bits = method ? hashOfMethod(attributeOf(method, "Algorithm") ?? "") : null;
  if (!first || !value || !bits) return null;
  const wanted = fromBase64(textContent(value));
  for (const one of all) {
    if (!equal(await digestBytes(bits, one.der), wanted)) continue;
    const serial = onlyChild(first, ns.xades, "IssuerSerialV2");
    return !serial || isIssuerSerial(fromBase64(textContent(serial)), one) ? one : null;
  }
  return null;
}

function isIssuerSerial(der: Bytes, { issuerDer, serialDer }: CertificateFacts): boolean {
  const node = readDer(der);
  const directory = findChild(childOf(node, 0, 0x30), 0xa4);
  return directory !== undefined && equal(childOf(directory, 0).raw, issuerDer) && equal(childOf(node, 1, 0x02).raw, serialDer);
}

async function readStamps(read: ReadXades, reasons: Reason[]): Promise<readonly Token[]> {
  const tokens: Token[] = [];
  for (const { token, canonicalization } of read.stamps) {
    if (!canonicalization) {
      reasons.push({ code: "CANONICALIZATION_UNKNOWN" });
      continue;
    }
    try {
      tokens.push(await readToken(token, canonicalize(read.valueElement, canonicalization)));
    } catch (error) {
      if (!(error instanceof SigningError)) throw error;
      reasons.push({ code: error.code === "UNSUPPORTED" ? "CANONICALIZATION_UNKNOWN" : "TIMESTAMP_WRONG" });
    }
  }
  return tokens;
}

/** Whether every identifier in a document names one element only. */
export function hasUniqueIds(root: XmlElement): boolean {
  const ids = [...descendants(root)].flatMap(({ attributes }) => attributes.filter(({ local }) => /^id$/i.test(local)).map(({ value }) => value));
  return new Set(ids).size === ids.length;
}

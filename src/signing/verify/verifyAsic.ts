// An ASiC-E container (ETSI EN 319 162-1): is it in order, what is in it, and do its signatures cover all of it?
import { equal } from "../../card/bytes.ts";
import type { HashBits } from "../algorithms.ts";
import { mimetypeBytes } from "../asic/container.ts";
import { SigningError } from "../error.ts";
import { digestAndChecksum } from "../hash/streamHash.ts";
import type { Bytes } from "../signer.ts";
import { asicMimeType, ns } from "../xades/names.ts";
import { attributeOf, childrenNamed, parseXml, type XmlElement } from "../xml/parse.ts";
import { zipIsCutOff } from "../zip/cutOff.ts";
import { readEntry, readZip, type ZipEntry } from "../zip/read.ts";
import type { VerificationContext } from "./context.ts";
import { type FileState, fileReport, fileState, type Reason, type ReasonCode, sortedReasons, type SignatureReport, verdictOf, type VerificationReport } from "./report.ts";
import { hasUniqueIds, verifyXades } from "./verifyXades.ts";

/** A signatures file with many certificates, stamps and lists in it. */
const longestXml = 32 * 1024 * 1024;

export async function verifyAsic(container: Blob, context: VerificationContext): Promise<VerificationReport> {
  const reasons: Reason[] = [];
  let entries: readonly ZipEntry[];
  try {
    entries = await readZip(container);
  } catch (error) {
    return await unread(container, containerReason(error));
  }
  const names = entries.map(({ name }) => name);
  const marked = await hasMimetype(entries);
  // No signature, nor a place for one. Who has either owes the rest.
  if (!marked && !names.some((name) => /^META-INF\/.*(signature|\.p7s$|\.tst$)/i.test(name))) return notSigned(names);
  if (!marked && (await isOtherKind(entries))) return ofKind("SIGNATURE_OTHER_KIND");
  if (!marked) reasons.push({ code: "CONTAINER_BROKEN" });
  const data = entries.filter(({ name }) => name !== "mimetype" && !name.startsWith("META-INF/") && !name.endsWith("/"));
  // A folder has no content: to another reader it would be a file, and one that nobody signed.
  if (entries.some(({ name, size }) => name.endsWith("/") && size > 0)) reasons.push({ code: "CONTAINER_BROKEN" });
  const digests = new Map<string, Promise<Bytes>>();
  const files = async (name: string, bits: HashBits): Promise<Bytes | null> => {
    const entry = data.find((one) => one.name === name);
    if (!entry) return null;
    const key = `${bits} ${name}`;
    const known = digests.get(key) ?? digestOf(entry, bits, context, reasons);
    digests.set(key, known);
    return await known;
  };
  const signatures: SignatureReport[] = [];
  for (const entry of entries) {
    if (!/^META-INF\/[^/]*signatures[^/]*\.xml$/i.test(entry.name)) continue;
    try {
      const root = parseXml(await checkedEntry(entry));
      if (!hasUniqueIds(root)) reasons.push({ code: "STRUCTURE_BROKEN" });
      for (const one of signaturesIn(root)) signatures.push(withUnsigned(await verifyXades(one, root, files, context), data));
    } catch (error) {
      reasons.push(containerReason(error));
    }
  }
  reasons.push(...(await manifestReasons(entries, data)));
  if (entries.some(({ name }) => /^META-INF\/.*\.(p7s|tst)$/i.test(name))) reasons.push({ code: "SIGNATURE_OTHER_KIND" });
  const state = (name: string): FileState => fileState(signatures.filter(({ covers }) => covers.includes(name)), name);
  // What a signature that was not read covers nobody knows.
  const told = signatures.length > 0 || !reasons.some(({ code }) => code === "SIGNATURE_OTHER_KIND");
  return fileReport({ format: "asic-e", reasons, signatures, files: told ? data.map(({ name, size }) => ({ name, size, state: state(name) })) : [] });
}

/** Other containers with signatures in the same folder: ASiC-S (EN 319 162-1 §4.3, where the type may be left out), OpenDocument, EPUB. */
async function isOtherKind(entries: readonly ZipEntry[]): Promise<boolean> {
  const type = entries.find(({ name }) => name === "mimetype");
  if (!type) return entries.some(({ name }) => /^META-INF\/(signature\.p7s|timestamp\.tst)$/i.test(name)) && !entries.some(({ name }) => /^META-INF\/[^/]*signatures/i.test(name));
  if (type.size > longestType) return false;
  try {
    return /^application\/(vnd\.etsi\.asic-s\+zip|vnd\.oasis\.opendocument\.[a-z-]+|epub\+zip)\s*$/.test(new TextDecoder().decode(await readEntry(type, longestType)));
  } catch (error) {
    // What can't be read is broken, of whatever kind.
    return containerReason(error).code === "FEATURE_UNKNOWN";
  }
}

const longestType = 100;

/** A ZIP that can't be read: cut off, not one of ours at all, or broken. */
async function unread(container: Blob, reason: Reason): Promise<VerificationReport> {
  if (reason.code === "CONTAINER_BROKEN" && (await zipIsCutOff(container))) return fileReport({ format: null, reasons: [{ code: "FILE_INCOMPLETE" }], signatures: [], files: [] });
  // Names stand unpacked at either end: before the first file and in the directory.
  const ends = (await container.slice(0, nearEnd).text()) + (await container.slice(Math.max(0, container.size - nearEnd)).text());
  if (/META-INF\/[^/]{0,80}(signature|\.p7s|\.tst)/i.test(ends) || ends.includes(asicMimeType)) return fileReport({ format: "asic-e", reasons: [reason], signatures: [], files: [] });
  return notSigned([signaturesFolder, ...officeNames].filter((name) => ends.includes(name)));
}

const nearEnd = 64 * 1024;
const officeNames = ["[Content_Types].xml", "content.xml"] as const;
/** Where office programs keep signatures of their own kind. */
const signaturesFolder = "_xmlsignatures/";

/** An archive, or an office document, which may have a signature of its own kind. */
function notSigned(names: readonly string[]): VerificationReport {
  const code = names.some((name) => name.startsWith(signaturesFolder)) ? "OFFICE_SIGNATURE" : officeNames.some((one) => names.includes(one)) ? "OFFICE_DOCUMENT" : null;
  return ofKind(code);
}

function ofKind(code: ReasonCode | null): VerificationReport {
  return fileReport({ format: null, reasons: code ? [{ code }] : [], signatures: [], files: [] });
}

function containerReason(error: unknown): Reason {
  if (error instanceof SigningError && error.code === "UNSUPPORTED") return { code: "FEATURE_UNKNOWN" };
  if (error instanceof SigningError && error.code === "MALFORMED") return { code: "CONTAINER_BROKEN" };
  throw error;
}

/** §A.1: first, not packed, nothing extra, these bytes. */
async function hasMimetype([first]: readonly ZipEntry[]): Promise<boolean> {
  if (first?.name !== "mimetype" || !first.stored || first.extraLength > 0 || first.size !== mimetypeBytes.length) return false;
  return equal(await readEntry(first, mimetypeBytes.length), mimetypeBytes);
}

/** Only a whole container signature set: what lies deeper in a document is not a signature of this container. */
function signaturesIn(root: XmlElement): readonly XmlElement[] {
  if (root.uri === ns.ds && root.local === "Signature") return [root];
  return root.local === "XAdESSignatures" || root.local === "document-signatures" ? childrenNamed(root, ns.ds, "Signature") : [];
}

/** Files that lie in the container and that this signature says nothing about. */
function withUnsigned(report: SignatureReport, data: readonly ZipEntry[]): SignatureReport {
  const left = data.filter(({ name }) => !report.covers.includes(name)).map(({ name }): Reason => ({ code: "FILE_NOT_SIGNED", subject: name }));
  const reasons = sortedReasons([...report.reasons, ...left]);
  return { ...report, reasons, verdict: verdictOf(reasons) };
}

/** A wrong checksum is the container's fault; whether the content is what was signed, its digest tells. */
async function digestOf(entry: ZipEntry, bits: HashBits, { signal = null }: VerificationContext, reasons: Reason[]): Promise<Bytes> {
  const { digest, crc } = await digestAndChecksum(entry.stream(), { bits, signal });
  if (crc !== entry.crc) reasons.push({ code: "CONTAINER_BROKEN", subject: entry.name });
  return digest;
}

async function checkedEntry(entry: ZipEntry): Promise<Bytes> {
  const bytes = await readEntry(entry, longestXml);
  const { crc } = await digestAndChecksum(onePiece(bytes), { bits: 256 });
  if (crc !== entry.crc) throw new SigningError("MALFORMED", "a file whose checksum is another");
  return bytes;
}

async function* onePiece(bytes: Bytes): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The manifest is not signed, so it may not say anything else than what is there. */
async function manifestReasons(entries: readonly ZipEntry[], data: readonly ZipEntry[]): Promise<readonly Reason[]> {
  const manifest = entries.find(({ name }) => name === "META-INF/manifest.xml");
  if (!manifest) return [];
  try {
    const listed = childrenNamed(parseXml(await checkedEntry(manifest)), ns.manifest, "file-entry")
      .map((one) => one.attributes.find(({ local, uri }) => local === "full-path" && uri === ns.manifest)?.value ?? attributeOf(one, "full-path") ?? "")
      .filter((path) => path !== "/" && !path.startsWith("META-INF/"));
    const there = data.map(({ name }) => name);
    return listed.length === there.length && listed.every((path) => there.includes(path)) ? [] : [{ code: "CONTAINER_BROKEN" }];
  } catch (error) {
    return [containerReason(error)];
  }
}

// ASiC-E with one XAdES signature over all its files.
import { hashBitsOf } from "../algorithms.ts";
import { checkNames, manifestXml, mimetypeBytes } from "../asic/container.ts";
import { SigningError } from "../error.ts";
import { checksumBlob, hashBlob } from "../hash/streamHash.ts";
import type { Bytes, Signer } from "../signer.ts";
import { buildXades, encodeXades, type SignedFile } from "../xades/buildXades.ts";
import { largest } from "../zip/format.ts";
import { type StoredEntry, writeZip, zipSize } from "../zip/write.ts";
import { enrich } from "./enrich.ts";
import type { Enrichment, SigningOptions } from "./options.ts";

export interface FileToSign {
  readonly name: string;
  /** Empty: application/octet-stream. */
  readonly mimeType: string;
  readonly data: Blob;
}

export interface AsicSigned extends Pick<Enrichment, "level" | "notices"> {
  /** In pieces for a Blob: the files are referred to, not copied. */
  readonly parts: readonly (Blob | Bytes)[];
}

const unknownType = "application/octet-stream";
/** A signature with its certificates, stamps and proofs is never longer. */
const roomForSignature = 4 * 1024 * 1024;

/**
 * @throws SigningError NO_FILES, NAME_UNUSABLE, FILE_TOO_LARGE, FILE_UNREADABLE, CANCELLED (before the card has signed),
 * CERTIFICATE_UNUSABLE, SIGNATURE_MISMATCH; whatever `signer.sign` throws
 */
export async function signAsic(files: readonly FileToSign[], signer: Signer, options: SigningOptions): Promise<AsicSigned> {
  checkNames(files.map(({ name }) => name));
  const total = files.reduce((sum, { data }) => sum + data.size, 0);
  if (zipSize(files.map(({ name, data }) => ({ name, size: data.size }))) + roomForSignature > largest) {
    throw new SigningError("FILE_TOO_LARGE", "a container of four gigabytes or more");
  }
  const { at, signal = null, progress } = options;
  const bits = hashBitsOf(signer.algorithm);
  const typed = files.map((file) => ({ ...file, mimeType: typeOf(file) }));
  const named: SignedFile[] = [];
  let before = 0;
  for (const { name, mimeType, data } of typed) {
    const start = before;
    const { digest } = await hashBlob(data, { bits, signal, progress: (done) => progress?.({ phase: "reading", done: start + done, total }) });
    progress?.({ phase: "hashed", index: named.length, hash: { bits, digest } });
    named.push({ name, mimeType, digest });
    before += data.size;
  }
  progress?.({ phase: "signing" });
  // The checksums are the container's business, not the signature's: they are made while the card thinks.
  const stored = storedFiles(typed);
  stored.catch(() => {});
  const xades = await buildXades({ signer, files: named, signingTime: at, id: "S0" });
  const { level, notices, ...beside } = await enrich(signer, xades.stampedBytes, options);
  const entries: readonly StoredEntry[] = [
    await small("mimetype", mimetypeBytes),
    await small("META-INF/manifest.xml", manifestXml(typed)),
    ...(await stored),
    await small("META-INF/signatures0.xml", encodeXades({ ...xades, ...beside })),
  ];
  return { parts: writeZip(entries, at), level, notices };
}

async function storedFiles(files: readonly FileToSign[]): Promise<readonly StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for (const { name, data } of files) entries.push({ name, data, size: data.size, crc: await checksumBlob(data) });
  return entries;
}

async function small(name: string, data: Bytes): Promise<StoredEntry> {
  return { name, data, size: data.length, crc: await checksumBlob(new Blob([data])) };
}

/** What the browser says of the file, if it is a media type at all (RFC 6838 §4.2). */
function typeOf({ mimeType }: FileToSign): string {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mimeType) ? mimeType : unknownType;
}

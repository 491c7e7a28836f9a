// CAdES of one file: detached (`.p7s` beside the file) or enveloping (`.p7m`, the file inside).
import { hashBitsOf } from "../algorithms.ts";
import { buildSignedData, encodeDetached, encodeEnveloping } from "../cms/buildSignedData.ts";
import { hashBlob } from "../hash/streamHash.ts";
import type { Bytes, Signer } from "../signer.ts";
import { enrich } from "./enrich.ts";
import type { Enrichment, SigningOptions } from "./options.ts";

export interface CmsSigned extends Pick<Enrichment, "level" | "notices"> {
  /** In pieces for a Blob: an enveloping signature refers to the file instead of copying it. */
  readonly parts: readonly (Blob | Bytes)[];
}

/**
 * Detached, of a document that is elsewhere. @param contentDigest of it, by the hash of the signer's algorithm
 * @throws SigningError CERTIFICATE_UNUSABLE, SIGNATURE_MISMATCH; whatever `signer.sign` throws
 */
export async function signCmsDigest(contentDigest: Bytes, signer: Signer, options: SigningOptions): Promise<CmsSigned> {
  const parts = await buildSignedData({ signer, contentDigest, signingTime: options.at });
  const { level, notices, ...beside } = await enrich(signer, parts.signature, options);
  return { parts: [encodeDetached({ ...parts, ...beside })], level, notices };
}

/**
 * @throws SigningError FILE_UNREADABLE, CANCELLED (before the card has signed), CERTIFICATE_UNUSABLE, SIGNATURE_MISMATCH;
 * whatever `signer.sign` throws
 */
export async function signCms(file: Blob, form: "detached" | "enveloping", signer: Signer, options: SigningOptions): Promise<CmsSigned> {
  const { at, signal = null, progress } = options;
  const bits = hashBitsOf(signer.algorithm);
  const { digest } = await hashBlob(file, {
    bits,
    signal,
    progress: (done) => progress?.({ phase: "reading", done, total: file.size }),
  });
  progress?.({ phase: "hashed", index: 0, hash: { bits, digest } });
  progress?.({ phase: "signing" });
  const parts = await buildSignedData({ signer, contentDigest: digest, signingTime: at });
  const { level, notices, ...beside } = await enrich(signer, parts.signature, options);
  const whole = { ...parts, ...beside };
  if (form === "detached") return { parts: [encodeDetached(whole)], level, notices };
  const { before, after } = encodeEnveloping(whole, file.size);
  return { parts: [before, file, after], level, notices };
}

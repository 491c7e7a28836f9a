// A PDF signature from the file to the file: PAdES B-B, B-T with a time stamp, B-LT with the proofs in the document's
// store (EN 319 142-1 §6.3).
import { buildSignedData, encodeDetached } from "../cms/buildSignedData.ts";
import { hashBitsOf } from "../algorithms.ts";
import { enrich } from "../sign/enrich.ts";
import type { Level, SigningNotice, SigningOptions } from "../sign/options.ts";
import type { Signer } from "../signer.ts";
import { type PadesRequest, preparePdf } from "./prepare.ts";
import { addToStore } from "./securityStore.ts";

export interface SignPdfRequest extends Omit<PadesRequest, "hash" | "room"> {
  readonly signer: Signer;
  /** Time stamp and proofs, where the person allowed them; null: B-B. */
  readonly options?: SigningOptions | null;
}

/**
 * What a CMS takes beside its certificates: attributes and signature (RSA-4096: 512 bytes), and a time-stamp token with
 * the certificates of its authority. A token that turns out larger is left out, and with it nothing but the proof of time.
 */
const roomForSignature = 4 * 1024;
const roomForStamp = 16 * 1024;

export interface SignedPdf {
  readonly file: Blob;
  /** What was reached … */
  readonly level: Level;
  /** … and why it is not more. */
  readonly notices: readonly SigningNotice[];
}

/**
 * @throws SigningError as preparePdf and buildSignedData do; whatever `signer.sign` throws. Once the card has signed
 * nothing is thrown any more: see [Note: never a lost signature].
 */
export async function signPdf({ signer, options = null, ...request }: SignPdfRequest): Promise<SignedPdf> {
  const certificates = [signer.certificateDer, ...signer.chainDer].reduce((sum, one) => sum + one.length, 0);
  const room = certificates + roomForSignature + (options?.timestampUrl ? roomForStamp : 0);
  const read = (done: number): void => options?.progress?.({ phase: "reading", done: Math.min(done, request.document.size), total: request.document.size });
  const prepared = await preparePdf({ ...request, hash: hashBitsOf(signer.algorithm), room, progress: read, signal: options?.signal ?? request.signal ?? null });
  // PAdES forbids the signing-time attribute: the claimed time is /M.
  const parts = await buildSignedData({ signer, contentDigest: prepared.digest, signingTime: null });
  const plain = encodeDetached(parts);
  const more = options && (await enrich(signer, parts.signature, options));
  if (!more?.timestampToken) return { file: prepared.finish(plain), level: "B-B", notices: more?.notices ?? [] };
  const stamped = encodeDetached({ ...parts, timestampToken: more.timestampToken });
  if (stamped.length > room) return { file: prepared.finish(plain), level: "B-B", notices: [...more.notices, "TIMESTAMP_INVALID"] };
  const file = prepared.finish(stamped);
  // Proofs of some of the certificates are worth keeping, too: what is missing can be added by anybody later.
  if (more.crls.length + more.ocspResponses.length === 0) return { file, level: more.level, notices: more.notices };
  return await addToStore(file, more).then(
    (stored): SignedPdf => ({ file: stored, level: more.level, notices: more.notices }),
    (): SignedPdf => ({ file, level: "B-T", notices: [...more.notices, "INTERNAL"] }),
  );
}

// A PDF signature from the file to the file: PAdES B-B, and B-T when a time stamp is added (EN 319 142-1 §6.3).
import { buildSignedData, encodeDetached, type SignedDataParts } from "../cms/buildSignedData.ts";
import { hashBitsOf } from "../algorithms.ts";
import type { Signer } from "../signer.ts";
import { type PadesRequest, preparePdf } from "./prepare.ts";

export interface SignPdfRequest extends Omit<PadesRequest, "hash" | "room"> {
  readonly signer: Signer;
  /** Puts a time stamp, certificates or revocation data beside the signature; null: B-B as it is. */
  readonly enrich?: ((parts: SignedDataParts) => Promise<SignedDataParts>) | null;
}

/**
 * What a CMS takes beside its certificates: attributes and signature (RSA-4096: 512 bytes), and a time-stamp token with
 * the certificates of its authority. A token that turns out larger is left out, and with it nothing but the proof of time.
 */
const roomForSignature = 4 * 1024;
const roomForEnrichment = 16 * 1024;

export interface SignedPdf {
  readonly file: Blob;
  /** What was added by `enrich` did not fit, and is not in the file. */
  readonly plain: boolean;
}

/** @throws SigningError as preparePdf and buildSignedData do; whatever `signer.sign` throws */
export async function signPdf({ signer, enrich = null, ...request }: SignPdfRequest): Promise<SignedPdf> {
  const certificates = [signer.certificateDer, ...signer.chainDer].reduce((sum, one) => sum + one.length, 0);
  const room = certificates + roomForSignature + (enrich ? roomForEnrichment : 0);
  const prepared = await preparePdf({ ...request, hash: hashBitsOf(signer.algorithm), room });
  // PAdES forbids the signing-time attribute: the claimed time is /M.
  const parts = await buildSignedData({ signer, contentDigest: prepared.digest, signingTime: null });
  const rich = enrich ? encodeDetached(await enrich(parts)) : null;
  const fits = rich !== null && rich.length <= room;
  return { file: prepared.finish(fits ? rich : encodeDetached(parts)), plain: rich !== null && !fits };
}

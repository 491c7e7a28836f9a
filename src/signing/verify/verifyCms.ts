// A CMS signature and what it signs: `.p7s`, and the /Contents of a PDF's signature field.
import { cmsOid } from "../cms/oids.ts";
import { parseSignedData, type ParsedSignedData, type ParsedSigner } from "../cms/parseSignedData.ts";
import { digestBytes } from "../hash/digest.ts";
import { SigningError } from "../error.ts";
import { readToken, type Token } from "../timestamp/token.ts";
import { type ContentDigest, checkSigner } from "./checkSigner.ts";
import { type Evidence, noEvidence, type VerificationContext } from "./context.ts";
import { judge } from "./judge.ts";
import type { Reason, SignatureReport } from "./report.ts";

export interface CmsToVerify {
  /** ContentInfo, DER, without anything behind it (a PDF's zero padding is the caller's to cut). */
  readonly cms: Uint8Array;
  /** Digest of the detached content; null: nobody has it. Ignored when the content is inside. */
  readonly content: ContentDigest | null;
  /** More certificates and revocation data, for example from a PDF's DSS. */
  readonly evidence?: Evidence;
  /** What the container says of the signer's clock (a PDF's /M); the signing-time attribute wins over it. */
  readonly claimedTime?: number | null;
}

/**
 * A report for each signer in it. What is broken is reported, not thrown.
 * @returns null: the bytes are no SignedData of a kind known here
 */
export async function verifyCms({ cms, content, evidence = noEvidence, claimedTime = null }: CmsToVerify, context: VerificationContext): Promise<readonly SignatureReport[] | null> {
  let data: ParsedSignedData;
  try {
    data = parseSignedData(cms);
  } catch (error) {
    if (error instanceof SigningError) return null;
    throw error;
  }
  const inside = data.content;
  const digest: ContentDigest | null = inside ? (bits) => digestBytes(bits, inside) : content;
  const reports: SignatureReport[] = [];
  for (const signer of data.signers) reports.push(await verifySigner(data, signer, digest, { evidence, claimedTime }, context));
  return reports;
}

async function verifySigner(data: ParsedSignedData, signer: ParsedSigner, content: ContentDigest | null, beside: { readonly evidence: Evidence; readonly claimedTime: number | null }, context: VerificationContext): Promise<SignatureReport> {
  const more = beside.evidence;
  const evidence: Evidence = {
    certificates: [...data.certificates, ...more.certificates],
    crls: [...data.crls, ...more.crls],
    ocspResponses: [...data.ocspResponses, ...more.ocspResponses],
  };
  const broken: Reason = { code: "STRUCTURE_BROKEN" };
  try {
    const check = await checkSigner(data, signer, content);
    const { tokens, reasons } = await readTokens(signer);
    return await judge({ ...check, claimedTime: check.claimedTime ?? beside.claimedTime, reasons: [...check.reasons.map((code) => ({ code })), ...reasons], tokens, evidence }, context);
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    return await judge({ certificate: null, reasons: [broken], claimedTime: null, algorithm: null, tokens: [], evidence }, context);
  }
}

async function readTokens(signer: ParsedSigner): Promise<{ readonly tokens: readonly Token[]; readonly reasons: readonly Reason[] }> {
  const tokens: Token[] = [];
  const reasons: Reason[] = [];
  for (const value of signer.unsignedAttributes.get(cmsOid.signatureTimeStamp) ?? []) {
    try {
      tokens.push(await readToken(value.raw, signer.signature));
    } catch (error) {
      if (!(error instanceof SigningError)) throw error;
      reasons.push({ code: "TIMESTAMP_WRONG" });
    }
  }
  return { tokens, reasons };
}

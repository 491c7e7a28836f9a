// The path from a certificate to an authority that is trusted (RFC 5280 §6, without policy mapping and name constraints:
// a certificate that needs either carries a critical extension, and no path leads through one that is not understood).
import { equal } from "../../card/bytes.ts";
import type { ReasonCode } from "../verify/report.ts";
import { type CertificateFacts, readCertificate } from "./facts.ts";
import { derSignatureFits, schemeOf } from "./signature.ts";

export interface Anchor {
  readonly certificate: CertificateFacts;
  /** "list": the extension's own; "person": added by the person. */
  readonly origin: "list" | "person";
  /** The list's source has been confirmed by the authority itself. */
  readonly confirmed: boolean;
}

export interface Path {
  /** From the issuer of the certificate up to and with the anchor. */
  readonly issuers: readonly CertificateFacts[];
  readonly anchor: Anchor;
}

export type PathResult = { readonly path: Path } | { readonly problem: ReasonCode };

const deepest = 8;
const keyCertSign = 5;

/**
 * @param pool certificates that may lie between; their order means nothing
 * @param at milliseconds since the epoch: when every issuer must have been valid
 */
export async function findPath(leaf: CertificateFacts, pool: readonly CertificateFacts[], anchors: readonly Anchor[], at: number): Promise<PathResult> {
  let problem: ReasonCode = "ISSUER_NOT_TRUSTED";
  const climb = async (at0: CertificateFacts, below: readonly CertificateFacts[]): Promise<Path | null> => {
    if (below.length > deepest) return null;
    for (const anchor of anchors) {
      const fault = await issued(anchor.certificate, at0, below.length, at);
      if (fault === null) return { issuers: [...below.slice(1), ...(below.length > 0 ? [at0] : []), anchor.certificate], anchor };
      problem = graver(problem, fault);
    }
    for (const candidate of pool) {
      if (candidate === at0 || below.includes(candidate) || equal(candidate.der, at0.der)) continue;
      const fault = await issued(candidate, at0, below.length, at);
      if (fault === null) {
        const found = await climb(candidate, [...below, at0]);
        if (found) return found;
      } else problem = graver(problem, fault);
    }
    return null;
  };
  if (leaf.unknownCritical.length > 0) return { problem: "FEATURE_UNKNOWN" };
  const path = await climb(leaf, []);
  return path ? { path } : { problem };
}

/** null: `issuer` issued `subject` and was allowed to; "ISSUER_NOT_TRUSTED": it is somebody else. */
async function issued(issuer: CertificateFacts, subject: CertificateFacts, between: number, at: number): Promise<ReasonCode | null> {
  if (!equal(issuer.subjectDer, subject.issuerDer)) return "ISSUER_NOT_TRUSTED";
  if (!(await isSignedBy(subject, issuer))) {
    // Another authority of the same name (a renewed key) is no proof of a forgery; the same key identifier is.
    const named = subject.authorityKeyId !== null && subject.authorityKeyId === issuer.subjectKeyId;
    return named || subject.authorityKeyId === null ? "CHAIN_BROKEN" : "ISSUER_NOT_TRUSTED";
  }
  if (issuer.unknownCritical.length > 0) return "FEATURE_UNKNOWN";
  if (!issuer.isAuthority || (issuer.keyUsage && !issuer.keyUsage.has(keyCertSign))) return "CHAIN_BROKEN";
  if (issuer.pathLength !== null && between > issuer.pathLength) return "CHAIN_BROKEN";
  if (at < issuer.notBefore || at > issuer.notAfter) return "ISSUER_NOT_TRUSTED";
  return null;
}

export async function isSignedBy(subject: CertificateFacts, issuer: CertificateFacts): Promise<boolean> {
  const scheme = schemeOf(subject.signatureAlgorithm, null);
  return scheme !== null && (await derSignatureFits(issuer.publicKey, scheme, subject.tbs, subject.signature));
}

function graver(a: ReasonCode, b: ReasonCode): ReasonCode {
  const order: readonly ReasonCode[] = ["CHAIN_BROKEN", "FEATURE_UNKNOWN"];
  return order.find((one) => one === a || one === b) ?? a;
}

/** Certificates that can be read; what can't be is left out: it proves nothing either way. */
export function readable(ders: readonly Uint8Array[]): readonly CertificateFacts[] {
  return ders.flatMap((der) => {
    try {
      return [readCertificate(der)];
    } catch {
      return [];
    }
  });
}

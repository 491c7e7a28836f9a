// From "the signature holds" to a verdict: who, since when, on whose word (ETSI EN 319 102-1 §5.3 to §5.5, in short).
// [Note: when a certificate counts] A signature counts if its certificate was good when it was made. That moment is proven
// only by a time stamp of a trusted authority; the signer's own clock is a claim. So: with a trusted stamp the certificate
// is judged at that time; without one it must be good now, or nobody can tell.
import { toHex } from "../../card/bytes.ts";
import { personalNumber } from "../../card/x509/name.ts";
import { digestBytes } from "../hash/digest.ts";
import type { Token } from "../timestamp/token.ts";
import { findPath, type Path, readable } from "../x509/chain.ts";
import type { CertificateFacts } from "../x509/facts.ts";
import type { Evidence, VerificationContext } from "./context.ts";
import { judgeRevocation, type RevocationJudgement } from "./judgeRevocation.ts";
import { type CertificateReport, type Reason, type ReasonCode, sortedReasons, type SignatureReport, type TimestampReport, verdictOf } from "./report.ts";

export interface Findings {
  readonly certificate: CertificateFacts | null;
  /** What was found in the signature itself. */
  readonly reasons: readonly Reason[];
  readonly claimedTime: number | null;
  readonly algorithm: string | null;
  /** Signature time stamps, read against the signature they stand by. */
  readonly tokens: readonly Token[];
  readonly evidence: Evidence;
  readonly covers?: readonly string[];
}

const clockSkewMs = 60 * 60_000;
const nonRepudiation = 1;
const digitalSignature = 0;

/** The report on one signature. Never throws for what a file may contain. */
export async function judge(findings: Findings, context: VerificationContext): Promise<SignatureReport> {
  const { certificate, evidence, claimedTime, tokens } = findings;
  const codes: ReasonCode[] = [];
  const pool = [...readable(evidence.certificates), ...tokens.flatMap((token) => token.pool)];
  const stamp = await judgeTokens(tokens, pool, context, codes);
  const provenAt = stamp?.trusted ? stamp.time : null;
  let path: Path | null = null;
  let revocation: RevocationJudgement = { state: "unknown", provenAt: null, revokedAt: null };
  if (certificate) {
    const at = provenAt ?? context.now;
    judgeCertificate(certificate, at, provenAt, claimedTime, codes);
    const result = await findPath(certificate, pool, context.anchors, at);
    if ("path" in result) {
      ({ path } = result);
      if (path.anchor.origin === "person") codes.push("TRUSTED_BY_PERSON");
      else if (!path.anchor.confirmed) codes.push("TRUST_UNVERIFIED");
      const all = { ...evidence, crls: [...evidence.crls, ...tokens.flatMap((one) => one.crls)], ocspResponses: [...evidence.ocspResponses, ...tokens.flatMap((one) => one.ocspResponses)] };
      revocation = await judgeRevocation(certificate, path, all, context);
      codes.push(...revocationReasons(revocation, provenAt, claimedTime));
    } else codes.push(result.problem);
    if (!certificate.qualified) codes.push("NOT_QUALIFIED");
  }
  if (!provenAt && claimedTime !== null) codes.push("TIME_CLAIMED_ONLY");
  if (claimedTime !== null && claimedTime > context.now + clockSkewMs) codes.push("TIME_IN_FUTURE");
  const reasons = sortedReasons([...findings.reasons, ...codes.map((code) => ({ code }))]);
  const embedded = evidence.crls.length + evidence.ocspResponses.length > 0;
  return {
    verdict: verdictOf(reasons),
    reasons,
    signer: certificate ? await certificateReport(certificate) : null,
    personalNumber: certificate ? personalNumber(certificate.subject) : null,
    issuerName: certificate ? (certificate.issuer.commonName ?? certificate.issuer.organization) : null,
    chain: path ? await Promise.all(path.issuers.map((one) => certificateReport(one))) : [],
    claimedTime,
    timestamp: stamp,
    level: stamp ? (embedded ? "B-LT" : "B-T") : "B-B",
    algorithm: findings.algorithm,
    revocation: revocation.state,
    revocationTime: revocation.provenAt,
    addresses: path && certificate ? [certificate, ...path.issuers.slice(0, -1)].flatMap(({ ocspUrls, crlUrls }) => [...ocspUrls, ...crlUrls]) : [],
    covers: findings.covers ?? [],
  };
}

function judgeCertificate(certificate: CertificateFacts, at: number, provenAt: number | null, claimedTime: number | null, codes: ReasonCode[]): void {
  const { notBefore, notAfter, keyUsage } = certificate;
  if (keyUsage && !keyUsage.has(nonRepudiation) && !keyUsage.has(digitalSignature)) codes.push("CERTIFICATE_NOT_FOR_SIGNING");
  const outside = (time: number): boolean => time < notBefore || time > notAfter;
  if (provenAt !== null && outside(provenAt)) codes.push("CERTIFICATE_NOT_THEN_VALID");
  // By its own claim it was not valid: no proof is needed for that. A clock may be a little off.
  else if (claimedTime !== null && (claimedTime < notBefore - clockSkewMs || claimedTime > notAfter + clockSkewMs)) codes.push("CERTIFICATE_NOT_THEN_VALID");
  else if (at < notBefore) codes.push("CERTIFICATE_NOT_THEN_VALID");
  else if (outside(at)) codes.push("TIME_NOT_PROVEN");
}

/** The best stamp there is, the earliest trusted one first. A stamp that does not hold spoils the whole: somebody tampered. */
async function judgeTokens(tokens: readonly Token[], pool: readonly CertificateFacts[], context: VerificationContext, codes: ReasonCode[]): Promise<TimestampReport | null> {
  const stamps: TimestampReport[] = [];
  for (const token of tokens) {
    const { certificate, time, problem } = token;
    if (problem === "wrong") codes.push("TIMESTAMP_WRONG");
    if (problem || !certificate) {
      if (problem !== "wrong") codes.push("TIMESTAMP_NOT_TRUSTED");
      continue;
    }
    const valid = time >= certificate.notBefore && time <= certificate.notAfter && time <= context.now + clockSkewMs;
    if (!valid) codes.push("TIMESTAMP_WRONG");
    const result = valid ? await findPath(certificate, pool, context.anchors, time) : null;
    const path = result && "path" in result ? result.path : null;
    if (valid && result && "problem" in result) codes.push(result.problem === "CHAIN_BROKEN" ? "TIMESTAMP_WRONG" : "TIMESTAMP_NOT_TRUSTED");
    stamps.push({ time, authority: certificate.subject.commonName, trusted: path !== null });
  }
  return stamps.toSorted((a, b) => Number(b.trusted) - Number(a.trusted) || a.time - b.time)[0] ?? null;
}

function revocationReasons({ state, revokedAt, provenAt }: RevocationJudgement, stampedAt: number | null, claimedTime: number | null): readonly ReasonCode[] {
  if (state === "unknown") return ["REVOCATION_NOT_CHECKED"];
  if (revokedAt === null) return stampedAt !== null && provenAt !== null && provenAt < stampedAt ? ["REVOCATION_STALE"] : [];
  if (stampedAt !== null) return stampedAt < revokedAt ? [] : ["CERTIFICATE_REVOKED"];
  // Claimed to be earlier than the revocation, and nothing shows it.
  return claimedTime !== null && claimedTime < revokedAt ? ["TIME_NOT_PROVEN"] : ["CERTIFICATE_REVOKED"];
}

export async function certificateReport(certificate: CertificateFacts): Promise<CertificateReport> {
  const { subject, notBefore, notAfter, serialNumber, der } = certificate;
  const name = subject.commonName ?? [subject.givenName, subject.surname].filter((part) => part !== null).join(" ");
  return { name, organization: subject.organization, notBefore, notAfter, serialNumber, fingerprint: toHex(await digestBytes(256, der)) };
}

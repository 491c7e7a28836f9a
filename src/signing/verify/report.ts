// What a verification finds, the same for p7s, asice and PDF. Plain data: it crosses postMessage, and the home page puts
// each reason into words (`verify_reason_<code>` in the catalogues; a test checks that every code has one).

/** [Note: three verdicts] Nothing is called valid that was not checked to the end; what can't be checked is "unknown". */
export type Verdict = "valid" | "invalid" | "unknown";

/** Why, and what it does to the verdict. "note": worth telling, changes nothing. */
export const reasonGrades = {
  // The signature does not hold
  CONTENT_CHANGED: "invalid", // the digest of what was signed is another one
  CONTENT_DIFFERS: "invalid", // the same of a document chosen beside its signature: changed, or simply another one
  SIGNATURE_WRONG: "invalid", // the signature does not fit the certificate's key
  CERTIFICATE_SWAPPED: "invalid", // another certificate than the one named by what was signed
  CERTIFICATE_NOT_THEN_VALID: "invalid", // not yet, or no longer, valid when it was stamped or claimed to be signed
  CERTIFICATE_REVOKED: "invalid", // before the signature was made, as far as can be shown
  CERTIFICATE_NOT_FOR_SIGNING: "invalid", // its key may not be used for signatures on documents
  CHAIN_BROKEN: "invalid", // an issuer that was not allowed to issue it, or did not sign it
  TIMESTAMP_WRONG: "invalid", // the time stamp does not belong to this signature, or does not hold
  FILE_MISSING: "invalid", // signed, but not there
  FILE_NOT_SIGNED: "invalid", // there, but not signed
  LATER_CHANGES: "invalid", // something was changed after the signature (PDF)
  NOT_EVERYTHING_SIGNED: "invalid", // bytes of the file that the signature does not cover
  CONTAINER_BROKEN: "invalid", // the container contradicts itself
  DOCUMENT_BROKEN: "invalid", // the PDF contradicts itself: readers would each see something else
  STRUCTURE_BROKEN: "invalid", // the signature's own form is broken
  // It can't be said
  ISSUER_NOT_TRUSTED: "unknown", // no path to an authority of the trusted list
  TIME_NOT_PROVEN: "unknown", // the certificate has expired or been revoked since, and no time stamp shows it was earlier
  TIME_IN_FUTURE: "unknown", // it claims to be made later than now
  CERTIFICATE_MISSING: "unknown", // the signer's certificate is not in the signature
  CONTENT_NEEDED: "unknown", // a detached signature without its document
  ALGORITHM_UNKNOWN: "unknown", // an algorithm not known here, or too weak to prove anything
  CANONICALIZATION_UNKNOWN: "unknown", // a form of XML that can't be normalised here
  FEATURE_UNKNOWN: "unknown", // something in it that is not understood and may matter
  SIGNATURE_OTHER_KIND: "unknown", // there is one, of a kind that is not checked here: ASiC-S, CAdES in a container, XML
  OFFICE_SIGNATURE: "unknown", // one that only office programs make and check
  FILE_ENCRYPTED: "unknown", // not readable without a password
  NO_SIGNATURE: "unknown", // there is nothing to check
  TOO_LARGE: "unknown",
  FILE_EMPTY: "unknown", // no bytes at all
  FILE_INCOMPLETE: "unknown", // its end is missing, and with it perhaps the signature ([Note: cut off is not forged])
  OFFICE_DOCUMENT: "unknown", // of a word processor or the like, and not signed
  // To be told
  REVOCATION_NOT_CHECKED: "note",
  REVOCATION_STALE: "note", // the proof that it was not revoked is older than the signature
  TIME_CLAIMED_ONLY: "note",
  TIMESTAMP_NOT_TRUSTED: "note", // the stamp holds, but its authority is not in the trusted list
  TRUSTED_BY_PERSON: "note", // by an authority that the person added
  TRUST_UNVERIFIED: "note", // by an authority of the list whose source has not been confirmed
  NOT_QUALIFIED: "note",
  CERTIFICATE_NOT_NAMED: "note", // nothing signed names the certificate (plain CMS, not CAdES)
  LATER_ADDITIONS: "note", // more signatures or stamps after this one, nothing else (PDF)
} as const;

export type ReasonCode = keyof typeof reasonGrades;

export interface Reason {
  readonly code: ReasonCode;
  /** What it is about: a file's name inside a container, the PDF field. Shown, never logged. */
  readonly subject?: string;
}

/** A certificate as a report shows it. Times are milliseconds since the epoch. */
export interface CertificateReport {
  readonly name: string;
  readonly organization: string | null;
  readonly notBefore: number;
  readonly notAfter: number;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** SHA-256 of the DER, hexadecimal. */
  readonly fingerprint: string;
}

export interface TimestampReport {
  /** When, by the authority's clock. */
  readonly time: number;
  readonly authority: string | null;
  /** Path to the trusted list found: the time is proven. */
  readonly trusted: boolean;
}

export type RevocationState = "good" | "revoked" | "unknown";

export interface SignatureReport {
  readonly verdict: Verdict;
  /** The gravest first. */
  readonly reasons: readonly Reason[];
  /** null: the certificate is not there or can't be read. */
  readonly signer: CertificateReport | null;
  /** 11 digits; the home page shows it on request only. */
  readonly personalNumber: string | null;
  /** As the certificate calls its issuer; on nobody's word but its own as long as no path was found. null: it names none. */
  readonly issuerName: string | null;
  /** From the signer's issuer up to the anchor; empty when no path was found. */
  readonly chain: readonly CertificateReport[];
  /** Signer's clock. */
  readonly claimedTime: number | null;
  readonly timestamp: TimestampReport | null;
  readonly level: "B-B" | "B-T" | "B-LT";
  /** For people who want it: "RSA-2048 PKCS#1 v1.5, SHA-256". */
  readonly algorithm: string | null;
  readonly revocation: RevocationState;
  /** When the proof about revocation was made. */
  readonly revocationTime: number | null;
  /** Where the certificates on the path can be asked about online; empty when there is no path, or none says. */
  readonly addresses: readonly string[];
  /** Names of the files it covers (asice); empty elsewhere. */
  readonly covers: readonly string[];
}

/** What the signatures say of one file. "changed": since it was signed; "other": what was chosen beside a signature is not what it signs. */
export type FileState = "signed" | "changed" | "other" | "unsigned";

export type SignedFormat = "cades-detached" | "cades-enveloping" | "asic-e" | "pades";

export interface VerificationReport {
  readonly format: SignedFormat | null;
  /** The worst of the signatures', and of what is about the file as a whole. */
  readonly verdict: Verdict;
  /** About the file as a whole. */
  readonly reasons: readonly Reason[];
  readonly signatures: readonly SignatureReport[];
  /** What the signatures are about: files of a container, or the one document. */
  readonly files: readonly { readonly name: string; readonly size: number; readonly state: FileState }[];
}

/** Of a signature that has one of these nothing is covered by it. */
const worthless: ReadonlySet<ReasonCode> = new Set(["SIGNATURE_WRONG", "STRUCTURE_BROKEN"]);
const changes: ReadonlySet<ReasonCode> = new Set(["CONTENT_CHANGED", "LATER_CHANGES", "NOT_EVERYTHING_SIGNED"]);

/** @param signatures those that name the file @param name its name in a container; null: the signatures have one document */
export function fileState(signatures: readonly Pick<SignatureReport, "reasons">[], name: string | null): FileState {
  const reasons = signatures.flatMap((one) => one.reasons);
  if (reasons.some(({ code }) => code === "CONTENT_DIFFERS")) return "other";
  if (reasons.some(({ code, subject }) => changes.has(code) && (name === null || subject === name))) return "changed";
  return signatures.some((one) => !one.reasons.some(({ code }) => worthless.has(code))) ? "signed" : "unsigned";
}

/** Of a file with one of these it can't be said that it has no signature: what is not there, or not read, can't be found. */
const unseen: ReadonlySet<ReasonCode> = new Set(["FILE_EMPTY", "FILE_INCOMPLETE", "FILE_ENCRYPTED", "FEATURE_UNKNOWN", "TOO_LARGE", "SIGNATURE_OTHER_KIND", "OFFICE_SIGNATURE"]);

const gravity = { invalid: 0, unknown: 1, note: 2 } as const;

/** The verdict that reasons lead to. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  const grades = new Set(reasons.map(({ code }) => reasonGrades[code]));
  return grades.has("invalid") ? "invalid" : grades.has("unknown") ? "unknown" : "valid";
}

/** Each reason once, the gravest first. */
export function sortedReasons(reasons: readonly Reason[]): readonly Reason[] {
  const key = ({ code, subject }: Reason): string => `${code} ${subject ?? ""}`;
  const once = [...new Map(reasons.map((reason) => [key(reason), reason])).values()];
  return once.toSorted((a, b) => gravity[reasonGrades[a.code]] - gravity[reasonGrades[b.code]]);
}

/** A report on a file: its own reasons and those of its signatures together make the verdict. */
export function fileReport(report: Omit<VerificationReport, "verdict">): VerificationReport {
  const seen = !report.reasons.some(({ code }) => unseen.has(code));
  const all = report.signatures.length === 0 && seen ? [...report.reasons, { code: "NO_SIGNATURE" } as const] : report.reasons;
  const reasons = sortedReasons(all);
  return { ...report, reasons, verdict: verdictOf([...reasons, ...report.signatures.flatMap((one) => one.reasons)]) };
}

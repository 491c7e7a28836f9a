// Levels T and LT: what the network adds to a finished signature. [Note: never a lost signature] Nothing here throws: the
// card has signed, the person typed a PIN for it; whatever fails now becomes a notice beside a signature of a lower level.
import { equal } from "../../card/bytes.ts";
import { type SigningErrorCode, toSigningFailure } from "../error.ts";
import { fetchBytes } from "../port.ts";
import { askRevocation } from "../revocation/gather.ts";
import type { RevocationProof } from "../revocation/proof.ts";
import type { Bytes, Signer } from "../signer.ts";
import { requestTimestamp } from "../timestamp/request.ts";
import type { Token } from "../timestamp/token.ts";
import { isSignedBy, readable } from "../x509/chain.ts";
import { type CertificateFacts, readCertificate } from "../x509/facts.ts";
import type { Enrichment, SigningOptions } from "./options.ts";

const longestPath = 6;

/**
 * @param stamped what a signature time stamp covers: the signature value (CMS), or the canonical ds:SignatureValue
 */
export async function enrich(signer: Signer, stamped: Bytes, options: SigningOptions): Promise<Enrichment> {
  const bare: Enrichment = { level: "B-B", notices: [], timestampToken: null, certificates: [signer.certificateDer, ...signer.chainDer], crls: [], ocspResponses: [] };
  const { level, timestampUrl, web, signal = null } = options;
  if (level === "B-B" || timestampUrl === null) return bare;
  let token: Token;
  try {
    options.progress?.({ phase: "stamping" });
    token = await requestTimestamp({ url: timestampUrl, data: stamped, web, signal });
  } catch (error) {
    return { ...bare, notices: [toSigningFailure(error).code] };
  }
  const withStamp: Enrichment = { ...bare, level: "B-T", timestampToken: token.der };
  if (level === "B-T") return withStamp;
  options.progress?.({ phase: "proving" });
  return await prove(signer, token, withStamp, options);
}

/** Level LT: for every certificate but the roots, the proof that it was not revoked (EN 319 122-1 §6.3). */
async function prove(signer: Signer, token: Token, base: Enrichment, options: SigningOptions): Promise<Enrichment> {
  const leaf = readCertificate(signer.certificateDer);
  const certificates: CertificateFacts[] = [leaf];
  const proofs: RevocationProof[] = [];
  const notices = new Set<SigningErrorCode>();
  const pool = [...readable(signer.chainDer), ...token.pool];
  for (const start of [leaf, ...(token.certificate ? [token.certificate] : [])]) {
    let subject = start;
    for (let height = 0; height < longestPath && !equal(subject.subjectDer, subject.issuerDer); height += 1) {
      const issuer = await issuerOf(subject, pool, options);
      if (!issuer) {
        notices.add("REVOCATION_UNKNOWN");
        break;
      }
      if (!certificates.some((one) => equal(one.der, issuer.der))) certificates.push(issuer);
      try {
        const proof = await askRevocation(subject, issuer, { web: options.web, now: options.at.getTime(), signal: options.signal ?? null });
        proofs.push(proof);
        if (proof.state === "revoked") notices.add("CERTIFICATE_REVOKED");
      } catch (error) {
        // A certificate that names no address (an authority just below its root often does not) is left to its root.
        const asks = subject.ocspUrls.length + subject.crlUrls.length > 0;
        if (asks || subject === leaf) notices.add(toSigningFailure(error).code);
      }
      subject = issuer;
    }
  }
  return {
    ...base,
    level: notices.size === 0 ? "B-LT" : "B-T",
    notices: [...notices],
    certificates: [...certificates.map(({ der }) => der), ...base.certificates],
    crls: unique(proofs.filter(({ kind }) => kind === "crl").map(({ der }) => der)),
    ocspResponses: unique(proofs.filter(({ kind }) => kind === "ocsp").map(({ der }) => der)),
  };
}

/** Among what is there, else where the certificate says it can be had. */
async function issuerOf(subject: CertificateFacts, pool: CertificateFacts[], { web, signal = null }: SigningOptions): Promise<CertificateFacts | null> {
  for (const candidate of pool) if (equal(candidate.subjectDer, subject.issuerDer) && (await isSignedBy(subject, candidate))) return candidate;
  for (const url of subject.issuerUrls) {
    try {
      const fetched = readCertificate(await fetchBytes(web, { url, method: "GET", contentType: null, body: null, signal }));
      if (!(await isSignedBy(subject, fetched))) continue;
      pool.push(fetched);
      return fetched;
    } catch {
      // The next address, or the notice that nobody knows.
    }
  }
  return null;
}

function unique(all: readonly Bytes[]): readonly Bytes[] {
  return all.filter((one, i) => all.findIndex((other) => equal(one, other)) === i);
}

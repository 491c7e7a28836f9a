// What the portal's server does with a web-eid:1.0 token, as the Web eID validators do: chain, validity, purpose,
// nonce once, origin in the signature. Node's own crypto, nothing from src/.
import { createHash, createPublicKey, verify, X509Certificate } from "node:crypto";

export interface Person {
  readonly name: string;
  readonly personalNumber: string;
}

export type Verdict = { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly why: string };

export interface TokenRules {
  readonly trusted: readonly Uint8Array[];
  readonly origin: string;
  readonly nonce: string;
  readonly now?: Date;
}

const CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
const refuse = (why: string): Verdict => ({ ok: false, why });

/** Named bits of KeyUsage, straight from the certificate's bytes: 06 03 55 1D 0F … 03 02 unused bits. */
function hasDigitalSignature(der: Buffer): boolean {
  const at = der.indexOf(Buffer.from("0603551d0f", "hex"));
  if (at < 0) return false;
  const bits = der.indexOf(Buffer.from("0302", "hex"), at);
  return bits > 0 && bits < at + 14 && ((der[bits + 3] ?? 0) & 0x80) !== 0;
}

function issuedBy(certificate: X509Certificate, issuer: X509Certificate, now: Date): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey) && inTime(issuer, now);
}

function inTime(certificate: X509Certificate, now: Date): boolean {
  return new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
}

/** r ‖ s or an RSA block; `algorithm` as JWA names it. */
function signatureHolds(certificate: X509Certificate, algorithm: string, value: Buffer, signature: Buffer): boolean {
  const key = createPublicKey(certificate.publicKey.export({ type: "spki", format: "pem" }));
  const hash = `sha${algorithm.slice(2)}`;
  if (algorithm.startsWith("ES")) return verify(hash, value, { key, dsaEncoding: "ieee-p1363" }, signature);
  if (algorithm.startsWith("PS")) return verify(hash, value, { key, padding: 6, saltLength: Number(algorithm.slice(2)) / 8 }, signature);
  return verify(hash, value, key, signature);
}

function field(subject: string, name: string): string | null {
  return new RegExp(`(?:^|\\n)${name}=([^\\n]+)`).exec(subject)?.[1] ?? null;
}

export function validateToken(token: unknown, rules: TokenRules): Verdict {
  const text = JSON.stringify(token) ?? "";
  if (text.length < 100 || text.length > 10_000) return refuse("token length");
  if (typeof token !== "object" || token === null) return refuse("token shape");
  const { unverifiedCertificate, algorithm, signature, format } = token as Record<string, unknown>;
  if (format !== "web-eid:1.0") return refuse("format");
  if (typeof algorithm !== "string" || !/^(RS|PS|ES)(256|384|512)$/.test(algorithm)) return refuse("algorithm");
  if (typeof unverifiedCertificate !== "string" || typeof signature !== "string") return refuse("token shape");
  const now = rules.now ?? new Date();
  try {
    const certificate = new X509Certificate(Buffer.from(unverifiedCertificate, "base64"));
    if (!inTime(certificate, now)) return refuse("certificate validity");
    if (!certificate.keyUsage?.includes(CLIENT_AUTH)) return refuse("certificate purpose");
    if (!hasDigitalSignature(certificate.raw)) return refuse("key usage");
    const trusted = rules.trusted.map((der) => new X509Certificate(der));
    const issuer = trusted.find((candidate) => issuedBy(certificate, candidate, now));
    if (!issuer || !trusted.some((root) => issuedBy(issuer, root, now))) return refuse("certificate chain");
    const bits = `sha${algorithm.slice(2)}`;
    const digest = (value: string): Buffer => createHash(bits).update(value, "utf8").digest();
    const value = Buffer.concat([digest(rules.origin), digest(rules.nonce)]);
    if (!signatureHolds(certificate, algorithm, value, Buffer.from(signature, "base64"))) return refuse("signature");
    const name = field(certificate.subject, "CN");
    const personalNumber = field(certificate.subject, "serialNumber");
    if (!name || !personalNumber) return refuse("subject");
    return { ok: true, person: { name, personalNumber } };
  } catch {
    return refuse("unreadable");
  }
}

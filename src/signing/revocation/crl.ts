// Certificate revocation lists (RFC 5280 §5).
import { equal } from "../../card/bytes.ts";
import { bitStringBytes, childOf, type DerNode, findChild, oidOf, readDer, timeOf } from "../asn1/read.ts";
import { SigningError } from "../error.ts";
import type { CertificateFacts } from "../x509/facts.ts";
import { derSignatureFits, schemeOf } from "../x509/signature.ts";
import type { RevocationProof } from "./proof.ts";

const crlSign = 6;
/** Extensions that change what a list says about a certificate are critical; the number and the key identifier do not. */
const harmless = new Set(["2.5.29.20", "2.5.29.35"]);
const removed = 8;

/**
 * What a CertificateList proves about a certificate.
 * @returns null: another authority's list
 * @throws SigningError REVOCATION_INVALID: broken, not signed by the issuer, or of a kind not understood (partial lists)
 */
export async function readCrl(der: Uint8Array, certificate: CertificateFacts, issuer: CertificateFacts): Promise<RevocationProof | null> {
  try {
    return await read(der, certificate, issuer);
  } catch (error) {
    if (error instanceof SigningError && error.code === "REVOCATION_INVALID") throw error;
    throw new SigningError("REVOCATION_INVALID", "not a certificate revocation list", error);
  }
}

async function read(der: Uint8Array, certificate: CertificateFacts, issuer: CertificateFacts): Promise<RevocationProof | null> {
  const outer = readDer(der);
  const list = childOf(outer, 0, 0x30);
  const fields = list.children[0]?.tag === 0x02 ? list.children.slice(1) : list.children;
  const [algorithm, name, thisUpdate, ...rest] = fields;
  if (!algorithm || !name || !thisUpdate) throw new SigningError("REVOCATION_INVALID", "a list without its fields");
  if (!equal(name.raw, issuer.subjectDer)) return null;
  const scheme = schemeOf(childOf(outer, 1, 0x30), null);
  const fits = scheme && equal(algorithm.raw, childOf(outer, 1).raw) && (await derSignatureFits(issuer.publicKey, scheme, list.raw, bitStringBytes(childOf(outer, 2))));
  if (!fits || (issuer.keyUsage && !issuer.keyUsage.has(crlSign))) throw new SigningError("REVOCATION_INVALID", "a list that its issuer did not sign");
  const extensions = rest.find((one) => one.tag === 0xa0)?.children[0]?.children ?? [];
  if (extensions.some((one) => isCritical(one) && !harmless.has(oidOf(one.children[0])))) throw new SigningError("REVOCATION_INVALID", "a list with a rule that is not understood");
  const nextUpdate = rest.find((one) => one.tag === 0x17 || one.tag === 0x18);
  const entry = rest.find((one) => one.tag === 0x30)?.children.find((one) => equal(childOf(one, 0).raw, certificate.serialDer));
  const revoked = entry !== undefined && reasonOf(entry) !== removed;
  return {
    kind: "crl",
    der: outer.raw,
    state: revoked ? "revoked" : "good",
    revokedAt: revoked ? timeOf(childOf(entry, 1)) : null,
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: nextUpdate ? timeOf(nextUpdate) : null,
  };
}

function isCritical(extension: DerNode): boolean {
  const flag = extension.children[1];
  return flag?.tag === 0x01 && flag.content[0] !== 0;
}

/** CRLReason (§5.3.1); null: not said. */
function reasonOf(entry: DerNode): number | null {
  const extension = entry.children[2]?.children.find((one) => oidOf(one.children[0]) === "2.5.29.21");
  const value = extension && findChild(extension, 0x04);
  return value ? (readDer(value.content).content[0] ?? null) : null;
}

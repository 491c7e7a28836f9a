// OCSP (RFC 6960): asking, and reading an answer that may have come from anywhere.
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { equal } from "../../card/bytes.ts";
import { childOf, readDer, timeOf } from "../asn1/read.ts";
import { hashBitsOfOid } from "../algorithms.ts";
import { SigningError } from "../error.ts";
import { digestBytes } from "../hash/digest.ts";
import type { Bytes } from "../signer.ts";
import { isSignedBy, readable } from "../x509/chain.ts";
import type { CertificateFacts } from "../x509/facts.ts";
import { derSignatureFits, schemeOf } from "../x509/signature.ts";
import type { RevocationProof } from "./proof.ts";

const sha1 = "1.3.14.3.2.26";
const basic = "1.3.6.1.5.5.7.48.1.1";
const ocspSigning = "1.3.6.1.5.5.7.3.9";

async function hashBy(oid: string, data: Uint8Array): Promise<Bytes | null> {
  if (oid === sha1) return new Uint8Array(await crypto.subtle.digest("SHA-1", data.slice()));
  const bits = hashBitsOfOid(oid);
  return bits ? await digestBytes(bits, data) : null;
}

/** OCSPRequest for one certificate; names in it are hashed with SHA-1, which every responder knows (RFC 5019 §2.1.1). */
export async function ocspRequest(certificate: CertificateFacts, issuer: CertificateFacts): Promise<Bytes> {
  const octets = async (data: Bytes): Promise<asn1js.OctetString> => new asn1js.OctetString({ valueHex: (await hashBy(sha1, data)) ?? new Uint8Array() });
  const reqCert = new pkijs.CertID({
    hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: sha1, algorithmParams: new asn1js.Null() }),
    issuerNameHash: await octets(issuer.subjectDer),
    issuerKeyHash: await octets(issuer.keyBits),
    serialNumber: new asn1js.Integer({ valueHex: readDer(certificate.serialDer).content }),
  });
  const tbsRequest = new pkijs.TBSRequest({ requestList: [new pkijs.Request({ reqCert })] });
  return new Uint8Array(new pkijs.OCSPRequest({ tbsRequest }).toSchema(true).toBER());
}

/**
 * What an OCSPResponse proves about a certificate.
 * @returns null: it is about another certificate, or says nothing ("try later")
 * @throws SigningError REVOCATION_INVALID: broken, or not signed by the issuer or whom it named
 */
export async function readOcsp(der: Uint8Array, certificate: CertificateFacts, issuer: CertificateFacts): Promise<RevocationProof | null> {
  const response = parse(der);
  if (!response) return null;
  const { tbsResponseData, signature } = response;
  const single = await findSingle(tbsResponseData.responses, certificate, issuer);
  if (!single) return null;
  const raw = readDer(der);
  const responders = [issuer, ...readable((response.certs ?? []).map((one) => new Uint8Array(one.toSchema().toBER())))];
  const algorithm = readDer(new Uint8Array(response.signatureAlgorithm.toSchema().toBER()));
  const scheme = schemeOf(algorithm, null);
  const signed = scheme && (await signedBy(responders, issuer, tbsResponseData.producedAt.getTime(), (key) => derSignatureFits(key.publicKey, scheme, tbsResponseData.tbsView, signature.valueBlock.valueHexView)));
  if (!signed) throw new SigningError("REVOCATION_INVALID", "an OCSP response that nobody entitled signed");
  const status = childOf(readDer(new Uint8Array(single.toSchema().toBER())), 1);
  const state = status.tag === 0x80 ? "good" : status.tag === 0xa1 ? "revoked" : "unknown";
  return {
    kind: "ocsp",
    der: raw.raw,
    state,
    revokedAt: state === "revoked" ? timeOf(childOf(status, 0)) : null,
    thisUpdate: single.thisUpdate.getTime(),
    nextUpdate: single.nextUpdate?.getTime() ?? null,
  };
}

function parse(der: Uint8Array): pkijs.BasicOCSPResponse | null {
  try {
    const response = pkijs.OCSPResponse.fromBER(der.slice());
    if (response.responseStatus.valueBlock.valueDec !== 0 || response.responseBytes?.responseType !== basic) return null;
    return pkijs.BasicOCSPResponse.fromBER(response.responseBytes.response.valueBlock.valueHexView.slice());
  } catch (error) {
    throw new SigningError("REVOCATION_INVALID", "not an OCSP response", error);
  }
}

async function findSingle(all: readonly pkijs.SingleResponse[], certificate: CertificateFacts, issuer: CertificateFacts): Promise<pkijs.SingleResponse | null> {
  const serial = readDer(certificate.serialDer).content;
  for (const one of all) {
    const { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber } = one.certID;
    const [name, key] = [await hashBy(hashAlgorithm.algorithmId, issuer.subjectDer), await hashBy(hashAlgorithm.algorithmId, issuer.keyBits)];
    if (!name || !key) continue;
    const fits = equal(serialNumber.valueBlock.valueHexView, serial) && equal(issuerNameHash.valueBlock.valueHexView, name) && equal(issuerKeyHash.valueBlock.valueHexView, key);
    if (fits) return one;
  }
  return null;
}

/** The issuer itself, or a responder that it certified for just this (RFC 6960 §4.2.2.2). */
async function signedBy(responders: readonly CertificateFacts[], issuer: CertificateFacts, at: number, fits: (one: CertificateFacts) => Promise<boolean>): Promise<boolean> {
  for (const one of responders) {
    if (!(await fits(one))) continue;
    if (one === issuer) return true;
    const entitled = one.extendedKeyUsage?.includes(ocspSigning) === true && at >= one.notBefore && at <= one.notAfter;
    if (entitled && equal(one.issuerDer, issuer.subjectDer) && (await isSignedBy(one, issuer))) return true;
  }
  return false;
}

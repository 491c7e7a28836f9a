// Reading a TimeStampToken (RFC 3161 §2.4.2): does it hold, what does it stamp, when, by whom.
import * as pkijs from "pkijs";
import { equal } from "../../card/bytes.ts";
import { hashBitsOfOid } from "../algorithms.ts";
import { malformed } from "../asn1/read.ts";
import { cmsOid } from "../cms/oids.ts";
import { parseSignedData } from "../cms/parseSignedData.ts";
import { digestBytes } from "../hash/digest.ts";
import type { Bytes } from "../signer.ts";
import { checkSigner } from "../verify/checkSigner.ts";
import { readable } from "../x509/chain.ts";
import type { CertificateFacts } from "../x509/facts.ts";

export interface Token {
  readonly der: Bytes;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly nonce: Bytes | null;
  /** The authority's certificate; null: the token does not carry it. */
  readonly certificate: CertificateFacts | null;
  /** Everything in it that may help to build the authority's path. */
  readonly pool: readonly CertificateFacts[];
  readonly crls: readonly Bytes[];
  readonly ocspResponses: readonly Bytes[];
  /** "wrong": it does not hold, or stamps something else; "unknown": it can't be judged here. */
  readonly problem: "wrong" | "unknown" | null;
}

const timeStamping = "1.3.6.1.5.5.7.3.8";
const notAProblem: ReadonlySet<string> = new Set(["CERTIFICATE_NOT_NAMED"]);
const unknowable: ReadonlySet<string> = new Set(["ALGORITHM_UNKNOWN", "CERTIFICATE_MISSING", "FEATURE_UNKNOWN"]);

/**
 * @param data what it must be a stamp of
 * @throws SigningError MALFORMED, UNSUPPORTED
 */
export async function readToken(der: Uint8Array, data: Uint8Array): Promise<Token> {
  const signedData = parseSignedData(der);
  const [signer, ...others] = signedData.signers;
  const { content } = signedData;
  if (signedData.contentType !== cmsOid.tstInfo || !content || !signer || others.length > 0) malformed("not a time-stamp token");
  const info = parseInfo(content);
  const bits = hashBitsOfOid(info.messageImprint.hashAlgorithm.algorithmId);
  const { certificate, reasons } = await checkSigner(signedData, signer, (hash) => digestBytes(hash, content));
  const grave = reasons.filter((reason) => !notAProblem.has(reason));
  let problem: Token["problem"] = grave.length === 0 ? null : grave.every((reason) => unknowable.has(reason)) ? "unknown" : "wrong";
  if (bits === null) problem ??= "unknown";
  else if (!equal(await digestBytes(bits, data), info.messageImprint.hashedMessage.valueBlock.valueHexView)) problem = "wrong";
  // §2.3: the certificate must be for time stamps.
  if (certificate && !certificate.extendedKeyUsage?.includes(timeStamping)) problem = "wrong";
  return {
    der: new Uint8Array(der),
    time: info.genTime.getTime(),
    nonce: info.nonce ? new Uint8Array(info.nonce.valueBlock.valueHexView) : null,
    certificate,
    pool: readable(signedData.certificates),
    crls: signedData.crls,
    ocspResponses: signedData.ocspResponses,
    problem,
  };
}

function parseInfo(content: Bytes): pkijs.TSTInfo {
  try {
    return pkijs.TSTInfo.fromBER(content);
  } catch {
    return malformed("not a TSTInfo");
  }
}

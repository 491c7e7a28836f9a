// Asking a time-stamp authority (RFC 3161 §2.4, §3.4).
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { concat, equal } from "../../card/bytes.ts";
import { type HashBits, hashOid } from "../algorithms.ts";
import { SigningError } from "../error.ts";
import { digestBytes } from "../hash/digest.ts";
import { fetchBytes, type WebPort } from "../port.ts";
import type { Bytes } from "../signer.ts";
import { readToken, type Token } from "./token.ts";

export interface TimestampRequest {
  readonly url: string;
  /** What is stamped; only its digest leaves the computer. */
  readonly data: Bytes;
  readonly web: WebPort;
  readonly signal?: AbortSignal | null;
  readonly hash?: HashBits;
}

const statusGranted = new Set([0, 1]);

/**
 * A time stamp over `data`, checked to be for this data and this very request, and signed by the certificate in it.
 * @returns TimeStampToken (ContentInfo, DER)
 * @throws SigningError NETWORK_NOT_ALLOWED, NETWORK_FAILED, TIMESTAMP_REFUSED, TIMESTAMP_INVALID, CANCELLED
 */
export async function requestTimestamp({ url, data, web, signal = null, hash = 256 }: TimestampRequest): Promise<Token> {
  const digest = await digestBytes(hash, data);
  // A positive INTEGER that nobody can foresee: an old answer can't be passed off as this one.
  const nonce = concat(Uint8Array.of(0x01), crypto.getRandomValues(new Uint8Array(15)));
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: hashOid[hash], algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: digest }),
    }),
    nonce: new asn1js.Integer({ valueHex: nonce }),
    certReq: true,
  });
  const body = new Uint8Array(request.toSchema().toBER());
  const answer = await fetchBytes(web, { url, method: "POST", contentType: "application/timestamp-query", body, signal });
  const response = parse(answer);
  if (!statusGranted.has(response.status.status)) throw new SigningError("TIMESTAMP_REFUSED", `the authority answered with status ${response.status.status}`);
  const info = response.timeStampToken;
  if (!info) throw new SigningError("TIMESTAMP_INVALID", "an answer without a token");
  const token = await readToken(new Uint8Array(info.toSchema().toBER()), data).catch((error: unknown) => {
    throw new SigningError("TIMESTAMP_INVALID", "not a time-stamp token", error);
  });
  if (token.problem) throw new SigningError("TIMESTAMP_INVALID", "the token does not fit what was asked");
  if (!token.nonce || !equal(token.nonce, nonce)) throw new SigningError("TIMESTAMP_INVALID", "the token answers another request");
  return token;
}

function parse(answer: Bytes): pkijs.TimeStampResp {
  try {
    return pkijs.TimeStampResp.fromBER(answer);
  } catch (error) {
    throw new SigningError("TIMESTAMP_INVALID", "not a time-stamp response", error);
  }
}

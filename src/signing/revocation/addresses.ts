// Whom to ask about certificates, before anybody asks: what the person is to allow.
import type { Bytes } from "../signer.ts";
import { readable } from "../x509/chain.ts";

/** The addresses that the certificates name: OCSP, revocation lists, issuers' certificates. */
export function serviceAddresses(certificates: readonly Bytes[]): readonly string[] {
  return [...new Set(readable(certificates).flatMap(({ ocspUrls, crlUrls, issuerUrls }) => [...ocspUrls, ...crlUrls, ...issuerUrls]))];
}

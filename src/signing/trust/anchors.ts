// Whom verification trusts: the list that comes with the extension (data, with its source and date), and what the person
// added. [Note: an empty list] As long as no source for Georgia's authorities has been confirmed the list is empty, and a
// signature is "can't tell" until the person adds the authority. Guessing here would make "valid" worthless.
import { fromBase64 } from "../base64.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";
import type { Anchor } from "../x509/chain.ts";
import { readCertificate } from "../x509/facts.ts";
import list from "./authorities.json" with { type: "json" };

export interface TrustList {
  /** Where the certificates come from. */
  readonly source: string;
  /** ISO date of the list. */
  readonly date: string;
  /** The authority itself confirmed the source. */
  readonly confirmed: boolean;
  /** Certificates, DER in base64. */
  readonly authorities: readonly string[];
  /** What the authorities are called, by `namesSource`. Proves nothing, as anybody can write a name: told to the person as no more. */
  readonly names: readonly string[];
  readonly namesSource: string;
}

export const shippedList: TrustList = list;

/** The list's anchors, then the person's. @throws SigningError CERTIFICATE_UNUSABLE */
export function anchors(person: readonly Bytes[], shipped: TrustList = shippedList): readonly Anchor[] {
  return [
    ...shipped.authorities.map((text): Anchor => ({ certificate: readCertificate(fromBase64(text)), origin: "list", confirmed: shipped.confirmed })),
    ...person.map((der): Anchor => ({ certificate: readCertificate(der), origin: "person", confirmed: false })),
  ];
}

/**
 * An authority's certificate from a file: DER, or PEM with one certificate in it.
 * @throws SigningError CERTIFICATE_UNUSABLE: not a certificate, or not an authority's
 */
export function readAuthority(file: Bytes): Bytes {
  const text = new TextDecoder().decode(file);
  const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(text);
  const { der, isAuthority } = readCertificate(pem ? fromBase64(pem[1] ?? "") : file);
  if (!isAuthority) throw new SigningError("CERTIFICATE_UNUSABLE", "not an authority's certificate");
  return der;
}

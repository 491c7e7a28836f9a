// Namespaces and algorithm names of XML Signature, XAdES and ASiC.
import type { HashBits, SignatureScheme } from "../algorithms.ts";
import { allHashBits, hashBitsOf } from "../algorithms.ts";
import type { JwaAlgorithm } from "../signer.ts";

export const ns = {
  ds: "http://www.w3.org/2000/09/xmldsig#",
  xades: "http://uri.etsi.org/01903/v1.3.2#",
  asic: "http://uri.etsi.org/02918/v1.2.1#",
  exclusive: "http://www.w3.org/2001/10/xml-exc-c14n#",
  manifest: "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
} as const;

/** Type of the Reference to SignedProperties (XAdES, ETSI EN 319 132-1 §4.4.1). */
export const signedPropertiesType = "http://uri.etsi.org/01903#SignedProperties";
export const asicMimeType = "application/vnd.etsi.asic-e+zip";

export const digestMethod: Readonly<Record<HashBits, string>> = {
  256: "http://www.w3.org/2001/04/xmlenc#sha256",
  384: "http://www.w3.org/2001/04/xmldsig-more#sha384",
  512: "http://www.w3.org/2001/04/xmlenc#sha512",
};

const more = "http://www.w3.org/2001/04/xmldsig-more#";
const mgf1 = "http://www.w3.org/2007/05/xmldsig-more#";

function methodName(kind: SignatureScheme["kind"], bits: HashBits): string {
  if (kind === "PS") return `${mgf1}sha${bits}-rsa-MGF1`;
  return kind === "ES" ? `${more}ecdsa-sha${bits}` : `${more}rsa-sha${bits}`;
}

export function signatureMethod(algorithm: JwaAlgorithm): string {
  const kind = algorithm.startsWith("ES") ? "ES" : algorithm.startsWith("PS") ? "PS" : "RS";
  return methodName(kind, hashBitsOf(algorithm));
}

/** null: not known here, or too weak. RFC 9231 §2.3.10: the salt of the parameterless PSS names is as long as the hash. */
export function schemeOfMethod(name: string): SignatureScheme | null {
  for (const hash of allHashBits) {
    for (const kind of ["RS", "PS", "ES"] as const) {
      if (methodName(kind, hash) === name) return { kind, hash, saltLength: kind === "PS" ? hash / 8 : 0 };
    }
  }
  return null;
}

export function hashOfMethod(name: string): HashBits | null {
  return allHashBits.find((bits) => digestMethod[bits] === name) ?? null;
}

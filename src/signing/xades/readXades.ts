// A ds:Signature with its XAdES properties, as others may have written it. Everything is found by its place in the tree,
// never by searching for a name: a second copy of something somewhere else (signature wrapping) is not looked at.
import { fromBase64 } from "../base64.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";
import { type Canonicalization, canonicalizationOf, canonicalize } from "../xml/canonicalize.ts";
import { attributeOf, childrenNamed, elementsOf, onlyChild, textContent, type XmlElement } from "../xml/parse.ts";
import { ns, signedPropertiesType } from "./names.ts";

export interface XmlReference {
  readonly uri: string;
  readonly type: string | null;
  readonly transforms: readonly XmlElement[];
  readonly digestMethod: string;
  readonly digest: Bytes;
}

export interface ReadXades {
  readonly element: XmlElement;
  readonly signedInfo: XmlElement;
  readonly canonicalization: Canonicalization | null;
  readonly signatureMethod: string;
  readonly references: readonly XmlReference[];
  readonly signatureValue: Bytes;
  readonly valueElement: XmlElement;
  /** Of ds:KeyInfo. */
  readonly certificates: readonly Bytes[];
  /** null: plain XML Signature. */
  readonly properties: XmlElement | null;
  readonly claimedTime: number | null;
  /** xades:Cert elements of SigningCertificate(V2). */
  readonly namedCertificates: readonly XmlElement[];
  /** By ObjectReference. */
  readonly mimeTypes: ReadonlyMap<string, string>;
  readonly stamps: readonly { readonly token: Bytes; readonly canonicalization: Canonicalization | null }[];
  readonly evidence: { readonly certificates: readonly Bytes[]; readonly crls: readonly Bytes[]; readonly ocspResponses: readonly Bytes[] };
}

function malformed(fact: string): never {
  throw new SigningError("MALFORMED", fact);
}

function need(parent: XmlElement | null, uri: string, local: string): XmlElement {
  const found = parent && onlyChild(parent, uri, local);
  return found ?? malformed(`no ${local}`);
}

/** The canonicalization that an element with an Algorithm attribute names; null: not known here. */
export function namedCanonicalization(element: XmlElement): Canonicalization | null {
  const algorithm = attributeOf(element, "Algorithm") ?? "";
  const inclusive = onlyChild(element, ns.exclusive, "InclusiveNamespaces");
  if (elementsOf(element).length > (inclusive ? 1 : 0)) return null;
  const prefixes = (inclusive ? (attributeOf(inclusive, "PrefixList") ?? "") : "").split(/\s+/).filter((prefix) => prefix !== "");
  return canonicalizationOf(algorithm, prefixes.map((prefix) => (prefix === "#default" ? "" : prefix)));
}

/** @throws SigningError MALFORMED */
export function readXades(element: XmlElement): ReadXades {
  const signedInfo = need(element, ns.ds, "SignedInfo");
  const valueElement = need(element, ns.ds, "SignatureValue");
  if (elementsOf(element).map(({ local }) => local).join(" ").replace(/( Object)*$/, "").replace(/ KeyInfo$/, "") !== "SignedInfo SignatureValue") malformed("a signature with its parts in another order");
  const references = childrenNamed(signedInfo, ns.ds, "Reference");
  if (references.length === 0 || elementsOf(signedInfo).length !== references.length + 2) malformed("a SignedInfo of another form");
  const properties = qualifyingProperties(element);
  const signed = properties && need(properties, ns.xades, "SignedProperties");
  const about = signed && onlyChild(signed, ns.xades, "SignedSignatureProperties");
  const time = about && onlyChild(about, ns.xades, "SigningTime");
  const named = about && (onlyChild(about, ns.xades, "SigningCertificateV2") ?? onlyChild(about, ns.xades, "SigningCertificate"));
  return {
    element,
    signedInfo,
    canonicalization: namedCanonicalization(need(signedInfo, ns.ds, "CanonicalizationMethod")),
    signatureMethod: methodOf(need(signedInfo, ns.ds, "SignatureMethod")),
    references: references.map((one) => readReference(one)),
    signatureValue: fromBase64(textContent(valueElement)),
    valueElement,
    certificates: keyInfoCertificates(element),
    properties: signed,
    claimedTime: time ? timeOf(textContent(time)) : null,
    namedCertificates: named ? childrenNamed(named, ns.xades, "Cert") : [],
    mimeTypes: signed ? mimeTypesOf(signed) : new Map(),
    ...unsignedOf(properties),
  };
}

/** A method with parameters of its own is not the plain one that its name says. */
function methodOf(element: XmlElement): string {
  return elementsOf(element).length > 0 ? "" : (attributeOf(element, "Algorithm") ?? "");
}

function readReference(element: XmlElement): XmlReference {
  const transforms = onlyChild(element, ns.ds, "Transforms");
  return {
    uri: attributeOf(element, "URI") ?? "",
    type: attributeOf(element, "Type"),
    transforms: transforms ? elementsOf(transforms) : [],
    digestMethod: methodOf(need(element, ns.ds, "DigestMethod")),
    digest: fromBase64(textContent(need(element, ns.ds, "DigestValue"))),
  };
}

/** The one QualifyingProperties, and it must say that it is about this signature (EN 319 132-1 §4.4.2). */
function qualifyingProperties(signature: XmlElement): XmlElement | null {
  const found = childrenNamed(signature, ns.ds, "Object").flatMap((one) => childrenNamed(one, ns.xades, "QualifyingProperties"));
  if (found.length > 1) malformed("two QualifyingProperties");
  const [properties] = found;
  if (!properties) return null;
  const id = attributeOf(signature, "Id");
  if (!id || attributeOf(properties, "Target") !== `#${id}`) malformed("properties of another signature");
  return properties;
}

function keyInfoCertificates(signature: XmlElement): readonly Bytes[] {
  const info = onlyChild(signature, ns.ds, "KeyInfo");
  const data = info ? childrenNamed(info, ns.ds, "X509Data") : [];
  return data.flatMap((one) => childrenNamed(one, ns.ds, "X509Certificate")).map((one) => fromBase64(textContent(one)));
}

function timeOf(text: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) malformed("not a date and time");
  const time = Date.parse(text);
  return Number.isNaN(time) ? malformed("not a date and time") : time;
}

function mimeTypesOf(signed: XmlElement): ReadonlyMap<string, string> {
  const about = onlyChild(signed, ns.xades, "SignedDataObjectProperties");
  const formats = about ? childrenNamed(about, ns.xades, "DataObjectFormat") : [];
  return new Map(
    formats.map((one) => {
      const type = onlyChild(one, ns.xades, "MimeType");
      return [attributeOf(one, "ObjectReference") ?? "", type ? textContent(type) : ""];
    }),
  );
}

function unsignedOf(properties: XmlElement | null): Pick<ReadXades, "stamps" | "evidence"> {
  const outer = properties && onlyChild(properties, ns.xades, "UnsignedProperties");
  const inner = outer && onlyChild(outer, ns.xades, "UnsignedSignatureProperties");
  const stamps = (inner ? childrenNamed(inner, ns.xades, "SignatureTimeStamp") : []).map((one) => {
    const method = onlyChild(one, ns.ds, "CanonicalizationMethod");
    return {
      token: fromBase64(textContent(need(one, ns.xades, "EncapsulatedTimeStamp"))),
      // EN 319 132-1 §5.1.4.3: without a method, Canonical XML 1.0.
      canonicalization: method ? namedCanonicalization(method) : canonicalizationOf("http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
    };
  });
  const values = (holder: string, ...path: readonly string[]): readonly Bytes[] => {
    let at: readonly XmlElement[] = inner ? childrenNamed(inner, ns.xades, holder) : [];
    for (const step of path) at = at.flatMap((one) => childrenNamed(one, ns.xades, step));
    return at.map((one) => fromBase64(textContent(one)));
  };
  return {
    stamps,
    evidence: {
      certificates: values("CertificateValues", "EncapsulatedX509Certificate"),
      crls: values("RevocationValues", "CRLValues", "EncapsulatedCRLValue"),
      ocspResponses: values("RevocationValues", "OCSPValues", "EncapsulatedOCSPValue"),
    },
  };
}

export function isPropertiesReference(reference: XmlReference, { properties }: ReadXades): boolean {
  const id = properties && attributeOf(properties, "Id");
  return reference.type === signedPropertiesType && id !== null && reference.uri === `#${id}`;
}

/** The canonical octets of an element that a reference's transforms make; null: they are not known here. */
export function transformed(element: XmlElement, transforms: readonly XmlElement[]): Bytes | null {
  const [only, ...more] = transforms;
  if (more.length > 0) return null;
  // XML Signature 1.1 §4.4.3.2: a node set without a transform is canonicalized by C14N 1.0 without comments.
  const how = only ? (only.local === "Transform" && only.uri === ns.ds ? namedCanonicalization(only) : null) : canonicalizationOf("http://www.w3.org/TR/2001/REC-xml-c14n-20010315");
  return how ? canonicalize(element, how) : null;
}

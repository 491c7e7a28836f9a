// XAdES baseline B around any set of files (ETSI EN 319 132-1 §6, XML Signature 1.1), canonical by construction.
// See: [Note: two steps] in ../cms/buildSignedData.ts.
import { hashBitsOf, type HashBits } from "../algorithms.ts";
import { sequence, tagged } from "../asn1/write.ts";
import { toBase64 } from "../base64.ts";
import { SigningError } from "../error.ts";
import { digestBytes } from "../hash/digest.ts";
import type { Bytes, Signer } from "../signer.ts";
import { readCertificate } from "../x509/facts.ts";
import { signatureFits } from "../x509/signature.ts";
import { document, element, type Xml } from "../xml/write.ts";
import { fileUri } from "./fileUri.ts";
import { digestMethod, ns, signatureMethod, signedPropertiesType } from "./names.ts";

export interface SignedFile {
  readonly name: string;
  readonly mimeType: string;
  /** By the hash of the signer's algorithm. */
  readonly digest: Bytes;
}

export interface XadesRequest {
  readonly signer: Signer;
  readonly files: readonly SignedFile[];
  readonly signingTime: Date;
  /** Unique in the container. */
  readonly id: string;
}

/** A signature, and what may be put beside it before it is written. */
export interface XadesParts {
  readonly id: string;
  readonly signedInfo: Xml;
  readonly signedProperties: Xml;
  readonly signatureValue: Xml;
  /** What a signature time stamp covers: the canonical form of ds:SignatureValue (EN 319 132-1 §5.3). */
  readonly stampedBytes: Bytes;
  readonly timestampToken: Bytes | null;
  readonly certificates: readonly Bytes[];
  readonly crls: readonly Bytes[];
  readonly ocspResponses: readonly Bytes[];
}

const encoder = new TextEncoder();
const dsHere = { "xmlns:ds": ns.ds } as const;

/** @throws SigningError CERTIFICATE_UNUSABLE, SIGNATURE_MISMATCH; whatever `signer.sign` throws */
export async function buildXades({ signer, files, signingTime, id }: XadesRequest): Promise<XadesParts> {
  const { algorithm, certificateDer, chainDer } = signer;
  const bits = hashBitsOf(algorithm);
  const signedProperties = await signedPropertiesXml(certificateDer, files, signingTime, id);
  const info = signedInfo(files, bits, signatureMethod(algorithm), await digestBytes(bits, encoder.encode(signedProperties.xml)), id);
  const signedBytes = encoder.encode(info.xml);
  const raw = await signer.sign(await digestBytes(bits, signedBytes));
  if (!(await signatureFits(readCertificate(certificateDer).publicKey, algorithm, signedBytes, raw))) {
    throw new SigningError("SIGNATURE_MISMATCH", "the signature does not fit the certificate");
  }
  const signatureValue = element("ds:SignatureValue", { ...dsHere, Id: `${id}-value` }, toBase64(raw));
  return {
    id,
    signedInfo: info,
    signedProperties,
    signatureValue,
    stampedBytes: encoder.encode(signatureValue.xml),
    timestampToken: null,
    certificates: [certificateDer, ...chainDer],
    crls: [],
    ocspResponses: [],
  };
}

function signedInfo(files: readonly SignedFile[], bits: HashBits, method: string, propertiesDigest: Bytes, id: string): Xml {
  const digest = (value: Bytes): readonly Xml[] => [element("ds:DigestMethod", { Algorithm: digestMethod[bits] }), element("ds:DigestValue", {}, toBase64(value))];
  const canonical = element("ds:Transforms", {}, element("ds:Transform", { Algorithm: ns.exclusive }));
  return element(
    "ds:SignedInfo",
    dsHere,
    element("ds:CanonicalizationMethod", { Algorithm: ns.exclusive }),
    element("ds:SignatureMethod", { Algorithm: method }),
    ...files.map((file, i) => element("ds:Reference", { Id: `${id}-file${i}`, URI: fileUri(file.name) }, ...digest(file.digest))),
    element("ds:Reference", { Type: signedPropertiesType, URI: `#${id}-properties` }, canonical, ...digest(propertiesDigest)),
  );
}

async function signedPropertiesXml(certificateDer: Bytes, files: readonly SignedFile[], signingTime: Date, id: string): Promise<Xml> {
  const { issuerDer, serialDer } = readCertificate(certificateDer);
  const issuerSerial = sequence(sequence(tagged(0xa4, issuerDer)), serialDer);
  // Children with the ds prefix declare it themselves: exclusive canonicalization would write it just there.
  const certificate = element(
    "xades:Cert",
    {},
    element(
      "xades:CertDigest",
      {},
      element("ds:DigestMethod", { ...dsHere, Algorithm: digestMethod[256] }),
      element("ds:DigestValue", dsHere, toBase64(await digestBytes(256, certificateDer))),
    ),
    element("xades:IssuerSerialV2", {}, toBase64(issuerSerial)),
  );
  return element(
    "xades:SignedProperties",
    { "xmlns:xades": ns.xades, Id: `${id}-properties` },
    element(
      "xades:SignedSignatureProperties",
      {},
      element("xades:SigningTime", {}, signingTime.toISOString().replace(/\.\d+Z$/, "Z")),
      element("xades:SigningCertificateV2", {}, certificate),
    ),
    element(
      "xades:SignedDataObjectProperties",
      {},
      ...files.map(({ mimeType }, i) => element("xades:DataObjectFormat", { ObjectReference: `#${id}-file${i}` }, element("xades:MimeType", {}, mimeType))),
    ),
  );
}

/** META-INF/signatures….xml with one signature in it. */
export function encodeXades(parts: XadesParts): Bytes {
  const { id, signedInfo: info, signedProperties, signatureValue, certificates } = parts;
  const signature = element(
    "ds:Signature",
    { ...dsHere, Id: id },
    info,
    signatureValue,
    element("ds:KeyInfo", {}, element("ds:X509Data", {}, ...certificates.map((der) => element("ds:X509Certificate", {}, toBase64(der))))),
    element("ds:Object", {}, element("xades:QualifyingProperties", { "xmlns:xades": ns.xades, Target: `#${id}` }, signedProperties, ...unsigned(parts))),
  );
  return encoder.encode(document(element("asic:XAdESSignatures", { "xmlns:asic": ns.asic }, signature)));
}

function unsigned({ id, timestampToken, certificates, crls, ocspResponses }: XadesParts): readonly Xml[] {
  if (!timestampToken) return [];
  const stamp = element(
    "xades:SignatureTimeStamp",
    { Id: `${id}-stamp` },
    element("ds:CanonicalizationMethod", { Algorithm: ns.exclusive }),
    element("xades:EncapsulatedTimeStamp", {}, toBase64(timestampToken)),
  );
  const values = (name: string, all: readonly Bytes[]): readonly Xml[] => all.map((der) => element(name, {}, toBase64(der)));
  const longTerm =
    crls.length + ocspResponses.length === 0
      ? []
      : [
          element("xades:CertificateValues", {}, ...values("xades:EncapsulatedX509Certificate", certificates.slice(1))),
          element(
            "xades:RevocationValues",
            {},
            ...(crls.length > 0 ? [element("xades:CRLValues", {}, ...values("xades:EncapsulatedCRLValue", crls))] : []),
            ...(ocspResponses.length > 0 ? [element("xades:OCSPValues", {}, ...values("xades:EncapsulatedOCSPValue", ocspResponses))] : []),
          ),
        ];
  return [element("xades:UnsignedProperties", {}, element("xades:UnsignedSignatureProperties", {}, stamp, ...longTerm))];
}

// The test certificate authority: a tree that mirrors the Georgian one, with TEST in every name.
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import keys from "../../vectors/testKeys/testKeys.json" with { type: "json" };

export type KeyName = Exclude<keyof typeof keys, "warning">;

// The WebCrypto that Node and browsers share: the demo build runs this file in a worker.
pkijs.setEngine("webcrypto", new pkijs.CryptoEngine({ name: "webcrypto", crypto }));

const day = 86_400_000;
const oid = { commonName: "2.5.4.3", surname: "2.5.4.4", serialNumber: "2.5.4.5", country: "2.5.4.6", givenName: "2.5.4.42" } as const;

export function jwkOf(name: KeyName): JsonWebKey {
  return keys[name];
}

function algorithmOf(jwk: JsonWebKey): RsaHashedImportParams | EcKeyImportParams {
  return jwk.kty === "EC" ? { name: "ECDSA", namedCurve: jwk.crv ?? "P-256" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
}

export async function importKey(name: KeyName, use: "private" | "public"): Promise<CryptoKey> {
  const jwk = jwkOf(name);
  const { kty, n, e, crv, x, y } = jwk;
  const part = use === "private" ? jwk : kty === "EC" ? { kty, crv, x, y } : { kty, n, e };
  const plain = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
  return await crypto.subtle.importKey("jwk", plain, algorithmOf(jwk), true, use === "private" ? ["sign"] : ["verify"]);
}

export interface Subject {
  readonly commonName: string;
  readonly surname?: string;
  readonly givenName?: string;
  readonly serialNumber?: string;
}

export interface CertificateRequest {
  readonly subject: Subject;
  readonly issuer: Subject;
  readonly key: KeyName;
  readonly issuerKey: KeyName;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly authority?: boolean;
  /** Named bits of KeyUsage: 0 digitalSignature, 1 nonRepudiation, 5 keyCertSign, 6 cRLSign. */
  readonly keyUsage: readonly number[];
  readonly extendedKeyUsage?: readonly string[];
  readonly hosts?: readonly string[];
  readonly extendedKeyUsageCritical?: boolean;
  /** Where to ask about the certificate: RFC 5280 §4.2.2.1, §4.2.1.13. */
  readonly ocspUrl?: string;
  readonly issuerUrl?: string;
  readonly crlUrl?: string;
  readonly serial?: Uint8Array<ArrayBuffer>;
  /** YYYYMMDD, into SubjectDirectoryAttributes (RFC 3739 §3.2.2). */
  readonly birthDate?: string;
}

/** Each attribute in an RDN of its own, as real certificates have them (pkijs by itself would put all into one). */
function setName(target: pkijs.RelativeDistinguishedNames, subject: Subject): void {
  const rdns: asn1js.Set[] = [];
  const add = (type: string, value: string | undefined, printable = false): void => {
    if (value === undefined) return;
    const text = printable ? new asn1js.PrintableString({ value }) : new asn1js.Utf8String({ value });
    const pair = new pkijs.AttributeTypeAndValue({ type, value: text });
    target.typesAndValues.push(pair);
    rdns.push(new asn1js.Set({ value: [pair.toSchema()] }));
  };
  add(oid.country, "GE", true);
  add(oid.commonName, subject.commonName);
  add(oid.surname, subject.surname);
  add(oid.givenName, subject.givenName);
  add(oid.serialNumber, subject.serialNumber, true);
  target.valueBeforeDecode = new asn1js.Sequence({ value: rdns }).toBER();
}

function keyUsageBits(bits: readonly number[]): asn1js.BitString {
  const value = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0);
  const unused = 7 - Math.max(...bits);
  return new asn1js.BitString({ valueHex: Uint8Array.of(value).buffer, unusedBits: unused });
}

function addresses({ ocspUrl, issuerUrl, crlUrl }: CertificateRequest): readonly pkijs.Extension[] {
  const uri = (value: string): pkijs.GeneralName => new pkijs.GeneralName({ type: 6, value });
  const access = [["1.3.6.1.5.5.7.48.1", ocspUrl], ["1.3.6.1.5.5.7.48.2", issuerUrl]] as const;
  const descriptions = access.flatMap(([accessMethod, url]) => (url ? [new pkijs.AccessDescription({ accessMethod, accessLocation: uri(url) })] : []));
  const found: pkijs.Extension[] = [];
  if (descriptions.length > 0) found.push(new pkijs.Extension({ extnID: "1.3.6.1.5.5.7.1.1", extnValue: new pkijs.InfoAccess({ accessDescriptions: descriptions }).toSchema().toBER() }));
  if (crlUrl) {
    const points = new pkijs.CRLDistributionPoints({ distributionPoints: [new pkijs.DistributionPoint({ distributionPoint: [uri(crlUrl)] })] });
    found.push(new pkijs.Extension({ extnID: "2.5.29.31", extnValue: points.toSchema().toBER() }));
  }
  return found;
}

function dateOfBirth(digits: string): asn1js.Sequence {
  const noon = new asn1js.GeneralizedTime({ valueDate: new Date(digits.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3T12:00:00Z")) });
  const attribute = new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: "1.3.6.1.5.5.7.9.1" }), new asn1js.Set({ value: [noon] })] });
  return new asn1js.Sequence({ value: [attribute] });
}

/** Issues one certificate. @returns DER */
export async function issue(request: CertificateRequest): Promise<Uint8Array<ArrayBuffer>> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = request.serial ?? crypto.getRandomValues(new Uint8Array(12));
  serial[0] = (serial[0] ?? 0) & 0x7f || 1;
  certificate.serialNumber = new asn1js.Integer({ valueHex: serial.buffer });
  setName(certificate.subject, request.subject);
  setName(certificate.issuer, request.issuer);
  certificate.notBefore.value = request.notBefore ?? new Date(Date.now() - day);
  certificate.notAfter.value = request.notAfter ?? new Date(Date.now() + 900 * day);
  await certificate.subjectPublicKeyInfo.importKey(await importKey(request.key, "public"));
  const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): pkijs.Extension =>
    new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
  certificate.extensions = [
    extension("2.5.29.19", true, new pkijs.BasicConstraints({ cA: request.authority === true }).toSchema()),
    extension("2.5.29.15", true, keyUsageBits(request.keyUsage)),
  ];
  if (request.extendedKeyUsage) {
    const usage = new pkijs.ExtKeyUsage({ keyPurposes: [...request.extendedKeyUsage] });
    certificate.extensions.push(extension("2.5.29.37", request.extendedKeyUsageCritical === true, usage.toSchema()));
  }
  if (request.birthDate) certificate.extensions.push(extension("2.5.29.9", false, dateOfBirth(request.birthDate)));
  if (request.hosts) {
    const names = request.hosts.map((value) => new pkijs.GeneralName({ type: 2, value }));
    certificate.extensions.push(extension("2.5.29.17", false, new pkijs.GeneralNames({ names }).toSchema()));
  }
  certificate.extensions.push(...addresses(request));
  await certificate.sign(await importKey(request.issuerKey, "private"), jwkOf(request.issuerKey).crv === "P-384" ? "SHA-384" : "SHA-256");
  return new Uint8Array(certificate.toSchema(true).toBER());
}

export const names = {
  root: { commonName: "GEO Root CA TEST" },
  authentication: { commonName: "GEO Authentication CA TEST" },
  signing: { commonName: "GEO Signing CA TEST" },
} as const satisfies Record<string, Subject>;

export interface Authorities {
  readonly root: Uint8Array<ArrayBuffer>;
  readonly authentication: Uint8Array<ArrayBuffer>;
  readonly signing: Uint8Array<ArrayBuffer>;
}

let cached: Promise<Authorities> | null = null;

/** The three authorities' certificates, made once a process. */
export function authorities(): Promise<Authorities> {
  cached ??= (async () => {
    const ca = (subject: Subject, key: KeyName) => issue({ subject, issuer: names.root, key, issuerKey: "rootCa", authority: true, keyUsage: [5, 6], notBefore: new Date(Date.now() - 1000 * day) });
    return {
      root: await ca(names.root, "rootCa"),
      authentication: await ca(names.authentication, "authenticationCa"),
      signing: await ca(names.signing, "signingCa"),
    };
  })();
  return cached;
}

/** The practice portal's TLS certificate. */
export async function portalCertificate(): Promise<{ certificate: Uint8Array<ArrayBuffer>; key: JsonWebKey }> {
  const certificate = await issue({
    subject: { commonName: "practice portal TEST" },
    issuer: names.root,
    key: "portalTls",
    issuerKey: "rootCa",
    keyUsage: [0],
    extendedKeyUsage: ["1.3.6.1.5.5.7.3.1"],
    hosts: ["my.gov.ge", "*.my.gov.ge", "other.example", "*.other.example"],
  });
  return { certificate, key: jwkOf("portalTls") };
}

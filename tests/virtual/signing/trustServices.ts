// The network side of a trust service provider: a time-stamp authority (RFC 3161), an OCSP responder (RFC 6960) and a CRL
// (RFC 5280), made with pkijs from the test authority's keys, with faults on demand.
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import type { WebAnswer, WebPort, WebRequest } from "../../../src/signing/port.ts";
import { authorities, importKey, issue, names } from "../ca/authority.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export type TrustFault =
  | "down" // nobody answers
  | "silent" // somebody is there, and never answers
  | "error" // HTTP 500
  | "garbage"
  | "tsa refuses"
  | "tsa stamps something else"
  | "tsa answers another request"
  | "tsa signature broken"
  | "tsa certificate is for something else"
  | "ocsp says revoked"
  | "ocsp says unknown"
  | "ocsp signature broken"
  | "ocsp signed by somebody else"
  | "ocsp about another certificate"
  | "ocsp out of date"
  | "ocsp try later"
  | "crl lists it"
  | "crl signature broken";

export const trustUrls = {
  tsa: "http://tsa.test/tsa",
  ocsp: "http://ocsp.test/",
  crl: "http://crl.test/signing.crl",
  issuer: "http://crl.test/signing.crt",
} as const;

const day = 86_400_000;

export class TrustServices {
  readonly faults = new Set<TrustFault>();
  readonly requests: WebRequest[] = [];
  /** What their clocks say. */
  now: () => number = () => Date.now();
  /** When a certificate counts as revoked; null: an hour ago. */
  revokedAt: number | null = null;

  readonly web: WebPort = async (request) => {
    this.requests.push(request);
    return await this.answer(request);
  };

  async answer({ url, body }: Pick<WebRequest, "url" | "body">): Promise<WebAnswer> {
    if (this.faults.has("down")) throw new TypeError("connection refused");
    if (this.faults.has("silent")) return await new Promise(() => {});
    if (this.faults.has("error")) return { status: 500, body: new Uint8Array() };
    if (this.faults.has("garbage")) return { status: 200, body: new TextEncoder().encode("<html>") };
    const { host, pathname } = new URL(url);
    if (host.startsWith("tsa.") || pathname === "/tsa") return { status: 200, body: await this.stamp(body ?? new Uint8Array()) };
    if (host.startsWith("ocsp.") || pathname === "/ocsp") return { status: 200, body: await this.ocsp(body ?? new Uint8Array()) };
    if (pathname.endsWith(".crl")) return { status: 200, body: await this.crl() };
    if (pathname.endsWith(".crt")) return { status: 200, body: (await authorities()).signing };
    return { status: 404, body: new Uint8Array() };
  }

  async stamp(query: Bytes): Promise<Bytes> {
    const request = pkijs.TimeStampReq.fromBER(query);
    if (this.faults.has("tsa refuses")) {
      const refusal = new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: pkijs.PKIStatus.rejection }) });
      return new Uint8Array(refusal.toSchema().toBER());
    }
    const imprint = request.messageImprint;
    if (this.faults.has("tsa stamps something else")) imprint.hashedMessage = new asn1js.OctetString({ valueHex: new Uint8Array(32).fill(7) });
    const info = new pkijs.TSTInfo({
      version: 1,
      policy: "1.3.6.1.4.1.99999.1",
      messageImprint: imprint,
      serialNumber: new asn1js.Integer({ valueHex: crypto.getRandomValues(new Uint8Array(8)).map((byte, i) => (i === 0 ? (byte & 0x7f) | 1 : byte)) }),
      genTime: new Date(Math.floor(this.now() / 1000) * 1000),
      ...(request.nonce ? { nonce: this.faults.has("tsa answers another request") ? new asn1js.Integer({ value: 5 }) : request.nonce } : {}),
    });
    const token = await this.#token(new Uint8Array(info.toSchema().toBER()));
    const response = new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: pkijs.PKIStatus.granted }), timeStampToken: token });
    return new Uint8Array(response.toSchema().toBER());
  }

  async #token(info: Bytes): Promise<pkijs.ContentInfo> {
    const certificate = pkijs.Certificate.fromBER(await tsaCertificate(!this.faults.has("tsa certificate is for something else")));
    const attribute = (type: string, value: asn1js.AsnType): pkijs.Attribute => new pkijs.Attribute({ type, values: [value] });
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", info));
    const certificateDigest = new Uint8Array(await crypto.subtle.digest("SHA-256", certificate.toSchema().toBER()));
    const ess = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: certificateDigest })] })] })] });
    const signedData = new pkijs.SignedData({
      version: 3,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.id_eContentType_TSTInfo, eContent: new asn1js.OctetString({ valueHex: info }) }),
      certificates: [certificate, pkijs.Certificate.fromBER((await authorities()).root)],
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute("1.2.840.113549.1.9.3", new asn1js.ObjectIdentifier({ value: pkijs.id_eContentType_TSTInfo })),
              attribute("1.2.840.113549.1.9.4", new asn1js.OctetString({ valueHex: digest })),
              attribute("1.2.840.113549.1.9.16.2.47", ess),
            ],
          }),
        }),
      ],
    });
    await signedData.sign(await importKey("tsaRsa2048", "private"), 0, "SHA-256");
    const [signer] = signedData.signerInfos;
    if (signer && this.faults.has("tsa signature broken")) signer.signature = new asn1js.OctetString({ valueHex: signer.signature.valueBlock.valueHexView.map((byte, i) => (i === 5 ? byte ^ 1 : byte)) });
    return new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: signedData.toSchema(true) });
  }

  async ocsp(query: Bytes): Promise<Bytes> {
    const later = this.faults.has("ocsp try later");
    const response = new pkijs.OCSPResponse({ responseStatus: new asn1js.Enumerated({ value: later ? 3 : 0 }) });
    if (later) return new Uint8Array(response.toSchema().toBER());
    const [request] = pkijs.OCSPRequest.fromBER(query).tbsRequest.requestList;
    if (!request) throw new Error("an empty request");
    const certID = request.reqCert;
    if (this.faults.has("ocsp about another certificate")) certID.serialNumber = new asn1js.Integer({ value: 77 });
    const at = this.faults.has("ocsp out of date") ? this.now() - 40 * day : this.now();
    const responder = this.faults.has("ocsp signed by somebody else") ? null : await ocspCertificate();
    const basic = new pkijs.BasicOCSPResponse({
      tbsResponseData: new pkijs.ResponseData({
        responderID: pkijs.Certificate.fromBER(await ocspCertificate()).subject,
        producedAt: new Date(at),
        responses: [new pkijs.SingleResponse({ certID, certStatus: this.#status(), thisUpdate: new Date(at), nextUpdate: new Date(at + day) })],
      }),
      certs: responder ? [pkijs.Certificate.fromBER(responder)] : [],
    });
    await basic.sign(await importKey(responder ? "ocspRsa2048" : "otherRsa2048", "private"), "SHA-256");
    if (this.faults.has("ocsp signature broken")) basic.signature = new asn1js.BitString({ valueHex: basic.signature.valueBlock.valueHexView.map((byte, i) => (i === 5 ? byte ^ 1 : byte)) });
    response.responseBytes = new pkijs.ResponseBytes({ responseType: pkijs.id_PKIX_OCSP_Basic, response: new asn1js.OctetString({ valueHex: basic.toSchema().toBER() }) });
    return new Uint8Array(response.toSchema().toBER());
  }

  #status(): asn1js.AsnType {
    if (this.faults.has("ocsp says revoked")) {
      const revoked = new Date(this.revokedAt ?? this.now() - 3_600_000);
      return new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [new asn1js.GeneralizedTime({ valueDate: revoked })] });
    }
    return new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber: this.faults.has("ocsp says unknown") ? 2 : 0 } });
  }

  /** The certificates whose serial numbers the list has, if it has any. */
  listed: Bytes[] = [];

  async crl(): Promise<Bytes> {
    const issuer = pkijs.Certificate.fromBER((await authorities()).signing);
    const listed = this.faults.has("crl lists it") ? this.listed : [];
    const list = new pkijs.CertificateRevocationList({
      version: 1,
      issuer: issuer.subject,
      thisUpdate: new pkijs.Time({ type: pkijs.TimeType.UTCTime, value: new Date(this.now()) }),
      nextUpdate: new pkijs.Time({ type: pkijs.TimeType.UTCTime, value: new Date(this.now() + 7 * day) }),
      ...(listed.length > 0
        ? {
            revokedCertificates: listed.map((der) => {
              const { serialNumber } = pkijs.Certificate.fromBER(der);
              return new pkijs.RevokedCertificate({ userCertificate: serialNumber, revocationDate: new pkijs.Time({ type: pkijs.TimeType.UTCTime, value: new Date(this.revokedAt ?? this.now() - 3_600_000) }) });
            }),
          }
        : {}),
    });
    await list.sign(await importKey("signingCa", "private"), "SHA-384");
    if (this.faults.has("crl signature broken")) list.signatureValue = new asn1js.BitString({ valueHex: list.signatureValue.valueBlock.valueHexView.map((byte, i) => (i === 12 ? byte ^ 1 : byte)) });
    return new Uint8Array(list.toSchema(true).toBER());
  }
}

export async function tsaCertificate(forStamps = true): Promise<Bytes> {
  return await issue({
    subject: { commonName: "GEO TSA TEST" },
    issuer: names.root,
    key: "tsaRsa2048",
    issuerKey: "rootCa",
    keyUsage: [0],
    extendedKeyUsage: [forStamps ? "1.3.6.1.5.5.7.3.8" : "1.3.6.1.5.5.7.3.4"],
    extendedKeyUsageCritical: true,
    notBefore: new Date(Date.now() - 900 * day),
  });
}

async function ocspCertificate(): Promise<Bytes> {
  return await issue({
    subject: { commonName: "GEO OCSP TEST" },
    issuer: names.signing,
    key: "ocspRsa2048",
    issuerKey: "signingCa",
    keyUsage: [0],
    extendedKeyUsage: ["1.3.6.1.5.5.7.3.9"],
    notBefore: new Date(Date.now() - 900 * day),
  });
}

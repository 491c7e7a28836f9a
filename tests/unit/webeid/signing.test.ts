import { describe, expect, it } from "vitest";
import { fromBase64 } from "../../../src/codec/base64.ts";
import { parseOutcome } from "../../../src/webeid/reply.ts";
import { algorithmFor, signingCertificateReply, signReply } from "../../../src/webeid/signing.ts";

const der = Uint8Array.of(0x30, 1, 2);

describe("what a page sees of a signing key", () => {
  it("RSA: one padding for each hash, PKCS#1 v1.5 where the card has both", () => {
    const reply = signingCertificateReply(der, ["RS256", "RS384", "PS256", "PS384", "PS512"]);
    expect(reply.supportedSignatureAlgorithms).toEqual([
      { cryptoAlgorithm: "RSA", hashFunction: "SHA-256", paddingScheme: "PKCS1.5" },
      { cryptoAlgorithm: "RSA", hashFunction: "SHA-384", paddingScheme: "PKCS1.5" },
      { cryptoAlgorithm: "RSA", hashFunction: "SHA-512", paddingScheme: "PSS" },
    ]);
    expect(fromBase64(reply.certificate)).toEqual(der);
  });
  it("EC: no padding, and the curve's hash only", () => {
    expect(signingCertificateReply(der, ["ES384"]).supportedSignatureAlgorithms).toEqual([{ cryptoAlgorithm: "ECC", hashFunction: "SHA-384", paddingScheme: "NONE" }]);
  });
  it("the algorithm for a hash is the one that was offered for it", () => {
    const algorithms = ["RS256", "PS256", "PS512"] as const;
    expect(algorithmFor(algorithms, "SHA-256")).toBe("RS256");
    expect(algorithmFor(algorithms, "SHA-512")).toBe("PS512");
    for (const hash of ["SHA-384", "SHA-224", "SHA3-256"] as const) expect(algorithmFor(algorithms, hash)).toBeNull();
    // SHA3-512 ends in the digits of an algorithm it is not.
    expect(algorithmFor(algorithms, "SHA3-512")).toBeNull();
  });
  it("pass between our contexts as they are, and nothing else does", () => {
    const certificate = signingCertificateReply(der, ["RS256"]);
    const signature = signReply("RS256", Uint8Array.of(1));
    expect(parseOutcome({ ...certificate, extra: 1 })).toEqual(certificate);
    expect(parseOutcome({ ...signature, extra: 1 })).toEqual(signature);
    expect(parseOutcome({ ...certificate, supportedSignatureAlgorithms: [{ cryptoAlgorithm: "DSA" }] })).toBeNull();
    expect(parseOutcome({ ...signature, signatureAlgorithm: null })).toBeNull();
    expect(parseOutcome({ ...certificate, certificate: 7 })).toBeNull();
  });
});

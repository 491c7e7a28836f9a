import { beforeEach, describe, expect, it } from "vitest";
import { signAsic } from "../../../src/signing/sign/signAsic.ts";
import { signCms } from "../../../src/signing/sign/signCms.ts";
import type { Level } from "../../../src/signing/sign/options.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import { noNetwork } from "../../../src/signing/port.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";
import { type TrustFault, TrustServices, trustUrls } from "../../virtual/signing/trustServices.ts";

const day = 86_400_000;
const document = new Blob(["განცხადება"]);
let services: TrustServices;
beforeEach(() => void (services = new TrustServices()));

const addresses = { ocspUrl: trustUrls.ocsp, crlUrl: trustUrls.crl, issuerUrl: trustUrls.issuer };

async function sign(format: "asic" | "cms", level: Level, certificate: object = addresses, now = Date.now()) {
  const signer = await keySigner({ certificate });
  services.listed = [signer.certificateDer];
  const options = { at: new Date(now), level, timestampUrl: trustUrls.tsa, web: services.web };
  const made = format === "asic" ? await signAsic([{ name: "a.txt", mimeType: "text/plain", data: document }], signer, options) : await signCms(document, "detached", signer, options);
  const file = { name: "signed", data: new Blob([...made.parts]) };
  const verify = async (more: object = {}) => {
    const report = await verifyFile(file, { name: "a.txt", data: document }, { anchors: anchors([(await authorities()).root]), now: Date.now(), ...more });
    const [signature] = report.signatures;
    return { verdict: report.verdict, level: signature?.level, revocation: signature?.revocation, timestamp: signature?.timestamp, codes: signature?.reasons.map(({ code }) => code) ?? [] };
  };
  return { level: made.level, notices: made.notices, verify };
}

describe.each(["asic", "cms"] as const)("levels of %s", (format) => {
  it("B-T: the stamp proves the time", async () => {
    const { level, notices, verify } = await sign(format, "B-T");
    expect({ level, notices }).toEqual({ level: "B-T", notices: [] });
    const report = await verify();
    expect(report).toMatchObject({ verdict: "valid", level: "B-T", timestamp: { trusted: true, authority: "GEO TSA TEST" } });
    expect(report.codes).not.toContain("TIME_CLAIMED_ONLY");
    // Only the digest and a nonce went out.
    expect(services.requests.map(({ url }) => url)).toEqual([trustUrls.tsa]);
    expect(services.requests[0]?.body?.length).toBeLessThan(100);
  });

  it("B-LT by OCSP, and by the list where OCSP is not named: revocation known without the network", async () => {
    for (const certificate of [addresses, { crlUrl: trustUrls.crl }]) {
      const { level, notices, verify } = await sign(format, "B-LT", certificate);
      expect({ level, notices }).toEqual({ level: "B-LT", notices: [] });
      const report = await verify();
      expect(report).toMatchObject({ verdict: "valid", level: "B-LT", revocation: "good" });
      expect(report.codes).not.toContain("REVOCATION_NOT_CHECKED");
    }
  });

  it("OCSP down: the list is asked", async () => {
    services.faults.add("ocsp try later");
    expect(await sign(format, "B-LT")).toMatchObject({ level: "B-LT", notices: [] });
  });

  const toBare: readonly (readonly [TrustFault, string])[] = [
    ["down", "NETWORK_FAILED"],
    ["error", "NETWORK_FAILED"],
    ["garbage", "TIMESTAMP_INVALID"],
    ["tsa refuses", "TIMESTAMP_REFUSED"],
    ["tsa stamps something else", "TIMESTAMP_INVALID"],
    ["tsa answers another request", "TIMESTAMP_INVALID"],
    ["tsa signature broken", "TIMESTAMP_INVALID"],
    ["tsa certificate is for something else", "TIMESTAMP_INVALID"],
  ];
  it.each(toBare)("%s: the signature is there at level B-B, with a notice", async (fault, notice) => {
    services.faults.add(fault);
    const { level, notices, verify } = await sign(format, "B-LT");
    expect({ level, notices }).toEqual({ level: "B-B", notices: [notice] });
    expect(await verify()).toMatchObject({ verdict: "valid", level: "B-B" });
  });

  const toStamped: readonly (readonly [TrustFault, string])[] = [
    ["ocsp says unknown", "REVOCATION_UNKNOWN"],
    ["ocsp signature broken", "REVOCATION_UNKNOWN"],
    ["ocsp signed by somebody else", "REVOCATION_UNKNOWN"],
    ["ocsp about another certificate", "REVOCATION_UNKNOWN"],
    ["ocsp out of date", "REVOCATION_UNKNOWN"],
    ["ocsp says revoked", "CERTIFICATE_REVOKED"],
  ];
  it.each(toStamped)("%s: level B-T, with a notice", async (fault, notice) => {
    services.faults.add(fault);
    const { level, notices } = await sign(format, "B-LT", { ocspUrl: trustUrls.ocsp });
    expect({ level, notices }).toEqual({ level: "B-T", notices: [notice] });
  });

  it("a list that is not its issuer's is not believed", async () => {
    services.faults.add("crl signature broken");
    expect(await sign(format, "B-LT", { crlUrl: trustUrls.crl })).toMatchObject({ level: "B-T", notices: ["REVOCATION_UNKNOWN"] });
  });

  it("the network not allowed: level B-B and why", async () => {
    const { web } = services;
    Object.assign(services, { web: noNetwork });
    expect(await sign(format, "B-LT")).toMatchObject({ level: "B-B", notices: ["NETWORK_NOT_ALLOWED"] });
    Object.assign(services, { web });
  });
});

describe("when a certificate counts", () => {
  const then = Date.now() - 100 * day;
  const old = { ...addresses, notBefore: new Date(Date.now() - 200 * day), notAfter: new Date(Date.now() - 50 * day) };

  it("expired since: valid with a stamp, can't tell without", async () => {
    services.now = () => then;
    expect(await (await sign("asic", "B-T", old, then)).verify()).toMatchObject({ verdict: "valid" });
    const bare = await (await sign("asic", "B-B", old, then)).verify();
    expect(bare.verdict).toBe("unknown");
    expect(bare.codes[0]).toBe("TIME_NOT_PROVEN");
  });

  it("expired when stamped: invalid", async () => {
    const report = await (await sign("asic", "B-T", old, then)).verify();
    expect(report).toMatchObject({ verdict: "invalid" });
    expect(report.codes).toContain("CERTIFICATE_NOT_THEN_VALID");
  });

  it("claims a time outside the certificate's: invalid", async () => {
    const report = await (await sign("cms", "B-B", {}, Date.now() - 30 * day)).verify();
    expect(report).toMatchObject({ verdict: "invalid" });
    expect(report.codes).toContain("CERTIFICATE_NOT_THEN_VALID");
  });

  it("revoked after the stamp: valid; before it: invalid; nobody can tell without a stamp", async () => {
    const stamped = await sign("cms", "B-T");
    services.faults.add("ocsp says revoked");
    services.revokedAt = Date.now() + 3_600_000;
    expect(await stamped.verify({ web: services.web })).toMatchObject({ verdict: "valid", revocation: "revoked" });
    services.revokedAt = Date.now() - 3_600_000;
    expect(await stamped.verify({ web: services.web })).toMatchObject({ verdict: "invalid" });
    const bare = await sign("cms", "B-B");
    services.revokedAt = Date.now() + 3_600_000;
    expect((await bare.verify({ web: services.web })).codes[0]).toBe("TIME_NOT_PROVEN");
    services.revokedAt = Date.now() - 3_600_000;
    expect(await bare.verify({ web: services.web })).toMatchObject({ verdict: "invalid" });
  });

  it("on the list: invalid; an unreadable answer: as if nobody had been asked", async () => {
    const bare = await sign("cms", "B-B", { crlUrl: trustUrls.crl });
    services.faults.add("crl lists it");
    expect(await bare.verify({ web: services.web })).toMatchObject({ verdict: "invalid", revocation: "revoked" });
    services.faults.add("garbage");
    expect(await bare.verify({ web: services.web })).toMatchObject({ verdict: "valid", revocation: "unknown" });
    services.faults.clear();
    services.requests.length = 0;
    expect(await bare.verify()).toMatchObject({ verdict: "valid", revocation: "unknown" });
    expect(services.requests).toEqual([]);
  });

  it("an authority that nobody trusts: can't tell; a stamp of one is a claim", async () => {
    const made = await sign("asic", "B-T");
    expect(await made.verify({ anchors: [] })).toMatchObject({ verdict: "unknown" });
    expect((await made.verify({ anchors: [] })).codes).toContain("TIMESTAMP_NOT_TRUSTED");
  });
});

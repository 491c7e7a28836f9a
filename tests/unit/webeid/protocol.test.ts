import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../../src/codec/base64.ts";
import { explainFailure, failure } from "../../../src/webeid/failure.ts";
import { actionOf, parsePageRequest } from "../../../src/webeid/pageRequest.ts";
import { webEidActions } from "../../../src/webeid/protocol.ts";
import { parseOutcome } from "../../../src/webeid/reply.ts";
import { statusOutcome } from "../../../src/webeid/status.ts";
import { interactionTimeout } from "../../../src/webeid/timeout.ts";
import { authenticateReply } from "../../../src/webeid/token.ts";
import { majorOf, protocolVersion } from "../../../src/webeid/version.ts";

const nonce = "n".repeat(44);
const authenticate = (more: object = {}): object => ({ action: "web-eid:authenticate", libraryVersion: "2.0.2", challengeNonce: nonce, ...more });
const codeOf = (data: unknown): string | null => {
  const request = parsePageRequest(data);
  return request && "failure" in request ? request.failure.error.code : request ? "fine" : null;
};

describe("a page's request", () => {
  it("is understood", () => {
    expect(parsePageRequest({ ...authenticate({ options: { lang: "en-GB", userInteractionTimeout: 5000 } }), extra: "x" })).toEqual({
      action: "authenticate", libraryVersion: "2.0.2", challengeNonce: nonce, language: "en", timeout: 5000,
    });
    expect(parsePageRequest({ action: "web-eid:status", libraryVersion: "2.0.2" })).toEqual({ action: "status", libraryVersion: "2.0.2" });
    expect(parsePageRequest(authenticate({ options: { lang: "de" } }))).toMatchObject({ language: null, timeout: 120_000 });
  });

  it.each([
    [{ challengeNonce: undefined }, "ERR_WEBEID_MISSING_PARAMETER"],
    [{ challengeNonce: "n".repeat(43) }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ challengeNonce: "n".repeat(128) }, "fine"],
    [{ challengeNonce: "n".repeat(129) }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ challengeNonce: `\ud800${"n".repeat(50)}` }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ challengeNonce: 7 }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ libraryVersion: "two" }, "ERR_WEBEID_VERSION_INVALID"],
    [{ libraryVersion: `1.0.0-${"a".repeat(100)}` }, "ERR_WEBEID_VERSION_INVALID"],
    [{ options: "x" }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ options: { lang: "<b>" } }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ options: { userInteractionTimeout: -1 } }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ options: { userInteractionTimeout: Number.POSITIVE_INFINITY } }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ options: { userInteractionTimeout: "5000" } }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
  ])("%j: %s", (more, code) => expect(codeOf(authenticate(more))).toBe(code));

  it.each([
    [{}, "ERR_WEBEID_MISSING_PARAMETER"],
    [{ certificate: "AAAA", hash: toBase64(new Uint8Array(32)), hashFunction: "SHA-256" }, "fine"],
    [{ certificate: "AAAA", hash: toBase64(new Uint8Array(31)), hashFunction: "SHA-256" }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ certificate: "AAAA", hash: toBase64(new Uint8Array(32)), hashFunction: "MD5" }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ certificate: "A", hash: toBase64(new Uint8Array(32)), hashFunction: "SHA-256" }, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"],
    [{ certificate: "AAAA", hash: "", hashFunction: "toString" }, "ERR_WEBEID_MISSING_PARAMETER"],
  ])("sign %j: %s", (more, code) => expect(codeOf({ action: "web-eid:sign", libraryVersion: "2.0.2", ...more })).toBe(code));

  it("is nothing when it is not of this protocol, its own answers included", () => {
    for (const data of [null, 7, "web-eid:status", [], {}, { action: "status" }, { action: "web-eid:authenticate-success" }, { action: "web-eid:status-ack" }]) {
      expect(parsePageRequest(data)).toBeNull();
      expect(actionOf(data)).toBeNull();
    }
  });

  it("never throws, and lets no field through that it does not know", () => {
    const known = new Set(["action", "libraryVersion", "language", "timeout", "challengeNonce", "certificate", "hash", "hashFunction", "failure"]);
    const anything = fc.record(
      { action: fc.constantFrom(...webEidActions.map((name) => `web-eid:${name}`)), libraryVersion: fc.constantFrom("2.0.2", "x"), challengeNonce: fc.anything(), options: fc.anything(), certificate: fc.anything(), hash: fc.anything(), hashFunction: fc.anything(), __proto__: fc.anything() },
      { requiredKeys: ["action"] },
    );
    fc.assert(fc.property(anything, (data) => {
      const request = parsePageRequest(data);
      for (const key of Object.keys(request ?? {})) expect(known.has(key)).toBe(true);
    }));
  });
});

describe("answers", () => {
  it("a token has the five fields of web-eid:1.0", () => {
    const reply = authenticateReply({ certificateDer: Uint8Array.of(1, 2), algorithm: "ES384", signature: Uint8Array.of(3) }, "chrome-extension://x/releases/1");
    expect(reply).toEqual({ action: "web-eid:authenticate-success", unverifiedCertificate: "AQI=", algorithm: "ES384", signature: "Aw==", format: "web-eid:1.0", appVersion: "chrome-extension://x/releases/1" });
    expect(parseOutcome({ ...reply, pin: "1234" })).toEqual(reply);
    expect(parseOutcome({ ...reply, format: "web-eid:1.1" })).toBeNull();
  });

  it("a failure keeps code and message only", () => {
    const failed = failure("authenticate", "ERR_WEBEID_USER_CANCELLED", "x");
    expect(parseOutcome({ ...failed, error: { ...failed.error, stack: "secret" } })).toEqual(failed);
    expect(parseOutcome({ ...failed, error: { code: "ERR_OTHER", message: "x" } })).toBeNull();
  });

  it("a newer library hears of the version first, except for what the person did", () => {
    expect(statusOutcome("2.9.0")).toMatchObject({ action: "web-eid:status-success", extension: protocolVersion, nativeApp: protocolVersion });
    expect(statusOutcome("3.0.0")).toMatchObject({ error: { code: "ERR_WEBEID_VERSION_MISMATCH", requiresUpdate: { extension: true, nativeApp: true } } });
    expect(explainFailure(failure("sign", "ERR_WEBEID_NATIVE_FATAL", ""), "sign", "3.0.0").error.code).toBe("ERR_WEBEID_VERSION_MISMATCH");
    expect(explainFailure(failure("sign", "ERR_WEBEID_USER_TIMEOUT", ""), "sign", "3.0.0").error.code).toBe("ERR_WEBEID_USER_TIMEOUT");
  });

  it("whatever is taken for an answer comes out unchanged when read again", () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      const once = parseOutcome(value);
      if (once) expect(parseOutcome(once)).toEqual(once);
    }));
  });
});

describe("small parts", () => {
  it("base64 has one spelling", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }), { numRuns: 50 });
    for (const wrong of ["A", "AA", "AA=", "AB==", "AA==\n", "A A=", "_-==", "===="]) expect(fromBase64(wrong)).toBeNull();
  });
  it("time limits", () => {
    expect([undefined, null, 0, -5, "7", Number.NaN].map(interactionTimeout)).toEqual(Array.from({ length: 6 }, () => 120_000));
    expect(interactionTimeout(1_000)).toBe(1_000);
    expect(interactionTimeout(1e9)).toBe(600_000);
  });
  it("versions", () => {
    expect(["2.0.2", "0.1.0-a.1+b", "2", "02.0.0", "", "2.0.2 "].map(majorOf)).toEqual([2, 0, null, null, null, null]);
  });
});

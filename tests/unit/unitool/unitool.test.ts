// Links of the official program's scheme and what stands behind them: what is taken, and all that is not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInit } from "../../../src/unitool/init.ts";
import { checkAddress, isUnitoolLink, parseLink, sameSite } from "../../../src/unitool/link.ts";

const portal = "https://www.my.gov.ge";
const problemOf = (checked: { readonly ok: boolean; readonly problem?: { readonly code: string; readonly what?: string } }): string => (checked.ok ? "none" : [checked.problem?.code, checked.problem?.what].filter((one) => one !== undefined).join(" "));

describe("a link", () => {
  it("is an https address of the page's own site", () => {
    const checked = parseLink("geoeid-unitool://www.my.gov.ge/sign/init/abc?x=1#part", portal);
    expect(checked.ok && checked.value.href).toBe("https://www.my.gov.ge/sign/init/abc?x=1");
    expect(parseLink("GEOEID-UNITOOL://api.my.gov.ge:8443/i", portal)).toMatchObject({ ok: true, value: { host: "api.my.gov.ge:8443" } });
    expect(isUnitoolLink("https://www.my.gov.ge/")).toBe(false);
  });

  it.each([
    ["geoeid-unitool:www.my.gov.ge/x", "link"],
    ["geoeid-unitool:", "link"],
    ["geoeid-unitool://", "link"],
    ["geoeid-unitool://www.my.gov.ge\\@evil.ge/", "link"],
    ["https://www.my.gov.ge/", "link"],
    ["geoeid-unitool://evil.ge/x", "site evil.ge"],
    ["geoeid-unitool://www.my.gov.ge.evil.ge/x", "site www.my.gov.ge.evil.ge"],
    ["geoeid-unitool://evilmy.gov.ge/x", "site evilmy.gov.ge"],
    ["geoeid-unitool://gov.ge/x", "site gov.ge"],
    ["geoeid-unitool://www.my.gov.ge@evil.ge/x", "scheme https://evil.ge"],
    ["geoeid-unitool://user:pass@www.my.gov.ge/x", "scheme https://www.my.gov.ge"],
    [`geoeid-unitool://www.my.gov.ge/${"x".repeat(2_000)}`, "link"],
  ])("%s is refused: %s", (link, problem) => {
    expect(problemOf(parseLink(link, portal))).toBe(problem);
  });

  it.each([
    ["api.my.gov.ge", "www.my.gov.ge", true],
    ["my.gov.ge", "www.my.gov.ge", true],
    ["id.ge", "www.id.ge", true],
    ["tax.gov.ge", "my.gov.ge", false],
    ["one.com.ge", "two.com.ge", false],
    ["gov.ge", "my.gov.ge", false],
    ["a.example.org", "example.org", true],
    ["example.org", "www.example.org", true],
    ["example.org", "a.example.org", false],
    ["b.github.io", "a.github.io", false],
    ["127.0.0.1", "127.0.0.1", true],
    ["10.0.0.1", "127.0.0.1", false],
    ["my.gov.ge.", "my.gov.ge", true],
  ])("%s and the page %s: %s", (host, page, same) => {
    expect(sameSite(host, page)).toBe(same);
  });

  it("no address with another scheme gets through", () => {
    for (const address of ["http://www.my.gov.ge/", "file:///etc/passwd", "javascript:alert(1)", "data:application/pdf,x", "blob:https://www.my.gov.ge/x", "chrome-extension://abc/x", "ftp://www.my.gov.ge/"]) {
      expect(problemOf(checkAddress(address, portal)), address).toMatch(/^(scheme|site) /);
    }
  });
});

const document = { dataType: "document", dataUrl: `${portal}/d.pdf`, submitUrl: `${portal}/s`, signAlg: "sha256withRSA", docType: "PDF", language: "ka", keyId: "sign", signatureProfile: "B", padesUsage: true, description: "ხელშეკრულება" };
const digest = "ab".repeat(32);
const hash = { dataType: "hash", hash: digest, submitUrl: `${portal}/s` };
const init = (json: unknown) => parseInit(JSON.stringify(json), portal);

describe("a description", () => {
  it("of a document, and of a hash", () => {
    expect(init(document)).toMatchObject({ ok: true, value: { work: { kind: "document", sha256: null, bytes: null }, description: "ხელშეკრულება", timestamp: false } });
    expect(init({ ...document, signatureProfile: "BT", hash: digest.toUpperCase() })).toMatchObject({ ok: true, value: { timestamp: true, work: { sha256: digest } } });
    expect(init({ ...document, dataUrl: "", dataHex: "255044462d" })).toMatchObject({ ok: true, value: { work: { from: null, bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]) } } });
    expect(init(hash)).toMatchObject({ ok: true, value: { work: { kind: "hash", digest: new Uint8Array(32).fill(0xab) } } });
    expect(init({ ...hash, hash: undefined, dataHex: digest })).toMatchObject({ ok: true });
    // What a program of the official kind may leave out.
    expect(init({ dataType: "document", dataUrl: `${portal}/d`, submitUrl: `${portal}/s` })).toMatchObject({ ok: true });
  });

  it.each([
    [{ ...document, dataType: "xml" }, "field dataType"],
    [{ ...document, signAlg: "md5withRSA" }, "field signAlg"],
    [{ ...document, docType: "DOCX" }, "field docType"],
    [{ ...document, language: "ru" }, "field language"],
    [{ ...document, keyId: "auth" }, "field keyId"],
    [{ ...document, signatureProfile: "LTA" }, "field signatureProfile"],
    [{ ...document, padesUsage: false }, "field padesUsage"],
    [{ ...document, padesUsage: "true" }, "field padesUsage"],
    [{ ...document, description: "x".repeat(2_001) }, "field description"],
    [{ ...document, description: {} }, "field description"],
    [{ ...document, hash: "abc" }, "field hash"],
    [{ ...document, dataUrl: "" }, "field dataUrl"],
    [{ ...document, dataUrl: ["x"] }, "field dataUrl"],
    [{ ...document, dataHex: "abc" }, "field dataHex"],
    [{ ...document, submitUrl: undefined }, "field submitUrl"],
    [{ ...document, submitUrl: "/s" }, "field submitUrl"],
    [{ ...document, submitUrl: "https://evil.ge/s" }, "site evil.ge"],
    [{ ...document, submitUrl: "http://www.my.gov.ge/s" }, "scheme http://www.my.gov.ge"],
    [{ ...document, dataUrl: "file:///etc/passwd" }, "scheme file://"],
    [{ ...hash, hash: "ab" }, "field hash"],
    [{ ...hash, dataHex: "cd".repeat(32) }, "field hash"],
    [{ ...hash, hash: undefined }, "field dataHex"],
    [[], "init_json"],
    [null, "init_json"],
    ["x", "init_json"],
  ])("%j is refused: %s", (json, problem) => {
    expect(problemOf(init(json))).toBe(problem);
  });

  it("whatever stands in it, what gets through is https, of the site, and of the kinds there are", () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom("document", "hash", digest, `${portal}/x`, "https://evil.ge/", "http://my.gov.ge/", "sign", "B", "BT", "PDF", true));
    const keys = fc.constantFrom("dataType", "dataHex", "dataUrl", "hash", "signAlg", "submitUrl", "description", "docType", "language", "keyId", "signatureProfile", "padesUsage");
    fc.assert(
      fc.property(fc.dictionary(keys, value), fc.boolean(), (change, isHash) => {
        const parsed = init({ ...(isHash ? hash : document), ...change });
        if (!parsed.ok) return;
        const { work, submit } = parsed.value;
        for (const url of [submit, ...(work.kind === "document" && work.from ? [work.from] : [])]) {
          expect(url.protocol).toBe("https:");
          expect(url.hostname).toMatch(/(^|\.)my\.gov\.ge$/);
        }
        if (work.kind === "hash") expect(work.digest.length).toBe(32);
      }),
      { numRuns: 500 },
    );
  });
});

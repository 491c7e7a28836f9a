import { beforeAll, describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../src/card/bytes.ts";
import { parseCounter } from "../../../src/card/eid/pinCounter.ts";
import { recall, remember } from "../../../src/card/eid/cardCache.ts";
import { findLayout } from "../../../src/card/eid/layout.ts";
import { pinBlock } from "../../../src/card/eid/pin.ts";
import { profileFor } from "../../../src/card/eid/profile.ts";
import { digestInfo, rungs } from "../../../src/card/eid/rung.ts";
import { toRawEcdsa } from "../../../src/card/eid/signer.ts";
import { oid, time, Tag } from "../../../src/card/iso7816/der.ts";
import { readFile, readTlv } from "../../../src/card/iso7816/tlv.ts";
import { readDir, readObjectDirectory, readTokenInfo } from "../../../src/card/pkcs15/directory.ts";
import { PinFlag, type PinObject, readPins } from "../../../src/card/pkcs15/objects.ts";
import { fromMasterFile, readPath } from "../../../src/card/pkcs15/path.ts";
import { parseCertificate } from "../../../src/card/x509/certificate.ts";
import { personalNumber } from "../../../src/card/x509/name.ts";
import type { ProfileName } from "../../virtual/card/image.ts";
import { image, memoryCache, World } from "../login/world.ts";
import { codeOf } from "./typed.ts";

describe("BER-TLV that trusts no length", () => {
  it("one, two and three byte tags, short and long lengths", () => {
    expect(readTlv(fromHex("3003020105")).tag).toBe(0x30);
    expect(readTlv(fromHex("7F410101")).tag).toBe(0x7f41);
    expect(readTlv(fromHex("BF8601028000")).tag).toBe(0xbf8601);
    expect(readTlv(Uint8Array.of(0x04, 0x81, 0x80, ...new Uint8Array(128))).value).toHaveLength(128);
  });
  it.each(["30", "3005", "300501", "3080", "3084000000010", "04830FFFFF01", "1FFFFFFF01"])("refuses %s", (hex) =>
    expect(codeOf(() => readTlv(fromHex(hex.length % 2 ? `${hex}0` : hex)))).toBe("CARD_MALFORMED"));
  it("zeros and FF behind the last object are padding", () => {
    expect(readFile(fromHex("0401AA0401BB0000FF"))).toHaveLength(2);
  });
});

describe("DER values", () => {
  it("object identifiers and times", () => {
    expect(oid(fromHex("2A864886F70D010101"))).toBe("1.2.840.113549.1.1.1");
    const ascii = (value: string): Uint8Array => new TextEncoder().encode(value);
    expect(time(Tag.utcTime, ascii("261124101112Z"))).toBe(Date.UTC(2026, 10, 24, 10, 11, 12));
    expect(time(Tag.utcTime, ascii("500101000000Z"))).toBe(Date.UTC(1950, 0, 1));
    expect(time(Tag.generalizedTime, ascii("20501231235959Z"))).toBe(Date.UTC(2050, 11, 31, 23, 59, 59));
    for (const wrong of ["261324101112Z", "260230101112Z", "2611241011Z", "261124101112+0400"]) expect(codeOf(() => time(Tag.utcTime, ascii(wrong)))).toBe("CARD_MALFORMED");
  });
});

describe("PKCS#15 files", () => {
  it("paths, relative and absolute", () => {
    const path = readPath(fromHex("04043F005015020100800120"));
    expect(path).toMatchObject({ offset: 0, length: 0x20 });
    expect(toHex(fromMasterFile(path, fromHex("0DF5")))).toBe("5015");
    expect(toHex(fromMasterFile(readPath(fromHex("04024404")), fromHex("5015")))).toBe("50154404");
    for (const wrong of ["", "0400", "04013F", "02013F"]) expect(codeOf(() => readPath(fromHex(wrong)))).toBe("CARD_MALFORMED");
  });

  it("EF.DIR as one file of templates", () => {
    const [application] = readDir(fromHex("61124F0CA000000063504B43532D313551025015"));
    expect(application && toHex(application.aid)).toBe("A000000063504B43532D3135");
    expect(application?.path && toHex(application.path)).toBe("5015");
  });

  it("a TokenInfo without a serial number is no reason to fail", () => {
    expect(readTokenInfo(fromHex("300702010003020100")).serialNumber).toBeNull();
  });

  it("an ODF that names nothing is no identity card", () => {
    expect(codeOf(() => readObjectDirectory(fromHex("")))).toBe("CARD_UNKNOWN");
  });
});

describe.each<ProfileName>(["georgia1", "georgia2", "georgia2ec", "sample6"])("the layout of %s", (profile) => {
  let files: { pins: Uint8Array<ArrayBuffer>; certificates: Uint8Array<ArrayBuffer>; privateKeys: Uint8Array<ArrayBuffer> };
  beforeAll(async () => {
    const cache = memoryCache();
    const world = await World.make({ card: { profile }, cache });
    await world.login(profile === "sample6" ? "123456" : "1234");
    await world.close();
    const key = [...cache.entries.keys()].find((one) => !one.startsWith("atr:")) ?? "";
    const kept = await recall(cache, key);
    if (!kept) throw new Error("nothing was kept");
    files = kept.files;
  });

  it("pairs keys, certificates and PINs, and tells login from signing by usage", () => {
    const layout = findLayout(files);
    expect(toHex(layout.key.id)).toBe(toHex(layout.certificate.id));
    expect(layout.key.use).toBe("authentication");
    expect(layout.signingKey?.use).toBe("signing");
    expect(layout.loginPin.label).not.toBe(layout.signingPin?.label);
    expect(layout.puk?.label).toMatch(/PUK/);
    expect(layout.authorities).toHaveLength(2);
    expect(readPins(files.pins).length).toBeGreaterThanOrEqual(3);
  });

  it("without its certificates says what is missing", () => {
    expect(codeOf(() => findLayout({ ...files, certificates: new Uint8Array(0) }))).toBe("CERTIFICATE_MISSING");
    expect(codeOf(() => findLayout({ ...files, privateKeys: new Uint8Array(0) }))).toBe("CARD_UNKNOWN");
  });
});

describe("X.509", () => {
  it("reads what the card's certificate says, and cuts padding off", async () => {
    const der = new Uint8Array(Buffer.from((await image()).certificates.authentication, "base64"));
    const certificate = parseCertificate(Uint8Array.of(...der, 0, 0, 0));
    expect(certificate.subject).toMatchObject({ commonName: "ნინო ტესტაძე", givenName: "ნინო", surname: "ტესტაძე", serialNumber: "99001010101" });
    expect(certificate.issuer.commonName).toBe("GEO Authentication CA TEST");
    expect(certificate.publicKey).toMatchObject({ algorithm: "RSA", bits: 2048 });
    expect([...(certificate.keyUsage ?? [])]).toEqual([0]);
    expect(certificate.extendedKeyUsage).toEqual(["1.3.6.1.5.5.7.3.2"]);
    expect(certificate.der).toEqual(der);
  });

  it.each([
    ["99001010101", "99001010101"],
    ["PNOGE-99001010101", "99001010101"],
    ["9900101010", null],
    ["99001010101x", null],
    [null, null],
  ])("personal number in %j", (serialNumber, wanted) =>
    expect(personalNumber({ commonName: null, givenName: null, surname: null, organization: null, serialNumber })).toBe(wanted));
});

const pin = (more: Partial<PinObject>): PinObject => ({
  id: fromHex("06"), authId: null, label: "", flags: new Set(), type: 1, minLength: 4, storedLength: 8, maxLength: 8, reference: 1, padChar: null, path: null, userConsent: false, ...more,
});
const digits = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("PIN blocks, PKCS#15 §6.8.2", () => {
  it.each<[string, Partial<PinObject>, string]>([
    ["ASCII", {}, "3132333435"],
    ["ASCII, padded", { flags: new Set([PinFlag.needsPadding]), padChar: 0x00 }, "3132333435000000"],
    ["BCD, odd", { type: 0, storedLength: 4 }, "12345F"],
    ["BCD, padded", { type: 0, storedLength: 4, flags: new Set([PinFlag.needsPadding]), padChar: 0xff }, "12345FFF"],
    ["half-nibble BCD", { type: 3 }, "F1F2F3F4F5"],
    ["UTF-8", { type: 2 }, "3132333435"],
  ])("%s", (_, more, hex) => expect(toHex(pinBlock(pin(more), digits("12345"), "login"))).toBe(hex));

  it.each(["", "123", "123456789", "12 45", "12345\n"])("%j is refused before anything is sent", (text) =>
    expect(codeOf(() => pinBlock(pin({}), digits(text), "login"))).toBe("PIN_LENGTH"));

  it("a coding nobody can type is refused", () => expect(codeOf(() => pinBlock(pin({ type: 4 }), digits("12345"), "login"))).toBe("ALGORITHM_UNSUPPORTED"));
});

describe("counters", () => {
  it("are found at any depth, and nothing is guessed", () => {
    expect(parseCounter(fromHex("7017BF80061362119A01039B01029C02FFFF9D02FFFF990100"), { list: 0x62 })).toEqual({ left: 2, max: 3 });
    expect(parseCounter(fromHex("7017BF80061362119A01039B01029C02FFFF9D02FFFF990100"), { list: 0xa0 })).toBeNull();
    expect(parseCounter(fromHex("62039B0202"), { list: 0x62 })).toBeNull();
    expect(parseCounter(fromHex(""), { list: 0x62 })).toBeNull();
  });
  it("no profile permits an empty VERIFY", () => {
    for (const atr of ["3BFD1800008131FE4580318153474531738421C081072E", "3BDC96FF8111FE47656F72676961454944763184", "3B00"]) expect(profileFor(fromHex(atr)).verifyWithoutData).toBe(false);
  });
});

describe("signing", () => {
  it("the rung that worked goes first, each rung once", () => {
    const all = rungs("pkcs1", 256, [0x42], null);
    expect(all[0]).toMatchObject({ algorithm: "42" });
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length);
    const [, second] = all;
    if (!second) throw new Error("one rung only");
    expect(rungs("pkcs1", 256, [0x42], second)[0]).toEqual(second);
  });
  it("a rung for another hash or padding is not remembered", () => {
    const with256 = rungs("pkcs1", 256, [], null)[0] ?? null;
    expect(rungs("pkcs1", 384, [], with256)).toEqual(rungs("pkcs1", 384, [], null));
    expect(rungs("pss", 256, [], with256)).toEqual(rungs("pss", 256, [], null));
    expect(rungs("pkcs1", 512, [], { algorithm: "02", input: "digestInfo", command: "pso" })[0]?.algorithm).toBe("02");
  });
  it("what TokenInfo names is asked for its own padding only", () => {
    const names = (scheme: "pkcs1" | "pss") => rungs(scheme, 256, [0x02, 0x2b, 0x42], null).map(({ algorithm }) => algorithm);
    expect(names("pkcs1")).not.toContain("2B");
    expect(names("pss")[0]).toBe("2B");
    expect(names("pss")).not.toContain("42");
  });
  it("DigestInfo of RFC 8017 §9.2", () => {
    const hash = new Uint8Array(32).fill(0xaa);
    expect(toHex(digestInfo(hash, 256))).toBe(`3031300D060960864801650304020105000420${"AA".repeat(32)}`);
  });
  it("ECDSA in either form becomes r ‖ s", () => {
    const raw = new Uint8Array(64).fill(0x11);
    expect(toRawEcdsa(raw, 256)).toEqual(raw);
    const der = fromHex(`30440220${"11".repeat(32)}0220${"22".repeat(32)}`);
    const both = toRawEcdsa(der, 256);
    expect(both && toHex(both)).toBe("11".repeat(32) + "22".repeat(32));
    expect(toRawEcdsa(fromHex("00"), 256)).toBeNull();
  });
});

describe("the cache of a browser session", () => {
  it("forgets what it can't understand, and a full store is no failure", async () => {
    const store = memoryCache();
    for (const entry of ["", "null", "[]", "{}", '{"v":1}', '{"v":3,"pins":"00"}', "\u0000", '{"v":1,"pins":"zz","certificates":"","privateKeys":"","certificate":""}']) {
      await store.put("X", entry);
      expect(await recall(store, "X")).toBeNull();
    }
    const full = { get: async () => null, put: () => Promise.reject(new Error("quota")) };
    await remember(full, "X", { files: { pins: fromHex(""), certificates: fromHex(""), privateKeys: fromHex("") }, certificateDer: fromHex(""), named: [], rung: null, signingNamed: [], signing: null });
    expect(await recall({ get: () => Promise.reject(new Error("gone")), put: async () => {} }, "X")).toBeNull();
  });
});

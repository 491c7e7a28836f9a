// Every code a PC/SC service may return has a meaning to us, by number and as the Web Smart Card API throws it.
import { describe, expect, it } from "vitest";
import { CardError, cardErrorCodes } from "../../../src/card/error.ts";
import { pcscCodeOf, pcscCodes, PcscError, pcscNumber, toCardError } from "../../../src/card/pcsc/pcscError.ts";
import { parseFeatures, parseProperties } from "../../../src/card/pcsc/readerFeatures.ts";
import { displayName, slotOf } from "../../../src/card/pcsc/readerName.ts";
import { pcscErrorOf } from "../../../src/card/smartcard/webError.ts";
import { webResponseCodes } from "../../../src/card/smartcard/webSmartCard.ts";
import { SCARD } from "../../virtual/pcsc/codes.ts";

describe("return codes", () => {
  it.each(pcscCodes)("%s: a code of ours, and its number leads back to it, signed or not", (code) => {
    const failure = toCardError(new PcscError(code));
    expect(cardErrorCodes).toContain(failure.code);
    expect(failure.message).toBe(`the smart-card service says: ${code}`);
    if (code === "malformed" || code === "silent") return;
    expect(pcscCodeOf(pcscNumber(code))).toBe(code);
    expect(pcscCodeOf(pcscNumber(code) | 0)).toBe(code);
  });

  it.each(Object.entries(SCARD).filter(([name]) => name !== "S_SUCCESS"))("SCARD_%s is known", (_, number) => {
    expect(pcscCodeOf(number)).not.toBe("unknown-error");
  });

  it.each([0, 1, 5, 0x80100000, 0x80100063, 0x801000ff, 0x80090001, -1, 0xffffffff, Number.NaN, 2 ** 40])("%d is nobody's code", (number) => {
    expect(pcscCodeOf(number)).toBe("unknown-error");
  });

  it("what a person must be told apart is", () => {
    const told = (["no-smartcard", "removed-card", "unresponsive-card", "sharing-violation", "reset-card", "reader-unavailable", "no-service", "timeout", "cancelled"] as const).map((code) => toCardError(new PcscError(code)).code);
    expect(told).toEqual(["CARD_ABSENT", "CARD_REMOVED", "CARD_MUTE", "READER_HELD", "READER_HELD", "READER_GONE", "READER_GONE", "READER_TIMEOUT", "CANCELLED"]);
  });
});

describe("exceptions of the Web Smart Card API", () => {
  it.each(webResponseCodes)("SmartCardError %s", (responseCode) => {
    expect(pcscErrorOf(Object.assign(new DOMException("", "SmartCardError"), { responseCode })).code).toBe(responseCode);
  });

  it.each([
    [new TypeError("x"), "invalid-parameter"],
    [new DOMException("", "InvalidStateError"), "invalid-handle"],
    [new DOMException("", "AbortError"), "shutdown"],
    [new DOMException("", "SecurityError"), "no-access"],
    [new DOMException("", "NotAllowedError"), "no-access"],
    [new DOMException("", "UnknownError"), "unknown-error"],
    [Object.assign(new DOMException("", "SmartCardError"), { responseCode: "a code of tomorrow" }), "unknown-error"],
    ["not even an error", "unknown-error"],
    [null, "unknown-error"],
  ])("%s", (thrown, code) => expect(pcscErrorOf(thrown).code).toBe(code));

  it("anything else that is thrown inside is a bug of ours, and said so", () => {
    expect(toCardError(new RangeError("x")).code).toBe("INTERNAL");
    const own = new CardError("CARD_MUTE", "x");
    expect(toCardError(own)).toBe(own);
  });
});

describe("what a reader says it can do", () => {
  it("feature codes big endian, properties little endian, cut-off records left out", () => {
    expect([...parseFeatures(Uint8Array.of(0x06, 4, 0x42, 0x33, 0, 6, 0x12, 4, 0x42, 0x33, 0, 0x12, 0x07, 4, 1))]).toEqual([[6, 0x42330006], [0x12, 0x42330012]]);
    expect([...parseProperties(Uint8Array.of(0x0a, 4, 0, 0, 1, 0, 0x0b, 2, 0xe6, 0x04, 0x0c, 2, 0x16))]).toEqual([[0x0a, 0x10000], [0x0b, 0x04e6]]);
  });

  it.each([
    ["SCM SCR 331 [CCID Interface] (21120912) 00 00", "SCM SCR 331", 0],
    ["ACS ACR1552 1S CL Reader(1) 01 01", "ACS ACR1552 1S CL Reader (2)", 1],
    ["Alcor Link AK9563", "Alcor Link AK9563", 0],
    ["[x] 00 0a", "[x] 00 0a (11)", 10],
  ])("%s: no serial number is shown", (name, shown, slot) => {
    expect([displayName(name), slotOf(name)]).toEqual([shown, slot]);
  });
});

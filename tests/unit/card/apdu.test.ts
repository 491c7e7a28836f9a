import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../src/card/bytes.ts";
import { type CommandApdu, decodeApdu, decodeResponse, encodeApdu, needsExtended } from "../../../src/card/iso7816/apdu.ts";
import { CardChannel } from "../../../src/card/iso7816/cardChannel.ts";
import { statusError, triesFrom } from "../../../src/card/iso7816/statusWord.ts";
import type { CardConnection } from "../../../src/card/reader.ts";
import { codeOf } from "./typed.ts";

const header = { cla: 0x00, ins: 0xa4, p1: 0x04, p2: 0x0c };
const long = new Uint8Array(300).fill(0xab);

describe("command APDUs, ISO/IEC 7816-4 §5.1", () => {
  it.each<[string, CommandApdu, "short" | "extended", string]>([
    ["case 1", header, "short", "00A4040C"],
    ["case 2 short", { ...header, le: 16 }, "short", "00A4040C10"],
    ["case 2 short, 256", { ...header, le: 256 }, "short", "00A4040C00"],
    ["case 3 short", { ...header, data: fromHex("3F00") }, "short", "00A4040C023F00"],
    ["case 4 short", { ...header, data: fromHex("3F00"), le: 256 }, "short", "00A4040C023F0000"],
    ["case 2 extended", { ...header, le: 4096 }, "extended", "00A4040C001000"],
    ["case 2 extended, 65536", { ...header, le: 65_536 }, "extended", "00A4040C000000"],
    ["case 3 extended", { ...header, data: long }, "extended", `00A4040C00012C${"AB".repeat(300)}`],
    ["case 4 extended", { ...header, data: fromHex("3F00"), le: 512 }, "extended", "00A4040C0000023F000200"],
  ])("%s", (_, command, form, hex) => {
    expect(toHex(encodeApdu(command, form))).toBe(hex);
    expect(decodeApdu(fromHex(hex))).toEqual(command);
  });

  it("come back as they went, whatever they are", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const command = fc.record({ cla: byte, ins: byte, p1: byte, p2: byte, data: fc.option(fc.uint8Array({ minLength: 1, maxLength: 700 }), { nil: undefined }), le: fc.option(fc.integer({ min: 1, max: 65_536 }), { nil: undefined }) });
    fc.assert(
      fc.property(command, ({ data, le, ...rest }) => {
        const whole: CommandApdu = { ...rest, ...(data ? { data } : {}), ...(le === undefined ? {} : { le }) };
        expect(decodeApdu(encodeApdu(whole, needsExtended(whole) ? "extended" : "short"))).toEqual(whole);
      }),
    );
  });

  it("refuse lengths that their form has no room for", () => {
    expect(() => encodeApdu({ ...header, data: long }, "short")).toThrow(RangeError);
    expect(() => encodeApdu({ ...header, le: 257 }, "short")).toThrow(RangeError);
    expect(() => encodeApdu({ ...header, le: 0 }, "short")).toThrow(RangeError);
  });

  it("answers need a status word", () => {
    expect(decodeResponse(fromHex("01026A82"))).toEqual({ data: fromHex("0102"), sw: 0x6a82 });
    expect(codeOf(() => decodeResponse(fromHex("90")))).toBe("CARD_PROTOCOL");
  });
});

describe("status words", () => {
  it("63Cx counts, 63C0 and 6983 block", () => {
    expect(triesFrom(0x63c2)).toBe(2);
    expect(triesFrom(0x6300)).toBeNull();
    expect(statusError(0x63c2)).toMatchObject({ code: "PIN_WRONG", detail: { triesLeft: 2 } });
    expect(statusError(0x63c0)).toMatchObject({ code: "PIN_BLOCKED", detail: { triesLeft: 0 } });
    expect(statusError(0x6983)).toMatchObject({ code: "PIN_BLOCKED", detail: { triesLeft: 0 } });
    expect(statusError(0x1234)).toMatchObject({ code: "CARD_REFUSED", detail: { statusWord: 0x1234 } });
  });
});

/** A card that answers from a script and remembers what it was asked. */
function scripted(answers: readonly string[], apduLength: "short" | "extended" = "short") {
  const asked: string[] = [];
  const left = [...answers];
  const connection: CardConnection = {
    atr: fromHex("3B00"),
    protocol: "t1",
    apduLength,
    features: new Set(),
    transmit: async (apdu) => {
      asked.push(toHex(apdu));
      return fromHex(left.shift() ?? "6F00");
    },
    control: async () => fromHex("6F00"),
    disconnect: async () => {},
  };
  return { channel: new CardChannel(connection, true), asked };
}

describe("what ISO/IEC 7816-4 wants done around a command", () => {
  it("GET RESPONSE until all is there (61xx)", async () => {
    const { channel, asked } = scripted(["01026103", "0304056101", "069000"]);
    expect(await channel.send({ ...header, data: fromHex("3F00"), le: 256 })).toEqual({ data: fromHex("010203040506"), sw: 0x9000 });
    expect(asked).toEqual(["00A4040C023F0000", "00C0000003", "00C0000001"]);
    expect(channel.apdus).toBe(3);
  });

  it("the same command with the length the card names (6Cxx), but never one that asked for nothing", async () => {
    const reading = scripted(["6C04", "010203049000"]);
    expect((await reading.channel.send({ cla: 0, ins: 0xb0, p1: 0, p2: 0, le: 256 })).data).toEqual(fromHex("01020304"));
    expect(reading.asked).toEqual(["00B0000000", "00B0000004"]);
    const verifying = scripted(["6C04", "9000"]);
    expect((await verifying.channel.send({ cla: 0, ins: 0x20, p1: 0, p2: 0x86, data: fromHex("31323334") })).sw).toBe(0x6c04);
    expect(verifying.asked).toHaveLength(1);
  });

  it("command chaining for data too long for one short APDU", async () => {
    const { channel, asked } = scripted(["9000", "AA9000"]);
    expect(await channel.send({ cla: 0, ins: 0x2a, p1: 0x9e, p2: 0x9a, data: long, le: 256 })).toEqual({ data: fromHex("AA"), sw: 0x9000 });
    expect(asked).toEqual([`102A9E9AFF${"AB".repeat(255)}`, `002A9E9A2D${"AB".repeat(45)}00`]);
  });

  it("stops a chain that the card refuses", async () => {
    const { channel, asked } = scripted(["6884"]);
    expect((await channel.send({ cla: 0, ins: 0x2a, p1: 0x9e, p2: 0x9a, data: long })).sw).toBe(0x6884);
    expect(asked).toHaveLength(1);
  });

  it("extended APDUs where road and card take them", async () => {
    const { channel, asked } = scripted(["9000"], "extended");
    await channel.send({ cla: 0, ins: 0xb0, p1: 0, p2: 0, le: 4096 });
    expect(asked).toEqual(["00B00000001000"]);
  });
});

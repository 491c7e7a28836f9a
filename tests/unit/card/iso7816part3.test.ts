import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../src/card/bytes.ts";
import { CardError } from "../../../src/card/error.ts";
import { parseAtr } from "../../../src/card/iso7816part3/atr.ts";
import { checkPps, planNegotiation, ppsRequest, type ReaderCapabilities } from "../../../src/card/iso7816part3/negotiation.ts";
import { baudRate, factors } from "../../../src/card/iso7816part3/rates.ts";
import { T0Engine } from "../../../src/card/iso7816part3/t0.ts";
import { T1Engine } from "../../../src/card/iso7816part3/t1.ts";
import { crc, decodeBlock, encodeBlock, lrc, type T1Block } from "../../../src/card/iso7816part3/t1Block.ts";
import type { CardMachine } from "../../virtual/contracts.ts";
import { CardT1 } from "../../virtual/reader/cardT1.ts";
import { codeOf } from "./typed.ts";

const generation1 = "3BFD1800008131FE4580318153474531738421C081072E";
const generation2 = "3BDC96FF8111FE47656F72676961454944763184";

describe("answer to reset, ISO/IEC 7816-3 §8", () => {
  it("the Georgian card of the first generation", () => {
    const atr = parseAtr(fromHex(generation1));
    expect(atr).toMatchObject({ convention: "direct", protocols: [1], defaultProtocol: 1, specific: null, ta1: 0x18, guardTime: 0, t1: { ifsc: 254, bwi: 4, cwi: 5, edc: "lrc" } });
    expect(toHex(atr.historicalBytes)).toBe("80318153474531738421C08107");
  });

  it("the Georgian card of the second generation says its name", () => {
    const atr = parseAtr(fromHex(generation2));
    expect(atr).toMatchObject({ ta1: 0x96, protocols: [1], guardTime: 255, t1: { ifsc: 254 } });
    expect(new TextDecoder().decode(atr.historicalBytes)).toBe("GeorgiaEIDv1");
  });

  it("T=0 alone needs no check byte", () => {
    expect(parseAtr(fromHex("3B087465737420543030"))).toMatchObject({ protocols: [0], defaultProtocol: 0, ta1: null });
  });

  it("TA2 is specific mode, and PPS is not tried", () => {
    const body = fromHex("3BB011001001");
    // 3B B0 TA1 TB1 TD1(=10: TA2 follows, T=0) TA2(=01: T=1 insisted on)
    const atr = parseAtr(body);
    expect(atr).toMatchObject({ ta1: 0x11, specific: { protocol: 1, implicit: false } });
    expect(planNegotiation(atr, { ...reader, protocols: 3 }).pps).toBeNull();
  });

  it.each([
    ["nothing", ""],
    ["cut short", generation1.slice(0, -4)],
    ["a wrong check byte", `${generation1.slice(0, -2)}2F`],
    ["an unknown convention", `3C${generation1.slice(2)}`],
    ["too long", `3B${"FF".repeat(40)}`],
  ])("refuses %s", (_, hex) => expect(codeOf(() => parseAtr(fromHex(hex)))).toBe("CARD_PROTOCOL"));
});

const reader: ReaderCapabilities = { protocols: 3, features: 0x10030, defaultClockKHz: 4000, maxDataRateBps: 344_086, dataRatesBps: [], maxIfsd: 254, exchangeLevel: "tpdu" };

describe("negotiation", () => {
  it("F, D and rates as in tables 7 and 8", () => {
    expect(factors(0x11)).toEqual({ f: 372, d: 1 });
    expect(factors(0x96)).toEqual({ f: 512, d: 32 });
    expect(factors(0x18)).toEqual({ f: 372, d: 12 });
    expect(factors(0x70)).toBeNull();
    expect(baudRate(0x11, 3571.2)).toBeCloseTo(9600, 0);
  });

  it("PPS for the card's rate where the reader has it, T=1 parameters, and an information field size", () => {
    const plan = planNegotiation(parseAtr(fromHex(generation2)), reader);
    expect(plan).toMatchObject({ protocol: 1, fidi: 0x96, setIfsd: 254 });
    expect(plan.pps && toHex(plan.pps)).toBe("FF119678");
    expect(plan.parameters && toHex(plan.parameters)).toBe("9610FF4D00FE00");
  });

  it("a reader that negotiates by itself is left alone", () => {
    expect(planNegotiation(parseAtr(fromHex(generation2)), { ...reader, features: 0x10030 | 0x40 | 0x400 })).toMatchObject({ pps: null, parameters: null, setIfsd: null });
  });

  it("a reader that makes PPS by itself is told the parameters, and sent no PPS", () => {
    const plan = planNegotiation(parseAtr(fromHex(generation2)), { ...reader, features: 0x10030 | 0x80 });
    expect(plan.pps).toBeNull();
    expect(plan.parameters && toHex(plan.parameters)).toBe("9610FF4D00FE00");
  });

  it("a rate that the reader lacks is not asked for; one that it rounds is", () => {
    const atr = parseAtr(fromHex(generation1));
    expect(planNegotiation(atr, { ...reader, maxDataRateBps: 50_000 }).fidi).toBe(0x11);
    expect(planNegotiation(atr, { ...reader, defaultClockKHz: 3571, maxDataRateBps: 115_200, dataRatesBps: [9600, 115_200] }).fidi).toBe(0x18);
  });

  it("no common protocol is the reader's failing", () => {
    expect(codeOf(() => planNegotiation(parseAtr(fromHex(generation1)), { ...reader, protocols: 1 }))).toBe("READER_UNSUPPORTED");
  });

  it("the card's answer to PPS must be the request, or take less", () => {
    const request = ppsRequest(1, 0x96);
    expect(checkPps(request, request)).toEqual({ fidi: 0x96 });
    expect(checkPps(request, fromHex("FF01FE"))).toEqual({ fidi: 0x11 });
    for (const wrong of ["", "FF", "FF119679", "FF119577", "FE119678"]) expect(codeOf(() => checkPps(request, fromHex(wrong)))).toBe("CARD_PROTOCOL");
  });
});

describe("T=1 blocks, §11.3", () => {
  it("check bytes: exclusive-or, and the CRC of ISO/IEC 13239", () => {
    expect(lrc(fromHex("00C000"))).toBe(0xc0);
    // The check value of CRC-16/IBM-SDLC: 906E, sent high byte first here.
    expect(crc(new TextEncoder().encode("123456789"))).toBe(0x6e90);
  });

  it.each<[string, T1Block, string]>([
    ["I(0,0)", { kind: "I", ns: 0, more: false, inf: fromHex("00A40400") }, "00000400A40400A4"],
    ["I(1,1)", { kind: "I", ns: 1, more: true, inf: fromHex("01") }, "0060010160"],
    ["R(1)", { kind: "R", nr: 1, error: "none" }, "00900090"],
    ["R(0), parity error", { kind: "R", nr: 0, error: "edc" }, "00810081"],
    ["S(RESYNCH request)", { kind: "S", type: "resynch", response: false, inf: fromHex("") }, "00C000C0"],
    ["S(IFS request 254)", { kind: "S", type: "ifs", response: false, inf: fromHex("FE") }, "00C101FE3E"],
    ["S(WTX response 2)", { kind: "S", type: "wtx", response: true, inf: fromHex("02") }, "00E30102E0"],
  ])("%s", (_, block, hex) => {
    expect(toHex(encodeBlock(0, block, "lrc"))).toBe(hex);
    expect(decodeBlock(fromHex(hex), 0, "lrc")).toEqual(block);
  });

  it("come back as they went, with either check", () => {
    const inf = fc.uint8Array({ minLength: 0, maxLength: 254 });
    const block = fc.oneof(
      fc.record({ kind: fc.constant("I" as const), ns: fc.constantFrom(0 as const, 1 as const), more: fc.boolean(), inf }),
      fc.record({ kind: fc.constant("R" as const), nr: fc.constantFrom(0 as const, 1 as const), error: fc.constantFrom("none" as const, "edc" as const, "other" as const) }),
    );
    fc.assert(
      fc.property(block, fc.constantFrom("lrc" as const, "crc" as const), (value, edc) => {
        const bytes = encodeBlock(0, value, edc);
        expect(decodeBlock(bytes, 0, edc)).toEqual(value);
        // Any one bit on the wire that is wrong is noticed.
        const at = bytes.length >> 1;
        bytes[at] = (bytes[at] ?? 0) ^ 0x04;
        expect(decodeBlock(bytes, 0, edc)).toMatchObject({ kind: "bad" });
      }),
    );
  });
});

/** Answers each command with a number of bytes made from it, so that a mixed-up answer shows. */
function echo(length: number, seen: Uint8Array[]): CardMachine {
  return {
    powerOn: () => fromHex(generation2),
    powerOff: () => {},
    lastCommandMs: 0,
    transmit: async (apdu) => {
      seen.push(apdu.slice());
      const answer = new Uint8Array(length + 2);
      for (let i = 0; i < length; i += 1) answer[i] = ((apdu[i % apdu.length] ?? 0) + i) & 0xff;
      answer.set([0x90, 0x00], length);
      return answer;
    },
  };
}

describe("T=1 as an engine, §11.6", () => {
  it("carries any command and answer over a line that garbles and loses blocks, and never delivers a command twice or mixed up", async () => {
    const accident = fc.constantFrom("none" as const, "none" as const, "none" as const, "garbled out" as const, "garbled in" as const, "lost in" as const);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          commands: fc.array(fc.uint8Array({ minLength: 5, maxLength: 600 }), { minLength: 1, maxLength: 4 }),
          answer: fc.nat({ max: 700 }),
          ifsc: fc.integer({ min: 16, max: 254 }),
          ifsd: fc.integer({ min: 16, max: 254 }),
          edc: fc.constantFrom("lrc" as const, "crc" as const),
          accidents: fc.array(accident, { maxLength: 40 }),
          wtx: fc.nat({ max: 3 }),
        }),
        async ({ commands, answer, ifsc, ifsd, edc, accidents, wtx }) => {
          const seen: Uint8Array[] = [];
          const card = new CardT1({ card: echo(answer, seen), ifsc, edc, extensions: () => wtx, onApdu: async () => true });
          let turn = 0;
          const engine = new T1Engine({
            ifsc,
            ifsd: 32,
            edc,
            exchange: async (block) => {
              const what = accidents[turn++] ?? "none";
              const out = block.slice();
              if (what === "garbled out") out[out.length - 1] = (out.at(-1) ?? 0) ^ 0x11;
              const reply = await card.block(out);
              if (!reply || what === "lost in") throw new CardError("CARD_PROTOCOL", "garbled");
              const back = reply.slice();
              if (what === "garbled in") back[0] = (back[0] ?? 0) ^ 0x80;
              return back;
            },
          });
          let delivered = 0;
          try {
            await engine.negotiateIfsd(ifsd);
            for (const command of commands) {
              // 20 24 2C are never sent twice; others may be, after a resynchronisation.
              command[1] = 0x20;
              const result = await engine.transceive(command);
              delivered += 1;
              expect(result.length).toBe(answer + 2);
              expect(result[0] ?? 0x90).toBe(answer > 0 ? (command[0] ?? 0) & 0xff : 0x90);
            }
          } catch (error) {
            // Three accidents in a row may be more than the protocol survives: then it says so.
            expect(error).toBeInstanceOf(CardError);
            expect((error as CardError).code).toBe("CARD_PROTOCOL");
          }
          expect(seen.length).toBeLessThanOrEqual(delivered + 1);
          seen.forEach((apdu, i) => expect(toHex(apdu)).toBe(toHex(commands[i] ?? new Uint8Array())));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("without accidents nothing is lost, and a rule is never broken for want of one", async () => {
    const seen: Uint8Array[] = [];
    const card = new CardT1({ card: echo(600, seen), ifsc: 254, edc: "lrc", extensions: () => 0, onApdu: async () => true });
    const engine = new T1Engine({ ifsc: 254, ifsd: 32, edc: "lrc", exchange: async (block) => (await card.block(block.slice())) ?? new Uint8Array() });
    await engine.negotiateIfsd(254);
    for (let i = 0; i < 5; i += 1) expect(await engine.transceive(new Uint8Array(500).fill(i))).toHaveLength(602);
    expect(seen).toHaveLength(5);
    expect(engine.dead).toBe(false);
  });

  it("an abort by the card ends in a resynchronisation, an endless stream of WTX in the typed error", async () => {
    const script = (answers: readonly string[]) => {
      const left = [...answers];
      return new T1Engine({ ifsc: 32, ifsd: 32, edc: "lrc", exchange: async () => fromHex(left.length > 1 ? (left.shift() ?? "") : (left[0] ?? "")) });
    };
    await expect(script(["00C301FF3D"]).transceive(fromHex("00B0000000"))).rejects.toMatchObject({ code: "CARD_PROTOCOL" });
    await expect(script(["00C200C2", "00E000E0", "000002900092"]).transceive(fromHex("00B0000000"))).rejects.toMatchObject({ code: "CARD_PROTOCOL" });
  });
});

describe("T=0 as a reader at TPDU level wants it, §10 and §12.2", () => {
  const engine = (sent: string[]) => new T0Engine({ exchange: async (tpdu) => (sent.push(toHex(tpdu)), fromHex("9000")) });
  it.each([
    ["case 1", "00A40000", "00A4000000"],
    ["case 2", "00B0000010", "00B0000010"],
    ["case 3", "002000860431323334", "002000860431323334"],
    ["case 4 leaves Le behind", "00A40000023F0000", "00A40000023F00"],
    ["case 2 extended that fits", "00B00000000010", "00B0000010"],
  ])("%s", async (_, apdu, tpdu) => {
    const sent: string[] = [];
    await engine(sent).transceive(fromHex(apdu));
    expect(sent).toEqual([tpdu]);
  });

  it("long data go in ENVELOPE commands", async () => {
    const sent: string[] = [];
    await engine(sent).transceive(fromHex(`002A9E9A00012C${"AB".repeat(300)}`));
    expect(sent.map((tpdu) => tpdu.slice(0, 10))).toEqual(["00C20000FF", "00C2000034"]);
  });

  it("refuses what is no command", async () => {
    await expect(engine([]).transceive(fromHex("00B000"))).rejects.toMatchObject({ code: "CARD_PROTOCOL" });
    await expect(engine([]).transceive(fromHex("00B0000003AA"))).rejects.toMatchObject({ code: "CARD_PROTOCOL" });
  });
});

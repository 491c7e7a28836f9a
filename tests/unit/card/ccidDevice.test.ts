// The host's side of a conversation with a reader, word for word: a reader that answers from a script.
import { describe, expect, it } from "vitest";
import { type Bytes, fromHex, toHex } from "../../../src/card/bytes.ts";
import { capabilitiesOf } from "../../../src/card/ccid/capabilities.ts";
import { CcidDevice } from "../../../src/card/ccid/ccidDevice.ts";
import { Command } from "../../../src/card/ccid/message.ts";
import { powerCard } from "../../../src/card/ccid/power.ts";
import type { Timer } from "../../../src/async/timer.ts";
import { T1Engine } from "../../../src/card/iso7816part3/t1.ts";
import { findCcidInterface } from "../../../src/card/usb/ccidInterface.ts";
import type { UsbPort } from "../../../src/card/usb/usbPort.ts";
import type { CardMachine } from "../../virtual/contracts.ts";
import { CardT1 } from "../../virtual/reader/cardT1.ts";
import { configurationDescriptor } from "../../virtual/reader/descriptors.ts";
import type { ReaderProfile } from "../../virtual/reader/profile.ts";
import { profileWith } from "../login/world.ts";

type Status = "ok" | "failed" | "time";
interface Said {
  readonly type: number;
  readonly status?: Status;
  readonly error?: number;
  readonly data?: string;
}

/** @param answers what the reader says to each command, one after the other; several for a time extension. */
function scripted(profile: Partial<ReaderProfile>, answers: readonly (readonly Said[])[], ids = { vendorId: 1, productId: 1, bcdDevice: 1 }) {
  const heard: string[] = [];
  const frames: Uint8Array[] = [];
  const waits: number[] = [];
  const timer: Timer = { after: (ms) => (waits.push(ms), new Promise(() => {})) };
  const left = [...answers];
  const queue: Bytes[] = [];
  const port: UsbPort = {
    control: async () => new Uint8Array(0),
    bulkOut: async (frame) => {
      frames.push(frame);
      heard.push(`${toHex(frame.slice(0, 1))} ${toHex(frame.slice(7))}`);
      for (const { type, status = "ok", error = 0, data = "" } of left.shift() ?? []) {
        const body = fromHex(data);
        const command = { ok: 0, failed: 0x40, time: 0x80 }[status];
        queue.push(Uint8Array.of(type, body.length, 0, 0, 0, 0, frame[6] ?? 0, command, error, 0, ...body));
      }
    },
    bulkIn: async () => queue.shift() ?? new Promise<Bytes>(() => {}),
    interruptIn: null,
    reset: async () => {},
    close: async () => {},
  };
  const whole = { ...profileWith((one) => one.features === "0x00010030" && one.message === 271 && one.protocols === 3), ...profile };
  const ccid = findCcidInterface(configurationDescriptor(whole));
  if (!ccid) throw new Error("no interface");
  return { device: new CcidDevice(port, ccid, ids, timer), heard, waits, frames };
}

const atr = "3B087465737420543030";

describe("power, CCID 1.1 §6.1.1", () => {
  it("one voltage after the other, without power in between (ISO 7816-3 §6.2.4)", async () => {
    const { device, heard } = scripted({ voltage: 7, protocols: 1 }, [
      [{ type: 0x80, status: "failed", error: 0xfe }],
      [{ type: 0x81 }],
      [{ type: 0x80, data: atr }],
      [{ type: 0x82 }],
    ]);
    await powerCard(device, 0, capabilitiesOf(device, []));
    expect(heard.slice(0, 3)).toEqual(["62 010000", "63 000000", "62 030000"]);
  });

  it("a card that is mute at first is tried again after it was without power, three times in all", async () => {
    const mute: Said = { type: 0x80, status: "failed", error: 0xfe };
    const again = scripted({ voltage: 1, protocols: 1 }, [[mute], [{ type: 0x81 }], [{ type: 0x80, data: atr }], [{ type: 0x82 }]]);
    await powerCard(again.device, 0, capabilitiesOf(again.device, []));
    expect(again.heard.slice(0, 3)).toEqual(["62 010000", "63 000000", "62 010000"]);
    const never = scripted({ voltage: 1 }, [[mute], [{ type: 0x81 }], [mute], [{ type: 0x81 }], [mute]]);
    await expect(powerCard(never.device, 0, capabilitiesOf(never.device, []))).rejects.toMatchObject({ code: "CARD_MUTE" });
    expect(never.heard.filter((one) => one.startsWith("62"))).toHaveLength(3);
  });

  it("a reader in EMV mode is told to follow ISO 7816-3, where it is known how", async () => {
    const answers = [[{ type: 0x80, status: "failed", error: 0xbb }], [{ type: 0x83 }], [{ type: 0x81 }], [{ type: 0x80, data: atr }], [{ type: 0x82 }]] as const;
    const known = scripted({ features: "0x00010038", protocols: 1 }, answers, { vendorId: 0x08e6, productId: 0x4433, bcdDevice: 0x100 });
    await powerCard(known.device, 0, capabilitiesOf(known.device, []));
    expect(known.heard.slice(0, 4)).toEqual(["62 000000", "6B 0000001F01", "63 000000", "62 000000"]);
    const other = scripted({ features: "0x00010038", protocols: 1 }, answers.filter((_, i) => i !== 1));
    await powerCard(other.device, 0, capabilitiesOf(other.device, []));
    expect(other.heard.slice(0, 3)).toEqual(["62 000000", "63 000000", "62 000000"]);
  });

  it("a reader that chooses the voltage itself is left to it", async () => {
    const { device, heard } = scripted({ features: "0x000100BA", protocols: 1 }, [[{ type: 0x80, data: atr }], [{ type: 0x82 }]]);
    await powerCard(device, 0, capabilitiesOf(device, []));
    expect(heard[0]).toBe("62 000000");
  });
});

describe("time, CCID 1.1 §6.2.6", () => {
  it("a time extension multiplies the waiting time by what the reader says", async () => {
    const { device, waits } = scripted({}, [[{ type: 0x80, status: "time", error: 7 }, { type: 0x80, data: "9000" }]]);
    const { data } = await device.command(Command.xfrBlock, 0, { data: fromHex("00"), timeoutMs: 1_000 });
    expect(toHex(data)).toBe("9000");
    expect(waits).toContain(1_000);
    expect(waits).toContain(7_000);
  });

  it("a frame is wiped once it was sent: it may have carried a PIN", async () => {
    const { device, frames } = scripted({}, [[{ type: 0x80, data: "9000" }]]);
    await device.command(Command.xfrBlock, 0, { data: fromHex("002000860431323334") });
    expect(frames).toHaveLength(1);
    expect(frames[0]?.every((byte) => byte === 0)).toBe(true);
  });

  it("an answer of another kind is not taken for one", async () => {
    const { device } = scripted({}, [[{ type: 0x82, data: "9000" }], [{ type: 0x81 }], [{ type: 0x81 }]]);
    await expect(device.command(Command.xfrBlock, 0, { data: fromHex("00") })).rejects.toMatchObject({ code: "READER_PROTOCOL" });
  });
});

describe("T=1, ISO/IEC 7816-3 §11.6", () => {
  const machine: CardMachine = { powerOn: () => fromHex(atr), powerOff: () => {}, lastCommandMs: 0, transmit: async () => fromHex("9000") };

  it("a waiting-time extension holds for the next block, and for that alone (rule 3)", async () => {
    const card = new CardT1({ card: machine, ifsc: 254, edc: "lrc", extensions: () => 1, onApdu: async () => true });
    const asked: number[] = [];
    const engine = new T1Engine({ ifsc: 254, ifsd: 32, edc: "lrc", exchange: async (block, { bwi }) => (asked.push(bwi), (await card.block(block.slice())) ?? new Uint8Array(0)) });
    await engine.transceive(fromHex("00B0000000"));
    await engine.transceive(fromHex("00B0000000"));
    // The virtual card asks for twice the time.
    expect(asked).toEqual([0, 2, 0, 2]);
  });

  it("an answer without end is ended", async () => {
    let ns = 0x40;
    const engine = new T1Engine({
      ifsc: 254,
      ifsd: 254,
      edc: "lrc",
      exchange: async () => {
        ns ^= 0x40;
        const body = Uint8Array.of(0, ns | 0x20, 254, ...new Uint8Array(254));
        return Uint8Array.of(...body, body.reduce((xor, byte) => xor ^ byte, 0));
      },
    });
    await expect(engine.transceive(fromHex("00B0000000"))).rejects.toMatchObject({ code: "CARD_PROTOCOL" });
  });

  it("after a resynchronisation both sides count from the beginning (rule 6.3), and the command goes out again", async () => {
    const card = new CardT1({ card: machine, ifsc: 254, edc: "lrc", extensions: () => 0, onApdu: async () => true });
    let garbled = 0;
    const engine = new T1Engine({
      ifsc: 254,
      ifsd: 32,
      edc: "lrc",
      exchange: async (block) => {
        const reply = (await card.block(block.slice())) ?? new Uint8Array(0);
        if (garbled > 0 && (block[1] ?? 0) !== 0xc0) {
          garbled -= 1;
          return Uint8Array.of(0, 0, 0, 0xff);
        }
        return reply.slice();
      },
    });
    await engine.transceive(fromHex("00B0000000"));
    garbled = 4;
    expect(toHex(await engine.transceive(fromHex("00B0000001")))).toBe("9000");
    for (let i = 0; i < 3; i += 1) expect(toHex(await engine.transceive(fromHex("00B0000002")))).toBe("9000");
    expect(engine.dead).toBe(false);
  });
});

// Commands and answers longer than a reader's messages, CCID 1.1 §6.1.4: wLevelParameter and bChainParameter.
import { expect, it } from "vitest";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { WebUsbReaders } from "../../../src/card/webusb/webUsbReaders.ts";
import type { CardConnection } from "../../../src/card/reader.ts";
import type { CardMachine } from "../../virtual/contracts.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import type { ReaderProfile } from "../../virtual/reader/profile.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { VirtualUsb } from "../../virtual/usb/usb.ts";
import { profileWith } from "../login/world.ts";

async function withCard(profile: ReaderProfile, card: CardMachine, act: (connection: CardConnection) => Promise<void>): Promise<void> {
  const usb = new VirtualUsb();
  usb.plug(new VirtualReader({ profile: { ...profile, bcd: "50.00" }, cards: [card] }), false);
  const readers = new WebUsbReaders({ usb: usb as never, priority: "prompt", timer: systemTimer, locks: new VirtualLocks() });
  const stop = new AbortController();
  const id = await new Promise<string>((resolve) => {
    readers.watch((all) => {
      const ready = all.find((one) => one.card === "present");
      if (ready) resolve(ready.id);
    }, stop.signal);
  });
  const connection = await readers.connect(id);
  await act(connection);
  stop.abort();
  await connection.disconnect();
  await readers.close();
}

const atr = Uint8Array.from(Buffer.from("3BDC96FF8111FE47656F72676961454944763184", "hex"));

it.each([
  ["extended APDU in messages of 271 bytes", (features: string, message: number) => features === "0x000404B2" && message === 271],
  ["TPDU, T=1, messages of 271 bytes", (features: string, message: number) => features === "0x00010030" && message === 271],
  ["TPDU, T=1, messages too small for a full block", (features: string, message: number) => (Number.parseInt(features, 16) & 0x70000) === 0x10000 && message === 263],
  ["TPDU, T=1, messages of 64 bytes", (features: string, message: number) => (Number.parseInt(features, 16) & 0x70000) === 0x10000 && message === 64],
] as const)("%s: a command of 600 bytes and an answer of 1,000 arrive whole", async (_, matches) => {
  const heard: Uint8Array[] = [];
  const answer = Uint8Array.from({ length: 1_002 }, (_unused, i) => (i === 1_000 ? 0x90 : i === 1_001 ? 0x00 : i & 0xff));
  const card: CardMachine = { powerOn: () => atr.slice(), powerOff: () => {}, lastCommandMs: 0, transmit: async (apdu) => (heard.push(apdu.slice()), answer.slice()) };
  const profile = profileWith((one) => matches(one.features, one.message) && one.endpoints >= 2);
  const command = Uint8Array.of(0x00, 0x2a, 0x9e, 0x9a, 0x00, 0x02, 0x51, ...Array.from({ length: 0x251 }, (_unused, i) => (i * 7) & 0xff), 0x00, 0x00);
  await withCard(profile, card, async (connection) => {
    expect(await connection.transmit(command)).toEqual(answer);
  });
  expect(heard).toEqual([command]);
});

it("a T=0 card at a reader for short APDUs gets no Le behind its data, and keeps one where there are none", async () => {
  const heard: string[] = [];
  const card: CardMachine = {
    powerOn: () => Uint8Array.from(Buffer.from("3B087465737420543030", "hex")),
    powerOff: () => {},
    lastCommandMs: 0,
    transmit: async (apdu) => (heard.push(Buffer.from(apdu).toString("hex").toUpperCase()), Uint8Array.of(0x90, 0x00)),
  };
  const profile = profileWith((one) => one.vid === "072f" && one.pid === "b000");
  await withCard(profile, card, async (connection) => {
    for (const apdu of ["00A40000023F0000", "00A40000023F00", "00B0000010", "00840000"]) await connection.transmit(Uint8Array.from(Buffer.from(apdu, "hex")));
  });
  expect(heard).toEqual(["00A40000023F00", "00A40000023F00", "00B0000010", "00840000"]);
});

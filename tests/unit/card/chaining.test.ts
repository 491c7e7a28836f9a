// Commands and answers longer than a reader's messages, CCID 1.1 §6.1.4: wLevelParameter and bChainParameter.
import { expect, it } from "vitest";
import { systemTimer } from "../../../src/card/service/systemTimer.ts";
import { WebUsbReaders } from "../../../src/card/webusb/webUsbReaders.ts";
import type { CardMachine } from "../../virtual/contracts.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { VirtualUsb } from "../../virtual/usb/usb.ts";
import { profileWith } from "../login/world.ts";

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
  const command = Uint8Array.of(0x00, 0x2a, 0x9e, 0x9a, 0x00, 0x02, 0x51, ...Array.from({ length: 0x251 }, (_unused, i) => (i * 7) & 0xff), 0x00, 0x00);
  expect(await connection.transmit(command)).toEqual(answer);
  expect(heard).toEqual([command]);
  stop.abort();
  await connection.disconnect();
  await readers.close();
});

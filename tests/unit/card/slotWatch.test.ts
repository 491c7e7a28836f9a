// Cards coming and going, in orders that a test chooses: the reader's answers and its interrupts come when the test says so.
import { expect, it } from "vitest";
import type { Bytes } from "../../../src/card/bytes.ts";
import { CcidDevice } from "../../../src/card/ccid/ccidDevice.ts";
import { watchSlots } from "../../../src/card/ccid/slotWatch.ts";
import type { Timer } from "../../../src/async/timer.ts";
import { findCcidInterface } from "../../../src/card/usb/ccidInterface.ts";
import type { UsbPort } from "../../../src/card/usb/usbPort.ts";
import { configurationDescriptor } from "../../virtual/reader/descriptors.ts";
import { profileWith } from "../login/world.ts";

const [active, inactive, absent] = [0, 1, 2] as const;
/** As an interrupt says it of slot 0. */
const [gone, there] = [0b10, 0b11] as const;

/** Long enough for whatever follows of something to have followed. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function byHand() {
  const asked: Uint8Array[] = [];
  let answer: (message: Bytes) => void = () => {};
  let interrupt: (message: Bytes) => void = () => {};
  let nextLook: () => void = () => {};
  const port: UsbPort = {
    control: async () => new Uint8Array(0),
    bulkOut: async (frame) => void asked.push(frame.slice()),
    bulkIn: () => new Promise((resolve) => (answer = resolve)),
    interruptIn: () => new Promise((resolve) => (interrupt = resolve)),
    reset: async () => {},
    close: async () => {},
  };
  // The pause between two looks is the only time without an end that is stopped by the watch's own signal: others are patience.
  const timer: Timer = { after: (ms) => (ms === 2_000 ? new Promise((resolve) => (nextLook = resolve)) : new Promise(() => {})) };
  const ccid = findCcidInterface(configurationDescriptor(profileWith((one) => one.endpoints === 3 && one.maxSlot === 0)));
  if (!ccid) throw new Error("no interface");
  const device = new CcidDevice(port, ccid, { vendorId: 1, productId: 1, bcdDevice: 1 }, timer);
  const heard: string[] = [];
  const stop = new AbortController();
  const watching = watchSlots(device, 1, (_, present) => void heard.push(present ? "there" : "gone"), stop.signal);
  return {
    heard,
    /** How many times the reader was asked. */
    asked: () => asked.length,
    answered: async (icc: number) => {
      answer(Uint8Array.of(0x81, 0, 0, 0, 0, 0, asked.at(-1)?.[6] ?? 0, icc, 0, 0));
      await settle();
    },
    interrupted: async (bits: number) => {
      interrupt(Uint8Array.of(0x50, bits));
      await settle();
    },
    look: async () => {
      nextLook();
      await settle();
    },
    end: async () => {
      stop.abort();
      answer(Uint8Array.of(0x81, 0, 0, 0, 0, 0, asked.at(-1)?.[6] ?? 0, absent, 0, 0));
      interrupt(Uint8Array.of(0x50, 0));
      nextLook();
      await watching;
    },
  };
}

it("says at once what there is, then what interrupts say, then what the next look finds", async () => {
  const reader = byHand();
  await settle();
  await reader.answered(inactive);
  await reader.interrupted(gone);
  await reader.interrupted(there);
  expect(reader.heard).toEqual(["there", "gone", "gone", "there"]);
  await reader.look();
  await reader.answered(absent);
  expect(reader.heard.slice(4)).toEqual(["gone"]);
  await reader.end();
});

it("an answer that is older than an interrupt does not count: a card that goes, goes once", async () => {
  const reader = byHand();
  await settle();
  await reader.answered(active);
  await reader.look();
  expect(reader.asked()).toBe(2);
  // The reader has looked, and the card goes before its answer is fetched.
  await reader.interrupted(gone);
  await reader.answered(active);
  expect(reader.heard).toEqual(["there", "gone"]);
  // Put in again before the next look, which finds nothing new.
  await reader.interrupted(there);
  await reader.look();
  await reader.answered(inactive);
  expect(reader.heard).toEqual(["there", "gone", "gone", "there", "there"]);
  await reader.end();
});

it("nor does an answer of before a card was put in", async () => {
  const reader = byHand();
  await settle();
  await reader.interrupted(there);
  await reader.answered(absent);
  expect(reader.heard).toEqual(["gone", "there"]);
  await reader.end();
});

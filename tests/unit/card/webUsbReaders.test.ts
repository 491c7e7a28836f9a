import { describe, expect, it } from "vitest";
import type { Timer } from "../../../src/async/timer.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { WebUsbReaders } from "../../../src/card/webusb/webUsbReaders.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { VirtualUsb } from "../../virtual/usb/usb.ts";
import { until } from "../bridge/bridgeTable.ts";
import { profileWith } from "../login/world.ts";

const profile = profileWith((one) => one.features === "0x00010030" && one.protocols === 3);

function table(timer: Timer = systemTimer) {
  const usb = new VirtualUsb();
  const locks = new VirtualLocks();
  const reader = new VirtualReader({ profile, cards: [], serial: "S1" });
  const road = (): WebUsbReaders => new WebUsbReaders({ usb: usb as never, priority: "prompt", timer, locks });
  return { usb, locks, reader, road };
}

/** The browser's next answer about its devices comes when the test says so. */
function answersLate(usb: VirtualUsb): () => void {
  let answer = (): void => {};
  const late = new Promise<void>((resolve) => (answer = resolve));
  usb.busy = () => {
    usb.busy = null;
    return late;
  };
  return answer;
}

function follow(road: WebUsbReaders): { readonly last: () => readonly ReaderState[] } {
  let last: readonly ReaderState[] = [];
  road.watch((states) => (last = states), new AbortController().signal);
  return { last: () => last };
}

describe("readers over WebUSB", () => {
  it("a road that is closed while a reader is plugged in does not take it: the next road has it", async () => {
    const { usb, locks, reader, road } = table();
    const first = road();
    await first.refresh();
    const answer = answersLate(usb);
    usb.plug(reader);
    await first.close();
    answer();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(locks.held()).toEqual([]);
    expect(VirtualUsb.isClaimed(reader)).toBe(false);
    const second = road();
    const { last } = follow(second);
    await until(() => last()[0]?.refusal === null, "the next road has it");
    await second.close();
  });

  it("a closed road looks for no readers any more", async () => {
    const { usb, locks, reader, road } = table();
    const closed = road();
    await closed.close();
    usb.plug(reader);
    await closed.refresh();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(locks.held()).toEqual([]);
    expect(VirtualUsb.isClaimed(reader)).toBe(false);
  });

  it("what comes and goes while the browser is asked for its devices is seen", async () => {
    const { usb, reader, road } = table();
    const open = road();
    const { last } = follow(open);
    await open.refresh();
    let answer = answersLate(usb);
    const asked = open.refresh();
    usb.plug(reader);
    answer();
    await asked;
    await until(() => last()[0]?.refusal === null, "plugged in meanwhile");
    await open.close();

    const other = road();
    const seen = follow(other);
    answer = answersLate(usb);
    const again = other.refresh();
    await Promise.resolve();
    reader.unplug();
    answer();
    await again;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.last()).toEqual([]);
    await other.close();
  });

  it("a browser that never closes the device does not make the reader ours for ever", async () => {
    const waits: number[] = [];
    // Half a minute is over at once, everything else as it is.
    const timer: Timer = { after: (ms, signal) => (waits.push(ms), systemTimer.after(ms === 30_000 ? 10 : ms, signal)) };
    const { usb, locks, reader, road } = table(timer);
    const device = usb.plug(reader);
    const first = road();
    const { last } = follow(first);
    await until(() => last()[0]?.refusal === null, "ours");
    expect(locks.held()).not.toEqual([]);
    device.close = () => new Promise(() => {});
    await first.close();
    expect(waits).toContain(30_000);
    expect(locks.held()).toEqual([]);
  });
});

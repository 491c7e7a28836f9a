// What our own code needs for one APDU, from the connection's transmit down to the USB transfer and back, with a reader and a
// card that take no time. The virtual reader's own work is in it: the figure is an upper bound.
import { systemTimer } from "../../src/async/systemTimer.ts";
import { WebUsbReaders } from "../../src/card/webusb/webUsbReaders.ts";
import type { CardConnection } from "../../src/card/reader.ts";
import { overConnector, overSmartCard } from "../unit/contract/backends.ts";
import type { CardMachine } from "../virtual/contracts.ts";
import { VirtualLocks } from "../virtual/locks.ts";
import type { ReaderProfile } from "../virtual/reader/profile.ts";
import { VirtualReader } from "../virtual/reader/reader.ts";
import { VirtualUsb } from "../virtual/usb/usb.ts";

const rounds = 2_000;
const atr = Uint8Array.from(Buffer.from("3BDC96FF8111FE47656F72676961454944763184", "hex"));

async function medianMicroseconds(connection: CardConnection): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await connection.transmit(Uint8Array.of(0, 0xb0, 0, 0, 0));
    times.push((performance.now() - start) * 1000);
  }
  return times.toSorted((a, b) => a - b)[rounds / 2] ?? 0;
}

function instantCard(): CardMachine {
  const answer = new Uint8Array(258);
  answer.set([0x90, 0x00], 256);
  return { powerOn: () => atr.slice(), powerOff: () => {}, transmit: async () => answer.slice(), lastCommandMs: 0 };
}

/** The roads over a PC/SC service, the service in the same process. */
export async function serviceMicroseconds(): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const [name, make] of Object.entries({ "navigator.smartCard": overSmartCard, Connector: overConnector })) {
    const { road } = make({ card: instantCard() });
    const [reader] = await road.list();
    if (!reader) throw new Error("no reader");
    const connection = await road.connect(reader.id);
    found[name] = await medianMicroseconds(connection);
    await connection.disconnect();
    await road.close();
  }
  return found;
}

/** @returns median microseconds for READ BINARY of 256 bytes. */
export async function engineMicroseconds(profile: ReaderProfile): Promise<number> {
  const card = instantCard();
  const usb = new VirtualUsb();
  usb.plug(new VirtualReader({ profile: { ...profile, class: 0xff, bcd: "50.00" }, cards: [card] }), false);
  const readers = new WebUsbReaders({ usb: usb as never, priority: "prompt", timer: systemTimer, locks: new VirtualLocks() });
  const stop = new AbortController();
  const id = await new Promise<string>((resolve) => {
    readers.watch((all) => {
      const ready = all.find((one) => one.card === "present");
      if (ready) resolve(ready.id);
    }, stop.signal);
  });
  const connection = await readers.connect(id);
  const median = await medianMicroseconds(connection);
  stop.abort();
  await connection.disconnect();
  await readers.close();
  return median;
}

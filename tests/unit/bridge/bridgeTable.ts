// One reader on a table with the app, the broker and as many of the extension's windows as a test wants.
import { afterEach } from "vitest";
import type { BridgeReaders } from "../../../src/card/bridge/bridgeReaders.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { type CardOptions, createCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { image, readerProfiles } from "../login/world.ts";
import { BridgeWorld } from "./bridgeWorld.ts";

const inTable = readerProfiles.find((one) => one.vid === "072f" && one.pid === "b000");
if (!inTable) throw new Error("no such reader in the table");
/** ACR3901U, class 0x0B. */
export const profile = inTable;
export const selectMf = Uint8Array.of(0x00, 0xa4, 0x00, 0x0c, 0x02, 0x3f, 0x00);
const open: BridgeReaders[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

export async function until<T>(look: () => T | undefined | false | null, what: string, ms = 15_000): Promise<T> {
  for (const end = performance.now() + ms; performance.now() < end; ) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never: ${what}`);
}

export async function table(world = new BridgeWorld(), intercept?: CardOptions["intercept"]) {
  const card = createCard({ image: await image(), crypto: nodeCrypto, ...(intercept ? { intercept } : {}) });
  const reader = new VirtualReader({ profile: { ...profile, bcd: "50.00" }, cards: [card], serial: "S1" });
  world.usb.plug(reader, false);
  return { world, card, reader };
}

export function follow(world: BridgeWorld, options: Parameters<BridgeWorld["road"]>[0] = {}) {
  const road = world.road(options);
  open.push(road);
  let last: readonly ReaderState[] = [];
  road.watch((states) => (last = states), new AbortController().signal);
  return { road, last: () => last, ready: () => until(() => last.find((one) => one.refusal === null && one.card === "present"), "a usable reader"), none: () => until(() => last.length === 0, "no readers") };
}

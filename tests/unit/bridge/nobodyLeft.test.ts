// Whatever happened, in whatever order: once every window is gone the app has given every reader back, and the next window gets it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BridgeReaders } from "../../../src/card/bridge/bridgeReaders.ts";
import type { CardConnection, ReaderState } from "../../../src/card/reader.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { createCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { VirtualUsb } from "../../virtual/usb/usb.ts";
import { image } from "../login/world.ts";
import { profile, selectMf, until } from "./bridgeTable.ts";
import { BridgeWorld } from "./bridgeWorld.ts";

const pace = 40;
const clock = { after: (ms: number, signal?: AbortSignal): Promise<void> => systemTimer.after(ms / pace, signal) };
const id = "bridge:072f:b000:S1:0";
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Window {
  readonly road: BridgeReaders;
  readonly kill: () => void;
  card: CardConnection | null;
}

/** One table: the app, a reader that comes and goes, windows that open and end. */
async function scene() {
  const world = new BridgeWorld({ clock });
  const app = world.openApp();
  const card = createCard({ image: await image(), crypto: nodeCrypto });
  let reader: VirtualReader | null = null;
  const windows: Window[] = [];
  const plug = (): void => {
    if (reader) return;
    reader = new VirtualReader({ profile: { ...profile, bcd: "50.00" }, cards: [card], serial: "S1" });
    world.usb.plug(reader);
  };
  const unplug = (): void => {
    reader?.unplug();
    reader = null;
  };
  const open = (kind: "prompt" | "home"): Window => {
    const window: Window = { ...world.mortalRoad(kind), card: null };
    windows.push(window);
    return window;
  };
  const connect = async (window: Window): Promise<void> => {
    window.card = await window.road.connect(id);
    await window.card.transmit(selectMf);
  };
  return { world, app, windows, plug, unplug, open, connect, isClaimed: () => reader !== null && VirtualUsb.isClaimed(reader) };
}

type Scene = Awaited<ReturnType<typeof scene>>;

async function nobodyHolds({ app, isClaimed }: Scene): Promise<void> {
  const holders = (): string => JSON.stringify({ view: app.view, leases: app.locks.held(), claimed: isClaimed() });
  await until(() => app.view.clients === 0 && app.view.readers === null && app.locks.held().length === 0 && !isClaimed(), "nobody holds anything", 10_000).catch(() => expect.fail(`still held: ${holders()}`));
}

/** What the next person does. */
async function nextOneWorks(table: Scene): Promise<void> {
  const { road, kill } = table.open("prompt");
  let last: readonly ReaderState[] = [];
  road.watch((states) => (last = states), new AbortController().signal);
  await until(() => last.some((one) => one.refusal === null && one.card === "present"), "usable").catch(() => expect.fail(`the next window never had it: ${JSON.stringify({ last, view: table.app.view, leases: table.app.locks.held() })}`));
  const card = await road.connect(id);
  expect(await card.transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
  await road.close();
  kill();
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("prompt", "home") },
  { weight: 3, arbitrary: fc.constantFrom("close", "kill") },
  { weight: 3, arbitrary: fc.constant("connect") },
  { weight: 4, arbitrary: fc.constantFrom("plug", "unplug", "replug") },
  { weight: 1, arbitrary: fc.constantFrom("restart", "stop", "resume") },
);

async function act(table: Scene, what: string): Promise<void> {
  const { windows, world, app } = table;
  const window = windows.at(-1);
  if (what === "prompt" || what === "home") table.open(what);
  else if (what === "plug") table.plug();
  else if (what === "unplug") table.unplug();
  else if (what === "replug") {
    table.unplug();
    table.plug();
  } else if (what === "restart") world.stopServiceWorker();
  else if (what === "stop") await app.become("stopped");
  else if (what === "resume") await app.become("ready");
  else if (window && what === "connect") void table.connect(window).catch(() => {});
  else if (window && what === "close") void windows.pop()?.road.close();
  else if (window && what === "kill") windows.pop()?.kill();
}

describe("when nobody is left", () => {
  it("no reader stays held, and the next window has it, whatever came before", async () => {
    // The app lets a road go 37 ms after its last window, at this pace.
    const steps = fc.array(fc.record({ what: step, pauseMs: fc.constantFrom(0, 0, 1, 3, 10, 25, 37, 38, 39, 40, 60), busyMs: fc.constantFrom(0, 0, 1, 5, 20) }), { minLength: 2, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(steps, fc.nat({ max: 60 }), fc.nat({ max: 60 }), async (all, waitMs, lateMs) => {
        const table = await scene();
        for (const { what, pauseMs, busyMs } of all) {
          table.world.usb.busy = busyMs > 0 ? () => pause(busyMs) : null;
          await act(table, what);
          if (pauseMs > 0) await pause(pauseMs);
        }
        await table.app.become("ready");
        for (const { kill } of table.windows.splice(0)) kill();
        // And while the app is giving everything back, the reader is plugged in once more.
        table.world.usb.busy = () => pause(lateMs);
        await pause(waitMs);
        await act(table, "replug");
        await nobodyHolds(table);
        await nextOneWorks(table);
        await nobodyHolds(table);
      }),
      // Not made smaller: each that fails takes its ten seconds. The seed is printed.
      { numRuns: process.env["SLOW"] ? 300 : 10, endOnFailure: true },
    );
  }, 600_000);
});

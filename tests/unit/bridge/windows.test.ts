import { describe, expect, it } from "vitest";
import { WebUsbReaders } from "../../../src/card/webusb/webUsbReaders.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import { follow, selectMf, table, until } from "./bridgeTable.ts";
import type { BridgeWorld } from "./bridgeWorld.ts";

/** The app's road, whose first connect takes 300 ms, as with a slow card. */
function slowAtFirst(world: BridgeWorld): WebUsbReaders {
  const locks = new VirtualLocks();
  let connects = 0;
  const road = new WebUsbReaders({ usb: world.usb as never, priority: "prompt", timer: world.timer, locks, serves: () => true });
  const connect = road.connect.bind(road);
  road.connect = async (id, options) => {
    connects += 1;
    const wait = connects === 1 ? 300 : 0;
    const made = await connect(id, options);
    await new Promise((resolve) => setTimeout(resolve, wait));
    return made;
  };
  return road;
}

describe("several windows", () => {
  it("a prompt takes the reader from a home page that hangs: the app gives it to the prompt", async () => {
    const { world } = await table();
    world.openApp();
    // Two sets of locks: as if the home page had stopped reacting and its lock had been stolen.
    const home = follow(world, { window: "home", priority: "view", locks: world.otherLocks() });
    const held = await home.road.connect((await home.ready()).id);
    const prompt = follow(world);
    const card = await prompt.road.connect((await prompt.ready()).id);
    expect(await card.transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
    await expect(held.transmit(selectMf)).rejects.toMatchObject({ code: "CARD_REMOVED" });
  });

  it.each([0, 15, 60])("a prompt that comes %s ms after a home page began to connect is not powered down by it", async (ms) => {
    const { world } = await table();
    world.openRoad = () => slowAtFirst(world);
    world.openApp();
    const home = follow(world, { window: "home", priority: "view" });
    const { id } = await home.ready();
    const homes = home.road.connect(id).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, ms));
    const prompt = follow(world);
    const card = await prompt.road.connect((await prompt.ready()).id);
    expect(await homes).toMatchObject({ code: "READER_BUSY" });
    expect(await card.transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
  });

  it("a card worker that ends without a word is noticed: what it had is free again", async () => {
    const { world } = await table();
    const app = world.openApp();
    const { port1, port2 } = new MessageChannel();
    world.broker.addClient(port1, "prompt");
    let end = (): void => {};
    void world.locks.request("life-of-a-worker", () => new Promise<void>((resolve) => (end = resolve)));
    port2.postMessage({ kind: "hello", life: "life-of-a-worker" });
    await until(() => app.view.clients === 1, "the app has a client");
    end();
    await until(() => app.view.clients === 0, "the client is gone");
    port2.close();
  });

  it("a card worker that ended before it named its life is no client: nobody would notice its end", async () => {
    const { world } = await table();
    const app = world.openApp();
    const { port1, port2 } = new MessageChannel();
    world.broker.addClient(port1, "prompt");
    const next = follow(world, { window: "home", priority: "view" });
    await next.ready();
    expect(app.view.clients).toBe(1);
    port2.close();
  });

  it("while stopped the app itself lends nothing, whatever it is sent", async () => {
    const { world } = await table();
    const app = world.openApp({ state: "stopped" });
    app.force(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(app.view).toEqual({ readers: null, clients: 0 });
  });

  it("a home page does not take it from a prompt, nor one prompt from another", async () => {
    const { world } = await table();
    world.openApp();
    const first = follow(world);
    const card = await first.road.connect((await first.ready()).id);
    for (const window of ["home", "prompt"] as const) {
      const other = follow(world, { window, locks: world.otherLocks() });
      await expect(other.road.connect((await other.ready()).id)).rejects.toMatchObject({ code: "READER_BUSY" });
    }
    expect(await card.transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
  });
});

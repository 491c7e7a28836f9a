import { afterEach, describe, expect, it } from "vitest";
import type { BridgeReaders } from "../../../src/card/bridge/bridgeReaders.ts";
import { pairingCode } from "../../../src/card/bridge/pairingCode.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { systemTimer } from "../../../src/card/service/systemTimer.ts";
import { smartCardRoad } from "../../../src/card/smartcard/smartCardRoad.ts";
import { type CardOptions, createCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { ResourceManager } from "../../virtual/pcsc/resourceManager.ts";
import { virtualSmartCard } from "../../virtual/pcsc/webSmartCard.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { image, readerProfiles } from "../login/world.ts";
import { BridgeWorld } from "./bridgeWorld.ts";
import { appId } from "./farEnd.ts";

const profile = readerProfiles.find((one) => one.vid === "072f" && one.pid === "b000");
if (!profile) throw new Error("no such reader in the table");
const selectMf = Uint8Array.of(0x00, 0xa4, 0x00, 0x0c, 0x02, 0x3f, 0x00);
const wrongPin = Uint8Array.of(0x00, 0x20, 0x00, 0x81, 0x04, 0x30, 0x30, 0x30, 0x30);
const open: BridgeReaders[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function until<T>(look: () => T | undefined | false | null, what: string): Promise<T> {
  for (let waited = 0; waited < 15_000; waited += 5) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never: ${what}`);
}

async function table(world = new BridgeWorld(), intercept?: CardOptions["intercept"]) {
  const card = createCard({ image: await image(), crypto: nodeCrypto, ...(intercept ? { intercept } : {}) });
  const reader = new VirtualReader({ profile: { ...profile!, bcd: "50.00" }, cards: [card], serial: "S1" });
  world.usb.plug(reader, false);
  return { world, card, reader };
}

function follow(world: BridgeWorld, options: Parameters<BridgeWorld["road"]>[0] = {}) {
  const road = world.road(options);
  open.push(road);
  let last: readonly ReaderState[] = [];
  road.watch((states) => (last = states), new AbortController().signal);
  return { road, last: () => last, ready: () => until(() => last.find((one) => one.refusal === null && one.card === "present"), "a usable reader"), none: () => until(() => last.length === 0, "no readers") };
}

describe("the whole bridge", () => {
  it("lends a class-0x0B reader; the app shows who uses it, and claims nothing while nobody does", async () => {
    const { world, reader } = await table();
    const app = world.openApp();
    const { road, ready } = follow(world);
    const { id, usbId, name } = await ready();
    expect({ id, usbId }).toEqual({ id: "bridge:072f:b000:S1:0", usbId: "072f:b000" });
    expect(name).toContain("ACR3901U");
    const card = await road.connect(id);
    expect(await card.transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
    expect(app.view.readers).toMatchObject([{ card: "present", refusal: null, user: "prompt" }]);
    await card.disconnect();
    await until(() => app.view.readers?.[0]?.user === null, "nobody uses it");
    await road.close();
    await until(() => app.view.readers === null, "the reader is given back");
    if (reader.broken) throw reader.broken;
  });

  it("a reader that the extension may claim itself is left to it", async () => {
    const { world } = await table();
    world.usb.plug(new VirtualReader({ profile: { ...profile, class: 0xff, bcd: "50.00" }, cards: [], serial: "S2" }), false);
    world.openApp();
    const { road, ready } = follow(world);
    await ready();
    expect((await road.list()).map(({ id }) => id)).toEqual(["bridge:072f:b000:S1:0"]);
  });

  it("one APDU is one text each way, and no text holds one", async () => {
    const { world } = await table();
    world.openApp();
    const { road, ready } = follow(world);
    const card = await road.connect((await ready()).id);
    const before = world.texts.length;
    await card.transmit(wrongPin);
    expect(world.texts.length - before).toBe(2);
    for (const text of world.texts) expect(text).not.toMatch(/0020008104|0000"|ACAAgQQ/);
  });

  it("killed in the middle of a command: a typed error, and the next login finds card and tries as they were", async () => {
    const { world, card, reader } = await table();
    const app = world.openApp();
    const { road, ready, none } = follow(world);
    const connection = await road.connect((await ready()).id);
    const call = connection.transmit(selectMf);
    // The command is still on its way to the app that is killed, and arrives at the one that is opened next.
    void app.kill();
    await expect(call).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
    await none();
    await expect(road.connect("bridge:072f:b000:S1:0")).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
    world.openApp();
    const again = await road.connect((await ready()).id);
    expect(await again.transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
    expect(card.counters().login.left).toBe(3);
    if (reader.broken) throw reader.broken;
  });

  it("stopped by the person: the command ends, no reader is lent until they resume", async () => {
    const { world } = await table();
    const app = world.openApp();
    const { road, ready, none } = follow(world);
    const connection = await road.connect((await ready()).id);
    await app.become("stopped");
    await none();
    await expect(connection.transmit(selectMf)).rejects.toMatchObject({ code: "BRIDGE_STOPPED" });
    expect(road.status).toBe("stopped");
    expect(world.state?.status).toBe("stopped");
    await app.become("ready");
    expect(await (await road.connect((await ready()).id)).transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
  });

  it("lends what navigator.smartCard has, by the same interface", async () => {
    const world = new BridgeWorld();
    const manager = new ResourceManager();
    const card = createCard({ image: await image(), crypto: nodeCrypto });
    manager.plug({ name: "ACS ACR39U ICC Reader 00 00", card, extended: true, person: null });
    world.openRoad = () => smartCardRoad({ smartCard: virtualSmartCard(manager), timer: systemTimer, hold: true });
    world.openApp();
    const { road, ready } = follow(world);
    const { id, road: name } = await ready();
    expect({ id, name }).toMatchObject({ id: expect.stringMatching(/^bridge:smartcard:/), name: "bridge" });
    const connection = await road.connect(id);
    expect(await connection.transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
    await connection.disconnect();
    if (manager.broken) throw manager.broken;
  });

  it("without the person's consent in the app nothing is lent", async () => {
    const { world } = await table();
    const app = world.openApp({ state: "consent" });
    const { road, ready } = follow(world);
    expect(await road.list()).toEqual([]);
    await until(() => road.status === "consent", "consent is asked for");
    await app.become("ready");
    await ready();
  });

  it("the service worker is stopped: both sides come back by themselves", async () => {
    const { world } = await table();
    const app = world.openApp();
    const { road, ready, none } = follow(world);
    const connection = await road.connect((await ready()).id);
    world.stopServiceWorker();
    await expect(connection.transmit(selectMf)).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
    await none();
    expect(await (await road.connect((await ready()).id)).transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
    expect(app.link.kind).toBe("connected");
  });

  it("the service worker is stopped while the card works on a command: who comes next waits for the reader, and has it", async () => {
    let atWrongPin: (() => Promise<void>) | null = null;
    const { world, card } = await table(undefined, async ([, ins]) => {
      const act = ins === 0x20 ? atWrongPin : null;
      if (act) atWrongPin = null;
      await act?.();
      return null;
    });
    world.openApp();
    const { road, ready, none } = follow(world);
    const connection = await road.connect((await ready()).id);
    atWrongPin = async () => {
      world.stopServiceWorker();
      await none();
      // Long enough for both sides to have found each other again.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    };
    await expect(connection.transmit(wrongPin)).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
    const again = await road.connect((await ready()).id);
    expect(await again.transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
    expect(card.log.filter(({ ins }) => ins === 0x20)).toHaveLength(1);
  });

  it.each([
    [{ oldest: 1, newest: 1 }, "app-outdated", "BRIDGE_APP_OUTDATED"],
    [{ oldest: 3, newest: 4 }, "extension-outdated", "BRIDGE_EXTENSION_OUTDATED"],
  ] as const)("an app that speaks %j: both sides say %s", async (versions, kind, code) => {
    const { world } = await table();
    const app = world.openApp({ versions });
    const { road } = follow(world);
    await until(() => road.status === kind, kind);
    await until(() => app.link.kind === kind, kind);
    expect(world.state?.status).toBe(kind);
    await expect(road.connect("bridge:072f:b000:S1:0")).rejects.toMatchObject({ code });
    // A newer one of each that still speaks the old version is no trouble.
    await app.kill();
    world.openApp({ versions: { oldest: 1, newest: 9 } });
    await until(() => road.status === "ready", "they agree");
  });
});

describe("pairing", () => {
  it("a reader whose last user is just going is waited for", async () => {
    const { world } = await table();
    world.openApp();
    const first = follow(world);
    const held = await first.road.connect((await first.ready()).id);
    const second = follow(world, { window: "home", priority: "view", locks: world.otherLocks() });
    const waiting = second.road.connect((await second.ready()).id);
    setTimeout(() => void held.disconnect(), 300);
    expect(await (await waiting).transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
  });

  it("the published app, known by its id, serves without a code; another one beside it does not", async () => {
    const world = new BridgeWorld({ paired: [], releaseAppId: appId });
    await table(world);
    const stranger = world.openApp({ id: "b".repeat(56) });
    await until(() => stranger.link.kind === "unpaired", "the other app shows a code");
    const { road, ready } = follow(world);
    expect(await road.list()).toEqual([]);
    expect(road.status).toBe("unpaired");
    const app = world.openApp();
    await until(() => app.link.kind === "connected", "the published app is connected");
    expect(await (await road.connect((await ready()).id)).transmit(selectMf)).toEqual(Uint8Array.of(0x90, 0x00));
    expect(world.state).toMatchObject({ status: "ready", appId, pairing: null });
    expect(stranger.link.kind).toBe("unpaired");
    expect(stranger.view.clients).toBe(0);
  });

  it("an app nobody paired is lent nothing; with the code compared it serves, and once forgotten no more", async () => {
    const { world } = await table(new BridgeWorld({ paired: [] }));
    const { road, ready, none } = follow(world);
    await until(() => world.state?.status === "absent", "absent");
    const app = world.openApp();
    const shown = await until(() => (app.link.kind === "unpaired" ? app.link.code : null), "the app shows a code");
    const pairing = await until(() => world.state?.pairing, "the extension has a pairing");
    expect(await pairingCode(pairing)).toBe(shown);
    await until(() => road.status === "unpaired", "the road knows");
    expect(await road.list()).toEqual([]);
    await expect(road.connect("bridge:072f:b000:S1:0")).rejects.toMatchObject({ code: "BRIDGE_UNPAIRED" });
    const keep = async (id: string): Promise<void> => void world.paired.push(id);
    // Neither another app nor an earlier greeting of this one is what the person saw.
    expect(await world.broker.pair("b".repeat(56), pairing.appNonce, keep)).toBe(false);
    expect(await world.broker.pair(appId, "0".repeat(32), keep)).toBe(false);
    expect(world.paired).toEqual([]);
    expect(await world.broker.pair(appId, pairing.appNonce, keep)).toBe(true);
    await ready();
    await until(() => app.link.kind === "connected", "the app knows");
    await world.broker.forget(async () => void world.paired.splice(0));
    await none();
    const fresh = await until(() => (app.link.kind === "unpaired" ? app.link.code : null), "a new code");
    expect(fresh).not.toBe(shown);
  });

  it("another app beside the paired one is not served, and does not get in its way", async () => {
    const { world } = await table();
    const stranger = world.openApp({ id: "b".repeat(56) });
    const { ready, road } = follow(world);
    await until(() => stranger.link.kind === "unpaired", "the stranger is asked for a code");
    world.openApp();
    await ready();
    expect(road.status).toBe("ready");
    expect(stranger.view.clients).toBe(0);
  });
});

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

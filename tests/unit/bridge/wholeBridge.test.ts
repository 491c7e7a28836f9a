import { describe, expect, it } from "vitest";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { smartCardRoad } from "../../../src/card/smartcard/smartCardRoad.ts";
import { createCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { ResourceManager } from "../../virtual/pcsc/resourceManager.ts";
import { virtualSmartCard } from "../../virtual/pcsc/webSmartCard.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { image } from "../login/world.ts";
import { follow, profile, selectMf, table, until } from "./bridgeTable.ts";
import { BridgeWorld } from "./bridgeWorld.ts";

const wrongPin = Uint8Array.of(0x00, 0x20, 0x00, 0x81, 0x04, 0x30, 0x30, 0x30, 0x30);

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

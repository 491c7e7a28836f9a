import { describe, expect, it } from "vitest";
import { pairingCode } from "../../../src/card/bridge/pairingCode.ts";
import { follow, selectMf, table, until } from "./bridgeTable.ts";
import { BridgeWorld } from "./bridgeWorld.ts";
import { appId } from "./farEnd.ts";

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

// One reader that the browser (or the bridge) and the Connector both see, with real roads to it: when the better one is lost in
// the middle of a PIN command, the command fails and nothing is sent again; the next login goes the other way by itself.
import { describe, expect, it } from "vitest";
import { connectorRoad } from "../../../src/card/connector/connectorRoad.ts";
import { RoadChooser } from "../../../src/card/roads/roadChooser.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { WebUsbReaders } from "../../../src/card/webusb/webUsbReaders.ts";
import { createCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { doorTo } from "../../virtual/connector/nodePort.ts";
import { ConnectorPeer } from "../../virtual/connector/peer.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import { ResourceManager } from "../../virtual/pcsc/resourceManager.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { VirtualUsb } from "../../virtual/usb/usb.ts";
import { Session } from "../contract/session.ts";
import { BridgeWorld } from "../bridge/bridgeWorld.ts";
import { image, profileWith } from "../login/world.ts";

const profile = profileWith((one) => one.features === "0x00010030" && one.protocols === 3);

type Better = "webusb" | "bridge";

async function table(better: Better) {
  const card = createCard({ image: await image(), crypto: nodeCrypto });
  const reader = new VirtualReader({ profile: { ...profile, class: better === "bridge" ? 0x0b : 0xff }, cards: [card] });
  const bridge = better === "bridge" ? new BridgeWorld() : null;
  const usb = bridge?.usb ?? new VirtualUsb();
  usb.plug(reader, false);
  const app = bridge?.openApp();
  const manager = new ResourceManager();
  const peer = new ConnectorPeer({ manager, ask: async () => true });
  manager.plug({ name: `${profile.name} (1234) 00 00`, card, usb: [Number.parseInt(profile.vid, 16), Number.parseInt(profile.pid, 16)], extended: true });
  const road = new RoadChooser(systemTimer, {
    ...(bridge ? { bridge: bridge.road() } : { webusb: new WebUsbReaders({ usb: usb as never, priority: "prompt", timer: systemTimer, locks: new VirtualLocks() }) }),
    connector: connectorRoad({ openPort: doorTo(peer), timer: systemTimer }),
  });
  const session = await Session.over(road);
  await session.until((state) => state.road === better && state.card === "present");
  const verifies = (): number => card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length;
  return { app, card, reader, manager, session, verifies };
}

describe.each<Better>(["webusb", "bridge"])("%s and the Connector to one reader", (better) => {
  it("are one reader, by the better road, and the diagnosis names both", async () => {
    const { session, manager } = await table(better);
    expect(session.readers).toHaveLength(1);
    expect(session.readers[0]?.roads).toEqual([{ road: better, refusal: null }, { road: "connector", refusal: null }]);
    expect(await session.login()).toBe("login");
    // The other road was looked at, not used.
    expect(manager.apdus).toBe(0);
    const { roads, readers } = await session.service.diagnose();
    expect(roads).toEqual([{ road: better, state: "ready" }, { road: "connector", state: "ready" }]);
    expect(readers[0]?.seenBy.map(({ road }) => road)).toEqual([better, "connector"]);
    expect(JSON.stringify(readers)).not.toContain("1234)");
    await session.service.close();
  });

  it("the better one lost at any transfer of a login: one VERIFY at most, no try lost, the next login over the other", async () => {
    const measured = await table(better);
    const view = await measured.session.inspect();
    const before = measured.reader.counters.transfers;
    expect(await measured.session.authenticate(view)).toBe("login");
    const transfers = measured.reader.counters.transfers - before;
    await measured.session.service.close();
    expect(transfers).toBeGreaterThan(10);

    const wrong: string[] = [];
    for (let at = 0; at < transfers; at += 1) {
      const { card, reader, manager, session, verifies } = await table(better);
      const seen = await session.inspect();
      reader.faults.push({ kind: "unplug", transfer: reader.counters.transfers + at });
      const first = await session.authenticate(seen);
      const sent = verifies();
      const second = await session.inspect().then((again) => session.authenticate(again), (error: { code?: string }) => error.code);
      const road = session.readers[0]?.road;
      const fine = /^(READER_GONE|CARD_REMOVED)$/.test(first) && sent <= 1 && second === "login" && road === "connector" && manager.apdus > 0 && card.counters().login.left === 3;
      if (!fine) wrong.push(`${at}: ${first}, ${sent}, ${second}, ${road}, ${card.counters().login.left}`);
      await session.service.close();
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});

describe("the bridge and the Connector to one reader", () => {
  it("the app killed in the middle of a login: one VERIFY at most, no try lost, the next login over the Connector", async () => {
    for (const afterMs of [0, 2, 5, 10, 20]) {
      const { app, card, session, verifies } = await table("bridge");
      const first = session.authenticate(await session.inspect());
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await app?.kill();
      expect(await first).toMatch(/^(login|BRIDGE_CLOSED|READER_GONE|CARD_REMOVED)$/);
      expect(verifies()).toBeLessThanOrEqual(1);
      await session.until((state) => state.road === "connector" && state.card === "present");
      expect(await session.login()).toBe("login");
      expect(card.counters().login.left).toBe(3);
      await session.service.close();
    }
  }, 60_000);
});

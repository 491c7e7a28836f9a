// Several roads as one: each reader once, the best road taken, another one when that is lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CardError } from "../../../src/card/error.ts";
import type { ReaderState, RoadName } from "../../../src/card/reader.ts";
import { RoadChooser } from "../../../src/card/roads/roadChooser.ts";
import { groupReaders, plainName } from "../../../src/card/roads/sameReader.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { FakeRoad, reader } from "./fakeRoad.ts";

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function watching(roads: Partial<Record<RoadName, FakeRoad>>) {
  const chooser = new RoadChooser(systemTimer, roads);
  const snapshots: (readonly ReaderState[])[] = [];
  chooser.watch((readers) => snapshots.push(readers), new AbortController().signal);
  await turn();
  await turn();
  return { chooser, snapshots, now: () => snapshots.at(-1) ?? [] };
}

const codeOf = async (act: Promise<unknown>): Promise<string> => act.then(() => "connected", (error: unknown) => (error instanceof CardError ? error.code : String(error)));

describe("one reader on several roads", () => {
  it("appears once, with the best road that works, and all roads named", async () => {
    const { now } = await watching({
      connector: new FakeRoad([reader("connector", { name: "SCM SCR 331 [CCID Interface] (21120912) 00 00", usbId: null, card: "present" })]),
      webusb: new FakeRoad([reader("webusb", { refusal: "READER_PROTECTED", card: "unknown" })]),
    });
    expect(now()).toHaveLength(1);
    expect(now()[0]).toMatchObject({
      road: "connector",
      refusal: null,
      card: "present",
      usbId: "04e6:5116",
      roads: [{ road: "connector", refusal: null }, { road: "webusb", refusal: "READER_PROTECTED" }],
    });
  });

  it("takes the direct road where it works, in whatever order roads answer", async () => {
    const direct = new FakeRoad([], true);
    const connector = new FakeRoad([reader("connector")]);
    const { now } = await watching({ webusb: direct, connector });
    expect(now()).toEqual([]);
    direct.set([reader("webusb")]);
    await turn();
    expect(now().map(({ road }) => road)).toEqual(["webusb"]);
  });

  it("a road that says nothing does not keep the others back for long", async () => {
    const { now } = await watching({ webusb: new FakeRoad([reader("webusb", { refusal: "READER_HELD" })]), bridge: new FakeRoad([], true) });
    expect(now()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(now()).toMatchObject([{ road: "webusb", refusal: "READER_HELD" }]);
  });

  it("kept from extensions, and held where the bridge sees it: what a person can mend is told, until it works", async () => {
    const bridge = new FakeRoad([reader("bridge", { refusal: "READER_HELD" })]);
    const { now } = await watching({ webusb: new FakeRoad([reader("webusb", { refusal: "READER_PROTECTED" })]), bridge });
    expect(now()).toMatchObject([{ road: "bridge", refusal: "READER_HELD" }]);
    bridge.set([reader("bridge")]);
    await turn();
    expect(now()).toMatchObject([{ road: "bridge", refusal: null }]);
  });

  it("another window's reader is waited for, not gone around", async () => {
    const { now } = await watching({ webusb: new FakeRoad([reader("webusb", { refusal: "READER_BUSY" })]), connector: new FakeRoad([reader("connector", { refusal: "READER_HELD" })]) });
    expect(now()).toMatchObject([{ road: "webusb", refusal: "READER_BUSY" }]);
  });
});

describe("a road is lost", () => {
  it("the reader stays under its name, its card counts as put in anew, and the next request goes the other way", async () => {
    const direct = new FakeRoad([reader("webusb", { card: "present", insertions: 1 })]);
    const connector = new FakeRoad([reader("connector", { card: "present", insertions: 4 })]);
    const { chooser, now } = await watching({ webusb: direct, connector });
    const before = now()[0];
    await chooser.connect(before?.id ?? "");
    expect(direct.connected).toHaveLength(1);
    direct.set([]);
    await turn();
    const after = now()[0];
    expect(after).toMatchObject({ id: before?.id, road: "connector", card: "present" });
    expect(after?.insertions).toBeGreaterThan(before?.insertions ?? 0);
    expect(connector.refreshed).toBe(1);
    await chooser.connect(after?.id ?? "");
    expect(connector.connected).toEqual([connector.readers[0]?.id]);
  });

  it("a connection in use is not left for a better road that turns up; the next one takes it", async () => {
    const direct = new FakeRoad([]);
    const connector = new FakeRoad([reader("connector", { card: "present" })]);
    const { chooser, now } = await watching({ webusb: direct, connector });
    const connection = await chooser.connect(now()[0]?.id ?? "");
    direct.set([reader("webusb", { card: "present" })]);
    await turn();
    expect(now()).toMatchObject([{ road: "connector" }]);
    await connection.disconnect();
    await turn();
    expect(now()).toMatchObject([{ road: "webusb" }]);
  });

  it("powering the card fails for the road's sake: the other road is tried in the same request, and stays first", async () => {
    const direct = new FakeRoad([reader("webusb", { card: "present" })]);
    const connector = new FakeRoad([reader("connector", { card: "present" })]);
    const { chooser, now } = await watching({ webusb: direct, connector });
    direct.outcomes.push("READER_HELD");
    const connection = await chooser.connect(now()[0]?.id ?? "");
    expect([direct.connected.length, connector.connected.length]).toEqual([1, 1]);
    await connection.disconnect();
    await turn();
    expect(now()).toMatchObject([{ road: "connector" }]);
    // Until somebody asks for another look.
    await chooser.refresh();
    expect(now()).toMatchObject([{ road: "webusb" }]);
  });

  it.each(["CARD_MUTE", "CARD_ABSENT", "CARD_PROTOCOL", "CANCELLED"] as const)("%s is the card's answer, whatever the road: no other is tried", async (code) => {
    const direct = new FakeRoad([reader("webusb", { card: "present" })]);
    const connector = new FakeRoad([reader("connector", { card: "present" })]);
    const { chooser, now } = await watching({ webusb: direct, connector });
    direct.outcomes.push(code);
    expect(await codeOf(chooser.connect(now()[0]?.id ?? ""))).toBe(code);
    expect(connector.connected).toEqual([]);
  });

  it("every road fails: the first one's reason is told", async () => {
    const direct = new FakeRoad([reader("webusb")]);
    const connector = new FakeRoad([reader("connector")]);
    direct.outcomes.push("READER_HELD");
    connector.outcomes.push("READER_GONE");
    const { chooser, now } = await watching({ webusb: direct, connector });
    expect(await codeOf(chooser.connect(now()[0]?.id ?? ""))).toBe("READER_HELD");
    expect(await codeOf(chooser.connect("nobody"))).toBe("READER_GONE");
  });
});

describe("roads come and go", () => {
  it("one put in another's place closes it", async () => {
    const first = new FakeRoad([reader("bridge")]);
    const { chooser, now } = await watching({ webusb: new FakeRoad([]), bridge: first });
    expect(now()).toHaveLength(1);
    chooser.put("bridge", new FakeRoad([reader("bridge", { usbId: "072f:90cc" })]));
    await turn();
    await turn();
    expect(first.closed).toBe(true);
    expect(now().map(({ usbId }) => usbId)).toEqual(["072f:90cc"]);
    chooser.put("bridge", null);
    await turn();
    expect(now()).toEqual([]);
  });

  it("what did not change is not told twice", async () => {
    const direct = new FakeRoad([reader("webusb")]);
    const { snapshots } = await watching({ webusb: direct });
    direct.set([reader("webusb")]);
    direct.set([reader("webusb")]);
    await turn();
    expect(snapshots).toHaveLength(1);
  });

  it("closes every road, once", async () => {
    const roads = { webusb: new FakeRoad([]), connector: new FakeRoad([]) };
    const { chooser } = await watching(roads);
    await chooser.close();
    expect([roads.webusb.closed, roads.connector.closed]).toEqual([true, true]);
  });
});

describe("the same reader", () => {
  it.each([
    ["SCM SCR 331 [CCID Interface] (21120912) 00 00", "scm scr 331"],
    ["Gemalto PC Twin Reader 01 00", "gemalto pc twin reader"],
    ["ACS ACR39U ICC Reader (X1) 0A 01", "acs acr39u icc reader"],
    ["Alcor Link AK9563 00 00", "alcor link ak9563"],
  ])("%s", (name, plain) => expect(plainName(name)).toBe(plain));

  it("two of a kind stay two, paired in order unless the cards in them tell otherwise", () => {
    const direct = [reader("webusb", { id: "a", card: "absent" }), reader("webusb", { id: "b", card: "present" })];
    const other = [reader("connector", { id: "x", card: "present" }), reader("connector", { id: "y", card: "absent" })];
    expect(groupReaders([direct, other]).map((group) => group.map(({ id }) => id))).toEqual([["a", "y"], ["b", "x"]]);
  });

  it("slots of one reader are not one another", () => {
    const slots = [0, 1].map((slot) => reader("webusb", { slot }));
    expect(groupReaders([slots, slots.map((one) => reader("connector", { slot: one.slot }))]).map((group) => group.length)).toEqual([2, 2]);
  });

  it("whatever roads say, each of their readers is in exactly one group, and no group has two of one road", () => {
    const view = (road: RoadName) =>
      fc.array(
        fc.record({
          usbId: fc.constantFrom("04e6:5116", "072f:90cc", null),
          name: fc.constantFrom("SCM SCR 331", "SCM SCR 331 00 00", "ACS ACR38"),
          slot: fc.constantFrom(0, 1),
          card: fc.constantFrom("absent" as const, "present" as const),
        }),
        { maxLength: 4 },
      ).map((all) => all.map((more, i) => reader(road, { ...more, id: `${road}:${i}` })));
    fc.assert(
      fc.property(view("webusb"), view("bridge"), view("connector"), (...views) => {
        const groups = groupReaders(views);
        expect(groups.flat().map(({ id }) => id).toSorted()).toEqual(views.flat().map(({ id }) => id).toSorted());
        for (const group of groups) expect(new Set(group.map(({ road }) => road)).size).toBe(group.length);
      }),
    );
  });
});

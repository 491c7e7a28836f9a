// The Connector's own ways: the question it asks first, its leaving and coming back, and that nothing goes anywhere before
// the person wants it.
import { describe, expect, it } from "vitest";
import { CardError } from "../../../src/card/error.ts";
import { connectorRoad } from "../../../src/card/connector/connectorRoad.ts";
import { bytesOf, readMessage } from "../../../src/card/connector/wire.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { createCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { doorTo } from "../../virtual/connector/nodePort.ts";
import { overConnector } from "../contract/backends.ts";
import { Session } from "../contract/session.ts";
import { image } from "../login/world.ts";

const card = async () => createCard({ image: await image(), crypto: nodeCrypto });
const soon = async (holds: () => boolean, what: string): Promise<void> => {
  for (let i = 0; i < 3_000; i += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`never: ${what}`);
};

describe("the Connector's question to the person", () => {
  it("is waited for as long as it takes, and the wait is shown", async () => {
    let answer: (allowed: boolean) => void = () => {};
    const bench = overConnector({ card: await card(), ask: () => new Promise((resolve) => (answer = resolve)) });
    const told: string[] = [];
    bench.road.watch(() => told.push(bench.road.state ?? ""), new AbortController().signal);
    await soon(() => bench.road.state === "asking", "it is said that the person is asked");
    expect(bench.manager.calls).toEqual({});
    answer(true);
    await soon(() => bench.road.state === "ready", "the road is ready");
    const session = await Session.over(bench.road);
    expect(await session.login()).toBe("login");
    await session.service.close();
  });

  it("a no is told as such; no reader is seen and no call is made; a later yes is found by another look", async () => {
    let allowed = false;
    const bench = overConnector({ card: await card(), ask: async () => allowed });
    await soon(() => bench.road.state === "refused", "the no is told");
    expect(await bench.road.list()).toEqual([]);
    expect(bench.manager.calls).toEqual({});
    allowed = true;
    bench.peer?.forget();
    await bench.road.refresh();
    expect(bench.road.state).toBe("ready");
    expect(await bench.road.list()).toHaveLength(1);
    await bench.road.close();
  });

  it("another look while the question is open asks anew over another port", async () => {
    const answers: ((allowed: boolean) => void)[] = [];
    const bench = overConnector({ card: await card(), ask: () => new Promise((resolve) => answers.push(resolve)) });
    await soon(() => bench.road.state === "asking", "the person is asked");
    bench.peer?.forget();
    const looked = bench.road.refresh();
    await soon(() => answers.length === 2, "the question is asked again");
    answers[1]?.(true);
    await looked;
    await soon(() => bench.road.state === "ready", "the road is ready");
    await bench.road.close();
  });
});

describe("nobody there", () => {
  it.each<readonly [string, () => Promise<MessagePort | null>, string]>([
    ["the person has not chosen the Connector", async () => null, "off"],
    [
      "no Connector is installed",
      async () => {
        const { port1, port2 } = new MessageChannel();
        // What the window's door says when the browser finds no such extension.
        port1.postMessage(null);
        return port2;
      },
      "absent",
    ],
  ])("%s", async (_, openPort, state) => {
    const road = connectorRoad({ openPort, timer: systemTimer });
    await road.list();
    expect([road.state, await road.list()]).toEqual([state, []]);
    await expect(road.connect("connector:x")).rejects.toMatchObject({ code: "READER_GONE" });
    await road.close();
  });

  it("chosen later, it is found by another look", async () => {
    const bench = overConnector({ card: await card() });
    if (!bench.peer) throw new Error("no peer");
    let wanted = false;
    const door = doorTo(bench.peer);
    const road = connectorRoad({ openPort: async () => (wanted ? await door() : null), timer: systemTimer });
    let readers: readonly ReaderState[] = [];
    road.watch((all) => (readers = all), new AbortController().signal);
    await soon(() => road.state === "off", "off");
    wanted = true;
    await road.refresh();
    await soon(() => readers.length === 1, "the reader is seen");
    await road.close();
    await bench.road.close();
  });
});

describe("while it works", () => {
  it("stops in mid-session and comes back: an honest failure, then the next login works by itself", async () => {
    const bench = overConnector({ card: await card() });
    const session = await Session.over(bench.road);
    const view = await session.inspect();
    bench.peer?.crash();
    await soon(() => session.readers.length === 0 || bench.road.state === "lost", "the loss is seen");
    expect(await session.authenticate(view)).toMatch(/^(CARD_CHANGED|READER_GONE)$/);
    expect(await session.login()).toBe("login");
    await session.service.close();
  });

  it("answers its ping, and leaves nothing open behind", async () => {
    const bench = overConnector({ card: await card() });
    const session = await Session.over(bench.road);
    expect(await session.login()).toBe("login");
    await session.service.close();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(bench.manager.readers.map(({ handles, owner }) => [handles.size, owner])).toEqual([[0, null]]);
    const { calls } = bench.manager;
    expect(calls["SCardReleaseContext"]).toBe(calls["SCardEstablishContext"]);
    expect(calls["SCardEndTransaction"]).toBe(calls["SCardBeginTransaction"]);
  });

  it("one round trip an APDU: the transactions are the sequences', not the commands'", async () => {
    const bench = overConnector({ card: await card() });
    const session = await Session.over(bench.road);
    expect(await session.login()).toBe("login");
    const { calls } = bench.manager;
    expect(calls["SCardTransmit"]).toBe(bench.manager.apdus);
    expect(calls["SCardBeginTransaction"]).toBe(2);
    expect(calls["SCardConnect"]).toBeLessThanOrEqual(2);
    await session.service.close();
  });

  it("the PIN's digits do not stay in what was sent", async () => {
    const bench = overConnector({ card: await card() });
    const session = await Session.over(bench.road);
    const view = await session.inspect();
    const arrays: number[][] = [];
    const from = Array.from.bind(Array);
    Array.from = ((...args: Parameters<typeof from>) => {
      const made = from(...args) as number[];
      if (args[0] instanceof Uint8Array && (args as readonly unknown[]).length === 1) arrays.push(made);
      return made;
    }) as typeof Array.from;
    try {
      expect(await session.authenticate(view)).toBe("login");
    } finally {
      Array.from = from;
    }
    expect(arrays.length).toBeGreaterThan(3);
    expect(arrays.filter((one) => one.some((value) => value !== 0))).toEqual([]);
    await session.service.close();
  });
});

describe("messages", () => {
  it.each([null, undefined, 5, "x", [], {}, { type: 1 }, { type: "pcsc_lite_function_call::response" }, { type: "pcsc_lite_function_call::response", data: { request_id: 1.5, payload: [] } }])("%j is nobody's answer", (message) => {
    expect(readMessage(message)).toEqual({ kind: "other" });
  });

  it.each([null, "00", { 0: 1 }, [256], [-1], [1.5], ["1"]])("%j are no bytes", (value) => {
    expect(() => bytesOf(value)).toThrow(expect.not.objectContaining({ name: "TypeError" }));
    try {
      bytesOf(value);
    } catch (error) {
      expect(error).not.toBeInstanceOf(CardError);
      expect(error).toMatchObject({ name: "PcscError", code: "malformed" });
    }
  });
});

// The app's lender by itself: windows that go in the middle of what they asked for.
import { describe, expect, it } from "vitest";
import { Lender, type LenderView } from "../../../src/bridge/lender.ts";
import type { AppFrame } from "../../../src/card/bridge/frames.ts";
import { boundTo, Seal } from "../../../src/card/bridge/seal.ts";
import type { CardConnection, ReaderState } from "../../../src/card/reader.ts";
import type { Road } from "../../../src/card/service/road.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { until } from "./bridgeTable.ts";
import { appId, extensionId } from "./farEnd.ts";

const pace = 200;
const reader: ReaderState = { id: "webusb:r", name: "R", road: "webusb", usbId: null, slot: 0, insertions: 1, card: "present", refusal: null };
const never = new Promise<never>(() => {});

/** A lender over made-up roads. */
function table() {
  const roads: { closed: boolean }[] = [];
  const sent: { readonly client: number; readonly frame: AppFrame }[] = [];
  let view: LenderView = { readers: null, clients: 0 };
  const behaviour = {
    /** Until a card that is powered down is so. */
    unpowers: Promise.resolve(),
    closes: Promise.resolve(),
    /** What the next connect takes, and no other. */
    connects: null as ((signal?: AbortSignal) => Promise<void>) | null,
    /** What a command takes, and what stops it. */
    transmits: (_signal?: AbortSignal): Promise<void> => never,
  };
  /** What the reader is told, in its order. */
  const orders: string[] = [];
  const openRoad = (): Road => {
    const own = { closed: false };
    roads.push(own);
    const connection: CardConnection = {
      atr: Uint8Array.of(0x3b, 0x00),
      protocol: "t1",
      apduLength: "extended",
      features: new Set(),
      transmit: async (_, options) => {
        orders.push("command");
        await behaviour.transmits(options?.signal);
        return Uint8Array.of(0x90, 0x00);
      },
      control: () => never,
      disconnect: (disposition = "unpower") => {
        orders.push(disposition);
        return behaviour.unpowers;
      },
    };
    return {
      list: async () => [reader],
      watch: (listener, signal) => void Promise.resolve().then(() => (signal.aborted ? undefined : listener([reader]))),
      refresh: async () => {},
      connect: async (_, options) => {
        orders.push("connect");
        const { connects } = behaviour;
        behaviour.connects = null;
        await connects?.(options?.signal);
        return connection;
      },
      describe: () => ({ interfaceClass: null, descriptor: null }),
      close: async () => {
        await behaviour.closes;
        own.closed = true;
      },
    };
  };
  const lender = new Lender({
    openRoad,
    appId,
    extensionId,
    timer: { after: (ms, signal) => systemTimer.after(ms / pace, signal) },
    send: (client, frame) => void sent.push({ client, frame }),
    show: (shown) => (view = shown),
  });
  void lender.allow(true);
  const arrive = async (client: number, window: "prompt" | "home"): Promise<void> => {
    void lender.client(client, window);
    const { key, agree } = await Seal.offer();
    lender.frame(client, { op: "open", version: 2, key });
    const opened = await until(() => sent.map(({ client: to, frame }) => (to === client && frame.op === "opened" ? frame : undefined)).find(Boolean), "opened");
    seals.set(client, await agree(opened.key, "client", { appId, extensionId, version: 2 }));
  };
  let requests = 0;
  const seals = new Map<number, Seal>();
  const ask = (client: number, what: object): Promise<AppFrame> => {
    requests += 1;
    const id = requests;
    lender.frame(client, { ...what, id });
    return until(() => sent.find(({ client: to, frame }) => to === client && "id" in frame && frame.id === id)?.frame, "an answer");
  };
  const connect = (client: number): Promise<AppFrame> => ask(client, { op: "connect", reader: reader.id });
  /** Some command to the card that a connect has answered with. */
  const command = (client: number, connected: AppFrame): Promise<AppFrame> => {
    const card = connected.op === "done" ? (connected.connected?.card ?? 0) : 0;
    return ask(client, { op: "transmit", card, sealed: seals.get(client)?.seal(requests + 1, boundTo("transmit", card, 0), Uint8Array.of(0, 0xb0, 0, 0, 0)) });
  };
  /** The same, which is at work until `go`; that it was to stop is noted among the orders. */
  const hang = async (client: number, connected: AppFrame): Promise<{ readonly answer: Promise<AppFrame>; readonly go: () => void }> => {
    let go = (): void => {};
    behaviour.transmits = (signal) => {
      signal?.addEventListener("abort", () => orders.push("stopped"));
      return new Promise((resolve) => (go = resolve));
    };
    const answer = command(client, connected);
    await until(() => orders.includes("command"), "the command is at work");
    return { answer, go };
  };
  return { lender, roads, behaviour, orders, arrive, ask, connect, command, hang, view: () => view };
}

describe("the app's lender", () => {
  it("a window that goes while the road before is still closing gets no road: nobody would close it", async () => {
    const { lender, roads, behaviour, arrive, ask } = table();
    await arrive(1, "prompt");
    await ask(1, { op: "refresh" });
    let closed = (): void => {};
    behaviour.closes = new Promise((resolve) => (closed = resolve));
    void lender.reset();
    await arrive(2, "prompt");
    lender.frame(2, { op: "refresh", id: 1 });
    await lender.client(2, null);
    closed();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(roads).toEqual([{ closed: true }]);
  });

  it.each(["prompt", "home"] as const)("a %s waits until the card of a window that is gone is powered down", async (window) => {
    const { lender, behaviour, arrive, connect } = table();
    await arrive(1, "prompt");
    await connect(1);
    let down = (): void => {};
    behaviour.unpowers = new Promise((resolve) => (down = resolve));
    void lender.client(1, null);
    await arrive(2, window);
    let answer: AppFrame | null = null;
    const asked = connect(2).then((frame) => (answer = frame));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(answer).toBeNull();
    down();
    expect(await asked).toMatchObject({ op: "done" });
  });

  it.each(["prompt", "home"] as const)("a %s has the reader of a window that is gone even if its card never comes to an end", async (window) => {
    const { lender, behaviour, arrive, connect } = table();
    await arrive(1, "prompt");
    await connect(1);
    behaviour.unpowers = never;
    void lender.client(1, null);
    await arrive(2, window);
    expect(await connect(2)).toMatchObject({ op: "done" });
  });

  it("a prompt has the reader of a home page that hangs with its card", async () => {
    const { behaviour, arrive, connect, view } = table();
    await arrive(1, "home");
    await connect(1);
    behaviour.unpowers = never;
    await arrive(2, "prompt");
    expect(await connect(2)).toMatchObject({ op: "done" });
    expect(view().readers?.[0]?.user).toBe("prompt");
  });

  it("a home page that is just connecting when a prompt comes powers its card down first, and only then", async () => {
    const { behaviour, orders, arrive, connect } = table();
    await arrive(1, "home");
    // It comes to its end all the same: a card that is being powered can't always be stopped.
    behaviour.connects = (signal) => new Promise((resolve) => signal?.addEventListener("abort", () => resolve()));
    const homes = connect(1);
    await until(() => orders.length === 1, "the home page connects");
    await arrive(2, "prompt");
    expect(await connect(2)).toMatchObject({ op: "done" });
    expect(await homes).toMatchObject({ op: "failed", code: "READER_BUSY" });
    expect(orders).toEqual(["connect", "unpower", "connect"]);
  });

  it("a home page that hangs while it connects, until the prompt has its card, leaves the card alone", async () => {
    const { behaviour, orders, arrive, connect, view } = table();
    await arrive(1, "home");
    let go = (): void => {};
    behaviour.connects = () => new Promise((resolve) => (go = resolve));
    const homes = connect(1);
    await until(() => orders.length === 1, "the home page connects");
    await arrive(2, "prompt");
    expect(await connect(2)).toMatchObject({ op: "done" });
    go();
    expect(await homes).toMatchObject({ op: "failed", code: "READER_BUSY" });
    expect(orders).toEqual(["connect", "connect", "leave"]);
    expect(view().readers?.[0]?.user).toBe("prompt");
  });

  it("a home page's command that hangs until the prompt has its card is stopped by then, and the card is left alone when it ends", async () => {
    const { orders, arrive, connect, command, hang, view } = table();
    await arrive(1, "home");
    const card = await connect(1);
    const { answer: homes, go } = await hang(1, card);
    await arrive(2, "prompt");
    expect(await connect(2)).toMatchObject({ op: "done" });
    expect(orders).toEqual(["connect", "command", "stopped", "connect"]);
    // No command of that page meets the prompt's card, either.
    expect(await command(1, card)).toMatchObject({ op: "failed", code: "CARD_REMOVED" });
    go();
    await homes;
    await until(() => orders.length > 4, "its connection ends");
    expect(orders).toEqual(["connect", "command", "stopped", "connect", "leave"]);
    expect(view().readers?.[0]?.user).toBe("prompt");
  });

  it("a home page's command that ends in time is not stopped: its card is powered down then, before any of two prompts has it", async () => {
    const { orders, arrive, connect, hang } = table();
    await arrive(1, "home");
    const card = await connect(1);
    const { answer: homes, go } = await hang(1, card);
    await arrive(2, "prompt");
    const first = connect(2);
    await arrive(3, "prompt");
    const second = connect(3);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(orders).toEqual(["connect", "command"]);
    go();
    expect(await homes).toMatchObject({ op: "done" });
    expect([(await first).op, (await second).op].toSorted()).toEqual(["done", "failed"]);
    expect(orders).toEqual(["connect", "command", "unpower", "connect"]);
  });

  it("of two connects of one window the later one stops the other, and begins after it", async () => {
    const { behaviour, orders, arrive, connect } = table();
    await arrive(1, "prompt");
    behaviour.connects = (signal) => new Promise((resolve) => signal?.addEventListener("abort", () => resolve()));
    const first = connect(1);
    await until(() => orders.length === 1, "the first connects");
    expect(await connect(1)).toMatchObject({ op: "done" });
    expect(await first).toMatchObject({ op: "failed" });
    expect(orders).toEqual(["connect", "unpower", "connect"]);
  });

  it("a connect that was cancelled, and came to its end all the same, leaves no powered card and no user behind", async () => {
    const { lender, behaviour, orders, arrive, connect, view } = table();
    await arrive(1, "prompt");
    behaviour.connects = (signal) => new Promise((resolve) => signal?.addEventListener("abort", () => resolve()));
    const asked = connect(1);
    await until(() => orders.length === 1, "it connects");
    lender.frame(1, { op: "cancel", id: 1 });
    expect(await asked).toMatchObject({ op: "failed", code: "CANCELLED" });
    expect(orders).toEqual(["connect", "unpower"]);
    expect(view().readers?.[0]?.user).toBeNull();
  });

  it("a new service worker counts its windows from 1 again: the end of the old number 1 takes nothing from the new one", async () => {
    const { lender, behaviour, arrive, connect, view } = table();
    await arrive(1, "prompt");
    await connect(1);
    let down = (): void => {};
    behaviour.unpowers = new Promise((resolve) => (down = resolve));
    void lender.reset();
    await arrive(1, "prompt");
    const next = connect(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    down();
    expect(await next).toMatchObject({ op: "done" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(view().readers?.[0]?.user).toBe("prompt");
    await arrive(2, "home");
    expect(await connect(2)).toMatchObject({ op: "failed", code: "READER_BUSY" });
  });

  it("a road that never closes does not keep the next window waiting for ever", async () => {
    const { lender, roads, behaviour, arrive, connect } = table();
    await arrive(1, "prompt");
    await connect(1);
    behaviour.closes = never;
    void lender.reset();
    await arrive(2, "prompt");
    expect(await connect(2)).toMatchObject({ op: "done" });
    expect(roads).toHaveLength(2);
  });
});

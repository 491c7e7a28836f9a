import { afterEach, describe, expect, it } from "vitest";
import { BridgeReaders } from "../../../src/card/bridge/bridgeReaders.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import { extensionId, FarEnd, record } from "./farEnd.ts";

const id = "bridge:072f:b100:TEST0001:0";
const verify = Uint8Array.of(0x00, 0x20, 0x00, 0x81, 4, 0x31, 0x32, 0x33, 0x34);
const open: BridgeReaders[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function road(far: FarEnd, locks = new VirtualLocks(), priority: "prompt" | "view" = "prompt"): BridgeReaders {
  const made = new BridgeReaders({ openPort: far.openPort, extensionId, priority, timer: systemTimer, locks });
  open.push(made);
  return made;
}

/** Snapshots, and a wait for one that fits. */
function follow(readers: BridgeReaders) {
  const snapshots: (readonly ReaderState[])[] = [];
  readers.watch((states) => snapshots.push(states), new AbortController().signal);
  const until = async (match: (states: readonly ReaderState[]) => boolean): Promise<readonly ReaderState[]> => {
    for (let waited = 0; waited < 15_000; waited += 5) {
      const last = snapshots.at(-1);
      if (last && match(last)) return last;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`never: ${JSON.stringify(snapshots.at(-1))}`);
  };
  return { snapshots, until };
}

const usable = (states: readonly ReaderState[]): boolean => states[0]?.refusal === null;

describe("readers beyond the bridge", () => {
  it("are listed with their road, described, connected to and talked to; one request a command", async () => {
    const far = new FarEnd();
    const readers = road(far);
    await follow(readers).until(usable);
    expect(await readers.list()).toEqual([{ id, name: record.name, road: "bridge", usbId: "072f:b100", slot: 0, insertions: 1, card: "present", refusal: null }]);
    expect(readers.describe(id)).toEqual({ interfaceClass: 11, descriptor: Uint8Array.of(1, 2, 3) });
    const card = await readers.connect(id);
    expect(card).toMatchObject({ atr: Uint8Array.of(0x3b, 0x00), protocol: "t1", apduLength: "extended", features: new Set([0x06]) });
    const before = far.frames.length;
    expect(await card.transmit(verify)).toEqual(Uint8Array.of(0x90, 0x00));
    expect(await card.control(0x06, Uint8Array.of(1, 2))).toEqual(Uint8Array.of(0x90, 0x00));
    expect(far.frames.length - before).toBe(2);
    expect(far.commands).toEqual([verify, Uint8Array.of(1, 2)]);
    await expect(card.control(0x07, Uint8Array.of(1))).rejects.toMatchObject({ code: "READER_UNSUPPORTED" });
    await card.disconnect();
    await expect(card.transmit(verify)).rejects.toMatchObject({ code: "CARD_REMOVED" });
  });

  it("no text on the way holds what is sent or answered, and the caller keeps its bytes", async () => {
    const far = new FarEnd();
    far.answer = () => Uint8Array.from(Buffer.from("NINO TESTADZE"));
    const readers = road(far);
    await follow(readers).until(usable);
    const card = await readers.connect(id);
    const sent = verify.slice();
    await card.transmit(sent);
    await card.transmit(sent);
    expect(sent).toEqual(verify);
    const texts = far.frames.map((frame) => JSON.stringify(frame));
    const sealed = far.frames.flatMap((frame) => (frame.op === "transmit" ? [frame.sealed] : []));
    expect(new Set(sealed).size).toBe(2);
    for (const text of texts) {
      expect(text).not.toContain("1234");
      expect(text).not.toContain(Buffer.from(verify).toString("base64").slice(0, 8));
    }
  });

  it("a card's answer that was changed on its way is refused", async () => {
    const far = new FarEnd();
    far.tamper = (sealed) => (sealed.startsWith("A") ? "B" : "A") + sealed.slice(1);
    const readers = road(far);
    await follow(readers).until(usable);
    const card = await readers.connect(id);
    await expect(card.transmit(verify)).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
    far.tamper = (sealed) => sealed;
    await expect(card.transmit(verify)).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
  });

  it("what the app refuses comes with its code", async () => {
    const far = new FarEnd();
    far.answer = () => ({ code: "CARD_REMOVED" });
    const readers = road(far);
    await follow(readers).until(usable);
    const card = await readers.connect(id);
    await expect(card.transmit(verify)).rejects.toMatchObject({ code: "CARD_REMOVED" });
  });

  it("an abort is passed on", async () => {
    const far = new FarEnd();
    far.answer = () => "silence";
    const readers = road(far);
    await follow(readers).until(usable);
    const card = await readers.connect(id);
    const stop = new AbortController();
    const call = card.transmit(verify, { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(call).rejects.toMatchObject({ code: "CANCELLED" });
    expect(far.frames.at(-1)?.op).toBe("cancel");
  });
});

describe("the bridge goes and comes", () => {
  it("a reader that is unplugged while it is being connected to is gone, not another window's", async () => {
    const far = new FarEnd();
    const readers = road(far);
    const { until } = follow(readers);
    await until(usable);
    let go = (): void => {};
    far.connects = new Promise((resolve) => (go = resolve));
    const connecting = readers.connect(id).catch((error: unknown) => error);
    far.tellReaders([]);
    await until((states) => states.length === 0);
    go();
    expect(await connecting).toMatchObject({ code: "READER_GONE" });
  });

  it.each([
    ["closed", "BRIDGE_CLOSED"],
    ["absent", "BRIDGE_CLOSED"],
    ["unpaired", "BRIDGE_UNPAIRED"],
    ["consent", "BRIDGE_CONSENT"],
    ["stopped", "BRIDGE_STOPPED"],
    ["app-outdated", "BRIDGE_APP_OUTDATED"],
    ["extension-outdated", "BRIDGE_EXTENSION_OUTDATED"],
  ] as const)("%s: no readers, and connecting says %s", async (status, code) => {
    const far = new FarEnd();
    far.status = status;
    const readers = road(far);
    expect(await readers.list()).toEqual([]);
    expect(readers.status).toBe(status);
    await expect(readers.connect(id)).rejects.toMatchObject({ code });
    // Opened meanwhile: its readers appear by themselves.
    const { until } = follow(readers);
    far.tell("ready");
    await until(usable);
  });

  it("closed in the middle of a command: a typed error at once, no readers; opened again it works with a new key", async () => {
    const far = new FarEnd();
    far.answer = () => "silence";
    const readers = road(far);
    const { until } = follow(readers);
    await until(usable);
    const card = await readers.connect(id);
    const call = card.transmit(verify);
    await new Promise((resolve) => setTimeout(resolve, 20));
    far.tell("closed");
    await expect(call).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
    await until((states) => states.length === 0);
    far.answer = () => Uint8Array.of(0x90, 0x00);
    far.tell("ready");
    await until(usable);
    await expect(card.transmit(verify)).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
    const again = await readers.connect(id);
    expect(await again.transmit(verify)).toEqual(Uint8Array.of(0x90, 0x00));
    const keys = far.frames.flatMap((frame) => (frame.op === "open" ? [frame.key] : []));
    expect(new Set(keys).size).toBe(2);
  });

  it("the service worker is stopped: the call ends, a new port is opened, and the readers are back", async () => {
    const far = new FarEnd();
    far.answer = () => "silence";
    const readers = road(far);
    const { until } = follow(readers);
    await until(usable);
    const card = await readers.connect(id);
    const call = card.transmit(verify);
    far.die();
    await expect(call).rejects.toMatchObject({ code: "BRIDGE_CLOSED" });
    await until((states) => states.length === 0);
    await until(usable);
    expect(far.opened).toBe(2);
  });

  it("an app that never answers does not keep the other roads waiting", async () => {
    const far = new FarEnd();
    far.openPort().catch(() => {});
    const readers = new BridgeReaders({ openPort: () => new Promise(() => {}), extensionId, priority: "prompt", timer: systemTimer, locks: new VirtualLocks() });
    expect(await readers.list()).toEqual([]);
    await readers.close();
  });

  it("nonsense from the other end changes nothing", async () => {
    const far = new FarEnd();
    const readers = road(far);
    await follow(readers).until(usable);
    for (const nonsense of [null, 1, { op: "readers" }, { op: "readers", readers: [{ id: 1 }] }, { op: "done", id: -1 }, { op: "opened", key: "!" }, { op: "failed", id: 1, code: "X" }]) {
      far.send(nonsense as never);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await (await readers.connect(id)).transmit(verify)).toEqual(Uint8Array.of(0x90, 0x00));
  });
});

describe("among the windows of this extension", () => {
  it("a prompt takes the reader from a view, whose card is powered down first; afterwards the view has it back", async () => {
    const [far, far2, locks] = [new FarEnd(), new FarEnd(), new VirtualLocks()];
    const home = road(far, locks, "view");
    const shown = follow(home);
    await shown.until(usable);
    const card = await home.connect(id);
    const prompt = road(far2, locks);
    const asked = follow(prompt);
    await asked.until(usable);
    await shown.until((states) => states[0]?.refusal === "READER_BUSY" && states[0].card === "unknown");
    expect(far.frames.at(-1)).toMatchObject({ op: "disconnect", card: 7, disposition: "unpower" });
    await expect(card.transmit(verify)).rejects.toMatchObject({ code: "CARD_REMOVED" });
    await expect(home.connect(id)).rejects.toMatchObject({ code: "READER_BUSY" });
    await prompt.close();
    await shown.until(usable);
  });

  it("a prompt that comes while a view is connecting has the reader once that is stopped and the card powered down", async () => {
    const [far, far2, locks] = [new FarEnd(), new FarEnd(), new VirtualLocks()];
    const home = road(far, locks, "view");
    await follow(home).until(usable);
    let go = (): void => {};
    far.connects = new Promise((resolve) => (go = resolve));
    const connecting = home.connect(id).catch((error: unknown) => error);
    const saw = async (op: string): Promise<void> => {
      for (let waited = 0; waited < 5_000 && far.frames.at(-1)?.op !== op; waited += 5) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(far.frames.at(-1)?.op).toBe(op);
    };
    await saw("connect");
    const asked = follow(road(far2, locks));
    await saw("cancel");
    await asked.until((states) => states[0]?.refusal === "READER_BUSY");
    go();
    await asked.until(usable);
    // Told before the prompt could begin.
    expect(far.frames.at(-1)).toMatchObject({ op: "disconnect", card: 7, disposition: "unpower" });
    expect(await connecting).toMatchObject({ code: "READER_BUSY" });
  });

  it("a prompt does not take it from another prompt", async () => {
    const locks = new VirtualLocks();
    const first = road(new FarEnd(), locks);
    await follow(first).until(usable);
    // Made only now: of two that are made at once, either may be the first to have it.
    const second = road(new FarEnd(), locks);
    const { until } = follow(second);
    await until((states) => states[0]?.refusal === "READER_BUSY");
    await new Promise((resolve) => setTimeout(resolve, 700));
    await expect(second.connect(id)).rejects.toMatchObject({ code: "READER_BUSY" });
    await first.close();
    await until(usable);
  });

  it("a reader that the app tells of while the road is being closed is not taken: nobody would give it back", async () => {
    const far = new FarEnd();
    const locks = new VirtualLocks();
    const readers = road(far, locks);
    await follow(readers).until(usable);
    await readers.connect(id);
    let down = (): void => {};
    far.unpowers = new Promise((resolve) => (down = resolve));
    const closing = readers.close();
    far.tellReaders([record, { ...record, id: "webusb:072f:b100:TEST0002:0" }]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    down();
    await closing;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(locks.held()).toEqual([]);
  });
});

// What every road owes to the code above it (src/card/reader.ts), asked of each of them in the same words.
import { describe, expect, it } from "vitest";
import { CardError } from "../../../src/card/error.ts";
import { type CardConnection, Feature, type ReaderState } from "../../../src/card/reader.ts";
import { createCard, type VirtualCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import type { Person } from "../../virtual/reader/pinpad.ts";
import { image } from "../login/world.ts";
import { backends, type Bench, type BenchOptions } from "./backends.ts";
import { Session } from "./session.ts";

const card = async (): Promise<VirtualCard> => createCard({ image: await image(), crypto: nodeCrypto });
const codeOf = (act: Promise<unknown>): Promise<string> => act.then(() => "fine", (error: unknown) => (error instanceof CardError ? error.code : `thrown: ${String(error)}`));
const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);
const selectMf = bytes(0x00, 0xa4, 0x00, 0x0c, 0x02, 0x3f, 0x00);
const challenge = bytes(0x00, 0x84, 0x00, 0x00, 0x08);

describe.each(backends)("the road $name $how", ({ name, make }) => {
  async function on(options: BenchOptions, act: (bench: Bench, states: () => readonly ReaderState[], until: (match: (state: ReaderState) => boolean) => Promise<ReaderState>) => Promise<void>): Promise<void> {
    const bench = make(options);
    const stop = new AbortController();
    let last: readonly ReaderState[] = [];
    bench.road.watch((readers) => (last = readers), stop.signal);
    const until = async (match: (state: ReaderState) => boolean): Promise<ReaderState> => {
      for (let i = 0; i < 5_000; i += 1) {
        const found = last.find(match);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      throw new Error(`never: ${JSON.stringify(last)}`);
    };
    try {
      await act(bench, () => last, until);
    } finally {
      stop.abort();
      await bench.road.close();
      bench.check();
    }
  }

  const connected = (options: BenchOptions, act: (connection: CardConnection, bench: Bench, until: (match: (state: ReaderState) => boolean) => Promise<ReaderState>) => Promise<void>) =>
    on(options, async (bench, _, until) => {
      const { id } = await until((state) => state.card === "present");
      const connection = await bench.road.connect(id);
      try {
        await act(connection, bench, until);
      } finally {
        await connection.disconnect();
      }
    });

  it("names the reader, its road and its slot, and counts the cards that are put in", async () => {
    const one = await card();
    await on({ card: null }, async (bench, states, until) => {
      const empty = await until((state) => state.card === "absent");
      expect(empty).toMatchObject({ road: name, slot: 0, refusal: null, insertions: 0 });
      expect(empty.name).toMatch(/^(SCM|ACS) /);
      expect(empty.name).not.toMatch(/21120912|\[/);
      expect(await bench.road.list()).toEqual(states());
      bench.insert(one);
      expect(await until((state) => state.card === "present")).toMatchObject({ id: empty.id, insertions: 1 });
      bench.remove();
      await until((state) => state.card === "absent");
      bench.insert(one);
      await until((state) => state.card === "present" && state.insertions === 2);
      // A swap so quick that nobody saw the slot empty.
      bench.insert(await card());
      await until((state) => state.card === "present" && state.insertions === 3);
    });
  });

  it("powers the card, gives its answer to reset and what it answers, byte for byte, in order", async () => {
    const one = await card();
    await connected({ card: one }, async (connection) => {
      expect(Buffer.from(connection.atr).toString("hex").toUpperCase()).toBe(one.behaviour.atrHex);
      expect(connection.protocol).toBe("t1");
      const before = selectMf.slice();
      expect([...(await connection.transmit(selectMf))]).toEqual([0x90, 0x00]);
      expect(selectMf).toEqual(before);
      expect([...(await connection.transmit(bytes(0x00, 0xee, 0, 0)))]).toEqual([0x6d, 0x00]);
      const answers = await Promise.all([connection.transmit(challenge), connection.transmit(selectMf), connection.transmit(challenge)]);
      expect(answers.map(({ length }) => length)).toEqual([10, 2, 10]);
      expect(one.log.slice(-3).map(({ ins }) => ins)).toEqual([0x84, 0xa4, 0x84]);
    });
  });

  it("leaves 61xx and 6Cxx to its caller, on T=0", async () => {
    const one = createCard({ image: await image(), crypto: nodeCrypto, behaviour: { atrHex: "3B087465737420543030", t0: true, extendedApdus: false } });
    await connected({ card: one }, async (connection) => {
      expect([connection.protocol, connection.apduLength]).toEqual(["t0", "short"]);
      // Data both ways: the answer waits for GET RESPONSE. The wrong length: the right one is named.
      const select = bytes(0x00, 0xa4, 0x04, 0x00, 0x0c, 0xa0, 0, 0, 0, 0x63, 0x50, 0x4b, 0x43, 0x53, 0x2d, 0x31, 0x35, 0x00);
      expect([...(await connection.transmit(select))]).toEqual([0x61, expect.any(Number)]);
      expect([...(await connection.transmit(bytes(0x00, 0xb0, 0x91, 0x00, 0x00)))]).toEqual([0x6c, expect.any(Number)]);
    });
  });

  it("a slot without a card, and a reader that is not there", () =>
    on({ card: null }, async (bench, _, until) => {
      const { id } = await until((state) => state.card === "absent");
      expect(await codeOf(bench.road.connect(id))).toBe("CARD_ABSENT");
      expect(await codeOf(bench.road.connect("nobody"))).toBe("READER_GONE");
    }));

  it("the card is pulled out: the next command says so, and every one after it; a new card is a new connection", async () => {
    const one = await card();
    await connected({ card: one }, async (connection, bench, until) => {
      await connection.transmit(selectMf);
      bench.remove();
      const first = await codeOf(connection.transmit(selectMf));
      expect(first).toMatch(/^CARD_(REMOVED|ABSENT|MUTE)$/);
      expect(await codeOf(connection.transmit(selectMf))).toMatch(/^CARD_(REMOVED|ABSENT|MUTE)$/);
      bench.insert(one);
      const { id } = await until((state) => state.card === "present" && state.insertions > 1);
      const next = await bench.road.connect(id);
      expect([...(await next.transmit(selectMf))]).toEqual([0x90, 0x00]);
      await next.disconnect();
    });
  });

  it("the reader is unplugged: it leaves the list, and what is under way fails", async () => {
    await connected({ card: await card() }, async (connection, bench) => {
      bench.unplug();
      expect(await codeOf(connection.transmit(selectMf))).toMatch(/^(READER_GONE|CARD_REMOVED)$/);
      for (let i = 0; i < 1_000 && (await bench.road.list()).length > 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 2));
      expect(await bench.road.list()).toEqual([]);
    });
  });

  it("after the end of a connection nothing goes through it; ending it again is no error", async () => {
    const one = await card();
    await connected({ card: one }, async (connection) => {
      await connection.disconnect();
      await connection.disconnect();
      const sent = one.log.length;
      expect(await codeOf(connection.transmit(selectMf))).toMatch(/^CARD_REMOVED$/);
      expect(await codeOf(connection.control(Feature.ccidEscape, bytes(1)))).toMatch(/^CARD_REMOVED$/);
      expect(one.log.length).toBe(sent);
    });
  });

  it("what is cancelled before it was sent is not sent", async () => {
    const one = await card();
    await connected({ card: one }, async (connection) => {
      const sent = one.log.length;
      expect(await codeOf(connection.transmit(selectMf, { signal: AbortSignal.abort() }))).toBe("CANCELLED");
      expect(one.log.length).toBe(sent);
      expect([...(await connection.transmit(selectMf))]).toEqual([0x90, 0x00]);
    });
  });

  it("a feature that the reader lacks is refused without asking it", async () => {
    await connected({ card: await card() }, async (connection) => {
      expect(connection.features.has(Feature.verifyPinDirect)).toBe(false);
      expect(await codeOf(connection.control(Feature.verifyPinDirect, bytes(1)))).toBe("READER_UNSUPPORTED");
    });
  });

  it("a closed road tells nothing any more", async () => {
    const bench = make({ card: null });
    let told = 0;
    bench.road.watch(() => (told += 1), new AbortController().signal);
    await bench.road.list();
    await bench.road.close();
    const then = told;
    bench.insert(await card());
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told).toBe(then);
    await bench.road.close();
  });

  describe("with the whole card code above it", () => {
    async function session(options: BenchOptions, act: (session: Session, bench: Bench) => Promise<void>): Promise<void> {
      const bench = make(options);
      const made = await Session.over(bench.road);
      try {
        await act(made, bench);
      } finally {
        await made.service.close();
        bench.check();
      }
    }

    it("wrong PIN, then the right one; nothing is left open on the card", async () => {
      const one = await card();
      await session({ card: one }, async (window) => {
        const view = await window.inspect();
        expect(view.pins[0]).toMatchObject({ role: "login", triesLeft: 3 });
        expect(await window.authenticate(view, "0000")).toBe("PIN_WRONG");
        expect(await window.authenticate(view)).toBe("login");
        await window.service.release(view.readerId);
        expect(one.isVerified("login")).toBe(false);
        expect(one.counters().login.left).toBe(3);
      });
    });

    it("another card between reading and PIN: the PIN goes to neither", async () => {
      const [one, other] = [await card(), await card()];
      await session({ card: one }, async (window, bench) => {
        const view = await window.inspect();
        bench.remove();
        bench.insert(other);
        await window.until((state) => state.card === "present" && state.insertions > 1);
        expect(await window.authenticate(view)).toBe("CARD_CHANGED");
        expect([...one.log, ...other.log].filter(({ ins }) => ins === 0x20)).toEqual([]);
      });
    });

    it("creates the signing PIN, signs two documents with one entry, changes the login PIN", async () => {
      const one = await card();
      await session({ card: one }, async (window) => {
        const utf8 = new TextEncoder();
        let view = await window.inspect("all");
        const place = (): { readerId: string; insertion: string } => ({ readerId: view.readerId, insertion: view.insertion });
        const code = one.image.pins.signing.transport;
        const created = await window.service.managePin({ ...place(), act: "create-signing", current: utf8.encode(code), fresh: utf8.encode("123456"), lastTryConfirmed: false });
        if (!created.ok || !created.value.view) throw new Error(JSON.stringify(created));
        view = created.value.view;
        const identity = await window.service.signingIdentity(view.readerId, view.insertion);
        if (!identity.ok) throw new Error(JSON.stringify(identity));
        const algorithm = identity.value.algorithms.find((one_) => one_.endsWith("256")) ?? "RS256";
        const digests = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
        const signed = await window.service.sign({ ...place(), algorithm, digests, pin: utf8.encode("123456"), lastTryConfirmed: false });
        expect(signed).toMatchObject({ ok: true });
        const changed = await window.service.managePin({ ...place(), act: "change-login", current: utf8.encode("1234"), fresh: utf8.encode("4321"), lastTryConfirmed: false });
        expect(changed.ok).toBe(true);
        expect(await window.authenticate(await window.inspect(), "4321")).toBe("login");
        expect([one.isVerified("signing"), one.counters()]).toMatchObject([false, { login: { left: 3 }, signing: { left: 3 } }]);
      });
    });

    it("on the reader's own keypad", async () => {
      const asked: number[] = [];
      const person: Person = async ({ minimum, maximum }) => {
        asked.push(minimum, maximum);
        return { digits: "1234" };
      };
      await session({ card: await card(), person }, async (window) => {
        const view = await window.inspect();
        expect(view.pinpad).toBe(true);
        expect(await window.authenticate(view, null)).toBe("login");
        expect(asked).toEqual([4, 4]);
      });
    });
  });
});

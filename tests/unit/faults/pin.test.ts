// What must never happen to a try, and what a person must be told before one is spent.
import { describe, expect, it } from "vitest";
import { World } from "../login/world.ts";
import { createCard } from "../../virtual/card/createCard.ts";
import { giorgi } from "../../virtual/ca/personalise.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { image } from "../login/world.ts";
import { attemptLogin, levels, verifies } from "./attempts.ts";

const profile = levels["TPDU, T=1"];
const day = 86_400_000;

async function on<T>(options: Parameters<typeof World.make>[0], act: (world: World) => Promise<T>): Promise<T> {
  const world = await World.make({ profile, ...options });
  try {
    return await act(world);
  } finally {
    await world.close();
  }
}

const codeOf = (result: { ok: boolean; error?: { code: string; detail: { triesLeft?: number } } }) => ({ code: result.error?.code ?? "login", left: result.error?.detail.triesLeft });

describe("tries", () => {
  it("wrong once, twice, then not a third time unless that is confirmed; right at last", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      expect(view.pins[0]).toMatchObject({ role: "login", triesLeft: 3, triesMax: 3, minLength: 4, maxLength: 4 });
      expect(codeOf(await world.authenticate(view, "0000"))).toEqual({ code: "PIN_WRONG", left: 2 });
      expect(codeOf(await world.authenticate(view, "0001"))).toEqual({ code: "PIN_WRONG", left: 1 });
      expect(codeOf(await world.authenticate(view, "1234"))).toEqual({ code: "PIN_LAST_TRY", left: 1 });
      expect(verifies(world)).toBe(2);
      expect(codeOf(await world.authenticate(view, "1234", { lastTryConfirmed: true })).code).toBe("login");
      expect(world.card.counters().login.left).toBe(3);
    }));

  it("wrong three times: blocked, and nothing is sent any more, not even by another window", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      for (const digits of ["0000", "0001"]) await world.authenticate(view, digits);
      expect(codeOf(await world.authenticate(view, "0002", { lastTryConfirmed: true }))).toEqual({ code: "PIN_BLOCKED", left: 0 });
      expect(codeOf(await world.authenticate(view, "1234", { lastTryConfirmed: true }))).toEqual({ code: "PIN_BLOCKED", left: 0 });
      expect(verifies(world)).toBe(3);
      world.reader.removeCard(0);
      world.reader.insertCard(0, world.card);
      await world.until((state) => state.card === "present" && state.insertions > 1);
      expect(await attemptLogin(world)).toBe("PIN_BLOCKED");
      expect(verifies(world)).toBe(3);
    }));

  it.each([["", "PIN_LENGTH"], ["123", "PIN_LENGTH"], ["12345", "PIN_LENGTH"], ["12a4", "PIN_LENGTH"]])("%j is never sent", (digits, code) =>
    on({}, async (world) => {
      expect(codeOf(await world.authenticate(await world.inspect(), digits)).code).toBe(code);
      expect(verifies(world)).toBe(0);
    }));

  it("a card that does not tell its counter is not asked with an empty VERIFY", () =>
    on({ behaviour: { counterObjects: false, verifyWithoutData: "costs" } }, async (world) => {
      const view = await world.inspect();
      expect(view.pins[0]?.triesLeft).toBeNull();
      expect(world.card.log.filter(({ ins }) => ins === 0x20)).toEqual([]);
      expect(codeOf(await world.authenticate(view, "0000"))).toEqual({ code: "PIN_WRONG", left: 2 });
      // What the card said with the wrong PIN is known from now on.
      expect(codeOf(await world.authenticate(view, "0001"))).toEqual({ code: "PIN_WRONG", left: 1 });
      expect(codeOf(await world.authenticate(view, "0002")).code).toBe("PIN_LAST_TRY");
      expect(world.card.counters().login.left).toBe(1);
    }));

  it("the PIN's bytes are wiped, whatever becomes of them", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      for (const digits of ["1234", "0000", "12"]) {
        const pin = new TextEncoder().encode(digits);
        await world.authenticate(view, null, { pin });
        expect([...pin]).toEqual(Array.from({ length: digits.length }, () => 0));
      }
    }));
});

describe("copies", () => {
  it("what was handed to the browser's USB stack is wiped afterwards, every byte", () =>
    on({}, async (world) => {
      const handed: Uint8Array[] = [];
      const send = world.device.transferOut.bind(world.device);
      world.device.transferOut = async (endpoint, data) => {
        handed.push(data);
        return await send(endpoint, data);
      };
      expect(await attemptLogin(world)).toBe("login");
      expect(handed.length).toBeGreaterThan(10);
      expect(handed.filter((data) => data.some((byte) => byte !== 0))).toEqual([]);
    }));
});

describe("certificates and cards", () => {
  it.each([
    ["expired", { notBefore: new Date(Date.now() - 900 * day), notAfter: new Date(Date.now() - day) }, "CERTIFICATE_EXPIRED"],
    ["not valid yet", { notBefore: new Date(Date.now() + day), notAfter: new Date(Date.now() + 900 * day) }, "CERTIFICATE_NOT_YET_VALID"],
  ])("%s: no try is spent", (_, card, code) =>
    on({ card }, async (world) => {
      const view = await world.inspect();
      expect(view.holder.name).toBe("ნინო ტესტაძე");
      expect(codeOf(await world.authenticate(view, "1234")).code).toBe(code);
      expect(verifies(world)).toBe(0);
    }));

  it("another card between reading and PIN: the PIN does not go to it", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      const other = createCard({ image: await image({ citizen: giorgi }), crypto: nodeCrypto });
      world.reader.removeCard(0);
      world.reader.insertCard(0, other);
      await world.until((state) => state.card === "present" && state.insertions > 1);
      expect(codeOf(await world.authenticate(view, "1234")).code).toBe("CARD_CHANGED");
      expect([...world.card.log, ...other.log].filter(({ ins }) => ins === 0x20)).toEqual([]);
      expect((await world.inspect()).holder.givenName).toBe(giorgi.givenName);
    }));

  it("a PIN typed for the card before goes to nobody, even after the new card was read", () =>
    on({}, async (world) => {
      const before = await world.inspect();
      world.reader.removeCard(0);
      world.reader.insertCard(0, world.card);
      await world.until((state) => state.card === "present" && state.insertions > 1);
      const after = await world.inspect();
      expect(after.insertion).not.toBe(before.insertion);
      expect(codeOf(await world.authenticate(before, "1234")).code).toBe("CARD_CHANGED");
      expect(verifies(world)).toBe(0);
      expect(codeOf(await world.authenticate(after, "1234")).code).toBe("login");
    }));

  it("a swap so quick that the reader tells it once is another insertion", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      const other = createCard({ image: await image({ citizen: giorgi }), crypto: nodeCrypto });
      // One notification: present, and changed.
      world.reader.insertCard(0, other);
      await world.until((state) => state.card === "present" && state.insertions > 1);
      expect(codeOf(await world.authenticate(view, "1234")).code).toBe("CARD_CHANGED");
      expect([...world.card.log, ...other.log].filter(({ ins }) => ins === 0x20)).toEqual([]);
    }));

  it("the same card out and in again is another insertion", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      world.reader.removeCard(0);
      world.reader.insertCard(0, world.card);
      await world.until((state) => state.card === "present" && state.insertions > 1);
      expect(codeOf(await world.authenticate(view, "1234")).code).toBe("CARD_CHANGED");
    }));

  it("a signature that does not fit the certificate is not handed on", () =>
    on({ intercept: (apdu) => (apdu[1] === 0x2a || apdu[1] === 0x88 ? Uint8Array.of(...new Uint8Array(256).fill(7), 0x90, 0x00) : null) }, async (world) => {
      expect(["SIGNATURE_INVALID", "ALGORITHM_UNSUPPORTED"]).toContain(codeOf(await world.authenticate(await world.inspect(), "1234")).code);
    }));

  it("a card with no application of ours is told apart from a broken one", () =>
    on({ intercept: (apdu) => (apdu[1] === 0xa4 ? Uint8Array.of(0x6a, 0x82) : null) }, async (world) => {
      expect(await attemptLogin(world)).toBe("CARD_UNKNOWN");
    }));

  it.each([
    ["an empty answer", []],
    ["one byte", [0x90]],
  ])("%s to a command is a typed error", (_, bytes) =>
    on({ intercept: () => Uint8Array.from(bytes) }, async (world) => {
      expect(await attemptLogin(world)).toBe("CARD_PROTOCOL");
    }));

  it("6Cxx and 61xx are followed, and never make a VERIFY go out twice", () =>
    on({ intercept: (apdu) => (apdu[1] === 0x20 && apdu.length > 5 ? Uint8Array.of(0x6c, 0x04) : null) }, async (world) => {
      const view = await world.inspect();
      expect(codeOf(await world.authenticate(view, "1234")).code).toBe("CARD_REFUSED");
      expect(verifies(world)).toBe(1);
    }));

  it("a card that says 61xx without end is stopped", () =>
    on({ intercept: () => Uint8Array.of(0x61, 0x10) }, async (world) => {
      expect(await attemptLogin(world)).toBe("CARD_PROTOCOL");
    }));

  it("waiting time extensions are granted, and a storm of them is ended", async () => {
    await on({ reader: { faults: [{ kind: "wtx", apdu: 3, count: 20 }] } }, async (world) => expect(await attemptLogin(world)).toBe("login"));
    await on({ reader: { faults: [{ kind: "wtx", apdu: 3, count: 100_000 }] } }, async (world) => expect(await attemptLogin(world)).toBe("CARD_PROTOCOL"));
  });
});

describe("several at once", () => {
  it("two logins on one reader go one after the other", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      const [first, second] = await Promise.all([world.authenticate(view, "1234"), world.authenticate(view, "1234")]);
      expect([codeOf(first).code, codeOf(second).code]).toEqual(["login", "login"]);
      expect(verifies(world)).toBe(2);
    }));
});

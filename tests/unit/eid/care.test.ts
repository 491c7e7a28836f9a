// Card care: what is sent, what it costs, and what is never sent.
import { describe, expect, it } from "vitest";
import type { CardView, PinAct } from "../../../src/card/api.ts";
import { World, type WorldOptions } from "../login/world.ts";
import { levels } from "../faults/attempts.ts";
import type { Finger } from "../../virtual/reader/pinpad.ts";

const signingPin = "246810";
const code = "54321";
const puk = "12345678";
const profile = levels["extended APDU"];

async function on<T>(options: WorldOptions, act: (world: World, view: CardView) => Promise<T>): Promise<T> {
  const world = await World.make({ profile, ...options });
  try {
    return await act(world, await world.inspect("all"));
  } finally {
    await world.close();
  }
}

type Outcome = Awaited<ReturnType<World["managePin"]>>;
const outcome = (result: Outcome) => (result.ok ? { code: "done", left: undefined } : { code: result.error.code, left: result.error.detail.triesLeft });
const pinOf = (result: Outcome, role: "login" | "signing" | "unblocking") => (result.ok ? result.value.view?.pins.find((pin) => pin.role === role) : undefined);
/** Commands that carried a PIN. */
const sent = (world: World): readonly number[] => world.card.log.filter(({ ins, command }) => [0x20, 0x24, 0x2c].includes(ins) && command.includes("**")).map(({ ins }) => ins);

describe("creating the signing PIN", () => {
  it.each<[string, WorldOptions["behaviour"], readonly number[]]>([
    ["in one command", {}, [0x24]],
    ["with ACTIVATE after it", { activation: "activate" }, [0x24]],
    ["VERIFY of the code, then the new PIN alone", { firstPin: "verify" }, [0x24, 0x20, 0x24]],
    ["padded", { pinPadding: true }, [0x24]],
  ])("%s; the state is read anew and the PIN signs", (_, behaviour, commands) =>
    on({ behaviour: behaviour ?? {} }, async (world, view) => {
      expect(view.pins.find(({ role }) => role === "signing")).toMatchObject({ initialized: false, codeLength: 5 });
      world.card.clearLog();
      const result = await world.managePin(view, "create-signing", code, signingPin);
      expect(outcome(result)).toEqual({ code: "done", left: undefined });
      expect(pinOf(result, "signing")).toMatchObject({ initialized: true, codeLength: null, triesLeft: 3 });
      expect(sent(world)).toEqual(commands);
      expect(world.card.signingPinSet).toBe(true);
      expect((await world.sign(view, signingPin)).ok).toBe(true);
    }));

  it("a wrong code is used up: one command, said so, nothing more is sent", () =>
    on({}, async (world, view) => {
      expect(outcome(await world.managePin(view, "create-signing", "54322", signingPin))).toEqual({ code: "CODE_SPENT", left: 0 });
      expect(sent(world)).toEqual([0x24]);
      expect(outcome(await world.managePin(view, "create-signing", code, signingPin, true))).toEqual({ code: "CODE_SPENT", left: 0 });
      expect(sent(world)).toEqual([0x24]);
      expect(world.card.signingPinSet).toBe(false);
    }));

  it.each(["change", "verify"] as const)("a wrong code on a card that counts (%s): no second form after 63Cx", (firstPin) =>
    on({ behaviour: { transportTries: "counted", firstPin } }, async (world, view) => {
      expect(outcome(await world.managePin(view, "create-signing", "54322", signingPin))).toEqual({ code: "PIN_WRONG", left: 2 });
      expect(sent(world)).toEqual(firstPin === "change" ? [0x24] : [0x24, 0x20]);
      expect(outcome(await world.managePin(view, "create-signing", code, signingPin))).toMatchObject({ code: "done" });
    }));

  it("the last try of the code wants to be confirmed", () =>
    on({}, async (world) => {
      world.card.setTries("signing", 1);
      const view = await world.inspect("all");
      expect(outcome(await world.managePin(view, "create-signing", code, signingPin))).toEqual({ code: "PIN_LAST_TRY", left: 1 });
      expect(sent(world)).toEqual([]);
      expect(outcome(await world.managePin(view, "create-signing", code, signingPin, true)).code).toBe("done");
    }));

  it("exists already: the code is not sent", () =>
    on({ card: { signingPin } }, async (world, view) => {
      expect(outcome(await world.managePin(view, "create-signing", code, "135791")).code).toBe("PIN_ALREADY_SET");
      expect(sent(world)).toEqual([]);
    }));

  it.each([["1234", signingPin], ["543210", signingPin], [code, "12345"], [code, "12345a"]])("%s and %s have the wrong form: nothing is sent", (current, fresh) =>
    on({}, async (world, view) => {
      expect(outcome(await world.managePin(view, "create-signing", current, fresh)).code).toBe("PIN_LENGTH");
      expect(sent(world)).toEqual([]);
    }));
});

describe("changing a PIN", () => {
  it.each<[PinAct, string, string, Parameters<typeof World.make>[0]]>([
    ["change-login", "1234", "8520", {}],
    ["change-login", "1234", "8520", { behaviour: { pinPadding: true } }],
    ["change-signing", signingPin, "975318", { card: { signingPin } }],
    ["change-signing", signingPin, "975318", { card: { signingPin, profile: "georgia2ec" } }],
  ])("%s: the new one works, the old one does not", (act, old, fresh, options) =>
    on(options ?? {}, async (world, view) => {
      expect(outcome(await world.managePin(view, act, old, fresh)).code).toBe("done");
      const algorithm = world.card.image.keys.signing.type === "ec" ? ({ algorithm: "ES384", digests: [new Uint8Array(48)] } as const) : {};
      const use = (pin: string) => (act === "change-login" ? world.authenticate(view, pin) : world.sign(view, pin, algorithm));
      expect((await use(old)).ok).toBe(false);
      expect((await use(fresh)).ok).toBe(true);
    }));

  it("a wrong old one costs one try, the last wants to be confirmed", () =>
    on({}, async (world, view) => {
      expect(outcome(await world.managePin(view, "change-login", "0000", "8520"))).toEqual({ code: "PIN_WRONG", left: 2 });
      expect(outcome(await world.managePin(view, "change-login", "0001", "8520"))).toEqual({ code: "PIN_WRONG", left: 1 });
      expect(outcome(await world.managePin(view, "change-login", "1234", "8520"))).toEqual({ code: "PIN_LAST_TRY", left: 1 });
      expect(sent(world)).toEqual([0x24, 0x24]);
      expect(outcome(await world.managePin(view, "change-login", "1234", "8520", true)).code).toBe("done");
    }));

  it("a signing PIN that does not exist can't be changed", () =>
    on({}, async (world, view) => {
      expect(outcome(await world.managePin(view, "change-signing", signingPin, "975318")).code).toBe("PIN_NOT_SET");
      expect(sent(world)).toEqual([]);
    }));
});

describe("unblocking the login PIN", () => {
  it.each<[string, WorldOptions["behaviour"], readonly number[]]>([
    ["in one command", {}, [0x2c]],
    ["VERIFY of the PUK, then the new PIN alone", { unblocking: "verify" }, [0x2c, 0x20, 0x2c]],
    ["padded", { pinPadding: true }, [0x2c]],
  ])("%s", (_, behaviour, commands) =>
    on({ behaviour: behaviour ?? {} }, async (world) => {
      world.card.setTries("login", 0);
      const view = await world.inspect("all");
      expect(view.pins[0]).toMatchObject({ role: "login", triesLeft: 0 });
      world.card.clearLog();
      const result = await world.managePin(view, "unblock-login", puk, "8520");
      expect(outcome(result).code).toBe("done");
      expect(pinOf(result, "login")).toMatchObject({ triesLeft: 3 });
      expect(sent(world)).toEqual(commands);
      expect((await world.authenticate(view, "8520")).ok).toBe(true);
    }));

  it.each(["reset", "verify"] as const)("a wrong PUK costs one of its tries, once (%s)", (unblocking) =>
    on({ behaviour: { unblocking } }, async (world, view) => {
      expect(outcome(await world.managePin(view, "unblock-login", "87654321", "8520"))).toEqual({ code: "PIN_WRONG", left: 4 });
      expect(world.card.counters().puk.left).toBe(4);
      expect(sent(world).filter((ins) => ins === (unblocking === "reset" ? 0x2c : 0x20))).toHaveLength(1);
    }));

  it("a PUK without tries is not sent", () =>
    on({}, async (world) => {
      world.card.setTries("puk", 0);
      expect(outcome(await world.managePin(await world.inspect("all"), "unblock-login", puk, "8520", true))).toEqual({ code: "PUK_BLOCKED", left: 0 });
      expect(sent(world)).toEqual([]);
    }));
});

describe("secrets and accidents", () => {
  it("both PINs are wiped, whatever becomes of them", () =>
    on({}, async (world, view) => {
      for (const [current, fresh] of [["0000", "8520"], ["1234", "85"], ["1234", "8520"]] as const) {
        const pins = [current, fresh].map((digits) => new TextEncoder().encode(digits));
        const [old = null, next = null] = pins;
        await world.service.managePin({ readerId: view.readerId, insertion: view.insertion, act: "change-login", current: old, fresh: next, lastTryConfirmed: false });
        for (const pin of pins) expect(pin.every((byte) => byte === 0)).toBe(true);
      }
    }));

  it("what was handed to the browser's USB stack is wiped afterwards", () =>
    on({}, async (world, view) => {
      const handed: Uint8Array[] = [];
      const send = world.device.transferOut.bind(world.device);
      world.device.transferOut = async (endpoint, data) => {
        handed.push(data);
        return await send(endpoint, data);
      };
      expect(outcome(await world.managePin(view, "create-signing", code, signingPin)).code).toBe("done");
      expect(handed.length).toBeGreaterThan(3);
      expect(handed.filter((data) => data.some((byte) => byte !== 0))).toEqual([]);
    }));

  it("another card than the one that was seen gets nothing", () =>
    on({}, async (world, view) => {
      world.reader.removeCard(0);
      world.reader.insertCard(0, world.card);
      await world.until((state) => state.card === "present" && state.insertions > 1);
      world.card.clearLog();
      expect(outcome(await world.managePin(view, "create-signing", code, signingPin)).code).toBe("CARD_CHANGED");
      expect(sent(world)).toEqual([]);
    }));

  it("the card is pulled at each command: the card says afterwards what became of it, and the code was sent once", async () => {
    const count = await on({}, async (world, view) => {
      const before = world.card.log.length;
      await world.managePin(view, "create-signing", code, signingPin);
      return { before, after: world.card.log.length };
    });
    for (let apdu = count.before; apdu < count.after; apdu += 1) {
      await on({}, async (world, view) => {
        world.reader.faults.push({ kind: "removeCard", apdu });
        const result = await world.managePin(view, "create-signing", code, signingPin);
        expect(outcome(result).code).toMatch(/^(done|CARD_(REMOVED|ABSENT|MUTE))$/);
        expect(sent(world).length).toBeLessThanOrEqual(1);
        world.reader.faults.length = 0;
        world.reader.insertCard(0, world.card);
        await world.until((state) => state.card === "present" && state.insertions > 1);
        const again = await world.inspect("all");
        const created = again.pins.find(({ role }) => role === "signing")?.initialized;
        expect(created).toBe(world.card.signingPinSet);
        // What was not done can be done now; what was done is.
        if (!created) expect(outcome(await world.managePin(again, "create-signing", code, signingPin)).code).toBe("done");
        expect((await world.sign(again, signingPin)).ok).toBe(true);
      });
    }
  });
});

describe("on the reader's keypad", () => {
  const pad = (finger: (operation: "verify" | "modify") => Finger): WorldOptions => ({
    profile: { ...profile, pin: 3 },
    reader: { person: async ({ operation }) => finger(operation) },
  });
  it.each<[PinAct, string, string, WorldOptions]>([
    ["create-signing", code, signingPin, {}],
    ["create-signing", code, signingPin, { behaviour: { firstPin: "verify" } }],
    ["create-signing", code, signingPin, { behaviour: { pinPadding: true } }],
    ["change-login", "1234", "8520", {}],
    ["change-login", "1234", "8520", { behaviour: { pinPadding: true } }],
    ["change-signing", signingPin, "975318", { card: { signingPin } }],
    ["unblock-login", puk, "8520", {}],
    ["unblock-login", puk, "8520", { behaviour: { unblocking: "verify" } }],
  ])("%s with %s and %s", (act, digits, fresh, options) =>
    on({ ...pad((operation) => (operation === "verify" ? { digits } : { digits, fresh, again: fresh })), ...options }, async (world, view) => {
      expect(view.pinpadChange).toBe(true);
      expect(outcome(await world.managePin(view, act, null, null))).toEqual({ code: "done", left: undefined });
    }));

  it("the new one not the same twice: nothing goes to the card", () =>
    on(pad(() => ({ digits: "1234", fresh: "8520", again: "8521" })), async (world, view) => {
      expect(outcome(await world.managePin(view, "change-login", null, null)).code).toBe("PIN_MISMATCH");
      expect(sent(world)).toEqual([]);
    }));

  it.each([["cancel", "PIN_CANCELLED"], ["timeout", "PIN_TIMEOUT"]] as const)("%s", (finger, expected) =>
    on(pad(() => finger), async (world, view) => {
      expect(outcome(await world.managePin(view, "create-signing", null, null)).code).toBe(expected);
      expect(sent(world)).toEqual([]);
    }));
});

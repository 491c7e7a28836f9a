// A card that other programs use in turn with us: nobody is kept waiting, nobody comes in between, nobody finds a PIN.
import { describe, expect, it } from "vitest";
import { DISPOSITION, PROTOCOL, SCARD, SHARE } from "../../virtual/pcsc/codes.ts";
import { hasty } from "../faults/attempts.ts";
import { PcscWorld, type PcscWorldOptions } from "./pcscWorld.ts";

async function on(options: PcscWorldOptions, act: (world: PcscWorld) => Promise<void>): Promise<void> {
  const world = await PcscWorld.make(options);
  try {
    await act(world);
  } finally {
    await world.close();
  }
}

/** Another program at the same service. */
class Other {
  readonly #world: PcscWorld;
  readonly #context: number;
  readonly handle: number;

  constructor(world: PcscWorld, share: number = SHARE.shared) {
    this.#world = world;
    this.#context = world.manager.establish();
    this.handle = world.manager.connect(this.#context, world.reader.name, share, PROTOCOL.t0 | PROTOCOL.t1).id;
  }

  begin = (): Promise<void> => this.#world.manager.begin(this.handle);
  end = (disposition: number = DISPOSITION.leave): void => this.#world.manager.end(this.handle, disposition);
  send = (...apdu: number[]): Promise<Uint8Array> => this.#world.manager.transmit(this.handle, Uint8Array.from(apdu));
  leave = (disposition: number = DISPOSITION.leave): void => this.#world.manager.disconnect(this.handle, disposition);
}

const codeOf = (result: { ok: boolean; error?: { code: string } }): string => result.error?.code ?? "login";

describe("turns", () => {
  it("between our commands the card is free for others", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      expect(world.reader.owner).toBeNull();
      const other = new Other(world);
      await other.begin();
      expect((await other.send(0, 0xa4, 0x04, 0x0c)).length).toBe(2);
      other.end();
      expect(codeOf(await world.authenticate(view))).toBe("login");
      expect(world.reader.owner).toBeNull();
    }));

  it("while others have their turn we wait, and then go on by ourselves", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      const other = new Other(world);
      await other.begin();
      const login = world.authenticate(view);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(world.verifies).toBe(0);
      other.end();
      expect(codeOf(await login)).toBe("login");
    }));

  it("who keeps the card for ever is named, and a turn that comes after all is given back", () =>
    on({ timer: hasty }, async (world) => {
      const view = await world.inspect();
      const other = new Other(world);
      await other.begin();
      expect(codeOf(await world.authenticate(view))).toBe("READER_HELD");
      expect(world.verifies).toBe(0);
      other.end();
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(world.reader.owner).toBeNull();
      expect(codeOf(await world.authenticate(await world.inspect()))).toBe("login");
    }));

  it("nobody comes in between the commands of a sequence", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      const other = new Other(world);
      const tries: Promise<string>[] = [];
      const transmit = world.card.transmit.bind(world.card);
      world.card.transmit = async (apdu) => {
        if (apdu[1] === 0x20) tries.push(other.send(0, 0xa4, 0, 0).then(() => "came in", (error: { code: number }) => error.code.toString(16)));
        return await transmit(apdu);
      };
      expect(codeOf(await world.authenticate(view))).toBe("login");
      expect(await Promise.all(tries)).toEqual([SCARD.E_SHARING_VIOLATION.toString(16)]);
    }));

  it("a reader that another program has for itself is shown as held, and as free afterwards", () =>
    on({}, async (world) => {
      const other = new Other(world, SHARE.exclusive);
      await world.until((state) => state.refusal === "READER_HELD");
      other.leave();
      await world.until((state) => state.refusal === null);
      await world.login();
    }));
});

describe("what others do to the card", () => {
  it("another application selected in between: ours is found again before the PIN is sent", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      const other = new Other(world);
      await other.send(0x00, 0xa4, 0x00, 0x0c, 0x02, 0x3f, 0x00);
      other.leave();
      expect(codeOf(await world.authenticate(view))).toBe("login");
      expect(world.card.counters().login.left).toBe(3);
    }));

  it("a reset in between is no trouble; a wrong PIN of another program is seen before ours is sent", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      const other = new Other(world);
      other.leave(DISPOSITION.reset);
      expect(codeOf(await world.authenticate(view))).toBe("login");
      const again = await world.inspect();
      world.card.setTries("login", 1);
      expect(codeOf(await world.authenticate(again))).toBe("PIN_LAST_TRY");
      expect(world.verifies).toBe(1);
    }));

  it("a reset at any command of ours: an honest error or a login, one VERIFY at most, and the next login works", async () => {
    const count = await (async () => {
      const world = await PcscWorld.make();
      await world.login();
      await world.close();
      return world.manager.apdus;
    })();
    expect(count).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (let apdu = 0; apdu < count; apdu += 1) {
      const world = await PcscWorld.make({ faults: [{ kind: "reset", apdu }] });
      const first = await world.login().then(() => "login", (error: { code?: string }) => error.code);
      const sent = world.verifies;
      await world.road.refresh();
      const second = await world.login().then(() => "login", (error: { code?: string }) => error.code);
      if (first !== "READER_HELD" || second !== "login" || sent > 1 || world.card.counters().login.left !== 3) wrong.push(`${apdu}: ${first}, ${second}, ${sent}`);
      await world.close();
    }
    expect(wrong).toEqual([]);
  });
});

describe("a PIN that was given", () => {
  it("is forgotten by the card before others have their turn", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      const other = new Other(world);
      expect(codeOf(await world.authenticate(view))).toBe("login");
      expect(world.card.isVerified("login")).toBe(false);
      // The other program is told that the card was reset.
      await expect(other.send(0, 0xa4, 0, 0)).rejects.toMatchObject({ code: SCARD.W_RESET_CARD });
    }));

  it("can be followed by another login, over a new handle", () =>
    on({}, async (world) => {
      const view = await world.inspect();
      expect(codeOf(await world.authenticate(view, "0000"))).toBe("PIN_WRONG");
      expect(codeOf(await world.authenticate(view, "1234"))).toBe("login");
      expect(codeOf(await world.authenticate(view, "1234"))).toBe("login");
      expect(world.verifies).toBe(3);
    }));

  it("on the reader's keypad likewise", () =>
    on({ reader: { person: async ({ minimum, maximum }) => (minimum === 4 && maximum === 4 ? { digits: "1234" } : "cancel") } }, async (world) => {
      const view = await world.inspect();
      expect(view.pinpad).toBe(true);
      expect(codeOf(await world.authenticate(view, null))).toBe("login");
      expect(world.card.isVerified("login")).toBe(false);
    }));

  it.each([["cancel", "PIN_CANCELLED"], ["timeout", "PIN_TIMEOUT"]] as const)("%s at the keypad", (finger, code) =>
    on({ reader: { person: async () => finger } }, async (world) => {
      expect(codeOf(await world.authenticate(await world.inspect(), null))).toBe(code);
    }));
});

describe("the service", () => {
  it("stops and comes back: its readers go and come", () =>
    on({ timer: hasty }, async (world) => {
      await world.until(() => true);
      world.manager.stop();
      while (world.snapshots.at(-1)?.length !== 0) await new Promise((resolve) => setTimeout(resolve, 2));
      world.manager.stopped = false;
      await world.until((state) => state.card === "present");
      await world.login();
    }));
});

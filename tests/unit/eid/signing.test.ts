// Signatures with the signing key, checked by Node's own crypto against the certificate on the card.
import { createHash, createPublicKey, randomBytes, verify, constants, X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CardView, JwaAlgorithm } from "../../../src/card/api.ts";
import { memoryCache, World, type WorldOptions } from "../login/world.ts";
import { levels } from "../faults/attempts.ts";
import type { ProfileName } from "../../virtual/card/image.ts";

const signingPin = "246810";
const profile = levels["extended APDU"];

async function on<T>(options: WorldOptions, act: (world: World, view: CardView) => Promise<T>): Promise<T> {
  const world = await World.make({ profile, ...options, card: { signingPin, ...options.card } });
  try {
    return await act(world, await world.inspect("signing"));
  } finally {
    await world.close();
  }
}

const outcome = (result: { ok: boolean; error?: { code: string; detail: { triesLeft?: number } } }) => ({ code: result.error?.code ?? "signed", left: result.error?.detail.triesLeft });
const verifies = (world: World): number => world.card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length;

/** Whether Node's crypto takes a signature over `data` for one of the card's signing key. */
function holds(world: World, algorithm: JwaAlgorithm, data: Buffer, signature: Uint8Array): boolean {
  const { publicKey } = new X509Certificate(Buffer.from(world.card.image.certificates.signing, "base64"));
  const hash = `sha${algorithm.slice(2)}`;
  const key = createPublicKey(publicKey.export({ type: "spki", format: "pem" }));
  if (algorithm.startsWith("ES")) return verify(hash, data, { key, dsaEncoding: "ieee-p1363" }, signature);
  if (algorithm.startsWith("PS")) return verify(hash, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }, signature);
  return verify(hash, data, key, signature);
}

const digestOf = (algorithm: JwaAlgorithm, data: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(createHash(`sha${algorithm.slice(2)}`).update(data).digest());

describe("the signing identity", () => {
  it.each<[ProfileName, readonly JwaAlgorithm[], WorldOptions]>([
    ["georgia1", ["RS256", "RS384", "RS512"], {}],
    ["georgia1", ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"], { behaviour: { algorithms: ["08"] } }],
    ["georgia2", ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"], {}],
    ["georgia2ec", ["ES384"], {}],
    ["georgia2ec", ["ES256"], { card: { curve: "P-256" } }],
  ])("%s: %j, without a PIN, once a card", (card, algorithms, options) =>
    on({ ...options, card: { ...options.card, profile: card }, cache: memoryCache() }, async (world, view) => {
      const first = await world.service.signingIdentity(view.readerId, view.insertion);
      if (!first.ok) throw new Error(first.error.code);
      expect(first.value.algorithms).toEqual(algorithms);
      expect(first.value.consentEach).toBe(true);
      const { signing, signingCa } = world.card.image.certificates;
      expect(Buffer.from(first.value.certificateDer).toString("base64")).toBe(signing);
      expect(first.value.chainDer.map((der) => Buffer.from(der).toString("base64"))).toEqual([signingCa]);
      expect(verifies(world)).toBe(0);
      world.card.clearLog();
      expect(await world.service.signingIdentity(view.readerId, view.insertion)).toEqual(first);
      expect(world.card.log).toEqual([]);
    }));
});

describe("signatures", () => {
  const cases: readonly [ProfileName, JwaAlgorithm, WorldOptions][] = [
    ["georgia1", "RS256", {}],
    ["georgia1", "RS512", {}],
    ["georgia1", "PS256", { behaviour: { algorithms: ["08"] } }],
    ["georgia2", "RS384", {}],
    ["georgia2", "PS256", {}],
    ["georgia2", "PS512", {}],
    ["georgia2ec", "ES384", {}],
    ["georgia2ec", "ES256", { card: { curve: "P-256" } }],
    ["sample6", "RS256", {}],
  ];
  it.each(cases)("%s signs %s; Node's crypto says it is right; one PIN, three commands", (card, algorithm, options) =>
    on({ ...options, card: { ...options.card, profile: card } }, async (world, view) => {
      const data = randomBytes(50);
      const request = { algorithm, digests: [digestOf(algorithm, data)] };
      const first = await world.sign(view, signingPin, request);
      if (!first.ok) throw new Error(first.error.code);
      expect(first.value.signatures).toHaveLength(1);
      expect(holds(world, algorithm, data, first.value.signatures[0] ?? new Uint8Array(0))).toBe(true);
      expect(verifies(world)).toBe(1);
      // Once the way is known: counter, MSE, VERIFY, signature. The counter is asked after each VERIFY.
      world.card.clearLog();
      expect((await world.sign(view, signingPin, request)).ok).toBe(true);
      expect(world.card.log.map(({ ins }) => ins).filter((ins) => ins !== 0xc0)).toEqual([0xcb, 0x22, 0x20, 0x2a]);
    }));

  it.each(["TPDU, T=1", "short APDU"] as const)("over a reader at level %s, a signature longer than a short answer", (level) =>
    on({ profile: levels[level], card: { profile: "georgia2" } }, async (world, view) => {
      const data = randomBytes(50);
      const result = await world.sign(view, signingPin, { digests: [digestOf("RS256", data)] });
      if (!result.ok) throw new Error(result.error.code);
      expect(holds(world, "RS256", data, result.value.signatures[0] ?? new Uint8Array(0))).toBe(true);
    }));

  it("a card that wants the PIN each time signs one of a batch; one that does not signs all, and then forgets the PIN", async () => {
    const data = Array.from({ length: 10 }, () => randomBytes(50));
    const digests = data.map((one) => digestOf("RS256", one));
    const signed = (world: World, view: CardView) => world.sign(view, signingPin, { digests });
    await on({}, async (world, view) => {
      const result = await signed(world, view);
      expect(result.ok && result.value.signatures.length).toBe(1);
      expect(verifies(world)).toBe(1);
    });
    await on({ behaviour: { userConsent: false } }, async (world, view) => {
      const result = await signed(world, view);
      if (!result.ok) throw new Error(result.error.code);
      expect(result.value.signatures.map((one, i) => holds(world, "RS256", data[i] ?? Buffer.alloc(0), one))).toEqual(data.map(() => true));
      expect(verifies(world)).toBe(1);
      expect(world.card.isVerified("signing")).toBe(false);
    });
  });

  it("a card that says nothing of consent and wants it all the same: what is signed is handed on", () =>
    on({ card: { profile: "georgia2" }, behaviour: { userConsent: true, statesConsent: false } }, async (world, view) => {
      const digests = [1, 2, 3].map((n) => digestOf("RS256", Buffer.from([n])));
      const result = await world.sign(view, signingPin, { digests });
      expect(result.ok && result.value.signatures.length).toBe(1);
      expect(verifies(world)).toBe(1);
    }));

  it("the ladder on the signing key: a way that yields a wrong signature costs a second VERIFY of the right PIN, never a try", () =>
    // 28 hashes what it is given once more; only TokenInfo names it, so it goes first.
    on({ behaviour: { algorithms: ["28", "02"], rehashes: true, tokenAlgorithms: true } }, async (world, view) => {
      const data = randomBytes(50);
      const request = { digests: [digestOf("RS256", data)] };
      const first = await world.sign(view, signingPin, request);
      if (!first.ok) throw new Error(first.error.code);
      expect(holds(world, "RS256", data, first.value.signatures[0] ?? new Uint8Array(0))).toBe(true);
      expect(verifies(world)).toBe(2);
      expect(world.card.counters().signing.left).toBe(3);
      expect((await world.sign(view, signingPin, request)).ok).toBe(true);
      expect(verifies(world)).toBe(3);
    }));

  it("what worked with the login key goes first with the signing key", () =>
    on({ behaviour: { algorithms: ["28", "02"], rehashes: true, tokenAlgorithms: true } }, async (world, view) => {
      expect((await world.authenticate(view, "1234")).ok).toBe(true);
      world.card.clearLog();
      expect((await world.sign(view, signingPin)).ok).toBe(true);
      expect(verifies(world)).toBe(1);
    }));
});

describe("the signing PIN", () => {
  it("wrong, wrong, then not a third time unless confirmed; right at last", () =>
    on({}, async (world, view) => {
      expect(view.pins.find(({ role }) => role === "signing")).toMatchObject({ triesLeft: 3, minLength: 6, maxLength: 6, initialized: true, codeLength: null });
      expect(outcome(await world.sign(view, "000000"))).toEqual({ code: "PIN_WRONG", left: 2 });
      expect(outcome(await world.sign(view, "000001"))).toEqual({ code: "PIN_WRONG", left: 1 });
      expect(outcome(await world.sign(view, signingPin))).toEqual({ code: "PIN_LAST_TRY", left: 1 });
      expect(verifies(world)).toBe(2);
      expect(outcome(await world.sign(view, signingPin, { lastTryConfirmed: true })).code).toBe("signed");
      expect(world.card.counters().signing.left).toBe(3);
    }));

  it("blocked: nothing is sent, and the login PIN is not touched", () =>
    on({}, async (world, view) => {
      world.card.setTries("signing", 0);
      expect((await world.inspect("signing")).pins[1]?.triesLeft).toBe(0);
      expect(outcome(await world.sign(view, signingPin, { lastTryConfirmed: true }))).toEqual({ code: "SIGNING_PIN_BLOCKED", left: 0 });
      expect(verifies(world)).toBe(0);
    }));

  it("not created yet: said without a try, and the code's length with it", () =>
    on({ card: { signingPin: undefined as never } }, async (world, view) => {
      expect(view.pins.find(({ role }) => role === "signing")).toMatchObject({ initialized: false, codeLength: 5 });
      expect(outcome(await world.sign(view, signingPin)).code).toBe("PIN_NOT_SET");
      expect(verifies(world)).toBe(0);
    }));

  it("created elsewhere since the card was kept: the card is asked again", async () => {
    const cache = memoryCache();
    const options = { profile, cache } as const;
    const before = await World.make(options);
    await before.inspect("signing");
    const { image } = before.card;
    await before.close();
    const after = await World.make({ ...options, image: { ...image, pins: { ...image.pins, signing: { ...image.pins.signing, value: signingPin } } } });
    try {
      expect(outcome(await after.sign(await after.inspect("login"), signingPin)).code).toBe("signed");
    } finally {
      await after.close();
    }
  });

  it("is wiped whatever becomes of it", () =>
    on({}, async (world, view) => {
      for (const digits of [signingPin, "000000", "12"]) {
        const pin = new TextEncoder().encode(digits);
        await world.sign(view, null, { pin });
        expect([...pin]).toEqual(Array.from({ length: digits.length }, () => 0));
      }
    }));

  it("goes to the card's signing key only: an expired certificate, a wrong digest length, an algorithm of another key send nothing", () =>
    on({ now: () => Date.now() + 10 * 365 * 86_400_000 }, async (world, view) => {
      expect(outcome(await world.sign(view, signingPin)).code).toBe("CERTIFICATE_EXPIRED");
      expect(verifies(world)).toBe(0);
    }).then(() =>
      on({}, async (world, view) => {
        expect(outcome(await world.sign(view, signingPin, { algorithm: "ES384", digests: [new Uint8Array(48)] })).code).toBe("KEY_OTHER");
        expect(outcome(await world.sign(view, signingPin, { digests: [new Uint8Array(20)] })).code).toBe("INTERNAL");
        expect(verifies(world)).toBe(0);
      }),
    ));

  it("on the keypad", () =>
    on({ profile: { ...profile, pin: 3 }, reader: { person: async () => ({ digits: signingPin }) } }, async (world, view) => {
      expect(view).toMatchObject({ pinpad: true, pinpadChange: true });
      expect(outcome(await world.sign(view, null)).code).toBe("signed");
    }));
});

describe("accidents between hash and signature", () => {
  it("the card is pulled at each command: a typed error, no try lost, and the next signature works", async () => {
    const commands = await on({}, async (world, view) => {
      const before = world.card.log.length;
      await world.sign(view, signingPin);
      return { before, after: world.card.log.length };
    });
    expect(commands.after - commands.before).toBeGreaterThan(3);
    for (let apdu = commands.before; apdu < commands.after; apdu += 1) {
      await on({}, async (world, view) => {
        world.reader.faults.push({ kind: "removeCard", apdu });
        expect(outcome(await world.sign(view, signingPin)).code).toMatch(/^CARD_(REMOVED|ABSENT|MUTE)$/);
        world.reader.faults.length = 0;
        world.reader.insertCard(0, world.card);
        await world.until((state) => state.card === "present" && state.insertions > 1);
        expect(world.card.counters().signing.left).toBe(3);
        expect(outcome(await world.sign(await world.inspect("signing"), signingPin)).code).toBe("signed");
      });
    }
  });

  it("a signature that does not fit the certificate is not handed on", () =>
    on({ intercept: (apdu) => (apdu[1] === 0x2a || apdu[1] === 0x88 ? Uint8Array.of(...new Uint8Array(256).fill(7), 0x90, 0x00) : null) }, async (world, view) => {
      expect(outcome(await world.sign(view, signingPin)).code).toBe("SIGNATURE_INVALID");
    }));
});

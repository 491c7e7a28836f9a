// OpenSC judges the virtual card: what it reads, verifies, changes and signs is what the card's image says.
import { createHash, randomBytes, verify, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personalise } from "../virtual/ca/personalise.ts";
import { createCard, type VirtualCard } from "../virtual/card/createCard.ts";
import type { CardImage, ProfileName } from "../virtual/card/image.ts";
import { nodeCrypto } from "../virtual/card/nodeCrypto.ts";
import { World } from "../unit/login/world.ts";
import { type OpenSc, startOpenSc } from "../virtual/vpcd/opensc.ts";

const signingPin = "246810";
const certificateIds = { authentication: "45", signing: "46", signingCa: "47", authenticationCa: "48" } as const;

interface Judged {
  readonly name: string;
  readonly profile: ProfileName;
  readonly keys: string;
  /** Where OpenSC's driver and this profile differ: it asks for FCIs and knows two algorithm references only. */
  readonly behaviour: Parameters<typeof createCard>[0]["behaviour"];
  readonly signs: boolean;
}

const cards: readonly Judged[] = [
  { name: "first generation, RSA-2048", profile: "georgia1", keys: "RSA", behaviour: {}, signs: true },
  { name: "second generation, RSA-3072", profile: "georgia2", keys: "RSA", behaviour: { strictSelect: false, algorithms: ["", "02", "42"] }, signs: true },
  { name: "second generation, P-384", profile: "georgia2ec", keys: "EC", behaviour: { strictSelect: false }, signs: false },
];

describe.each(cards)("OpenSC on the virtual card: $name", ({ profile, behaviour, keys, signs }) => {
  let image: CardImage;
  let card: VirtualCard;
  let opensc: OpenSc;
  beforeAll(async () => {
    const made = await personalise({ profile });
    image = { ...made, pins: { ...made.pins, signing: { ...made.pins.signing, value: signingPin } } };
    card = createCard({ image, crypto: nodeCrypto, ...(behaviour ? { behaviour } : {}) });
    opensc = await startOpenSc(card);
  });
  afterAll(async () => {
    await opensc?.stop();
  });

  const certificate = (which: keyof typeof certificateIds): X509Certificate => new X509Certificate(Buffer.from(image.certificates[which], "base64"));

  it("dumps its objects", async () => {
    const { code, stdout } = await opensc.run("pkcs15-tool", "--dump");
    expect(code).toBe(0);
    expect(stdout).toContain("PKCS#15 Card [eID V4.0]");
    for (const pin of ["CAN", "User PIN", "Signature PIN", "Global PUK"]) expect(stdout).toContain(`PIN [${pin}]`);
    expect(stdout).toMatch(new RegExp(`Private ${keys} Key \\[Auth Key\\]`));
    expect(stdout).toMatch(new RegExp(`Private ${keys} Key \\[Sign Key\\]`));
    expect(stdout.match(/X\.509 Certificate/g)).toHaveLength(4);
  });

  it.each(Object.keys(certificateIds) as (keyof typeof certificateIds)[])("reads the %s certificate to the byte", async (which) => {
    const { code, stdout } = await opensc.run("pkcs15-tool", "--read-certificate", certificateIds[which]);
    expect(code).toBe(0);
    const pem = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.exec(stdout)?.[0] ?? "";
    expect(new X509Certificate(pem).raw.toString("base64")).toBe(image.certificates[which]);
  });

  it("verifies the PIN, and a wrong one costs a try", async () => {
    expect((await opensc.run("pkcs15-tool", "--verify-pin", "--auth-id", "06", "--pin", "1234")).code).toBe(0);
    expect((await opensc.run("pkcs15-tool", "--verify-pin", "--auth-id", "06", "--pin", "9999")).code).not.toBe(0);
    expect(card.counters().login.left).toBe(2);
    expect((await opensc.run("pkcs15-tool", "--verify-pin", "--auth-id", "06", "--pin", "1234")).code).toBe(0);
    expect(card.counters().login.left).toBe(3);
  });

  it("changes the PIN, and back", async () => {
    const change = (from: string, to: string) => opensc.run("pkcs15-tool", "--change-pin", "--auth-id", "06", "--pin", from, "--new-pin", to);
    expect((await change("1234", "8765")).code).toBe(0);
    expect((await opensc.run("pkcs15-tool", "--verify-pin", "--auth-id", "06", "--pin", "8765")).code).toBe(0);
    expect((await opensc.run("pkcs15-tool", "--verify-pin", "--auth-id", "06", "--pin", "1234")).code).not.toBe(0);
    expect((await change("8765", "1234")).code).toBe(0);
    expect(card.counters().login.left).toBe(3);
  });

  if (signs) {
    it.each([
      ["login", "authentication", "1234"],
      ["signing", "signing", signingPin],
    ] as const)("signs with the %s key", async (_, which, pin) => {
      const data = randomBytes(100);
      const input = await opensc.write("hash", createHash("sha256").update(data).digest());
      const { code, stderr } = await opensc.run("pkcs15-crypt", "--sign", "--key", certificateIds[which], "--pin", pin, "--sha-256", "--pkcs1", "--input", input, "--output", opensc.path("signature"));
      expect(`${code} ${stderr}`).toMatch(/^0 /);
      expect(verify("sha256", data, certificate(which).publicKey, await opensc.read("signature"))).toBe(true);
    });
  }

  it("what our code did to PINs holds for OpenSC: the signing PIN created from the code, a login PIN set with the PUK", async () => {
    const fresh = createCard({ image: { ...image, pins: { ...image.pins, signing: { ...image.pins.signing, value: null } } }, crypto: nodeCrypto, ...(behaviour ? { behaviour } : {}) });
    const world = await World.make({ existing: fresh });
    const view = await world.inspect("all");
    expect(await world.managePin(view, "create-signing", "54321", "739154")).toMatchObject({ ok: true });
    expect(await world.managePin(view, "unblock-login", "12345678", "4827")).toMatchObject({ ok: true });
    await world.close();
    const judge = await startOpenSc(fresh);
    try {
      const verified = async (id: string, pin: string) => (await judge.run("pkcs15-tool", "--verify-pin", "--auth-id", id, "--pin", pin)).code === 0;
      expect(await verified("22", "739154")).toBe(true);
      expect(await verified("22", "739155")).toBe(false);
      expect(await verified("06", "4827")).toBe(true);
      expect(await verified("06", "1234")).toBe(false);
    } finally {
      await judge.stop();
    }
  });

  // Unblocking is no matter for it: the driver lent to this card knows a PUK of its own number only.
  it("what OpenSC did holds for our code: the signing PIN changed", async () => {
    const fresh = createCard({ image, crypto: nodeCrypto, ...(behaviour ? { behaviour } : {}) });
    const judge = await startOpenSc(fresh);
    try {
      const changed = await judge.run("pkcs15-tool", "--change-pin", "--auth-id", "22", "--pin", signingPin, "--new-pin", "860293");
      expect(`${changed.code} ${changed.stderr}`).toMatch(/^0 /);
    } finally {
      await judge.stop();
    }
    const world = await World.make({ existing: fresh });
    const view = await world.inspect("signing");
    const algorithm = keys === "EC" ? ({ algorithm: "ES384", digests: [new Uint8Array(48)] } as const) : {};
    expect(await world.sign(view, "860293", algorithm)).toMatchObject({ ok: true });
    await world.close();
  });

  it("blocks after three wrong PINs", async () => {
    for (let i = 0; i < 3; i += 1) await opensc.run("pkcs15-tool", "--verify-pin", "--auth-id", "06", "--pin", "9999");
    expect(card.counters().login.left).toBe(0);
    expect((await opensc.run("pkcs15-tool", "--verify-pin", "--auth-id", "06", "--pin", "1234")).code).not.toBe(0);
  });
});

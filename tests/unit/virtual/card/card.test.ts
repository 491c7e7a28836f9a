import { createPublicKey, verify } from "node:crypto";
import type { JsonWebKey as NodeJsonWebKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Behaviour } from "../../../virtual/card/behaviour.ts";
import { hex, toBase64, toHex } from "../../../virtual/card/bytes.ts";
import { createCard, type VirtualCard } from "../../../virtual/card/createCard.ts";
import type { CardCrypto } from "../../../virtual/card/crypto.ts";
import type { CardImage, CardKey } from "../../../virtual/card/image.ts";
import { nodeCrypto } from "../../../virtual/card/nodeCrypto.ts";
import { pureCrypto } from "../../../virtual/card/pureCrypto.ts";
import keys from "../../../vectors/testKeys/testKeys.json" with { type: "json" };

const filler = (byte: number): string => toBase64(new Uint8Array(700).fill(byte));
const rsa2048: CardKey = { type: "rsa", bits: 2048, jwk: keys.authRsa2048 };
const rsa3072: CardKey = { type: "rsa", bits: 3072, jwk: keys.authRsa3072 };
const p384: CardKey = { type: "ec", bits: 384, jwk: keys.authP384 };

function image(profile: CardImage["profile"] = "georgia1", key = rsa2048, signing: string | null = null): CardImage {
  return {
    profile,
    label: "eID V4.0",
    serialHex: "840820 77B202775C2B10",
    certificates: { authentication: filler(1), signing: filler(2), authenticationCa: filler(3), signingCa: filler(4) },
    keys: { authentication: key, signing: key },
    pins: {
      login: { value: "1234", tries: 3 },
      signing: { value: signing, transport: "54321", tries: 3 },
      puk: { value: "12345678", tries: 5 },
      can: "123456",
    },
  };
}

function insert(of = image(), behaviour: Partial<Behaviour> = {}, by: CardCrypto = nodeCrypto): VirtualCard {
  const card = createCard({ image: of, crypto: by, behaviour });
  card.powerOn();
  return card;
}

const send = async (card: VirtualCard, apdu: string): Promise<string> => toHex(await card.transmit(hex(apdu)));
const pinHex = (text: string): string => Buffer.from(text, "ascii").toString("hex");
const APP = "00A4040C0CA000000063504B43532D3135";
const SIGN_APP = "00A4040C09A00000006353534344";
const VERIFY = `0020008604${pinHex("1234")}`;
const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(3)));

describe("PINs", () => {
  test("a wrong one costs a try, the right one restores them, and asking is free", async () => {
    const card = insert();
    await send(card, APP);
    expect(await send(card, "00200086")).toBe("63C3");
    expect(await send(card, `0020008604${pinHex("9999")}`)).toBe("63C2");
    expect(await send(card, "00200086")).toBe("63C2");
    expect(await send(card, VERIFY)).toBe("9000");
    expect(await send(card, "00200086")).toBe("9000");
    expect(card.counters().login.left).toBe(3);
  });

  test("blocked after three, and unblocked by the PUK", async () => {
    const card = insert();
    await send(card, APP);
    for (const left of ["63C2", "63C1", "6983"]) expect(await send(card, `0020008604${pinHex("9999")}`)).toBe(left);
    expect(await send(card, VERIFY)).toBe("6983");
    expect(await send(card, `002C00860C${pinHex("87654321")}${pinHex("4321")}`)).toBe("63C4");
    expect(await send(card, `002C00860C${pinHex("12345678")}${pinHex("4321")}`)).toBe("9000");
    expect(await send(card, `0020008604${pinHex("4321")}`)).toBe("9000");
  });

  test("counter objects tell tries without a try", async () => {
    const card = insert();
    card.setTries("login", 2);
    const answer = await send(card, "00CB3FFF0A4D087006BF800602628000");
    expect(answer).toContain("9A01039B0102");
    expect(answer.endsWith("9000")).toBe(true);
    expect(card.counters().login.left).toBe(2);
  });

  test("the transport code sets the signing PIN once, and the PUK can't reset it", async () => {
    const card = insert();
    await send(card, SIGN_APP);
    const set = `002400920B${pinHex("54321")}${pinHex("246810")}`;
    expect(await send(card, `0020009206${pinHex("246810")}`)).toBe("6700");
    expect(await send(card, set)).toBe("9000");
    expect(card.signingPinSet).toBe(true);
    expect(await send(card, set)).not.toBe("9000");
    expect(await send(card, `0020009206${pinHex("246810")}`)).toBe("9000");
    expect(await send(card, `002C00920E${pinHex("12345678")}${pinHex("111111")}`)).toBe("6985");
  });

  test("an AID selection, log out and a reset forget what was verified; a path selection does not", async () => {
    const card = insert();
    await send(card, APP);
    await send(card, VERIFY);
    await send(card, "00A4080C025015");
    expect(card.isVerified("login")).toBe(true);
    await send(card, APP);
    expect(card.isVerified("login")).toBe(false);
    await send(card, VERIFY);
    await send(card, "0020FF86");
    expect(card.isVerified("login")).toBe(false);
    await send(card, VERIFY);
    card.powerOn();
    expect(card.isVerified("login")).toBe(false);
  });

  test("the log masks PIN bytes", async () => {
    const card = insert();
    await send(card, VERIFY);
    expect(card.log.at(-1)?.command).toBe("0020008604********");
  });
});

describe("signing", () => {
  const publicKey = (key: CardKey) => createPublicKey({ key: key.jwk as NodeJsonWebKey, format: "jwk" });

  test.each([
    ["node", nodeCrypto],
    ["big integers", pureCrypto],
  ])("RSA-2048 over a hash, %s", async (_, by) => {
    const card = insert(image(), {}, by);
    await send(card, APP);
    expect(await send(card, "002241B606800142840101")).toBe("9000");
    expect(await send(card, `002A9E9A20${toHex(hash)}00`)).toBe("6982");
    await send(card, VERIFY);
    const answer = await card.transmit(hex(`002A9E9A20${toHex(hash)}00`));
    expect(toHex(answer.slice(-2))).toBe("9000");
    expect(verify("sha256", new Uint8Array(3), publicKey(rsa2048), answer.slice(0, -2))).toBe(true);
    expect(card.lastCommandMs).toBeGreaterThan(300);
  });

  test("RSA-3072: short Le leaves the rest for GET RESPONSE, and the OID form verifies", async () => {
    const card = insert(image("georgia2", rsa3072));
    await send(card, APP);
    await send(card, VERIFY);
    expect(await send(card, "002241B610800A04007F000702020201038102440D")).toBe("9000");
    const first = await card.transmit(hex(`002A9E9A20${toHex(hash)}00`));
    expect(toHex(first.slice(-2))).toBe("6180");
    const rest = await card.transmit(hex("00C0000080"));
    const signature = Buffer.concat([first.slice(0, -2), rest.slice(0, -2)]);
    expect(verify("sha256", new Uint8Array(3), publicKey(rsa3072), signature)).toBe(true);
  });

  test("EC P-384 gives r ‖ s", async () => {
    const card = insert(image("georgia2ec", p384));
    await send(card, APP);
    await send(card, VERIFY);
    expect(await send(card, "002241A406800104840147")).toBe("9000");
    const answer = await card.transmit(hex(`0088000020${toHex(hash)}00`));
    expect(answer.length).toBe(98);
    const key = { key: publicKey(p384), dsaEncoding: "ieee-p1363" } as const;
    expect(verify("sha256", new Uint8Array(3), key, answer.slice(0, -2))).toBe(true);
  });

  test("one VERIFY, one signature with the signing key", async () => {
    const card = insert(image("georgia1", rsa2048, "246810"));
    await send(card, SIGN_APP);
    await send(card, "002241B606800142840102");
    await send(card, `0020009206${pinHex("246810")}`);
    expect((await send(card, `002A9E9A20${toHex(hash)}00`)).endsWith("9000")).toBe(true);
    expect(await send(card, `002A9E9A20${toHex(hash)}00`)).toBe("6982");
  });
});

describe("files and transport", () => {
  test("ODF by short identifier and by selection are the same", async () => {
    const card = insert();
    await send(card, APP);
    const bySfi = await send(card, "00B0910000");
    expect(await send(card, "00A4020C025031")).toBe("9000");
    expect(await send(card, "00B0000000")).toBe(bySfi);
    expect(bySfi.startsWith("A006300404024400A1")).toBe(true);
  });

  test("T=0: a command with data and an answer says 61xx, and GET RESPONSE has it", async () => {
    const card = insert(image(), { t0: true });
    const more = await send(card, "00A40000023F00");
    expect(more).toMatch(/^61..$/);
    expect(await send(card, `00C00000${more.slice(2)}`)).toMatch(/^6F.*9000$/);
  });

  test("never throws, whatever comes", async () => {
    const card = insert();
    for (let ins = 0; ins < 256; ins += 1) {
      for (const tail of ["", "00", "01FF", "0000000000", "0200"]) {
        const answer = await card.transmit(hex(`00${ins.toString(16).padStart(2, "0")}0000${tail}`));
        expect(answer.length).toBeGreaterThanOrEqual(2);
      }
    }
  });
});

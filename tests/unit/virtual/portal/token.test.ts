// The practice portal's check is a check: a good token passes, and each thing that can be wrong with one is refused.
import { beforeAll, describe, expect, it } from "vitest";
import { authenticateReply } from "../../../../src/webeid/token.ts";
import { authorities } from "../../../virtual/ca/authority.ts";
import type { PersonaliseOptions } from "../../../virtual/ca/personalise.ts";
import { type TokenRules, validateToken } from "../../../virtual/portal/token.ts";
import { challengeNonce, origin, World } from "../../login/world.ts";

const day = 86_400_000;
let rules: TokenRules;
beforeAll(async () => {
  const { root, authentication } = await authorities();
  rules = { trusted: [root, authentication], origin, nonce: challengeNonce };
});

async function token(card: PersonaliseOptions = {}, now?: () => number): Promise<Record<string, unknown>> {
  const world = await World.make({ card, ...(now ? { now } : {}) });
  const { action, ...fields } = authenticateReply(await world.login(), "chrome-extension://x/releases/0.1.0");
  await world.close();
  expect(action).toBe("web-eid:authenticate-success");
  return fields;
}

describe("the portal's check of a token", () => {
  it.each(["georgia1", "georgia2", "georgia2ec"] as const)("takes a good one (%s)", async (profile) => {
    expect(validateToken(await token({ profile }), rules)).toEqual({ ok: true, person: { name: "ნინო ტესტაძე", personalNumber: "99001010101" } });
  });

  it("refuses another origin and another nonce: the signature is over both", async () => {
    const good = await token();
    expect(validateToken(good, { ...rules, origin: "https://my.gov.ge" })).toEqual({ ok: false, why: "signature" });
    expect(validateToken(good, { ...rules, nonce: `${challengeNonce}x` })).toEqual({ ok: false, why: "signature" });
  });

  it("refuses an authority it does not trust, and a certificate before or after its time", async () => {
    expect(validateToken(await token({ untrusted: true }), rules)).toEqual({ ok: false, why: "certificate chain" });
    const past = { notBefore: new Date(Date.now() - 90 * day), notAfter: new Date(Date.now() - day) };
    expect(validateToken(await token(past, () => Date.now() - 30 * day), rules)).toEqual({ ok: false, why: "certificate validity" });
  });

  it("refuses what is changed or no token at all", async () => {
    const good = await token();
    const signature = Buffer.from(String(good["signature"]), "base64");
    signature[9] = (signature[9] ?? 0) ^ 1;
    const changed: readonly [object | null, string][] = [
      [{ ...good, signature: signature.toString("base64") }, "signature"],
      [{ ...good, algorithm: "RS512" }, "signature"],
      [{ ...good, algorithm: "none" }, "algorithm"],
      [{ ...good, format: "web-eid:2.0" }, "format"],
      [{ ...good, unverifiedCertificate: "AAAA" }, "unreadable"],
      [{ ...good, unverifiedCertificate: 7 }, "token shape"],
      [{}, "token length"],
      [null, "token length"],
    ];
    for (const [value, why] of changed) expect(validateToken(value, rules)).toEqual({ ok: false, why });
  });

  it("refuses a certificate that is not for logging in", async () => {
    const good = await token();
    const { image } = await import("../../login/world.ts");
    expect(validateToken({ ...good, unverifiedCertificate: (await image()).certificates.signing }, rules)).toEqual({ ok: false, why: "certificate purpose" });
  });
});

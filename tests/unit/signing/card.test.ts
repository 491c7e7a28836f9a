// From a file to a signed container with the virtual card in the virtual reader: the shipped signing and card services, joined
// as a page joins them.
import { describe, expect, it } from "vitest";
import type { JwaAlgorithm } from "../../../src/card/api.ts";
import type { RemoteSign, SignRequest } from "../../../src/signing/api.ts";
import { SigningService } from "../../../src/signing/service.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import type { ProfileName } from "../../virtual/card/image.ts";
import { levels } from "../faults/attempts.ts";
import { World } from "../login/world.ts";

const signingPin = "246810";
const text = "განცხადება\n";
const wishes = { at: Date.now(), level: "B-B", timestampUrl: null } as const;
const asic: SignRequest = { format: "asic-e", files: [{ name: "განცხადება.txt", mimeType: "text/plain", data: new Blob([text]) }] };
const cards: readonly (readonly [ProfileName, readonly JwaAlgorithm[]])[] = [
  ["georgia1", ["RS256", "RS512"]],
  ["georgia2", ["RS384", "PS256", "PS512"]],
  ["georgia2ec", ["ES384"]],
];

async function on(card: ProfileName, act: (world: World, service: SigningService, sign: (algorithm: JwaAlgorithm, pin: string) => RemoteSign, identity: { certificateDer: Uint8Array<ArrayBuffer>; chainDer: readonly Uint8Array<ArrayBuffer>[] }) => Promise<void>): Promise<void> {
  const world = await World.make({ profile: levels["extended APDU"], card: { profile: card, signingPin } });
  try {
    const view = await world.inspect("signing");
    const found = await world.service.signingIdentity(view.readerId, view.insertion);
    if (!found.ok) throw new Error(found.error.code);
    const sign = (algorithm: JwaAlgorithm, pin: string): RemoteSign => async (digest) => {
      const result = await world.sign(view, pin, { algorithm, digests: [digest] });
      if (!result.ok) return result;
      const [signature] = result.value.signatures;
      if (!signature) throw new Error("no signature");
      return { ok: true, value: signature };
    };
    await act(world, new SigningService(), sign, found.value);
  } finally {
    await world.close();
  }
}

describe.each(cards)("%s", (card, algorithms) => {
  it.each(algorithms)("signs an ASiC-E container and a CAdES file with %s", (algorithm) =>
    on(card, async (_, service, sign, identity) => {
      const signer = { ...identity, algorithm };
      const trusted = [(await authorities()).root];
      const container = await service.sign(asic, signer, wishes, sign(algorithm, signingPin), null, null);
      if (!container.ok) throw new Error(container.error.code);
      const judged = await service.verify({ file: { name: "a.asice", data: container.value.data }, content: null, authorities: trusted, now: Date.now() }, null);
      expect(judged).toMatchObject({ ok: true, value: { verdict: "valid", signatures: [{ personalNumber: "99001010101" }] } });
      const file = new Blob([text]);
      const cms = await service.sign({ format: "cades-enveloping", file }, signer, wishes, sign(algorithm, signingPin), null, null);
      if (!cms.ok) throw new Error(cms.error.code);
      expect(await service.verify({ file: { name: "a.p7m", data: cms.value.data }, content: null, authorities: trusted, now: Date.now() }, null)).toMatchObject({ ok: true, value: { verdict: "valid" } });
    }));
});

describe("what can go wrong at the card", () => {
  it("a wrong PIN comes back as the card said it, with the tries left, and nothing is signed", () =>
    on("georgia1", async (_, service, sign, identity) => {
      const outcome = await service.sign(asic, { ...identity, algorithm: "RS256" }, wishes, sign("RS256", "111111"), null, null);
      expect(outcome).toMatchObject({ ok: false, error: { code: "PIN_WRONG", detail: { triesLeft: 2 } } });
    }));

  it("the card pulled between hash and signature", () =>
    on("georgia1", async (world, service, sign, identity) => {
      const pulled: RemoteSign = async (digest) => {
        world.reader.removeCard(0);
        return await sign("RS256", signingPin)(digest);
      };
      const outcome = await service.sign(asic, { ...identity, algorithm: "RS256" }, wishes, pulled, null, null);
      expect(outcome.ok).toBe(false);
      expect(["CARD_REMOVED", "CARD_ABSENT", "CARD_CHANGED"]).toContain(outcome.ok ? "" : outcome.error.code);
    }));

  it("cancelled while a large file is read: the card is never asked", () =>
    on("georgia1", async (_, service, sign, identity) => {
      let asked = 0;
      const counted: RemoteSign = (digest) => {
        asked += 1;
        return sign("RS256", signingPin)(digest);
      };
      const large = new Blob([new Uint8Array(40_000_000)]);
      const seen: number[] = [];
      const outcome = await service.sign({ format: "cades-detached", file: large }, { ...identity, algorithm: "RS256" }, wishes, counted, null, (progress) => {
        if (progress.phase !== "reading") return;
        seen.push(progress.done / progress.total);
        if (progress.done > 10_000_000) void service.cancel();
      });
      expect(outcome).toMatchObject({ ok: false, error: { code: "CANCELLED" } });
      expect(asked).toBe(0);
      expect(seen.length).toBeGreaterThan(2);
      expect(Math.max(...seen)).toBeLessThan(0.5);
    }));
});

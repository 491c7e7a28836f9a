// From a file to a signed container with the virtual card in the virtual reader: the shipped signing and card services, joined
// as a page joins them.
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { JwaAlgorithm } from "../../../src/card/api.ts";
import type { JobCallbacks } from "../../../src/signing/documents/api.ts";
import type { DocumentOutcome, SigningFormat } from "../../../src/signing/documents/job.ts";
import { documentsService } from "../../../src/signing/documents/service.ts";
import { SigningService } from "../../../src/signing/service.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import type { ProfileName } from "../../virtual/card/image.ts";
import { levels } from "../faults/attempts.ts";
import { World } from "../login/world.ts";

const signingPin = "246810";
const text = "განცხადება\n";
const font = new Uint8Array(await readFile(new URL("../../../public/fonts/NotoSansGeorgian-Moqalaqe.ttf", import.meta.url)));
const cards: readonly (readonly [ProfileName, readonly JwaAlgorithm[]])[] = [
  ["georgia1", ["RS256", "RS512"]],
  ["georgia2", ["RS384", "PS256", "PS512"]],
  ["georgia2ec", ["ES384"]],
];

type Sign = JobCallbacks["sign"];

interface Table {
  readonly world: World;
  /** The card's signature, with this PIN. */
  readonly sign: (algorithm: JwaAlgorithm, pin: string) => Sign;
  readonly run: (format: SigningFormat, algorithm: JwaAlgorithm, sign: Sign) => Promise<DocumentOutcome | undefined>;
}

async function on(card: ProfileName, act: (table: Table) => Promise<void>): Promise<void> {
  const world = await World.make({ profile: levels["extended APDU"], card: { profile: card, signingPin } });
  try {
    const view = await world.inspect("signing");
    const found = await world.service.signingIdentity(view.readerId, view.insertion);
    if (!found.ok) throw new Error(found.error.code);
    const { certificateDer, chainDer } = found.value;
    const sign: Table["sign"] = (algorithm, pin) => async (digest) => {
      const result = await world.sign(view, pin, { algorithm, digests: [digest] });
      if (!result.ok) return result;
      const [signature] = result.value.signatures;
      if (!signature) throw new Error("no signature");
      return { ok: true, value: signature };
    };
    const run: Table["run"] = async (format, algorithm, asked) => {
      const outcomes: DocumentOutcome[] = [];
      const nothing = (): void => undefined;
      const job = { documents: [{ name: "განცხადება.txt", data: new Blob([text], { type: "text/plain" }), block: null }], format, reason: null, timestampUrl: null, words: { signed: "", reason: "", suffix: "" } };
      const signer = { certificateDer, chainDer, algorithm, name: "", at: Date.now(), shownTime: "" };
      await documentsService.signAll(job, signer, font, { sign: asked, web: () => Promise.reject(new Error("no network is wanted")), onPrepared: nothing, onRead: nothing, onHashed: nothing, onAsking: nothing, onOutcome: (_, outcome) => void outcomes.push(outcome) });
      return outcomes[0];
    };
    await act({ world, sign, run });
  } finally {
    await world.close();
  }
}

const signed = (outcome: DocumentOutcome | undefined): Blob => {
  if (!outcome?.ok || !outcome.value) throw new Error("nothing was signed");
  return outcome.value.data;
};

describe.each(cards)("%s", (card, algorithms) => {
  it.each(algorithms)("signs an ASiC-E container and a CAdES file with %s", (algorithm) =>
    on(card, async ({ sign, run }) => {
      const trusted = [(await authorities()).root];
      const verifier = new SigningService();
      const container = signed(await run("own", algorithm, sign(algorithm, signingPin)));
      expect(await verifier.verify({ file: { name: "a.asice", data: container }, content: null, authorities: trusted, now: Date.now() }, null)).toMatchObject({ ok: true, value: { verdict: "valid", signatures: [{ personalNumber: "99001010101" }] } });
      const cms = signed(await run("enveloping", algorithm, sign(algorithm, signingPin)));
      expect(await verifier.verify({ file: { name: "a.p7m", data: cms }, content: null, authorities: trusted, now: Date.now() }, null)).toMatchObject({ ok: true, value: { verdict: "valid" } });
    }));
});

describe("what can go wrong at the card", () => {
  it("a wrong PIN comes back as the card said it, with the tries left, and nothing is signed", () =>
    on("georgia1", async ({ sign, run }) => {
      expect(await run("own", "RS256", sign("RS256", "111111"))).toMatchObject({ ok: false, error: { code: "PIN_WRONG", detail: { triesLeft: 2 } } });
    }));

  it("the card pulled between hash and signature", () =>
    on("georgia1", async ({ world, sign, run }) => {
      const outcome = await run("own", "RS256", async (digest) => {
        world.reader.removeCard(0);
        return await sign("RS256", signingPin)(digest);
      });
      expect(outcome?.ok).toBe(false);
      expect(["CARD_REMOVED", "CARD_ABSENT", "CARD_CHANGED"]).toContain(outcome?.ok ? "" : outcome?.error.code);
    }));
});

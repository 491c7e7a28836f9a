// What the card is used for besides a plain login, in short, for a road whose card is beyond a test's reach (the Connector's lies
// in its peer). The tests build on one another: the card of the table is blank at first, with the PINs of the envelope.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorities } from "../../virtual/ca/authority.ts";
import { type PadesRoom, padesRoom } from "../../virtual/pdf/padesJudge.ts";
import { askForSignature, beginCare, fill, fillAll, openCare } from "./care.ts";
import { askForCard, failureCode, logIn, nino, pressButton, promptsOpen } from "./login.ts";
import { signsPdf } from "./signsPdf.ts";
import { shows, type Stage, typePin } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** A stage whose card is beyond some road, and what a hand can do to that card. */
export interface RoadTable {
  readonly stage: Stage;
  /** Instructions of the commands with a PIN in them that came to the card so far. */
  readonly sent: () => Promise<readonly number[]>;
  /** Whether the card still holds a PIN for verified, and whether it has a signing PIN. */
  readonly card: () => Promise<{ readonly verified: boolean; readonly signingPinSet: boolean; readonly loginLeft: number }>;
  readonly pull: () => Promise<void>;
  readonly putBack: () => Promise<void>;
}

const verify = 0x20;
const changeReference = 0x24;
const resetRetry = 0x2c;
const code = "54321";
const puk = "12345678";
const [signingPin, newSigningPin, newLoginPin] = ["739154", "860293", "6193"];

/** Registers the suite. @param table the road, ready to be used */
export function signingAndCare(road: string, table: () => RoadTable): void {
  describe(`signing and card care over ${road}`, { timeout: 180_000 }, () => {
    let room: PadesRoom;
    beforeAll(async () => {
      await authorities();
      room = await padesRoom();
    });
    afterAll(() => room.close());

    /** No window of ours is left, and the card has forgotten every PIN. */
    async function over({ stage, card }: RoadTable): Promise<void> {
      await until(() => promptsOpen(stage) === 0, "the window closes");
      await until(async () => !(await card()).verified, "the card forgets");
    }

    it("the signing PIN is created from the envelope's code, then changed; a wrong one costs one try", async () => {
      const here = table();
      const { stage, sent, card } = here;
      const before = (await sent()).length;
      const home = await stage.openHome();
      await shows(home, nino);
      await shows(home, text("home_not_created"));
      const creating = await openCare(stage, home, "create-signing");
      await beginCare(creating, "create-signing");
      await fillAll(creating, "create-signing", code, signingPin);
      await shows(creating, text("care_done_create"));
      expect((await sent()).slice(before)).toEqual([changeReference]);
      expect((await card()).signingPinSet).toBe(true);
      await pressButton(creating, "common_close").catch(() => {});
      await over(here);

      const changing = await openCare(stage, home, "change-signing");
      await beginCare(changing, "change-signing");
      await fillAll(changing, "change-signing", "739155", newSigningPin);
      await shows(changing, text("prompt_wrong", { COUNT: 2 }));
      await beginCare(changing, "change-signing");
      await fillAll(changing, "change-signing", signingPin, newSigningPin);
      await shows(changing, text("care_done_signing"));
      await pressButton(changing, "common_close").catch(() => {});
      await over(here);
      await home.close();
    });

    it("a site's hash is signed: a wrong PIN, the card pulled before the right one, and the server takes it", async () => {
      const here = table();
      const { stage, sent } = here;
      const before = (await sent()).length;
      const { site, prompt } = await askForSignature(stage, nino);
      await shows(prompt, text("sign_prompt_unseen"));
      await typePin(prompt, "739155");
      await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      await here.pull();
      await shows(prompt, text("error_CARD_REMOVED_title"));
      await here.putBack();
      await typePin(prompt, newSigningPin);
      await until(() => stage.portal.signatures.length === 1, "the server takes the signature", 60_000);
      expect(stage.portal.signatures[0]).toEqual({ holder: nino, hashFunction: "SHA-256", paddingScheme: "PKCS1.5" });
      expect(stage.portal.refusals).toEqual([]);
      expect((await sent()).slice(before)).toEqual([verify, verify]);
      await over(here);
      await site.close();
    });

    it("a PDF is signed, and pdfsig accepts it", async () => {
      const here = table();
      await signsPdf(here.stage, room, newSigningPin);
      await over(here);
    });

    it("a login with the PIN wrong three times ends blocked; the PUK unblocks it, and the new PIN is changed and logs in", async () => {
      const here = table();
      const { stage, sent, card } = here;
      const before = (await sent()).length;
      const first = await askForCard(stage);
      await typePin(first.prompt, "0000");
      await shows(first.prompt, text("prompt_wrong", { COUNT: 2 }));
      await typePin(first.prompt, "0001");
      await shows(first.prompt, text("prompt_last_title"));
      await pressButton(first.prompt, "prompt_last_confirm");
      await typePin(first.prompt, "0002");
      await shows(first.prompt, text("error_PIN_BLOCKED_title"));
      expect((await sent()).slice(before)).toEqual([verify, verify, verify]);
      await first.prompt.keyboard.press("Escape");
      expect(await failureCode(first.portal)).toBe("ERR_WEBEID_USER_CANCELLED");
      await over(here);
      await first.portal.close();

      const home = await stage.openHome();
      await shows(home, text("home_blocked"));
      const unblocking = await openCare(stage, home, "unblock-login");
      await beginCare(unblocking, "unblock-login");
      await fill(unblocking, text("care_current_unblock", { COUNT: puk.length }), puk);
      await fill(unblocking, text("care_fresh", { COUNT: 4 }), "4827");
      await fill(unblocking, text("care_again", { COUNT: 4 }), "4827");
      await shows(unblocking, text("care_done_unblock"));
      expect((await card()).loginLeft).toBe(3);
      await pressButton(unblocking, "common_close").catch(() => {});
      await over(here);
      await home.bringToFront();
      await home.reload();
      await shows(home, text("home_tries", { COUNT: 3 }));
      const changing = await openCare(stage, home, "change-login");
      await beginCare(changing, "change-login");
      await fillAll(changing, "change-login", "4827", newLoginPin);
      await shows(changing, text("care_done_login"));
      await pressButton(changing, "common_close").catch(() => {});
      await over(here);
      expect((await sent()).slice(before + 3)).toEqual([resetRetry, changeReference]);
      await home.close();
      const again = await askForCard(stage);
      await logIn(stage, again.portal, again.prompt, newLoginPin);
      await over(here);
      await again.portal.close();
    });
  });
}

// The logins of the bridge with readers and cards other than the stage's own, plugged in one after the other.
import { expect, it } from "vitest";
import { classed, withReader } from "./bridge.ts";
import { askForCard, entering, logIn, nino, promptsOpen } from "./login.ts";
import { keypadReader, loginReaders } from "./loginReaders.ts";
import { shows, Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

// "Short APDU" is what the stage's own reader does in every other test. One of each kind of way to the card; SLOW=1 takes all.
const takes = (name: string): boolean => (process.env["SLOW"] ? !name.startsWith("short APDU") : /T=0|271 bytes|elliptic/.test(name));

/** Registers the tests. @param table the bridge's stage, paired, and told of these readers (`moreReaders`) */
export function logsInWithOtherReaders(table: () => Stage): void {
  it.each(loginReaders.filter(([name]) => takes(name)))("a login as on the direct road: %s", async (_, { profile, card: image, behaviour }) => {
    const stage = table();
    const card = await Stage.card(image ?? {}, behaviour);
    await withReader(stage, classed(profile), [card], {}, async () => {
      const { portal, prompt } = await askForCard(stage);
      await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
      await logIn(stage, portal, prompt);
      expect(stage.portal.logins.at(-1)?.person).toEqual({ name: nino, personalNumber: "99001010101" });
      expect(card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**"))).toHaveLength(1);
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      await until(() => !card.isVerified("login"), "the card is powered down");
      await portal.close();
    });
  });

  it("on the reader's own keypad no digit passes through the computer", async () => {
    const stage = table();
    let ask: () => void = () => {};
    const asked = new Promise<void>((resolve) => (ask = resolve));
    let enter: (digits: string) => void = () => {};
    const person = async () => {
      ask();
      return { digits: await new Promise<string>((resolve) => (enter = resolve)) };
    };
    await withReader(stage, classed(keypadReader), [await Stage.card({})], { person }, async () => {
      const portal = await stage.openPortal();
      const prompt = await stage.ask(portal);
      await shows(prompt, text("prompt_keypad_ready"));
      await entering(stage, portal, async () => {
        await prompt.keyboard.press("Enter");
        await shows(prompt, text("prompt_keypad_now"));
        await asked;
        enter("1234");
      });
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      await portal.close();
    });
  });
}

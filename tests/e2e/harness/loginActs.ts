// Logins that end well, with every kind of reader and card, as one suite for every road.
import { expect, it } from "vitest";
import type { Person } from "../../virtual/reader/pinpad.ts";
import { askForCard, entering, logIn, promptsOpen, verifies } from "./login.ts";
import { keypadReader, loginReaders } from "./loginReaders.ts";
import { shows } from "./stage.ts";
import type { Table } from "./table.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** Registers the suite. @param table the road's, when the tests run */
export function loginActs(table: () => Table): void {
  it.each(loginReaders.map((one, at) => [...one, at] as const))("%s", (_, setting, at) =>
    table().on(setting, async (stage) => {
      const { portal, prompt } = await askForCard(stage);
      await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
      // What the window says at the end, long enough to be read, no reader changes.
      const goodbye = at === 0 ? shows(prompt, text("prompt_done")) : null;
      goodbye?.catch(() => undefined);
      await logIn(stage, portal, prompt, "1234", goodbye ? "whole" : "brief");
      await goodbye;
      expect(stage.portal.logins.at(-1)?.person).toEqual({ name: "ნინო ტესტაძე", personalNumber: "99001010101" });
      expect(verifies(stage)).toBe(1);
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      // The card is powered down and the reader given back.
      await until(() => !stage.card.isVerified("login"), "the card forgets");
    }));

  it("on the reader's own keypad: no digit passes through the computer", () => {
    let asked: { readonly minimum: number; readonly maximum: number } | null = null;
    let press: (digits: string) => void = () => {};
    const person: Person = async (request) => {
      asked = request;
      return { digits: await new Promise<string>((resolve) => (press = resolve)) };
    };
    return table().on({ profile: keypadReader, reader: { person } }, async (stage) => {
      const { portal, prompt } = await askForCard(stage);
      await shows(prompt, text("prompt_keypad_ready"));
      expect(await prompt.$(".pin-field")).toBeNull();
      await entering(stage, portal, async () => {
        await prompt.keyboard.press("Enter");
        await shows(prompt, text("prompt_keypad_now"));
        expect(await prompt.$("progress")).not.toBeNull();
        await until(() => asked !== null, "the reader asks for the PIN");
        expect(asked).toMatchObject({ minimum: 4, maximum: 4 });
        press("1234");
      });
    });
  });

  it("a second login in the same browser reads less, and asks for no contact data", () =>
    table().on({}, async (stage) => {
      const first = await askForCard(stage);
      await logIn(stage, first.portal, first.prompt);
      await first.portal.waitForSelector('input[name="phone"]');
      await first.portal.type('input[name="phone"]', "599 12 34 56");
      await first.portal.type('input[name="mail"]', "nino@example.ge");
      await first.portal.click("form button");
      await first.portal.waitForSelector("#number");
      const apdus = stage.card.log.length;
      stage.card.clearLog();
      await first.portal.close();
      await until(() => promptsOpen(stage) === 0, "the window closes");
      const again = await askForCard(stage);
      await logIn(stage, again.portal, again.prompt);
      await again.portal.waitForSelector("#number");
      expect(apdus).toBeLessThanOrEqual(16);
      expect(stage.card.log.length).toBeLessThanOrEqual(8);
    }));
}

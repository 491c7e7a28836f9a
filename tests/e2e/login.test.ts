import { describe, expect, it } from "vitest";
import { askForCard, entering, logIn, promptsOpen, verifies } from "./harness/login.ts";
import { keypadReader, loginReaders } from "./harness/loginReaders.ts";
import { shows, Stage } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

describe("login in an unmodified browser, over WebUSB", () => {
  it.each(loginReaders)("%s", async (_, options) => {
    const stage = await Stage.set(options);
    try {
      const { portal, prompt } = await askForCard(stage);
      await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
      await logIn(stage, portal, prompt);
      expect(stage.portal.logins[0]?.person).toEqual({ name: "ნინო ტესტაძე", personalNumber: "99001010101" });
      expect(verifies(stage)).toBe(1);
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      // The card is powered down and the reader given back.
      expect(stage.card.isVerified("login")).toBe(false);
    } finally {
      await stage.close();
    }
  });

  it("on the reader's own keypad: no digit passes through the computer", async () => {
    let asked: { readonly minimum: number; readonly maximum: number } | null = null;
    let press: (digits: string) => void = () => {};
    const stage = await Stage.set({
      profile: keypadReader,
      reader: {
        person: async (request) => {
          asked = request;
          return { digits: await new Promise<string>((resolve) => (press = resolve)) };
        },
      },
    });
    try {
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
    } finally {
      await stage.close();
    }
  });

  it("a second login in the same browser reads less, and asks for no contact data", async () => {
    const stage = await Stage.set();
    try {
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
    } finally {
      await stage.close();
    }
  });
});

import { describe, expect, it } from "vitest";
import type { ReaderProfile } from "../virtual/reader/profile.ts";
import { askForCard, entering, logIn, promptsOpen, verifies } from "./harness/login.ts";
import { ordinaryReader, shows, Stage, type StageOptions } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

const called = (vid: string, pid: string, message?: number) => (profile: ReaderProfile): boolean =>
  profile.vid === vid && profile.pid === pid && (message === undefined || profile.message === message);

const readers: readonly (readonly [string, StageOptions])[] = [
  ["TPDU, T=1 (SCM SCR 331-DI)", { profile: ordinaryReader }],
  ["TPDU, T=0 (ACS ACR39U)", { profile: called("072f", "b100"), behaviour: { atrHex: "3B087465737420543030", t0: true, extendedApdus: false } }],
  ["short APDU (ACS ACR3901U)", { profile: called("072f", "b000") }],
  ["extended APDU in messages of 271 bytes (Rocketek RT-SCR1)", { profile: (one) => one.message === 271 && one.features === "0x000404B2" && one.pin === 0 }],
  ["extended APDU in one message (Access IS ATR210)", { profile: called("0db5", "0170") }],
  ["no interrupt endpoint (ACS ACR1552 1S CL, an early one)", { profile: (one) => called("072f", "2303")(one) && one.endpoints === 2 }],
  ["character level (O2 Micro OZ776)", { profile: called("0b97", "7762") }],
  ["a second-generation card with an elliptic-curve key", { card: { profile: "georgia2ec" } }],
  ["a second-generation card with an RSA-3072 key", { card: { profile: "georgia2" } }],
];

describe("login in an unmodified browser, over WebUSB", () => {
  it.each(readers)("%s", async (_, options) => {
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
      profile: called("24dc", "0201"),
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

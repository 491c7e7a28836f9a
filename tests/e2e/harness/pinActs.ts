// The PIN and its tries, as one suite for every road; and what its window does by itself, whatever the road.
import { expect, it } from "vitest";
import { askBriefly, askForCard, clickPin, entering, failureCode, logIn, pastePin, pressButton, promptsOpen, verifies } from "./login.ts";
import { shows, typePin } from "./stage.ts";
import type { Table } from "./table.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

const day = 86_400_000;

/** Registers the suite. @param table the road's, when the tests run */
export function pinActs(table: () => Table): void {
  it("wrong once, twice: says what is left, asks before the last try, and a right one restores the tries", () =>
    table().on({}, async (stage) => {
      const { portal, prompt } = await askForCard(stage);
      await typePin(prompt, "0000");
      await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      await typePin(prompt, "0001");
      await shows(prompt, text("prompt_last_title"));
      await shows(prompt, text("prompt_wrong_one"));
      expect(await prompt.$(".pin-field")).toBeNull();
      expect(stage.card.counters().login.left).toBe(1);
      await pressButton(prompt, "prompt_last_confirm");
      await logIn(stage, portal, prompt);
      expect(stage.card.counters().login.left).toBe(3);
      expect(verifies(stage)).toBe(3);
    }));

  it("too few digits and Enter: what is missing is said, and nothing is sent", () =>
    table().on({}, async (stage) => {
      const { portal, prompt } = await askForCard(stage);
      await typePin(prompt, "123");
      await shows(prompt, text("prompt_pin_short", { COUNT: 4, DONE: 3 }));
      expect(verifies(stage)).toBe(0);
      await prompt.keyboard.press("4");
      await prompt.keyboard.press("Enter");
      await until(() => verifies(stage) === 1, "the whole PIN goes to the card");
      expect(stage.card.counters().login.left).toBe(3);
      await portal.close();
    }));

  it("wrong three times: blocked, said with the way out, and no further try reaches the card", () =>
    table().on({}, async (stage) => {
      const { portal, prompt } = await askForCard(stage);
      await typePin(prompt, "0000");
      await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      await typePin(prompt, "0001");
      await shows(prompt, text("prompt_last_title"));
      await pressButton(prompt, "prompt_last_confirm");
      await typePin(prompt, "0002");
      await shows(prompt, text("error_PIN_BLOCKED_title"));
      await shows(prompt, text("care_here_unblock"));
      expect(await prompt.$(".pin-field")).toBeNull();
      expect(verifies(stage)).toBe(3);
      await prompt.keyboard.press("Escape");
      // What is wrong with the PIN is nobody's business on the page.
      expect(await failureCode(portal)).toBe("ERR_WEBEID_USER_CANCELLED");
    }));
}

/** What the window does with card data and keys before anything goes to the card. */
export function pinWindowActs(table: () => Table): void {
  it("with one try left from the start: asked first, nothing sent until then", () =>
    table().on({}, async (stage) => {
      stage.card.setTries("login", 1);
      const { prompt } = await askForCard(stage);
      await shows(prompt, text("prompt_last_title"));
      for (const key of ["1", "2", "3", "4", "Enter"] as const) await prompt.keyboard.press(key);
      expect(verifies(stage)).toBe(0);
      expect(await prompt.evaluate(() => document.activeElement?.tagName)).not.toBe("BUTTON");
    }));

  it("blocked from the start: no PIN is asked", () =>
    table().on({ card: { tries: 3 } }, async (stage) => {
      stage.card.setTries("login", 0);
      const portal = await stage.openPortal();
      const prompt = await stage.ask(portal);
      await shows(prompt, text("error_PIN_BLOCKED_title"));
      expect(await prompt.$(".pin-field")).toBeNull();
    }));

  it.each([
    ["expired", { notBefore: new Date(Date.now() - 900 * day), notAfter: new Date(Date.now() - day) }, "error_CERTIFICATE_EXPIRED_title"],
    ["not valid yet", { notBefore: new Date(Date.now() + day), notAfter: new Date(Date.now() + 900 * day) }, "error_CERTIFICATE_NOT_YET_VALID_title"],
  ] as const)("a certificate that is %s: said before a PIN is asked", (_, card, key) =>
    table().on({ card }, async (stage) => {
      const portal = await stage.openPortal();
      const prompt = await stage.ask(portal);
      await shows(prompt, text(key));
      expect(await prompt.$(".pin-field")).toBeNull();
      expect(verifies(stage)).toBe(0);
    }));

  it("pasting is refused with a reason, letters too; deleting works; a short PIN goes nowhere", () =>
    table().on({}, async (stage) => {
      const { portal, prompt } = await askForCard(stage);
      await pastePin(prompt, "1234");
      await shows(prompt, text("prompt_pin_paste"));
      expect(await prompt.$$(".pin-dot-full")).toHaveLength(0);
      await prompt.keyboard.press("a");
      await shows(prompt, text("prompt_pin_digits_only"));
      for (const key of ["9", "9", "Backspace", "Enter"] as const) await prompt.keyboard.press(key);
      expect(await prompt.$$(".pin-dot-full")).toHaveLength(1);
      expect(verifies(stage)).toBe(0);
      await prompt.keyboard.press("Delete");
      // A key held down a little too long is one digit; a second "down" without an "up" is the keyboard's own repetition.
      for (let i = 0; i < 3; i += 1) await prompt.keyboard.down("1");
      await prompt.keyboard.up("1");
      expect(await prompt.$$(".pin-dot-full")).toHaveLength(1);
      // In forced colours, too, a typed digit looks different from an empty place.
      const client = await prompt.createCDPSession();
      await client.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
      const [full, empty] = await prompt.$$eval(".pin-dot", (dots) => dots.map((dot) => getComputedStyle(dot).backgroundColor));
      expect(full).not.toBe(empty);
      await client.send("Emulation.setEmulatedMedia", { features: [] });
      await prompt.keyboard.press("Delete");
      await logIn(stage, portal, prompt);
    }));

  it("with the digit buttons alone, by mouse", () =>
    table().on({}, async (stage) => {
      const { portal, prompt } = await askForCard(stage);
      await entering(stage, portal, () => clickPin(prompt, "1234"));
    }));

  it("Escape, the button and closing the window: all cancel, and the card never saw a PIN", () =>
    table().on({}, async (stage) => {
      const first = await askForCard(stage);
      await first.prompt.keyboard.press("Escape");
      expect(await failureCode(first.portal)).toBe("ERR_WEBEID_USER_CANCELLED");
      await until(() => promptsOpen(stage) === 0, "the window closes");
      const second = await askForCard(stage);
      for (const key of ["1", "2"] as const) await second.prompt.keyboard.press(key);
      await second.prompt.close();
      expect(await failureCode(second.portal)).toBe("ERR_WEBEID_USER_CANCELLED");
      expect(verifies(stage)).toBe(0);
    }));

  it("time runs out: the page is told so and the window closes", () =>
    table().on({}, async (stage) => {
      const portal = await stage.openPortal();
      await askBriefly(portal, 60_000);
      const prompt = await stage.prompt();
      // In the language that the page asked for.
      await shows(prompt, text("prompt_title", {}, "en"));
      await prompt.close();
      expect(await failureCode(portal)).toBe("ERR_WEBEID_USER_CANCELLED");
      await until(() => promptsOpen(stage) === 0, "the window closes");
      const again = await stage.openPortal();
      await askBriefly(again, 3_000);
      expect(await failureCode(again)).toBe("ERR_WEBEID_USER_TIMEOUT");
      await until(() => promptsOpen(stage) === 0, "the window closes");
    }));
}

// Card care from the home page, as one suite for every road: each act in a window of its own, judged by the card.
import { expect, it } from "vitest";
import type { Finger } from "../../virtual/reader/pinpad.ts";
import { beginCare, fill, fillAll, openCare } from "./care.ts";
import { nino, pressButton, promptsOpen } from "./login.ts";
import { keypadReader } from "./loginReaders.ts";
import { look } from "./look.ts";
import { shows, type Stage } from "./stage.ts";
import type { Table } from "./table.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

const signingPin = "739154";
const code = "54321";
const puk = "12345678";
/** Commands that carried a PIN, by instruction. */
const sent = (stage: Stage): readonly number[] => stage.card.log.filter(({ ins, command }) => [0x20, 0x24, 0x2c].includes(ins) && command.includes("**")).map(({ ins }) => ins);

async function closed(stage: Stage): Promise<void> {
  await until(() => promptsOpen(stage) === 0, "the window closes");
}

/** Registers the suite. @param table the road's, when the tests run */
export function careActs(table: () => Table): void {
  it("creates the signing PIN, changes both PINs, unblocks the login PIN; the home page reads the card anew each time", () =>
    table().on({}, async (stage) => {
      const home = await stage.openHome();
      await shows(home, nino);
      await shows(home, text("home_not_created"));

      const creating = await openCare(stage, home, "create-signing");
      await shows(creating, text("care_once_title"));
      await shows(creating, text("prompt_tries_left", { COUNT: 3 }));
      await beginCare(creating, "create-signing");
      await fill(creating, text("care_current_create", { COUNT: 5 }), code);
      await fill(creating, text("care_fresh", { COUNT: 6 }), "123456");
      await shows(creating, text("care_weak_sequence"));
      await fill(creating, text("care_fresh", { COUNT: 6 }), signingPin);
      await fill(creating, text("care_again", { COUNT: 6 }), signingPin);
      await shows(creating, text("care_done_create"));
      expect(sent(stage)).toEqual([0x24]);
      expect(stage.card.signingPinSet).toBe(true);
      await pressButton(creating, "common_close");
      await closed(stage);

      const changing = await openCare(stage, home, "change-signing");
      await beginCare(changing, "change-signing");
      await fillAll(changing, "change-signing", "739155", "860293");
      await shows(changing, text("prompt_wrong", { COUNT: 2 }));
      await beginCare(changing, "change-signing");
      await fillAll(changing, "change-signing", signingPin, "860293");
      await shows(changing, text("care_done_signing"));
      // The window closes under the key.
      await changing.keyboard.press("Escape").catch(() => {});
      await closed(stage);

      const login = await openCare(stage, home, "change-login");
      await beginCare(login, "change-login");
      await fillAll(login, "change-login", "1234", "4827");
      await shows(login, text("care_done_login"));
      await login.close();

      stage.card.setTries("login", 0);
      await home.bringToFront();
      await home.reload();
      await shows(home, text("home_blocked"));
      const unblocking = await openCare(stage, home, "unblock-login");
      await shows(unblocking, text("prompt_tries_left", { COUNT: 5 }));
      // A wrong PUK is called one: whoever is told of a PIN looks for the mistake in another code.
      await beginCare(unblocking, "unblock-login");
      await fillAll(unblocking, "unblock-login", "12345679", "6193");
      await shows(unblocking, text("care_puk_wrong", { COUNT: 4 }));
      await beginCare(unblocking, "unblock-login");
      await fillAll(unblocking, "unblock-login", puk, "6193");
      await shows(unblocking, text("care_done_unblock"));
      expect(stage.card.counters().login.left).toBe(3);
      await unblocking.close();
      await home.bringToFront();
      await shows(home, text("home_tries", { COUNT: 3 }));
    }));

  it("the way back from each step, and how many digits are missing: nothing is sent, and no try is spent", () =>
    table().on({}, async (stage) => {
      const window = await openCare(stage, await stage.openHome(), "create-signing");
      const focused = (selector: string, what: string): Promise<void> => until(() => window.evaluate((wanted: string) => document.activeElement?.matches(wanted) === true, selector), what);
      await beginCare(window, "create-signing");
      // A digit of the envelope's code is missing.
      await fill(window, text("care_current_create", { COUNT: 5 }), "5432");
      await shows(window, text("prompt_pin_short", { COUNT: 5, DONE: 4 }));
      expect(await window.$eval(".pin-field", (field) => field.getAttribute("aria-invalid"))).toBe("true");
      expect(await window.$$eval(".notice[role=status]", (all, words) => all.some((one) => one.textContent?.includes(words)), text("prompt_pin_short", { COUNT: 5, DONE: 4 }))).toBe(true);
      await look(window, "prompt-care-short", 480, 670, "care_title_create", "everywhere");
      await window.focus(".pin-field");
      // A wrong one: seen only when it is too late to correct it there.
      await window.keyboard.press("2");
      expect(await window.evaluate((words) => document.body.innerText.includes(words), text("prompt_pin_short", { COUNT: 5, DONE: 4 }))).toBe(false);
      await window.keyboard.press("Enter");
      await fill(window, text("care_fresh", { COUNT: 6 }), signingPin);
      await shows(window, text("care_again", { COUNT: 6 }));
      for (const [key, values] of [["care_fresh", { COUNT: 6 }], ["care_current_create", { COUNT: 5 }]] as const) {
        await pressButton(window, "care_step_back");
        await shows(window, text(key, values));
        await focused(".pin-field", "the field has the keyboard");
        expect(await window.$$(".pin-dot-full")).toHaveLength(0);
      }
      await pressButton(window, "care_step_back");
      await shows(window, text("care_explain_create"));
      // Not on the button: who goes on by habit has confirmed nothing.
      await focused("h1, h2", "the explanation's heading has the keyboard");
      expect(sent(stage)).toEqual([]);
      await beginCare(window, "create-signing");
      await fillAll(window, "create-signing", code, signingPin);
      await shows(window, text("care_done_create"));
      expect(sent(stage)).toEqual([0x24]);
    }));

  it("a wrong code is used up: said so with the way out, sent once, and nothing can be typed any more", () =>
    table().on({}, async (stage) => {
      const window = await openCare(stage, await stage.openHome(), "create-signing");
      await beginCare(window, "create-signing");
      await fillAll(window, "create-signing", "54322", signingPin);
      await shows(window, text("error_CODE_SPENT_title"));
      await shows(window, text("error_CODE_SPENT_next"));
      expect(sent(stage)).toEqual([0x24]);
      await pressButton(window, "common_try_again");
      await shows(window, text("error_CODE_SPENT_title"));
      expect(await window.$(".pin-field")).toBeNull();
      expect(sent(stage)).toEqual([0x24]);
    }));

  it("two clicks are one window; a login waits for it, and goes on by itself when it is closed", () =>
    table().on({}, async (stage) => {
      const portal = await stage.openPortal();
      // The home page stands in the queue for the reader before the second window does.
      const home = await stage.openHome();
      await shows(home, nino);
      const button = await home.waitForSelector(`::-p-xpath(//button[normalize-space()="${text("care_title_login")}"])`);
      await button?.click({ count: 2 });
      const first = await stage.prompt();
      await shows(first, text("care_explain_login"));
      expect(promptsOpen(stage)).toBe(1);
      await portal.bringToFront();
      await portal.click("#card");
      const second = await stage.otherPrompt(first);
      await shows(second, text("error_READER_BUSY_title"));
      expect(await second.$$eval("button.button-primary", (all) => all.length)).toBe(0);
      await first.close();
      await shows(second, nino);
      await second.close();
    }));

  it("on the reader's own keypad: everything is typed there", () => {
    const fingers: Finger[] = ["cancel", { digits: code, fresh: signingPin, again: "739155" }, { digits: code, fresh: signingPin, again: signingPin }];
    return table().on({ profile: keypadReader, reader: { person: async () => fingers.shift() ?? "timeout" } }, async (stage) => {
      const window = await openCare(stage, await stage.openHome(), "create-signing");
      await shows(window, text("care_keypad_weak"));
      await beginCare(window, "create-signing");
      await shows(window, text("error_PIN_CANCELLED_title"));
      await beginCare(window, "create-signing");
      await shows(window, text("error_PIN_MISMATCH_title"));
      expect(sent(stage)).toEqual([]);
      await beginCare(window, "create-signing");
      await shows(window, text("care_done_create"));
      expect(await window.$(".pin-field")).toBeNull();
      expect(stage.card.signingPinSet).toBe(true);
    });
  });
}

// Readers and cards that come and go, and windows that want the same one, as one suite for every road.
import { describe, expect, it } from "vitest";
import { giorgi } from "../../virtual/ca/personalise.ts";
import { askForCard, failureCode, logIn, nino, pressButton, promptsOpen, verifies } from "./login.ts";
import { twoSlots } from "./loginReaders.ts";
import { shows, Stage, typePin } from "./stage.ts";
import type { Table } from "./table.ts";
import { text } from "./texts.ts";
import { soon, until } from "./until.ts";

/** Registers the suite. @param table the road's, when the tests run */
export function readerActs(table: () => Table): void {
  describe("readers and cards come and go", () => {
    it("no reader, then a reader, then a card: each is asked for and taken without a reload", () =>
      table().on({ unplugged: true, slots: () => [] }, async (stage) => {
        const portal = await stage.openPortal();
        const prompt = await stage.ask(portal);
        await shows(prompt, text("prompt_no_reader"));
        await until(async () => (await prompt.evaluate(() => document.activeElement?.textContent)) === text("common_add_reader"), "the one thing to do next has the keyboard");
        await stage.testbed?.plug(stage.reader);
        await shows(prompt, text("prompt_insert"));
        stage.reader.insertCard(0, stage.card);
        await shows(prompt, nino);
        await logIn(stage, portal, prompt);
      }));

    it("the card is pulled while the PIN is typed, and put in again", () =>
      table().on({}, async (stage) => {
        const { portal, prompt } = await askForCard(stage);
        for (const key of ["9", "9"] as const) await prompt.keyboard.press(key);
        stage.reader.removeCard(0);
        await shows(prompt, text("error_CARD_REMOVED_title"));
        await shows(prompt, text("prompt_insert"));
        stage.reader.insertCard(0, stage.card);
        await shows(prompt, nino);
        expect(await prompt.$$(".pin-dot-full")).toHaveLength(0);
        await logIn(stage, portal, prompt);
      }));

    it("another person's card is put in: it is read anew, and its name shown before a PIN is asked", () =>
      table().on({ slots: () => [] }, async (stage) => {
        const other = await Stage.card({ citizen: giorgi });
        stage.reader.insertCard(0, other);
        const portal = await stage.openPortal();
        const prompt = await stage.ask(portal);
        await shows(prompt, giorgi.givenName);
        stage.reader.removeCard(0);
        stage.reader.insertCard(0, stage.card);
        await shows(prompt, nino);
        await logIn(stage, portal, prompt);
        expect(other.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**"))).toEqual([]);
      }));

    it("the reader is unplugged and plugged in again", () =>
      table().on({}, async (stage) => {
        const { portal, prompt } = await askForCard(stage);
        await stage.testbed?.unplug(stage.reader);
        await shows(prompt, text("prompt_no_reader"));
        await stage.replug();
        await shows(prompt, nino);
        await logIn(stage, portal, prompt);
      }));

    it("two slots: the card in the second is found, and two cards are a choice", () =>
      table().on({ profile: twoSlots, slots: (card) => [null, card] }, async (stage) => {
        const { prompt } = await askForCard(stage);
        stage.reader.insertCard(0, await Stage.card({ citizen: giorgi }));
        await shows(prompt, text("prompt_other_card"));
        expect(await prompt.$eval(".summary", (one) => one.textContent), "the slot is called as in the list of cards").toContain(text("reader_slot", { NAME: "", NUMBER: 2 }));
        await pressButton(prompt, "prompt_other_card");
        await shows(prompt, text("prompt_choose"));
        const names = await prompt.$$eval(".prompt-body button", (buttons) => buttons.map((button) => button.textContent));
        expect(new Set(names).size).toBe(2);
        await prompt.click(".prompt-body button");
        await shows(prompt, giorgi.givenName);
      }));

    it("a reader that another program holds is named, and works once that lets go", () =>
      table().on({}, async (stage) => {
        stage.testbed?.holdElsewhere(stage.reader, true);
        const portal = await stage.openPortal();
        const prompt = await stage.ask(portal);
        await shows(prompt, text("error_READER_HELD_title"));
        await until(async () => (await prompt.evaluate(() => document.activeElement?.textContent)) === text("common_try_again"), "the one thing to do next has the keyboard");
        await shows(prompt, text("os_linux_READER_HELD"));
        stage.testbed?.holdElsewhere(stage.reader, false);
        await pressButton(prompt, "common_try_again");
        await shows(prompt, nino);
        await logIn(stage, portal, prompt);
      }));
  });

  describe("one reader, several windows", () => {
    it("a home page in sight lends the reader to a prompt, says so, and has it back afterwards", () =>
      table().on({}, async (stage) => {
        const opener = await stage.openHome();
        // A window of its own: a home page in a hidden tab lets the reader go by itself.
        const [target] = await Promise.all([
          stage.browser.waitForTarget((one) => one.url().endsWith("home.html?own#card")),
          opener.evaluate(() => chrome.windows.create({ url: "src/home/home.html?own#card", type: "popup" })),
        ]);
        const home = (await target.page()) ?? (await target.asPage());
        await opener.close();
        await shows(home, nino);
        const portal = await stage.openPortal();
        const prompt = await stage.ask(portal);
        await shows(prompt, nino);
        await shows(home, text("home_elsewhere"));
        await logIn(stage, portal, prompt);
        await shows(home, nino);
        expect(verifies(stage)).toBe(1);
      }));

    it("two tabs ask at once: the second prompt waits for the reader, and is never told that a program holds it", () =>
      table().on({}, async (stage) => {
        const before = stage.portal.logins.length;
        const first = await askForCard(stage);
        // Another host of the portal, which keeps a session of its own.
        const second = await stage.openPortal("/", "https://my.gov.ge");
        await second.bringToFront();
        await second.click("#card");
        const other = await stage.otherPrompt(first.prompt);
        await shows(other, text("error_READER_BUSY_title"));
        expect(await other.evaluate(() => document.body.innerText)).not.toContain(text("error_READER_HELD_title"));
        await first.prompt.bringToFront();
        await logIn(stage, first.portal, first.prompt);
        await shows(other, nino);
        await other.bringToFront();
        await typePin(other, "1234");
        await until(() => stage.portal.logins.length === before + 2, "both are in");
        expect(verifies(stage)).toBe(2);
      }));

    it("a second request of the same tab is answered ACTION_PENDING, and the first goes on", () =>
      table().on({}, async (stage) => {
        // Each within a time of its own: should one hang, the failure says which.
        const { portal, prompt } = await soon(askForCard(stage), "the card is asked for", 60_000);
        const ask = (action: string, fields: object) => portal.evaluate(async (name, more) => {
          const page = globalThis as unknown as { webEid: (action: string, fields: object, timeout: number) => Promise<unknown> };
          return await page.webEid(name, more, 5000).catch((error: { code?: string }) => error.code);
        }, action, fields);
        // Another action has its own answer; a second login, from here or from a frame of the tab, is one too many.
        expect(await soon(ask("status", {}), "the status is answered")).toMatchObject({ action: "web-eid:status-success" });
        const loaded = portal.evaluate(() => {
          const element = document.createElement("iframe");
          element.src = "/password";
          document.body.append(element);
          return new Promise((resolve) => element.addEventListener("load", resolve));
        });
        await soon(loaded, "the frame is loaded");
        const frame = portal.frames().find((one) => one.url().endsWith("/password"));
        const answered = frame?.evaluate(() => new Promise((resolve) => {
          addEventListener("message", (event: MessageEvent<{ action?: string; error?: { code: string } }>) => {
            if (event.data.action === "web-eid:authenticate-failure") resolve(event.data.error?.code);
          });
          postMessage({ action: "web-eid:authenticate", libraryVersion: "2.0.2", challengeNonce: "x".repeat(44) }, "*");
        }));
        expect(await soon(Promise.resolve(answered), "the frame's request is answered")).toBe("ERR_WEBEID_ACTION_PENDING");
        await soon(prompt.bringToFront(), "the window comes to front");
        await logIn(stage, portal, prompt);
      }));

    it("the page is left: its prompt goes, and the next login works", () =>
      table().on({}, async (stage) => {
        const { portal, prompt } = await askForCard(stage);
        expect(prompt.isClosed()).toBe(false);
        await portal.goto(`${new URL(portal.url()).origin}/password`);
        await until(() => promptsOpen(stage) === 0, "the window closes");
        await portal.goto(new URL("/", portal.url()).href);
        const again = await stage.ask(portal);
        await shows(again, nino);
        await again.keyboard.press("Escape");
        expect(await failureCode(portal)).toBe("ERR_WEBEID_USER_CANCELLED");
      }));
  });
}

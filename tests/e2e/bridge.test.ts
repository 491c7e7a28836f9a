// The bridge road in an unmodified browser: a reader of class 0x0B, the app installed in developer mode. What every road must
// carry is in tests/e2e/bridgeSuites.test.ts.
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BridgeStage, builtApp, otherVersions, pairBridge, setBridgeStage } from "./harness/bridge.ts";
import { bringToKeys } from "./harness/keys.ts";
import { look, screensFolder } from "./harness/look.ts";
import { askForCard, failureCode, logIn, nino, pressButton, promptsOpen, verifies } from "./harness/login.ts";
import { shows, typePin } from "./harness/stage.ts";
import { smartCardScript } from "./harness/smartCard.ts";
import { stranger, strangerTries } from "./harness/stranger.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

// The table is laid anew before each test, so that one can be tried again.
describe("a reader that the browser keeps from extensions, over the bridge", { retry: 1 }, () => {
  let bridge: BridgeStage;
  let app: Page;
  let paired = false;
  /** Happens while the card works on the next PIN. */
  let atVerify: (() => Promise<void>) | null = null;
  const intercept = async ([, ins, , , length]: Uint8Array): Promise<null> => {
    const act = ins === 0x20 && length ? atVerify : null;
    if (act) atVerify = null;
    await act?.();
    return null;
  };

  beforeAll(async () => {
    mkdirSync(screensFolder, { recursive: true });
    bridge = await setBridgeStage({ others: [stranger], intercept });
  }, 180_000);
  afterAll(async () => {
    await bridge?.close();
  });

  // The table as every test expects it, whatever became of the one before.
  beforeEach(async () => {
    const { stage } = bridge;
    bridge.serve(builtApp);
    atVerify = null;
    if (!stage.reader.slots[0]?.card) stage.reader.insertCard(0, stage.card);
    await stage.replug();
    const why = await bridge.revive();
    if (why) console.warn(why);
    if (!paired) return;
    if (why) app = await pairBridge(bridge);
    else if (app.isClosed()) app = await bridge.openApp();
  });
  afterEach(async () => {
    // What a failed test leaves open would be taken for the next one's.
    for (const page of await bridge.stage.browser.pages().catch(() => [])) if (page.url().includes("/prompt.html")) await page.close().catch(() => {});
  });

  /** Logged in and out again: the next test begins on the front page, with all tries. */
  async function loggedIn(portal: Page): Promise<void> {
    await until(() => promptsOpen(bridge.stage) === 0, "the window closes");
    await portal.close();
    expect(bridge.stage.card.counters().login.left).toBe(3);
    await until(() => !bridge.stage.card.isVerified("login"), "the card forgets");
  }

  it("is refused to the extension itself; the way out is said, the codes are compared in both windows, and the login goes on", async () => {
    const { stage } = bridge;
    const portal = await stage.openPortal();
    const prompt = await stage.ask(portal);
    await shows(prompt, text("error_READER_PROTECTED_title"));
    await shows(prompt, text("bridge_hint_absent"));
    expect(await prompt.$eval("a[href$='#bridge']", (link) => link.textContent)).toBe(text("bridge_hint_install"));
    app = await pairBridge(bridge, async (own, home) => {
      await look(own, "bridge-app-pair", 480, 700, "bridge_pair_title", false);
      await look(home, "home-bridge-pair", 1100, 1_000, "bridge_pair_title", false);
    });
    paired = true;
    // The prompt that waited goes on. (A reader that is chosen in the app is told at once; a policy's is looked for.)
    await prompt.bringToFront();
    await pressButton(prompt, "common_try_again");
    await shows(prompt, nino, 60_000);
    await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
    await shows(app, text("bridge_user_prompt"));
    await logIn(stage, portal, prompt);
    expect(stage.portal.logins.at(-1)?.person).toEqual({ name: nino, personalNumber: "99001010101" });
    await loggedIn(portal);
    // Nobody uses a reader: none is claimed any more.
    await shows(app, text("bridge_user_nobody"));
    // Given back a second and a half later, it is still named: what is shown then is what the app may use.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await shows(app, text("bridge_user_nobody"));
  }, 180_000);

  it("stopped in the app and resumed; closed and opened: each is said, and goes on by itself", async () => {
    const { stage } = bridge;
    const { portal, prompt } = await askForCard(stage);
    await pressButton(app, "bridge_stop");
    await shows(prompt, text("error_BRIDGE_STOPPED_title"));
    await shows(prompt, text("error_BRIDGE_STOPPED_next"));
    await pressButton(app, "bridge_resume");
    await shows(prompt, nino);
    await app.close();
    await shows(prompt, text("error_BRIDGE_CLOSED_title"));
    await shows(prompt, text("error_BRIDGE_CLOSED_next"));
    app = await bridge.openApp();
    await shows(app, text("bridge_connected"));
    await prompt.bringToFront();
    await shows(prompt, nino);
    await logIn(stage, portal, prompt);
    await loggedIn(portal);
  });

  it("its window, looked at: before it is allowed, at work and stopped, in both languages, narrow and wide; by keyboard", async () => {
    const { stage } = bridge;
    const { portal, prompt } = await askForCard(stage);
    await app.bringToFront();
    await shows(app, text("bridge_user_prompt"));
    await look(app, "bridge-app-at-work", 480, 700, "bridge_connected", false);
    await bringToKeys(app);
    const reached: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await app.keyboard.press("Tab");
      reached.push(await app.evaluate(() => document.activeElement?.textContent ?? ""));
    }
    expect(reached).toEqual([text("common_language_en"), text("common_add_reader"), text("bridge_stop"), text("bridge_withdraw")]);
    await app.focus("main section:last-of-type button");
    await app.keyboard.press("Enter");
    await shows(app, text("bridge_stopped"));
    await look(app, "bridge-app-stopped", 480, 700, "bridge_stopped", false);
    await pressButton(app, "bridge_withdraw");
    await look(app, "bridge-app-consent", 480, 700, "bridge_consent_title");
    // Withdrawn is withdrawn: the extension is told that the app waits for its person.
    await shows(prompt, text("error_BRIDGE_CONSENT_title"));
    await pressButton(app, "bridge_allow");
    await prompt.bringToFront();
    await shows(prompt, nino);
    await logIn(stage, portal, prompt);
    await loggedIn(portal);
  });

  const prompted = async (prompt: Page): Promise<{ readonly prompt: Page }> => {
    await prompt.bringToFront();
    await shows(prompt, nino);
    return { prompt };
  };

  // What is killed while the card works on VERIFY, and how the person comes to the next prompt.
  const killed: readonly (readonly [string, (prompt: Page) => Promise<void>, (prompt: Page, portal: Page) => Promise<{ readonly prompt: Page; readonly portal?: Page }>])[] = [
    [
      "the app",
      async () => {
        const session = await app.createCDPSession();
        let crashed = false;
        app.once("error", () => (crashed = true));
        // Nobody is left to answer.
        void session.send("Page.crash").catch(() => {});
        await until(() => crashed, "the app's page crashes");
      },
      async (prompt) => {
        await shows(prompt, text("error_BRIDGE_CLOSED_title"));
        await app.close().catch(() => {});
        app = await bridge.openApp();
        return await prompted(prompt);
      },
    ],
    [
      "the service worker",
      async (prompt) => {
        const session = await prompt.createCDPSession();
        await session.send("ServiceWorker.enable");
        await session.send("ServiceWorker.stopAllWorkers");
        // Gone for a moment, back by itself.
        await prompt.waitForFunction((name: string) => !document.body.innerText.includes(name), { polling: 10 }, nino);
      },
      (prompt) => prompted(prompt),
    ],
    [
      "the prompt's window",
      (prompt) => prompt.close(),
      async (_, portal) => {
        expect(await failureCode(portal)).toBe("ERR_WEBEID_USER_CANCELLED");
        return await askForCard(bridge.stage);
      },
    ],
    [
      "the extension, loaded anew as by an update,",
      async () => void (await bridge.stage.browser.installExtension(fileURLToPath(new URL("../../dist", import.meta.url)))),
      async () => {
        await shows(app, text("bridge_connected"));
        return await askForCard(bridge.stage);
      },
    ],
  ];

  it.each(killed)("%s is killed in the middle of VERIFY: nothing is sent again, and the next login works with all tries", async (_, kill, goOn) => {
    const { stage } = bridge;
    const first = await askForCard(stage);
    const before = verifies(stage);
    let done = false;
    let failed: unknown = null;
    // What fails here is this test's failure, and not one of the card that works meanwhile.
    atVerify = () => kill(first.prompt).catch((error: unknown) => void (failed = error)).finally(() => (done = true));
    // The window may close under the key.
    await typePin(first.prompt, "1234").catch((error: unknown) => {
      if (!first.prompt.isClosed()) throw error;
    });
    await until(() => done, "it is killed", 90_000);
    if (failed) throw failed;
    const { prompt, portal = first.portal } = await goOn(first.prompt, first.portal);
    expect(verifies(stage) - before).toBe(1);
    await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
    await logIn(stage, portal, prompt);
    expect(verifies(stage) - before).toBe(2);
    if (portal !== first.portal) await first.portal.close();
    await loggedIn(portal);
  }, 180_000);

  it.each([
    ["an app too old for the extension", 1, "error_BRIDGE_APP_OUTDATED_title", "error_BRIDGE_APP_OUTDATED_next"],
    ["an extension too old for the app", 3, "error_BRIDGE_EXTENSION_OUTDATED_title", "error_BRIDGE_EXTENSION_OUTDATED_next"],
  ] as const)("%s: both windows say which side to update, and once that is done the login works", async (_, version, title, next) => {
    const { stage } = bridge;
    const other = await otherVersions(version, version);
    try {
      bridge.serve(other);
      await app.reload();
      await shows(app, text(title));
      if (version === 1) await look(app, "bridge-app-outdated", 480, 700, title, false);
      const portal = await stage.openPortal();
      const prompt = await stage.ask(portal);
      await shows(prompt, text(title));
      await shows(prompt, text(next));
      bridge.serve(builtApp);
      await app.reload();
      await shows(app, text("bridge_connected"));
      await prompt.bringToFront();
      await shows(prompt, nino);
      await logIn(stage, portal, prompt);
      await loggedIn(portal);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  }, 180_000);

  it("nobody else gets in: not another extension, not a web page; and no extension reaches the app", async () => {
    const { stage } = bridge;
    const portal = await stage.openPortal("/password");
    // A page is not even given the means.
    expect(await portal.evaluate(() => typeof (globalThis as { chrome?: { runtime?: { connect?: unknown } } }).chrome?.runtime?.connect)).toBe("undefined");
    const outcome = await strangerTries(stage, bridge.appId);
    expect(outcome["port"]).toMatch(/^closed: Could not establish connection/);
    expect(outcome["message"]).toMatch(/Could not establish connection/);
    expect(outcome["app"]).toBe("TypeError");
    await portal.close();
    // It was there to be reached all the while.
    const home = await stage.openHome("bridge");
    await shows(home, text("bridge_ready", { VERSION: "0.1.0" }));
    await home.close();
  });

  it("where the browser has navigator.smartCard, its readers are lent, by the same login", async () => {
    const { stage } = bridge;
    await stage.testbed?.unplug(stage.reader);
    const { identifier } = await app.evaluateOnNewDocument(await smartCardScript());
    try {
      await app.reload();
      await shows(app, text("bridge_connected"));
      await until(() => app.evaluate(() => globalThis.smartCardInPage !== null), "the card is in its reader");
      const { portal, prompt } = await askForCard(stage);
      await shows(prompt, "ACS ACR39U ICC Reader");
      // The browser knows these readers by itself: there is nothing to choose.
      expect(await app.evaluate((label) => document.body.innerText.includes(label), text("common_add_reader"))).toBe(false);
      await logIn(stage, portal, prompt);
      expect(await app.evaluate(() => globalThis.smartCardInPage?.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length)).toBe(1);
      await loggedIn(portal);
    } finally {
      await app.removeScriptToEvaluateOnNewDocument(identifier).catch(() => {});
      await app.reload().catch(() => {});
    }
    await shows(app, text("bridge_connected"));
  });
});

import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extensionId } from "../virtual/browser/launch.ts";
import { askForCard, failureCode, logIn, nino, promptsOpen, verifies } from "./harness/login.ts";
import { portalOrigin, shows, Stage } from "./harness/stage.ts";
import { stopServiceWorker } from "./harness/stopServiceWorker.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

const evil = "https://evil.example";

/**
 * Posts messages of a page's own making and collects what comes back in `ms`.
 * @param errors so many of what comes back say what is wrong: on a busy machine they are waited for longer
 */
async function converse(page: Page, messages: readonly object[], ms = 1_500, errors = 0): Promise<readonly { action?: string; error?: { code: string } }[]> {
  return await page.evaluate(async (all, wait, wanted) => {
    const heard: { action?: string; error?: { code: string } }[] = [];
    const sent = new Set(all.map((one) => (one as { action?: string }).action));
    addEventListener("message", (event: MessageEvent<{ action?: string }>) => {
      if (!sent.has(event.data.action)) heard.push(event.data);
    });
    for (const message of all) postMessage(message, "*");
    const end = Date.now() + 40_000;
    await new Promise((resolve) => setTimeout(resolve, wait));
    while (heard.filter((one) => one.error).length < wanted && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    return heard;
  }, messages as object[], ms, errors);
}

const authenticate = { action: "web-eid:authenticate", libraryVersion: "2.0.2", challengeNonce: "n".repeat(44) };

describe("requests", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set({ otherHosts: ["evil.example"] });
  });
  afterAll(async () => {
    await stage.close();
  });
  const closeAll = async (): Promise<void> => {
    for (const page of await stage.browser.pages()) if (!page.url().startsWith("about:")) await page.close().catch(() => {});
    await until(() => promptsOpen(stage) === 0, "all windows are closed");
    stage.card.clearLog();
  };

  it("go on when the service worker is stopped while the PIN is typed", async () => {
    const { portal, prompt } = await askForCard(stage);
    await stopServiceWorker(stage);
    await logIn(stage, portal, prompt);
    await closeAll();
  });

  it("go on when the service worker is stopped in the middle of being asked", async () => {
    for (const delay of [0, 2, 5, 10, 20, 40]) {
      const portal = await stage.openPortal();
      await portal.bringToFront();
      const clicked = portal.click("#card");
      clicked.catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, delay));
      await stopServiceWorker(stage);
      await clicked;
      const prompt = await stage.prompt();
      await shows(prompt, nino);
      expect(promptsOpen(stage)).toBe(1);
      await portal.close();
      await until(() => promptsOpen(stage) === 0, "the window closes with its tab");
    }
    await closeAll();
  });

  it("of every wrong shape are answered with the protocol's codes, or not at all", async () => {
    const portal = await stage.openPortal();
    const heard = await converse(portal, [
      { action: "web-eid:authenticate", libraryVersion: "2.0.2", challengeNonce: "short" },
      { action: "web-eid:sign", libraryVersion: "2.0.2" },
      { action: "web-eid:get-signing-certificate", libraryVersion: "2.0.2", options: { lang: 7 } },
      { action: "web-eid:status", libraryVersion: "99.0.0" },
      { action: "web-eid:delete-everything", libraryVersion: "2.0.2" },
      { action: ["web-eid:status"] },
      // Whatever had an answer coming has it before what is asked after it.
    ], 0, 4).then(async (first) => [...first, ...(await converse(portal, [{ action: "web-eid:status" }], 500, 1))]);
    const codes = heard.filter((one) => one.error).map((one) => `${one.action} ${one.error?.code}`);
    expect(codes.sort()).toEqual([
      "web-eid:authenticate-failure ERR_WEBEID_NATIVE_INVALID_ARGUMENT",
      "web-eid:get-signing-certificate-failure ERR_WEBEID_NATIVE_INVALID_ARGUMENT",
      "web-eid:sign-failure ERR_WEBEID_MISSING_PARAMETER",
      "web-eid:status-failure ERR_WEBEID_VERSION_INVALID",
      "web-eid:status-failure ERR_WEBEID_VERSION_MISMATCH",
    ]);
    expect(promptsOpen(stage)).toBe(0);
    await closeAll();
  });

  it("10,000 at once open one window; the page and the extension stay alive", async () => {
    const portal = await stage.openPortal();
    await portal.bringToFront();
    const heard = await converse(portal, Array.from({ length: 10_000 }, () => authenticate), 3_000, 1);
    await until(() => promptsOpen(stage) > 0, "a window opens");
    expect(promptsOpen(stage)).toBe(1);
    // The flood is answered up to a budget, then with silence.
    expect(heard.length).toBeLessThan(100);
    const codes = new Set(heard.map((one) => one.error?.code).filter(Boolean));
    expect([...codes]).toEqual(["ERR_WEBEID_ACTION_PENDING"]);
    const prompt = await stage.prompt();
    await shows(prompt, nino);
    await prompt.keyboard.press("Escape");
    await until(() => promptsOpen(stage) === 0, "the window closes");
    await closeAll();
    const again = await askForCard(stage);
    await logIn(stage, again.portal, again.prompt);
    await closeAll();
  });

  it("that the person refuses three times running are answered without a window for a minute", async () => {
    const portal = await stage.openPortal();
    for (let i = 0; i < 3; i += 1) {
      const prompt = await stage.ask(portal);
      await shows(prompt, nino);
      await prompt.keyboard.press("Escape");
      expect(await failureCode(portal)).toBe("ERR_WEBEID_USER_CANCELLED");
      await until(() => promptsOpen(stage) === 0, "the window closes");
      await portal.evaluate(() => delete document.getElementById("status")?.dataset["code"]);
    }
    await portal.bringToFront();
    await portal.click("#card");
    expect(await failureCode(portal)).toBe("ERR_WEBEID_USER_CANCELLED");
    expect(promptsOpen(stage)).toBe(0);
    await closeAll();
  });

  it("that the page times out at once or drops by itself open no endless row of windows", async () => {
    const impatient = { ...authenticate, options: { userInteractionTimeout: 1 } };
    const hasty = await stage.openPortal();
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 4; i += 1) {
      await hasty.bringToFront();
      const heard = await converse(hasty, [impatient], 1_000, 1);
      codes.push(heard.find((one) => one.error)?.error?.code);
      await until(() => promptsOpen(stage) === 0, "the window closes");
    }
    expect(codes).toEqual(["ERR_WEBEID_USER_TIMEOUT", "ERR_WEBEID_USER_TIMEOUT", "ERR_WEBEID_USER_TIMEOUT", "ERR_WEBEID_USER_CANCELLED"]);

    const restless = await stage.openPortal();
    let opened = 0;
    for (let i = 0; i < 8; i += 1) {
      await restless.bringToFront();
      await restless.evaluate((message) => {
        const scope = globalThis as { refused?: boolean };
        scope.refused = false;
        addEventListener("message", (event: MessageEvent<{ action?: string }>) => (scope.refused ||= event.data.action === "web-eid:authenticate-failure"));
        postMessage(message, "*");
      }, authenticate);
      // One or the other comes; without a window, the word that there is none.
      const refused = (): Promise<boolean> => restless.evaluate(() => (globalThis as { refused?: boolean }).refused === true);
      await until(async () => promptsOpen(stage) === 1 || (await refused()), "a window opens, or the page is refused one");
      if (await refused()) break;
      opened += 1;
      await restless.reload();
      await until(() => promptsOpen(stage) === 0, "the window closes");
    }
    expect(opened).toBe(6);
    await closeAll();
  });

  it("from other frames and windows, and forged answers, move nothing", async () => {
    const portal = await stage.openPortal();
    await portal.bringToFront();
    const frameAt = async (src: string) => {
      await portal.evaluate((url) => {
        const frame = document.createElement("iframe");
        frame.src = url;
        document.body.append(frame);
        return new Promise((resolve) => frame.addEventListener("load", resolve));
      }, src);
      // A frame of another process is heard of a moment later.
      return await portal.waitForFrame((one) => one.url().endsWith(src));
    };
    await portal.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      addEventListener("message", (event: MessageEvent<{ action?: string }>) => heard.push(event.data.action ?? ""));
    });
    const heard = (): Promise<readonly string[]> => portal.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    let asked = 0;
    /** Whatever was said to the page before has been looked at once a question of its own after that is answered. */
    const looked = async (): Promise<void> => {
      asked += 1;
      await portal.evaluate(() => postMessage({ action: "web-eid:status", libraryVersion: "2.0.2" }, "*"));
      await until(async () => (await heard()).filter((one) => one === "web-eid:status-success").length === asked, "the page's own question is answered");
    };
    // A frame of the portal's own, and one of another origin, post the request into the portal's window.
    for (const frame of [await frameAt("/password"), await frameAt(`${evil}/hostile`)]) {
      await frame.evaluate((message) => parent.postMessage(message, "*"), authenticate);
    }
    await until(async () => (await heard()).filter((one) => one === authenticate.action).length === 2, "both have come to the page");
    await looked();
    expect((await heard()).filter((one) => one.endsWith("-ack"))).toEqual(["web-eid:status-ack"]);
    expect(promptsOpen(stage)).toBe(0);
    const prompt = await stage.ask(portal);
    await shows(prompt, nino);
    // The page answers itself; the extension's own state does not care.
    await portal.evaluate(() => {
      for (const action of ["ack", "success", "failure", "answer"]) postMessage({ action: `web-eid:authenticate-${action}`, error: { code: "x" } }, "*");
    });
    await until(async () => (await heard()).includes("web-eid:authenticate-answer"), "the forged ones have come to the page");
    await looked();
    expect(promptsOpen(stage)).toBe(1);
    await closeAll();
  });

  it("from pages that are not permitted get no sign of the extension", async () => {
    const page = await stage.openPortal("/hostile", evil);
    expect(await converse(page, [{ action: "web-eid:status", libraryVersion: "2.0.2" }, authenticate])).toEqual([]);
    const found = await page.evaluate(async (id) => {
      const image = await fetch(`chrome-extension://${id}/icons/icon-128.png`).then(() => true, () => false);
      const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime?.sendMessage !== undefined;
      return { image, runtime };
    }, extensionId);
    expect(found).toEqual({ image: false, runtime: false });
    await closeAll();
  });

  it("from the portal inside a page that is not permitted are refused: nobody could say on whose behalf", async () => {
    const page = await stage.openPortal("/framed?host=www.my.gov.ge", evil);
    const frame = await page.waitForFrame((one) => one.url().startsWith(portalOrigin)).catch(() => null);
    if (!frame) throw new Error("no frame of the portal in the page");
    const code = await frame.evaluate(async () => {
      const { webEid } = globalThis as unknown as { webEid: (action: string, fields: object, timeout: number) => Promise<unknown> };
      return await webEid("authenticate", { challengeNonce: "n".repeat(44) }, 2_000).catch((error: { code?: string }) => error.code);
    });
    expect(code).toBe("ERR_WEBEID_CONTEXT_INSECURE");
    expect(promptsOpen(stage)).toBe(0);
    await closeAll();
  });

  it("a prompt page that nobody asked for shows nothing and starts nothing", async () => {
    const page = await stage.browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/src/prompt/prompt.html#${"0".repeat(32)}`);
    await shows(page, text("prompt_gone"));
    expect(stage.card.log).toEqual([]);
    await closeAll();
  });

  it("only the window that was opened for a request may claim or answer it", async () => {
    const { portal, prompt } = await askForCard(stage);
    const requestId = new URL(prompt.url()).hash.slice(1);
    const outcome = { action: "web-eid:authenticate-failure", error: { code: "ERR_WEBEID_USER_CANCELLED", message: "x" } };
    // Another page of the extension, and a second copy of the prompt page in another window.
    const home = await stage.openHome("help");
    const copy = await stage.browser.newPage();
    await copy.goto(prompt.url());
    await shows(copy, text("prompt_gone"));
    for (const page of [home, copy]) {
      const answers = await page.evaluate(
        async (id, said) => [await chrome.runtime.sendMessage({ kind: "prompt/claim", requestId: id }), await chrome.runtime.sendMessage({ kind: "prompt/answer", requestId: id, outcome: said })],
        requestId,
        outcome,
      );
      expect(answers).toEqual([null, false]);
    }
    await home.close();
    await copy.close();
    await prompt.bringToFront();
    await logIn(stage, portal, prompt);
    await closeAll();
  });

  it("a token works once: the portal refuses it the second time", async () => {
    const { portal, prompt } = await askForCard(stage);
    const [login] = await Promise.all([
      portal.waitForRequest((request) => request.url().endsWith("/login") && request.method() === "POST"),
      logIn(stage, portal, prompt),
    ]);
    const refusals = stage.portal.refusals.length;
    const status = await portal.evaluate(async (body) => (await fetch("/login", { method: "POST", headers: { "content-type": "application/json" }, body })).status, login.postData() ?? "");
    expect(status).toBe(401);
    expect(stage.portal.refusals.slice(refusals)).toEqual(["nonce"]);
    expect(verifies(stage)).toBe(1);
    await closeAll();
  });
});

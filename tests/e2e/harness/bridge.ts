// The bridge app in a test: served as in developer mode, installed by the browser's own switch, opened as a person would.
import { mkdtempSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import type { Plugin } from "vite";
// @ts-expect-error -- plain JavaScript, so that it runs with nothing but Node
import { serveBridge } from "../../setup/serveBridge.mjs";
import { pressButton } from "./login.ts";
import { shows, Stage, type StageOptions } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

export interface BridgeStage {
  readonly stage: Stage;
  /** Another one after the browser was started anew. */
  readonly appId: string;
  /** Opens the app's window; a closed one anew. */
  openApp(): Promise<Page>;
  /** Another build is served from now on: an update, once the app's page is loaded again. */
  serve(app: string): void;
  /** After a browser that died: another, with the app installed, not opened. @returns why (Stage.revive) */
  revive(): Promise<string | null>;
  /** Another browser all the same. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const reader = (profile: { readonly vid: string; readonly pid: string }): boolean => profile.vid === "072f" && profile.pid === "b000";

/** `npm run build:bridge` made it. */
export const builtApp = fileURLToPath(new URL("../../../dist-bridge/app", import.meta.url));

/** ACR3901U with its own class 0x0B, the app installed and granted the reader; nothing opened, nothing paired. */
export async function setBridgeStage(options: StageOptions = {}): Promise<BridgeStage> {
  const served = { app: builtApp };
  const server: Server = await serveBridge(served);
  const { port } = server.address() as AddressInfo;
  const stage = await Stage.set({ profile: reader, ownClass: true, ...options, isolatedApp: `http://127.0.0.1:${port}` }).catch((error: unknown) => {
    server.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await stage.close();
  };
  let appId = "";
  const install = async (): Promise<void> => {
    served.app = builtApp;
    appId = await installedId(stage);
    stage.grant(`isolated-app://${appId}/`);
  };
  const revive = async (): Promise<string | null> => {
    const why = await stage.revive();
    if (why) await install();
    return why;
  };
  try {
    await install();
    return {
      stage,
      get appId() {
        return appId;
      },
      openApp: () => openApp(stage, appId),
      serve: (other) => void (served.app = other),
      revive,
      restart: async () => {
        await stage.restart();
        await install();
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The app has the reader, as if the person had pressed "Add a reader" and chosen it: the browser's chooser can't be
 * driven, so a policy grants it. The browser's own page makes it read the changed file, once that was still for seconds.
 */
async function readerGranted(stage: Stage, app: Page): Promise<void> {
  const page = await stage.browser.newPage();
  await page.goto("chrome://policy/");
  await until(async () => {
    await page.evaluate(() => (chrome as unknown as { send(message: string): void }).send("reloadPolicies"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return await app.evaluate(async () => (await navigator.usb.getDevices()).length > 0);
  }, "the app is granted the reader", 45_000);
  await page.close();
}

/** The id of an app in developer mode is random: the browser's own page about web apps tells it. */
async function installedId(stage: Stage): Promise<string> {
  const page = await stage.browser.newPage();
  let id = "";
  await until(async () => {
    await page.goto("chrome://web-app-internals/");
    // As text, because what tsx makes of a named function does not run in a page.
    const shown = String(await page.evaluate(`(() => {
      const texts = (node) => [node.nodeType === 3 ? node.data : "", ...[...node.childNodes, ...(node.shadowRoot ? [node.shadowRoot] : [])].map(texts)].join(" ");
      return texts(document);
    })()`));
    const failure = /App is not installable: [^\\"]+/.exec(shown)?.[0];
    if (failure) throw new Error(failure);
    id = /isolated-app:\/\/([a-z2-7]{56,58})/.exec(shown)?.[1] ?? "";
    return id !== "";
  }, "the app is installed", 45_000);
  await page.close();
  return id;
}

async function openApp(stage: Stage, appId: string): Promise<Page> {
  const session = await stage.browser.target().createCDPSession();
  // The installation may still be under way.
  await until(async () => await session.send("PWA.launch", { manifestId: `isolated-app://${appId}/` }).then(() => true, () => false), "the app is launched", 45_000);
  await session.detach();
  const target = await stage.browser.waitForTarget((one) => one.url().startsWith(`isolated-app://${appId}/`), { timeout: 45_000 });
  const page = (await target.page()) ?? (await target.asPage());
  await page.waitForSelector("main > *", { timeout: 45_000 });
  return page;
}

/** The app as a build that speaks other versions of the channel would be. @returns its directory, to be removed */
export async function otherVersions(oldest: number, newest: number): Promise<string> {
  // Only here, since every file that has a table would wait for it otherwise.
  const { build } = await import("vite");
  const outDir = mkdtempSync(join(tmpdir(), "mq-bridge-"));
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const versions: Plugin = {
    name: "other-versions",
    enforce: "pre",
    transform: (code, id) => (id.endsWith("/card/bridge/versions.ts") ? code.replace("oldest: 2, newest: 2", `oldest: ${oldest}, newest: ${newest}`) : null),
  };
  await build({ configFile: join(root, "vite.bridge.config.ts"), logLevel: "silent", plugins: [versions], build: { outDir, emptyOutDir: true } });
  return outDir;
}

/** Allows the extension in the app, compares the code in both windows, confirms. @returns the app's window */
export async function pairBridge(bridge: BridgeStage, seen: (app: Page, home: Page) => Promise<void> = async () => {}): Promise<Page> {
  const { stage } = bridge;
  const app = await bridge.openApp();
  await pressButton(app, "bridge_allow");
  await shows(app, text("bridge_pair_title"));
  const home = await stage.openHome("bridge");
  await shows(home, text("bridge_pair_same"));
  // It is reckoned out a moment after its place is there.
  const codes = await Promise.all([app, home].map(async (page) => {
    const code = await page.waitForFunction(() => /^\d{3} \d{3}$/.exec(document.querySelector(".pairing-code")?.textContent?.trim() ?? "")?.[0], { timeout: 45_000, polling: 50 });
    return String(await code.jsonValue());
  }));
  if (codes[0] !== codes[1]) throw new Error(`the codes differ: ${codes.join(", ")}`);
  await seen(app, home);
  await pressButton(home, "bridge_pair_same");
  await shows(app, text("bridge_connected"));
  await home.close();
  await readerGranted(stage, app);
  return app;
}

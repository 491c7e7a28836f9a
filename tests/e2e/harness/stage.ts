// Everything a login needs, real or virtual, on one stage: card, reader, USB bus, portal, browser with the built
// extension. What the tests and the demo act on.
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer";
import { goodbyeMs } from "../../../src/prompt/goodbye.ts";
import readerProfiles from "../../vectors/readerProfiles.json" with { type: "json" };
import { type LaunchedBrowser, launchBrowser, extensionId } from "../../virtual/browser/launch.ts";
import { personalise, type PersonaliseOptions } from "../../virtual/ca/personalise.ts";
import { type CardOptions, createCard, type VirtualCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { type Portal, startPortal } from "../../virtual/portal/portal.ts";
import type { ReaderProfile } from "../../virtual/reader/profile.ts";
import { type ReaderOptions, VirtualReader } from "../../virtual/reader/reader.ts";
import { UmockdevTestbed } from "../../virtual/umockdev/testbed.ts";
import { until } from "./until.ts";

export const portalOrigin = "https://www.my.gov.ge";

export interface StageOptions {
  readonly extension?: string;
  readonly profile?: (profile: ReaderProfile) => boolean;
  /** The reader keeps its own class (0x0B for nearly all) instead of 0xFF. */
  readonly ownClass?: boolean;
  /** Another USB class than either. */
  readonly usbClass?: number;
  readonly card?: PersonaliseOptions;
  readonly behaviour?: CardOptions["behaviour"];
  readonly intercept?: CardOptions["intercept"];
  readonly reader?: Partial<ReaderOptions>;
  readonly headless?: boolean;
  readonly language?: string;
  readonly darkMode?: boolean;
  /** The virtual reader runs inside the card worker: no emulated bus. */
  readonly inside?: boolean;
  readonly otherHosts?: readonly string[];
  /** What is in the reader's slots at first; by default the card in slot 0. */
  readonly slots?: (card: VirtualCard) => readonly (VirtualCard | null)[];
  /** An isolated web app to install: an address that serves it (harness/bridge.ts). */
  readonly isolatedApp?: string;
  /** More extensions beside ours. */
  readonly others?: readonly string[];
  /** A made-up camera and microphone. */
  readonly media?: boolean;
  /** See LaunchOptions.throttled. */
  readonly throttled?: boolean;
  /** More readers that may be plugged in later (`lay`). */
  readonly moreReaders?: readonly ReaderProfile[];
  /** The reader is not plugged in yet. */
  readonly unplugged?: boolean;
}

export function reader(match: (profile: ReaderProfile) => boolean, ownClass = false): ReaderProfile {
  const found = (readerProfiles as readonly ReaderProfile[]).find(match);
  if (!found) throw new Error("no such reader in the table");
  return ownClass ? found : { ...found, class: 0xff };
}

/** SCR331-DI, a real reader of class 0xFF: TPDU, T=1. */
export const ordinaryReader = (profile: ReaderProfile): boolean => profile.vid === "04e6" && profile.pid === "5111";

/** What lies before the browser: a reader with a card. */
export type Setting = Pick<StageOptions, "profile" | "ownClass" | "usbClass" | "card" | "behaviour" | "intercept" | "reader" | "slots" | "unplugged">;

interface Things {
  readonly card: VirtualCard;
  readonly reader: VirtualReader;
}

export class Stage {
  #things: Things;
  readonly testbed: UmockdevTestbed | null;
  readonly portal: Portal;
  #launched: LaunchedBrowser;
  readonly #launch: () => Promise<LaunchedBrowser>;

  static async set(options: StageOptions = {}): Promise<Stage> {
    const things = await Stage.#laid(options);
    const portal = await startPortal();
    const testbed = options.inside ? null : new UmockdevTestbed();
    try {
      if (!options.unplugged) await testbed?.plug(things.reader);
      const launch = (): Promise<LaunchedBrowser> => Stage.#launchOn(options, things.reader.profile, portal, testbed);
      return new Stage(things, testbed, portal, await launch(), launch);
    } catch (error) {
      // Nothing may stay open that would keep the process from ending.
      await portal.close();
      await testbed?.close();
      throw error;
    }
  }

  static async #laid(options: Setting): Promise<Things> {
    const image = await personalise(options.card);
    const card = createCard({ image, crypto: nodeCrypto, ...(options.behaviour ? { behaviour: options.behaviour } : {}), ...(options.intercept ? { intercept: options.intercept } : {}) });
    const found = reader(options.profile ?? ordinaryReader, options.ownClass);
    const profile = { ...found, class: options.usbClass ?? found.class };
    // A firmware that is not on the list of broken ones.
    return { card, reader: new VirtualReader({ profile: { ...profile, bcd: "50.00" }, cards: options.slots?.(card) ?? [card], serial: "TEST0001", ...options.reader }) };
  }

  static async #launchOn(options: StageOptions, profile: ReaderProfile, portal: Portal, testbed: UmockdevTestbed | null): Promise<LaunchedBrowser> {
    const launch = () => launchBrowser({
      extension: options.extension ?? fileURLToPath(new URL("../../../dist", import.meta.url)),
      portalPort: portal.port,
      spkiHash: portal.spkiHash,
      answerWithinMs: 100_000,
      ...(testbed ? { environment: testbed.environment, devices: [profile, ...(options.moreReaders ?? [])].map(({ vid, pid }) => ({ vendorId: Number.parseInt(vid, 16), productId: Number.parseInt(pid, 16) })) } : {}),
      ...(options.headless === undefined ? {} : { headless: options.headless }),
      ...(options.language ? { language: options.language } : {}),
      ...(options.darkMode ? { darkMode: true } : {}),
      ...(options.otherHosts ? { otherHosts: options.otherHosts } : {}),
      ...(options.isolatedApp ? { isolatedApp: options.isolatedApp } : {}),
      ...(options.media ? { media: true } : {}),
      ...(options.throttled ? { throttled: true } : {}),
      ...(options.others ? { others: options.others } : {}),
    });
    let launched = await launch();
    try {
      for (let attempt = 1; !(await isReady(launched)) && attempt < 5; attempt += 1) {
        await launched.close();
        launched = await launch();
      }
      return launched;
    } catch (error) {
      await launched.close();
      throw error;
    }
  }

  private constructor(things: Things, testbed: UmockdevTestbed | null, portal: Portal, launched: LaunchedBrowser, launch: () => Promise<LaunchedBrowser>) {
    this.#things = things;
    this.testbed = testbed;
    this.portal = portal;
    this.#launched = launched;
    this.#launch = launch;
  }

  get card(): VirtualCard {
    return this.#things.card;
  }

  get reader(): VirtualReader {
    return this.#things.reader;
  }

  get browser(): Browser {
    return this.#launched.browser;
  }

  /**
   * A browser that died, or no longer answers, is started anew with an empty profile. Card, reader and portal are what
   * they were: a test that builds on the card of the test before goes on with it.
   * @returns why, or null if the browser is well
   */
  async revive(): Promise<string | null> {
    const answers = await Promise.race([this.browser.version().then(() => true, () => false), new Promise<false>((resolve) => setTimeout(() => resolve(false), 20_000))]);
    if (answers) return null;
    // That it ended is told a moment after its pipe is closed.
    await until(() => this.#launched.end() !== null, "", 1_000).catch(() => {});
    const why = this.#launched.end() ?? "the browser no longer answers";
    await this.restart();
    return why;
  }

  /** Another browser with an empty profile; see `revive`. */
  async restart(): Promise<void> {
    await this.#launched.close();
    this.#launched = await this.#launch();
  }

  /** The reader for another origin, too, as if the person had chosen it there. */
  grant(origin: string): void {
    this.#launched.grant(origin);
  }

  /** A tab on the portal's front page. */
  async openPortal(path = "/", origin = portalOrigin): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(origin + path, { waitUntil: "load" });
    return page;
  }

  /** The prompt window, once it is there. */
  async prompt(): Promise<Page> {
    const target = await this.browser.waitForTarget(
      (one) => one.url().startsWith(`chrome-extension://${extensionId}/src/prompt/prompt.html`),
      { timeout: 45_000 },
    );
    const page = (await target.page()) ?? (await target.asPage());
    await page.waitForSelector("#root > *", { timeout: 45_000 });
    return page;
  }

  /** The prompt window that is not this one. */
  async otherPrompt(known: Page): Promise<Page> {
    const target = await this.browser.waitForTarget((one) => one.url().includes("/src/prompt/prompt.html") && one !== known.target(), { timeout: 45_000 });
    return (await target.page()) ?? (await target.asPage());
  }

  /** The same reader once more, as a new device on the bus. */
  async replug(): Promise<void> {
    await this.testbed?.plug(this.reader);
  }

  /** Another reader with another card in place of what was there. The browser must have been told of it (`moreReaders`). */
  async lay(setting: Setting): Promise<void> {
    await this.testbed?.unplug(this.reader);
    this.#things = await Stage.#laid(setting);
    if (!setting.unplugged) await this.replug();
  }

  /** From the portal's menu item to the prompt. */
  async ask(page: Page): Promise<Page> {
    await page.bringToFront();
    await page.click("#card");
    return await this.prompt();
  }

  /** One of the extension's own pages, in a tab. */
  async openHome(section = "card"): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/src/home/home.html#${section}`);
    await page.bringToFront();
    await page.waitForSelector("main > *");
    return page;
  }

  /** Another card for the same table of readers. */
  static async card(options: PersonaliseOptions, behaviour?: CardOptions["behaviour"]): Promise<VirtualCard> {
    return createCard({ image: await personalise(options), crypto: nodeCrypto, ...(behaviour ? { behaviour } : {}) });
  }

  async close(): Promise<void> {
    await this.#launched.close();
    await this.portal.close();
    await this.testbed?.close();
    if (this.reader.broken) throw this.reader.broken;
  }
}

/** The first-run page is closed; it opens by itself, and would lie over every tab a test opens: a hidden tab is never painted. @returns whether there is network */
async function isReady(launched: LaunchedBrowser): Promise<boolean> {
  const [connected] = await Promise.all([
    hasNetwork(launched),
    launched.browser.waitForTarget((target) => target.url().includes("home.html#welcome"), { timeout: 45_000 }).then(async (welcome) => (await welcome.page())?.close()),
  ]);
  return connected;
}

/** A browser under umockdev without network was seen before [Note: umockdev and fork]; such a one is started again. */
async function hasNetwork({ browser }: LaunchedBrowser): Promise<boolean> {
  const page = await browser.newPage();
  const loaded = await page.goto(`${portalOrigin}/style.css`, { timeout: 15_000 }).then(() => true, () => false);
  await page.close();
  return loaded;
}

/** Waits until the prompt shows a text (the catalogues' own words). */
export async function shows(page: Page, text: string, timeout = 45_000): Promise<void> {
  await page.waitForFunction((wanted: string) => document.body?.innerText.includes(wanted), { timeout, polling: 50 }, text).catch(async (cause: unknown) => {
    const shown = await page.evaluate(() => document.body?.innerText).catch(() => "nothing: the page is gone");
    throw new Error(`the page never showed “${text}”. It shows: ${shown}`, { cause });
  });
}

/**
 * Types a PIN as a person does, and Enter.
 * @param goodbye "whole": what the window says at the end stays before it closes by itself, as for a person. Nobody reads it otherwise,
 * and all else that the window does then, and in which order, is the same
 */
export async function typePin(prompt: Page, pin: string, goodbye: "brief" | "whole" = "brief"): Promise<void> {
  await prompt.waitForFunction(() => document.activeElement?.classList.contains("pin-field"), { timeout: 45_000, polling: 50 });
  if (goodbye === "brief") await withoutGoodbye(prompt);
  for (const digit of pin) await prompt.keyboard.press(digit as "0");
  await prompt.keyboard.press("Enter");
}

/** As text: in what the demo and the benchmark run, a function inside a function has a name that the page does not know. */
async function withoutGoodbye(prompt: Page): Promise<void> {
  await prompt.evaluate(`if (!globalThis.hurried) {
    globalThis.hurried = true;
    const later = setTimeout.bind(globalThis);
    globalThis.setTimeout = (act, after, ...given) => later(act, after === ${goodbyeMs} ? 0 : after, ...given);
  }`);
}

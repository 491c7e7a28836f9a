// The favourites menu over the practice portal's pages: stars, the panel in its frame, and what a hostile page can't do.
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { featureIds } from "../../src/platform/pageMessages.ts";
import { services } from "../virtual/portal/content.ts";
import { askedSince } from "./harness/asked.ts";
import { closed, givenBack, inFront, left, openPanel, pressIn, ready, showByStyle, stars, straightNonce, titles } from "./harness/favourites.ts";
import { manyGroups, saysWhenFull } from "./harness/groupActs.ts";
import { picture, screensFolder } from "./harness/look.ts";
import { openTestVault } from "./harness/openVault.ts";
import { add, drag, fileAndBack, groups, onlyStarIs, orderByKeys, remove, undoGoesWithLock } from "./harness/favouriteActs.ts";
import { addHere, amongFound, announcesFound, categories, closeByButton, leadsToVault, recent, speak, walkNarrow, waysBack } from "./harness/favouriteViews.ts";
import { openByKeys, tabIn, tabToOverlay } from "./harness/keys.ts";
import { answered, lookAt, panelShows, takesClicks } from "./harness/panels.ts";
import { clicksThroughCover } from "./harness/movedPanel.ts";
import { clickOverlay, overlayElements, panelFrame, placeOf } from "./harness/overlay.ts";
import { menuIsAlive } from "./harness/backAndForth.ts";
import { changeTogether } from "./harness/sameMoment.ts";
import { givesItUp, tellsThePageNothing } from "./harness/readyAhead.ts";
import { Stage } from "./harness/stage.ts";
import { starsBesideWords } from "./harness/starsNarrow.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call } from "./harness/vault.ts";

let stage: Stage;
beforeAll(async () => {
  mkdirSync(screensFolder, { recursive: true });
  stage = await Stage.set({ unplugged: true });
});
afterAll(async () => {
  await stage.close();
});

describe("favourites", () => {
  it.each(["classic", "app"])("every service has a star beside it: %s", async (markup) => {
    const page = await stage.openPortal(`/services?markup=${markup}`);
    // Stars are made as services come near the window: a window as long as the page has them all.
    await page.setViewport({ width: 900, height: 4_000 });
    await stars(page, services.length);
    expect(new Set((await overlayElements(page, "star")).map((one) => one.label))).toEqual(new Set(services.map((one) => add(one.title))));
    await page.setViewport({ width: 780, height: 600 });
    await picture(page, `${screensFolder}stars-${markup}.png`);
    await starsBesideWords(page, add, `stars-320-${markup}`);
    await page.close();
  });

  it("links that a style brings into view later have their stars, though nobody moves and no element changes", () => showByStyle(stage));

  it("a star puts a service into the menu, and takes it out again, in every tab", async () => {
    const [first, second] = services;
    if (!first || !second) throw new Error("no services");
    const other = await stage.openPortal("/services?markup=app");
    // A hidden tab is never looked at: it has its stars before another one covers it.
    await ready(other);
    const page = await stage.openPortal("/services?markup=classic");
    await page.bringToFront();
    const asked = askedSince(stage);
    await tabToOverlay(page, add(first.title));
    await page.keyboard.press("Enter");
    await clickOverlay(page, "star", add(second.title));
    await until(async () => (await overlayElements(other, "star")).filter((one) => one.pressed === "true").length === 2, "the other tab's stars follow");
    // The pointer still rests on the second one: its tooltip says what a click would do now.
    expect((await overlayElements(page, "star")).find((one) => one.label === remove(second.title))).toMatchObject({ pressed: "true", title: remove(second.title) });
    const frame = await openPanel(page);
    await until(async () => (await titles(frame)).join() === [first.title, second.title].join(), "both are in the menu, in their order");
    expect(asked(), "stars and menu").toEqual([]);
    await picture(page, `${screensFolder}favourites-ka.png`);
    await orderByKeys(page, frame, first.title, second.title);
    // By drag, into a group and out of it, into a file and back.
    await drag(page, frame, second.title, first.title);
    await until(async () => (await titles(frame))[0] === first.title, "dragged behind the other");
    for (const act of [categories, groups, fileAndBack]) await act(page, frame, second.title);
    await page.keyboard.press("Escape");
    await until(() => closed(page), "Escape closes the panel");
    await clickOverlay(page, "star", remove(first.title));
    await until(async () => (await overlayElements(page, "star")).filter((one) => one.pressed === "true").length === 1, "the star is empty again");
    await Promise.all([page.close(), other.close()]);
  });

  it("a star and a menu that change in the same moment in other windows: nothing is lost", () => changeTogether(stage));

  it("in a page that was left and come back to it is alive, once, and has what was changed meanwhile", () => menuIsAlive(stage));

  it("goes into the vault when the person says so: locked it is not shown, and back again it is", async () => {
    const [service] = services;
    if (!service) throw new Error("no services");
    const vault = await openTestVault(stage);
    const page = await stage.openPortal("/services");
    await page.bringToFront();
    await clickOverlay(page, "star", add(service.title));
    let frame = await openPanel(page);
    await until(async () => (await titles(frame)).includes(service.title), "the menu has it");
    const own = await titles(frame);
    const stored = async (): Promise<string> => JSON.stringify(await vault.page.evaluate(async () => await chrome.storage.local.get("favourites")));
    // The arrow keys choose, as everywhere among radio buttons.
    await tabIn(page, frame, text("fav_place_computer"));
    await page.keyboard.press("ArrowDown");
    await until(async () => !(await stored()).includes(service.title), "it is on the disk in the clear no more");
    await until(async () => (await titles(frame)).join() === own.join(), "all of it is still in the menu");
    // Undo, order and the rest work there as well. The panel's head would lie over what is scrolled under it.
    await frame.evaluate(() => document.getElementById("root")?.scrollTo(0, 0));
    await pressIn(frame, remove(service.title));
    await until(async () => !(await titles(frame)).includes(service.title), "taken out");
    await pressIn(frame, text("fav_undo"));
    await until(async () => (await titles(frame)).includes(service.title), "and back");
    await undoGoesWithLock(page, frame, vault, service.title);
    await vault.lock();
    await page.reload();
    await inFront(page);
    expect((await overlayElements(page, "star")).filter((one) => one.pressed === "true")).toEqual([]);
    // A star can't be put where nothing can be read: the menu says why.
    await clickOverlay(page, "star", add(service.title));
    frame = await panelFrame(page);
    await panelShows(frame, text("fav_locked"));
    expect(await titles(frame)).toEqual([]);
    await picture(page, `${screensFolder}favourites-locked.png`);
    await leadsToVault(page, frame, vault.page);
    await vault.unlock();
    await until(async () => (await titles(frame)).join() === own.join(), "opened, it is all there");
    await waysBack(page, vault.page);
    await takesClicks(frame);
    await tabIn(page, frame, text("fav_place_vault"));
    await page.keyboard.press("ArrowUp");
    await until(async () => (await stored()).includes(service.title), "on this computer again");
    await until(async () => ((await call(vault.page, "records", "list", "favourites")) as readonly unknown[]).length === 0, "the vault has them no more");
    await Promise.all([page.close(), vault.page.close()]);
  });

  it("sixty in fifteen groups: in order wherever they stand, and a group is moved, named anew and dissolved", () => manyGroups(stage));

  it("five hundred are all that it takes: a further star is told so", () => saysWhenFull(stage));

  it("finds services in Georgian and in Latin letters, and goes there", async () => {
    const page = await stage.openPortal("/services");
    await ready(page);
    const asked = askedSince(stage);
    const frame = await openPanel(page);
    await frame.type("input[type=search]", "jarima");
    await until(async () => (await titles(frame)).length === 3, "three services about fines");
    // The one that begins so goes first.
    expect(await titles(frame)).toEqual(["ჯარიმის გასაჩივრება", "საგზაო ჯარიმების ნახვა", "პარკირების ჯარიმის გადახდა"]);
    await announcesFound(frame, 3);
    // Only for an appeal the portal says that it needs the card.
    expect(await frame.$$eval(".service-link", (links) => links.map((link) => link.querySelector(".service-mark")?.textContent ?? null))).toEqual([text("fav_needs_card"), null, null]);
    await until(() => frame.evaluate(async () => "services-seen" in (await chrome.storage.local.get())), "what the page lists is remembered");
    expect(asked(), "the search").toEqual([]);
    // Down into what was found, and Enter follows.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await until(() => page.url().includes("/services/"), "the page around the frame goes there");
    await stars(page, 1);
    // The page, and the style sheet that it asks for itself.
    expect(asked(), "a favourite that is followed").toEqual([`GET ${new URL(page.url()).pathname}`, "GET /style.css"]);
    await addHere(page, "ჯარიმის გასაჩივრება");
    // What was seen there is found before login, on a page that lists nothing.
    await page.goto("https://www.my.gov.ge/");
    // By keyboard alone.
    const front = await openByKeys(page, text("page_menu_open"), "input");
    await page.keyboard.type("ჯარიმ");
    await until(async () => (await titles(front)).length === 3, "the services seen before");
    await amongFound(page, front);
    await recent(page, front, "ჯარიმის გასაჩივრება");
    await closeByButton(page, front);
    await page.close();
  });

  it("is made ready before it is opened, and given up in a tab that nobody looks at", () => givesItUp(stage));

  it("is accessible, in both languages and looks, at three widths", async () => {
    const page = await stage.openPortal("/services");
    await ready(page);
    const speaker = await stage.openHome("settings");
    expect(await lookAt(page, () => openPanel(page), (value) => speak(page, speaker, value), "favourites", screensFolder, (frame, lang) => walkNarrow(page, frame, lang))).toEqual([]);
    await Promise.all([page.close(), speaker.close()]);
  });

  it("leaves every kind of page byte for byte as it was when it is switched off", async () => {
    const pages: Page[] = [];
    for (const path of ["/services?markup=app", "/services/vaccination?markup=classic", "/services/address/apply", "/terms", "/notices", "/documents"]) {
      const page = await stage.openPortal(path);
      await page.bringToFront();
      // Some of it opened, too.
      if (path.startsWith("/services?")) await ready(page);
      else await clickOverlay(page, "pill-act");
      await until(async () => (await page.evaluate(() => document.documentElement.outerHTML)).includes("<moqalaqe-overlay>"), `tools in ${path}`);
      pages.push(page);
    }
    const kept = await left(stage);
    const home = await stage.openHome("settings");
    await home.evaluate((all) => chrome.storage.local.set({ featuresOff: all }), [...featureIds]);
    for (const page of pages) {
      await until(async () => !(await page.evaluate(() => document.documentElement.outerHTML)).includes("moqalaqe"), `the overlay goes from ${page.url()}`);
      const source = await page.evaluate(async () => await (await fetch(location.href)).text());
      const bare = await page.evaluate((html) => new DOMParser().parseFromString(html, "text/html").documentElement.outerHTML, source);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(bare);
    }
    await givenBack(kept, () => home.evaluate(() => chrome.storage.local.set({ featuresOff: [] })));
    // Stars are made where somebody looks.
    if (pages[0]) await inFront(pages[0]);
    await Promise.all([...pages, home].map((one) => one.close()));
  });
});

describe("a hostile portal page", () => {
  beforeAll(async () => {
    const home = await stage.openHome("help");
    await home.evaluate(() => chrome.storage.local.clear());
    await home.close();
  });
  const frameUrl = "chrome-extension://emdmhjiannddegohdhodhlkejemgjbnc/src/frame/frame.html";

  it("embeds the frame itself, with made-up nonces, one that is good, and window messages: it stays empty", async () => {
    const page = await stage.openPortal("/services");
    await inFront(page);
    await page.evaluate((url, good) => {
      for (const hash of ["", "#", `#${"0".repeat(32)}`, `#${good}`]) {
        const frame = document.createElement("iframe");
        frame.src = url + hash;
        frame.addEventListener("load", () => {
          for (const kind of ["frame/redeem", "favourites/list", "page/start"]) frame.contentWindow?.postMessage({ kind, nonce: "0".repeat(32), panel: "favourites", services: [] }, "*");
        });
        document.body.append(frame);
      }
    }, frameUrl, await straightNonce(stage));
    await until(() => page.frames().filter((one) => one.url().startsWith(frameUrl)).length === 4, "four frames of the page's own");
    for (const frame of page.frames().slice(1)) {
      await frame.waitForFunction(() => document.readyState === "complete" && location.hash === "", { polling: 50 });
      await answered(frame);
    }
    for (const frame of page.frames().slice(1)) expect(await frame.evaluate(() => document.getElementById("root")?.childElementCount)).toBe(0);
    await page.close();
  });

  it("can't see into the overlay, nor its frame's address, nor replay its nonce", async () => {
    const page = await stage.openPortal("/");
    await page.evaluateOnNewDocument(() => {
      const spied: string[] = [];
      Object.assign(globalThis, { spied });
      // oxlint-disable-next-line typescript/unbound-method -- a hostile page does just that
      Element.prototype.attachShadow = new Proxy(Element.prototype.attachShadow, {
        apply: (own, element: Element, [init]: [ShadowRootInit]) => {
          spied.push(`attachShadow ${element.localName}`);
          return own.call(element, { ...init, mode: "open" });
        },
      });
      new MutationObserver((all) => {
        for (const { addedNodes } of all) for (const node of addedNodes) if (node instanceof Element && node.shadowRoot) spied.push(`open root ${node.localName}`);
      }).observe(document, { childList: true, subtree: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name.startsWith("chrome-extension:")) spied.push(`resource ${entry.name}`);
      }).observe({ type: "resource", buffered: true });
      for (const type of ["keydown", "keyup", "keypress", "input", "beforeinput", "focusin", "click"]) {
        addEventListener(type, (event) => {
          const inside = event.composedPath().find((one) => one instanceof Element && one.getRootNode() instanceof ShadowRoot);
          if (inside) spied.push(`path ${type}`);
          if (type !== "click" && type !== "focusin" && event instanceof KeyboardEvent) spied.push(`key ${event.key}`);
        }, true);
      }
    });
    await page.goto("https://www.my.gov.ge/services", { waitUntil: "load" });
    await ready(page);
    const frame = await openPanel(page);
    await frame.type("input[type=search]", "xyz");
    const { spied, frames, active } = await page.evaluate(() => ({
      spied: (globalThis as unknown as { spied: string[] }).spied,
      frames: window.length,
      active: document.activeElement?.localName,
    }));
    expect(spied.filter((one) => !/^resource chrome-extension:\/\/[a-z]{32}\/src\/frame\/frame\.html$/.test(one))).toEqual([]);
    expect({ frames, active }).toEqual({ frames: 0, active: "moqalaqe-overlay" });
    // What the address carried is worth nothing any more, and is not in it.
    expect(await frame.evaluate(() => location.href)).toBe(frameUrl);
    await page.close();
  });

  it("clicks that it makes up change nothing", async () => {
    const page = await stage.openPortal("/services");
    await ready(page);
    await page.evaluate(() => {
      const host = document.querySelector("moqalaqe-overlay");
      for (const type of ["click", "pointerdown", "mousedown", "mouseup"]) host?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      if (host instanceof HTMLElement) host.click();
    });
    const [star] = await overlayElements(page, "star");
    if (!star) throw new Error("no star");
    const { x, y } = await placeOf(page, star);
    await page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.dispatchEvent(new MouseEvent("click", { clientX: at.x, clientY: at.y, bubbles: true, composed: true })), { x, y });
    // A person's click on another star comes behind them: when that one has had its effect, these have had theirs.
    await onlyStarIs(page, services[1]?.title ?? "");
    expect([await closed(page), await overlayElements(page, "veil")]).toEqual([true, []]);
    await page.close();
  });

  it("learns nothing of the menu that is made ready for somebody who moves in it, and has it made ready by nobody else", () => tellsThePageNothing(stage, frameUrl));

  it("a click through something laid over handle and frame opens the panel, and does nothing in it", () => clicksThroughCover(stage));
});

// A map of the portal's pages, taken from a file in the settings: refused when it is broken or old, shown before it is kept, used in
// pages that are open, and given up again.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { georgianIso } from "../../../src/consent/calendar/day.ts";
import builtIn from "../../../src/portal/sites/my-gov-ge.json" with { type: "json" };
import { pressKey } from "./form.ts";
import { look } from "./look.ts";
import { overlayElements } from "./overlay.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

const newer = new Date(Date.parse(builtIn.date) + 86_400_000).toISOString().slice(0, 10);
const map = { ...builtIn, name: "New pages", date: newer, generations: [{ name: "new", anchors: { "service-link": { selector: "main .neu a[href^='/item/']" }, "signature-field": { selector: "input" } } }], words: { terms: ["რეგლამენტი"] } };

/**
 * @param home the settings, with the word on what is missed in them
 * @param changed a page of which nothing but that map knows the services
 */
export async function takesPageMap(home: Page, changed: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "moqalaqe-map-"));
  const choose = async (name: string, content: string): Promise<void> => {
    writeFileSync(join(folder, name), content);
    const input = await home.waitForSelector<"input">("section[aria-labelledby=map-title] input[type=file]" as "input");
    await input?.uploadFile(join(folder, name));
  };
  const stars = async (): Promise<readonly (string | null)[]> => (await overlayElements(changed, "star")).filter(({ hidden }) => !hidden).map(({ label }) => label);
  try {
    await home.bringToFront();
    await shows(home, text("home_map_built_in", { DATE: georgianIso(builtIn.date) }));
    await choose("words.json", "{ \"format\": 1, ");
    await shows(home, text("home_map_bad_format"));
    await choose("large.json", JSON.stringify({ ...map, name: "x".repeat(70_000) }));
    await shows(home, text("home_map_bad_size"));
    await choose("other.json", JSON.stringify({ ...map, site: "example.ge" }));
    await shows(home, text("home_map_bad_site"));
    // Of the kind that is taken, and yet none that a browser understands.
    await choose("odd.json", JSON.stringify({ ...map, generations: [{ name: "new", anchors: { terms: { selector: "main > > p" } } }] }));
    await shows(home, text("home_map_bad_selector", { WHAT: "main > > p" }));
    await choose("same.json", JSON.stringify({ ...map, date: builtIn.date }));
    await shows(home, text("home_map_bad_older", { OWN: georgianIso(builtIn.date), DATE: georgianIso(builtIn.date) }));
    await shows(home, text("home_map_unchanged"));

    // By keyboard alone, but for the system's own window.
    writeFileSync(join(folder, "new.json"), JSON.stringify(map));
    const [chooser] = await Promise.all([home.waitForFileChooser(), pressKey(home, "home_map_choose")]);
    await chooser.accept([join(folder, "new.json")]);
    await shows(home, text("home_map_found", { FILE: "new.json", NAME: map.name, DATE: georgianIso(newer) }));
    const known = await home.$$eval("section[aria-labelledby=map-title] li", (all) => all.map((one) => one.textContent));
    expect(known, "where a signature goes is no file's to say").toEqual([text("home_drift_what_service_link"), text("home_drift_what_terms")]);
    await look(home, "settings-drift", 900, 2_900, "home_map", "everywhere");
    expect(await stars(), "nothing is kept by looking").toEqual([]);
    await home.keyboard.press("Enter");
    await shows(home, text("home_map_keep"));
    await pressKey(home, "home_map_keep");
    await shows(home, text("home_map_own", { NAME: map.name, DATE: georgianIso(newer) }));
    // What was missed before is not said of the new one.
    await home.waitForFunction(() => document.querySelector("textarea.mail-draft") === null, { polling: 50 });
    await changed.bringToFront();
    await until(async () => (await stars()).length === 4, "the page that is open has its stars, without a reload");
    expect((await stars()).every((label) => label?.includes("და გადახდა"))).toBe(true);
    await changed.reload({ waitUntil: "load" });
    await until(async () => (await stars()).length === 4, "and after one");
    const worded = await home.browser().newPage();
    await worded.setRequestInterception(true);
    worded.on("request", (request) => void (request.isNavigationRequest() ? request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: `<title>რ</title><main><h1>პორტალის რეგლამენტი</h1>${"<p>მომხმარებელი იცავს წესრიგს.</p>".repeat(4)}</main>` }) : request.continue()));
    await worded.goto("https://www.my.gov.ge/order", { waitUntil: "load" });
    await until(async () => (await overlayElements(worded, "pill-act")).length > 0, "a page that only the map's words know has its tool");
    await worded.close();

    await home.bringToFront();
    // A browser that can't write, once: it is said, and the map stays.
    await home.evaluateOnNewDocument(() => {
      let failed = false;
      // Newer browsers have the same interfaces by two names.
      const { local } = chrome.storage;
      const remove = local.remove.bind(local);
      Object.defineProperty(local, "remove", {
        value: (...given: Parameters<typeof remove>) => {
          if (failed) return remove(...given);
          failed = true;
          throw new Error("no room");
        },
      });
    });
    await home.reload({ waitUntil: "load" });
    await shows(home, text("home_map_back"));
    await pressKey(home, "home_map_back");
    await shows(home, text("home_map_stuck"));
    await shows(home, text("home_map_own", { NAME: map.name, DATE: georgianIso(newer) }));
    // It has the keyboard still.
    await home.keyboard.press("Enter");
    await shows(home, text("home_map_returned"));
    await shows(home, text("home_map_built_in", { DATE: georgianIso(builtIn.date) }));
    await changed.bringToFront();
    await until(async () => (await stars()).length === 0, "the stars are gone");
    await home.bringToFront();
    await shows(home, text("home_drift_missing", { WHAT: text("home_drift_what_service_link") }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A person writes in a page that takes steps within itself: over a slow network, away in the middle of a word, back to the same form
// drawn empty, on to another service's form with fields of the same names, and to another form under the same address.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

export interface StoredDraft {
  readonly url: string;
  readonly fields: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** Of each markup its own services, so that no draft is there before. */
const places = { classic: ["exam", "parking", "benefits"], app: ["kindergarten", "insurance", "cadastre"], third: ["tax-debt", "road-fines", "vaccination"] } as const;

/** Has another page's content ready: over a slow network, too. */
async function fetched(page: Page, path: string): Promise<void> {
  await page.evaluate(async (to) => {
    const next = new DOMParser().parseFromString(await (await fetch(to)).text(), "text/html");
    Object.assign(globalThis, { next: [to, next.querySelector("main")?.innerHTML ?? ""] });
  }, path);
}

/** The address is another page's from now on, and what is seen (`content`) at once or later. */
async function step(page: Page, what: "address" | "content" | "both"): Promise<void> {
  await page.evaluate((which) => {
    const [path, html] = (globalThis as unknown as { readonly next: readonly [string, string] }).next;
    if (which !== "content") history.pushState(null, "", path);
    const main = document.querySelector("main");
    if (which !== "address" && main) main.innerHTML = html;
  }, what);
}

/** Goes on writing at the end of the field, and waits for nothing. */
async function write(page: Page, words: string, name = "reason"): Promise<void> {
  await page.focus(`[name=${name}]`);
  await page.keyboard.press("End");
  await page.keyboard.type(words);
}

/** @param drafts what is in the vault */
export async function losesNoStep(stage: Stage, drafts: () => Promise<readonly StoredDraft[]>): Promise<void> {
  for (const [markup, [first, second, third]] of Object.entries(places)) {
    const tag = `ნაბიჯებით ${markup}`;
    const form = (service: string): string => `/services/${service}/apply?markup=${markup}`;
    const page = await stage.browser.newPage();
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(String(error)));
    const client = await page.createCDPSession();
    await client.send("Network.emulateNetworkConditions", { offline: false, latency: 250, downloadThroughput: 20_000, uploadThroughput: 20_000 });
    // Whoever begins before the page is loaded, and before the tools are there.
    await page.goto(`https://www.my.gov.ge${form(first)}`, { waitUntil: "domcontentloaded" });
    await page.bringToFront();
    // Its scripts come late, and draw in the form's place an empty one: before any tool can have heard of what was typed.
    await page.evaluate(() => {
      const drawAnew = (): void => {
        const main = document.querySelector("main");
        if (main) main.innerHTML = `${main.innerHTML} `;
      };
      document.addEventListener("input", drawAnew, { once: true });
    });
    await page.focus("[name=reason]");
    await page.keyboard.sendCharacter(`${tag}: ადრე`);
    // The tools come while somebody types, or while they rest in the middle of a text that begins like the one that is gone.
    const [soon, then] = markup === "app" ? ["ნელ", ""] : ["", "ნელ"];
    await write(page, `${tag}: ${soon}`);
    await says(page, text("page_form_stored", { TIME: "" }).split(",")[0] ?? "");
    await write(page, then);
    await fetched(page, `/services?markup=${markup}`);
    await write(page, " ქსელში");
    await step(page, "both");
    // Back, and the page has forgotten what stood in the form.
    await fetched(page, form(first));
    await step(page, "both");
    await write(page, `${tag}: თავიდან`);
    // From one form into the next, in the middle of a word.
    await fetched(page, form(second));
    await write(page, " და შუა სიტყვაშ");
    await step(page, "both");
    await write(page, `${tag}: სხვა სერვისი`);
    // The address first; its content is still on its way while somebody goes on in what they see: that is still the form before.
    await fetched(page, form(third));
    await step(page, "address");
    await write(page, " ისევ აქ");
    await step(page, "content");
    await write(page, `${tag}: მესამე`);
    // Another form, the second of its steps, under the same address.
    await page.evaluate((title) => {
      const main = document.querySelector("main");
      if (main) main.innerHTML = `<h1>${title}</h1><form><label>ქალაქი<input name="city"></label><label>ქუჩა<input name="street"></label><label>შენიშვნა<textarea name="note"></textarea></label><button>გაგზავნა</button></form>`;
    }, "ნაბიჯი 2");
    await write(page, `${tag}: მეორე ნაბიჯი`, "note");

    const wanted = [
      [first, `${tag}: ადრე`],
      [first, `${tag}: ნელ ქსელში`],
      [first, `${tag}: თავიდან და შუა სიტყვაშ`],
      [second, `${tag}: სხვა სერვისი ისევ აქ`],
      [third, `${tag}: მესამე`],
      [third, `${tag}: მეორე ნაბიჯი`],
    ] as const;
    const stored = async (): Promise<readonly string[]> => (await drafts()).flatMap(({ url, fields }) => fields.flatMap(({ values }) => values.filter((one) => one.startsWith(`${tag}: `)).map((one) => `${url.split("/")[4] ?? ""} ${one}`)));
    const all = wanted.map((one) => one.join(" ")).toSorted();
    // Each of them once, at its own form, and nothing else.
    await until(async () => (await stored()).toSorted().join("\n") === all.join("\n"), `${markup}: every word is kept`).catch(async () => expect(await stored()).toEqual(all));
    expect(failures).toEqual([]);
    await page.close();
  }
}

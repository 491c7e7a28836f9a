// Each tool by its own switch in the settings: alone in every kind of page that it is for, and among all the others.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { type FeatureId, featureIds } from "../../../src/platform/pageMessages.ts";
import { markups } from "../../virtual/portal/markup/markups.ts";
import { overlayElements, overlayTexts } from "./overlay.ts";
import { type Key, text } from "./texts.ts";
import { until } from "./until.ts";

interface Tool {
  /** The handle, or the button of a pill, that it is known by. */
  readonly said: Key;
  /** The kinds of pages that it is looked at in. */
  readonly kinds: readonly string[];
  /** What else there is in the last of them, beside the two handles. */
  readonly beside?: readonly FeatureId[];
}

const tools: Readonly<Record<FeatureId, Tool>> = {
  favourites: { said: "page_menu_open", kinds: ["sent", "password", "services"] },
  data: { said: "page_data_open", kinds: ["applications", "answers", "front"] },
  applications: { said: "page_form_open", kinds: ["apply"], beside: ["documents"] },
  terms: { said: "page_terms_open", kinds: ["terms", "notices", "service-terms"] },
  consent: { said: "page_consent_open", kinds: ["service"] },
  answers: { said: "page_answer_save", kinds: ["answer"] },
  documents: { said: "page_documents_open", kinds: ["documents"] },
  signing: { said: "page_sign_act", kinds: ["web-eid", "apply-signed"], beside: ["applications", "documents"] },
  personal: { said: "page_personal_open", kinds: ["civil-acts", "property", "crossings", "personal"] },
  profile: { said: "page_profile_open", kinds: ["profile"] },
  password: { said: "page_password_open", kinds: ["registered", "password-change"] },
  registration: { said: "page_registration_open", kinds: ["register"] },
};
/** Where a site asks for signatures by the Web eID messages there is no form, and nothing for this tool to show. */
const showsNothing = (kind: string): boolean => kind === "web-eid";

/** The tools that can be seen in a page, sorted. */
async function seen(page: Page): Promise<readonly FeatureId[]> {
  const handles = (await overlayElements(page, "handle")).map(({ label }) => label);
  const said = [...handles, ...(await overlayTexts(page, "pill-act"))];
  return featureIds.filter((id) => said.includes(text(tools[id].said)));
}

async function becomes(page: Page, wanted: readonly FeatureId[], what: string): Promise<void> {
  await until(async () => (await seen(page)).join() === wanted.join(), what).catch(async (cause: unknown) => {
    throw new Error(`${what}: wanted ${wanted.join()}, seen ${(await seen(page)).join()}`, { cause });
  });
}

/** The page as it was sent, and as it is. */
async function sentAndNow(page: Page): Promise<{ readonly sent: string; readonly now: string }> {
  return page.evaluate(async () => {
    const source = await (await fetch(location.href)).text();
    return { sent: new DOMParser().parseFromString(source, "text/html").documentElement.outerHTML, now: document.documentElement.outerHTML };
  });
}

/**
 * Switched on alone, a tool is there and no other is; switched off again the page is byte for byte as it was sent. Among all of them it
 * goes and comes back alone.
 * @param page of somebody who is signed in
 * @param home the settings, with the switches
 * @param paths a page of each kind
 */
export async function eachSwitch(page: Page, home: Page, paths: Readonly<Record<string, string>>): Promise<void> {
  const set = (off: readonly FeatureId[]): Promise<void> => home.evaluate((ids) => chrome.storage.local.set({ featuresOff: ids }), [...off]);
  const turn = async (id: FeatureId, on: boolean): Promise<void> => {
    const box = await home.waitForSelector(`::-p-xpath(//label[.//span/text()="${text(`home_tool_${id}`)}"]//input)`);
    // As it stands by now: the settings hear of a change as the page does.
    await home.waitForFunction((one: Element, before: boolean) => (one as HTMLInputElement).checked === before, { polling: 20 }, box as never, !on);
    await box?.evaluate((one) => (one as HTMLInputElement).click());
  };
  const visited = new Set<string>();
  let turned = 0;
  await page.bringToFront();
  for (const id of featureIds) {
    const { kinds, beside = [] } = tools[id];
    for (const kind of kinds) {
      // The look of which no selector is known is the first of every three.
      const { name } = markups[(turned += 1) % markups.length] ?? markups[0] ?? { name: "" };
      await set(featureIds.filter((one) => one !== id));
      await page.goto(`https://www.my.gov.ge${paths[kind] ?? ""}?markup=${name}`, { waitUntil: "load" });
      visited.add(kind);
      if (showsNothing(kind)) await until(() => page.evaluate(() => document.documentElement.lastElementChild?.localName === "moqalaqe-overlay"), `${id} in ${kind}, ${name}: it runs`);
      else await becomes(page, [id], `${id} alone in ${kind}, ${name}`);
      await turn(id, false);
      await until(() => page.evaluate(() => document.documentElement.lastElementChild?.localName === "body"), `${id} goes from ${kind}, ${name}`);
      const { sent, now } = await sentAndNow(page);
      expect(now, `${kind}, ${name}, without ${id}`).toBe(sent);
    }
    await turn(id, true);
    await becomes(page, [id], `${id} comes back`);
    await set([]);
    const together = featureIds.filter((one) => [id, "favourites", "data", ...beside].includes(one));
    await becomes(page, together, `${id} among all of them`);
    await turn(id, false);
    await becomes(page, together.filter((one) => one !== id), `${id} alone goes, the others stay`);
    await turn(id, true);
    await becomes(page, together, `${id} is back among the others`);
  }
  expect([...visited].toSorted(), "no kind of page was left out").toEqual(Object.keys(paths).toSorted());
}

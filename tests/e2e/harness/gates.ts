// What stands in a panel's place while there is no vault, or it is locked: the same for all, and yet each has its own words and way in.
import type { Frame, Page } from "puppeteer";
import { samplePages } from "../../virtual/portal/forms/samplePages.ts";
import { enterIn } from "./keys.ts";
import { screensFolder } from "./look.ts";
import { clickOverlay, overlayElements, overlayTexts, panelFrame } from "./overlay.ts";
import { lookInside, metricsOf, panelShows, says, takesClicks } from "./panels.ts";
import { signIn } from "./signIn.ts";
import type { Stage } from "./stage.ts";
import { type Key, text } from "./texts.ts";
import { until } from "./until.ts";

type Language = "ka" | "en";

/** A page that has the panel, and what its pill's button says there; null: the handle at the window's side. */
const gates = [
  { panel: "data", path: "/services", opens: null },
  { panel: "applications", path: "/services/address/apply", opens: "page_form_open" },
  { panel: "documents", path: "/documents", opens: "page_documents_open" },
  { panel: "terms", path: "/terms", opens: "page_terms_open" },
  { panel: "answers", path: "", opens: "page_answer_open" },
  { panel: "personal", path: "/personal", opens: "page_personal_open" },
  { panel: "profile", path: "/profile", opens: "page_profile_open" },
] as const satisfies readonly { readonly panel: string; readonly path: string; readonly opens: Key | null }[];

/** Clicks the pill's button with these words. */
async function clickPill(page: Page, words: string): Promise<void> {
  let nth = -1;
  await until(async () => (nth = (await overlayTexts(page, "pill-act")).indexOf(words)) >= 0, `a pill says ${words}`);
  await clickOverlay(page, "pill-act", null, nth);
}

async function open(page: Page, kind: "none" | "locked", { panel, opens }: (typeof gates)[number], lang: Language): Promise<Frame> {
  if (opens === null) await clickOverlay(page, "handle-data", text("page_data_open", {}, lang));
  else {
    // An answer has a panel once it is kept; where there is nothing to keep it in, its panel comes by itself.
    if (panel === "answers") await clickPill(page, text("page_answer_save", {}, lang));
    if (panel !== "answers" || kind === "locked") await clickPill(page, text(opens, {}, lang));
  }
  return panelFrame(page);
}

/**
 * Looks at all of them in both languages, at three widths, light and dark. Each is opened once in a language, which the pages are
 * loaded in: what a look costs is the opening.
 * @param control a page of the extension's own
 */
export async function lookAtGates(stage: Stage, control: Page, kind: "none" | "locked"): Promise<readonly string[]> {
  const page = await stage.browser.newPage();
  await signIn(stage, page);
  const answer = samplePages(stage.portal.office).paths["answer"] ?? "";
  const { metrics, usual } = await metricsOf(page);
  const wrong: string[] = [];
  for (const lang of ["ka", "en"] as const) {
    await control.evaluate((value) => chrome.storage.local.set({ language: value }), lang);
    for (const gate of gates) {
      await metrics(320);
      await page.goto(`https://www.my.gov.ge${gate.path || answer}`, { waitUntil: "load" });
      await page.bringToFront();
      if (gate.panel === "applications" && kind === "none") await says(page, text("page_form_tools_none", {}, lang));
      const frame = await open(page, kind, gate, lang);
      await panelShows(frame, text(`form_vault_${kind}_${gate.panel}`, {}, lang));
      wrong.push(...(await lookInside(page, frame, metrics, lang, `${gate.panel}-${kind}`, screensFolder)));
      await page.keyboard.press("Escape");
      await until(async () => (await overlayElements(page, "panel")).every((one) => one.hidden), "Escape closes it");
    }
  }
  // The last one's way out, by keyboard.
  const frame = await open(page, kind, gates[6], "en");
  await takesClicks(frame);
  await enterIn(page, frame, text(kind === "none" ? "form_vault_make" : "form_vault_open", {}, "en"));
  await until(() => stage.browser.targets().some((one) => one.url().endsWith("home.html#documents")), "the home page is there, where the vault is");
  await usual();
  await control.evaluate(() => chrome.storage.local.set({ language: "ka" }));
  await page.close();
  return wrong;
}

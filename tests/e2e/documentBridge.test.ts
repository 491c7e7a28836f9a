// Between the vault and the portal: a document into a file field, and the portal's stored document into the vault.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Frame, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../virtual/portal/forms/office.ts";
import { closeByKeys, enterIn, openByKeys, tabIn } from "./harness/keys.ts";
import { overlayTexts } from "./harness/overlay.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { lookAt, openPanel, panelShows, press } from "./harness/panels.ts";
import { Stage } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call, type VaultScope } from "./harness/vault.ts";

const pictures = fileURLToPath(new URL("../../node_modules/.cache/screens/", import.meta.url));
const bytes = Uint8Array.from({ length: 6_000_000 }, (_, i) => i % 251);

async function open(page: Page): Promise<Frame> {
  let nth = -1;
  await until(async () => {
    nth = (await overlayTexts(page, "pill-act")).indexOf(text("page_documents_open"));
    if (nth < 0) nth = (await overlayTexts(page, "pill-act")).indexOf(text("page_documents_open", {}, "en"));
    return nth >= 0;
  }, "the pill is there");
  return openPanel(page, nth);
}

let stage: Stage;
let vault: TestVault;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  stage = await Stage.set({ unplugged: true });
  vault = await openTestVault(stage);
  await vault.page.evaluate(async () => {
    const content = Uint8Array.from({ length: 6_000_000 }, (_, i) => i % 251);
    const { vault: own } = globalThis as unknown as VaultScope;
    for (let nth = 1; nth <= 8; nth += 1) await own("documents", "add", new File([String(nth)], `ძველი ${nth}.txt`), { name: `ძველი ${nth}.txt`, type: "text/plain" });
    await own("documents", "add", new File([content], "დიპლომი.pdf", { type: "application/pdf" }), { name: "დიპლომი.pdf", type: "application/pdf" });
  });
});
afterAll(async () => {
  await stage.close();
});

describe.each(["classic", "app"] as const)("the document store bridge: %s", { timeout: 180_000 }, (markup) => {
  beforeAll(() => {
    stage.portal.office.documents.length = 0;
  });

  it("a document of six megabytes goes to the portal's store, byte for byte, and comes back", async () => {
    const page = await stage.openPortal(`/documents?markup=${markup}`);
    const frame = await openByKeys(page, text("page_documents_open"));
    await panelShows(frame, "დიპლომი.pdf");
    // The newest are shown, with the number of the others, which a search finds.
    const { total } = (await call(vault.page, "documents", "search", {})) as { readonly total: number };
    await panelShows(frame, text("form_documents_more", { COUNT: total - 8 }));
    expect(await frame.$$eval(".entry b", (all) => all.map((one) => one.textContent))).not.toContain("ძველი 1.txt");
    await tabIn(page, frame, text("form_documents_search"));
    await page.keyboard.type("ძველი 1");
    await panelShows(frame, "ძველი 1.txt");
    for (let i = 0; i < "ძველი 1".length; i += 1) await page.keyboard.press("Backspace");
    await page.keyboard.type("არ არსებობს");
    await panelShows(frame, text("form_documents_none"));
    for (let i = 0; i < "არ არსებობს".length; i += 1) await page.keyboard.press("Backspace");
    await panelShows(frame, "დიპლომი.pdf");
    await enterIn(page, frame, text("form_documents_choose_of", { NAME: "დიპლომი.pdf" }));
    await panelShows(frame, text("form_documents_put", { NAME: "დიპლომი.pdf" }));
    await closeByKeys(page, text("page_documents_open"));
    await until(async () => (await page.evaluate(() => document.querySelector<HTMLInputElement>("input[type=file]")?.files?.length)) === 1, "the page's field has it");
    await page.click("form button");
    await until(() => stage.portal.office.documents.length === 1, "the portal has it");
    expect(stage.portal.office.documents[0]).toMatchObject({ name: "დიპლომი.pdf", size: bytes.length, sha256: sha256(bytes) });
    const again = await open(page);
    await enterIn(page, again, text("form_documents_keep_of", { NAME: "დიპლომი.pdf" }));
    await panelShows(again, text("form_documents_twice"));
    const { documents } = (await call(vault.page, "documents", "search", {})) as { documents: readonly { source: string; revisions: readonly { sha256: string }[] }[] };
    expect(documents.map((one) => [one.source, one.revisions[0]?.sha256])).toContainEqual(["portal", sha256(bytes)]);
    await page.keyboard.press("Escape");
    const language = async (value: "ka" | "en"): Promise<void> => {
      await vault.page.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), value);
      await until(async () => (await overlayTexts(page, "pill-act")).includes(text("page_documents_open", {}, value)), "the pill in the other language");
    };
    if (markup === "classic") expect(await lookAt(page, () => open(page), language, `documents-bridge-${markup}`, pictures)).toEqual([]);
    await page.close();
  });

  it("a document put into an application belongs to its draft", async () => {
    const drafts = async (): Promise<number> => ((await call(vault.page, "records", "list", "drafts")) as readonly unknown[]).filter((one) => JSON.stringify(one).includes(sha256(bytes))).length;
    const before = await drafts();
    const page = await stage.openPortal(`/services/${markup === "classic" ? "address" : "birth"}/apply?markup=${markup}`);
    await page.type("[name=fullName]", "ნინო");
    const frame = await open(page);
    await frame.waitForSelector(`::-p-xpath(//button[normalize-space()="${text("form_documents_choose")}"])`);
    await press(frame, text("form_documents_choose"));
    await panelShows(frame, text("form_documents_put", { NAME: "დიპლომი.pdf" }));
    await until(async () => (await drafts()) === before + 1, "the draft has the file");
    await page.close();
  });
});

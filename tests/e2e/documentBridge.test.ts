// Between the vault and the portal: a document into a file field, and the portal's stored document into the vault.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Frame, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../virtual/portal/forms/office.ts";
import { askedSince } from "./harness/asked.ts";
import { closeByKeys, enterIn, openByKeys, tabIn } from "./harness/keys.ts";
import { overlayTexts } from "./harness/overlay.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { lookAt, openPanel, panelShows } from "./harness/panels.ts";
import { Stage } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { percentsOf, someHasCome, stopByKeys, tidyMemory, underwaySeen, watchUnderway } from "./harness/underway.ts";
import { call, type VaultScope } from "./harness/vault.ts";
import { walk } from "./harness/walk.ts";

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
  // Nobody has looked for anything yet: "there is no such document" would be said of nothing.
  const page = await stage.openPortal("/documents");
  await panelShows(await openByKeys(page, text("page_documents_open")), text("own_documents_none"));
  await page.close();
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
    if (markup === "classic") await walk(page, frame);
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
    const asked = askedSince(stage);
    await enterIn(page, frame, text("form_documents_choose_of", { NAME: "დიპლომი.pdf" }));
    await panelShows(frame, text("form_documents_put", { NAME: "დიპლომი.pdf" }));
    await closeByKeys(page, text("page_documents_open"));
    await until(async () => (await page.evaluate(() => document.querySelector<HTMLInputElement>("input[type=file]")?.files?.length)) === 1, "the page's field has it");
    expect(asked(), "a document that goes into the field").toEqual([]);
    await page.click("form button");
    await until(() => stage.portal.office.documents.length === 1, "the portal has it");
    expect(stage.portal.office.documents[0]).toMatchObject({ name: "დიპლომი.pdf", size: bytes.length, sha256: sha256(bytes) });
    const again = await open(page);
    const askedBack = askedSince(stage);
    await enterIn(page, again, text("form_documents_keep_of", { NAME: "დიპლომი.pdf" }));
    await panelShows(again, text("form_documents_twice"));
    expect(askedBack(), "a document that comes back").toEqual([expect.stringMatching(/^GET \/documents\/.+/)]);
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
    const page = await stage.openPortal(`/services/${markup === "classic" ? "border" : "birth"}/apply?markup=${markup}`);
    await page.type("[name=fullName]", "ნინო");
    const frame = await openByKeys(page, text("page_documents_open"));
    await panelShows(frame, "დიპლომი.pdf");
    // Where the page has several fields the person says into which.
    const fields = await page.$$eval("form.application input[type=file], form[data-send] input[type=file]", (all) => all.map((one) => one.name));
    expect(fields).toHaveLength(markup === "classic" ? 2 : 1);
    if (fields.length > 1) {
      await tabIn(page, frame, text("form_documents_field"));
      await page.keyboard.press("ArrowDown");
      await until(() => frame.$eval("select", (one) => one.value === "1"), "the second field is chosen");
    }
    await enterIn(page, frame, text("form_documents_choose_of", { NAME: "დიპლომი.pdf" }));
    await panelShows(frame, text("form_documents_put", { NAME: "დიპლომი.pdf" }));
    expect(await page.$eval(`input[name=${fields.at(-1) ?? ""}]`, (one) => [...(one.files ?? [])].map(({ name }) => name))).toEqual(["დიპლომი.pdf"]);
    await until(async () => (await drafts()) === before + 1, "the draft has the file");
    await page.close();
  });
});

describe("files that are long on their way", { timeout: 180_000 }, () => {
  const slow = { piece: 60_000, restMs: 40, length: true } as const;
  const content = Uint8Array.from({ length: 1_500_000 }, (_, i) => (i * 7) % 253);
  const name = "ნელი.pdf";
  /** What the vault has: documents, and pieces of any in its store. */
  const inVault = async (): Promise<readonly [total: number, sizes: readonly number[]]> => {
    const { documents, total } = (await call(vault.page, "documents", "search", { text: "ნელი" })) as { readonly total: number; readonly documents: readonly { readonly revisions: readonly { readonly size: number }[] }[] };
    return [total, documents.map(({ revisions }) => revisions[0]?.size ?? 0)];
  };
  /** Pieces of documents in the database, whosever. */
  const pieces = async (): Promise<number> =>
    vault.page.evaluate(async () => {
      const [{ name: database = "" } = {}] = (await indexedDB.databases()).filter((one) => one.name?.includes("vault"));
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(database);
        asked.addEventListener("success", () => resolve(asked.result));
        asked.addEventListener("error", () => reject(asked.error ?? new Error("no database")));
      });
      const count = await new Promise<number>((resolve) => {
        const asked = opened.transaction("chunk").objectStore("chunk").count();
        asked.addEventListener("success", () => resolve(asked.result));
      });
      opened.close();
      return count;
    });
  let page: Page;
  let frame: Frame;
  const endings = (): number => stage.portal.office.given.length;
  const again = async (slowly: NonNullable<typeof stage.portal.office.slowly>): Promise<void> => {
    stage.portal.office.slowly = slowly;
    await watchUnderway(frame);
    await enterIn(page, frame, text("form_documents_keep_of", { NAME: name }));
  };
  beforeAll(async () => {
    stage.portal.office.documents.length = 0;
    stage.portal.office.keep(name, content);
    page = await stage.openPortal("/documents?markup=classic");
    frame = await openByKeys(page, text("page_documents_open"));
    await panelShows(frame, text("form_documents_keep"));
  });
  afterAll(async () => {
    stage.portal.office.slowly = null;
    await page.close();
  });

  it("from the portal: stopped, nothing is kept, and the portal need not send the rest", async () => {
    const [before, ended] = [await pieces(), endings()];
    await again({ ...slow, restMs: 200 });
    await someHasCome(frame);
    await stopByKeys(page, frame, name);
    await panelShows(frame, text("form_documents_stopped"));
    await until(() => endings() === ended + 1, "the portal knows that nobody wants the rest");
    expect(stage.portal.office.given.at(-1)).toBe(false);
    expect(await inVault()).toEqual([0, []]);
    await until(async () => (await pieces()) === before, "no piece is left");
  });

  it("from the portal: broken off half way, that is said, and nothing half is kept", async () => {
    const before = await pieces();
    await again({ ...slow, breaksAfter: 700_000 });
    await panelShows(frame, text("form_documents_broken"));
    expect(percentsOf(await underwaySeen(frame)).length).toBeGreaterThan(0);
    expect(await inVault()).toEqual([0, []]);
    await until(async () => (await pieces()) === before, "no piece is left");
  });

  it("from the portal: the panel is closed meanwhile, and nothing is kept", async () => {
    const [before, ended] = [await pieces(), endings()];
    // Slow enough for whoever closes it on a busy machine: all of it would else have come.
    await again({ ...slow, restMs: 200 });
    await someHasCome(frame);
    await page.keyboard.press("Escape");
    await until(() => endings() === ended + 1, "the portal knows that nobody wants the rest");
    expect(stage.portal.office.given.at(-1)).toBe(false);
    await until(async () => (await pieces()) === before, "no piece is left");
    expect(await inVault()).toEqual([0, []]);
    frame = await openByKeys(page, text("page_documents_open"));
    await panelShows(frame, text("form_documents_keep"));
  });

  it("from the portal: the percent is seen to grow, and then all of it is there", async () => {
    await again(slow);
    await someHasCome(frame);
    // A stream is not forgotten because nothing comes for a moment.
    await tidyMemory(page);
    await panelShows(frame, text("form_documents_kept"));
    const seen = percentsOf(await underwaySeen(frame));
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(await inVault()).toEqual([1, [content.length]]);
    const { documents } = (await call(vault.page, "documents", "search", { text: "ნელი" })) as { readonly documents: readonly { readonly revisions: readonly { readonly sha256: string }[] }[] };
    expect(documents[0]?.revisions[0]?.sha256).toBe(sha256(content));
  });

  it("from the portal: where it does not say how long the file is, what has come is said", async () => {
    await again({ ...slow, restMs: 20, length: false });
    await panelShows(frame, text("form_documents_twice"));
    const seen = (await underwaySeen(frame)).filter(([words]) => !words.endsWith("%") && /[1-9]/.test(words));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(([, value]) => value === null)).toBe(true);
    expect(await inVault()).toEqual([2, [content.length, content.length]]);
  });

  it("from the vault: the percent is seen; stopped, nothing is in the page; and then it is", async () => {
    const big = "დიდი.bin";
    const size = 60_000_000;
    await vault.page.evaluate(async (called, length) => void (await (globalThis as unknown as VaultScope).vault("documents", "add", new File([new Uint8Array(length)], called), { name: called, type: "application/octet-stream" })), big, size);
    await page.keyboard.press("Escape");
    frame = await openByKeys(page, text("page_documents_open"));
    await panelShows(frame, big);
    await watchUnderway(frame);
    const inPage = (): Promise<readonly number[]> => page.evaluate(() => [...(document.querySelector<HTMLInputElement>("input[type=file]")?.files ?? [])].map((one) => one.size));
    await enterIn(page, frame, text("form_documents_choose_of", { NAME: big }));
    await someHasCome(frame);
    // Who looks for another document meanwhile still sees this one, and can stop it.
    await frame.$eval("input[type=search]", (field) => {
      field.value = "არ არსებობს";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await panelShows(frame, text("form_documents_none"));
    await stopByKeys(page, frame, big);
    await panelShows(frame, text("form_documents_unput"));
    expect(await inPage()).toEqual([]);
    expect(percentsOf(await underwaySeen(frame)).length).toBeGreaterThan(0);
    await enterIn(page, frame, text("form_documents_choose_of", { NAME: big }));
    await panelShows(frame, text("form_documents_put", { NAME: big }));
    expect(await inPage()).toEqual([size]);
  });
});

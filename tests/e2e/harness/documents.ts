// The home page's "sign a document", driven as a person does.
import type { Page } from "puppeteer";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import type { VerificationReport } from "../../../src/signing/verify/report.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { pressButtonText, promptsOpen } from "./login.ts";
import { shows, type Stage, typePin } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

export const signingPin = "739154";

/** Files dropped on the page: the browser's own dialogue can't be driven. */
export async function choose(home: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await home.waitForSelector(".drop-zone");
  const plain = Object.entries(files).map(([name, data]) => [name, Buffer.from(data).toString("base64")] as const);
  await home.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const [name, base64] of all) transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name, { type: "application/pdf" }));
    document.querySelector(".drop-zone")?.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, plain);
}

/** The browser's save dialogue can't be driven: the person's folder is one of the browser's own file system instead. */
export async function saveInto(home: Page): Promise<void> {
  await home.evaluate(() => {
    const root = navigator.storage.getDirectory();
    Object.assign(globalThis, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => await (await root).getFileHandle(suggestedName, { create: true }),
      showDirectoryPicker: async () => await root,
    });
  });
}

/** An extension has no quota to fill up: the writer fails after its first kilobyte, as the browser's does on a full disk. */
export async function fillDisk(home: Page, full: boolean): Promise<void> {
  await home.evaluate((isFull) => {
    const { prototype } = FileSystemFileHandle;
    const kept = globalThis as unknown as { createWritable?: typeof prototype.createWritable };
    // oxlint-disable-next-line typescript/unbound-method -- called with its handle below
    kept.createWritable ??= prototype.createWritable;
    const real = kept.createWritable;
    prototype.createWritable = async function (this: FileSystemFileHandle) {
      const out = await real.call(this);
      if (isFull) {
        const write = out.write.bind(out);
        out.write = async (data) => {
          await write((data as Blob).slice(0, 1024));
          throw new DOMException("no space left", "QuotaExceededError");
        };
      }
      return out;
    };
  }, full);
}

export async function saved(home: Page, name: string): Promise<Uint8Array> {
  const base64 = await home.evaluate(async (wanted) => {
    const file = await (await (await navigator.storage.getDirectory()).getFileHandle(wanted)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  }, name);
  return new Uint8Array(Buffer.from(base64, "base64"));
}

export async function openSign(stage: Stage): Promise<Page> {
  const home = await stage.openHome("sign");
  await shows(home, text("sign_doc_title"));
  await saveInto(home);
  return home;
}

export async function pageShown(page: Page): Promise<void> {
  await page.waitForSelector("canvas[data-shown]", { timeout: 45_000 });
}

/** Press, the prompt, one PIN, and the signed documents are back. */
export async function signTogether(stage: Stage, home: Page, label: string, documents: number): Promise<void> {
  const { prompt } = await startSigning(stage, home, label);
  await typePin(prompt, signingPin);
  await until(async () => (await outcomes(home)) === documents, "the signature comes back", 60_000);
  await until(() => promptsOpen(stage) === 0, "the window closes by itself");
  await home.bringToFront();
}

export async function startSigning(stage: Stage, home: Page, label: string): Promise<{ readonly prompt: Page }> {
  await pressButtonText(home, label);
  return { prompt: await stage.prompt() };
}

export async function openDetails(page: Page, summary: string): Promise<void> {
  await shows(page, summary);
  await page.evaluate((wanted) => {
    const found = [...document.querySelectorAll("summary")].find((one) => one.textContent === wanted)?.parentElement;
    if (found instanceof HTMLDetailsElement) found.open = true;
  }, summary);
}

export async function pickFormat(home: Page, format: "container" | "detached"): Promise<void> {
  await openDetails(home, text("sign_format_more"));
  const label = text(`sign_format_${format}`);
  await home.evaluate((wanted) => [...document.querySelectorAll("label")].find((one) => one.textContent === wanted)?.querySelector("input")?.click(), label);
}

export async function removeAll(home: Page): Promise<void> {
  await home.waitForSelector(".document-line");
  while ((await home.$$(".document-line")).length > 0) await home.evaluate((label) => [...document.querySelectorAll("button")].find((one) => one.textContent === label)?.click(), text("sign_doc_remove"));
}

export async function verify(name: string, data: Uint8Array, content: Uint8Array | null): Promise<VerificationReport> {
  const blob = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)]);
  return await verifyFile({ name, data: blob(data) }, content && { name: "content", data: blob(content) }, { anchors: anchors([(await authorities()).root]), now: Date.now() });
}

export const outcomes = (home: Page): Promise<number> => home.$$eval("[data-outcome=signed]", (all) => all.length);
export const blockPlace = (home: Page): Promise<string> => home.$eval(".block-box", (one) => (one as HTMLElement).style.cssText);

// A file of one gigabyte, signed by a person in the home page: a progress bar, a way to stop, and memory that does not grow
// with the file. Through the shipped build, with the card behind real WebUSB.
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { outcomes, pickFormat, saved, saveInto, signingPin } from "../e2e/harness/documents.ts";
import { pressButtonText } from "../e2e/harness/login.ts";
import { Stage, typePin } from "../e2e/harness/stage.ts";
import { text } from "../e2e/harness/texts.ts";
import { until } from "../e2e/harness/until.ts";
import { authorities } from "../virtual/ca/authority.ts";
import { pem } from "../virtual/signing/judge.ts";
import { findTool, runTool } from "../virtual/vpcd/tool.ts";
import { ProcessMemory } from "./processMemory.ts";

export interface GigabyteFigures {
  /** From the click to the PIN field: reading and hashing. */
  readonly hashMs: number;
  /** From the press of "Cancel" until the window is gone. */
  readonly cancelMs: number;
  /** Above what the browser had with the window open and the file chosen. See: [Note: summed PSS] in processMemory.ts. */
  readonly memoryMb: number;
}

const size = 1024 ** 3;
const patience = 120_000;

/** @throws Error when the bar never moves, "Cancel" does not stop it, or openssl does not take the signature */
export async function gigabyte(): Promise<GigabyteFigures> {
  const dir = mkdtempSync(join(tmpdir(), "moqalaqe-gigabyte-"));
  const path = join(dir, "film.bin");
  // Holes, and a word at either end: it takes no room, and it is read like any other.
  const file = openSync(path, "w");
  writeSync(file, "begin", 0);
  writeSync(file, "end", size - 3);
  closeSync(file);
  const stage = await Stage.set({ card: { signingPin } });
  try {
    const home = await stage.openHome("sign");
    // tsx wraps named functions in a helper that the page does not have.
    await home.evaluate("globalThis.__name = (one) => one");
    await saveInto(home);
    const memory = new ProcessMemory(stage.browser.process()?.pid ?? 0);
    await (await home.$<"input">('.drop-zone input[type="file"]' as "input"))?.uploadFile(path);
    await pickFormat(home, "detached");
    await pressButtonText(home, text("sign_doc_sign_one"));
    const stopped = await stage.prompt();
    await moves(stopped);
    const pressed = performance.now();
    const closed = new Promise((resolve) => stopped.once("close", resolve));
    await pressButtonText(stopped, text("common_cancel"));
    await closed;
    const cancelMs = performance.now() - pressed;
    if ((await outcomes(home)) !== 0) throw new Error("it was signed in spite of Cancel");

    await home.bringToFront();
    const start = performance.now();
    await pressButtonText(home, text("sign_doc_sign_one"));
    const prompt = await stage.prompt();
    memory.begin();
    await moves(prompt);
    await prompt.waitForSelector(".pin-field", { timeout: patience });
    const hashMs = performance.now() - start;
    await typePin(prompt, signingPin, "whole");
    await until(async () => (await outcomes(home)) === 1, "the signature comes back", patience);
    const memoryMb = memory.end();
    await home.bringToFront();
    await pressButtonText(home, text("sign_doc_save"));
    await until(async () => (await home.evaluate(() => document.body.innerText)).includes(text("sign_doc_state_saved")), "it is saved");
    writeFileSync(join(dir, "film.p7s"), await saved(home, "film.bin.p7s"));
    writeFileSync(join(dir, "ca.pem"), pem((await authorities()).root));
    const args = ["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "film.p7s", "-content", "film.bin", "-CAfile", "ca.pem", "-purpose", "any", "-out", "/dev/null"];
    const { code, stderr } = await runTool(findTool("openssl", "openssl"), args, { cwd: dir });
    if (code !== 0) throw new Error(stderr);
    return { hashMs, cancelMs, memoryMb };
  } finally {
    await stage.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The bar is there, and has been seen at two places between its ends. */
async function moves(prompt: Page): Promise<void> {
  const seen = new Set<number>();
  await until(
    async () => {
      const value = await prompt.$eval("progress", (one) => one.position).catch(() => 0);
      if (value > 0 && value < 1) seen.add(value);
      return seen.size >= 2;
    },
    "the progress bar moves",
    patience,
  );
}

// A tab that dies while somebody types in it: nothing waits for the vault before.
import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { expect } from "vitest";
import { crash } from "./crash.ts";
import type { TestVault } from "./openVault.ts";
import { says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";

type Kept = { readonly fields: readonly { readonly key: string; readonly values: readonly string[] }[]; readonly attachments: readonly unknown[] } | undefined;

/** What may be lost: what was typed so shortly before. */
const atMostLostMs = 1_000;

const keys = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ";

/**
 * Types into `reason` without a pause for `ms`, and then kills the tab.
 * @param file chosen on the way, long before
 * @returns the beginning of it that has to be in the vault
 */
async function typeUntilKilled(page: Page, ms: number, file: string | null = null): Promise<string> {
  await page.bringToFront();
  await page.focus("[name=reason]");
  const input = (await page.$("[name=papers]")) as ElementHandle<HTMLInputElement> | null;
  const times: number[] = [];
  let typed = "";
  let choosing: Promise<void> | null = null;
  const start = Date.now();
  while (Date.now() - start < ms) {
    const key = keys[times.length % keys.length] ?? "";
    await page.keyboard.sendCharacter(key);
    // The page has it by now.
    times.push(Date.now());
    typed += key;
    if (file !== null && Date.now() - start > ms * 0.4) choosing ??= input?.uploadFile(file) ?? null;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await choosing;
  const killed = Date.now();
  await crash(page);
  return typed.slice(0, times.filter((time) => killed - time > atMostLostMs).length);
}

/** So big that no computer has it in the vault before the tab dies; on the disk it takes no room. */
function bigFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), "mq-big-")), "didi.pdf");
  writeFileSync(path, "%PDF-1.7\n");
  truncateSync(path, 400_000_000);
  return path;
}

/** @param read the draft of this service's form, from the open vault */
export async function losesASecondAtMost(stage: Stage, vault: TestVault, query: string, read: (service: string) => Promise<Kept>): Promise<void> {
  const killed = async (service: string, ready: string, ms: number, file: string | null = null): Promise<string> => {
    const page = await stage.openPortal(`/services/${service}/apply${query}`);
    await says(page, ready);
    const due = await typeUntilKilled(page, ms, file);
    expect(due.length).toBeGreaterThan(3);
    return due;
  };
  const holds = (draft: Kept, due: string): void => expect((draft?.fields.find(({ key }) => key === "reason")?.values[0] ?? "").slice(0, due.length)).toBe(due);

  const plain = await killed("doctor", text("page_form_tools"), 1_500);
  holds(await read("doctor"), plain);
  const withFile = await killed("electricity", text("page_form_tools"), 3_500, bigFile());
  const draft = await read("electricity");
  holds(draft, withFile);
  expect(draft?.attachments).toEqual([]);
  await vault.lock();
  const sealed = await killed("pension", text("page_form_tools_locked"), 1_500);
  await vault.unlock();
  holds(await read("pension"), sealed);
}

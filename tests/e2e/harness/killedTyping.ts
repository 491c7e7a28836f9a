// A tab that dies while somebody types in it: nothing waits for the vault before.
import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { expect } from "vitest";
import { crash } from "./crash.ts";
import type { TestVault } from "./openVault.ts";
import { openPanel, panelShows, pause, press, says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";

type Kept = { readonly fields: readonly { readonly key: string; readonly values: readonly string[] }[]; readonly attachments: readonly unknown[] } | undefined;

/** What may be lost: what was typed so shortly before. */
const atMostLostMs = 1_000;

const keys = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ";

interface Typing {
  /** Chosen on the way, long before the end. */
  readonly file?: string | null;
  /** Done on the way, at that part of the time. */
  readonly meanwhile?: readonly (readonly [part: number, act: () => Promise<unknown>])[];
  /** It is typed on until this was so for a while. */
  readonly ready?: Promise<unknown>;
  /** Ends the tab; or more than that. */
  readonly kill?: () => Promise<unknown>;
}

/**
 * Types into `reason` without a pause for `ms`, and then kills the tab.
 * @returns the beginning of it that has to be in the vault
 */
export async function typeUntilKilled(page: Page, ms: number, { file = null, meanwhile = [], ready = Promise.resolve(), kill = () => crash(page) }: Typing = {}): Promise<string> {
  await page.bringToFront();
  await page.focus("[name=reason]");
  const input = (await page.$("[name=papers]")) as ElementHandle<HTMLInputElement> | null;
  const times: number[] = [];
  let typed = "";
  let choosing: Promise<void> | null = null;
  const left = [...meanwhile];
  const doing: Promise<unknown>[] = [];
  const start = Date.now();
  let until = Infinity;
  const waiting = ready.finally(() => (until = Date.now() + atMostLostMs));
  waiting.catch(() => undefined);
  while (Date.now() - start < ms || Date.now() < until) {
    const key = keys[times.length % keys.length] ?? "";
    await page.keyboard.sendCharacter(key);
    // The page has it by now.
    times.push(Date.now());
    typed += key;
    if (file !== null && Date.now() - start > ms * 0.4) choosing ??= input?.uploadFile(file) ?? null;
    const [next] = left;
    if (next && Date.now() - start > ms * next[0]) doing.push((left.shift() ?? next)[1]());
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await Promise.all([waiting, choosing, ...doing]);
  const killed = Date.now();
  await kill();
  return typed.slice(0, times.filter((time) => killed - time > atMostLostMs).length);
}

/** So big that no computer has it in the vault before the tab dies; on the disk it takes no room. */
function bigFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), "mq-big-")), "didi.pdf");
  writeFileSync(path, "%PDF-1.7\n");
  truncateSync(path, 400_000_000);
  return path;
}

/** Put back, the draft says which file never came into the vault. */
async function namesWhatIsLost(stage: Stage, query: string): Promise<void> {
  const page = await stage.openPortal(`/services/electricity/apply${query}`);
  await says(page, text("page_form_found", { COUNT: 1 }));
  const frame = await openPanel(page);
  await press(frame, text("form_restore"));
  await panelShows(frame, text("form_files_unkept", { NAMES: "didi.pdf" }));
  await page.close();
}

/** @param read the draft of this service's form, from the open vault */
export async function losesASecondAtMost(stage: Stage, vault: TestVault, query: string, read: (service: string) => Promise<Kept>): Promise<void> {
  const killed = async (service: string, ready: string, ms: number, typing: Typing = {}): Promise<string> => {
    const page = await stage.openPortal(`/services/${service}/apply${query}`);
    await says(page, ready);
    const due = await typeUntilKilled(page, ms, typing);
    expect(due.length).toBeGreaterThan(3);
    return due;
  };
  const holds = (draft: Kept, due: string): void => expect((draft?.fields.find(({ key }) => key === "reason")?.values[0] ?? "").slice(0, due.length)).toBe(due);

  const plain = await killed("doctor", text("page_form_tools"), 1_500);
  holds(await read("doctor"), plain);
  const withFile = await killed("electricity", text("page_form_tools"), 3_500, { file: bigFile() });
  const draft = await read("electricity");
  holds(draft, withFile);
  expect(draft?.attachments).toEqual([]);
  await namesWhatIsLost(stage, query);
  await vault.lock();
  const sealed = await killed("pension", text("page_form_tools_locked"), 1_500);
  await vault.unlock();
  holds(await read("pension"), sealed);
}

/**
 * The same where nothing is ready, or what keeps it goes in the middle of it.
 * @param read what stands in `reason` in the drafts of this service's form, in the open vault
 * @param stopWorker ends the service worker
 */
export async function losesASecondAtWorst(stage: Stage, vault: TestVault, query: string, read: (service: string) => Promise<readonly string[]>, stopWorker: () => Promise<unknown>): Promise<void> {
  /** Whoever begins before the page is loaded, and before any tool is there. */
  const killed = async (service: string, ms: number, meanwhile: Typing["meanwhile"] = [], onceKept = async (): Promise<void> => {}): Promise<string> => {
    const page = await stage.browser.newPage();
    await page.goto(`https://www.my.gov.ge/services/${service}/apply${query}`, { waitUntil: "domcontentloaded" });
    // The tools take their time on a busy machine: what was typed before them is what this is about.
    return typeUntilKilled(page, ms, { meanwhile, ready: says(page, text("page_form_stored", { TIME: "" }).split(",")[0] ?? "").then(onceKept) });
  };
  const holds = async (service: string, due: string): Promise<void> => {
    const there = await read(service);
    expect(there.find((one) => one.startsWith(due)) ?? `${there.join(" | ")} of ${due}`).toContain(due);
  };
  await stopWorker();
  await holds("marriage", await killed("marriage", 2_500));
  // The service worker goes again and again.
  await holds("border", await killed("border", 3_000, [0.1, 0.3, 0.5, 0.6, 0.8].map((part) => [part, stopWorker])));
  // The vault is locked in the middle of a word.
  const locked = await killed("company-extract", 3_500, [], async () => {
    // Not by the clock: where the tools come late, nothing would be in the open vault before, and nobody would say so.
    await vault.lock();
    await pause(1_500);
  });
  await vault.unlock();
  await holds("company-extract", locked);
}

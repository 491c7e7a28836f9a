import type { Page } from "puppeteer";
import { expect } from "vitest";
import { samplePdf } from "../../virtual/pdf/samplePdf.ts";
import { saved, signingPin, verify } from "./documents.ts";
import { look } from "./look.ts";
import { pressButtonText, promptsOpen } from "./login.ts";
import { shows, type Stage, typePin } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call, connect, type VaultScope } from "./vault.ts";

/** Of the vault that `inVault` finds open. */
export const vaultPassphrase = "ოთხი უცნობი სიტყვა ერთად";

/** The same in the vault: the verdict in its list, a document of its own signed and looked into, and the card as a way in. */
export async function inVault(stage: Stage, home: Page): Promise<void> {
  const ready = async (prompt: Page): Promise<Page> => {
    await prompt.waitForSelector(".pin-field", { timeout: 45_000 });
    return prompt;
  };
  await home.evaluate(() => (location.hash = "documents"));
  // Nobody has trusted the test's authority here: it can't be told.
  await shows(home, text("vault_signed_unknown"));
  expect(await home.$$eval(".vault-facts bdi", (names) => names.map((name) => name.textContent))).toContain("ნინო ტესტაძე");
  await home.evaluate(async () => void (await (globalThis as unknown as VaultScope).vault("documents", "add", new File(["გთხოვთ, მომცეთ ცნობა"], "წერილი.txt", { type: "text/plain" }), { name: "წერილი.txt", category: "family" })));
  await pressButtonText(home, "წერილი.txt");
  await pressButtonText(home, text("vault_sign"));
  const signing = await ready(await stage.prompt());
  await shows(signing, "წერილი.txt");
  await typePin(signing, signingPin);
  await until(() => promptsOpen(stage) === 0, "the window closes by itself", 60_000);
  await home.bringToFront();
  await shows(home, text("vault_sign_kept"));
  await pressButtonText(home, text("vault_back"));
  await pressButtonText(home, "წერილი.txt.asice");
  await shows(home, text("verify_verdict_unknown"));
  await shows(home, "გთხოვთ, მომცეთ ცნობა");
  await look(home, "vault-signed", 1100, 1400, "vault_facts", false);
  await until(async () => ((await call(home, "documents", "search", { signed: true })) as { total: number }).total === 2, "both verdicts are in the list", 60_000);
  expect(await call(home, "documents", "search", { text: "asice" })).toMatchObject({ documents: [{ category: "family", signed: "unknown", source: "signed" }] });
  await pressButtonText(home, text("vault_back"));
  await signLarge(stage, home, ready);

  await pressButtonText(home, text("vault_settings"));
  await pressButtonText(home, text("vault_card_add"));
  await shows(home, text("vault_card_risk"));
  await pressButtonText(home, text("vault_card_add_go"));
  const adding = await ready(await stage.prompt());
  await shows(adding, text("vault_card_add_title"));
  await shows(adding, text("vault_lock"));
  await look(adding, "prompt-vault-card", 480, 670, "vault_card_add_title", false);
  await typePin(adding, "1235", "whole");
  await shows(adding, text("prompt_wrong", { COUNT: 2 }));
  await typePin(adding, "1234", "whole");
  await until(() => promptsOpen(stage) === 0, "the card was added", 60_000);
  await home.bringToFront();
  await shows(home, text("vault_way_card"));
  await pressButtonText(home, text("vault_lock"));
  await pressButtonText(home, text("vault_unlock_card"));
  const opening = await ready(await stage.prompt());
  await shows(opening, text("vault_card_open_title"));
  await typePin(opening, "1234", "whole");
  await until(() => promptsOpen(stage) === 0, "the card opened the vault", 60_000);
  await home.bringToFront();
  await shows(home, text("vault_count", { COUNT: 4 }));
  await pressButtonText(home, text("vault_settings"));
  await pressButtonText(home, text("vault_way_remove"));
  // Asked first: with the card gone only the phrase and the sheet are left.
  await shows(home, text("vault_way_remove_card"));
  await pressButtonText(home, text("vault_way_remove_yes"));
  await until(async () => !(await home.evaluate(() => document.body.innerText)).includes(text("vault_way_card")), "the card is no way in any more", 60_000);
  await pressButtonText(home, text("vault_documents"));
  await signWithoutVault(stage, home, ready);
}

const labels = (home: Page): Promise<(string | undefined)[]> => home.$$eval("button", (all) => all.map((one) => one.textContent?.trim()));
const asksBeforeLeaving = (home: Page): Promise<boolean> => home.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

/** The whole vault is destroyed while the card is asked: the signature is in the page and is saved from there, with no vault to open. */
async function signWithoutVault(stage: Stage, home: Page, ready: (prompt: Page) => Promise<Page>): Promise<void> {
  await pressButtonText(home, "წერილი.txt");
  await pressButtonText(home, text("vault_sign"));
  const prompt = await ready(await stage.prompt());
  await connect(home);
  await call(home, "lock", "destroy");
  await typePin(prompt, signingPin);
  await until(() => promptsOpen(stage) === 0, "the window closes by itself", 60_000);
  await home.bringToFront();
  await shows(home, text("vault_setup_title"));
  await shows(home, text("vault_sign_unkept_here"));
  await look(home, "vault-unkept", 1100, 1000, "vault_sign_unkept_here", false);
  expect(await labels(home)).not.toContain(text("common_try_again"));
  expect(await home.evaluate(() => document.body.innerText), "good news of another document").not.toContain(text("vault_sign_kept_version"));
  expect(await asksBeforeLeaving(home)).toBe(true);
  await pressButtonText(home, text("vault_download"));
  await shows(home, text("vault_saved"));
  expect(await home.evaluate(() => document.body.innerText)).not.toContain(text("vault_sign_unkept"));
  expect(await asksBeforeLeaving(home)).toBe(false);
  const { files, signatures } = await verify("x.asice", await saved(home, "წერილი.txt.asice"), null);
  expect(files).toMatchObject([{ name: "წერილი.txt", state: "signed" }]);
  expect(signatures).toHaveLength(1);
}

/** A scan that is too large to be taken out of the vault: it is shown, signed and checked where it lies. */
async function signLarge(stage: Stage, home: Page, ready: (prompt: Page) => Promise<Page>): Promise<void> {
  const sample = Buffer.from(samplePdf());
  const start = /startxref\s+(\d+)/.exec(sample.toString("latin1"))?.[1] ?? "";
  const documentId = await home.evaluate(
    async (base64, end) => {
      const { vault } = globalThis as unknown as VaultScope;
      const file = new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)), "\n%", new Uint8Array(17_000_000).fill(120), `\nstartxref\n${end}\n%%EOF\n`]);
      const { document } = (await vault("documents", "add", file, { name: "სკანი.pdf", type: "application/pdf" })) as { document: { documentId: string } };
      return document.documentId;
    },
    sample.toString("base64"),
    start,
  );
  await pressButtonText(home, "სკანი.pdf");
  await pressButtonText(home, text("vault_sign"));
  const prompt = await ready(await stage.prompt());
  await shows(prompt, "სკანი.pdf");
  await prompt.waitForSelector(".document-sight canvas", { timeout: 60_000 });
  // Locked while the card is asked: the signature can't be kept, and waits in the page for the vault to be open again.
  await pressButtonText(prompt, text("vault_lock"));
  await until(async () => !(await prompt.evaluate(() => document.body.innerText)).includes(text("vault_lock")), "the vault is locked");
  await typePin(prompt, signingPin);
  await until(() => promptsOpen(stage) === 0, "the window closes by itself", 60_000);
  await home.bringToFront();
  await shows(home, text("vault_locked_title"));
  await shows(home, text("vault_sign_unkept"));
  // Most of it is in the vault, which is locked: there is nothing to save from.
  await shows(home, text("vault_sign_unkept_large"));
  expect(await labels(home)).not.toContain(text("vault_download"));
  expect(await asksBeforeLeaving(home)).toBe(true);
  await connect(home);
  await home.evaluate(async (secret) => (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "passphrase", passphrase: new TextEncoder().encode(secret) }), vaultPassphrase);
  await pressButtonText(home, text("common_try_again"));
  await shows(home, text("vault_sign_kept_version"), 60_000);
  expect(await home.evaluate(() => document.body.innerText)).not.toContain(text("vault_sign_unkept"));
  expect(await asksBeforeLeaving(home)).toBe(false);
  // Open again, the vault is where it was: at this document.
  await home.waitForSelector("#document-title");
  const { revisions } = (await call(home, "documents", "get", documentId)) as { revisions: { size: number }[] };
  expect(revisions).toHaveLength(2);
  expect(revisions[1]?.size).toBeGreaterThan(17_000_000 + sample.length);
  expect(await call(home, "documents", "verify", documentId, 2)).toBe(true);
  const heads = await home.evaluate(async (id) => {
    const read = async (revision: number): Promise<string> => new TextDecoder("latin1").decode((await (globalThis as unknown as VaultScope).vault("documents", "read", id, revision, 0, 4_000)) as Uint8Array);
    return [await read(1), await read(2)];
  }, documentId);
  expect(heads[1]).toBe(heads[0]);
  await until(async () => ((await call(home, "documents", "get", documentId)) as { signed: string | null }).signed === "unknown", "the signature is seen in the list", 60_000);
  await shows(home, text("verify_verdict_unknown"));
  await pressButtonText(home, text("vault_back"));
}

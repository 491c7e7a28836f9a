// What somebody decided about the portal's terms, signed with the card, from the page of the terms to judges from outside.
import { X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { JudgeRoom } from "../../virtual/signing/judge.ts";
import { tabTo } from "./form.ts";
import { enterIn, openByKeys } from "./keys.ts";
import { promptsOpen } from "./login.ts";
import type { TestVault } from "./openVault.ts";
import { panelShows, says } from "./panels.ts";
import { shows, type Stage, typePin } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call, type VaultScope } from "./vault.ts";

interface Signed {
  readonly documentId: string;
  readonly name: string;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** By keyboard alone: the terms changed, the person agrees, and signs that. @param room with the test authority as ca.pem */
export async function signsDecision(stage: Stage, vault: TestVault, room: JudgeRoom, signingPin: string): Promise<void> {
  const page = await stage.openPortal("/terms?markup=classic");
  await says(page, text("page_terms_first"));
  stage.portal.office.changeTerms("24.11.2026", (paragraphs) => [...paragraphs, "ახალი პუნქტი: ელექტრონული შეტყობინება."]);
  await page.reload();
  await says(page, text("page_terms_changed"));
  const frame = await openByKeys(page, text("page_terms_open"));
  await enterIn(page, frame, text("form_terms_agree"));
  await panelShows(frame, text("form_terms_agree_made"));
  await enterIn(page, frame, text("form_terms_document"));
  await panelShows(frame, text("form_terms_document_kept"));
  await until(async () => (await frame.evaluate(() => document.activeElement?.textContent?.trim())) === text("form_terms_document_sign"), "the way to the card has the keyboard");
  await page.keyboard.press("Enter");
  const home = vault.page;
  await until(() => home.url().includes("#documents/"), "the document is opened");
  await home.bringToFront();
  await shows(home, text("vault_sign"));
  await tabTo(home, text("vault_sign"));
  await home.keyboard.press("Enter");
  const prompt = await stage.prompt();
  await prompt.waitForSelector(".pin-field", { timeout: 45_000 });
  await shows(prompt, text("form_terms_agree_made"));
  await typePin(prompt, signingPin);
  await until(() => promptsOpen(stage) === 0, "the window closes by itself", 60_000);

  const signed = async (): Promise<Signed | undefined> => ((await call(home, "documents", "search", { text: "asice" })) as { readonly documents: readonly Signed[] }).documents[0];
  await until(async () => (await signed()) !== undefined, "the signed document is in the vault", 60_000);
  const base64 = await home.evaluate(async (id) => {
    const bytes = (await (globalThis as unknown as VaultScope).vault("documents", "read", id, null, 0, 4 << 20)) as Uint8Array;
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, (await signed())?.documentId ?? "");
  const dir = join(room.dir, "decision");
  await mkdir(dir);
  await writeFile(join(room.dir, "decision.asice"), Buffer.from(base64, "base64"));
  expect((await room.run("unzip", "unzip", "-q", "-o", "decision.asice", "-d", "decision")).code).toBe(0);
  // What was signed says which text, and what was decided.
  const [version] = ((await call(home, "records", "list", "notices")) as readonly { readonly value: Readonly<Record<string, unknown>> }[]).map(({ value }) => value).filter((one) => one["type"] === "decision");
  const { stdout: words } = await room.run("unzip", "unzip", "-p", "decision.asice", "*.txt");
  for (const said of [text("form_terms_agree_made"), `SHA-256 ${String(version?.["sha256"])}`, "ახალი პუნქტი: ელექტრონული შეტყობინება."]) expect(words).toContain(said);
  // The references, the file's among them, by xmlsec1; and what was signed, cut out as it stands (it is canonical), by openssl.
  const { stdout, stderr } = await room.inDir("decision").run(
    "xmlsec1", "xmlsec1", "--verify", "--enabled-reference-uris", "empty,same-doc,local,remote", "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
    "--trusted-pem", "../ca.pem", "META-INF/signatures0.xml",
  );
  expect(`${stdout}${stderr}`).toContain("SignedInfo References (ok/all): 2/2");
  const xml = await readFile(join(dir, "META-INF/signatures0.xml"), "utf8");
  const part = (pattern: RegExp): string => pattern.exec(xml)?.[1] ?? "";
  await room.write("info", part(/(<ds:SignedInfo[\s\S]*<\/ds:SignedInfo>)/));
  await room.write("value", Buffer.from(part(/<ds:SignatureValue[^>]*>([^<]+)</), "base64"));
  const signer = new X509Certificate(Buffer.from(part(/<ds:X509Certificate>([^<]+)</), "base64"));
  expect(signer.subject).toContain("99001010101");
  await room.write("key.pem", signer.publicKey.export({ type: "spki", format: "pem" }).toString());
  const judged = await room.openssl("dgst", `-sha${part(/SignatureMethod Algorithm="[^"]*sha(\d+)"/)}`, "-verify", "key.pem", "-signature", "value", "info");
  expect(judged.stdout).toContain("Verified OK");
  await page.close();
}

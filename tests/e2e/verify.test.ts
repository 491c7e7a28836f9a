// The home page's "check a signature", in the shipped build: chosen, dropped, with and without the authority, damaged.
import { mkdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noNetwork } from "../../src/signing/port.ts";
import { signAsic } from "../../src/signing/sign/signAsic.ts";
import { signCms } from "../../src/signing/sign/signCms.ts";
import { authorities } from "../virtual/ca/authority.ts";
import { keySigner } from "../virtual/signing/keySigner.ts";
import { samplePdf } from "../virtual/pdf/samplePdf.ts";
import { trustHosts } from "../virtual/portal/trustHosts.ts";
import { TrustServices, trustUrls } from "../virtual/signing/trustServices.ts";
import { look, screensFolder } from "./harness/look.ts";
import { shows, Stage } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

const document = "მოგმართავთ თხოვნით.\n";
let stage: Stage;
let dir = "";
const path = (name: string): string => join(dir, name);
const bytes = async (parts: readonly (Blob | Uint8Array<ArrayBuffer>)[]): Promise<Buffer> => Buffer.from(await new Blob([...parts]).arrayBuffer());

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "moqalaqe-verify-"));
  const services = new TrustServices();
  const signer = await keySigner({ certificate: { ocspUrl: trustHosts.ocsp } });
  const options = { at: new Date(), level: "B-B", timestampUrl: null, web: noNetwork } as const;
  const files = [{ name: "განცხადება.txt", mimeType: "text/plain", data: new Blob([document]) }];
  const asice = await bytes((await signAsic(files, signer, options)).parts);
  await writeFile(path("application.asice"), asice);
  await writeFile(path("stamped.asice"), await bytes((await signAsic(files, signer, { ...options, level: "B-T", timestampUrl: trustUrls.tsa, web: services.web })).parts));
  const at = asice.indexOf("მოგმართავთ");
  await writeFile(path("changed.p7s"), await bytes((await signCms(new Blob([document]), "detached", signer, options)).parts));
  await writeFile(path("changed.txt"), document.replace("თხოვნით", "მოთხოვნით"));
  await writeFile(path("right.txt"), document);
  await writeFile(path("signature.xml"), '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"></Signature>');
  await writeFile(path("damaged.asice"), asice.fill(0x41, at, at + 3));
  await writeFile(path("half.asice"), asice.subarray(0, asice.length >> 1));
  await writeFile(path("half.pdf"), samplePdf().subarray(0, 400));
  await writeFile(path("nothing.pdf"), "");
  await writeFile(path("letter.doc"), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
  await writeFile(path("root.cer"), (await authorities()).root);
  await writeFile(path("not a certificate.pem"), "hello");
  mkdirSync(screensFolder, { recursive: true });
  stage = await Stage.set();
}, 180_000);
afterAll(async () => {
  await stage?.close();
  await rm(dir, { recursive: true, force: true });
});

/** Chooses files in the n-th file input: 0 signed files, 1 an authority's certificate. */
async function choose(page: Page, n: number, ...names: readonly string[]): Promise<void> {
  let input: ElementHandle<HTMLInputElement> | undefined;
  await until(async () => (input = (await page.$$<"input">('input[type="file"]' as "input"))[n]) !== undefined, "a field for a file");
  if (!input) throw new Error("no file input");
  await input.uploadFile(...names.map((name) => path(name)));
}

async function press(page: Page, label: string): Promise<void> {
  let found: ElementHandle<HTMLButtonElement> | undefined;
  await until(async () => {
    for (const button of await page.$$("button")) {
      // One that went meanwhile is none.
      const said = await button.evaluate((one) => (one.disabled ? "" : (one.getAttribute("aria-label") ?? one.textContent?.trim() ?? ""))).catch(() => "");
      if (said !== label) continue;
      found = button;
      break;
    }
    return found !== undefined;
  }, `the button “${label}” can be pressed`);
  // In a tab behind another one the browser never says where it is.
  await page.bringToFront();
  await found?.click();
}

describe("checking signatures in the home page", () => {
  it("says who and when, can't tell without the authority, and is sure with it", async () => {
    const home = await stage.openHome("verify");
    await choose(home, 0, "application.asice");
    await shows(home, text("verify_verdict_unknown"));
    await shows(home, text("verify_reason_ISSUER_NOT_TRUSTED"));
    await shows(home, "ნინო ტესტაძე");
    const seen = (): Promise<string> => home.evaluate(() => window.document.body.innerText);
    expect(await seen()).not.toContain("99001010101");
    // What can't be told comes with whom the certificate names, and what to do.
    await shows(home, text("verify_issuer_named", { NAME: "GEO Signing CA TEST" }));
    await shows(home, text("verify_issuer_next"));
    await look(home, "home-verify-unknown", 1100, 1300, "verify_issuer_title", false);
    await choose(home, 1, "not a certificate.pem");
    await shows(home, text("verify_authority_bad"));
    await choose(home, 1, "root.cer");
    await shows(home, text("verify_authority_ask"));
    expect(await seen()).toContain(text("verify_verdict_unknown"));
    await press(home, text("verify_authority_trust"));
    await shows(home, text("verify_verdict_valid"));
    await shows(home, text("verify_authority_remove", { NAME: "GEO Root CA TEST" }));
    await shows(home, text("verify_authorities_only_yours"));
    expect(await seen()).not.toContain(text("verify_authorities_empty"));
    await shows(home, text("verify_verdict_valid_unasked"));
    await look(home, "home-verify-valid", 1100, 1300, "verify_verdict_valid", false);
    await press(home, text("verify_show"));
    await shows(home, "99001010101");

    // Whether it has been revoked is asked only when the person says so, and nothing but a number goes out.
    const { trust } = stage.portal;
    await shows(home, text("verify_reason_REVOCATION_NOT_CHECKED"));
    expect(trust.requests).toEqual([]);
    await press(home, text("verify_online"));
    await home.waitForFunction((words: string) => !window.document.body.innerText.includes(words), { polling: 50, timeout: 60_000 }, text("verify_reason_REVOCATION_NOT_CHECKED"));
    await shows(home, text("verify_verdict_valid"));
    expect(trust.requests.map(({ url, body }) => [url, (body?.length ?? 0) < 200])).toEqual([[trustHosts.ocsp, true]]);
    // Asked again about a file chosen anew: revoked by now, and earlier than the signature.
    trust.faults.add("ocsp says revoked");
    await choose(home, 0, "stamped.asice");
    await shows(home, text("verify_reason_REVOCATION_NOT_CHECKED"));
    await press(home, text("verify_online"));
    await shows(home, text("verify_reason_CERTIFICATE_REVOKED"));
    await shows(home, text("verify_verdict_invalid"));
    trust.faults.clear();
    await home.close();
  });

  it("a file that is cut off, empty or no signed one is not called false: it is said what to do", async () => {
    const home = await stage.openHome("verify");
    await choose(home, 0, "half.pdf", "half.asice", "nothing.pdf", "letter.doc");
    const seen = (): Promise<string> => home.evaluate(() => window.document.body.innerText);
    const times = async (words: string): Promise<number> => (await seen()).split(words).length - 1;
    await until(async () => (await times(text("verify_incomplete_hint"))) === 2, "both halves are told to be incomplete");
    await shows(home, text("verify_empty_hint"));
    await shows(home, text("verify_office_hint"));
    const said = await seen();
    for (const key of ["verify_verdict_invalid", "verify_reason_CONTAINER_BROKEN", "verify_reason_NO_SIGNATURE", "verify_reason_STRUCTURE_BROKEN"] as const) expect(said).not.toContain(text(key));
    await look(home, "home-verify-incomplete", 1100, 1300, "verify_incomplete", "everywhere");
    await home.close();
  });

  it("a damaged container and a changed document are not valid; a stamp is told from a claim", async () => {
    const home = await stage.openHome("verify");
    await choose(home, 0, "damaged.asice", "changed.p7s", "changed.txt", "stamped.asice");
    await shows(home, text("verify_verdict_valid"));
    await shows(home, text("verify_verdict_invalid"));
    await shows(home, text("verify_reason_CONTENT_CHANGED"));
    await shows(home, text("verify_file_changed"));
    // Beside its signature it may be another document as well as a changed one.
    await shows(home, text("verify_differs"));
    await shows(home, text("verify_file_other"));
    await shows(home, "GEO TSA TEST");
    await look(home, "home-verify-invalid", 1100, 1300, "verify_verdict_invalid", false);

    // The button goes with its file: the keyboard is on the next one's name, and in the end on a heading that is there.
    await home.bringToFront();
    for (const name of ["damaged.asice", "changed.p7s", "stamped.asice"]) {
      await press(home, text("verify_remove", { NAME: name }));
      await until(() => home.evaluate(() => window.document.activeElement?.matches("h2") === true), "a heading has the keyboard");
    }
    await until(async () => (await home.$$(".signature")).length === 0, "none is left");
    await home.close();
  });

  it("a signature and then its document: they find each other, and the right one can be chosen in the place of a wrong one", async () => {
    const home = await stage.openHome("verify");
    await choose(home, 0, "changed.p7s");
    await shows(home, text("verify_document_choose"));
    await look(home, "home-verify-waiting", 1100, 1300, "verify_document_choose", "everywhere");
    await choose(home, 0, "changed.txt");
    await shows(home, text("verify_differs"));
    expect(await home.$$("section[aria-labelledby^=verified]")).toHaveLength(1);
    // The box says it: once is enough.
    expect((await home.evaluate(() => window.document.body.innerText)).split(text("verify_reason_CONTENT_DIFFERS"))).toHaveLength(2);
    await look(home, "home-verify-differs", 1100, 1300, "verify_differs", "everywhere");
    await choose(home, 1, "right.txt");
    await shows(home, text("verify_verdict_valid_unasked"));
    await shows(home, text("verify_file_signed"));
    await home.close();
  });

  it("a signature of a kind that is not checked here is said to be there", async () => {
    const home = await stage.openHome("verify");
    await choose(home, 0, "signature.xml");
    await shows(home, text("verify_other_kind_hint"));
    expect(await home.evaluate(() => window.document.body.innerText)).not.toContain(text("verify_nothing"));
    await look(home, "home-verify-other-kind", 1100, 1300, "verify_other_kind_hint", "everywhere");
    await home.close();
  });

  it("a file dropped on any section is checked", async () => {
    const home = await stage.openHome("help");
    await home.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["no signature in here"], "წერილი.txt"));
      for (const type of ["dragenter", "dragover", "drop"]) window.document.querySelector("main")?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    await shows(home, text("verify_nothing"));
    await shows(home, "წერილი.txt");
    expect(await home.evaluate(() => location.hash)).toBe("#verify");
    await home.close();
  });

  it("an authority no longer trusted makes no signature valid, in every window at once", async () => {
    const [first, second] = [await stage.openHome("verify"), await stage.openHome("verify")];
    await choose(second, 0, "application.asice");
    await shows(second, text("verify_verdict_valid"));
    await first.bringToFront();
    await press(first, text("verify_authority_remove", { NAME: "GEO Root CA TEST" }));
    await shows(second, text("verify_verdict_unknown"));
    await first.close();
    await second.close();
  });
});

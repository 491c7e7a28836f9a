// Signing PDFs of 1, 10 and 100 MB in the browser: beside one SHA-256 pass there, and beside `pdfsig -sign`.
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { createPrivateKey, type JsonWebKey as NodeJsonWebKey, randomFillSync } from "node:crypto";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer";
import { build } from "vite";
import { processesOf } from "../e2e/harness/memory.ts";
import { findBrowser } from "../virtual/browser/findBrowser.ts";
import { jwkOf } from "../virtual/ca/authority.ts";
import { padesRoom } from "../virtual/pdf/padesJudge.ts";
import { samplePdf } from "../virtual/pdf/samplePdf.ts";
import { pem } from "../virtual/signing/judge.ts";
import { keySigner } from "../virtual/signing/keySigner.ts";

export interface PdfSigningFigures {
  readonly megabytes: number;
  readonly floorMs: number;
  readonly signMs: number;
  readonly pdfsigMs: number;
  /** Peak memory of the browser's page process above what it had before, the file itself and its hash pass included. */
  readonly peakMb: number;
  /** The same for the hash pass alone. */
  readonly floorPeakMb: number;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const rounds = 3;

/** A PDF whose pages are scans: streams that no writer could make smaller. */
export function scanned(megabytes: number): Uint8Array<ArrayBuffer> {
  const scan = randomFillSync(Buffer.alloc(1_000_000)).toString("latin1").replaceAll("endstream", "endstreaM");
  const extra = Array.from({ length: megabytes }, () => `<</Length ${scan.length}>>stream\n${scan}\nendstream`);
  return samplePdf({ extra, tail: "\n" });
}

async function bundle(): Promise<string> {
  const built = await build({ root, configFile: false, logLevel: "silent", build: { write: false, minify: false, lib: { entry: `${root}tests/bench/signInPage.ts`, formats: ["es"], fileName: "bench" } } });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("the bench could not be bundled");
  return output.output.flatMap((one) => (one.type === "chunk" && one.isEntry ? [one.code] : []))[0] ?? "";
}

/** Peak resident memory of the browser's page processes since the last reset, in MB. */
function renderers(browserPid: number): { readonly reset: () => number; readonly peak: () => number } {
  const pids = (): readonly number[] => processesOf(browserPid).filter(({ role }) => role === "page").map(({ pid }) => pid);
  const sum = (field: string): number => pids().reduce((total, pid) => total + Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0), 0) / 1024;
  return {
    reset: () => {
      for (const pid of pids()) writeFileSync(`/proc/${pid}/clear_refs`, "5");
      return sum("VmRSS");
    },
    peak: () => sum("VmHWM"),
  };
}

export async function pdfSigning(sizes: readonly number[] = [1, 10, 100]): Promise<readonly PdfSigningFigures[]> {
  const script = await bundle();
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>bench</title><input type=file>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const signer = await keySigner();
  const room = await padesRoom();
  const browser = await puppeteer.launch({ executablePath: findBrowser().path, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.exposeFunction("signDigest", async (digest: number[]) => [...(await signer.sign(Uint8Array.from(digest)))]);
    await page.addScriptTag({ content: script, type: "module" });
    await page.waitForFunction("globalThis.measure !== undefined");
    const memory = renderers(browser.process()?.pid ?? 0);
    const given = { certificateDer: [...signer.certificateDer], chainDer: signer.chainDer.map((one) => [...one]), algorithm: signer.algorithm };
    const figures: PdfSigningFigures[] = [];
    const nick = await importSigner(room);
    for (const size of sizes) {
      await room.write("peer.pdf", scanned(size));
      await (await page.$("input"))?.uploadFile(join(room.dir, "peer.pdf"));
      const run = async (): Promise<{ floorMs: number; signMs: number }> => (await page.evaluate(`measure(${JSON.stringify(given)})`)) as { floorMs: number; signMs: number };
      await run();
      const before = memory.reset();
      const results: { floorMs: number; signMs: number }[] = [];
      for (let i = 0; i < rounds; i += 1) results.push(await run());
      const peakMb = memory.peak() - before;
      const median = (of: (one: { floorMs: number; signMs: number }) => number): number => results.map((one) => of(one)).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
      const hashedFrom = memory.reset();
      await page.evaluate("pass()");
      const floorPeakMb = memory.peak() - hashedFrom;
      const start = performance.now();
      await room.run("pdfsig", "poppler-utils", "-nssdir", "sql:nss", "-sign", "0", "-add-signature", "-new-signature-field-name", "Theirs", "-nick", nick, "peer.pdf", "peer-signed.pdf");
      figures.push({ megabytes: size, floorMs: median((one) => one.floorMs), signMs: median((one) => one.signMs), pdfsigMs: performance.now() - start, peakMb, floorPeakMb });
    }
    return figures;
  } finally {
    await browser.close();
    await room.close();
    server.close();
  }
}

async function importSigner(room: Awaited<ReturnType<typeof padesRoom>>): Promise<string> {
  const { certificateDer, chainDer } = await keySigner();
  await room.write("signer.pem", pem(certificateDer) + chainDer.map((one) => pem(one)).join(""));
  await room.write("key.pem", createPrivateKey({ key: jwkOf("signRsa2048") as NodeJsonWebKey, format: "jwk" }).export({ type: "pkcs8", format: "pem" }).toString());
  await room.openssl("pkcs12", "-export", "-in", "signer.pem", "-inkey", "key.pem", "-out", "signer.p12", "-passout", "pass:", "-name", "citizen");
  await room.run("pk12util", "libnss3-tools", "-i", "signer.p12", "-d", "sql:nss", "-W", "");
  return "citizen";
}

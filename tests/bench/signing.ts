// Signing files of 1, 10 and 100 MB in a real browser, in the shipped worker for documents, against the floor: one SHA-256 pass over
// the same file in the same browser, and the card's own time. openssl does the same on the same file, without a card.
import { createPrivateKey, type JsonWebKey as NodeJsonWebKey, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import { Stage } from "../e2e/harness/stage.ts";
import { commandMs, keyMs } from "../virtual/card/timing.ts";
import { jwkOf } from "../virtual/ca/authority.ts";
import { pem } from "../virtual/signing/judge.ts";
import { keySigner } from "../virtual/signing/keySigner.ts";
import { ProcessMemory } from "./processMemory.ts";
import { findTool, runTool } from "../virtual/vpcd/tool.ts";

export interface SigningFigure {
  readonly format: "asic-e" | "cades-detached";
  readonly megabytes: number;
  readonly ms: number;
  readonly floorMs: number;
  readonly opensslMs: number;
  /** Above what the browser had before. See: [Note: summed PSS] in processMemory.ts. */
  readonly memoryMb: number;
}

const runs = 5;
/** VERIFY, MSE and the private-key operation of an RSA-2048 card, as the virtual card counts them. */
const cardMs = commandMs(0x20, 4) + commandMs(0x22, 6) + commandMs(0x2a, 256) + keyMs("rsa", 2048);
const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The page's side: starts the shipped worker and speaks Comlink's messages with it (RAW values, one proxied object). */
async function prepare(page: Page, worker: string): Promise<void> {
  // tsx wraps named functions in a helper that the page does not have.
  await page.evaluate("globalThis.__name = (one) => one");
  await page.evaluate(
    (url: string) => {
      const input = Object.assign(document.createElement("input"), { type: "file", id: "bench" });
      document.body.append(input);
      const started = new Worker(url, { type: "module" });
      let last = 0;
      const call = (path: readonly string[], args: readonly { readonly type: string; readonly name?: string; readonly value: unknown }[], ports: Transferable[]): Promise<unknown> =>
        new Promise((resolve) => {
          const id = `bench-${(last += 1)}`;
          const heard = ({ data }: MessageEvent<{ id: string; value: unknown }>): void => {
            if (data.id !== id) return;
            started.removeEventListener("message", heard);
            resolve(data.value);
          };
          started.addEventListener("message", heard);
          started.postMessage({ id, type: "APPLY", path, argumentList: args }, ports);
        });
      Object.assign(globalThis, { benchCall: call });
    },
    worker,
  );
}

async function signOnce(page: Page, format: SigningFigure["format"], identity: { certificate: string; chain: string[] }): Promise<number> {
  return await page.evaluate(
    async (wanted: string, { certificate, chain }: { certificate: string; chain: string[] }) => {
      const bytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const { benchCall, benchSign } = globalThis as unknown as { benchCall: (path: string[], args: unknown[], ports: Transferable[]) => Promise<unknown>; benchSign: (digest: string) => Promise<string> };
      const data = document.querySelector<HTMLInputElement>("#bench")?.files?.[0];
      if (!data) throw new Error("no file");
      const font = new Uint8Array(await (await fetch("/fonts/NotoSansGeorgian-Moqalaqe.ttf")).arrayBuffer());
      const { port1, port2 } = new MessageChannel();
      const outcomes: { ok: boolean; error?: { code: string } }[] = [];
      const sign = async (digest: Uint8Array): Promise<unknown> => {
        return { ok: true, value: bytes(await benchSign(btoa(String.fromCharCode(...digest)))) };
      };
      port1.addEventListener("message", ({ data: call }: MessageEvent<{ id: string; type: string; path: string[]; argumentList: { value: unknown }[] }>) => {
        // Comlink gives back the proxies of an earlier call whenever they have been collected.
        if (call.type === "RELEASE") return;
        const [name] = call.path;
        const values = call.argumentList.map(({ value }) => value);
        if (name === "onOutcome") outcomes.push(values[1] as (typeof outcomes)[number]);
        const answer = name === "sign" ? sign(values[0] as Uint8Array) : Promise.resolve(undefined);
        void answer.then((value) => port1.postMessage({ id: call.id, type: "RAW", value }));
      });
      port1.start();
      const raw = (value: unknown) => ({ type: "RAW", value });
      const job = { documents: [{ name: "file.bin", data, block: null }], format: wanted === "asic-e" ? "own" : "detached", reason: null, timestampUrl: null, words: { signed: "", reason: "", suffix: "" } };
      const signer = { certificateDer: bytes(certificate), chainDer: chain.map((one) => bytes(one)), algorithm: "RS256", name: "", at: Date.now(), shownTime: "" };
      const start = performance.now();
      await benchCall(["signAll"], [raw(job), raw(signer), raw(font), { type: "HANDLER", name: "proxy", value: port2 }], [port2]);
      const [outcome] = outcomes;
      if (!outcome?.ok) throw new Error(outcome?.error?.code ?? "no outcome");
      return performance.now() - start;
    },
    format,
    identity,
  );
}

async function floorOnce(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const file = document.querySelector<HTMLInputElement>("#bench")?.files?.[0];
    if (!file) throw new Error("no file");
    const start = performance.now();
    await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return performance.now() - start;
  });
}

async function openssl(cwd: string, file: string): Promise<number> {
  const program = findTool("openssl", "openssl");
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const { code, stderr } = await runTool(program, ["cms", "-sign", "-cades", "-binary", "-in", file, "-signer", "signer.pem", "-inkey", "key.pem", "-outform", "DER", "-out", "out.p7s"], { cwd });
    if (code !== 0) throw new Error(stderr);
    times.push(performance.now() - start);
  }
  return median(times);
}

export async function signingFigures(): Promise<readonly SigningFigure[]> {
  const signer = await keySigner();
  const dir = mkdtempSync(join(tmpdir(), "moqalaqe-bench-"));
  writeFileSync(join(dir, "signer.pem"), pem(signer.certificateDer));
  writeFileSync(join(dir, "key.pem"), createPrivateKey({ key: jwkOf("signRsa2048") as NodeJsonWebKey, format: "jwk" }).export({ type: "pkcs8", format: "pem" }));
  const identity = { certificate: Buffer.from(signer.certificateDer).toString("base64"), chain: signer.chainDer.map((der) => Buffer.from(der).toString("base64")) };
  const worker = readdirSync(join(dist, "assets")).find((name) => /^documents\.worker-.*\.js$/.test(name));
  if (!worker) throw new Error("the build has no worker for documents");
  const stage = await Stage.set();
  const figures: SigningFigure[] = [];
  try {
    const page = await stage.openHome("help");
    // The card's time is waited for here: a page's timers may be slowed down.
    await page.exposeFunction("benchSign", async (digest: string) => {
      const [signature] = await Promise.all([signer.sign(new Uint8Array(Buffer.from(digest, "base64"))), new Promise((resolve) => setTimeout(resolve, cardMs))]);
      return Buffer.from(signature).toString("base64");
    });
    await page.bringToFront();
    await prepare(page, `/assets/${worker}`);
    const memory = new ProcessMemory(stage.browser.process()?.pid ?? 0);
    for (const megabytes of [1, 10, 100]) {
      const path = join(dir, `${megabytes}.bin`);
      writeFileSync(path, randomBytes(megabytes * 1_000_000));
      await (await page.$<"input">("#bench" as "input"))?.uploadFile(path);
      const opensslMs = await openssl(dir, path);
      for (const format of ["asic-e", "cades-detached"] as const) {
        await signOnce(page, format, identity);
        const times: number[] = [];
        for (let run = 0; run < runs; run += 1) times.push(await signOnce(page, format, identity));
        memory.begin();
        await signOnce(page, format, identity);
        const memoryMb = memory.end();
        await floorOnce(page);
        const floors: number[] = [];
        for (let run = 0; run < runs; run += 1) floors.push(await floorOnce(page));
        figures.push({ format, megabytes, ms: median(times), floorMs: median(floors) + cardMs, opensslMs, memoryMb });
      }
      rmSync(path);
    }
    return figures;
  } finally {
    await stage.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

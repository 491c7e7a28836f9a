import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The script of tests/virtual/pcsc/inPage.ts, to run in a page before the page's own. */
export async function smartCardScript(): Promise<string> {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), "mq-smartcard-"));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: "silent",
      build: { outDir, target: "chrome120", lib: { entry: `${root}tests/virtual/pcsc/inPage.ts`, formats: ["iife"], name: "inPage", fileName: () => "inPage.js" } },
    });
    return readFileSync(join(outDir, "inPage.js"), "utf8");
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

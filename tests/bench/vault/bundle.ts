// inPage.ts as one script for a page.
import { fileURLToPath } from "node:url";
import { build } from "vite";

export async function pageScript(): Promise<string> {
  const entry = fileURLToPath(new URL("inPage.ts", import.meta.url));
  const result = await build({ configFile: false, logLevel: "silent", build: { write: false, minify: false, target: "esnext", lib: { entry, formats: ["iife"], name: "unused" } } });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !("output" in output)) throw new Error("nothing was built");
  return output.output[0].code;
}

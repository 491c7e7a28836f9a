// inPage.ts as one script for a page.
import { build } from "vite";

export async function pageScript(): Promise<string> {
  const entry = new URL("inPage.ts", import.meta.url).pathname;
  const result = await build({ configFile: false, logLevel: "silent", build: { write: false, minify: false, target: "esnext", lib: { entry, formats: ["iife"], name: "unused" } } });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !("output" in output)) throw new Error("nothing was built");
  return output.output[0].code;
}

// The shipped detection, built alone, to be run in a bare page: what it finds can then be looked at from outside.
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A script that puts `detectors` ({ lookFor, describeService, words }) into the page's globals. */
export function detectorScript(): Promise<string> {
  return builtAlone("detectorsEntry", "detectors");
}

/** The same for any entry of this folder. @param name of the global that has what it exports */
export async function builtAlone(entry: string, name: string): Promise<string> {
  const output = await build({
    root,
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry: `${root}tests/e2e/harness/${entry}.ts`, formats: ["iife"], name } },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (!bundle || !("output" in bundle)) throw new Error("nothing was built");
  return bundle.output[0].code;
}

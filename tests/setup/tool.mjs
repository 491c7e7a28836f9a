// The programs of npm packages, started by Node itself: what npm puts into node_modules/.bin is for each system's own
// shell, and the one of Windows takes no path with a space in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";
import { run } from "./run.mjs";

const packageOf = { tsc: "typescript" };

/** Runs a package's program in the project's directory, to its end; options and errors as for `run`. */
export function runTool(name, args, options = {}) {
  const directory = join(root, "node_modules", packageOf[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  return run(process.execPath, [join(directory, typeof bin === "string" ? bin : bin[name]), ...args], { cwd: root, ...options });
}

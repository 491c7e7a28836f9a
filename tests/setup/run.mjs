// Child processes for the set-up.
import { spawn, spawnSync } from "node:child_process";
import { SetupError } from "./say.mjs";

/** True when a program of that name is on the PATH. */
export function has(program) {
  const finder = process.platform === "win32" ? "where" : "which";
  return spawnSync(finder, [program], { stdio: "ignore" }).status === 0;
}

/**
 * Runs a program to its end. Its output is kept and shown only when it fails, unless `show`: then it is seen as it comes, or
 * with `"after"` whole, once the program has ended.
 * @throws SetupError with the last lines of what it printed.
 */
export function run(program, args, { show = false, env = {}, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show && show !== "after" ? "inherit" : ["ignore", "pipe", "pipe"],
      // npm is a script there.
      shell: process.platform === "win32" && program === "npm",
    });
    let output = "";
    child.stdout?.on("data", (data) => (output += data));
    child.stderr?.on("data", (data) => (output += data));
    child.on("error", (error) => reject(new SetupError(`${program} could not be started: ${error.message}`)));
    child.on("close", (code) => {
      if (show === "after") console.log(output);
      if (code === 0) resolve(output);
      else reject(new SetupError(`${program} ${args.join(" ")} ended with ${code}\n${output.split("\n").slice(-40).join("\n")}`));
    });
  });
}

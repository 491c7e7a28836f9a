// The libraries that show a browser our testbed: umockdev's own, and in front of it what makes it safe to fork.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const umockdev = "/usr/lib/x86_64-linux-gnu/libumockdev-preload.so.0";
const source = fileURLToPath(new URL("forkSafe.c", import.meta.url));

/**
 * For LD_PRELOAD, which separates paths by spaces: the compiled one must lie where none is.
 * @param directory the testbed's own
 */
export function preloadIn(directory: string): string {
  const library = `${directory}/forkSafe.so`;
  execFileSync("tcc", ["-shared", "-nostdlib", "-o", library, source]);
  return `${library}:${umockdev}`;
}

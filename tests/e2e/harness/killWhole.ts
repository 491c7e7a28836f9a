import { existsSync } from "node:fs";
import { processesOf } from "./memory.ts";
import { until } from "./until.ts";

/** SIGKILL for a browser, and not before all its helpers are gone the next start: a person is no quicker. */
export async function killWhole(pid: number): Promise<void> {
  const pids = processesOf(pid).map((one) => one.pid);
  process.kill(pid, "SIGKILL");
  await until(() => pids.every((one) => !existsSync(`/proc/${one}/fd/0`)), "the browser's processes are gone");
}

// Resident memory of a browser: all its processes together.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

export class ProcessMemory {
  readonly #root: number;

  /** @param root the browser's first process */
  constructor(root: number) {
    this.#root = root;
  }

  /** Forgets earlier peaks. @returns megabytes now */
  reset(): number {
    for (const pid of this.#pids()) {
      try {
        writeFileSync(`/proc/${pid}/clear_refs`, "5");
      } catch {
        // It has ended since it was listed.
      }
    }
    return this.#sum("VmRSS");
  }

  /** The most that each process had since the last reset, summed: more than all had together at any moment. */
  peak(): number {
    return this.#sum("VmHWM");
  }

  #sum(field: "VmHWM" | "VmRSS"): number {
    return this.#pids().reduce((sum, pid) => {
      try {
        return sum + Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
      } catch {
        return sum;
      }
    }, 0);
  }

  #pids(): readonly number[] {
    const parents = readdirSync("/proc").flatMap((name) => {
      if (!/^\d+$/.test(name)) return [];
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])] as const];
      } catch {
        return [];
      }
    });
    const found = [this.#root];
    for (const pid of found) found.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
    return found;
  }
}

// Memory of a browser: all its processes together, as they are at one moment. [Note: summed PSS] What processes share (code,
// files, messages between them) is counted once by PSS, each process with its part of it. The processes' own peaks (VmHWM) are no
// substitute: they come at different moments, and summed they say more than was ever in use.
import { readdirSync, readFileSync } from "node:fs";

/** Between two looks; each takes some milliseconds of one core, so nothing is timed while it looks. */
const restMs = 100;

/** What one process has, in megabytes (10⁶ bytes); 0 once it has ended. */
export function pssOf(pid: number): number {
  try {
    return (Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1024) / 1_000_000;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // It has ended since it was listed.
    if (code === "ENOENT" || code === "ESRCH") return 0;
    throw error;
  }
}

export class ProcessMemory {
  readonly #root: number;
  #before = 0;
  #peak = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param root the browser's first process */
  constructor(root: number) {
    this.#root = root;
  }

  /** What there is now is the base; from here on it is looked again and again. */
  begin(): void {
    this.#before = this.#now();
    this.#peak = this.#before;
    const look = (): void => {
      this.#peak = Math.max(this.#peak, this.#now());
      this.#timer = setTimeout(look, restMs);
    };
    this.#timer = setTimeout(look, restMs);
  }

  /** @returns the most above the base that all processes had together at one moment, in megabytes (10⁶ bytes) */
  end(): number {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    return Math.max(this.#peak, this.#now()) - this.#before;
  }

  #now(): number {
    return this.#pids().reduce((sum, pid) => sum + pssOf(pid), 0);
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

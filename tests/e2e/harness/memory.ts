// Looks for bytes in the memory of the browser's processes, as root may on Linux: /proc/PID/mem, every region that can
// be written. Nothing is stopped while it reads, so a search is a sample of a moment; it is repeated where that counts.
import { randomInt } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";

export interface BrowserProcess {
  readonly pid: number;
  /** browser, extension (renderers that run the extension's pages and workers), page, or another helper. */
  readonly role: "browser" | "extension" | "page" | "helper";
}

function parents(): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The command name may hold spaces and brackets: the fields begin after the last one.
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      found.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // Ended meanwhile.
    }
  }
  return found;
}

/** @returns null for a process that has ended meanwhile */
function roleOf(pid: number): BrowserProcess["role"] | null {
  let command: string;
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return null;
  }
  if (command.includes("--extension-process")) return "extension";
  if (command.includes("--type=renderer")) return "page";
  return command.includes("--type=") ? "helper" : "browser";
}

export function processesOf(browserPid: number): readonly BrowserProcess[] {
  const parent = parents();
  const belongs = (pid: number): boolean => pid === browserPid || (parent.has(pid) && belongs(parent.get(pid) ?? 0));
  return [...parent.keys()].filter((pid) => pid > 1 && belongs(pid)).flatMap((pid) => {
    const role = roleOf(pid);
    return role ? [{ pid, role }] : [];
  });
}

/**
 * The browser's own means of carrying messages between its processes: memory that several of them share. A WebUSB
 * transfer passes through it, and what was carried stays until the next message overwrites it.
 */
const isTransport = (path: string): boolean => /^\/(memfd:|dev\/shm\/)|\/\.org\.chromium\.Chromium\./.test(path);

const chunkBytes = 4 << 20;
/** Much of what a process may write was never written: it is read as zeros, and none of the patterns is zeros alone. */
const zeros = Buffer.alloc(chunkBytes);

/** A pattern, and those that lie inside of it: where one of these is not, the whole is not. */
interface Sought {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly within: readonly string[];
}

/** The shortest first, so that what lies inside of a pattern is counted before it. */
function sought(patterns: Readonly<Record<string, Uint8Array>>): readonly Sought[] {
  const all = Object.entries(patterns).toSorted(([, a], [, b]) => a.length - b.length);
  return all.map(([name, bytes]) => ({ name, bytes, within: all.filter(([other, part]) => other !== name && part.length < bytes.length && Buffer.from(bytes).includes(Buffer.from(part))).map(([other]) => other) }));
}

const pageBytes = 4096;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of a private mapping that were ever written: its pages that are there, or swapped out (bits 63 and 62 of
 * /proc/PID/pagemap). A browser reserves many times what it uses. Each part has one page of the zeros behind it, for a pattern
 * may end with one.
 */
function written(pagemap: number, { from, to }: Span): readonly Span[] {
  const pages = (to - from) / pageBytes;
  const entries = Buffer.alloc(pages * 8);
  let got = 0;
  for (let more = -1; more !== 0 && got < entries.length; got += more) more = readSync(pagemap, entries, got, entries.length - got, (from / pageBytes) * 8 + got);
  const spans: { from: number; to: number }[] = [];
  for (let page = 0; page < pages; page += 1) {
    // What can't be told is searched.
    if (page * 8 + 8 <= got && ((entries[page * 8 + 7] ?? 0) & 0xc0) === 0) continue;
    const at = from + page * pageBytes;
    const last = spans.at(-1);
    const end = Math.min(at + 2 * pageBytes, to);
    if (last && last.to >= at) last.to = end;
    else spans.push({ from: at, to: end });
  }
  return spans;
}

/** One place where a pattern was found. */
export interface Hit {
  readonly name: string;
  readonly pid: number;
  /** Where in the process's memory, and the line of /proc/PID/maps that it lies in. */
  readonly at: number;
  readonly mapping: string;
  /** Up to so many bytes before and behind it, as they were when it was found. */
  readonly before: Buffer;
  readonly after: Buffer;
}

const aroundBytes = 48;

/** Every place of a pattern in what the process can write: in its own memory, or in the browser's transport. */
function hitsIn(pid: number, patterns: readonly Sought[], where: "own" | "transport"): readonly Hit[] {
  const hits: Hit[] = [];
  const longest = Math.max(...patterns.map((pattern) => pattern.bytes.length));
  const chunk = Buffer.alloc(chunkBytes);
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const pagemap = openSync(`/proc/${pid}/pagemap`, "r");
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, "utf8").split("\n")) {
      const [, from = "", to = "", rights = "", path = ""] = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+ *(.*)/.exec(line) ?? [];
      if (!rights.startsWith("rw") || isTransport(path) !== (where === "transport")) continue;
      // Addresses of programs have 47 bits: a number holds them.
      const mapping = { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
      // What several processes share may have been written by another one.
      for (const span of rights.endsWith("p") ? written(pagemap, mapping) : [mapping]) {
        search(memory, span, chunk, longest, (part, start) => {
          for (const { name, index, length } of placesIn(part, patterns)) {
            const [before, after] = [Buffer.from(part.subarray(Math.max(0, index - aroundBytes), index)), Buffer.from(part.subarray(index + length, index + length + aroundBytes))];
            hits.push({ name, pid, at: start + index, mapping: line, before, after });
          }
        });
      }
    }
  } finally {
    closeSync(memory);
    closeSync(pagemap);
  }
  return hits;
}

/** Reads a span in pieces that overlap, so that a hit across the border is seen; once, as a whole pattern fits on one side only. */
function search(memory: number, { from, to }: Span, chunk: Buffer, longest: number, look: (part: Buffer, start: number) => void): void {
  for (let at = from; at < to; ) {
    const wanted = Math.min(to - at, chunk.length);
    let got = 0;
    try {
      got = readSync(memory, chunk, 0, wanted, at);
    } catch {
      // A guard page or a mapping that went away.
    }
    if (got <= 0) return;
    look(chunk.subarray(0, got), at);
    at += got < wanted || at + got >= to ? got : got - longest + 1;
  }
}

/** What is found in a piece of memory. */
function placesIn(memory: Buffer, patterns: readonly Sought[]): readonly { readonly name: string; readonly index: number; readonly length: number }[] {
  if (memory.equals(zeros.subarray(0, memory.length))) return [];
  const hits: { name: string; index: number; length: number }[] = [];
  const here = new Set<string>();
  for (const { name, bytes: pattern, within } of patterns) {
    if (within.some((part) => !here.has(part))) continue;
    for (let index = memory.indexOf(pattern); index >= 0; index = memory.indexOf(pattern, index + 1)) {
      here.add(name);
      hits.push({ name, index, length: pattern.length });
    }
  }
  return hits;
}

/** Every place of every pattern in a set of processes. */
export function hitsInAll(pids: readonly number[], patterns: Readonly<Record<string, Uint8Array>>, where: "own" | "transport" = "own"): readonly Hit[] {
  const all = sought(patterns);
  return pids.flatMap((pid) => hitsIn(pid, all, where));
}

/** What a find is, for who has to tell whose copy it is: the process, the mapping, the bytes around; not the pattern itself. */
export function described({ name, pid, at, mapping, before, after }: Hit): string {
  const kind = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter((one) => /^--(type|utility-sub-type|extension-process|top-chrome-webui)\b/.test(one)).join(" ");
  const shown = (bytes: Buffer): string => `${bytes.toString("hex")} “${bytes.toString("latin1").replaceAll(/[^ -~]/g, ".")}”`;
  return `${name}: process ${pid} (${kind || "browser"}), ${at.toString(16)} in ${mapping}; before ${shown(before)}; after ${shown(after)}`;
}

/** Total of all counts of a set of processes. */
export function countInAll(pids: readonly number[], patterns: Readonly<Record<string, Uint8Array>>, where: "own" | "transport" = "own"): Readonly<Record<string, number>> {
  const sum: Record<string, number> = Object.fromEntries(Object.keys(patterns).map((name) => [name, 0]));
  for (const { name } of hitsInAll(pids, patterns, where)) sum[name] = (sum[name] ?? 0) + 1;
  return sum;
}

let shipped: string | null = null;

/** The texts of the built extension and app, whose tables of numbers hold many digits. */
function shippedText(): string {
  if (shipped !== null) return shipped;
  const folders = ["dist/", "dist-bridge/app/"].map((one) => new URL(`../../../${one}`, import.meta.url)).filter((one) => existsSync(one));
  const files = folders.flatMap((one) => readdirSync(one, { recursive: true, withFileTypes: true })).filter((one) => one.isFile() && /\.(m?js|json|html|css)$/.test(one.name));
  shipped = files.map((one) => readFileSync(join(one.parentPath, one.name), "latin1")).join("\n");
  return shipped;
}

/** Digits that stand nowhere else: no two alike, none in the card's or the portal's data, nor in what the browser is given to run. */
export function digits(length: number): string {
  const left = [..."0123456789"];
  const picked = Array.from({ length }, () => left.splice(randomInt(left.length), 1)[0]).join("");
  return shippedText().includes(picked) ? digits(length) : picked;
}
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const wide = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, "utf16le"));

/** What a PIN may look like in memory. */
export function patternsFor(pin: string): Readonly<Record<string, Uint8Array>> {
  const digitsOf = bytes(pin);
  return {
    "8 bit": digitsOf,
    "16 bit": wide(pin),
    // VERIFY (ISO 7816-4 §11.6.6) with this card's reference; P2 differs between cards, so it is left to the length.
    "VERIFY": Uint8Array.of(pin.length, ...digitsOf),
    "padded VERIFY": Uint8Array.of(0x08, ...digitsOf, ...new Uint8Array(8 - pin.length).fill(0xff)),
  };
}

/** VERIFY's data as base64, in 8 and 16 bit, at each of the three places where its bytes can begin. */
export function base64Patterns(pin: string): Readonly<Record<string, Uint8Array>> {
  const command = Buffer.from([pin.length, ...Buffer.from(pin)]);
  const texts = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), command]).toString("base64");
    // The first and last characters depend on what stands beside.
    return whole.slice(shift === 0 ? 0 : shift + 1, -4);
  });
  return Object.fromEntries(texts.flatMap((text, shift) => [[`base64 ${shift}, 8 bit`, bytes(text)], [`base64 ${shift}, 16 bit`, wide(text)]]));
}

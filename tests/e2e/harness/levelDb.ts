// What a curious program finds on the disk: every file of a browser profile as it is, and the blocks of LevelDB tables
// (*.ldb) decompressed. LevelDB's table format: github.com/google/leveldb, doc/table_format.md; Snappy's: format_description.txt.
import { readdirSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { extensionId } from "../../virtual/browser/launch.ts";

/** @returns [value, position behind it] */
function varint(bytes: Uint8Array, at: number): readonly [number, number] {
  let [value, shift, position] = [0, 0, at];
  for (;;) {
    const byte = bytes[position] ?? 0;
    position += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, position];
    shift += 7;
  }
}

export function unsnappy(input: Uint8Array): Buffer {
  const [length, start] = varint(input, 0);
  const out = Buffer.alloc(length);
  let [at, to] = [start, 0];
  while (at < input.length) {
    const tag = input[at] ?? 0;
    at += 1;
    if ((tag & 3) === 0) {
      let size = (tag >> 2) + 1;
      if (size > 60) {
        const extra = size - 60;
        size = 1;
        for (let byte = 0; byte < extra; byte += 1) size += (input[at + byte] ?? 0) * 2 ** (8 * byte);
        at += extra;
      }
      out.set(input.subarray(at, at + size), to);
      at += size;
      to += size;
      continue;
    }
    const kind = tag & 3;
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const bytes = kind === 1 ? 1 : kind === 2 ? 2 : 4;
    let offset = kind === 1 ? (tag >> 5) << 8 : 0;
    for (let byte = 0; byte < bytes; byte += 1) offset += (input[at + byte] ?? 0) * 2 ** (8 * byte);
    at += bytes;
    // Copies may overlap what they write.
    for (let step = 0; step < size; step += 1, to += 1) out[to] = out[to - offset] ?? 0;
  }
  return out;
}

function block(file: Uint8Array, offset: number, size: number): Buffer {
  const content = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnappy(content) : Buffer.from(content);
}

/** All data blocks of a table, decompressed. */
export function tableBlocks(file: Uint8Array): readonly Buffer[] {
  const footer = file.length - 48;
  if (footer < 0) return [];
  let [, at] = varint(file, footer);
  [, at] = varint(file, at);
  const [indexOffset, sizeAt] = varint(file, at);
  const [indexSize] = varint(file, sizeAt);
  const index = block(file, indexOffset, indexSize);
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  const blocks: Buffer[] = [];
  for (let position = 0; position < end; ) {
    let notShared = 0;
    let valueSize = 0;
    [, position] = varint(index, position);
    [notShared, position] = varint(index, position);
    [valueSize, position] = varint(index, position);
    const [offset, next] = varint(index, position + notShared);
    const [size] = varint(index, next);
    blocks.push(block(file, offset, size));
    position += notShared + valueSize;
  }
  return blocks;
}

export interface Searched {
  readonly files: number;
  readonly tables: number;
  readonly blocks: number;
  /** `pattern: file`, where it was found. */
  readonly found: readonly string[];
}

/** Looks for patterns in every file under a folder. */
export function searchProfile(folder: string, patterns: Readonly<Record<string, Buffer>>): Searched {
  let [files, tables, blocks] = [0, 0, 0];
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    let content: Buffer;
    try {
      if (!statSync(path).isFile()) continue;
      content = readFileSync(path);
    } catch {
      continue;
    }
    files += 1;
    const parts: Buffer[] = [content];
    if (name.endsWith(".ldb")) {
      const decompressed = tableBlocks(content);
      tables += 1;
      blocks += decompressed.length;
      parts.push(...decompressed);
    }
    for (const [pattern, bytes] of Object.entries(patterns)) if (parts.some((part) => part.includes(bytes))) found.add(`${pattern}: ${name}`);
  }
  return { files, tables, blocks, found: [...found] };
}

/** A text in every form in which Chromium stores texts. */
export function forms(name: string, text: string): Readonly<Record<string, Buffer>> {
  const little = Buffer.from(text, "utf16le");
  return { [`${name} (UTF-8)`]: Buffer.from(text, "utf8"), [`${name} (UTF-16LE)`]: little, [`${name} (UTF-16BE)`]: Buffer.from(little).swap16() };
}

/**
 * Cuts the database's log where a browser that is killed while it writes would have left it: within a record of several
 * fragments. github.com/google/leveldb, doc/log_format.md
 * @returns the log's name
 */
export function tearLog(profile: string): string {
  const folder = join(profile, "Default/IndexedDB", `chrome-extension_${extensionId}_0.indexeddb.leveldb`);
  const name = readdirSync(folder).filter((one) => one.endsWith(".log")).toSorted().at(-1) ?? "";
  const log = readFileSync(join(folder, name));
  let lastFragment = 0;
  for (let at = 0; at + 7 <= log.length; ) {
    const left = 32_768 - (at % 32_768);
    if (left < 7) at += left;
    else {
      if (log[at + 6] === 4) lastFragment = at;
      at += 7 + log.readUInt16LE(at + 4);
    }
  }
  if (lastFragment === 0) throw new Error("no record of several fragments in the log");
  truncateSync(join(folder, name), lastFragment);
  return name;
}

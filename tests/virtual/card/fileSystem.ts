// The card's files and their selection, ISO 7816-4 §7.1 (structures) and §11.1.1 (SELECT).
import { type Bytes, same, uint } from "./bytes.ts";
import { tlv } from "./der.ts";

export interface ElementaryFile {
  readonly kind: "ef";
  readonly fid: number;
  readonly sfi: number | null;
  /** Transparent content; read afresh each time, since the AODF changes with the state of the PINs. */
  readonly read: () => Bytes;
  /** Set for a record file. */
  readonly records: readonly Bytes[] | null;
  /** Holds a key: can be selected, never read. */
  readonly internal: boolean;
}

export interface DedicatedFile {
  readonly kind: "df";
  readonly fid: number;
  readonly aid: Bytes | null;
  readonly children: readonly (DedicatedFile | ElementaryFile)[];
}

export type CardFile = DedicatedFile | ElementaryFile;

export function ef(fid: number, content: Bytes | (() => Bytes), sfi: number | null = null): ElementaryFile {
  const read = typeof content === "function" ? content : () => content;
  return { kind: "ef", fid, sfi, read, records: null, internal: false };
}

/** What is selected. The path is kept from the MF down, so parent and siblings need no links. */
export class Selection {
  readonly #mf: DedicatedFile;
  #path: readonly DedicatedFile[];
  #file: ElementaryFile | null = null;

  constructor(mf: DedicatedFile) {
    this.#mf = mf;
    this.#path = [mf];
  }

  reset(): void {
    this.#path = [this.#mf];
    this.#file = null;
  }

  get df(): DedicatedFile {
    return this.#path.at(-1) ?? this.#mf;
  }

  get file(): ElementaryFile | null {
    return this.#file;
  }

  #enter(path: readonly DedicatedFile[], file: ElementaryFile | null): CardFile {
    this.#path = path;
    this.#file = file;
    return file ?? path.at(-1) ?? this.#mf;
  }

  #walk(from: readonly DedicatedFile[], path: Bytes): CardFile | null {
    if (path.length === 0 || path.length % 2 !== 0) return null;
    let at = from;
    for (let i = 0; i < path.length; i += 2) {
      const fid = fidAt(path, i);
      const next = at.at(-1)?.children.find((child) => child.fid === fid);
      if (next === undefined) return null;
      if (next.kind === "ef") return i + 2 === path.length ? this.#enter(at, next) : null;
      at = [...at, next];
    }
    return this.#enter(at, null);
  }

  /** P1 = 00: MF, or a child, or the parent's children (siblings), or the parent itself. */
  byIdentifier(data: Bytes): CardFile | null {
    if (data.length === 0 || (data.length === 2 && fidAt(data, 0) === 0x3f00)) return this.#enter([this.#mf], null);
    if (data.length !== 2) return null;
    const child = this.#walk(this.#path, data);
    if (child !== null) return child;
    const up = this.#path.slice(0, -1);
    if (fidAt(data, 0) === this.df.fid) return this.#enter(this.#path, null);
    if (up.length === 0) return null;
    if (fidAt(data, 0) === up.at(-1)?.fid) return this.#enter(up, null);
    const sibling = up.at(-1)?.children.find((file) => file.fid === fidAt(data, 0));
    return sibling?.kind === "df" ? this.#enter([...up, sibling], null) : null;
  }

  /** P1 = 01 (DF) or 02 (EF): only among the children of the current DF. */
  child(data: Bytes, kind: "df" | "ef"): CardFile | null {
    const found = data.length === 2 ? this.df.children.find((file) => file.fid === fidAt(data, 0)) : undefined;
    return found?.kind === kind ? this.#walk(this.#path, data) : null;
  }

  parent(): CardFile | null {
    return this.#path.length > 1 ? this.#enter(this.#path.slice(0, -1), null) : null;
  }

  /** P1 = 04: a DF name, the whole or its beginning. */
  byName(name: Bytes): CardFile | null {
    if (name.length === 0) return this.#enter([this.#mf], null);
    for (const file of this.#mf.children) {
      if (file.kind === "df" && file.aid !== null && same(file.aid.subarray(0, name.length), name)) {
        return this.#enter([this.#mf, file], null);
      }
    }
    return null;
  }

  fromMf(path: Bytes): CardFile | null {
    return this.#walk([this.#mf], path);
  }

  fromCurrent(path: Bytes): CardFile | null {
    return this.#walk(this.#path, path);
  }

  bySfi(sfi: number): ElementaryFile | null {
    const found = this.df.children.find((file) => file.kind === "ef" && file.sfi === sfi);
    if (found?.kind !== "ef") return null;
    this.#file = found;
    return found;
  }

  byFid(fid: number): ElementaryFile | null {
    const found = this.df.children.find((file) => file.kind === "ef" && file.fid === fid);
    if (found?.kind !== "ef") return null;
    this.#file = found;
    return found;
  }
}

function fidAt(bytes: Bytes, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

/** File control parameters (ISO 7816-4 §7.4.3) as FCP (62) or inside an FCI (6F). */
export function controlInformation(tag: "62" | "6F", file: CardFile): Bytes {
  if (file.kind === "df") {
    const name = file.aid === null ? new Uint8Array(0) : tlv("84", file.aid);
    return tlv(tag, tlv("82", uint(0x38, 1)), tlv("83", uint(file.fid, 2)), name, tlv("8A", uint(5, 1)));
  }
  const sfi = file.sfi === null ? new Uint8Array(0) : tlv("88", uint(file.sfi << 3, 1));
  const identity = [tlv("83", uint(file.fid, 2)), sfi, tlv("8A", uint(5, 1))];
  if (file.records !== null) {
    const longest = Math.max(...file.records.map((record) => record.length));
    const size = file.records.reduce((sum, record) => sum + record.length, 0);
    const descriptor = Uint8Array.of(0x04, 0x21, 0, longest, file.records.length);
    return tlv(tag, tlv("80", uint(size, 2)), tlv("82", descriptor), ...identity);
  }
  const descriptor = uint(file.internal ? 0x09 : 0x01, 1);
  return tlv(tag, tlv("80", uint(file.internal ? 0 : file.read().length, 2)), tlv("82", descriptor), ...identity);
}


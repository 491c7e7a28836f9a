// A PDF as a set of objects, each read when it is asked for. See: [Note: only what is looked at] in source.ts.
import type { Bytes } from "../../card/bytes.ts";
import { SigningError } from "../error.ts";
import { isCutOff, tailWithin } from "./cutOff.ts";
import { unpack } from "./filters.ts";
import { latin1, malformed, NeedMore, Parser } from "./parser.ts";
import type { PdfSource } from "./source.ts";
import { as, dictOf, integerOf, type PdfDict, type PdfRef, type PdfStream, type PdfValue, ref } from "./values.ts";
import { readTable, readXrefStream, type XrefEntry, type XrefSection } from "./xref.ts";

const firstLook = 4096;
const mostSections = 4096;
/** Readers look for the header this far from the file's beginning. */
const headerWithin = 1024;

interface ObjectStream {
  readonly numbers: readonly number[];
  readonly values: readonly PdfValue[];
}

export class PdfDocument {
  readonly source: PdfSource;
  /** The newest first. */
  readonly sections: readonly XrefSection[];
  /** Where the newest section begins: the next one's /Prev. */
  readonly startxref: number;
  /** Behind the newest `%%EOF` and its end of line, or the file's size: what is behind belongs to no revision. */
  readonly end: number;
  readonly #entries = new Map<number, XrefEntry>();
  readonly #objects = new Map<number, Promise<PdfValue>>();
  readonly #containers = new Map<number, Promise<ObjectStream>>();

  /** The newest revision was begun and has no end: what is read here is the one before. */
  readonly cutOff: boolean;

  /** @throws SigningError PDF_BROKEN, FILE_INCOMPLETE, UNSUPPORTED */
  static async open(source: PdfSource): Promise<PdfDocument> {
    const head = latin1(await source.read(0, headerWithin));
    if (!/%PDF-\d/.test(head)) throw malformed("no PDF header");
    const from = Math.max(0, source.size - tailWithin);
    const tail = latin1(await source.read(from, source.size));
    try {
      return await PdfDocument.#openFrom(source, from, tail);
    } catch (error) {
      throw error instanceof SigningError && error.code === "PDF_BROKEN" && isCutOff(tail) ? new SigningError("FILE_INCOMPLETE", "the end of the file is missing", error) : error;
    }
  }

  static async #openFrom(source: PdfSource, from: number, tail: string): Promise<PdfDocument> {
    const [, digits] = [...tail.matchAll(/startxref\s+(\d{1,15})/g)].at(-1) ?? [];
    if (digits === undefined) throw malformed("no startxref");
    const mark = /%%EOF(\r\n|\r|\n)?/.exec(tail.slice(tail.lastIndexOf("startxref")));
    const end = mark ? from + tail.lastIndexOf("startxref") + mark.index + mark[0].length : source.size;
    const sections = await readSections(source, Number(digits));
    return new PdfDocument(source, sections, Number(digits), end, isCutOff(tail));
  }

  private constructor(source: PdfSource, sections: readonly XrefSection[], startxref: number, end: number, cutOff: boolean) {
    this.cutOff = cutOff;
    this.source = source;
    this.sections = sections;
    this.startxref = startxref;
    this.end = end;
    for (const section of sections) for (const [num, entry] of section.entries) if (!this.#entries.has(num)) this.#entries.set(num, entry);
  }

  get trailer(): PdfDict {
    const trailer = this.sections[0]?.trailer;
    if (!trailer) throw malformed("no trailer");
    return trailer;
  }

  /** Numbers of all objects that are in use. */
  get numbers(): readonly number[] {
    return [...this.#entries].filter(([, entry]) => entry.kind !== "free").map(([num]) => num);
  }

  entry(num: number): XrefEntry {
    return this.#entries.get(num) ?? { kind: "free" };
  }

  /** One more than the highest number ever used. */
  get size(): number {
    let highest = 0;
    for (const num of this.#entries.keys()) highest = Math.max(highest, num);
    return Math.max(highest + 1, integerOf(this.trailer.entries.get("Size")) ?? 0);
  }

  /** The object of this number; null where there is none (§7.3.10). */
  object(num: number): Promise<PdfValue> {
    const found = this.#objects.get(num) ?? this.#load(num);
    this.#objects.set(num, found);
    return found;
  }

  /** Follows references until something else is there. */
  async resolve(value: PdfValue | undefined): Promise<PdfValue> {
    let at: PdfValue = value ?? null;
    for (let i = 0; as("ref", at); i += 1) {
      if (i > 32) throw malformed("references in a circle");
      at = await this.object(as("ref", at)?.num ?? 0);
    }
    return at;
  }

  /** The resolved entry of a dictionary. */
  async get(from: PdfDict, key: string): Promise<PdfValue> {
    return await this.resolve(from.entries.get(key));
  }

  /** The document catalog (§7.7.2) and where it stands. */
  async catalog(): Promise<{ readonly at: PdfRef; readonly dict: PdfDict }> {
    const at = as("ref", this.trailer.entries.get("Root"));
    const catalog = at && as("dict", await this.resolve(at));
    if (!at || !catalog) throw malformed("no document catalog");
    return { at: ref(at.num, at.gen), dict: catalog };
  }

  async #load(num: number): Promise<PdfValue> {
    const entry = this.entry(num);
    if (entry.kind === "free") return null;
    if (entry.kind === "at") {
      const found = await readObject(this.source, entry.offset, (value) => this.resolve(value));
      if (found.num !== num) throw malformed("another object stands where this one should");
      return found.value;
    }
    const container = this.#containers.get(entry.container) ?? this.#unpackObjects(entry.container);
    this.#containers.set(entry.container, container);
    const { numbers, values } = await container;
    const at = numbers[entry.index] === num ? entry.index : numbers.indexOf(num);
    return values[at] ?? null;
  }

  /** §7.5.7. */
  async #unpackObjects(num: number): Promise<ObjectStream> {
    if (this.entry(num).kind !== "at") throw malformed("an object stream inside an object stream");
    const container = as("stream", await this.object(num));
    const count = container && integerOf(await this.get(container.dict, "N"));
    const first = container && integerOf(await this.get(container.dict, "First"));
    if (!container || count === null || first === null) throw malformed("an object stream without its fields");
    const data: Bytes = await unpack(container);
    const header = new Parser(data.subarray(0, first), null, true);
    const numbers: number[] = [];
    const values: PdfValue[] = [];
    for (let i = 0; i < count; i += 1) {
      numbers.push(header.integer());
      const parser = new Parser(data, null, true);
      parser.at = first + header.integer();
      values.push(parser.value());
    }
    return { numbers, values };
  }
}

/** Parses at an offset, with as many bytes as it takes. */
async function parseAt<T>(source: PdfSource, offset: number, parse: (parser: Parser) => T): Promise<T> {
  for (let length = firstLook; ; length *= 4) {
    const end = Math.min(source.size, offset + length);
    if (offset >= end) throw malformed("an offset behind the end of the file");
    try {
      return parse(new Parser(await source.read(offset, end), offset, end === source.size));
    } catch (error) {
      if (!(error instanceof NeedMore)) throw error;
    }
  }
}

interface ReadObject {
  readonly num: number;
  readonly value: PdfValue;
}

/** §7.3.10: `num gen obj value endobj`. */
async function readObject(source: PdfSource, offset: number, resolve: (value: PdfValue | undefined) => Promise<PdfValue>): Promise<ReadObject> {
  const found = await parseAt(source, offset, (parser) => {
    const num = parser.integer();
    parser.integer();
    if (parser.word() !== "obj") throw malformed("no object where one should be");
    const value = parser.value();
    const start = dictOf(value) ? parser.streamStart() : null;
    return { num, value, start };
  });
  const dict = dictOf(found.value);
  if (found.start === null || !dict) return { num: found.num, value: found.value };
  const begin = offset + found.start;
  const length = integerOf(await resolve(dict.entries.get("Length")));
  return { num: found.num, value: await readStream(source, dict, begin, length) };
}

/** The length is believed if `endstream` follows; else the keyword is looked for, as every reader does. */
async function readStream(source: PdfSource, dict: PdfDict, begin: number, length: number | null): Promise<PdfStream> {
  if (length !== null && length >= 0 && begin + length <= source.size) {
    const behind = latin1(await source.read(begin + length, begin + length + 24));
    if (/^\s*endstream/.test(behind)) return { kind: "stream", dict, data: await source.read(begin, begin + length) };
  }
  for (let wanted = firstLook; ; wanted *= 4) {
    const data = await source.read(begin, begin + wanted);
    const at = latin1(data).indexOf("endstream");
    if (at >= 0) {
      const trimmed = data[at - 1] === 0x0a ? (data[at - 2] === 0x0d ? at - 2 : at - 1) : data[at - 1] === 0x0d ? at - 1 : at;
      return { kind: "stream", dict, data: data.slice(0, trimmed) };
    }
    if (begin + wanted >= source.size) throw malformed("a stream without an end");
  }
}

/** The chain of sections by /Prev. */
async function readSections(source: PdfSource, startxref: number): Promise<readonly XrefSection[]> {
  const sections: XrefSection[] = [];
  const seen = new Set<number>();
  const waiting = [startxref];
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    if (seen.size > mostSections) throw malformed("too many cross-reference sections");
    const section = await readSection(source, offset);
    const hybrid = section.form === "table" ? integerOf(section.trailer.entries.get("XRefStm")) : null;
    sections.push(hybrid === null ? section : withHidden(section, await readSection(source, hybrid)));
    const previous = integerOf(section.trailer.entries.get("Prev"));
    if (previous !== null) waiting.push(previous);
  }
  return sections;
}

async function readSection(source: PdfSource, offset: number): Promise<XrefSection> {
  const table = await parseAt(source, offset, (parser) => {
    if (parser.peekWord() !== "xref") return null;
    parser.word();
    return readTable(parser, offset);
  });
  if (table) return table;
  const { value } = await readObject(source, offset, async (found) => found ?? null);
  const stream = as("stream", value);
  if (!stream) throw malformed("startxref does not lead to a cross-reference section");
  return readXrefStream(stream.dict, await unpack(stream), offset);
}

/** §7.5.8.4: in a hybrid file the table calls the objects free that only its stream knows. */
function withHidden(table: XrefSection, hidden: XrefSection): XrefSection {
  const entries = new Map(table.entries);
  for (const [num, entry] of hidden.entries) if ((entries.get(num)?.kind ?? "free") === "free") entries.set(num, entry);
  return { ...table, entries };
}

// An incremental update (ISO 32000-1 §7.5.6): changed and new objects behind the file, of which no byte is touched.
import { type Bytes, concat } from "../../card/bytes.ts";
import type { PdfDocument } from "./document.ts";
import { ascii, serialize } from "./serialize.ts";
import { array, as, hexString, integerOf, name, type PdfDict, type PdfRef, type PdfValue, ref, stream, withEntries } from "./values.ts";

interface Written {
  readonly at: PdfRef;
  readonly value: PdfValue;
}

export class PdfUpdate {
  readonly #document: PdfDocument;
  readonly #written = new Map<number, Written>();
  #next: number;

  constructor(document: PdfDocument) {
    this.#document = document;
    this.#next = document.size;
  }

  /** A number for an object that is written later. */
  reserve(): PdfRef {
    const at = ref(this.#next);
    this.#next += 1;
    return at;
  }

  add(value: PdfValue): PdfRef {
    const at = this.reserve();
    this.set(at, value);
    return at;
  }

  /** Puts a value in the place of an object. */
  set(at: PdfRef, value: PdfValue): void {
    this.#written.set(at.num, { at, value });
  }

  /** The object as it will be. */
  async object(at: PdfRef): Promise<PdfValue> {
    return this.#written.get(at.num)?.value ?? (await this.#document.resolve(at));
  }

  /**
   * The bytes to append.
   * @param fileId 16 random bytes: the second half of the file identifier (§14.4)
   */
  write(fileId: Bytes): UpdateBytes {
    const { source, trailer, startxref, sections } = this.#document;
    const parts: Bytes[] = [ascii("\n")];
    let at = source.size + 1;
    const offsets = new Map<number, readonly [offset: number, gen: number]>();
    const places = new Map<number, number>();
    const put = ({ num, gen }: PdfRef, value: PdfValue): void => {
      offsets.set(num, [at, gen]);
      const head = ascii(`${num} ${gen} obj\n`);
      places.set(num, at + head.length);
      const whole = concat(head, serialize(value), ascii("\nendobj\n"));
      parts.push(whole);
      at += whole.length;
    };
    for (const { at: where, value } of this.#written.values()) put(where, value);
    const ids = as("array", trailer.entries.get("ID"))?.items ?? [];
    const kept = new Map([...trailer.entries].filter(([key]) => trailerKeys.has(key)));
    const next = withEntries({ kind: "dict", entries: kept }, { Prev: startxref, ID: array([ids[0] ?? hexString(fileId), hexString(fileId)]) });
    const xref = at;
    if (sections[0]?.form === "stream") {
      const self = this.reserve();
      offsets.set(self.num, [xref, 0]);
      put(self, xrefStream(withEntries(next, { Size: this.#next }), offsets));
    } else parts.push(xrefTable(withEntries(next, { Size: this.#next }), offsets));
    parts.push(ascii(`startxref\n${xref}\n%%EOF\n`));
    return { bytes: concat(...parts), places };
  }
}

export interface UpdateBytes {
  readonly bytes: Bytes;
  /** Where in the whole file the value of each written object begins. */
  readonly places: ReadonlyMap<number, number>;
}

/** Only these go from one trailer to the next; the rest describes a table or a stream that is not this one. */
const trailerKeys = new Set(["Root", "Info", "ID"]);

type Offsets = ReadonlyMap<number, readonly [offset: number, gen: number]>;

/** Runs of consecutive numbers: [first, count]. */
function runs(offsets: Offsets): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const num of [...offsets.keys()].toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[0] + last[1] === num) last[1] += 1;
    else found.push([num, 1]);
  }
  return found;
}

function xrefTable(trailer: PdfDict, offsets: Offsets): Bytes {
  let text = "xref\n";
  for (const [first, count] of runs(offsets)) {
    text += `${first} ${count}\n`;
    for (let num = first; num < first + count; num += 1) {
      const [offset = 0, gen = 0] = offsets.get(num) ?? [];
      text += `${String(offset).padStart(10, "0")} ${String(gen).padStart(5, "0")} n\r\n`;
    }
  }
  return concat(ascii(`${text}trailer\n`), serialize(trailer), ascii("\n"));
}

function xrefStream(trailer: PdfDict, offsets: Offsets): PdfValue {
  const index = runs(offsets);
  const numbers = index.flatMap(([first, count]) => Array.from({ length: count }, (_, i) => first + i));
  const rows = new Uint8Array(numbers.length * 8);
  numbers.forEach((num, i) => {
    const [offset = 0, gen = 0] = offsets.get(num) ?? [];
    rows[8 * i] = 1;
    for (let byte = 0; byte < 5; byte += 1) rows[8 * i + 1 + byte] = Math.floor(offset / 256 ** (4 - byte)) % 256;
    rows[8 * i + 6] = gen >> 8;
    rows[8 * i + 7] = gen & 0xff;
  });
  return stream(withEntries(trailer, { Type: name("XRef"), W: array([1, 5, 2]), Index: array(index.flat()), Size: integerOf(trailer.entries.get("Size")) ?? 0 }), rows);
}

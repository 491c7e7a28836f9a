// A new PDF, object by object (ISO 32000-1 §7.5).
import { type Bytes, concat } from "../../card/bytes.ts";
import type { ObjectSink } from "../pdf/embeddedFont.ts";
import { ascii, serialize } from "../pdf/serialize.ts";
import { array, dict, hexString, type PdfRef, type PdfValue, ref } from "../pdf/values.ts";

export class PdfFile implements ObjectSink {
  readonly #objects: PdfValue[] = [];

  reserve(): PdfRef {
    this.#objects.push(null);
    return ref(this.#objects.length);
  }

  add(value: PdfValue): PdfRef {
    const at = this.reserve();
    this.set(at, value);
    return at;
  }

  set(at: PdfRef, value: PdfValue): void {
    this.#objects[at.num - 1] = value;
  }

  /** The same content gives the same bytes: the identifier is made of them. */
  async write(root: PdfRef): Promise<Bytes> {
    // The comment tells programs that look at the beginning only that this is no text (§7.5.2).
    const parts: Bytes[] = [concat(ascii("%PDF-1.7\n%"), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3), ascii("\n"))];
    let at = parts[0]?.length ?? 0;
    const offsets = this.#objects.map((value, i) => {
      const offset = at;
      const whole = concat(ascii(`${i + 1} 0 obj\n`), serialize(value), ascii("\nendobj\n"));
      parts.push(whole);
      at += whole.length;
      return offset;
    });
    const id = hexString(new Uint8Array(await crypto.subtle.digest("SHA-256", concat(...parts))).slice(0, 16));
    const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n\r\n`).join("");
    parts.push(ascii(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f\r\n${rows}trailer\n`));
    parts.push(serialize(dict({ Size: offsets.length + 1, Root: root, ID: array([id, id]) })), ascii(`\nstartxref\n${at}\n%%EOF\n`));
    return concat(...parts);
  }
}

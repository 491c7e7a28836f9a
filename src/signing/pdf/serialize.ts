// Writes values as bytes (ISO 32000-1 §7.3).
import { concat, toHex, type Bytes } from "../../card/bytes.ts";
import type { PdfDict, PdfString, PdfValue } from "./values.ts";

export const ascii = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A value as it stands in a file. Streams: with their dictionary, whose /Length is set to what there is. */
export function serialize(value: PdfValue): Bytes {
  if (typeof value === "object" && value?.kind === "stream") {
    const head = written({ kind: "dict", entries: new Map([...value.dict.entries, ["Length", value.data.length]]) });
    return concat(ascii(`${head}\nstream\n`), value.data, ascii("\nendstream"));
  }
  return ascii(written(value));
}

function written(value: PdfValue): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return number(value);
  switch (value.kind) {
    case "name":
      return nameText(value.name);
    case "string":
      return stringText(value);
    case "ref":
      return `${value.num} ${value.gen} R`;
    case "array":
      return `[${value.items.map((item) => written(item)).join(" ")}]`;
    case "dict":
      return dictText(value);
    case "stream":
      throw new RangeError("a stream is always an object of its own");
  }
}

function dictText({ entries }: PdfDict): string {
  return `<<${[...entries].map(([key, value]) => `${nameText(key)} ${written(value)}`).join(" ")}>>`;
}

/** No exponents (§7.3.3); what is smaller than a billionth of a unit is not there. */
function number(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : "0";
  return value.toFixed(9).replace(/\.?0+$/, "");
}

function nameText(raw: string): string {
  return `/${raw.replaceAll(/[^!-~]|[()<>[\]{}/%#]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
}

function stringText({ bytes, hex }: PdfString): string {
  if (hex || bytes.some((byte) => byte < 0x20 || byte > 0x7e)) return `<${toHex(bytes)}>`;
  return `(${String.fromCharCode(...bytes).replaceAll(/[()\\]/g, (character) => `\\${character}`)})`;
}

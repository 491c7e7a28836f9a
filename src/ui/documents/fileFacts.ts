// What is known of a file without trusting its name.

export type Sight = "pdf" | "text" | "image" | "other";

const pictures: readonly (readonly [type: string, begins: readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
];
const longestText = 1024 * 1024;

/** How a file can be shown: told by its bytes. */
export async function sightOf(file: Blob): Promise<Sight> {
  const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  if (new TextDecoder("latin1").decode(head).includes("%PDF-")) return "pdf";
  if (pictures.some(([, begins]) => begins.every((byte, i) => head[i] === byte))) return "image";
  return (await textOf(file)) === null ? "other" : "text";
}

/** The text of a text file in UTF-8; null: it is none, or too long to be read by a person. */
export async function textOf(file: Blob): Promise<string | null> {
  if (file.size > longestText) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return text.includes("\0") ? null : visible(text);
  } catch {
    return null;
  }
}

/**
 * Somebody else's text (a document, a file's name, a site's words) with what can't be seen shown by its number: a turn of the
 * writing direction can make a text say its opposite, and `pdf.exe` look like `exe.pdf`.
 */
export function visible(text: string): string {
  return text.replaceAll(/(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

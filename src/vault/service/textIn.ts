// The text of a plain file, for searching.
import { wordsOf } from "../search/words.ts";

const mostBytes = 1 << 20;
/** Words of a document that are kept: about a book. */
const mostWords = 20_000;

const plain = /^(text\/|application\/(json|xml|xhtml\+xml)$)/;

export const isPlainText = (type: string): boolean => plain.test(type);

/** @returns null when the type is not plain text. */
export async function textIn(file: Blob, type: string): Promise<string | null> {
  if (!plain.test(type)) return null;
  const head = new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
  const encoding = head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(head);
  return /^text\/html|xml/.test(type) ? text.replaceAll(/<[^>]*>/g, " ") : text;
}

/** The words of a text, each once, as they are kept. */
export function indexWords(text: string): string {
  return [...new Set(wordsOf(text))].slice(0, mostWords).join(" ");
}

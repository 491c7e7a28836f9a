// The search above every list: all its words must be there, as they are written or, where somebody writes Georgian in Latin
// letters, as they sound.
import { byKeyboard, fold, stem } from "../../codec/coarse.ts";

/** What a search looks through, made once for each line. */
export class Searchable {
  /** In small letters. */
  readonly plain: string;
  #folded: string | null = null;

  /** @param plain in small letters */
  constructor(plain: string) {
    this.plain = plain;
  }

  /** @param parts in each of which a word may be found; null or empty: there is none */
  static of(parts: readonly (string | null | undefined)[]): Searchable {
    return new Searchable(parts.filter(Boolean).join("\n").toLowerCase());
  }

  /** In coarse letters, a blank before each word; made when it is first asked for. */
  get folded(): string {
    return (this.#folded ??= ` ${fold(this.plain)}`);
  }
}

const latin = /^[a-z][a-z'’‘ʼ`´-]*$/i;

/** @param text as it was typed @returns whether all its words are in a line; null: nothing is searched for */
export function finder(text: string): ((line: Searchable) => boolean) | null {
  const words = text.split(/\s+/).filter(Boolean).map((word) => ({ word: word.toLowerCase(), asSounds: latin.test(word) ? [...new Set([word, byKeyboard(word)].map((one) => stem(fold(one))))] : [] }));
  return words.length === 0 ? null : (line) => words.every(({ word, asSounds }) => line.plain.includes(word) || asSounds.some((sound) => sounds(line.folded, sound)));
}

/** Two letters are in nearly every line, but begin few words. */
const sounds = (folded: string, sound: string): boolean => folded.includes(sound.length > 2 ? sound : ` ${sound}`);

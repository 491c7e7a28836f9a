// Where a text names somebody, in either language.
import { englishNames } from "./englishNames.ts";
import { georgianNames } from "./georgianNames.ts";

export interface Mention {
  /** Without legal form and quotation marks, in the case in which it stands. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `legal`: a legal form stands beside it; `kind`: what it is; `body`: a public body; `person`: a person by profession. */
  readonly form: "legal" | "kind" | "body" | "person" | "quotes" | "none";
  readonly language: "ka" | "en";
  /** The word's capital may be the sentence's. */
  readonly sentenceBegins: boolean;
  readonly words: number;
  /** What speaks for it or against it by itself. */
  readonly own?: number;
  /** The case is the nominative already. */
  readonly settled?: boolean;
  /** What follows a quoted name: tells its case. */
  readonly after?: string;
}

/** @param text one sentence or heading */
export function mentionsIn(text: string): readonly Mention[] {
  return /[ა-ჰ]/u.test(text) ? georgianNames(text) : englishNames(text);
}

// The words by which policies say things, Georgian by stem (words change at their end), English by word. Data, not code: a
// phrase that a policy uses and that is missing is one line in purposeWords.ts, recipientWords.ts, rightsWords.ts or retentionWords.ts.
import { type Words, words } from "./words.ts";

export interface Entry {
  readonly value: string;
  readonly words: Words;
}

export const entry = (value: string, ...alternatives: readonly string[]): Entry => ({ value, words: words(alternatives.join("|")) });

// A letter's sentences as they may decide: without what recounts the request, sets a condition or speaks of appeals.
import { isAppeal } from "./appeal.ts";
import { informs, isUnderCondition, withoutRecounted } from "./besides.ts";

/** A sentence, and what of it decides. */
export interface Said {
  /** Whole, as it stands. */
  readonly sentence: string;
  readonly decides: string;
}

/** What the text decides with, a sentence each. */
export function decidingIn(sentences: readonly string[]): readonly Said[] {
  return sentences.flatMap((sentence): readonly Said[] => {
    if (isAppeal(sentence) || isUnderCondition(sentence)) return [];
    const parts = sentence.split(informs);
    const after = (parts.at(-1) ?? "").trim();
    const decides = parts.length > 1 && /\p{L}{3}/u.test(after) ? after : (parts[0] ?? "");
    return [{ sentence, decides: withoutRecounted(decides) }];
  });
}

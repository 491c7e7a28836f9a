import { appealValues } from "./appealValues.ts";
import { askedValues } from "./askedValues.ts";
import { courseValues } from "./courseValues.ts";
import type { Values } from "./fill.ts";
import type { LetterInput } from "./letter.ts";
import type { LetterKind } from "./templates.ts";
import { termValues } from "./termValues.ts";
import { byHand } from "./written.ts";

/** What a letter's places are filled from: what is asked, by when it is owed, what happened, and what is wrong with that. */
export function valuesOf(input: LetterInput, kind: LetterKind): Values {
  return { ...askedValues(input, kind), ...termValues(input, kind), ...courseValues(input, kind), ...appealValues(input, kind), byHand };
}

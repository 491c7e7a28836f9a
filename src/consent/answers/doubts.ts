// Words that speak against what a letter was taken for. They decide nothing by themselves; beside them nothing is claimed, since what is wrong costs the
// person more than what is left to them. Each was kept for what it withheld of texts that the reader of the day had not learned from (docs/consent.md).
import type { AnswerType } from "./kinds.ts";
import type { Said } from "./said.ts";

const doubts: Partial<Readonly<Record<AnswerType, RegExp>>> = {
  // Something of it was handed over or done all the same, or the "no" was to something else.
  refused: /ერთვის|ახლავს|დანართ|გიგზავნ|წავშალე|გავასწორ|გამოგიგზავნე|\b(?:attached|enclosed|deleted|corrected|removed|downloaded)\b/iu,
  // Part of it stays, or there is a "but".
  satisfied: /თუმცა|მაგრამ|რაც\s+შეეხება|დარჩება|(?<!ძალაში\s)რჩება|უნდა\s+(?:შევ|ვინ)|\b(?:however|except|though|as for|stays?|remains?|have to keep|must keep)\b/iu,
  promised: /(?<!უ)გვიან|ნაცვლად|დამატებით\p{L}*\s+(?:დრო|ვად|დღ)|\b(?:late|further|extended)\b/iu,
  askedMore: /შეგახსენ|\breminder\b|\bremind you\b/iu,
};

/** @returns whether some word of the rest of the letter speaks against its being such an answer */
export const isDoubtful = (type: AnswerType, by: Said, all: readonly Said[]): boolean => all.some((one) => one !== by && doubts[type]?.test(one.decides));

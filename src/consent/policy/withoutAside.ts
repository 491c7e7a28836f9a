// What a sentence says beside the matter is left out, and not the sentence: "We share your data with our hosting provider,
// certified under ISO 27001" names a recipient.
import { aside, asideClause, topics } from "./topics.ts";

const joints = /([,;()—–]|\s(?:and|but|while|და|ხოლო|მაგრამ)(?=\s))/iu;
const clear = Object.values(topics).map(({ strong }) => strong);

/** "A bank founded in 1990 receives …": two words about a name, in the midst of what is said of it. */
const bornIn = /(?<=\p{L} )(?<!\b(?:is|are|was|were|been|and) )(?:founded|established) in \d{4} (?=\p{L})/iu;

/** @returns the sentence without its clauses beside the matter; null if it says nothing else */
export function withoutAside(sentence: string): string | null {
  if (aside.test(sentence)) return null;
  const told = sentence.replace(bornIn, "");
  if (!asideClause.test(told)) return told;
  // "…to a bank founded in 1990": what stands before it is a statement of its own only if it says what is done.
  const rest = told.split(joints).map((part) => {
    const found = asideClause.exec(part);
    if (!found) return part;
    const before = part.slice(0, found.index);
    return saysWhatIsDone(before) ? before : "";
  });
  const said = rest.join("").trim();
  return saysWhatIsDone(said) ? said : null;
}

const saysWhatIsDone = (text: string): boolean => clear.some((strong) => strong.test(text));

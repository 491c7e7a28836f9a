// The policy reader: sentences of a Georgian or English privacy policy in, proposals with their sentence out. It reads
// words, not law: what it misses the person adds, what it gets wrong the person drops, and nothing is kept unconfirmed.
import { durationsIn, isoDuration } from "./durations.ts";
import { definitionHeading, definitions, type Entry, purposes, recipients, retentionGrounds, rights, topics } from "./lexicon.ts";
import { ownerIn } from "./owner.ts";
import type { PolicyField, Proposal } from "./proposal.ts";
import { type Unit, unitsOf } from "./units.ts";

/** @returns one proposal for each thing said, in the order of the text; the first sentence that says it */
export function readPolicy(text: string): readonly Proposal[] {
  const units = unitsOf(text).filter((unit) => !definitions.test(unit.text) && !definitionHeading.test(unit.heading));
  const found: Proposal[] = [];
  const propose = (field: PolicyField, value: string, unit: Unit): void => {
    if (!found.some((one) => one.field === field && one.value === value)) found.push({ field, value, sentence: unit.text, start: unit.start });
  };
  const owner = ownerIn(units);
  if (owner) propose("owner", owner.value, owner.unit);
  for (const unit of units.filter(({ isHeading }) => !isHeading)) {
    if (about("purpose", unit)) for (const value of matching(purposes, unit.text)) propose("purpose", value, unit);
    if (about("recipients", unit)) for (const value of recipientsIn(unit)) propose("recipients", value, unit);
    if (about("rights", unit)) for (const value of matching(rights, unit.text)) propose("rights", value, unit);
    if (about("retention", unit)) for (const value of retentionIn(unit)) propose("retention", value, unit);
    for (const value of deadlinesIn(unit)) propose("deadlines", value, unit);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function about(topic: keyof typeof topics, { text, before, heading }: Unit): boolean {
  return topics[topic].sentence.test(`${before} ${text}`) || topics[topic].heading.test(`${heading} / ${labelOf(before)}`);
}

/** `Recipients: banks; the enforcement bureau`: the label holds for what follows the semicolon, too. */
const labelOf = (before: string): string => /^\s*([^:]{2,60}):/u.exec(before)?.[1] ?? "";

function matching(entries: readonly Entry[], text: string): readonly string[] {
  return entries.filter(({ words }) => words.test(text)).map(({ value }) => value);
}

/** "To nobody, save the ministry" names the ministry; only a plain "to nobody" is nobody. */
function recipientsIn({ text }: Unit): readonly string[] {
  const all = matching(recipients, text);
  return all.length > 1 ? all.filter((one) => one !== "nobody") : all;
}

function retentionIn({ text }: Unit): readonly string[] {
  if (aboutRequests.test(text)) return [];
  const lengths = durationsIn(text).flatMap((one) => isoDuration(one) ?? []);
  const grounds = matching(retentionGrounds, text);
  // "As long as the contract lasts and 10 years after": the number says more than the ground.
  return lengths.length > 0 ? lengths : grounds;
}

const aboutRequests = /მოთხოვნ(?:ა|ას|ის|აზე|აში|იდან)(?:\s|$)|განცხადებაზე პასუხ|პასუხს? (?:მიიღებ|გაიცემ)|\brequests?\b|\banswers?\b|\bact on it\b|\btime may be extended/iu;
const notRequests = /შენახვ|ინახება|მიწოდებ|გარანტი|თანხის დაბრუნ|\bdeliver|\bwarranty|\breturns?\b|\bkept\b/iu;
const examines = /შესწავლ|განხილვ|\bexamin/iu;
const prolongs = /გაგრძელ|გადადებ|ჯამურ|\bextend|\bin total|\bdefer/iu;

function deadlinesIn({ text, before }: Unit): readonly string[] {
  if (!aboutRequests.test(`${before} ${text}`) || notRequests.test(text)) return [];
  const all = durationsIn(text).filter(({ unit }) => unit === "workingDays" || unit === "days");
  return all.map((one, i) => `${stageOf(text, i, all.length)}:${one.count}:${one.unit}`);
}

/** In a sentence with two numbers the second is the extension if it speaks of one. */
function stageOf(text: string, index: number, count: number): "firstAnswer" | "fulfilment" | "extended" {
  if (prolongs.test(text) && (count === 1 || index === count - 1)) return "extended";
  return examines.test(text) ? "firstAnswer" : "fulfilment";
}

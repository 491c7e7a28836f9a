// The policy reader: sentences of a Georgian or English privacy policy in, proposals with their sentence out. It reads
// words, not law: what it misses the person adds, what it gets wrong the person drops, and nothing is kept unconfirmed.
import { aboutRequests, deadlinesIn } from "./answerTime.ts";
import { durationsIn, isoDuration } from "./durations.ts";
import { collectedHeading, definitionHeading, definitions, type Entry, otherHeading, purposes, recipients, retentionGrounds, rights, topics, usesNamed } from "./lexicon.ts";
import { affirmed } from "./negation.ts";
import { ownerIn } from "./owner.ts";
import type { PolicyField, Proposal } from "./proposal.ts";
import { type Unit, unitsOf } from "./units.ts";
import { withoutAside } from "./withoutAside.ts";

type Topic = keyof typeof topics;
const topicNames: readonly Topic[] = ["purpose", "recipients", "retention", "rights"];

/** @returns one proposal for each thing said, in the order of the text; the first sentence that says it */
export function readPolicy(text: string): readonly Proposal[] {
  const whole = new Map<Unit, string>();
  for (const unit of unitsOf(text)) {
    if (definitions.test(unit.text) || definitionHeading.test(unit.heading)) continue;
    const said = withoutAside(unit.text);
    if (said !== null) whole.set({ ...unit, text: said }, unit.text);
  }
  const units = [...whole.keys()];
  const found: Proposal[] = [];
  const propose = (field: PolicyField, value: string, unit: Unit): void => {
    if (isNew(field, value)) found.push({ field, value, sentence: whole.get(unit) ?? unit.text, start: unit.start });
  };
  const isNew = (field: PolicyField, value: string): boolean => !found.some((one) => one.field === field && one.value === value);
  // What was found need not be looked for again: in a long text that is most of the work.
  const unfound = (field: PolicyField, entries: readonly Entry[]): readonly Entry[] => entries.filter(({ value }) => isNew(field, value));
  const owner = ownerIn(units, text);
  if (owner) propose("owner", owner.value, owner.unit);
  // A bank that names itself does not say that it gives anything to a bank.
  const withoutOwner = (said: string): string => (owner ? said.replaceAll(owner.value, " ").replaceAll(calledInShort, " ") : said);
  for (const unit of units.filter(({ isHeading, text: said }) => !isHeading && !said.endsWith("?"))) {
    if (about("purpose", unit)) for (const value of matching(unfound("purpose", purposes), unit.text)) propose("purpose", value, unit);
    if (about("recipients", unit)) for (const value of matching(unfound("recipients", recipients.slice(1)), withoutOwner(unit.text))) propose("recipients", value, unit);
    if (about("retention", unit)) for (const value of retentionIn(unit)) propose("retention", value, unit);
    for (const value of deadlinesIn(unit)) propose("deadlines", value, unit);
  }
  // What may be asked for is often asked in questions: "Want it deleted?"
  for (const unit of units.filter(({ isHeading }) => !isHeading)) if (about("rights", unit)) for (const value of matching(unfound("rights", rights), unit.text)) propose("rights", value, unit);
  // "To nobody" is one only where nobody else is named: "to nobody, save the ministry" names the ministry.
  const [nobody] = recipients;
  const saysNobody = units.find((unit) => about("recipients", unit) && nobody?.words.test(unit.text));
  if (saysNobody && !found.some(({ field }) => field === "recipients")) propose("recipients", "nobody", saysNobody);
  return found.toSorted((a, b) => a.start - b.start);
}

/** Under a heading about one thing a sentence has to say clearly that it is about another. */
function about(topic: Topic, { text, before, heading, nearest }: Unit): boolean {
  const { heading: headings, strong, sentence } = topics[topic];
  const label = labelOf(before);
  const near = topicNames.filter((one) => topics[one].heading.test(`${nearest} / ${label}`));
  if (near.includes(topic)) return true;
  const all = topicNames.filter((one) => topics[one].heading.test(heading));
  if (topic === "recipients" && collectedHeading.test(`${nearest} / ${label}`)) return strong.test(text) || usesNamed.test(text);
  const said = strong.test(`${before} ${text}`) || (topic === "recipients" && usesNamed.test(text));
  // Organisations are named where data go to them, unless the sentence is about how long, or about where to complain.
  if (topic === "recipients" && !near.includes("rights") && !topics.rights.strong.test(text) && !topics.retention.strong.test(text) && !aboutRequests.test(text)) return true;
  if (near.length > 0) return said && topic !== "purpose";
  if (otherHeading.test(nearest)) return false;
  if (all.length > 0 && !headings.test(heading)) return said && topic !== "purpose";
  return said || headings.test(heading) || sentence.test(text);
}

/** `Recipients: banks; the enforcement bureau`: the label holds for what follows the semicolon, too. */
const labelOf = (before: string): string => /^\s*([^:]{2,60}):/u.exec(before)?.[1] ?? "";

function matching(entries: readonly Entry[], text: string): readonly string[] {
  const parts = affirmed(text);
  return entries.filter(({ words }) => parts.some((part) => words.test(part))).map(({ value }) => value);
}

/** (hereinafter the "Bank") */
const calledInShort = /\((?:შემდგომ|hereinafter|hereafter)[^)]{0,60}\)/giu;

const notKept = /(?:მოთხოვნ|განაცხად)\p{L}* მიღებიდან|მოთხოვნ\p{L}*(?=\s).{0,40}(?:ვასრულ|პასუხ|განიხილ)|\bwithin\b|ვადაში (?:ვ?ა?სრულ|განიხილ)|(?<!last |latest |final )\bvisit|\bnotice of\b/iu;

function retentionIn({ text, nearest }: Unit): readonly string[] {
  const underHeading = topics.retention.heading.test(nearest);
  if (!underHeading && notKept.test(text)) return [];
  const lengths = durationsIn(text).flatMap((one) => isoDuration(one) ?? []);
  // "No longer than …": what is denied here is only the longer.
  const grounds = retentionGrounds.filter(({ words }) => words.test(text)).map(({ value }) => value);
  // "Six years, as the law requires": the number says it all. "While the contract lasts and three years more": both do.
  return lengths.length > 0 ? [...grounds.filter((one) => one === "contract" || one === "consent"), ...lengths] : grounds;
}

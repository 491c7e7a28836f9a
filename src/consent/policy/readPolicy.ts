// The policy reader: sentences of a Georgian or English privacy policy in, proposals with their sentence out. It reads
// words, not law: what it misses the person adds, what it gets wrong the person drops, and nothing is kept unconfirmed.
import { aboutRequests, deadlinesIn } from "./answerTime.ts";
import { durationsIn, isoDuration } from "./durations.ts";
import { barePurposes, collectedHeading, definitionHeading, definitions, type Entry, otherHeading, purposes, recipients, retentionGrounds, rights, topics, usesNamed } from "./lexicon.ts";
import { dataNoun, type Frame, holds } from "./frames.ts";
import { affirmed } from "./negation.ts";
import { ownerIn } from "./owner.ts";
import { purposeClause } from "./purposeClause.ts";
import type { PolicyField, Proposal } from "./proposal.ts";
import { conditions, othersDo, purposeFrames } from "./purposeFrames.ts";
import { isKept, retentionFrames } from "./retentionFrames.ts";
import { isReadable } from "./readable.ts";
import { gives, recipientFrames } from "./recipientFrames.ts";
import { offers, rightsFrames } from "./rightsFrames.ts";
import { type Unit, unitsOf } from "./units.ts";
import { withoutAside } from "./withoutAside.ts";
import { words } from "./words.ts";

type Topic = keyof typeof topics;
const topicNames: readonly Topic[] = ["purpose", "recipients", "retention", "rights"];

/** @returns one proposal for each thing said, in the order of the text; the first sentence that says it */
export function readPolicy(written: string): readonly Proposal[] {
  // Georgian capitals, which headings are set in, as small letters: each takes as much room.
  const text = written.replace(/[Ა-Ჿ]/gu, (one) => one.toLowerCase());
  if (!isReadable(text)) return [];
  const whole = new Map<Unit, string>();
  const pieces = unitsOf(text);
  for (const unit of pieces) {
    if (definitions.test(unit.text) || definitionHeading.test(unit.heading)) continue;
    const said = withoutAside(unit.text);
    if (said !== null) whole.set({ ...unit, text: said, nearest: nearestOf(unit) }, unit.text);
  }
  const units = [...whole.keys()];
  // A sentence or two that the person pastes are about data: nothing around them could say it.
  const alone = units.length < 4;
  const found: Proposal[] = [];
  const propose = (field: PolicyField, value: string, unit: Unit): void => {
    if (isNew(field, value)) found.push({ field, value, sentence: written.slice(unit.start, unit.start + (whole.get(unit) ?? unit.text).length), start: unit.start });
  };
  const isNew = (field: PolicyField, value: string): boolean => !found.some((one) => one.field === field && one.value === value);
  // What was found need not be looked for again: in a long text that is most of the work.
  const unfound = (field: PolicyField, entries: readonly Entry[]): readonly Entry[] => entries.filter(({ value }) => isNew(field, value));
  const owner = ownerIn(pieces, text);
  if (owner) propose("owner", owner.value, owner.unit);
  // A bank that names itself does not say that it gives anything to a bank.
  const withoutOwner = (sentence: string): string => {
    const said = sentence.replace(particularFirm, (one) => one.replace(anyFirm, " "));
    return owner ? said.replaceAll(owner.value, " ").replaceAll(calledInShort, " ").replaceAll(/bank|ბანკ/iu.test(owner.value) ? itself : calledInShort, " ") : said;
  };
  const wanted = (field: PolicyField, frames: readonly Frame[]): readonly Frame[] => frames.filter(({ value }) => isNew(field, value));
  for (const unit of units.filter(({ isHeading, text: said }) => !isHeading && !said.endsWith("?"))) {
    const lacking = wanted("purpose", purposeFrames);
    if (lacking.length > 0 && (about("purpose", unit) || saysWhatFor(unit))) {
      if ((alone || saysWhatFor(unit) || usesData(unit)) && !politeness.test(unit.text) && !othersDo.test(unit.text)) for (const value of purposePhrases((entries) => unfound("purpose", entries), unit, alone)) propose("purpose", value, unit);
      for (const value of purposesIn(unit, (one) => isNew("purpose", one))) propose("purpose", value, unit);
    }
    if (isNew("purpose", "marketing") && advertises(unit)) propose("purpose", "marketing", unit);
    const missing = wanted("recipients", recipientFrames);
    if (missing.length > 0) {
      const said = withoutOwner(unit.text);
      const goes = goesSomewhere(unit);
      if ((goes || alone || (spoken(unit) && !complains(unit))) && about("recipients", unit)) for (const value of matching(unfound("recipients", recipients.slice(1)), said)) propose("recipients", value, unit);
      if (goes) for (const value of framed(missing, said, asksWho(unit) || (unit.before !== "" && given.test(unit.before)))) propose("recipients", value, unit);
    }
    // A time in which an answer comes is none for which data are kept.
    const answers = deadlinesIn(unit, alone);
    if ((alone || keepsData(unit)) && (about("retention", unit) || (keeps(unit) && (alone || kept.test(unit.text))))) for (const value of retentionIn(unit)) if (answers.length === 0 || !value.startsWith("P")) propose("retention", value, unit);
    for (const value of answers) propose("deadlines", value, unit);
  }
  // What may be asked for is often asked in questions: "Want it deleted?"
  for (const unit of units.filter(({ isHeading, text: said }) => !isHeading || said.endsWith("?"))) {
    const lacking = wanted("rights", rightsFrames);
    if (lacking.length === 0) break;
    if (!unit.isHeading && (alone || ofOwnData(unit)) && about("rights", unit)) for (const value of matching(unfound("rights", rights), unit.text)) propose("rights", value, unit);
    if (offered(unit, alone)) for (const value of rightsIn(lacking, unit)) propose("rights", value, unit);
  }
  // "To nobody" is one only where nobody else is named: "to nobody, save the ministry" names the ministry.
  const [nobody] = recipients;
  const saysNobody = units.find((unit) => about("recipients", unit) && nobody?.words.test(unit.text) && (given.test(unit.text) || kept.test(unit.text) || ownData.test(unit.nearest) || recipientHeading.test(unit.nearest)));
  if (saysNobody && !found.some(({ field }) => field === "recipients")) propose("recipients", "nobody", saysNobody);
  return found.toSorted((a, b) => a.start - b.start);
}

/** A label of its own that asks nothing ("Mostly the dull stuff: …") leaves the sentence under the heading above. */
function nearestOf({ heading, nearest }: Unit): string {
  if (nearest === "" || asked.test(nearest) || otherHeading.test(nearest) || recipientHeading.test(nearest) || collectedHeading.test(nearest) || topicNames.some((one) => topics[one].heading.test(nearest))) return nearest;
  return heading.split(" / ").slice(-2).join(" / ");
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
  return entries.filter((one) => parts.some((part) => one.words.test(part))).map(({ value }) => value);
}

/** About the person's own data, in the sentence, its list or near it, and under no heading about something else. */
const ownData = words(dataNoun);
function ofOwnData({ text, heading, paragraph }: Unit): boolean {
  return ownData.test(text) || ownData.test(paragraph) || ownData.test(heading) || topics.rights.heading.test(heading) || /\b(?:court|commissioner|authority|consent|want it|fix it|see it|bin it)\b|სასამართლო|სამსახურ|თანხმობ/iu.test(text);
}

const watchers = /\bICO\b|\b(?:information|data protection|privacy) commissioner\b|\bsupervisory (?:authority|body)\b|\bdata protection (?:service|authority|inspector\p{L}*|commission)\b|მონაცემთა დაცვის (?:\p{L}+ )?(?:სამსახურ|ინსპექტ)|საზედამხედველო (?:\p{L}+ )?ორგანო/iu;

/** "Had enough?", "Want it gone?" */
const asked = /^(?:want|had enough|changed your mind|wrong|unhappy|not happy|would you|prefer|don[’']t want|no longer|გინდა|გსურ|არ გინდა|აღარ გინდა)(?!\p{L})[^?]*\?$/iu;

function offered({ text, before, heading, nearest, paragraph }: Unit, alone: boolean): boolean {
  if (topics.rights.heading.test(`${nearest} / ${labelOf(before)}`)) return true;
  if (topics.rights.heading.test(heading) && !topicNames.some((one) => one !== "rights" && topics[one].heading.test(nearest))) return true;
  if (otherHeading.test(nearest) || topicNames.some((one) => one !== "rights" && topics[one].heading.test(nearest) && !offers.test(text))) return false;
  // An authority that watches over data is named for one thing, wherever it stands.
  if (watchers.test(text)) return (offers.test(text) && !/გაამჟღავნ|გადას?ც|\bdisclos/iu.test(text)) || /\b(?:complain|lodge|turn|take it up|open to)|საჩივ|ჩივლ|მიმართ|პრეტენზი/iu.test(text);
  return (asked.test(nearest) || offers.test(`${before} ${text}`)) && (alone || asked.test(nearest) || kept.test(text) || /\bconsent\b|\bpermission\b|\btake back\b|თანხმობ/iu.test(text) || topics.rights.heading.test(heading) || ownData.test(paragraph) || ownData.test(nearest));
}

/** @param asked the heading has said the other half */
function framed(frames: readonly Frame[], text: string, asked: boolean): readonly string[] {
  const said = affirmed(text).join(" ; ");
  return frames.filter((one) => (asked ? one.one.test(said) : holds(one, said))).map(({ value }) => value);
}

/** Of a list under such a heading each line names somebody. */
const asksWho = ({ before, nearest }: Pick<Unit, "before" | "nearest">): boolean => recipientHeading.test(`${nearest} / ${labelOf(before)}`);

const recipientHeading = /(?<!გამგზავნ\p{L}* და )მიმღებ(?!\p{L}* შესახებ)|(?:^|[\s,/—–-])ვის(?:თან|თვის|ზე)?(?=[\s,?]|$)|ვინ (?:კიდევ )?(?:ნახ|ხედ|იღ|იგ|უყურ)|მონაცემთა გაცემ|გადაცემ|გავცემ|გაზიარ|ვუზიარ|ვაძლევ|სხვას|მესამე პირ|სად მიდის|\brecipients?\b|shared? with|\bshar(?:e|ing)\b|disclos|\bwho (?:else )?(?:receives|gets|sees|can|may|has|will|hears|we share|do we|do you|is told)|\b(?:anyone|anybody|someone|somebody) else\b|\bgoes to\b|\bwhere (?:your|the|my) (?:\p{L}+ ){1,2}go(?:es)?\b|(?:მჟღავნ|გადაეც|გადაე?სც|მიეწოდ|მიაწოდ|ეგზავნ)[^:]*:$|with whom|to whom|whom (?:do|we)|who do (?:we|you)|\bpass(?:ing)?\b|sub-?processors?|third part|where (?:does|do|will) (?:it|they|your \w+) (?:all )?go|who gets|\b(?:give|hand|send|report|tell|show|see|read|get|receive)s?\b.*\b(?:it|them|data|details|to|information)\b/iu;
const given = words(gives);

/** Of data, in the sentence or near it. */
const spoken = ({ text, heading, paragraph }: Unit): boolean => kept.test(text) || kept.test(paragraph) || recipientHeading.test(heading) || topics.recipients.heading.test(heading);

/** To whom the person may turn, and to whom nothing is given. */
const complains = ({ text }: Pick<Unit, "text">): boolean => /\bopen to you\b|გასაჩივრდ/iu.test(text) || (offers.test(text) && topics.rights.strong.test(text) && /\bcomplain|\b(?:to|before|in) (?:the |a )?(?:\p{L}+ )?courts?\b|\bcourts? (?:is|are)\b|საჩივ|ჩივლ|მიმართ/iu.test(text));

/** Under such a heading every organisation counts; elsewhere the sentence has to say that something goes to it, and of data. */
function goesSomewhere({ text, before, heading, nearest, paragraph }: Unit): boolean {
  const label = labelOf(before);
  if (collectedHeading.test(`${nearest} / ${label}`)) return false;
  if (asksWho({ before, nearest })) return true;
  if (otherHeading.test(nearest) || topics.rights.heading.test(nearest) || aboutRequests.test(text) || complains({ text })) return false;
  return given.test(`${before} ${text}`) && (kept.test(`${before} ${text}`) || kept.test(paragraph) || /\b(?:it|them|this|these|yours?|who|whom|where)\b|თქვენ/iu.test(text) || topics.recipients.strong.test(text) || recipientHeading.test(heading) || ownData.test(nearest));
}

/** Rights are asked in denials ("I no longer want your letters"): only one that is refused is none. */
const refused = /[,(–—-]? ?\b(?:and|but) (?:we )?(?:will|shall|would) (?:\p{L}+ )?(?:tell|explain)[^.;]*\bwhy\b[^.;]*|\((?:ამ|ასეთ) შემთხვევაში[^)]*\)|[(–—-] ?in (?:that|this|which) case[^)]*|\bwithout (?:saying|giving|telling)[^.;,:?!]*|[^.;,:?!]*\b(?:cannot|can['’]t|can not|could not|not possible|no right|not entitled|may not|refuse)\b[^.;,:?!]*|[^.;,:?!]*(?<!\p{L})(?:ვერ|შეუძლებელ\p{L}*|არ (?:შეგიძლი|აქვს უფლებ|გაქვთ უფლებ)\p{L}*)(?!\p{L})[^.;,:?!]*/giu;

function rightsIn(frames: readonly Frame[], { text, nearest }: Unit): readonly string[] {
  // "Spelt wrongly? Tell the desk and we'll see to it."
  const said = `${nearest.endsWith("?") ? nearest : ""} ${text}`.replace(refused, " ");
  // "Who may be shown the pictures:" tells who, and asks nothing.
  const told = asksWho({ before: "", nearest });
  return frames.filter((one) => holds(one, said) && !(one.value === "recipients" && told)).map(({ value }) => value);
}

/** What is done for the person beside all else: "provide medical services" is care, and "collect the fee for the service" a bill. */
const particular: ReadonlySet<string> = new Set(["health", "education", "delivery", "hiring", "research", "payment", "marketing", "identity", "legal", "statistics", "security"]);

/** What is to be hindered is no denial: "so that nobody gives you the wrong injection", „რომ ცივი არ მოგივიდეთ“. */
const hindered = /\b(?:so that|so|in order that|because|without|unless|or|before)\b[^.;]*|(?<!\p{L})(?:რომ|რათა|თორემ|უამისოდ|გარეშე)(?!\p{L})[^.;]*/giu;
const denial = /\b(?:not|nobody|no one|nothing|none|never|cannot|can['’]t|won['’]t|doesn['’]t|don['’]t|isn['’]t|without)\b|(?<!\p{L})(?:არ|ვერ|აღარ|ვეღარ|არავ\p{L}*|გარეშე)(?!\p{L})/giu;

const reason = /\b(?:so that|in order|because|as the law|used?)\b|რომ|რათა|იმიტომ|ვიყენებ/iu;

function purposesIn(unit: Unit, wanted: (value: string) => boolean): readonly string[] {
  // "We keep notes for eight years after your last visit".
  if (othersDo.test(unit.text) || (durationsIn(unit.text).length > 0 && topics.retention.strong.test(unit.text) && !reason.test(unit.text)) || !(saysWhatFor(unit) || topics.purpose.strong.test(unit.text))) return [];
  const whole = affirmed(unit.text.replace(hindered, (part) => part.replace(denial, " "))).join(" ; ");
  const said = whole.replace(conditions, " ");
  const values = purposeFrames.filter((one) => one.value !== "service" && wanted(one.value) && !(one.value === "support" && (topics.rights.strong.test(unit.text) || carried.test(unit.text))) && holds(one, one.value === "support" ? whole : said)).map(({ value }) => value);
  const services = purposeFrames.filter((one) => one.value === "service");
  const alone = wanted("service") && said.split(/[,;]|\sand\s|\sდა\s/u).some((part) => services.some((one) => holds(one, part)) && !purposeFrames.some((one) => particular.has(one.value) && holds(one, part)) && !purposes.some((one) => particular.has(one.value) && one.words.test(part)));
  return alone ? ["service", ...values] : values;
}

function purposePhrases(wanted: (entries: readonly Entry[]) => readonly Entry[], unit: Unit, alone: boolean): readonly string[] {
  const asked = alone || unit.nearest.split(" / ").some((one) => purposeHeading.test(one)) || purposeHeading.test(labelOf(unit.before));
  return [...matching(wanted(purposes), unit.text), ...matching(wanted(barePurposes), asked ? unit.text : purposeClause(unit.text))].filter((value) => value !== "support" || !carried.test(unit.text));
}

/** Whoever brings it calls to find the door. */
const carried = /კურიერ|მძღოლ|\b(?:courier|driver|rider|postman)\b/iu;

/** "We respect your privacy and comply with the law." */
const politeness = /\b(?:respect|value|committed to|take[^.;]* seriously)\b.*\b(?:privacy|law)\b|პატივს ვცემ/iu;

/** Data are used for something: under a heading that asks it, or by a verb of using and a word of purpose. */
const purposeHeading = /(?:^|\/ )[^/]*(?:მიზან|მიზნ|რისთვის|რატომ|(?<!\p{L})რად |რაში|რას ვ(?:აკეთ|უშვრ)|ვიყენებ|გამოყენებ|purpose|\bwhy\b|what (?:is|are) (?:it|they|my|your)?.*\bfor\b|what (?:it|they|this|that)(?:['’]s|['’]re| is| are) for|\breasons?\b|\bgrounds and\b|\bobjects\b|\baims?\b|^because\b|\/ because\b|what for\b|\bwant (?:it|them|this|these) for\b|what (?:else )?(?:do )?(?:we|you) (?:else )?do with|what do (?:we|you) (?:need|want) [^?]*\bfor\b|for what (?:purposes? )?(?:do )?we|\bhow we use|we use (?:your|it|them|this|these|that)|use of (?:your )?(?:data|inform)|used for)[^/]*$/iu;
const useVerb = words(String.raw`\b(?:we|i) (?:only |also |then |will |may |must |can |would |do )*(?:use|need|ask|take|note|collect|keep|record|look at|count|watch|process|check|write|gather|hold|film|store|read|have|want|compare|study|send|get|see|ring|call|text|let|tell|learn|report|identify|invoice|bill|charge|crunch|verify|screen|put|print|publish|count|measure|monitor|match)\b|\b(?:used|needed|processed|collected|recorded|kept|taken|asked for|required|filmed|made|compared|examined|identified|relied upon|drawn upon|taken up|there|noted|checked|assessed|held|is|are) (?:only |solely |also |up )*(?:to|for|in order|so|because|with a view|by|in the|in so far as|insofar as|when)\b|\b(?:needs?|uses?|lets?|helps?|tells?|shows?|means) (?:us|them|it|the|him|her|\p{L}+ to)\b|გვჭირდ|მჭირდ|სჭირდ|ავსებთ|ვიყენებ|იყენებ|გამოიყენ|ვამუშავ|ამუშავ|მუშავდ|ვაგროვ|აგროვ|გთხოვთ|ვითხოვ|ითხოვ|ვიწერ|ვინიშნ|საჭირო|აუცილებელ|გისვამ|ვსწავლობ|ვარკვევ|გეკითხ|ვიღებთ|ვინახ|ვითვლ|გვაქვს|გვინდა|გვეხმარ|ვამოწმ|ადარებ|დგას|ვადარ|ვუგზავნ|გიგზავნ|მოგწერ|დაგირეკ|შეგატყობ|აფასებ|ვხვდებ|სჭირდებ|ვკითხულობ|ვნახულობ|გვავალ|გვიტოვებ|გვაძლევ|გვაინტერეს|მომწერ|მინდა|მსურს|მივიღ|\bsend me\b|\bI(?: would|['’]d) like\b|\bkeep me\b|კამერ|იღებს|ამოწმებ|მოიკითხ|იხმარ|ვხმარ|ემსახურება|ვაკვირდ|ვწერთ|გწერ|უნდა იცოდ|\bneeds? to know\b|\bmust know\b|გავარკვ|ადგენს`);
const towards = words(String.raw`\b(?:to|so that|so|in order|for|because|with a view|lets?|helps?|tells?|when|if|how|which|whether|who|where|what|in the)\b|რომ|რათა|თვის|ად(?!\p{L})|ადაა|იმიტომ|მიზნით|გვეხმარ|ვითვლ|თუ |ვინ |სად |, რა |რომელ|რამდენ`);

/** What is done with data by whoever has them: a verb of giving only where somebody else does it. */
const processing = /(?<!\p{L})(?:ვ?ამუშავებ|მუშავდებ|დამუშავებ)|\bprocess(?:es|ed)?\b(?! (?:by|for us))/iu;

/** Says by itself that it tells what something is for. */
const outright = /\bso (?:that )?(?:we|it|you|they|the|a|our|that)\b[^.;]{0,40}\b(?:can|may|know|could|will|must|need)\b|\bso that (?:we|it|you|they|the)\b|\bin order to\b|\bthis is how we\b|(?<!\p{L})(?:რათა|იმისთვის|იმისათვის)(?!\p{L})|(?:ას|ებს) ემსახურება|\b(?:keeps?|uses?|holds?|needs?|takes|collects?|stores?|records?|writes? (?:it |them )?down|asks? for)\b[^.;]*(?:,? so (?:as to|that|we|the|it)\b|, (?:in order )?to \p{L}+|\bin order to\b)|მეშვეობით/iu;

/** Something of the person's, and what for: "Your e-mail: to log you in". Or it is the law that says why. */
function usesData({ text, before, heading }: Unit): boolean {
  if (politeness.test(text)) return false;
  return topics.purpose.strong.test(`${before} ${text}`) || topics.purpose.heading.test(heading) || kept.test(text) || /\byour\b|თქვენ|უნდა|კანონ|\blaw\b/iu.test(text);
}

const advertising = purposeFrames.filter(({ value }) => value === "marketing");
const toSomebody = /\b(?:you|your|me|i|clients|customers|people)\b|(?<!\p{L})(?:თქვენ|მივიღ|მიიღ|მსურს|გ(?:ი|ა|წ)|მოგ|შეგ|შემოგ)/iu;

/** Who is sent offers is told what for, wherever it stands; how to be rid of them is another matter. */
function advertises({ text, nearest }: Unit): boolean {
  if (otherHeading.test(nearest) || topics.retention.strong.test(text) || !toSomebody.test(text)) return false;
  const said = affirmed(text).join(" ; ");
  return advertising.some((one) => holds(one, said));
}

function saysWhatFor({ text, before, heading, nearest }: Unit): boolean {
  if (politeness.test(text)) return false;
  // Cameras, advertising and what the law demands say by themselves what for.
  if (/\bcameras?\b|\bcctv\b|\btrackers?\b|კამერ|ვიდეო ?(?:თვალთვალ|მონიტორინგ|მეთვალყურ)|GPS-|გვავალდებულ|გვავალებს|\bwe (?:also |only )?(?:write|send|e-?mail|text|post) (?:to )?(?:you|people|members|customers)\b|თანახმა ვარ,? (?:რომ )?მივიღ|კანონ\p{L}* ვალდებულ|\b(?:law|statute|acts?|regulations?|tax office)\b.*\b(?:us|we)\b|\bwe\b.*\b(?:law|statute)\b|კანონ\p{L}* .*გვ|\blaw (?:says|requires|demands|obliges) (?:that )?(?:every|each|all|any)\b|კანონის მოთხოვნით|კანონი (?:\p{L}+ ){0,4}(?:აკისრებ|ავალდებულ|ავალებ)|^\W*(?:yes,? )?(?:please )?(?:e-?mail|text|send|drop|write|post|tell|keep|ring) (?:to )?me\b|^\W*(?:მომწერ|მინდა,? (?:რომ )?მივიღო|მსურს|გამომიგზავნ)|რეკლამ\p{L}* (?:შესარჩევ|საჩვენებ|მოსარგებ|შერჩევ)|სარეკლამო (?:პლაკატ|ვიდეო|ბუკლეტ|ფურც|პოსტ)/iu.test(text) && !otherHeading.test(nearest)) return true;
  if (/\bcameras?\b|კამერ/iu.test(nearest) && nearest.endsWith("?")) return true;
  if (nearest.split(" / ").some((one) => purposeHeading.test(one)) || purposeHeading.test(labelOf(before)) || purposeHeading.test(heading)) return true;
  if (otherHeading.test(nearest) || topicNames.some((one) => one !== "purpose" && topics[one].heading.test(nearest))) return false;
  // "…processes the borrower's data:" holds for each item below it, and what a sentence begins with for what follows its semicolons.
  if (nearest.endsWith(":") && useVerb.test(nearest) && (!given.test(nearest) || processing.test(nearest))) return true;
  return (useVerb.test(`${before} ${text}`) && towards.test(text)) || (outright.test(text) && kept.test(text));
}

/** What is more than a firm is not one besides: "an accountancy firm", „პარტნიორ ლაბორატორიას“. */
const particularFirm = /(?<=ბუღალტრულ\p{L}* აღრიცხვ\p{L}* (?:აწარმოებს|გვიკეთებს) )გარე ფირმა|(?:გარე )?(?:აუდიტორულ|საბუღალტრო|ბუღალტრულ|სადაზღვევო|საკურიერო|საფოსტო|საინკასო)\p{L}* (?:კომპანი|ფირმ|სამსახურ)\p{L}*|(?:პარტნიორ|კონტრაქტორ)\p{L}* (?=ლაბორატორ|ბანკ|საკურიერო|კლინიკ|სადაზღვევო)|\bpartner (?=laborator|bank|courier|clinic|hospital)|\b(?:audit|accountancy|insurance|courier|delivery|debt collection|direct debit) (?:firm|company|bureau|agency)\b/giu;
const anyFirm = /^გარე ფირმა|^გარე |(?:პარტნიორ|კონტრაქტორ)\p{L}*|\bpartner\b|\bbureau\b/iu;

/** A bank of itself. */
const itself = /\b[Tt]he Bank\b|(?<!\p{L})ბანკ(?:ი|ის|მა)(?!\p{L})/gu;
/** (hereinafter the "Bank") */
const calledInShort = /\((?:შემდგომ|hereinafter|hereafter)[^)]{0,60}\)/giu;

const notKept = /\b(?:has|have) been\b[^.;]*\bsince\b|\bago\b|\ballow us\b|ქულ(?:ა|ები|ას)|\bpoints\b|\bbags?\b|\bluggage\b|(?:during|in|over) the last|\bcancelled\b|\brenew|lost property|მიტოვებულ|დატოვებულ|ნივთებ|ნივთი(?!\p{L})|იდება|(?:მოთხოვნ|განაცხად)\p{L}* მიღებიდან|მოთხოვნ\p{L}*(?=\s).{0,40}(?:ვასრულ|პასუხ|განიხილ)|\bwithin\b|ვადაში (?:ვ?ა?სრულ|განიხილ)|(?<!last |latest |final )\bvisit|\bnotice of\b|გარანტი|საცდელ|გადაუხდელ|\btrial\b|\bwarranty|\bguarantee/iu;

function keeps({ text, heading, nearest }: Unit): boolean {
  if (otherHeading.test(nearest) || topics.rights.heading.test(nearest)) return false;
  return isKept.test(text) || briefTerm.test(text) || (topics.retention.heading.test(heading) && !topics.recipients.heading.test(nearest));
}

/** "Records: 5 years.", „სანამ წევრი ხართ“: a term beside a name, or all there is. */
const briefTerm = new RegExp(String.raw`^[^.:;—–]{2,40}(?::| [—–-]) (?:up to |about |another |კიდევ )?\S+(?: \S+)? (?:days?|weeks?|months?|years?|დღე|კვირა|თვე|წელი)\p{P}?$|^(?:სანამ|ვიდრე|as long as|for as long as|until|while)(?!\p{L})`, "iu");

/** Data are kept, and no gloves: named in the sentence, near it, or asked for by the heading. */
function keepsData({ text, heading, nearest, paragraph }: Unit): boolean {
  return topics.retention.heading.test(nearest) || kept.test(text) || kept.test(paragraph) || kept.test(heading);
}
const kept = words(`${dataNoun}|\\b(?:orders?|invoices?|receipts?|messages?|letters|applications?|cvs?|calls?|slips?|documents?|logs?|backups?|bookings?|enquir\\p{L}*|questionnaires?|recordings?|readings?|transcripts?|traces|films|x-rays?|diar(?:y|ies)|sheets?|scans?|consents?|contracts?|tickets?|samples?|particulars)\\b|შეკვეთ|ინვოის|ქვითრ|წერილ|განაცხად|რეზიუმე|ზარ|დოკუმენტ|ასლ|ჯავშ|შეტყობინ|კითხვარ|(?<!\\p{L})სია(?!\\p{L})|დაავადებ|უწყის|დოსიე|რეცეპტ|სამედიცინო ცნობ|ოქმ|ფურცლ|ფურცელ|საქაღალდ|ხელშეკრულებ|თანხმობ|ბილეთ|ნიმუშ|მასალ`);
/** Sent, answered or done within a time, and not kept for it. */
const answered = /განახებ|გაჩვენებ|გავასწორ|გავაკეთებ|მოგცემ|გამოგიგზავნ|გიპასუხ|ვპასუხ|შევცვლ|დაგჭირდ|დაგვჭირდ|\bwe(?:['’]ll| will| shall)? (?:send|answer|reply|do it|comply|carry)\b|\b(?:on|upon|of|after|from) (?:your |the |a |any )?(?:\p{L}+ )?request\b|\byou ask\b|მოითხოვ|მოთხოვნ|(?<!მო)გვთხოვ/iu;

/** „ფორმა კანონით დადგენილი ვადით ინახება, ფოტოები კი — 3 თვე“: two things, each with its own term. */
const lawfulTerm = /კანონ\p{L}* (?:\p{L}+ ){0,2}ვად(?:ით|ის განმავლობაში)(?: \p{L}+)?(?:,|;| და| ხოლო)|\bfor (?:the|as long as) (?:\p{L}+ ){0,4}(?:law|statute) (?:\p{L}+ ){0,2}[,;]/iu;

/** "Until it is delivered, and 14 days more": both are said. */
const andThen = /\buntil\b[^.;]*\band (?:\d|another|a |for|then|(?:two|three|four|five|six|seven|ten|thirty)\b)|(?:სანამ|მდე)[^.;]* კიდევ/iu;

function retentionIn({ text, before, nearest }: Unit): readonly string[] {
  const underHeading = topics.retention.heading.test(nearest);
  if (!underHeading && notKept.test(text)) return [];
  if (!underHeading && answered.test(text)) return [];
  const lengths = durationsIn(text).filter(({ index, end }) => !/(?:\bnot|(?<!\p{L})არც|\b(?:for|over|during|of) (?:the|these|those))\s*$/iu.test(text.slice(0, index)) && !/^\s*კი არა/u.test(text.slice(end))).flatMap((one) => isoDuration(one) ?? []);
  // "Ask us to delete what we no longer need" says what may be asked, and not what is done.
  if (lengths.length === 0 && !underHeading && topics.rights.strong.test(`${before} ${text}`) && /\bask\b|\bhave (?:it|them)\b|\bright\b|უფლებ|მოითხოვ/iu.test(`${before} ${text}`)) return [];
  // "No longer than …": what is denied here is only the longer.
  const framedGrounds = retentionFrames.filter((one) => (underHeading ? one.one.test(text) : holds(one, text))).map(({ value }) => value);
  const grounds = [...new Set([...retentionGrounds.filter((one) => one.words.test(text)).map(({ value }) => value), ...framedGrounds])];
  // "Six years, as the law requires": the number says it all. "While the contract lasts and three years more": both do.
  return lengths.length > 0 ? [...grounds.filter((one) => one === "contract" || one === "consent" || (one === "purpose" && andThen.test(text)) || (one === "law" && (/უფრო ხანგრძლივ|\blonger (?:period|time)\b/iu.test(text) || lawfulTerm.test(text)))), ...lengths] : grounds;
}

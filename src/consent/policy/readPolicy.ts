// The policy reader: sentences of a Georgian or English privacy policy in, proposals with their sentence out. It reads
// words, not law: what it misses the person adds, what it gets wrong the person drops, and nothing is kept unconfirmed.
import { asSteps } from "./answerSteps.ts";
import { aboutRequests, deadlinesIn } from "./answerTime.ts";
import { given, kept, labelOf, matching, type Topic, topicNames } from "./dataWords.ts";
import { type Entry } from "./phrases.ts";
import { recipients } from "./recipientWords.ts";
import { rights } from "./rightsWords.ts";
import { collectedHeading, definitionHeading, definitions, otherHeading, topics, usesNamed } from "./topics.ts";
import { dataNoun, type Frame, holds } from "./frames.ts";
import { isBorneOut, wantsAnother } from "./evidence.ts";
import { affirmed } from "./negation.ts";
import { ownerIn } from "./owner.ts";
import { calledElsewhere, inAnyCase } from "./ownerCalled.ts";
import type { PolicyField, Proposal } from "./proposal.ts";
import { purposeFrames } from "./purposeFrames.ts";
import { othersDo } from "./purposeLimits.ts";
import { isBriefTerm, keeps, keepsData, retentionIn } from "./howLong.ts";
import { isReadable } from "./readable.ts";
import { recipientFrames } from "./recipientFrames.ts";
import { offers } from "./offers.ts";
import { rightsFrames } from "./rightsFrames.ts";
import { likelyTimes } from "./likelyTimes.ts";
import { learned, type Opinion } from "./secondOpinion.ts";
import { type Unit, unitsOf } from "./units.ts";
import { advertises, grantsRights, politeness, purposePhrases, purposesIn, saysWhatFor, usesData } from "./whatFor.ts";
import { withoutAside } from "./withoutAside.ts";
import { spelt } from "./spelt.ts";
import { pattern, remembering, words } from "./words.ts";

/** Georgian capitals, which headings are set in, as small letters: each takes as much room. */
const inSmallLetters = (written: string): string => written.replace(/[Ა-Ჿ]/gu, (one) => one.toLowerCase());

/** @returns what is read for what it says, each with its whole text: no definitions, and nothing said aside */
function saidIn(pieces: readonly Unit[]): ReadonlyMap<Unit, string> {
  const whole = new Map<Unit, string>();
  for (const unit of pieces) {
    if (definitions.test(unit.text) || definitionHeading.test(unit.heading)) continue;
    const said = withoutAside(unit.text);
    if (said !== null) whole.set({ ...unit, text: said, nearest: nearestOf(unit) }, unit.text);
  }
  return whole;
}

const isAsked = ({ isHeading, text }: Unit): boolean => !isHeading || text.endsWith("?");

/** @returns the sentences that the second opinion is asked about, as the model is trained on them */
export const sentencesIn = (written: string): readonly Unit[] => [...saidIn(unitsOf(inSmallLetters(written))).keys()].filter(isAsked);

/**
 * @param opinion what the words' claims are held against; the model's
 * @returns one proposal for each thing said, in the order of the text; the first sentence that says it
 */
export function readPolicy(written: string, opinion: Opinion = learned): readonly Proposal[] {
  const text = inSmallLetters(written);
  if (!isReadable(text)) return [];
  const pieces = unitsOf(text);
  const whole = saidIn(pieces);
  const units = [...whole.keys()];
  // A sentence or two that the person pastes are about data: nothing around them could say it.
  const alone = units.length < 4;
  const found: Proposal[] = [];
  const owner = ownerIn(pieces, text);
  const saidBy = (field: PolicyField, value: string, unit: Unit): Proposal => ({ field, value, sentence: written.slice(unit.start, unit.start + (whole.get(unit) ?? unit.text).length), start: unit.start });
  const propose = (field: PolicyField, value: string, unit: Unit): void => {
    // The owner's own address is no country that anything goes to.
    if (value === "abroad" && owner?.unit.start === unit.start && !topics.recipients.strong.test(unit.text)) return;
    if (!isNew(field, value) || !(alone || (isBorneOut(field, value, unit) && !opinion.doubts(field, value, unit)))) return;
    const said = saidBy(field, value, unit);
    const before = once.find((one) => one.field === field && one.value === value);
    if (alone || before !== undefined || !wantsAnother(field, value, unit)) found.push(before ?? said);
    else once.push(said);
  };
  // Said once, in a way that was wrong nearly as often as right: claimed where something else in the text says it, too.
  const once: Proposal[] = [];
  const isNew = (field: PolicyField, value: string): boolean => !found.some((one) => one.field === field && one.value === value);
  // What was found need not be looked for again: in a long text that is most of the work.
  const unfound = (field: PolicyField, entries: readonly Entry[]): readonly Entry[] => entries.filter(({ value }) => isNew(field, value));
  if (owner) propose("owner", owner.value, owner.unit);
  // A bank that names itself does not say that it gives anything to a bank.
  const withoutOwner = (sentence: string): string => {
    const said = sentence.replace(/\b(?:come|comes|coming|visits?|travel) to (?:the|our|a) [^.;,(]*/giu, " ").replace(particularFirm, (one) => one.replace(anyFirm, " "));
    return owner ? said.replaceAll(`სსიპ „${owner.value}“`, " ").replaceAll(`სსიპ ${owner.value}`, " ").replaceAll(owner.value, " ").replace(inAnyCase(owner.value), " ").replace(alias, " ").replaceAll(calledInShort, " ").replaceAll(/bank|ბანკ/iu.test(owner.value) ? itself : calledInShort, " ") : said;
  };
  const alias = calledElsewhere(text);
  const wanted = (field: PolicyField, frames: readonly Frame[]): readonly Frame[] => frames.filter(({ value }) => isNew(field, value));
  for (const unit of units.filter(({ isHeading, text: said }) => !isHeading && !said.endsWith("?"))) {
    const lacking = wanted("purpose", purposeFrames);
    if (lacking.length > 0 && !grantsRights(unit) && (about("purpose", unit) || saysWhatFor(unit))) {
      if ((alone || saysWhatFor(unit) || usesData(unit)) && !politeness.test(unit.text) && !othersDo.test(unit.text)) for (const value of purposePhrases((entries) => unfound("purpose", entries), unit, alone)) propose("purpose", value, unit);
      for (const value of purposesIn(unit, (one) => isNew("purpose", one), alone)) propose("purpose", value, unit);
    }
    if (isNew("purpose", "marketing") && advertises(unit)) propose("purpose", "marketing", unit);
    const missing = wanted("recipients", recipientFrames);
    if (missing.length > 0) {
      const said = withoutOwner(unit.text);
      const goes = goesSomewhere(unit);
      if ((goes || alone || (spoken(unit) && !complains(unit))) && about("recipients", unit)) for (const value of matching(unfound("recipients", recipients.slice(1)), said)) if (value !== "partners" || !worksForUs.test(said)) propose("recipients", value, unit);
      if (goes) for (const value of framed(worksForUs.test(said) ? missing.filter((one) => one.value !== "partners") : missing, said, asksWho(unit) || (unit.before !== "" && given.test(unit.before)))) propose("recipients", value, unit);
    }
    // A time in which an answer comes is none for which data are kept.
    const answers = deadlinesIn(unit, alone);
    if ((alone || keepsData(unit)) && (about("retention", unit) || (keeps(unit) && (alone || kept.test(unit.text) || isBriefTerm(unit))))) for (const value of retentionIn(unit)) if (answers.length === 0 || !value.startsWith("P")) propose("retention", value, unit);
    for (const value of answers) propose("deadlines", value, unit);
  }
  // What may be asked for is often asked in questions: "Want it deleted?"
  for (const unit of units.filter(isAsked)) {
    const lacking = wanted("rights", rightsFrames);
    if (lacking.length === 0) break;
    if (!unit.isHeading && (alone || ofOwnData(unit)) && about("rights", unit)) for (const value of matching(unfound("rights", rights), unit.text.replace(explains, " ").replace(untilTaken, " "))) if (!(value === "stop" && inDispute.test(unit.text))) if (value !== "complaint" || !handsOn.test(unit.text)) propose("rights", value, unit);
    if (offered(unit, alone)) for (const value of rightsIn(lacking, unit)) propose("rights", value, unit);
  }
  if (!alone) for (const { field, value, unit } of opinion.adds(units.filter(isAsked), (one) => isNew(one.field, one.value))) found.push(saidBy(field, value, unit));
  if (!alone) found.push(...likelyTimes(units, opinion, found).map(({ field, value, unit }) => saidBy(field, value, unit)));
  // "To nobody" is one only where nobody else is named: "to nobody, save the ministry" names the ministry.
  const [nobody] = recipients;
  const saysNobody = units.find((unit) => (about("recipients", unit) || (given.test(unit.text) && !topics.rights.strong.test(unit.text))) && nobody?.words.test(unit.text) && (given.test(unit.text) || (kept.test(unit.text) && !topics.purpose.heading.test(unit.nearest) && !otherHeading.test(unit.nearest)) || ownData.test(unit.nearest) || recipientHeading.test(unit.nearest)));
  if (saysNobody && !found.some(({ field }) => field === "recipients")) propose("recipients", "nobody", saysNobody);
  return asSteps(found).toSorted((a, b) => a.start - b.start);
}

/** A label of its own that asks nothing ("Mostly the dull stuff: …") leaves the sentence under the heading above. */
function nearestOf({ text, heading, nearest }: Unit): string {
  // "Cookies: 13 months.", under "How long".
  const above = heading.slice(0, -nearest.length - 3);
  if (/^(?:cookies|ქუქი)/iu.test(nearest) && text.startsWith(nearest) && topicNames.some((one) => topics[one].heading.test(above.split(" / ").at(-1) ?? ""))) return above.split(" / ").at(-1) ?? "";
  if (nearest === "" || wants.test(nearest) || otherHeading.test(nearest) || recipientHeading.test(nearest) || collectedHeading.test(nearest) || topicNames.some((one) => topics[one].heading.test(nearest))) return nearest;
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

/** About the person's own data, in the sentence, its list or near it, and under no heading about something else. */
const ownData = words(dataNoun);
function ofOwnData({ text, heading, paragraph }: Unit): boolean {
  return ownData.test(text) || ownData.test(paragraph) || ownData.test(heading) || topics.rights.heading.test(heading) || /\b(?:court|commissioner|authority|consent|want it|fix it|see it|bin it)\b|სასამართლო|სამსახურ|თანხმობ/iu.test(text);
}

const watchers = pattern(spelt`
  // English
  \bICO\b|\b(?:information|data protection|privacy) commissioner\b|\bsupervisory (?:authority|body)\b
  |\bdata protection (?:service|authority|inspector\p{L}*|commission)\b
  // Georgian
  |მონაცემთა დაცვის (?:\p{L}+ )?(?:სამსახურ|ინსპექტ)|საზედამხედველო (?:\p{L}+ )?ორგანო
`);

/** "Had enough?", "Want it gone?" */
const wants = pattern(String.raw`^(?:want|had enough|changed your mind|wrong|unhappy|not happy|rather not|fancy|who(?:m)? (?:can|do|should|may) (?:i|we|you) (?:complain|turn|go|write)|would you|prefer|don[’']t want|no longer|გინდა|გსურ|არ გინდა|აღარ გინდა)(?!\p{L})[^?]*\?$`);

/** „სასამართლოში საქმის წარსადგენად“, „… აღრიცხვისათვის“: an item of a list that says what for. */
const saysAim = /(?:(?:სა|ადა)\p{L}{3,}(?:ლად|ნად|რად|ბლად|ვად|ცად|ზად)|\p{L}{3}(?:ის|ათ)(?:ა?თვის))(?:\s*\([^)]*\))?\W*$/u;

/** An authority that data are given to is not the one to complain to. */
const handsOn = /გაამჟღავნ|გადას?ც|\bdisclos/iu;

function offered({ text, before, heading, nearest, paragraph }: Unit, alone: boolean): boolean {
  // „გამოიყენოს: ☐ სარჩელის შესადგენად“: what for, whatever else the lead speaks of.
  if (nearest.endsWith(":") && topics.purpose.heading.test(nearest) && saysAim.test(text)) return false;
  if (topics.rights.heading.test(`${nearest} / ${labelOf(before)}`)) return true;
  if (topics.rights.heading.test(heading) && !topicNames.some((one) => one !== "rights" && topics[one].heading.test(nearest))) return true;
  if (otherHeading.test(nearest) || topicNames.some((one) => one !== "rights" && topics[one].heading.test(nearest) && !offers.test(text))) return false;
  // An authority that watches over data is named for one thing, wherever it stands.
  if (watchers.test(text)) return (offers.test(text) && !handsOn.test(text)) || /\b(?:complain|lodge|turn|take it up|open to)|საჩივ|ჩივლ|მიმართ|პრეტენზი/iu.test(text);
  return (wants.test(nearest) || offers.test(`${before} ${text}`)) && (alone || wants.test(nearest) || kept.test(text) || /\bconsent\b|\bpermission\b|\btake back\b|თანხმობ|\bobject\b|\brub (?:it|that) out\b|\bdelete (?:you|me)\b|\bforget (?:you|me)\b/iu.test(text) || topics.rights.heading.test(heading) || ownData.test(paragraph) || ownData.test(nearest));
}

/** @param asked the heading has said the other half */
function framed(frames: readonly Frame[], text: string, asked: boolean): readonly string[] {
  const said = affirmed(text).join(" ; ");
  return [...new Set(frames.filter((one) => (asked ? one.one.test(said) : holds(one, said))).map(({ value }) => value))];
}

/** Of a list under such a heading each line names somebody. */
const asksWho = ({ before, nearest }: Pick<Unit, "before" | "nearest">): boolean => recipientHeading.test(`${nearest} / ${labelOf(before)}`);

const recipientHeading = remembering(pattern(spelt`
  // English
  \brecipients?\b|^who else(?= ?\/|$)|^we (?:tell|show|send it to)(?= ?\/|$)|\boutsiders\b|shared? with|\bshar(?:e|ing)\b
  |disclos|\bcommunicat\p{L}*[^:]*:$|\bfurnish|\bmade available to\b
  |\bwho (?:else )?(?:receives|gets|sees|can|may|has|will|hears|we share|do we|do you|is told)
  |\b(?:anyone|anybody|someone|somebody) else\b|\bgoes to\b|\bwhere (?:your|the|my) (?:\p{L}+ ){1,2}go(?:es)?\b|with whom|\bwhere (?:does|do|is|are) (?:it|they|(?:the|your|my|our) \p{L}+) (?:all )?(?:live|lie|sit|stored|kept|held|hosted)
  |to whom|whom (?:do|we)|who do (?:we|you)|\bpass(?:ing)?\b|sub-?processors?|third part
  |where (?:does|do|will) (?:it|they|your \w+) (?:all )?go|who gets
  |\b(?:give|hand|send|report|tell|show|see|read|get|receive)s?\b.*\b(?:it|them|data|details|to|information)\b
  // Georgian
  |(?<!გამგზავნ\p{L}* და )მიმღებ(?!\p{L}* (?:შესახებ|განყოფილ|ოთახ|დარბაზ|საათ)|ში)
  |(?:^|[\s,/—–-])ვის(?:თან|თვის|ზე)?(?=[\s,?]|$)|ვინ (?:კიდევ )?(?:ნახ|ხედ|იღ|მიიღ|იგ|გაიგ|უყურ|უსმენ|კითხულ)|ვისთან (?:მოხვდ|მიდის|მივა)|მონაცემთა გაცემ|გადაცემ
  |(?:გადაეცემა|ეგზავნება|მიეწოდება)(?= ?\/|$)|გავცემ|გაზიარ|ვუზიარ|ვაძლევ|სხვას|მესამე პირ|სად მიდის
  |(?:მჟღავნ|გადაეც|გადაე?სც|მიეწოდ|მიაწოდ|ეგზავნ)[^:]*:$
`));
/** Of data, in the sentence or near it. */
const spoken = ({ text, heading, paragraph }: Unit): boolean => kept.test(text) || kept.test(paragraph) || recipientHeading.test(heading) || topics.recipients.heading.test(heading);

/** To whom the person may turn, and to whom nothing is given. */
const complains = ({ text }: Pick<Unit, "text">): boolean => /\bopen to you\b|გასაჩივრდ|\b(?:bring|take|lay|raise) (?:the |this |your )?(?:matter|case|it|complaint|quarrel)\b[^.;]{0,20} (?:before|to|with) /iu.test(text) || (offers.test(text) && topics.rights.strong.test(text) && /\bcomplain|\b(?:to|before|in) (?:the |a )?(?:\p{L}+ )?courts?\b|\bcourts? (?:is|are)\b|საჩივ|ჩივლ|მიმართ/iu.test(text));

/** Under such a heading every organisation counts; elsewhere the sentence has to say that something goes to it, and of data. */
function goesSomewhere({ text, before, heading, nearest, paragraph }: Unit): boolean {
  const label = labelOf(before);
  if (collectedHeading.test(`${nearest} / ${label}`)) return false;
  if (asksWho({ before, nearest })) return true;
  if (otherHeading.test(nearest) || topics.rights.heading.test(nearest) || aboutRequests.test(text) || complains({ text })) return false;
  return given.test(`${before} ${text}`) && (kept.test(`${before} ${text}`) || kept.test(paragraph) || /\b(?:it|them|this|these|yours?|who|whom|where)\b|თქვენ/iu.test(text) || topics.recipients.strong.test(text) || recipientHeading.test(heading) || ownData.test(nearest));
}

/** "This leaflet explains why we ask". */
const explains = /(?<!\b(?:may|can|could) )\b(?:people|guests|members|parents|somebody|someone|several of you|many of you|some of you|you (?:often|all|sometimes|keep)) (?:often |always |sometimes )?(?:ask(?:s|ed|ing)?|wonder(?:s|ed)?)\b[^.;?]*|[^.;]*(?<!\p{L})(?:იკითხა|მკითხა|მკითხეს|ჰკითხა|გვკითხეს|მეკითხებით|მეკითხება|დაინტერესდა)(?!\p{L})[^.;]*|\bso that,? (?:if|when|should) you\b[^.;]*|\bin case you change your mind\b|\b(?:leaflet|notice|page|policy|letter|sheet) (?:explains|tells|describes|sets out)[^.;]*/giu;

const untilTaken = /\b(?:until|till|unless) (?:you|they|he or she|the \p{L}+|I|such consent|your consent) (?:\p{L}+ ){0,2}(?:withdraw|revoke|take|cancel|unsubscribe|opt out|untick|is withdrawn|is revoked)[^.;,–—-]*(?=\P{L}*$|[;)])|(?<!\p{L})(?:სანამ|ვიდრე)(?!\p{L})[^.;,]{0,60}(?:თანხმობ|ნებართვ|გამოწერ)[^.;,–—-]*(?=\P{L}*$|[;)])/giu;

/** Rights are asked in denials ("I no longer want your letters"): only one that is refused is none. */
const refused = new RegExp(spelt`
  (?<!\p{L})არ (?:წაიშალ|წაშალ|გაანადგურ|განადგურდ)\p{L}*
  |[,(–—-]? ?\b(?:and|but) (?:we )?(?:will|shall|would) (?:\p{L}+ )?(?:tell|explain)[^.;]*\bwhy\b[^.;]*
  |\((?:ამ|ასეთ) შემთხვევაში[^)]*\)|[(–—-] ?in (?:that|this|which) case[^)]*|\bwithout (?:saying|giving|telling)[^.;,:?!]*
  |[^.;,:?!]*\b(?:cannot|can['’]t|can not|could not|not possible|no right|not entitled|(?:do|does) not apply|(?:don|doesn)['’]t apply|may not
    |refuse)\b[^.;,:?!]*
  |[„"“][^„"“”]*[“”"] ?(?:→|—|–|-|:) ?(?:არა|ვერა|no|never|not? possible)(?!\p{L})
  |[^.;,:?!]*(?:მოთხოვნ|თხოვნ)\p{L}* (?:\p{L}+ ){0,2}არ (?:და)?(?:კმაყოფილდ|სრულდ|მიიღებ|განიხილ)\p{L}*
  |[^.;,:?!]*(?<!\p{L})(?:ვერა?|ვერავინ|შეუძლებელ\p{L}*|არ (?:შეგიძლი|აქვს უფლებ|გაქვთ უფლებ)\p{L}*)(?!\p{L})[^.;,:?!]*
`, "giu");

/** "A list of everyone who got it" shows nothing of the data. */
const listOfOthers = new RegExp(spelt`
  \b(?:lists?|names) of (?:everyone|everybody|those|all|the (?:people|firms|companies))[^.;,]*
  |(?:პირთა|ორგანიზაციათა|მიმღებთა|მათ) (?:\p{L}+ )?(?:ჩამონათვალ|სია)\p{L}*[^.;]*
  |(?:ჩამონათვალ|სია)\p{L}*, (?:ვისაც|ვინც|რომლებსაც)[^.;]*
`, "giu");

/** "Receive them in a structured, machine-readable form": to take along, and not to read. */
const forMachines = /\b(?:receive|get|obtain|have|given) (?:\p{L}+ ){1,4}in (?:an? )?(?:[\p{L}-]+,? ){0,3}(?:machine|computer)[- ]readable[^.;]*/giu;

/** Rights whose verb is enough under a heading that asks for rights. */
const namesItself: ReadonlySet<string> = new Set(["erase", "rectify", "block", "objection"]);

/** While something is disputed its use is only put off. */
const inDispute = /დავის გადაწყვეტ|სადავო|ვიდრე დავა|დავის (?:გარკვ|დასრულ|განმავლობ)|\bdisputed?\b|\bin dispute\b|\bquarrel\b/iu;

/** Most sentences refuse nothing, and the pattern above takes its time. */
const mayRefuse = pattern(String.raw`\bapply\b|\bcan|\bcould|\bmay not|\bnot |\bno right|refuse|without|\bwhy\b|\bcase\b|ვერ|შეუძლებ|არა?[ !.]|შემთხვევ|\bno\b|never`);

function rightsIn(frames: readonly Frame[], { text, nearest }: Unit): readonly string[] {
  // "Spelt wrongly? Tell the desk and we'll see to it."
  const whole = `${nearest.endsWith("?") ? nearest : ""} ${text}`.replace(explains, " ");
  // "Kept until you take your consent back" says how long; that it may be taken back is said elsewhere, or after it.
  const said = whole.replace(untilTaken, " ");
  const granted = mayRefuse.test(said) ? said.replace(refused, " ") : said;
  // "Who may be shown the pictures:" tells who, and asks nothing.
  const told = asksWho({ before: "", nearest });
  const seen = granted.replace(listOfOthers, " ").replace(forMachines, " ");
  const disputed = inDispute.test(said);
  // "You may ask for: deletion; a halt while we look into it": the heading says whose, and of what.
  const listed = (topics.rights.heading.test(nearest) || wants.test(nearest)) && text.split(/\s+/u).length <= 14;
  return [...new Set(frames.filter((one) => !(one.value === "stop" && disputed) && (listed && namesItself.has(one.value) ? one.one.test(granted) : holds(one, one.value === "access" ? seen : granted)) && !(one.value === "recipients" && told)).map(({ value }) => value))];
}

/** Called a partner, and does as it is told. */
const worksForUs = /\b(?:on our (?:behalf|instructions?|orders)|for us|as our processors?|only as we (?:say|instruct))\b|ჩვენი (?:მითით|დავალებ|სახელ|ინსტრუქცი)/iu;

/** What is more than a firm is not one besides: "an accountancy firm", „პარტნიორ ლაბორატორიას“. */
const particularFirm = new RegExp(spelt`
  (?:ფილიალები|branches|offices): [^.;]*
  |(?<=ბუღალტრულ\p{L}* აღრიცხვ\p{L}* (?:აწარმოებს|გვიკეთებს) )გარე ფირმა
  |(?:გარე )?(?:აუდიტორულ|საბუღალტრო|ბუღალტრულ|სადაზღვევო|საკურიერო|საფოსტო|საინკასო)\p{L}* (?:კომპანი|ფირმ|სამსახურ)\p{L}*
  |(?:პარტნიორ|კონტრაქტორ)\p{L}* (?=ლაბორატორ|ბანკ|საკურიერო|კლინიკ|სადაზღვევო)
  |\bpartner (?=laborator|bank|courier|clinic|hospital)
  |\b(?:audit|accountancy|insurance|courier|delivery|debt collection|direct debit) (?:firm|company|bureau|agency)\b
`, "giu");
const anyFirm = /^გარე ფირმა|^გარე |(?:პარტნიორ|კონტრაქტორ)\p{L}*|\bpartner\b|\bbureau\b/iu;

/** A bank of itself. */
const itself = /\b[Tt]he Bank\b|(?<!\p{L})ბანკ(?:ი|ის|მა)(?!\p{L})/gu;
/** (hereinafter the "Bank") */
const calledInShort = /\((?:შემდგომ|hereinafter|hereafter)[^)]{0,60}\)/giu;

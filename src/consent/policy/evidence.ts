// Whether enough speaks for a claim. What is refused here was looked at in 128 texts as they met a reader that had learned nothing
// from them: of 51 such claims 18 were right, and of all others 93 in 100 (docs/consent.md, "The policy reader and how good it is").
import { aboutRequests } from "./answerTime.ts";
import { given, labelOf } from "./dataWords.ts";
import { dataNoun, type Frame, holds } from "./frames.ts";
import { type Entry } from "./phrases.ts";
import { recipients } from "./recipientWords.ts";
import { rights } from "./rightsWords.ts";
import { topics } from "./topics.ts";
import { affirmed } from "./negation.ts";
import type { PolicyField } from "./proposal.ts";
import { purposeFrames } from "./purposeFrames.ts";
import { recipientFrames } from "./recipientFrames.ts";
import { isKept } from "./retentionFrames.ts";
import type { Unit } from "./units.ts";
import { hindered } from "./whatFor.ts";
import { pattern, words } from "./words.ts";

/** What its own words say well enough: a bill, an advertisement, a theft, a law. */
const plain: ReadonlySet<string> = new Set(["payment", "marketing", "security", "legal"]);
const checked: ReadonlySet<string> = new Set(["identity", "statistics"]);
const outright = pattern(String.raw`იდენტიფიკაცი(?:ა|ის)|ვერიფიკაცი|სტატისტიკ|ანალიტიკ|\b(?:identify|verify|authenticate)|statistic|analytics`);
const ofData = words(dataNoun);
const onCondition = pattern(String.raw`\b(?:if|unless|should|when)\b|(?<!\p{L})თუ(?!\p{L})|შემთხვევაში`);
const denies = pattern(String.raw`\b(?:not|never|no|nobody|nothing|cannot)\b|n['’]t\b|(?<!\p{L})(?:არ|ვერ|აღარ|არავ\p{L}*)(?!\p{L})`);
/** "To nobody but …". */
const excepts = pattern(String.raw`გარდა|\b(?:except|save|but|only|apart|besides|else|other than)\b`);
/** How the person says so, or that it is for them to say. */
const toldHow = pattern(String.raw`\b(?:tell|write|text|reply|e-?mail|call|ring|tick)\b|მოგვწერ|მომწერ|გამოგვიგზავნ|მითხარ|გვითხარ|წარუდგ|საჩივ|გვთხოვ|დაგვირეკ|გნებავ|გსურ|სურვილ|გინდა|(?:ებინ|ევინ)ეთ|გაინტერეს|წაიკითხეთ|მისწერ|დარეკ|დამირეკ|გადავასწორ|გავასწორ|ჩავასწორ|გამოვასწორ|წავშლი|ითხოვ|\b(?:we|i)(?:['’]ll| will| shall) (?:fix|change|correct|mend|put|show|read|send|delete|remove|cross|take)\b`);
/** "Records: …", "Addresses of buyers — …", „ექვს წელს — …“, "while you are a member and …": a thing and its term. */
const entitled = /^[^.:;—–]{2,80}(?::| [—–-])|^\P{L}*\p{L}+ (?:წელს|თვეს)|^(?:სანამ|ვიდრე|as long as|for as long as|until|while)(?!\p{L})|(?:წლის|თვის) ვადით/iu;
const onlyErases = pattern(String.raw`გადაიფიქრ[^.;]*(?:წავშლ|ამოვშლ|დავხევ|წაგიშლ)|\bchanged? (?:your|their|his|her) minds?\b[^.;]*\b(?:rub|strike|scrap|delete|erase|wipe|destroy|shred|bin|remove)\b`);
const agreed = pattern(String.raw`თანხმობ|ნებართვ|სიახლ|წერილ|\b(?:consent|permission|agreed|yes|newsletter|e-?mails?|letters?)\b`);
/** In a sentence of as many words a number may belong to anything. */
const long = 25;
const asks = words(String.raw`\brequests?\b|\bask|\banswer|\brepl(?:y|ies)|\brespon|\bwrite|\btell|\bcop(?:y|ies)\b|\backnowledg|\bcomply|\breceipt\b|მოთხოვნ|ითხოვ|თხოვ|პასუხ|განცხად|მომართვ|მიმართ|წერილ|მოგვწერ|ეცნობ|აღარ`);
/** A time in which something is done, and none that something lasts or comes round. */
const withinTime = words(String.raw`\bwithin\b|\binside\b|\b(?:no|not) later\b|\blatest\b|\bat most\b|\bin (?:\d|one|two|three|four|five|six|seven|ten|a )|\byou\b|ვადაში|(?:დღე|კვირა|კვირე|თვე|საათ)ში(?!\p{L})|განმავლობაში|არაუგვიანეს|დღით`);

const framed = (frames: readonly Frame[], value: string, text: string): boolean => frames.some((one) => one.value === value && holds(one, text));
const named = (entries: readonly Entry[], value: string, text: string): boolean => entries.some((one) => one.value === value && one.words.test(text));

/** @returns whether the sentence, and where it stands, say so clearly enough to claim it */
export function isBorneOut(field: PolicyField, value: string, unit: Unit): boolean {
  switch (field) {
    case "recipients":
      return value === "nobody" || receives(value, unit);
    case "retention":
      return lasts(value, unit);
    case "rights":
      // "Whoever has changed their mind, write to me and I'll delete it": nothing was consented to.
      if ((value === "stop" || value === "withdraw") && onlyErases.test(`${unit.nearest} ${unit.text}`) && !agreed.test(`${unit.nearest} ${unit.text}`)) return false;
      // "If you don't adopt, the form is shredded": what happens then, and nothing that is offered.
      return topics.rights.strong.test(unit.text) || !onCondition.test(unit.text) || toldHow.test(unit.text) || named(rights, value, unit.text);
    case "deadlines":
      return value.startsWith("extended") || asksFor(unit) || topics.rights.heading.test(unit.heading) || topics.rights.strong.test(unit.text) || withinTime.test(unit.text);
    case "purpose":
      return isMeant(value, unit);
    case "owner":
      return true;
  }
}

/**
 * Kinds of claims that were wrong nearly as often as right where one way alone of saying it was found, in 128 texts as they met a
 * reader that had learned nothing from them.
 * @returns whether a second sentence, or a second way of saying it, has to bear it out
 */
export function wantsAnother(field: PolicyField, value: string, unit: Unit): boolean {
  if (field === "purpose") return !under("purpose", unit) && (value === "support" || (value === "service" && !topics.purpose.strong.test(unit.text)));
  // A number beside a name belongs to a price, an hour or a paragraph more often than to what is given.
  return field === "recipients" && !under("recipients", unit) && (/\d/u.test(unit.text.replace(noAmount, " ")) || (value === "partners" && /[ა-ჰ]/u.test(unit.text)));
}

/** An item's own number, and the one that is rung in need. */
const noAmount = /^\P{L}*(?:[A-Z]?\d{1,2}(?:\.\d{1,2})*[.)]\s)|(?<!\d)112(?!\d)/u;

const under = (field: keyof typeof topics, { nearest, before }: Unit): boolean => topics[field].heading.test(`${nearest} / ${labelOf(before)}`);

/** Whoever watches over data, and whom the person turns to; to give something to is another matter. */
const watcher = pattern(String.raw`\b(?:data protection|privacy|information) (?:authority|commission(?:er)?|inspectorate|ombudsman|regulator)\b|\bcommissioner for\b|მონაცემთა დაცვის (?:\p{L}+ )?(?:სამსახურ|ინსპექტ)`);
/** What the one who gets it may not do denies nothing of the getting: "a firm which may not look into it". */
const bounds = pattern(String.raw`\band (?:cannot|can['’]t|may not|must not)\b|\b(?:they|it) (?:may|must|can|could|is|are|does|do)(?:n['’]t| not)\b|\b(?:they|it) cannot\b|და მეტს ვერაფერ|\b(?:which|who|that) (?:may|must|can|could|is|are|does|do|has|will|shall)(?:n['’]t| not)\b|რომელ\p{L}* (?:\p{L}+ ){0,5}(?:ეკრძალება|არ |ვერ )`);
/** "… and carry them over to another bookkeeper": whom the person takes data to. */
const takenAlong = pattern(String.raw`\b(?:take|carry|move|bring) (?:your|my|the|it|them)\b[^.;]* to (?:another|a new|your next|your new|a different)\b`);
/** "The seed catalogue asked for the list. Twice, and got nothing": whoever asks in vain gets none. */
const inVain = pattern(String.raw`\bwho ask[^.;]*\b(?:refused|turned away|told no)\b|(?<!\p{L})უარი (?:ეთქმება|ეუბნებ|ვეუბნებ|ვუთხარ|ეთქვა|უთხრა)|(?:უთხოვ|გვთხოვ|მთხოვ|ითხოვ|მოგვთხოვ)\p{L}*[^.;]{0,50}(?:არ მი|არ ვა|უარი ვუთხ|უარი ეთქვ|არა(?!\p{L}))|\b(?:asked|offered to (?:buy|pay)|wanted|begged|keeps? asking)\b[^.;]{0,60}\b(?:refused|declined|said no|told no|got nothing|turned (?:\p{L}+ )?(?:down|away)|(?:didn|don|won|doesn)['’]t (?:get|give|have))\b`);
/** It has it for itself, and works for nobody here. */
const ownEnds = pattern(String.raw`\b(?:its|their|his|her|the \p{L}+['’]s) own (?:\p{L}+ )?(?:lists?|sheets?|records?|purposes?|ends|use|analys\p{L}*|research|business|account)\b|თავის\p{L}* (?:საქმე აქვს|სიებს|მიზნ)|საკუთარ\p{L}* (?:მიზნ|საქმიანობ)`);
const handsOver = pattern(String.raw`\b(?:disclos|transferr|shared? |passed|report(?:s|ed)? to)|გადაე?ც|გადას?ც|მიეწოდ|ეგზავნ|ვუგზავნ`);
const onOrder = pattern(String.raw`\b(?:on|under|to) (?:our|the \p{L}+['’]s) (?:instructions?|orders?|behalf)\b|\bfor us\b|\bhired\b|დავალებით|დაკვეთით|შეკვეთით|\bto order\b|მითითებ\p{L}*ით|ჩვენთვის|დაქირავებ|რომელიც [^.;]{0,40}(?:ხელშეკრულებით|ემსახურება)`);

/** „უწყისს ხელშეკრულებით აწარმოებს ბუღალტერი“: no adviser. */
const keepsBooks = pattern(String.raw`ბუღალტ\p{L}*[^;]{0,50}ხელშეკრულებით|ხელშეკრულებით [^.;]{0,30}ბუღალტ`);

/** Under no such heading a name alone is a name; and what is denied of no data is denied. */
function receives(value: string, unit: Unit): boolean {
  const { text } = unit;
  if (takenAlong.test(text) || inVain.test(text)) return false;
  if (value === "contractor" && ownEnds.test(text) && !onOrder.test(text)) return false;
  if (watcher.test(text) && !handsOver.test(text)) return false;
  // An accountant who does as he is told is one who works for the owner.
  if (value === "auditor" && (onOrder.test(text) || keepsBooks.test(text))) return false;
  if (under("recipients", unit)) return true;
  const says = topics.recipients.strong.test(text);
  if (denial(text) && !(says && ofData.test(text)) && !(bounds.test(text) && affirmed(text).some((part) => given.test(part) && (named(recipients, value, part) || framed(recipientFrames, value, part))))) return false;
  if (says || given.test(`${unit.before} ${text}`)) return true;
  const phrase = named(recipients, value, text);
  return framed(recipientFrames, value, text) ? phrase : recipientFrames.some((one) => one.value === value && one.one.test(text));
}

/** A number is a term where the sentence keeps something, or is a thing and its term. */
function lasts(value: string, unit: Unit): boolean {
  const { text, before } = unit;
  const says = topics.retention.strong.test(text);
  const elsewhere = (["purpose", "recipients", "rights"] as const).some((one) => under(one, unit));
  if (elsewhere && (!says || text.split(/\s+/u).length >= long)) return false;
  if (!value.startsWith("P")) return true;
  if (!says && text.split(/\s+/u).length >= long) return false;
  return says || under("retention", unit) || isKept.test(`${before} ${text}`) || entitled.test(text);
}

/** Where something is given to others, a word that only names a matter is theirs; and what is not done is for nothing. */
function isMeant(value: string, unit: Unit): boolean {
  const { text } = unit;
  if (!plain.has(value) && !(checked.has(value) && outright.test(text)) && given.test(text) && !framed(purposeFrames, value, text) && !(value === "service" && framed(purposeFrames, "support", text))) return false;
  return under("purpose", unit) || !denial(text) || ofData.test(text);
}

/** "If you do not pay" denies nothing of what is done then. */
const condition = /\bif\b[^.,;]*|(?<!\p{L})თუ(?!\p{L})[^.,;]*/giu;
/** What is quoted or in brackets, and what is added as not meant: "to find a stolen car, and not to learn where you were". */
const beside = /„[^“”]*[“”]|"[^"]*"|“[^”]*”|\([^)]*\)|,? (?:and|but) not (?:to|for|in order)\b[^.;]*|,? (?:და|ხოლო) არა(?!\p{L})[^.;]*/giu;
const denial = (text: string): boolean => denies.test(text.replace(beside, " ").replace(hindered, " ").replace(condition, " ")) && !excepts.test(text);
const asksFor = ({ text }: Unit): boolean => asks.test(text) || aboutRequests.test(text);

// What data are used for: whether a sentence says that at all, and what it says.
import { kept, given, labelOf, matching, topicNames } from "./dataWords.ts";
import { durationsIn } from "./durations.ts";
import { holds } from "./frames.ts";
import { type Entry } from "./phrases.ts";
import { barePurposes, purposes } from "./purposeWords.ts";
import { rights } from "./rightsWords.ts";
import { otherHeading, topics } from "./topics.ts";
import { affirmed } from "./negation.ts";
import { purposeClause } from "./purposeClause.ts";
import { purposeFrames } from "./purposeFrames.ts";
import { conditions, othersDo } from "./purposeLimits.ts";
import type { Unit } from "./units.ts";
import { spelt } from "./spelt.ts";
import { pattern, remembering, words } from "./words.ts";

/** What is done for the person beside all else: "provide medical services" is care, and "collect the fee for the service" a bill. */
const particular: ReadonlySet<string> = new Set(["health", "education", "delivery", "hiring", "research", "payment", "marketing", "identity", "legal", "statistics", "security"]);

/** What is to be hindered is no denial: "so that nobody gives you the wrong injection", „რომ ცივი არ მოგივიდეთ“. */
export const hindered = /\b(?:so that|so|in order that|because|without|unless|or|before)\b[^.;]*|(?<!\p{L})(?:რომ|რათა|თორემ|უამისოდ|გარეშე)(?!\p{L})[^.;]*/giu;
const denial = /\b(?:not|nobody|no one|nothing|none|never|cannot|can['’]t|won['’]t|doesn['’]t|don['’]t|isn['’]t|without|no(?= \p{L}))\b|(?<!\p{L})(?:არ|ვერ|აღარ|ვეღარ|არავ\p{L}*|გარეშე)(?!\p{L})/giu;

const reason = /\b(?:so that|in order|because|as the law|used?)\b|რომ|რათა|იმიტომ|ვიყენებ/iu;

/** What the paper says of itself: that it is part of a contract, or that an order is given. */
const ofItself = pattern(spelt`
  // English
  \bthis (?:annex|agreement|policy|notice|order|schedule|document) (?:forms|is part|applies|governs|sets out)\b
  // Georgian
  |წინამდებარე (?:დანართ|ხელშეკრულებ|წეს|ბრძანებ|პოლიტიკ|დოკუმენტ|შეტყობინებ)\p{L}* (?:\p{L}+ ){0,2}(?:წარმოადგენს|არეგულირებს|ვრცელდება|შედგენილ
    |განსაზღვრავს)
  |ვ ?ბ ?რ ?ძ ?ა ?ნ ?ე ?ბ
`);
/** "We need somebody to drive the van": whom they look for, and nothing that is used. */
const seeks = /\b(?:we|i) (?:urgently |also |still )?(?:need|want|seek|are looking for|['’]re looking for) (?:somebody|someone|people|volunteers|helpers|an? (?:\p{L}+ )?(?:person|manager|driver|teacher|cook|nurse|assistant|helper|colleague|hand))\b/iu;
/** "Account books are preserved as statute requires": how long, and not why. */
const keptByLaw = /\b(?:kept|preserved|retained|stored|archived|held) (?:for )?as (?:long as )?(?:the |by )?(?:\p{L}+ )?(?:laws?|statutes?|acts?|code|regulations?|legislation|rules)\b[^;,]*$/iu;
/** Who is the controller is no purpose, whatever the words for that have in them. */
const whoAnswers = /(?:\p{L}+ )?დამუშავებ\p{L}*(?:თვის|ზე)? (?:\p{L}+ )?(?:პასუხს აგებს|პასუხისმგებელი\p{L}*)|პასუხს აგებს(?!\p{L})|ამ წესს (?:გამოსცემს|ამტკიცებს|იღებს)/giu;
/** "…, 240 ლარის, …" */
const sum = /, (?:€|£|\$)?\d[^,;]{0,20},/giu;

/**
 * Questions, complaints and faults are answered and mended. Where somebody is only told ("we ring you when it is ready"), that was
 * support in 16 of 25 texts, and what was asked for in 24.
 */
const helps = pattern(spelt`
  // English
  \b(?:tickets?|answer|repl(?:y|ies)|respon|questions?|quer(?:y|ies)|complain|problems?|faults?|repairs?|help|support|en?quir|inquir|grumbl|issues?
    |troubles?|broken|outages?|leaks?|bursts?|warranty|bugs?|feedback|messages?|correspondence)
  // Georgian
  |პასუხ|საჩივ|პრეტენზ|კითხვ|პრობლემ|ხარვეზ|დაზიანებ|შეკეთ|რემონტ|დახმარებ|მხარდაჭერ|შენიშვნ|მოგვარ|ავარი|გათიშ|დაგეხმარ
  |წუნი
`);
const helpsOrTells = (value: string, text: string): string => (value === "support" && !helps.test(text) ? "service" : value);

/** What has another purpose's words: health that is protected is no property, and injury that is prevented no treatment. */
const namesake: Readonly<Record<string, RegExp>> = {
  security: /ჯანმრთელობ\p{L}* (?:და \p{L}+ )?(?:დასაცავ|დაცვ)\p{L}*/giu,
  health: /\bprevention of [^.;]*\binjur\p{L}*/giu,
};
const never = /(?!)/u;

/** @param alone whether there is no text around it that could say more */
export function purposesIn(unit: Unit, wanted: (value: string) => boolean, alone = false): readonly string[] {
  // "We keep notes for eight years after your last visit".
  if (othersDo.test(unit.text) || (durationsIn(unit.text).length > 0 && topics.retention.strong.test(unit.text) && !reason.test(unit.text)) || !(saysWhatFor(unit) || topics.purpose.strong.test(unit.text))) return [];
  if (ofItself.test(unit.text) || seeks.test(unit.text) || keptByLaw.test(unit.text)) return [];
  const whole = affirmed(unit.text.replaceAll(whoAnswers, " ").replace(hindered, (part) => part.replace(denial, " ").replace(/\s+/gu, " "))).join(" ; ");
  const said = whole.replace(conditions, " ");
  const values = purposeFrames.filter((one) => one.value !== "service" && wanted(one.value) && !(one.value === "support" && (topics.rights.strong.test(unit.text) || carried.test(unit.text))) && holds(one, one.value === "support" ? whole : said.replace(namesake[one.value] ?? never, " "))).map(({ value }) => (alone ? value : helpsOrTells(value, unit.text)));
  const services = purposeFrames.filter((one) => one.value === "service");
  // Whoever applies for a post is given no service.
  const serves = wanted("service") && !values.includes("hiring") && partsOf(said).some((part) => services.some((one) => holds(one, part)) && !isParticular(part));
  return [...new Set(serves ? ["service", ...values] : values)].filter((value) => value !== "education" || !values.includes("hiring"));
}

/** "… has the right to know for what purpose": what may be asked is not what is done. */
const grants = /უფლება (?:აქვს|აქვთ|გაქვთ|მაქვს|ენიჭება)|(?:აქვთ|მაქვს|ენიჭება) უფლება|\b(?:has|have) (?:the|a) right to\b|\b(?:is|are) entitled to\b/iu;

export const grantsRights = ({ text, before, nearest }: Unit): boolean => grants.test(`${before} ${text}`) && rights.some(({ words: named }) => named.test(text)) && !purposeHeading.test(nearest);

export function purposePhrases(wanted: (entries: readonly Entry[]) => readonly Entry[], unit: Unit, alone: boolean): readonly string[] {
  if (ofItself.test(unit.text) || seeks.test(unit.text) || keptByLaw.test(unit.text)) return [];
  const asked = alone || unit.nearest.split(" / ").some((one) => purposeHeading.test(one)) || purposeHeading.test(labelOf(unit.before));
  return [...matching(wanted(purposes), unit.text), ...matching(wanted(barePurposes), asked ? unit.text : purposeClause(unit.text))].filter((value) => value !== "service" || asked || !purposeFrames.some((one) => particular.has(one.value) && holds(one, unit.text))).filter((value) => value !== "support" || !(carried.test(unit.text) || contact.test(unit.text))).map((value) => (alone ? value : helpsOrTells(value, unit.text)));
}

const partsOf = (text: string): readonly string[] => text.replace(sum, " ").split(/[,;]|\sand\s|\sდა\s/u);
const isParticular = (part: string): boolean => purposeFrames.some((one) => particular.has(one.value) && holds(one, part)) || purposes.some((one) => particular.has(one.value) && one.words.test(part));

/** Where the officer is to be found. */
const contact = /ოფიცერ|\bofficer\b|დაკავშირება შესაძლებელი/iu;
/** Whoever brings it calls to find the door. */
const carried = /კურიერ|მძღოლ|\b(?:courier|driver|rider|postman)\b/iu;

/** "We respect your privacy and comply with the law." */
export const politeness = /\b(?:respect|value|committed to|take[^.;]* seriously)\b.*\b(?:privacy|law)\b|პატივს ვცემ/iu;

/** Data are used for something: under a heading that asks it, or by a verb of using and a word of purpose. */
const purposeHeading = remembering(pattern(spelt`
  (?:^|\/ )[^/]*(?:მიზან|მიზნ|რისთვის|რატომ|(?<!\p{L})რად |რაში|რას ვ(?:აკეთ|უშვრ)|ვიყენებ|გამოყენებ|purpose|\bwhy\b
    |what (?:is|are) (?:it|they|my|your)?.*\bfor\b|what (?:it|they|this|that)(?:['’]s|['’]re| is| are) for|\b(?:following|these) (?:ends|purposes|objects|reasons|aims)\b|\breasons?\b|\bgrounds and\b|\bobjects\b
    |\baims?\b|\bit(?:['’]s| is) for\b|^because\b|\/ because\b|what for\b|\bwant (?:it|them|this|these) for\b|what (?:else )?(?:do )?(?:we|you) (?:else )?do with
    |what do (?:we|you) (?:need|want) [^?]*\bfor\b|for what (?:purposes? )?(?:do )?we|\bhow we use|we use (?:your|it|them|this|these|that)
    |use of (?:your )?(?:data|inform)|used for)[^/]*$
`));
const useVerb = words(spelt`
  // English
  \b(?:she|he|they|coach|nurse|teacher|the \p{L}+) (?:reads?|checks?|uses?|keeps?|looks? at|needs?|sees?) (?:your|the|it|them|these|this)\b|\bwe (?:consult|add|tot)\b|\bcopied into\b
  |\b(?:we|i) (?:only |also |then |will |may |must |can |would |do )*(?:use|need|ask|take|note|collect|keep|record|look at|count|watch
    |process|check|write|gather|hold|film|store|read|have|want|compare|study|send|get|see|ring|call|text|let|tell|learn|report|identify|invoice|bill
    |charge|crunch|verify|screen|put|print|publish|count|measure|monitor|match)\b
  |\b(?:used|needed|processed|collected|recorded|kept|taken|asked for|required|filmed|made|compared|examined|identified|relied upon|drawn upon|taken up
    |there|noted|checked|assessed|held|is|are) (?:only |solely |also |up )*(?:to|for|in order|so|because|with a view|by|in the|in so far as
    |insofar as|when)\b
  |\b(?:needs?|uses?|lets?|helps?|tells?|shows?|means) (?:us|them|it|the|him|her|\p{L}+ to)\b
  |\bsend me\b|\bI(?: would|['’]d) like\b|\bkeep me\b|\bneeds? to know\b|\bmust know\b
  |\b(?:we|i) (?:only |also |then |will )*(?:tally|log|match|save|request|obtain|retain|track|keep|put|enter|copy)\b
  |\b(?:looked at|entered|filled in|noted down|written down|gathered|held|serves?|served) (?:\p{L}+ ){0,5}(?:to|for|so|in order)\b
  |\ball we do with (?:it|them) is\b|\b(?:watch|note|log)(?:es)? (?:the|your|who|sign-in)
  |\b(?:is|are|was|were|be|being) (?:\p{L}+ )?(?:used|needed|asked|taken|noted|read|processed|monitored|recorded|entered|required|collected|identified|counted|totalled|added up
    |uploaded|composed)\b
  |\bserves? (?:for|the purpose|to|one)\b
  |\b(?:goes?|go|is written|is entered|are entered) (?:in(?:to)?|on) (?:the|our|a) (?:system|list|book|register|computer|file|rota|diary)\b
  |\bsigns? in\b|\bis (?:sent|shown|looked up)\b|\bwe look up\b|\bmay be needed\b|\bappears? (?:on|in)\b|\bshows who\b
  // Georgian
  |ვუყურებ|ჩავიწერ|ჩაიწერებ|გვჭირდ|მჭირდ|სჭირდ|ავსებთ|ვიყენებ|იყენებ|გამოიყენ|ვამუშავ|ამუშავ|მუშავდ|ვაგროვ|აგროვ|გთხოვთ|ვითხოვ|ითხოვ|ვიწერ|ვინიშნ
  |საჭირო|აუცილებელ|გისვამ|ვსწავლობ|ვარკვევ|გეკითხ|ვიღებთ|ვინახ|ვითვლ|გვაქვს|გვინდა|გვეხმარ|ვამოწმ|ადარებ|დგას|ვადარ
  |ვუგზავნ|გიგზავნ|მოგწერ|დაგირეკ|შეგატყობ|აფასებ|ვხვდებ|სჭირდებ|ვკითხულობ|ვნახულობ|გვავალ|გვიტოვებ|გვაძლევ|გვაინტერეს
  |მომწერ|მინდა|მსურს|მივიღ|კამერ|იღებს|ამოწმებ|მოიკითხ|იხმარ|ვხმარ|ემსახურება|ვაკვირდ|ვწერთ|გწერ|უნდა იცოდ|გავარკვ|ადგენს
  |მაქვს|ვინახავ(?!\p{L})|ვწერ(?!\p{L})|ჩავიწერ|ვაგროვებ|ვხსნი|გამოიყენოს|დაითვალოს|დამუშავდეს|შეინახოს|გამოყენებულ
  |ითვლება|იწერება|გამოყენებული|მუშავდება|მოგეთხოვ|კეთდება|ვკითხულობთ|შეგვყავს|შევიყვან|გვიჩვენებს|ვადგენთ|აღირიცხ
  |გვინდოდა|ვრწმუნდ|ვინიშნავ|მოგივათ
`);
const towards = words(String.raw`\b(?:to|so that|so|in order|for|because|with a view|lets?|helps?|tells?|when|if|how|which|whether|who|where|what|in the)\b|რომ|რათა|თვის|ად(?!\p{L})|ადაა|იმიტომ|მიზნით|გვეხმარ|ვითვლ|თუ |ვინ |სად |, რა |რომელ|რამდენ`);

/** What is done with data by whoever has them: a verb of giving only where somebody else does it. */
const processing = pattern(String.raw`(?<!\p{L})(?:ვ?ამუშავებ|მუშავდებ|დამუშავებ)|\bprocess(?:es|ed)?\b(?! (?:by|for us))`);

/** Says by itself that it tells what something is for. */
const outright = pattern(spelt`
  // English
  \bso (?:that )?(?:we|it|you|they|the|a|our|that)\b[^.;]{0,40}\b(?:can|may|know|could|will|must|need)\b
  |\bso that (?:we|it|you|they|the)\b|\bin order to\b|\bthis is how we\b
  |\b(?:keeps?|uses?|holds?|needs?|takes|collects?|stores?|records?|writes? (?:it |them )?down|asks? for)\b[^.;]*(?:,? so (?:as to|that|we|the|it)\b
    |, (?:in order )?to \p{L}+|\bin order to\b)
  |\bin order that\b|\bserves? the purpose that\b|\bfor the reason of\b
  // Georgian
  |(?<!\p{L})(?:რათა|იმისთვის|იმისათვის)(?!\p{L})|(?:ას|ებს) ემსახურება|მეშვეობით
  |(?:და|გა|შე|ჩა|ამო|წარ|გამო|გადა|აღ)სა\p{L}{4,}ად(?!\p{L})|იმ მიზნით, რომ|იმისათვის, რომ
`);

/** Something of the person's, and what for: "Your e-mail: to log you in". Or it is the law that says why. */
export function usesData({ text, before, heading }: Unit): boolean {
  if (politeness.test(text)) return false;
  return topics.purpose.strong.test(`${before} ${text}`) || topics.purpose.heading.test(heading) || kept.test(text) || /\byour\b|თქვენ|უნდა|კანონ|\blaw\b/iu.test(text);
}

const advertising = purposeFrames.filter(({ value }) => value === "marketing");
const toSomebody = /\b(?:you|your|me|i|clients|customers|people)\b|\bthose who\b|\bwhoever\b|(?<!\p{L})(?:ვინც|ვისაც|მათ|თქვენ|მივიღ|მიიღ|მსურს|გ(?:ი|ა|წ)|მოგ|შეგ|შემოგ)/iu;

/** Who is sent offers is told what for, wherever it stands; how to be rid of them is another matter. */
export function advertises({ text, nearest }: Unit): boolean {
  if (otherHeading.test(nearest) || topics.retention.strong.test(text) || !toSomebody.test(text)) return false;
  const said = affirmed(text).join(" ; ");
  return advertising.some((one) => holds(one, said));
}

/** "Your address: so the box lands on your step", "Bedtimes → to draw your chart", „ალერგიები იმისთვის წერია, რომ …“. */
const thingAndWhy = /^[^.:;→—–]{2,70}(?::| ?→| [—–]) (?:to|so|so that|because|in order)\b|იმისთვის (?:\p{L}+ )?(?:წერია|გვიწერია|იწერება|გვაქვს|გვჭირდება)?,? რომ(?!\p{L})/iu;

/** Cameras, advertising and what the law demands. */
const byItself = pattern(spelt`
  // English
  ^with (?:the|your|this|these|that) (?:[\p{L}’']+ ){1,3}we \p{L}+|\bcameras?\b|\bcctv\b|\btrackers?\b|GPS-
  |\bwe (?:also |only )?(?:write|send|e-?mail|text|post) (?:to )?(?:you|people|members|customers)\b
  |\b(?:law|statute|acts?|regulations?|tax office)\b.*\b(?:us|we)\b
  |\bwe\b.*\b(?:law|statute)\b
  |\blaw (?:says|requires|demands|obliges) (?:that )?(?:every|each|all|any)\b
  |^\W*(?:yes,? )?(?:please )?(?:e-?mail|text|send|drop|write|post|tell|keep|ring) (?:to )?me\b
  |\b(?:news|offers)\b[^.;]{0,40} goes? only to|\bcompared with your face\b
  |\b(?:strangers|thieves|burglars) (?:out|away)\b|\breferences are\b|\bwhat has been understood\b
  // Georgian
  |(?:მეილ|ნომრ|მისამართ|მონაცემებ|ბარათ|ტელეფონ|სიებ?|მაჩვენებლებ)\p{L}{0,2}ით (?:\p{L}+ ){0,4}(?:გიხსნ|გიბრუნებ|გიგზავნ|გიკავშირდ|ვიცნობ|ვამოწმ|გცნობ|ვაწარმოებ|ვგეგმავ)
  |კამერ|ვიდეო ?(?:თვალთვალ|მონიტორინგ|მეთვალყურ)|გვავალდებულ|გვავალებს|თანახმა ვარ,? (?:რომ )?მივიღ|კანონ\p{L}* ვალდებულ
  |კანონ\p{L}* .*გვ|კანონის მოთხოვნით|კანონი (?:\p{L}+ ){0,4}(?:აკისრებ|ავალდებულ|ავალებ)
  |^\W*(?:მომწერ|მინდა,? (?:რომ )?მივიღო|მსურს|გამომიგზავნ)|რეკლამ\p{L}* (?:შესარჩევ|საჩვენებ|მოსარგებ|შერჩევ)
  |სარეკლამო (?:პლაკატ|ვიდეო|ბუკლეტ|ფურც|პოსტ)
  |(?:ფასდაკლებ|აქცი|სიახლ)\p{L}* (?:\p{L}+ ){0,2}(?:ვწერთ|ვუგზავნით)
  |თანახმა ვარ,? (?:რომ )?(?:მომივიდ|გამომიგზავნ|მომწერ)|მავალდებულ|სახეს ვადარებ
  |უცხო (?:\p{L}+ )?(?:არ შემოვიდ|ვერ შემოვიდ)|ინსტრუქტორმა იცოდ|მწვრთნელმა იცოდ|რა ვერ გაიგ
`);

export function saysWhatFor({ text, before, heading, nearest, paragraph }: Unit): boolean {
  if (politeness.test(text)) return false;
  // Cameras, advertising and what the law demands say by themselves what for.
  if (byItself.test(text) && !otherHeading.test(nearest)) return true;
  if (/\bcameras?\b|კამერ/iu.test(nearest) && nearest.endsWith("?")) return true;
  if (nearest.split(" / ").some((one) => purposeHeading.test(one)) || purposeHeading.test(labelOf(before)) || purposeHeading.test(heading)) return true;
  if (otherHeading.test(nearest) || topicNames.some((one) => one !== "purpose" && topics[one].heading.test(nearest))) return false;
  // "…processes the borrower's data:" holds for each item below it, and what a sentence begins with for what follows its semicolons.
  if (nearest.split(" / ").some((one) => one.endsWith(":") && useVerb.test(one) && (!given.test(one) || processing.test(one)))) return true;
  return (useVerb.test(`${before} ${text}`) && towards.test(text)) || (outright.test(text) && kept.test(text)) || (thingAndWhy.test(text) && (kept.test(text) || kept.test(paragraph)));
}

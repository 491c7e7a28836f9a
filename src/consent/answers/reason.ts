// Why a letter refuses, or needs longer: after a label, in a clause with "because", or in the sentence that stands beside what decides.
import { spelt } from "../policy/spelt.ts";
import { isBesides } from "./besides.ts";
import type { Said } from "./said.ts";

/** More than a line of a form holds is no reason. */
const longest = 500;

/** "Reason: …", in a table or before a colon. */
const reasonLabel = /^\|?\s*(?!legal|სამართლებრივ)(?:\p{L}+\s+){0,2}(?:მიზეზი|დასაბუთება|reasons?|grounds?|explanation)(?: (?:for|of) (?:\p{L}+\s?){1,3})?\s*(?:[:–|-]|\s{3,})\s*([^|]+)/iu;
/** Inside a paragraph: „წვდომა გადაიდო; გადადების მიზეზი: …“ */
const sentenceLabel = /(?:^|[;.]\s*)(?:(?:გადადების|უარის|გადავადების)\s+)?მიზეზი(?:ა|\s+(?:ასეთია|ისაა|შემდეგია|მარტივია))?\s*[:–-]\s*([^.;]+)/iu;
const reasonWords = /რადგან|(?<!\p{L})რაკი(?!\p{L})|რამდენადაც|იმიტომ,?\s+რომ|ვინაიდან|რამეთუ|იმის გამო|(?<!\p{L})(?!ამის|აღნიშნულ|ყოველივე|რის)\p{L}+(?:ის|თა)\s+გამო(?!\p{L})|(?<!(?:მუხლ|ნაწილ|პუნქტ|კანონ)\p{L}{0,3}\s)(?<!(?:აღნიშნულის|ზემოაღნიშნულის)\s)გათვალისწინებით|(?<!(?:აქედან|აღნიშნულიდან|ყოველივედან)\s)გამომდინარე|(?<!(?:ამ|აღნიშნული|დასახელებული)\s)(?<!\p{L})მიზეზით|(?<!\p{L})ამიტომ(?:აც)?(?!\p{L})(?<!^ამიტომ(?:აც)?)|\bbecause\b|\bdue to\b|\bowing to\b|\bon account of\b|\bin view of\b|\bgiven that\b|\bseeing that\b|, so (?:we|i|that is|it|the)\b|(?:^|, )as (?:the|doing so|this|it|we|they|he|she|there|that|these|those|our|your|its)\b|(?:^|[,;:–—] )since\b(?! (?:\d|the|then|before|last|we last))|\bin order to protect\b|\bon the grounds? that\b/iu;
/** Short words that lead to the answer: the reason is what was said before. */
const hence = /^(?:ამდენად|(?:ამ|აღნიშნული)\s+მიზეზით|ამიტომ|შესაბამისად|აქედან\s+გამომდინარე|(?:ზემო)?აღნიშნულიდან\s+გამომდინარე|ამის\s+გამო|აღნიშნულის\s+გამო|ამიტომ(?:აც)?|სწორედ\s+ამიტომ|ასეთ\s+(?:ვითარება|შემთხვევა|პირობებ)ში|აქედან|therefore|accordingly|consequently|for (?:this|that|these|those) reasons?|so|that is why|this is why|hence|in these circumstances|as a result)(?!\p{L})/iu;
/** The same inside the sentence: what is long enough before it says why, else the sentence before does. */
const henceWithin = /(?<!\p{L})(?:შესაბამისად(?=,)|აქედან\s+გამომდინარე|therefore|accordingly|consequently)(?!\p{L})/iu;
const farEnough = 40;
const suchCase = /(?<!\p{L})(?:ასეთ|ამგვარ)\p{L}*\s|\bsuch (?:a )?case/iu;
/** "We can't: …" */
const explained = /^[^:]{12,200}:\s+\p{L}+(?:\s+\S+){3,}/u;
/** What a thing is, or does, or what the law makes of it: said with the "no" itself, or beside it. */
const because = spelt`
  შეიცავს|წარმოადგენს|(?:მი|გან)ეკუთვნება|საიდუმლო|ზიანს|საფრთხე|ლახავს|ხელყოფს|ავტომატურად|ტექნიკურად|შეუძლებელია|კონფიდენციალურ|(?<!\p{L})დავა(?!\p{L})|გამოძიებ|სანამ\s+არ|დაკარგულ|ეწინააღმდეგ|აღბეჭდილია|(?<!\p{L})შლის|ჩანს|ჩანან|დასჭირდება|ვრცელდება|წაიშალა|აღარ\s+(?:არსებობს|ინახება|გვაქვს)|არ\s+(?:არსებობს|ინახება|გვაქვს|გაგვაჩნია|ფლობს|ვფლობთ)|ევალება|ავალდებულებს|ვალდებულ|სავალდებულო|ეხება\s+(?:სხვა|მესამე)|მესამე\s+პირ|სხვა\s+(?:პირ|ადამიან|პაციენტ|მოსწავლ|თანამშრომ)|თანხმობა\s+არ|მუდმივ|შესანახ|კუთვნილება|საკუთრება
  |\bcontains?\b|\bin confidence\b|\bproceedings\b|\bkept intact\b|\bwould have to show\b|\bpending\b|\bproof\b|\btechnically\b|\bset out\b|\bconcerns?\b|\bbelongs?\b|\bwould (?:harm|infringe|prejudice|reveal|show|expose|breach|give away)\b|\bis (?:a |an )?(?:\w+ )?(?:secret|confidential|privileged)\b|\b(?:obliged|required|bound) (?:by law )?to (?:keep|retain|hold)\b|\b(?:other|third) (?:people|persons?|part(?:y|ies)|patients?|customers?)\b|\bneeded for\b|\boverwritten\b|\bno longer (?:have|exist|hold|kept)\b|\bdo(?:es)? not (?:hold|have|exist|own)\b|\bhave not agreed\b|\bnot ours\b
`;
/** Why it takes longer: where the papers lie, how many they are, who is away. */
const delays = spelt`
  არქივ|მოცულობ|ხელით|გადატან|გადმოტან|შვებულებ|(?<!\p{L})ავად|გაციებულ|ფილიალ|სერვერ|სისტემ|ბაზ(?:ა|აში|ებ)|დიდი\s+რაოდენობ|მრავალ|რამდენიმე|სხვადასხვა|კონსულტაცი|მოძიებ|დამუშავებ|ტექნიკურ|დაგვიანებ|არ\s+(?:ჩამოსულა|მოსულა|დასრულებულა|გვიპასუხ)|დაზიან|რემონტ|დაკავებ|ცალ-?ცალკე|ინახება
  |\barchives?\b|\bstore(?:d|house|room)?\b|\bmoved\b|\bby hand\b|\bhospital\b|\bon (?:sick )?leave\b|\bill\b|\btravelling\b|\bholidays?\b|\bvolumes?\b|\bseveral\b|\bbranch(?:es)?\b|\bbackups?\b|\bserver\b|\bsystem\b|\bthe only one\b|\bthousands?\b|\bhundreds?\b|\bpages\b|\bmany\b|\bboxes\b|\bwaiting for\b|\bawait|\bdamaged\b|\bflood|\bconsult
`;
const isBecause = new RegExp(because, "iu");
const isDelay = new RegExp(delays, "iu");
/** Its cause, with a dash. */
const dashed = /[,–—]\s*(?:ეს|ასეთია)\s+ჩვენი\s+წესი/u;
/** What was asked, and when it came: no reason. */
const recounts = /ითხოვ|გვთხოვ|მოითხოვ|მოგვმართ|შემოსულ|შემოვიდა|დარეგისტრირ|მივიღეთ|მიღებულია|\byou\b[^.]{0,20}\b(?:asked?|wrote|want(?:ed)?|requested)\b|\breceived\b|\bthank/iu;
/** Regrets, thanks, whom to ring: they stand beside a decision and give no reason for it. */
const courtesy = /ბოდიშ|ვწუხ|მადლობ|გმადლობ|დაგვირეკ|დარეკ|ტელ\.|გაითვალისწინეთ|გთხოვთ|\bsorry\b|\bapolog|\bring\b|\bplease\b|\bopen on\b/iu;

/** @param by what decides @param all in their order */
export function reasonIn(paragraphs: readonly string[], by: Said, all: readonly Said[], type: "deferred" | "refused"): string | null {
  for (const one of paragraphs) {
    const found = reasonLabel.exec(one)?.[1]?.trim() ?? sentenceLabel.exec(one)?.[1]?.trim();
    if (found) return found.slice(0, longest);
  }
  return saidReason(by, all, type)?.sentence.slice(0, longest) ?? null;
}

/** A heading, or what an order is given by: between a reason and what was decided it says nothing. */
const isFormal = ({ sentence }: Said): boolean => sentence.split(/\s+/u).length < (/[.!?:;]$/u.test(sentence) ? 4 : 6) || /ხელმძღვანელობ/u.test(sentence) || /^(?:\S\s){4,}/u.test(sentence);
/** So short a sentence goes on with the one before it. */
const short = 48;

function saidReason(by: Said, letter: readonly Said[], type: "deferred" | "refused"): Said | undefined {
  const all = letter.filter((one) => one === by || !(isFormal(one) || isBesides(one.sentence)));
  const at = all.indexOf(by);
  // What decides, and what stands next to it: a reason for something else stands further away.
  const [before, after] = [all[at - 1], all[at + 1]];
  const near = [by, before, after, all[at - 2], all[at + 2]].filter((one) => one !== undefined);
  const causal = near.find(({ sentence }) => reasonWords.test(sentence) && !courtesy.test(sentence));
  if (causal) return causal;
  if (hence.test(by.decides) && before && !recounts.test(before.sentence)) {
    const first = all[at - 2];
    const goesOn = before.sentence.length < short && first && !recounts.test(first.sentence);
    return goesOn ? { sentence: `${first.sentence} ${before.sentence}`, decides: before.decides } : before;
  }
  const mid = henceWithin.exec(by.decides);
  if (mid && mid.index > 0) return (mid.index >= farEnough && !suchCase.test(by.decides)) || !before || recounts.test(before.sentence) ? by : before;
  if (isBecause.test(by.decides) || dashed.test(by.decides) || (type === "refused" && explained.test(by.decides))) return by;
  // A "no" is explained behind it, a delay before it.
  const beside = (type === "refused" ? [after, before, all[at - 2]] : [before, after, all[at - 2]]).filter((one) => one !== undefined).filter(({ sentence }) => !recounts.test(sentence) && !courtesy.test(sentence));
  const isReason = type === "refused" ? isBecause : isDelay;
  return beside.find(({ sentence }) => isReason.test(sentence)) ?? (type === "deferred" && isDelay.test(by.decides) ? by : undefined);
}

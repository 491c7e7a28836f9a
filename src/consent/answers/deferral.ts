// How a letter puts the time off.
import { spelt } from "../policy/spelt.ts";
import { kaMatter } from "./besides.ts";

const putOff = String.raw`(?:გადაიდო|გადავადდა|გადავადებულია|გადადებულია|გადაიდება|გადავდებთ|გადავდეთ|გადავწიეთ|გადავიტანთ\s+ვადა|გადაიწია|გადავავადეთ|გადავადდება|გადავწევთ)`;
const longer = String.raw`(?:გა(?:გრძელ|ხანგრძლივ|ვაგრძელ|ვახანგრძლივ|გვიგრძელ|გვიხანგრძლივ|იზარდ|ზარდ)|(?:გვი|უ)?გრძელდება|${putOff}|დაემატა|იმატებს|გვემატება)`;
const time = String.raw`(?<![ა-ჰ])ვად(?:ა|ის|ას|აში)(?![ა-ჰa-z])`;
const notInTime = String.raw`ვერ\s+(?:ვასწრებთ|მოვასწრებთ|მოესწრება|ესწრება|ვესწრებით|ვეტევით|ჩავეტევით|ვამთავრებთ|დავასრულებთ|დასრულდება|დავამთავრებთ|მოვასწარით|მოესწრო|ვახერხებთ|ხერხდება|მოხერხდა|გიპასუხებთ|გავცემთ|გაიცემა|მოგაწვდით|გადმოგცემთ|გამოგიგზავნით)`;
const days = String.raw`(?:\d{1,2}|ათი|ათ|ხუთი|ხუთ|ოცი|ოც|თხუთმეტი|ერთი|ორი|სამი)\s*(?:\([^)]{1,20}\)\s*)?(?:სამუშაო\s+|კალენდარული\s+)?(?:დღ|კვირ|თვ)`;

const deferred = spelt`
  ${kaMatter}[^.]{0,120}${putOff}|${putOff}[^.]{0,80}${kaMatter}|განხილვას\s+ვაგრძელებთ|^(?:წვდომა\s+)?${putOff}|${time}[^.]{0,80}${longer}|${longer}[^.]{0,40}${time}
  |${notInTime}[^.]{0,60}(?:ვადაში|დროულად|დროზე)|ვერ\s+(?:ვასწრებთ|მოვასწრებთ|მოესწრება|მოვასწარით)[^.]{0,60}${kaMatter}|(?:ვადაში|დღეში|დროულად|დროზე|ვადისთვის)[^.]{0,60}${notInTime}|${kaMatter}[^.]{0,60}ვერ\s+(?:მოვასწრებთ|ვასწრებთ|მოესწრება)|(?:დამატებით|კიდევ)[ა-ჰ]{0,2}\s+(?:[ა-ჰ]+\s+){0,2}${days}[^.]{0,60}(?:დაგვჭირდება|გვჭირდება|გვესაჭიროება|დამჭირდება|მჭირდება|მოგვიწევს|ვისარგებლ|ვიყენებთ)
  |(?:გვჭირდება|დაგვჭირდება|გვესაჭიროება|დამჭირდება)\s+(?:[ა-ჰ]+\s+){0,2}(?:მეტი\s+დრო|დამატებით|კიდევ)|(?:მეტი|დამატებითი)\s+(?:დრო|ვადა)[ა-ჰ]*\s+(?:[ა-ჰ]+\s+){0,2}(?:გვჭირდება|დაგვჭირდება|გვესაჭიროება|დამჭირდება|ავიღეთ)
  |\b(?:has|have|had) (?:\w+ )?been (?:deferred|postponed|put off|pushed back|prolonged)\b|\b(?:is|are|was|were) (?:hereby |therefore |now )?(?:deferred|postponed|put off|prolonged)\b|\b(?:we|i) (?:\w+ ){0,3}(?:defer|postpone|put off|push back|prolong)(?:ring|ing|red|ed)?\b
  |\b(?:extend|extended|extending|extends|prolong|lengthen|lengthened)\b[^.]{0,40}\b(?:time|term|period|deadline|date|limit)\b|\b(?:time|term|period|deadline|date|limit|days)\b[^.]{0,60}\b(?<!may be )(?:extended|prolonged|lengthened|moved|put off|pushed back)\b|\bextension of (?:the )?(?:time|term|period|deadline)\b
  |\b(?:need|needs|take|takes|taking|require|requires|using|use|ask for|make use of|have|allow ourselves)\b[^.]{0,20}\b(?:longer|more time|(?:further|extra|additional|another|second)\b[^.]{0,25}\b(?:days?|weeks?|time|month))\b|\b(?:not be|not|n't|unable|fail) (?:\w+ )?(?:be able to |manage to |to )?(?:finish|complete|answer|reply|meet|keep)\b[^.]{0,50}\b(?:in time|on time|within|by|deadline|time limit|ten)\b
`;
const isDeferred = new RegExp(deferred, "iu");
/** The time was put off before: the letter itself says something else. */
const formerly = /(?<!წინამდებარე |ამ )(?:წერილით|შეტყობინებით|გადაწყვეტილებით)(?![ა-ჰa-z])|\bby (?:our|the) letter of\b|\bpreviously\b/iu;

/** @returns whether the words put the time off, here and now */
export const defers = (words: string): boolean => isDeferred.test(words) && !formerly.test(words);

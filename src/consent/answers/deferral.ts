// How a letter puts the time off.
import { spelt } from "../policy/spelt.ts";
import { kaMatter } from "./besides.ts";

const putOff = String.raw`(?:გადაიდო|გადავადდა|გადავადებულია|გადადებულია|გადაიდება|გადავდებთ|გადავდეთ|გადავწიეთ|გადავიტანთ\s+ვადა|გადაიწია|გადავავადეთ|გადავადდება|გადავწევთ)`;
const longer = String.raw`(?:გა(?:გრძელ|ხანგრძლივ|ვაგრძელ|ვახანგრძლივ|გვიგრძელ|გვიხანგრძლივ|იზარდ|ზარდ)|(?:გვი|უ)?გრძელდება|${putOff}|დაემატა|იმატებს|გვემატება)`;
const time = String.raw`(?<![ა-ჰ])ვად(?:ა|ის|ას|აში)(?![ა-ჰa-z])`;
const notInTime = String.raw`ვერ\s+(?:ვასწრებთ|მოვასწრებთ|მოესწრება|ესწრება|ვესწრებით|ვეტევით|ჩავეტევით|ვამთავრებთ|დავასრულებთ|დასრულდება|დავამთავრებთ|მოვასწარით|მოესწრო|ვახერხებთ|ხერხდება|მოხერხდა|გიპასუხებთ|გავცემთ|გაიცემა|მოგაწვდით|გადმოგცემთ|გამოგიგზავნით)`;
const days = String.raw`(?:\d{1,2}|ათი|ათ|ხუთი|ხუთ|ოცი|ოც|თხუთმეტი|ერთი|ორი|სამი)\s*(?:\([^)]{1,20}\)\s*)?(?:სამუშაო\s+|კალენდარული\s+)?(?:დღ|კვირ|თვ)`;

const deferred = spelt`
  ${kaMatter}[^.]{0,120}${putOff}|${putOff}[^.]{0,80}${kaMatter}|განხილვას\s+ვაგრძელებთ|(?<![ა-ჰ])(?:დავიგვიანებთ|შევაგვიანებთ|ვიგვიანებთ)|(?:შეპირებულ|დაპირებულ|დათქმულ)[ა-ჰ]*\s[^.]{0,40}(?:ვერ|ვეღარ)\s|ახალი\s+(?:თარიღია|დღეა)|ახალი\s+(?:ბოლო\s+)?ვადა|(?:დასრულების|პასუხის|შესრულების)\s+ახალი\s+(?:თარიღი|ვადა|დღე)|^(?:წვდომა\s+)?${putOff}|${time}[^.]{0,80}${longer}|${longer}[^.]{0,40}${time}
  |${notInTime}[^.]{0,60}(?:ვადაში|დროულად|დროზე)|ვერ\s+(?:ვასწრებთ|მოვასწრებთ|მოესწრება|მოვასწარით)[^.]{0,60}${kaMatter}|(?:ვადაში|დღეში|დროულად|დროზე|ვადისთვის)[^.]{0,60}${notInTime}|${kaMatter}[^.]{0,60}ვერ\s+(?:მოვასწრებთ|ვასწრებთ|მოესწრება)|(?:დამატებით|კიდევ)[ა-ჰ]{0,2}\s+(?:[ა-ჰ]+\s+){0,2}${days}[^.]{0,60}(?:დაგვჭირდება|გვჭირდება|გვესაჭიროება|დამჭირდება|მჭირდება|მოგვიწევს|ვისარგებლ|ვიყენებთ)
  |(?:გვჭირდება|დაგვჭირდება|გვესაჭიროება|დამჭირდება)\s+(?:[ა-ჰ]+\s+){0,2}(?:მეტი\s+დრო|დამატებით|კიდევ)|(?:მეტი|დამატებითი)\s+(?:დრო|ვადა)[ა-ჰ]*\s+(?:[ა-ჰ]+\s+){0,2}(?:გვჭირდება|დაგვჭირდება|გვესაჭიროება|დამჭირდება|ავიღეთ)
  |${kaMatter}[^.]{0,60}(?:მდე(?![ა-ჰ])|დღეს(?:ვე)?|ამ\s+კვირ[ა-ჰ]+)\s+(?:[ა-ჰ]+\s+)?ვერ\s|(?:გადაგვაქვს|გადავიტან(?:ეთ|თ)|გადატანილია|გადაიტანება)[^.]{0,60}(?:თვის|მდე|ზე)(?![ა-ჰ])|(?:დღე|დღეები|ვადა|დრო)\s+(?:არ|ვერ)\s+(?:გვეყოფა|გვყოფნის|გვეყო|საკმარის|ეყოფა|გვყოფნიდა|არის\s+საკმარის)|(?:პასუხ|ასლ|მასალ|ამონაწერ|მოთხოვნ)[ა-ჰ]*[^.]{0,40}(?:დაგვიანდება|იგვიანებს|გვიანდება|დავიგვიანებთ|შევაგვიანებთ|გვაგვიანდება|დაგვაგვიანდ|შეფერხ)|კიდევ\s+${days}[ა-ჰ]*\s+(?:ვიღებთ|ავიღეთ|ვითხოვთ|მოგვიწევს|გვინდა)|(?:საჭიროა|საჭიროებს|მოითხოვს)\s+(?:დამატებით|მეტ)[ა-ჰ]*\s+(?:დრო|ვადა|დღე)|დამატებით[ა-ჰ]*\s+(?:დრო|ვად)[ა-ჰ]*\s+(?:საჭირო|აუცილებელ|განისაზღვრა)|${time}[^.]{0,80}ნაცვლად\s+\d|\d{1,2}\s+[ა-ჰ]{4,12}ის\s+ნაცვლად|(?<![ა-ჰ])არა\s+\d{1,2}\s+[ა-ჰ]+[^.]{0,60}არამედ\s+\d|(?:სჭირდება|საჭიროებს|დასჭირდება)[^.]{0,30}(?:მეტი?|დამატებით)[ა-ჰ]*\s+(?:დრო|ვად|დღ)|(?<!გეძლევათ\s)(?<!მოგეცათ\s)დამატებით[ა-ჰ]*\s+ვად[ა-ჰ]*(?!\s+(?:გეძლევათ|მოგეცათ))|კიდევ\s+(?:ათი|10|ხუთი|5)\s+(?:სამუშაო\s+)?დღ|ვად(?:ა|ად)[ა-ჰ]*\s+განისაზღვრა|ნაცვლად\s+\d[^.]{0,60}(?:მიიღებთ|გადმოგეცემ|მოგაწვდით)|ვერ\s+(?:ჩავჯექით|ჩავჯდებით)|(?:დღე|კვირა)(?:ს)?\s+(?:კიდევ\s+)?(?:დასჭირდება|დაგვჭირდება|მოუნდება|მოვუნდებით)
  |\b(?:response|reply|answer|requests?|deadline|date|copy|copies)\b[^.]{0,60}\b(?:(?:has|have|had|will|must|to) (?:had to )?be(?:en)?|is|are) (?:moved|pushed|put|set|shifted) (?:back |forward )?(?:to|by|until)\b|\b(?:push|put|move|set)(?:ting|ing)?\b[^.]{0,40}\bback\b[^.]{0,20}\b(?:by|to|until|another)\b|\b(?:additional|further|extra|second) (?:period|term|time|delay)\b|\b(?:reply|answer|response|copy|copies)\b[^.]{0,30}\b(?:is|are|be|going to be) (?:late|delayed)\b|\b(?:further|additional|extra|another) (?:ten|10|\d{1,2}) (?:\(\w+\) )?(?:working |business |calendar )?days\b|\bnot (?:in|within) (?:the )?(?:ten|10) (?:working )?days\b|\bgive us until\b|\ballow us\b[^.]{0,20}\b(?:days?|weeks?|time)\b|\b(?:can't|cannot|won't be able to|unable to)\b[^.]{0,40}\b(?:this week|today|in time|by (?:then|today|tomorrow|(?:mon|tues|wednes|thurs|fri)day))\b|\b(?:won't|will not|cannot|can't) manage\b[^.]{0,30}\b(?:in|within|by) (?:the )?(?:ten|\d)|\binstead of (?:on )?(?:\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|the \d{1,2})|\bon hold\b[^.]{0,20}\bextended\b
  |\b(?:has|have|had) (?:\w+ )?been (?:deferred|postponed|put off|pushed back|prolonged)\b|\b(?:is|are|was|were) (?:hereby |therefore |now )?(?:deferred|postponed|put off|prolonged)\b|\b(?:we|i) (?:\w+ ){0,3}(?:defer|postpone|put off|push back|prolong)(?:ring|ing|red|ed)?\b
  |\b(?:extend|extended|extending|extends|prolong|lengthen|lengthened)\b[^.]{0,40}\b(?:time|term|period|deadline|date|limit)\b|\b(?:time|period|deadline|date|limit|days)\b[^.]{0,60}\b(?<!may be )(?:extended|prolonged|lengthened|moved|put off|pushed back)\b|\bextension of (?:the )?(?:time|term|period|deadline)\b
  |\b(?:need|needs|take|takes|taking|require|requires|using|use|ask for|make use of|have|allow ourselves)\b[^.]{0,20}\b(?:longer|more time|(?:further|extra|additional|another|second)\b[^.]{0,25}\b(?:days?|weeks?|time|month))\b|\b(?:not be|not|n't|unable|fail) (?:\w+ )?(?:be able to |manage to |to )?(?:finish|complete|answer|reply|meet|keep)\b[^.]{0,50}\b(?:in time|on time|within|by|deadline|time limit|ten)\b
`;
const isDeferred = new RegExp(deferred, "iu");
/** The time was put off before: the letter itself says something else. */
const formerly = /(?<!წინამდებარე |ამ )(?:წერილით|შეტყობინებით|გადაწყვეტილებით)(?![ა-ჰa-z])|\bby (?:our|the) letter of\b|\bpreviously\b/iu;

/** Whose time it is: the answer's, the request's, or else some other thing's („სესხის ვადა“, "the deadline for registration"). */
const timeOf = /(?<whose>[ა-ჰ]+ის)\s+ვად(?:ა|ის|ას)(?![ა-ჰ])|\b(?:time|term|period|deadline|date) (?:for|of) (?<what>[^.,;]{3,24})/iu;
const answers = /^(?:პასუხ|განხილვ|შესრულებ|გაცემ|დაკმაყოფილებ|მოთხოვნ|განცხადებ|მიმართვ|მიწოდებ|მოწოდებ|მომზადებ|წაშლ|გასწორებ|შესწორებ|გადმოცემ|გადაცემ|დამუშავებ|გაგრძელებ|კანონ|წარმოებ|დღ|თვ|რეაგირებ|გაცნობ|შეტყობინებ|წერილ|ინფორმაცი|მასალ|დოკუმენტ|ბოლო|მის|მათ|ამის|იმის|საქმ|გადაწყვეტილებ|წვდომ|ასლ|მოძიებ|გადადებ|გადაწევ)|\b(?:answer|reply|replying|respon\w*|process\w*|deal\w*|provid\w*|handl\w*|complet\w*|examin\w*|consider\w*|fulfil\w*|comply\w*|request|your|this|it|doing|days|\d+)\b/iu;
const isOthers = (words: string): boolean => {
  const { whose, what } = timeOf.exec(words)?.groups ?? {};
  const of = whose ?? what;
  return of !== undefined && !answers.test(of);
};

/** @returns whether the words put the time off, here and now */
export const defers = (words: string): boolean => isDeferred.test(words) && !formerly.test(words) && !isOthers(words);

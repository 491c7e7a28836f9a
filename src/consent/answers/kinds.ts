// Which answer a text is. Each kind has what decides it; what only recounts the request, sets a condition or speaks of appeals decides nothing.
import { spelt } from "../policy/spelt.ts";
import type { EventType } from "../request/event.ts";
import { isAppeal } from "./appeal.ts";

export type AnswerType = Extract<EventType, "promised" | "askedMore" | "deferred" | "partly" | "satisfied" | "refused" | "feeAsked">;

/** A sentence, and what of it decides. */
export interface Said {
  /** Whole, as it stands. */
  readonly sentence: string;
  readonly decides: string;
}

const pattern = (source: string): RegExp => new RegExp(source, "iu");

/** What would follow, or may. */
const conditional = /^(?:თუ|იმ შემთხვევაში|if|should|in case|where we)(?!\p{L})|(?<!\p{L})(?:შესაძლოა|უარის შემთხვევაში|დაკმაყოფილების შემთხვევაში|შეიძლება დაგვჭირდეს)|\b(?:may|might) (?:need|ask|be (?:refused|rejected|granted|extended|deferred|charged))\b|\bin (?:the )?(?:case|event) of\b/iu;
/** "We inform you that": what comes before recounts the request. */
const informs = /(?:გაცნობებთ|მოგახსენებთ|გატყობინებთ|გეცნობებათ|we (?:hereby |would like to |regret to )?inform you|please be informed)(?:,?\s*(?:რომ|that))?[,:]?\s*/giu;
/** What is said of the request: its own words are no answer. */
const recounted = /,?\s*(?:რომლითაც|რომლითა\s+|სადაც|რომელიც|რომლებიც)\s[^,]{0,200}(?:ითხოვ|მოითხოვ|გთხოვთ|წერდით|აღნიშნავ|მიუთითებ)[^,]{0,200},/giu;

/** What the text decides with, a sentence each. */
export function decidingIn(sentences: readonly string[]): readonly Said[] {
  return sentences.flatMap((sentence): readonly Said[] => {
    if (isAppeal(sentence) || conditional.test(sentence)) return [];
    const parts = sentence.split(informs);
    const after = (parts.at(-1) ?? "").trim();
    const decides = parts.length > 1 && /\p{L}{3}/u.test(after) ? after : (parts[0] ?? "");
    return [{ sentence, decides: decides.replace(recounted, ",") }];
  });
}

/** A loan, a hearing, a debt, a sale: other things are refused, put off and paid for, too. */
const otherMatter = /დავალიანებ|სხდომ|სარჩელ|აქცი|ფასდაკლებ|შეკვეთ|ამანათ|სესხ(?:ი|ზე|ის|ს)(?!\p{L})(?![^.]{0,60}(?:მონაცემ|ინფორმაცი|მეთოდ))|\bapplication for (?:a|an|the) (?:\w+ )?(?:card|loan|job|position|visa|mortgage|credit)\b|\bhearing\b|\bdiscount\b|\bparcel\b|\bcustoms\b|\bshipment\b/iu;

/** The request, and what was asked of it, as Georgian and English letters call it. */
const matter = String.raw`(?:მოთხოვნ|განცხად|ინფორმაცი|მონაცემ|მასალ|დოკუმენტ|ასლ|ჩანაწერ|ამონაწერ|წვდომ|პასუხ|განხილვ|შესრულებ|დაკმაყოფილებ|გაცემ|მომართვ)`;
const gives = String.raw`(?:გადმოგცემ|გადმოგეცემ|გადმოგეც|მოგაწვდ|მოგაწოდ|მოგეწოდ|მოგაწოდებ|მოგცემ|გაგიზიარ|გაგაცნ|გაწვდი|გიგზავნ|გამოგიგზავნ)`;

/** No. */
const refusedOutright = pattern(spelt`
  უარი\s+(?:\p{L}+\s+)?(?:ეთქვა|გეთქვათ|ითქვა|გითხრა|განაცხად|ეთქვას)|(?:გეთქვათ|ეთქვა)\s+უარი|უარს\s+(?:გეუბნ|გეტყვ|ვამბობ|აცხად|გაცხად)|(?:დაკმაყოფილებაზე|გაცემაზე|წაშლაზე
    |გადაცემაზე)\s+უარის\s+თქმის\s+შესახებ|უარყოფილია|უარყოფილ\s+იქნა|განუხილველად\s+(?:დარჩა|დატოვებულია|იქნა\s+დატოვებული)
  |\b(?:is|are|was|were|has been|have been|been)\s+(?:\w+\s+)?(?:refused|declined|rejected|denied)\b|\bwe\s+(?:must\s+|have\s+to\s+|hereby\s+)?(?:refuse|decline|reject|deny)\b
  |\b(?:your|the)\s+request\s+(?:\w+\s+)?(?:refused|declined|rejected)\b
`);
/** It can't be, it is not done: of a thing of the request, so that a debt that can't be paid is none. */
const refusedInWords = pattern(spelt`
  (?:არ|ვერ)\s+და(?:გ|ვ)?კმაყოფილ|(?:არ|ვერ)\s+(?:იქნება\s+დაკმაყოფილებული|აკმაყოფილებს|დააკმაყოფილებს|ექვემდებარება\s+(?:დაკმაყოფილებას|გაცემას))|(?:არ|ვერ)\s+${gives}
  |${matter}[^.]{0,160}(?:არ|ვერ)\s+(?:გაიცემა|გასცემს|გაცემთ|გავცემთ|გადაეცემა)|(?:არ|ვერ)\s+(?:გაიცემა|გასცემს|გავცემთ)[^.]{0,80}${matter}|(?:დაკმაყოფილება|გაცემა|გადაცემა)\s+(?:ვერ\s+ხერხდება|შეუძლებელია|დაუშვებელია)|მოკლებულია\s+შესაძლებლობას
  |\bcannot\s+be\s+(?:granted|satisfied|fulfilled|disclosed|provided|complied with)\b|\b(?:cannot|can not|can't|unable to|not able to|not in a position to)\s+(?:grant|comply|satisfy|fulfil|disclose|provide|release|hand over|give)\b
`);
const partly = pattern(spelt`
  ნაწილობრივ[^.]{0,60}(?:კმაყოფილ|შესრულ|შევასრულ|${gives})|(?:კმაყოფილ|შესრულ)\p{L}*[^.]{0,30}ნაწილობრივ|(?<!\p{L})ნაწილში[^.]{0,30}უარი
  |\b(?:partly|partially)\b[^.]{0,40}\b(?:granted|satisfied|fulfilled|complied|met)\b|\b(?:granted|satisfied|fulfilled)\b[^.]{0,30}\b(?:in part|partly|partially)\b|\bin part\b[^.]{0,40}\b(?:granted|satisfied|refused)
`);
const deferred = pattern(spelt`
  ${matter}[^.]{0,120}(?:გადაიდო|გადავადდა|გადავადებულია|გადადებულია|გადაიდება)|(?:გადაიდო|გადავადდა|გადავადებულია|გადადებულია)[^.]{0,80}${matter}|განხილვას\s+ვაგრძელებთ|ვერ\s+მოვასწრებთ[^.]{0,60}${matter}|${matter}[^.]{0,60}ვერ\s+მოვასწრებთ|^(?:წვდომა\s+)?(?:გადაიდო|გადავადდა)
  |ვად(?:ა|ის)(?!\p{L})[^.]{0,80}(?:გა(?:გრძელ|ხანგრძლივ)|გრძელდება|გადაიდო|გადავადდა)
  |\b(?:has|have) been (?:deferred|postponed)\b|\b(?:is|are|was) (?:hereby )?(?:deferred|postponed)\b|\b(?:extend|extended|extending)\b[^.]{0,30}\b(?:time|term|period|deadline)\b
  |\b(?:time|term|period|deadline)\b[^.]{0,60}\b(?:extended|prolonged)\b|\bextension of (?:the )?(?:time|term|period|deadline)\b
`);
/** The time was put off before: the letter itself says something else. */
const formerly = /(?<!წინამდებარე |ამ )(?:წერილით|შეტყობინებით|გადაწყვეტილებით)(?!\p{L})|\bby (?:our|the) letter of\b|\bpreviously\b/iu;
const money = String.raw`(?:\d[\d\s.,]{0,20}(?:\([^)]{1,40}\)\s*)?(?:₾|ლარ|GEL\b|lari\b)|(?:GEL|₾)\s?\d)`;
/** Said of the copy, the data or the request, here or in the sentence before. */
const fee = pattern(spelt`
  (?:საფასურ|მოსაკრებ|საკომისიო|გადაიხად|გადახდ|გადასახდ|ჩარიცხ)[^.]{0,120}${money}|${money}[^.]{0,120}(?:საფასურ|მოსაკრებ|საკომისიო|გადაიხად|გადახდ|ჩარიცხ)|(?:საფასურ|მოსაკრებ)[^.]{0,60}\d|ღირებულება\s+(?:არის|შეადგენს)\s+${money}
  |\b(?:fees?|charge|pay|payable|payment)\b[^.]{0,60}${money}|${money}[^.]{0,40}\b(?:fees?|charge|payable|paid|due)\b|\b(?:fees?|pay)\b[^.]{0,40}\d
`);
const feeNamed = /საფასურ|მოსაკრებ|\bfees?\b/iu;
const feeFor = pattern(String.raw`${matter}|მომზადებ|ფორმა|\b(?:copy|copies|data|request|document|information|extract)\b`);
/** A debt, a fine or a bill is asked for on its own account, and what is free costs nothing. */
const noFee = /\b(?:annual|monthly|yearly|membership) fee\b|წლიური|ყოველთვიური|დავალიანებ|სესხ|ჯარიმ|უფასო|საფასური?ს?\s+(?:არ|გარეშე)|დაგიბრუნდ|\bdebt\b|\bloan\b|\bfine\b|\bfree of charge\b|\bno (?:fee|charge)\b|\brefund/iu;
const askedMore = pattern(spelt`
  (?:გთხოვთ|საჭიროა|აუცილებელია|უნდა)[^.]{0,120}(?:წარმოადგინ|წარმოგვიდგინ|წარმოდგენა|დააზუსტ|დაგვიზუსტ|დაზუსტება|მიუთით|მოგვაწოდ|გამოგვიგზავნ|დაადასტურ|დადასტურება|დამატებით|შეავს(?:ოთ|ებ))
  |\b(?:please|kindly|could you|we ask you to)\b[^.]{0,30}\b(?:provide|send us|specify|clarify|submit|confirm|indicate|let us know which)\b|\bwe need\b[^.]{0,40}\bto (?:identify|verify|confirm)\b
  |(?:მოსაძებნად|მოვძებნ|მოსაძიებლად|განსახილველად)[^.]{0,40}(?:გვჭირდება|გვესაჭიროება|დაგვჭირდება)
  |\bneed to (?:identify you|verify your identity|confirm your identity)\b
`);
/** What is said to whoever fetches it, calls, or pays. */
const noQuestion = /გამოცხად|მობრძანდ|თან იქონიოთ|მისაღებად|გასატანად|ანგარიშ|\bcollect\b|\bbring\b|\bcontact us\b/iu;
/** A day or a term: what comes without one is an answer, and no promise. */
const timed = String.raw`(?:ვადაში|განმავლობაში|მდე(?!\p{L})|ამდე(?!\p{L})|არა\s?უგვიანეს|\d{1,2}[./]\d{1,2}[./]\d{2,4})`;
const willGive = String.raw`(?<!არ\s)(?<!ვერ\s)(?<!\p{L})(?:გადმოგეცემ|მოგეწოდებ|გამოგეგზავნებ|მოგაწვდით|გადმოგცემთ|გამოგიგზავნით)`;
const promised = pattern(spelt`
  (?<!არ\s)(?<!ვერ\s)(?<!\p{L})(?:დაკმაყოფილდება|დააკმაყოფილებს|დავაკმაყოფილებთ|შევასრულებთ|დაკმაყოფილებული\s+იქნება)|(?:ასლ|ინფორმაცი|მონაცემ|მასალ|დოკუმენტ|ამონაწერ)[^.]{0,120}${willGive}[^.]{0,120}${timed}
  |(?:ასლ|ინფორმაცი|მონაცემ|მასალ|დოკუმენტ|ამონაწერ)[^.]{0,120}${timed}[^.]{0,60}${willGive}
  |\bwill be (?:granted|satisfied|fulfilled|complied with)\b|\bwe will (?:grant|satisfy|fulfil|comply with)\b|\b(?:copy|copies|data|information)\b[^.]{0,60}\bwill (?:reach you|be sent|be provided)\b[^.]{0,30}\b(?:by|within|no later than)\b|\bwe will (?:send|provide|give)\b[^.]{0,60}\b(?:copy|copies|data|information)\b[^.]{0,40}\b(?:by|within|until|no later than)\b
`);
const satisfied = pattern(spelt`
  (?<!არ\s)(?<!ვერ\s)(?:დაკმაყოფილდა|დაკმაყოფილებულია|დაკმაყოფილებულ\s+იქნა)|(?:მოთხოვნ|განცხად)[^.]{0,60}(?<!არ\s)(?<!ვერ\s)შესრულ(?:და|ებულია)|თან\s+(?:ერთვის|გიგზავნ)
  |(?<!არ\s)(?<!ვერ\s)(?<!\p{L})(?:გიგზავნით|გადმოგცემთ|გაწვდით)[^.]{0,120}(?:ასლ|ინფორმაცი|მონაცემ|დოკუმენტ|ამონაწერ|მასალ|ნუსხ|სიას|ბარათ)|(?:ასლ|ინფორმაცი|მონაცემ|დოკუმენტ|ამონაწერ)[^.]{0,80}(?<!არ\s)(?<!ვერ\s)(?<!\p{L})(?:გიგზავნით|გადმოგცემთ|გაწვდით|გადმოგეცათ)
  |თქვენი\s[^.]{0,120}(?<!არ\s)(?<!ვერ\s)(?<!\p{L})(?:წაშლილია|წაიშალა|განადგურდა|განადგურებულია|გასწორდა|გასწორებულია|შესწორდა|შესწორებულია|დაიბლოკა|დაბლოკილია|შეწყდა|შეწყვეტილია)
  |(?:ასლ|ინფორმაცი|მონაცემ|დოკუმენტ|ამონაწერ)[^.]{0,60}(?<!\p{L})(?:აიტვირთა|ატვირთულია)|თქვენი\s[^.]{0,60}ამოღებულია\s[^.]{0,20}(?:სიიდან|ბაზიდან)|(?:თქვენი|მოთხოვნ)[^.]{0,120}(?<!\p{L})(?:წავშალეთ|ამოვშალეთ|გავანადგურეთ|გავასწორეთ|შევასწორეთ|დავბლოკეთ|შევწყვიტეთ)
  |\b(?:has been|was|is|have been) (?:fully )?(?:granted|satisfied|fulfilled|complied with)\b|\bplease find (?:attached|enclosed)\b|\b(?:enclosed|attached) (?:is|are)\b
  |\bwe have (?:deleted|erased|removed|corrected|updated|rectified|blocked|granted)\b|\byour (?:data|personal data|details) (?:has|have) been (?:deleted|erased|removed|corrected|updated|rectified|blocked)\b
`);
/** Something of what was asked for came with it. */
const given = pattern(spelt`
  (?<!არ\s)(?<!ვერ\s)(?<!\p{L})(?:გიგზავნით|გადმოგცემთ|გაწვდით)[^.]{0,120}(?:ასლ|ინფორმაცი|მონაცემ|ამონაწერ|მასალ|ნუსხ|სიას|ბარათ)|\b(?:attached|enclosed)\b[^.]{0,40}\b(?:copy|copies|data|records|documents|extract|list|history)\b
`);
/** It went to somebody else: neither yes nor no. */
const handedOn = /(?:განცხად|წერილ|მოთხოვნ|მომართვ)[^.]{0,220}(?:გადაეგზავნა|გადაიგზავნა|გადაგზავნილია|გადაეცა|გადამისამართ)|კუთვნილებისამებრ|\b(?:forwarded|transferred|passed on|referred) to\b/iu;

/** In this order: what is done in part is said before what is refused with it; a time that was put off explains what "can't be" yet. */
const order: readonly (readonly [type: AnswerType, decides: (one: string, before: string) => boolean])[] = [
  ["partly", (one) => partly.test(one)],
  ["refused", (one) => refusedOutright.test(one)],
  ["deferred", (one) => deferred.test(one) && !formerly.test(one)],
  ["refused", (one) => refusedInWords.test(one)],
  ["feeAsked", (one, before) => fee.test(one) && !noFee.test(one) && (feeNamed.test(one) || feeFor.test(one) || feeFor.test(before))],
  ["askedMore", (one) => askedMore.test(one) && !noQuestion.test(one)],
  ["promised", (one) => promised.test(one)],
  ["satisfied", (one) => satisfied.test(one)],
];
/** Said as plainly as these, it is an answer, wherever else the request went. */
const plain: readonly AnswerType[] = ["partly", "refused"];

/** @returns null: the words are of no answer known here, or the request went elsewhere */
export function typeIn(all: readonly Said[]): { readonly type: AnswerType; readonly by: Said } | null {
  const goesOn = all.some(({ decides }) => handedOn.test(decides));
  for (const [type, decides] of order) {
    const by = all.find((one, i) => !otherMatter.test(one.decides) && decides(one.decides, all[i - 1]?.decides ?? ""));
    if (!by) continue;
    // A "no" beside what is sent is a "no" to the rest.
    if (type === "refused" && all.some((one) => one !== by && given.test(one.decides))) return { type: "partly", by };
    return goesOn && !plain.includes(type) ? null : { type, by };
  }
  return null;
}

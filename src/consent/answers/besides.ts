// What a letter says that decides nothing: what would follow if, what it recounts of the request, other matters, what was decided before.
import { spelt } from "../policy/spelt.ts";

/** The request, and what was asked of it, as Georgian letters call it. */
export const kaMatter = spelt`
  (?:მოთხოვნ|განცხად|თხოვნ(?:ა|ის|ას)|ინფორმაცი|მონაცემ|მასალ|დოკუმენტ|ასლ(?:ი|ს|ებ|ის)|ჩანაწერ|ამონაწერ|ამონაბეჭდ|წვდომ|განხილვ|შესრულებ|დაკმაყოფილებ|გაცემ|მომართვ|მიმართვ|ვიდეო|ფაილ|(?<![ა-ჰ])სი(?:ა|ის|იდან|ები)(?![ა-ჰa-z])
    |სიას|ნუსხ|ჩამონათვალ|ცნობ(?:ა|ის|ებ|ას)|ფოტო|სურათ|პროფილ|მიმოწერ|ჟურნალ|ისტორია|პირად[ა-ჰ]*\s+საქმ|სამედიცინო|ბარათ|ანკეტ|ოქმ)
`;
const enMatter = String.raw`\b(?:requests?|applications?|data|information|records?|recordings?|footage|cop(?:y|ies)|documents?|files?|details|lists?|logs?|history|photos?|photographs?|pictures?|images?|extracts?|correspondence|letters?|e-?mails?|messages?|entr(?:y|ies)|profile|account|notes?|minutes|results|address|number|name|register|access|consent)\b`;
export const matter = new RegExp(`${kaMatter}|${enMatter}`, "iu");

/** What would follow, or may. */
const conditional = spelt`
  ^(?:და\s+|მაგრამ\s+|ხოლო\s+)?(?:თუ|თუკი|იმ შემთხვევაში|წინააღმდეგ\s+შემთხვევაში|if|should(?!\s+like)|in case|where we|unless|otherwise)(?![ა-ჰa-z])|(?<![ა-ჰ])(?:შესაძლოა|უარის შემთხვევაში|დაკმაყოფილების შემთხვევაში|შეიძლება დაგვჭირდეს)
  |\b(?:may|might) (?:need|ask|be (?:refused|rejected|granted|extended|deferred|charged))\b|\bin (?:the )?(?:case|event) of\b
`;
const isConditional = new RegExp(conditional, "iu");
/** A last clause with a condition of its own: what stands before it is said without one. */
const alsoIf = /[,;]\s*(?:and|but|და|ხოლო|მაგრამ)\s+(?:if|should|თუ)(?![ა-ჰa-z]).{0,400}$/iu;
/** "…, თუ …" and "…, if …" in the middle: what comes before it stands under it, too, unless it is done already. */
const underCondition = /(?<![ა-ჰ])(?:თუ(?:კი)?\s+(?!არა|რა|ვინ|სად|როდის|რომელ)|მას\s+შემდეგ,?\s+რაც|როგორც\s+კი|გადახდის\s+(?:შემდეგ|დადასტურ)|if you|unless|once (?:we|you|the|your)|as soon as|until you)/iu;

/** @returns whether a sentence is about what would follow, or may */
export const isUnderCondition = (sentence: string): boolean => isConditional.test(sentence);
/** @returns whether some of it hangs on something that is still to come: no promise, and no fulfilment */
export const hangsOn = (sentence: string): boolean => underCondition.test(sentence.replace(alsoIf, ""));

/** "We inform you that": what comes before recounts the request. */
export const informs = /(?:გაცნობებთ|მოგახსენებთ|გატყობინებთ|გეცნობებათ|we (?:hereby |would like to |regret to )?inform you|please be informed)(?:,?\s*(?:რომ|that))?[,:]?\s*/giu;
/** What is said of the request, and of things that were decided elsewhere: its words are no answer. */
const recounted = /,?\s*(?:რომლითაც|რომლითა\s+|სადაც|რომელიც|რომლებიც|რომელსაც|რომლის)\s[^,]{0,200}(?:ითხოვ|მოითხოვ|გთხოვთ|წერდით|აღნიშნავ|მიუთითებ|უარი|დაკმაყოფილდა|გადაიდო)[^,]{0,200}(?:,|$)|\b(?:by|in|under|on the basis of) which\b[^,;]{0,160}/giu;
/** More than two words in quotes: a law's name, or what the person wrote. */
const inQuotes = /„[^“”"]{0,260}[“”"]|"[^"]{0,260}"|“[^”]{0,260}”/gu;
export const withoutRecounted = (words: string): string => words.replace(inQuotes, (one) => (one.split(/\s/u).length > 2 ? "" : one)).replace(recounted, ",");

/** A hearing, a parcel, a debt: whatever else their sentence says. */
const always = spelt`
  დავალიანებ|(?<![ა-ჰ])ვალ(?:ი|ის|ს)(?![ა-ჰ])|(?:განაცხად(?:ებ)?(?:ის|თა)|დოკუმენტების)\s+(?:მიღებ|შემოტან)[ა-ჰ]*\s+ვად|კონკურს[ა-ჰ]*[^.]{0,40}ვადა|რეგისტრაციის\s+ვად|ჩარიცხვა\s+(?:ვერ|არ)|სხდომ|სარჩელ|ფასდაკლებ|შეკვეთ|ამანათ|სესხ(?:ი|ზე|ის|ს)(?![ა-ჰa-z])(?![^.]{0,60}(?:მონაცემ|ინფორმაცი|მეთოდ))|უკან\s+ვერ
  |\bapplication for (?:a|an|the) (?:\w+ )?(?:card|loan|job|position|visa|mortgage|credit)\b|\bhearing (?:of|in|on|is|was|has)\b|\b(?:deadline|time|term|period) for (?:applications?|registration|payment|submi\w+|entries|tenders|bids|enrol\w+|repayment)\b|\bapplying for\b|\bappointment\b|\bdiscount\b|\bparcel\b|\bcustoms\b|\bshipment\b|\brefunds?\b
`;
/** A lease, a vacancy, a subscription: other things are refused, put off and paid for, too, unless it is their papers that were asked for. */
const elsewhere = spelt`
  (?<![ა-ჰ])აქცი(?:ა|ის)|იჯარ|განვადებ|რესტრუქტურიზაცი|გადახდის\s+(?:გრაფიკ|[^.]{0,20}გაყოფ|[^.]{0,20}გადავადებ)|ვაკანსი|თანხის\s+დაბრუნებ|კომპენსაცი|ანაზღაურებ|სტიპენდი|ნებართვ|შვებულებ|საპარკინგ|მივლინებ|(?<![ა-ჰ])ვიზიტ|ლიცენზი|სუბსიდი|შემწეობ|ბილეთ|ტენდერ|ლიმიტ|ოვერდრაფტ|იპოთეკ|აბონემენტ|გარანტი(?:ა|ის)|ხელშეკრულების\s+(?:მოქმედების\s+)?ვად|პოლის(?:ის|ი)|(?<![ა-ჰ])ნაკვეთ|მშენებლობ|დასაქმებ|სამსახურში\s+მიღებ|მივიწვევთ|რეგისტრაციის\s+ვად
  |\bcompensation\b|\bvacanc(?:y|ies)\b|\blease\b|\bplot\b|\bgrant\b (?:appeal|application)|\bpremium\b|\bwarranty\b|\bpermit\b|\bsubscription\b|\bmembership\b|\boverdraft\b|\b(?:transfer|credit|spending) limit\b|\bmortgage\b|\binstal?lments?\b|\ballowance\b|\bscholarship\b|\blicen[cs]e\b|\binsurance claim\b|\bcover for\b|\bjob\b|\bpayment plan\b|\btickets?\b|\bcourse\b|\bprice\b
`;
const isAlways = new RegExp(always, "iu");
const isElsewhere = new RegExp(elsewhere, "iu");
/** Its papers may have been what was asked for. */
const papers = /ასლ(?:ი|ს|ებ|ის)|მონაცემ|ინფორმაცი|ჩანაწერ|დოკუმენტ|ოქმ|ანკეტ|ამონაწერ|სიას|შენიშვნ|\b(?:cop(?:y|ies)|data|information|records?|recordings?|documents?|files?|notes?|minutes|sheets?|logs?|lists?|details)\b/iu;
/** What a request is for, where that is said with it; of what is kept of people, or of papers, it is one that is answered here. */
const requestFor = /(?:განცხადებ|მოთხოვნ|თხოვნ|განაცხად)[ა-ჰ]*\s+(?<ka>(?:[ა-ჰ]+\s+){0,6}(?:[ა-ჰ]{3,}ზე|თაობაზე|შესახებ))(?![ა-ჰ])|(?<kaBefore>(?:[ა-ჰ]+\s+){1,5}(?:თაობაზე|შესახებ))\s+(?:განცხადებ|მოთხოვნ|თხოვნ|განაცხად)|\b(?:request|application) (?:for|to) (?<en>[^.,;]{3,80})/iu;
const ofData = /ასლ|მონაცემ|ინფორმაცი|ჩანაწერ|დოკუმენტ|ოქმ|ანკეტ|ამონაწერ|(?<![ა-ჰ])სი(?:ა|ის|იდან)|ვიდეო|ფოტო|სურათ|წაშლ|გასწორ|შესწორ|შეცვლ|ამოღებ|ამოშლ|გაცემ|გადაცემ|გადმოცემ|მიწოდებ|მოწოდებ|გაცნობ|წვდომ|თანხმობ|შეწყვეტ|დაბლოკ|მარკეტინგ|გზავნ|მასალ|საქმ|ისტორი|დამუშავებ|საფუძველ|თქვენ|ამ(?:ის)?\s|\b(?:cop(?:y|ies)|data|information|records?|recordings?|documents?|files?|notes?|minutes|access|delet\w*|eras\w*|correct\w*|rectif\w*|portab\w*|lists?|logs?|details|photos?|footage|video|told|given|shown|stop|see|know|have|report|correspondence|letters|extracts?|history|this|that|it|your|us|me|be|transcript|results|images|sheets?)\b/iu;
const isForElse = (words: string): boolean => {
  const { ka, kaBefore, en } = requestFor.exec(words)?.groups ?? {};
  const what = ka ?? kaBefore ?? en;
  return what !== undefined && !ofData.test(what);
};
/** What was decided before this letter, or is said to be decided apart from it. */
const before = /(?<![ა-ჰ])(?:იმჟამად|სხვათა\s+შორის|წინა\s+(?:წერილ|მოთხოვნ|განცხადებ)|მეორე\s+(?:განცხადებ|წერილ)|ცალკე\s+(?:გიპასუხ|აქტ|განიხილ)|უკვე\s+გადაწყდა|ნათქვამი\s+უარი|არ\s+იცვლება)|\b(?:on (?:the other|another) matter|by the way|in passing|separate matter|separately|earlier request|previous request|at that time|stands as it is|unrelated|separate decision|(?:well |long )?before (?:your|you) (?:letter|request|wrote|asked|e-?mail))\b|\b(?:was|were) (?:\w+ )?(?:rejected|refused|declined|denied|granted|postponed|deferred)\b[^.]{0,60}\b(?:on|in) (?:\d{1,2} )?(?:[ა-ჰ]+ 20\d\d|20\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december))/iu;
/** @returns whether it says itself that it is about something else, or was decided before */
export const isOtherMatter = (sentence: string): boolean => before.test(sentence) || isForElse(sentence) || (isElsewhere.test(sentence) && !papers.test(sentence));
/** @returns whether it speaks of something else than what was asked of the organisation here */
export const isBesides = (sentence: string): boolean => isAlways.test(sentence) || isOtherMatter(sentence);

/** It went to somebody else: neither yes nor no. */
const handedOn = spelt`
  (?:განცხად|წერილ|მოთხოვნ|მომართვ|მიმართვ)[^.]{0,220}(?:გადაეგზავნა|გადავუგზავნ|გადაიგზავნა|გადაგზავნილია|გადაეცა|გადამისამართ|გიგზავნით\s+განსახილველად)|კუთვნილებისამებრ|გადავამისამართ|სცდება[^.]{0,40}კომპეტენცი|კომპეტენცი[ა-ჰ]*\s+(?:სცდება|არ)
  |\b(?:forwarded|transferred|passed on|passed it on|referred|sent on|redirected) (?:\w+ ){0,6}to\b
`;
const isHandedOn = new RegExp(handedOn, "iu");
/** @returns whether the request was handed on */
export const goesElsewhere = (sentence: string): boolean => isHandedOn.test(sentence);

/** That something was asked of whoever writes: without such a word a text answers nobody. */
const asked = spelt`
  თქვენ(?:ი|ს|მა|მიერ)(?![ა-ჰa-z])\s+(?:[^\s]+\s+){0,8}(?:განცხად|მოთხოვნ|წერილ|მიმართვ|მომართვ|თხოვნ|შეკითხვ|შეტყობინებ|მეილ|იმეილ|ზარ)|ითხოვ|გვთხოვ|მთხოვ|მოითხოვ|განმცხადებ|განცხად|მოთხოვნ|გსურ|გინდ|გაინტერეს|დაინტერეს|მოგვმართ|მომმართ|მოგვწერ|მომწერ|მწერ|გვწერ|შუამდგომლობ|იკითხ|თანხმობ
  |\byour\b[^.]{0,60}\b(?:requests?|applications?|letter|e-?mail|message|form|enquiry|inquiry|query|wish|note|demand|question|ticket|call)\b|\byou\b[^.]{0,20}\b(?:asked?|want(?:ed)?|wrote|requested|wish|sent|put)\b|\bapplicant|\basks? (?:us|for|that|to)\b|\brequest\b|\bthe (?:\w+ )?you want\b
`;
const isAsked = new RegExp(asked, "iu");
const advert = /(?<![ა-ჰ])აქცია|ფასდაკლებ|ფასები\s+დაკლებ|გამოიწერ|სიახლეებ|ძვირფას[ა-ჰ]\s+მომხმარებ|გიწვევთ|მოგიწვევთ|\bnewsletter\b|\bunsubscribe\b|\bdiscount\b|\bspecial offer\b|\bdear customers?\b|\binvite you\b|\binvited to\b|\bdear (?:parents|residents|tenants|members|colleagues|students)\b|\bjoin us\b/iu;
/** Something of the person's own: it is spoken of to them alone. */
const yours = /თქვენ|გელოდებ|გადმოგ|გიგზავნ|მოგაწვდ|გამოგ|(?<![ა-ჰ])ბატონო|ქალბატონო|\bdear (?:mr|mrs|ms|dr)\b|შენ(?:ი|ს|ზე)(?![ა-ჰ])|\byou(?:rs?)?\b|მოთხოვნ|განცხად|\brequest/iu;
/** @returns whether a sentence speaks to the person of what is theirs */
export const isYours = (sentence: string): boolean => yours.test(sentence);

/** @returns whether the text says that something was asked */
export const answersSomething = (sentences: readonly string[]): boolean => sentences.some((one) => isAsked.test(one));

/** @returns whether the text is for everybody, and answers nothing that was asked */
export const isForAll = (sentences: readonly string[]): boolean => sentences.some((one) => advert.test(one)) && !answersSomething(sentences);

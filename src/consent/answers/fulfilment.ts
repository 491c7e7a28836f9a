// How a letter does what was asked: it came with it, it is done, or it will be by a day.
import { spelt } from "../policy/spelt.ts";
import { kaMatter, matter } from "./besides.ts";

const notBefore = String.raw`(?<!არ\s)(?<!ვერ\s)(?<!აღარ\s)(?<![ა-ჰ])`;
/** What organisations do to data, done. */
const done = spelt`
  (?:წავშალეთ|წავშალე|წაიშალა|წაშლილია|წაშლილ\s+იქნა|ამოვშალეთ|ამოვშალე|ამოიშალა|ამოშლილია|ამოვიღეთ|ამოვიღე|ამოღებულია|ამოღებულ\s+იქნა|გავანადგურეთ|განადგურდა|განადგურებულია|გავასწორეთ|გავასწორე|გასწორდა|გასწორებულია|შევასწორეთ|შესწორდა|შესწორებულია|ჩავასწორეთ|ჩასწორდა
    |შევცვალეთ|შევცვალე|შეიცვალა|შეცვლილია|განვაახლეთ|განახლდა|განახლებულია|დავბლოკეთ|დაიბლოკა|დაბლოკილია|შევწყვიტეთ|შეწყდა|შეწყვეტილია|შევაჩერეთ|შეჩერდა|შეჩერებულია|შევიტანეთ|შეტანილ\s+იქნა|დავხურეთ|დაიხურა|გავაუქმეთ|გაუქმდა|გაუქმებულია|გამოვრთეთ|გამოირთო|გამორთულია|ჩამოვხსენით|ჩამოიხსნა|ჩამოხსნილია|აღმოიფხვრა|აღმოვფხვერით|აღმოფხვრილია|გამოსწორდა|გამოვასწორეთ|მოვაშორეთ|მოვხსენით|მოიხსნა|მოხსნილია)
`;
const forms = String.raw`(?:(?<![ა-ჰ])ფორმ(?:ა|ის|ას)(?![ა-ჰa-z])|ნიმუშ|ბლანკ|ბროშურ|ბუკლეტ|ქვითარ|ინვოის|პოლიტიკ|თარიფ|ტარიფ|მოსაწვევ|შეთავაზებ|კატალოგ|ანგარიშფაქტურ|(?:გადაწყვეტილებ|ბრძანებ|წერილ|კანონ)[ა-ჰ]*\s+ასლ)`;
const sent = spelt`
  (?:გიგზავნით|გიგზავნი|გადმოგცემთ|გადმოგცემ|გაწვდით|გაწვდი|გადმოგეცათ|მოგეწოდათ|გამოგეგზავნათ|გამოგიგზავნეთ|გამოგიგზავნე|მოგაწოდეთ|გადმოგეცით|აგიტვირთეთ|ატვირთულია|აიტვირთა|გაიცა|გაცემულია(?!\s*\d)|ერთვის|ახლავს|დავურთეთ|დავურთე|დართულია|მოგყავთ|მიმაგრებულია|დავამაგრეთ|დავამაგრე|ჩავწერეთ|ჩაგიწერეთ|დავტოვეთ|დაგიტოვეთ|დაგიბეჭდეთ|გაგიმზადეთ|წარმოგიდგენთ|მოგახსენებთ\s+ჩამონათვალს)
`;
const things = String.raw`(?:ასლ|შედეგ|ხელშეკრულებ|უწყის|ანალიზ|დახასიათებ|გამოსახულებ|სტატისტიკ|სერტიფიკატ|ინფორმაცი|მონაცემ|დოკუმენტ|ამონაწერ|ამონაბეჭდ|მასალ|ნუსხ|(?<![ა-ჰ])სი(?:ა|ის|ები|ას)(?![ა-ჰa-z])|ჩამონათვალ|ბარათ|ჩანაწერ|ვიდეო|ფაილ|ცნობ|ისტორია|ფოტო|ოქმ|ჟურნალ|საქმ(?:ე|ის|ეს)(?![ა-ჰa-z])|ანკეტ|მიმოწერ)`;

const given = spelt`
  ${notBefore}${sent}[^.]{0,120}${things}|${things}[^.]{0,100}${notBefore}${sent}|${notBefore}(?:გიგზავნით|გადმოგცემთ|გაწვდით|გიგზავნი)\s*:|თან\s+(?:ერთვის|გიგზავნ|ახლავს)|(?:ლინკ|ბმულ)[^.]{0,40}(?:ატვირთ|ჩამოტვირთ|გადმოწერ)|ამ\s+(?:წერილს|მეილს|პასუხს)\s+(?:ახლავს|ერთვის)|${things}[^.]{0,60}(?:მზად\s+(?:არის|გახლავ|გაქვთ)|მზადაა|დაგხვდებათ|გელოდებათ|შეგიძლიათ\s+(?:ჩამოტვირთ|გადმოწერ|გაიტან|წაიღ|ჩაიბარ))
  |\b(?:we|i) (?:enclose|attach|am sending|are sending|send you)\b|\b(?:everything|all) (?:that )?you (?:asked|wanted|requested)[^.]{0,40}\b(?:attached|enclosed|in the (?:zip|file|folder|envelope))\b|\b(?:is|are) (?:hereby )?(?:sent|transmitted|handed|given|supplied) to you\b|\bherewith\b|\b(?:list|copy|answer|data|information)\b[^.]{0,90}\b(?:is|are) (?:on the next page|overleaf|set out below)\b|\b(?:they|it|these|both|all)(?: \w+)? (?:are|is) (?:attached|enclosed)\b|\bplease find\b[^.]{0,30}\b(?:attached|enclosed|below)\b|\b(?:attached|enclosed|below)\b[^.]{0,50}\b(?:cop(?:y|ies)|data|records?|documents?|extracts?|lists?|history|files?|recordings?|print-?outs?|folder|letters?|scans?|pages)\b|\b(?:cop(?:y|ies)|data|records?|documents?|extracts?|lists?|history|files?|recordings?|print-?outs?|folder|scans?|pages|contract|slips|results|images|transcript|report|statements?)\b[^.]{0,90}\b(?:(?:is|are) (?!not\b)(?:\w+ ){0,4}(?:attached|enclosed|below)|comes? with this|accompan(?:y|ies) this|on the (?:disc|disk|stick)|ready (?:for you|to|for)|(?:can|may) (?:now )?be (?:downloaded|collected|picked up|fetched)|waiting for you|goes? out to you|went out to you)\b|\b(?:enclosed|attached) (?:is|are)\b|\bhere (?:is|are) (?:the|your|everything|what|a)\b
`;
/** What is kept of a person, and put right or taken out. */
const kaDatum = "(?:ნომ(?:ერ|რ)|მისამართ|(?<![ა-ჰ])გვარ|(?<![ა-ჰ])სახელ|ტელეფონ|ელფოსტ)";
const changed = spelt`
  (?:თქვენ|${kaMatter}|${kaDatum})[^.]{0,160}${notBefore}${done}|${notBefore}${done}[^.]{0,100}(?:თქვენ|${kaMatter})
  |${notBefore}(?:დაკმაყოფილდა|დაკმაყოფილებულია|დაკმაყოფილდეს|დაკმაყოფილებულ\s+იქნა)|(?:მოთხოვნ|განცხად|თხოვნ)[^.]{0,60}${notBefore}(?:შესრულ(?:და|ებულია)|შევასრულეთ)|(?:ბაზ|(?<![ა-ჰ])სი|საიტ|რეესტრ)[ა-ჰ]*\s+აღარ\s+(?:არის|ფიგურირებს|ჩანს|ირიცხება)|აღარ(?:აფერი)?\s+(?:იგზავნება|გამოგეგზავნება|მიიღებთ|შეგაწუხებ|დაგირეკავ)
`;
const enDid = String.raw`(?:deleted|erased|removed|wiped|corrected|amended|updated|changed|rectified|blocked|stopped|cancelled|unsubscribed|destroyed|closed|withdrawn|put right|set right|fixed|taken (?:\w+ ){0,4}(?:off|down|out)|anonymi[sz]ed|switched off|put (?:\w+ ){1,3}right|ticked off|struck out|replaced)`;
const enChanged = spelt`
  \bcrossed (?:you|it|them) out\b|\byou(?:'ll| will) (?:get|receive) no (?:more|further|calls|e-?mails|texts|messages)\b|\b(?:are|is|you're|you are)\b[^.]{0,20}\boff (?:the|our) (?:page|lists?|site|website|books)\b|\b(?:entry|name|date of birth|address|surname|spelling|record|profile|register)\b[^.]{0,40}\bnow (?:reads?|shows?|says?|stands?|gives?)\b|\b(?:has|have|was|were|is|are)(?: now| already| hereby)? (?:been )?(?:fully |hereby |\w+ly )?(?:granted|satisfied|fulfilled|complied with)\b|\b(?:we|i)(?:'ve| have)?\s+(?:now |also |already |since |today |accordingly |\w+ly ){0,2}${enDid}\b|\b(?:team|department|colleagues?|administrator|technicians?|developers?|engineers?|clerk|branch)\b[^.]{0,30}\b${enDid}\b|\b(?:you|your|picture|pictures|photos?|data|details|entry|record|name|number|address|account|profile|file|e-?mail)\b[^.]{0,100}\b(?:has|have|is|are|was|were)(?: now| already| all)? (?:been )?(?:now |\w+ly )?(?:${enDid}|gone|off (?:our|the) (?:list|lists|books))\b
`;
const isGiven = new RegExp(given, "iu");
const isForm = new RegExp(`${forms}|\\bdocuments? (?:which |that )?you (?:sent|gave|provided)\\b|\\b(?:enclosed|attached)\\b[^.]{0,20}\\b(?:form|leaflet|you sent|brochure|invoice|receipt|price list|template|decision|order|offer|invitation|programme|law|policy)\\b`, "iu");
const isChanged = new RegExp(`${changed}|${enChanged}`, "iu");
/** Wishes and terms of use are changed, too. */
const notTheirs = /პოლიტიკ|სამუშაო\s+საათ|ტარიფ|მისამართი\s+შევიცვალ|\b(?:policy|opening hours|tariff|terms of use)\b/iu;

/** Put an end to, a request is not fulfilled. */
const isClosed = /(?:მოთხოვნ|განცხად|განხილვ)[^.]{0,60}(?:შეჩერ|შეწყდ|შეწყვეტ|დაიხურ|გაუქმდ)/iu;
const removal = /წავშალ|წაიშალ|წაშლილ|ამოვშალ|ამოშლილ|ამოვიღ|ამოღებულ|განადგურ|\b(?:deleted|erased|removed|wiped|taken|gone|destroyed|off)\b/iu;
/** @returns whether it was erased or taken out: what is kept then was not */
export const isRemoved = (words: string): boolean => removal.test(words) && isDone(words);
const kept = /(?:უნდა|ვალდებულ|გვავალდებულებს|გვევალება|მოგვიწევს)[^.]{0,60}(?:შევინახ|ვინახავდ|ინახებოდ|დარჩ|დავტოვ|შენახვ)|\b(?:has|have|must|need|obliged|required|bound)\b[^.]{0,20}\b(?:stay|remain|be kept|be retained|keep|retain|hold on to)\b/iu;
/** What alone is left is left over, and was not asked for. */
const remainder = /მხოლოდ|\bonly\b/iu;
/** @returns whether something of it has to be kept */
export const keeps = (words: string): boolean => kept.test(words) && !remainder.test(words);

/** @returns whether something of what was asked for came with it */
export const gives = (words: string): boolean => isGiven.test(words) && !isForm.test(words);
/** @returns whether it is done */
export const isDone = (words: string): boolean => isChanged.test(words) && !notTheirs.test(words) && !isClosed.test(words);

/** The answer itself says what is kept. */
const told = /მონაცემ[ა-ჰ]*\s+(?:[^.]{0,40}\s)?გადაეცა\s+(?:მხოლოდ|შემდეგ)|\bno longer (?:process|use|hold|keep|send)\b|გადავეცით[^.]{0,40}(?:მხოლოდ|შემდეგ)|(?:სხვას|სხვებს)\s+არავის|\bwe hold (?:only )?(?:your (?!data|request|information|details)|the following)|\b(?:the following|these) (?:compan|organi[sz]ation|bod|bank|recipient)[^.]{0,60}\breceived\b|\b(?:was|were|has been|have been) (?:given|passed|disclosed) (?:only )?to (?:the following|these|two|three|four)\b|თქვენ(?:ს)?\s+შესახებ\s+(?:[ა-ჰ]+\s+){0,3}(?:ინახება|შენახულია|დაცულია|მუშავდება|ვინახავთ|ვამუშავებთ)|\bwe (?:hold|keep|store)\b[^.]{0,40}\b(?:about|on) you\b/iu;
/** @returns whether it tells, itself, what was asked */
export const tells = (words: string): boolean => told.test(words);

/** A day or a term: what comes without one is an answer, and no promise. */
const timed = spelt`
  ვადაში|განმავლობაში|(?:[ა-ჰ]|\d)-?მდე(?![ა-ჰa-z])|არა\s?უგვიანეს|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d\s+(?:იანვ|თებერვ|მარტ|აპრ|მაის|ივნ|ივლ|აგვ|სექტ|ოქტ|ნოემბ|დეკ)|(?:ორშაბათ|სამშაბათ|ოთხშაბათ|ხუთშაბათ|პარასკევ)|დღეში(?![ა-ჰa-z])|კვირაში|კვირას|ხვალ|თვის\s+ბოლო
  |\b(?:by|within|on|before|until|no later than|not later than|from|in|next|this coming)\s+(?:the )?(?:(?:end of )?\d|(?:mon|tues|wednes|thurs|fri|satur)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:one|two|three|four|five|six|seven|ten|a|the end|next) ?(?:\w+ )?(?:days?|weeks?|month)|week|month|tomorrow)
`;
const will = spelt`
  (?:წაშლა|გასწორება|შესწორება|გადმოცემა|ამოღება|გაცემა|დაბლოკვა|შეწყვეტა)\s+(?:მოხდება|განხორციელდება|დასრულდება)|${notBefore}(?:გადმოგეცემ|მოგეწოდებ|გამოგეგზავნებ|მოგაწვდით|მოგაწვდი|გადმოგცემთ|გამოგიგზავნით|გამოგიგზავნი|მოგცემთ|მოგცემ|ჩაგაბარებთ|დაგიმზადებთ|დაგიმზადებ|გაგიმზადებთ|აგიტვირთავთ|დაგხვდებათ|დაგახვედრებთ|მიიღებთ|წავშლით|წაიშლება|ამოვიღებთ|ამოვშლით|ამოგშლით|გისწორებთ|ამოიღებს|წაშლის|გაასწორებს|გადაიტანს|გააქრობს|გამოჩნდება|გამოგიგზავნის|მოგაწვდის|ჩაგაბარებს|დაგიბეჭდავთ|გადაგიღებთ|წაგიშლით|ამოიშლება|გაგისწორებთ|შეგიცვლით|გავანადგურებთ|განადგურდება|გავასწორებთ|გასწორდება|შევასწორებთ|შესწორდება|შევცვლით|შეიცვლება|განვაახლებთ|განახლდება|დავბლოკავთ|დაიბლოკება|შევწყვეტთ|შეწყდება|შევიტანთ|აისახება|დავხურავთ|გაუქმდება|მოიხსნება|ჩამოვხსნით|ჩამოიხსნება|აღმოვფხვრით|გავუგზავნით|მზად\s+იქნება)
`;
const wholly = String.raw`${notBefore}(?:დაკმაყოფილდება|დააკმაყოფილებს|დავაკმაყოფილებთ|შევასრულებთ|შესრულდება|დაკმაყოფილებული\s+იქნება|იქნება\s+დაკმაყოფილებული)`;
const enWill = String.raw`\b(?:will|shall|'ll)\s+(?:\w+\s+){0,2}(?:be\s+)?(?:\w+\s+){0,2}(?:sen[dt]|provided?|given?|reach you|handed|hand|deleted?|erased?|removed?|corrected?|amended|updated?|changed?|entered|enter|put right|blocked?|stop|stopped|posted|ready|in your (?:hands|inbox)|uploaded|taken (?:down|off)|take|closed?|made|prepared?|going to be (?:\w+ ){0,2}made|have (?:it|them|the|your|both|all|everything)|receive|get|fixed|scan|mail|email|post|forward)\b`;
const promised = new RegExp(`${wholly}|\\b(?:is|are) going to be (?:\\w+ed|made|sent|put right)\\b|\\byou can expect\\b|\\b(?:record|entry|register|file) (?:will|shall) (?:show|read|say)\\b|\\byou (?:can|may) (?:pick|collect|fetch|have)\\b|${will}|\\b(?:will|shall) be (?:granted|satisfied|fulfilled|complied with)\\b|\\bwe (?:will|shall) (?:grant|satisfy|fulfil|comply with)\\b|${enWill}`, "iu");
const datum = new RegExp(`${kaDatum}|შესწორება|\\bcorrection\\b`, "iu");
const isTimed = new RegExp(timed, "iu");
const isWholly = new RegExp(`${wholly}|\\b(?:will|shall) be (?:granted|satisfied|fulfilled|complied with)\\b|\\bwe (?:will|shall) (?:grant|satisfy|fulfil|comply with)\\b`, "iu");
/** An answer that will come is no promise of what was asked. */
const answerOnly = /(?<![ა-ჰ])პასუხს(?![ა-ჰa-z])|წერილობით\s+გიპასუხ|\b(?:reply|answer|response|decision|get back to you|hear from us|be in touch)\b/iu;
/** Where it is in force as such: nothing that was asked for. */
const notPromised = /\b(?:office|desk|shop|reading room|clinic|museum|course|offer|price) (?:will|shall)\b/iu;

/** @returns whether it will be done, by a day or in a term */
export const promises = (words: string, before: string): boolean =>
  promised.test(words) && !answerOnly.test(words) && !notPromised.test(words) && (isWholly.test(words) || (isTimed.test(words) && (matter.test(words) || datum.test(words) || matter.test(before))));

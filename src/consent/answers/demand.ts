// What a letter asks of the person first: something of theirs that is wanting, or a sum for what they asked for.
import { spelt } from "../policy/spelt.ts";

const money = String.raw`(?:\d[\d\s.,]{0,20}(?:\([^)]{1,40}\)\s*)?(?:₾|ლარ|თეთრ|GEL\b|lari\b)|(?:GEL|₾)\s?\d)`;
/** Said of the copy, the data or the request, here or in the sentence before. */
const fee = spelt`
  (?:საფასურ|მოსაკრებ|საკომისიო|გადაიხად|გადახდ|გადასახდ|ჩარიცხ|გადმორიცხ|შეიტანოთ|ფასიან|ღირებულებ|(?<![ა-ჰ])ღირს(?![ა-ჰa-z])|დაჯდება|დაგიჯდებ)[^.]{0,120}${money}|${money}[^.]{0,120}(?:საფასურ|მოსაკრებ|საკომისიო|გადაიხად|გადახდ|ჩარიცხ|გადმორიცხ|შეიტანოთ|(?<![ა-ჰ])ღირს(?![ა-ჰa-z])|დაჯდება|დაგიჯდებ)|(?:საფასურ|მოსაკრებ)[^.]{0,60}\d
  |\b(?:fees?|charges?|pay|payable|payment|transfer|costs?|cost of|amount|comes to)\b[^.]{0,60}${money}|${money}[^.]{0,40}\b(?:fees?|charge|payable|paid|due|to be paid)\b|\b(?:fees?|pay)\b[^.]{0,40}\d
`;
const isFee = new RegExp(fee, "iu");
const feeNamed = /საფასურ|მოსაკრებ|\bfees?\b/iu;
const feeFor = new RegExp(String.raw`ასლ|ინფორმაცი|მასალ|დოკუმენტ|ამონაწერ|ჩანაწერ|მოთხოვნ|მონაცემ|გაცემ|მომზადებ|ფორმა|გვერდ|ფურცელ|სკანირ|ჩაწერ|ბეჭდ|დისკ|\b(?:copy|copies|copying|data|request|documents?|information|extract|pages?|sheets?|scan(?:s|ning)?|postage)\b`, "iu");
/** A debt, a fine or a bill is asked for on its own account, what is free costs nothing, and what was paid once is paid. */
const noFee = /\b(?:annual|monthly|yearly|membership) fee\b|წლიური|ყოველთვიური|დავალიანებ|სესხ|ჯარიმ|უფასო|საფასური?ს?\s+(?:არ|გარეშე)|არ\s+(?:გეკისრება|არის\s+საჭირო|იხდით)|საჭირო\s+არ\s+არის|დაგიბრუნდ|დაუბრუნდ|გადახდილი\s+გაქვთ|დაფარული|გადახდილი\s+(?:სახელმწიფო|არ)|სააბონენტო|ელექტროენერგი|\bdebt\b|\bloan\b|\bfine\b|\bfree of charge\b|\bno (?:fee|charge)\b|\bwithout (?:any )?(?:fee|charge)\b|\bnot charge|\brefund|\bsubscription\b|\bcourse\b|\bticket\b|\bbill\b|\balready (?:been )?paid\b|\byou paid\b|\bwill be returned\b|\b(?:plan|tuition|trip)\b|\ba month\b/iu;

const isFree = /უფასო|(?:საფასურ|მოსაკრებ)[ა-ჰ]*\s+არ\s+(?:გეკისრ|არის|იხდ|დაწესებ)|საფასურის\s+გარეშე|\bfree of charge\b|\bno (?:fee|charge)\b|\bwithout (?:any )?(?:fee|charge)\b|\bno charge is made\b/iu;
/** @returns whether the letter says that it costs nothing: other sums in it are other sums */
export const isForNothing = (words: string): boolean => isFree.test(words);

/** @returns whether a sum in it is a debt's, a bill's, or nobody's */
export const isNoFee = (words: string): boolean => noFee.test(words);
/** @returns whether a sum is asked for what was requested */
export const asksSum = (words: string, before: string): boolean => isFee.test(words) && !noFee.test(words) && (feeNamed.test(words) || feeFor.test(words) || feeFor.test(before));

const supplies = spelt`
  (?:წარმოადგინ|წარმოგვიდგინ|წარმოდგენა|დააზუსტ|დაგვიზუსტ|დამიზუსტ|დაზუსტება|მიუთით|მიგვითით|მოგვაწოდ|მომაწოდ|გამოგვიგზავნ|გამომიგზავნ|დაადასტურ|დაგვიდასტურ|დადასტურება|დამატებით|შეავს(?:ოთ|ებ)|მოგვწერ|მომწერ|შეგვატყობინ|გვაცნობ|დაგვიკონკრეტ|დააკონკრეტ|დაკონკრეტება|მოგვცეთ|ატვირთ|ჩამოთვალ)
`;
const asked = spelt`
  (?:გთხოვთ|გთხოვ|საჭიროა|აუცილებელია|უნდა|თხოვნაა)[^.]{0,140}${supplies}|${supplies}[^.]{0,80}(?:გთხოვთ|აუცილებელია|საჭიროა)|(?:მოსაძებნად|მოვძებნ|მოსაძიებლად|განსახილველად|დასამუშავებლად|გასაცემად|მოსამზადებლად)[^.]{0,60}(?:გვჭირდება|გვესაჭიროება|დაგვჭირდება|საჭიროა)|(?:გვჭირდება|დაგვჭირდება|გვესაჭიროება)\s+(?:თქვენი|მისი|შემდეგი|რამდენიმე|ერთი)
  |(?:დავრწმუნდ|დავადგინ|დავადასტურ|იდენტიფიცირ|გადავამოწმ)[ა-ჰ]*[^.]{0,60}(?:ვინაობ|თქვენ\s+ხართ|პირადობ)|ხარვეზ|^(?:[^,]{0,40},\s*)?(?:მოგვწერეთ|მომწერეთ|დაგვიზუსტეთ|დააზუსტეთ|მოგვაწოდეთ|გამოგვიგზავნეთ|წარმოგვიდგინეთ|მიუთითეთ|მოგვწერე|დამიზუსტეთ)(?![ა-ჰ])|(?:ვიდრე|სანამ)\s+(?:არ\s+)?(?:[ა-ჰ]+\s+)?${supplies}|ხელმოწერა\s+აკლია|აკლია\s+(?:ხელმოწერა|მინდობილობა)|(?:განცხად|მოთხოვნ|წერილ)[ა-ჰ]*[^.]{0,40}არ\s+(?:ახლავს|ერთვის|არის\s+(?:დართულ|მითითებულ|ხელმოწერილ)|ჩანს|იკითხება)|იქნებ[^.]{0,20}${supplies}|რომელ[ა-ჰ]*\s[^.?]{2,80}\?$|ვინაობ[ა-ჰ]*\s+(?:[ა-ჰ]+\s+){0,3}(?:დადასტურ|დადგენ|გადამოწმ|დავადგინ|დავადასტურ|ვერ)
  |\b(?:please|kindly|could you|would you|we ask you to|can you|we (?:must|have to) ask you to|we would ask you to|you (?:will )?need to)\b[^.]{0,40}\b(?:provide|send|specify|clarify|submit|confirm|indicate|let us (?:know|have)|tell (?:us|me)|reply with|fill|bring|show|write|upload|say)\b|\bwe (?:\w+ )?(?:need|require)\b[^.]{0,60}\b(?:to (?:identify|verify|confirm|know|be sure)|from you|your|a copy of)\b|\bneed to (?:identify you|verify your identity|confirm your identity|be sure|know)\b|^[^.?]{0,40}\b(?:which|what)\b[^.?]{2,120}\?$|\b(?:request|application|letter|form)\b[^.]{0,20}\b(?:lacks?|is missing|is incomplete|does not (?:say|state|show|bear))\b|\b(?:come|call|drop) (?:by|in|to)\b[^.]{0,40}\b(?:ID|passport|identity)\b|\bsign the (?:request|form)\b|\bwe (?:must|have to|need to) (?:first )?(?:see|have)\b[^.]{0,30}\b(?:document|proof|ID|passport|paper)|\bbefore we can\b[^.]{0,60}\b(?:need|must|have to|ask)\b
`;
const isAsked = new RegExp(asked, "iu");
/** What is said to whoever fetches it, calls, pays, or has another concern. */
const noQuestion = /გამოცხად|თან იქონიოთ|მისაღებად|გასატანად|ანგარიშ(?:ზე|სწორ|ფაქტურ|ის\s+ნომ)|შეგახსენებ|დეკლარაცი|ჩარიცხ|ქვითარ|მიღებას\s+დაადასტურ|ნუ\s+უპასუხ|კითხვ[ა-ჰ]*\s+(?:თუ|შემთხვევ)|შედეგი\s|\bcollect\b|\bcontact us\b|\bquestions?\b|\bremind you\b|\btax\b|\breceipt\b|შემდგომ|მიმოწერ|დასწრებ|დაესწრ|გამოკითხვ|შეაფას|\bquote\b|\battend|\bRSVP\b|\bfuture correspondence\b|\bsurvey\b|\bfeedback\b|\bpay\b|\bsettle\b|\bdo not (?:hesitate|reply)\b|\bplease note\b|\blari\b|\bGEL\b|\bin person\b/iu;

/** What is wanting of a request: who it is, for whom, what exactly, of which time. */
const wanting = /პირადობ|მოწმობ|ვინაობ|მინდობილობ|რწმუნებულ|დოკუმენტ|ცნობ|თარიღ|პერიოდ|წლ(?:ის|ებ)|ნომერ|მისამართ|ზუსტ|კონკრეტ|რომელ|(?<![ა-ჰ])რა(?![ა-ჰa-z])|ხელმოწერ|თანხმობ|ასლ|განცხად|თქვენ\s+ხართ|(?<![ა-ჰ])ფორმა|\b(?:identity|identify|ID|passport|power of attorney|proof|which|what|period|dates?|years?|number|signed|signature|copy|clarif\w+|specif\w+|address|form|consent|really you|from the e-?mail|code|birth)\b/iu;

/** @param after the next sentences, where a list of it may stand @returns whether something is asked of the person before anything is done */
export const asksMore = (words: string, after: string): boolean => isAsked.test(words) && !noQuestion.test(words) && wanting.test(`${words} ${after}`);

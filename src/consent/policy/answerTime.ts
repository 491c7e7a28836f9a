// How soon an organisation says that it answers: first a sign that it has the request, then the answer, then what it may add.
import { durationsIn, type FoundDuration, inDays } from "./durations.ts";
import { dataNoun } from "./frames.ts";
import { topics } from "./topics.ts";
import { isKept } from "./retentionFrames.ts";
import type { Unit } from "./units.ts";
import { spelt } from "./spelt.ts";
import { words } from "./words.ts";

/** Of a request, an application, an answer to one; or that the person will hear from them. */
export const aboutRequests = words(spelt`
  // English
  \byour copy\b|\bwe may take (?:another|a further)\b|\brequests?\b
  |(?<!\b(?:your|the|these|those|numbered|their) )\banswers\b|\banswer(?:ed)?\b|\brepl(?:y|ies)\b|\brespon[ds]\w*\b
  |\bact on it\b|\btime may be extended|\b(?:get|come) back to you\b|\ba human answers\b
  |\bhear(?:ing)? (?:from (?:us|you)|back)\b|\bbe in touch\b|\bturnaround\b|\bwrite back\b|\bto comply\b|\bsay hi\b
  |\backnowledg
  // Georgian
  |მიიღებთ პასუხ|(?:ვუ|უ|გ|ვ)?პასუხ(?:ობ|ებ)\p{L}*|გეცნობ\p{L}*|მოთხოვნ\p{L}*|გამოხმობ\p{L}*|რეაგირ
  |(?:მოგ|შეგ)(?:აწვდ|ეწოდ|ატყობ)\p{L}*
  |(?:განცხად|მომართვ|მიმართვ|წერილ)\p{L}*(?=.*(?:პასუხ|განიხილ|განვიხილ|განხილ|შევასრულ|სრულდ))
  |პასუხ\p{L}* (?:\p{L}+ )?(?:მიიღებ|გაიცემ|გაგცემ|გექნებ|გაცემ|ვადა)
  |(?:[გმ]იპასუხ|გპასუხობ|გამოგეხმაურ|მოგწერთ|დაგიბრუნდ|გაგცემთ|მოგცემთ პასუხ)
  |ავ?ვ?იხსნ|თხოვნ\p{L}*
`);
/** Something is done for the one who asked. */
const doing = words(spelt`
  // English
  \b(?:sees? to|seen to|stretch|allow us|dealt with|run to|allow us|are met|is met|comes? down|in the post|answer|repl(?:y|ies)|respond|comply|complied|act(?:s|ed)? on|send|sent|give|gives|given|provide
    |show|get|have (?:it|the|your|them|a)|receive|do (?:it|that|this|so|what)|done|ready|sorted|carr(?:y|ied) out|complet|fulfil|delet|eras|wip(?:e|ed)
    |remov|correct|put (?:it |them )?right|be gone|gone (?:within|in)|(?:you|it|they)['’]re gone|(?:you|it|they) are gone|follows?
    |takes? (?:no more|no longer|at most|about|around|under|less)|free of charge|(?:they|it)['’]re down|off (?:it|the list|our list)|strike|struck
    |takes? (?:us|effect)|take (?:us|up to)|let you know|tell (?:you|him|her)|say|write|acknowledg|acks?|confirm|grant|suppl|deal|hear|back to you|need
    |may take|extend|prolong|longer|all told|altogether|handle|settle|decid|notif|inform|turnaround|determin|lengthen|emptied|dispos|be in touch
    |copies take|we do it in)
  |\b(?:enlarge|finished|prepare[sd]?|ready for|turned round|have the outcome|outcome|seen to|post(?:ed)? (?:it|them|you))\b
  |\b(?:is|are|will be) (?:confirmed|fulfilled|answered|met|granted|carried out)\b
  |\bhow fast\b|\bdecided upon\b|\bwithin (?:one|two|three) months?\b|\bis done\b|\bget a note\b
  // Georgian
  |მოვაგვარ|გავაკეთებ|ვცემთ პასუხ|გაგცემ|გწერ|გამიგრძელ|გაგვიგრძელ|ვასრულებ|პასუხ|გავაკეთებ|აკეთებ|ასრულ|სრულდ|დავაკმაყოფ|აკმაყოფ|მოგცემ|მოგაწვდ|მოგეწოდ|გადმოგც|გამოგიგზავ|გაგიგზავ|გაჩვენ|ვაჩვენ
  |წავშლ|წაიშლ|იშლება|წავუშლ|შევწყვ|შეწყდ|გავასწორ|სწორდ|გასწორ|შევცვლ|ჩამოვხსნ|მოვხსნ|ჩამოხსნ|მზად|ეცნობ|აცნობ|გეტყვ
  |დაგიდასტურ|ადასტურ|დასტურდ|მოგწერ|ეხმაურ|რეაგირ|განიხილ|განვიხილ|გრძელდ|აგრძელ|ჭირდ|გადავაცილ|მიიღებ|მივიღებ|აწვდი
  |გადასცემ|წაგიშლ|განახებ|მიაწვდ|გექნ|გაიცემ|გავცემ|გადაწყვ|წყვეტ|ახორციელ|გაძლევ|მოვრჩებ|მიჰყავ|გადაეცემა|ემატებ|გადადებ
  |დაამატ|ვამთავრ|ვპასუხ|გიდასტურ|გიგზავნ|ამოგიღ|ვწყვეტ|შეჩერდ|შევაჩერ|ვაჩერ|დაბლოკ|ამოგშლ|ამოვიღ|მოგიმზად|მოამზად
  |გამოგიგზავნ|შეასრულ|უპასუხ|გაეცემ|მზად იქნებ|გამოხმაურებ|დავადასტურ|სრულდება|მოვიხსნ
  |აღარ (?:შეგაწუხ|იქნება|მიიღებ|მოგწერ)|არსად (?:იქნებ|ეწერებ)|მოვანდომ|გასცემს|კეთდება
`);
/** A request: in the sentence, just beside it, or what the heading is about. */
const asking = words(spelt`
  // English
  \bshout\b|\bjust say\b|\byou (?:may|can) ask\b|  \brequests?\b|\bask(?:s|ed|ing)?\b|\brequire\b|\binspect|\bcan i\b|\ballow us\b|\btak(?:e|en) back\b|\bdemand|\bcomplain
  |\bapplicat|\bobject(?:ion|ions|s)?\b|\btell us\b|\bsay (?:so|the word)\b|\bwrite to\b|\bunsubscrib|\bcop(?:y|ies)\b
  |\byour (?:file|data|letter|rights)\b|\bwhat you can\b|\bwhat may i\b|\bdelete\b|\bstop\b|\bcorrect|\bmistake|\bwithdraw
  |\breceipt of\b|\byour tap\b|\bpress(?:ed|ing)? (?:it|the button)\b|\bfrom the day you (?:asked|wrote)\b|\byour wish\b
  |\bto such (?:letters|requests)\b|\bthe application is to be made\b|\bhow fast\b|\bhow (?:quickly|soon)\b
  |\banything you ask\b
  // Georgian
  |თუ გინდათ|თუ გსურთ|უპასუხეთ|მომართ|დამირეკ|დაგვირეკ|დარეკეთ|მისწერ|წამშალეთ|წაგვშალეთ|გასასწორებ|მიწერეთ|მითხარ|მოთხოვნ|ითხოვ|გვთხოვ|თხოვნ|განცხად|საჩივ|მომართვ|მიმართვ|ასლ|კადრ|იკითხ|გვკითხ|წერილ|გადაიფიქრ|უფლებ|მოგვწერ|მომწერ
  |გვითხ|წავშლ|წაიშლ|გაჩვენ|წაშლა(?:ს|ზე)?(?!\p{L})|წაშლის (?:მოთხოვნ|თხოვნ|შესახებ)|გასწორებ|შესწორებ|დაზუსტებ|განახლებ
  |გამოხმობ|დაბლოკვ|შეგიძლია|განმცხად|უარი|შეცდომ|შეკითხვა (?:იგზავნ|მოგვ)|გამოხმაურებ|უკან წაიღ|წაშალეთ|NO ნომერზე
  |გაღიზიანებ|რასაც [^.;]{0,40}ითხოვ
`);
/** What else has days and weeks in it. */
const notRequests = words(spelt`
  // English
  \binterviews?\b|\breply to (?:your|an|the) (?:job )?application|\bdeliver|\bship|\bdispatch|\bwarranty
  |(?<!by )\breturns?\b|\brefund|\bkept\b|\btrial\b|(?<!your )\bnotice\b
  |\byou (?:may|can|could|might|must) (?:appeal|complain|object)\b[^.,;]{0,60}\b(?:within|in)\b
  |\bbreach|\bincident|\bchang(?:e|es) (?:to|in|of)|\bappointment|\bcheck-up|\bbills?\b|\bcancel|\bbook(?:ing|ed)
  |\bpower\b|\bopen(?:ing)?\b|\bclosed\b|\bexpir|\breserv|\bloan|\bstatement\b|\brepairs?\b|\btechnical question
  |\bcharge\b|\bfare\b|\bladles?\b|\binvoice|\bclaims?\b|\bfetched\b|\bcollected within|\bprize|\bdraw\b
  |\bpay(?:ment|able)?\b|\brent\b|\bdeposit|\bguarantee|\barrive\b|\bappeal to us\b|\bmail order|\bnotify the\b
  |\breadings?\b|\bgive us \d|\bfree\b|weeks['’]|\b(?:inform|notify|tell) us (?:in|within|at least|\d)
  |\bclaims? (?:regarding|must|should|are accepted)|\bbanking days\b|\bmembership applications?\b
  |\bapplications? for (?:membership|a place|a permit|a loan)
  // Georgian
  |გაასაჩივრ\p{L}* [^.,;]*(?:ვადა|თვ|დღ)|შენახვ|ინახება|ვინახავ|მიწოდ|გარანტი|თანხის დაბრუნ|დაბრუნ\p{L}* შეგ|ნებართვ
  |ანალიზ|ბიოფსი|უფასო(?![ დ])|საცდელ|აღმიდგენ|გათიშულ|ჯავშ|ნივთ|ქვითარ|ქვითრ|თანხ|გადაიხად|ჯარიმ|სტიპენდ
  |დახმარების დანიშვნ|მრიცხველ|ავარი|დაზიანებ|(?<!მ)სესხ|საწყობ|ბარათ\p{L}* დამზად|მგზავრობ|გამოცდ|თამაშ|მოგებ|ტირაჟ|ზარალ
  |ანაზღაურებ|დაევალ|აცნობონ|მისამართის შეცვლ|გვაცნობოთ|პასუხი, როგორც წესი|ლაბორატორი|წევრობის განაცხად
`);
const ofData = words(dataNoun);
/** Longer than any answer takes, in days. */
const longest = 120;
const receives = words(spelt`
  // English
  \b(?:say|tell|telling|saying|note|line|word|message)\b[^.;]{0,30}\b(?:has|have|[’']s|[’']ve) (?:got|received|had) (?:your|the|it)\b|\bgot your (?:note|letter|message|mail)\b
  |\b(?:say|tell (?:you|him|her|them)|let (?:you|him|her|them) know)\b[^.;]{0,40}\b(?:whether|if|that) (?:she|he|it|we|they)(?:[’']s| has| have
    | can| is| are)?\b
  |\bhear why\b|\bwhy (?:we|it) (?:cannot|can['’]t|refuse)|\brefus(?:e|al|ed)\b|\bexamin|\backnowledg|\backs\b|\bsay hi\b
  |\bconfirm|\bfirst\b|\binitial(?:ly| (?:reply|answer|response|reaction))\b|\bcheck that\b|\breached us\b|\bwho is (?:looking|dealing)|\bhear something\b
  |\blet you know (?:that|what|whether|if)\b|\btell (?:you|him|her|them) (?:what|whether|if|who)\b|\bwe say\b
  |\bto say (?:that|who|what|whether)\b|\bsaying (?:what|whether|who|that)\b|\bwhat we have decided\b
  |\b(?:our|the) decision\b|\blearn\b.*\bdecided\b|\bin touch\b|\b(?:arrival|receipt) of your\b|\bthat we have received\b
  |\bhear from (?:me|us) (?:\p{L}+ ){0,4}that\b|\bis confirmed\b
  |\bthat your (?:request|letter|question|application) has (?:arrived|come|been received|reached)\b
  |\bhas (?:arrived|come in|reached us)\b|\bthat we have (?:your|the) (?:letter|request|note|mail)\b
  |\b(?:note|receipt|word) that\b|\bwhether (?:we|it) can\b
  // Georgian
  |დაუდასტურ|რომ (?:\p{L}+ )?(?:მიიღო|მიიღეს|მიღებულია)(?!\p{L})|მიიღება თუ არა|(?:ზარის|წერილის|განცხადების|მოთხოვნის) მიღებას|ჩაბარებას (?:\p{L}+ )?ადასტურ|მიღებას (?:\p{L}+ ){0,3}(?:გიდასტურ|ადასტურ|ვადასტურ)|(?:გეტყვით|შეგატყობინებთ|გაცნობებთ|მოგწერთ|გეტყვი|გაცნობებს),? (?:თუ )?(?:რა|ვინ|რატომ|შევძლ|როდის)(?!\p{L}{3})
  |დაუკმაყოფილებ|დაკმაყოფილდა თუ|დააკმაყოფილა თუ|უარყოფ|მიღების შესახებ|შესწავლ|განიხილ(?!ება 3)|განვიხილ|განხილ
  |დაგიდასტურ|დადასტურ|დასტურდ|ადასტურ|გამოგეხმაურ|გამეხმაურ|მივიღეთ|მიღებას|მიღებ(?:ა|ას) (?:\p{L}+ ){0,3}(?:გ?ეცნობ|აცნობ|დასტურ|ადასტურ|უდასტურ)|რეგისტრაცი|პირველად
  |წინასწარ|გადაწყვეტილებ\p{L}* (?:\p{L}+ ){0,4}(?:გა|ე)ცნობ|გეტყვით, (?:ვინ|რა|შევძლ|თუ|როდის)|დავინახ|უარის თუ
  |უარი (?:ეთქვა|ითქვა|ეთქმ)|უარის შესახებ|თანხმობის ან უარის|მიიღო თუ არა|რას აპირებ
  |გ?ეცნობებ?ა\p{L}* (?:გადაწყვეტილებ|მიღებ)|მიღებული გადაწყვეტილებ|გამოხმაურებ|საჩივრის მიღება|მიღება დასტურდ
  |რომ (?:იგი|ის|თხოვნა|განცხადება|მოთხოვნა) (?:\p{L}+ ){0,2}(?:მიღებ|მივიღ)
  |(?:გ?ეტყვის?|გ?ეტყვით|გ?აცნობებ\p{L}*|გეცნობებ\p{L}*|შე?ა?გ?ატყობინებ\p{L}*|მოგ?წერ\p{L}*),? [^.;]{0,40}თუ არა(?!\p{L})
  |წარმოებაშია|დადასტურება (?:მოგივ|მიიღ|გამოგ)
  |(?:წერილი|თხოვნა|განცხადება|მოთხოვნა) (?:ჩვენთანაა|მოგვივიდა|მივიღეთ|მოვიდა)
  |(?:შევძლებთ|შეგვიძლია|შესაძლებელია) თუ არა
`);
/** "Another" only of time: "another person" may ask, too. "No longer than" prolongs nothing. */
const prolongs = new RegExp(spelt`
  გადაიდ|იზრდება|\bone more (?:week|month|fortnight)\b|გაიზ(?:არ|რ)დ|\benlarge
  |\banother (?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|sixty|ninety)\b
    |(?:(?:working|business|calendar) )?(?:day|week|fortnight|month))
  |განსაკუთრებულ\p{L}* შემთხვევ|გამონაკლის|საერთო ვადა|გაგრძელ|გავაგრძელ|გადადებ|გადავადებ|ჯამურ|დამატებით|კიდევ|\bextend
  |\bin (?:total|all)\b|\bdefer|\bfurther\b|\badditional|\bextra\b|\ball told\b|\baltogether\b|\bmonths? more\b
  |\bmay (?:take|need)(?: us)? (?:up to )?|\bcan take us\b|სულ (?:არაუმეტეს |მაქსიმუმ )?(?:\S+ )?(?:სამუშაო |კალენდარულ\p{L}* )?(?:დღ|თვ|კვირ)|გრძელდ|გახანგრძლ|დაამატ|ემატება|\blengthen
  |განსაკუთრებულ\p{L}* (?:გარემოებ|სირთულ)|(?<!\b(?:no|not) )\b(?:more|longer)\b|\bprolong
`, "iu");
/** Tells of an extension only where a shorter time stands beside it: hard requests may be answered as soon as all others. */
const hardOnes = /\bcomplicated\b|\bcomplex|\bdifficult cases?\b|რთულ/iu;

/**
 * @param alone whether there is no text around it that could say whose request it is
 * @returns `stage:count:unit`, in the order of the sentence
 */
export function deadlinesIn({ text, before, heading, nearest, paragraph }: Unit, alone = false): readonly string[] {
  // First, since most sentences have none, and the words of requests are many.
  const all = durationsIn(text);
  if (all.length === 0) return [];
  const whole = `${before} ${text}`;
  const told = `${nearest} ${whole}`;
  if (notRequests.test(text) || topics.retention.heading.test(heading) && !aboutRequests.test(heading) && !asking.test(text)) return [];
  const near = `${heading} ${paragraph}`;
  // "Your account is deleted after a year": nobody asked.
  const asked = aboutRequests.test(told) || asking.test(told.replace(ofWhom, " ")) || ((asking.test(near) || aboutRequests.test(near)) && (!isKept.test(text.replace(erased, " ")) || more.test(text)));
  if (!doing.test(told) || !asked) return [];
  if (fromEvent.test(text)) return [];
  if (often.test(text) || (bySelf.test(text) && !outrightAsked.test(text))) return [];
  if (later.test(text) && !outrightAsked.test(text.replace(unlessAsked, " "))) return [];
  if (!(alone || ofData.test(told) || ofData.test(near) || aboutRequests.test(heading) || /\brequests?\b|მოთხოვნ|\b(?:we|i) (?:reply|answer|respond)\b|\byou(?:['’]ll| will) (?:have|get|receive) (?:a |an |our |the |my )?(?:\p{L}+ )?(?:answer|reply|response)\b|ვპასუხობთ|გპასუხობთ|პასუხობს|წერილის მიღებ|მიღებას [^.;]*დასტურ/iu.test(`${text} ${paragraph}`) || topics.rights.heading.test(heading) || topics.rights.strong.test(paragraph) || fast.test(heading))) return [];
  const staged = all.flatMap((one, i) => {
    const days = inDays(one);
    if (!days || days.count > longest) return [];
    // What a number belongs to stands between the last mark before it and the last before the next.
    const from = i === 0 ? 0 : markBefore(text, one.index);
    const next = all[i + 1];
    const part = text.slice(from, next ? markBefore(text, next.index) : text.length);
    const shorter = durationsIn(paragraph).some((other) => roughDays(other) < roughDays(one));
    return [{ stage: stageOf(part, text, doing.test(text) ? text : whole, all.length, shorter), part, days, length: roughDays(one) }];
  });
  const answers = staged.filter(({ stage }) => stage !== "extended");
  const [first, second] = answers;
  // Two times of one kind are two steps: the sign that it has come, or what was decided, and what is done about it.
  const twofold = first !== undefined && second !== undefined && answers.length === 2 && first.stage === second.stage && first.length < second.length && (first.stage === "firstAnswer" || (replying.test(first.part) && !replying.test(second.part)));
  const stageIn = (one: (typeof staged)[number]): string => (!twofold ? one.stage : one === first ? "firstAnswer" : one === second ? "fulfilment" : one.stage);
  return staged.map((one) => `${stageIn(one)}:${one.days.count}:${one.days.unit}`);
}

/** @returns what the only time in a sentence is for, of which other words have said that an answer comes in it */
export const stepIn = (sentence: string): string => stageOf(sentence, sentence, sentence, 1, false);

/** „ლაშქრობიდან ერთ კვირაში ვშლი“: a time from what happened, and from nobody's request. */
const fromEvent = /(?<!(?:მოთხოვნ|თხოვნ|განცხადებ|წერილ|შეტყობინებ|მომართვ|მიღებ|დღ)\p{L}{0,5})(?<=\p{L}{4})იდან (?:\p{L}+|\d+) (?:დღე|კვირა|თვე)ში (?:\p{L}+ )?(?:ვშლი|იშლება|ვანადგურ|ნადგურდ|ვხევ|ვწვავ)/u;
/** What goes without anybody asking. */
const bySelf = /თავისით|თავისთავად|ავტომატურ|\bautomatically\b|\bby (?:itself|themselves)\b|\b(?:deletes?|overwrites?|wipes?) (?:itself|themselves)\b/iu;
/** Gone after a time, and not within it: kept so long. */
const later = new RegExp(spelt`
  (?:იშლება|წაიშლება|ვშლით|წავშლით|ქრება|ნადგურდება|\b(?:deletes?d?|erases?d?|wipes?d?|gone|destroy(?:s|ed)|shred(?:s|ded)|burn(?:s|ed)|overwritten|overwrites?|removes?d?|disappears?
    |vanish(?:es)?)\b).*(?:შემდეგ|მერე|\bafter\b|\blater\b)
  |(?:შემდეგ|მერე|\bafter\b)[^.;]*(?:იშლება|წაიშლება|ვშლით|წავშლით|ქრება|ნადგურდება
    |\b(?:deleted|erased|wiped|gone|destroyed|overwritten|overwrites?|removed|disappears?|vanish(?:es)?)\b)
`, "iu");
/** That somebody asks, and no heading or button that says delete. */
const outrightAsked = /\b(?:you|your|they|he|she|who|anyone) (?:\p{L}+ )?(?:ask|asks|asked|request|requests|write|writes|tell|tells|say|apply|object|withdraw|unsubscribe)\b|\brequests?\b|\breceipt\b|\basked\b|\basking\b|მოთხოვნ|ითხოვ|თხოვ|განცხად|მომართვ|წერილ|მოგვწერ|გვეტყვ|გამოხმობ/iu;
/** "Overwritten after 28 days unless the police ask". */
const unlessAsked = /\b(?:unless|except)\b[^.;]*|თუ (?:\p{L}+ ){0,3}არ (?:მოითხოვ|ითხოვ)\p{L}*/giu;
/** A heading, and nothing that is asked. */
const ofWhom = /^(?:\p{L}+ ){0,3}your (?:data|file|details)\b/iu;
/** "We may take 30 more days". */
const more = /\bprolong|\bextend|გაგრძელ|გრძელდ|\bdo so\b|\b(?:\d+|\p{L}+) (?:more|extra|further|additional) (?:\p{L}+ )?(?:days|weeks)\b|\banother (?:\d+|\p{L}+) (?:\p{L}+ )?(?:days|weeks)\b|კიდევ (?:\p{L}+|\d+) (?:სამუშაო |კალენდარული )?დღ|დამატებით\p{L}* /iu;
/** "How fast", below what may be asked. */
const fast = /\bhow (?:fast|quickly)\b|რა ვადაში|როდის (?:გი|ვ)პასუხ/iu;
const often = /\b(?:each|every) (?:\d+|\p{L}+) (?:days|weeks|months)|\b(?:once|twice) an? (?:day|week|month|year)\b|(?:დღე|კვირა|თვე|წელიწად)ში (?:ერთხელ|ორჯერ)/iu;
const erased = /საათში ვშლი\p{L}*|წავშლ\p{L}*|წაიშლ\p{L}*|\b(?:delete|erase|wipe|remove)\b/giu;

const replying = /\b(?:reply|answer|respond|write|hear)\b|პასუხ|მოგწერ/iu;

/** Where what is said of a number begins. */
function markBefore(text: string, at: number): number {
  const marks = [...text.slice(0, at).matchAll(/[,;.]|\b(?:and|but)\b|(?<!\p{L})(?:და|ხოლო)(?!\p{L})/giu)];
  return marks.at(-1)?.index ?? 0;
}

/** In days of the calendar, to tell the shorter of two. */
function roughDays(one: FoundDuration): number {
  const days = inDays(one);
  return days === null ? Infinity : days.count * (days.unit === "workingDays" ? 1.4 : 1);
}

/** "And do it within a further three weeks" prolongs nothing. */
const nextStep = /\b(?:within|in) (?:a |an )?(?:further|another|additional)\b/iu;
const longerTerm = /\bextend|\benlarge|\blonger|\bprolong|\bmay (?:take|need)|\bneed/iu;
/** Examined and answered is answered. */
const answeredToo = /განვ?იხილ\p{L}* (?:\p{L}+ )*?(?:და|,) (?:\p{L}+ )*?\p{L}*(?:პასუხ|შედეგ|აკმაყოფილ|ასრულ)|პასუხ\p{L}* (?:\p{L}+ ){0,2}(?:გ?ეცნობ|მიიღებ|გ?ეგზავნ)|\bproper answer\b|\bfull answer\b|\banswer in full\b|\breply in full\b/iu;

/**
 * A sentence with one number is taken as a whole.
 * @param context the sentence, or more where it does not say itself what is done
 */
function stageOf(part: string, text: string, context: string, count: number, shorterBeside: boolean): "firstAnswer" | "fulfilment" | "extended" {
  const own = count === 1 ? text : part;
  if ((prolongs.test(own) && !(nextStep.test(own) && !longerTerm.test(own))) || (shorterBeside && hardOnes.test(own))) return "extended";
  const said = count === 1 ? context : part;
  return receives.test(said) && !answeredToo.test(said) ? "firstAnswer" : "fulfilment";
}

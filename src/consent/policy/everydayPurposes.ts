// What data are used for, as it is said where people speak of it plainly: whole turns, which need no second word.
// Only what is read as a purpose at all is looked at, see readPolicy.ts.
import { everydayReasons } from "./everydayReasons.ts";
import { everydayServices } from "./everydayServices.ts";
import { type Frame, said } from "./frames.ts";
import { spelt } from "./spelt.ts";

export const everydayPurposes: readonly Frame[] = [
  ...everydayServices,
  ...everydayReasons,
  said(
    "payment",
    spelt`
    // English
    \bwork out what (?:each|every|your) \p{L}+ (?:pays|owes)\b
    |\bdraw the (?:monthly|yearly|annual|regular) (?:gift|fee|sum|payment|rent)\b
    |\bwho (?:still |has not |hasn['’]t )?(?:owes|owe|paid|pays)\b
    |\bfor the (?:monthly |yearly |annual )?debit\b|\bso that the (?:bill|invoice) (?:reaches|finds|goes)\b
    |\bcharged (?:£|\$|€|\d)|\brent may be (?:demanded|collected)|\bsubscriptions and\b|\brefund(?:ing)? your\b
    |\bchas(?:e|ing) (?:up )?(?:\p{L}+ )?(?:invoices?|payments?|bills?|debts?|arrears|money)
    |\bcharge (?:no-shows|you|late|a fee|the card|damage)|\bunpaid (?:bills?|invoices?|fees)\b|\bno-shows?\b
    |\bpay (?:you )?(?:back|out)\b|\btake the (?:money|deposit|payment|fee)|\bgather in the (?:charge|fee|rent)s?\b
    |\bdemand (?:and \p{L}+ )?(?:\p{L}+ )?the (?:charge|fee)\b|\bfare is collected\b|\bsettl(?:e|ing) up\b
    |\bwages can be paid\b|\btak(?:e|ing) (?:the|your) (?:\p{L}+ )?fares?\b|\bpursu(?:e|ing) what is owed\b
    |\bdeposit and balance\b|\bwork(?:ing)? out your (?:bill|fare|charges?|rent)\b|\binvoicing\b
    |\b(?:charg(?:e|ing)|bill(?:ing)?|invoic(?:e|ing)|debit(?:ing)?) (?:you|your|the|for|parents|members|customers|clients|tenants)\b
    |\b(?:tak(?:e|ing)|collect(?:ing)?|process(?:ing)?|receiv(?:e|ing)|chas(?:e|ing)|recover(?:ing)?) (?:\p{L}+ ){0,2}(?:payments?|fees?|rent|rents|dues
      |subscriptions?|dinner money|deposit|arrears|debts?|the money|what is owed|what you owe)\b
    |\bsend you the (?:bill|account|invoice)\b|\bprepare (?:our|your|the) (?:account|bill|invoice)\b|\brecover sums\b
    |\breturn the deposit\b
    |\b(?:pay out|pay you|pay (?:your )?(?:wages|winnings|prizes?|claims?|benefits?)|refund (?:you|your)|reimburse
      |transfer (?:the|your) (?:money|prize|winnings))\b
    |\bwho (?:have|has) not (?:yet )?paid\b
    |\b(?:see|know|note|track|record) who (?:has|have|hasn['’]t|has not) paid\b
    |\bwork out what (?:you|we|is) (?:owe|are owed|owed)\b|\bdirect debit can\b
    // Georgian
    |(?:ვანგარიშობ|ვითვლი|გამოვთვლი)\p{L}*,? (?:\p{L}+ ){0,3}რამდენი (?:\p{L}+ )?(?:უნდა გადაიხად|ერიცხ|აქვს გადასახდ)\p{L}*
    |(?:ვინ|ვის) (?:\p{L}+ ){0,3}(?:გადაიხად|გადასახდელ|გადაუხდ|ვალი|დავალიანებ)\p{L}*
    |რამდენი (?:\p{L}+ )?(?:უნდა გადაიხად|გაქვთ გადასახდ|გერიცხებ|დაგერიცხ)\p{L}*
    |შემოწირულ\p{L}* (?:თანხ\p{L}* )?მისაღებ
    |(?:ხელფას|სტიპენდი|პენსია|თანხ|ფული|დეპოზიტ)\p{L}* (?:\p{L}+ )?(?:ჩაგირიცხ|დაგიბრუნ|გადმოგირიცხ|ჩარიცხ)\p{L}*
    |ვის (?:\p{L}+ ){0,2}(?:ვალი|დავალიანება) (?:აქვს|დარჩა)
    |(?:შენატან|საფასურ|ჰონორარ|საკომისიო|ხელფას|ბონუს)\p{L}* (?:\p{L}+ ){0,2}(?:დარიცხ|დასარიცხ|ჩამოჭრ|ჩასარიცხ|გამოსაანგარიშ|გამოანგარიშ|გამოსათვლ
      |გადასახდ|ასანაზღაურ)
    |ანაზღაურებ\p{L}* (?:\p{L}+ )?(?:გამოსათვლ|გადასახდ)|ვინ გადაიხადა|გადაიხადა თუ
    |(?:დახმარებ|თანხ|ანაზღაურებ)\p{L}* (?:\p{L}+ )?გადასარიცხ
    |(?:ქვითრ|ინვოის)\p{L}* (?:\p{L}+ )?(?:გამოსაგზავნ|გასაგზავნ)
    |ინვოისი (?:\p{L}+ )?გამოგიწერ|ანგარიშ\p{L}* (?:\p{L}+ )?გამოიწერ|ჩამოჭრ(?:ისთვის|ისათვის)
    |(?:დაფინანსებ|გრანტ|სტიპენდი)\p{L}* (?:გადარიცხვ|ჩარიცხვ)
    |(?:ქვითრ|ინვოის|ანგარიშ-?ფაქტურ)\p{L}* (?:\p{L}+ )?(?:დარიცხვ|დასარიცხ|გამოწერ|გამოსაწერ|გასაგზავნ|მომზად|შესადგენ)
    |(?:დავალიანებ|ვალ(?:ის|ების)|საფასურ|(?<!სა)გადასახად|გადასახდელ|თანხ(?:ის|ების|ა)|საწევრო|ღირებულებ|ქირ(?:ის|ა)|მოსაკრებელ|შენატან|ხელფას|მოგებ|პრიზ
      |საზღაურ|ანაზღაურებ)\p{L}* (?:\p{L}+ ){0,2}(?:მართვ|დარიცხ|დასარიცხ|ჩარიცხ|ჩასარიცხ|აკრეფ|ასაკრეფ|ამოღებ|ამოსაღებ|ჩამოჭრ|ჩამოსაჭრ|მისაღებ|მიღებ
      |გადახდ|გადასახდ|გადმორიცხ|გადარიცხ|დაბრუნებ|დასაბრუნ|გასაცემ|კონტროლ|აღრიცხ)
    |(?:ჩაგირიცხო|გადმოგირიცხო|ჩამოგაჭრა|გამოგიწერო|დაგიბრუნო)თ|საფასურ\p{L}*,? (?:\p{L}+ )?(?:დავიანგარიშ|ავიღოთ)
    |(?:დავიანგარიშ|გამოვთვალ)\p{L}* (?:\p{L}+ ){0,2}საფასურ|ვინ (?:\p{L}+ ){0,2}(?:გადაიხად|იხდის)
    |საფასურ\p{L}* გადახდ\p{L}* (?:\p{L}+ ){0,4}(?:ვაკონტროლ|ვამოწმ)
    |გადახდ\p{L}* (?:მისაღებ|დასამუშავ|დასადასტურ|კონტროლ)
  `,
  ),
  said(
    "legal",
    spelt`
    // English
    \b(?:licen[cs]e|permit|regulator|inspectorate|ministry|authority|rules?|code|bye-?law|statute) (?:makes|forces|obliges|requires|tells|wants|bids) us\b
    |\bsays the (?:\p{L}+ )?(?:law|code|act|statute)\b
    |\b(?:should|if|in case) (?:a |any |there be a )?(?:dispute|quarrel|claim|lawsuit)[^.;]{0,40}(?:court|arise|proof|evidence)
    |\bwe must by law\b|\bby law (?:we )?(?:must|have to)\b|\bneeded (?:as|for) (?:proof|evidence)\b
    |\b(?:prove|proof|evidence) (?:in|before) (?:a |the )?court\b
    |\b(?:revenue|taxman|ministry|regulator|inspector(?:ate)?|licensing authority) (?:insists|demands|requires|wants|obliges|makes us|expects)
    |\b(?:defend|protect) (?:ourselves|ourself|us|our position|our rights)\b[^.;]{0,40}\b(?:dispute|claim|court|legal|argument)
    |\bforce[ds]? us to (?:keep|report|record)
    |\b(?:that|this)[’\x27]?s? (?:is )?(?:the law|a legal (?:duty|requirement))
    |\blaw says (?:that )?(?:every|each|all|any)\b
    |\bas (?:the )?(?:statute|law|regulations?|code) (?:requires?|demands?|commands?|lays down)\b
    |\bact so (?:commands|requires|provides)\b
    |\b(?:companies|tax|vat|accounting|employment) (?:act|rules)\b
    |\b(?:law|rules?|regulations?|act|statute|licen[cs]e|code|tax (?:people|office|man|inspector|authority)) (?:\p{L}+ ){0,3}(?:says?|wants?|expects?
      |requires?|obliges?|demands?|makes?|asks?|tells?) (?:\p{L}+ )?(?:us|me|we|i|that we|every)\b
    |\btaxman wants\b|\bkeep the books\b
    |\b(?:papers|records|register)\b[^.;]{0,20} that (?:the |tax )?law (?:requires|demands|asks)
    |\b(?:statutory|legal) (?:duty|duties|obligations?|requirements?)\b
    |\b(?:required|obliged|bound|demanded|entitled) (?:of us |from us )?(?:by|under) (?:the |any |a )?(?:\p{L}+ )?(?:law|act|statute|regulations?)\b
    |\bwhich the law (?:demands|asks|requires)|\bentitled to demand\b
    |\b(?:establish|defend|bring|answer|pursue) (?:\p{L}+ ){0,2}(?:legal )?claims?\b
    |\bin case of (?:a )?(?:dispute|claim|argument)
    // Georgian
    |(?:ლიცენზი|კანონ|რეგულაცი|წეს|კოდექს|დებულებ|ბრძანებ)\p{L}* (?:\p{L}+ ){0,2}(?:გვთხოვ|გვავალ|გვაიძულ|გვიწეს|მოითხოვს)\p{L}*
    |(?:დავ|კამათ|უთანხმოებ)\p{L}* (?:შემთხვევაში|დროს|თუ)[^.;]{0,40}(?:უფლებ|დასამტკიც|მტკიცებულ)
    |(?:ანგარიშგებ|აღრიცხვ)\p{L}* ვალდებულ\p{L}* შესასრულ|მტკიცებულებად|უფლებ\p{L}* დასაცავად
    |(?:საგადასახადო|საბუღალტრო) (?:აღრიცხვ|ანგარიშგებ|დეკლარ)\p{L}*თვის
    |სასამართლოში (?:\p{L}+ ){0,2}(?:სარჩელ|მოთხოვნ)\p{L}* (?:აღსაძრავ|წარსადგენ|შესატან)
    |კანონი მავალდებულ
    |ასე (?:\p{L}+ )?(?:ითხოვს|მოითხოვს|ავალდებულებს|გვავალებს) (?:\p{L}+ )?კანონი
    |კანონ\p{L}* (?:\p{L}+ )?(?:ნაკისრ|დაკისრებულ)|კანონის მოთხოვნით
    |(?:სამართლებრივ|იურიდიულ)\p{L}* (?:მოთხოვნ|პრეტენზი|ინტერეს)\p{L}* (?:\p{L}+ )?(?:წარსადგენ|დასაცავ|წარდგენ|დაცვ|დასაბუთ)
    |ვალდებულ\p{L}* ვარ\p{L}*,? (?:კანონ|კოდექს)
    |კანონ\p{L}* თანახმად,? (?:\p{L}+ ){0,3}(?:ვალდებულ|უნდა|აღვრიცხ|ვინახ)
    |(?:საგადასახადო|საბუღალტრო|საარქივო) (?:წეს|მოთხოვნ|ვალდებულ)\p{L}*
    |(?:პოლიცია|ზედამხედველი|კომისია) (?:\p{L}+ ){0,2}მოგვთხოვ
    |(?:საგადასახადო|რეგულაცი|ლიცენზი|სამინისტრო|წეს(?:ი|ებ)|ბანკის წეს)\p{L}* (?:\p{L}+ ){0,2}(?:გვავალ|გვთხოვ|მოითხოვ|ითხოვ)
    |(?:წინაშე|სახელმწიფო|საგადასახადო|ფინანსურ)\p{L}* (?:\p{L}+ ){0,3}(?:ანგარიშგებ|დეკლარ)
    |კანონ\p{L}* (?:\p{L}+ ){0,3}(?:ვალდებულ|გვავალ|გვთხოვ|გვაკისრ|დაკისრ|დავალებ|მოვალეობ|უნდა გვ)
    |(?:სამართლებრივ|სასამართლო|შესაძლო) (?:\p{L}+ )?(?:დავ(?:ის|ა)|მოთხოვნ|პრეტენზი)\p{L}*
    |უფლებ\p{L}* (?:\p{L}+ )?დასაცავ(?:ად)? (?:სასამართლო|დავ)
  `,
  ),
  said(
    "identity",
    spelt`
    // English
    \b(?:making sure|make sure|be sure|certain) (?:that )?(?:you are|you['’]re) who\b
    |\b(?:nobody|no one) else (?:collects|picks up|opens|uses|claims)\b
    |\b(?:nobody|no one) else (?:can|could|is able to) (?:collect|pick up|use|open|get into|take|claim)\b
    |\bselfie\b[^.;]{0,60}\b(?:compar|match|against)
    |\b(?:compared|matched|checked) (?:with|against|to) (?:the photo|your photo|your id|the picture|the register)
    |\b(?:talking|speaking) to (?:you|the (?:right|account|card|policy) \p{L}+)
    |\b(?:right|same) person\b
    |\b(?:person|who) you (?:claim|say|purport) (?:to be|you are)\b
    |\b(?:that|whether|sure) (?:you are|you['’]re|it is|it['’]s) (?:really )?you\b
    |\bcheck who (?:you are|has come|is collecting|it is)\b|\brecogni[sz]e you\b|\bsignature with\b
    |\bprove (?:who|your age|that you)\b
    |\b(?:check|confirm|verify|make sure) (?:\p{L}+ ){0,3}(?:your age|old enough|at least \d\d|over \d\d|of age|the right person)\b
    // Georgian
    |ასაკი (?:\p{L}+ )?(?:უნდა )?(?:შევამოწმ|დავადგინ)|(?:სრულწლოვან|თვრამეტ წლამდე)[^.;]{0,60}(?:ვერ მივ|არ მივ)
    |სხვამ? (?:\p{L}+ ){0,3}(?:ვერ|არ) (?:შევიდ|გამოიყენ|აიღ|წაიღ|გახსნ|შემოვიდ)\p{L}*
    |ვის ვაძლევთ (?:ბარათ|გასაღებ|ამანათ|პასუხ|ასლ)|(?:სახის|ხმის) (?:ამოცნობ|შედარებ)|ნამდვილად თქვენს ხელშია
    |სხვისი (?:ბარათ|ანგარიშ|საქმე)\p{L}* [^.;]{0,30}გავხსნ
    |(?:ბარათი|აბონემენტი|ანგარიში) (?:მართლა |ნამდვილად )?(?:შენია|თქვენია|მისია)
    |\d\d წლის (?:ხართ|ან უფროს|ან მეტ)|(?:სახით|ფოტოთი|თითით|ანაბეჭდით) (?:გცნობ|ცნობს|ამოგიცნ)
    |სხვამ (?:შენი|თქვენი) (?:\p{L}+ ){0,2}არ|ვინ (?:მოვიდა|მოდის|ხართ|რეკავს|გვესაუბრ|აიღო|არის)
    |(?:ნომერი|ანგარიში|ბარათი) (?:ნამდვილად )?(?:შენია|თქვენია|მისია)
    |(?:ვინაობ|ასაკ|პიროვნებ|სრულწლოვან)\p{L}* (?:\p{L}+ ){0,3}(?:შესამოწმ|შემოწმ|დასადგენ|დადგენ|დასადასტურ|დადასტურ|გადასამოწმ|იდენტიფ)
    |პირადობის მოწმობას (?:ვთხოვ|ვამოწმ|ვნახულობ)
  `,
  ),
  said(
    "security",
    spelt`
    // English
    \bagainst (?:car |bicycle |shop)?(?:thie(?:f|ves)|burglars|robbers|vandals)\b
    |\b(?:went|go|gone|going) missing\b|\b(?:in )?case of fire\b|\bfire register\b|\bevacuat\p{L}*
    |\bnotice (?:break-in|attacks?|intru|anything odd|misuse)|\bfor your (?:own )?safety\b
    |\b(?:have|has) been (?:stolen|broken into|vandalised)
    |\b(?:since|after) (?:the|a|two|several|last)[^.;]{0,30}(?:break-in|burglar|theft|robber)
    |\b(?:stop|deter|prevent) (?:pilfering|shoplifting|stealing|trespass)
    |\bscreen(?:ing)? for\b[^.;]{0,30}\bfraud|\bdefend the network\b|\baccidents\b[^.;]{0,20}\bprevented\b
    |\b(?:against|deter|prevent|stop|discourage) (?:\p{L}+ )?(?:theft|thieves|vandal\p{L}*|fraud|abuse|burglar\p{L}*|break-ins?|misuse|cheating|tampering
      |damage|trespass\p{L}*)\b
    |\b(?:spot(?:ting)?|detect(?:ing)?|catch(?:ing)?|find(?:ing)?) (?:\p{L}+ ){0,3}(?:accounts?, bots|theft|bots|fraud|stolen cards?|abuse|cheats?
      |intruders?|suspicious)\b
    |\bhence the cameras\b|\bfraud (?:checks?|prevention|detection|screening)\b
    |\bwho (?:has|holds|took) (?:which|the|a) key\b|\bfor (?:the )?(?:safety|protection|security) of\b
    |\bkeep (?:\p{L}+ ){0,4}(?:safe|secure)\b|\bwho may collect (?:them|your|the)\b
    // Georgian
    |(?:არ|ვეღარ) (?:მოიპარ|მოგვპარ|გაიტან)\p{L}*
    |უცხო (?:\p{L}+ )?(?:შენობ|ტერიტორი|ეზო|სადარბაზო|კორპუს)\p{L}* (?:\p{L}+ )?(?:არ|ვერ) (?:შემოვიდ|შევიდ|მოხვდ)
    |(?:ხანძ|ევაკუაცი)\p{L}* (?:\p{L}+ )?(?:შემთხვევ|დროს)|მოიპარეს|გაქურდ|ვებრძვ\p{L}* [^.;]{0,40}(?:მოპარ|თაღლით|ქურდ)
    |(?:ქურდობ|თავდასხმ|ვანდალიზმ|ძარცვ|თაღლით|ბოროტად გამოყენებ|დანაშაულ|სპამ|ბოტ)\p{L}*(?:სგან|საგან|ისგან|ების|ის|ებს)? (?:\p{L}+ ){0,3}(?:დასაცავ|დაცვ
      |თავიდან|აღსაკვეთ|აღკვეთ|გამოსავლენ|გამოვლენ|პრევენც|თავის დასაცავ)
    |(?:ქურდობ|ტრავმ|ვანდალიზმ)\p{L}* (?:\p{L}+ ){0,2}გამო|უსაფრთხოებისთვის|უსაფრთხოებისათვის
    |უსაფრთხოების (?:მიზნით|დასაცავ|უზრუნველ|დაცვ)
    |(?:ქონებ|ექსპონატ|შენობ|ტერიტორი|მგზავრ|სტუმრ|მობინადრ|ბავშვ|თანამშრომ)\p{L}* (?:\p{L}+ ){0,2}(?:დასაცავ|დაცვის|უსაფრთხ)
    |მხოლოდ (?:თქვენ|თქვენს) მიერ დასახელებულ
  `,
  ),
  said(
    "statistics",
    spelt`
    // English
    \bfigures? (?:show|shows|tell|tells)\b|\b(?:falls?|fell) (?:down|short)\b|\b(?:service|product|app|course) development\b
    |\binternal reporting\b
    |\bhelp(?:s|ing)? us (?:to )?(?:shape|plan|improve|set|design|stock|see|work out)
    |\b(?:tells?|shows?|teach(?:es)?) us (?:what|which|where|when|how)\b
    |\bunderstand (?:the )?(?:demand|need|use|usage|trends|habits)
    |\bplan (?:staffing|stock|the timetable|opening hours|capacity|routes|the season|the programme)
    |\bwhat (?:gets|is|was) (?:read|used|borrowed|watched|eaten|sold|clicked)
    |\bdecide on (?:the )?(?:opening hours|menu|timetable|programme|stock)
    |\bworth keeping\b|\bsee where\b|\bmeasure \p{L}+ per\b|\blook(?:ing)? at which\b
    |\bwhich \p{L}+ do (?:well|best|better)\b
    |\b(?:forecast|predict)(?:ing)? (?:the )?(?:demand|need|use|load)
    |\bfind(?:ing)? out which\b
    |\bmonitor(?:ing)? (?:equal opportunit|diversity|equality)\p{L}*
    |\bwork(?:ing)? out (?:when|which|how|where)\b
    |\b(?:help|helps|lets?) us (?:plan|decide|learn|understand|improve|see (?:what|which|how))\b
    |\b(?:forecast(?:ing)?|understand(?:ing)?) (?:what|how|which) (?:\p{L}+ ){0,3}(?:used|works?|people|visitors|customers)\b
    |\bimprove (?:the|our|it|this)\b|\banalytics\b|\bcount (?:visits|visitors|heads|how many)\b
    // Georgian
    |(?:რიცხვ|მაჩვენებ|ციფრ)\p{L}* (?:\p{L}+ )?(?:გვიჩვენებ|გვეუბნებ)\p{L}*
    |(?:ყველაზე|უფრო) (?:მეტად )?(?:\p{L}+ )?(?:მოთხოვნად|პოპულარულ|დატვირთულ|ხშირ)
    |ვაჯამებთ
    |(?:რა|რომელი) (?:\p{L}+ )?(?:მოგწონთ|მოსწონთ|იკითხება|იყიდება|გაუმჯობესდეს)
    |უკეთ (?:დავგეგმ|მოვაწყ|მოგემსახურ|შევადგინ)
    |სტატისტიკური (?:\p{L}+ )?(?:მიზნ|ანგარიშ|აღრიცხვ|მონაცემ\p{L}* მოსამზად)
    |რომელ \p{L}+ რამდენ|ვადგენთ,? (?:თუ )?(?:როდის|რომელ|რამდენ|სად)|დავთვალ\p{L}*,? (?:თუ )?(?:რომელ|რამდენ|რა|სად|როდის)
    |ითვლის|მთვლელ
    |(?:სტატისტიკ)\p{L}* (?:\p{L}+ ){0,3}(?:ამზად|ვამზად|შედგენ|შესადგენ|მოსამზად|საწარმოებ|წარმოებ|მიზნ)
    |ამზადებს (?:\p{L}+ ){0,2}სტატისტიკ|(?:გაუმჯობესებ|გასაუმჯობესებ)\p{L}*|ხარვეზ\p{L}* პოვნ
    |(?:დანაკარგ|ტრაფიკ|გაყიდვ|მოთხოვნ)\p{L}* (?:საანალიზ|ანალიზ|გასაანალიზ)
  `,
  ),
  said("health", spelt`
    // English
    \bhelp is quick\b|\bdiagnos\p{L}*\b
    |\b(?:treat|diagnose|vaccinate|operate on|examine) (?:you|him|her|them|your|the patient|people|patients)\b
    |\bsafe(?:ly)? treat\p{L}*|\bfirst aid\b
    // Georgian
    |ვინ რით არის ავად|დახმარება სწრაფად
    |(?:დიაგნოსტიკ|მკურნალობ|გამოკვლევ|პროფილაქტიკ|რეაბილიტაცი|ოპერაცი|აცრ|ვაქცინაცი)\p{L}* (?:\p{L}+ ){0,2}(?:მიზნ|თვის|ჩასატარ|დასანიშნ|დაგეგმ)
    |დიაგნოზ\p{L}* (?:\p{L}+ ){0,2}(?:დასმ|დაგისვ|დასადგენ)|(?:აღმოუჩინ|აღმოსაჩენ|აღმოგიჩინ)\p{L}* (?:\p{L}+ )?დახმარებ
    |დახმარებ\p{L}* (?:\p{L}+ )?(?:აღმოსაჩენ|აღმოუჩინ)|მკურნალობისთვის|სამკურნალოდ
  `),
  said("hiring", spelt`
    // English
    \bpick (?:the|an?) (?:apprentice|trainee|candidate|winner of the post)\b
    |\bapplication letters?\b[^.;]{0,40}\bread\b|\breferences are\b
    |\bbefore we (?:choose|decide|make an offer)\b(?=.*\b(?:reference|cv|candidate|interview))
    |\bpick(?:ing)? the right (?:person|candidate)\b
    |\b(?:choose|decide|see) who gets (?:a|the) (?:place|job|post)\b
    |\bfor later openings\b|\bright person for the (?:role|job|post)\b
    |\b(?:fit|suit|suited (?:to|for)|right for|good for) (?:the|this|our) (?:job|post|role|vacancy|position)
    |\bwhom? to (?:invite|interview|hire|appoint|shortlist)|\bdecide (?:who|whom) to (?:take|hire|employ)
    |\bapplied for a (?:place of work|job|post)|\bapplication papers\b|\bemployment relationship\b
    |\b(?:choose|pick|select|shortlist|interview|assess) (?:\p{L}+ ){0,3}(?:candidates?|applicants?|the right person)\b
    |\b(?:fill|advertis\p{L}*) (?:the|a|this) (?:post|vacancy|position|role)\b
    // Georgian
    |(?:შეგირდ|სტაჟიორ|თანამშრომ|კანდიდატ)\p{L}* (?:\p{L}+ )?(?:ირჩევ|ვირჩევ|ავირჩ|შევარჩ)\p{L}*
    |წინა (?:სამსახურ|დამსაქმებ)\p{L}*|სანამ (?:ავირჩ|ავიყვან|გადავწყვეტ)\p{L}*|რეკომენდაცი\p{L}* (?:გადამოწმ|შემოწმ|ვამოწმ)
    |გამოგვადგ\p{L}*|(?:ავიყვან|აგიყვან|მოგიწვევ|დაგასაქმ)\p{L}*
    |(?:კანდიდატ|აპლიკანტ|მსურველ)\p{L}* (?:\p{L}+ )?(?:შესარჩევ|შერჩევ|ამორჩევ|შეფას|შედარ)\p{L}*
    |ვინ (?:ავიყვანო|მივიღო|ავირჩიო)თ
    |(?:სამუშაოზე|თანამდებობაზე|პოზიციაზე|ვაკანსიაზე) (?:\p{L}+ )?(?:შესაფერის|გამოდგ|შეეფერ|შეესაბამ)
    |გამოდგებით (?:\p{L}+ ){0,2}(?:სამუშაო|თანამდებობ|პოზიცი)|შეესაბამებით (?:\p{L}+ ){0,2}(?:პოზიცი|თანამდებობ|ვაკანსი)
    |(?:კანდიდატ|აპლიკანტ|თანამშრომ|ვაკანსი|პოზიცი)\p{L}* (?:\p{L}+ ){0,2}(?:შესარჩევ|შერჩევ|შეფას|შესაფას|ასაყვან|აყვან|გასაუბრ)
    |სამსახურში ასაყვან|დასასაქმ
  `),
  said("education", spelt`
    // English
    \bwhich level\b|\bwhat level\b
    |\b(?:decide|see|know) (?:which|what) (?:level|group|class) (?:you|your child|they)\b
    |\bmark the (?:\p{L}+['’]s |weeks? )?(?:work|sums|tests?|papers?)\b
    |\bteach with it\b|\bmark your (?:\p{L}+ )?(?:test|work|paper|exam)
    |\b(?:how your child is learning|follow (?:your|the|their) (?:child|learning|progress)\p{L}*)
    |\bsupport (?:pupil|student|children['’]s|their) learning\b
    |\b(?:teach|assess|mark) (?:you|pupils|students|children|your child|them)\b
    |\bexamine (?:pupils|students|candidates)\b|\bpupil attainment\b|\bkeep track of (?:pupils|students|your child)\b
    // Georgian
    |რომელი დონ\p{L}*|რომელ ჯგუფში (?:\p{L}+ )?(?:ჩავსვ|ისწავლ)\p{L}*|თქვენი გადამზადება
    |(?:რეზიდენტ|სტუდენტ|მოსწავლ)\p{L}* (?:\p{L}+ ){0,2}(?:სასწავლებლად|სწავლების მიზნით|სწავლებისთვის)
    |(?:ვიცი|ვიცით|ვხედავ),? ვის რა (?:სავარჯიშო|დავალებ)|დონ\p{L}* (?:\p{L}+ )?(?:ტესტ|შეფას|შეგიფას)
    |ცოდნ\p{L}* (?:\p{L}+ )?შეფას
    |(?:სწავლებ|სასწავლო პროცეს|სწავლ|აკადემიურ\p{L}* (?:მოსწრებ|პროცეს)|გამოცდ)\p{L}* (?:\p{L}+ ){0,2}(?:ორგანიზებ|საორგანიზაცი|წარმართ|უზრუნველ|ჩასატარ
      |მიზნ|თვის|ხარისხ)
    |ვასწავლ(?:ოთ|ით)|გასწავლოთ|შეგაფასოთ|მოსწავლ\p{L}* (?:\p{L}+ ){0,2}(?:შესაფას|შეფას|სწავლ)
  `),
  said("research", spelt`
    // English
    \b(?:analysed|studied|used|evaluated) (?:only )?(?:for|in) (?:a|our|this) (?:thesis|study|book|paper|doctorate|research project)\b
    |\bstudy of (?:\p{L}+ )?\p{L}+\b[^.;]{0,30}(?:memory|sleep|language|health|history)
    |\bonly use we make of it\b(?=.*study)|\b(?:scientific|medical|academic|historical) research\b|\bstudy (?:of|into|on)\b
    |\bfor (?:our|the|this) (?:study|research)\b
    // Georgian
    |(?:ნაშრომ|დისერტაცი|წიგნ|სტატი|კვლევ)\p{L}*(?:ში|თვის|ისთვის) (?:ვიყენებთ|გამოიყენება|გამოვიყენებთ|გვჭირდება)
    |(?:ვიყენებთ|გამოიყენება) (?:\p{L}+ )?(?:ნაშრომ|დისერტაცი|კვლევ)\p{L}*(?:ში|ისთვის)
    |სამეცნიერო დასკვნ|ეთნოგრაფიულ|სამეცნიერო (?:\p{L}+ )?(?:კვლევ|მიზნ|ნაშრომ)
    |კვლევ\p{L}* (?:მიზნებ|ფარგლებში|ჩასატარებლად)(?=[^.;]*(?:მეცნიერ|კითხვარ|რესპონდენტ|მონაწილ|უნივერსიტეტ))
  `),
];

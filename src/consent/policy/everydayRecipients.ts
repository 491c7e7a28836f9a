// Who gets data, as people say it plainly: whole turns, which need no verb of giving beside them.
import { type Frame, said } from "./frames.ts";
import { spelt } from "./spelt.ts";

export const everydayRecipients: readonly Frame[] = [
  said("partners", spelt`
    \bfor (?:his|her|its|their) own (?:\p{L}+ )?(?:records|research|use|purposes|ends|work|studies)\b|\bin (?:work|studies|research) of their own\b|\b(?:another|that) (?:library|university|museum|charity|club) (?:is|are|gets?|receives?|is given)\b|\byour (?:electricity|gas|water|phone|energy|broadband) (?:company|supplier)\b|\bthe landlord (?:receives?|gets?|is)\b|პარტნიორ უნივერსიტეტ|საკუთარ\p{L}* (?:პროექტ|ნაშრომ)|დამსაქმებელი?ს?,? (?:რომელს|ვის)აც
    // for ends of its own
    |\b(?:whose|(?<!work on )(?<!\bby )their|its|his|her|the \p{L}+['’]s) own (?:scholars|researchers|historians|records|use|comparisons?|analys[ei]s|start sheet|lists?|customers|visitors|campaigns?|marketing|needs|products?)\b
    |\b(?:comparisons?|analys[ei]s|lists?|records|use|rules|papers|books|stud(?:y|ies)|research) of (?:its|their|his|her) own\b
    |თავის(?:ი|ივე)? (?:საქმე აქვს|სიებს|ბაზას|მიზნებ|კვლევ|აღრიცხვ)|საკუთარი (?:საქმიანობ|მიზნ|კვლევ|სიებ|აღრიცხვ|საჭიროებ)\p{L}*
    // who receives somebody as a guest
    |\bthe host (?:club|school|university|team|family)\b|მასპინძელ (?:სკოლ|კლუბ|გუნდ|უნივერსიტეტ|ორგანიზაცი|ოჯახ)
    |(?:ფესტივალ|კონკურს|ტურნირ|შეჯიბრ|ოლიმპიად)\p{L}* (?:ორგანიზატორ|ხალხ|მასპინძ)|\b(?:festival|competition|tournament|race|event) organi[sz]ers?\b
  `),
  said("contractor", spelt`
    \bdone for us by\b|\bhosts? (?:them|it) for us\b|\b(?:is|are) paid to (?:store|print|send|host|keep|run|mend|clean)\b|\b(?:print|send|pack|type|bind|address)s? (?:our|the) [^.;,]{2,30} to order\b|\bmay not (?:peep|peek|look)\b|\bact(?:s|ing)? for us under contract\b|ჩვენს? დავალებას? (?:\p{L}+ )?ასრულებ|დაქირავებულ\p{L}* (?:პროგრამ|პლატფორმ|სერვის|სისტემ)|(?:დაკვეთ|შეკვეთ|დავალებ)ის ფარგლებ|(?:დადებული|მომსახურების) ხელშეკრულების ფარგლებ|\p{L}+ს ხელშეკრულებით ემსახურებ|დაკვეთით მუშაობ
    // it does as it is told
    |\b(?:acts?|works?|working|acting) (?:only )?(?:as (?:we|i|they|it|the \p{L}+) (?:direct|tell|say|instruct)s?|to (?:my|our|its|their) (?:orders|instructions))\b
    |\bengaged by (?:us|me|the \p{L}+)\b|\bon (?:the )?[\p{L}-]+['’]s (?:instructions|orders|behalf)\b|\b(?:team|people|outfit|business|man|woman) (?:that |whom |who )?we (?:pay|hire) to\b|\b(?:aren['’]t|isn['’]t|are not|is not) allowed to (?:peek|look|read|use|open|keep|copy)\b
    |\b(?:space|room|servers?|storage) (?:that )?(?:we|i) rent\b|\brented from\b
    |(?:დავალებ|მითითებ|ინსტრუქცი)\p{L}*(?:ით|ებით)(?: და)? (?:\p{L}+ ){0,2}(?:მოქმედ|ემსახურ|ამუშავ|მუშაობ)|მოქმედებს (?:\p{L}+ ){0,3}(?:დავალებ|მითითებ|ინსტრუქცი)\p{L}*ით
    |სერვერს? (?:\p{L}+ ){0,2}ვქირაობ|(?:ბუღალტერ|საბუღალტრო ფირმ)\p{L}*[^.;]{0,50}ხელშეკრულებით|ხელშეკრულებით (?:\p{L}+ ){0,2}(?:გვიკეთებ|გვიწევ|გვემსახურ|აწარმოებ|გვიმზადებ)
  `),
  said("state", spelt`
    // who comes with a paper
    (?:ინსპექტორმა|პოლიციამ|გამომძიებელმა|პროკურორმა|სამსახურიდან|მერიიდან|საგადასახადოდან|ინსპექციიდან)[^.;]{0,70}(?:ვაჩვენებ|ვაჩვენო|მივცემ|გადავცემ|მივაწვდი|ვაძლევ|ვაძლევთ)
    |სახელმწიფო რეგულირების სააგენტო
    |\b(?:officers?|inspectors?) of (?:the )?(?:border|customs|revenue|police|coastguard|ministry|council)\b
  `),
  said("payment", spelt`
    \bstraight to (?:my|our|the|your) bank\b|ბანკში (?:\p{L}+ )?(?:მიდის|იგზავნ|გადადის|ხვდება)|(?:ხელფას|საფასურ|თანხ)\p{L}* ჩამრიცხავ ბანკ|მომსახურე ბანკ(?:ს|ში)
  `),
  said("insurer", spelt`(?:მიდის|იგზავნება|გადადის) (?:\p{L}+ ){0,2}სადაზღვევო|სადაზღვევო(?:ში| კომპანიაში)(?!\p{L})|\b(?:the|our|your|its) reinsurer\b`),
  said("health", spelt`\b(?:general practitioner|family doctor|health centre|physician nominated)\b|ოჯახის ექიმ(?:ს|თან)`),
  said("auditor", spelt`\b(?:its|our|their) (?:solicitors|lawyers|legal advisers|barristers)\b|\b(?:statutory|external|independent) auditors?\b`),
  said("group", spelt`\b(?:other|sister) (?:homes|shops|schools|branches|clinics|hotels) of (?:ours|the same)\b`),
  said("state", spelt`\breported to the police\b|(?:პოლიციას|სამსახურს|სასამართლოს|პროკურატურას|აღმასრულებელს)[^.;]{0,50}(?:ეძლევა|ეცნობება|მიეწოდება|წარედგინება)`),
];

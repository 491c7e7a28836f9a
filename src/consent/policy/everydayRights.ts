// What the person may ask for, as people say it plainly: whole turns, which need no second word. Only where a right is offered
// are they looked for (readPolicy.ts).
import { type Frame, said } from "./frames.ts";
import { spelt } from "./spelt.ts";

/** What data are when they are somebody's own: a row in the sheet, a tape, an X-ray. */
const ownEn = String.raw`(?:your|his or her|their|his|her|my|one['’]s) (?:own )?(?:row|line|entry|entries|page|sheet|tape|recording|clip|film|x-rays?|scans?|answers?|photographs?|portrait|interview|transcript|log|chart|history|ledger|slip|card|footage|file|record)`;
const ownKa = String.raw`(?:თავის|თავიანთ|საკუთარ|თქვენ|შენ|ჩემ|მის)\p{L}* (?:\p{L}+ ){0,2}(?:სტრიქონ|ფორმულარ|ფურცელ|ფურცლ|გვერდ|გრაფა|რენტგენ|სურათ|ჩანაწერ|ბარათ|ანკეტ|საქმე|საქმის|მონაკვეთ|ვიდეო|ფაილ|ისტორი|კადრ|დოსიე|ინტერვიუ|კითხვარ)`;

export const everydayRights: readonly Frame[] = [
  said("information", spelt`
    (?:გვკითხე|ვიკითხო|იკითხო|ჰკითხო)\p{L}*,?[^.;]{0,60}(?:რას ვუშვრებ|რას ვაკეთებ|რისთვის|რაში|რა კვლევაში) ?(?:\p{L}+ )?(?:იყენებ|გამოიყენებ|თქვენს ცნობ)?
    |\b(?:told|informed|know|explained|hear|learn) (?:of |about )?(?:why|how|what for) (?:his or her|their|his|her|your|my|the) (?:\p{L}+ )?(?:data|information|records?|details|particulars|file) (?:is|are|were|was|will|gets?)\b
    |(?:იცოდე|გაიგო|შეიტყო|იცოდ|გაიგებ|შეიტყობ)\p{L}*,? (?:\p{L}+ )?(?:რად|რისთვის|რატომ|რა საჭირო|როგორ) (?:\p{L}+ )?(?:გვჭირდ|ვიყენებ|იყენებ|გამოიყენებ|მუშავდ|ამუშავებ|ვამუშავებ|ვინახავ)
  `),
  said("access", spelt`
    \ba look at (?:your|his or her|their|my)\b|\bphotocopy of (?:this|your|the)\b|\b(?:see|look at) (?:your|their|his or her) (?:own )?(?:form|lines|readings|trips)\b|\blook at the file\b|\bget a print-?out\b|ამობეჭდ\p{L}* (?:თქვენ|თავის)|(?:ჩახედ|ჩაიხედ)\p{L}* (?:რვეულ|ჟურნალ|სია|საქმე)
    // to see, hear or hold what is one's own
    |\b(?:listen(?:ing)? to|hear|watch(?:ing)?|look(?:ing)? (?:at|through|over|up)|read(?:ing)?|open(?:ing)?|view(?:ing)?|inspect|ask for|request|see) (?:a copy of )?${ownEn}\b
    |\b(?:see(?:ing)?|watch(?:ing)?) (?:yourself|himself|herself|themselves|myself)\b|\bopen ${ownEn} and look\b
    |\blets? (?:you|him or her|them) (?:read|see|look at|hear|watch) (?:it|them|yours|what)\b|\blook inside\b[^.;]{0,30}\b(?:hold|have|know|about you)
    |\bcome and look\b|\bask (?:us )?to (?:watch|see|hear) (?:it|them)\b
    // asked outright
    |\b(?:show|send|give|read) me (?:everything|all|what (?:you|we)|my|the lot)\b
    // a copy
    |\b(?:can|may|could|might|shall) (?:also )?(?:have|get|take|obtain|require|be given|be sent) (?:a|one) (?:copy|print-?out)\b|\bhave a copy of (?:it|them)\b
    |\b(?:clip|tape|film|recording|entry|page|file|copy) (?:is |will be )?(?:ready|waiting|there) for you\b
    // in Georgian: the verb after what is looked at, or before it
    |${ownKa}\p{L}* (?:\p{L}+ ){0,2}(?:ნახ|იხილ|ჩახედ|ჩაიხედ|გაეცნ|გაცნობ|წაიკითხ|წაკითხ|გადახედ|გადახედვ|მოისმინ|მოსმენ|გადმოწერ)
    |(?:იხილოს|ნახოს|გაეცნოს|მოისმინოს|წაიკითხოს|იხილოთ|ნახოთ|გაეცნოთ|მოისმინოთ|წაიკითხოთ) (?:\p{L}+ ){0,2}(?:იგი|ის|ისინი|ჩანაწერ|კადრ|${ownKa})
    |(?:ნახვა|ჩახედვა|წაკითხვა|მოსმენა|გაცნობა|გადახედვა) (?:\p{L}+ ){0,2}(?:შეიძლება|შესაძლებელია|შეგიძლიათ|შეუძლია)
    |ჩემი (?:რენტგენი|ანალიზი|ისტორია|ბარათი|ფაილი|ასლი|ჩანაწერი|საქმე|მონაცემები) მინდა
    |რა (?:მიწერია|გვიწერია|წერია|ვიცი|ვიცით|ჩავწერე|ჩავწერეთ|მაქვს|გვაქვს) (?:თქვენზე|შენზე|თქვენ შესახებ)
    |(?:თქვენზე|შენზე|თქვენ შესახებ) რა (?:მიწერია|გვიწერია|წერია|ვიცი|ვიცით|გვაქვს|მაქვს|ინახება|ჩავწერეთ|ჩავწერე)
  `),
  said("rectify", spelt`
    (?:გვარი|სახელი|მისამართი|ნომერი)[^.;]{0,20}(?:გვეშლება|არასწორია|შევცვალოთ|შეიცვალა|შევუცვალოთ)
    // to have it put right
    |\bhave (?:it|them|that|this|your \p{L}+|the \p{L}+|an? \p{L}+|any \p{L}+) (?:put right|put straight|corrected|changed|fixed|amended|updated|mended)\b
    |\b(?:erroneous|wrong|mistaken|inaccurate|incorrect|faulty|out-of-date|outdated|misspelt|misspelled|untrue) (?:\p{L}+ ){1,3}(?:to be |be |is |are )?(?:amended|corrected|put right|rectified|changed|mended|fixed)\b
    |\b(?:typo|misprint|misspelling|slip of the pen)\b|\b(?:mistakes?|errors?|something wrong|wrong)\b[^.;]{0,40}\b(?:we|i)(?:['’]ll| will| shall)? (?:fix|change|correct|mend|put|amend|sort)
    // in Georgian: a slip, and who mends it
    |(?:შემეშალ|შეგვეშალ|ამერია|აგვერია|გამომრჩ|გამოგვრჩ|შეცდომით|არასწორად)[^.;]{0,60}(?:გადავასწორ|გავასწორ|შევცვლ|ჩავასწორ|გამოვასწორ|შევასწორ|დავამატ)
    |გასასწორებელ|შესაცვლელ|ჩასასწორებელ|შესასწორებელ|დასაზუსტებელ|(?:იქვე|მაშინვე|ადგილზევე) (?:\p{L}+ )?(?:ჩა|გა|გადა|შე)(?:ვ|ა)+სწორ
    |(?:უზუსტო|მცდარ|არასწორ|არაზუსტ|ხარვეზიან|მოძველებულ)\p{L}* (?:\p{L}+ ){0,3}(?:გასწორ|შესწორ|შეცვლ|დაზუსტ|გაასწორ|განახლ)
    |(?:უზუსტობ|შეცდომ|ხარვეზ)\p{L}* (?:\p{L}+ )?(?:გასწორ|აღმოფხვრ|გამოსწორ|შესწორ)|(?:გვარი|სახელი|ნომერი|მისამართი) (?:გამომიცვალ|შემიცვალ|შემეცვალ|გადამისწორ)
  `),
  said("erase", spelt`
    \b(?:rub|strike|score|cross) (?:it|that|them|out|anything) ?(?:out|what)?\b|\bstrike out what\b|\bscrap (?:your|my|the|it|them)\b|\bget something taken off\b|\bwant(?:s|ing)? rid of\b|\bwe(?:[’'] ?ll| will| shall) (?:delete|scrub|forget) you\b
    // to have it gone
    |\b(?:ink|paint|cross|black|strike|rub) (?:it|you|them|that|yours|your name) (?:out|over|off)\b|\byour name out of it\b
    |\b(?:have|want) (?:it|them|everything|the lot|your \p{L}+|yours) (?:wiped|deleted|erased|removed|destroyed|shredded|taken down|rubbed out|scrubbed)\b|\brubb(?:ed|ing) out\b
    |\b(?:delete|close|remove) (?:my |your )?account\b|\b(?:delete|erase|remove|forget|wipe|scrub) me\b|\b(?:wipe|delete|erase|scrub) (?:the lot|everything|my \p{L}+)\b
    |\bask (?:us|me|for)\b[^.;]{0,40}\b(?:destroy|scrub|shred|wipe|bin)\b
    // in Georgian: a button, and whoever says so
    |წამშალეთ|წაგვშალეთ|წამშალე(?!\p{L})|ამოსაშლელ|წასაშლელ|ანგარიშს (?:\p{L}+ )?(?:შლის|წაშლის|აუქმებს)
    |(?:მითხარით|მომწერეთ|დამირეკეთ|გვითხარით|მოგვწერეთ|დაგვირეკეთ|თქვით|მისწერეთ)[^.;]{0,20}(?:და|,) (?:\p{L}+ )?(?:წავშლი|წავშლით|ამოვშლი|ამოვშლით|დავხევ|გავანადგურებ|წაშლის)
  `),
  said("stop", spelt`
    (?:შეხებით|დაჭერით|ღილაკით) (?:\p{L}+ )?(?:გამორთ|გამოირთ|გათიშ|ითიშება|გაითიშება|უქმდება)|\b(?:have|get) (?:the )?(?:appeals|letters|mailings|offers|news) stopped\b
    |\b(?:take|tick|cross) (?:the|that|your) (?:tick|cross|box) (?:off|out|away)\b|\bno more (?:e-?mails|texts|letters|news|reminders|post) (?:from us|please)\b
    |(?:წერილ|SMS|შეტყობინებ|სიახლ|შეთავაზებ|რეკლამ)\p{L}* (?:\p{L}+ ){0,2}აღარ (?:მინდა|გინდა|გსურ|მსურ)|„აღარ მინდა“
    |(?:მოხსენით|მოხსნით|მოაშორეთ|მოვხსნით|ამოიღეთ) (?:\p{L}+ )?(?:ალამ|ნიშან|მონიშვნ|პწიჩკ)
  `),
  said("withdraw", spelt`
    \bflick it back\b|\byou have withdrawn\b|(?:ნებართვ|თანხმობ)\p{L}* უკან (?:\p{L}+ )?წაიღ\p{L}*; ?ამის უფლება
    |\b(?:take|taking|takes|call|have) (?:the|your|that|his|her|their|my) (?:yes|consent|permission|agreement|ok|okay|tick|say-so|signature) back\b
    |\bwithdraw it\b|\bwithdraw (?:your|his or her|their|that|the|this|my) (?:tick|yes|consent|permission|agreement|approval|say-so)\b
    |თანხმობ\p{L}* (?:\p{L}+ ){0,3}უკან (?:\p{L}+ ){0,2}(?:წაღებ|გათხოვ|გამოთხოვ|დაბრუნ|წაიღო|გაითხოვო|გამოითხოვო|გამოითხოვს)
    |უკან (?:გაითხოვო|გაითხოვს|წაიღო|გამოითხოვო)\p{L}* (?:\p{L}+ ){0,2}თანხმობ
  `),
  said("block", spelt`
    \bput a (?:hold|stop|freeze) on\b|(?:დავის|საკითხის) (?:გადაწყვეტ|გარკვევ)\p{L}*მდე[^.;]{0,20}(?:შეჩერ|შეზღუდ|გაჩერ)
    |\bput (?:it|them|your \p{L}+|the \p{L}+) to sleep\b
    |(?:მონაცემ|ცნობ|ჩანაწერ|ანგარიშ|პროფილ)\p{L}* (?:\p{L}+ )?(?:იყინება|გაიყინება|გავყინავ|იბლოკება|დავბლოკავ|ჩაიკეტება)
  `),
  said("portability", spelt`
    // in a form that the next one reads
    \breadable by (?:other|another|any)\b|\bin a (?:format|form|file|shape) (?:that|which) (?:another|other|any|a new)\b|\bready to load in(?:to)?\b
    |\b(?:as|in) (?:an? )?(?:json|csv|xml|gpx|excel)\b[^.;]{0,40}\b(?:move|load|other|another|elsewhere|take)\b|\bso (?:that )?you can move\b
    |(?:JSON|CSV|XML|DICOM|Excel)\p{L}*(?:-\p{L}+)?[^.;]{0,50}(?:სხვა|გადა|ატვირთ|კლინიკ)
    |სხვა (?:კლინიკ|ბანკ|სკოლ|ფორუმ|აპლიკაცი|პროვაიდერ|ოპერატორ|კომპანი|კლუბ|პროგრამ|ექიმ)\p{L}* (?:\p{L}+ ){0,3}(?:გადავდივარ|გადახვალ|გადახვედ|ატვირთ|გადაიტან|გადავუგზავნ|გადაგზავნ)
  `),
  said("objection", spelt`
    (?:გამოყენებ|აღრიცხვ|დამუშავებ|გადაღებ)\p{L}* წინააღმდეგ (?:\p{L}+ ){0,2}გამო(?:ვიდ|ხვიდ|სვლ)|\bobject to (?:something|what|anything|the way|how) (?:we|you|they)\b|\byou can object\b|\brather not be counted\b|პროტესტი? (?:გამოგვიცხად|გამოაცხად|განაცხად)|შეგვეწინააღმდეგ|შეგეწინააღმდეგ
    |\bif you (?:are|['’]re) against\b|\b(?:against|opposed to) (?:being|the use|our use|this use)\b
    |წინააღმდეგ(?:ი|ია|ნი)? (?:თუ )?(?:ხართ|ხარ|არის)|წინააღმდეგია(?!\p{L})|შეპასუხებ|შემოდავებ
  `),
  said("complaint", spelt`
    საჩივ\p{L}* (?:\p{L}+ ){0,3}(?:მიიღება|განიხილება)|საჩივრ(?:ის|ებ)თვის\s*:|ეთიკის კომიტეტ|\bombudsman can look\b|\bgo to the (?:data protection|privacy|fundraising) regulator\b
    |\bcomplaints? (?:about|over|of|concerning)[^.;]{0,60}\b(?:data|details|information|handled|records?)\b[^.;]{0,30}\b(?:goes? to|are heard|may be|to)\b
    |საჩივ\p{L}* (?:\p{L}+ ){0,2}(?:მისცეს|მისცემს|მისცეთ|დატოვ|ჩააბარ|შეიტან|წარადგინ|გაუგზავნ)|საჩივრის ფორმა|საჩივართა წიგნ
  `),
  said("whereWho", spelt`
    \bwhere (?:it|they|your \p{L}+) (?:lies?|is|are|lives?|sits?)\b[^.;]{0,20}\bwho (?:has|holds|keeps)\b
    |რომელ (?:საცავ|სერვერ|კარად|არქივ|ოთახ|ბაზ)\p{L}* (?:\p{L}+ ){0,3}(?:ინახ|დევს|არის)|(?:სად|რომელ \p{L}+ში)[^.;]{0,20}ვისთან
  `),
];

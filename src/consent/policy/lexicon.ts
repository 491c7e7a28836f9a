// The words by which policies say things, Georgian by stem (words change at their end), English whole. Data, not code: a
// phrase that a policy uses and that is missing here is one line.

export interface Entry {
  readonly value: string;
  readonly words: RegExp;
}

const entry = (value: string, ...words: readonly string[]): Entry => ({ value, words: new RegExp(words.join("|"), "iu") });

/** What a sentence or its heading is about. */
export const topics = {
  purpose: {
    heading: /მიზან|მიზნებ|რისთვის|რატომ|purpose|why we|what for|why do/iu,
    sentence: /მიზნით|მიზანი|მიზანია|ვიყენებთ|იყენებს|გამოიყენება|(?:ვ?ამუშავებ\p{L}*)(?=.*(?:ად|თვის|სათვის)(?:\s|[.,;]|$))|დავჯავშნოთ|დაგიკავშირდეთ|გიგზავნით|\bpurpose|\bin order to|\b(?:we |uses? |used? )(?:only )?.*\bto\b|\bprocess(?:ed|es)?\b.*\b(?:to|for)\b|\bwe send\b|\banaly[sz]e\b.*\bto\b|\breport guests\b|\bobliges us\b/iu,
  },
  recipients: {
    heading: /მიმღებ|ვის (?:გადა|უზიარ|გადავ)|მონაცემთა გაცემ|გადაცემა|გაზიარებ|recipient|who receives|who else|sharing|disclos/iu,
    sentence: /გადაეცემ|გადაეცეს|გადავცემთ|გადაეგზავნ|ვუზიარებ|წვდომა (?:აქვს|შეიძლება|ჰქონდ)|სერვერზე|სხვა სახელმწიფო(?:ს|ში|ებ)|\bshared?\b|\bdisclos|\bpassed to\b|\btransferred to\b|\bhanded over\b|\breceives? (?:it|members)|\bgranted to\b|\bservers are run\b|\bleave the country|\breport guests\b|\badvertising partners\b/iu,
  },
  retention: {
    heading: /შენახვ|რამდენ ხანს|^ვადა$|(?:^|\/ )ვადა|retention|how long|storage/iu,
    sentence: /ინახება|ვინახავთ|შენახვის ვადა|(?:იშლება|ვშლით|წაშლის|წავშლით).*(?:დღ|თვე|წელ|წლ)|\bkept\b|\bkeep (?:it|them)\b|\bstored\b|\bretained\b|\b(?:deleted|erased|overwritten|destroyed)\b.*\b(?:after|days|months|years)\b|\bretain\b|\bstorage period\b/iu,
  },
  rights: {
    heading: /უფლებებ|შემიძლია|your rights|^rights|\/ rights|what can i do/iu,
    sentence: /უფლება (?:აქვს|გაქვთ|ჰქონდ)|უფლება აქვ|შეგიძლიათ|შეუძლია|გამოიხმობთ|გამოხმობა|წაშლის მოთხოვნ|\bhave the right|\bright to\b|\bmay (?:request|ask|demand|access|appeal|obtain|apply)|\b(?:may|can) (?:stop|go to court|withdraw)|\bentitled to\b|\bmay demand\b|\byou may\b|\byou can\b|\brequests for deletion\b|\bask (?:for|us|where)\b/iu,
  },
} as const;

/** A sentence that says what a word means says nothing about what is done. */
export const definitions = /[“”"»] ნიშნავს|ტერმინებ|განმარტება:|[”"] means\b|\bdefinitions?\b/iu;
export const definitionHeading = /ტერმინ|განმარტებ|definition|concepts|glossary/iu;

export const purposes: readonly Entry[] = [
  entry("delivery", "მიწოდებისთვის", "ადგილზე მიწოდებ", "შეკვეთის მიწოდებ", "ნივთის მიწოდებ", String.raw`\bdeliver(?:y|ing)? (?:them|it|the parcel|orders)`, String.raw`to deliver`),
  entry("marketing", "მარკეტინგ", "რეკლამ", "newsletter", "marketing", "advertis", "personal offers", "სიახლეების (?:გაცნობ|გაგზავნ)"),
  entry("payment", "ანგარიშსწორებ", "ბუღალტრ", "გადახდების (?:აღრიცხვ|ადმინისტრ)", "საფასურის ადმინისტრ", "შემოწირულობის მისაღებ", "billing", "accounting", "accounts\\b", "administer fees", "receiving donations", "collection of payments"),
  entry("statistics", "სტატისტიკ", "გასაუმჯობესებ", "გაუმჯობესებ", "კვლევა", "კვლევის", "statistic", "research", "improv", "analy[sz]e", "analytics"),
  entry("security", "უსაფრთხოებ", "თაღლით", "საკუთრების დაცვ", "security", "fraud"),
  entry("legal", "კანონით დაკისრებულ", "სამართლებრივი ვალდებულებ", "კანონით დადგენილი ვალდებულებ", "law obliges", "legal obligation", "comply with", "required by law"),
  entry("hiring", "ვაკან", "თანამდებობაზე შერჩევ", "დასაქმებ", "selecting candidates", "recruit", "vacanc"),
  entry("health", "სამედიცინო მომსახურებ", "მკურნალობ", "to treat you", "treatment", "medical care"),
  entry("identity", "იდენტიფიკაცი", "ვინაობის დადგენ", "identify clients", "identify you", "identification of", "verify your identity"),
  entry("support", "პასუხის გასაცემ", "კომუნიკაცი(?:ის|ისთვის)", "customer support", "დაგიკავშირდეთ", "ანგარიშების გასაგზავნ", "დასაკავშირებ", "answer your question", "contact you", "respond to"),
  entry(
    "service",
    "შეკვეთის შესასრულებ", "(?<!სამედიცინო )მომსახურების (?:გაწევ|მიწოდებ)", "ხელშეკრულების (?:დადებ|შესრულებ|შესასრულებ)", "წყალმომარაგების მომსახურებ", "სასწავლო პროცეს", "განცხადების განხილვ", "მარშრუტის დასათვლელ", "დავჯავშნ", "გამოწერის გასაფორმებ", "სამოქალაქო-სამართლებრივი ურთიერთობ",
    "fulfil your orders", "manage bookings", "providing the", "provision of", "provide education", "calculate routes", "perform its contracts", "performance of (?:a|the) contract", "organi[sz]e your", "provide (?:the|our) service",
  ),
];

export const recipients: readonly Entry[] = [
  entry("nobody", "არ გადაეცემა მესამე", "არავის", "not (?:disclosed|transferred|transfer|disclose|share|pass)[^.]{0,40} third part", "nobody else receives", "not shared with"),
  entry("delivery", "საკურიერო", "საფოსტო", "courier", "postal"),
  entry("payment", "ბანკს", "ბანკები", "საგადახდო", "payment provider", "payment service", "\\bbanks\\b"),
  entry("insurer", "სადაზღვევო კომპანიას", "გადამზღვევ", "insurance company", "insurers?\\b", "reinsur"),
  entry("auditor", "აუდიტორ", "აუდიტორულ", "auditor"),
  entry("health", "სამედიცინო დაწესებულებ", "hospitals?\\b"),
  entry("group", "ჯგუფში შემავალ", "შვილობილ", "affiliate", "companies of the \\p{L}+ group", "group companies"),
  entry("abroad", "სხვა სახელმწიფო(?:ს|ში)", "საერთაშორისო ორგანიზაცი", "leave the country", "outside georgia", "abroad"),
  entry("partners", "პარტნიორ", "partners", "airlines", "hotels"),
  entry("contractor", "უფლებამოსილ\\p{L}* კონტრაქტორ", "ჩვენი დავალებით", "ადმინისტრატორ კომპანი", "ჰოსტინგ", "service providers acting", "it service provider", "hosting", "laboratories that work for us", "processor"),
  entry("state", "სამინისტრო", "სახელმწიფო ორგანო", "ეროვნული ბანკი", "სამართალდამცავ", "ადმინისტრაციულ ორგანო", "აღსრულების ბიურო", "ეროვნულ ცენტრ", "სასამართლოს გადაეცემ", "ministry", "law enforcement", "\\bpolice\\b", "national bank", "enforcement officers", "state bodies", "authorities"),
];

export const rights: readonly Entry[] = [
  entry("information", "ინფორმაცი(?:ა|ის|ის მიღებ)(?: მონაცემთა დამუშავებ| მისი მონაცემების დამუშავებ|ს? მიღებ)", "ინფორმაციის მიღებ", "ინახება თუ არა", "right to information", "be informed about"),
  entry("whereWho", "ადგილმდებარეობის შესახებ", "სად ინახება", "where your data are kept"),
  entry("recipients", "ვის გადაეცა", "მესამე პირების შესახებ", "who received your data", "to whom your data"),
  entry("access", "გაეცნო", "გაცნობა", "ასლი", "წვდომა მათ პერსონალურ", "access your", "^access", "(?:obtain|request|receive) (?:a )?cop(?:y|ies)", "right (?:of|to) access"),
  entry("rectify", "გასწორებ", "განახლებ", "შეცვლის", "შევსებ", "correct(?:ed|ion)", "rectif", "updated"),
  entry("erase", "წაშლ", "განადგურების შესახებ", "deleted", "deletion", "erasure", "erase"),
  entry("stop", "დამუშავების შეწყვეტ", "უარი თქვას", "თქვას უარი", "processing be stopped", "stop the advertising", "ask us to stop"),
  entry("block", "დაბლოკვ", "blocking", "\\bblock(?:ed)?\\b"),
  entry("withdraw", "თანხმობ.{0,40}გამო(?:იხმ|ხმ)", "გამოიხმ.{0,15}თანხმობ", "withdraw"),
  entry("portability", "გადატან", "portability"),
  entry("objection", "დასაბუთებული მოთხოვნა საჯარო", "objection", "object to"),
  entry("complaint", "აუდიტის სამსახურ", "საზედამხედველო", "სახელმწიფო ორგანოებს", "ზემდგომ ორგანო", "lodge a complaint", "complaint with", "state audit office"),
  entry("court", "სასამართლო", "სამართლებრივი დაცვის საშუალებ", "\\bcourt\\b"),
];

export const retentionGrounds: readonly Entry[] = [
  entry("purpose", "მიზნის მიღწევამდე", "აუცილებელია იმ მიზნ", "მიზნისთვის საჭირო", "as long as (?:the purpose|(?:is |it is )?necessary)", "as the purpose requires"),
  entry("consent", "თანხმობით(?:\\.|$| განსაზღვრ)", "თანხმობის ვად", "consent allows"),
  entry("law", "კანონმდებლობით დადგენილი ვად", "კანონით დადგენილი ვად", "period set by law", "required by law"),
  entry("contract", "ხელშეკრულების მოქმედებ", "გამოწერის მოქმედებ", "duration of the contract"),
];

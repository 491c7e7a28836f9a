// What a sentence or its heading is about, and what is said beside the matter.
import { spelt } from "./spelt.ts";
import { pattern, remembering, words } from "./words.ts";

/** Georgian verbs of giving, handing on, letting see; and the English ones. */
const giving = spelt`
  გადა[ეს]?ც|გადავც|გადაგზავნ|გადაეგზავნ|ვუზიარ|უზიარ|გაზიარ|ვაწვდი|მიაწვდი|მიეწოდ|მივაწოდ|ვაძლევ|აძლევ|ვუგზავნ|ეგზავნ
  |იგზავნ|ხედავ|ნახულობ|იღებ(?:ს|ენ)|მიიღებ(?:ს|ენ)|წვდომა|ხელმისაწვდომ|გავცემთ|გასცემ|ვანდობთ|ვიყენებთ\p{L}* მომსახურებ
  |უყენებ|სერვერ|ასრულებ(?:ს|ენ)|ემსახურებ|ამუშავებ\p{L}* ჩვენი|აგვარებ|ბეჭდავ|მიაქვ|მასთან ხვდება|კითხულობ
  |სახელით (?:\p{L}+ ){0,3}ახორციელებ|ვეუბნ|ეტყვი|ინახება\p{L}* სერვერ
`;

/** A service by its name: "We use Mailchimp to …". Its capital is all that tells it from "We use passwords to …", so case counts here. */
export const usesNamed = /\b[Ww]e use \p{Lu}[\p{L}\d]+ to\b/u;

/** What a sentence or its heading is about. `strong`: says so even under a heading about something else. */
export const topics = {
  purpose: {
    heading: words(spelt`
      // English
      purpose|\bwhy\b|what for|\b(?:following|these) (?:ends|objects|aims)\b|what we hold it for|what do we do with|how we use|what we (?:do|use)
      |we use (?:your|it|them|the)|use of
      // Georgian
      |მიზან|მიზნ|რას (?:ვ|უ)?(?:კეთებ|აკეთებ|ვაკეთებ)|რისთვის|რაში|რატომ|(?<!\p{L})რად |ვიყენებ|გამოყენებ
      |საჭიროები(?:ს|სა)თვის
    `),
    strong: words(spelt`
      // English
      \bin order to\b|\bpurposes?\b
      |\bwe (?:only |also |will |may |would like to |might )*(?:use|process|collect|need|hold|record|ask for|look at|check|keep marks|e-?mail you
        |phone you|tell you|report to)\b
      |\blets? us\b|\bare there to\b|\btells? us\b|\bmeans? we must\b
      |\b(?:is|are) (?:only )?(?:used|processed|collected|needed)\b
      |\b(?:uses?|processes) .*\b(?:to|for)\b
      // Georgian
      |მიზნით|მიზანია|არის მიზანი|თანხმობ\p{L}* შემთხვევაში|ვამოწმებ|ვაანალიზ|ვიყენებ|იყენებ(?:ს|ენ)|გამოიყენ|ამუშავებ\p{L}*
      |ვიდეო\p{L}* (?:ახორციელებ|დამონტაჟ)|კანონი გვავალდებულებ
    `),
    sentence: words(spelt`
      // English
      \bto\b|\bso\b|\bbecause\b|\bobliges?\b|\brequires?\b|\bfor\b|\bhelps?\b
      // Georgian
      |იმისთვის|იმისათვის|უნდა |რათა|(?:თვის|სათვის)(?:აც)?(?:\s|[,.;)]|$)|ად(?:\s|[,.;)]|$)|გვჭირდ|სჭირდ|საჭიროა|ვაგროვებ
      |აგროვებ|ავალდებულებ|ავალებ|დამონტაჟ|ვინაიდან|რადგან|იმიტომ|რომ |\p{L}ადაა(?!\p{L})|გამო(?!\p{L})|ვადგენთ|ვამოწმებ
      |ვაფას|აფასებ|ადარებ|ვადარებ|გიგზავნ|ვუგზავნ|დაგიკავშირდ
    `),
  },
  recipients: {
    heading: remembering(pattern(spelt`
      // English
      recipient|shared with|^who else(?= ?\/|$)|^we (?:tell|show|send it to)(?= ?\/|$)|\boutsiders\b
      |where (?:does|do|will) (?:it|they|your \w+) (?:all )?go
      |\bwho (?:receives|else|gets|sees|can see|may see|has access|we share)
      |with whom|\bshar(?:e|ing)|disclos|may give it|pass(?:ing)? (?:it|them)|third part
      // Georgian
      |(?<!გამგზავნ\p{L}* და )მიმღებ(?!\p{L}* (?:შესახებ|განყოფილ|ოთახ|დარბაზ|საათ)|ში)
      |(?:^|[\s,/—–-])ვის(?:თან|თვის|ზე)?(?=[\s,?]|$)|ვინ (?:ნახ|ხედ|იღ)|მონაცემთა გაცემ|გადაცემ
      |(?:გადაეცემა|ეგზავნება|მიეწოდება)(?= ?\/|$)|გაზიარებ|სხვას|მესამე პირ|ვის ეტყვი|ვის ვეუბნ
    `)),
    strong: words(spelt`
      ${giving}|\bshar(?:e|es|ed|ing)\b|\bdisclos|\bpass(?:ed|es)? (?:\w+ ){0,6}(?:to|on)\b|\btransferr?e?d?\b
      |\bhand(?:ed|s)? (?:\w+ ){0,5}(?:over|to)\b|\breceives?\b|\bcan see it\b|\bnobody outside\b|\bnowhere else\b
      |\bmust report\b|\bgiven? (?:\w+ ){0,5}to\b|\bgrant(?:ed)? \b|\bsen[dt]s? (?:\w+ ){0,6}to\b|\bsees?\b|\bsupplied to\b
      |\bprovided? (?:\w+ ){0,6}to\b|\bservers? (?:is|are|run)
      |\b(?:hosted|stored|maintained|processed|run|operated|made|printed) (?:for us )?(?:by|on|with)\b
      |\bhosts? (?:our|the)\b|\bleave the country\b|\breport guests\b|\bvisible to\b|\bavailable to\b|\baccess to\b
      |\bon our behalf\b|\bwork(?:s|ing)? for us\b|\bwrite to the\b|\bmay (?:check|inspect|audit)\b|\bwill ask us\b
      |\breports? (?:\w+ ){0,4}to\b|\bgo(?:es)? (?:\w+ ){0,3}(?:to (?!court)|through\b|via\b)|\bgets? the\b|\bcan view\b
      |\bcollected (?:for us )?by\b|\blooked after by\b|\btakes? (?:card )?payments\b|\bstores? it\b|\bservers? sits?\b
      |\bwith your (?:gp|doctor)\b|\bwe (?:may |will |can )?check (?:\w+ ){0,5}with\b
    `),
    sentence: /(?!)/u,
  },
  retention: {
    heading: words(spelt`
      // English
      ^until(?= ?\/|$)|^we (?:bin|delete|shred|destroy)(?= ?\/|$)|\b(?:doesn[’']t|does not) stay forever
      |when (?:does|do|will) (?:it|they|this) go\b|when (?:it|they|your data) goes?\b|when we delete
      |\bkept\b(?! (?:safe|secure|private|confidential))|\bfor how long\b|retention|\bhow long\b
      |\bstorage (?:periods?|times?|of|and|limits?)|(?:^|data |information |/ )storage(?=[.:]?$| /)|we keep|keeping
      |hang on|\bit stays\b|\bduration\b|\btime limits?\b|\bwhen we forget\b|\bhow soon (?:it|they) go
      |(?:^|[\d.] ?)time[.:]?(?= ?\/|$)
      // Georgian
      |ინახება(?= ?\/|$)|როდის (?:ქრება|იშლება|ნადგურდება|ვშლით|წაიშლება|წავშლით)|შენახვ|ვინახავ|ინახავ|რამდენ ხანს|როდემდე|(?:^|/ )ვადა|(?:^|/ )ვადები$|გადამივიწყ
    `),
    strong: words(spelt`
      // English
      \b(?:kept|stored|retained|held)\b
      |\bwe (?:will |only |then |must |have to )*(?:keep|store|hold|retain|hang)\b
      |\b(?:keeps?|stores?|holds?|retains?) (?:it|them|your|the|records|data|these|this|all|personal)\b
      |\b(?:deleted|erased|overwritten|destroyed|wiped|anonymi[sz]ed|removed|shredded|disappears?|vanish(?:es)?|gone|binned|thrown away|purged)\b
      |\b(?:it|they|these|this|records?|data|details|files?|recordings?|forms?) stays? \b
      |\bon file\b|\bin our archive\b|\bget rid of\b|\bwe (?:will )?delete\b|\bexpires?\b.*\bafter\b|\bbackups?\b|\bwe log \b
      |\bhave to stay\b|\bstorage period\b
      |\b(?:preserved|archived|burnt|burned|pulped|scrubbed|discarded|cleared out)\b
      |\bwritten over\b|\binto the fire\b|\bmust be (?:stored|kept)\b|\bis left there\b
      |\bremembers (?:only )?(?:\d|\p{L}+ (?:days|weeks))|\bthrow (?:it|them) away\b|\bi delete\b|\bwe get rid\b
      |\bgoes? (?:in|into) (?:the|a) (?:bin|shredder|stove|fire)\b|\bstarts? (?:over|again from the beginning)\b|\btorn up\b
      // Georgian
      |ვიტოვებ|იტოვებ|ინახება|ინახავ|შევინახ|შენახ|რჩება|დარჩება|დაგვრჩება|(?:წელი|წელს|თვე) გვაქვს|არქივში
      |(?:იშლება|ვშლით|წაშლის|წავშლით|წაიშლება|ვანადგურებ|ნადგურდება|განადგურდება|ქრება|გადაეწერება).*
      |(?<!\p{L})(?:წა)?ვშლი(?!\p{L})|(?:უჯრ|კარად|საქაღალდ|სეიფ|ყუთ|სკივრ|თარო|სარდაფ|სხვენ)\p{L}*(?:ში|ზე) (?:\p{L}+ ){0,2}(?:დევს|ძევს|იდება|წევს)
      |იშლება|ვშლით|ნადგურდება|ვანადგურ|წაიშალოს|შეინახოს|განადგურდეს|გადაიწეროს|ინახებოდეს|გვიდევს|მიდევს|ვწვავ|ვხევ|ვასუფთავ
      |გადაეწერ|იმახსოვრ|ვიმახსოვრ|ვინახავ|გვაქვს შენახული|თავიდან იწყებს|ვაგდებთ|გადავაგდებთ|გადავხევ|წევს|ყუთშია|უჯრაშია
    `),
    sentence: /(?!)/u,
  },
  rights: {
    heading: words(spelt`
      // English
      \byou[’']re in charge\b|your (?:rights|choices|options|buttons)
      |\bcan i (?:be|see|have|get|ask|change|delete|stop|take|find|know)\b
      |stuff you can ask|\brights\b|what (?:can|may) (?:i|you)|what you can|your controls?|in your hands
      |\byou (?:may|might|could) (?:ask|have|demand|request|require|insist)\b|entitle|you can (?:ask|tell|do|have|request|demand)|you can$|^you (?:want|can)$|your requests|\bmay i\b|\byou may$|/ you may
      |can ask for|you decide|your say|your position|your powers|want (?:to|it)|ask (?:us|for)|may ask us|your data, your
      // Georgian
      |თქვენი სიტყვა|უფლებ|შემიძლია|შეგიძლია|შეუძლია|რისი მოთხოვნა|თქვენი არჩევანი|მოითხოვეთ
    `),
    strong: words(spelt`
      // English
      \bask us what\b|\btake the matter\b|\btell us to\b|\bit is up to you\b|\b(?:has|have|having) (?:the|a) right\b
      |\brights? (?:to|of)\b
      |\b(?:you|they|users?|customers?|members?|patients?|visitors?|students?|guests?|parents?|subjects?) (?:can|may|could)\b
      |\bmay (?:request|ask|demand|access|appeal|obtain|apply|object)\b
      |\bentitled to\b|\brequests for deletion\b|\bask (?:us )?(?:for|to|where)\b|\bwant (?:to|it|us|your|a)\b|\bwould like\b
      |\bif you(?:'d| would| are| think| believe|'re)\b|\bshould you\b|\bchanged? your mind\b|\bwrong, tell us\b
      |\bunhappy\b|\bnot happy\b|\bask us (?:to|for)\b|\bask and we\b|\btell us and\b|\bconsent can be\b|\bdissatisf
      |\bturn to the\b|\bcomplain
      // Georgian
      |უფლება (?:აქვს|გაქვთ|ჰქონდ|მას)|უფლება აქვ|უფლებამოსილი ხართ|შეგიძლია|შეუძლი[აა]|გსურთ|გამოიხმობთ|გამოხმობა
      |წაშლის მოთხოვნ|მოითხოვ|იჩივლ|მიმართ(?:ეთ|ოთ|ოს)|გაასაჩივრ|შეიტანოთ საჩივ|საჩივარი (?:\p{L}+ ){0,2}შეიტან|გვთხოვ
      |თქვენ გადაწყვიტ|გვითხარით|მოითხოვეთ|გაასაჩივრეთ|თანხმობ\p{L}* უკან|უფლება(?!\p{L})
    `),
    sentence: /(?!)/u,
  },
} as const;

/** A sentence that says what a word means says nothing about what is done. */
export const definitions = /[“”"»] ნიშნავს|ტერმინებ|განმარტება:|[”"] means\b|\bdefinitions?\b/iu;
export const definitionHeading = remembering(pattern(String.raw`ტერმინ|განმარტებ(?:ა|ები|ათა)?(?!\p{L})|definition|concepts|glossary`));
/** Sections that speak of something else: what protects the data, what changes, how to get there. */
export const otherHeading = remembering(pattern(spelt`
  // English
  ^(?:data )?security$|keeping (?:it|your data) safe|^cookies|changes|(?:^|\/ )(?:\d+\.? )?contacts?(?: us)?\W*$
  |(?:how|where) to (?:contact|reach|find) us|contact (?:us|information|point|person)\W*$|service levels|opening hours
  |useful to know|good to know
  |(?:^|\/ |\d\.? )(?:practical|practicalities|miscellaneous|sundries|any other business|not privacy at all|house rules|prices?|fees|getting here
    |exchanges? and returns?)\W*$
  // Georgian
  |(?<!მონაცემთა )უსაფრთხოება$|დაცვის ზომ|ცვლილებ|საკონტაქტო|კონტაქტი|სამუშაო საათ
  |(?:^|[\d.] ?|▼ ?)(?:სხვა ამბები|პრაქტიკული|გაცვლა-?დაბრუნება|ფასები|ფილიალები)\W*$
`));

/** What is said beside the matter: where links lead, what to bring, the browser's own settings, a breach. */
export const aside = pattern(spelt`
  // English
  (?:keep|share|tell|disclose) (?:your |the )?password|password (?:safe|secret)
  |in (?:the event|case) of (?:a |an )?(?:\w+ )?(?:breach|incident)
  |\blinks? to (?:other|third|external)|^(?:please )?bring\b|\b(?:browser|cookie) settings\b|\bcookies in your browser
  |\byou must be (?:\d+|\w+teen|over|at least)
  |\b(?:delivery|dispatch|shipping|returns?|refunds?) (?:\w+ )?takes? \d
  // Georgian
  |პაროლი? (?:\p{L}+ )?(?:არავის|არ )
  |ინციდენტ\p{L}* შემთხვევაში (?:\p{L}+ ){0,3}(?:სამსახურ|ვაცნობ)
  |სხვა საიტ\p{L}* ბმულ|^მოიტანეთ|ბრაუზერის პარამეტრ
`);
/** The same of an organisation itself, in a clause of a sentence that may say more: how old it is, its certificates, its hours. */
export const asideClause = /(?:,?\s*\b(?:which|who|that)\s+)?(?:\b(?:is|are|was|were|has been|have been) )?\b(?:founded|certified (?:to|under|by|according)|open (?:from|between|daily|on weekdays))\b|დაარსდა/iu;
/** Under these stands what the data are: "bank account number" is no bank. */
export const collectedHeading = remembering(pattern(spelt`
  // English
  categor|^we (?:collect|hold)(?: \/|$)
  |what (?:data |information )?(?:do )?we (?:collect|hold|have|ask for)
  |(?:data|information) we (?:collect|hold|ask for)
  // Georgian
  |კატეგორი
  |რა (?:მონაცემებს|ინფორმაციას) (?:\p{L}+ )?(?:ვაგროვებ|ვამუშავებ|ვიღებ|აგროვებ)
  |რას ვაგროვებ
`));

// What the person may ask for, by the phrases that say it.
import { type Entry, entry } from "./phrases.ts";
import { spelt } from "./spelt.ts";

export const rights: readonly Entry[] = [
  entry("information", spelt`
    // English
    right to be informed|right to information|be (?:informed|told) (?:about|how|why|what)|tell you (?:how|what we)
    |(?:know|find out|ask|learn) (?:why|how|what) we (?:use|do|process)
    |information about (?:how|the processing)|how (?:it|they|your data) (?:is|are) (?:used|processed)
    // Georgian
    |და რისთვის|გაიგო(?:თ|ს|ნ)?,? (?:თუ )?(?:რისთვის|რატომ|როგორ|რა მიზნ)
    |ინფორმაცი(?:ა|ის)(?: მიღებ)?(?:,)? (?:იმის |მისი |თქვენი |თქვენს |მათი )?(?:პერსონალურ\p{L}* )?(?:მონაცემ\p{L}* დამუშავებ|თაობაზე
      |შესახებ, თუ)
    |ინფორმაციის მიღებ|ინახება თუ არა|რა მიზნით|გვკითხოთ, (?:რად|რატომ|რისთვის|რას)(?!\p{L})|რას ვაკეთებთ თქვენ|როგორ (?:ვ)?ამუშავ
  `),
  entry("whereWho", "ადგილმდებარეობის შესახებ", "სად (?:\\p{L}+ )?ინახება", "ვინ ფლობს", "where (?:your data|it|they|we) (?:is|are)? ?(?:kept|stored|keep|store|hold)", "who owns the database"),
  entry("recipients", spelt`
    // English
    who (?:\w+ )?(?:received|has (?:seen|received|had)|got) |to whom|whom we (?:have )?(?:share|give|gave|disclos|pass)
    |who we (?:have )?(?:shared?|gave|given|passed)[ ]
    // Georgian
    |ვისზე (?:\p{L}+ )?გაიცა|(?<!\p{L})ვის (?:\p{L}+ )?გაეგზავნ|(?<!\p{L})ვის გადაეც|(?<!\p{L})ვის (?:\p{L}+ )?(?:გადავეც|მივაწოდ|ვაძლევ|გავუზიარ)
    |მესამე პირების შესახებ
  `),
  entry("access", spelt`
    // English
    \bfor your (?:file|records?|data)\b|\bprint-?out\b|\bsee your (?:file|details|record)
    |what (?:is|we|you) (?:hold|held|have|keep|store)|\bshow (?:you|me)\b|\baccess\b|\bcop(?:y|ies)\b
    |\b(?:see|view|read|look at|inspect) (?:\w+ ){0,3}(?:data|notes|file|records?|information|what|everything|it)
    |what we(?:'ve| have) got|what (?:information|data) we (?:hold|have|keep)|right (?:of|to) access
    // Georgian
    |წვდომის უფლებ|(?<!ე)ნახვა(?!\p{L})|ამონაწერ|(?<![იე])ნახო(?:ს|თ|ნ)|რა (?:მონაცემ\p{L}*|წერია|ვიცით|გვიწერია)|გაეცნო|გაცნობ(?!ებ|ოთ)|(?<!\p{L})ასლ(?!ან)
    |(?:(?<![იე])ნახოთ|(?<!გან|განვ)იხილოთ|ჩვენებ|დაინახ|მაჩვენე(?!ბ)|გაჩვენ)|წვდომა (?:მათ|თქვენს|მის|საკუთარ|პერსონალურ)
    |რა (?:ინფორმაცია|მონაცემები) (?:გვაქვს|ინახება|გვაქვს თქვენ)
    |გამოითხოვოთ (?:თქვენ|სამედიცინო|ინფორმაცი|მონაცემ)
  `),
  entry("rectify", spelt`
    // English
    \bwe(?: will|.ll)? update it\b|\bput (?:errors|mistakes) right|\bcorrection\b|put (?:\w+ ){0,2}right
    |\bchange (?:it|them|your (?:details|data|address|name|number|information|entry))\b
    |\bcorrected?\b|\bedit\b|\bput straight\b|\bcorrect(?:ed|ion|ions)?\b|rectif|\bupdated?\b|\bfix(?:ed)?\b
    |put (?:it|that|them) right|\bamend|inaccura|\bmistakes?\b|chang(?:e|ed) your details
    // Georgian
    |გამოვასწორ|გამოასწორ|დაზუსტებ|შეცვალ|არასწორ(?:ად|ი მონაცემ)|ჩასწორ|გასწორებ|შეასწორ|გაასწორ|გავასწორ|შესწორებ|განახლებ
    |განაახლ|შეცვლ|შევსებ|უზუსტობ
  `),
  entry("erase", spelt`
    // English
    \bremove your\b|\bbin it\b|close (?:the|your) account|ask for it to go|get rid of|\bdelet(?:e|ed|ion|ing)\b
    |\beras(?:e|ed|ure|ing)\b|\bremov(?:e|ed|al)\b|destroy|forgotten|forget (?:you|me)|\bwipe
    // Georgian
    |ამოშლ|ამოიშალ|ამოშალ|წაგვაშლევინ|წააშლევინ|წაიშალ|ანგარიშ\p{L}* (?:გააუქმ|გაუქმ|დახურ)|გააუქმოთ ანგარიშ|მოაშორ|წაშლ
    |წაშალ|წავშალ|წაგიშალ|განადგურებ|გაანადგურ
  `),
  entry("stop", spelt`
    // English
    \bcease (?:to )?(?:process|us)|turn(?:ed)? (?:\w+ )?off|say no to|switch (?:\w+ )?off|processing be stopped
    |\bstop (?:the|us|using|process|our|getting|receiving)|ask us to stop|unsubscribe|opt out|stopped
    // Georgian
    |შეაჩერ|შეჩერებ|გამორთ|აღარ (?:მიიღ|გამოგიგზავნ|მოგწერ)|დამუშავებ\p{L}* შეწყვეტ|შევწყვიტ|უარი თქვ|თქვას უარი
  `),
  entry("block", String.raw`დაიბლოკ`, "\\blimit (?:how|the|our|what)", "\\bsuspend (?:the|our|how)", "დაბლოკვ", "დაბლოკ", "დროებით (?:შე)?ზღუდ", "შეზღუდვ", "blocking", "\\bblock(?:ed)?\\b", "\\brestrict(?:ed|ion|ions)?\\b", "\\bfreez|\\bfrozen\\b"),
  entry("withdraw", spelt`
    // English
    consent (?:can|may) be (?:taken back|withdrawn|cancelled)|cancel (?:your )?consent
    |withdraw(?!\p{L}* (?:your|the|an?) (?:application|money|cash|bid))
    |take (?:it |that |your consent |your ok )?back|changed? your mind|revok|consent (?:\w+ )?(?:back|cancel)
    // Georgian
    |გააუქმო\p{L}* (?:\p{L}+ )?თანხმობ|უარი თქვ\p{L}* (?:\p{L}+ ){0,2}თანხმობ|გაიხმ|თანხმობ\p{L}* (?:\p{L}+ ){0,4}გააუქმ
    |თანხმობ.{0,60}(?:გამო(?:იხმ|ხმ|ითხოვ)|უკან|გააუქმ|გაუქმ)|(?:გამოიხმ|უკან).{0,30}თანხმობ|გადაიფიქრ
  `),
  entry("portability", spelt`
    // English
    \bexport\b|portab|machine-readable|structured|export (?:\w+ )?(?:your|it|data|file)|download (?:\w+ ){0,4}(?:file|data)
    |(?:move|transfer|take) (?:\w+ ){0,3}(?:to another|elsewhere|with you)
    // Georgian
    |სტრუქტურირებულ|ექსპორტ|სხვა (?:ოპერატორ|ბანკ|პროვაიდერ|კლინიკ)\p{L}*|გადაიტან|გადატან
    |(?<!უკან )(?<!(?:ასლ|ამონაწერ|ამონაბეჭდ)\p{L}* (?:\p{L}+ )?)წაიღ[ეო]\p{L}*(?! (?:\p{L}+ ){0,2}ასლ)(?!\p{L})|ჩამოტვირთ\p{L}* (?:\p{L}+ )?(?:ფაილ|მონაცემ)
    |მანქანურად წაკითხვად|სხვა (?:კომპანია|ორგანიზაცი|სერვის)\p{L}* გადა
  `),
  entry("objection", "წინააღმდეგობ", "\\bdisagree with\\b", "დასაბუთებული მოთხოვნა საჯარო", "შეეწინააღმდეგ", "შეწინააღმდეგ", "პროტესტ", "objections?\\b", "\\bobject\\b", "object to"),
  entry("complaint", spelt`
    // English
    supervisory body|inspectorate|take the matter to (?!the (?:\w+ )?court)|raise (?:it|a concern) with the|complain
    |data protection (?:commission|authorit|service|inspector)|commissioner|supervisory authorit|state audit office
    |ombudsman|regulator
    // Georgian
    |ზედამხედველ|გაასაჩივრ(?!\p{L}* (?:\p{L}+ ){0,3}სასამართლო)|საჩივარ\p{L}* (?:\p{L}+ ){0,4}(?:შეიტან|წარადგინ|გააგზავნ)
    |აუდიტის სამსახურ|მონაცემთა დაცვის სამსახურ|(?<!კადრების |საგადასახადო |შრომის )ინსპექტორ|საზედამხედველო|სახელმწიფო ორგანოებს|ზემდგომ ორგანო
    |გასაჩივრებ(?!\p{L}* სასამართლო)|იჩივლ
  `),
  entry("court", "სასამართლო", "სარჩელ", "სამართლებრივი დაცვის საშუალებ", "\\bcourts?\\b", "\\bsue\\b", "judicial"),
];

// What data are used for, said by what is to happen with them or what might happen without: whole turns, as in everydayPurposes.ts.
import { type Frame, said } from "./frames.ts";
import { spelt } from "./spelt.ts";

export const everydayReasons: readonly Frame[] = [
  said("service", spelt`
    (?:გაკვეთილ|რეისი?|ვიზიტ|შეკვეთ|კრებ|ტურ)\p{L}* (?:\p{L}+ )?(?:გადატან|ამბ|გაუქმებ|ცვლილებ|დროის)\p{L}* (?:შესატყობინებლ|შეტყობინ)|(?:ბილეთ|ვაუჩერ|ქვითარ|დადასტურებ)\p{L}* (?:\p{L}+ )?გამოსაგზავნ|შეხსენებ\p{L}* (?:მოგივ|გამოგიგზავნ)|მოგივათ შეხსენება|(?:ვიზიტ|გაკვეთილ|შეხვედრ)\p{L}* დასანიშნ|ადგილი? (?:რომ )?(?:დაგიმაგრ|შეგინახ)|\b(?:supply|provide) you with (?:water|gas|power|electricity|heat)\b|\barrange the (?:visit|viewing|lesson|delivery)\b|\bfix up (?:lessons|visits|a time)\b|\bread out your\b|\brun the (?:waiting list|rota|list)\b|\btell you when (?:a|your) (?:reservation|book|order|table) is\b|(?:ანაბარ|პოლის|აბონემენტ)\p{L}* სამართავ|(?:სესხ|კრედიტ)\p{L}* გასაცემ
    // lending, and having it back
    |\b(?:who to lend (?:it |them )?to|who has (?:what|which|it) out|bring (?:it|them) back|get the (?:book|books|key|keys) back|what you have (?:out|borrowed))\b
    // places, moorings, plots: given out
    |\b(?:allocat(?:e|ion of|ing)|assign(?:ment of|ing)?|distribution of) (?:the )?(?:moorings?|plots?|places?|seats?|rooms?|berths?|lockers?|stands?|beds?|desks?)\b
    // a policy, an account, a licence: kept going
    |\b(?:assessment|consideration|examination) of (?:the|your|any|each) (?:proposal|application|request)\b|\badministration of (?:the|your|any) (?:policy|account|loan|lease|licen[cs]e|scheme)\b
    |\bset(?:ting)? up your (?:cover|account|policy|direct debit)\b|\bsettl(?:e|ing) (?:your |the )?claims?\b
    // an app: what it shows
    |\b(?:draw|show|build|plot) (?:you )?(?:your|the|a) (?:chart|graph|map|timeline|feed|list|progress)\b|\bsend (?:you )?(?:the|your|a) ["“'‘]?[^.;]{0,20}(?:nudge|alert|reminder)\b|\bremember(?:s|ing)? (?:your|the|what is in your) (?:basket|cart|login|language)\b
    // told in time
    |\b(?:tell(?:ing)?|warn(?:ing)?|let(?:ting)?|remind(?:ing)?) you (?:know )?(?:when|if|that|where) (?:a|the|your|it|practice|training|we) (?:\p{L}+ ){0,2}(?:moves?|changes?|is|are|starts?|begins|comes|opens|closes|cancelled|shut|due)\b
    // in Georgian: a visit or a booking, and a reminder of it
    |(?:ვიზიტ|ჯავშან|ჯავშნ|შეხვედრ|გაკვეთილ|რეპეტიცი|კრებ|ვადა|ვადის)\p{L}*,? (?:\p{L}+ ){0,2}(?:შევახსენ|შეგახსენ|შესახსენებ|გადავწი|გადასაწევ|დაგიდასტურ|დასადასტურ|დავადასტურ|მოსაწვევ|მოწვევ)
    |(?:კრებ|შეხვედრ|ღონისძიებ|გამოფენ|წვეულებ)\p{L}*(?:ზე|ში) (?:\p{L}+ )?(?:მოსაწვევ|მოწვევ|მოგიწვი|დაგპატიჟ|დასაპატიჟებ)
    // an account and its password
    |ანგარიშს? (?:\p{L}+ )?(?:გიხსნ|გაგიხსნ|ვაწარმოებ|გიმართავ)|პაროლ\p{L}* (?:\p{L}+ ){0,2}(?:გიბრუნებ|დაგიბრუნ|აღგიდგენ|აღდგენ|აღსადგენ)|კალათ\p{L}* (?:იმახსოვრ|გახსოვ|შესანახ|ვიმახსოვრ)
    // a room, a place, a supper
    |(?:ოთახ|ადგილ|მაგიდ|ნომერ|სუფრა|ვახშამ|საუზმე)\p{L}*,? (?:\p{L}+ ){0,3}(?:შეგინახ|შევინახ|დაგახვედრ|მოგიმზად|დაგითმ|დავჯავშნ|მისაკუთვნ|მიკუთვნ|გამოსაყოფ)
    |(?:წიგნ|გამოცემ|გასაღებ|ინვენტარ|აღჭურვილობ|ნივთ)\p{L}* (?:გაცემ|გასაცემ|გატან|განათხოვრებ)\p{L}*(?: და \p{L}+)*
  `),
  said("payment", spelt`
    ხარჯ\p{L}* (?:აგვინაზღაურ|ანაზღაურ)|(?:შესატან|შენატან|საწევრო)\p{L}* (?:\p{L}+ )?აღსარიცხ|საფასურს? (?:აკლებს|აკლდება|ჩამოაჭრის)|პროცენტ\p{L}* (?:ამოსაღებ|დარიცხ)|\bcollects? the (?:rent|rents|fees|subs|money)\b|\bwork out and collect\b|\bfor taking the fee\b|\bmoney can be banked\b|\bhand the deposit back\b|\bsend back any overpayment\b|\btake the charge\b
    // money asked for
    |\b(?:chas(?:e|ing)|collect(?:ion)?(?: of|ing)?|levy(?:ing)?|gather(?:ing)?|get(?:ting)? in) (?:the )?(?:subs|subscriptions?|dues|harbour dues|fees|rents?|rates|fares?|tolls?|gifts?|it each (?:quarter|month|year))\b
    |\b(?:assessment|calculation|billing) (?:and collection )?of (?:the |your )?(?:\p{L}+ )?(?:dues|fees|charges|rents?|premiums?|fares?|bills?)\b
    |\b(?:what|where) we send the (?:bill|invoice)\b|\bsend the (?:bill|invoice) to\b|\btaking (?:your|the) direct debit\b|\bblock the deposit\b|\bcharge (?:for )?(?:extra|any|the) (?:days?|nights?|hours?)\b|\bcollect (?:it|them|the money)\b
    // in Georgian: a fee, a sum
    |(?:შენატან|პრემი|საფასურ|სესხ|გადასახდელ|ქირ|მოსაკრებ|თანხ)\p{L}* (?:\p{L}+ ){0,2}(?:დასარიცხ|დარიცხ|ვანგარიშ|ჩამოვწერ|ჩამოწერ|ჩამოსაწერ|ჩამოსაჭრელ|ჩამოჭრ|ამოსაღებ|მისაღებ|დასაანგარიშ|გადმოსარიცხ)
    |(?:ჩამოვწერ|ვანგარიშობ|ჩამოვაჭრ|ვარიცხავ|დავარიცხ|ვითვლი)\p{L}* (?:\p{L}+ ){0,3}(?:შენატან|საფასურ|თანხა|ქირა|ქირას|გადასახდ|სარგებ)
    |ვანგარიშობ\p{L}* (?:და \p{L}+ )?(?:\p{L}+ ){0,2}(?:შენატან|საფასურ|თანხ|ქირ)|ფულ\p{L}*,? (?:\p{L}+ ){0,2}(?:ჩამოგეჭრ|ჩამოგაჭრ|დაგიბრუნ|დაგვიბრუნ|გადმოგირიცხ|მივიღ|დასაბრუნებ)
    |\d+ (?:ლარი|₾) (?:\p{L}+ )?(?:დაგიბრუნ|გადმოგირიცხ|ჩაგირიცხ|დავაბრუნ)|(?:ზეგანაკვეთ|საათ|დღე|ხარჯ)\p{L}* (?:\p{L}+ )?ასანაზღაურებ
  `),
  said("health", spelt`
    \bwon[’']t hurt (?:you|them)\b|\bsafe for (?:you|them|him|her)\b|\bright care\b|\bright dose\b|\bcold, hurt\b|\bpulled out\b|არაფერი ავნ|ცუდად გახდ|ზიანი (?:\p{L}+ )?მიაყენ|გაუტკივარ
    // falling ill, being hurt by what one eats
    |\b(?:end(?:s|ed)? up in hospital|(?:falls?|fell|fallen|taken) (?:ill|sick)|(?:makes?|made) (?:you|them|anyone|somebody|a child) (?:ill|sick|poorly)|swells? up|choke[sd]?|anaphyla\p{L}*|be dangerous for (?:you|them|him|her)|bad for your health|does not agree with you|can['’]t eat|cannot eat|must not eat)\b
    |\b(?:secure|ensure|get|give|choose|adapt) (?:\p{L}+ ){0,2}(?:appropriate|proper|suitable|right|medical) (?:treatment|care|help|attention|dose|training load)\b|\bhealth (?:surveillance|protection|checks?)\b
    // in Georgian: to fall ill, to be hurt
    |ცუდად (?:\p{L}+ ){0,3}(?:გახდ|გამიხდ|გაგვიხდ|გაუხდ|გახდეს)|(?<!\p{L})(?:გწყენ|აწყენ|წყენს|ვაწყენინ|აწყინ)|(?:არ|რომ) (?:\p{L}+ )?(?:ავნო|ევნო|მოგვიწამლ|მოიწამლ|დაშავდ|დამახინჯ)\p{L}*|გული (?:წაუვიდ|შეუწუხდ)|(?:ფეხი|ხელი) (?:\p{L}+ )?მოიტეხ|ვუშველ|ვუშველო|მიეშველ
    |ჯანმრთელობ\p{L}* (?:\p{L}+ )?(?:არ )?(?:დაზიან|დასაცავ|გაუფრთხილ|შესანარჩუნ|საზიან|მონიტორინგ|მეთვალყურ|ზედამხედველ)|ჯანმრთელობის (?:\p{L}+ )?(?:მდგომარეობ\p{L}*) (?:მეთვალყურ|მონიტორინგ|კონტროლ)|სწორად (?:\p{L}+ )?(?:უმკურნალ|დაეხმარ|გიმკურნალ)
    |(?:თხილ|ნიგოზ|თევზ|რძე|გლუტენ|არაქის)\p{L}* (?:\p{L}+ ){0,2}(?:აჭამ|მოხვდ|გწყენ|აწყენ|მივცე)
  `),
  said("security", spelt`
    \bkeep(?:ing)? (?:people|you|staff|visitors|children|kit|members) (?:and \p{L}+ )?safe\b|\bkeep (?:\p{L}+ )?(?:intruders|strangers|thieves) out\b|\bagainst theft\b|\bwho is (?:still )?(?:on the water|in the building|inside|on site)\b|უცხო\p{L}* (?:რომ )?გავატან|ნაქურდალ|(?:ქურდობ|ჩხუბ|ძარცვ)\p{L}* (?:და \p{L}+ )?შემთხვევ|უსაფრთხოება(?=$|[,.;])
    // what is stolen, who cheats, who is a stranger
    |\b(?:recover|trace|get back|track down) (?:a |the |your |our )?(?:\p{L}+ )?(?:car|vehicle|bike|bicycle|boat|tool|laptop|phone)s?\b[^.;]{0,30}\b(?:stolen|missing|gone|taken)\b|\brecover (?:a |the |your )?stolen\b
    |\b(?:made[- ]up|bogus|fake|false|fraudulent|duplicated?|invented|staged|sham) (?:or \p{L}+ )?(?:claims?|accounts?|orders?|profiles?|reviews?|applications?|bookings?|entries)\b|\bclaims that (?:have been|were|are) (?:made up|invented|false|staged)\b
    |\bwalks? (?:out|off) with the wrong\b|\bgoes? home with the (?:right|wrong)\b|\bcatch (?:the next |a )?(?:thief|thieves|vandal|spammers?)\b|\bsomebody walked off with\b|\bprevention of (?:theft|crime|damage|vandalism|injury|accidents)\b|\b(?:keep|sort) out (?:the )?(?:spammers|bots|fakes|cheats)\b
    // in Georgian: a thief, a spammer, a stranger
    |(?:სპამერ|ყალბ|თაღლით|ქურდ|უცხო|დამნაშავ|ჰაკერ|ბოტ)\p{L}* (?:\p{L}+ ){0,4}(?:დავიჭირ|დაიჭირ|ვიჭერ|გამოვავლინ|გამოვიცნ|ამოვიცნ|დავბლოკ|გავატან|შემოვიდ|შემოაღწ|წაიყვან|გაიყვან)
    |(?<!\p{L})(?:მოიპარ|მოგვპარ|გაიტაც)\p{L}*|საეჭვო (?:ოპერაცი|გადარიცხვ|ტრანზაქცი|შესვლ)\p{L}*|(?:თაღლით|გატაცებ|ქურდობ|ძარცვ)\p{L}* (?:და \p{L}+ )?(?:\p{L}+ )?(?:თავიდან (?:აცილ|ასაცილ)|აღკვეთ|პრევენც|გამოვლენ|გამოსავლენ)
  `),
  said("statistics", spelt`
    \btot up (?:how many|the)\b|\bcount(?:s|ed|ing)? (?:when|where|by|these|those|how)\b|\bplan the (?:programmes?|timetable|routes?|opening)\b|\bwhat to (?:improve|buy|stock|build) (?:first|next)?\b|ვითვლი\p{L}*[^.;]{0,40}(?:რომ|რათა) (?:\p{L}+ )?(?:გრაფიკ|ადგილ|მარშრუტ|განრიგ|პროგრამ)|რაოდენობას [^.;]{0,30}ვითვლ|(?:რამდენი|რომელ)\p{L}* (?:\p{L}+ ){0,4}(?:ვითვლ|მოდის)
    // counted, added up, planned by
    |\b(?:add|adding|tot|totting) (?:them|these|those|it|the \p{L}+) up\b|\bcount (?:heads|noses|visits|visitors|hands|them|how)\b|\bhow far (?:people|folk|visitors|members|customers)\b|\bhow many (?:of you )?(?:come|came|visit|use|read|travel)\b
    |\bwhat (?:people|visitors|users|readers|members) (?:use|want|read|ask|like|look)\b|\bdecide what to (?:build|buy|stock|grow|order|print|show) next\b|\b(?:next (?:year|season|term)['’]s?|future) (?:\p{L}+ ){0,2}(?:be planned|planning|programme|opening hours|budget)\b
    // in Georgian: counted in numbers, planned
    |რაოდენობრივ\p{L}* (?:აღრიცხ|აღსარიცხ|ანალიზ|მაჩვენებ)|(?:სეზონ|წლის|კვირ|თვის|პროგრამ|გრაფიკ|ფონდ|მარშრუტ|ბიუჯეტ|შესყიდვ|მარაგ|რეისებ|ცვლებ)\p{L}* (?:\p{L}+ ){0,2}(?:დასაგეგმ|დაგეგმვ|დავგეგმ)
    |(?:საწვავ|წყლ|დენ|ხარჯ|მასალ)\p{L}* (?:\p{L}+ )?(?:აღსარიცხ|აღრიცხვ)
  `),
  said("marketing", spelt`
    (?:შეთავაზებ|შემოთავაზებ|სიახლე|აქცი)\p{L}* (?:\p{L}+,? ){0,4}(?:მოსაწერ|მოგწერ|გამოსაგზავნ|ვწერთ)|\b(?:appeals?|newsletters?|offers) go(?:es)? to those who\b
    // to bring more people in
    |\b(?:lure|draw|bring|drum|pull|tempt|attract|win) (?:in|up)? ?(?:some |more |new |other |in )*(?:members|tenors|singers|players|visitors|guests|customers|people|pupils|volunteers|families)\b|\bfor (?:the|our|a) (?:poster|leaflet|brochure|prospectus|billboard|advert)s?\b
    |\b(?:newsletter|e-?mail|letter|postcard)s? with (?:offers|news|discounts)\b|\b(?:news of|about) (?:our |the )?(?:sales|raffles|new arrivals|special)\b
    |სხვებიც (?:\p{L}+ )?(?:მოვიდნენ|ჩამოვიდნენ|გვესტუმრონ)|ხალხმა (?:\p{L}+ )?(?:ნახოს|გაიგოს|იცოდეს)|(?:ახალი|მეტი) (?:წევრ|სტუმ|მოსწავლ|კლიენტ|მყიდველ)\p{L}* (?:\p{L}+ )?(?:მოსაზიდ|მოვიზიდ|მოზიდვ)
    |(?:შეთავაზებ|ფასდაკლებ|აქცი|სიახლე)\p{L}* (?:\p{L}+ ){0,3}(?:გამოგიგზავნ|მოგწერ|შეგატყობინ|გაცნობ)
  `),
  said("legal", spelt`
    \b(?:duties|duty|obligations?) under the\b|\bkeep(?:ing)? to the rules\b|\bthe (?:\p{L}+ )?(?:act|law) (?:says so|makes (?:us|every))\b|\breturns because\b|(?:მოთხოვნ|სარჩელ)\p{L}* (?:წარსადგენ|შესაგებ|აღსაძრ|აღძვრ)|მოვალეობ\p{L}* (?:აღსასრულებ|შესასრულებ)
    // courts, taxes, reports that a law lays down
    |\b(?:establish(?:ment)?|exercise|defen[cs]e|defend(?:ing)?|pursuit|enforcement)(?: or \p{L}+| and \p{L}+)? of (?:any |our |a )?(?:legal )?(?:claims?|rights)\b|\bfor (?:my|our|the|its) tax returns?\b|\bmeet the (?:duties|duty|obligations?) (?:that |which )?(?:\p{L}+ ){0,2}(?:law|act|statute|code)\b
    |სასამართლო (?:წესით|გზით|დავ)\p{L}* (?:\p{L}+ )?(?:მოთხოვნ|ამოღებ|დასაცავ|დაცვ)|(?:ანგარიშგებ|დეკლარირებ|დეკლარაცი)\p{L}* (?:ვალდებულებ|მოვალეობ|ჩასაბარებ|წარსადგენ|წარდგენ)|საგადასახადო აღრიცხვ\p{L}*(?:თვის|ად)|კანონით (?:და|გან)\p{L}+ (?:მოვალეობ|ვალდებულებ)
  `),
  said("identity", spelt`
    \bknow it(?:[’']s| is) (?:really )?(?:you|him|her|them)\b|\b(?:the )?face matches\b|\byou(?:[’']re| are) really you\b|ვინ დგას (?:\p{L}+ )?(?:უკან|მიღმა)|(?:წლოვანებ|ასაკ)\p{L}*,? (?:რომ )?(?:გავიგ|დავადგ|შევამოწმ|გასაგებ)|(?:მითითებული|სწორედ ის) პირი (?:თქვენ )?(?:ხართ|არის)
    |\b(?:is|are) the (?:one|person|customer|guest|driver|patient) who (?:booked|ordered|applied|signed|paid|called|wrote)\b|\b(?:person|one) at the (?:desk|door|counter) is\b
    |(?:სტუმარ|პაციენტ|მომხმარებ|მყიდველ|განმცხადებ|მძღოლ)\p{L}* (?:\p{L}+ ){0,2}(?:მართლა|ნამდვილად) (?:ის|იგი|თვითონ)|ნამდვილად (?:თქვენ|თვითონ)|ვამოწმებ,? (?:\p{L}+ ){0,2}(?:მართლა|ნამდვილად)
  `),
  said("research", spelt`\b(?:for|by) (?:the )?(?:historians|scholars|scientists|researchers) (?:who |that )?(?:are )?(?:study|work|writ|look)\p{L}*\b|\bunderstand what \p{L}+ (?:\p{L}+ ){0,2}does to\b`),
  said("education", spelt`
    \bwhat to teach\b|მეცადინეობ\p{L}* |(?:განვითარებ|წინსვლ)\p{L}* (?:ვაფასებ|შეფას)|(?:ვაფასებ)\p{L}* (?:განვითარებ|წინსვლ)|სწორ ჯგუფში|რა გასწავლ
    |\bwhat to teach (?:them|you|him|her|next)\b|\bwhat they(?:['’]ve| have) (?:cracked|learned|learnt|mastered)\b|(?:ჩამორჩენილ|მოსწავლ)\p{L}* (?:\p{L}+ ){0,3}(?:დაენიშნ|შეფასდ|დავეხმარ|წინსვლ)`),
  said("delivery", spelt`
    ფოსტას ვატან|ქილ\p{L}* მოსატან
    |\b(?:lands?|arrives?|ends? up|gets?) (?:on|at|to) (?:your|the right) (?:step|doorstep|door|gate|porch|address)\b|საკვებ\p{L}* (?:\p{L}+ ){0,3}მიტან`),
  said("support", spelt`
    \bsort out problems\b|\bproblems you report\b|\bso (?:he|they|she) can get it (?:mended|fixed|repaired)\b|დაკარგულ\p{L}* (?:\p{L}+ )?აღსადგენ
    |\b(?:sort out|put right|look into|mend|fix) (?:whatever|what|anything that) (?:went|goes|has gone|is|broke)\b|\bwhatever went wrong\b`),
  said("hiring", spelt`შესაფერის\p{L}* ადგილ\p{L}* (?:\p{L}+ )?იპოვ|შესარჩევ კონკურს|(?:კანდიდატ|მაძიებ)\p{L}* (?:\p{L}+ )?წარ(?:გადგენ|დგენ|ადგინ)`),
];

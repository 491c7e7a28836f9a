// What data are used for, said by what is done and to what. See frames.ts.
import { everydayPurposes } from "./everydayPurposes.ts";
import { frame, type Frame } from "./frames.ts";
import { learningPurposes } from "./learningPurposes.ts";
import { spelt } from "./spelt.ts";

export const purposeFrames: readonly Frame[] = [
  frame("service",
    spelt`
      // English
      \b(?:run|manage|administer|administration|operat|perform|carry(?:ing)? out|set(?:ting)? up|open|maintain|handl|keep|kept|fulfil|execut|conclu|process
        |complet|arrang|organi[sz]|prepar|issu|provi|suppl|hold|reserv|book|register|registration|enrol|sign(?:ing)? you up|check(?:ing)? you in|admit|match
        |let(?:ting)?\b|draw(?:ing)? up|grant|renew|lend|decid|assess|consider|made out|mak(?:e|ing)|give|giving|show|sav|restor|remember|plan|know which
        |install|connect|repair|mend|find|play|go on|serv|seat|host|conduct|works|running|employ them|translat|carry you)
      |\b(?:allot(?:ting|ted)?|keys issued|let and|pick(?:ing)? the nearest|sorted? into|decide on)\b
      // Georgian
      |შევინახო|აღსარიცხ|აღირიცხ|გასანაწილ|შევადგინ|შედგ|ვაწარმო|ჩაერთ|ვთარგმნ|დაუჯავშნ|დასარეგისტრ|გასაფორმ|დაგარეგისტრ
      |გაფორმ|დადებ|შესრულ|ასრულ|წარმო|სამართავ|მართვ|ვმართ|ადმინისტრირ|გახსნ|რეგისტრ|ჩაწერ|ჩასაწერ|ჩაგწერ|ჯავშნ|გაწევ|გავუწი
      |მიწოდ|მოგაწოდ|უზრუნველყოფ|შეგინახ|შესანახ|გასაცემ|გაცემ|გაიცე|დანიშ|ჩანიშ|ჩაგინიშ|დაგინიშ|ორგანიზ|მოწყობ|ჩასატარ|ჩატარ
      |ჩარიცხვ|გადაწყვეტ|განხილ|დაგეგმ|მომზად|მოგიმზად|გავამზად|დამზად|შეკერ|შეკეთ|გამოგიგზავნ|გამოგზავნ|მოგემსახურ|ემსახურ
      |მომსახურ|აღრიცხვ|დასარიცხ|დაგერიცხ|აღდგენ|აღდგეს|შერჩევ|მოძებნ|მისაღებ|მიღებისთვის|დაგხვდ|მოგიყვან|წაგიყვან|ჩართვ
      |ჩაგირთ|დაგიტოვ|შევარჩი|ვიპოვ|გიპოვ|დაგახვედრ|შეგითანხმ|ჩასაყენებ|გამოსაყოფ|დასანიშნ|შესათანხმებ|მოწესრიგ
    `,
    spelt`
      // English
      \b(?:accounts?|contracts?|agreements?|membership|members|tenanc|property|bookings?|reservations?|orders?|appointments?|tickets?|table|places?|seats?
        |rooms?|services?|subscriptions?|polic(?:y|ies)|visits?|trips?|tours?|stay|loans?|loan|books?|application|permits?|licen[cs]es?|courses?
        |class(?:es)?|events?|requests?|group|programme|supply|supplies|connection|repairs?|cover|fare|benefits?|grants?|certificates?|saves|games?|progress
        |workouts?|settings|choices|route|rides?|journey|parking|beds|horses|lessons?|match(?:es)?|teams?|nomination|ballot|funeral|deeds?|flight|carriage
        |rental|hire|delivery|lease|scheme|stall|plot|berth|pass|badge|workshop|camp|course place|what you (?:ordered|booked|asked|bought|paid|want))
      |\b(?:plots?|boats? and|outings?|keys|envelopes|harbour|roll of|thing work)\b
      |\b(?:sheet|roll|parcels|table is laid|hosts know|account data)\b
      |\bring at the times\b|\bmake up your order\b|\bassess my claim\b|\byour booking\b
      // Georgian
      |ხელშეკრულებ|შეკვეთ|ჯავშ|ანგარიშ|მომსახურებ|სერვის|წევრობ|აბონემენტ|აბონენტ|ბილეთ|ადგილ|ვიზიტ|ბარათ|განაცხად|განცხადებ
      |კურს|ტურ|ღონისძიებ|სესხ|პოლის|ნებართვ|სტუმ|ოთახ|ნომრ(?:ის|ად)|მაგიდ|მგზავრობ|პროგრამ|ჯგუფ|შეღავათ|დახმარებ|ნივთ|რემონტ
      |ბალანს|ქულ|წვეთ|წიგნ|მოგზაურობ|თამაშ|ქირავნობ|დეკლარაც|წილ(?:ის|ი)|მოგებ|დავთარ|რაც შეუკვეთ|ბანაკ|რაზმ|აქტ(?:ი|ის)
      |სუბსიდი|საშვ|გათამაშ|ლატარ|კენჭისყრ|რეისი|ავტომობილ|ინტერნეტ|წყალ|გაზ|დენ|მარშრუტ|ჯანმრთელ.{0,20}დატვირთ
      |თქვენს დასარეგისტრირებ|მანქანა|გიდი|ვიზიტის დრო|რიგში|ბაღში ადგილ|ხაზ(?:ის|ი) (?:მიყვან|გაყვან)|ქულები
      |აბონენტის ანგარიშ|ხელშეკრულებით ნაკისრ
    `),
  frame("delivery",
    spelt`
      // English
      \b(?:bring|brought|carr(?:y|ied|ies)|deliver|send|sent|post(?:ed|ing)?\b|ship|hand (?:it|them|over)|take it|drop|leave|left|reach|turn up|arriv|driver
        |courier|rider|round|ring)
      |\bbrought\b
      // Georgian
      |მოტან|მოგიტან|მივიტან|მიგიტან|მიტან|ჩაბარ|ჩაგაბარ|ჩააბარ|გადმოგც|გამოგზავნ|გაგზავნ|გამოგიგზავნ|გადაგზავნ|მოგივ|მიწოდ
      |ჩამოტან|ჩამოგიტან|მოგართვ|მოაღწი|მიაღწი|კურიერ|მძღოლ|გიპოვ|ატანილ|ატანა
      |(?:მო|მი|ჩამო|გადმო|შემო)(?:გი|ვი|გვი|უ|ვუ|ი|ვა|ა|ს)?ტან|(?:ჩა|გადა)(?:გ|ვ|მ)?ა?ბარ
      |(?:გა|გამო|გადმო|გადა)(?:გი|ვუ|ვ|უ|ი)?გზავნ
    `,
    spelt`
      // English
      \b(?:parcels?|box(?:es)?|packages?|crates?|goods|milk|shopping|groceries|meals?|food|flowers|door(?:step)?|letterbox|ring from the gate|your home
        |to you(?:r house)?|van|orders?|bottles?|rugs?|bread|vegetables)\b
      |\bbox\b|\bgets? the box\b
      // Georgian
      |ამანათ|შეკვეთ|ყუთ|ნივთ|საქონ|(?<!\p{L})კარ(?:თან|ი|ამდე|ს)(?!\p{L})|სახლ(?:ში|ამდე|თან)|სწორ მისამართ|მისამართზე|პროდუქ|ბოთლ
      |ფარდაგ|ავეჯ|ყვავილ|კურიერ|ტორტ|საჭმელ|კალათ|სართულ|კარამდე|კართან
    `),
  frame("marketing",
    spelt`
      // English
      \b(?:tell|write|wrote|send|sent|sends|e-?mail|drop you|text you|let you know|hear|invite|invit|receive|get|post you|newsletter|draw(?:n)? upon
        |goes? out|show you|like to|e-mail me|send me|pushes|comes out|printed? on|appears? (?:on|in))
      |\bnewsletter is sent\b|\badvertising purpose\b
      // Georgian
      |ვბეჭდავ|დაიბეჭდ|იბეჭდ|თავსდება|გამოჩნდ|ვდებ|მოგწერ|მომწერ|გამოგიგზავნ|გაცნობ|შეგატყობინ|გატყობინ|გიგზავნ|ვუგზავნ
      |გაგზავნ|გამოგზავნ|გაგზავნით|მიიღ|მივიღო|მოგივ|იღებს|დაგპატიჟ|პატიჟ|მოწვევ|მოგიწვევ|შემოგთავაზ|გაგახსენ|ვწერთ|გაგიზიარ
      |გაიგ|ვიზიდავ|მოვიზიდ|ფლაერ
    `,
    spelt`
      // English
      \b(?:sales?|news|offers?|new (?:products?|collections?|menus?|vintage|books?|courses?|season|arrivals)|prices of|discounts?|brochures?|catalogues?
        |adverts?|ads|deals|promotions?|harvest|cookbooks?|premieres?|what[’']s (?:on|new)|special(?:s| events)|coming events|winter season|fundrais\p{L}*
        |appeals?|letters? about|birthday|publicity|poster|leaflet|hype|merch|match calendar|promotional|newsletters?|what we are selling|coming season
        |events and offers)\b
      |\bthose who have (?:put|ticked)\b|\badvertising\b
      // Georgian
      |სარეკლამო|სიახლ|აქცი(?:ებ|ის|ა)|ფასდაკლ|შეთავაზ|რეკლამ
      |ახალ(?:ი|ს|ი\p{L}*) (?:ღვინ|კოლექ|მოსავ|წიგნ|კურს|პროდუქ|მენიუ|სეზონ|სახელოსნ|ტარიფ|სპექტაკლ|მომსახურ)
      |პრემიერ|აფიშ|(?<!\p{L})ამბებ|კატალოგ|მობრძანდ|ვაუჩერ|საჩუქ|დაბადების დღ|გამოფენებ|კონცერტებ|ახალ მოსწავლ|ახალ წევრ
      |ფლაერზე|რომლითაც ახალ
    `),
  frame("health",
    spelt`
      // English
      \b(?:to|so|for|because|can|before|act|know|knows|reads?|used?|needs?|lets?|case)\b
      |\btell us\b
      // Georgian
      |რომ|რათა|თვის|ად(?!\p{L})|საჭირო|სჭირდ|გვჭირდ|უნდა|დატვირთვ|მწვრთნელს სჭირდება|ექთანს სჭირდება|მოგვწერეთ|იცოდეს
    `,
    spelt`
      // English
      \b(?:treat (?:you|him|her|the|your|them)|look after you|examin(?:e|ing|ation) (?:you|of the patient)|diagnos|dentist|nurs(?:e|es|ing)|matron
        |injections?|allerg|asthma|inhaler|medication|medicines?|dose|blood (?:group|type)|prescription|prescriber|(?:doctor|dentist|nurse|vet|we|gp)s? prescrib|therap|first[- ]aid|seizure|heart condition|your health
        |anaesth|physio|pregnan|drill|wound|vaccin|midwi|first-?aider|look after (?:you|him|her|them) (?:properly|safely|well)|blood is safe|fit-to-fly
        |care plan)
      |\b(?:taken ill|properly cared for|cared for|bad turn|epipens?|reaction|nut allergy|faint|unwell|injur(?:y|ed)|hurt)\b
      |\bfirst aid\b|\btreated properly\b|\billness or accident\b
      |\b(?:therapist|physio|paramedic|dietician|exercises?|hurt you|harm you|safe for you|unwell|inhaler|diet|pregnan\p{L}*|heart
        |act quickly)\b(?=.*\b(?:tell|know|choose|so|which|what)\b)
      |\b(?:fits|fainting|seizures?|epilep\p{L}*|diabet\p{L}*|injur\p{L}*|illness|conditions?)\b[^.;]{0,40}\b(?:knows?|can|help|act|what to do)\b
      // Georgian
      |მოვუარ|უმკურნალ|საანესთეზ|წამლ|სწორად (?:კვებ|მოვუვლ)|მკურნალ|სამკურნალ|დიაგნოზ|ალერგი|წამალ|პაციენტ|ექიმ|სამედიცინო
      |ვაქცინ|ნემს|ინექცი|ქრონიკულ|ჯანმრთელობ(?!ის შესახებ)|პირველადი დახმარ|რეაბილიტ
      |ანალიზ(?:ის|ების) (?:ჩატარ|ჩასატარ|გაკეთ)|ზიანი არ|სწორად მოუ(?:არ|ვლ)|ცუდად (?:არ )?(?:გახდ|გამხდარ)|გამაყუჩებ|ასთმ
      |კრუნჩხვ|დატვირთვა|სისხლის ჯგუფ|გადაუდებელ\p{L}* დახმარ|სიცოცხლ\p{L}* გადა|დაიგეგმოს და ჩატარდეს ჩემი მკურნ
      |მდგომარეობ\p{L}* საფრთხ|დაგვისივ|ჯანმრთელობის დასაცავ|სამედიცინო დახმარებ|თავს (?:რომ )?არაფერი ავნ|დატვირთვა შეგირჩ
      |ცუდად გახდ
      |(?:გული|წნევა|ზურგი|ხერხემალი) (?:\p{L}+ )?(?:აწუხებს|სტკივა)
      |ზედმეტად არ|ზიანი (?:\p{L}+ )?(?:არ )?მოგ|რა წამალ|გულყრა|ეპილეფსი|დიაბეტ|ინსტრუქტორმა იცოდ|მწვრთნელმა იცოდ|ექიმმა იცოდ
    `),
  frame("legal",
    spelt`
      // English
      \b(?:law|laws|act|statut\p{L}*|legislation|regulations?|code|legal|tax (?:office|man|authority|inspector|rules)|revenue|licen[cs]e|enactments?
        |legal duty|legal obligations?|AML|anti-money|court)\b
      // Georgian
      |კანონ|კოდექს|კანონმდებლობ|რეგულაცი|საგადასახადო|ლიცენზი|სამართლებრივ|დებულებ|სასამართლო|კანონმდებლ
    `,
    spelt`
      // English
      \b(?:must|makes? us|made us|obliged?|obliges|obligation|requires?|required|demands?|says? (?:we|so)|tells? us|have to|has to|fulfil|comply|compliance
        |report(?:ing)?|under|claims?|defend|establish|insists?|wants? us|bound|duty to|lays? (?:down|upon|on)|oblige|say so
        |(?:bound|obliged|required) by law|enactments?|discharge|calls? for it)\b
      |\b(?:obliges us|meet that duty)\b
      // Georgian
      |გვიბრძანებ|სავალდებულ|ითხოვს|მავალდებ|ვავსებ|გვთხოვს|მოგვთხოვ|გვავალ|ავალ|ვალდებულ|მოვალ|უნდა (?:ვ|ჩავ|გავ|შევ)|მოითხოვ
      |გვთხოვ|შესრულ|შესასრულ|ანგარიშგებ|ჩაბარებ|დაკისრ|სარჩელ|დასაცავ|ჩაბარება|აღსაძრავ|წარსადგენ|შესაგებ|მავალდებულ
      |აღრიცხვ\p{L}*თვის
    `),
  frame("identity",
    spelt`
      // English
      \b(?:verif|check|confirm|establish|prov(?:e|ing)|make sure|making sure|be sure|sure|identif|certain|see (?:that|whether)|tell|recogni[sz]
        |know (?:that|it|you)|match|compar|look at|says? you|who you say)
      |\bmatch\b|\b(?:identified|identify)\b|\bso that anyone can be sure\b|\bmake sure\b|\blook at\b|\basked\b|\bsold\b
      |\bserved?\b|\bshow\b|\bcompared with\b|\bmatched with\b
      // Georgian
      |ადგენ|ჩავიხედ|დავხედ|დადგენ|დასადგენ|დავადგინ|შემოწმ|შესამოწმ|ვამოწმ|გადამოწმ|დარწმუნ|დავრწმუნ|დადასტურ|დასადასტურ
      |ვერიფიკ|იდენტიფ|ვხვდებით|ადარებ|შედარ|ვადგენთ|გავარკვი|ცნობ(?:ა|ს)(?!\p{L})|ამოცნობ|შევამოწმ|დავრწმუნდ|გადავამოწმ
      |დავადასტურ|გადამოწმდ|შემოწმდ|დადგინდ|(?:შე|გადა)(?:ვა|ა|სა|ი|მ|ვი)?მოწმ|და(?:ვ|სა|ი|ვა)?დგ(?:ენ|ინ)|უნდა ვიცოდეთ
      |ვნახულობ|ვკითხულობ|მოგივათ|ვრწმუნდ|კოდი მოგ|ვითხოვთ|ვამოწმებთ|ვადარებ|შევადარ
    `,
    spelt`
      // English
      \b(?:identit|who (?:you are|is who|it is|is (?:calling|asking))
        |(?:it is|it['’]s|you are|you['’]re) (?:really |actually )?(?:you|who|the right|the person|at least|over|old)|ages?\b|old enough|adults?|holder
        |signator|signer|date of birth|at least 1\d|over 1\d|same person|the (?:card|account)[’']s? (?:owner|holder)|login|real (?:person|people|owner)
        |who (?:they|he|she) (?:say|purport)|belongs to|person named|purports? to be|named in|who you say)
      |\b(?:your face|your id|address you gave|is yours|are yours|right (?:person|hands))\b
      |\bid-card\b|\bsmart-id\b|\b(?:you are|he is|she is) 18\b|\bsure it[’']s you\b
      |\b(?:really|truly|indeed) (?:yours|you|his|hers)\b|\bonly (?:be )?(?:sold|served|let|rented) to adults\b|\bto adults\b
      |\bover (?:16|18|21)\b|\b(?:18|21|16) or (?:over|older)\b|\bunder (?:16|18|21)\b|\bnot somebody else\b|\byour face\b
      |\bface at\b
      // Georgian
      |ის ხართ თუ არა|ის არის,? ვინც|ვინც (?:დაჯავშნ|ამბობს)|ვინაობ|პიროვნებ|პირადობ|ნამდვილად (?:თქვენ|შენ|ის|მისი|ბარათ)
      |ასაკ|სრულწლოვ|მფლობელ|პატრონი|მესაკუთრ|სხვა (?:ვინმე|პირი|არ)|სახის|მართლა (?:თქვენ|ის)|ნამდვილად
      |კანონიერი წარმომადგენელ|ვისაც დაჯავშნ|ის ადამიანი იღებს|\d\d წლის (?:ხარ|ხართ|არის)|ნამდვილად თქვენ|მეზობელი თქვენი
      |სხვას (?:\p{L}+ )?არ (?:გავატან|მივც|გადავც|გავც)|თქვენ ხართ|სრულწლოვან|არასრულწლოვან|მეპატრონე|თვითონ (?:ხართ|მოვიდ)
      |სხვის (?:სახელით|ნაცვლად)|სახეს|სახესთან
    `),
  frame("security",
    spelt`
      // English
      \b(?:protect\p{L}*|prevent\p{L}*|catch(?:ing)?|spot(?:ting)?|detect\p{L}*|guard\p{L}*|deter|throw out|keep out|against|filmed|cameras?|cctv
        |for the safety|security|stop|because of the)\b
      |\b(?:watch(?:es)?|guard|hijacks?|left out|for the safety)\b|\bmonitored\b|\bsafeguard(?:ing)?\b|\bcatching\b|\bget in\b
      |\bstranger\b
      |\b(?:camera|sign in|signs? in|notice|alarm|logged|log-ins?|tries|guard|keys?)\b
      |\bkeep (?:strangers|outsiders|others|thieves)\b|\bbadges?\b
      // Georgian
      |იცავ|დაცვ|დასაცავ|დავიცვ|თავიდან|აღკვეთ|აღსაკვეთ|პრევენც|გამოვლენ|გამოსავლენ|ამოცნობ|დავიჭირ|ვიჭერ|კამერ|ვიდეო|გამოვავლ
      |აღმოჩენ|აღმოსაჩენ|შევაჩერ|გატეხ|მოგვპარ|მოიპარ|კიდია|შემჩნევ|უცხო|აღირიცხ|იკარგებოდ|დაიკარგ|ჩავდგ|დავაყენ|ვინიშნავ
      |ვწერთ|საშვებ|დაცვა საშვ
    `,
    spelt`
      // English
      \b(?:persons and property|people|property|premises|guests|luggage|passengers|pupils|staff|visitors|attacks?|fraud|thie(?:f|ves)|theft|stolen|abuse
        |cheats?|cheating|burglar\p{L}*|break-?ins?|intruders?|vandal\p{L}*|misuse|crime|damage|hack\p{L}*|spam|bots|threats?|suspicious|break-in of
        |impossible scores|bots|sybil|promo abuse|unusual (?:transactions|activity|logins?)|car park|corridors?|entrances?|foyer|hall|yard|shop floor|till
        |buildings?|lift)\b
      |\b(?:halls?|looms?|sign-in attempts|account hijack\p{L}*|hijacks your account|on the hill|stolen|lost on|safety of)\b
      |\bstranger\b|\bthieves\b|\bhuts and persons\b|\bstorm\b|\bthe property\b|\bbroken into\b
      |\bwas (?:stolen|robbed|vandalised)\b|\bwho is (?:inside|in the building)\b|\b(?:stranger|intruder|outsider)s?\b
      |\bin (?:case|the event) of (?:a )?fire\b|\bif there is a fire\b|\byour password\b
      |\b(?:bicycles?|bikes?|cars|tools|till)\b(?=.*\b(?:camera|watch))
      |\bstrangers? (?:out|away)\b
      |\bout of the (?:building|laboratory|yard|house|garage|office)\b
      // Georgian
      |ქონებ|საკუთრებ|ადამიანთა უსაფრთხ|უსაფრთხოებ|თაღლით|ქურდ|მოპარ|დანაშაულ|შეტევ|თავდასხმ|ბოროტ|არაავტორიზ|უნებართვ|ვანდალ
      |ძარცვ|ბარგ|სპამ|მოპარულ|ავტოსადგომ|სადარბაზო|ხელყოფ|ფოიე|შესასვლელ|დერეფან|დერეფნ|სალარო|ეზო(?:ში|ს)|შენობ|დარბაზ
      |პერიმეტრ|ყალბ|ფიქტიურ|გაყალბ|საეჭვო|მოგვპარ|სარდაფ\p{L}* გატეხ|თაღლითმა|საწყობ\p{L}* (?:ქურდ|დაც)
      |უცხო (?:პირ|ადამიან|ვინმე)|ვერ (?:ისარგებლ|შევიდ|შემოვიდ|გამოიყენ)|ველოსიპედ|იკარგებოდ|ხანძრ
      |ვინ (?:შემოვიდა|არის|იმყოფება) (?:\p{L}+ )?(?:შენობ|შიგნით)|შენობაში|უცხო (?:\p{L}+ )?(?:არ|ვერ)
    `),
  frame("statistics",
    spelt`
      // English
      \b(?:count|add (?:them|it) up|measur|analy|compar|see (?:how|what|which|where)|tells? us|shows? us|learn|work out|find out|understand|study how
        |helps? us|know (?:how|what|which|whether)|reckon|tally|survey|studied|look at|note which|figure out|find out|decide|counts?)
      |\b(?:tally|work(?:ing)? out|calculate|count(?:ing)?|aggregated|analyse|planning)\b
      |\badded up\b|\b(?:losses|trips|visits|sales|bookings|figures|numbers) (?:of all|of every|\p{L}+ )*(?:are|is) (?:added|totalled|summed)
      // Georgian
      |ვითვლ|ვთვლ|დათვლ|დავთვალ|დასათვლ|ვაანალიზ|ანალიზ|გავიგ|გასაგებ|ვიგებთ|ვხედავთ|ვადარ|ვაკვირდ|გვაინტერეს|ვსწავლ|გაარკვ
      |შეისწავლ|შევაფას|შესაფას|შეფას|ვაჯამ|გვეხმარება|ვარკვევ|დაითვალ|დასათვლელ|დავგეგმ|დასაგეგმ|ვგეგმავ|ითვლება, რ|გაანგარიშ
    `,
    spelt`
      // English
      \b(?:how (?:many|often|much|busy|people|long|the)|which (?:\p{L}+ )?(?:pages?|ones?|recipes?|levels?|features?|books?|lines?|links?|courses?|days?
        |items|products|of)|where (?:we|people|you)|what (?:people|visitors|readers|works|to (?:mend|write|buy|change|improve|order)|broke|crashed)|better
        |improve|popular|too (?:hard|slow|easy)|what was (?:borrowed|bought|sold|read)|get stuck|give up|fall short|what to drop|to paint
        |why \p{L}+ (?:overflow|leave|stop)|trends?|statistics|numbers)
      |\b(?:which screens|what falls over|to rebuild|repairs and purchases|future years|should be set|per (?:boat|class|day|month)
        |make (?:the|our) \p{L}+ (?:faster|better|easier|clearer)|how (?:premiums|prices|fees)|next season)\b
      |\bfor planning\b
      // Georgian
      |რამდენ|რომელ|რა დღ|როდის უფრო|ხშირად|უკეთ|გაუმჯობ|ვაუმჯობ|გასაუმჯობ|სტატისტ|ხარისხ|პოპულარ|ვინ რას|მოთხოვნად|სად გვაკლ
      |გადატვირთ|კმაყოფილ|საიდან ჩამოდ|რაოდენობ|სეზონ\p{L}* დავგეგმ|მიხედვით (?:ვგეგმავ|დაგეგმ)|რამდენმა|სტატისტიკურ|ტარიფ
    `),
  frame("statistics",
    spelt`
      // English
      \b(?:count(?:s|ed)?|totalled|(?:is|are|were) (?:added|summed)|add(?:s|ed)? (?:it |them |\p{L}+ )?up|tall(?:y|ied|ies)|tot up)\b
      // Georgian
      |დაგეგმვ|დაგეგმ|დასაგეგმ|გეგმავ
    `,
    spelt`
      // English
      \bto (?:work out|set|plan|fix|decide|order|buy)\b|\bso (?:that )?(?:we|it|they) (?:can |may )?(?:know|plan|decide|order|buy)|\bbuy accordingly\b|\bnext (?:year|season|month)
      // Georgian
      |ახალ\p{L}* (?:ადგილ|მარშრუტ|ხაზ|ფილიალ|სადგომ|კურს|ჯგუფ|გაჩერებ)\p{L}* (?:\p{L}+ )?დაგეგმ|(?:დატვირთვ|მოთხოვნ|ხარჯ|რაოდენობ|დასწრებ|ნაკად)\p{L}* (?:მიხედვით|აღრიცხვ|გათვალისწინ)|მომავალ\p{L}* (?:წლ|სეზონ)|ციფრ\p{L}*ით|რიცხვებით
    `),
  frame("support",
    spelt`
      // English
      \b(?:answer|repl(?:y|ies)|(?:ring|call|phone|text|e-?mail|write to|tell|warn|reach|contact|inform|notify(?:ing)?|remind(?:ing)?|telling) (?:you
        |parents|members|customers|clients|guests|passengers|users)|let(?:ting)? (?:you|parents|members|them) know|notice|sort|help you|respond|get back
        |solve|deal with|resolve)
      |\bsolv(?:e|ing)\b|\bread for\b|\bi use your message\b
      // Georgian
      |ვუპასუხ|გიპასუხ|(?<!უ)(?<!კითხვარის )პასუხ(?!ისმგ|ებს? (?:ვ|ა|ი|გ))|დაგიკავშირ|დავუკავშირ|დაკავშირ|დაგირეკ|დავურეკ
      |დარეკ|შეგატყობინ|შევატყობინ|შესატყობინ|გაცნობ|გაგაფრთხილ|გაფრთხილ|შეგახსენ|შეხსენ|მოგწერ|მოგვარ|მოვაგვარ|დაგეხმარ
      |დახმარ|გადაწყვეტ|გაგაგებ|დაურეკ|გირეკ|დაგეკითხ|გაფრთხილებ|დასაკავშირ|მოსაგვარებლად|შეკეთებ|მოეწყოს|ხელმოწერ
    `,
    spelt`
      // English
      \b(?:questions?|fault|problems?|issues?|complaints?|enquir|quer(?:y|ies)|if (?:the|your|there|something|anything|a|we|it)
        |when (?:the|your|it|you (?:write|call|ask|contact))|in case|interruptions?|changes? (?:to|in)|cancel|delay|closed|ready
        |about (?:the|your) (?:order|booking|repair|visit|appointment|fault)|should the|message|you wrote|what you asked|outages?|updates? about)
      |\byour trouble\b|\bhelp window\b|\bfind the fault\b
      // Georgian
      |შეკითხვ|კითხვ(?!არ)|საჩივ|პრეტენზი|პრობლემ|ხარვეზ|ავარი|გათიშ|თუ (?:რამე|რაიმე|ვიზიტ|შეკვეთ|გზა|გაკვეთ|სპექტაკლ|ცვლილ)
      |ცვლილებ|ვიზიტ|მზად|მომართვ|გადაიდ|გაუქმ|დაგვიან|დაიშალ|შეტყობინება\p{L}* (?:პასუხ)|წერილ|დაზიანებ|გამაცივებ
      |პრეტენზიის შემთხვევაში
    `),
  frame("payment",
    spelt`
      // English
      \b(?:pay|paid|paying|bill|invoic|charg|collect|settle|fees?|rents?|debts?|money|arrears|wages|salary|payroll|refund|deposit|owe|subs\b|dues)
      |\b(?:gifts?|donations?|pledge|charged|subscriptions?|premiums?(?! rates?))\b
      |\bbilling\b|\bmonthly bill\b|\bannual contribution\b|\b(?:billed|tax code)\b
      |\b(?:debit|standing order|instal?ments?|iban|bank particulars|bill|overpaid|sum|tuition)\b
      // Georgian
      |გადახდ|გადაიხად|გადასახდ|(?<!\p{L})თანხ(?!მ)|საფასურ|ქირ|ვალ(?:ის|ი|ს)(?!\p{L})|დავალიან|ხელფას|ქვითრ|ანგარიშსწორ
      |ინვოის|ანგარიშ-?ფაქტურ|(?<!გა)დარიცხვ|ჩამოჭრ|ჩამოსაჭრ|(?<!სა)გადასახად|ჯარიმ|ანაზღაურ|დაბრუნებ|დეპოზიტ|შენატან|შესატან
      |ჰონორარ|საკომისიო|გასამრჯელო|თანხა (?=რომ)|(?<!\p{L})პრემია|კომპენსაცი|ანაზღაურებისთვის|დაირიცხ
      |ჩამო(?:გ|ვ|ე|ი|სა|მე)?ა?ჭრ|გადა(?:ი|გ|ვი|უ)?ხად|ა(?:უ|გი|სა|ვუ|ი)?ნაზღაურ|და(?:ა|ვი|ი|გი)?ანგარიშ
    `,
    spelt`
      // English
      \b(?:to (?:get|be paid|take|collect|pay|bill|charge|settle|recover|chase|work out|refund|invoice|calculate)
        |for (?:collecting|billing|paying|charging|payment|invoic)|get paid|note who|called in|collection of|taking the|take the money|what you owe
        |send you the (?:bill|account|invoice))
      |\bto collect\b|\bcollecting\b|\b(?:is|are) charged\b|\b(?:demanded and )?collected\b|\bfor (?:the )?billing\b
      |\bcalculating the\b|\bcollection of the\b|\bfees are billed\b|\bbill is paid\b|\bpay out the\b|\bsum due\b
      |\b(?:serves? for|used for|needed for|so that) (?:the |your )?(?:monthly |annual )?(?:debit|bill|invoice|payment|rent)\b
      |\bwho (?:still )?owes\b|\bbill reaches\b|\b(?:take|hold|return|keep) (?:the|your|a) deposit\b
      // Georgian
      |მისაღებ|მივიღ|ასაღებ|ამოსაღებ|ამოღებ|გამოსაწერ|გამოვწერ|გამოგიწერ|ჩასარიცხ|ჩაგირიცხ|დასაბრუნებ|დაგიბრუნ|ადმინისტრირ
      |დასათვლ|გიწერთ|ვკრეფთ|ჩამოგაჭრ|გავცეთ|ირიცხება|გასაცემად|გადახდისთვის|გადასახდელად|გადახდის მიზნ|გადახდების|ჩამოჭრ
      |ჩამოიჭრ|ჩარიცხ|გადარიცხ|ჩასარიცხად|წარედგინ|გამოიწეროს|მოხდეს ანგარიშსწორ|გადასახად\p{L}* და(?:ა|ი)?ანგარიშ|ჩამომეჭრ
      |ბანკს ვუგზავნ|სწორ მისამართზე დაირიცხ|ღირებულებ\p{L}* ასანაზღაურ
    `),
  ...learningPurposes,
  ...everydayPurposes,
];

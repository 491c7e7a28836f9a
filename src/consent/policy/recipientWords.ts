// Who gets data, by the phrases that name them.
import { type Entry, entry } from "./phrases.ts";
import { spelt } from "./spelt.ts";

export const recipients: readonly Entry[] = [
  entry("nobody", spelt`
    // English
    \bshare none of it\b|\bnone of it (?:leaves|goes)\b|no \p{L}+ shall be (?:passed|given|shown) to any|nothing [^.]{0,40} leaves
    |(?:don['’]t|do not|never|won['’]t|shan['’]t) (?:hand|give|pass|share|sell|show|send|lend)[^.;]{0,40} (?:to|with) (?:anybody|anyone|any one)
    |nobody (?:outside|apart from us|but (?:us|me))|(?:sends|gives|passes|shares) nothing to|goes nowhere else|with no ?one
    |not (?:disclosed|transferred|transfer|disclose|share|shared|pass|passed|give|given|sell|hand)[^.]{0,60} (?:third part|anyone|anybody|else)
    |nobody else|no ?one (?:else|at all)?|with nobody|to nobody|never leaves?\b
    |never (?:share|shared|pass|give|sell or share)(?: \w+){0,5} (?:with|to) (?:any|third|other|outside|somebody|someone)
    // Georgian
    |(?:სხვას|მესამე პირ\p{L}*) (?:არავის|არაფერი|არაფერს)
    |(?:არავინ|ვერავინ) (?:\p{L}+ ){0,2}(?:ნახავს|ხედავს|იღებს|მიიღებს|გაიგებს)
    |^[^\p{L}]*(?:nobody|no ?one|not a soul|არავინ)(?!\p{L})(?!.*(?:except|but |save|გარდა|apart))
    |(?:ჩემ|ჩვენ)(?:ს)? (?:მეტი|გარდა) (?:არავინ|ვერავინ|არავის)|არ გადაეცემა(?: არავის)?$
    |მესამე პირ\p{L}* (?:\p{L}+ )?არ (?:გადაე?ც|ეგზავნ|ვუზიარ|მიეწოდ)
    |სხვაგან არსად|არსად (?:მიდის|იგზავნ|გადა)|არ გადაეცემა მესამე|არავის
  `),
  entry("delivery", spelt`
    // English
    \bbrings? the parcel|\broyal mail\b|\bdhl\b|\bfedex\b|(?<!-)\bups\b|\bhaul|fulfil?ment (?:centre|center|company)|courier
    |\bpostal (?:service|operator|company|authorit)|(?<!be the )post office|(?<!other )carriers?\b(?! and hotels)
    |delivery (?:compan|servic|partner|driver|firm)
    // Georgian
    |მიტანის (?:კომპანი|სერვის|პარტნიორ)|საქართველოს ფოსტ|კურიერ|საკურიერო|საფოსტო(?! ყუთ)|ფოსტის (?:ოპერატორ|კომპანი)
    |მიტანის სამსახურ|გადამზიდ
  `),
  entry("payment", spelt`
    // English
    \bvisa(?: card)? (?:and|or) mastercard|\bmastercard\b|\bstripe\b|\bpaypal\b|payments? (?:firm|provider|partner)
    |payment (?:\w+ )?(?:provider|processor|compan|service|gateway|platform)
    |card (?:\w+ )?(?:processor|scheme|compan)
    |(?<!national |central |blood |food |data )\bbanks?\b(?! (?:details?|accounts?|cards?|statements?|holidays?)\b)
    |acquir|credit card compan
    // Georgian
    |გადახდის ტერმინალ|ონლაინ ?გადახდის პროვაიდერ|ანგარიშსწორების (?:ოპერატორ|კომპანი)
    |(?<!ეროვნულ\p{L}? |სა|მობილურ |ინტერნეტ |ონლაინ ?)ბანკ(?!ომ|ის ანგარიშ)|საგადახდო|გადახდის აპარატ|ექვაირინგ|გადახდის (?:სისტემ|სერვის|მომსახურ)
  `),
  entry("insurer", "დაზღვევის კომპანი", "სადაზღვევო", "გადამზღვევ", "მზღვეველ", "insurance compan", "insurers?\\b", "reinsur"),
  entry("auditor", "საბუღალტრო (?:კომპანი|ფირმ|მომსახურ)", "აუდიტ(?:ს|თან)(?!\\p{L})", "ბუღალტერ(?:ს|თან)", "bookkeepers?\\b", "აუდიტორ(?!ი(?:ა|ის|ებ))", "აუდიტორულ", "auditors?\\b", "accountants?\\b"),
  entry("health", spelt`
    // English
    \b(?:your|the|a|our|his|her|their|local|own|family) gps?\b(?! (?:track|data|position|shows?|log|coord|device|of))|referral|hospitals?\b|\bspecialists?\b(?! (?:it|company))|\bclinics?\b|\bdoctors?\b|laborator
    |\bvets?\b
    // Georgian
    |სტაციონარ|კბილის ტექნიკურ|სასწრაფო(?:ს|სთან)|სამედიცინო დაწესებულებ|ლაბორატორი|კლინიკ(?:ას|ებს|ასთან|ებთან)
    |ჰოსპიტალ(?:ს|თან)|საავადმყოფო|ექიმ(?:ს|თან|ებს)
  `),
  entry("group", spelt`
    // English
    head office|affiliate|companies (?:of|in|within) (?:the|our) |group compan|parent compan|sister compan|subsidiar
    |headquarters
    // Georgian
    |(?<!რომლის |მათი |მისი )სათაო ოფის|ჯგუფ\p{L}* (?:შემავალ|\p{L}* ?კომპანი|წევრ)|შვილობილ|მშობელ\p{L}* კომპანი
    |დედა ?კომპანი
  `),
  entry("abroad", spelt`
    // English
    transferred to (?:the )?(?:united states|usa|uk\b|ireland|germany)
    |\bthe us\b
    |(?:stored|kept|hosted|held) in (?:ireland|germany|finland|the (?:usa?|united states|netherlands))
    |(?:company|firm|servers?|cloud|stored|kept|sits?|centre|center) (?:\w+ ){0,3}in (?:the )?(?:united states|usa|belgium|france|finland|sweden|ireland
      |germany|poland|lithuania|estonia|netherlands|canada|singapore|israel|turkey)
    |leave the country
    |outside (?:georgia|the (?:country|eu|eea|uk|united|european))
    |abroad
    |(?:located|servers?|hosted|based|stored) in (?:the )?(?:united states|usa|eu\b|european|germany|ireland|netherlands|india|uk\b)
    |another country|other countries|third countr|international transfer
    // Georgian
    |(?<!\p{L})ვენა(?!ხ)|ბერლინ|ლონდონ|ფრანკფურტ|ირლანდ\p{L}*|ბელგი|საფრანგეთ|ინდოეთ|სხვა სახელმწიფო(?:ს|ში|ებ)|სხვა ქვეყ|საზღვარგარეთ
    |უცხო(?:ეთ(?!იდან|ელ)| ქვეყ(?!ნ\p{L}* მოქალაქ))|ფარგლებს გარეთ|საერთაშორისო ორგანიზაცი
    |ევროკავშირ\p{L}* (?:\p{L}+ )?(?:სერვერ|მდებარე|განთავსებ)
    |(?:გერმანია|ირლანდია|ნიდერლანდ|აშშ|ამერიკ|ესტონეთ|პოლონეთ)\p{L}*
  `),
  entry("partners", spelt`
    // English
    \bairline|\btravel agen|\bbooking (?:site|platform|agent|portal)s?|partner (?:institution|universit|organi[sz]ation)
    |partners?\b|airlines|hotels|sponsors?\b|advertisers
    // Georgian
    |სასტუმრო(?:ებს|სთან|ებთან)|სააგენტოებ(?:ს|თან) ტურ|ტურისტულ\p{L}* სააგენტო|პარტნიორ|სპონსორ
  `),
  entry("contractor", spelt`
    // English
    \b(?:looks?|looking) after (?:our|the) (?:servers?|systems?|website|database)
    |\bmailchimp\b|\bgoogle analytics\b|amazon|\brecruit(?:er|ment agenc)
    |\b(?:system|software|website|platform) is (?:provided|supplied|run|built) by\b
    |\btechnicians?\b|\bsuppliers?\b|(?:bulk |mass )?e-?mail(?:ing)? (?:\w+ )?(?:company|firm)
    |(?:text|sms)[- ]message (?:provider|company)|outside (?:firm|company|technician|specialist)
    |\bagenc(?:y|ies)\b (?:acting|working)|google cloud|\baws\b|\bazure\b|under contract to|service providers
    |\bprocessors?\b(?<!card processors?)(?<!payment processors?)
    |it (?:service )?(?:provider|compan|supplier|support)|hosting|host(?:s|ed)? (?:our|the|on|by)|laboratory, which
    |laboratories that work for us
    |(?:work(?:s|ing)?|act(?:s|ing)?) (?:for us|on our behalf|on our instructions)
    |software (?:is )?(?:compan|provider|supplier|maintained|house)
    |cloud|contractors?\b|subcontract|(?<!travel )agents\b|security (?:compan|firm)|mailing (?:provider|service|house)
    |e-?mail (?:delivery )?(?:provider|service)|call cent(?:re|er)|(?<!\b(?:one|office|broken|colour|ticket) )printers?\b
    // Georgian
    |\bit მომსახურ|ტექნიკური მომსახურების|(?:სისტემ|პროგრამ|ბაზ)\p{L}* უვლის|სამონტაჟო|მბეჭდავ|ტრანსპორტ\p{L}* კომპანი
    |რეკრუტ
    |(?:გარე|დაქირავებულ) (?:\p{L}+ ){0,3}(?:კომპანი|სპეციალისტ|ფირმ)
    |კერძო კომპანი|მძღოლ(?:ს|მა|ები|ებს)(?!\p{L})(?!-?\p{L}*-?გადამზიდ)|დამგზავნ|ქვეკონტრაქტორ|კონტრაქტორ
    |უფლებამოსილ\p{L}* (?:პირ|კომპანი)|ჩვენი დავალებით|ჩვენი სახელით|ადმინისტრატორ კომპანი|ჰოსტინგ
    |პროგრამ\p{L}* (?:უზრუნველყოფის )?მომწოდებ|დაცვის კომპანი|(?<!კბილის )ტექნიკოს|(?:ტექნიკურ\p{L}* )?მხარდაჭერის კომპანი
    |ქოლცენტრ(?!თან|ში (?:რეკ|დარეკ)|ის ნომ)|(?:სტამბ(?!ოლ)|ტიპოგრაფი)|ღრუბლოვან
  `),
  entry("state", spelt`
    // English
    \b(?:health|education|labour|social|welfare|tax) (?:department|ministry|inspectorate)
    |\bhmrc\b|\bdvla\b|\bhome office\b|statistics (?:office|agency|service)|\bdepartment (?:of|for) (?:the )?(?:health|education|work|labou?r|justice|interior|social|transport|agriculture|revenue|environment|finance|trade|culture|internal|statistics|taxes|housing)
    |tax (?:man|officials?|inspect)|\bprosecut|\bthe state\b|ministries|ministry|law enforcement|\bpolice\b
    |(?:national|central|state) bank|enforcement officers|state bodies|authorit|(?<!(?:in|before) (?:the |a )?)\bcourts?\b|regulator
    |tax (?:office|service|authorit)|revenue service|government|\bcouncil\b|nhs bodies|inspectorate|public bodies|customs
    // Georgian
    |სახელმწიფო აუდიტ|იუსტიციის სახლ|საგამოძიებო|კომისია(?:ს|სთან|,|\.|$| და)|საქსტატ|საჯარო რეესტრ|იუსტიციის
    |მუნიციპალიტეტ|ზედამხედველ|(?:საგადასახადო|საბაჟო)ს(?=[\s,.])|სამინისტრო|სახელმწიფო (?:ორგანო|დაწესებულ|უწყებ)
    |ეროვნული ბანკ|სამართალდამცავ|პოლიცი|გამოძიებ|პროკურატურ|ადმინისტრაციულ\p{L}* ორგანო|აღსრულების (?:ეროვნულ\p{L}* )?ბიურო
    |ეროვნულ ცენტრ|საგადასახადო (?:ორგანო|სამსახურ)|შემოსავლების სამსახურ|სასამართლო|მარეგულირებ|მუნიციპალიტეტ(?:ს|თან)
    |მერია(?:ს|სთან)|სსიპ|სახელმწიფო სერვის
  `),
];

// To whom data go: who they are, and that something goes to them, is seen by them or lies with them. See frames.ts.
import { country } from "./countries.ts";
import { everydayRecipients } from "./everydayRecipients.ts";
import { spelt } from "./spelt.ts";
import { frame, type Frame } from "./frames.ts";

/** That data go somewhere, are seen or lie there. A courier who is polite, and a court at the corner, get nothing. */
export const gives = spelt`
  // English
  \b(?:typed up by|pass(?:ed|es|ing)?|hand(?:ed|s)?|sends?|sent|sending|giv(?:e|en|es|ing)|gave|shar(?:e|ed|es|ing)|disclos\p{L}*|transfer\p{L}*
    |transmit\p{L}*|report(?:s|ed)?|notif\p{L}*|told|tell|tells|inform(?:s|ed)?|writes? to|go(?:es)?|going|receiv(?:e|es|ed)|gets?|sees?|seen|sight
    |reads?|look(?:s|ed)? (?:at|after)|access\p{L}*|available|visible|learns?|hears?|stored?|hosts?|hosted|held by|keeps? (?:the|your|it|them)|servers?
    |computers|handled|run by|runs? (?:on|our|the)|carried out|takes?|taken|on our behalf|for us|instructions|collect(?:s|ed)|checks?|provid(?:e|ed)
    |suppl(?:y|ies|ied)|forward\p{L}*|copied|copy|printed|prints|delivers?|delivered|brings?|processed|processes|prepares|maintain(?:s|ed)?
    |sits? (?:on|with|at|in)|lies|lie with|know of it|know(?:s)? (?:your|the|who)|uses? a|we use|crosses|leave|audits?|exchanged?|published|require
    |requires?|demands?|asks? (?:us|to see)|is with|lives? (?:with|on|in)|looks? (?:you|it|them) up|swaps?|travels? with|also (?:keeps?|holds?)
    |works? (?:for|with)|recipients?|filled|fills|file (?:it )?with|fed to|linked to|furnish\p{L}*|lodge[ds]?|shows?|shown|rents?|deliver(?:s|ed) to
    |lent|lends?|kept by|stored by|enters? (?:you|it|them)|works? (?:with|from) the same|runs? through|are examined|is examined|examines?
    |learns? (?:the|your|of)|examined by|answer the|looked through|done by|looked after by|maintained by|laid before|listened to|placed on|put before
    |be given out|given out|addressed by|looks? over|keeps? results|submit\p{L}*|surrender\p{L}*|appl(?:y|ies) to)\b
  // Georgian
  |გადა[ეს]?ც|გადავც|გადმოს?ც|გადაგზავნ|გადაეგზავნ|ვუზიარ|უზიარ|გაზიარ|გვიზიარ|ვაწვდ|აწვდ|მიაწვდ|მიეწოდ|მიწოდ|მივაწოდ
  |ვაძლევ|აძლევ|ეძლევ|მივც|მისც(?!ემთ)|მიეც(?!ით)|ვუგზავნ|უგზავნ|ეგზავნ|იგზავნ|გავუგზავ|გაეგზავ|გზავნ(?:ის|იან)|ხედავ|ნახულობ|ნახავ
  |უჩანს|უყურებ|იღებ(?:ს|ენ)|მიიღებ(?:ს|ენ)|მიიღოს|წვდომ|ხელმისაწვდომ|გავცემ|გასცემ|გაიცემ|ვანდობ|სერვერ|ასრულებ|ემსახურებ
  |უვლის|ამუშავებ|აგვარებ|ბეჭდავ|მიაქვს|ატანს|მიიტან|მიდის|მოხვდ|ხვდება|კითხულ|წაიკითხ|იკითხ|ვეუბნ|ეტყვ|ვატყობინ|ატყობინ
  |ეცნობ|აცნობ|ვაცნობ|იგებ|გაიგებ|პასუხობ|წარედგინ|წარვადგენ|აწარმოებს|დავალებით|დავიქირავ|დაქირავ|ტრანსსასაზღვრო|მოითხოვ
  |მოთხოვნით|ვინახავთ|ინახება|ინახავს|მოწმდება|ვამოწმებთ|ვიყენებთ|გადადის|განთავს|მუშაობს|ახორციელებ|ვთანამშრომლ|სცდება
  |გაანაწილ|ვიღებთ და|გამჟღავნ|მჟღავნდ|აისახებ|გაამჟღავნ|ვატან|ვუჩვენ|უჩვენ|ვაჩვენ|დავანახ|გადავუგზავნ|გადმოვცემ|ვაბარებ
  |აბარებ|ეკისრება|მინდობილ|შეაქვს|შეიტან|არიგებ|კრეფს|აგროვებს|გადაეცეს|მიეცეს|ეგზავნებ|უზრუნველყოფ|აშენებს|ააგებს|აწვდი
  |მიაწოდ|მიეწოდოს|გაიგზავნ|გავგზავნ|ვაცხადებ|წარვუდგენ|შეიყვანს|ვუთხარ
  |გვი\p{L}{2,}(?:ებს|ავს|ენს|ის|ობს|ერს|ნის)(?!\p{L})
`;

/** Where data lie or go, said of data: "Christmas trees from Norway" are no transfer. */
const lies = spelt`
  // English
  \b(?:receives?|readings|servers?|computers?|stored?|kept|held|hosted|host|cloud|centre|center|sent|sends?|printed|made|transfer\p{L}*|go(?:es)?
    |processed|data|file|copies|address|information|based in|sits?|firm|company|provider|service|leaves?|transmitted|passed|given|gives|shown|told|machines|researchers|processors?
    |system)\b
  // Georgian
  |სერვერ|ინახ|გადა|გზავნ|მიდის|მონაცემ|ასლ|ღრუბ|კომპანი|ფირმ|პროვაიდერ|განთავს|იკითხ|მუშავ|ჰოსტინგ|სისტემ|მომწოდ
`;

const g = gives;
export const recipientFrames: readonly Frame[] = [
  frame("delivery", spelt`
    // English
    \b(?:couriers?|postman|postwoman|post office|royal mail|(?:national|state) (?:post|mail)\b|postal(?! address)
      |parcel (?:firm|company|service|carrier)s?|(?<!other )carriers?(?! and hotels)|hauliers?|haulage
      |delivery (?:\p{L}+ )?(?:company|firm|driver|partner|service|people|rider)s?
      |(?:removals?|shipping|freight|forwarding) (?:\p{L}+ )?(?:company|firm|lorry|agents?)|(?:our|a|the delivery|bike) riders?(?= (?:gets?|sees?|is|are|who|that|has|knows?|brings?))|the lad on the van|transporter|newsagent
      |delivery round|(?:our|delivery) drivers?(?!['’]s)|(?:by|to|with|gives?) the post\b|post of the country)
    |\b(?:driver|van|rider) (?:who|that) brings\b
    // Georgian
    |კურიერ|საფოსტო(?! ყუთ)|(?<!\p{L})ფოსტა(?:ს|ც)|ფოსტა (?:იღებ|ხედავ|არიგებ|აგზავნ)|(?:არიგებს|აბარებს|ჩააბარებს|დაარიგებს) (?:საქართველოს )?ფოსტა|ფოსტის (?:ოპერატორ|კომპანი|სამსახურ)
    |გადამზიდ|მიტან\p{L}* (?:სამსახურ|კომპანი|სერვის)|მიმტან|ამანათი მოაქვს|ტრანსპორტირების კომპანი|დამტარებ
    |(?:ბოთლ|ამანათ|ყუთ|შეკვეთ)\p{L}* (?:მიმტან|დამტარებ|გადამზიდ)
  `, g),
  frame("payment", spelt`
    // English
    \b(?:(?:firm|company|business|service|agency) (?:that|which|who) (?:collects?|takes) (?:\p{L}+ ){0,2}(?:payments?|top-ups|money|fees|debts?|rents?)
      |bankers\b|(?<!national |central |food |blood |data )banks?(?! (?:details?|accounts?|cards?|statements?|holidays?|transfers?)\b)
      |card payments? (?:is|are|go|gets?)|payments? (?:is|are) (?:handled|taken|processed|collected)|payment processors?
      |card (?:\p{L}+ )?(?:processors?|compan\p{L}*|schemes?)|payments? (?:\p{L}+ )?(?:provider|processor|company|service|gateway|platform|firm|system)s?
      |direct debit|debt collect\p{L}*|collection partner|collection agenc\p{L}*|collectors?|bailiffs?|acquirer|credit card compan\p{L}*
      |instal?ments? (?:\p{L}+ )?(?:bank|firm|provider))\b
    |\bprocessor that (?:runs|handles|takes|charges)\b
    |\b(?:your|our) bank\b(?! (?:details?|accounts?|cards?|statements?|holidays?))
    |\bgoes? to (?:our|the|your) bank\b|\bcard number goes\b
    |\bcard payments? (?:runs?|goes?|passes?) (?:through|via|over)\b
    |\b(?:the|a) processor\b(?=.*\b(?:card|payment|number))|\bpayment terminal\b
    // Georgian
    |(?<!ეროვნულ\p{L}{0,2} |სისხლის |თქვენს |კლიენტის )ბანკ(?:ი|ს|ებს|ები|ებთან|ებისთვის|ებსა|თან|სთან|ში|იც|საც|სა|მა)(?!\p{L})
    |საგადახდო|საბანკო (?:დაწესებულებ|ორგანიზაცი)|გადახდ\p{L}* დამმუშავებ
    |გადახდ\p{L}* (?:სისტემ|სერვის|პროვაიდერ|აპარატ|ოპერატორ|კომპანი|ტერმინალ)
    |ჯიხურ\p{L}*|ექვაირინგ|ვალ(?:ის|ების) (?:ამომღებ|ამოღებ)|კოლექტორ|თანხის ამოღება|ჩარიცხვის (?:ჯიხურ|აპარატ)|ამომღებ
    |(?:ბარათ|საგადახდო)\p{L}* საერთაშორისო სისტემ|საბარათე სისტემ|საბარათე (?:კომპანი|ოპერატორ)|საპროცესინგო ცენტრ
  `, g),
  frame("insurer", spelt`
    // English
    \b(?:insurers?|insurance (?:compan\p{L}*|firm|provider|broker|office|fund)|(?:my|your) insurance (?:hear|know|gets?|will)|underwriters?|indemnity
      |reinsur\p{L}*|insures|insured the)\b
    |\bhealth insurance fund\b|\bsickness fund\b
    // Georgian
    |დაზღვევა(?:ს|ც|მ)?(?!\p{L})|დაზღვევის (?:კომპანი|ორგანიზაცი)|სადაზღვევო|მზღვეველ|დამზღვევ|გადამზღვევ|სადაზღვევო კომპანი
  `, g),
  frame("state", spelt`
    // English
    \b(?:police|ministr(?:y|ies)|(?<!(?:in|before) (?:the |a )?)courts?(?! tax)|tax (?:office|authorit\p{L}*|service|man|inspector\p{L}*)|revenue|customs|border (?:service|police|guard)
      |council(?! tax)|municipality|(?<=(?:to|by|with) (?:the )?)town hall|authorit(?:y|ies)|government|regulator
      |public (?:health )?(?:bodies|agency|authority|office)|inspectorate|prosecutor|(?<!co-)investigators?|law enforcement
      |state (?:bodies|agency|register)|(?:land|civil|public|national|company|vehicle) regist(?:ry|er)|social service|employment office|statistics office
      |(?:national|central|state) (?:bank|agency|register)|embassy|health board|nhs|immigration|home office|registrar|coroner|revenue|constabulary
      |licensing (?:officer|agency|authority)|district auditor|land registry|fire service|coastguard|health authority|intelligence unit|harbour master)\b
    |\b(?:borough|district|town|parish|county|city) council\b|\bdepartment of (?:the )?(?:health|education|work|labou?r|justice|interior|social|transport|agriculture|revenue|environment|finance|trade|culture|internal|statistics|taxes|housing)
    |\b(?:finance|education|health|interior) ministry\b|\btax and customs\b|\bcustoms\b|\bborder (?:police|zone|guard)
    |\btax and customs board\b|\bcustoms office\b|\bgarrison\b|\bsupervision service\b
    |\b(?:state|national|public) \p{L}+ (?:service|agency|board|authority|office)\b
    |\bpension agency\b|\bmigration police\b|\b(?:the )?town hall (?:gets|receives|is told|has)\b
    |\btown hall\b(?=.*\b(?:list|copy|names))|\bwarrant\b|\banswer the police\b
    |\b(?:migration|road|traffic|border) (?:police|office|authority)\b
    |\bgovernor\b|\bmayor['’]s office\b|\bsocial (?:services|insurance|security)\b|\bemployment (?:office|service)\b
    |\bdisclosure and barring\b|\bbailiff\b|\b(?:civil|births|land) registry\b|\bfire (?:brigade|service|department)\b
    // Georgian
    |სამინისტრო|პოლიცი|გამომძი|საგამოძი|გამოძი|სასამართლო|პროკურატურ|შემოსავლების სამსახურ
    |საგადასახადო(?!\p{L}* (?:კანონ|კოდექს|ანგარიშ|აღრიცხ|დეკლარ|მიზნ|ვალდებ|ვად|კონსულტ|დოკუმენტ))
    |მერია|მუნიციპალიტეტ|საჯარო რეესტრ|სახელმწიფო (?:ორგანო|დაწესებულ|უწყებ|სერვის)|სამართალდამცავ|საზედამხედველო
    |ფინანსური მონიტორინგ|ეროვნულ\p{L}* (?:ბანკ|სააგენტო|ცენტრ)
    |სააგენტოს? ?(?:ში)?(?<=(?:მომსახურების|რეესტრის|განვითარების|ჯანმრთელობის|დაცვის|ეროვნულ\p{L}{0,1}|სახელმწიფო|სურსათის|სტატისტიკის|აღსრულების
      |მონიტორინგის|საჯარო) სააგენტო\p{L}*)
    |მონიტორინგის სამსახურ|აღსრულების|ადმინისტრაციულ\p{L}* ორგანო|უფლებამოსილ\p{L}* ორგანო|მარეგულირებ|საქსტატ|საბაჟო
    |საპატრულო|სასაზღვრო|მერიის (?:\p{L}+ ){0,2}(?:სამსახურ|განყოფილ|დეპარტ)|ტრანსპორტის სააგენტო|112-ის|მაშველებ(?:ს|თან)|კონტროლის (?:ეროვნულ|სამსახურ)|კომისიას|დეპარტამენტს|112-ში|უწყება|ხელისუფლებ
    |ზედამხედველ\p{L}* ორგანო|(?:საჯარო|სამოქალაქო|სახელმწიფო|მიწის) რეესტრ(?:ში|ს)|112-ს|დაავადებათა კონტროლ
    |მართვის საინფორმაციო სისტემა|ტექნიკურ\p{L}* სააგენტო
    |(?:საპენსიო|სოციალურ\p{L}*|ეროვნულ\p{L}*|სახელმწიფო|მიგრაციის|საკონკურენციო|ანტიკორუფციულ\p{L}*) სააგენტო
    |რესურსცენტრ|ჯანდაცვის ცენტრ|დაავადებათა|(?:საზოგადოებრივი|ეროვნული|საგანმანათლებლო) \p{L}*ცენტრ|აღსრულების ბიურო
    |თვითმმართველ|გამგეობა(?:ს|ში)|გუბერნატორ|რწმუნებულ|საკრებულო(?:ს|ში)|სოციალური მომსახურების|ჯანდაცვის სამინისტრო
    |განჩინებით|სახანძრო|სამოქალაქო რეესტრ
  `, g),
  frame("group", spelt`
    // English
    \b(?:our parent(?= ?[,;.(]|$)|parent (?:company|firm|organi[sz]ation)|holding compan\p{L}*|(?:our|the) holding(?! deposit)
      |sister (?:firm|company|compan\p{L}*|organi[sz]ation|hotel|school|chain|brand|shop|business|clinic)s?|subsidiar\p{L}*|daughter compan\p{L}*|affiliat\p{L}*|(?:our|the) parent (?:house|group|club)|sister title|same owner
      |head office|headquarters|(?:other )?branches(?: of ours)?
      |(?:companies|members|firms) (?:of|in|within) (?:our|the|the same) (?:\p{L}+ )?(?:group|family)|group (?:companies|members)
      |(?:the |our )same group\b|the (?:\p{L}+ )?group(?= (?:can|may|sees?|gets?|receives?|has))|our (?:other )?(?:shop|office|branch|hotel)s? in)\b
    |\bfounding company\b|\bowner company\b
    |\bour (?:other|second|sister) (?:hotel|shop|restaurant|clinic|branch|school|gym|club|office|house|salon)\b
    |\bthe (?:whole )?chain\b|\bbranches of (?:our|the)\b|\b(?:all|other) branches\b
    // Georgian
    |ჯგუფ\p{L}* (?:შემავალ|\p{L}* ?კომპანი|წევრ)|შვილობილ|(?<!მინ)დობილ|მშობელ\p{L}* (?:კომპანი|ფირმ|ორგანიზაცი)
    |დედა ?კომპანი|ჰოლდინგ
    |(?<!რომლის |მათი |მისი )სათა[ვ]?ო (?:კომპანი|ოფის|ფირმ|ორგანიზ)
    |ფილიალ(?:ს|ებ|თან|ში)|აფილირებ|მთლიანად ბანკის|ჩვენს სხვა (?:კომპანი|ფირმ|ფილიალ)
    |დამფუძნებელ\p{L}* (?:კომპანი|ფირმ|ორგანიზაცი)|სათავო|მშობელ (?:საზოგადოებ|ორგანიზაცი)
    |ჩვენ(?:ს|ი) (?:მეორე|სხვა) (?:სასტუმრო|მაღაზი|კლინიკ|ფილიალ|დარბაზ|აფთიაქ)\p{L}*
    |ქსელ\p{L}* (?:სხვა )?(?:ფილიალ|მაღაზი|აფთიაქ)|ყველა ფილიალ
  `, g),
  frame("auditor", spelt`
    // English
    \b(?:auditors?|audit firm|accountants?|accountancy|book-?keep(?:er|ers|ing firm)|tax advis[eo]rs?)\b
    |\bindependent examiner\b|\bchartered accountant\b|\btax adviser\b
    |\b(?:our|the) (?:lawyers?|solicitors?|legal adviser|barrister|attorney)(?!['’]s)\b(?!,? (?:\p{L}+ \p{L}+, )?(?:says?|said|wrote|writes|drafted|tells|thinks|insists?|advise[sd]?|made|struck|reads? our))
    // Georgian
    |აუდიტორ(?!ი(?:ა|ის|ებ))|აუდიტ(?:ს|ის კომპანი)|ბუღალტრის(?:ა)? (?:გარდა|მეტი)
    |ბუღალტერი?(?:ს|თან|მა|ია|ც|ისთვის|ისათვის)?(?!\p{L})|ბუღალტრულ\p{L}* (?:კომპანი|ფირმ|მომსახურ)
    |საბუღალტრო (?:კომპანი|ფირმ|მომსახურ|ბიურო)|ბუღალტერიას აწარმო|საგადასახადო კონსულტანტ
    |ბუღალტრულ\p{L}* აღრიცხვ\p{L}* (?:\p{L}+ )?(?:აწარმო|უძღვ|გვიკეთ|ატარებ)
    |ადვოკატ|იურისტ(?:ს|თან|ებს)(?!\p{L})
  `, g),
  frame("contractor", spelt`
    // English
    \b(?:(?:platform|firm|company|service|agency|centre|center|tool|lab|system)s?,? (?:that |which |whom )?we (?:have )?(?:hired?|pay|use|employ
      |engaged?)|transcri\p{L}* (?:company|firm)|hosting|hosts? (?:the|our|it)|host\b|cloud
      |it (?:company|firm|support|contractor|supplier|provider|people)|service providers?|processors?(?<!(?:card|payment) processors?)|contractors?
      |subcontract\p{L}*|mail(?:ing)? (?:house|service|company|firm|provider)
      |(?:e-?mail|sms|text|text-message|newsletter|messaging) (?:\p{L}+ )?(?:service|provider|company|firm|platform)|call cent(?:re|er)
      |(?<!\b(?:one|office|broken|colour|ticket) )printers?|printing (?:firm|company|house)|printworks|security (?:company|firm|guards?)|plumbers?|electricians?|tradesmen|fitters?|installers?
      |repair(?:ers?| firm)|technicians?|engineers|technical (?:supplier|provider|partner)|software (?:company|supplier|house|provider|firm)
      |developers? (?:who|that)|(?:firm|company|supplier|agency|service) (?:that|which|who) (?:hosts|rents|sends|prints|runs|looks|built|maintains
      |supplies|stores|cleans|helps|works for)|rents? (?:us|out) (?:\p{L}+ )?(?:computers|servers)
      |(?:outside|external|hired) (?:\p{L}+ )?(?:firm|company|technician|specialist|agency|laboratory)|on our (?:behalf|instructions)|working for us
      |catering (?:firm|company)|transcri\p{L}* (?:agency|service)|typing agency|freelance|translator|verification vendor|vendor
      |people who (?:print|send|host|maintain|clean|look after|run)
      |(?:storage|backup|software|cleaning|payroll|survey|web|marketing|maintenance|alarm) (?:company|firm|provider|house)
      |(?:mailing|newsletter|e-?mail|ticketing|booking|survey) (?:platform|tool|software|system)s?|(?:firm|company|business|outfit) called
      |(?:kept|stored|run|handled|sent|made|printed|done|managed|looked after|maintained|hosted|operated|provided) for us|provider (?:who|that|which)
      |by an? (?:\p{L}+ ){0,2}(?:firm|studio|workshop|printer|company|supplier|provider|agency)|web ?hosts?|sub-?processors?
      |verification (?:firm|company|provider)|(?:printing|photo|print) lab|bound by contract|under contract|done for us by|carried out for us by|bureau
      |photographer|cleaning firm|archive company|shredding|on (?:our|its) instructions)\b
    |\b(?:cloud provider|backup provider)
    |\b(?:which|who|that|and) (?:\p{L}+ ){0,2}(?:is|are|isn[’']t|is not|aren[’']t|may not|may only|can only|must not|not allowed|not let
      |not permitted)\b[^.;]{0,30}\b(?:anything else|for itself|our (?:instructions|orders?|say-so)|when we ask|nothing else)\b
    |\bfor us and for no ?(?:one|body) else\b|\bbound (?:to|by) our\b
    |\bwhose (?:software|system|servers?|program|platform|machines) we (?:rent|use|hire)\b
    |\bon our (?:order|instructions?|behalf)\b
    |\b(?:working|works|acts?|acting) (?:only )?(?:on|to|under|for) our (?:order|orders|instructions?)\b
    |\bon (?:the )?(?:\p{L}+['’]s )(?:instructions|orders|behalf)\b
    |\b(?:company|firm) (?:that|which|behind|who) (?:hosts|maintains|runs|stores|built|made|keeps)\b
    |\bcompany behind\b|\b(?:commissioned|engaged|hired|appointed) by us\b|\bbilling (?:centre|center|company|service)\b
    |\blooked after by the company\b|\bmaintenance contract\b|\bfrom whom we rent\b|\bkeeps it for us\b|\bsent out by\b
    |\bplatform\b[^.;]{0,60}\b(?:belongs to|of a) (?:a |an )?(?:software )?(?:company|firm)
    |\boutside (?:\p{L}+ ){0,2}bureau\b|\bpayroll (?:itself )?is (?:calculated|done|run)\b|\bmailing service\b
    |\b(?:company|firm|man|woman|lad|lady|person|people|studio|outfit|business|neighbour|student|bureau|office)\b[^.;]{0,30}\b(?:who|that
      |which)? ?(?:prints|looks after|cares for|maintains|mends|cleans|hosts|rents out|sends out|runs|keeps|does|writes|designs|shreds|digitises
      |translates|transcribes) (?:our|the|my) (?:\p{L}+ )?(?:letters?|computers?|systems?|website|site|servers?|books|newsletters?|cameras?|app|software
      |programme?|phones?|accounts|payroll|labels?|cards?|posters?|tickets?|till|network|leaflets?)\b
    |\b(?:payroll|wages|bookkeeping|accounts|hosting|printing|mailing|cleaning|billing|dispatch) (?:is|are) (?:done|made|run|handled|looked after
      |carried out|kept) (?:for us )?by (?:an? |the )?(?:outside|external|other|hired|specialist)?\b
    |\boutside (?:office|bureau|firm|company|agency|helper|accountant|service)\b
    |\bhosting (?:firm|company|provider|service)\b|\bsits with a\b|\bonly on our (?:order|word|say-so)\b
    |\bwithout our (?:order|permission|say-so|leave)\b|\bmailing house\b
    // Georgian
    |ჰოსტინგ|ღრუბლ|ღრუბელ|ქოლ-?ცენტრ|კონტრაქტორ|ქვეკონტრაქტორ
    |(?:დაცვის|გარე|ტექნიკურ\p{L}*|(?<!\p{L})აიტი|IT|პროგრამულ\p{L}*|დაქირავებულ\p{L}*|სერვისულ\p{L}*|სამონტაჟო|დასუფთავების|მომსახურე
      |საარქივო) (?:\p{L}+ )?(?:კომპანი|ფირმ|ჯგუფ|ბრიგად|მომწოდ|სპეციალისტ|სამსახურ)\p{L}*
    |(?<!(?:აუდიტორული|საბუღალტრო|სადაზღვევო|საკურიერო|ბუღალტრული) )ფირმა[, ]
    |უფლებამოსილ\p{L}* პირ|ჩვენი (?:დავალებ|შეკვეთ|სახელ)ით|ჩვენ მაგივრად|კეიტერინგ|მთარგმნელ|SMS-ცენტრ|SMS-? ?სერვის
    |SMS ?ცენტრ|(?<!\p{L})აიტი|მომვლელ|ფოტოგრაფ|დამლაგებ|(?<!კბილის )ტექნიკოს|ხელოსნ|ოსტატ(?:ს|ებ|ი)|სტამბა|სტამბ(?:ას|აში)
    |(?<!სამედიცინო )ბრიგად|დამგზავნ|პროგრამის (?:ავტორ|მომწოდ|დამამზად)|ტექნიკური მხარდაჭერ|დავიქირავ
    |(?:ორგანიზაცი|კომპანი|ფირმ|პირ|სპეციალისტ|საწარმო)\p{L}*,? რომ(?:ელ|ლ)\p{L}* [^.;]{0,60}(?:დავალებ|ხელშეკრულებით მუშაობ|ემსახურება|უვლის|გვიგზავნ
      |გვემსახურ|გვიმართავ|გვიმზად|გვიბეჭდ|გვიწერ|გვიკეთ)
    |(?:შეტყობინებ|SMS)\p{L}* (?:\p{L}+ )?(?:გამგზავნ|დამგზავნ)|ექსპერტ-?შემფასებ|შემფასებ|მომსახურების მომწოდებ
    |სერვისის მომწოდებ|მიმწოდებ(?:ელ|ლ)
    |(?:უზრუნველყოფ|სისტემ|სერვის|მომსახურებ)\p{L}* (?:\p{L}+ ){0,2}(?:მიმწოდ|მომწოდ)
    |უვლის
    |ჩვენთვის (?:\p{L}+ ){0,3}(?:აგზავნ|ამზად|ბეჭდ|აკეთ|ამუშავ|ახორციელ|აწარმო|უვლ)
    |ვებ-?სტუდია|(?<!\p{L})IT[- ]კომპანი
    |(?:გვიმართავს|გვიწერს|გვიკეთებს|გვინახავს|გვიგზავნის|გვიბეჭდავს|გვემსახურება)
    |მხოლოდ (?:\p{L}+ )?(?:დავალებ|მითითებ|შეკვეთ)\p{L}*ით
    |(?:ოპერატორ|მიმწოდებლ|ცენტრ|კომპანი|საზოგადოებ|ჩვენი)\p{L}* (?:დავალებ|მითითებ|შეკვეთ|დაკვეთ)\p{L}*(?: შესაბამისად|ით)
    |დაკვეთით|გვიკეთებს|მივსებს|გვივსებს|დამოუკიდებლად (?:\p{L}+ ){0,3}(?:ეკრძალ|არ შეუძლ|არ აქვ)|სახელითა და დავალებით
    |დავალებით (?:პასუხობს|ემსახურება|მოქმედებს)|სერვერ\p{L}* მფლობელ|მითითებ\p{L}* შესაბამისად
    |(?:საბუღალტრო|ბუღალტრულ)\p{L}* მომსახურებ\p{L}* (?:გამწევ|მომწოდებ)
    |გვიმართავს გარე|საწყობის ოპერატორ
    |(?:კომპანია|ფირმა|სტამბა|ბიჭი|კაცი|ქალი|ადამიანი|სპეციალისტი|ოსტატი|სტუდია|ჯგუფი|მეზობელი|ბიურო)[^.;]{0,30}(?:უვლის
      |გვი\p{L}{2,}(?:ებს|ავს|ენს|ის|ობს|ერს|ნის)|ბეჭდავს|აგზავნის|აკეთებს|წერს|მართავს|ასუფთავებს|იცავს|ინახავს ჩვენთვის)
    |რომელთანაც ხელშეკრულება
    |(?:უვლის|გვიკეთებს|გვიბეჭდავს|გვიგზავნის|გვიწარმოებს|აგვიწყო|მოგვიწყო) (?:\p{L}+ ){0,2}(?:ბიჭი|კაცი|ფირმა|კომპანია|სტამბა|სპეციალისტი|სტუდია)
    |ჩვენი (?:ნებართვ|თანხმობ|დასტურ)\p{L}* გარეშე|კონვერტებში
  `, g),
  frame("health", spelt`
    // English
    \b(?:gp|doctors?|physicians?|surgeons?|hospitals?|clinics?|laborator(?:y|ies)|(?<!(?:printing|photo|print|film|other) )labs?|pharmac(?:y|ies|ist)
      |nurses?|first-aid post|ambulance|specialists?(?! it)|dentists?|medical (?:team|referee|officer)|care home|vets?|paramedics?|health visitor)\b
    |\b(?:ambulance crew|dental technician|lab that (?:runs|does|tests)|the lab\b)
    // Georgian
    |ლაბორატორი|კლინიკა?(?:ს|ებს|სთან|ში|ას|ასთან)|ჰოსპიტალ(?:ს|თან|ში)|საავადმყოფო(?:ს|ში)|ექიმ(?:ს|თან|ებს|ი)|ქირურგ
    |სტაციონარ|სასწრაფო(?:ს|ში)|აფთიაქს|კლინიკის(?=[,;])|სამედიცინო ცენტრ(?:ს|თან)|სამედიცინო დაწესებულ|ამბულატორი(?:ა|ას)
    |პოლიკლინიკ|პედიატრ|რეფერენს|რეფერალურ|სამედიცინო ბრიგად|კლინიკა „|კბილის ტექნიკ|ჰოსპიტალი(?:ს|სთვის)
  `, g),
  frame("abroad", country, lies),
  frame("partners", spelt`
    // English
    \b(?:a body of its own|collaborators?|partners?(?: (?:companies|organi[sz]ations|hotels|shops|brands))?
      |advertis(?:ers?|ing (?:networks?|partners?|companies))|airlines?|hotels?|guest houses?|travel (?:agenc\p{L}*|agents?)|estate agents?
      |agents? (?:who|we work)|employers?(?= (?:you|whose|who|to))|employers? (?:whose|you)|sponsors?|brewery|for (?:their|its) own (?:purposes?|ends|use)
      |for purposes of their own|(?:on|under) their own (?:terms|rules|polic\p{L}*)|tour operators?|booking (?:sites?|platforms?|portals?)|organi[sz]ers?
      |the agency|fellow researchers|(?:other|partner|two) universities|companies supplying|supplying (?:gas|water)
      |other (?:clubs|schools|shops|brands|businesses)|franchis\p{L}*|sellers?|(?:your|the) landlord|landlords|credit reference agenc\p{L}*|local firms
      |breed society|other (?:lenders|publishers)|co-investigators|guests? houses|mason|own conditions|will send (?:me|you) (?:its|their)
      |(?:its|their) own (?:programme|offers|letters|mailings?|adverts|newsletters?|vouchers|magazine|rules|terms|ends)|own (?:privacy )?rules|exhibitors?
      |federation|league)\b
    |\b(?:in its own right|for (?:itself|themselves)|in their own right)
    |\b(?:of|for) its own\b
    |\b(?:their|its|his|her) own (?:analysis|ends|study|research|purposes?|account|name|magazine|records|behalf|responsib\p{L}*)\b
    |\bin (?:its|their) own (?:right|name)\b|\bown responsibility\b
    |\b(?:clubs|schools|universities|museums|federations?|hospitals) (?:that|which|who) (?:organi[sz]e|run|hold|host)\b
    |\b(?:receiving|local|foreign) agency\b|\b(?:family |mountain )?hotels (?:located|on the|which)\b
    |\bon their own behalf\b|\bfederation\b|\bdoes its own\b|\ba second team\b|\b(?:at a|the) university in\b
    |\b(?:national|regional|world|european|local) (?:\p{L}+ )?(?:federation|union|association|league)\b
    |\b(?:its|their) own (?:\p{L}+ )?(?:register|list|file|system|books|rules|database)\b
    |\bschool (?:your child|he or she|the child|the pupil) (?:moves|goes|changes) to\b
    |\bnext (?:school|club|landlord|employer|owner)\b|\btour (?:operator|agency)\b|\b(?:the )?organi[sz]ers?\b
    // Georgian
    |პარტნიორ|სარეკლამო (?:ქსელ|კომპანი|პარტნიორ)|რეკლამის (?:განმთავს|ქსელ)|რეკლამ(?:ის)?დამკვეთ|ავიაკომპანი
    |სასტუმრო(?:ებს|ებთან|სთან|ს (?=ვ?უ?გზავნ|გად|ვაწვდ|ვაძლ|ვატყობ))
    |ტურისტულ\p{L}* (?:სააგენტო|კომპანი)|ტურ-?ოპერატორ|უძრავი ქონების (?:აგენტ|სააგენტო)|სპონსორ
    |(?<!ევალება )დამსაქმებ(?:ელს|ლებს)|სააგენტო(?:ს|მ),? (?:რომლ|დაგიჯავშ)|ვატყობინებთ სააგენტო
    |საკუთარი მიზნ|თავისი მიზნ|გამყიდველებს|ორგანიზატორებს|საკუთარი წესებით|თავისი წესით|მათი წესები|ფედერაცი(?:ა|ას)
    |საკრედიტო (?:საინფორმაციო )?ბიურო|მიმღებ უნივერსიტეტ|საგამოცდო ცენტრ
    |საკუთარ\p{L}* (?:სახელ|ანალიზ|მიზნ|ბაზ|კვლევ|პასუხისმგებლ|წეს)
    |(?:რომელ|ვინც)[^.;]{0,60}დამოუკიდებლად (?:ამუშავ|იყენ|განსაზღვრ|წყვეტ)|სხვა (?:კლუბ|სკოლ|უნივერსიტეტ|მუზეუმ|გუნდ)\p{L}*(?:ს|თან)|თავისთვის
    |თვითონ აწარმო|თავის სიას|იმ კლუბ|ტურნირს (?:ატარ|მართ)
    |(?:სკოლ|ინსტიტუტ|უნივერსიტეტ|კლუბ|აკადემი)\p{L}*(?:ში|ს|თან)[^.;]{0,60}(?:საკუთარ|თვითონ|თავის მხრივ)
    |ფედერაცი(?:ა|ას|ის)(?!\p{L})|შემდეგ სკოლ|ახალ სკოლ|ტურნირის ორგანიზატორ|ტურისტულ სააგენტო|სხვა სკოლ\p{L}*(?:ში|ს)
    |(?:თავის|საკუთარ)\p{L}* (?:რეესტრ|ბაზ|სია|სიას|წიგნ|ჟურნალ)|თვითონ (?:შეიყვანს|ინახავს|აწარმოებს|წყვეტს)
  `, g),
  ...everydayRecipients,
];

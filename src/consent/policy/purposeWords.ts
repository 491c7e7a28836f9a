// What data are used for, by the phrases that say it.
import { type Entry, entry } from "./phrases.ts";
import { spelt } from "./spelt.ts";

export const purposes: readonly Entry[] = [
  entry("delivery", spelt`
    // English
    \bparcel reaches\b
    |\bbring (?:the |your )?(?:\w+ )?(?:shopping|order|food|goods) (?:to|home)
    |\bpack and (?:post|send|ship)|\bpost (?:your|the) (?:parcel|order|books?)|bring (?:it|your \w+) to your|drop off
    |\b(?:ship|post|dispatch) (?:it|them|your|the|orders)|turns up at|to get (?:it|your (?:order|parcel)) to
    // Georgian
    |სახლში მოსატან|ჩასაბარებლად|მოსატან|მისატან|მისამართ\p{L}* (?:\p{L}+ )?(?:მოტან|მიტან)|მიწოდებისთვის|ადგილზე მიწოდებ
    |(?:შეკვეთის|ნივთის|ამანათის|პროდუქციის|საქონლის) (?:ადგილზე )?მიწოდებ
    |მოგიტან|მოგაწოდოთ შეკვეთ|ჩაბარებ\p{L}* (?:მისამართ|სახლ)|ჩაგაბარ|გადმოგიგზავნ|ამანათ\p{L}* გასაგზავნ
  `),
  entry("marketing", spelt`
    // English
    \bevents? (?:you|that you|which you) (?:may|might)|\bour other (?:products|services)
    |\b(?:birthday|special) (?:greetings?|treats?|rewards?)|\bloyalty (?:card|scheme|programme|points)
    |send you (?:\w+ ){0,3}(?:offers|news|promotions)|\b(?:our|fundraising|spring|winter|christmas) appeals?\b|\bbulletin
    |hear from us|tell you about (?:our|new|special|other)|\bcampaign|fundrais|promote|newsletter|marketing|advertis
    |personal offers|\boffers\b|promotion|discounts|\bnews (?:about|of|and)|special deals
    // Georgian
    |სიახლ\p{L}* (?:გამოგიგზავნ|გამოსაგზავნ|გასაგზავნ|მიწოდ)|(?:გამოგიგზავნ|გაცნობებთ)\p{L}* (?:\p{L}+ )?სიახლ
    |ახალი (?:კოლექცი|პროდუქტ|პროდუქცი|სერვის|შემოთავაზ)\p{L}* (?:შესახებ|თაობაზე)
    |ბონუს(?!\p{L}* (?:დარიცხ|გამოთვლ|გაცემ|გამოანგარიშ))|(?:პროდუქტ|სერვის|მომსახურებ)\p{L}* შემო(?:სა|გ)თავაზ
    |შემოსათავაზებლ|ბიულეტენ|აქცი(?:ის|ების|ებზე)|სიახლე(?:ებ)?ს? (?:მოგწერ|გაგაგებ|შეგატყობ)|მარკეტინგ|რეკლამ|სარეკლამო
    |სიახლეებ?\p{L}* (?:გაცნობ|გაგზავნ|შეტყობ|გამოწერ|ს ვ?უ?გ)|აქციებ|შეთავაზებ|ფასდაკლებ
  `),
  entry("payment", spelt`
    // English
    \bwork out (?:your|the|what) (?:bill|rent|fee|you owe)|\boverpayment|\bsettle (?:your|the) (?:bill|stay|account)
    |\bpay (?:it|them)\b|\bpayroll\b|\bwages\b|\bsalar(?:y|ies)\b|\breimburse|process (?:the|your) (?:gift|donation|payment)
    |(?:chase|recover) (?:\w+ )?(?:arrears|debt|money)|\binvoicing\b|take (?:the|your) (?:\w+ )?(?:fee|money)
    |collect (?:the |your )?(?:rent|fees?|money|dues)|\bgift aid\b|\bpay(?:ing)? (?:you|for|your|the)\b
    |\b(?:the|your|a|return|refund|take|hold) deposits?\b|direct debit|\bdonations?\b|receipts?\b|billing|(?<!(?:show|bring|see|of|with|utility|gas|water|phone|electricity) (?:us |me )?(?:an? )?(?:recent |utility |gas |water |phone |electricity )?)\bbills?\b
    |accounting|\b(?:keep|keeping|our|for the) accounts\b|\bfees?\b|receiving donations|collection of payments|\bpayments?\b
    |\bcharge (?:you|your)|collect what is owed|\bdebts?\b|refund(?!ed up to|able)|subscription fee|membership dues|(?<!-)\brent\b
    // Georgian
    |(?:თანხ|საფასურ|გადასახად|ქირ|ვალ|დავალიან)\p{L}* (?:ჩამოსაჭრელ|დასარიცხ|დასაბრუნებ|ჩასარიცხ|ასაღებ|ამოსაღებ|მისაღებ|გადასახდელ)
    |ხელფას\p{L}* (?:ჩასარიცხ|გადახდ|დარიცხ)|ანაზღაურებ|მოსაკრებ|ანგარიშ\p{L}* (?:ვამზად|მომზად)|ხელფას
    |ჯარიმ\p{L}* (?:ამოღებ|გადახდ|აკრეფ)|(?<!გა)დარიცხვ|ვალის ამოღებ|ჩამოგეჭრ|ჩამოვაჭრ
    |გადახდ(?:ისთვის|ისათვის|ის მიზნ|ების (?:მიღებ|დამუშავ|აღრიცხვ|ადმინისტრ)|ის (?:მიღებ|დამუშავ|განხორციელ|ორგანიზ|უზრუნველ|ადმინისტრ))
    |^\W*გადახდ\p{L}*(?: \p{L}+){0,2}\W*$|ანგარიშფაქტურ|ფასის? (?:დათვლ|გამოანგარიშ)|წევრობის შესატან|საწევრო(?! ხელშეკრულ)
    |ანგარიშსწორებ|ბუღალტრულ\p{L}* (?:აღრიცხვ|მიზნ)|ბუღალტერიის|გადასახად\p{L}* (?:მივიღ|აკრეფ|მიღებ|დარიცხ)|საფასურ
    |თანხის (?:მიღებ|ჩამოჭრ|დაბრუნებ|ამოღებ)|შემოწირულობ\p{L}* (?:მისაღებ|მიღებ)
    |ანგარიშ\p{L}* (?:გამოწერ|გამოგიწერ|გამოსაწერ)|გამოგიწერ|დავალიანებ|ქირის აღრიცხვ
  `),
  entry("research", "\\bscientists?\\b", "join a study", "კვლევისთვის", "სამეცნიერო", "კვლევის (?:მიზნ|ჩასატარ)", "\\bstudy of\\b", "for (?:the|this|our) stud"),
  entry("statistics", spelt`
    // English
    \b(?:see|tells? us|find out|learn|know) (?:what|which|how) (?:our |the )?(?:\w+ )?(?:visitors|readers|customers|people|users|courses|classes|pages
      |books|members) (?:like|think|fill|use|want|need|prefer|are)
    |\bfigures tell us\b
    |\bmake (?:the|our) (?:app|site|website|service) (?:faster|better|easier)
    |\bquality (?:control|assurance|monitoring|enhancement)|\b(?:find and )?fix bugs\b|\btroubleshoot
    |develop(?:ing)? (?:new |our )?(?:features|products|services)
    |count who|helps? us decide
    |see (?:how|what|which) (?:\w+ ){0,3}(?:popular|busy|used|works?)
    |crash (?:logs|reports)|what broke|learn (?:how|what|which)|which pages
    |how (?:people|visitors|readers|users|members) use|statistic|improv|analy[sz]|analytic|understand how
    |how (?:many|often|the (?:site|app|service)) (?:is|are|people)
    |count (?:visit|how)|plan (?:our|the|routes|services)
    // Georgian
    |ვაანალიზ|გაანალიზ|გასაანალიზ|ხარისხ\p{L}* (?:შეფას|შესაფას)|გასაგებად, (?:როგორ|რამდენ|რომელ|რა)
    |ანგარიშ\p{L}* მოსამზადებ|ხარისხ\p{L}* (?:კონტროლ|მონიტორინგ|ასამაღლ|გაზრდ|ამაღლ)|დახვეწ|ვაჯამებ|შევაჯამ
    |უკეთ(?:ესად)? (?:განვსაზღვრ|დავგეგმ|მოვაწყ|გავიგ)|სად გვაკლია|რომელ\p{L}* (?:საათ|დღე|სეზონ)|ვთვლით
    |რამდენ\p{L}* (?:ადამიან|სტუმ|მომხმარ)|რომელი გვერდ|სტატისტიკ|გასაუმჯობეს|გაუმჯობეს|გავაუმჯობეს
    |უკეთეს\p{L}* (?:გავხად|გასახდელ|ვაქციოთ)|ანალიტიკ|ანალიზისთვის
  `),
  entry("security", spelt`
    // English
    \bput off (?:burglars|thieves)|\bburglar|\bsomebody else (?:getting|using)|\bsomeone else (?:getting|using)
    |\bin case of fire\b|\bfire safety\b|\bfake accounts?\b
    |\bprotect(?:ing)? (?:\w+ )?(?:guests|customers|residents|pupils|passengers|patients|visitors|staff|premises|buildings?|children)
    |prevent(?:ing|ion of)? (?:\w+ (?:and \w+ )?)?(?:crime|damage|loss|accidents)
    |\baccess control\b|\bthie(?:f|ves)\b|\bdeter\b|logs? in from a new|intrusion|\battacks?\b|protect (?:\w+ ){0,3}against
    |keep out|keep (?:\w+ ){0,4}(?:safe|secure)\b|\bbreak-ins?\b|\bhack|\bspam\b|\bintru|security
    |\bsafety\b(?! (?:register|regulation|rule|code|law))|fraud|theft|\babuse\b|tamper|unauthori[sz]ed|\bcrimes?\b|vandal
    |protect (?:the|our|people|staff|visitors|property)|\bmisuse\b|cheat
    // Georgian
    |თავიდან ასაცილებ|თავიდან აცილებ|რომ სხვამ არ|სხვამ რომ არ|სიცოცხლ\p{L}* (?:და|დასაცავ)
    |უკანონო (?:მიერთ|მოხმარ|შეღწევ|გამოყენ|ქმედებ)|ვანდალიზმ|ინციდენტ\p{L}* (?:გამოძი|გამოვლ|პრევენც|თავიდან)
    |სამართალდარღვევ|დასაცავ|დავიცვათ|დაცვის მიზნ|ქურდ|ბოროტმოქმედ|თაღლით|(?:ვიდეო)?კამერ\p{L}* (?:უსაფრთ|დაც)
    |წესრიგ\p{L}* დაცვ|(?<!(?:მათ|მონაცემთა|მონაცემების|ინფორმაციის) )უსაფრთხოებ
    |(?:საკუთრებ|ქონებ|კოლექცი)\p{L}* (?:დასაცავ|დაცვ)|ქურდობ|დანაშაულ|ბოროტად გამოყენებ|არასანქცირებულ
  `),
  entry("legal", spelt`
    // English
    \b(?:law|code|rules|statute) says so\b|\b(?:rules|law|regulations) means? (?:that )?we must|\blawful requests\b
    |\bas the (?:licence|law|regulations?) (?:demands?|requires?)
    |\b(?:fulfil|meet|discharge|satisfy)\w* (?:\w+ ){0,3}(?:obligations|duties|legal requirements)
    |\b(?:establish|defend|exercise|bring)\w* (?:\w+ ){0,3}(?:legal )?claims\b
    |\b(?:law|act|code) (?:\w+ ){0,2}makes us\b|\bfor tax (?:reasons|purposes)\b|\btax law\b
    |\b(?:duties|duty|obligations?) under\b|money laundering|claim tax relief
    |the law (?:\([^)]*\) )?(?:lets|allows|permits|needs)
    |\b(?:tax|accounting|anti-money|safeguarding|health and safety) (?:law|rules|legislation|duties|obligations?)
    |because (?:the )?law|\blegally (?:required|obliged|bound)|law obliges|legal (?:obligation|dut|requirement)|comply with
    |required (?:of us )?by (?:\w+ )?law|obliges? us|requires us|duties imposed|imposed (?:on us )?by law
    |\b(?:law|statute|regulations?|act) (?:\w+ ){0,3}(?:requires?|obliges?|demands?|says we must)
    |we (?:must|have to) by law|licence conditions|statutory
    // Georgian
    |(?:კანონ|კანონმდებლობ)\p{L}* (?:გათვალისწინებულ|განსაზღვრულ|დადგენილ|დაკისრებულ)\p{L}* (?:მოვალეობ|ვალდებულ|მოთხოვნ|ფუნქცი)
    |კოდექს\p{L}* (?:გვ)?ავალ|(?:სასამართლო|სამართლებრივ)\p{L}* დავ|კანონიერ\p{L}* (?:უფლებ|ინტერეს)\p{L}* (?:დასაცავ|დაცვ)
    |ვალდებულებ\p{L}* შესრულება
    |კანონ\p{L}* (?:\p{L}+ ){0,3}(?:გვავალებ|გვავალდებულებ|გვთხოვ)
    |(?:კანონ|კანონმდებლობ|წეს|რეგულაცი)\p{L}* (?:გამო(?!\p{L})|გვავალებ|გვავალდებ|გვთხოვს)
    |გვავალებ|ფულის გათეთრებ|(?:საგადასახადო|საბუღალტრო|საარქივო) კანონმდებლობ|კანონის (?:მოთხოვნ|ძალით)
    |ვალდებულებ\p{L}* შესრულებ|კანონ\p{L}* დაკისრებულ|სამართლებრივი ვალდებულებ|კანონ\p{L}* დადგენილი ვალდებულებ|კანონისმიერ
    |კანონ\p{L}* (?:გვ)?ავალდებულებ|კანონ\p{L}* (?:გვ)?(?:ით)?მოითხოვ|კანონმდებლობ\p{L}* (?:\p{L}+ )?ვალდებულ
    |დაკისრებულ\p{L}* (?:ვალდებულებ|მოვალეობ|ფუნქცი)|ვალდებულებ\p{L}* შესასრულებლად|ვალდებულნი? ვართ
  `),
  entry("hiring", spelt`
    // English
    \bapplicants? for (?:the |a )?(?:post|position)|shortlist|\bjob (?:applica|offer|vacanc|advert|seeker)
    |\b(?:apply|applied|applying) for (?:a|the) job|selecting candidates|recruit|hiring
    // Georgian
    |სამსახურში (?:აყვან|მიღებ)|პოზიცი\p{L}* (?:შესარჩევ|რომელ)|შერჩევ\p{L}* (?:ეტაპ|პროცეს|კომისი)|თანამშრომლ\p{L}* შერჩევ
    |თანამდებობა\p{L}* შერჩევ
  `),
  entry("health", spelt`
    // English
    \bvaccinat|\bpatients?\b.{0,40}\bcare\b|to treat you|medical care|\bcare for (?:you|your)
    // Georgian
    |წამლ\p{L}* (?:დასანიშნ|დანიშნ|შერჩ|გამოწერ)|ანალიზ\p{L}* ჩასატარ|პირველადი (?:სამედიცინო )?დახმარებ
    |(?:სამედიცინო|ჯანმრთელობის) (?:ჩანაწერ|ბარათ|ისტორი)\p{L}* (?:წარმოებ|საწარმოებ)
    |სამედიცინო მომსახურებ|სამკურნალოდ|გიმკურნალ|ჯანმრთელობ\p{L}* (?:დაცვ|მდგომარეობის შე)
  `),
  entry("identity", spelt`
    // English
    \b(?:be )?certain (?:that )?(?:you are|it is) (?:really )?(?:you|the)
    |\bnobody else can use\b|\bno one else can use\b|\bcheck (?:that )?you are (?:over|at least|old)|\bauthenticat
    |(?:see|know|check|confirm|prove) (?:that )?(?:it(?:'s| is|’s)|you are|you’re) (?:really )?you
    |\bproves? who you are\b|who you say|tell you apart
    |make sure (?:that )?(?:it(?:'s| is)|you are|you're) (?:really )?(?:you|who)
    |\bproof of (?:identity|age)|old enough|identify (?:you|clients|customers|the|who)|identification of
    |(?:verify|check|confirm|establish|prove) (?:your |the )?(?:\w+ )?(?:identit|age)
    |know your customer
    // Georgian
    |სრულწლოვან|მფლობელ\p{L}* (?:დასადგენ|დადგენ|იდენტიფ)|რომ (?:ანგარიში |ეს |ნამდვილად )+თქვენ|გამოვრიცხოთ, რომ სხვა
    |სხვა პირი თქვენი სახელით|(?:პირადობ|ასაკ)\p{L}* (?:შესამოწმ|გადამოწმ|დასადგენ)|დარწმუნდეთ?, რომ (?:\p{L}+ )?თქვენ
    |ვინაობ\p{L}* (?:დადგენ|დასადგენ|შემოწმ|გადამოწმ|დადასტ|შესამოწ)
    |(?:დადგენ|შემოწმ|ვამოწმ|დასადგენ|დავადგინ|რწმუნდ|დავრწმუნ)\p{L}* (?:\p{L}+ ){0,4}ვინაობ
    |ასაკის (?:შემოწმ|დადგენ|დასადასტურ)
  `),
  entry("support", spelt`
    // English
    \b(?:may|might|will|can) (?:phone|ring|call|text|e-?mail|write to) you (?:if|when|about)
    |\blet you know (?:that )?(?:your|the|what)
    |\bsend (?:you )?(?:\w+ )?(?:confirmations?|updates|notifications|alerts|reminders)\b
    |\b(?:deal with|solve|fix|resolve|sort out) (?:any |your |the )?(?:problems?|issues?|faults?)
    |\bkeep in touch with\b
    |\bcommunicat(?:e|ing|ion) with (?:you|customers|users|parents|members)
    |\bstay in touch\b|\bkeep in touch\b|\banswer when you write|\bsort out (?:returns|problems|complaints|queries)
    |reminders?\b|\bwarn you\b|\btext you\b|call you back|let you know (?:about|if|when)|\bnotify you\b
    |\bkeep you (?:informed|posted|up to date)
    |answer (?:your|a|any|the) (?:\w+ )?(?:question|quer|enquir|letter|message|call)
    |(?:question|quer|enquir|complaint)s? (?:\w+ )?(?:answer|deal|handl)
    |respond to|\bsupport (?:ticket|request|you|our)|deal with (?:\w+ )?(?:enquir|complaint|question|quer)
    // Georgian
    |საპასუხოდ|დადასტურებ\p{L}* (?:გამოგზავნ|გასაგზავნ|გამოგიგზავნ)|გამოგიგზავნ\p{L}* დადასტურ|საჩივრ\p{L}* განსახილ
    |(?:მომართვ|წერილ|შეტყობინებ)\p{L}* რეაგირ|ვპასუხობთ
    |(?<!\p{L})(?:ზარ|კითხვ|შეკითხვ)\p{L}* (?:\p{L}+ ){0,3}(?:პასუხ(?!ისმგ)|ვპასუხ|გპასუხ)
    |მომხმარებლ\p{L}* (?:მხარდაჭერ|დახმარებ)|დროულად (?:შეგატყობ|გაცნობ|ინფორმ)|გაცნობოთ|შეგატყობინოთ
    |დაკავშირებ(?:ა|ის|ისთვის|ისათვის)|გასაფრთხილებლად|გაგაფრთხილ|შესახსენებლად|შეგატყობინ|გირჩიოთ|პასუხის გასაცემ
    |(?<!\p{L})(?:შეკითხვ|კითხვ|საჩივრ|წერილ|მომართვ)\p{L}* (?:\p{L}+ ){0,2}(?:პასუხ(?!ისმგ)|ვუპასუხ|გიპასუხ|გიპასუხოთ|განსახილველ|განხილვ|მოსაგვარებ
      |მოვაგვარ)
    |კომუნიკაცი(?:ის|ისთვის)|დასაკავშირებ|დაკავშირებისთვის|ანგარიშების გასაგზავნ|დახმარებისთვის|შეგახსენ
  `),
  entry("education", spelt`
    // English
    \bhow (?:each|every|your) (?:child|pupil|student) is (?:getting on|doing)
    |\bassess your work\b|\bkeep marks\b|\bplan classes\b|\bpupils?[’']? (?:progress|learning)
    |\b(?:run|plan|organi[sz]e|administ\p{L}*|give|hold|follow|administration of) (?:\p{L}+ ){0,3}courses?\b
    // Georgian
    |გამოცდ\p{L}* ჩასატარ|დიპლომ\p{L}* გასაცემ|ნიშნ\p{L}* (?:აღრიცხ|წარმოებ)|გაკვეთილ\p{L}* (?:ჩატარებ|დაგეგმ)
    |ტრენინგ\p{L}* ჩასატარ|განათლების მი|მოსწავლ\p{L}* (?:შეფას|აღზრ)
  `),
  entry(
    "service", spelt`
    // English
    \bassess (?:your|the|a) (?:\w+ )?(?:claim|application|request|eligibility)
    |\bconsider (?:your|the|an?) (?:\w+ )?application
    |\bwhich (?:fare|tariff|rate|price|benefit)s? (?:applies|apply|you)
    |\badminister (?:your|the|a) |\bshow (?:\w+ ){1,3}near you\b|\bbarrier opens\b|\bfind (?:the|your) house\b
    |\breserve your\b
    |\breserv(?:e|ing) (?:the |a |your )?(?:room|table|seat|place)
    |\bwelcome you\b|\bshow (?:you )?your progress\b|\btailor\b|\bpersonali[sz]|\blog(?:ging)? you in\b
    |\b(?:send|sending|issu(?:e|ing)) (?:you )?(?:the |your |a )?tickets?
    |\badministration of (?:courses|membership|accounts|benefits)
    |\bfulfil(?:ling|ment of)? (?:your |the )?orders?
    |\b(?:issue|renew|grant) (?:\w+ ){0,2}(?:permit|licen[cs]e|passport|document)s?
    |whether you qualify|put together|\bdraw up\b|manage the (?:tenancy|stay|trip|project)|match (?:you|volunteers)
    |\bcharts? you see\b|\bbook (?:you|your|a table)\b|\bhost(?:ing)? your\b
    |\bmanage (?:the |your |our )?(?:loan|membership|tenanc|rental|subscription|polic|lesson|class|visit)\w*
    |\b(?:arrange|plan|schedule|run|teach) (?:your |the |our )?(?:lessons?|class(?:es)?|visits?|tours?|sessions?|repairs?|viewings?)
    |\b(?:register|sign) (?:you|your child|members)
    |\b(?:issue|send you|give you) (?:a |your |the )?(?:tickets?|card|badge|library card|pass)\b
    |\bfind you\b|\bmatch you\b|\b(?:insure|lend|rent)[ ]
    |(?:fulfil|process|prepare|make|manage|handle|take)\w* (?:your |the |an? )?(?:orders?|bookings?|reservations?|applications?|membership|loans?
      |tickets?)
    |provid(?:e|ing) (?:you (?:with )?)?(?:the|our|a|this|that)? ?(?:\w+ ){0,2}(?:services?|app|platform|product)
    |provision of|perform (?:its|our|the|a) contract|performance of (?:a|the|our) contract|calculate routes|organi[sz]e your
    |(?:create|run|open|manage|set up|maintain) (?:your |an? |the )?(?:\w+ )?accounts?
    |run the (?:service|app|site|platform|library|club|school|game)
    |(?:suppl(?:y|ies)|deliver) (?:\w+ ){0,4}(?:gas|electricity|water|the service)
    |remind you about|cook up|\benrol|keep (?:track of )?your (?:progress|place|membership)|make (?:the app|it|this) work
    |lend you|let you (?:in|play|log|sign)|sign(?:ing)? you (?:in|up)
    // Georgian
    |სარგებლობ(?:ის(?:ა)?თვის|ისათვის)|(?:ტარიფ|ფას|სარგებ)\p{L}* გეკუთვნ
    |(?:სესხ|კრედიტ|ბილეთ|ცნობ|წიგნ|ბარათ|ამონაწერ|მოწმობ|დოკუმენტ|ნებართვ)\p{L}* (?:\p{L}+ )?(?:მოგცეთ|მოგცემ|გასაცემ|მომზადებ|მოსამზადებ|გასაფორმ
      |დასამზად)
    |მოგცეთ (?:სესხ|კრედიტ|ბილეთ|ბარათ)|პოლის\p{L}* (?:გასაფორმ|გაფორმ|გაცემ)|ზარალ\p{L}* (?:ანაზღაურ|ასანაზღაურ|დარეგულირ)
    |ნომერი? მოგიმზად|(?:ქონებ|საკუთრებ|საწარმო|კომპანი)\p{L}* რეგისტრაცი|შესაკერად|დასამზადებლად|გასაკეთებლად|მოსამზადებლად
    |სახლი? (?:იპოვ|მოძებნ)|მოვიდეს სწორ|ვრთავთ
    |(?:გაზ|წყალ|წყლ|დენ|ელექტროენერგი|ინტერნეტ)\p{L}* (?:\p{L}+ )?(?:მოგაწოდ|მიწოდ|მოწოდ|მიეწოდ)
    |ბილეთ\p{L}* გამოგზავნ
    |(?:დახმარებ|პენსი|შემწეობ|სუბსიდი|კომპენსაცი)\p{L}* (?:დანიშვნ|დასანიშნ|გაცემ|გასაცემ|გაანგარიშ)
    |(?:ბაღ|სკოლ|კურს|პროგრამ|ღონისძიებ|კონკურს)\p{L}* (?:\p{L}+ ){0,2}(?:რეგისტრაცი|ჩაწერ|დარეგისტრირ)
    |(?:განცხად|განაცხად)\p{L}* (?:\p{L}+ (?:და )?)?(?:რეგისტრაცი|განხილვ|დასამუშავ|წარმოებ)
    |რეგისტრაცი\p{L}* და განხილვ|სესხ\p{L}* (?:\p{L}+ )?(?:შესაფას|განხილვ)|შეკვეთ\p{L}* (?:მისაღებ|გაფორმ)|დასაჯავშნ
    |ჩანიშვნ|(?:ჩა|და)გინიშნ|(?<!(?:ხელფას|ჰონორარ|კომპენსაცი|თანხ|პრემი|სტიპენდი|ბონუს|ანაზღაურებ|საფასურ)\p{L}* (?:\p{L}+ )?)ჩასარიცხ|გიპოვო|ბილეთ\p{L}* (?:\p{L}+ ){0,2}(?:იგზავნ|გაგზავნ|გამოგიგზავნ)
    |სესხ\p{L}* (?:გაცემ|დამტკიც|შესაფას)|ნებართვ\p{L}* (?:გაცემ|გასაცემ)
    |(?:ცნობ|მოწმობ|ლიცენზი|პასპორტ)\p{L}* (?:გაცემ|გასაცემ|დასამზად)
    |აბონენტ\p{L}* (?:მომსახურ|აღრიცხვ)
    |(?:წევრ|აბონენტ|მკითხველ|მოსწავლე|სტუმარ|მონაწილე)\p{L}* (?:\p{L}+ )?(?:აღრიცხვ|რეგისტრაცი|აღსარიცხ|მომსახურ)
    |ბილეთ\p{L}* (?:გასაფორმ|გაყიდ|დაჯავშ)
    |(?:სესხ|იჯარ|ქირავ|დაზღვევ)\p{L}* (?:გასაცემ|გაცემ|გასაფორმ|გაფორმ|პოლის)
    |ჩაწერ\p{L}* (?:ვიზიტ|კურს|წრე|კლუბ)|ვიზიტ\p{L}* (?:დაგეგმ|ჩანიშვნ|დასანიშნ)|ჩაგ(?:წეროთ|ეწეროთ)
    |(?:გაწვრთნ|ვარჯიშ)\p{L}*(?:ის)? (?:გეგმ|პროგრამ)|განაცხად\p{L}* (?:განხილვ|განსახილ|დამუშავ)
    |შეკვეთ\p{L}* (?:შესასრულებ|გავამზად|დასამუშავ|შესრულებ|გასაფორმებ|მომზად|მივიღ)
    |(?<!სამედიცინო )(?:მომსახურებ|სერვის)\p{L}* (?!ღირებულ|საფასურ|თანხ|ქირ|გადასახად)(?:\p{L}+ ){0,4}(?:გაწევ|მიწოდებ|გასაწევ|მისაწოდ|შესათავაზ|უზრუნველ
      |მისაღებ|აღმოსაჩენ)
    |მოგემსახურ|მოგაწოდოთ (?:მომსახურ|სერვის)
    |ხელშეკრულებ\p{L}* (?:დადებ|შესრულებ|შესასრულებ|გასაფორმებ|დასადებ)
    |წყალმომარაგების მომსახურებ|განცხადებ\p{L}* განხილვ|მარშრუტის დასათვლელ|დავჯავშნ|დაჯავშნ
    |ჯავშნ\p{L}* (?:გასაფორმ|მართვ|დასადასტ)|გამოწერის გასაფორმებ|სამოქალაქო-სამართლებრივი ურთიერთობ
    |ანგარიშ\p{L}* (?:შესაქმნ|გახსნ|გასახსნ|შექმნ|მართვ)|ანგარიში ვერ იქნება
    |(?:წევრ|აბონემენტ|რეგისტრაცი)\p{L}* (?:გასაფორმ|აღრიცხვ|აღსარიცხ|მართვ)
    |ჩაგირთ|სტუმრის მომსახურებ|წიგნ\p{L}* გატან
  `,
  ),
];

/** Words that name what there is as well as what it is for ("your health questionnaire", "the CVs"): of a purpose only where one is said. */
export const barePurposes: readonly Entry[] = [
  entry("hiring", "რეზიუმე", "\\bCVs?\\b", "\\bcandidates?\\b", "კანდიდატ", "დასაქმებ", "ვაკან", "ვაკანტ", "გასაუბრებ", "vacanc", "job applica"),
  entry("health", spelt`
    // English
    \ballerg|\btherap|\bclinical\b|\bsurgery\b|diagnos|health questionnaire|\bprescription
    |\bprescribe (?:you|the right|medic)|first aid|\btreat(?:ment|ing)?\b|medical emergenc
    |\bright (?:medicine|care|treatment)\b|\bmedicines?\b
    // Georgian
    |(?<!\p{L})კბილ|ალერგი|რეაბილიტაცი|ვაქცინ|დიაგნო|მკურნალობ|სამედიცინო (?:დახმარებ|შემოწმებ|ისტორი)
  `),
  entry("identity", "(?<!სა)იდენტიფიკაცი", "ავტორიზაცი", "ვერიფიკაცი", "იდენტიფიცირ", "თქვენი? (?:პიროვნებ|ვინაობ)"),
  entry("support", spelt`
    // English
    \b(?:your|any|answer(?:ing)?|with|about|the) (?:\w+ )?(?:questions|queries)\b
    |enquiries|reply to|\bfeedback\b|contact you|customer (?:support|service)|\bhelp you\b|get (?:back to|in touch)
    |\breach you\b|\bcall you\b
    // Georgian
    |კონსულტაცი|უკუკავშირ|დარეკვ|დაგირეკ|გადმოგირეკ|დაგიკავშირდეთ|შეხსენებ|პასუხის გაცემ
  `),
  entry("education", "აკადემიურ", "სტიპენდი", "(?<!(?:eye|medical|dental|health|physical|clinical) )\\bexaminations?\\b", "\\blessons?\\b", "\\bexams?\\b", "სასწავლო (?:კურს|პროცეს|პროგრამ)", "სწავლებ", "educat", "\\bteach", "\\btuition\\b", "\\bgrading\\b|\\bgrades\\b", "მოსწრებ"),
  entry("statistics", "\\bpatterns\\b", "\\bplanning\\b", "დაგეგმ", "დათვლ", "გამოკითხვ", "survey", "\\btrends?\\b", "\\bbetter\\b", "\\breports? on\\b", "measure", "ტენდენცი", "is better"),
  entry("research", "academic", "(?<!statistical )\\bresearch\\b", "scientific", "მეცნიერ"),
  entry("delivery", "მიტან", "\\bdeliver(?:y|ing|ed)?\\b"),
  entry("service", "appointments?", "ჩარიცხვ", "პოვნა", "\\bsuggest (?:the|a|you|what|other|books)|\\brecommend", "\\bwork(?:s)? properly", "\\bon board\\b", "your stay"),
];

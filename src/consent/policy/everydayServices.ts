// What is done for the person with data, as it is said where people speak of it plainly: whole turns, which need no second word.
// Only what is read as a purpose at all is looked at, see readPolicy.ts.
import { type Frame, said } from "./frames.ts";
import { spelt } from "./spelt.ts";

export const everydayServices: readonly Frame[] = [
  said(
    "service",
    spelt`
    // English
    \b(?:without|needs?) (?:your|the) (?:address|name|number|plate|size|details)[^.;]{0,40}\b(?:cannot|can['’]t|could not) (?:find|reach|book|hold|serve
      |open|issue|let)\b
    |\bwho may vote\b
    |\b(?:where|to which) (?:the|your) (?:ticket|confirmation|booking|certificate|receipt|results?) (?:is|are|will be|goes?) ?(?:sent)?\b
    |\b(?:skates|kit|shoes|gear|table|tray|costume|helmet|equipment)\b[^.;]{0,20}\b(?:laid out|set out|ready|waiting|put out)\b
    |\bso (?:that )?the right \p{L}+ (?:is|are)\b
    |\b(?:is|are|will be|stands?|lies) (?:waiting|ready|set aside|kept|there) for you\b
    |\b(?:barrier|gate|door|turnstile|lock|locker) (?:lifts|opens|lets you|unlocks)\b
    |\b(?:right|correct|same) (?:bike|room|table|seat|locker|boat|horse|bed|size|course|team|lane|kit)\b
    |\bput (?:you|your child|them|everybody) (?:in(?:to)?|with|on) (?:the|a) (?:right |suitable )?(?:group|class|team|course|boat|list|room)\b
    |\buses them to do one thing\b|\bassess my claim\b|\bring you about your booking\b|\bring at the times\b
    |\bdraws? up your\b
    |\bso (?:that )?(?:your|the|a) (?:bag|coat|order|parcel|seat|slot|room|table|bike|dog|car|place) (?:goes back|comes back
      |is (?:yours|ready|kept|waiting))
    |\b(?:we|so we|and so we) can (?:text|ring|call|let you know) when (?:it|your \p{L}+) (?:is|['’]s|are) (?:ready|dry|done|in)
    |\b(?:set|lay|prepare|get ready) (?:the|your|a) (?:table|room|bed|place|kit|lane|pitch)\b
    |\bknows? which (?:car|house|bike|room|coat|seat|table|dog|horse|box|order|bed|door|flat|plot) (?:is yours|it is|to|you)
    |\b(?:pick up|carry on|start again|continue) where you left off\b
    |\b(?:come|comes|get|gets|find their way) back to (?:you|their owner|the right)
    |\bwhose (?:\p{L}+ ){1,3}is whose\b
    |\bentitled to (?:the|a|an) (?:\p{L}+ )?(?:allowance|benefit|discount|grant|concession|reduced|place)
    |\b(?:registering|allotting|allocating|assigning|reserving) (?:the |a |an |your )?(?:boat|berth|plot|place|seat|room|locker|desk|class|classroom
      |stall|pitch|bed|tutor)
    |\b(?:allot|allocate|assign) (?:you |your child )?(?:a|an|the) \p{L}+
    |\bwhich (?:polling station|school|ward|catchment|district|surgery) you\b
    |\bhand you the (?:right )?\p{L}+
    |\b(?:get|have) your (?:booking|order|repair|visit|stay|holiday) (?:sorted|ready|arranged)
    |\bsort (?:out )?your (?:booking|order|stay|visit|trip)
    |\bthe (?:tickets?|invitation|badge|key|lesson link) lands?\b
    |\bright number of (?:people|places|chairs|meals|portions)|\brotas? (?:can be |be |are )?drawn up\b
    |\brun(?:ning)? the (?:draw|raffle|prize draw|monthly giving|scheme|waiting list)\b
    |\bsend (?:a|the|your) (?:driver|car|engineer|plumber|technician|nurse)\b
    |\bfind you a (?:group|place|seat|class|match)\b|\bkeep (?:the|your) (?:\p{L}+ ){1,2}(?:running|on|going)\b
    |\bcarry on with\b|\bsaving your\b|\bplace you on\b|\blet (?:a|the) \p{L}+ to you\b
    |\b(?:run(?:ning)?|manag(?:e|ing)|look(?:ing)? after|keep(?:ing)?|set(?:ting)? up|renew(?:ing)?|open(?:ing)?) (?:your|the) (?:\p{L}+ ){0,2}(?:account
      |membership|plan|profile|tenancy|subscription|file|booking)
    |\b(?:do|carry out|finish|quote for) (?:the|your) (?:job|work|repair|alteration|fitting)\b
    |\bknow (?:how many|who is coming|who['’]s coming|whose|whom|what you (?:ordered|want|booked))\b
    |\b(?:put|book|sign|squeeze|fit) you (?:in|down)\b
    |\b(?:draw up|keep|make up|fill) the (?:rota|register|list|timetable|schedule)s?\b
    |\b(?:deal(?:ing)? with|handl(?:e|ing)|process(?:ing)?|consider|decid(?:e|ing)|settl(?:e|ing)|assess(?:ing)?) (?:your|the|an?) (?:\p{L}+ )?(?:claim
      |application|order|request|return|enquiry|case|booking|referral)s?\b
    |\bsend you your (?:\p{L}+ )?(?:card|ticket|pass|certificate|results?|documents?|copy)\b
    |\b(?:credit|award|add up|count) (?:your |the )?points\b
    |\b(?:let|give|get) you (?:in(?:to)?|access|a key|on(?:to)? the|online|connected)\b
    |\b(?:pick you up|drive you|find you|see you safely|carry you|fly you|seat you|host you|feed you)\b
    |\b(?:make|cut|sew|build|frame|measure|fit|mend|repair|fix|translate|print|develop) (?:it|them|your|the) (?:\p{L}+ )?(?:to (?:size|measure)|\p{L}+)
    |\b(?:provide|deliver|perform|supply) (?:you with )?(?:the|our|this|a) (?:\p{L}+ )?(?:services?|course|cover|lesson|treatment plan|contract)\b
    |\b(?:match|introduce|pair) you\b|\btime you\b
    |\bcarry(?:ing)? out (?:of )?your (?:order|instructions|contract)\b
    |\barrang(?:e|ing) (?:your |the )?(?:visits?|appointments?|viewings?|repairs?)\b
    |\b(?:put|send|issue) the ticket\b|\blook after your (?:child|dog|pet|home|garden)\b|\bfit your\b
    |\bpublish (?:the )?results\b
    |\brun the (?:race|event|course|competition|club|league|raffle)\b
    |\b(?:carry out|arrange|plan|photograph) the (?:funeral|day|wedding|event|tour|visit)\b
    |\bget repairs done\b
    |\badministration of (?:the |our )?(?:club|society|membership|members|library|association|scheme|estate)\b
    |\boperate \p{L}+['’]? (?:\p{L}+ ){0,3}accounts\b|\bfor (?:the )?reservation of\b|\b(?:log|sign) you in\b
    |\bremember (?:you|your (?:settings|choices|basket))\b|\bsync\p{L}*\b|\bapp functionality\b|\baccount management\b
    |\bcore functions?\b
    // Georgian
    |(?:მისამართ|სახელ|ნომრ|ნომერ|ზომ)\p{L}* გარეშე (?:\p{L}+ ){0,3}ვერ (?:იპოვ|მოვა|მოვიდ|დავჯავშნ|მოგემსახურ)\p{L}*
    |ხმის უფლება
    |(?:ბილეთ|დადასტურებ|პასუხ|სერტიფიკატ|ცნობა)\p{L}* (?:\p{L}+ )?გამოგიგზავნ\p{L}*
    |(?:დროზე|დროულად|უკვე|მზად) (?:დაგხვდე|დაგხვდ|იყო|გელოდ)\p{L}*
    |(?:შლაგბაუმ|კარი|ჭიშკარი|ტურნიკეტ)\p{L}* (?:აიწი|გაიღ|გაგიღ|ჩაირთ)\p{L}*
    |(?:ტოლ|შესაფერის|სწორ)\p{L}* (?:ჯგუფ\p{L}* )?(?:ჩავსვ|ჩავრიცხ|მოვათავს|გავანაწილ|ჩასვ)\p{L}*
    |ადგილი (?:\p{L}+ )?(?:დაგხვდ|შეგინახ|დაგიტოვ)\p{L}*
    |ვიცოდეთ,? (?:\p{L}+ )?(?:ვინ|ვის|რომელი|რამდენი) (?:\p{L}+ ){0,2}(?:მოდის|მოვა|ელოდ|წაიღო|შეუკვეთ|დაჯავშნ)\p{L}*
    |ქულ\p{L}* (?:\p{L}+ ){0,2}(?:დაირიცხ|დარიცხ)
    |ხელშეკრულებ\p{L}* (?:ნაკისრ|გათვალისწინებულ)\p{L}* ვალდებულ\p{L}*
    |ჯერის დადგომა|რიგის მოსვლა
    |(?:დროზე|დროულად) (?:\p{L}+ )?(?:დაგახვედრ|მოგემსახურ|შეგხვდ)
    |ვიზიტის დრო (?:\p{L}+ )?შეგითანხმ
    |(?:ადგილ|მაგიდ|ოთახ|რიგ|ჯგუფ)\p{L}* (?:\p{L}+ ){0,2}(?:შეგინარჩუნ|შევინარჩუნ|არ აგერი|არ აირი|მოვათავს|მოგანიჭ|გამოგიყო|მოგიძებნ)
    |რომელ (?:სახლ|ბინ|ოთახ|მისამართ|ოთახ|სართულ)\p{L}* (?:\p{L}+ )?(?:მივიდ|მივიტან|მოვიდ|მივა)
    |შეღავათ\p{L}* (?:\p{L}+ )?(?:დასანიშნ|მისანიჭ|მინიჭ|გამოსაყენ)
    |(?:სტატუს|უფლებ)\p{L}* (?:\p{L}+ )?(?:დასადგენად|მოსაპოვებლად|მისანიჭებლად)
    |ვისი (?:შეკვეთ|ნივთ|ძაღლ|მანქან|ბარათ|ტანსაცმ|ფეხსაცმ|ველოსიპედ)\p{L}*
    |(?:ბავშვი|მოსწავლე|სტუმარი|მონაწილე) (?:\p{L}+ ){0,2}(?:მოვათავსოთ|ჩავწეროთ|ჩავრიცხოთ|განვათავსოთ|დავარეგისტრიროთ)
    |(?:ვიზ|საშვ|დაშვებ)\p{L}* (?:\p{L}+ )?(?:მოსამზად|გასაფორმ|ასაღებ)
    |მომსახურებ\p{L}* მოგაწოდ|(?:ანგარიშ|სერვის|აპ)\p{L}* (?:\p{L}+ ){0,3}სარგებლობდ|შეგარჩევინ|დაგინიშნავ|ვისთანაა
    |ვისთან არის|გამოგ(?:ვ)?ითვალ|(?:ჩემს|თქვენს|მონაწილ\p{L}*) დასარეგისტრირებლად|ჯგუფი (?:\p{L}+ )?შეგირჩი
    |ბავშვ\p{L}* (?:\p{L}+ ){0,2}მივიღოთ|(?:აბონემენტ|შეკვეთ|წევრ)\p{L}* (?:\p{L}+ ){0,2}აღრიცხულ|ვისია(?!\p{L})|ვის დავურეკ
    |ხელშეკრულებით (?:\p{L}+ ){0,2}(?:ვალდებულებ|მოვალეობ|ნაკისრ)\p{L}* (?:შესრულ|შესასრულ)
    |გავააქტიურ|შეგიშვას
    |(?:გრანტ|დაფინანსებ)\p{L}* (?:\p{L}+ ){0,3}(?:მინიჭებ|გადაწყვეტილებ|გაცემ|გასაცემ)
    |ქულ\p{L}* (?:\p{L}+ ){0,2}(?:დარიცხ|ჩამოწერ|აღრიცხ)|(?:დაგირიცხ|ჩამოგაწერ)\p{L}* (?:\p{L}+ ){0,2}ქულ
    |(?:დაგროვ|ქულ)\p{L}* დასარიცხ
    |(?:გავაფორმო|განვიხილო|მოგემსახურო|შევასრულო|გაგიწიო|მოგიმზადო|დავამზადო|შევკერო|შეგინახო|დაგიჯავშნო|ჩაგწერო|დაგარეგისტრირო|გაგატანო|მოგარგო
      |გაჩვენო)თ
    |გამოსათვლელად|გამოსაძახებლად|მარშრუტ\p{L}* (?:დასა|შესა)|გიპოვო|მოგაგნო|ჩასართავად|მისაერთებლად|დასაკავშირებლად ქსელ
    |(?:პოლის|ბარათ|ბილეთ|ნებართვ|ცნობ|სერტიფიკატ|საშვ|ლიცენზი|მოწმობ)\p{L}* (?:\p{L}+ ){0,2}(?:გასაცემ|გაცემ|მოსამსახურ|გასაფორმ|დასამზად|დამზად)
    |(?:ზარალ|შემთხვევ)\p{L}* (?:დასარეგულირ|დარეგულირ|განსახილ)|მოსამსახურებლად|მომსახურებისთვის
    |მომსახურების (?:მიზნით|გაწევ|გასაწევ|მისაწოდ|მიწოდ|უზრუნველ)
    |(?:ვინ გვყავს|ჯავშანი ვის|ვისი ჯავშან|ადგილ\p{L}* (?:შეგინახ|შესანახ|დაგითმო|გამოყოფ|დასაჯავშნ)|მაგიდა (?:\p{L}+ ){0,2}(?:შეგინახ|დაგიტოვ))
    |(?:შეკვეთ|განცხადებ|განაცხად|მოთხოვნ|თხოვნ|საქმ)\p{L}* (?:\p{L}+ ){0,2}(?:შესასრულ|შესრულ|განსახილ|განხილ|დასამუშავ|მისაღებ|საწარმოებ|მოსამზად)
    |(?:სამუშაო|მომსახურებ|დავალებ|პროექტ)\p{L}* (?:\p{L}+ )?(?:შესასრულ|შესრულ|ჩასატარ|განსახორციელ)
    |(?:ხელშეკრულებ|გარიგებ|შეთანხმებ)\p{L}* (?:\p{L}+ ){0,2}(?:დასადებ|დადებ|გასაფორმ|გაფორმ|შესასრულ|შესრულ|მომზად)
    |(?:წევრ|მონაწილ|სტუმრ|მობინადრ|აბონენტ|მკითხველ|მოხალის)\p{L}* (?:\p{L}+ )?(?:აღრიცხ|აღსარიცხ|რეგისტრაცი|დასარეგისტრ|სიის|ჩასაწერ|მისაღებ|მიღებ)
    |(?:დახმარებ|შემწეობ|სუბსიდი|გრანტ)\p{L}* (?:\p{L}+ )?(?:დანიშვნ|დასანიშნ|გაცემ|გასაცემ|მისაღებ)
    |(?:ჯგუფ|კურს|წრე|ბანაკ|სექცი|სკოლა|ბაღ)\p{L}* (?:\p{L}+ )?(?:ჩარიცხ|ჩასარიცხ|ჩაწერ|ჩასაწერ|მოსახვედრ|შესადგენ|დასაკომპლექტ)
    |(?:კონკურს|ტურნირ|რბოლ|ღონისძიებ|ექსკურსი|ტურ|გამოფენ|არჩევნ|კრებ)\p{L}* (?:\p{L}+ )?(?:ჩასატარ|ჩატარ|მოსაწყობ|მოწყობ|საორგანიზაცი|ორგანიზებ)
    |ბავშვ\p{L}* (?:\p{L}+ ){0,2}ვიზრუნ
    |(?:კაბა|კოსტიუმ|ავეჯ|ტანსაცმ|ფეხსაცმ)\p{L}* (?:\p{L}+ )?(?:შესაკერ|დასამზად|მოსარგ)
    |ზომ(?:ებ)?\p{L}* (?:\p{L}+ )?(?:ასაღებ|დასახსომ)
    |(?:აპ|აპლიკაცი|საიტ|სერვის|პროფილ|კაბინეტ)\p{L}* (?:\p{L}+ )?(?:ფუნქციონირ|სამუშაოდ|იმუშაო|გასახსნ|შესაქმნ|მუშაობისთვის)
    |(?:სისტემაში|ანგარიშში|პროფილში|კაბინეტში) შესასვლელ
    |(?:ვიზიტ|შეხვედრ|კონსულტაცი)\p{L}* (?:\p{L}+ )?(?:დასანიშნ|დანიშვნ|ჩანიშვნ|ჩასანიშნ|დასაგეგმ|დაჯავშნ)
  `,
  ),
  said(
    "support",
    spelt`
    // English
    \bfind out why\b[^.;]{0,40}\b(?:stopped|broke|failed|leaks|doesn['’]t work)
    |\b(?:breaks|broken|leaks|fails|faulty|stops working)\b[^.;]{0,60}\b(?:send (?:a|an|our|somebody|someone)|fitter|engineer|mend it|repair|come round)
    |\bcomplaints? can be (?:looked into|answered|checked|settled)
    |\b(?:look|looked) into (?:complaints|what went wrong)\b|\bwhat went wrong\b
    |\b(?:when you|if you) (?:write|come back|call|ring|get in touch)[^.;]{0,30} (?:with a problem|again)\b
    |\bpick up where (?:we|i|you) left off\b|\b(?:helpdesk|help desk) can\b
    |\blook(?:s|ing)? into (?:your|the|any|a) (?:complaint|problem|fault|question|grievance|matter)
    |\bget hold of you\b
    |\b(?:goes|went|is) wrong\b[^.;]{0,60}\b(?:use|ring|call|reach|text|contact|get hold)
    |\b(?:handle|handling|answer|deal with) (?:enquiries|grievances|complaints|queries)
    |\b(?:tell|warn|let|text|ring|call|phone|e-?mail) (?:you|parents|them|members|passengers) (?:know )?(?:if|when|that|about) (?:the|your|a|an|something
      |anything|there|it|we)\b
    |\b(?:is|are) (?:late|cancelled|off|delayed|closed|ready)\b[^.;]{0,30}\b(?:ring|text|call|phone|let) you
    |\bdeal(?:ing)? with (?:\p{L}+, )?(?:bursts|leaks|faults|breakdowns|grumbles|outages)
    |\bkeep you posted\b|\bkeep (?:you |parents |members )?in touch\b
    |\b(?:let|keep) (?:you|parents|members|them) (?:know|informed|posted)\b
    |\b(?:tell(?:ing)?|warn(?:ing)?|remind(?:ing)?|notify(?:ing)?|inform(?:ing)?|alert(?:ing)?) (?:you|parents|members|customers|passengers|them) (?:of
      |about|when|if|that)\b
    |\b(?:answer(?:ing)?(?: of)?|reply(?:ing)? to|respond(?:ing)? to|deal(?:ing)? with|sort(?:ing)? out|look(?:ing)? into) (?:you|your|any|the
      |their)? ?(?:\p{L}+ )?(?:questions?|quer(?:y|ies)|in?quir(?:y|ies)|enquir(?:y|ies)|complaints?|messages?|problems?|e-?mails?|letters?|comments?
      |feedback|tickets?)\b
    |\b(?:ring|call|phone|text|reach|contact|e-?mail|get hold of) you (?:if|when|about|in case|should|once|as soon)\b
    |\bget back to you\b
    // Georgian
    |რატომ (?:გაჩერდა|გაფუჭდა|ჟონავს|არ მუშაობს)
    |(?:გაიჭედ|გაფუჭ|გატყდ|ჟონავ|დაზიანდ|არ მუშაობს)\p{L}*[^.;]{0,60}(?:ხელოსან|ოსტატ|გამოგიგზავნ|მოვალთ|შეგიკეთ|გამოვასწორ)\p{L}*
    |(?:საჩივ|პრეტენზი|შეცდომ)\p{L}* (?:\p{L}+ )?(?:გავარჩი|გარჩევ|გავარკვი|შევამოწმ)\p{L}*
    |(?:პრეტენზი|საჩივ|შეკითხვ)\p{L}* (?:\p{L}+ )?(?:განხილვ|განსახილ)
    |(?:შენიშვნ|პრეტენზი|კომენტარ|(?<!\p{L})კითხვ(?!არ)|შეკითხვ|წერილ|მომართვ|საჩივ)\p{L}* (?:\p{L}+ ){0,2}(?:ვუპასუხ|(?<!უ)პასუხ(?!ისმგ)|გავარჩი|გარჩევ
      |გასარჩევ|განსახილ|მოგვარ|მოსაგვარ|გადასაჭრ|რეაგირ)
    |(?:შეწყვეტ|გათიშვ|გადადებ|გაუქმებ|დაგვიანებ|ცვლილებ|ავარი)\p{L}* (?:\p{L}+ ){0,2}(?:შეტყობინ|შესატყობინ|შეგატყობ|გაცნობ|გაგაფრთხილ|გასაფრთხილ|მოგწერ
      |დაგირეკ)
    |(?:დაზიანებ|ხარვეზ|უწესივრობ|შეფერხებ)\p{L}* (?:\p{L}+ ){0,2}(?:აღმოსაფხვრ|აღმოფხვრ(?!ისას)|გამოსასწორ)
    |ტექნიკური (?:დახმარებ|მხარდაჭერ)\p{L}*(?:თვის|ად| გასაწევ)
    |თუ (?:[^,.;]{1,40}),? (?:\p{L}+ ){0,2}(?:დაგირეკ|მოგწერ|შეგატყობინ|გაგაფრთხილ|დაგიკავშირდ)
    |(?:თქვენთან|შენთან|მშობელთან|ჩემთან|აბონენტთან|სტუმართან|კლიენტთან|დამქირავებელთან) (?:\p{L}+ )?(?:დასაკავშირ|დაკავშირ|საკონტაქტ|კონტაქტ)
  `,
  ),
  said(
    "marketing",
    spelt`
    // English
    \b(?:attract|win|bring in|find) (?:\p{L}+ )?(?:new|more) (?:members|pupils|guests|customers|clients|readers|players)\b
    |\b(?:photos?|pictures?|videos?|clips?)\b[^.;]{0,60}\b(?:facebook|instagram|tiktok|website|leaflet|poster|brochure|social media|window)\b
    |\b(?:monthly|weekly|quarterly|spring|autumn|winter|summer|christmas) (?:letter|mailing|leaflet|news)\b
    |\b(?:news|rates and offers|offers|appeals?|newsletters?) (?:\p{L}+ ){0,6}(?:goes?|sent|posted|e-?mailed) (?:only )?to (?:members|customers|those
      |people|you)\b
    |\bpost you (?:the|our) \p{L}+ \p{L}+ with its appeals\b
    |\b(?:tell|write to|mail|e-?mail|text|remind) (?:you|past guests|former \p{L}+|members|customers|subscribers|guests) (?:\p{L}+ )?about (?:our[ ]
      |the |any )?(?:other|new|next|coming|future|upcoming|winter|summer|spring|autumn|christmas|special|latest|similar)[ ]
    |\bkeep (?:me|you) (?:posted|informed|up to date) (?:about|on|with) (?:new|our|the latest|offers|events|what)
    |\b(?:free|birthday|surprise) (?:\p{L}+ )?(?:cake|drink|gift|treat|coffee|dessert)\b
    |\b(?:photos?|pictures?|images?|videos?)\b[^.;]{0,50}\b(?:in|on) our (?:\p{L}+ )?(?:leaflets?|brochures?|website|instagram|facebook|social media
      |posters?|page|advert\p{L}*)
    |\b(?:spring|autumn|summer|winter|christmas|new) (?:brochure|catalogue|collection|programme|offers)\b
    |\bsend (?:you )?(?:text |sms )?messages about\b|\bmoney-off\b|\bcoupons\b
    |\b(?:win|attract|find) new (?:pupils|students|families|visitors|donors|readers|tenants)\b
    |\b(?:write|writing|tell|e-?mail|hear)[^.;]{0,30} about (?:our |the |any )?(?:new|coming|special|latest) \p{L}+
    |\b(?:tell(?:ing)?|writ(?:e|ing) to|e-?mail(?:ing)?|text(?:ing)?|send(?:ing)?|let(?:ting)?|invit(?:e|ing)) (?:you|me|them
      |members) (?:\p{L}+ ){0,4}(?:offers?|briefings?|invitations?|seminars?|tariffs?|novelties|deals?|bonus\p{L}*|tournaments?|vouchers?|promotions?|news
      |newsletter|events|fund-?raising|campaigns?|discounts?|what['’]s on|catalogues?|brochures?)\b
    |\bsending the news\b|\bhow i advertise\b
    |\b(?:win|attract|find) (?:new )?(?:clients?|customers?|members|guests)\b
    |\b(?:on|in) (?:my|our) (?:website|portfolio|instagram|facebook|brochure|leaflet|posters?)\b.*\b(?:if|only|with) you\b
    |\bfor (?:publicity|promotion|advertising)\b
    // Georgian
    |(?:ახალ|მორიგ)\p{L}* (?:სპექტაკლ|კერძ|კურს|ჯგუფ|გამოფენ|ღონისძიებ|ტურ|პროდუქტ|მომსახურებ|კოლექცი|მენიუ|ფილმ|კონცერტ)\p{L}*(?:ზე|ს|ის შესახებ
      |ებსა)? (?:\p{L}+ ){0,3}(?:მოგწერ|გაცნობ|შეგატყობ|გეტყვ|გატყობინ|დაგპატიჟ)\p{L}*
    |(?:ფოტო|სურათ|ვიდეო)\p{L}* [^.;]{0,40}(?:გვერდზე|ფეისბუქ|ინსტაგრამ|საიტზე|ვიტრინ)\p{L}* (?:\p{L}+ )?(?:ვდებ|დაიდ|იდება)\p{L}*
    |(?:ფასდაკლებ|აქცი|სიახლ|შეთავაზებ)\p{L}* (?:\p{L}+ ){0,2}(?:წერილ\p{L}* )?(?:მხოლოდ )?(?:მათ )?(?:ვწერ|ვუგზავნ|მომივიდეს|გიგზავნ)
    |მომივიდეს[^.;]{0,40}(?:ფასდაკლებ|აქცი|სიახლ)|ახალი (?:წიგნ|ფილმ|კოლექცი|პროდუქტ|ღვინ)\p{L}* ამბ|მარკეტინგს? ახორციელებს
    |პირდაპირი მარკეტინგი
    |მოგივა\p{L}* (?:\p{L}+ ){0,3}(?:ბიულეტენ|სიახლ|კატალოგ|წერილ|შეთავაზ|სარეკლამო)
    |(?:ახალ|საახალწლო|საგაზაფხულო|საზაფხულო|სეზონურ)\p{L}* (?:კატალოგ|მენიუ|კოლექცი|შეთავაზებ|პროგრამ)
    |პირად\p{L}* შეთავაზებ
    |(?:ფოტო|სურათ|ვიდეო)\p{L}* [^.;]{0,50}(?:გვერდზე|ფეისბუქზე|ინსტაგრამზე|საიტზე) (?:\p{L}+ ){0,2}(?:ვდებთ|გამოვაქვეყნ|ვაქვეყნ|განვათავს|დავდებ)
    |მოგწერთ,? (?:თუ )?რა (?:ახალ|სიახლ)|ახალ\p{L}* (?:\p{L}+ ){1,2}(?:შესახებ|თაობაზე)
    |(?:აქცი|ფასდაკლებ|სიახლ)\p{L}*ზე?ც? (?:\p{L}+ )?მოგწერ
    |(?:სიახლ|აქცი|ფასდაკლებ|შეთავაზებ|კამპანი|ბონუს|პრომო|ღონისძიებ)\p{L}* (?:\p{L}+ ){0,4}(?:მივიღ|მიიღ|გიგზავნ|გამოგიგზავნ|გამოგზავნ|მოგწერ|მოგივ
      |შეგატყობ|გაცნობ|შემოგთავაზ|შემოთავაზ|დასაგზავნ|გასაგზავნ)
    |(?:მივიღო|მიიღოთ|გიგზავნით|გამოგიგზავნით|გაცნობებთ|შემოგთავაზო\p{L}*|მოგწერთ) (?:\p{L}+[ ,]*){0,4}(?:სიახლ|აქცი|ფასდაკლებ|შეთავაზებ|კამპანი|ბონუს
      |კატალოგ|ბიულეტენ)
    |(?:ფოტო|სურათ|ვიდეო)\p{L}* (?:[^.;]{0,80})(?:რეკლამ|პოპულარიზაცი|ბუკლეტ|პლაკატ|სოციალურ ქსელ|ფეისბუქ|ინსტაგრამ)
    |ახალი (?:\p{L}+ ){0,2}(?:ამბავ|ამბებ)\p{L}*
  `,
  ),
  said("delivery", spelt`
    // English
    \b(?:ends? up|arrives?|lands?) (?:in|at|on) (?:the|your) (?:right )?(?:room|door|floor|house|table)\b
    |\b(?:van|driver|courier|postman|lorry|rider) (?:finds?|can find|gets? to|comes? to|knows where)[ ]
    |\bparcel label\b|\breach(?:es)? (?:you|your door|your house)\b|\bto your (?:front )?door\b|\bdoorstep\b
    |\bposting the \p{L}+|\bsending of (?:the )?(?:goods|wine|parcels?|orders?)\b
    |\b(?:driver|courier|postman|rider) (?:can|may|will|knows?|must) (?:find|know|ring|reach)
    |\bget the (?:parcel|order|package|goods) to you\b
    |\b(?:post|ship|courier|send) (?:you )?(?:the|your) (?:album|parcel|order|prints?|tickets?|package|book|goods|purchase)\b
    |\bwhere to (?:send|deliver|bring|leave)\b
    // Georgian
    |სწორ (?:ოთახ|მისამართ|სართულ|კარ)\p{L}*(?:ში|ზე|თან) (?:მოხვდ|მივიდ|მივიტან)\p{L}*
    |(?:ამანათ|შეკვეთ|ნივთ|პროდუქტ|ტორტ|ყვავილ|წიგნ|წამალ|საქონ)\p{L}* (?:\p{L}+ ){0,2}(?:მოგიტან|მოსატან|მისატან|მიგიტან|ჩაგაბარ|ჩასაბარ|ჩაბარებ|მიწოდ
      |მისაწოდ|გამოსაგზავნ|გასაგზავნ|ადგილზე მიტან)
    |წასაღებად|წაღებისთვის|(?:კურიერმა|მძღოლმა) (?:\p{L}+ ){0,2}(?:იპოვ|მოგაგნ|დარეკ)|სად მოვიტან|სად მოგიტან
  `),
];

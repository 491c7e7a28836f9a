// What the person may ask for, said by what is done and to what. See frames.ts.
import { everydayRights } from "./everydayRights.ts";
import { dataNoun, frame, type Frame } from "./frames.ts";
import { grievanceFrames } from "./grievanceFrames.ts";
import { spelt } from "./spelt.ts";

const reach = String.raw`(?:[^.;!?]{0,60})`;
/** Only where data, their holder or the asking are spoken of: "you may change the size until weaving begins". */
export const rightsFrames: readonly Frame[] = [
  frame("information", spelt`
    // English
    \b(?:why|what for|(?<!limit |restrict )what (?:we|you) (?:want|use|do with)|what (?:your|the|my) \p{L}+ (?:is|are) (?:used )?for
      |on what (?:basis|footing|legal|ground)|(?<!limit |restrict |object to |objecting to |oppose )how (?:we|your|the decision|my|a decision|(?:it|they) (?:is|are|was|were|will))
      |for what purpose|the (?:purpose|purposes|basis|logic|legal basis|reasons?))\b
    |\bfor what\b|\bon which basis\b|\bwhich data of\b|\bwhat use (?:was|is|has been|we)\b
    // Georgian
    |რისთვის|რატომ|რაში (?:ვ|გვ)|რას (?:ვ|უ)\p{L}*(?:კეთებ|შვრებ)|რა მიზნ|რა საფუძვ|რის საფუძვ|მიზნ\p{L}* (?:და|შესახებ|თაობაზე|საფუძ)|საფუძვლის შესახებ
    |როგორ (?:ვ|ა?მუშავ|გამოი|ვიყენ|იყენ)|დამუშავებ\p{L}* (?:შესახებ|თაობაზე|მიზნ)|რა მიზნით|როგორ და რისთვის
    |რისთვის და როგორ
  `,
    spelt`
      // English
      \b(?:(?<!do you |do we |we )ask|(?:right to|want(?: to)?|wish to|may|can|like to|to be|you) know|told|tell you|learn|find out|explain(?:s|ed)?
        |answer|informed|information (?:about|on|as to)|hear|understand|straight answer|right to know|want to know|inquire|explanation|explained)\b
      |\bto explain\b|\breceive the information\b
      // Georgian
      |განგემარტ|გაიგ|გკითხ|გვკითხ|ჰკითხ|(?<!წა)იკითხ|ინფორმაცი|გაცნობ|განმარტ|აგიხსნ|გითხრ|გიპასუხ|შეიტყ|იცოდ|გაარკვ|განმარტებ
      |განემარტ
    `),
  frame("whereWho", spelt`
    // English
    \bwhere\b${reach}\b(?:kept|stored?|lying|held|sits?|your (?:data|card|file)|my (?:data|card|file))\b
    |\bwhich (?:server|company|firm|office|drawer)\b|\b(?:location|place) of (?:the |storage|your)|\bplace of storage\b
    |\bwhose hands\b|\bwho (?:has the key|holds|keeps|owns|stores|is sitting)\b
    |\b(?:on|in) which (?:system|country|server|place|cupboard|machine|computer|shelf|drawer|room|office|disk)\b|\bwho is (?:keeping|holding|looking after) (?:it|them)\b
    |\bwhere (?:it|they|your file|the data) (?:is|are) (?:lying|sitting|kept|held|stored)\b
    |\b(?:file|data|records?)\b[^.;]{0,30}\band with whom\b|\bwho holds the keys?\b|\bin which place\b|\bin whose hands\b
    |\bwhere the servers?\b
    // Georgian
    |სად ${reach}(?:ინახ|ვინახ|დევს|არის|მდებარ)|ვინ (?:ფლობს|ინახავს|განკარგ|ამუშავ)|სად (?:გაქვთ|გვაქვს)|ადგილმდებარეობ
    |ადგილსამყოფ|შენახვის ადგილ|ვისთან (?:დევს|ინახ)|რომელ სერვერ|მფლობელის შესახებ|სად დევს|სად ინახება
    |რომელ (?:კარად|უჯრ|ოთახ|კომპიუტერ|სერვერ|ქვეყ)\p{L}*ში|(?<!\p{L})ვის აქვს გასაღებ|ვისთან
  `, spelt`
    // English
    \b(?:ask|know|learn|find out|tell|wonder|told|right|can have|informed|may|disclosure)\b
    |\bask\b|\bsits\b|\bto know\b
    // Georgian
    |გაცნობ|გაიგ|კითხ|ინფორმაცი|შეიტყ|იცოდ|უფლებ|მოითხოვ|გეტყვ|გითხრ|შეგიძლ|გვკითხ|იკითხ
  `),
  frame("recipients", spelt`
    // English
    \b(?:who(?:m)?|which (?:third parties|companies|organi[sz]ations|firms))\b${reach}\b(?:passed|gave|given|shared|shown|received|got|seen|sent|disclosed
      |told)\b
    |\bto whom\b|\bnames of the recipients\b|\blist of (?:the )?(?:recipients|those)\b
    |\bwho (?:has |have |else )*(?:had|seen|received|got|looked)\b
    |\b(?:list|names?) of (?:everyone|everybody|those|all|the (?:people|firms|companies))\b
    |\bwho else (?:has been|was|were|got)\b|\bto whom (?:a|the|my|your|it|they)\b
    // Georgian
    |(?<!\p{L})ვის (?:\p{L}+ ){0,3}(?:გადა|გავ|გაეგ|მივ|მიაწ|ვაჩვენ|ვაძლ|გაუზ|აჩვენ|მიე)
    |გაემჟღავნ|რომელთაც (?:\p{L}+ ){0,3}გადა
    |რომელ (?:ორგანიზაცი|კომპანი|პირ|უწყებ)\p{L}* (?:\p{L}+ ){0,3}(?:გა|გად|მი)
    |(?<!\p{L})ვის ჩაუვარდ|ვისთვის (?:გადა|გაგ)|ვინ (?:მიიღო|ნახა|ნახულ|გაეცნო|იღებ)|მიმღებ
    |(?:პირთა|ორგანიზაციათა|მიმღებთა) (?:\p{L}+ )?(?:ჩამონათვალ|სია)
    |ვისაც (?:\p{L}+ ){0,3}(?:მიეწოდ|გადაეც|გაეგზავნ|ვაჩვენ|მივეც)
    |(?<!\p{L})ვის (?:\p{L}+ ){0,2}(?:გადავეც|მივაწოდ|ვაჩვენ|მივეც)|(?<!\p{L})ვის გადაეც|(?<!\p{L})ვის ჰქონდა|(?<!\p{L})ვის (?:\p{L}+ )?ვაჩვენეთ|ვინ ნახა
  `, spelt`
    // English
    \b(?:ask|know|learn|find out|tell|told|list|right|communicated|see|request|informed|hear|named)\b
    |\bbe told\b
    // Georgian
    |დაგისახელ|გეცნობ|გამოთხოვ|ჩამონათვ|გაიგ|კითხ|ინფორმაცი|შეიტყ|იცოდ|უფლებ|მოითხოვ|გეტყვ|სია|გითხრ|მიიღ|შეგიძლ|გავიგ|ცნობა
    |გვკითხ|ჩამოგითვლ|ჩამოთვლ|მოთხოვნით
  `),
  frame("access", spelt`
    // English
    \b(?:see|look at|look(?:ing)? (?:over|up|into)|view|read|inspect|copy|copies|print(?:ed)? (?:\p{L}+ )?out|printout|show(?:n)?|get (?:hold|sight)
      |access|obtain|receive|send you|know what (?:we|is|data)|what(?:['’]s| is| we| do we| you)|download|get a|gives you|send you|have a look
      |sight of|insight into|copies are|gives? you|hear what)\b
    |\b(?:leaf through|get (?:everything|all (?:the|that)|what|my|your))
    |\b(?:can|may|could) (?:i|you|we) (?:see|hear|read|look at|have a look at|get|view) (?:it|mine|them|my|the|yours|what)\b
    |\bshows? you\b|\bturn the book round\b|\bdisclosed to (?:him|her|them|you|me)\b|\bcome and look\b|\blook at that part\b
    |\bbe sent\b|\bshows? (?:you )?(?:every|all|what)\b|\bread what the \p{L}+ says\b|\bread (?:it |them )?out to you\b
    |\bturn the (?:book|screen|page)\b|\bcome (?:by|in|round) and\b|\bleaf through\b
    |\bask (?:at the \p{L}+ )?for your (?:page|entry|file|card|sheet|line|record)\b
    |\blook over our shoulder\b
    // Georgian
    |(?<![იე])ნახ(?:ოთ|ოს|ავთ|ვა|ეთ|ო)(?!\p{L})|(?<!გან|განვ)იხილ|გაეცნ|გაცნობ(?!ებ|ოთ)|(?<!\p{L})ასლ(?!ან)|ამონაწერ|გაჩვენ|მაჩვენ|ჩვენებ|მოგასმენ|გადაგაშლ|წაიკითხ
    |წაგაკითხ|გადაიკითხ|გადაათვალიერ|გადაფურცლ|ჩაიკითხ|გადავუშლ|აიღო(?:თ|ს)|ჩახედ
    |რა (?:გვიწერია|ვიცით|ინახება|გვაქვს|წერია|ჩანაწერ|მონაცემ|ინფორმაცი)
    |(?<!ვის აქვს )(?<!ვის აქვს მასთან )(?<!ვის აქვს მათთან )(?<!მისა)წვდომ
    |(?<!(?:CSV|JSON|XML|ფაილ)\p{L}*(?: \p{L}+)? )ჩამოტვირთ\p{L}*(?! (?:\p{L}+ ){0,2}ფაილ)|მიიღოთ (?:თქვენ|მონაცემ|ინფორმაც)|გამოითხოვ|გადმოგც|გადმოგიწერ|ნახავს
    |ეკრანზე გამოვა|მაჩვენე|გადმოგიშლ|გადაგიშლ|რა მიწერია|გაეცნონ|ნახვა|გაჩვენებ|ამონაბეჭდ|წაგიკითხ|ამოგიბეჭდ|განახებ
    |იკითხეთ|გადახედავთ
  `,
    spelt`
      // English
      \b(?:your|my|the (?:tenant|member|customer|patient|child|person)[’']s|their|own|his|her|personal) (?:own )?(?:personal |medical |customer[ ]
        |school )?(?:data|information|file|files|records?|entry|details|particulars|notes|chart|card|footage|recording|tape|history|profile|page|photos?
        |images?|marks|results)\b
      |\b(?:data|information|everything|all|anything|what) (?:that )?(?:we|is|you|i|the \p{L}+|has been)['’]?(?:ve| have|s|re| are| do
        | has)? ?(?:\p{L}+ ){0,2}(?:hold|know|have|keep|held|written|recorded|stored|kept|got|collected|noted|down|know of|about you)\b
      |\b(?:hold|know|have|keep|held|written|recorded|stored|kept|got|down|noted) (?:\p{L}+ ){0,2}(?:about|on|of|against) (?:you|me|them|him|your)\b
      |\bwhat do (?:we|you) know\b|\bthe lot\b|\ball (?:that )?we (?:hold|have|know)\b
      |\bcopy of (?:it|them|the (?:data|file|record|form|notes|recording|footage)|your|what|everything)\b
      |\b(?:(?:entry|entries|record|records|file|data|information|material) (?:relating to|about|on|concerning|held on) (?:him|her|them|you|me|oneself))
      |\b(?:inspect (?:the|its|any) (?:file|record|entry|data|information))
      |\b(?:can|may) i (?:see|hear|read|view) (?:it|mine|them)\b
      |\blook at the (?:results|scores|marks|file|entry|picture|film)\b
      |\beverything (?:that )?we (?:hold|have|keep|know)\b|\bwhat we have\b|\bturn the book round\b|\bthat part\b
      |\bstored about (?:him|her|them|you)\b|\bwritten about you\b|\bstored about you\b|\bsays about you\b|\bevery line\b
      |\bin the book about you\b|\bunder your name\b
      |\b(?:notes|entries|records?|files?|everything|anything|whatever) (?:\p{L}+ ){0,5}about (?:you|him|her|them|me|your child)\b|\bwhat (?:is|stands|we have) (?:in|on) (?:the|our) (?:\p{L}+ )?(?:about|of|on) you\b
      |\byour (?:page|entry|line|sheet)\b|\byour own entry\b
      // Georgian
      |(?:თქვენ|თავის|ჩემ|საკუთარ|მის|მათ)\p{L}* (?:\p{L}+ ){0,2}(?:მონაცემ|საუბრ|ინფორმაცი|ჩანაწერ|ცნობ|ისტორი|საქმე|ბარათ|ანკეტ|კადრ|ფოტო|გამოსახულ|სახელ
        |ანგარიშ|პროფილ|შესახებ)
      |მონაცემ\p{L}* ასლ|ასლ(?:ი|ს|ის)\p{L}*|თქვენზე|ჩემზე|მასზე|თქვენ შესახებ|რა (?:გვიწერია|ვიცით|ინახება|გვაქვს|წერია)
      |(?:სამედიცინო|პირად) (?:ისტორი|ბარათ|საქმე|ჩანაწერ|მონაცემ)|ამონაწერ|მის შესახებ|რაც შენზე|რაც თქვენზე|ყველაფერი
      |მიწერია|თავიანთ|გადმოგიშლ|ანკეტის ნახვა|ნახვა შეიძლება|სთხოვეთ, გაჩვენებ|თქვენს სახელზე|ყველაფრის
      |თქვენი (?:გვერდი|ფურცელი|სტრიქონი|საქმე|ბარათი)|თქვენს ჩანაწერს
    `),
  frame("rectify", spelt`
    // English
    \b(?:correct(?:ed|ion|s)?|rectif\p{L}*|fix(?:ed|es)?|amend(?:ed|ment)?|put (?:it|that|them|things|this|\p{L}+)? ?(?:right|straight)|update[sd]?
      |change[sd]?(?! (?:your|my|their|his|her) mind)|alter(?:ed)?|add(?:ed)?|complete[d]?|mend(?:ed)?)\b
    |\bcorrected\b|\bmend (?:it|that|them)\b|\bput (?:it|that|them) right\b|\bset (?:it|that|them) straight\b
    |\bchange the (?:card|entry|record|list|address)\b
    // Georgian
    |გადააკეთ|გადაგიკეთ|გასწორ|შესწორ|ჩასწორ|ჩაასწორ|სწორებინ|გავასწოროთ|ვცვლით|გაასწორ|გავასწორ|შეასწორ|შევასწორ|გამოასწორ
    |განახლ|განაახლ|შეცვ(?:ალ|ლ|ა)|შეცვლ|შევსებ|შეავს|დაზუსტ|დააზუსტ|გადავასწორ|გავასწორებ|დაურთავს შესწორ|გადაასწორ
    |შევასწორებ|გამოვასწორებ|შეატანინ\p{L}* (?:\p{L}+ )?ცვლილებ|სწორდება|გადასწორ|შევცვლით
  `,
    spelt`
      // English
      \b(?:wrong|mistakes?|errors?|inaccura\p{L}*|incorrect|out of date|outdated|spelt|misspelt|missing|incomplete|moved
        |(?:your|my|the|her|his|their|own|it|them|any) (?:own )?(?:data|details|particulars|information|entry|records?|address|number|name|card|profile|file
        |phone)|what we (?:have|hold)|(?:have|get|want|had) (?:it|them|this|that|something))\b
      |\bincorrect ones\b|\bwrong data\b
      |\b(?:slip|typo|misspelling|error|wrong (?:name|number|address|date|entry))\b
      |\bin your name\b|\bmoved (?:house|home|flat)\b|\bnew (?:address|number|name)\b
      // Georgian
      |არასწორ|მცდარ|შეცდომ|უზუსტ|მოძველ|ძველ|არასრულ|მონაცემ|სახელ|გვარ|მისამართ|ნომერ|ინფორმაცი|ჩანაწერ|ჩაგვიწერ|გვიწერია
      |(?<!\p{L})ის(?:ინი)? გა|(?<!\p{L})ნომერი|შევიცვალ|გამოიცვალ|ძველი წერია|ჩავწერე|წერია|დაურთავს|ცვლილება|შეგვეშალ|მცდარი
      |გადახვედით|ბარათს
    `),
  frame("erase", spelt`
    // English
    \b(?:delet(?:e|ed|es|ion|ing)|eras(?:e|ed|ure|ing)|wip(?:e|ed|es)|remov(?:e|ed|al)|destroy(?:ed)?|destruction|shred(?:ded)?|forget|forgotten
      |bin(?:ned)? (?:it|them|your)|tear (?:it|them|the|your)|tear up|throw(?:n)? (?:it |them )?(?:away|out)
      |take(?:n)? (?:it |them |\p{L}+ ){0,2}(?:off|down)|tak(?:e|en|es) off|gone(?! about)|burn(?:ed)?|get rid of
      |cross(?:ed)? (?:you|it|them|your name|my name) out|strike|struck|rubbed out|cleared?|close (?:my|your) account)\b
    |\b(?:score[ds]?|scored|rubbed|struck) out\b|\bwipe me\b|\berases your\b|\bdelete it\b|\bwipes\b|\bstrike out\b
    |\btear (?:the|your) (?:page|sheet|card|form) (?:out|up)\b|\bcross (?:you|them|it|me) (?:off|out)\b
    // Georgian
    |წაშ(?:ალ|ლ)|წააშლევინ|წაგვაშლევინ|მოვსპ|მოისპ|წავშ|წაიშ|წაგშ|წაგიშ|ამოშლ|ამოშალ|ამოვშ|განადგურ|გაანადგურ|გავანადგურ
    |დავიწყ|დაგივიწყ|დახევ|დავხევ|გააქრ|გავაქრ|(?:სიიდან|სისტემიდან|ბაზიდან) ამო\p{L}*
    |ამო\p{L}+ (?:სიიდან|სისტემიდან|ბაზიდან)|გააუქმოთ (?:ანგარიშ|პროფილ)|ანგარიშ\p{L}* (?:გაუქმ|დახურ)|ამოვხევ|ამოგშლი
    |გადაგხაზ|გადავხაზ|დავწვავ
  `,
    spelt`
      // English
      ${dataNoun}
      |\b(?:cross(?:ed)?|strike|struck|tak(?:e|en)) (?:you|me|them|him|her) (?:out|off)\b
      |\b(?:be forgotten|forget (?:me|you|that)|shred it|delete me|delete (?:it|them|my|your)
        |have (?:it|them) (?:\p{L}+ )?(?:deleted|destroyed|wiped|removed|erased)|(?:it|they|all of it)['’]?(?:s|re| is| are) gone
        |wanted? (?:it|yours|them) (?:gone|deleted)|yours gone|tear (?:it|them) up
        |we(?:['’]ll| will| shall) (?:shred|delete|erase|destroy|wipe|bin|burn) (?:it|them))\b
      |\bwant out\b|\b(?:bin|delete|erase|wipe)s? the lot\b|\b(?:delete|erase|wipe|shred|destroy|remove|burn|bin|scrub|deletes|erases) (?:it|them|yours|you|mine)\b|\b(?:it|they|yours) (?:will|shall) be (?:wiped|deleted|erased|removed|destroyed|shredded|burnt)\b
      // Georgian
      |დოკუმენტ|(?<!და)საბუთ|მასალ|მაჩვენებლ|წაგშლ|წაშალ|წაშლა|ყველაფერ|დავხევთ|მოგვწერ|მომწერ|გვითხარ|მითხარ|გვთხოვ|დაგვირეკ|გადაიფიქრ
      |წასვლა გინდა|ფურცელ
    `),
  frame("stop", spelt`
    // English
    \b(?:call (?:\p{L}+ ){0,3}off|unless you(?:['’]ve| have)? (?:switched|turned|opted|said|say|tell us not)|needn['’]t have them|unsubscribe link
      |tick the box (?:on page \d+ )?and we won['’]t|stop|unsubscribe|opt(?:ing)? out
      |no (?:more|longer) (?:\p{L}+ ){0,3}(?:letters?|texts?|messages?|e-?mails?|mailings?|newsletters?|calls?|want|wish|like|use|process\p{L}*|contact
      |hear|receive|write|send|be)|not (?:be (?:in|on) (?:our|the|your)? ?(?:mail|list)|want to hear)|stop texting|no longer be used
      |off (?:the|our|your|that) (?:\p{L}+ )?(?:list|mailing)|takes? you off|take (?:me|them|you) off|leave (?:the|you out|me out)
      |switch(?:ed)? (?:\p{L}+ |\p{L}+-\p{L}+ ){0,3}off|turn(?:ed)? (?:\p{L}+ |\p{L}+-\p{L}+ ){0,3}off|get rid of|nothing more|name comes off
      |comes off|they['’]ll stop|they stop|it stops|ends?\b|pass me on|not to be|cease|never hear|hear no more|say no|had enough|end (?:the|our)
      |(?:do not|don['’]t|not) (?:wish|want|like) to (?:receive|get|hear|have))\b
    |\b(?:text|reply|send|word) [“"‘]?(?:stop|no)\b
    |\b(?:(?:rather|prefer) not (?:to )?(?:receive|get|have|hear))
    |\bwe[’']ll stop\b|\bswitch (?:it|them) off\b|\bturn (?:it|them) off\b|\bnothing comes any more\b|\bpresses? the link\b
    |\btired of\b|\banswer no\b|\bthey end\b|\breply no\b|\bsend no\b|\bstops? at once\b|\bno more of (?:them|our)\b
    |\bit stops\b|\bone click\b
    // Georgian
    |შეწყვეტ|შეწყდ|შეწყვიტ|შევწყვ|შეგვაწყვეტ|შეაჩერ|შეჩერ|გააჩერ|აღარ|გამორთ|გამოირთ|უარი|ამოგწერ|ამოეწერ
    |გამოწერ\p{L}* გაუქმ|გააუქმ\p{L}* გამოწერ|კმარა|მოგბეზრ|გათიშ
    |(?:გზავნ\p{L}*|წერ\p{L}*|პასუხად|სიტყვა) (?:SMS(?:-\p{L}+)? |ესემეს\p{L}* |შეტყობინებ\p{L}* )?[„“"]?(?:STOP|NO|სტოპ)(?!\p{L})
    |„არა“|გაწუხებ|(?<!გადა)წყდება|გამოწერის გაუქმ|გეყო|„სტოპ“|სიიდან ამოგიღ|(?<!\p{L})no და|გავთიშ|გავუქმ|გავჩერდ|უქმდებ|გამომწერ
    |ამომწერ|ნუღარ|უპასუხეთ STOP|გამოგვიგზავნე NO|შეაწყვეტინ|აღარ შეგაწუხ|შეწყდება
  `,
    spelt`
      // English
      \b(?:whole thing|readings?|half-hourly|sharing|data|letters?|texts?|texting|messages?|e-?mails?|mailings?|newsletters?|advert\p{L}*|marketing|offers
        |news|calls?|calling|promotions?|list|that off|with its own|them\b|mailings?|contacted|hear (?:from|no|nothing|of)|processing
        |using (?:your|my|it|them)|use of (?:your|my)|tracking|counting|profiling|write to|receiving|be used)\b
      |SMS|\b(?:appeals?)|\b(?:promo|codes|nudges|notifications|alerts|reminders)|\bring us and we[’']ll stop\b
      |\bturn them off\b|\bcrash reports\b|\bnothing comes\b|\blink\b|\bof it\b
      |\b(?:our )?(?:texts|mails|letters|messages|calls|offers|news)\b
      |\bnewsletter\b|\blink at\b
      // Georgian
      |გამოწერ|წერილ|შეტყობინ|მესიჯ|რეკლამ|მარკეტინგ|სიახლ|შეთავაზ|გზავნილ|დაგზავნ|ზარ(?:ები|ებს|ი)(?!\p{L})|სია(?:დან)
      |დამუშავებ|შეგაწუხ|მოგწერ|გამოგიგზავნ|მიიღ|მოგივ|გამოყენებ|ბიულეტენ|(?<!\p{L})გაგზავნ|პერსონალიზაცი|სიიდან|მომწერ
      |სარეკლამო|წერილები შეწყდ|გაღიზიანებ|გაწუხებს|თხოვნებ|ბმულ|ერთი დაჭერა
    `),
  frame("block", spelt`
    // English
    \b(?:block(?:ed|ing)?|restrict(?:ed|ion|ing)?|freez(?:e|ing)|frozen|on ice|lock (?:it|them|your|my|the \p{L}+ (?:until|while))|(?:be|is|are|gets?) locked(?! in| away| at| up| every| when)
      |suspend(?:ed)?|leave (?:it|them|the \p{L}+) (?:untouched|alone|as it is)|set aside|put (?:\p{L}+ ){0,3}on hold|paused?|limit(?:ed|s|ation)?
      |not (?:to )?use(?:d)? (?:it|them)? ?(?:until|while))\b
    |\bput out of use\b|\bnot be used (?:until|while)\b|\b(?:hands off|lock it|not be (?:deleted|erased|destroyed) (?:yet|while|until)|keep (?:it|them) (?:but|without)|stand still|put aside)\b
    |\bsuspended\b|\b(?:a )?halt(?:ed)?\b|\bput off\b|\bstayed\b
    // Georgian
    |დაბლოკ|დააბლოკვინ|დაგვაბლოკ|ბლოკირ|შეზღუდ|ზღუდ|გაყინ|დროებით (?:გაჩერ|შეჩერ|გააჩერ|შეაჩერ)
    |არ(?:ავინ)? (?:გამოვიყენ|შევეხ|ახლოს)|გაიყინ|ჩავკეტ|შეაზღუდვინ|დაიბლოკ|არ (?:წაიშალ|წაშალ|გაანადგურ)\p{L}*
    |შეჩერ\p{L}*,? ვიდრე|სადავო [^.;]{0,30}შეჩერ|ხელი? არ (?:ვახლ|ახლ)|ხელუხლებ
  `,
    String.raw`${dataNoun}|\b(?:processing|use|using|until|while|it|them)\b|დამუშავ|გამოყენ|სანამ|ვიდრე|დაბლოკვ|მოთხოვნ|თხოვნ|ჩანაწერ|კადრ|სადავო|დავის (?:განმავლობ|დასრულ)`),
  frame("withdraw", spelt`
    // English
    \b(?:withdraw(?:n|al|ing)?(?! (?:your|the|an?) (?:application|money|cash|bid))|tak(?:e|en|ing) (?:\p{L}+ ){0,5}back|retract|revok\p{L}*|cancel(?:led)?
      |no longer (?:agree|consent)|say no again|untick|ends it|can be cancelled|be revoked|change(?:d)? (?:your|my) mind|undo)\b
    |\btaking (?:it|your \p{L}+|this) back\b|\bconsent is (?:then )?(?:gone|cancelled|over)\b|\bit can be withdrawn\b
    |\brecall(?:ed)?\b|\btake your (?:agreement|yes|permission) back\b
    // Georgian
    |გამოიხმ|გამოხმ|გაიხმ|გახმობ|უკან (?:წაიღ|გამოითხ|დაიბრ)|გააუქმ|გავაუქმ|გაუქმებ|გაუქმდ|გამოითხოვ|გადაიფიქრ|გადავიფიქრ
    |უარი თქვ|უარის თქმა (?:\p{L}+ ){0,3}(?:როცა|ნებისმიერ|ყოველთვის|შეგიძლ)|უარყო|გამოიხმო|გაგიუქმ|დაბრუნებ|გამოვითხოვ|გამოვიხმ|ამოიღ[^.;]{0,12}თანხმობ|გადაფიქრებ|უკან წაღებ|გაწვევა
    |გაიწვე|გავაუქმო|უკან წაიღ|გამოთხოვა|უქმდება
  `,
    spelt`
      // English
      \b(?:consent|permission|yes|agreement you (?:have )?(?:given|gave)|ok|okay|agreed|said|(?:un)?tick(?:ed)?|mind|authori[sz]ation|approval|say-so
        |agreement (?:you|given)|your agreement)\b
      |\btaking it back\b|\bsignature\b|\bwithdrawn in writing\b|\bagreement back\b
      // Georgian
      |თანხმობ|ნებართვ|(?<!\p{L})ნება|გადაიფიქრ|დასტურ|უკან წაღებ|გაწვევ|გადაფიქრებ|გამოთხოვა ნებისმიერ|როგორ წაიღებ
      |უკან არ წაიღებ|ნებართვა|თანხმობა
    `),
  frame("portability", spelt`
    // English
    \b(?:move|transfer|transmission|sent|take|hand|export|port|carry|file|csv|json|machine[- ]readable|structured|load|pass|transferability|portability)\b
    |\bjson\b|\bxml\b|\bmachine can read\b|\bimport\b|\bcarry (?:it|them) over\b|\btake your data out\b|CSV
    |\b(?:other|another) (?:\p{L}+[ ’'s]*){1,4}can (?:read|open|load|import)\b|\bformat (?:that )?it can read\b|\bGPX\b|\bhand (?:your data|it|them) over to another\b|\bits computer can read\b|\ba computer can read\b
    |\btake (?:their|your|his|her|its) [^.;]{0,30}(?:along|with (?:them|you))\b
    // Georgian
    |გადატან|გადაიტან|გადავიტან|წაიღ|გადასც|გადაეც|გადაგზავნ|ჩამოტვირთ|ფაილ|ექსპორტ|მანქან|გადმოწერ|გადმოგიწერ|პორტირ|პორტაბ
    |გადაეცემ|გადავცემთ|გადავუგზავნ|წაიღებს
  `,
    spelt`
      // English
      \b(?:elsewhere|another (?:\p{L}+ )?(?:provider|supplier|company|bank|app|game|service|school|clinic|firm|operator|shop)
        |next (?:supplier|provider|bank|doctor|school)|new (?:supplier|provider|bank|doctor|school)
        |other (?:\p{L}+ )?(?:apps?|programs?|services?|companies|banks|providers)|format|file (?:that|which|you can)
        |as (?:a )?(?:csv|json|xml|spreadsheet|file)|in a file|machine[- ]readable|structured|transferability|data portability|another supplier
        |where you like|with you when|(?:to )?another controller|the new one|digital form)\b
      |CSV|\b(?:as )?(?:an? )?(?:json|xml|csv)(?: file)?\b
      |\b(?:other|another) (?:\p{L}+ )?(?:apps?|lender|bank|shop|machine|bookkeeper|club|clinic|school)\b
      |\bmachine can read\b|\bas (?:xml|csv|json)\b|\bto another\b|\bto another \p{L}+\b|\bcomputer can read\b
      |\bas a (?:spreadsheet|file|table)\b|\b(?:other|another) (?:\p{L}+[ ’'s]*){1,4}can (?:read|open|load|import)\b|\bformat (?:that )?it can read\b|\bin GPX\b
      // Georgian
      |სხვა დამმუშავებ|პორტირ|პორტაბ|სხვა აპ
      |სხვა (?:კომპანი|ორგანიზაცი|ბანკ|სერვის|ოპერატორ|პროვაიდერ|აპ|პროგრამ|კლინიკ|სკოლ|მიმწოდ|მომწოდ|თამაშ)
      |სხვაგან|ახალ (?:ბანკ|ოპერატორ|პროვაიდერ)|ფორმატ|მანქან\p{L}*წაკითხვ|მანქანურ|ფაილ(?:ად|ით)|სტრუქტურირ|სხვა მაღაზია
      |სხვა (?:დარბაზ|კლუბ|მაღაზ|ექიმ|სკოლ|ბიბლიოთეკ)\p{L}*(?:ს|ში) (?:\p{L}+ )?(?:ფაილ|გადა)
      |ცხრილად|ფაილად
    `),
  ...grievanceFrames,
  ...everydayRights,
];

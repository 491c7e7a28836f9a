// What speaks for a name being the owner's, and what against it: each cue looks at the words around one mention, where the name
// itself is ¤, and adds its weight. No cue decides alone except those by which a text says outright who it is.

import { spelt } from "./spelt.ts";
import { pattern, type Words } from "./words.ts";

export interface Cue {
  readonly weight: number;
  readonly words: Words;
}

const cue = (weight: number, ...alternatives: readonly string[]): Cue => ({ weight, words: pattern(alternatives.join("|")) });

const quote = String.raw`[„"«“”»']?`;
/** What may stand after a name before its sentence goes on: form, brackets, an apposition. */
const beside = String.raw`(?:\s*\([^)]{1,120}\))?(?:,[^.;]{1,90},)?,?\s*`;
const dataVerb = String.raw`(?:collects?|process(?:es)?|holds?|keeps?|uses?|stores?|records?|respects?|takes|values|protects?|cares|needs|asks|explains|is committed|are committed|has to|must|will|may|would|handles?|gathers?|wants?|looks after|provides|operates|runs|is|are|act(?:s|ing)?)`;

export const englishCues: readonly Cue[] = [
  // What is bought, and whoever is somebody else.
  cue(-16, spelt`
    \b(?:catalogues?|cameras?|meters?|machines?|lifts?|turnstiles?|terminals?|lockers?|booking (?:page|system|software)|till|register|kitchen|food|meals
      |parts|post|letters?)\b[^.;¤]{0,20} (?:is|are|was|were|come|comes) (?:\p{L}+ )?(?:made|built|installed|provided|supplied|developed|maintained|run
      |operated|read|carried|from)(?: by)? (?:the )?¤
    |\b(?:separate|different|independent|another|other) (?:company|business|firm|body|charity|organi[sz]ation),? (?:the |called )?¤
    |¤\)?,? (?:is|are) (?:a |an )?(?:business|company|body|firm|charity|organi[sz]ation) of its own
    |¤\)?,? (?:is|are) (?:a |an )?(?:separate|independent|different)\b
  `),
  cue(9, String.raw`\b(?:controller|responsible|answerable|accountable)\b[^.;¤]{0,50} is (?:the )?\p{L}+ itself,? (?:the )?¤`, String.raw`¤[’']s own (?:affair|business|responsibility)`),
  cue(7, String.raw`\bi (?:come from|work for|am calling from|write for|am writing from) (?:the )?¤`),
  cue(-9, String.raw`¤ (?:has access|may (?:inspect|demand|check|ask)|has the right|can (?:inspect|demand))`),
  cue(9, spelt`
    \b(?:owned|run|kept|managed) by me,? ¤|¤,? (?:a )?sole trader\b
    |¤(?: itself| alone| as (?:a body|such|a whole))?(?:,[^,¤]{3,60},)? (?:is|remains) (?:the one )?(?:itself )?(?:answerable|accountable) for
    |¤(?: itself| alone)?(?:,[^,¤]{3,60},)? (?:alone )?(?:decides|settles|determines) (?:what|which|how|why)\b
  `),
  // What is done for the owner, and what the owner gives.
  cue(-9, spelt`
    \b(?:printed|typed|packed|addressed|stuffed|folded|posted|stored|kept|run|sent|delivered|processed|handled|answered)(?: up| out)?(?: and \p{L}+){0,2} (?:for us|on our behalf) by (?:the |a |an )?¤
    |¤[^.;¤]{0,80}\b(?:on our (?:behalf|orders|instructions)|for us|under contract to us)\b
    |¤(?:, as (?:\p{L}+ ){1,3}?\p{L}+,)? (?:has|gets|receives|sees|is (?:sent|told|given)) [^.;¤]{0,40}\bfrom us\b
  `),
  cue(8, spelt`
    ¤ (?:holds|keeps|collects|has|records) [^.;¤]{0,60} and (?:itself )?answers for (?:it|them|that|all)
    |¤, (?:meaning|that is(?: to say)?|in other words),? [^,.;¤]{0,30}\bus\b
    |\b(?:recorded|filmed|written down|asked for|gathered) by (?:the )?¤
  `),
  cue(4, String.raw`¤ is an? (?:\p{L}+ ){0,2}(?:charity|society|association|co-operative|company)\b`),
  cue(-9, String.raw`\b(?:looked after|maintained|serviced|run|operated|cleaned|guarded|watched|installed|hosted|printed|delivered|supplied) by (?:the |a |an )?(?:\p{L}+ )?(?:company|firm|business|agency|contractor) ¤`),
  // Said outright.
  cue(9, spelt`
    \b(?:data )?controller(?:s)?(?:,? (?:of|for|under|within|in|responsible for) [^.:;¤]{1,60}?)?\s*(?:is|are|:|=|—|–|-|\.|\||\t)\s*(?:the )?¤
    |¤${beside}(?:\p{L}+ ){0,3}?(?:is|are|acts?|acting|be) (?:as )?(?:the |a |your |sole |joint )*(?:sole )?(?:data )?controller
    |(?:^|[.;] |\()(?:data )?controller\b[^.;¤]{0,25}¤|¤${beside}(?:as|being) (?:the )?(?:data )?controller
  `),
  cue(8, spelt`
    \b(?:legally )?(?:responsible|answerable|accountable)(?: party| body| organi[sz]ation)?(?:,? (?:for|of|under|within) [^.:;¤]{1,60}?)\s*(?:is|are|:
      |—|–|-)\s*(?:the )?¤
    |¤${beside}(?:is|are|remains|am) (?:the (?:one|party|company|organi[sz]ation|body|person) )?(?:who is |that is )?(?:legally |solely[ ]
      |itself )?(?:responsible|accountable|answerable) for (?!safeguarding|data protection)
    |¤${beside}(?:who |which |that )?(?:alone |itself )?(?:decides|determines) (?:how|why|what|which|for)
  `),
  cue(8, spelt`
    \b(?:responsibility|accountability)\b[^.;¤]{0,50}\b(?:lies|rests|is|remains) with (?:the )?¤
    |\bresponsible (?:body|organi[sz]ation|party|authority|person|company) (?:is|:) (?:the )?¤
    |\bunder the responsibility,? of (?:the )?¤
    |¤${beside}(?:which |who )?(?:alone )?(?:takes?|carries|bears|has) (?:the |full )*responsibility
    |\b(?:controlled|kept|held|collected) by (?:the )?¤(?:, (?:which|who) is responsible)?$
    |¤${beside}(?:which |who |that |alone |it |itself )*(?:answers|answer) for\b
    |¤[^.;¤]{0,60}\b(?:is|are) (?:the )?(?:\p{L}+ ){0,2}(?:responsible|accountable) for (?:processing|your|the|it|them|members|all)
    |¤[^.;¤]{0,40}\b(?:in charge of|decides what is done)
  `),
  cue(9, String.raw`\b(?:information|data|details|records|particulars)\b[^.;¤]{0,40} (?:is|are) controlled by (?:the )?¤`, String.raw`["“‘'](?:the )?(?:\p{Lu}\p{L}+|we|us)["”’'] (?:means|refers to|is) (?:the )?¤`),
  cue(8, String.raw`\bowner of the (?:data|database|website|site|app)(?: is|:)? (?:the )?¤`, String.raw`¤${beside}is (?:the )?owner of the (?:data|database)`, String.raw`\bowner\b[^.:;¤]{0,40}: ¤`),
  cue(5, String.raw`(?<!persons? )\bresponsible: ¤`, String.raw`\b(?:leaflet|notice|letter|message|word|note|newsletter)\b[^.¤]{0,30},? from (?:the )?¤`),
  cue(3, String.raw`¤(?:,? (?:Ltd|Limited|LLC|LLP|plc|Inc)\.?)?, an? (?:\p{L}+ ){0,2}(?:company|body|charity|cooperative|co-operative|partnership|business|society|association)\b`),
  cue(7, spelt`
    \b(?:we are|we're|we’re|i am|i'm|i’m|my name is|this is)(?: called| known as)? (?:the )?(?:Dr |Mr |Mrs |Ms )?¤
    |\bwe, (?:at |the )?¤|\bwe \((?:the )?¤|\bI, ¤|\bI \(¤
    |¤${quote}(?: |, )\([^)]{0,80}(?:["“'‘]|\b)(?:we|us|our)(?:["”'’]|\b)
    |¤[^.;¤]{0,120}\((?:hereinafter|hereafter|below|from here on|in this notice|referred)
    |(?:["“‘'](?:we|us|our)["”’'][^.¤]{0,40}|\bwe(?: here)?) (?:mean|means|refers? to|stands? for) (?:the )?¤
    |¤${beside}(?:called|referred to as|known as) ["“‘'](?:we|the)
    |\bwe¤
  `),
  cue(7, spelt`
    \b(?:website|site|app|application|platform|shop|store|service|game|portal|newsletter|hotel|clinic|school|restaurant|gym|salon|system|page|programme
      |program|product|scheme|business|centre|center|brand|business|it|which|and) (?:is |are |was )?(?:being )?(?:run|operated|owned|published
      |provided|managed|made|built|developed|offered|looked after|controlled|created|organi[sz]ed|staged|put on|promoted|hosted|led|carried out
      |brought to you)(?: and (?:run|operated|owned|published|provided|managed|maintained))? by (?:the |a company called |the company )?¤
    |\b(?:data|details|information|records) (?:is|are) (?:looked after|controlled|held|collected|processed) by (?:the )?¤
    |(?<!\b(?:servers?|hosting|software|systems?|payments?|delivery|storage)\b[^.;¤]{0,30})\b(?:is|are|was) (?:run|operated|owned|published|provided|made
      |built|developed|organi[sz]ed|staged|put on|brought to you) by (?:the )?¤
    |\b(?:belongs? to|is (?:a )?(?:trading|business) (?:name|style) (?:of|used by)|a (?:trading name|brand|service|product|project) of
      |trading as [^.;¤]{2,50} is|the property of) (?:the )?¤
    |¤${beside}(?:trading as|trades as|t\/a|doing business as|d\/b\/a|which trades|operates? (?:the|this) (?:web)?(?:site|app|shop|platform))
    |\b(?:official|legal|full|registered|company) name(?: is|:) ¤
    |\b(?:developer|publisher|operator|seller|provider|issued by|provider of (?:the|this) (?:app|service|site)|organi[sz]ation|organi[sz]er|company
      |practice|landlord|employer|school)(?: name)?\s*:\s*¤
  `),
  // A form, a contract.
  cue(6, String.raw`\bI (?:hereby )?(?:agree|consent|understand|accept|allow|authori[sz]e|permit|give (?:my )?(?:consent|permission))\b[^.;¤]{0,40}¤`, String.raw`\bbetween (?:you and|the \p{L}+ and) (?:the )?¤`, String.raw`\bon behalf of ¤, (?:we|I)\b`),
  // Who writes about whom.
  cue(5, spelt`
    \b(?:explains?|describes?|sets out|tells you|covers?|says|shows?|about|understand|see|of) (?:\p{L}+ ){0,2}?(?:how|what|why|which)(?: data
      | information| personal data)? (?:the )?¤
    |\bhow (?:the )?¤${quote}(?:[’']s)?(?: \p{L}+)? (?:uses?|processe?s?|collects?|handles?|keeps?|protects?|treats?|looks? after|stores?|deals?)\b
    |\b(?:notice|policy|statement|leaflet|page) (?:is |was )?(?:given|issued|published|written|drawn up|adopted|approved) by (?:the )?¤
    |\bprocessing of (?:your )?(?:personal )?data by (?:the )?¤
    |\b(?:privacy|data protection|cookies?|cookie|processing|confidentiality)(?: \p{L}+)? (?:notice|policy|statement|rules|information|leaflet|regulation
      |promise|charter)s?\s*(?:of|for|at|by|from|—|–|-|:|\|)\s*(?:the )?¤
    |¤(?:[’']s?)?(?: \p{L}+)?[\s:—–|-]+(?:\p{L}+ )?(?:privacy|data protection|fair processing|cookie)\s+(?:&|and|notice|policy|statement|information|rules
      |promise|charter|leaflet)
    |^(?:your )?(?:privacy|data|information|details|records?)\b[^.¤]{0,30} (?:and|at|with|by) (?:the )?¤$
  `),
  cue(4, spelt`
    (?:^|[.!?;:] |\b(?:here )?)at (?:the )?¤,? (?:we|our|your|privacy)
    |\b(?:welcome to|thank you for (?:\p{L}+ ){1,3}?(?:with |at |to |from )?|thanks for (?:\p{L}+ ){1,3}?(?:with |at |to |from )?|here at
      |all of us at|everyone at|the team at|greetings from|joining|choosing|registering with|your account with
      |a (?:member|customer|client|guest|patient|tenant|pupil|student|reader) (?:of|at)
      |(?:work|job|place|apply(?:ing)?|stay(?:ing)?|study(?:ing)?) (?:at|for|with|to)) (?:the )?¤
    |\b(?:website|site|app|users|customers|members|clients|patients|visitors|guests|pupils|tenants) of (?:the )?¤
    |\bour \p{Ll}+, ¤,
    |¤(?:[’']s)? (?:collects|processes|holds your|keeps your|uses your|asks (?:you|for your))\b
    |^(?:the )?¤${beside}(?:has|is committed|respects|cares|takes your|takes (?:the )?(?:privacy|confidentiality|protection))
  `),
  cue(3, spelt`
    ^(?:the )?¤${beside}(?:only |also |therefore |never |does not |do not )?${dataVerb}\b
    |(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[–-]\s*\d{4})?)?,?\s*(?:by )?(?:the )?¤
    |¤[^.¤]{0,10}(?:©|all rights reserved)
    |¤(?:,? \(?(?:registered|company|charity|reg\.|incorporated|a company|a charity|identification|id|tax|vat))
    |^(?:yours|kind regards|regards|sincerely|best wishes|signed|with thanks)[^¤]{0,60}¤
  `),
  // It says what for, or that it does not.
  cue(12, spelt`
    ¤${beside}(?:which |who |that )?(?:is|are|acts? as|being) (?:both )?the (?:\p{L}+ ){0,6}?(?:and )?(?:the )?(?:data )?controllers?\b
    |¤${beside}(?:which |who )[^.;¤]{0,40}\bis the controller\b|¤,? (?:which |who )(?:says|decides|settles|determines) what
    |\bit(?: is|['’]s) (?:the )?¤ (?:that|which|who) is (?:responsible|answerable|the controller)\b|\b(?:answered for|answerable|looked after and answered for) by,? ¤
    |\b(?:one|firm|company|body|person) (?:that|which|who) answers for [^.;¤]{0,60}\bis (?:the )?¤|, but (?:the )?¤(?=,)
    |\bby which the purposes\b[^.;¤]{0,40}¤|\b(?:by|means) (?:the )?¤${beside}by which the purposes
    |\bmade (?:and run )?by (?:one |a )?(?:bloke|man|woman|person|couple|chap)\b[^.;¤]{0,40}(?::|—|–) ¤
    |^¤\s*[(,—–-] ?(?:that[’']s me|sole trader|the one to (?:shout|ask|write))
  `),
  cue(-16, String.raw`¤[^.;¤]{0,90}\b(?:does not|do not|doesn['’]t|don['’]t) (?:\p{L}+ )?determine\b`, String.raw`¤[^.;¤]{0,60}\b(?:acts? as a site only|is (?:only|merely|just) (?:a|our|the) (?:site|nickname|name|brand|shop sign|trading name|landlord))\b`, String.raw`\bis not (?:the )?¤`),
  // Somebody else: to whom it is given, who works for the owner, who watches over it.
  cue(-9, String.raw`(?:^|[.;,|] ?)(?:hosting|processors?|sub-?processors?|payments?|delivery|couriers?|shipping|analytics|e-?mail|newsletter|insurance|insurers?|banks?|auditors?|accountants?|printing|data protection officer|DPO)(?: providers?| partners?| services?)?:\s*(?:the )?¤`),
  cue(-9, String.raw`\b(?:hi|hello|dear|hey),? (?:\p{L}+ )?¤`),
  cue(-9, spelt`
    \b(?:such as|for example|e\.g\.|namely|like|including|called|named|powered by|provider|processor|host|courier|carrier|bank|insurer|accountants?
      |auditors?|lawyers?|printers?|agency|contractors?|partners?|supplier|software|system|using|uses|use|via|through|hosted (?:by|on|at|with)
      |stored (?:by|on|at|with|in)|sent (?:to|by|through|via|with)|delivered by|printed by|collected by|passed to|pass(?:es)? (?:it|them|\p{L}+ \p{L}+) to
      |share(?:s|d)? (?:it|them|your \p{L}+|\p{L}+)? ?with|disclosed? to|transferred to|paid (?:by|through|via)
      |(?:payments?|cards?)\b[^.;¤]{0,30} (?:taken|handled|processed|provided) by|servers? (?:of|at|from)|audited by|insured (?:by|with)|financed by
      |funded by),? (?:is |are |called |named |the )?¤
    |¤${beside}(?:which |who |that )?(?:is |are |acts? as )?(?:our|the|a|an) (?:\p{L}+[ -]){0,3}(?:provider|processor|host|courier|carrier|bank
      |insurer|accountants?|auditors?|printers?|agency|contractor|partner|supplier|landlord|regulator|authority|subcontractor)
    |¤,? (?:which |who |that )?(?:hosts?|delivers?|prints?|maintains?|sends out|carries|processes (?:card |the )?payments?|works? (?:for us|on our)
      |acts? on our|do(?:es)? (?:the|our))\b
    |¤ (?:on our behalf|for us)\b
  `),
  cue(-9, spelt`
    \b(?:complain|complaints?|appeal|turn|write|apply|go|report|contact|lodged?) (?:to|with|at|by) (?:the )?¤
    |\b(?:supervisory authority|regulator|supervised by|authority|commissioner|ombudsman|officer(?! of)|DPO)\b[^.¤]{0,40}¤
    |¤[^.;¤]{0,60}(?:\bcomplaints?\b|supervis|\bregulator\b)
    |\b(?:section|article|under|by|in|of|with) (?:\d+ )?(?:of )?the ¤ (?:act|law|code|regulation)
  `),
  cue(-4, spelt`
    \b(?:to|from|with) (?:the |our |an? )?¤|\bpart of (?:the )?¤|\b(?:member|subsidiary|part|branch) of (?:the )?¤
    |\b(?:parent|group|sister|holding)(?: company)?,? ¤|\b(?:on|by|near|in|opposite|next to) (?:the )?¤$
    |¤ (?:may|might|can) (?:also )?(?:ask|see|receive|request|demand|check|inspect)\b
  `),
];

const does = spelt`
  (?:ა?მუშავებს|აგროვებს|ინახავს|იყენებს|იღებს|ითხოვს|გთხოვთ|ფლობს|მართავს|გთავაზობთ|წარმოადგენს|არის|პატივს|იცავს|ზრუნავს|უზრუნველყოფს|გაცნობებთ|ასლავს
    |ვალდებულია|უფრთხილდება|განსაზღვრავს|ახორციელებს|იწერს|აწარმოებს|გაწვდით|ადასტურებს|გეკითხებათ|აღრიცხავს|გიხსნით|განმარტავს|აფასებს|აქვეყნებს
    |მოქმედებს|ემსახურება|გემსახურებათ|გიგზავნით|იბარებს|იწვევს|გამოგიგზავნით|შეაგროვებს|დაამუშავებს|შეინახავს|გამოიყენებს)(?!\p{L})
`;
/** A name's case, after its quotation mark: „ვარდი“-ს, Tuta Travel-ის. */
const ending = String.raw`[“”"»]?(?:\s?[-–]\s?\p{L}{1,3})?`;

export const georgianCues: readonly Cue[] = [
  // Whose house and book it is; and what is done by a court is no court's name.
  cue(12, String.raw`¤${ending}\s*\(ი\/მ\)`, String.raw`¤${ending}[^.;¤]{0,50}(?:რვეულ|ჟურნალ|სიის|ბაზ|მონაცემ)\p{L}* (?:პატრონი|მეპატრონე|მფლობელი)(?!\p{L})`),
  cue(-16, String.raw`¤${ending} (?:წესით|გზით|დავის|დავებ)`),
  // What a page or a shop is called, and who has nothing to do with it.
  cue(-9, String.raw`¤${ending}\)? (?:\p{L}+ )?(?:შეხება|წვდომა|ხელი) (?:\p{L}+ )?არა? (?:აქვს|მიუწვდება)`),
  cue(-5, String.raw`¤${ending} (?:საიტს|გვერდს|აპს|მაღაზიას|კაფეს|სახლს|ბრენდს|პროგრამას|ჯგუფს) (?:\p{L}+ )?(?:ჰქვია|ეწოდება)`),
  cue(7, String.raw`¤${ending} (?:\p{L}+ )?(?:აგროვებს|ამუშავებს|ინახავს|იწერს),? ანუ(?!\p{L})`),
  cue(9, String.raw`მონაცემებზე[^.;¤]{0,20}(?:ჩვენ|მე)[:—–, ]+¤`, String.raw`(?:ტურს|ბანაკს|ექსკურსიას|კურსებს|კურსს|ლაშქრობას|შეჯიბრს|ფესტივალს|ოლიმპიადას) (?:აწყობს|მართავს|ატარებს|ატარებენ)\s+¤`),
  cue(-16, String.raw`(?:აფინანსებს|ასპონსორებს|აქირავებს|ასუფთავებს|იჯარით გასცემს)\s+¤`, String.raw`(?:ავტობუს|შენობ|სასტუმრო|მანქან|ტექნიკ|დარბაზ|ჰოსტელ|ავტომატ|ბილეთ)\p{L}* (?:\p{L}+ ){0,2}ეკუთვნის\s+¤`),
  cue(-16, spelt`
    (?:პროგრამ|კამერ|აპარატ|სისტემ|მრიცხველ|ლიფტ|ტერმინალ|ტურნიკეტ|სერვერ)\p{L}* (?:\p{L}+ ){0,2}(?:შექმნა|დაამონტაჟა|დაამზადა|დადგა|ააწყო|გააკეთა|დანერგა
      |მოგვყიდა)\s+¤
    |(?:ცალკე|სხვა|დამოუკიდებელ)\p{L}* (?:კომპანი|ფირმ|ორგანიზაცი|პირ|საწარმო|ბიზნეს)\p{L}*,? ¤
    |¤${ending} (?:მაწვდის|გვაწვდის|მოაქვს|გვიმზადებს|ცალკე (?:კომპანი|ორგანიზაცი|პირ))
    |(?:მოაქვს|მოაწვდის|ამზადებს|გვამარაგებს)\s+¤
  `),
  cue(-9, String.raw`(?:კამერ|სისტემ|პროგრამ|სერვერ|აპარატ|ტექნიკ|გამართულობ|ლიფტ|საიტ)\p{L}* (?:\p{L}+ ){0,3}(?:უზრუნველყოფს|ემსახურება|უვლის|აწვდის) (?:\p{L}+ ){0,2}¤`, String.raw`¤[^.;¤]{0,90}(?:მხოლოდ |ჩვენი )(?:\p{L}+ )?(?:დავალებ|მითითებ)\p{L}*ით`),
  cue(9, spelt`
    (?:დამუშავებ(?:აზე|ის|ისთვის|ისათვის|ისას)[^.;¤]{0,12}\s+პასუხისმგებელი? ?(?:პირ\p{L}*|ორგანიზაცი\p{L}*|მხარე\p{L}*|კომპანი\p{L}*)?
      |(?<!უფლებამოსილი )დამმუშავებელი\p{L}{0,2}|ბაზ\p{L}* მფლობელი\p{L}{0,2}|მაკონტროლებელი\p{L}{0,2}|კონტროლერი\p{L}{0,2}|პასუხს აგებს|პასუხისმგებელია
      |პასუხისმგებელი\p{L}* ვარ(?:თ)? (?:ჩვენ|მე),?)\s*(?:\([^)]{1,40}\))?\s*(?:არის|იქნება|გახლავთ)?\s*[:—–|\t-]?\s*(?:ჩვენ[,—– ]+)?(?:\p{L}+ ){0,3}¤
    |¤${ending}${beside}(?:\p{L}+ ){0,3}?(?:როგორც )?(?:თქვენი |მათი |ამ |პერსონალურ\p{L}*[ ]
      |მონაცემ\p{L}* ){0,4}(?:დამუშავებ\p{L}*,? )?(?:დამმუშავებელი(?! ჩვენი)|კონტროლერი|პასუხისმგებელი (?:პირ|ორგანიზაცი|მხარე)|პასუხისმგებელია
      |ბაზ\p{L}* მფლობელ)
    |¤${ending}\s*(?:—|–|-|\(|,)\s*(?:მონაცემ\p{L}* )?(?:დამმუშავებელი|დამუშავებ\p{L}* პასუხისმგებელი|პასუხისმგებელი პირი)
  `),
  cue(9, String.raw`(?:მონაცემ|ცნობ|ინფორმაცი)\p{L}* (?:\p{L}+ ){0,2}პასუხისმგებელი\p{L}*\s*[:—–-]\s*¤`, String.raw`^პასუხისმგებელი\s*[:—–-]\s*¤`, String.raw`¤${ending}(?:\s*\([^)]{1,60}\))?,? (?:რომელიც )?განსაზღვრავს (?:\p{L}+ ){0,3}(?:მიზნ|საშუალებ)`, String.raw`¤[^.;¤]{0,14}ეს მე ვარ`),
  cue(8, spelt`
    [„"](?:ჩვენ|ბანკი|კლინიკა|საწარმო|\p{L}+ელი)[“"]\s*(?:—|–|-|ნიშნავს|არის)\s+¤
    |(?:მონაცემ|ცნობებ|ინფორმაცი|ჩანაწერ)\p{L}*[^.;¤:]{0,40}(?:ამუშავებს|აგროვებს|ინახავს|ფლობს)\s*[:—–-]?\s+¤(?![^.]{0,30}(?:დავალებ|ჩვენთვის))
    |(?:მონიტორინგ|თვალთვალ|დამუშავებ)\p{L}* (?:ახორციელებს|აწარმოებს)\s*:?\s*(?:\p{L}+ ){0,2}¤
  `),
  cue(6, String.raw`¤${ending} (?:არის )?(?:საჯარო|კერძო) სამართლის იურიდიული პირია`, String.raw`(?:რომელსაც|მას|კვლევას|კონკურსს|ღონისძიებას|აპს|საიტს|ჰოსტელს|სკოლას|ჟურნალს) (?:უძღვება|ატარებს|აწყობს|გასცემს|გამოსცემს|მართავს|აწარმოებს)\s+¤`),
  cue(8, spelt`
    (?:ეკუთვნის|ფლობს|მართავს|ოპერირებს|აწარმოებს|გამოსცემს|შექმნა|უზრუნველყოფს|გთავაზობთ|გაწვდით|გიწევთ|შეიმუშავა|მფლობელი\p{L}{0,2}|ოპერატორი\p{L}{0,2}
      |მასპინძელი|გამცემი|გადამყვანი|კრედიტორი|გამსესხებელი|მზღვეველი|მეპატრონე|დეველოპერი\p{L}{0,2}|გამომცემელი|ადმინისტრატორი|ორგანიზატორი\p{L}{0,2}
      |კომპანია|ორგანიზაცია|დასახელება|დამსაქმებელი|გამყიდველი|გამქირავებელი|მომწოდებელი|მომსახურების გამწევი|შემსრულებელი)\s*(?::|—|–|-
      |არის)?\s+(?:კომპანი\p{L}* |ორგანიზაცი\p{L}* )?¤(?![^.]{0,30}(?:დავალებ|ჩვენთვის))
    |¤${ending}\s+(?:ეკუთვნის|საკუთრებაა)
  `),
  cue(7, spelt`
    (?<!\p{L})(?:ჩვენ|მე)(?:,| —| –| ვართ| ვარ|\s)\s*(?:ვართ |ვარ )?¤
    |¤${ending}(?:\s*\([^)]{1,60}\))?,?\s*\((?:შემდგომ|შემდეგში|ქვემოთ|„?ჩვენ)
    |(?:გწერთ|მოგმართავთ|გესალმებათ|მოგესალმებათ|გემსახურებათ|წარმოგიდგენთ|ვართ|მქვია|სახელია|გეპატიჟებათ)\s+¤
    |„?ჩვენ“?[^.;¤]{0,30}(?:ნიშნავს|იგულისხმება|ვგულისხმობთ)[^.;¤]{0,10}¤
    |¤${ending}(?:სა)? და (?:თქვენს|მომხმარებელს|აბონენტს|კლიენტს) შორის
  `),
  cue(6, spelt`
    (?:თანახმა ვარ|თანხმობას|ვეთანხმები|უფლებას|ვადასტურებ)[^.;¤]{0,50}¤
    |¤${ending}[^.;¤]{0,60}სწორედ ის?გი?ა? პასუხისმგებ
    |¤${ending}[^.;¤]{0,60}(?:ის|იგი) (?:არის |აგებს )?(?:პასუხისმგებ|პასუხს)
    |¤${ending}[^.;¤]{0,60}(?:თანახმა ვარ|თანხმობას ვაცხადებ|ვეთანხმები|ნებას ვრთავ)
  `),
  cue(5, spelt`
    ჩვენი (?:\p{L}+ ){1,3}?\p{L}+[,—–] ¤
    |¤${ending}(?:\s*\([^)]{1,80}\))?\s+(?:\p{L}+ ){0,3}?(?:მიერ)[^.;¤]{0,60}(?:მონაცემ|ინფორმაც|დამუშავ)
    |¤${ending}(?:\s*\([^)]{1,80}\))?\s+(?:\p{L}+ ){0,3}?(?:კონფიდენც|პერსონალ|პოლიტიკ|წეს(?:ი|ებ)|შინაგანაწეს|დებულებ|ვებ-?გვერდ|ვებ-?საიტ|საიტ|აპლიკაცი
      |განცხადება)
    |როგორ\s+(?:\p{L}+ ){0,3}?(?:ამუშავებს|აგროვებს|იყენებს|ინახავს|იცავს|ეპყრობა|ექცევა|უფრთხილდება|ვიცავთ)[^.;¤]{0,30}¤
    |¤${ending}(?:-ში|ში)?\s+(?:თქვენს |მომხმარებლ\p{L}* |სტუმრ\p{L}* |პაციენტ\p{L}* ){0,2}(?:მონაცემ|პირად|ინფორმაცი)
  `),
  cue(4, String.raw`(?:^|[.;!?—–:] )(?:[ა-ჰ]+ ){0,2}¤${ending}${beside}(?:\p{L}+,? ){0,6}?${does}`, String.raw`(?:^|[.;] )\p{L}+ \(¤[“”"»]?\) (?:\p{L}+ ){0,8}?${does}`, String.raw`¤${ending}(?:ში|-ში)?\s+(?:გუნდი|ადმინისტრაცია|კოლექტივი|თანამშრომ|კლიენტ|მომხმარებ|აბონენტ|სტუმრ|პაციენტ|წევრ|სტუდენტ|მოსწავლ)`),
  cue(3, spelt`
    // English
    (?:©|\(c\))\s*(?:\d{4}(?:\s*[–-]\s*\d{4})?)?,?\s*¤
    // Georgian
    |¤${ending},?\s*\(?(?:ს\/კ|ს\/ნ|ს\.კ|საიდენტიფიკაციო|მის(?:ამართი)?:|იურიდიული მისამართი|რეგისტრაცი)
    |¤${ending},\s+(?:ქ\.|ქალაქ|თბილის|ბათუმ|ქუთაის|დაბა|სოფ)|(?:პატივისცემით|გმადლობთ|მადლობით|სიყვარულით)[^¤]{0,40}¤
  `),
  cue(-9, spelt`
    (?:მაგალითად|როგორიცაა|მათ შორის|პროვაიდერ\p{L}*|ჰოსტინგ\p{L}*|კურიერ\p{L}*|საკურიერო\p{L}*(?: \p{L}+)?|ბანკ\p{L}*|სადაზღვევო\p{L}*(?: \p{L}+)?
      |აუდიტორ\p{L}*(?: \p{L}+)?|ბუღალტ\p{L}*(?: \p{L}+)?|პარტნიორ\p{L}*(?: \p{L}+)?|კონტრაქტორ\p{L}*|უფლებამოსილი პირი\p{L}*|სისტემა\p{L}*|პროგრამა\p{L}*
      |სერვერ\p{L}*|ლაბორატორია?ს|კერძოდ|მომსახურე|გადასცემს|გადავცემთ|ვუგზავნით|ვუზიარებთ|ვიყენებთ|ვაწვდით|იყენებს|გადაეცემა|მიეწოდება|ღილაკ\p{L}*
      |ფორუმ\p{L}*|ფანჯარა\p{L}*|განყოფილება\p{L}*|გვერდი|რუბრიკა\p{L}*|თავი|ველი|პარამეტრ\p{L}*|ფაილი|სიტყვა|სათაურით|თემა)[:,—–-]?\s+(?:შპს |სს[ ]
      |სსიპ )?¤(?![^.;]{0,30}(?:პასუხისმგებელი პირ|დამმუშავებელ))
    |¤${ending}[^.;¤]{0,90}(?:ჩვენი დავალებით|ჩვენი სახელით|ჩვენთვის|უფლებამოსილი პირი|ჰოსტინგ|კურიერ)
    |¤${ending}(?:\s*\([^)]{1,80}\))?\s*(?:კანონ|შესახებ|დადგენილებ|ბრძანებ|დირექტივ|რეგლამენტ|კოდექს|ღილაკ|ჩანართ|ველ(?:ი|ში)|სექცი
      |განყოფილებ(?:აში|იდან)|მენიუ)
  `),
  cue(-9, String.raw`¤${ending}(?:სთან|ს|ში|სთვის)?[^.;¤]{0,40}(?:საჩივ|გასაჩივრ|იჩივლ|გაასაჩივრ|მიმართ(?:ოთ|ოს|ავთ|ეთ)|ზედამხედველ)`, String.raw`(?:მიმართ(?:ოთ|ოს|ავთ|ეთ)|საჩივ\p{L}*|გაასაჩივრ\p{L}*|იჩივლ\p{L}*|ზედამხედველ\p{L}*)[^.;¤]{0,40}¤`),
  cue(9, String.raw`[“”"»]\s*\(¤\)`),
  cue(-9, String.raw`(?:მოგიტან|მოიტან|მოაქვს|მიაქვს|ჩაგაბარებ|ბეჭდავ|უვლის|აგზავნი|გვიგზავნი|გვემსახურებ|გვაწვდი)\p{L}*\s+¤`, String.raw`(?:ჰოსტინგ|კურიერ|გადახდ|პროცესორ|დაცვის ოფიცერი|სერვერ|უფლებამოსილი პირი)\p{L}*\s*:\s*¤`),
  cue(5, String.raw`პასუხისმგებელი (?:პირი|ორგანიზაცია)ა?\s*:?\s*¤`),
  cue(-3, String.raw`¤\s*\((?:შპს|სს|სსიპ|ააიპ)`, String.raw`(?:აპლიკაცია|თამაში|ბრენდი|პორტალი|პლატფორმა|საიტი)\p{L}{0,2}\s+¤`),
  cue(-8, String.raw`(?:საიტი|ვებგვერდი)\p{L}{0,2} (?:შექმნილი|დამზადებული|აწყობილი)ა?[^.;¤]{0,20}¤`, String.raw`^¤${ending} (?:არის|ნიშნავს|გულისხმობს) (?:ყველა|ნებისმიერ|პირი|საქონ|მონაცემ|ფიზიკურ)`),
  cue(-7, spelt`
    ¤${ending}(?:ს|სთან|თან|სთვის|ებს|ის|ას|სა)?(?:\s*\([^)]{1,60}\))?\s+(?:\p{L}+ ){0,3}?(?:ვ?უ?გზავნი|გადაეცემ|გადავცემ|გადასცემ|ვუზიარებ|ეგზავნ|მიეწოდ
      |ვაწვდ|ვაძლევ|ვიყენებთ|ვთანამშრომლობთ|მოთხოვნით|მოითხოვს|ხედავს)
    |(?:ვ?უ?გზავნი|გადაეცემ|გადავცემ|გადასცემ|ვუზიარებ|ეგზავნ|მიეწოდ|ვაწვდ|ვაძლევ)\p{L}*\s+(?:\p{L}+ ){0,4}¤
    |(?:ქუჩა|ქ\.|გამზირი|ჯგუფ\p{L}*)\s+¤
  `),
];

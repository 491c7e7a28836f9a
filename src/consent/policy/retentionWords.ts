// Until when data are kept where no number says it, by the phrases that say it.
import { type Entry, entry } from "./phrases.ts";
import { spelt } from "./spelt.ts";

export const retentionGrounds: readonly Entry[] = [
  entry("purpose", spelt`
    // English
    don['’]t need (?:any of )?(?:this|it|them) any (?:longer|more)
    |only as long as we need|no longer need (?:the|it|them|your)
    |for the (?:time|period) (?:necessary|needed|required)(?! by)
    |as long as (?:the purpose|(?:\w+ ){0,3}(?:necessary|needed|required))
    |as the purpose requires|no longer (?:than )?(?:\w+ )?(?:needed|necessary)|until the purpose|while (?:\w+ ){0,2}needed
    // Georgian
    |(?:სანამ|ვიდრე) (?:\p{L}+ ){1,5}(?:ჩაგბარდ|ჩაბარდ|დასრულდ|მოგვარდ|მიიღებ)
    |იმ ვადით, (?:რაც|რომელიც) (?:საჭირო|აუცილებ)|საჭირო(?:ა)? (?:არის )?მიზნ|მიზნის მიღწევამდე
    |მიზნ\p{L}* (?:მისაღწევ|მიღწევ)|აუცილებელია იმ მიზნ|მიზნისთვის (?:\p{L}+ )?(?:საჭირო|აუცილებ)
    |სანამ (?:\p{L}+ ){0,3}საჭირო|იმდენ ხანს.{0,40}(?:საჭირო|სჭირდ)
  `),
  entry("consent", spelt`
    // English
    until you (?:say stop|say so|tell us (?:that )?(?:you|to stop|otherwise)|change your mind|ask to be)
    |(?:until|unless) you (?:take|are taken) (?:yourself )?off|until you (?:tell|ask) us to (?:stop|remove|delete)
    |(?:as|so) long as (?:your |the )?consent (?:is|remains)|consent allows
    |(?:until|as soon as|when|once|unless|the moment) (?:\w+ ){0,4}(?:withdraw|take back|unsubscribe|opt out|revoke)
    // Georgian
    |(?:სანამ|ვიდრე)(?: \p{L}+){0,4} თანახმა|(?:სანამ|ვიდრე) (?:\p{L}+ ){0,3}(?:გამოწერას|სიიდან)
    |(?:სანამ|ვიდრე) [^.;]{0,30}(?:გადაიფიქრ|გადავიფიქრ|კმარა|უარს იტყვ|არ (?:გვეტყვ|მეტყვ|მოგვწერ|გვთხოვ))
    |(?:ვიდრე|სანამ) (?:\p{L}+ ){0,2}თანხმობ\p{L}* (?:ძალაშია|მოქმედ)
    |თანხმობით(?:\.|$| განსაზღვრ)|თანხმობის (?:ვად|გამოხმობ|გაუქმებ)
    |თანხმობ\p{L}* (?:\p{L}+ ){0,2}გამო(?:ხმობამდე|თხოვამდე|იხმობთ|ითხოვთ)
    |სანამ (?:\p{L}+ ){0,3}თანხმობ
  `),
  entry("law", spelt`
    // English
    as long as the (?:\w+ )?law (?:tells|obliges|permits)
    |(?:period|term|time|length)s? (?:set|fixed|required|laid down|prescribed) by (?:\w+ )?law
    |as long as (?:the )?(?:\w+ )?law (?:requires|says|demands)|required by (?:\w+ )?law|statutory (?:\w+ )?period
    // Georgian
    |კანონ\p{L}* (?:დადგენილ|განსაზღვრულ|გათვალისწინებულ)\p{L}* ვად
    |კანონმდებლობ\p{L}* (?:\p{L}+ )?(?:დადგენილ|განსაზღვრულ|გათვალისწინებულ)\p{L}* ვად
    |კანონ\p{L}* (?:დადგენილ|განსაზღვრულ|გათვალისწინებულ)\p{L}* (?:\p{L}+ )?ვად
  `),
  entry("contract", spelt`
    // English
    \b(?:as|so) long as (?:you|the|your) (?:\w+ ){0,2}(?:account|contract|membership) (?:does|lasts|runs|exists|is)
    |\bwhile (?:it|the account|the contract) exists\b|\bas long as your account does\b
    |\bwhile you (?:are|remain|work|study|live)\b|(?:as|so) long as you (?:use|are|remain|have)
    |until you (?:close|cancel|delete)
    |while the (?:\w+ ){0,2}(?:is|are|remains?) (?:registered|open|active|a member)
    |(?:duration|life|term|length) of (?:the|your|our) (?:\w+ )?(?:contract|membership|account|agreement|tenancy|subscription|policy|employment)
    |(?:as|so) long as (?:[\w'’]+ ){0,4}(?:account|contract|membership|customer|member|tenan|subscri|enrolled|student|with us)
    |(?:while|until) (?:you|your|the) (?!(?:matter|case|dispute|claim|complaint|fault|season|event|question)\b)(?:\w+ ){0,4}(?:account|contract|member
      |customer|tenan|subscri|enrolled|pupil|student|leave|close|ends?)
    // Georgian
    |(?:წევრობ|აბონენტობ|მუშაობ|სწავლ|აბონემენტ|ქირავნობ)\p{L}* (?:ბოლომდე|დასრულებამდე|მთელი)
    |მოქმედების (?:მთელი )?(?:ხანი|ვად|პერიოდ|განმავლობ)
    |(?:სანამ|ვიდრე)(?: \p{L}+){0,3} (?:სწავლობ|მუშაობ|ცხოვრობ|დადის|დადიხ|კლიენტ|სტუდენტ|აბონენტ)
    |მომსახურებ\p{L}* (?:გაწევის )?პერიოდ
    |(?:წევრობ|აბონენტობ|მუშაობ|სწავლ|დასაქმებ)\p{L}* (?:განმავლობაში|მანძილზე|პერიოდ)
    |ხელშეკრულებ\p{L}* [—–-] მოქმედებ
    |(?:დასაქმებ|შრომით\p{L}* ურთიერთობ|საქმიან\p{L}* ურთიერთობ)\p{L}* (?:მანძილზე|განმავლობაში|პერიოდ|დასრულებამდე)
    |სანამ (?:(?!თანხმობ|გამოწერ)\p{L}+ ){0,3}(?:არ )?(?:დახურავ|წაშლით)
    |ხელშეკრულებ\p{L}* მოქმედებ|ხელშეკრულებ\p{L}* (?:ვადით|ვადაში|დასრულებამდე|შეწყვეტამდე)|გამოწერის მოქმედებ
    |(?:სანამ|ვიდრე).{0,50}(?:ხელშეკრულებ|ანგარიში|წევრი|წევრობ|აბონენტ|მომხმარებელი ხართ|სწავლობ|მუშაობ|ცხოვრობ)
    |(?:წევრობ|სწავლ|აბონემენტ|ანგარიშ)\p{L}* (?:პერიოდ|მოქმედებ|დახურვამდე|წაშლამდე)
  `),
];

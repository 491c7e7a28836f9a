// Until when data are kept, as people say it plainly. Only where a sentence keeps something are they looked for.
import { type Frame, said } from "./frames.ts";
import { spelt } from "./spelt.ts";

export const everydayTerms: readonly Frame[] = [
  said("contract", spelt`
    \b(?:as|so) long as you (?:belong|have got|[’']ve got)\b|\b(?:as|so) long as you[’']ve got an? \p{L}+\b|\b(?:as|so) long as the (?:hire|loan|let|rental|stay|job|course|season) lasts\b|(?:სანამ|ვიდრე) (?:\p{L}+ )?(?:ანაბარი|სესხი|აბონემენტი|დაზღვევა|ბილეთი) (?:მოქმედებს|გაქვთ|ძალაშია)
    // as long as somebody belongs to it
    |\b(?:as|so) long as (?:you|he|she|they)(?:['’]re| are| is)? (?:in|on|part of|with) (?:the|our|my) (?:scheme|team|choir|club|list|programme|project|course|group|books|crew|band|society|study|class|round|rota)\b
    |\bfor as long as you have (?:an?|the|your) (?:\p{L}+ )?(?:account|membership|card|plot|contract|ticket|policy|licence|berth|subscription|locker|place)\b
    // while something lasts
    |\b(?:while|whilst) (?:you|he|she|they)\b[^.;]{0,20}\b(?:sing|play|row|train|work|live|study|teach|serve|rent|swim|dance|ride)s?\b
    |\b(?:while|whilst|as long as|so long as) (?:the|your|his or her|their) (?:\p{L}+ )?(?:licen[cs]e|permit|lease|policy|membership|contract|employment|tenancy|subscription|account)\b[^.;]{0,12}\b(?:subsists?|runs?|lasts?|continues?|stands?|is|remains?|endures?)\b
    // in Georgian: during what somebody takes part in
    |(?:მონაწილეობ|აღზრდ|სწავლ|მუშაობ|სარგებლობ|წევრობ|ცხოვრებ|ქირავნობ|მსახურ|ვარჯიშ|სტაჟირებ|მოქმედებ)\p{L}* (?:მთელი )?(?:პერიოდ\p{L}* )?(?:განმავლობაში|მანძილზე|დასრულებამდე|შეწყვეტამდე|ბოლომდე)
    |(?:სანამ|ვიდრე) (?:\p{L}+ ){0,3}(?:ანგარიში|პროფილი|აბონემენტი|ბარათი|ხელშეკრულება|ლიცენზია|პოლისი) (?:გაქვთ|გაქვს|აქვს|მოქმედებს|არსებობს|ძალაშია)
    |წევრობის შეწყვეტამდე|(?:ბაღიდან|სკოლიდან|პროგრამიდან|კლუბიდან) გასვლამდე
  `),
  said("consent", spelt`
    (?:სანამ|ვიდრე) (?:\p{L}+ ){0,2}(?:თანხმობ|ნებართვ)\p{L}* (?:\p{L}+ ){0,2}(?:გავაუქმებ|გააუქმებ|გავიწვევ|გამოვითხოვ|წაიღებ|წავიღებ)
    |\b(?:as|so) long as (?:i|we) have (?:your|the) (?:yes|consent|ok|okay|permission|agreement)\b
    |\buntil (?:you|he or she|they) (?:withdraws?|takes? back|pulls?|cancels?|recalls?|revokes?) (?:your|his or her|their|the|that) (?:tick|yes|consent|permission|agreement|ok)\b
  `),
  said("purpose", spelt`
    (?:სანამ|ვიდრე) (?:\p{L}+ ){0,2}(?:სჭირდება|საჭიროა|გვჭირდება|მჭირდება)(?!\p{L})
    // no longer than it is needed
    |\b(?:so|as) long only as\b[^.;]{0,30}\b(?:necessary|needed|required)\b|\b(?:just|only) (?:for )?as long as (?:we|i|they) need\b
    |(?:მანამ|მანამდე|იქამდე),? (?:სანამ|ვიდრე) (?:\p{L}+ ){0,5}(?:გვჭირდებ|მჭირდებ|სჭირდებ|დაგვჭირდ|საჭირო)
  `),
];

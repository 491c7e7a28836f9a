// Whether a right is offered at all: which one, rightsFrames.ts and rightsWords.ts say.
import { spelt } from "./spelt.ts";
import { words } from "./words.ts";

/** A right is offered: allowed, asked about, promised on asking, or done with a button. */
export const offers = words(spelt`
  // English
  \b(?:you|they|she|he|one|somebody|learners?|he or she|tenants?|members?|customers?|subscribers?|patients?|parents?|users?|volunteers?|candidates?
    |applicants?|guests?|anyone|everybody|everyone|the (?:person|data subject|individual)|whoever) (?:can|may|could|might|shall be (?:free|entitled)
    |are (?:free|welcome|entitled|allowed|able)|is (?:free|welcome|entitled|allowed)|have|has|need only|get|only have to|decide)\b
  |\b(?:can|may|could|do|must) (?:i|we|you)\b.*\?|\b(?:how|where) (?:do|can) i\b
  |\bmay (?:inspect|lodge|require|object|complain|withdraw|see|obtain|request|demand|have (?:it|them|his|her|their))\b
  |\b(?:any|every|each|no) (?:\p{L}+ )?\p{L}+ (?:may|can|could)\b|\bfancy\b|›|▸|\bmay (?:come|listen|look|watch|read)\b
  |\bwhom do i\b|\bwhat if\b|\bright\b|\brights\b|\bentitled\b|\bopen to you\b|\bat liberty to\b|\bcan be taken back\b
  |\bup to you\b|\bat your (?:wish|request)\b|\b(?:up)?on (?:request|application|demand)\b|\bask\b|\basking\b|\basked\b
  |\btell (?:us|me|her|him|any of|the|reception)\b|\bsay (?:so|the word|stop|no)\b|\blet (?:us|me) know\b
  |\b(?:write|reply|e-?mail|call|ring|text|mail|message|speak) (?:to )?(?:us|me|to|at|in|back|stop|no|with)\b
  |\b(?:reply|text) (?:\p{Lu}+|“|")|\bdrop (?:us|me)\b|\bjust say\b|\bpress\b|\bhit\b|\btap\b|\bclick\b|\bbutton\b
  |\bsettings\b|\bcome in\b|\bi(?:[’']d| would) like\b|\bi want\b|\bhad enough\b|\bwant\b|\bwish\b|\bwould like\b
  |\b(?:if )?you['’]d (?:like|rather|sooner|prefer)\b
  |\bif you (?:think|believe|feel|find|are not happy|aren['’]t happy|do not (?:want|wish|like|agree)|don['’]t (?:want|wish|like|agree)|no longer|object
    |disagree|change|would|ask|wonder)\b
  |\bif (?:we['’]ve|we have|something|anything)\b|\bchange(?:d)? (?:your|my) mind\b|\bdemand\b|\brequire us\b
  |\brequests?\b|\bany ?time\b|\bwhenever\b|\bnot happy\b|\bunhappy\b|\bspelt\b|\bwrong\b|\byou said yes\b
  |\bopt(?:ing)? out\b|\bunsubscribe\b|\btakes you off\b
  |\bmay be (?:requested|demanded|revoked|challenged|withdrawn)\b
  |\bcan be (?:withdrawn|cancelled|appealed|revoked)\b|\bare supplied\b|\buntick\b|\bcome by\b|\bsubject to\b
  |\bany person\b|\banyone (?:who|entered|recorded)\b|\bshall be (?:allowed|free|given|entitled|explained)\b
  |\bgone sooner\b|\bunless you\b|\byou needn['’]t\b|→
  |\b(?:write|telephone|phone|ring|call|e-?mail|drop in|come in|pop in)\b[^.;]{0,20} to (?:be|have|see|ask|get|obtain|object)\b
  |\byou(?:['’]ll| will)? (?:only )?(?:have|need) (?:only )?to\b
  |\b(?:one|a|the) (?:click|tick|line|word|note)\b[^.;]{0,30}\b(?:enough|will do|does it)\b
  |\bturned? down\b|\bdelete it\b|\bsee all\b|\bmay demand\b|\bis entitled\b|\bif you have not agreed\b|\bwhoever\b
  |\bhe can be told\b|\bit will be sent\b|\bobject to\b|\bif we can['’]t agree\b|\btired of\b|\bspotted\b|\bgrievances?\b
  |\bwe (?:will|shall|['’]ll) (?:hand|give|read|show|send|print)\b
  |\bslip in\b|\bwe mend\b|\bwant out\b|\bmoved house\b|\bmembers who\b|\bwhoever leaves\b|\bat your word\b
  |\bnothing stops you\b|\bstill (?:cross|unhappy|annoyed|angry)\b|საწყენი| > |\bnothing (?:in this \p{L}+ |here )?(?:prevents|stops|keeps) (?:me|you|anyone|him or her|them)\b|(?<!\bso )(?<!\bso that )(?<!\bwhere )\bI (?:may|can|am entitled|am free)\b
  |\b(?:slide|swipe|flick|toggle)\b|\bon any day\b
  // Georgian
  |განაცხად(?:ეთ|ოს|ოთ)|შეგიძლია|შეუძლი|შეგეძლ|შემიძლია|უფლებ|გსურ|სურს|მსურს|გინდა|გინდოდ|მოითხოვ|მოთხოვნ|გვთხოვ|მთხოვ
  |სთხოვ|მოგვთხოვ|მოგვწერ|მომწერ|დაგვიწერ|უპასუხე|მოგვმართ|მომმართ|მიმართ|გვითხ|მითხ|უთხარ|გვკითხ|შეგვატყობ|დაგვირეკ|დარეკ
  |გამოგვიგზავნ|გვიჩივლ|იჩივლ|უჩივლ|ღილაკ|დააჭირ|გადაიფიქრ|ნებისმიერ დროს|ყოველთვის|როცა გინდ|როდესაც გინდ
  |თუ (?:არ|აღარ|ფიქრობ|მიიჩნევ|მიგაჩნ|თვლ|რამე|შეცდ|მონაცემ|თქვენ)
  |შეცდომა(?:ა|ს)|არასწორად|თქვენი ნებაა|თავისუფლად|სურვილისამებრ|თანხმობ|თქვენს ხელთ|აიღოთ|აინტერეს|ვისაც|მიაჩნია
  |უკმაყოფილ|გაუქმება|სურვილის შემთხვევ|დაუსვით|დაგვისვით|შეასწორებინ|გაასწორებინ|წააშლევინ|წაგვაშლევინ|დააბლოკვინ|იგებს
  |ჰკითხ|გკითხო|როცა (?:უნდა|გინდ)|გაიგებთ|მოგცემ|მოგეცემ|თხოვნ|ვთხოვ|იკითხ|გვეტყვ|გეტყვ|ერთი სიტყვ|საჩივრდ|გამორთვა
  |გავთიშ|უფლებამოსილ|გნებავ|შეიძლება|შესაძლებელ|ამოეწერ|ბმულ|მოდით|განაცხად|განცხადებ|დაინტერეს|გაინტერეს|ითხოვ|მოგბეზრ
  |გეყო|მობრძანდ|უარი|მომწერე(?!\p{L})|გადავასწორებ|გავასწორებ|გაგიუქმებ|ენიჭებ|უფლება მაქვს|აქვთ უფლება|აქვთ უფლებ
  |შეასწორებინეთ|მობრძანდით|გვითხარით|თქვენი თხოვნით|მოთხოვნით|ვერ შევთანხმდ|იღებს საჩივ|საჩივარს იღებს|გვეკითხებ|იკითხეთ
  |გვაცნობეთ|ერთი დაჭერა|ვინც მიდის|თუ გვკითხავთ|ჩვენთან ერთად|უქმდება
`);

// Until when data are kept where no number says it. See frames.ts.
import { everydayTerms } from "./everydayTerms.ts";
import { frame, type Frame } from "./frames.ts";
import { spelt } from "./spelt.ts";
import { words } from "./words.ts";

/** Kept, or gone. */
const keeping = spelt`
  // English
  \b(?:lives? (?:in|on|with)|disappears?|vanish(?:es)?|keeps?|kept|held|hold|stored?|storage|retain\p{L}*|retention|stays?|lasts?|remains?|on file
    |on (?:our|the|that) (?:books|list)|in the (?:drawer|archive|book|file|pool|cupboard)|delet\p{L}*|destroy\p{L}*|wiped?|eras\p{L}*|binn?e?d?
    |shred\p{L}*|thrown?|goes|go|gone|remov\p{L}*|lasts?|torn (?:out|up)|clear\p{L}*|preserved?|records? over|recorded over|overwrit\p{L}*|taped over
    |rolls? over|anonymi\p{L}*|tear|burn\p{L}*|composted|we have|are with us|with us|period|come down|taken down|torn (?:out|up)|strike|struck
    |we go on)\b
  |\b(?:stays? put|comes? off|loops? over|visible (?:on|in)|pulped|gets? (?:deleted|wiped|shredded|binned)|pulped|incinerated|archived?|on our (?:roll|system)|hang on to|put away|written over
    |into the fire|is left there|remembers|throw (?:it|them) away|goes? (?:in|into) (?:the|a) (?:bin|shredder|stove|fire)|starts? over|torn up|rests? in
    |goes when|runs out)\b
  // Georgian
  |ინახ|შენახ|რჩება|რჩებ|დარჩ|დევს|წაშლ|წავშლ|ვშლი|იშლ|ნადგურ|გვაქვს|სიაში|არქივ|ქრებ|მანამდე|იქამდე|გვექნებ|იტოვ|ვტოვებ
  |გაგატან|წაიშლ|გადაიწერ|ვყრი|იყრება|ვხევ|იხევ|ვწვავ|იწვებ|ვჭრი|იჭრებ|მოვსპ|ისპობ|მაქვს|გვიდევს|მიდევს|გვიწყვია|ვასუფთავ
  |სუფთავდ|შეინახოს|განადგურდეს|წაიშალოს|ღუმელში|ყუთშია|კარადაშია|ძალაშია|კიდია|უქმდებ|ამოვხევ|უჯრაშია|საქაღალდეშია|ვაგდებ
  |გადავაგდ|თავიდან იწყებ|წევს|ვხოცავ|გადავშლ|იწვება|იტევს|იმახსოვრ|ჩვენთანაა|ბუხარში|დაცულია(?= (?:\S+ ){0,2}(?:წლ|თვ|დღ))
`;

export const isKept = words(keeping);

export const retentionFrames: readonly Frame[] = [
  frame("purpose", spelt`
    // English
    \b(?:once (?:the|your|it) (?:\p{L}+ )?(?:is|are) in your hands|no longer (?:needed|necessary|required|of (?:any )?use|need)|no (?:more )?use any ?more
      |longer than (?:the|this|that|a|your) (?!law|statute)\p{L}+ (?:requires|needs|takes|calls for)|as long as there is (?:\p{L}+ ){0,3}(?:work|need|use|study)|longer than (?:it is |is )?(?:needed|necessary|we need|required|we must)|(?:don['’]t|do not) need (?:it|them|any)
      |as long as (?!(?:\p{L}+ ){0,4}(?:law|statute|statutes|legislation|code|act|acts|regulations?|rules)\b)(?:\p{L}+ ){0,6}(?:requires?|need|needs|needed|necessary|required|takes)|while (?:\p{L}+ ){0,3}need\p{L}*
      |until (?:the|your) (?:\p{L}+ )?(?:matter|case|dispute|claim|complaint|fault|question|problem|enquiry) (?:is|has been) closed
      |until (?:refunded|returned|repaid|answered|settled|resolved|delivered|done|dealt with|collected)
      |until (?:the|your|it|we)\b[^.;]{0,50}\b(?:done|finished|mended|settled|sorted|over|resolved|answered|delivered|completed?|fetched|reached|back
      |dealt with|fixed|decided|paid)|(?:once|when|as soon as|after) (?:the|your|it|we|that|they|this|these|an?)\b[^.;]{0,50}\b(?:sorted|settled|answered
      |done|over|finished|resolved|dealt with|achieved|no longer needed|reached|mended|fixed|solved|arrived|delivered|received|collected|picked up
      |taken from them|completed?|concluded)|purpose (?:calls|requires|is|has been)|than the purpose
      |necessary for (?:the|that|this|these|those|its) (?:\p{L}+ )?purposes?)\b
    |\b(?:(?:served|outlived|done) (?:its|their) (?:purpose|job|work)
      |(?:once|when|after|as soon as) (?:the|your) (?:job|work|order|repair|match|draw|event|race|trip|tour|competition|visit|case|question|matter|query
      |claim) (?:is|has been|have been) (?:\p{L}+ )?(?:done|over|finished|answered|closed|settled|complete))
    |\bonce you have (?:gone|left|arrived|got)\b|\bnothing more to\b
    |\bwhen (?:the|your) (?:repair|order|job|work|trip|visit|course|event|match|delivery|claim|exam|race|tour) (?:is|has been) (?:done|over|finished
      |complete|delivered|closed|settled|paid)\b
    |\bonly until (?:the|your|it)\b[^.;]{0,40}\b(?:is|are|has|have)\b
    // Georgian
    |აღარ (?:\p{L}+ )?(?:და)?გ?ვ?ჭირდ|აღარ (?:არის|იქნება) საჭირო|საჭირო აღარ
    |საჭიროებ\p{L}* (?:ამოწურ|განმავლობ|პერიოდ|ვადით)|მიზნ\p{L}* (?:მიღწევ|მისაღწევ|შესრულ|ამოწურ)
    |(?:სანამ|ვიდრე|როცა|როგორც კი) (?![^.;]{0,40}უკან)[^.;]{0,50}(?:ვუპასუხ|გიპასუხ|დასრულდ|მოგვარდ|დაგვჭირდ|საჭირო|გვჭირდ|დაუბრუნდ|ჩაბარდ|წაიღ|გაიტან
      |დამთავრდ|გაიცემა)
    |(?:ჩაბარებ|მიწოდებ|(?<!(?:კურსის|სწავლის|ხელშეკრულების|ურთიერთობის|წლის|სემესტრის) )დასრულებ|მოგვარებ)ამდე
    |(?:მოგვარ|გადაწყვეტ|პასუხის გაცემ|მიწოდებ|საქმის დასრულ|გაცემ|ჩაბარებ|დასრულებ)\p{L}*თანავე
    |აღარ დაგ?ვ?ჭირდებ
    |(?:როგორც კი|როცა) [^.;]{0,40}(?:ჩაგბარდ|ჩაბარდ|ჩაგაბარ|დასრულდ|დამთავრდ|მოგვარდ|გიპასუხ|მიიღებ|გაიცემ|გამოვლინდ|გათამაშდ)
    |იმ ვადით, რაც [^.;]{0,60}(?:აუცილებელ|საჭირო)|სანამ (?:ამ )?მიზნ\p{L}* საჭირო
    |იმდენ ხანს, რამდენ(?:იც|საც) [^.;]{0,60}(?:სჭირდ|დასჭირდ|საჭიროებ|(?:გარკვევა|განხილვა|დასრულება|მოგვარება|საქმე)\p{L}* (?:მო)?ითხოვ)|(?:სანამ|ვიდრე) \p{L}+ს სჭირდება
    |(?:შეკეთებ|ღონისძიებ|ტურ|შეჯიბრ|გათამაშებ|მგზავრობ|გამოცდ|შეკვეთ)\p{L}* (?:მერე|შემდეგ|დასრულებისთანავე)
  `, keeping),
  frame("law", spelt`
    // English
    \b(?:period|time|term|long|limit)s?\b[^.;]*\b(?:law|statut\p{L}*|legislation|rules|act|code|regulations?)\b
    |\bstatutory (?:\p{L}+ )?(?:period|retention|limit|term)
    |(?<!\b(?:because|since|under|by) (?:the |this |that )?(?:\p{L}+ )?)\b(?:law|statute|legislation|code|act) (?:\p{L}+ ){0,3}(?:requires?|prescribes?|says|demands?|sets?|obliges?|tells?|makes)\b
    |\b(?:(?:period|time|term) (?:that |which )?(?:the \p{L}+|it) (?:lays? down|sets|prescribes|requires|fixes))
    |\b(?:(?:archive|tax|accounting|labour|company) (?:law|rules|act) (?:\p{L}+ ){0,2}(?:how long|decides?|sets?|fixes))
    // Georgian
    |(?:კანონ|კანონმდებლობ|კოდექს|დებულებ)\p{L}* (?:\p{L}+ ){0,3}(?:ვად|ხანგრძლივობ|ხანდაზმულობ|პერიოდ|დრო)
    |(?:იმ ვადით|იმდენ ხანს|იქამდე|მანამდე|სანამ|რამდენსაც|რამდენ ხანსაც|ვიდრე)[^.;]*(?:კანონ|კოდექს|წესი)
    |(?:რამდენსაც|რამდენ ხანსაც|რამდენიც) (?:\p{L}+ )?(?:კანონ|კოდექს|წესი)
    |(?:საარქივო|საგადასახადო|საბუღალტრო) (?:წეს|კანონმდებლობ|მოთხოვნ)\p{L}* (?:\p{L}+ )?(?:განსაზღვრულ|დადგენილ|გათვალისწინებულ)\p{L}* ვად
  `, keeping),
  frame("contract", spelt`
    // English
    \b(?:when|once|as soon as|after|upon) (?:you|your \p{L}+|a member|a member['’]s|they|he|she) (?:leaves?|left|resigns?|resignation|moves? out|cancels?
      |graduates?)\b
    |\b(?:as|so) long as you (?:do not|don['’]t) delete
    |\b(?:as|so) long as (?!your consent|the consent)(?:you|your|the|he|she|they|it|a)\b[^.;]{0,60}\b(?:members?|customers?|accounts?|contract|open
      |employed|enrolled|with us|study|studies|valid|active|lasts?|exists?|runs|subscri\p{L}*|patient|tenant|use (?:the|our)|work|working|registered
      |client|in force|live|comes|keep the account|does)\b
    |\bwhile (?:you|your|the|it|he|she|they|a \p{L}+)\b[^.;]{0,60}\b(?:permit|runs|stands|members?|customers?|accounts?|contract|employ\p{L}*|students?
      |pupils?|subscri\p{L}*|tenan\p{L}*|exists?|open|active|registered|with us|lasts|in force|patient|enrolled|work|does)\b
    |\b(?:during|throughout|for the (?:term|life|lifetime|duration|length|whole) of|until the end of|term of|life of|for(?! us under| me under)) (?:the |your |this |our[ ]
      |their |its )?(?:\p{L}+ ){0,2}(?:contract|agreement|membership|tenancy|account|employment|subscription|policy|course|studies|loan|stay
      |relationship|lease|term)\b
    |\b(?:until|till) (?:you|the|your|he|she)\b[^.;]{0,40}\b(?:leave|leaves|stop (?:coming|visiting|using|attending|being)|close|closed
      |cancel your (?:account|membership|contract)|ends?|graduat\p{L}*|expires?|terminat\p{L}*|delete (?:your account|the app))\b
    |\b(?:(?:as|so) long as you (?:are|remain) (?:responsible|liable|the \p{L}+|on|with|in|a))
    |\b(?:for the time (?:that )?you (?:work|study|live|are))
    |\b(?:(?:as|so) long as you (?:rent|live|lodge|study|train|bank|shop|insure|play|sing|row|swim|stay|keep your|hold your)
      |(?:until|till) you (?:hand in|give up|return|move|resign|retire|finish|are no longer)|while you are on our books
      |(?:until|till) (?:your child|he or she|the pupil|the child) (?:leaves|moves|starts)
      |for as long as (?:your|the) (?:\p{L}+ )?(?:lasts|runs|is (?:open|active|valid|in force|live)))
    |\b(?:as|so) long as (?:he or she|she or he|they|you|your child|the child|it)(?: is|['’]s| are|['’]re) (?:on (?:our|the) (?:roll|books)
      |in the (?:team|club|choir|band|society|group))\b
    |\buntil the account is (?:closed|deleted)|\bterm of validity\b
    |\bfor the duration of the (?:membership|contract|agreement|lease)
    |\b(?:when|once) (?:your|the) (?:course|contract|membership|subscription|lease|tenancy|employment|season ticket) (?:ends?|runs out|is over|expires?
      |stops)\b
    |\b(?:as|so) long as (?:the|your) (?:employment|job|post|contract|lease|tenancy|membership|course|policy|subscription)\b
    |\b(?:as|so) long as you (?:rent|hire|lease|have|own|live in|use)\b[^.;]{0,30}\b(?:flat|room|house|plot|box|berth|garage|locker|card|account
      |membership|season ticket)\b
    |\bwhile you (?:work|live|study|train|play|sing|shop|bank) (?:here|with us|for us)\b
    |\b(?:valid|kept|there) while you\b
    |\b(?:until|till) you (?:hand in|give back|return) (?:the|your) (?:key|card|badge|locker|uniform|pass)\b
    // Georgian
    |(?:სანამ|ვიდრე)(?![^.;]*(?:ხელს მოაწერ|ხელმოწერ))[^.;]{0,60}(?:არ წაშლი|არ წაშლით|ხელშეკრულებ|ანგარიში|წევრი|აბონენტ|სწავლობ|მუშაობ|ცხოვრობ|დადის
      |დადიხ|ბარათი? (?:გაქვ|მოქმედ|ვარგ)|მოქმედ|სარგებლ|ქირაობ|რჩება ღია|ღიაა|არსებობ|კლიენტ|პაციენტი ხარ|ბრძანდებ|გვყავხარ|პროფილი|ჩვენთან ხართ|მოიჯარე)
    |(?:წევრობა|ხელშეკრულება|აბონემენტი|მუშაობა) (?:\p{L}+ )?(?:შეუ|შე)?წყდება|(?:სანამ|ვიდრე) (?:\p{L}+ )?ჩვენი (?:მკითხველ|წევრ|აბონენტ|კლიენტ|მოსწავლ|სტუდენტ|მოქირავნ|თანამშრომ)\p{L}* (?:ხართ|ხარ|ბრძანდ)
    |(?:წასვლის|(?<!(?:წლის|თვის|დღის|ვადის|კვირის) )გასვლის|გადასვლის)(?:თანავე|ას)
    |როცა (?:წახვალთ|გადახვალთ|მიდიხართ)
    |(?:ხელშეკრულებ|ანგარიშ|წევრობ|აბონემენტ|სწავლ|კურს|ურთიერთობ|დასაქმებ|შრომით|საფულ|პოლის|ბარათ|აბონენტობ|ქირავნობ|პროფილ|მუშაობ|სესხ
      |მომსახურებ)\p{L}* (?:\p{L}+ ){0,2}(?:მოქმედებ|არსებობ|ვადით|განმავლობ|მანძილზე|დასრულებამდე|ბოლომდე|დახურვამდე|გაუქმებამდე|შეწყვეტამდე|პერიოდ)
    |(?:სესხ|კრედიტ|დავალიანებ|ვალდებულებ)\p{L}* (?:\p{L}+ ){0,2}(?:დაფარვამდე|დასრულებამდე)
    |(?:სანამ|ვიდრე) (?:\p{L}+ ){0,2}(?:აბონემენტი|ბარათი|პოლისი) (?:გაქვ|გექნ)
    |(?:სანამ|ვიდრე) (?:\p{L}+ ){0,3}(?:იყენებ|სარგებლობ)
    |(?:პროფილ|ანგარიშ|აკაუნტ)\p{L}* (?:\p{L}+ )?(?:წაშლამდე|დახურვამდე|გაუქმებამდე)
    |(?:ბაღიდან|სკოლიდან|კლუბიდან|სამსახურიდან|უნივერსიტეტიდან|საზოგადოებიდან) (?:გასვლ|წასვლ|გათავისუფლ|გადასვლ)\p{L}*მდე
    |ურთიერთობ\p{L}* (?:დასრულებამდე|შეწყვეტამდე|გაგრძელ)
    |სანამ (?:\p{L}+ ){0,3}(?:გვყავს|გვყავხართ|წრეზე|ჯგუფში|ბაღში|გუნდში)
    |(?:სანამ|ვიდრე) (?:\p{L}+ ){0,2}(?:ანგარიშ|პროფილ|აბონემენტ)\p{L}* (?:\p{L}+ )?(?:არ )?(?:გააუქმ|დახურ|წაშლ)
    |ვიდრე (?:\p{L}+ ){0,3}(?:სწავლობს|მუშაობს|დადის|ცხოვრობს)
    |(?:სანამ|ვიდრე) (?:აქ|ჩვენთან) (?:\p{L}+ )?(?:მუშაობ|სწავლობ|ცხოვრობ|ვარჯიშობ|დადიხ|დადის|ხართ|ხარ)
    |სანამ (?:გასაღებ|ბარათ|საშვ|აბონემენტ)\p{L}* (?:\p{L}+ )?(?:არ )?(?:დააბრუნ|ჩააბარ)\p{L}*
  `, keeping),
  frame("consent", spelt`
    // English
    \b(?:until|till|unless and until|so long as|up to when) (?:you|he|she|they
      |somebody)\b[^.;]{0,60}\b(?:stop(?! (?:coming|visiting|using|attending|being))|unsubscrib\p{L}*|withdraw\p{L}*|no longer|say no
      |say (?:so|otherwise|enough|stop)|tell (?:us|me)|opt(?:s)? out|object|ask us|change your mind|take (?:\p{L}+ ){0,4}back|revok\p{L}*|refuse|cancel
      |change (?:your|their|his|her) mind|press|do(?: that)?$|do so)\b
    |\buntil then\b
    |\b(?:as|so) long as (?:your |the )?consent (?:stands|lasts|is valid)
    |\b(?:as|so|exactly as) long as you (?:want|wish|agree|like|consent|say yes)\b
    |\bwhen you tell us\b
    |\b(?:until|as soon as|once|when) (?:the |your |this )?consent (?:is|has been|was)\b
    |\b(?:wiped|deleted|erased|removed|gone|destroyed) (?:as soon as|when|once|the moment) you (?:take|withdraw|unsubscribe|revoke|opt)
    |\bwe go on until you\b
    |\b(?:until you (?:say|tell us) (?:that )?you(?:['’]ve| have) changed your mind)
    |\b(?:(?:when|once|as soon as) (?:you|the (?:applicant|member|person|customer|subscriber|parent)|they|he|she) (?:asks?|tells?) (?:us )?(?:to
      |you no longer|that you no longer|you don[’']t))
    |\b(?:(?:until|till) you say)
    |\b(?:as soon as you (?:opt|unsubscribe|withdraw|say|tell|ask|change)
      |(?:stay|stays|remain|remains|up|there|kept|list) (?:\p{L}+ ){0,2}until you (?:ask|tell|say|object|opt|unsubscribe|withdraw|cancel))
    |\buntil (?:the |your )?(?:consent|agreement|permission|yes) is (?:recalled|withdrawn|taken|cancelled|revoked)
    |\buntil you take your (?:agreement|yes|permission|consent)
    |\b(?:as|so) long as we have your (?:consent|yes|permission|agreement)\b
    // Georgian
    |(?:სანამ|ვიდრე|მანამდე)(?![^.;]{0,30}(?:ანგარიშ|პროფილ|ხელშეკრულებ|აბონემენტ))[^.;]{0,50}(?:თანხმობ|უკან (?:არ )?წაიღ|თანახმა|გააუქმ|გვეტყვ|მოგვწერ
      |გამოწერ|ამოეწერ|უარს|არ (?:მეტყვ|მომწერ|გადაიფიქრ))
    |თანხმობ\p{L}* (?:გახმობ|გამოხმობ|გაუქმებ|უკან)\p{L}*მდე|გამოწერის გაუქმებამდე|გახმობამდე|როცა გვეტყვ
    |არ (?:გათიშ|გამორთ)
    |(?:სანამ|ვიდრე) (?:\p{L}+ ){0,3}(?:წინააღმდეგი|უარს|გადაიფიქრ|არ (?:ითხოვთ|მოითხოვთ|გვეტყვით|გვთხოვთ|იტყვით|გაგვაფრთხილებ))
    |სანამ (?:\p{L}+ ){0,2}თანხმობ\p{L}* (?:\p{L}+ ){0,2}(?:უკან|გამოვითხოვ|გამოითხოვ)
    |(?:სანამ|ვიდრე) არ (?:გვეტყვ|გვთხოვ|მოგვწერ|მოითხოვ)\p{L}*
  `, keeping),
  ...everydayTerms,
];

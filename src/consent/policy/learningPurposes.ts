// Teaching, science and the choice of staff, said by what is done and to what. See frames.ts.
import { frame, type Frame } from "./frames.ts";
import { spelt } from "./spelt.ts";

export const learningPurposes: readonly Frame[] = [
  frame("hiring",
    spelt`
      // English
      \b(?:cvs?|candidates?|applicants?|job application|applied for|applying for|vacanc(?:y|ies)|jobs?|references|interview|last boss|(?<!\b(?:the|tool|car|bike|boat|hall|for) )hire(?! (?:lasts|period|agreement|charge|car|shop))|hiring
        |recruit\p{L}*|employers?)\b
      |\byour cv\b|\bcandidates?\b|\bapplicants?\b|\bpeople who apply\b
      // Georgian
      |კანდიდატ|ვაკანს|რეზიუმე|(?<!\p{L})სივი(?!ლ)|გასაუბრ|თანამდებობ|აპლიკანტ|სამუშაოზე
    `,
    spelt`
      // English
      \b(?:suitab\p{L}*|choos\p{L}*|select\p{L}*|compar\p{L}*|offer (?:the|a) (?:job|post)|makes? an offer|take (?:you|them) on|taken on|whether we should
        |shortlist\p{L}*|match\p{L}*|recruit\p{L}*|(?<!\b(?:the|tool|car|bike|boat|hall|for) )hire(?! (?:lasts|period|agreement|charge|car|shop))|hiring|fill(?:ing)? (?:the|a) (?:post|vacanc\p{L}*|job)|interview you|invite)\b
      |\bdecide whether you\b|\binvited to work\b|\bevaluate candidates\b|\bpick the next\b
      // Georgian
      |შესარჩევ|შერჩევ|შევარჩი|შეარჩი|შესაფას|შეფას|ვადარ|მოვიწვ|მოიწვ|ასაყვან|აყვან|დასაქმ|კონკურს|ასაყვანი ადამიან|შეარჩიონ
    `),
  frame("research",
    spelt`
      // English
      \b(?:study|studies|research\p{L}*|investigat\p{L}*|scien\p{L}*|historians?|experiment|trial|survey|thesis|paper|papers)\b
      // Georgian
      |კვლევ|გამოკვლევ|მეცნიერ|ექსპერიმენტ|დისერტაცი|მეცნიერულ|უნაყოფობ|მონაწილ
    `,
    spelt`
      // English
      \b(?:study (?:of|how|what|why)|this study|the study|research|learn how|find out (?:how|why|what)|publish|sample|answers|volunteers?|take part
        |taking part|participants?|draw on|investigations|used (?:for|in) (?:the|this|our|scientific|medical))\b
      |\b(?:analysed|studied|used|evaluated) (?:only )?(?:for|in) (?:a|the|our|this) (?:thesis|study|book|paper|research|doctorate|project)\b
      |\bthesis\b|\bdissertation\b
      // Georgian
      |კვლევ\p{L}* (?:მიზნ|ჩასატარ|ფარგლ|მონაწილ)|კვლევისთვის|კვლევაში|სამეცნიერო|ვიკვლევ|ვსწავლობთ|შევისწავლ|შესწავლ
      |მეცნიერული შესწავლ|კვლევაში, რომელიც|საკუთარ კვლევ|დისერტაცი
    `),
  frame("education",
    spelt`
      // English
      \b(?:pupils?|students?|children|lessons?|marks|grades?|exams?|class(?:es|room)|coursework|course record|homework|tutors?|curriculum|degrees?
        |coursework|catch up)\b
      |\b(?:scores|fractions|sums|teachers?|homework|results|yearbook)\b
      |\btrainings?\b|\binterviewers?\b|\bmarks\b|\bhomework\b
      // Georgian
      |მოსწავლ|სტუდენტ|გაკვეთილ|ნიშნებ|გამოცდ(?!ილ)|კურსებ|სასწავლო|(?<!ვ)სწავლ|მასწავლ|პედაგოგ|ბავშვ|რეზიდენტ|პარტი|სავარჯიშო
      |სერტიფიკატ|ჯგუფში|გაცდენ|დავალებებ|საშინაო
    `,
    spelt`
      // English
      \b(?:teach|assess(?:ed|ment)?|mark(?:s|ed|ing)|grad(?:e|es|ed|ing)|education|catch up|award|place (?:you|them|pupils|students) in|level test
        |attendance|teaching|tuition|tutoring|exams?|examination)\b
      |\b(?:mark the|needs? (?:a hand|help) with|for teaching|assessing|for assessing)\b
      |\blearn to\b|\btrainings\b|\bgrade your\b
      |\bwhat (?:has|have|is|was) (?:been )?(?:understood|learn(?:t|ed))\b
      |\bhow (?:far|well) (?:you|they|each|the)\b
      // Georgian
      |სწავლებ|სასწავლო (?:პროცეს|კურს|პროგრამ|გეგმ)|საგანმანათლ|შეფას|შესაფას|აფასებ|ნიშნ(?:ებ|ის) (?:დაწერ|ჩაწერ|გამოყვან)
      |გამოცდ(?!ილ)|სერტიფიკატ|დიპლომ|აკადემიურ|დასწრებ|სწავლის დონ|სასწავლებლად|სწავლების მიზნ|სავარჯიშო მივც|გადამზად
      |კვალიფიკაცი\p{L}* ა|ვასწავლ|წინსვლ|ვის რა უჭირს|გაკვეთილ\p{L}* (?:\p{L}+ )?მიუსადაგ|ვინ ჩამორჩ
      |ვის (?:\p{L}+ )?(?:დავეხმარ|უჭირს|სჭირდება დახმარ)|მოსწრებ|რა (?:იცის|ისწავლა)|ცოდნის დონ|რა ვერ (?:გაიგ|ისწავლ)
      |როგორ (?:სწავლობ|მიიწევ)
    `),
];

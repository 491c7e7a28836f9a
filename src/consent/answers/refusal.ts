// How a letter says no: outright, or that it can't be, is not done, will not be given.
import { spelt } from "../policy/spelt.ts";
import { matter } from "./besides.ts";

const not = String.raw`(?<![ა-ჰ])(?:არ|ვერ|ვეღარ|აღარ|ვერაფერს|ვერაფრით)\s+(?:იქნება\s+)?`;
/** To hand out, to erase, to change, to agree: the verbs as they stand behind "not", in whatever person. */
const gives = String.raw`(?:გადმოგ(?:ც|ეც)|მოგა(?:წვდ|წოდ)|მოგეწოდ|მოგ(?:ცემ|ეცემ)|მივ(?:აწვდ|აწოდ|ცემ)|გაგიზიარ|გავაზიარ|გაგაცნ|გაწვდი|გიგზავნი|გამოგ(?:იგზავნ|ეგზავნ|ზავნ)|გამოვაგზავნ|გავ(?:ცემ|ამჟღავნ|ამხელ)|გაიცემა|გასცემს|გაცემთ|გაცემული|გაგ(?:ცემ|იცემ|ეცემ)|გიჩვენებ|დაგიბეჭდ|ამოგიბეჭდ|აგიტვირთ|ვაძლევთ|ვაწვდით|ვუზიარებთ|ვასაჯაროებთ)`;
const changes = String.raw`(?:წავშლ|წაიშლება|წაგიშლ|ვშლით|იშლება|ამოვიღებ|ამოიღებ|ამოვშლ|ამოიშლ|გავანადგურებ|განადგურდება|გავასწორებ|გასწორდება|შევასწორებ|შესწორდება|შევცვლ|შეიცვლება|ვცვლით|განვაახლებ|დავბლოკავ|დაიბლოკება|შევწყვეტ|შეწყდება|შევაჩერებ|შევიტან|დავხურავ|გავაუქმებ|გაუქმდება)`;
const agrees = String.raw`(?:და(?:გ|ვ|ა)?(?:ვ?ა)?კმაყოფილ|დაგიკმაყოფილ|აკმაყოფილებს|დავეთანხმ|დაგეთანხმ|დავთანხმდ|დაგთანხმდ|გავითვალისწინ|შევასრულ|შესრულდება|შეგისრულ|ექვემდებარება\s+(?:დაკმაყოფილებას|გაცემას|წაშლას|ცვლილებას))`;
/** What is asked for, as a noun: "giving it out is impossible". */
const act = String.raw`(?:გაცემ|გადაცემ|გადმოცემ|გადაგზავნ|გამოხმობ|ჩასწორებ|დაბრუნებ(?=[ა-ჰ]*\s+მონაცემ)|წაშლ|ამოღებ|გასწორებ|შესწორებ|შეცვლ|მოწოდებ|მიწოდებ|დაკმაყოფილებ|გაცნობ|გაზიარებ|გამჟღავნებ|გამხელ|დაბლოკვ|შესრულებ|გასაჯაროებ|გახმაურებ|გადაღებ|ჩვენებ|გახსნ|ნახვ|განადგურებ|გადაღებ|გამოგზავნ|გაგზავნ|ჩვენებ|წვდომ)[ა-ჰ]*`;
const impossible = spelt`
  (?:(?:ვერ|ვეღარ)\s+(?:ხერხდება|მოხერხდება|მოხდება|განხორციელდება|ვახერხებთ|მოვახერხებთ|შევძლებთ|დავთანხმდ|დაგეთანხმ|დავუშვებ)|შეუძლებელ|დაუშვებელ|მიზანშეუწონ|უარ(?:ს|ი)\s+(?:უნდა|ვამბობთ|გვაქვს)|იკრძალება|არ\s+ექვემდებარება|აკრძალულ|არ\s+(?:არის|იქნება)\s+(?:შესაძლებელ|დასაშვებ|ნებადართულ|მიზანშეწონილ)
    |არ\s+(?:დაიშვება|შეიძლება|მოხდება|განხორციელდება|მიგვაჩნია|ხდება|გამოვა|შეგვიძლია|ძალგვიძს|ვაპირებთ)|(?:შესაძლებლობა|უფლება|საფუძველი)\s+არ\s+(?:გვაქვს|გაგვაჩნია|აქვს|არსებობს)|(?:წინაპირობ|საფუძველ|საფუძვლ|პირობ)[ა-ჰ]*\s+(?:არ|ვერ)\s+(?:იკვეთება|არსებობს|დადასტურდა|ვლინდება|დგინდება)|არ\s+(?:იკვეთება|ვლინდება)|არ\s+(?:გვაქვს|გაგვაჩნია|აქვს|არსებობს)\s+(?:[ა-ჰ]+\s+){0,2}(?:შესაძლებლობა|უფლება|საფუძველი))
`;
const enDoes = String.raw`(?:give|provide|release|hand|share|disclose|send|supply|let you (?:have|see)|show you|delete|erase|remove|wipe|grant|comply|meet|fulfil|satisfy|agree to|accede|act on|take (?:it|them|this|that|the \w+) (?:down|off|out)|correct|change|amend|alter|rectify|stop|transfer|furnish|produce|make (?:\w+ ){0,3}available|pass on|part with|open|copy|hand out|give out|let go of|let (?:it|them) out|accommodate|entertain|do (?:so|that|this|it|as you|what you))`;
const enDone = String.raw`(?:given|provided|released|handed|shared|disclosed|sent|supplied|shown|deleted|erased|removed|granted|complied with|met|fulfilled|satisfied|acceded to|accepted|corrected|changed|amended|altered|rectified|made available|passed on|issued|copied|furnished|produced|acted upon|opened|let out|accommodated|entertained|allowed|honou?red|handed out|given out)`;

const outright = spelt`
  (?<![ა-ჰ])უარი\s+(?:[ა-ჰ]+\s+)?(?:ეთქვა|გეთქვათ|ითქვა|გითხრა|გითხრათ|ვთქვათ|ვუთხრათ|ვუთხარით|განაცხად|ეთქვას|ეთქმევა|თქვა(?![ა-ჰ]))|(?:გეთქვათ|ეთქვა|ეთქვას)\s+უარი|(?<![ა-ჰ])უარს\s+(?:გეუბნ|ვეუბნ|გეტყვ|ვამბობ|აცხად|გაცხად|განგიცხად)|უარყოფილია|უარყოფილ\s+იქნა|(?:პასუხ|გადაწყვეტილებ)[ა-ჰ]*\s+(?:[ა-ჰ]+\s+)?უარყოფით|უარყოფით[ა-ჰ]*\s+(?:პასუხ|გადაწყვეტილებ)
  |(?:დაკმაყოფილებაზე|გაცემაზე|წაშლაზე|გადაცემაზე|გასწორებაზე)\s+უარის\s+თქმის\s+შესახებ|განუხილველად\s+(?:დარჩა|დატოვებულია|იქნა\s+დატოვებული)
  |\b(?:is|are|was|were|has been|have been|been|be|hereby|therefore|must)\s+(?:(?!not\b|never\b)\w+\s+)?(?:refused|declined|rejected|denied|turned down)\b|\bwe\s+(?:must|have to|hereby|therefore|are obliged to|are bound to)?\s*(?:refuse|decline|reject|deny|turn down)\b|\b(?:your|the|this)\s+request\s+(?:\w+\s+)?(?:refused|declined|rejected)\b|[:–-]\s*(?:refused|declined|withheld|denied)\b|\b(?:application|request) (?:is|has been) (?:hereby )?dismissed\b|\b(?:decided|resolved|have|has|must|had|need) to withhold\b|\bwe (?:are |must )?withhold(?:ing)?\b|\b(?:will|shall|going to|must) leave\b[^.]{0,60}\bas (?:it|they) (?:is|are|stands?)\b|\bthe answer (?:is|has to be|must be)[^.]{0,20}\bno\b|\b(?:have|has|had) to say no\b|\b(?:they|we|i) say no\b|\bwe (?:shall |will |must )?keep (?:it |them |that )?to ourselves\b|\b(?:stays?|remains?|shall stay|will stay) (?:with us|where (?:it is|they are))\b
`;
const inWords = spelt`
  ${not}(?:${gives}|${agrees})|(?:არ|ვერ)\s+იქნ(?:ა|ება)\s+(?:გაზიარებულ|დაკმაყოფილებულ|გათვალისწინებულ|მიღებულ|გაცემულ|წაშლილ)|ვერ\s+(?:განვაცხადებთ|გამოვთქვამთ)|(?:ვერ|ვერაფრით|ვერანაირად)\s+დაგეხმარებ|(?:ვერ|ვეღარ)\s+(?:გადაეცემა|გადავცემთ)|(?:თანხმობას|დადებით[ა-ჰ]*\s+პასუხს)\s+ვერ|${act}[^.]{0,70}${impossible}|(?:ვერ\s+ხერხდება|შეუძლებელია|დაუშვებელია)[^.]{0,60}${act}|(?:ვერ|არ)\s+(?:შევძლებთ|შეგვიძლია|ვაპირებთ)[^.]{0,60}(?:${act}|გადმოგცე|მოგაწოდ|გამოგიგზავნ|წავშალ|გავასწორ|მოგცე|გაგი|შევცვალ|ამოვიღ)|(?:გადმოგცე|მოგაწოდ|გამოგიგზავნ|წავშალ|გავასწორ|მოგცე)[ა-ჰ]*\s+(?:ვერ\s+შევძლებთ|არ\s+შეგვიძლია)|მოკლებულ[ა-ჰ]*\s+(?:[ა-ჰ]+\s+)?შესაძლებლობას
  |\b(?:cannot|can not|can't|could not|couldn't|unable to|not able to|not in a position to|will not|won't|shall not|shan't|not going to|not permitted to|not allowed to|not at liberty to|not prepared to|not willing to|not free to|may not|must not|do not intend to|decided not to|no way (?:for us )?to|chosen not to|declines? to|refuses? to|impossible (?:for us )?to|not possible (?:for us )?to|improper (?:for us )?to|wrong (?:of|for) us to|have no (?:right|power|basis) to)\s+(?:\w+\s+){0,2}${enDoes}\b
  |\b(?:cannot|can not|can't|could not|will not|won't|shall not|may not|must not|not going to|not to)\s+(?:\w+\s+)?be\s+(?:\w+\s+)?${enDone}\b|\b(?:is|are) not (?:enclosed|attached|included)\b|\b(?:is|are) not (?:being |to be )?(?:granted|released|disclosed|given out|provided)\b|\bnot (?:be )?able to (?:do|help with) (?:that|this|so)\b|\b(?:do not|don't|does not|doesn't|never) (?:give out|hand out|release|give|hand over|disclose|let out|let (?:any|private))\b|\bnot be doing so\b|\bmust disappoint you\b|\b(?:remains?|stays?|will remain|is|are) (?:closed|off limits|unavailable) to you\b|\bno grounds? (?:for|to) (?:delet|eras|correct|chang|amend|grant|releas|disclos)
`;
/** "Can't" and whatever else is done for the person, who is spoken to: „ვერ ჩამოგიტვირთავთ“; not that they could not be reached. */
const cannotForYou = /(?<![ა-ჰ])(?:ვერ|ვეღარ)\s+(?:(?:გადმო|გამო|ჩამო|ამო|მო|და|გა|წა|შე|მი|ა)გ|გი)[ა-ჰ]{3,14}თ(?![ა-ჰ])/iu;
const notReached = /ვერ\s+[ა-ჰ]*(?:კავშირ|რეკ|პასუხ|ხვდ|წერ|პოვ|ნახ|შემოგთავაზ)/iu;
/** Any thing is left as it is: of one of the request's alone it is a "no". */
const isUnchanged = new RegExp(`${not}${changes}`, "iu");
/** What nobody else is given: a promise of theirs, and no "no". */
const toOthers = /(?:მესამე|გარეშე)\s+პირ(?:ებ)?(?:ს|ზე)(?![ა-ჰa-z])|(?<![ა-ჰ])(?:არავის|სხვას|სხვებს)(?![ა-ჰa-z])|\b(?:shared?|pass(?:ed)?(?: on)?|disclosed?|given?|sold|sell|transferred|released?|provided?)\b[^.]{0,30}\b(?:to|with) (?:any|third|other|another|anyone|anybody|nobody|outside)/iu;
/** To the person, who is spoken to: whoever else is named. */
const toYou = /(?<![ა-ჰ])(?:მოგ|გადმოგ|გაგ|გამოგ|გიგზავნ|გაწვდი)[ა-ჰ]+|\byou\b/iu;
const isAct = new RegExp(act, "iu");
const isOutright = new RegExp(outright, "iu");
const isInWords = new RegExp(inWords, "iu");

/** @returns whether the words refuse, and say so with the word for it */
export const refusesOutright = (words: string): boolean => isOutright.test(words);
/** @returns whether what was asked is said to be impossible, or not to be done */
export const refusesInWords = (words: string, before: string): boolean => (isInWords.test(words) && (!toOthers.test(words) || toYou.test(words))) || (((cannotForYou.test(words) && !notReached.test(words)) || isUnchanged.test(words)) && (matter.test(words) || matter.test(before) || isAct.test(before)));

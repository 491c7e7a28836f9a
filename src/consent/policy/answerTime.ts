// How soon an organisation says that it answers: first a sign that it has the request, then the answer, then what it may add.
import { durationsIn, type FoundDuration, inDays } from "./durations.ts";
import { topics } from "./lexicon.ts";
import type { Unit } from "./units.ts";

/** Of a request, an application, an answer to one; or that the person will hear from them. */
export const aboutRequests = /\byour copy\b|მიიღებთ პასუხ|\bwe may take (?:another|a further)\b|(?:ვუ|უ|გ|ვ)?პასუხ(?:ობ|ებ)\p{L}*|გეცნობ\p{L}*|მოთხოვნ\p{L}*|რეაგირ|(?:მოგ|შეგ)(?:აწვდ|ეწოდ|ატყობ)\p{L}*|(?:განცხად|მომართვ|მიმართვ|წერილ)\p{L}*(?=.*(?:პასუხ|განიხილ|განვიხილ|განხილ|შევასრულ|სრულდ))|პასუხ\p{L}* (?:\p{L}+ )?(?:მიიღებ|გაიცემ|გაგცემ|გექნებ|გაცემ|ვადა)|(?:[გმ]იპასუხ|გპასუხობ|გამოგეხმაურ|მოგწერთ|დაგიბრუნდ|გაგცემთ|მოგცემთ პასუხ)|\brequests?\b|\banswer(?:s|ed)?\b|\brepl(?:y|ies)\b|\brespon[ds]\w*\b|\bact on it\b|\btime may be extended|ავ?ვ?იხსნ|თხოვნ\p{L}*|\b(?:get|come) back to you\b|\ba human answers\b|\bhear(?:ing)? (?:from (?:us|you)|back)\b|\bbe in touch\b|\bturnaround\b|\bwrite back\b|\bto comply\b|\bsay hi\b|\backnowledg/iu;
const acting = /\breceive\b|\bmay take\b|\bdo (?:it|that|this|so)\b|გავცემ|მოგცემ|გაიცემ|გეცნობ|რეაგირ|მოგაწვდ|მოგეწოდ|გადავწყვ|ვწყვეტ|გამოგიგზავნ|გაგიგზავნ|წავშლ|გავასწორ|შევწყვეტ|\bcomply|\bdecision|\bbe with you|\bturnaround|\bsettle|შევასრულ|ვასრულ|სრულდ|აკმაყოფილ|გაგრძელდ|გავაგრძელ|გიპასუხ|დაგიდასტურ|გამოგეხმაურ|პასუხ|\bready\b|\bdone\b|\bsorted\b|\bact(?:ed)?\b|\bextend|\bdeal|\bcomplet|\bcarr(?:y|ied) out|\bprovide|\bsend\b|\bhandle|\bget\b/iu;
/** What else has days and weeks in it. */
const notRequests = /შენახვ|ინახება|ვინახავ|მიწოდ|გარანტი|თანხის დაბრუნ|დაბრუნ\p{L}* შეგ|ნებართვ|ანალიზ|ბიოფსი|უფასო(?! )|საცდელ|აღმიდგენ|გათიშულ|ჯავშ|ნივთ|\bdeliver|\bship|\bwarranty|\breturns?\b|\brefund|\bkept\b|\btrial\b|\bnotice\b|\bbreach|\bincident|\bchang|\bappointment|\bcheck-up|\bbills?\b|\bcancel|\bbook(?:ing|ed)|\bpower\b|\bopen(?:ing)?\b|\bclosed\b|\bexpir|\breserv|\bloan/iu;
const receives = /მიღების შესახებ|შესწავლ|განიხილ(?!ება 3)|განვიხილ|განხილ|დაგიდასტურ|დადასტურ|დაგიდასტურ|გამოგეხმაურ|მივიღეთ|მიღებას|პირველად|\bexamin|\backnowledg|\bsay hi\b|\bconfirm|\bfirst\b|\binitial|\bcheck that\b|\blet you know (?:that )?we(?:'ve| have)/iu;
/** "Another" only of time: "another person" may ask, too. "No longer than" prolongs nothing. */
const prolongs = /გადაიდ|\banother (?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|sixty|ninety)\b|(?:(?:working|business|calendar) )?(?:day|week|fortnight|month))|განსაკუთრებულ\p{L}* შემთხვევ|გამონაკლის|გაგრძელ|გავაგრძელ|გადადებ|გადავადებ|ჯამურ|დამატებით|კიდევ|\bextend|\bin total|\bdefer|\bfurther\b|\badditional|\bextra\b|(?<!\b(?:no|not) )\b(?:more|longer)\b|\bprolong/iu;
/** Tells of an extension only where a shorter time stands beside it: hard requests may be answered as soon as all others. */
const hardOnes = /\bcomplicated\b|\bcomplex|\bdifficult cases?\b|რთულ/iu;

/** `stage:count:unit`, in the order of the sentence. */
export function deadlinesIn({ text, before, heading, paragraph }: Unit): readonly string[] {
  // First, since most sentences have none, and the words of requests are many.
  const all = durationsIn(text);
  if (all.length === 0) return [];
  const whole = `${before} ${text}`;
  const ofRights = topics.rights.heading.test(heading) || aboutRequests.test(paragraph) || topics.rights.strong.test(paragraph) || aboutRequests.test(heading);
  if (!(aboutRequests.test(whole) || (ofRights && acting.test(whole))) || notRequests.test(text)) return [];
  if (topics.retention.heading.test(heading) && !aboutRequests.test(heading)) return [];
  return all.flatMap((one, i) => {
    const days = inDays(one);
    if (!days) return [];
    // What a number belongs to stands between the number before and the next mark after it.
    const last = all[i - 1];
    const from = last ? markAfter(text, last.end) : 0;
    const part = text.slice(from, markAfter(text, one.end));
    const shorter = durationsIn(paragraph).some((other) => roughDays(other) < roughDays(one));
    return [`${stageOf(part, whole, all.length, shorter)}:${days.count}:${days.unit}`];
  });
}

/** Where what is said of a number ends. */
function markAfter(text: string, at: number): number {
  const rest = text.slice(at);
  return at + (/[,;.—–]|\b(?:and|but)\b|(?<!\p{L})(?:და|ხოლო|კი)(?!\p{L})/u.exec(rest)?.index ?? rest.length);
}

/** In days of the calendar, to tell the shorter of two. */
function roughDays(one: FoundDuration): number {
  const days = inDays(one);
  return days === null ? Infinity : days.count * (days.unit === "workingDays" ? 1.4 : 1);
}

/** A sentence with one number is taken as a whole. */
function stageOf(part: string, whole: string, count: number, shorterBeside: boolean): "firstAnswer" | "fulfilment" | "extended" {
  const said = count === 1 ? whole : part;
  if (prolongs.test(said) || (shorterBeside && hardOnes.test(said))) return "extended";
  return receives.test(said) ? "firstAnswer" : "fulfilment";
}

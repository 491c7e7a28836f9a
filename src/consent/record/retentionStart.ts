// From when a stated term counts. "Five years" counts from the day the data came; "five years after the contract ends" from an
// event of which only the person may know the day, so that no day is better than a wrong one.

/** "შეგროვებიდან", "ჩაწერის დღიდან", "after collection": the day the data came. */
const fromCollection = /(?:შეგროვებ|მოპოვებ|მიღებ|აღებ|ჩაწერ|გადაღებ|დამუშავების დაწყებ)(?:იდან|ის (?:დღიდან|თარიღიდან|მომენტიდან|შემდეგ))|(?:from|after|since|following)\s+(?:the\s+)?(?:(?:date|day|time|moment)\s+of\s+)?(?:(?:their|its|the)\s+)?(?:collection|recording|receipt)/iu;
/** Places, not times: "ვებგვერდიდან შეგროვებული". */
const place = /^(?:ვებ|საიტ|აპლიკაცი|სისტემ|ბაზ|რეესტრ|წყარო|სერვერ|მოწყობილობ|კამერ|ფორმ|კანონ|სა$|რა$|სად$|აქე|იქე)/u;
const georgianFrom = /(?<!\p{L})(\p{L}+?)ი?დან(?!\p{L})(?!\s+(?:გამომდინარე|მიღებულ|მოპოვებულ|შეგროვებულ))/giu;
const numeral = /^(?:ერთ|ორ|სამ|ოთხ|ხუთ|ექვს|შვიდ|რვა|ცხრა|ათ|ოც)/u;
const laterWords = /(?<!\p{L})(?:შემდეგ|შემდგომ)(?!\p{L})|\b(?:after|following|since|once|upon)\b|\bfrom\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:end|terminat|clos|expir|complet|deliver|last|cancel|purchase|withdraw|delet|dismiss|resign|graduat|discharg|death|fulfil|contract|account|relation)/iu;

/** Whether the words of a term name an event from which it counts, other than the data's own coming. */
export function countsFromEvent(text: string | null): boolean {
  if (text === null || fromCollection.test(text)) return false;
  if (laterWords.test(text)) return true;
  return [...text.matchAll(georgianFrom)].some(([, stem = ""]) => !place.test(stem) && !numeral.test(stem));
}

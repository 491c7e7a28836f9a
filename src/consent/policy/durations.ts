// "10 სამუშაო დღე", "ოცდაათი კალენდარული დღის", "ორი კვირის", "forty-five calendar days", "twelve (12) months", "a year".

import { spelt } from "./spelt.ts";

export interface FoundDuration {
  readonly count: number;
  readonly unit: "workingDays" | "days" | "weeks" | "months" | "years";
  readonly index: number;
  /** Where its words end. */
  readonly end: number;
}

/** Georgian numerals to 99 by stem: they end in -ი, or lose it before a noun. Twenties are counted: ოთხმოცდაჩვიდმეტი is 4·20 + 17. */
function georgianNumerals(): ReadonlyMap<string, number> {
  const small = ["", "ერთ", "ორ", "სამ", "ოთხ", "ხუთ", "ექვს", "შვიდ", "რვა", "ცხრა", "ათ", "თერთმეტ", "თორმეტ", "ცამეტ", "თოთხმეტ", "თხუთმეტ", "თექვსმეტ", "ჩვიდმეტ", "თვრამეტ", "ცხრამეტ"];
  const twenties = ["", "ოც", "ორმოც", "სამოც", "ოთხმოც"];
  const all = new Map<string, number>([["ას", 100]]);
  for (const [at, twenty] of twenties.entries()) for (const [n, stem] of small.entries()) if (at * 20 + n > 0) all.set(twenty === "" ? stem : n === 0 ? twenty : `${twenty}და${stem}`, at * 20 + n);
  return all;
}

/** "By the fifth working day": მეხუთე. */
function georgianOrdinals(cardinals: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...cardinals].filter(([, n]) => n > 1 && n < 61).map(([stem, n]) => [`მე${stem.replace(/ა$/u, "")}ე`, n]));
}

function englishNumerals(): ReadonlyMap<string, number> {
  const small = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
  const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
  const all = new Map<string, number>([["a", 1], ["an", 1], ["next", 1], ["following", 1], ["hundred", 100]]);
  for (const [n, word] of small.entries()) if (n > 0) all.set(word, n);
  for (const [at, ten] of tens.entries()) if (ten !== "") for (let n = 0; n < 10; n += 1) all.set(n === 0 ? ten : `${ten}-${small[n] ?? ""}`, at * 10 + n);
  return all;
}

const cardinals = georgianNumerals();
const ordinals = georgianOrdinals(cardinals);
const georgian: ReadonlyMap<string, number> = new Map([...cardinals, ...ordinals]);
const english = englishNumerals();
const words = [...georgian.keys(), ...english.keys()].toSorted((a, b) => b.length - a.length).join("|");

const between = String.raw`(?:(?:full|further|another|additional|more|extra|consecutive|კიდევ|სრული|მომდევნო|დამატებითი|მთელი)\s+)?`;
const units = [
  String.raw`სამუშაო დღ\p{L}+|working days?|business days?|workdays?`,
  String.raw`კალენდარულ\p{L}* დღ\p{L}+|calendar days?|დღ(?:ე|ის|ეს|ით|ეში|ეა|ეზე(?= მეტ)|ისა|ემდე|იან\p{L}*)(?!\p{L})|days?\b`,
  String.raw`კვირ(?:ა|ის|ას|აში|ით|აზე(?= მეტ)|ისა|ამდე|იან\p{L}*)(?!\p{L})|weeks?\b|wks?\b`,
  String.raw`(?:კალენდარულ\p{L}* )?თვ(?:ე|ის|ეს|ით|ეში|ეზე(?= მეტ)|ისა|ემდე|იან\p{L}*)(?!\p{L})|(?:calendar )?months?\b|mths?\b`,
  String.raw`წ(?:ელი|ელს|ლის|ლით|ლისა|ლამდე|ელიწად\p{L}*|ლიან\p{L}*|ელიც)(?!\p{L})|years?\b|yrs?\b`,
  String.raw`საათ(?:ი|ის|ში|ს|ით|ამდე|ისა)?(?!\p{L})|hours?\b|hrs?\b`,
  String.raw`fortnights?\b`,
] as const;
const unitNames = ["workingDays", "days", "weeks", "months", "years", "hours", "fortnights"] as const;
const pattern = new RegExp(String.raw`(?<![\p{L}\d.,:–]|half )(\d{1,3}|(?:${words})ი?)(?:\s*\(\s*[\p{L}\d-]+\s*\))?(?:\s+|-)${between}(?:${units.map((one) => `(${one})`).join("|")})`, "giu");

/** What may stand before "a month" that is a term. */
const beforeTerm = new RegExp(spelt`
  (?:^|[^\p{L}\s]\s*|\b(?:in|within|for|of|after|than|about|around|roughly|nearly|almost|over|under|inside|until|till|takes?|taking|take|takes us|us|you
    |me|and|or|to|by|at|is|be|was|lasts?|another|give|allow|up|once|every|only|just|most|least|plus|then|it|them|once|twice|keep|kept|some|as|with|on
    |before|stays?|hours?|days?|weeks?|months?)\s+)$
`, "iu");

/** Most sentences name no unit, and the pattern above is long. */
const anyUnit = /დღ|კვირ|თვ|წ[ელ]|საათ|day|week|wk|month|mth|year|yr|hour|hr|fortnight/iu;

export function durationsIn(text: string): readonly FoundDuration[] {
  if (!anyUnit.test(text)) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const said = (match[1] ?? "").toLowerCase();
    const count = /^\d/.test(said) ? Number(said) : (english.get(said) ?? georgian.get(said) ?? georgian.get(said.replace(/ი$/u, "")));
    const unit = unitNames[match.slice(2).findIndex((one) => one !== undefined)];
    if (count === undefined || unit === undefined || count === 0) return [];
    // The second year of studies is no length of time, and "next week" no limit; the fifth working day is both.
    if ((ordinals.has(said) || said === "next" || said === "following") && unit !== "workingDays" && !(unit === "days" && count > 2 && georgian.has(said))) return [];
    // "A kilo a month": how much of it, and not how long.
    if ((said === "a" || said === "an") && !beforeTerm.test(text.slice(0, match.index))) return [];
    // "A fortnight (14 days)": what stands in brackets says it again.
    if (/^\s*\(\d{1,3} (?:days|weeks|months|დღე|კვირა|თვე)/u.test(text.slice(match.index + match[0].length))) return [];
    const place = { index: match.index, end: match.index + match[0].length };
    // 48 hours are two days; 36 are nothing that a record has a place for.
    if (unit === "hours") return count % 24 === 0 ? [{ count: count / 24, unit: "days" as const, ...place }] : [];
    return unit === "fortnights" ? [{ count: count * 2, unit: "weeks" as const, ...place }] : [{ count, unit, ...place }];
  });
}

/** ISO 8601; working days have no such form. */
export function isoDuration({ count, unit }: FoundDuration): string | null {
  const letter = { workingDays: null, days: "D", weeks: "W", months: "M", years: "Y" }[unit];
  return letter === null ? null : `P${count}${letter}`;
}

/** A limit for answers in working days, or in calendar days (a month is taken as 30); null for years, which nobody means. */
export function inDays({ count, unit }: FoundDuration): { readonly count: number; readonly unit: "workingDays" | "days" } | null {
  if (unit === "workingDays" || unit === "days") return { count, unit };
  return unit === "years" ? null : { count: count * (unit === "weeks" ? 7 : 30), unit: "days" };
}

// Days as letters write them, in Georgian and English: with numbers, with the month's name before or after, "of this year".
import { dayFromIso } from "../calendar/day.ts";

export interface DateSaid {
  readonly iso: string;
  /** Where its words stand in the text. */
  readonly start: number;
  readonly end: number;
}

const georgianMonths = ["იანვ", "თებერვ", "მარტ", "აპრ", "მაის", "ივნ", "ივლ", "აგვ", "სექტ", "ოქტ", "ნოე", "დეკ"] as const;
const englishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** "მარტო" and "მაისური" are no months. */
const kaMonth = String.raw`(?<month>იანვ|თებერვ|მარტ(?!ო|ვ|ყ)|აპრილ|აპრ(?=\.)|მაის(?!ურ)|ივნის|ივნ(?=\.)|ივლის|ივლ(?=\.)|აგვისტო|აგვ(?=\.)|სექტ|ოქტ|ნოემბ|ნოე(?=\.)|დეკ)(?:\p{L}*)\.?`;
const enMonth = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L})\.?`;
/** One to thirty-one, as resolutions write them out. */
const written = ["ერთი", "ორი", "სამი", "ოთხი", "ხუთი", "ექვსი", "შვიდი", "რვა", "ცხრა", "ათი", "თერთმეტი", "თორმეტი", "ცამეტი", "თოთხმეტი", "თხუთმეტი", "თექვსმეტი", "ჩვიდმეტი", "თვრამეტი", "ცხრამეტი", "ოცი"] as const;
const twenty = "ოცდა";
const date = String.raw`(?:[„"“«]?(?<date>\d{1,2})[“”"»]?|(?<!\p{L})(?<words>(?:${twenty})?(?:${written.join("|")})))`;
const fullYear = String.raw`(?<year>20\d{2})`;

const forms: readonly RegExp[] = [
  // 2026-11-03
  new RegExp(String.raw`(?<!\d)${fullYear}-(?<number>\d{2})-(?<date>\d{2})(?!\d)`, "gu"),
  // 03.11.2026, 3/11/2026, 11.11.26
  /(?<![\d./-])(?<date>\d{1,2})(?<mark>[./-])(?<number>\d{1,2})\k<mark>(?<year>20\d{2}|[2-9]\d)(?![\d/]|\.\d|-\d)/gu,
  // 2026 წლის 3 ნოემბერს; ა.წ. 3 ნოემბერი
  new RegExp(String.raw`(?<!\d)(?:${fullYear}\s*(?:წლის|წ\.)|(?<thisYear>ა\.\s?წ\.|(?:მიმდინარე|ამა)\s+წლის))\s*${date}\s+${kaMonth}`, "gu"),
  // 3 ნოემბერი, 2026 წელი; „3“ ნოემბერი 2026; 17 ნოემბრამდე
  new RegExp(String.raw`(?<!\d|[./])${date}\s+${kaMonth}(?:\s*,?\s*${fullYear}(?:\s*(?:წელი|წელს|წლის|წლამდე|წ\.))?)?`, "gu"),
  // 3 November 2026; the 11th of November, 2026
  new RegExp(String.raw`(?<!\d|[./])(?<date>\d{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?${enMonth}(?:,?\s+${fullYear})?`, "giu"),
  // November 3, 2026
  new RegExp(String.raw`(?<!\p{L})${enMonth}\s+(?<date>\d{1,2})(?:st|nd|rd|th)?,?\s+${fullYear}`, "giu"),
];

/** @param thisYear of a day that is written without its year; null: such a day is none @returns in the order in which they stand; days that do not exist are none */
export function datesIn(text: string, thisYear: number | null): readonly DateSaid[] {
  const found: DateSaid[] = [];
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((one) => start < one.end && end > one.start)) continue;
      const iso = isoOfGroups(match.groups ?? {}, thisYear);
      if (iso !== null && dayFromIso(iso) !== null) found.push({ iso, start, end });
    }
  }
  return found.toSorted((one, other) => one.start - other.start);
}

function isoOfGroups({ year: said, month, number, words, date: day = String(numberOf(words ?? "")) }: Readonly<Record<string, string | undefined>>, thisYear: number | null): string | null {
  const year = said === undefined ? thisYear : said.length === 2 ? 2000 + Number(said) : Number(said);
  const monthNumber = number === undefined ? monthOf(month ?? "") : Number(number);
  return year === null || monthNumber === null ? null : `${year}-${String(monthNumber).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function numberOf(words: string): number {
  const isMore = words.startsWith(twenty);
  return written.findIndex((one) => one === (isMore ? words.slice(twenty.length) : words)) + 1 + (isMore ? 20 : 0);
}

function monthOf(name: string): number | null {
  const said = name.toLowerCase();
  const at = Math.max(georgianMonths.findIndex((one) => said.startsWith(one)), englishMonths.findIndex((one) => said.startsWith(one)));
  return at < 0 ? null : at + 1;
}

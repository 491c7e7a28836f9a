// "10 სამუშაო დღე", "ოცდაათი კალენდარული დღის", "forty-five calendar days", "6 months".

export interface FoundDuration {
  readonly count: number;
  readonly unit: "workingDays" | "days" | "weeks" | "months" | "years";
  readonly index: number;
}

/** Georgian numerals by stem: they end in -ი or lose it before a noun. */
const georgian: Readonly<Record<string, number>> = {
  ერთ: 1, ორ: 2, სამ: 3, ოთხ: 4, ხუთ: 5, ექვს: 6, შვიდ: 7, რვა: 8, ცხრა: 9, ათ: 10, თორმეტ: 12, თხუთმეტ: 15, ოც: 20, ოცდაათ: 30, ორმოცდახუთ: 45, სამოც: 60, ოთხმოცდაათ: 90,
};
const english: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, "forty-five": 45, sixty: 60, ninety: 90,
};

const words = [...Object.keys(georgian), ...Object.keys(english)].toSorted((a, b) => b.length - a.length).join("|");
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d])(\d{1,3}|(?:${words})ი?)[\s-]+(სამუშაო დღ|კალენდარულ\p{L}* დღ|working days?|business days?|calendar days?|დღ(?:ე|ი)|days?|კვირ|weeks?|თვ|months?|წელ|წლ|years?)`,
  "giu",
);

const unitOf: readonly (readonly [RegExp, FoundDuration["unit"]])[] = [
  [/^(?:სამუშაო|working|business)/iu, "workingDays"],
  [/^(?:კალენდარ|calendar|დღ|day)/iu, "days"],
  [/^(?:კვირ|week)/iu, "weeks"],
  [/^(?:თვ|month)/iu, "months"],
  [/^(?:წ|year)/iu, "years"],
];

export function durationsIn(text: string): readonly FoundDuration[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const said = (match[1] ?? "").toLowerCase();
    const count = /^\d/.test(said) ? Number(said) : (english[said] ?? georgian[said] ?? georgian[said.replace(/ი$/u, "")]);
    const unit = unitOf.find(([form]) => form.test(match[2] ?? ""))?.[1];
    return count === undefined || unit === undefined ? [] : [{ count, unit, index: match.index }];
  });
}

/** ISO 8601; working days have no such form. */
export function isoDuration({ count, unit }: FoundDuration): string | null {
  const letter = { workingDays: null, days: "D", weeks: "W", months: "M", years: "Y" }[unit];
  return letter === null ? null : `P${count}${letter}`;
}

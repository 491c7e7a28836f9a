// What a service's page says of the person's data: to whom, what, why, how long. Only what it says: null where it is silent.
import { isFields } from "../codec/fields.ts";
import { specialCategoryOf } from "../consent/record/specialWords.ts";
import type { SpecialCategory } from "../consent/record/vocabulary.ts";

/** As the page of a service was seen. */
export interface ServiceSheet {
  readonly service: string;
  readonly url: string;
  /** The page's own word for who provides the service. */
  readonly provider: string | null;
  /** Number of the portal's category, 0 to 9. */
  readonly category: number | null;
  /** All that the page says of the service: what evidence is made of. */
  readonly paragraphs: readonly string[];
}

export interface DataWord {
  readonly name: string;
  readonly special: SpecialCategory | null;
}

export interface ServiceFacts {
  readonly data: readonly DataWord[] | null;
  readonly purpose: string | null;
  readonly retention: { readonly text: string; readonly duration: string | null } | null;
  /** Recipients besides the provider. */
  readonly recipients: readonly string[] | null;
}

const dataWords = /(?:მუშავდება|დამუშავდება|გადაეცემა|საჭირო მონაცემები|დამუშავებული მონაცემები|processed|data needed)[^:]{0,60}:\s*(.+?)\.?$/i;
const alsoWords = /^(?:ასევე|აგრეთვე) მუშავდება (.+?)\.?$/i;
const purposeWords = /(?:მიზანი|მიზნით|purpose)[^:]{0,30}:\s*(.+?)\.?$/i;
const retentionWords = /(?:შენახვის ვადა|ინახება|retention|kept for)[^:\d]{0,30}:?\s*(\d.*?)\.?$/i;
/** The same where it is no number: a count in words, without end, or until something has come about. */
const retentionInWords = /(?:შენახვის ვადა[^:]{0,30}:|retention period[^:]{0,20}:|(?:ინახება|kept|stored|retained)(?:\s+for)?(?=\s+(?:უვადოდ|მუდმივად|indefinitely|until\s|\S+\s+(?:წელ|წლ|თვე|თვი|კვირ|დღე|დღის|year|month|week|day)|[^.]{0,60}(?:მიღწევ|ამოწურვ|გაუქმებ|დასრულებ)\p{L}*მდე)))\s*(.+?)\.?$/iu;
const counts = ["ერთი", "ორი", "სამი", "ოთხი", "ხუთი", "ექვსი", "შვიდი", "რვა", "ცხრა", "ათი", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** What goes on in a list, but not within brackets. */
const listMark = /(?:[,;]\s*|\s+და\s+|\s+and\s+)(?![^()]*\))/;
/** A "recipient" without a colon may be whoever gets the service. */
const recipientWords = /(?:მონაცემებს იღებს[^:]{0,20}:?\s+|(?:მიმღებ(?:ებ)?ი|recipient)[^:]{0,20}:\s*)(.+?)\.?$/i;
/** What is passed on "to the following organisations:" is not what stands after that. */
const toWhom = /გადაეცემა[^:]{0,40}(?:ორგანიზაცი|უწყებ|დაწესებულებ|პირებს|კომპანი|სააგენტო)[^:]{0,40}:\s*(.+?)\.?$/i;
/** What is denied is not said. */
const denied = /(?:^|\s)(?:არ|არა|აღარ|არავინ|ვერ|not|never|no|none)(?=$|[\s,])/i;
/** A full stop after a short word may only cut that off. */
const sentenceEnd = /(?<=\p{L}{4}[.!?])\s+/u;
const time = /წელ|წლ|თვ|კვირ|დღ|საათ|year|month|week|day|hour/i;
const units: readonly (readonly [RegExp, string])[] = [[/(\d+)\s*(?:წელი|წლ|year)/i, "Y"], [/(\d+)\s*(?:თვე|თვის|month)/i, "M"], [/(\d+)\s*(?:დღე|დღის|day)/i, "D"]];

export function factsOf({ paragraphs, provider }: Pick<ServiceSheet, "paragraphs" | "provider">): ServiceFacts {
  const sentences = paragraphs.flatMap((one) => one.split(sentenceEnd));
  const all = (words: RegExp): readonly string[] => sentences.flatMap((one) => said(one, words) ?? []);
  const first = (words: RegExp): string | null => all(words)[0] ?? null;
  const taken = sentences.filter((one) => !toWhom.test(one));
  const named = [dataWords, alsoWords].flatMap((words) => taken.flatMap((one) => said(one, words) ?? []).slice(0, 1));
  const data = named.flatMap((one) => one.split(listMark)).map((one) => one.trim()).filter((one) => one !== "" && !denied.test(one));
  const kept = all(retentionWords).find((one) => time.test(one)) ?? first(retentionInWords);
  const recipients = [...new Set([...all(recipientWords), ...all(toWhom)])].filter((one) => one !== provider && !denied.test(one));
  return {
    data: data.length > 0 ? data.map((name) => ({ name, special: specialCategoryOf(name) })) : null,
    purpose: first(purposeWords),
    retention: kept === null ? null : { text: kept, duration: durationOf(kept) },
    recipients: recipients.length > 0 ? recipients : null,
  };
}

/** What a sentence says after these words; null where it says that it is not so. */
function said(sentence: string, words: RegExp): string | null {
  const found = words.exec(sentence);
  const value = found?.[1]?.trim() ?? "";
  if (!found || value === "" || denied.test(value.split(/\s/, 1)[0] ?? "")) return null;
  const before = sentence.slice(0, found.index).split(/[,;(]/).at(-1) ?? "";
  return denied.test(before) ? null : value;
}

function durationOf(text: string): string | null {
  const inDigits = text.toLowerCase().replace(/\p{L}+(?=\s)/gu, (word) => (counts.includes(word) ? String((counts.indexOf(word) % 10) + 1) : word));
  for (const [words, unit] of units) {
    const count = words.exec(inDigits)?.[1];
    if (count) return `P${Number(count)}${unit}`;
  }
  return null;
}

/** The special categories among what a service takes. */
export function specialIn({ data }: ServiceFacts): readonly SpecialCategory[] {
  return [...new Set((data ?? []).flatMap(({ special }) => special ?? []))];
}

export function parseServiceSheet(value: unknown): ServiceSheet | null {
  if (!isFields(value)) return null;
  const { service, url, provider, category, paragraphs } = value;
  if (typeof service !== "string" || service === "" || service.length > 200 || typeof url !== "string" || url.length > 2_000) return null;
  if (!Array.isArray(paragraphs) || paragraphs.length > 300 || !paragraphs.every((one): one is string => typeof one === "string" && one.length <= 5_000)) return null;
  const known = typeof category === "number" && Number.isInteger(category) && category >= 0 && category <= 9;
  return { service, url, provider: typeof provider === "string" && provider !== "" && provider.length <= 200 ? provider : null, category: known ? category : null, paragraphs };
}

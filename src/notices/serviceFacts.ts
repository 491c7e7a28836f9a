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
const alsoWords = /^(?:ასევე|აგრეთვე) (?:მუშავდება|გადაეცემა) (.+?)\.?$/i;
const purposeWords = /(?:მიზანი|მიზნით|purpose)[^:]{0,30}:\s*(.+?)\.?$/i;
const retentionWords = /(?:შენახვის ვადა|ინახება|retention|kept for)[^:\d]{0,30}:?\s*(\d.*?)\.?$/i;
const recipientWords = /(?:მონაცემებს იღებს|მიმღები|recipient)[^:]{0,20}:?\s+(.+?)\.?$/i;
const units: readonly (readonly [RegExp, string])[] = [[/(\d+)\s*(?:წელი|წლ|year)/i, "Y"], [/(\d+)\s*(?:თვე|თვის|month)/i, "M"], [/(\d+)\s*(?:დღე|დღის|day)/i, "D"]];

export function factsOf({ paragraphs, provider }: Pick<ServiceSheet, "paragraphs" | "provider">): ServiceFacts {
  const first = (words: RegExp): string | null => paragraphs.map((one) => words.exec(one)?.[1]).find((one) => one !== undefined)?.trim() ?? null;
  const named = [first(dataWords), first(alsoWords)].filter((one) => one !== null);
  const data = named.flatMap((one) => one.split(/[,;]\s*|\s+და\s+|\s+and\s+/)).map((one) => one.trim()).filter((one) => one !== "");
  const kept = first(retentionWords);
  const recipients = paragraphs.map((one) => recipientWords.exec(one)?.[1]?.trim()).filter((one): one is string => one !== undefined && one !== provider);
  return {
    data: data.length > 0 ? data.map((name) => ({ name, special: specialCategoryOf(name) })) : null,
    purpose: first(purposeWords),
    retention: kept === null ? null : { text: kept, duration: durationOf(kept) },
    recipients: recipients.length > 0 ? recipients : null,
  };
}

function durationOf(text: string): string | null {
  for (const [words, unit] of units) {
    const count = words.exec(text)?.[1];
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

// What single values of other tools' consent records mean in our words.
import { dayFromIso } from "../calendar/day.ts";
import { endOfDuration } from "./duration.ts";
import { noRetention, type Retention } from "./record.ts";
import { basisTerms, prefixes } from "./terms.ts";
import type { ConsentForm, ConsentState, DataSource, LegalBasis, ProcessingAct, SpecialCategory } from "./vocabulary.ts";

/** Where DPV 1 had its kinds of personal data. */
const formerPd = "https://w3id.org/dpv/dpv-pd#";

/** For how long, as a day, an ISO 8601 duration or, in the drafts, seconds of whole days; anything else stays a text. */
export function retentionOf(said: string | null): Retention {
  if (said === null) return noRetention;
  const [date = ""] = said.split("T");
  if (dayFromIso(date) !== null) return { ...noRetention, until: date };
  const days = /^\d{5,9}$/.test(said) ? Number(said) / 86_400 : 0;
  const duration = days > 0 && Number.isInteger(days) ? `P${days}D` : said;
  return endOfDuration(0, duration) !== null ? { ...noRetention, duration } : { ...noRetention, text: said };
}

/** ISO 8601, as xsd:date and xsd:dateTime have it; a blank for the T is common. */
const isoInstant = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * When something happened, as an ISO instant; null: it is no time, or none that a record can have. What names no zone is in Tbilisi's:
 * the day that is written is the day that is meant, whatever computer reads it.
 */
export function instantIn(said: string): string | null {
  const [, date, time, zone] = isoInstant.exec(said.trim()) ?? [];
  if (date === undefined || dayFromIso(date) === null) return null;
  // A day alone has no zone that would make another day of it.
  const ms = time === undefined ? Date.parse(date) : Date.parse(`${date}T${time}${zone ?? "+04:00"}`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

const ofGdpr: Readonly<Record<string, LegalBasis>> = { a: "consent", b: "contract", c: "law", d: "vitalInterest", e: "publicTask", f: "legitimateInterest" };

/** Our word for a legal ground of DPV's, or for the letter of Article 6(1) of the GDPR by which its extension names one; null: none that we have. */
export function basisOf(iris: readonly string[]): LegalBasis | null {
  const letter = iris.flatMap((iri) => /[#/:]A6-1-([a-f])(?![a-z])/.exec(iri)?.[1] ?? [])[0];
  return known(basisTerms, iris) ?? (letter === undefined ? null : (ofGdpr[letter] ?? null));
}

/** By the words with which others say it, and by our own terms; a mark on a page goes before the page itself. */
const formWords: readonly (readonly [ConsentForm, RegExp])[] = [
  ["tick", /tick|check.?box|click|button|opt.?in|მონიშვნ|მონიშნ|ღილაკ/iu],
  ["paper", /paper|hard.?copy|handwrit|wet.?ink|ქაღალდ|მატერიალურ/iu],
  ["electronic", /electronic|digital|e-?sign|e-?mail|pdf|ელექტრონულ|ციფრულ/iu],
];

/** Which of the three forms of consent is meant; null: none of them can be told from it. */
export function formIn(said: string): ConsentForm | null {
  return formWords.find(([, words]) => words.test(said))?.[0] ?? null;
}

type Word = ConsentState | DataSource | LegalBasis | ProcessingAct | SpecialCategory;

/** Our words by their IRIs, worked out once for each list of terms. */
const wordsByIri = new WeakMap<Readonly<Partial<Record<Word, string>>>, ReadonlyMap<string, Word>>();

/** Our word for the first of their IRIs that we know. */
export function known<T extends Word>(terms: Readonly<Record<T, string>>, iris: readonly string[]): T | null {
  let words = wordsByIri.get(terms);
  if (!words) wordsByIri.set(terms, (words = byIri(terms)));
  for (const iri of iris) {
    const word = words.get(iri);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of the keys of a Record<T, …>
    if (word !== undefined) return word as T;
  }
  return null;
}

function byIri(terms: Readonly<Partial<Record<Word, string>>>): ReadonlyMap<string, Word> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a Record of words
  const all = Object.entries(terms) as readonly (readonly [Word, string])[];
  return new Map(
    all.flatMap(([word, term]) => {
      const [prefix = "", name = ""] = term.split(":");
      const bases = prefix === "dpv" ? [prefixes.dpv] : prefix === "pd" ? [prefixes.pd, formerPd] : [];
      return bases.map((base) => [base + name, word] as const);
    }),
  );
}

// What single values of other tools' consent records mean in our words.
import { dayFromIso } from "../calendar/day.ts";
import { endOfDuration } from "./duration.ts";
import { noRetention, type Retention } from "./record.ts";
import { prefixes } from "./terms.ts";
import type { ConsentState, DataSource, LegalBasis, ProcessingAct, SpecialCategory } from "./vocabulary.ts";

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

/** Our word for the first of their IRIs that we know. */
export function known<T extends ConsentState | DataSource | LegalBasis | ProcessingAct | SpecialCategory>(terms: Readonly<Record<T, string>>, iris: readonly string[]): T | null {
  for (const iri of iris) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a Record<T, …> are T
    for (const key of Object.keys(terms) as T[]) {
      const [prefix = "", name = ""] = terms[key].split(":");
      const bases = prefix === "dpv" ? [prefixes.dpv] : prefix === "pd" ? [prefixes.pd, formerPd] : [];
      if (bases.some((base) => iri === base + name)) return key;
    }
  }
  return null;
}

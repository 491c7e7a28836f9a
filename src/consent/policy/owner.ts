import type { Unit } from "./units.ts";

const georgianForm = String.raw`(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ|ი\/მ|სკოლა|სასტუმრო|კლინიკა|ფიტნესკლუბი|უნივერსიტეტი|ბანკი|კომპანია|ფონდი|აფთიაქი)`;
const quoted = new RegExp(String.raw`(?<form>${georgianForm})\s+[„"«](?<name>[^“”"»]{2,60})[“”"»]`, "u");
const asOwner = /^(?<name>[ა-ჰ][ა-ჰ\s]{3,60}?), როგორც (?:მონაცემთა )?ბაზის მფლობელი/u;
const unquoted = /(?<![\p{L}])(?:შპს|სს|სსიპ|ააიპ)\s+(?<name>[ა-ჰ]+(?:\s[ა-ჰ]+){0,3}?)\s*(?=\(|[,;.]|$)/u;
const site = /(?<![\p{L}])(?<name>[A-Z][A-Z0-9]{3,30}) ვებ-?(?:საიტ|გვერდ)/u;
const saysWho = /პასუხისმგებელი პირი|დამმუშავებ|მფლობელ|ვამუშავებთ|ამუშავებს|იყენებს|კომპანია:|პატივს სცემს/u;

const name = String.raw`(?:[Tt]he )?(?<name>(?!(?:How|Why|What|Who|When|The|Our|We|You|In|Notice|Privacy)\b)[A-Z][\p{L}&'-]*(?: (?:and |of )?[A-Z][\p{L}&'-]*){0,5})`;
const form = String.raw`(?:,? (?:LLC|JSC|Ltd\.?|Inc\.?))`;
const englishOwner: readonly RegExp[] = [
  new RegExp(String.raw`(?:controller|owner of the database|made by|data controller)(?: of [\p{L} ]+?)?(?: is|:)? ${name}`, "u"),
  new RegExp(String.raw`^${name}${form}? (?:\(.{2,40}\) )?is the (?:owner|controller|[Dd]ata [Cc]ontroller)`, "u"),
  new RegExp(String.raw`individual entrepreneur ${name}`, "u"),
  new RegExp(String.raw`processing of personal data by ${name}`, "u"),
  new RegExp(String.raw`(?<![\p{L}])${name}${form}(?![\p{L}])`, "u"),
  new RegExp(String.raw`^${name} \("we"\)`, "u"),
];

const legalForm = /\s*,?\s*\b(?:LLC|JSC|Ltd\.?|Inc\.?)$/u;

/** The one who owns the database: the first sentence that says so best. Null if the text names nobody. */
export function ownerIn(units: readonly Unit[]): { readonly value: string; readonly unit: Unit } | null {
  const found = (accept: (unit: Unit) => string | null): { readonly value: string; readonly unit: Unit } | null => {
    for (const unit of units) {
      const value = accept(unit);
      if (value !== null) return { value, unit };
    }
    return null;
  };
  const group = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.groups?.["name"]?.trim().replace(legalForm, "").replace(/^The /, "") ?? null;
  return (
    found(({ text, heading }) => (saysWho.test(`${heading} ${text}`) ? lastQuoted(text) : null)) ??
    found(({ text }) => lastQuoted(text)) ??
    found(({ text }) => group(unquoted, text)) ??
    found(({ text }) => group(asOwner, text)) ??
    found(({ text }) => group(site, text)) ??
    englishOwner.reduce<ReturnType<typeof found>>((so, pattern) => so ?? found(({ text }) => group(pattern, text)), null)
  );
}

/** A legal form beats the name of a place or an app beside it. */
function lastQuoted(text: string): string | null {
  const all = [...text.matchAll(new RegExp(quoted.source, "gu"))];
  const legal = all.find((one) => /^(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ)$/u.test(one.groups?.["form"] ?? ""));
  return (legal ?? all[0])?.groups?.["name"]?.trim() ?? null;
}

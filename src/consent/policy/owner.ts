import { nominative } from "./nominative.ts";
import type { Unit } from "./units.ts";

const georgianForm = String.raw`(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ|ა\.ა\.ი\.პ\.|ი\/მ|სპს|კს|სკოლა|საბავშვო ბაღი|სასტუმრო|კლინიკა|ფიტნესკლუბი|უნივერსიტეტი|ბანკი|კომპანია|ფონდი|აფთიაქი|ასოციაცია|კოოპერატივი|ბიბლიოთეკა|მუზეუმი|თეატრი)`;
const legal = /^(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ|ა\.ა\.ი\.პ\.|სპს|კს)$/u;
const quoted = new RegExp(String.raw`(?<form>${georgianForm})[-–\s]+[„"«“](?<name>[^“”"»„]{2,60})[“”"»]`, "gu");
const asOwner = /^(?<name>[ა-ჰ][ა-ჰ\s]{3,60}?), როგორც (?:მონაცემთა )?ბაზის მფლობელი/u;
const unquoted = /(?<![\p{L}])(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ)\s+(?<name>[ა-ჰ]+(?:\s[ა-ჰ]+){0,5}?)\s*(?=[(,;.—–]|$)/u;
const person = /(?<![\p{L}])(?:ი\/მ|ინდივიდუალურ(?:ი|მა|ს) მეწარმე?(?:მ|ს|ე)?)\s+(?<name>[ა-ჰ]+\s[ა-ჰ]+)/u;
const site = /(?<![\p{L}])(?<name>[A-Z][A-Z0-9]{3,30}) ვებ-?(?:საიტ|გვერდ)/u;
/** A public body has no legal form and no quotation marks: its name ends in what it is, in whatever case. */
const bodies = ["მერია", "სამინისტრო", "სააგენტო", "სამსახური", "უნივერსიტეტი", "ბიბლიოთეკა", "მუზეუმი", "თეატრი", "საკრებულო", "ასოციაცია", "კავშირი", "გიმნაზია", "სკოლა", "ცენტრი", "კოლეჯი", "ინსტიტუტი", "ბაღი", "პოლიკლინიკა", "ამბულატორია", "საავადმყოფო", "კლინიკა", "ბიურო", "კომისია", "კოოპერატივი", "ფონდი", "კომპანია", "აკადემია", "გაერთიანება", "ფედერაცია", "კლუბი", "სახლი", "აფთიაქი", "სასტუმრო", "ლაბორატორია"];
const body = new RegExp(String.raw`(?<![\p{L}])(?<name>(?:(?!(?:წინამდებარე|შეტყობინებ\p{L}*|ამ|როგორც|ჩვენი?|თქვენი?|არის|ეს|პერსონალურ\p{L}*|მონაცემთა|სხვა|ყველა|და)\s)[ა-ჰ]+\s){1,5})(?<noun>${bodies.map((one) => one.slice(0, -1)).join("|")})(?:ი|ა|ო|ის|ს|მა|მ|ას|ოს|ომ|ამ)?(?=\s*(?:\(|,|—|–|-|$|\.|\n|ამუშავებს|იღებს|აგროვებს|პასუხისმგებ|კონფიდენც|პერსონალურ|მონაცემთა|არის))`, "u");
const saysWho = /პასუხისმგებელი პირი|დამმუშავებ|მფლობელ|ვამუშავებთ|ამუშავებს|იყენებს|კომპანია:|პატივს სცემს|ეკუთვნის|ჩვენ ვართ|ვართ |ახორციელებს|შევქმენ|მართავს|უფრთხილდება/u;

const name = String.raw`(?:[Tt]he )?(?<name>(?!(?:How|Why|What|Who|When|Where|The|Our|We|You|Your|In|This|Notice|Privacy|Dear|Welcome|If|As|At|It|Data|Personal|Terms|Hello|Hey|Thank|For)\b)[A-Z0-9][\p{L}\d&'’.-]*(?: (?:and |of |the |& |on |in |for )?[A-Z][\p{L}&'’-]*){0,5})`;
const form = String.raw`(?:,? \(?(?:LLC|JSC|Ltd\.?|Limited|Inc\.?|LLP|PLC|plc|Plc|GmbH|B\.?V\.?|S\.?A\.?R?\.?L?\.?|AG|Oy|AB|CIC|C\.I\.C\.|Corp\.?|Co\.|N\.?V\.?)\)?)`;
const english = (source: string): RegExp => new RegExp(source, "u");
/** The clearest first. */
const englishOwner: readonly RegExp[] = [
  english(String.raw`${name}${form},? (?:\([^)]{2,80}\),? |, a company[^,]*, )?(?:is|are|acts?|processes|collects|uses|runs|operates|is responsible)(?![\p{L}])`),
  english(String.raw`explains how ${name}${form}?[,( ]`),
  english(String.raw`(?:controller|owner of the database|made by|data controller|responsible for your data)(?: (?:of|for|under) [\p{L} ]+?)?(?: is|:) ${name}`),
  english(String.raw`${name}${form}?,? (?:\([^)]{2,80}\),? )?(?:\p{L}+ ){0,3}?(?:is|are|acts as) (?:the |a )?(?:owner|sole controller|[Cc]ontroller|[Dd]ata [Cc]ontroller)`),
  english(String.raw`(?:We are|We're|we are|we're|I am|I'm|My name is)(?: called)? ${name}${form}?`),
  english(String.raw`${name}${form}?,? \((?:[^)]*["“]we["”]|["“][^)]*)[^)]*\)`),
  english(String.raw`(?:official|legal|full|registered) name is ${name}${form}?`),
  english(String.raw`${name}${form}? \((?:registered|company|charity|reg\.|a )`),
  english(String.raw`(?:notice|policy|statement) (?:is |was )?(?:given|issued|published|written) by ${name}${form}?`),
  english(String.raw`individual entrepreneur ${name}`),
  english(String.raw`processing of personal data by ${name}`),
  english(String.raw`explains how ${name}${form}?[,( ]`),
  english(String.raw`^${name}${form} [—–-]`),
  english(String.raw`(?<![\p{L}])${name}${form}(?![\p{L}])`),
  english(String.raw`(?:run|operated|owned|published|provided|managed|made) by ${name}`),
  english(String.raw`(?:©|\(c\)|Copyright)(?: \d{4})? ${name}`),
  english(String.raw`(?:[Pp]rivacy (?:[Nn]otice|[Pp]olicy|[Ss]tatement) (?:of|for|—|–|-|:)) ?${name}`),
  english(String.raw`^(?:At|Welcome to|About) ${name},?`),
  english(String.raw`^${name} (?:privacy|Privacy|PRIVACY|and your|AND YOUR|collects|respects|takes|values|processes|uses)`),
];

const legalForm = new RegExp(String.raw`\s*${form}$|\s+(?:PRIVACY|Privacy|AND|HOW)\b.*$`, "u");

/** The one who owns the database: the first sentence that says so best. Null if the text names nobody. */
export function ownerIn(units: readonly Unit[], text: string): { readonly value: string; readonly unit: Unit } | null {
  const found = (accept: (unit: Unit) => string | null): { readonly value: string; readonly unit: Unit } | null => {
    for (const unit of units) {
      const value = accept(unit);
      if (value !== null && value !== "") return { value, unit };
    }
    return null;
  };
  const group = (pattern: RegExp, said: string): string | null => pattern.exec(said)?.groups?.["name"]?.trim().replace(legalForm, "").replace(/^The /, "").replace(/['’]s$/, "") ?? null;
  const bare = (value: string | null): string | null => (value === null ? null : nominative(value, text));
  return (
    found(({ text: said, heading }) => (saysWho.test(`${heading} ${said}`) ? bare(inQuotes(said)) : null)) ??
    found(({ text: said }) => bare(group(person, said))) ??
    found(({ text: said }) => bare(inQuotes(said))) ??
    found(({ text: said, heading }) => (saysWho.test(`${heading} ${said}`) ? bare(group(unquoted, said)) : null)) ??
    found(({ text: said }) => group(asOwner, said)) ??
    found(({ text: said, heading }) => (saysWho.test(`${heading} ${said}`) ? bodyIn(said) : null)) ??
    found(({ text: said, isHeading }) => (isHeading ? bodyIn(said) : null)) ??
    found(({ text: said }) => bare(group(unquoted, said))) ??
    found(({ text: said }) => group(site, said)) ??
    englishOwner.reduce<ReturnType<typeof found>>((so, pattern) => so ?? found(({ text: said }) => group(pattern, said)), null)
  );
}

function bodyIn(text: string): string | null {
  const found = body.exec(text)?.groups;
  const noun = bodies.find((one) => one.slice(0, -1) === found?.["noun"]);
  return found?.["name"] && noun ? `${found["name"]}${noun}`.replace(/^(?:სსიპ|ააიპ|ა\(ა\)იპ)\s+/u, "") : null;
}

/** A legal form beats the name of a place or an app beside it. */
function inQuotes(text: string): string | null {
  const all = [...text.matchAll(quoted)];
  const best = all.find((one) => legal.test(one.groups?.["form"] ?? "")) ?? all[0];
  return best?.groups?.["name"]?.trim() ?? null;
}

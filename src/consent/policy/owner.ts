import { isPersonsName, withoutContactPerson } from "./contactPerson.ts";
import { nominative } from "./nominative.ts";
import { isCommon, isKind, isNoOwner } from "./notOwners.ts";
import type { Unit } from "./units.ts";

const georgianForm = String.raw`(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ|ა\.ა\.ი\.პ\.|ი\/მ|სპს|კს|სკოლა|საბავშვო ბაღი|სასტუმრო|კლინიკა|ფიტნესკლუბი|უნივერსიტეტი|ბანკი|კომპანია|ფონდი|აფთიაქი|ასოციაცია|კოოპერატივი|ბიბლიოთეკა|მუზეუმი|თეატრი|ორგანიზაცია|ამხანაგობა|კავშირი|ჟურნალი|გაზეთი|პორტალი|აპლიკაცია|სერვისი|ბრენდი|საწარმო|(?:კაბინეტ|სტომატოლოგია|ცენტრ|გალერეა|სააგენტო|მაღაზია|რესტორან|კაფე|გამომცემლობა|სტუდია|აკადემია|კოლეჯ|ბაღ|კლინიკა|ლაბორატორია|სალონ|კლუბ|გიმნაზია|ფერმა|მარან|ჰოსტელ|კინოთეატრ|ბანკ|კომპანია|სასტუმრო)\p{L}{0,2})`;
const legal = /^(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ|ა\.ა\.ი\.პ\.|სპს|კს)$/u;
const quoted = new RegExp(String.raw`(?<form>${georgianForm})[-–\s]+[„"«“](?<name>[^“”"»„]{2,60})[“”"»]`, "gu");
/** The legal form after the name: „რიონის წყალი“ შპს. */
const formAfter = /[„"«“](?<name>[^“”"»„]{2,60})[“”"»]\s+(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ)(?!\p{L})/u;
const asOwner = /^(?<name>[ა-ჰ][ა-ჰ\s]{3,60}?), როგორც (?:მონაცემთა )?ბაზის მფლობელი/u;
/** What an organisation does with data, after its name. */
const does = String.raw`(?:ამუშავებს|აგროვებს|ინახავს|იყენებს|იღებს|ითხოვს|გთხოვთ|ფლობს|მართავს|გთავაზობთ|წარმოადგენს|არის|პატივს|იცავს|ზრუნავს|უზრუნველყოფს|გაცნობებთ|ასლავს|ვალდებულია)(?!\p{L})`;
const unquoted = new RegExp(String.raw`(?<![\p{L}])(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ)\s+(?<name>[ა-ჰ]+(?:\s[ა-ჰ]+){0,5}?)\s*(?=[(,;.—–]|$|\s${does})`, "u");
/** A name in Latin letters inside Georgian text. */
const latinName = String.raw`(?:(?:შპს|სს|კომპანი\p{L}*|LLC|JSC|Ltd)\s+)?[„"«“]?(?<name>[A-Z][\w&'’.]*(?: [A-Z][\w&'’.]*){0,4})[“”"»]?`;
/** With the case that the sentence wants hung on by a hyphen: in a heading. */
const latin = new RegExp(String.raw`(?<![\p{L}„"«“.@/-])${latinName}(?:-?(?:ის|ს|მა|მ|ი))?(?![\w.@/])`, "gu");
/** Said to be the owner, or doing something itself. What is used is in the dative, and stands after the verb: „იყენებს Google Analytics-ს“. */
const latinOwner: readonly RegExp[] = [
  new RegExp(String.raw`(?:ეკუთვნის|ფლობს|მართავს|პასუხისმგებელი პირი\p{L}*|დამმუშავებელი\p{L}*|მფლობელი\p{L}*|კომპანია:|ვართ)\s*[:—–-]?\s+${latinName}(?:-?(?:ის|ს|ი))?(?![\w.@/])`, "u"),
  new RegExp(String.raw`^(?:ჩვენ,?\s+)?${latinName}(?:-?(?:ის|მა|მ|ი))?,?\s+(?:\p{L}+\s+){0,6}?(?:${does}|(?:ახორციელებს|უფრთხილდება|განსაზღვრავს)(?!\p{L}))`, "u"),
  new RegExp(String.raw`როგორ\s+(?:ამუშავებს|აგროვებს|იყენებს|ინახავს|იცავს)\s+${latinName}(?:-?ი)?(?=[\s,.])`, "u"),
];
/** Any noun before a quoted name, or none: „ვარდი და ეკალი“ ამუშავებს. */
const anyQuoted = new RegExp(String.raw`(?<![\p{L}]ბაზა |ბაზის )[„"«“](?<name>[^“”"»„]{2,60})[“”"»](?:\s*\([^)]{2,80}\))?,?\s+(?:\p{L}+\s+){0,3}?${does}`, "u");
const professional = /(?<!\p{L})(?:ნოტარიუს|ექიმ|ადვოკატ|ფსიქოლოგ|ფოტოგრაფ|არქიტექტორ|რეპეტიტორ|ბუღალტერ|მხატვარ|იურისტ)\p{L}*\s+(?<name>[ა-ჰ]{2,20}\s[ა-ჰ]{3,30}(?:ძე|შვილი|ია|ავა|უა|იანი|ანი|ური|ელი|ლი|ონი))(?!\p{L})/u;
const iAm = /^(?:მე ვარ|მე,|მე —|ჩემი სახელია)\s+(?<name>[ა-ჰ]{2,20}\s[ა-ჰ]{3,30})|^მე (?<other>[ა-ჰ]{2,20}\s[ა-ჰ]{3,30}) ვარ/u;
const person = /(?<![\p{L}])(?:ი\/მ|ი\.\s?მ\.|იპ|ი\.\s?პ\.|ფიზიკური პირი|ინდივიდუალურ(?:ი|მა|ს) მეწარმე?(?:მ|ს|ე)?)\s+(?<name>[ა-ჰ]+\s[ა-ჰ]+)/u;
const site = /(?<![\p{L}])(?<name>[A-Z][A-Z0-9]{3,30}) ვებ-?(?:საიტ|გვერდ)/u;
/** A public body has no legal form and no quotation marks: its name ends in what it is, in whatever case. */
const bodies = ["მერია", "სამინისტრო", "სააგენტო", "სამსახური", "უნივერსიტეტი", "ბიბლიოთეკა", "მუზეუმი", "თეატრი", "საკრებულო", "ასოციაცია", "კავშირი", "გიმნაზია", "სკოლა", "ცენტრი", "კოლეჯი", "ინსტიტუტი", "ბაღი", "პოლიკლინიკა", "ამბულატორია", "საავადმყოფო", "კლინიკა", "ბიურო", "კომისია", "კოოპერატივი", "ფონდი", "კომპანია", "აკადემია", "გაერთიანება", "ფედერაცია", "კლუბი", "სახლი", "აფთიაქი", "სასტუმრო", "ლაბორატორია", "არქივი", "დეპარტამენტი", "ინსპექცია", "ჰოსპიტალი", "რეესტრი", "პალატა", "საბჭო", "ფილარმონია", "აეროპორტი", "ლიცეუმი", "პროკურატურა", "კანცელარია", "გალერეა", "ოპერა", "ტელევიზია", "რადიო", "ინსპექტორატი", "ოლიმპიადა"];
const body = new RegExp(String.raw`(?<![\p{L}])(?<name>(?:(?!(?:წინამდებარე|პასუხისმგებელი|პირია?|შეტყობინებ\p{L}*|ამ|როგორც|ჩვენი?|თქვენი?|არის|ეს|პერსონალურ\p{L}*|მონაცემთა|სხვა|ყველა|და|[ა-ჰ]+(?:ებს|ავს|ოფს|ობს|ევს|ას))\s)(?:[ა-ჰ]+(?:სა და)?|№\s?\d{1,3}|N\d{1,3}|\d{1,3}-ე)\s){1,6})(?<noun>${bodies.map((one) => one.slice(0, -1)).join("|")})(?:ი|ა|ო|ის|ს|მა|მ|ას|ოს|ომ|ამ)?(?=\s*(?:\(|,|—|–|-|$|\.|\n|ამუშავებს|იღებს|აგროვებს|პასუხისმგებ|კონფიდენც|პერსონალურ|მონაცემთა|(?:[ა-ჰ]+\s){0,4}${does}))`, "u");
/** Where it is said outright who it is, any name is one, up to the next mark: „პასუხისმგებელი პირია საქართველოს კინოარქივი,“. */
const namedAfter = String.raw`(?:ა|\s+არის)?\s*[:—–-]?\s+(?:სსიპ |ააიპ |ა\(ა\)იპ )?(?<name>(?!(?:არის|იგი|ის|ისაა|თქვენ|ვინ|ვინც|ნებისმიერ|ფიზიკურ|იურიდიულ|პირი|რომელ|ჩვენ|მონაცემ|შპს|სს)(?:\p{L}*)\s)[ა-ჰ]{3,}(?:-[ა-ჰ]+)?(?:\s(?:№\s?\d+|[ა-ჰ]{2,}(?:-[ა-ჰ]+)?)){1,6}?)(?<=[იაოეუ])\s*(?=[,(.;]|$)`;
const saidOutright = new RegExp(String.raw`(?:დამუშავებ(?:აზე|ის|ისთვის|ისათვის)\s+პასუხისმგებელი (?:პირი|ორგანიზაცია)|(?<!უფლებამოსილი )დამმუშავებელი|მონაცემთა ბაზის მფლობელი)${namedAfter}`, "u");
/** Without saying for what. */
const responsible = new RegExp(String.raw`პასუხისმგებელი (?:პირი|ორგანიზაცია)${namedAfter}`, "u");
/** Who writes or greets: „გწერთ „თრიალეთის გაზი“.“ */
const greets = /(?:გწერთ|მოგმართავთ|გესალმებათ|გემსახურებათ|წარმოგიდგენთ თავს|ჩვენ ვართ|ვართ)\s+[„"«“](?<name>[^“”"»„]{2,60})[“”"»]/u;
const saysWho = /პასუხისმგებელი პირი|პასუხისმგებელია|დამმუშავებ|მფლობელ|ვამუშავებთ|ამუშავებს|იყენებს|კომპანია:|პატივს სცემს|ეკუთვნის|ჩვენ ვართ|ვართ |ახორციელებს|შევქმენ|მართავს|უფრთხილდება|უზრუნველყოფს|განსაზღვრავს/u;

const name = String.raw`(?:[Tt]he )?(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?(?<name>(?:(?:Personal )?Data Protection(?= (?:Service|Authority|Inspectorate|Commission)\b)|(?!(?:I|PRIVACY|POLICY|NOTICE|DATA|How|Why|What|Who|When|Where|The|Our|We|You|Your|In|This|Notice|Privacy|Dear|Welcome|If|As|At|It|Data|Personal|Terms|Hello|Hey|Thank|For)\b)(?<!Personal |Data )[\p{Lu}0-9][\p{L}\d&'’-]*)(?: (?:and (?!I\b|We\b)|of |the |& |on |in |for |de |und )?(?!I\b)[\p{Lu}][\p{L}&'’-]*| &(?= \p{Lu})){0,7})`;
const form = String.raw`(?:,? \(?(?:LLC|JSC|Ltd\.?|Limited|Inc\.?|LLP|PLC|plc|Plc|GmbH|OÜ|UAB|SIA|ApS|A\/S|Pty\.? Ltd|Srl|B\.?V\.?|S\.?A\.?R?\.?L?\.?|AG|Oy|AB|CIC|C\.I\.C\.|Corp\.?|Co\.|N\.?V\.?)\)?)`;
const english = (source: string): RegExp => new RegExp(source, "u");
/** The clearest first. */
const englishOwner: readonly RegExp[] = [
  english(String.raw`${name}${form},? (?:\([^)]{2,80}\),? |, a company[^,]*, )?(?:is|are|acts?|processes|collects|uses|runs|operates|is responsible)(?![\p{L}])`),
  english(String.raw`explains how ${name}${form}?[,( ]`),
  english(String.raw`(?:controller|owner of the database|made by|data controller|responsible for your data)(?:,? (?:of|for|under|within|in) [\p{L} ]+?)?(?: is|:) ${name}`),
  english(String.raw`${name}${form}?,? (?:\([^)]{2,80}\),? )?(?:\p{L}+ ){0,3}?(?:is|are|acts as) (?:the |a )?(?:owner|sole controller|[Cc]ontroller|[Dd]ata [Cc]ontroller)`),
  english(String.raw`[Rr]esponsible(?:,? (?:of|for|under|within|in) [\p{L} ]+?)?(?: is|:) ${name}`),
  english(String.raw`(?:^|\. )(?:[Dd]ata )?[Cc]ontroller\. ${name}`),
  english(String.raw`(?:We are|We're|we are|we're|I am|I'm|My name is)(?: called)? ${name}${form}?`),
  english(String.raw`${name}${form}?,? \((?:[^)]*["“](?:we|us)["”]|(?!["“](?:the |this )?(?:App|Site|Service|Platform|Website|app|site|service|platform|website|product))["“][^)]*)[^)]*\)`),
  english(String.raw`(?:official|legal|full|registered) name is ${name}${form}?`),
  english(String.raw`${name}${form}? \((?:registered|company|charity|reg\.|a )`),
  english(String.raw`(?:notice|policy|statement) (?:is |was )?(?:given|issued|published|written) by ${name}${form}?`),
  english(String.raw`${name} (?:decides|determines) (?:how|why|what)`),
  english(String.raw`individual entrepreneur ${name}`),
  english(String.raw`processing of personal data by ${name}`),
  english(String.raw`explains how ${name}${form}?[,( ]`),
  english(String.raw`^${name}${form} [—–-]`),
  english(String.raw`(?<![\p{L}])${name}${form}(?![\p{L}])`),
  english(String.raw`(?:run|operated|owned|published|provided|managed|made|looked after|controlled|brought to you) by ${name}|(?:belongs to|brand of|trading name of|service of|property of) ${name.replace("<name>", "<other>")}`),
  english(String.raw`(?:©|\(c\)|Copyright)(?: \d{4})? ${name}`),
  english(String.raw`(?:^|\. )We, ${name},`),
  english(String.raw`(?:[Pp]rivacy (?:[Nn]otice|[Pp]olicy|[Ss]tatement) (?:of|for|at|—|–|-|:)|PRIVACY (?:NOTICE|POLICY|STATEMENT)(?: (?:OF|FOR|AT))? ?[—–:-]?) ?${name}`),
  english(String.raw`^(?:[Yy]our )?(?:[Pp]rivacy|[Dd]ata) (?:at|with) ${name}(?=$|[.:,—–-])`),
  english(String.raw`\bhow ${name}${form}? (?:uses|processes|collects|handles|keeps|protects|treats|looks after|stores)\b`),
  english(String.raw`^Our \p{Ll}+, ${name}, `),
  english(String.raw`(?:[Oo]wner|[Oo]perator|[Pp]ublisher)\b[^.:]{0,40}: ${name}`),
  english(String.raw`\b(?:website|site|app|users|customers|members|clients|patients|visitors) of (?:the )?${name}(?=[.,]|$)`),
  english(String.raw`^(?:At|Here at|Welcome to|About|Everyone at|All of us at) ${name},?`),
];

/** What stands before a verb may be a service that is used, or a thing: "Cookies may be kept". */
const subject = english(String.raw`^${name} (?:privacy|Privacy|PRIVACY|and your|AND YOUR|collects|respects|takes|values|processes|uses|asks|keeps|holds|needs|wants|cares|is committed|has to|must|will|may|only|would)(?!\p{L})`);
/** What others do, too, of whom a policy speaks. */
const spokenOf = /^(?:[Tt]he )?(?:\p{Lu}[\p{L}-]*\s|of |and |for |the )+(?:may|will|would|must|only|needs|wants|asks|has to)(?!\p{L})/u;
const first = english(String.raw`^${name}${form}?(?=[.,;(]|$)`);
/** At a page's head: before an address, or before what the page is about. */
const atHead = english(String.raw`^${name}${form}?(?:, \d+[A-Za-z]? \p{Lu}|\s*[—–:-]\s+(?=.*\b(?:privacy|data|details|information|notice|records?)\b))|^(?:[Yy]our )?(?:[Pp]rivacy|[Dd]ata|[Ii]nformation|[Dd]etails|[Rr]ecords?)\b.{0,20} (?:and|at|with|by) (?:the )?${name.replace("<name>", "<other>")}$`);
const alone = english(String.raw`^${name}${form}?$`);

const legalForm = new RegExp(String.raw`\s*${form}$|\s+Pty$|\s+(?:PRIVACY|Privacy|AND|HOW)\b.*$`, "u");

/** The one who owns the database: the first sentence that says so best. Null if the text names nobody. */
export function ownerIn(units: readonly Unit[], text: string): { readonly value: string; readonly unit: Unit } | null {
  const read = units.map((unit) => ({ ...unit, text: withoutContactPerson(unit.text) }));
  const found = (accept: (unit: Unit) => string | null): { readonly value: string; readonly unit: Unit } | null => {
    for (const [i, unit] of units.entries()) {
      const value = accept(read[i] ?? unit);
      if (value !== null && value !== "") return { value, unit };
    }
    return null;
  };
  const group = (pattern: RegExp, said: string): string | null => Object.values(pattern.exec(said)?.groups ?? {}).find((one) => one !== undefined)?.trim().replace(legalForm, "").replace(/(?<=\p{Ll}{3})\.$/u, "").replace(/^The /, "").replace(/['’]s$/, "") ?? null;
  const real = (value: string | null | undefined): string | null => (value == null || isNoOwner(value) || isKind(value) ? null : value);
  // "The University processes …": which one, it does not say there.
  const named = (value: string | null): string | null => (value === null || isKind(value) ? null : value);
  const ofItself = (value: string | null, said: string): string | null => (value !== null && isCommon(value) && spokenOf.test(said) ? null : value);
  // A page may name itself in its first heading; the others name what they are about.
  const title = read.find(({ isHeading }) => isHeading);
  const noPerson = (value: string | null): string | null => (value === null || isPersonsName(value) ? null : value);
  const bare = (value: string | null): string | null => (value === null ? null : nominative(value, text));
  const inEnglish = (accept: (value: string) => boolean): ReturnType<typeof found> => {
    const fit = (value: string | null): string | null => (value !== null && accept(value) ? value : null);
    return (
      englishOwner.reduce<ReturnType<typeof found>>((so, pattern) => so ?? found(({ text: said }) => fit(named(group(pattern, said)))), null) ??
      found(({ text: said }) => fit(ofItself(proper(real(group(subject, said)), text), said))) ??
      // Named alone: as the answer to who they are, or as the page's own heading.
      found(({ text: said, nearest }) => (/\bwho (?:are we|we are|is behind|runs)|\bwho[’']s behind|controller/iu.test(nearest) ? fit(real(group(first, said))) : null)) ??
      found((unit) => (unit === title ? fit(real(group(alone, unit.text))) : null)) ??
      found((unit) => (unit === title || unit === read[1] ? fit(real(group(atHead, unit.text))) : null))
    );
  };
  return (
    found(({ text: said, heading }) => (saysWho.test(`${heading} ${said}`) ? bare(inQuotes(said)) : null)) ??
    found(({ text: said }) => bare(group(person, said))) ??
    found(({ text: said }) => bare(inQuotes(said))) ??
    found(({ text: said }) => bare(group(formAfter, said))) ??
    found(({ text: said }) => group(iAm, said) ?? group(professional, said)) ??
    found(({ text: said }) => bare(group(anyQuoted, said))) ??
    found(({ text: said }) => bare(group(greets, said))) ??
    found(({ text: said }) => group(saidOutright, said)) ??
    found(({ text: said, heading }) => (saysWho.test(`${heading} ${said}`) ? bare(group(unquoted, said)) : null)) ??
    found(({ text: said }) => group(asOwner, said)) ??
    found(({ text: said, heading }) => (saysWho.test(`${heading} ${said}`) ? bodyIn(said) : null)) ??
    found(({ text: said, isHeading }) => (isHeading ? bodyIn(said) : null)) ??
    found(({ text: said }) => bare(group(unquoted, said))) ??
    found(({ text: said }) => real(group(site, said))) ??
    found(({ text: said }) => (/[ა-ჰ]/u.test(said) ? latinOwner.map((pattern) => (/პასუხისმგებელი პირი/u.test(said) ? noPerson(real(group(pattern, said))) : real(group(pattern, said)))).find((one) => one !== null) ?? null : null)) ??
    found((unit) => (unit === title && /[ა-ჰ]/u.test(unit.text) ? [...unit.text.matchAll(latin)].map((one) => real(one.groups?.["name"])).find((one) => one !== null) ?? null : null)) ??
    // "The Parish Council" may be all that is said, but "Hartley Parish Council" in the heading says it better.
    inEnglish((value) => !isCommon(value)) ??
    inEnglish(() => true) ??
    // Responsible, but it does not say for what: an organisation, if nothing clearer was said, and never a person.
    found(({ text: said }) => noPerson(group(responsible, said)))
  );
}

/** A word that only ever begins a sentence is no name: "Delivery takes three days". */
function proper(word: string | null, text: string): string | null {
  if (word === null || /[\s&\d]/.test(word) || /\p{Lu}.*\p{Lu}/u.test(word)) return word;
  return text.split(word).length > 2 || new RegExp(`[\\p{Ll},(“"] ${word}`, "u").test(text) ? word : null;
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
  const value = best?.groups?.["name"]?.trim() ?? null;
  // „ლაშარის“ მიერ: the name itself is in the genitive.
  return best && value !== null && /^\s*(?:მიერ|კონფიდენც|პერსონალ|პოლიტიკ|ვებ|გუნდ|თანამშრომ|კლიენტ|მომხმარებ|აბონენტ|სტუმრ|საიტ|აპლიკაცი|წეს)/u.test(text.slice(best.index + best[0].length)) ? value.replace(/ის$/u, "ი").replace(/(?<=[აოუე])ს$/u, "") : value;
}

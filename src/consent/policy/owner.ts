// The one who owns the database. Every name in the text is a candidate; what stands around each mention of it speaks for it or
// against it (ownerCues.ts), and so do its legal form, the page's title and its last line, an address that repeats it, and how
// often it is named. The best one is taken if enough speaks for it, and nobody otherwise.
import { answeringKind, isOfKind } from "./answeringKind.ts";
import { isPersonsName, withoutContactPerson } from "./contactPerson.ts";
import { nominative, stem } from "./nominative.ts";
import { isCommon, isKind, isNoOwner } from "./notOwners.ts";
import { type Cue, englishCues, georgianCues } from "./ownerCues.ts";
import { type Mention, mentionsIn } from "./ownerMentions.ts";
import { type TextWords, wordsOfText } from "./textWords.ts";
import { inLatin } from "./transliterated.ts";
import { spelt } from "./spelt.ts";
import type { Unit } from "./units.ts";

interface Candidate {
  readonly value: string;
  score: number;
  /** The mention that says it best. */
  best: number;
  unit: Unit;
  times: number;
  legal: boolean;
  /** A person in law whom the text introduces: a shop's name or a house's is only what it goes by. */
  isPerson: boolean;
  /** Whoever writes, by what they say of themselves: no sole trader. */
  isSelf: boolean;
}

/** As much as where a text says outright who it is: no other name's legal form takes it away. */
const outright = 12;
/** Less than this and nobody is named. */
const enough = 4;
const formWeight: Readonly<Record<Mention["form"], number>> = { legal: 4, kind: 2, body: 1.5, person: 0, quotes: 0, none: 0 };
/** Characters before and after a name that are looked at. */
const around = 140;

/** Null if the text names nobody clearly enough. */
export function ownerIn(units: readonly Unit[], text: string): { readonly value: string; readonly unit: Unit } | null {
  const candidates = new Map<string, Candidate>();
  const titles = units.filter(({ isHeading }) => isHeading).slice(0, 2);
  const hosts = hostsIn(text);
  const known = wordsOfText(text, stem);
  for (const [nth, unit] of units.entries()) {
    const said = withoutContactPerson(unit.text);
    for (const mention of mentionsIn(said)) {
      const value = valueOf(mention, known, hosts);
      if (isNoOwner(value)) continue;
      const score = weigh(mention, value, said, unit, known, nth < 2 && unit.isHeading && mention.form !== "none" && mention.start < 25) + place(nth, unit, units.length, titles, mention);
      add(candidates, value, score, unit, mention);
    }
  }
  const all = [...candidates.values()];
  for (const one of all) one.score += Math.min(1.5, (one.times - 1) * 0.5) + (hosts.some((host) => names(host, one.value)) ? 2.5 : 0);
  // "The Trust is the data controller": the one of its kind that has a name.
  for (const kind of all.filter((one) => one.score >= 8 && isKind(one.value))) {
    const named = all.filter((one) => one !== kind && isNamedKind(one.value.toLowerCase(), kind.value.toLowerCase().replace(/^the /u, ""))).toSorted((a, b) => b.score - a.score)[0];
    if (named) Object.assign(named, { score: Math.max(0, named.score) + kind.score, isPerson: true });
  }
  const answering = answeringKind(text);
  const meant = answering === null ? [] : all.filter((one) => one.score > 0 && isOfKind(one.value, answering, text)).toSorted((a, b) => b.score - a.score);
  if (meant[0]) Object.assign(meant[0], { score: meant[0].score + 9, isPerson: true });
  // The only name with a legal form, of which nothing says that it is somebody else's: whoever writes of contracts signs them.
  const formed = all.filter(({ legal }) => legal);
  if (formed.length === 1 && formed[0] !== undefined && formed[0].score > 2) formed[0].score += 2;
  for (const one of all) if (one.score > 0 && one.score < 9 && resumed(one.value, text)) one.score += 2.5;
  const fit = all.filter((one) => !isKind(one.value) && one.score >= enough).toSorted((a, b) => Number(b.isPerson) - Number(a.isPerson) || b.score - a.score || Number(isCommon(a.value)) - Number(isCommon(b.value)) || a.unit.start - b.unit.start);
  const first = fit[0];
  if (!first) return null;
  // A name without a legal form gives way to the one that has it: what a shop is called, to whose it is.
  // "Me, Zura the coach": who writes for it is not it, where a person in law is named.
  const employer = first.legal || !first.isSelf ? undefined : fit.find(({ legal }) => legal);
  if (employer) return { value: employer.value, unit: employer.unit };
  const best = first.legal || first.isPerson || first.score >= outright ? first : (fit.find(({ legal }) => legal) ?? first);
  // „ბაბილონი 2010“ / Babiloni 2010 LLC: one name in two alphabets, the one that was written first.
  const twin = all.find((one) => one !== best && /[ა-ჰ]/u.test(one.value) && one.legal && one.unit.start <= best.unit.start && plainOf(one.value) === plainOf(best.value));
  if (twin) return { value: twin.value, unit: twin.unit };
  // "The Parish Council" may be all that is said, but "Hartley Parish Council" in the heading says it better.
  const formal = all.find((one) => one.value !== best.value && ((one.legal && one.value.endsWith(` ${best.value}`)) || one.value.endsWith(` for ${best.value}`)) && one.score > 0);
  if (formal) return { value: mixedCase(formal.value, text), unit: formal.unit };
  const fuller = isCommon(best.value) || (!best.value.includes(" ") && text.includes(`he ${best.value}`)) ? all.find((one) => one.value !== best.value && one.value.toLowerCase().endsWith(` ${best.value.toLowerCase()}`) && one.score > 0) : undefined;
  return { value: mixedCase((fuller ?? best).value, text), unit: (fuller ?? best).unit };
}

/** "Hartley Trust" and "Trust for Hartley" are what "the Trust" is. */
const isNamedKind = (name: string, kind: string): boolean => name.endsWith(` ${kind}`) || name.startsWith(`${kind} of `) || name.startsWith(`${kind} for `);

/** A name in a heading's capitals, as it is written otherwise. */
function mixedCase(name: string, text: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{4}/u.test(name)) return name;
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
  const other = [...text.matchAll(new RegExp(String.raw`(?<![@\p{L}.])${escaped}(?![\p{L}]|\.\p{Ll})`, "giu"))].map((one) => one[0]).find((one) => /\p{Lu}\p{Ll}/u.test(one));
  // Short words of capitals alone are abbreviations.
  return other ?? (/ /.test(name) ? name.replace(/\p{L}[\p{L}'’]*/gu, (word) => (/^(?:OF|AND|THE|FOR|ON|IN)$/u.test(word) ? word.toLowerCase() : word.length > 3 || !text.includes(` ${word} `) || /[AEIOUY]/u.test(word) ? `${word.slice(0, 1)}${word.slice(1).toLowerCase()}` : word)).replace(/-(?:Op|Operative)(?!\p{L})/gu, (one) => one.toLowerCase()) : name);
}

function add(candidates: Map<string, Candidate>, value: string, score: number, unit: Unit, { form, own }: Mention): void {
  const key = value.toLowerCase().replace(/^the /u, "");
  const known = candidates.get(key);
  if (!known) {
    candidates.set(key, { value, score, best: score, unit, times: 1, legal: form === "legal", isPerson: introduced(form, score), isSelf: form === "person" && own === 7 && !/ი\/მ|მეწარმე/u.test(unit.text) });
    return;
  }
  known.times += 1;
  known.legal ||= form === "legal";
  known.isPerson ||= introduced(form, score);
  if (score > known.best) Object.assign(known, { best: score, unit });
  // What a name is in one sentence it is in the text: two outright statements say no more than one, a denial counts once.
  known.score = Math.max(known.score, score) + Math.max(0, Math.min(known.score, score)) * 0.25;
}

/** With a legal form, or a trader by name, and more than that speaks for it. */
const introduced = (form: Mention["form"], score: number): boolean => (form === "legal" && score >= 7) || (form === "person" && score >= 6);

/** The rest of the text calls it by what it is: "the Authority", „სააგენტო“. */
function resumed(name: string, text: string): boolean {
  const last = /[\p{L}]+$/u.exec(name)?.[0] ?? "";
  if (last.length < 4 || last === name) return false;
  const elsewhere = text.replaceAll(new RegExp(name.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`), "giu"), " ");
  const again = /[ა-ჰ]$/u.test(last) ? new RegExp(String.raw`(?:^|[\n.;,:)–—] ?|\d\. )${last.replace(/[იაოე]$/u, "")}(?:ი|ა|ო|ე|ს|ის|მა|ას|ამ|ოს)?(?= )`, "gu") : new RegExp(String.raw`\b[Tt]he ${last.slice(0, 1).toUpperCase()}${last.slice(1).toLowerCase()}\b`, "gu");
  return (elsewhere.match(again) ?? []).length > 1;
}

function weigh(mention: Mention, value: string, said: string, { heading, nearest }: Unit, text: TextWords, isHead: boolean): number {
  const before = said.slice(Math.max(0, mention.start - around), mention.start);
  const after = said.slice(mention.end, mention.end + around);
  const spot = `${before.replaceAll("¤", " ")}¤${after.replaceAll("¤", " ")}`;
  const cues: readonly Cue[] = mention.language === "ka" ? georgianCues : englishCues;
  const spoken = cues.filter(({ words }) => words.test(spot)).map(({ weight }) => weight);
  const good = Math.max(0, ...spoken);
  // "To X" says little where the same words say "welcome to X".
  // „სადაზღვევო კომპანია „იბერიის ფარი“ (სს)“ above the text is who writes it, and no insurer that it is given to.
  const bad = isHead ? 0 : Math.min(0, ...spoken.filter((weight) => weight < -6 || good < 4));
  let score = formWeight[mention.form] + (mention.own ?? 0) + good + bad;
  // As the answer to who they are.
  if (/\bwho (?:are ["“”‘’]?we|we are|is behind|runs|you are|is (?:responsible|answerable|in charge))|\bwho[’']s (?:behind|responsible|in charge)|controller|ვინ (?:ვართ|ხართ|არის|აგროვებს)|ჩვენ შესახებ|დამმუშავებ|პასუხისმგებელი პირ|about us/iu.test(nearest) && before.length < 60) score += 3;
  else if (/\bwho (?:are we|we are)|controller|ვინ ვართ/iu.test(heading) && before.length < 40) score += 2;
  if (isPersonsName(value) && good < 7 && (mention.form === "none" || mention.form === "body" || mention.form === "quotes")) score -= 4;
  // A word that only ever begins a sentence is no name: "Delivery takes three days".
  if (mention.language === "en" && mention.form === "none" && mention.words === 1 && mention.sentenceBegins && !standsElsewhere(value, text)) score -= 6;
  // Words that the text also writes small are no name: "STUDENT RECORDS". After a comma stands a place.
  if (mention.language === "en" && mention.form === "none" && wordsOf(value).every((one) => text.small.has(one.toLowerCase())) && !(good >= 8 && isKind(value))) score -= 4;
  if (mention.language === "en" && mention.words > 1 && institution.test(value)) score += 1.5;
  if (mention.language === "en" && mention.words === 1 && before.endsWith(", ")) score -= 3;
  // "Dalesman Transport Ltd, Station Yard, Pennbrook, which is the controller": what stands between is where it is.
  if (mention.form === "none" && seat.test(before)) score -= 12;
  return score;
}

const seat = /(?:Ltd|Limited|LTD|plc|PLC|LLP|LLC|Inc|GmbH|CIC)\.?,\s(?:[^.;,]{2,40},\s)*$/u;
const institution = new RegExp(spelt`
  \b(?:Library|Repairs?|School|Council|Club|Trust|Hospitals?|University|College|Museum|Shop|Store|Clinic|Surgery|Practice|Hotel|Inn|Society|Association
    |Foundation|Agency|Ministry|Bank|Cafe|Café|Bakery|Bookshop|Garage|Salon|Studios?|Books|Press|Games|Software|Airlines?|Energy|Water|Housing|Services
    |Nursery|Kindergarten|Academy|Theatre|Cinema|Gym|Fitness|Farm|Orchard|Vineyard|Winery|Brewery|Travel|Tours|Partners|Solicitors|Notaries|Dental
    |Veterinary|Pharmacy|Opticians|Lettings|Estates|Insurance|Parish|Charity|Church|Federation|Union|Institute|Laboratory|Laboratories|Labs|Centre
    |Center|Group|Company|Cooperative|Co-operative|Works|Market|Gallery|Radio|Archive|Trustees|Ambulance|Railway|Transport|Couriers|Logistics)$
`, "iu");
const wordsOf = (name: string): readonly string[] => name.match(/\p{L}+/gu) ?? [];

function place(nth: number, unit: Unit, count: number, titles: readonly Unit[], mention: Mention): number {
  const whole = unit.text.length - (mention.end - mention.start) < 12;
  const head = mention.start < 5 && /^\s*(?:[—–:|,-]|$)/u.test(unit.text.slice(mention.end));
  // A heading in capitals may be about anything.
  if (unit.isHeading && titles.includes(unit) && nth < 4) return (whole || (head && mention.form !== "none") ? 4 : 3) - (/\p{Ll}/u.test(mention.name) ? 0 : 1);
  if (nth < 3 && head) return mention.form === "none" ? 3 : 4;
  if (nth === 0 && mention.start < 25) return 2.5;
  if (nth < 3 && whole) return mention.form === "kind" ? 4 : 3;
  // How a letter or a notice is signed.
  return nth >= count - 2 && whole ? 2.5 : 0;
}

const standsElsewhere = (word: string, { proper }: TextWords): boolean => /\p{Lu}.*\p{Lu}/u.test(word) || proper.has(word);

/** The name as its owner writes it. */
function valueOf(mention: Mention, text: TextWords, hosts: readonly string[]): string {
  if (mention.language === "en" || mention.settled) return mention.name;
  // „ლაშარის“ მიერ: the name itself is in the genitive, before what it has or does.
  const next = mention.after?.replace(/^\s*\([^)]*\),?/u, "");
  const genitive = next !== undefined && /^\s+[ა-ჰ]/u.test(next) && !/^\s+(?:\p{L}+\s){0,2}\p{L}*(?:ებს|ავს|ობს|ოფს|ენს|ება|ავენ|ებენ|ვს|არის|გთავაზობთ|გთხოვთ)(?!\p{L})/u.test(next);
  // An address says which vowel the genitive has swallowed: „ზედა ჭალის“, zedachala.example.
  const bare = /^(.*\p{L}{2})ის$/u.exec(mention.name)?.[1];
  const written = bare === undefined || bare.endsWith("ი") ? undefined : ["ი", "ა", "ე"].map((vowel) => `${bare}${vowel}`).find((one) => hosts.some((host) => names(host, one)));
  if (written !== undefined) return written;
  // Of a person only the surname changes.
  const [first, last, ...more] = mention.name.split(" ");
  if (mention.form === "person" && first !== undefined && last !== undefined && more.length === 0) return `${first} ${nominative(last, text)}`;
  return nominative(mention.name, text, genitive);
}

/** Hosts of addresses, without www and the last part. */
function hostsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:@|\bwww\.|https?:\/\/|(?<![\p{L}\d.-]))((?:[a-z\d-]+\.)+[a-z]{2,10})\b/giu)].slice(0, 30).map((one) => (one[1] ?? "").toLowerCase().replace(/^www\./u, "").split(".").slice(0, -1).join("").replaceAll("-", ""));
}

const plainOf = (value: string): string => inLatin(value).replaceAll("&", "and").replace(/[^a-z\d]/gu, "");

function names(host: string, value: string): boolean {
  const plain = plainOf(value);
  return plain.length > 3 && host.length > 3 && (host.includes(plain) || (plain.includes(host) && host.length > 5));
}

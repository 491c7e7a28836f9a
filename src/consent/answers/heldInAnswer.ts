// What an answer says an organisation holds: the names of the data. They are proposed, and the person decides; what the data say is no part of
// it. A list counts only under words that something is held: an answer also lists enclosures, recipients, reasons and rights.
import { letterText } from "./letterText.ts";

/** That something is kept. */
const keeps = /ინახება|ინახავს|ვინახავთ|შენახულია|დაცული|მუშავდება|ვამუშავებთ|ამუშავებს|გვაქვს|აღრიცხულია|\b(?:we|which) (?:hold|keep|store|process)\b|\b(?:is|are) (?:held|kept|stored|processed)\b/iu;
/** That nothing is. */
const denies = /(?:არ|ვერ|აღარ) (?:ინახება|ვინახავთ|მუშავდება|ვამუშავებთ|გვაქვს|იძებნება|არის დაცული)|\b(?:no|not) (?:personal )?(?:data|information|hold|held|kept|stored|processed)\b/iu;
/** A heading or an introduction that speaks of the data without such a verb. */
const data = /(?:შემდეგ|თქვენ(?:ს)? შესახებ|დაცულ)[^.:]{0,60}(?:მონაცემ|ინფორმაცი)|(?:მონაცემ|ინფორმაცი)[^.:]{0,60}(?:შემდეგ|თქვენ(?:ს)? შესახებ)|\b(?:following|these|this)\b[^.:]{0,40}\b(?:data|information)\b|\b(?:data|information)\b[^.:]{0,40}\b(?:about you|held)\b/iu;
/** What else letters list. */
const other = /გადაეცა|გადაეცემა|გადავეცით|გაუზიარ|გავუზიარ|მიმღებ|დანართ|თანდართ|გთხოვთ|წარმოადგინ|საფუძველ|მიზეზ|უფლება|მისაღებად|ნაბიჯ|მიზნებ|გადმოგცემთ|\bshared?\b|\brecipients?\b|\benclos|\battach|\bplease\b|\bprovide\b|\breasons?\b|\bgrounds?\b|\brights?\b|\bsteps?\b|\bpurposes?\b/iu;

const item = /^\s*(?:[–—•*·-]|\d{1,2}[.)]|[ა-ჰa-z]\))\s+(.+)$/iu;
/** A row of a table: what it is called, and what it says. */
const row = /^\s*\|?\s*([^|:\t]{2,60}?)\s*(?:\||\t+|:\s)/u;
/** What a row says of the datum: its value, which has no place in the record. */
const value = /\s*[:=–—]\s.*$|\s-\s.*$|\s*\([^)]*\d[^)]*\)$/u;
const tableHead = /^(?:მონაცემი|დასახელება|მნიშვნელობა|ველი|data|field|name of data|value)$/iu;
/** An address, or a sentence of its own: "a statement that nothing was passed on". */
const isStatement = /@|https?:|,\s*რომ\s|\b(?:statement|confirmation) that\b/iu;
/** What the person asked for, as they listed it: whether that is held is not said. */
const recounted = /ითხოვ|გვთხოვ|გსურ|\byou (?:asked|ask|want|wanted|requested)\b/iu;
const longest = 80;

/** One a line, without what the data say. Empty where it says that nothing is held, or says it in no way that is understood. */
export function heldInAnswer(text: string): readonly string[] {
  const { rows, paragraphs } = letterText(text);
  const listed = listsIn(rows.map((one) => one.trim()));
  if (listed.length > 0) return unique(listed);
  return unique(runningOn(paragraphs).flatMap((one) => one.split(/(?<=[.!?])\s+/u)).flatMap(heldInSentence));
}

const introduces = (line: string): boolean => (keeps.test(line) || data.test(line)) && !denies.test(line) && !other.test(line);

function listsIn(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  let intro = "";
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line === "") continue;
    const points = runFrom(lines, at, pointOf);
    // A table has no marks: it ends with the first line that is none of its rows.
    const cells = points.length === 0 && intro.endsWith(":") ? runFrom(lines, at, cellOf) : [];
    const isList = points.length > 1 || (points.length === 1 && intro.endsWith(":")) || cells.length > 1;
    if (isList && introduces(intro)) found.push(...[...points, ...cells].filter((one) => !tableHead.test(one) && !isStatement.test(one)));
    if (points.length + cells.length > 1 || points.length === 1) at += points.length + cells.length - 1;
    if (points.length === 0 && (cells.length < 2 || !introduces(intro))) intro = line;
  }
  return found;
}

function runFrom(lines: readonly string[], from: number, nameOf: (line: string) => string | null): readonly string[] {
  const run: string[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const name = nameOf(lines[at] ?? "");
    if (name === null) break;
    run.push(name);
  }
  return run;
}

function pointOf(line: string): string | null {
  const found = item.exec(line)?.[1];
  return found === undefined ? null : plain(plain(found).replace(value, ""));
}

function cellOf(line: string): string | null {
  const found = row.exec(line)?.[1];
  return found === undefined ? null : plain(found);
}

/** A line that ends with a comma goes on in the next. */
function runningOn(paragraphs: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (const one of paragraphs) {
    const last = out.at(-1);
    if (last?.endsWith(",")) out[out.length - 1] = `${last} ${one}`;
    else out.push(one);
  }
  return out;
}

/** „თქვენი სახელი და ტელეფონი ინახება“: what is kept stands before the verb. */
const before = /(?:^|[,\s])(?:თქვენი|your)\s+(.{2,300}?)\s+(?:ინახება|შენახულია|დაცულია|მუშავდება|აღრიცხულია|(?:is|are) (?:held|kept|stored|processed))(?!\p{L})/iu;
/** „ვინახავთ თქვენს სახელს“, „თქვენ შესახებ ინახება აცრების ბარათი“: behind it. */
const behind = /(?:(?:ვინახავთ|ინახავს|ვამუშავებთ|ამუშავებს|გვაქვს)\s+(?:მხოლოდ\s+)?თქვენ(?:ს|ი)\s+|თქვენ(?:ს)?\s+შესახებ\s+(?:ბაზაში\s+|ჩვენთან\s+)?(?:მხოლოდ\s+)?(?:ინახება|დაცულია|შენახულია|მუშავდება)\s+|\bwe (?:hold|keep|store|process) (?:only )?your )(.+)$/iu;

function heldInSentence(sentence: string): readonly string[] {
  if (!(keeps.test(sentence) || data.test(sentence)) || denies.test(sentence) || other.test(sentence) || recounted.test(sentence)) return [];
  const colon = /^([^:]+):\s*(.+)$/u.exec(sentence);
  if (colon) return introduces(colon[1] ?? "") ? itemsOf(colon[2] ?? "").filter(isDatum) : [];
  const listed = itemsOf(before.exec(sentence)?.[1] ?? behind.exec(sentence)?.[1] ?? "");
  // With the first that is none the sentence goes on to something else: where, how long, by which law.
  const end = listed.findIndex((one) => !isDatum(one));
  return end < 0 ? listed : listed.slice(0, end);
}

const itemsOf = (words: string): readonly string[] => words.split(/[,;]|\s(?:და|and)\s/u).map(plain).filter(Boolean);

const noDatum = /^(?:პირადი |პერსონალური )?(?:მონაცემ|ინფორმაცი)\p{L}*$|^(?:personal )?(?:data|information)$|(?:ვადა|ვადით|განმავლობ|სერვერ|ბაზა|სისტემა|კანონ|წესი|სტანდარტ|უსაფრთხ|თანახმ|შესაბამის|ტერიტორი|ვალდებულ)|(?:ში|ზე|თვის|მდე|იდან)$|\b(?:secure(?:ly)?|accordance|law|servers?|years?|months?|systems?|safe(?:ly)?)\b/iu;

function isDatum(one: string): boolean {
  return one.split(/\s+/u).length <= 6 && !noDatum.test(one) && !isStatement.test(one);
}

const plain = (words: string): string => words.trim().replace(/^(?:თქვენ(?:ი|ს)|your)\s+/iu, "").replace(/[|.;,:]+$/u, "").trim();
const unique = (all: readonly string[]): readonly string[] => [...new Set(all)].filter((one) => one !== "" && one.length <= longest);

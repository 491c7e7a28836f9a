// Who signed: after a label, or below the letter, where a name stands beside, above or below what its bearer is.
import { gap } from "./letterText.ts";

const label = /^(?:თანამდებობის\s+პირი|პასუხისმგებელი\s+პირი|გადაწყვეტილების\s+მიმღები(?:\s+პირი)?|ხელმომწერი|ხელმომწერი\s+პირი|official|responsible\s+official|decided\s+by|signed\s+by)\s*[:–-]\s*(.+)$/iu;
const kaPosition = String.raw`(?:უფროს|დირექტორ|მოადგილ|თავმჯდომარ|მენეჯერ|ოფიცერ|სპეციალისტ|ხელმძღვანელ|მინისტრ|მერ(?=ი(?!\p{L}))|რექტორ|დეკან|გამგე|ბანკირ|არქივარიუს|პედაგოგ|მასწავლებელ|ბუღალტერ|აგენტ|წარმომადგენელ|ბიბლიოთეკარ|კანცლერ|რეგისტრატორ|ნოტარიუს|მცველ|მდივან|ადმინისტრატორ|ინსპექტორ|პრეზიდენტ|გენერალ|პოლკოვნიკ|მაიორ|იურისტ|კონსულტანტ|კოორდინატორ|მთავარ|რწმუნებულ|აღმასრულებელ|ექიმ|ოპერატორ|მფლობელ)`;
const position = new RegExp(String.raw`(?<!\p{L})${kaPosition}\p{L}*|\b(?:director|officer|manager|head|chief|deputy|chair(?:man|person|woman)?|minister|mayor|rector|registrar|lead|secretary|president|specialist|inspector|notary|administrator|counsel|principal|owner|partner|banker|agent|librarian|archivist|clerk|supervisor|coordinator|advis[eo]r|controller|executive|representative|commissioner|teacher|dean|bursar)\b`, "iu");
/** A clerk's line at the foot, a copy's, a house's: no official's. */
const notSigner = /^(?:შემსრულებელი|მოამზადა|შეასრულა|მომზადებულია|კონტაქტ|საკონტაქტო|ეკითხება|\(|contact|questions|telephone|phone|dear|to:|from:|ქ-ნ|ბ-ნ|ბატონ|ქალბატონ|მოქალაქე|შემსრ\.|ასლი|დანართი|დან\.|ადრესატი|ტელ|მის|ელ\.|cc\b|encl|copy|prepared by)/iu;
const given = String.raw`(?:[ა-ჰ]{2,20}|[ა-ჰ]\.)`;
/** As Georgian surnames end in the nominative; "-ი" and "-ა" alone are most nouns. */
const surname = String.raw`[ა-ჰ]{2,24}(?:შვილი|ძე|ია|უა|ავა|აია|იანი|ანი|ური|ული|ელი|ონი|ევი|ოვი|ოვა|ევა|ონტი|სხი|ენკო)`;
const kaName = new RegExp(String.raw`(?<!\p{L})(?<name>${given}\s?${surname})$`, "u");
const enName = /(?<!\p{L})(?<name>(?:[A-Z]\.|[A-Z][a-z'’-]+)\s(?:[A-Z]\.\s)?[A-Z][a-z'’-]+(?:-[A-Z][a-z'’]+)?(?:\s[A-Z][a-z'’-]+)?)$/u;
/** An adjective or a noun of what somebody is: "იურიდიული დეპარტამენტის უფროსი" has no name in it. */
const noName = new RegExp(String.raw`(?<!\p{L})(?:${kaPosition}\p{L}*|(?:სამსახურ|დეპარტამენტ|სამმართველო|განყოფილებ|ცენტრ|სააგენტო|ფონდ|სკოლ|კომპანი|იურიდიულ|კლინიკურ|გენერალურ|სამედიცინო|საჯარო|ეროვნულ|ამონაწერ)\p{L}*|პატივისცემით|სურვილებით|სწორია)(?!\p{L})`, "u");
const enNoName = /\b(?:LLC|JSC|Ltd|Inc|Office|Team|Department|Service|Centre|Center|Bank|Agency|Desk|Care|Insurance|Clinic|Group|Fund|Law|Data|Protection|Yours|Sincerely|Kind|Best|Regards|Faithfully|Director|Manager|Officer|Head)\b/u;
/** "All the best with the move,": a short line that a name ends. */
const farewell = /^(?!dear|ძვირფას|ქალბატონ|ბატონ|hi |hello|გამარჯობა)(?:.{2,60},|(?:პატივისცემით|საუკეთესო\s+სურვილებით|გულწრფელად|კეთილი\s+სურვილებით|მადლობით|(?:yours\s+)?(?:sincerely|faithfully|truly)|(?:kind|best|warm)?\s*(?:regards|wishes))[.!]?|\(?(?:ხელმოწერ|ხელს\s+აწერს|signed|sgd).{0,12})$/iu;

/** So many lines are a signature's at most, with the foot below it. */
const foot = 12;
/** Said before the name in its own line: a farewell, a title, that it is the signature. */
const leading = /^(?:[–—/-]\s*|\(?(?:ხელმოწერა|ხელმოწერილია|ხელს\s+აწერს|signed|sgd)\)?\s*(?:by\s+)?[:.,/]?\s+|(?:პატივისცემით|საუკეთესო\s+სურვილებით|კეთილი\s+სურვილებით|გულწრფელად|თქვენი|(?:yours\s+)?(?:sincerely|faithfully|truly)|yours|(?:kind|best|warm)\s+(?:regards|wishes)|regards|best|cheers|thanks|take care),\s+|(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+(?=[A-Z][a-z]+\s+[A-Z]))/iu;

/** @param rows of the letter, with their gaps @returns null: nobody is named, or it can't be told who of several it was */
export function signerIn(rows: readonly string[]): string | null {
  const lines = rows.map((one) => one.trim()).filter(Boolean);
  for (const line of lines) {
    const said = label.exec(line)?.[1]?.trim();
    if (said) return withoutPosition(said).slice(0, longest);
  }
  const last = lines.slice(-foot).flatMap((line) => (notSigner.test(line) ? [] : line.split(gap).map((one) => one.trim().replace(/\s*\((?:ხელმოწერ|ბეჭ|signed|signature|seal|e-?sign)[^)]{0,40}\)$/iu, "").replace(/[.;]$/u, "")).flatMap(withoutLead).filter(Boolean)));
  const block = broken(last);
  const found = block.flatMap((line, i) => {
    const name = nameAtEnd(line);
    if (name === null) return [];
    const rest = line.slice(0, line.length - name.length);
    const near = [rest, block[i - 1] ?? "", block[i + 1] ?? ""];
    return near.some((one) => position.test(one)) || farewell.test(block[i - 1] ?? "") ? [name] : afterComma(line);
  });
  const named = [...new Set([...found, ...block.flatMap(afterComma)])];
  if (named.length === 0) return aloneAtEnd(rows);
  // Of several it is the one with which the letter takes its leave.
  const leaving = named.length === 1 ? named : [...new Set(block.flatMap((line, i) => (farewell.test(block[i - 1] ?? "") ? [nameAtEnd(line) ?? ""] : [])))].filter(Boolean);
  return leaving.length === 1 ? (leaving[0] ?? null) : null;
}

/** A name in a line of its own at the very end, below an empty one. */
function aloneAtEnd(rows: readonly string[]): string | null {
  const written = rows.map((one) => one.trim());
  const at = written.findLastIndex((one) => one !== "");
  const last = written[at] ?? "";
  return at > 0 && written[at - 1] === "" && nameAtEnd(last) === last && !notSigner.test(last) ? last : null;
}

/** A line of its own for what stands before the name in one with it. */
function withoutLead(line: string): readonly string[] {
  const lead = leading.exec(line)?.[0] ?? "";
  return lead === "" ? [line] : [lead.trim(), line.slice(lead.length)];
}

/** More than a line of a form holds is no name. */
const longest = 500;

/** „ვეფხია ნოზაძე, გენერალური დირექტორი“, "Nino Varshanidze, Clinical Director". */
function afterComma(line: string): readonly string[] {
  const [name = "", what = ""] = line.split(/,\s+|\s+[–—|·/-]\s+|\s+\(/u);
  return position.test(what) && nameAtEnd(name) === name ? [name] : [];
}

function withoutPosition(said: string): string {
  const [name = "", what = ""] = said.split(/,\s+/u);
  return what !== "" && (position.test(what) || /\d/.test(what)) ? name : said;
}

/** Words before the name are what its bearer is, or nothing: a sentence that ends with a name is no signature. */
function nameAtEnd(line: string): string | null {
  if (line.length > 120) return null;
  const name = kaName.exec(line)?.groups?.["name"] ?? null;
  if (name !== null) {
    const two = noName.test(name) ? name.split(/\s/u).slice(-2).join(" ") : name;
    const rest = line.slice(0, line.length - two.length).trim();
    return noName.test(two) || !(rest === "" || (rest.split(/,\s*/u).every((one) => one === "" || position.test(one)) && !/:.|\d:\d/u.test(rest))) ? null : two;
  }
  const english = enName.exec(line)?.groups?.["name"] ?? null;
  if (english === null || enNoName.test(english)) return null;
  const rest = line.slice(0, line.length - english.length).trim();
  return rest === "" || (position.test(rest) && /^[^,:]{2,80}[,:–-]$/u.test(rest)) || /^for (?:the|and on behalf of)\b[^,:]{2,60}[,:]$/iu.test(rest) ? english : null;
}

/** A scan has what the paper had: a word cut in two, a name over two lines. */
function broken(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (last !== undefined && /\p{L}-$/u.test(last)) out[out.length - 1] = `${last.slice(0, -1)}${line}`;
    else if (last !== undefined && /^[ა-ჰ]{2,20}$/u.test(last) && kaName.test(`${last} ${line}`) && /^[ა-ჰ]+$/u.test(line) && !noName.test(last)) out[out.length - 1] = `${last} ${line}`;
    else out.push(line);
  }
  return out;
}

// Runs in the page, with the shipped detection: changes it at random, again and again, and judges what is found then by what
// was there before. Every element that the untouched page has found in it carries a mark, which nothing that is found by looks at:
// a clone has it too, and is right; anything else is wrong.
import { anchorIds, type AnchorId } from "../../../src/portal/sites/site.ts";
import { answerFiles, byWords, describeService, findSignIn, headWords, knowsSomebody, lookFor, pageFacts, readRegister, registrationNumber, uncalled } from "./detectorsEntry.ts";

export interface Truth {
  /** How often a page is changed. */
  readonly rounds: number;
  readonly seed: number;
  /** Address of each service → its name. */
  readonly services: Readonly<Record<string, string>>;
  /** What the registers say: kind → cells. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
  /** The number of the application that is confirmed and answered. */
  readonly number: string;
  /** Names of the files that an answer or the portal's store has. */
  readonly files: readonly string[];
  /** Whether the page asks to sign in, and knows somebody. */
  readonly asks: boolean;
  readonly knows: boolean;
}

export interface Judged {
  readonly wrong: readonly string[];
  /** Rounds in which something was found of what the untouched page has; null: it has nothing. */
  readonly found: number | null;
}

/** Elements that are meant themselves; of the others (a page's text, an article) a part may be left, with its heading. */
const exact: ReadonlySet<AnchorId> = new Set(["service-link", "application-form", "signature-field", "password-form", "profile-form", "first-password", "personal-table"]);
/** There is one, or none. */
const single: ReadonlySet<AnchorId> = new Set(["service-page", "personal-page", "password-form", "first-password", "registration", "profile-form"]);
const headings = "h1, h2, h3, [role=heading]";
const otherHeading = "სხვა სათაური";
const decoys = ["/help", "/services", "/services?page=2", "https://example.org/services/1", "/profile", "/services/extract/apply", "#top", "mailto:info@my.gov.ge"];
const decoyWords = ["ყველა", "დახმარება", "სერვისი", "შემდეგი", "ინფორმაცია"];

/** A generator of our own, so that a failure can be had again. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % Math.max(1, below);
}

function link(href: string, words: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = words;
  return made;
}

/** A cell in another table would be that table's own, to whoever reads it. */
const inTable = (one: Element): boolean => one.closest("table, [role=table], li") !== null && one.closest("table, [role=table], ul") !== one;

function changesBy(random: (below: number) => number): readonly ((one: Element, other: Element) => void)[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length)];
  return [
    (one) => one.remove(),
    (one) => one.setAttribute("class", `x${random(1_000)}`),
    (one) => one.removeAttribute("role"),
    (one) => one.removeAttribute("aria-label"),
    (one) => one.removeAttribute("data-send"),
    (one) => one.parentElement?.prepend(one),
    (one) => one.parentElement?.append(one.cloneNode(true)),
    (one) => one.replaceWith(...one.childNodes),
    (one) => one.setAttribute("style", "display:none"),
    (one) => void (/^H[12]$/.test(one.tagName) && (one.textContent = otherHeading)),
    (one) => {
      const box = document.createElement("div");
      one.replaceWith(box);
      box.append(one);
    },
    (one) => one.append(link(pick(decoys) ?? "/help", pick(decoyWords) ?? "")),
    // A second link to the same place says nothing of it.
    (one) => void (one instanceof HTMLAnchorElement && one.after(link(one.href, "დაწვრილებით"))),
    // What stands in a heading or a link names it, to whoever reads it.
    (one, other) => void (one.contains(other) || inTable(one) || inTable(other) || other.matches("table, [role=table], ul, input, textarea, select") || other.closest(`a, ${headings}`) || other.append(one)),
  ];
}

const markOf = (id: AnchorId): string => `data-is-${id}`;

/** Marks what the untouched page has. @returns its anchors */
function mark(): ReadonlySet<AnchorId> {
  const there = new Set<AnchorId>();
  for (const id of anchorIds) {
    for (const one of lookFor(document, id).elements) {
      there.add(id);
      one.setAttribute(markOf(id), "");
      if (exact.has(id)) continue;
      const said = [...one.querySelectorAll(headings), ...(id === "notice" ? [] : document.querySelectorAll("main h1"))];
      for (const heading of said) heading.setAttribute(markOf(id), "");
    }
  }
  return there;
}

/** What is wrong with the name that a service would be kept by. */
function misnamed(found: HTMLAnchorElement, services: Truth["services"]): string | null {
  const { url, title } = describeService(found);
  const own = services[url];
  if (own === undefined) return `no service: ${url}`;
  if (url !== found.href.split("#", 1)[0]) return `another's address: ${url}`;
  if ((found.textContent ?? "").includes(own) && !title.includes(own)) return `${title} for ${own}`;
  const others = Object.values(services).filter((one) => one !== own && !own.includes(one) && title.includes(one));
  return others.length > 0 ? `${title} for ${own}` : null;
}

function* wrongIn(id: AnchorId, elements: readonly Element[], there: ReadonlySet<AnchorId>, truth: Truth): Generator<string> {
  if (elements.length === 0) return;
  if (!there.has(id)) return void (yield `${elements.length} times`);
  if (single.has(id) && elements.length > 1) yield `${elements.length} times`;
  for (const one of elements) {
    const marked = `[${markOf(id)}]`;
    if (!one.matches(marked) && (exact.has(id) || !one.querySelector(marked))) yield `at the wrong place: ${one.outerHTML.slice(0, 90)}`;
    if (id === "service-link" && one instanceof HTMLAnchorElement) {
      const why = misnamed(one, truth.services);
      if (why !== null) yield why;
    }
    if (id === "service-page") {
      // Without a heading it has no star.
      const title = one.querySelector("h1, [role=heading]")?.textContent?.trim() ?? otherHeading;
      if (![truth.services[location.href.split(/[?#]/, 1)[0] ?? ""] ?? "?", otherHeading].some((own) => title.startsWith(own))) yield `called ${title}`;
    }
    // Words that stand together in the page may be read together, as a person would.
    if ((id === "answer" || id === "confirmation") && registrationNumber(one)?.includes(truth.number) === false) yield `number ${registrationNumber(one)}`;
    if (id === "answer" || id === "document-store") for (const { name, url } of answerFiles(one)) if (!truth.files.some((file) => name.includes(file)) || !/\/(answers|documents)\/\d/.test(url)) yield `file ${name} at ${url}`;
    if (id === "application-form" && (!one.matches("form") || !one.querySelector("input, textarea, select"))) yield "no form";
    if (id === "password-form" && !one.querySelector("input")) yield "no field";
    if (id === "personal-table") {
      const register = readRegister(document, one);
      const own = register && register.kind !== "other" ? truth.cells[register.kind] : undefined;
      const foreign = own ? (register?.rows.flat() ?? []).filter((cell) => !own.includes(cell) && Object.values(truth.cells).some((cells) => cells.includes(cell))) : [];
      if (foreign.length > 0) yield `${register?.kind} reads ${foreign.join(", ")}`;
    }
  }
}

function* judge(there: ReadonlySet<AnchorId>, truth: Truth): Generator<string> {
  yield* uncalled(document);
  // What is asked of the headings first never hides what the closer look would find.
  for (const [id, words] of Object.entries(headWords) as [keyof typeof headWords, readonly string[]][]) {
    if ((byWords[id]?.(document) ?? []).length > 0 && !words.some((one) => pageFacts(document).head.includes(one))) yield `the headings hide ${id}`;
  }
  for (const id of anchorIds) for (const what of wrongIn(id, lookFor(document, id).elements, there, truth)) yield `${id}: ${what}`;
  if (!truth.asks && findSignIn(document).length > 0) yield "asks to sign in";
  if (!truth.knows && knowsSomebody(document)) yield "knows somebody";
}

/** Changes the page at random, so many times, each time from the beginning. */
export function drift(truth: Truth): Judged {
  const untouched = lookFor(document, "service-link").elements.map((one) => describeService(one as HTMLAnchorElement)).filter(({ url, title }) => truth.services[url] !== title);
  const there = mark();
  const pristine = document.body.innerHTML;
  const random = generator(truth.seed);
  const changes = changesBy(random);
  const wrong = untouched.map(({ url, title }) => `untouched: ${title} for ${url}`);
  let found = 0;
  for (let round = 0; round < truth.rounds; round += 1) {
    document.body.innerHTML = pristine;
    for (let step = 0; step <= random(10); step += 1) {
      const all = document.body.querySelectorAll("*");
      const [one, other] = [all[random(all.length)], all[random(all.length)]];
      if (one && other) changes[random(changes.length)]?.(one, other);
    }
    try {
      for (const what of judge(there, truth)) wrong.push(`round ${round}: ${what}`);
      if ([...there].some((id) => lookFor(document, id).elements.length > 0)) found += 1;
    } catch (error) {
      wrong.push(`round ${round}: ${String(error)}`);
    }
  }
  document.body.innerHTML = pristine;
  return { wrong, found: there.size === 0 ? null : found };
}

// Forms that are filled in and sent to an institution, and the page that says it has arrived, by their words.
import { alsoSays } from "../sites/moreWords.ts";
import { allForms, asksPassword, deepWithin, everywhere, type Root, rootsOf } from "./inside.ts";
import { pageFacts } from "./page.ts";
import { textOf } from "./text.ts";
import { attributeOf, closestTo, firstWithin, hasInside, hostOf, isA, isLike, namedBy, ofPage, type Place, within, wordsIn } from "./unshadowed.ts";

const sendWords = /(გაგზავნა|წარდგენა|განაცხადის (გაგზავნა|წარდგენა)|^გაგზავნა|\bsend\b|\bsubmit\b)/i;
const typed = "input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=number], input[type=date], textarea, select, [contenteditable=true]";
/** In parts, of which the last has figures: MQ-2026-000123, 01/ა-2026/345. */
const written = "((?:[A-ZА-Яა-ჰ\\d]{1,8}[-/.]){0,5}[A-ZА-Яა-ჰ]{0,4}\\d[\\d/.-]{3,}\\d)";
const number = new RegExp(`(?:№|#)?\\s*${written}`);
const numberAfter = new RegExp(`(?:ნომერი|№|number)\\s*:?\\s*${written}`, "i");
const numberWords = /^(განაცხადის |განცხადების )?(რეგისტრაციის |სარეგისტრაციო )?(ნომერი|№)\s*:?$|^(registration|application|reference) (number|no\.?)\s*:?$/i;
const arrived = /(გაიგზავნა|გაგზავნილია|მიღებულია|დარეგისტრირდა|რეგისტრირებულია|has\s+been\s+(sent|received|submitted))/i;

/** What the buttons of a form say. */
export function buttonsOf(form: Element): readonly Element[] {
  return deepWithin(form, "button, input[type=submit], [role=button]");
}

/** By what is built in: such a button may be pressed for the person. */
export function saysSend(button: Element): boolean {
  return sendWords.test(wordsOf(button));
}

/** Whether the form is sent by it, so far as a page can tell: nothing is pressed by what a file says. */
export function maySend(button: Element): boolean {
  return saysSend(button) || alsoSays("application-form", wordsOf(button));
}

function wordsOf(button: Element): string {
  if (isA(button, "HTMLInputElement")) return button.value;
  // A component's button has its words from outside.
  const host = hostOf(button);
  return textOf(button) || (host ? textOf(host) : "");
}

/** Forms with several fields to type into and a button that sends. Never one that asks for a password. @param sends whether a button does */
export function findApplicationForms(document: Document, sends: (button: Element) => boolean = maySend): readonly Element[] {
  return allForms(document).filter((form) => isApplication(form, sends));
}

/** Whether a form is one of these, wherever it stands by now. */
export function isApplication(form: Element, sends: (button: Element) => boolean = maySend): boolean {
  if (isLike(form, "[role=search]") || hasInside(form, "form") || asksPassword(form)) return false;
  return deepWithin(form, typed).length >= 3 && buttonsOf(form).some(sends);
}

/** What a page calls out to the person, by what says it. */
export type Alerts = ReadonlyMap<Element, string>;

/** What is wrong with a form stands in these, or beside the fields that are marked as wrong. */
export function alertsOf(document: Document): Alerts {
  const said = everywhere(document, "[role=alert], [aria-live=assertive]").map((one) => [one, textOf(one)] as const);
  const wrong = everywhere(document, "[aria-invalid=true]").map((field) => [field, `${attributeOf(field, "name") ?? attributeOf(field, "id") ?? ""} ${saidOf(field)}`.trim()] as const);
  return new Map([...said, ...wrong].filter(([, text]) => text !== ""));
}

/** What is called out now and was not before; "" where that is nothing. A banner that is merely drawn anew says nothing new. */
export function newlyCalled(now: Alerts, before: Alerts): string {
  const gone = new Set([...before].flatMap(([one, text]) => (one.isConnected ? [] : [text])));
  return [...now].flatMap(([one, text]) => (before.get(one) === text || (!before.has(one) && gone.has(text)) ? [] : [text])).join(" ");
}

function saidOf(field: Element): string {
  return ["aria-errormessage", "aria-describedby"].flatMap((name) => namedBy(field, name)).map(textOf).join(" ");
}

/** Whether words that a page calls out say that something has arrived. */
export function tellsArrival(words: string): boolean {
  return arrived.test(words);
}

/** What says: it has arrived, under this number. In a component's root that is the component. */
export function findConfirmation(document: Document): readonly Element[] {
  const { main, text } = pageFacts(document);
  return [...(main && confirms(main, text) ? [main] : []), ...rootsOf(document).slice(1).flatMap(confirmationIn)];
}

function confirmationIn(root: Root): readonly Element[] {
  const main = isA(root, "ShadowRoot") ? root.host : (firstWithin(root, "main, [role=main]") ?? ofPage(root, "body"));
  const place = isA(root, "ShadowRoot") ? root : main;
  return place && confirms(place, wordsIn(place)) ? [main] : [];
}

function confirms(main: Place, text: string): boolean {
  if (!arrived.test(text) || firstWithin(main, "form input[type=text], form textarea")) return false;
  // The number stands beside its name; in a list of applications it stands under it.
  const named = within(main, "dt, th, b, strong, span, label, p").find((one) => one.children.length === 0 && numberWords.test(textOf(one)) && number.test(textOf(one.nextElementSibling ?? one)));
  return named !== undefined && saysArrived(main);
}

/** Said by the page itself, not by an entry of a list: that tells of some application that arrived some day. */
function saysArrived(main: Place): boolean {
  const spoken = within(main, "h1, h2, h3, [role=heading], [role=status], [role=alert], p, strong, b");
  return spoken.some((one) => arrived.test(textOf(one)) && !closestTo(one, "table, li, [role=listitem], [role=row], article:has(a[href])"));
}

const day = /(^|\D)\d{1,2}[./]\d{1,2}[./]\d{4}/;

/** The registration number that a confirmation or an answer names; null when it names none. */
export function registrationNumber(element: Place): string | null {
  const found = numberIn(element);
  // What stands beside the name of a number may be the day of something.
  return found && !day.test(found) ? found : null;
}

function numberIn(element: Place): string | null {
  for (const one of within(element, "dt, th, b, strong, span, label")) {
    if (one.children.length > 0 || !numberWords.test(textOf(one))) continue;
    const beside = one.nextElementSibling ?? one.parentElement?.nextElementSibling;
    const found = beside ? number.exec(textOf(beside)) : null;
    if (found?.[1]) return found[1];
  }
  return numberAfter.exec(textOf(element))?.[1] ?? null;
}

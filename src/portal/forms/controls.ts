// The controls of a form that a draft remembers. What a page hides, and what must never be kept (passwords, codes, PINs,
// bank cards), is left out here, in one place, for reading and for putting back.
import { textOf } from "../detect/text.ts";
import { deepWithin, holdsDeep } from "../detect/inside.ts";
import { attributeOf, closestTo, controlsIn, firstWithin, holds, hostOf, isA, isHtml, isLike, namedBy, ownerOf, walkIn } from "../detect/unshadowed.ts";
import type { FieldKind } from "../../forms/snapshot.ts";
import { namesSecret } from "./secrets.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLElement;

export interface Found {
  readonly control: Control;
  readonly kind: FieldKind;
  readonly key: string;
  readonly nth: number;
  readonly label: string;
}

const kindOfInput: Readonly<Record<string, FieldKind | null>> = { checkbox: "check", radio: "radio", file: "file", hidden: null, password: null, submit: null, button: null, reset: null, image: null };
const secretAutocomplete = /(^|\s)(cc-|current-password|new-password|one-time-code)/;

/** @returns all controls in the order of the page; of the radio buttons of one name the first only. */
export function controlsOf(form: Element): readonly Found[] {
  const counts = new Map<string, number>();
  const radios = new Set<string>();
  const found: Found[] = [];
  for (const control of candidates(form)) {
    const kind = kindOf(control);
    if (!kind || isSecret(form, control)) continue;
    const label = labelIn(form, control);
    const key = keyOf(form, control, label);
    if (kind === "radio") {
      if (radios.has(key)) continue;
      radios.add(key);
    }
    const place = `${kind} ${key}`;
    const nth = counts.get(place) ?? 0;
    counts.set(place, nth + 1);
    found.push({ control, kind, key, nth, label });
  }
  return found;
}

/** The radio buttons of a group. */
export function radiosOf(form: Element, key: string): readonly HTMLInputElement[] {
  return candidates(form).filter((one) => isA(one, "HTMLInputElement")).filter((one) => one.type === "radio" && keyOf(form, one, labelIn(form, one)) === key);
}

/** The components of a form that a control is drawn by, innermost first: a field may be one, with its name. */
function drawnBy(form: Element, control: Element): readonly Element[] {
  const host = hostOf(control);
  return host && holdsDeep(form, host) ? [host, ...drawnBy(form, host)] : [];
}

function keyOf(form: Element, control: Control, label: string): string {
  const outer = drawnBy(form, control).map((one) => attributeOf(one, "name") || attributeOf(one, "id")).find(Boolean);
  return (control.getAttribute("name") || outer || control.id || label).slice(0, 300);
}

function labelIn(form: Element, control: Control): string {
  const outer = drawnBy(form, control);
  const said = outer.map((one) => attributeOf(one, "label")).find(Boolean);
  return (said ?? [control, ...outer].map(labelOf).find(Boolean) ?? "").slice(0, 300);
}

function candidates(form: Element): readonly Control[] {
  const inside = deepWithin(form, "input, textarea, select, [contenteditable=''], [contenteditable=true], [contenteditable=plaintext-only]").filter((one): one is Control => isHtml(one) && !isA(one, "HTMLFormElement"));
  if (!isA(form, "HTMLFormElement")) return inside;
  // A control may belong to a form from outside by its `form` attribute.
  const outside = controlsIn(form).filter((one): one is Control => !holds(form, one) && isLike(one, "input, textarea, select"));
  return [...inside.filter((one) => (ownerOf(one) ?? form) === form), ...outside];
}

function kindOf(control: Control): FieldKind | null {
  if (isA(control, "HTMLInputElement")) return kindOfInput[control.type] === undefined ? "text" : (kindOfInput[control.type] ?? null);
  if (isA(control, "HTMLTextAreaElement")) return "text";
  if (isA(control, "HTMLSelectElement")) return "select";
  return "rich";
}

function isSecret(form: Element, control: Control): boolean {
  return [control, ...drawnBy(form, control)].some((one) => {
    const said = ["name", "id", "label"].map((name) => attributeOf(one, name) ?? "");
    return secretAutocomplete.test(attributeOf(one, "autocomplete") ?? "") || [...said, labelOf(one)].some(namesSecret);
  });
}

/** What the page calls a control. */
export function labelOf(control: Element): string {
  const radioGroup = isA(control, "HTMLInputElement") && control.type === "radio" ? closestTo(control, "fieldset, [role=radiogroup]") : null;
  if (radioGroup) {
    const named = namedBy(radioGroup, "aria-labelledby")[0] ?? firstWithin(radioGroup, "legend");
    if (named) return textOf(named);
  }
  const [aria] = namedBy(control, "aria-labelledby");
  if (aria) return textOf(aria);
  const own = control.getAttribute("aria-label");
  if (own) return own.trim();
  const labels = isField(control) ? control.labels : null;
  const label = labels?.[0] ?? closestTo(control, "label");
  if (label) return wordsAround(label);
  const heading = firstWithin(closestTo(control, "tr"), "th");
  if (heading) return textOf(heading);
  return (control.getAttribute("placeholder") ?? control.getAttribute("title") ?? control.getAttribute("name") ?? "").trim();
}

export function isField(one: Element): one is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return isA(one, "HTMLInputElement") || isA(one, "HTMLTextAreaElement") || isA(one, "HTMLSelectElement");
}

/** A label's own words, without those of the control inside it (a list's options, a text area's text). */
function wordsAround(label: Element): string {
  let words = "";
  const walker = walkIn(label, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!closestTo(node.parentElement, "select, textarea, [contenteditable]")) words += ` ${node.nodeValue ?? ""}`;
  }
  return words.replaceAll(/\s+/g, " ").trim();
}

/** A file field that wants the signed document. */
export function wantsSigned(control: Control, label: string): boolean {
  return control.hasAttribute("data-signed") || /ხელმოწერილ|signed/i.test(label) || /\.(p7s|p7m|asice)/.test(control.getAttribute("accept") ?? "");
}

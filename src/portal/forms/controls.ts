// The controls of a form that a draft remembers. What a page hides, and what must never be kept (passwords, codes, PINs,
// bank cards), is left out here, in one place, for reading and for putting back.
import { textOf } from "../detect/text.ts";
import { closestTo, controlsIn, firstWithin, holds, isLike, namedBy, ownerOf, walkIn, within } from "../detect/unshadowed.ts";
import type { FieldKind } from "../../forms/snapshot.ts";

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
const secretName = /passw|parol|captcha|\bcv[cv]2?\b|\bpin\b|\botp\b|პაროლ|პინ[- ]?კოდ|საიდუმლო სიტყვ/i;

/** @returns all controls in the order of the page; of the radio buttons of one name the first only. */
export function controlsOf(form: Element): readonly Found[] {
  const counts = new Map<string, number>();
  const radios = new Set<string>();
  const found: Found[] = [];
  for (const control of candidates(form)) {
    const kind = kindOf(control);
    if (!kind || isSecret(control)) continue;
    const label = labelOf(control).slice(0, 300);
    const key = (control.getAttribute("name") || control.id || label).slice(0, 300);
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
  return candidates(form).filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === "radio" && (one.name || one.id || labelOf(one).slice(0, 300)) === key);
}

function candidates(form: Element): readonly Control[] {
  const inside = within(form, "input, textarea, select, [contenteditable=''], [contenteditable=true], [contenteditable=plaintext-only]").filter((one): one is Control => one instanceof HTMLElement && !(one instanceof HTMLFormElement));
  if (!(form instanceof HTMLFormElement)) return inside;
  // A control may belong to a form from outside by its `form` attribute.
  const outside = controlsIn(form).filter((one): one is Control => !holds(form, one) && isLike(one, "input, textarea, select"));
  return [...inside.filter((one) => (ownerOf(one) ?? form) === form), ...outside];
}

function kindOf(control: Control): FieldKind | null {
  if (control instanceof HTMLInputElement) return kindOfInput[control.type] === undefined ? "text" : (kindOfInput[control.type] ?? null);
  if (control instanceof HTMLTextAreaElement) return "text";
  if (control instanceof HTMLSelectElement) return "select";
  return "rich";
}

function isSecret(control: Control): boolean {
  if (secretAutocomplete.test(control.getAttribute("autocomplete") ?? "")) return true;
  return [control.getAttribute("name") ?? "", control.id, labelOf(control)].some((text) => secretName.test(text));
}

/** What the page calls a control. */
export function labelOf(control: Element): string {
  const radioGroup = control instanceof HTMLInputElement && control.type === "radio" ? closestTo(control, "fieldset, [role=radiogroup]") : null;
  if (radioGroup) {
    const named = namedBy(radioGroup, "aria-labelledby")[0] ?? firstWithin(radioGroup, "legend");
    if (named) return textOf(named);
  }
  const [aria] = namedBy(control, "aria-labelledby");
  if (aria) return textOf(aria);
  const own = control.getAttribute("aria-label");
  if (own) return own.trim();
  const labels = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement ? control.labels : null;
  const label = labels?.[0] ?? closestTo(control, "label");
  if (label) return wordsAround(label);
  const heading = firstWithin(closestTo(control, "tr"), "th");
  if (heading) return textOf(heading);
  return (control.getAttribute("placeholder") ?? control.getAttribute("title") ?? control.getAttribute("name") ?? "").trim();
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

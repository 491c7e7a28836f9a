// A form as a person sees it, in reading order: headings, words, and each field with what it shows. What is not seen is
// not read (and so not signed): hidden fields, fields that the page does not show, and what is never kept of a form
// (controls.ts). Files are listed by themselves, with their hashes. Pure reading: nothing of the page is touched.
import type { SeenItem } from "../../forms/signLine.ts";
import { closestAround, holdsDeep, rootIn } from "../detect/inside.ts";
import { childrenOf, closestTo, firstWithin, hostOf, isA, isElement, namedBy, parentOf } from "../detect/unshadowed.ts";
import { type Found, controlsOf, isField, labelOf, radiosOf } from "./controls.ts";

const headings = "h1, h2, h3, h4, h5, h6, legend, [role=heading]";
/** Words in these are the page's own tools, or what a field shows. */
const notWords = "button, [role=button], a[href], option, select, textarea, script, style, noscript, template, datalist, [contenteditable=''], [contenteditable=true], [contenteditable=plaintext-only]";

/** @param skip where the signed file goes: no part of what is signed */
export function readSeen(form: Element, skip: Element | null): readonly SeenItem[] {
  const controls = new Map(controlsOf(form).filter(({ control }) => control !== skip).map((found) => [found.control as Element, found]));
  const labels = labelElements(form, controls, skip);
  const items: SeenItem[] = [];
  /** Words of one block, so far. */
  const words: { block: Element | null; text: string } = { block: null, text: "" };
  const flush = (): void => {
    const text = words.text.replaceAll(/\s+/g, " ").trim();
    if (words.block && text !== "") items.push({ kind: closestAround(words.block, headings) ? "heading" : "text", text });
    words.block = null;
    words.text = "";
  };
  for (const node of drawnIn(form)) {
    if (isElement(node)) {
      const found = controls.get(node);
      if (!found || found.kind === "file" || !isSeen(form, found)) continue;
      flush();
      items.push(fieldItem(form, found));
    } else if (isA(node, "Text")) {
      const parent = node.parentElement ?? hostOf(node);
      if (!parent || node.data.trim() === "" || closestAround(parent, notWords) || isInside(parent, labels, form) || !isVisible(parent)) continue;
      const block = blockOf(parent, form);
      if (words.block !== block) flush();
      words.block = block;
      words.text += node.data;
    }
  }
  flush();
  // Controls that belong to the form from outside come last.
  for (const [control, found] of controls) if (!holdsDeep(form, control) && found.kind !== "file" && isSeen(form, found)) items.push(fieldItem(form, found));
  return items;
}

/** What is drawn of an element, in the order in which it is: of a component its root, with what it shows of what stands in it. */
function* drawnIn(node: Node): Generator<Node> {
  yield node;
  const root = isElement(node) ? rootIn(node) : null;
  const given = isA(node, "HTMLSlotElement") ? node.assignedNodes() : [];
  for (const one of given.length > 0 ? given : childrenOf(isA(root, "ShadowRoot") ? root : node)) yield* drawnIn(one);
}

function fieldItem(form: Element, found: Found): SeenItem {
  const { control, kind, key } = found;
  const label = found.label === "" ? key : found.label;
  if (kind === "check" && isA(control, "HTMLInputElement")) return { kind: "check", label, ticked: control.checked };
  return { kind: "field", label, value: valueOf(form, found) };
}

/** What the field shows, not what it sends: the words of the chosen option, a date as it is written here. */
function valueOf(form: Element, { control, kind, key }: Found): string {
  if (kind === "radio") {
    const chosen = radiosOf(form, key).find(({ checked }) => checked);
    return chosen ? optionLabel(chosen) : "";
  }
  if (isA(control, "HTMLSelectElement")) return [...control.selectedOptions].filter(({ value, text }) => value !== "" || !/^\s*[-–—]*\s*$/.test(text)).map(({ text }) => text.trim()).join(", ");
  if (isA(control, "HTMLTextAreaElement")) return control.value;
  if (isA(control, "HTMLInputElement")) {
    const date = control.type === "date" ? /^(\d{4,})-(\d\d)-(\d\d)$/.exec(control.value) : null;
    return date ? `${date[3] ?? ""}.${date[2] ?? ""}.${date[1] ?? ""}` : control.value;
  }
  return control.innerText;
}

/** A radio button's own words; its group's are the field's label. */
function optionLabel(radio: HTMLInputElement): string {
  const own = radio.labels?.[0] ?? closestTo(radio, "label");
  return own?.textContent?.replaceAll(/\s+/g, " ").trim() || radio.getAttribute("aria-label")?.trim() || radio.value;
}

/** Elements whose words are said as a field's label. */
function labelElements(form: Element, controls: ReadonlyMap<Element, Found>, skip: Element | null): ReadonlySet<Element> {
  const labels = new Set<Element>();
  const add = (one: Element | null | undefined): void => void (one ? labels.add(one) : undefined);
  const named = (control: Element): void => {
    if (isField(control)) for (const label of control.labels ?? []) add(label);
    add(closestTo(control, "label"));
    namedBy(control, "aria-labelledby").forEach(add);
    const header = firstWithin(closestTo(control, "tr"), "th");
    if (header && header.textContent?.replaceAll(/\s+/g, " ").trim() === labelOf(control)) add(header);
  };
  /** How to use a field for files: about the place of the signed file it would not be true any more. */
  const described = (control: Element): void => namedBy(control, "aria-describedby").forEach(add);
  for (const [control, { kind, key }] of controls) {
    named(control);
    if (kind === "file") described(control);
    if (kind !== "radio") continue;
    for (const radio of radiosOf(form, key)) named(radio);
    const group = closestTo(control, "fieldset, [role=radiogroup]");
    if (!group) continue;
    add(firstWithin(group, "legend"));
    namedBy(group, "aria-labelledby").forEach(add);
  }
  if (skip) {
    named(skip);
    described(skip);
  }
  return labels;
}

function isInside(element: Element, set: ReadonlySet<Element>, within: Element): boolean {
  for (let at: Element | null = element; at && at !== within; at = parentOf(at) ?? hostOf(at)) if (set.has(at)) return true;
  return set.has(within);
}

/** A group of radio buttons is seen when one of its labels is: the buttons themselves are often drawn otherwise. */
function isSeen(form: Element, { control, kind, key }: Found): boolean {
  const seen = (one: Element): boolean => isVisible(one) || (isA(one, "HTMLInputElement") && [...(one.labels ?? [])].some(isVisible));
  return kind === "radio" ? radiosOf(form, key).some(seen) : seen(control);
}

function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

function blockOf(element: Element, within: Element): Element {
  let at = element;
  for (let up = parentOf(at); at !== within && up && getComputedStyle(at).display.startsWith("inline"); up = parentOf(at)) at = up;
  return at;
}

import type { FieldFile } from "../../forms/line.ts";
import type { FieldValue, FormIdentity } from "../../forms/snapshot.ts";
import { nameOf, textOf } from "../detect/text.ts";
import { deepWithin } from "../detect/inside.ts";
import { attributeOf, documentOf, firstWithin, isA, ofPage, rootAround } from "../detect/unshadowed.ts";
import { controlsOf, type Found, radiosOf, wantsSigned } from "./controls.ts";

/** All that a form has in it now. */
export function readForm(form: Element): readonly FieldValue[] {
  return controlsOf(form).map((found) => readField(form, found));
}

export function readField(form: Element, found: Found): FieldValue {
  const { key, nth, kind, label, control } = found;
  const value = { key, nth, kind, label, values: valuesOf(form, found) };
  return kind === "file" && wantsSigned(control, label) ? { ...value, signed: true } : value;
}

export function valuesOf(form: Element, { control, kind, key }: Found): readonly string[] {
  if (kind === "radio") return radiosOf(form, key).filter((one) => one.checked).map((one) => one.value);
  if (isA(control, "HTMLSelectElement")) return [...control.selectedOptions].map((one) => one.value);
  if (isA(control, "HTMLInputElement") && kind === "check") return control.checked ? [control.value] : [];
  if (isA(control, "HTMLInputElement") && kind === "file") return [...(control.files ?? [])].map((one) => one.name);
  if (isA(control, "HTMLInputElement") || isA(control, "HTMLTextAreaElement")) return [control.value];
  return [control.innerText];
}

/** The files that stand in a form's fields. */
export function readFiles(form: Element): readonly FieldFile[] {
  return controlsOf(form).flatMap(({ control, kind, key, label }) =>
    kind === "file" && isA(control, "HTMLInputElement") ? [...(control.files ?? [])].map((file) => ({ key, file, signed: wantsSigned(control, label) })) : [],
  );
}

/** The address of the frame that it stands in, so far as it has one of its own. */
function placeIn(document: Document, form: Element): readonly string[] {
  const frame = documentOf(form);
  // Of a frame that is gone nothing is known any more.
  return frame === document || !frame.location ? [] : [frame.location.pathname];
}

/** Which form this is, the same on each visit: by its page's address and its place there, not by what is in it. */
export function identify(document: Document, form: Element): FormIdentity {
  const { origin, pathname, href } = document.location;
  const main = "main h1, h1, [role=heading][aria-level='1']";
  const heading = firstWithin(rootAround(form), main) ?? firstWithin(document, main);
  const title = (heading && textOf(heading)) || ofPage(document, "title");
  const name = attributeOf(form, "id") || attributeOf(form, "name") || attributeOf(form, "aria-label") || "";
  return { formKey: `${origin}${pathname.replace(/\/+$/, "")}#${[...placeIn(document, form), name].join(" ")}`.slice(0, 2_400), url: href.split("#", 1)[0]?.slice(0, 2_000) ?? origin, title: title.slice(0, 200) };
}

export interface FormName {
  readonly identity: FormIdentity;
  /** What the page says that it is for: its place within the site, the form's own name, its heading and the page's. */
  readonly about: readonly string[];
}

/** Which form this is, and of which application, so far as the page says so. */
export function nameForm(document: Document, form: Element): FormName {
  const identity = identify(document, form);
  const { formKey, title } = identity;
  const { pathname, hash } = document.location;
  return { identity, about: [[pathname + hash, ...placeIn(document, form)].join(" "), formKey.slice(formKey.indexOf("#")), `${title} ${nameOf(form) ?? ""}`] };
}

/** What a page has put into a form's hidden fields: which application it is, among other things. To be compared only. */
export function hiddenIn(form: Element): string {
  return JSON.stringify(deepWithin(form, "input[type=hidden]").map((one) => [attributeOf(one, "name"), isA(one, "HTMLInputElement") && one.value]));
}

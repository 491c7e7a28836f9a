import type { FieldFile } from "../../forms/line.ts";
import type { FieldValue, FormIdentity } from "../../forms/snapshot.ts";
import { nameOf, textOf } from "../detect/text.ts";
import { attributeOf, firstWithin, ofPage, within } from "../detect/unshadowed.ts";
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
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map((one) => one.value);
  if (control instanceof HTMLInputElement && kind === "check") return control.checked ? [control.value] : [];
  if (control instanceof HTMLInputElement && kind === "file") return [...(control.files ?? [])].map((one) => one.name);
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return [control.value];
  return [control.innerText];
}

/** The files that stand in a form's fields. */
export function readFiles(form: Element): readonly FieldFile[] {
  return controlsOf(form).flatMap(({ control, kind, key, label }) =>
    kind === "file" && control instanceof HTMLInputElement ? [...(control.files ?? [])].map((file) => ({ key, file, signed: wantsSigned(control, label) })) : [],
  );
}

/** Which form this is, the same on each visit: by its page's address and its place there, not by what is in it. */
export function identify(document: Document, form: Element): FormIdentity {
  const { origin, pathname, href } = document.location;
  const heading = firstWithin(document, "main h1, h1, [role=heading][aria-level='1']");
  const title = (heading && textOf(heading)) || ofPage(document, "title");
  const name = attributeOf(form, "id") || attributeOf(form, "name") || attributeOf(form, "aria-label") || "";
  return { formKey: `${origin}${pathname.replace(/\/+$/, "")}#${name}`.slice(0, 2_400), url: href.split("#", 1)[0]?.slice(0, 2_000) ?? origin, title: title.slice(0, 200) };
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
  return { identity, about: [pathname + hash, formKey.slice(formKey.indexOf("#")), `${title} ${nameOf(form) ?? ""}`] };
}

/** What a page has put into a form's hidden fields: which application it is, among other things. To be compared only. */
export function hiddenIn(form: Element): string {
  return JSON.stringify(within(form, "input[type=hidden]").map((one) => [attributeOf(one, "name"), one instanceof HTMLInputElement && one.value]));
}

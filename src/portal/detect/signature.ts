// Where a form asks for a signature: a file field that wants the signed document, or a hidden field that is marked for it.
import { controlsOf, labelOf, wantsSigned } from "../forms/controls.ts";
import { textOf } from "./text.ts";
import { allForms, asksPassword, deepWithin } from "./inside.ts";
import { hasInside, isA, namedBy } from "./unshadowed.ts";

/** What marks a hidden field: an attribute, or a name that says nothing else. */
const hiddenName = /^(signed|signature|xelmo(c|ts)era)[-_]?(file|document|form|data|pdf|cms)?$/i;

/** @returns the fields for a signed file, in the order of the page; never in a form with a password in it. */
export function findSignatureFields(document: Document): readonly Element[] {
  return allForms(document).flatMap((form) => (hasInside(form, "form") || asksPassword(form) ? [] : fieldsIn(form)));
}

function fieldsIn(form: Element): readonly Element[] {
  const files = controlsOf(form).filter(({ kind, control, label }) => kind === "file" && (wantsSigned(control, label) || wantsSigned(control, hintOf(control)))).map(({ control }) => control);
  const hidden = deepWithin(form, "input[type=hidden]").filter((one) => isA(one, "HTMLInputElement")).filter((one) => one.hasAttribute("data-signed") || (hiddenName.test(one.name) && one.value === ""));
  return [...files, ...hidden];
}

/** What a page says about a field beside its label. */
function hintOf(control: Element): string {
  return [...namedBy(control, "aria-describedby").map(textOf), labelOf(control)].join(" ");
}

// Where a form asks for a signature: a file field that wants the signed document, or a hidden field that is marked for it.
import { controlsOf, labelOf, wantsSigned } from "../forms/controls.ts";
import { textOf } from "./text.ts";
import { formsIn, hasInside, namedBy, within } from "./unshadowed.ts";

/** What marks a hidden field: an attribute, or a name that says nothing else. */
const hiddenName = /^(signed|signature|xelmo(c|ts)era)[-_]?(file|document|form|data|pdf|cms)?$/i;

/** @returns the fields for a signed file, in the order of the page; never in a form with a password in it. */
export function findSignatureFields(document: Document): readonly Element[] {
  return formsIn(document).flatMap((form) => (hasInside(form, "input[type=password], form") ? [] : fieldsIn(form)));
}

function fieldsIn(form: Element): readonly Element[] {
  const files = controlsOf(form).filter(({ kind, control, label }) => kind === "file" && (wantsSigned(control, label) || wantsSigned(control, hintOf(control)))).map(({ control }) => control);
  const hidden = within(form, "input[type=hidden]").filter((one): one is HTMLInputElement => one instanceof HTMLInputElement).filter((one) => one.hasAttribute("data-signed") || (hiddenName.test(one.name) && one.value === ""));
  return [...files, ...hidden];
}

/** What a page says about a field beside its label. */
function hintOf(control: Element): string {
  return [...namedBy(control, "aria-describedby").map(textOf), labelOf(control)].join(" ");
}

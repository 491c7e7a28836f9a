// Forms to sign in with, and whether a page knows who looks at it. What stands in a field is not looked at.
import { signsIn } from "../../favourites/access.ts";
import { isFreshPassword } from "./freshPassword.ts";
import { textOf } from "./text.ts";
import { attributeOf, closestTo, formAround, isLike, isVisible, within } from "./unshadowed.ts";

const out = /^(გასვლა|გამოსვლა|(სისტემიდან|პორტალიდან|პროფილიდან|ანგარიშიდან) (გასვლა|გამოსვლა)|(log|sign)[ -]?out)$/i;
const leaves = /\/(log|sign)-?out\b/i;
const password = "input[type=password]";
const typed = "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=number], input[type=date], textarea, select";
const names = "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=number]";

export function isSignIn(form: Element): boolean {
  const seen = (selector: string): readonly Element[] => within(form, selector).filter(isVisible);
  const passwords = seen(password);
  if (passwords.length !== 1) return false;
  const fields = seen(typed);
  const given = fields.filter((one) => isLike(one, names));
  // A second page that asks for the password alone says, for the browser's own keeper of passwords, for whom.
  const before = given.length === 0 ? within(form, "input[autocomplete~=username]") : [];
  return signsIn({ passwords: 1, fresh: passwords.filter((one) => isFreshPassword(one, saidOf(one))).length, names: given.length + before.length, otherFields: fields.length > given.length });
}

/** What a page says at a field. */
function saidOf(field: Element): string {
  const label = (field instanceof HTMLInputElement && field.labels?.[0]) || closestTo(field, "label");
  return `${label ? textOf(label) : ""} ${field.getAttribute("aria-label") ?? ""} ${field.getAttribute("placeholder") ?? ""}`;
}

/** Forms to sign in with that are to be seen. */
export function findSignIn(document: Document): readonly Element[] {
  const forms = new Set(within(document, password).flatMap((field) => formAround(field) ?? []));
  return [...forms].filter((form) => isVisible(form) && isSignIn(form));
}

/** Whether the page offers somebody to sign out: it knows them. Their menu may be folded. */
export function knowsSomebody(document: Document): boolean {
  for (const one of within(document, "a[href], button, input[type=submit], [role=button], [role=menuitem]")) {
    if (isLike(one, "a[href]") && leaves.test(attributeOf(one, "href") ?? "")) return true;
    const words = one instanceof HTMLInputElement ? one.value.trim() : (one.textContent ?? "").length > 60 ? "" : textOf(one);
    if (out.test(words)) return true;
  }
  return false;
}

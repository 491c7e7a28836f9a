// Forms to sign in with, and whether a page knows who looks at it. What stands in a field is not looked at.
import { type FormWay, signsIn } from "../../favourites/access.ts";
import { isFreshPassword } from "./freshPassword.ts";
import { textOf } from "./text.ts";
import { attributeOf, closestTo, formAround, isLike, isVisible, within } from "./unshadowed.ts";

const out = /^(გასვლა|გამოსვლა|(სისტემიდან|პორტალიდან|პროფილიდან|ანგარიშიდან) (გასვლა|გამოსვლა)|(log|sign)[ -]?out)$/i;
const leaves = /\/(log|sign)-?out\b/i;
const password = "input[type=password]";
/** Whoever signs in types into one of these, nearly always. */
export const secret = `${password}, input[autocomplete~=one-time-code]`;
/** A one-time code, by what the page says at its field. A one-time password is a password. */
const codeWords = /(ერთჯერად|დადასტურების|ვერიფიკაციის|ავტორიზაციის|მოსულ|მიღებულ|sms)\S*\s+(\S+\s+)?კოდი|(one-time|verification|sms|security)[ -]?code|\botp\b|sms_?code/i;
const pictureWords = /სურათ|captcha|picture|image/i;
const names = "input:is(:not([type]), [type=text], [type=email], [type=tel], [type=number])";
const typed = `${names}, input[type=date], textarea, select`;

/** By what a form lets somebody in whom the page does not know; null: it is for something else. */
export function signInWay(form: Element): FormWay | null {
  const seen = (selector: string): readonly Element[] => within(form, selector).filter(isVisible);
  const digits = seen("input[maxlength='1']");
  const isCode = (one: Element): boolean => (digits.length > 3 && digits.includes(one)) || takesCode(one);
  const passwords = seen(password).filter((one) => !isCode(one));
  const fields = seen(typed);
  const given = fields.filter((one) => isLike(one, names));
  const codes = seen(`${names}, ${password}`).filter(isCode);
  return signsIn({ passwords: passwords.length, fresh: passwords.filter((one) => isFreshPassword(one, saidOf(one))).length, codes: codes.length, names: given.filter((one) => !codes.includes(one)).length, otherFields: fields.length > given.length });
}

/** Whether a field is for a one-time code, not for what is to be read in a picture. */
export function takesCode(field: Element): boolean {
  if (isLike(field, "[autocomplete~=one-time-code]")) return true;
  const said = `${saidOf(field)} ${attributeOf(field, "name") ?? ""}`;
  return codeWords.test(said) && !pictureWords.test(said);
}

/** What a page says at a field. */
function saidOf(field: Element): string {
  const label = (field instanceof HTMLInputElement && field.labels?.[0]) || closestTo(field, "label");
  return `${label ? textOf(label) : ""} ${field.getAttribute("aria-label") ?? ""} ${field.getAttribute("placeholder") ?? ""}`;
}

/** Forms to sign in with that are to be seen. */
export function findSignIn(document: Document): readonly Element[] {
  const forms = new Set(within(document, secret).flatMap((field) => formAround(field) ?? []));
  return [...forms].filter((form) => isVisible(form) && signInWay(form));
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

// Registration, the one-time password and the profile, by their words. No password is ever read: only that a field is for one,
// and what it is called.
import { personPartOf } from "../../forms/personFields.ts";
import { controlsOf, labelOf } from "../forms/controls.ts";
import { alsoSays } from "../sites/moreWords.ts";
import { only } from "./detection.ts";
import { allForms } from "./inside.ts";
import { buttonsOf, maySend } from "./forms.ts";
import { isFreshPassword } from "./freshPassword.ts";
import { pageFacts } from "./page.ts";
import { textOf } from "./text.ts";
import { firstWithin, formsIn, hasInside, within } from "./unshadowed.ts";

const oneTimeName = /^(თქვენი )?ერთჯერადი პაროლი\s*:?$|^(your )?one-time password\s*:?$/i;
const oneTime = /ერთჯერად|one-time/i;
const registrationWords = /^(რეგისტრაცია|რეგისტრაციის (გზები|წესი)|როგორ (დავრეგისტრირდე|უნდა დავრეგისტრირდე|ხდება რეგისტრაცია)|registration|how to register)\??$/i;
const byCard = /პირადობის\s+(ელექტრონულ|ახალ|მოწმობ)|ახალი\s+(ტიპის\s+)?პირადობის|ბარათ|identity\s+card/i;
const byPassword = /პაროლ|password/i;
const mostFields = 6;

/** A form that takes a new password, typed twice. One for signing in has one field, and is none. */
export function findPasswordForm(document: Document): readonly Element[] {
  const forms = formsIn(document).filter((form) => {
    const fields = within(form, "input[type=password]");
    const named = fields.filter((one) => isFreshPassword(one, labelOf(one)));
    return fields.length >= 2 && fields.length <= 3 && named.length >= 1 && !hasInside(form, "form, textarea");
  });
  return forms.length === 1 ? forms : [];
}

/** Whether the page itself says that the present password is for one time. */
export function saysOneTime(document: Document): boolean {
  const { main: place, text } = pageFacts(document);
  if (!oneTime.test(text)) return false;
  return within(place, "h1, h2, p, label, dt, b, strong, [role=alert]").some((one) => oneTime.test(textOf(one)));
}

/** The name beside which a one-time password is shown; what stands there is not looked at. */
export function findFirstPassword(document: Document): readonly Element[] {
  const { main: place, text } = pageFacts(document);
  if (!oneTime.test(text) || firstWithin(document, "input[type=password]")) return [];
  return onlyFirstPassword(within(place, "dt, th, b, strong, span, label").filter((one) => one.children.length === 0));
}

/** The one of these that is called so, and has something beside it: counted alone, it could be any other name. */
export function onlyFirstPassword(elements: readonly Element[]): readonly Element[] {
  const named = only(elements.filter((one) => oneTimeName.test(textOf(one))));
  return named.filter((one) => one.nextElementSibling !== null);
}

/** The page that says how to register: its heading says so, and it names both ways. */
export function findRegistration(document: Document): readonly Element[] {
  const { main: place, heading, title } = pageFacts(document);
  if (!place || !heading || !(registrationWords.test(title) || alsoSays("registration", title)) || firstWithin(place, "form, input, textarea")) return [];
  const { text } = pageFacts(document);
  return byCard.test(text) && byPassword.test(text) ? [place] : [];
}

/** A short form with one field for a mobile number and one for a mail address, that is no application to be sent. */
export function findProfileForm(document: Document): readonly Element[] {
  const forms = allForms(document).filter((form) => {
    if (hasInside(form, "input[type=password], input[type=file], textarea, form")) return false;
    const fields = controlsOf(form).filter(({ kind }) => kind === "text");
    const parts = fields.map((one) => personPartOf(one));
    return fields.length <= mostFields && parts.filter((one) => one === "phone").length === 1 && parts.filter((one) => one === "email").length === 1 && !buttonsOf(form).some(maySend);
  });
  return forms.length === 1 ? forms : [];
}

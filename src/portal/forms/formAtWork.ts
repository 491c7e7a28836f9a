// A page may lose what its form was known by while somebody writes in it: its send button, its heading, its classes. What was a form
// to be kept when they began goes on being one.
import { allForms, asksPassword, closestAround } from "../detect/inside.ts";
import { anyForm, isThere } from "../detect/unshadowed.ts";
import { isApplication } from "../detect/forms.ts";
import { controlsOf } from "./controls.ts";

export interface FormAtWork {
  /** Somebody writes in it, and it was read just now: not with every key, it may have a thousand fields. @param keys of those that it has */
  note(form: Element, keys: readonly string[]): void;
  /** It, or what the page has drawn in its place; null: it is gone, or asks for a password by now. */
  now(document: Document): Element | null;
  /** The same, if somebody writes in it there. */
  around(target: Element, owner: Element | null): Element | null;
}

export function formAtWork(): FormAtWork {
  let at: Element | null = null;
  let keys: ReadonlySet<string> = new Set();
  const keysOf = (form: Element): readonly string[] => controlsOf(form).map(({ key }) => key);
  /** Drawn anew: it has most of the fields that the one before had. */
  const isIt = (form: Element | null): form is Element => {
    if (!form || asksPassword(form)) return false;
    if (form === at) return true;
    if (!at || isThere(at)) return false;
    return 2 * keysOf(form).filter((key) => keys.has(key)).length > keys.size;
  };
  return {
    note: (form, found) => {
      at = form;
      keys = new Set(found);
    },
    now: (document) => {
      if (!at) return null;
      return isThere(at) ? (isIt(at) ? at : null) : (allForms(document).find(isIt) ?? null);
    },
    around: (target, owner) => [owner, closestAround(target, anyForm)].find(isIt) ?? null,
  };
}

/** The form that somebody wrote in, where the page has put another one in its place, as pages do whose scripts come late. */
export function goneFormAround(target: Element): Element | null {
  const form = isThere(target) ? null : closestAround(target, anyForm);
  return form && isApplication(form) ? form : null;
}

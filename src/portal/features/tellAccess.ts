// Whether the person came in with a password (with the card they come in through us). That a form with one was sent off is all
// that is told: the field itself is not looked at.
import { sendMessage } from "../../platform/runtime.ts";
import type { FeatureContext } from "../feature.ts";

/** A sign-in that is still to be seen so long after it was sent was refused. */
const answerMs = 5_000;
const passwords = "input[type=password]";
const names = "input[type=email], input[type=text], input[type=tel], input:not([type])";

/**
 * A form to sign in with: who it is, and one password. To choose a new one it is typed twice or said to be new; somebody who is
 * in and asked once more for it is not asked who they are.
 */
function signsIn(form: Element): boolean {
  return form.querySelectorAll(passwords).length === 1 && !form.querySelector("[autocomplete~=new-password]") && form.querySelector(names) !== null;
}

export function tellAccess({ document, signal }: FeatureContext): void {
  const tell = (kind: "access/asked" | "access/password"): void => void sendMessage({ kind }).catch(() => undefined);
  const asked = (form: Element): boolean => form.isConnected && form.checkVisibility() && signsIn(form);
  // Still asked for one: nobody has come in with it.
  const forms = new Set([...document.querySelectorAll(passwords)].flatMap((field) => field.closest("form") ?? []));
  if ([...forms].some(asked)) tell("access/asked");
  document.addEventListener("submit", ({ isTrusted, target }) => {
    if (!isTrusted || !(target instanceof Element) || !signsIn(target)) return;
    tell("access/password");
    const timer = setTimeout(() => {
      if (asked(target)) tell("access/asked");
    }, answerMs);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  }, { signal, capture: true });
}

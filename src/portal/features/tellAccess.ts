// Whether the person came in with a password (with the card they come in through us). That a form with one was sent off is all
// that is told: the field itself is not looked at.
import { sendMessage } from "../../platform/runtime.ts";
import type { FeatureContext } from "../feature.ts";

/** A form to sign in with: one password. To choose a new one it is typed twice. */
const asksPassword = (form: Element): boolean => form.querySelectorAll("input[type=password]").length === 1;

export function tellAccess({ document, signal }: FeatureContext): void {
  const field = document.querySelector("input[type=password]");
  const form = field?.closest("form");
  // Still asked for one: nobody has come in with it.
  if (form && asksPassword(form) && form.checkVisibility()) void sendMessage({ kind: "access/asked" }).catch(() => undefined);
  document.addEventListener("submit", ({ isTrusted, target }) => {
    if (isTrusted && target instanceof Element && asksPassword(target)) void sendMessage({ kind: "access/password" }).catch(() => undefined);
  }, { signal, capture: true });
}

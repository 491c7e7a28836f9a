// Whether the person came in with a password or a one-time code (with the card they come in through us): that a form to sign in with was
// sent is told, and then whether the portal knows somebody. What that comes to is not decided in a page (favourites/access.ts).
import type { PageMessage } from "../../platform/pageMessages.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { findSignIn, knowsSomebody, secret, signInWay, takesCode } from "../detect/signIn.ts";
import { attributeOf, closestTo, firstWithin, formAround, listen } from "../detect/unshadowed.ts";
import type { FeatureContext } from "../feature.ts";

export function tellAccess({ document, signal, watch, signingIn }: FeatureContext): void {
  const tell = (message: Extract<PageMessage, { kind: `access/${string}` }>): void => void sendMessage(message).catch(() => undefined);
  let waiting = signingIn;
  const look = (): void => {
    if (!waiting || !knowsSomebody(document)) return;
    waiting = false;
    tell({ kind: "access/in" });
  };
  const sent = (form: Element | null): void => {
    const way = form && signInWay(form);
    // Whom the page knows is in already: asked once more for the password, or for another one.
    if (!way || knowsSomebody(document)) return;
    waiting = true;
    tell({ kind: "access/sent", way });
  };
  // A code that is asked for after a password was sent is the next step, and no refusal.
  if (firstWithin(document, secret) && !knowsSomebody(document) && findSignIn(document).some((form) => !waiting || signInWay(form) !== "code")) {
    waiting = false;
    tell({ kind: "access/asked" });
  }
  look();
  watch.onChange(look);
  listen(document, "submit", ({ isTrusted, target }) => {
    if (isTrusted && target instanceof Element) sent(target);
  }, { signal, capture: true });
  // Some are sent by a script's own button. One that only shows what was typed is taken for it, too: what counts comes after.
  listen(document, "click", ({ isTrusted, target }) => {
    const button = isTrusted && target instanceof Element ? closestTo(target, "button[type=button], input[type=button], [role=button], [role=form] button") : null;
    if (button) sent(formAround(button));
  }, { signal, capture: true });
  // And a code often by its last digit. Each field is judged once.
  const judged = new WeakSet<Element>();
  listen(document, "input", ({ isTrusted, target }) => {
    if (!isTrusted || !(target instanceof Element) || judged.has(target)) return;
    judged.add(target);
    if (takesCode(target) || attributeOf(target, "maxlength") === "1") sent(formAround(target));
  }, { signal, capture: true });
}

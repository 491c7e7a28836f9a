// Whether the person came in with a password (with the card they come in through us): that a form to sign in with was sent is told,
// and then whether the portal knows somebody. What that comes to is not decided in a page (favourites/access.ts).
import type { PageMessage } from "../../platform/pageMessages.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { findSignIn, isSignIn, knowsSomebody } from "../detect/signIn.ts";
import { closestTo, firstWithin, formAround, listen } from "../detect/unshadowed.ts";
import type { FeatureContext } from "../feature.ts";

export function tellAccess({ document, signal, watch, signingIn }: FeatureContext): void {
  const tell = (kind: Extract<PageMessage["kind"], `access/${string}`>): void => void sendMessage({ kind }).catch(() => undefined);
  let waiting = signingIn;
  const look = (): void => {
    if (!waiting || !knowsSomebody(document)) return;
    waiting = false;
    tell("access/in");
  };
  const sent = (form: Element | null): void => {
    // Whom the page knows is in already: asked once more for the password, or for another one.
    if (!form || !isSignIn(form) || knowsSomebody(document)) return;
    waiting = true;
    tell("access/sent");
  };
  if (firstWithin(document, "input[type=password]") && !knowsSomebody(document) && findSignIn(document).length > 0) {
    waiting = false;
    tell("access/asked");
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
}

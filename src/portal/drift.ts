// Notices when the portal's pages are no longer what the site data says. Nothing personal is reported: the kind of page,
// what is missing, and whether the words of the page still led to it.
import { sendMessage } from "../platform/runtime.ts";
import type { FeatureId } from "../platform/pageMessages.ts";
import type { FeatureContext } from "./feature.ts";
import { answeredWithError } from "./forms/pageStatus.ts";
import { knowsWords, lookFor } from "./findAnchors.ts";
import { mayConfirm, mayUse, partOf } from "./mayUse.ts";
import { isOn } from "./parts.ts";
import { expectedPages } from "./sites/bySiteData.ts";
import { expectationFor } from "./sites/expectation.ts";
import type { AnchorId } from "./sites/site.ts";
import { within } from "./detect/unshadowed.ts";

/** A page that draws itself gets this long. */
const settleMs = 4_000;

/** Looks once, when the page has settled. @param features what is switched on */
export function watchDrift({ document, signal }: FeatureContext, features: readonly FeatureId[]): void {
  const timer = setTimeout(() => {
    const expected = expectationFor(document.location.pathname, expectedPages());
    // A page that says "not found" has nothing that could have changed.
    if (!expected || answeredWithError() || asksToSignIn(document, expected.anchors)) return;
    const found = expected.anchors.map((anchor) => ({ anchor, by: lookFor(document, anchor).by })).filter(({ by }) => by !== null);
    if (found.some(({ by }) => by !== "words")) return;
    if (found.length === 0 && !expected.anchors.every((one) => canTell(document, one, features))) return;
    const anchor = found[0]?.anchor ?? expected.anchors[0];
    void sendMessage({ kind: "page/drift", page: expected.page, anchor, found: found.length > 0 }).catch(() => undefined);
  }, settleMs);
  signal.addEventListener("abort", () => clearTimeout(timer));
}

/** Whether an anchor that was not found is not there: what its part would find by words, a part that is switched off or still on its way has not looked for. */
export function canTell(document: Document, anchor: AnchorId, features: readonly FeatureId[]): boolean {
  if (knowsWords(anchor)) return true;
  const part = partOf(anchor);
  // A part that is switched on and was not called for would have found nothing (mayUse.ts).
  return part !== null && isOn(part, features) && !mayUse(document, part) && !(anchor === "confirmation" && mayConfirm(document));
}

/** Whoever is not in yet sees the sign-in in the page's place. */
function asksToSignIn(document: Document, anchors: readonly AnchorId[]): boolean {
  return !anchors.includes("password-form") && within(document, "input[type=password]").some((field) => field.checkVisibility());
}

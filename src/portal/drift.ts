// Notices when the portal's pages are no longer what the site data says. Nothing personal is reported: the kind of page,
// what is missing, and whether the words of the page still led to it.
import { sendMessage } from "../platform/runtime.ts";
import type { FeatureContext } from "./feature.ts";
import { answeredWithError } from "./forms/pageStatus.ts";
import { lookFor } from "./findAnchors.ts";
import { expectations } from "./sites/expectations.ts";
import type { AnchorId } from "./sites/site.ts";

/** A page that draws itself gets this long. */
const settleMs = 4_000;

/** Looks once, when the page has settled. */
export function watchDrift({ document, signal }: FeatureContext): void {
  const timer = setTimeout(() => {
    const expected = expectations.find(({ path }) => path.test(document.location.pathname));
    // A page that says "not found" has nothing that could have changed.
    if (!expected || answeredWithError(document) || asksToSignIn(document, expected.anchors)) return;
    const found = expected.anchors.map((anchor) => ({ anchor, by: lookFor(document, anchor).by })).filter(({ by }) => by !== null);
    if (found.some(({ by }) => by !== "words")) return;
    const anchor = found[0]?.anchor ?? expected.anchors[0];
    void sendMessage({ kind: "page/drift", page: expected.page, anchor, found: found.length > 0 }).catch(() => undefined);
  }, settleMs);
  signal.addEventListener("abort", () => clearTimeout(timer));
}

/** Whoever is not in yet sees the sign-in in the page's place. */
function asksToSignIn(document: Document, anchors: readonly AnchorId[]): boolean {
  return !anchors.includes("password-form") && [...document.querySelectorAll("input[type=password]")].some((field) => field.checkVisibility());
}

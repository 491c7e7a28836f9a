// Notices when the portal's pages are no longer what the site data says. Nothing personal is reported: the kind of page,
// what is missing, and whether the words of the page still led to it.
import { sendMessage } from "../platform/runtime.ts";
import type { FeatureContext } from "./feature.ts";
import { lookFor } from "./findAnchors.ts";
import { expectations } from "./sites/expectations.ts";

/** A page that draws itself gets this long. */
const settleMs = 4_000;

/** Looks once, when the page has settled. */
export function watchDrift({ document, signal }: FeatureContext): void {
  const timer = setTimeout(() => {
    const expected = expectations.find(({ path }) => path.test(document.location.pathname));
    for (const anchor of expected?.anchors ?? []) {
      const { by } = lookFor(document, anchor);
      if (expected && (by === null || by === "words")) {
        void sendMessage({ kind: "page/drift", page: expected.page, anchor, found: by === "words" }).catch(() => undefined);
      }
    }
  }, settleMs);
  signal.addEventListener("abort", () => clearTimeout(timer));
}

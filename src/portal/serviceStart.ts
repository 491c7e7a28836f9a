// A service that is started is told at once, whatever of the tools has come by then: somebody may know the page and click in
// its first moment. What becomes of it is for the tools that read (features/consent.ts).
import { sendMessage } from "../platform/runtime.ts";
import { readServiceSheet, startControls } from "./detect/serviceSheet.ts";
import type { FeatureContext } from "./feature.ts";

const stayMs = 2_500;

/** @param stayed the page is still here a while after: it draws the next step itself */
export function watchStarts({ document, signal, together: { starts }, find }: FeatureContext, stayed: () => void): void {
  document.addEventListener("click", (event) => {
    const place = find("service-page")[0];
    const control = event.isTrusted && event.target instanceof Element ? event.target.closest("a, button, input, [role=button]") : null;
    if (!place || !control || !startControls(place).includes(control)) return;
    const sheet = readServiceSheet(document, place);
    if (!sheet) return;
    // The page goes away in a moment, and what was seen is written from the next one; one that draws the next step itself
    // is still here after a while.
    starts.leaving += 1;
    const rest = (): void => {
      starts.leaving -= 1;
      if (!signal.aborted) stayed();
    };
    void sendMessage({ kind: "service/started", sheet }).then(() => setTimeout(rest, stayMs), () => (starts.leaving -= 1));
  }, { signal, capture: true });
}

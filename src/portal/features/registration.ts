// How to register: which of the two ways suits, and what to bring. The checks of camera, microphone, reader and card are the
// home page's.
import type { Feature, FeatureContext } from "../feature.ts";
import { makePill } from "./pills.ts";

export const registration: Feature = { id: "registration", start };

function start(context: FeatureContext): void {
  const { watch, find, t } = context;
  const panel = context.panel("registration", () => {
    // Nothing to say to it; it is made anew each time it is opened, and what was ticked is forgotten.
  });
  const pill = makePill(context, panel.toggle);
  watch.onChange(() => pill.show(find("registration").length > 0 ? { text: t("page_registration"), action: t("page_registration_open") } : null));
}

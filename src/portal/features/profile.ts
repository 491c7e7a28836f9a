// Mobile and e-mail, where the portal asks for them: at the first login, and when the profile is edited. They are looked at,
// typed and checked in a frame, and put into the page's fields on the person's click there.
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { fillForm } from "../forms/fillForm.ts";
import { identify, readForm } from "../forms/readForm.ts";
import { makePill } from "./pills.ts";

export const profile: Feature = { id: "profile", start };

function start(context: FeatureContext): void {
  const { document, signal, watch, find, t } = context;
  const formNow = (): Element | null => find("profile-form")[0] ?? null;
  const panel = context.panel("profile", (line) => {
    const say = (message: ToFrame): void => line.postMessage(message);
    line.addEventListener("message", (event: MessageEvent<FromFrame>) => {
      if (event.data.kind === "fill") void fillForm(formNow, event.data.fields, [], signal).then((missing) => say({ kind: "filled", missing }));
    });
    line.start();
    const form = formNow();
    if (form) say({ kind: "form", identity: identify(document, form), fields: readForm(form), draftId: null });
  });
  const pill = makePill(context, panel.toggle);
  watch.onChange(() => pill.show(formNow() ? { text: t("page_profile"), action: t("page_profile_open") } : null));
}

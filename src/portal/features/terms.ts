// The portal's terms, services' own terms and notices: each version is kept, a change is said, and what changed is shown in
// a frame, where the person decides.
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import { pageKeyOf, type SeenTerms } from "../../notices/terms.ts";
import { paragraphsOf, statedDay } from "../detect/terms.ts";
import { textOf } from "../detect/text.ts";
import { firstWithin, ofPage, within } from "../detect/unshadowed.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { makeKeeper } from "../keeper.ts";
import { makePill } from "./pills.ts";

export const terms: Feature = { id: "terms", start };

function start(context: FeatureContext): void {
  const { document, watch, find, t } = context;
  let seen: SeenTerms | null = null;
  let said = "";

  const panel = context.panel("terms", (line) => {
    line.start();
    line.postMessage({ kind: "terms", seen } satisfies ToFrame);
  });
  const pill = makePill(context, panel.toggle);
  const keeper = makeKeeper(context, (message: FromFrame) => {
    if (message.kind !== "terms/kept") return;
    const { state, notices } = message;
    if (notices > 0) pill.show({ text: t("page_terms_notices", { COUNT: String(notices) }), action: t("page_terms_open") });
    if (state) pill.show({ text: t(`page_terms_${state}`), kind: state === "changed" ? "warning" : "plain", action: t("page_terms_open"), quiet: state === "same" });
  });

  watch.onChange(() => {
    const now = read(document, find);
    const key = JSON.stringify(now);
    if (key === said) return;
    said = key;
    seen = now.terms;
    if (now.terms || now.notices.length > 0) keeper.send({ kind: "terms/seen", ...now });
    else pill.show(null);
  });
}

function read(document: Document, find: FeatureContext["find"]): { readonly terms: SeenTerms | null; readonly notices: readonly { readonly title: string; readonly date: string | null; readonly text: string; readonly url: string }[] } {
  const { origin, href } = document.location;
  const url = (href.split("#", 1)[0] ?? origin).slice(0, 2_000);
  const own = find("service-terms")[0];
  const place = own ?? find("terms")[0];
  const heading = firstWithin(place, "h1") ?? firstWithin(document, "h1");
  const paragraphs = place ? paragraphsOf(place) : [];
  const text: SeenTerms | null = place && paragraphs.length > 0 ? { what: own ? "service" : "portal", pageKey: pageKeyOf(document.location), url, title: (heading ? textOf(heading) : ofPage(document, "title")).slice(0, 200), stated: statedDay(place), paragraphs } : null;
  const notices = find("notice").map((one) => {
    const title = firstWithin(one, "h2, h3, [role=heading]");
    return { title: (title ? textOf(title) : "").slice(0, 200), date: statedDay(one), text: within(one, "p").map(textOf).join("\n").slice(0, 10_000), url };
  });
  return { terms: text, notices };
}

// Consent at the moment it happens: before a service is started the person sees to whom data go; that it was started becomes
// a record with the very words of the page. It never stands in the way, and says nothing that the page does not say.
import { isFields } from "../../codec/fields.ts";
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import { factsOf, parseServiceSheet, type ServiceSheet, specialIn } from "../../notices/serviceFacts.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { readServiceSheet } from "../detect/serviceSheet.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { makeKeeper } from "../keeper.ts";
import { makePill } from "./pills.ts";

export const consent: Feature = { id: "consent", start };

function start(context: FeatureContext): void {
  const { document, signal, watch, together, find, t } = context;
  let sheet: ServiceSheet | null = null;
  let said = "";
  const panel = context.panel("consent", (line) => {
    line.start();
    line.postMessage({ kind: "service", sheet } satisfies ToFrame);
  });
  const pill = makePill(context, panel.toggle);
  const keeper = makeKeeper(context, (message: FromFrame) => {
    if (message.kind === "started/kept") pill.show({ text: t(`page_consent_${message.how}`), action: t("page_consent_open"), kind: message.how === "failed" ? "warning" : "plain" });
  });

  async function settle(): Promise<void> {
    const reply: unknown = await sendMessage({ kind: "service/pending" }).catch(() => null);
    const started = isFields(reply) ? parseServiceSheet(reply["sheet"]) : null;
    if (!started || signal.aborted || !isFields(reply) || typeof reply["at"] !== "number") return;
    sheet = started;
    keeper.send({ kind: "started", sheet: started, at: reply["at"] });
  }
  watch.onChange(() => {
    const place = find("service-page")[0];
    const now = place ? readServiceSheet(document, place) : null;
    const key = JSON.stringify(now);
    if (!now || key === said) return;
    said = key;
    sheet = now;
    const facts = factsOf(now);
    const special = specialIn(facts).length > 0;
    pill.show({
      text: `${t("page_consent_to", { PROVIDER: now.provider ?? t("page_consent_silent") })}${special ? ` ${t("page_consent_special")}` : ""}`,
      action: t("page_consent_open"),
      kind: special ? "warning" : "plain",
    });
  });
  const stayed = (): void => void settle();
  together.starts.stayed.add(stayed);
  signal.addEventListener("abort", () => together.starts.stayed.delete(stayed));
  // What was started in this very page a moment ago is left to the next one.
  if (together.starts.leaving === 0) void settle();
}

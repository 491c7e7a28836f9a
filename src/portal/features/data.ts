// "Who holds my data" beside the portal's page: a second handle under the favourites' that opens a frame. The page learns
// nothing from it; the frame learns which organisation's service the page describes, and shows that one first.
import type { ToFrame } from "../../forms/line.ts";
import { onPageCommand } from "../../platform/pageCommands.ts";
import { readServiceSheet } from "../detect/serviceSheet.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { makeHandle } from "./handle.ts";
import { dataLook } from "./handleLooks.ts";

export const data: Feature = { id: "data", start };

function start(context: FeatureContext): void {
  const { document, signal, find, t } = context;
  const panel = context.panel("data", (line) => {
    line.start();
    const place = find("service-page")[0];
    line.postMessage({ kind: "service", sheet: place ? readServiceSheet(document, place) : null } satisfies ToFrame);
  });
  makeHandle(context, { ...dataLook, label: t("page_data_open") }, panel.prepare, panel.toggle);
  onPageCommand((message) => {
    if (signal.aborted || message.kind !== "page/toggle" || message.panel !== "data") return undefined;
    panel.toggle();
    return Promise.resolve(true);
  });
}

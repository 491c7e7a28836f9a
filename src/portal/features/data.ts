// "Who holds my data" beside the portal's page: a second handle under the favourites' that opens a frame. The page learns
// nothing from it; the frame learns which organisation's service the page describes, and shows that one first.
import type { ToFrame } from "../../forms/line.ts";
import { onPageCommand } from "../../platform/pageCommands.ts";
import { readServiceSheet } from "../detect/serviceSheet.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { makeHandle } from "./handle.ts";
import { makePanel } from "./panel.ts";

export const data: Feature = { id: "data", start };

function start(context: FeatureContext): void {
  const { document, signal, find, t } = context;
  const panel = makePanel(context, "data", (line) => {
    line.start();
    const place = find("service-page")[0];
    line.postMessage({ kind: "service", sheet: place ? readServiceSheet(document, place) : null } satisfies ToFrame);
  });
  makeHandle(context, { name: "handle-data", label: t("page_data_open"), shape: "M12 3.6a3.9 3.9 0 1 1 0 7.8a3.9 3.9 0 1 1 0-7.8zM12 5.4a2.1 2.1 0 1 0 0 4.2a2.1 2.1 0 1 0 0-4.2zM4.6 19c.6-4 3.4-6.4 7.4-6.4s6.8 2.4 7.4 6.4a.9.9 0 0 1-1.8.250c-.5-3-2.6-4.85-5.6-4.85s-5.1 1.85-5.6 4.85A.9.9 0 0 1 4.6 19zM3.5 7.6h2a.9.9 0 0 1 0 1.8h-2a.9.9 0 0 1 0-1.8zM3.5 11.1H5a.9.9 0 0 1 0 1.8H3.5a.9.9 0 0 1 0-1.8zM18.5 7.6h2a.9.9 0 0 1 0 1.8h-2a.9.9 0 0 1 0-1.8zM19 11.1h1.5a.9.9 0 0 1 0 1.8H19a.9.9 0 0 1 0-1.8z" }, panel.prepare, panel.toggle);
  onPageCommand((message) => {
    if (signal.aborted || message.kind !== "page/toggle" || message.panel !== "data") return undefined;
    panel.toggle();
    return Promise.resolve(true);
  });
}

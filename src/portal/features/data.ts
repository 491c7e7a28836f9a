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
  makeHandle(context, { name: "handle-data", label: t("page_data_open"), shape: "M12 3.600a3.900 3.900 0 1 1 0 7.800a3.900 3.900 0 1 1 0-7.800zM12 5.400a2.100 2.100 0 1 0 0 4.200a2.100 2.100 0 1 0 0-4.200zM4.600 19c.600-4 3.400-6.400 7.400-6.400s6.800 2.400 7.400 6.400a.9.900 0 0 1-1.800.250c-.5-3-2.600-4.850-5.600-4.850s-5.100 1.850-5.600 4.850A.9.900 0 0 1 4.600 19zM3.500 7.600h2a.9.900 0 0 1 0 1.800h-2a.9.900 0 0 1 0-1.800zM3.500 11.100H5a.9.900 0 0 1 0 1.800H3.500a.9.900 0 0 1 0-1.800zM18.500 7.600h2a.9.900 0 0 1 0 1.800h-2a.9.900 0 0 1 0-1.800zM19 11.100h1.500a.9.900 0 0 1 0 1.800H19a.9.900 0 0 1 0-1.800z" }, panel.prepare, panel.toggle);
  onPageCommand((message) => {
    if (signal.aborted || message.kind !== "page/toggle" || message.panel !== "data") return undefined;
    panel.toggle();
    return Promise.resolve(true);
  });
}

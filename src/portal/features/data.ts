// "Who holds my data" beside the portal's page: a second handle under the favourites' that opens a frame. The page learns
// nothing from it; the frame learns which organisation's service the page describes, and shows that one first.
import type { ToFrame } from "../../forms/line.ts";
import { readServiceSheet } from "../detect/serviceSheet.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { makeHandle } from "./handle.ts";
import { makePanel } from "./panel.ts";

export const data: Feature = { id: "data", start };

function start(context: FeatureContext): void {
  const { document, find, t } = context;
  const panel = makePanel(context, "data", (line) => {
    line.start();
    const place = find("service-page")[0];
    line.postMessage({ kind: "service", sheet: place ? readServiceSheet(document, place) : null } satisfies ToFrame);
  });
  makeHandle(context, { name: "handle-data", label: t("page_data_open"), paths: ["M12 4.500a3 3 0 1 1 0 6a3 3 0 1 1 0-6", "M5.500 19c.500-3.500 3-5.500 6.500-5.500s6 2 6.500 5.500", "M3.500 8.500h2M3.500 12h1.500M18.500 8.500h2M19 12h1.500"] }, panel.prepare, panel.toggle);
}

// The person's own page: what is due, favourites and last documents beside it, and what the portal says of the person kept as
// dated snapshots. All of it is in a frame; the page learns nothing.
import type { ToFrame } from "../../forms/line.ts";
import type { SeenRegister } from "../../personal/register.ts";
import { readRegister } from "../detect/registers.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { makePill } from "./pills.ts";

export const personal: Feature = { id: "personal", start };

function start(context: FeatureContext): void {
  const { document, watch, find, t } = context;
  const panel = context.panel("personal", (line) => {
    line.start();
    line.postMessage({ kind: "registers", registers: read(document, find) } satisfies ToFrame);
  });
  const pill = makePill(context, panel.toggle);
  watch.onChange(() => {
    const registers = find("personal-table").length;
    if (registers > 0) pill.show({ text: t("page_personal_registers"), action: t("page_personal_open") });
    else if (find("personal-page").length > 0) pill.show({ text: t("page_personal"), action: t("page_personal_open") });
    else pill.show(null);
  });
}

/** Two sets of the same kind in one page are told apart by their titles. */
function read(document: Document, find: FeatureContext["find"]): readonly SeenRegister[] {
  const keys = new Set<string>();
  return find("personal-table").flatMap((one) => {
    const register = readRegister(document, one);
    if (!register) return [];
    const registerKey = keys.has(register.registerKey) ? `${register.registerKey} ${register.title}`.slice(0, 2_500) : register.registerKey;
    if (keys.has(registerKey)) return [];
    keys.add(registerKey);
    return [{ ...register, registerKey }];
  });
}

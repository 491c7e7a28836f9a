// The first password is for one time: said where the portal gives it and where it is changed, with help to make a good one.
// The fields themselves are never read or filled: what stands in them is between the person and the portal.
import type { ToFrame } from "../../forms/line.ts";
import { saysOneTime } from "../detect/account.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { makePill } from "./pills.ts";

export const password: Feature = { id: "password", start };

function start(context: FeatureContext): void {
  const { document, watch, find, t } = context;
  const given = (): boolean => find("first-password").length > 0;
  const panel = context.panel("password", (line) => {
    line.start();
    line.postMessage({ kind: "password", given: given(), oneTime: saysOneTime(document) } satisfies ToFrame);
  });
  const pill = makePill(context, panel.toggle);
  watch.onChange(() => {
    if (given()) pill.show({ text: t("page_password_given"), action: t("page_password_open"), kind: "warning" });
    else if (find("password-form").length === 0) pill.show(null);
    else if (saysOneTime(document)) pill.show({ text: t("page_password_one_time"), action: t("page_password_open"), kind: "warning" });
    else pill.show({ text: t("page_password_new"), action: t("page_password_open") });
  });
}

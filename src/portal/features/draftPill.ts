// What is said of a form's drafts beside it: whether there are any, what has become of what was typed, and what of what was sent.
import type { FromFrame, Kept } from "../../forms/line.ts";
import type { FeatureContext } from "../feature.ts";
import { makePill } from "./pills.ts";

type Drafts = Extract<FromFrame, { kind: "drafts" }>;

export interface DraftPill {
  /** Says this from now on. @param asQuiet nothing new: it stays as small as it is */
  readonly tell: (text: string, asWarning?: boolean, asQuiet?: boolean) => void;
  readonly tellKept: (outcome: Kept) => void;
  readonly tellDrafts: (drafts: Drafts) => void;
  readonly show: () => void;
}

/** @param there whether the page has a form, without which nothing is said of what there is */
export function draftPill(context: FeatureContext, there: () => boolean, open: () => void): DraftPill {
  const { t } = context;
  let drafts = 0;
  /** What becomes of what is typed here; null: nobody has said it yet, and nothing is promised. */
  let vault: Drafts["vault"] = null;
  let status: string | null = null;
  let warning = false;
  let quiet = false;
  const pill = makePill(context, open);

  function show(): void {
    if (status === null && !there()) return pill.show(null);
    const text = status ?? (drafts > 0 ? t("page_form_found", { COUNT: String(drafts) }) : vault && t(vault === "unlocked" ? "page_form_tools" : `page_form_tools_${vault}`)) ?? "";
    pill.show({ text, kind: warning ? "warning" : "plain", action: t("page_form_open"), quiet: status === null ? drafts === 0 : quiet });
  }
  function tell(text: string, asWarning = false, asQuiet = false): void {
    status = text;
    warning = asWarning;
    quiet = asQuiet;
    show();
  }
  return {
    tell,
    tellKept: (outcome) => {
      const time = new Date().toTimeString().slice(0, 5);
      if ("forked" in outcome && outcome.forked) tell(t("page_form_forked", { TIME: time }), true);
      else if (outcome.how === "stored" || outcome.how === "sealed") {
        const { how } = outcome;
        const already = how === "stored" || (status ?? "").startsWith(t(`page_form_${how}`, { TIME: "" }).slice(0, 12));
        tell(t(`page_form_${how}`, { TIME: time }), false, already);
      } else tell(t(`page_form_${outcome.how}`), true);
    },
    tellDrafts: ({ count, vault: now }) => {
      drafts = count ?? 0;
      vault = now;
      show();
    },
    show,
  };
}

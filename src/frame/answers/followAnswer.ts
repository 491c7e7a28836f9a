import type { RequestKind } from "../../consent/law/requestKind.ts";
import { homePage } from "../../platform/pages.ts";
import { extensionUrl } from "../../platform/runtime.ts";
import { showPage } from "../../platform/tabs.ts";
import type { KeptAnswer } from "../../ui/applications/answerMarks.ts";

/** Leads to the home page, where the request about an answer is written. */
export function followAnswer({ answerId }: KeptAnswer, kind: RequestKind): void {
  void showPage(`${extensionUrl(homePage)}#data/answer/${encodeURIComponent(answerId)}/${kind}`);
}

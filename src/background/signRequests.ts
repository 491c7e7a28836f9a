// What a person began by a click in a page: a form, or a link of the official program's scheme, is to be signed. The page
// gets no answer by its protocol; its content script learns that the window is gone.
// oxlint-disable-next-line import/default -- the build plugin answers this import with the file's address
import signFormScript from "../portal/signForm.iife.ts?script&iife";
import type { SignHere, SignReply } from "../platform/messages.ts";
import { isPermitted } from "../platform/sites.ts";
import { isPopupUrl } from "../platform/pages.ts";
import type { Sender } from "../platform/runtime.ts";
import { runInTab } from "../platform/scripts.ts";
import { askTab, frontTab } from "../platform/tabs.ts";
import { identify } from "./asker.ts";
import { type Obstacle, openPrompt } from "./openPrompt.ts";
import { bringPartTo } from "./pageFeatures.ts";

/** A form is read, looked at, signed, perhaps by somebody who has to find the envelope first. */
const patienceMs = 60 * 60_000;

const replies = { pending: "busy", many: "busy", declined: "declined", window: "failed" } as const satisfies Record<Obstacle, SignReply>;

/** With the part that keeps the draft of what is signed. */
async function bringSigningTo(tabId: number): Promise<void> {
  await bringPartTo("forms", tabId);
  await bringPartTo("signing", tabId);
}

export async function signRequest(ticket: string, link: string | null, sender: Sender): Promise<SignReply> {
  const asker = await identify(sender);
  if (!asker) return "not-allowed";
  const { tabId, documentId } = asker;
  const asks = link === null ? ({ action: "sign-form", tabId, documentId, ticket } as const) : ({ action: "unitool", link } as const);
  const obstacle = await openPrompt({ asks, ticket, asker, language: null, libraryVersion: "", deadline: Date.now() + patienceMs });
  return obstacle ? replies[obstacle] : "waiting";
}

/** The popup's button: the form of the page in front, wherever the person allowed the extension. */
export async function signHere(sender: Sender): Promise<SignHere | null> {
  if (!isPopupUrl(sender.url)) return null;
  const tab = await frontTab();
  if (!tab || tab.origin === null || !(await isPermitted(tab.origin))) return "not-allowed";
  // Where the portal's tools run they begin; where they have not come yet they are brought; elsewhere, or where
  // they are switched off, a script of its own.
  let begun = await askTab(tab.tabId, { kind: "sign/begin" });
  for (const bring of [() => bringSigningTo(tab.tabId), () => runInTab(tab.tabId, signFormScript)]) {
    if (typeof begun === "boolean") break;
    await bring();
    begun = await askTab(tab.tabId, { kind: "sign/begin" });
  }
  return begun === true ? "begun" : "no-form";
}

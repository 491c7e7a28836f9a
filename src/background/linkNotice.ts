// A click on a link of the official program's scheme that no window answers: the person learns why, where they clicked.
// oxlint-disable-next-line import/default -- the build plugin answers this import with the file's address
import linkNoticeScript from "../portal/linkNotice.iife.ts?script&iife";
import { loadCatalogue } from "../i18n/catalogue.ts";
import type { SignReply } from "../platform/messages.ts";
import { extensionUrl, type Sender } from "../platform/runtime.ts";
import { runInDocument } from "../platform/scripts.ts";
import { readSettings } from "../platform/settings.ts";
import { sendToDocument } from "../platform/tabs.ts";

const keys = { busy: "unitool_click_busy", declined: "unitool_click_declined", failed: "unitool_click_failed", "not-allowed": "unitool_click_not_allowed" } as const satisfies Record<Exclude<SignReply, "waiting">, string>;

/** Passes the reply on; when no window came of the click, the person is told. */
export async function orTell(asked: Promise<SignReply>, sender: Sender): Promise<SignReply> {
  const reply = await asked;
  if (reply !== "waiting") await tellUnanswered(reply, sender);
  return reply;
}

/** Nothing of the person, and nothing of the link, is in it. A document that is gone needs no answer. */
async function tellUnanswered(reply: Exclude<SignReply, "waiting">, { tabId, documentId }: Sender): Promise<void> {
  if (tabId === null || documentId === null) return;
  const { language } = await readSettings();
  const catalogue = await loadCatalogue(extensionUrl(""), language ?? "ka");
  await runInDocument(tabId, documentId, linkNoticeScript);
  await sendToDocument(tabId, documentId, { kind: "link/unanswered", text: catalogue[keys[reply]]?.message ?? "", close: catalogue["page_pill_close"]?.message ?? "" });
}

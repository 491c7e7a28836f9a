// The handles in a portal page that takes no frame of ours (its policy puts it into a sandbox without an origin): a click opens our own
// page, in a tab, and says so here. Nothing in the page is read, and nothing of the person is shown.
import { sendMessage } from "../platform/runtime.ts";
import { dataLook, favouritesLook } from "./features/handleLooks.ts";
import { makeHandle } from "./features/handle.ts";
import { openOverlay } from "./overlay.ts";
import { isStart, textsOf } from "./pageTexts.ts";
import { make, ofPage } from "./detect/unshadowed.ts";
import { world } from "./world.ts";

const css = `
.sandbox-notice { position: fixed; inset-block-end: 16px; inset-inline-end: 16px; box-sizing: border-box; max-inline-size: min(24rem, calc(100vw - 32px)); padding: 14px 18px; border: 1px solid light-dark(#1d5c4d, #7fcdb6); border-radius: 14px; background: light-dark(#fff, #1d231f); color: light-dark(#1e2420, #eef1ec); box-shadow: 0 2px 10px rgb(0 0 0 / 22%); font: 16px/1.5 "Noto Sans Georgian", "Noto Sans", Sylfaen, "Segoe UI", sans-serif; }
/* Empty it can't be seen, and is there for a screen reader: one that comes with its words is not read out. */
.sandbox-notice:empty { border: 0; padding: 0; box-shadow: none; background: none; }
@media (forced-colors: active) { .sandbox-notice { background: Canvas; color: CanvasText; } }
`;
/** Long enough for two lines that are read slowly, by somebody who comes back to this tab. */
const readMs = 20_000;
const handles = [{ panel: "favourites", look: favouritesLook, label: "page_menu_open" }, { panel: "data", look: dataLook, label: "page_data_open" }] as const;

async function start(): Promise<void> {
  const reply = await world.handles;
  world.handles = undefined;
  if (!isStart(reply)) return;
  const stop = new AbortController();
  const { signal } = stop;
  // Settings changed: what is there goes, and what is wanted now is asked for (features.iife.ts). Changed while these were on their way, both come.
  world.tools?.stop();
  world.tools = { add: () => undefined, stop: () => stop.abort() };
  const overlay = openOverlay(document, signal);
  overlay.addStyle(css);
  const notice = make(document, "p");
  notice.className = "sandbox-notice";
  notice.setAttribute("role", "status");
  const t = textsOf(reply);
  let gone: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    notice.textContent = text;
    world.said = text;
    clearTimeout(gone);
    if (text !== "") gone = setTimeout(() => (ofPage(document, "hidden") ? say(text) : say("")), readMs);
  };
  for (const { panel, look, label } of handles) {
    if (!reply.features.includes(panel)) continue;
    makeHandle({ document, signal, overlay }, { ...look, label: t(label) }, () => undefined, () => {
      say("");
      // Said when it is so: a page that was there before the extension was updated opens nothing.
      void sendMessage({ kind: "page/home", panel }).catch(() => null).then((opened) => say(t(opened === true ? "page_sandboxed" : "page_sandboxed_failed")));
    });
  }
  overlay.root.append(notice);
  // Settings that were changed a moment ago start this once more, while somebody reads.
  if (world.said) say(world.said);
}

void start();

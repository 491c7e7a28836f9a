import type { FrameStart } from "../platform/pageMessages.ts";
import { sendEarly } from "../platform/earlyMessage.ts";

/** Redeems the nonce in this frame's address. @returns null when it is not good: nothing may be shown then. */
export async function redeem(): Promise<FrameStart | null> {
  const nonce = location.hash.slice(1);
  // Only a tab's top document is given nonces. See: [Note: whose frame it is] in src/background/frames.ts.
  const isNone = nonce === "" || window === window.top || window.parent !== window.top;
  const asked: Promise<unknown> | null = isNone ? null : sendEarly({ kind: "frame/redeem", nonce }).catch(() => null);
  // Out of the address in the same moment: it is of no use to anybody from here on. Somebody waits for the answer, so the question goes first.
  history.replaceState(null, "", location.pathname);
  const reply = await asked;
  return isFrameStart(reply) ? reply : null;
}

// The service worker's own word: it made this value (background/frames.ts).
function isFrameStart(value: unknown): value is FrameStart {
  return typeof value === "object" && value !== null && "panel" in value && "line" in value;
}

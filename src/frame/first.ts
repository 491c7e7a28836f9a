// The first of a frame's scripts, a file of its own (vite.config.ts): the service worker is asked what shall be shown while the code
// that shows it is still being read.
import type { FrameStart } from "../platform/pageMessages.ts";
import { redeem } from "./redeem.ts";

/** What this frame shall show; null: nothing. */
export const redeemed: Promise<FrameStart | null> = redeem();

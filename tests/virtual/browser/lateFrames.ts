// [Note: a frame that comes late] Puppeteer learns of a frame in another process twice: from its parent (the frame is there) and
// from the browser (here is a session to it). When several such frames are loaded at once it may handle the second before the
// first: the session is then given to no frame, and the frame, once it is there, is asked through its parent's for ever. What is
// asked of it ends after 30 seconds with "Timed out after waiting 30000ms", and a panel in it is never found. Seen with
// puppeteer 24.43.1 on a busy machine in 5 of 176 frames that were loaded four or eight at a time; with what is below in none of
// 212, three of which had come late.
import type { Browser } from "puppeteer";

interface LateFrame {
  readonly client: unknown;
  updateClient(session: unknown): void;
}
interface FrameTarget {
  _getTargetInfo(): { readonly type: string; readonly targetId: string };
  _session(): unknown;
}
interface FrameManager {
  frame(id: string): LateFrame | null;
  onAttachedToTarget: (this: FrameManager, target: FrameTarget) => void;
}

const patienceMs = 30_000;
const mended = new WeakSet<object>();

/** From now on a frame gets its session in this process whichever is heard of first. */
export async function mendLateFrames(browser: Browser): Promise<void> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const { _frameManager: manager } = page.mainFrame() as unknown as { readonly _frameManager: FrameManager };
  const prototype = Object.getPrototypeOf(manager) as FrameManager;
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const { onAttachedToTarget } = prototype;
  prototype.onAttachedToTarget = function (target) {
    // oxlint-disable-next-line no-underscore-dangle -- puppeteer has no other way to ask
    const { type, targetId } = target._getTargetInfo();
    const late = type === "iframe" && !this.frame(targetId);
    onAttachedToTarget.call(this, target);
    if (!late) return;
    // oxlint-disable-next-line no-underscore-dangle
    const session = target._session();
    const end = Date.now() + patienceMs;
    const look = (): void => {
      const frame = this.frame(targetId);
      if (frame && frame.client !== session) frame.updateClient(session);
      if (!frame && Date.now() < end) setTimeout(look, 5).unref();
    };
    // It is there as soon as the parent's word, which came before, has been dealt with; and before the frame's own first word.
    setImmediate(look);
  };
}

// [Note: input without an answer] The browser answers `Input.dispatchKeyEvent` and `Input.dispatchMouseEvent` when the frame
// that got the event has dealt with it. A frame that goes away before it has said so leaves the call without an answer for ever
// (Chromium, content/browser/devtools/protocol/input_handler.cc: what is pending belongs to the widget's observer, and nothing
// looks after it when the widget goes). Escape closes a panel on key-down; on a busy machine its key-up goes to a frame that is
// just being taken away. A window that closes on the key-down has the key-up's call fail. The event itself was delivered when the
// call was sent: tests wait for what comes of it, not for the answer. The browser says at once that a frame of the page has gone: after
// that an answer is either there or lost. (2 of 55 Escapes in panels were never answered, and their frames had gone 6 and 29 ms after
// the key-down.)
import { type Browser, type CDPSession, CDPSessionEvent } from "puppeteer";

const patienceMs = 5_000;
/** For an answer that comes behind the word that a frame has gone: it may have been another one. */
const goneMs = 300;
const closed = /Target closed|Session closed/;
const input = /^Input\.dispatch(?:Key|Mouse)Event$/;

type Send = (this: CDPSession, method: string, ...rest: readonly unknown[]) => Promise<unknown>;
const patient = new WeakSet<object>();

/** From now on no call of this process waits for the answer to a key or a click longer than some seconds, and not for one that went with its frame. */
export async function dontAwaitInput(browser: Browser): Promise<void> {
  const session = await browser.target().createCDPSession();
  const prototype = Object.getPrototypeOf(session) as { send: Send };
  await session.detach();
  if (patient.has(prototype)) return;
  patient.add(prototype);
  const { send } = prototype;
  prototype.send = function (method, ...rest) {
    const answered = send.call(this, method, ...rest);
    if (!input.test(method)) return answered;
    const answer = answered.catch((error: unknown) => {
      if (!(error instanceof Error && closed.test(error.message))) throw error;
    });
    let giveUp: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (giveUp = resolve));
    let timer = setTimeout(giveUp, patienceMs);
    const gone = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, goneMs);
    };
    this.on(CDPSessionEvent.SessionDetached, gone);
    return Promise.race([answer, late]).finally(() => {
      clearTimeout(timer);
      this.off(CDPSessionEvent.SessionDetached, gone);
    });
  };
}

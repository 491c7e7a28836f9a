// [Note: input without an answer] The browser answers `Input.dispatchKeyEvent` and `Input.dispatchMouseEvent` when the frame
// that got the event has dealt with it. A frame that goes away before it has said so leaves the call without an answer for ever
// (Chromium, content/browser/devtools/protocol/input_handler.cc: what is pending belongs to the widget's observer, and nothing
// looks after it when the widget goes). Escape closes a panel on key-down; on a busy machine its key-up goes to a frame that is
// just being taken away. A window that closes on the key-down has the key-up's call fail. The event itself was delivered when the
// call was sent: tests wait for what comes of it, not for the answer.
import type { Browser, CDPSession } from "puppeteer";

const patienceMs = 5_000;
const closed = /Target closed|Session closed/;
const input = /^Input\.dispatch(?:Key|Mouse)Event$/;

type Send = (this: CDPSession, method: string, ...rest: readonly unknown[]) => Promise<unknown>;
const patient = new WeakSet<object>();

/** From now on no call of this process waits longer than some seconds for the answer to a key or a click. */
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  };
}

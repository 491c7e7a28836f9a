import { late, within } from "../async/within.ts";
import { systemTimer } from "../async/systemTimer.ts";
import type { Timer } from "../async/timer.ts";
import type { MessageListener } from "../platform/runtime.ts";

/** Many times what any answer takes on a slow machine; less than somebody waits before a page without its tools. */
const longestMs = 20_000;

/**
 * Every message is answered: whoever asked knows what to do with an answer that did not come (null), or with a service worker that was
 * stopped, and waits for good for one that lives and says nothing. What the listener was doing goes on.
 */
export function answerInTime(listener: MessageListener, timer: Timer = systemTimer): MessageListener {
  return (message, sender) => {
    const answer = listener(message, sender);
    return answer && within(answer, longestMs, timer).then((said) => (said === late ? null : said));
  };
}

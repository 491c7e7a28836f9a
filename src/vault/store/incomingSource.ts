import { systemTimer } from "../../async/systemTimer.ts";
import { late, within } from "../../async/within.ts";
import { hold } from "../../codec/hold.ts";
import type { Incoming } from "../documentApi.ts";
import { VaultError } from "../error.ts";
import type { Source } from "./streamStore.ts";

/**
 * A stream says nothing when the page that feeds it is gone ([Note: a lock for a life] in src/platform/life.ts), and a connection
 * may hang: what has given nothing for so long has ended.
 */
const patienceMs = 60_000;

const none = new Uint8Array(0);

/**
 * What comes over a stream as a source, read from its beginning to its end. It looks one piece ahead, so that the size is known
 * with the last bytes.
 *
 * [Note: whole when it ends] A connection that is lost before all has come ends its stream with an error: the browser counts what
 * comes over the wire, with a length and in pieces. How many bytes come out of it is another number where something unpacks
 * them on the way: a page's own service worker may give the unpacked bytes with the packed ones' length. So the length that was
 * said is for the person who waits, and nothing is thrown away because of it.
 */
export function incomingSource({ stream, size: expected }: Incoming, patience = patienceMs): Source {
  if (!(stream instanceof ReadableStream) || stream.locked) throw new VaultError("INVALID", "what comes in is a stream that nobody reads");
  const reader = stream.getReader();
  const release = hold(reader);
  let came = 0;
  let ended = false;
  /** Came, and was not asked for yet. */
  let rest: Uint8Array = none;

  const end = (): void => {
    release();
    reader.cancel().catch(() => undefined);
  };
  const pull = async (): Promise<void> => {
    try {
      const next = await within(reader.read(), patience, systemTimer);
      if (next === late) throw new Error("nothing came for too long");
      const { done, value } = next;
      if (!done && !(value instanceof Uint8Array)) throw new Error("not bytes");
      rest = value ?? none;
      came += rest.length;
      ended = done;
    } catch (error) {
      end();
      throw new VaultError("FILE_UNREADABLE", "the file broke off on its way", error);
    }
    if (ended) release();
  };
  return {
    get size() {
      return ended && rest.length === 0 ? came : null;
    },
    expected,
    fresh: true,
    giveUp: end,
    async read(_, length) {
      const out = new Uint8Array(length);
      let at = 0;
      for (;;) {
        const part = rest.subarray(0, length - at);
        out.set(part, at);
        at += part.length;
        rest = rest.subarray(part.length);
        if (ended || rest.length > 0) break;
        await pull();
      }
      return at === length ? out : out.slice(0, at);
    },
  };
}

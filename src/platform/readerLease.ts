// [Note: one lease per reader] A USB interface has one owner. Among the windows of this extension a Web Lock decides
// who that is, so that a clash between two of them never looks like "another program holds the reader". A view (the
// home page) lends the reader only until a prompt asks for it: it hears "wanted" on a BroadcastChannel, gives the
// device back, then lets the lock go. A holder that does not react within `patienceMs` is taken to be hung and its
// lock is stolen; a prompt that is being used answers "in use" and is waited for. A view that stood in the queue before a
// second prompt says "lent" when its turn comes, and is asked again: else the two would wait for each other. Patience is counted in small parts, each
// a turn of its own: a machine so busy that this very window stands still for seconds must not make an answer that lies
// unread look like none.
//
// Who answered "in use" once may hang later: a prompt that waits asks again now and then, with more patience, since a PIN
// may be on its way to the card. So it goes on by itself whatever becomes of the other window, without the person's help.

import { isFields } from "../codec/fields.ts";

export type LeasePriority = "prompt" | "view";

type LeaseMessage = { readonly kind: "wanted" | "in-use" | "lent"; readonly key: string; readonly priority: LeasePriority };

export interface Lease {
  /** Aborts when the holder must give the reader back; it then closes the device and calls `release`. */
  readonly wanted: AbortSignal;
  release(): void;
}

export type Locks = Pick<LockManager, "request">;

export interface LeaseOptions {
  readonly key: string;
  readonly priority: LeasePriority;
  /** Stops waiting. */
  readonly signal: AbortSignal;
  /** Called once if the lease can't be had at once: another window is using the reader. */
  readonly onWaiting: () => void;
  readonly patienceMs?: number;
  /** After "in use": how long until it is asked again, and how long that answer may take. */
  readonly askAgainMs?: number;
  /** The browser's, unless a test brings its own. */
  readonly locks?: Locks;
}

const channelName = "moqalaqe-reader-lease";

/** Half a second is the longest a person waits for a reader without noticing; the issue's own limit. */
const defaultPatienceMs = 500;
const defaultAskAgainMs = 10_000;

function isLeaseMessage(data: unknown): data is LeaseMessage {
  if (!isFields(data)) return false;
  const { kind, key } = data;
  return (kind === "wanted" || kind === "in-use" || kind === "lent") && typeof key === "string";
}

/**
 * Waits for the reader.
 * @throws DOMException AbortError when `signal` aborts first.
 */
export async function acquireLease(options: LeaseOptions): Promise<Lease> {
  const { key, priority, signal } = options;
  const locks = options.locks ?? navigator.locks;
  const lockName = `${channelName}:${key}`;
  const channel = new BroadcastChannel(channelName);
  const stopWaiting = new AbortController();
  const forward = (): void => stopWaiting.abort(signal.reason);
  signal.addEventListener("abort", forward);
  let inUse = false;
  let over = false;
  channel.addEventListener("message", (event) => {
    if (!isLeaseMessage(event.data) || event.data.key !== key) return;
    if (event.data.kind === "in-use") inUse = true;
    if (event.data.kind === "lent" && priority === "prompt") channel.postMessage({ kind: "wanted", key, priority } satisfies LeaseMessage);
  });

  try {
    signal.throwIfAborted();
    const free = await hold(locks, lockName, { ifAvailable: true });
    if (free) return lend(free, options);
    options.onWaiting();
    const queued = hold(locks, lockName, { signal: stopWaiting.signal });
    if (priority === "prompt") {
      const { patienceMs = defaultPatienceMs, askAgainMs = defaultAskAgainMs } = options;
      for (let ms = patienceMs; ; ms = askAgainMs) {
        inUse = false;
        channel.postMessage({ kind: "wanted", key, priority } satisfies LeaseMessage);
        const granted = await Promise.race([queued, patience(ms, () => inUse || over)]);
        if (granted) return lend(granted, options);
        if (!inUse) break;
        const meanwhile = await Promise.race([queued, patience(askAgainMs, () => over)]);
        if (meanwhile) return lend(meanwhile, options);
      }
      stopWaiting.abort();
      // Granted at the very moment patience ran out: then it is ours without force.
      const late = await queued.catch(() => null);
      if (late) return lend(late, options);
      signal.throwIfAborted();
      const stolen = await hold(locks, lockName, { steal: true });
      if (stolen) return lend(stolen, options);
    }
    const granted = await queued;
    if (!granted) throw new DOMException("the lock was not granted", "AbortError");
    return lend(granted, options);
  } finally {
    over = true;
    signal.removeEventListener("abort", forward);
    channel.close();
  }
}

interface Held {
  readonly release: () => void;
  /** Resolves when the lock was taken from us. */
  readonly stolen: Promise<void>;
}

/** Requests a lock and resolves once it is held (null: not available), keeping it until `release`. */
function hold(locks: Locks, name: string, options: LockOptions): Promise<Held | null> {
  return new Promise((resolve, reject) => {
    let release = (): void => {};
    const until = new Promise<void>((done) => (release = done));
    let tell = (): void => {};
    const stolen = new Promise<void>((done) => (tell = done));
    locks
      .request(name, options, (lock) => {
        if (!lock) {
          resolve(null);
          return undefined;
        }
        resolve({ release, stolen });
        return until;
      })
      .catch((error: unknown) => {
        // After the lock was granted a rejection means it was stolen; before, that waiting ended.
        tell();
        reject(error instanceof Error ? error : new DOMException("lock request failed", "AbortError"));
      });
  });
}

/** While held: answers those who want the reader, and passes their wish on. */
function lend(held: Held, { key, priority }: LeaseOptions): Lease {
  const wanted = new AbortController();
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", (event) => {
    if (!isLeaseMessage(event.data) || event.data.key !== key || event.data.kind !== "wanted") return;
    if (priority === "prompt") channel.postMessage({ kind: "in-use", key, priority } satisfies LeaseMessage);
    else wanted.abort();
  });
  // Who asked in the very moment in which the lock changed hands was heard neither by the one before nor by us.
  channel.postMessage({ kind: priority === "view" ? "lent" : "in-use", key, priority } satisfies LeaseMessage);
  let open = true;
  const release = (): void => {
    if (!open) return;
    open = false;
    channel.close();
    held.release();
  };
  void held.stolen.then(() => wanted.abort());
  return { wanted: wanted.signal, release };
}

const patienceParts = 10;

/** Resolves once there was no answer for `ms`, or at the first one. */
async function patience(ms: number, answered: () => boolean): Promise<null> {
  for (let part = 0; part < patienceParts && !answered(); part += 1) {
    await new Promise((resolve) => setTimeout(resolve, ms / patienceParts));
  }
  return null;
}

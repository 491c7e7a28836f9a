// [Note: one lease per reader] A USB interface has one owner. Among the windows of this extension a Web Lock decides
// who that is, so that a clash between two of them never looks like "another program holds the reader". A view (the
// home page) lends the reader only until a prompt asks for it: it hears "wanted" on a BroadcastChannel, gives the
// device back, then lets the lock go. A view that does not react within `patienceMs` is taken to be hung and its
// lock is stolen; a prompt that is being used answers "in use" and is waited for. A view that stood in the queue before a
// second prompt says "lent" when its turn comes, and is asked again: else the two would wait for each other. Patience is counted in small parts, each
// a turn of its own: a machine so busy that this very window stands still for seconds must not make an answer that lies
// unread look like none.
//
// Of a prompt that stands still a PIN may be on its way to the card, so it has more time, from the first question on: it
// holds a second lock as long as it has the reader, by which those who wait know it without its answer. Who answered
// "in use" once may hang later and is asked again now and then. So a prompt that waits goes on by itself whatever becomes
// of the other window, without the person's help.

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
  /** How long a view may take to answer. */
  readonly patienceMs?: number;
  /** How long a prompt may take to answer, and after "in use": how long until it is asked again. */
  readonly askAgainMs?: number;
  /** The browser's, unless a test brings its own. */
  readonly locks?: Locks;
}

const channelName = "moqalaqe-reader-lease";
const promptMark = "moqalaqe-reader-prompt";

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
  const ask = (): void => channel.postMessage({ kind: "wanted", key, priority } satisfies LeaseMessage);
  let inUse = false;
  let over = false;
  channel.addEventListener("message", (event) => {
    if (!isLeaseMessage(event.data) || event.data.key !== key) return;
    if (event.data.kind === "in-use") inUse = true;
    if (event.data.kind === "lent" && priority === "prompt") ask();
  });

  try {
    signal.throwIfAborted();
    const free = await hold(locks, lockName, { ifAvailable: true });
    if (free) return await lend(free, options, locks);
    options.onWaiting();
    let place = queue(locks, lockName, signal);
    if (priority === "view") return await lend(await place.granted, options, locks);
    const { patienceMs = defaultPatienceMs, askAgainMs = defaultAskAgainMs } = options;
    for (;;) {
      inUse = false;
      ask();
      const ms = (await isWithPrompt(locks, key)) ? askAgainMs : patienceMs;
      const granted = await Promise.race([place.granted, patience(ms, () => inUse || over)]);
      if (granted) return await lend(granted, options, locks);
      if (!inUse) {
        place.leave();
        // Granted at the very moment patience ran out: then it is ours without force.
        const late = await place.granted.catch(() => null);
        if (late) return await lend(late, options, locks);
        signal.throwIfAborted();
        // Or answered at that moment: then it is waited for like any other.
        if (!inUse) return await lend(await hold(locks, lockName, { steal: true }), options, locks);
        place = queue(locks, lockName, signal);
      }
      const meanwhile = await Promise.race([place.granted, patience(askAgainMs, () => over)]);
      if (meanwhile) return await lend(meanwhile, options, locks);
    }
  } finally {
    over = true;
    channel.close();
  }
}

interface Place {
  readonly granted: Promise<Held | null>;
  readonly leave: () => void;
}

/** Stands in the queue for a lock until it is granted, `leave`, or `signal`. */
function queue(locks: Locks, name: string, signal: AbortSignal): Place {
  const stop = new AbortController();
  const granted = hold(locks, name, { signal: AbortSignal.any([signal, stop.signal]) });
  // Nobody may be listening at the moment at which it ends.
  granted.catch(() => {});
  return { granted, leave: () => stop.abort() };
}

/** Whether it is a prompt that has the reader. */
async function isWithPrompt(locks: Locks, key: string): Promise<boolean> {
  try {
    // Shared: of two that look at once none may take the other for a prompt.
    return await locks.request(`${promptMark}:${key}`, { ifAvailable: true, mode: "shared" }, async (lock) => lock === null);
  } catch {
    // A prompt took it from under us.
    return true;
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
async function lend(held: Held | null, { key, priority }: LeaseOptions, locks: Locks): Promise<Lease> {
  if (!held) throw new DOMException("the lock was not granted", "AbortError");
  const wanted = new AbortController();
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", (event) => {
    if (!isLeaseMessage(event.data) || event.data.key !== key || event.data.kind !== "wanted") return;
    if (priority === "prompt") channel.postMessage({ kind: "in-use", key, priority } satisfies LeaseMessage);
    else wanted.abort();
  });
  // Who asked in the very moment in which the lock changed hands was heard neither by the one before nor by us.
  channel.postMessage({ kind: priority === "view" ? "lent" : "in-use", key, priority } satisfies LeaseMessage);
  void held.stolen.then(() => wanted.abort());
  let mark: Held | null = null;
  const release = (): void => {
    channel.close();
    mark?.release();
    held.release();
  };
  try {
    // Before the reader is used at all. By force: a prompt that was robbed because it hangs does not let its mark go.
    if (priority === "prompt") mark = await hold(locks, `${promptMark}:${key}`, { steal: true });
  } catch (error) {
    release();
    throw error;
  }
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

// [Note: a job's channel] Documents go from the page that has them to the prompt window, and signed ones come back, over a
// BroadcastChannel with a name that nobody can guess (128 random bits, in the prompt's fragment). It carries Blobs by
// reference between pages of our own origin, needs no service worker, and ends with the page: documents are never in a
// runtime message and never stored on the way.
import type { DocumentOutcome, SigningJob } from "../signing/documents/job.ts";
import { browser } from "./browser.ts";
import { documentsUrl } from "./pages.ts";
import { randomName } from "./randomName.ts";
import { documentsSize, openPopup, windowExists } from "./windows.ts";

type ChannelMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "job"; readonly job: SigningJob }
  | { readonly kind: "outcome"; readonly index: number; readonly outcome: DocumentOutcome }
  | { readonly kind: "end" };

const channelName = (id: string): string => `documents ${id}`;
const lookEveryMs = 500;
const patienceMs = 10_000;

export interface JobListener {
  readonly onOutcome: (index: number, outcome: DocumentOutcome) => void;
  /** The prompt is gone; what has no outcome by now will have none. */
  readonly onEnd: () => void;
}

/** Opens the prompt for a job. @returns what gives the job up from this side; null: no window could be opened */
export async function startJob(job: SigningJob, { onOutcome, onEnd }: JobListener): Promise<(() => void) | null> {
  const id = randomName();
  const channel = new BroadcastChannel(channelName(id));
  const current = await browser.windows.getCurrent().catch(() => null);
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    clearInterval(timer);
    channel.close();
    onEnd();
  };
  channel.addEventListener("message", ({ data }: MessageEvent<ChannelMessage>) => {
    if (data.kind === "ready") channel.postMessage({ kind: "job", job } satisfies ChannelMessage);
    if (data.kind === "outcome") onOutcome(data.index, data.outcome);
    if (data.kind === "end") end();
  });
  const windowId = await openPopup(documentsUrl(id), current?.id ?? null, documentsSize);
  // A window that is killed says nothing.
  const timer = setInterval(() => void (windowId === null ? undefined : windowExists(windowId).then((there) => (there ? undefined : end()))), lookEveryMs);
  if (windowId !== null) return end;
  clearInterval(timer);
  channel.close();
  return null;
}

export interface TakenJob {
  readonly job: SigningJob;
  readonly report: (index: number, outcome: DocumentOutcome) => void;
  /** Nothing more comes. */
  readonly end: () => void;
}

/** In the prompt: the job it was opened for; null: whoever had it is gone. */
export async function takeJob(id: string): Promise<TakenJob | null> {
  const channel = new BroadcastChannel(channelName(id));
  const job = await new Promise<SigningJob | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patienceMs);
    channel.addEventListener("message", ({ data }: MessageEvent<ChannelMessage>) => {
      if (data.kind !== "job") return;
      clearTimeout(timer);
      resolve(data.job);
    });
    channel.postMessage({ kind: "ready" } satisfies ChannelMessage);
  });
  if (!job) {
    channel.close();
    return null;
  }
  const end = (): void => {
    channel.postMessage({ kind: "end" } satisfies ChannelMessage);
    channel.close();
  };
  let ended = false;
  const once = (): void => {
    if (!ended) end();
    ended = true;
  };
  addEventListener("pagehide", once);
  return { job, report: (index, outcome) => channel.postMessage({ kind: "outcome", index, outcome } satisfies ChannelMessage), end: once };
}

// The hidden frame that takes drafts to the vault. See: [Note: a line to a frame] in src/forms/line.ts.
import type { FromFrame, ToFrame } from "../forms/line.ts";
import type { FeatureContext } from "./feature.ts";
import { type OpenedFrame, openFrame } from "./frameLine.ts";

export interface Keeper {
  /** Messages wait until the frame is there. */
  readonly send: (message: ToFrame, given?: Transferable[]) => void;
}

/** What is said of a message that no frame could be had for; null: nobody waits for word of it. */
function unkept(message: ToFrame): FromFrame | null {
  switch (message.kind) {
    case "keep":
      return { kind: "kept", asked: message.draftId, draftId: message.draftId, base: null, kept: { how: "failed" } };
    case "sent":
      return { kind: "sent/kept", number: message.number, kept: false };
    case "answer/keep":
      return { kind: "answer/kept", how: "failed" };
    case "started":
      return { kind: "started/kept", how: "failed" };
    default:
      return null;
  }
}

/** A page that takes the overlay out and in again and again has its frame anew with the next message only. */
const mostAnew = 3;

/**
 * Drafts that wait for a frame that has not said a word by then go to another. That one has twice the time: where the machine is only
 * slow, one that was about to begin would be given up again and again.
 */
const patienceMs = 15_000;

/** The frame is made with the first message. One that is gone has not said what became of the drafts it was given: the next one is given them again. */
export function makeKeeper({ document, signal, overlay }: FeatureContext, hear: (message: FromFrame) => void): Keeper {
  let opening: Promise<OpenedFrame | null> | null = null;
  /** The newest of each draft of which no word has come. */
  const owed = new Map<string, ToFrame>();
  /** What went to the present frame, or to none in vain. */
  let told = new WeakSet<ToFrame>();
  let anew = 0;

  const post = (line: MessagePort, message: ToFrame, given: Transferable[]): void => {
    if (told.has(message)) return;
    told.add(message);
    line.postMessage(message, given);
  };
  const open = async (): Promise<OpenedFrame | null> => {
    let [noted, lost] = [false, false];
    const leave = (): void => {
      opened?.frame.remove();
      lost = true;
      // One that nobody took note of is asked for once more below.
      if (!noted) return;
      opening = null;
      anew += 1;
      if (owed.size > 0 && anew <= mostAnew) opening = open();
    };
    const opened = openFrame(document, "keeper", leave);
    if (!opened) return null;
    const { frame, line } = opened;
    frame.style.display = "none";
    // The service worker may have been stopped while the frame said who it is: then it hears nothing, and says nothing.
    const silent = setTimeout(() => {
      if (frame.isConnected && owed.size > 0) leave();
    }, patienceMs << Math.min(anew, mostAnew));
    line.addEventListener("message", ({ data }: MessageEvent<FromFrame>) => {
      clearTimeout(silent);
      if (data.kind === "kept" && data.kept.how !== "failed") owed.delete(data.asked);
      hear(data);
    });
    line.start();
    overlay.root.append(frame);
    signal.addEventListener("abort", () => frame.remove());
    noted = await opened.noted;
    if (lost || signal.aborted) return null;
    const before = told;
    told = new WeakSet();
    for (const message of owed.values()) if (before.has(message)) post(line, message, []);
    return opened;
  };
  // The service worker may be stopped while it answers: it is asked once more before that is said to have failed.
  const take = async (message: ToFrame, given: Transferable[]): Promise<void> => {
    for (let tries = 0; tries < 2 && !signal.aborted; tries += 1) {
      const turn = (opening ??= open());
      const opened = await turn;
      if (opened) return post(opened.line, message, given);
      if (opening === turn) opening = null;
    }
    told.add(message);
    const word = signal.aborted ? null : unkept(message);
    if (word) hear(word);
  };
  return {
    send: (message, given = []) => {
      if (message.kind === "keep") owed.set(message.draftId, message);
      void take(message, given);
    },
  };
}

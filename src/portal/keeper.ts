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

/** The frame is made with the first message. */
export function makeKeeper({ document, signal, overlay }: FeatureContext, hear: (message: FromFrame) => void): Keeper {
  let opening: Promise<OpenedFrame | null> | null = null;

  const open = async (): Promise<OpenedFrame | null> => {
    const opened = await openFrame(document, "keeper", () => {
      opened?.frame.remove();
      opening = null;
    });
    if (!opened || signal.aborted) return null;
    const { frame, line } = opened;
    frame.style.display = "none";
    line.addEventListener("message", (event: MessageEvent<FromFrame>) => hear(event.data));
    line.start();
    overlay.root.append(frame);
    signal.addEventListener("abort", () => frame.remove());
    return opened;
  };
  // The service worker may be stopped while it answers: it is asked once more before that is said to have failed.
  const take = async (message: ToFrame, given: Transferable[]): Promise<void> => {
    for (let tries = 0; tries < 2 && !signal.aborted; tries += 1) {
      const turn = (opening ??= open());
      const opened = await turn;
      if (opened) return opened.line.postMessage(message, given);
      if (opening === turn) opening = null;
    }
    const word = signal.aborted ? null : unkept(message);
    if (word) hear(word);
  };
  return {
    send: (message, given = []) => void take(message, given),
  };
}

// The hidden frame that takes drafts to the vault. See: [Note: a line to a frame] in src/forms/line.ts.
import type { FromFrame, ToFrame } from "../forms/line.ts";
import type { FeatureContext } from "./feature.ts";
import { type OpenedFrame, openFrame } from "./frameLine.ts";

export interface Keeper {
  /** Messages wait until the frame is there. */
  send(message: ToFrame): void;
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
  return {
    send: (message) => {
      opening ??= open();
      void opening.then((opened) => opened?.line.postMessage(message));
    },
  };
}

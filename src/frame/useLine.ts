import { useEffect, useRef, useState } from "preact/hooks";
import type { ToFrame } from "../forms/line.ts";

/**
 * Hears what the feature in the page says over the line. See: [Note: a line to a frame].
 * @param hear taken from the first drawing: it may use what stays the same, such as setters
 * @returns the port, once it is open, to answer over
 */
export function useLine(line: Promise<MessagePort>, hear: (message: ToFrame) => void): { readonly current: MessagePort | null } {
  const port = useRef<MessagePort | null>(null);
  const first = useRef(hear);
  useEffect(() => {
    void line.then((opened) => {
      port.current = opened;
      opened.addEventListener("message", (event: MessageEvent<ToFrame>) => first.current(event.data));
      opened.start();
    });
  }, [line]);
  return port;
}

/** The last message of a kind; null: none has come yet. */
export function useTold<Kind extends ToFrame["kind"]>(line: Promise<MessagePort>, kind: Kind): Extract<ToFrame, { readonly kind: Kind }> | null {
  const [told, setTold] = useState<Extract<ToFrame, { readonly kind: Kind }> | null>(null);
  useLine(line, (message) => {
    if (isKind(message, kind)) setTold(message);
  });
  return told;
}

function isKind<Kind extends ToFrame["kind"]>(message: ToFrame, kind: Kind): message is Extract<ToFrame, { readonly kind: Kind }> {
  return message.kind === kind;
}

// [Note: no frame takes the keyboard] A frame is made ready out of sight when somebody comes near its handle. Whatever it gave the
// focus to then would take the keyboard out of the page, or out of the panel that is open, into something that nobody sees: the
// browser lets frames do so. Nor can it wait for the browser's word that it has the focus: a frame that was given it before its
// page was there often never hears of it. So the page around says when the panel is opened, and only then does it take the keyboard.
import { isFields } from "../codec/fields.ts";

let open = false;
const places = new Set<() => void>();

/** Hears the feature around this frame, by the secret of its line, say that the panel was opened or closed. */
export function hearOpening(secret: string): void {
  addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || !isFields(data) || data["kind"] !== "opened" || data["secret"] !== secret) return;
    open = data["open"] === true;
    // Closed again at once, both words are here together.
    setTimeout(() => {
      if (open) for (const place of places) place();
    });
  });
}

/** Calls `place`, which takes the keyboard, with each opening of the panel; at once when it is open. @returns how to end that */
export function onOpened(place: () => void): () => void {
  places.add(place);
  if (open) place();
  return () => void places.delete(place);
}

/** Whether the panel is open. */
export function isOpened(): boolean {
  return open;
}

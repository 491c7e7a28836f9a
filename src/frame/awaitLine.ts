import { isFields } from "../codec/fields.ts";

/** Somebody else's messages are not collected for ever. */
const most = 20;

/**
 * Waits for the port of the feature around this frame. See: [Note: a line to a frame] in src/forms/line.ts.
 * To be called before anything is awaited, so that no message is missed.
 * @returns a function that gives the port that came with a secret, once it is there
 */
export function awaitLine(): (secret: string) => Promise<MessagePort> {
  const came: { readonly secret: string; readonly port: MessagePort }[] = [];
  let look: () => void = () => undefined;
  const hear = (event: MessageEvent<unknown>): void => {
    const port = event.ports[0];
    if (event.source !== window.parent || !isFields(event.data) || event.data["kind"] !== "line" || typeof event.data["secret"] !== "string" || !port) return;
    if (came.length < most) came.push({ secret: event.data["secret"], port });
    look();
  };
  addEventListener("message", hear);
  return (secret) =>
    new Promise((resolve) => {
      look = () => {
        const found = came.find((one) => one.secret === secret);
        if (!found) return;
        removeEventListener("message", hear);
        resolve(found.port);
      };
      look();
    });
}

// [Note: Connector's door] A worker has no chrome.runtime: its window opens the port to the Connector and passes messages
// on, unread. Opening a port makes the Connector ask the person about us, so it is opened only after they have chosen
// the Connector here, where the question is explained; it is closed when they change their mind.
import { connectorIds } from "./connectorIds.ts";
import { isFields } from "../codec/fields.ts";
import { browser } from "./browser.ts";
import { onSettingsChanged, readSettings } from "./settings.ts";

/** Tells the worker that the Connector has gone, or the window that the worker is done (connectorLine.ts, `portLost`). */
const gone = null;

/** An extension that is not there is told of within this time; one that is starting up takes longer to say anything. */
const absentMs = 150;

/** A port to the Connector; null when the person has not chosen it. The first word on it may be that nobody is there. */
export async function openConnectorPort(): Promise<MessagePort | null> {
  if (!(await readSettings()).connector) return null;
  const { port1, port2 } = new MessageChannel();
  for (const id of connectorIds) {
    if (await relay(browser.runtime.connect(id), port1)) break;
    if (id === connectorIds.at(-1)) port1.postMessage(gone);
  }
  return port2;
}

/** @returns false when there is no such extension: nothing was passed on */
async function relay(far: chrome.runtime.Port, near: MessagePort): Promise<boolean> {
  let heard = false;
  let open = true;
  const end = (): void => {
    if (!open) return;
    open = false;
    stopListening();
    near.postMessage(gone);
  };
  const stopListening = onSettingsChanged(({ connector }) => {
    if (connector) return;
    far.disconnect();
    end();
  }, ["connector"]);
  far.onMessage.addListener((message: unknown) => {
    heard = true;
    if (open) near.postMessage(message);
  });
  const absent = await new Promise<boolean>((resolve) => {
    far.onDisconnect.addListener(() => {
      // Reading it tells the browser that the failure is known.
      void browser.runtime.lastError;
      resolve(!heard);
      if (heard) end();
    });
    setTimeout(() => resolve(false), absentMs);
  });
  if (absent) {
    open = false;
    stopListening();
    return false;
  }
  // Later than that it is a loss like any other.
  far.onDisconnect.addListener(end);
  near.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data === gone) {
      open = false;
      stopListening();
      far.disconnect();
      near.close();
      return;
    }
    if (open) far.postMessage(data);
    wipeNumbers(data);
  });
  near.start();
  return true;
}

/** Bytes travel as lists of numbers, and may be a PIN's: this copy of them is wiped. */
function wipeNumbers(value: unknown): void {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one === "number")) value.fill(0);
    else value.forEach(wipeNumbers);
  } else if (isFields(value)) Object.values(value).forEach(wipeNumbers);
}

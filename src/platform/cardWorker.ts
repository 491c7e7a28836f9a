// Starts the card worker for a window. One worker a window; it ends with the window or with `end()`.
import * as Comlink from "comlink";
import { systemTimer } from "../async/systemTimer.ts";
import { within } from "../async/within.ts";
import type { CardCacheStore, CardWorkerApi, Doors } from "../card/api.ts";
import { openBridgePort } from "./bridgeDoor.ts";
import { openConnectorPort } from "./connectorDoor.ts";

export interface CardWorkerHandle {
  readonly api: Comlink.Remote<CardWorkerApi>;
  /** Wipes and closes in good order, then ends the worker's thread even if it does not answer. */
  end(): Promise<void>;
}

/** Long enough to power a card down; a hung USB transfer must not keep the thread alive. */
const goodbyeMs = 500;

const doors: Doors = {
  bridge: async () => {
    const port = await openBridgePort();
    return Comlink.transfer(port, [port]);
  },
  connector: async () => {
    const port = await openConnectorPort();
    return port && Comlink.transfer(port, [port]);
  },
};

/** @param cache where immutable card contents may be kept for this browser session. */
export async function startCardWorker(role: "prompt" | "view", cache: CardCacheStore): Promise<CardWorkerHandle> {
  const worker = new Worker(new URL("../card/card.worker.ts", import.meta.url), { type: "module" });
  const api = Comlink.wrap<CardWorkerApi>(worker);
  const end = async (): Promise<void> => {
    await within(api.close().catch(() => {}), goodbyeMs, systemTimer);
    api[Comlink.releaseProxy]();
    worker.terminate();
  };
  await api.start(role, Comlink.proxy(cache), Comlink.proxy(doors));
  return { api, end };
}

import { extensionId } from "../../virtual/browser/launch.ts";
import type { Stage } from "./stage.ts";

/** Stops the extension's service worker, as the browser does whenever it likes. */
export async function stopServiceWorker(stage: Stage): Promise<void> {
  const target = stage.browser.targets().find((one) => one.type() === "service_worker" && one.url().startsWith(`chrome-extension://${extensionId}/`));
  const worker = await target?.worker();
  // It may have stopped by itself in the meantime: then there is nothing left to stop.
  await worker?.close().catch(() => {});
}

// Another extension, which tries whatever an extension may to reach ours and the bridge app.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { extensionId } from "../../virtual/browser/launch.ts";
import type { Stage } from "./stage.ts";

export const stranger = fileURLToPath(new URL("../../virtual/browser/strangerExtension", import.meta.url));

/** An unpacked extension without a key is named after its path. */
const idOf = (path: string): string => createHash("sha256").update(path).digest("hex").slice(0, 32).replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** @returns what came of each try. */
export async function strangerTries(stage: Stage, appId: string): Promise<Readonly<Record<string, string>>> {
  const other = await stage.browser.newPage();
  await other.goto(`chrome-extension://${idOf(stranger)}/page.html`);
  const outcome = await other.evaluate(async (id, appOrigin) => {
    const tried: Record<string, string> = {};
    const port = chrome.runtime.connect(id, { name: "moqalaqe-bridge" });
    tried["port"] = await new Promise<string>((resolve) => {
      port.onMessage.addListener(() => resolve("answered"));
      port.onDisconnect.addListener(() => resolve(`closed: ${chrome.runtime.lastError?.message ?? ""}`));
      port.postMessage({ kind: "hello", versions: { oldest: 1, newest: 9 }, app: "0", nonce: "0".repeat(32), state: "ready" });
      setTimeout(() => resolve("silence"), 3_000);
    });
    tried["message"] = await chrome.runtime.sendMessage(id, { kind: "bridge/forget" }).then(() => "answered", (error: Error) => error.message);
    tried["app"] = await fetch(appOrigin).then(() => "answered", (error: Error) => error.name);
    return tried;
  }, extensionId, `isolated-app://${appId}/`);
  await other.close();
  return outcome;
}

// The app's policy for Trusted Types lets one address become a script: that of its own worker.
import { smartCards } from "../platform/smartCards.ts";
import { type FromLender, runLender, type ToLender } from "./lenderHost.ts";
// oxlint-disable-next-line import/default -- made by Vite
import workerUrl from "./bridge.worker.ts?worker&url";

interface TypedScriptUrls {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

/**
 * Starts the lender in its worker; in the window where the browser has smart cards of its own, which it may give to
 * windows only. @returns what to give its messages to.
 */
export function startLender(listener: (message: FromLender) => void): (message: ToLender) => void {
  if (smartCards()) return runLender(listener);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- not in TypeScript's DOM library yet
  const types = (globalThis as { trustedTypes?: TypedScriptUrls }).trustedTypes;
  const policy = types?.createPolicy("moqalaqe-worker", {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError("not the app's worker");
      return url;
    },
  });
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: "module" });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own worker
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => listener(data as FromLender));
  return (message) => worker.postMessage(message);
}

// The little of ServiceWorkerGlobalScope that the broker needs: TypeScript's DOM library, which the pages need, leaves it out.

export interface WindowClient {
  readonly id: string;
  readonly url: string;
  readonly frameType: "top-level" | "nested" | "auxiliary" | "none";
  postMessage(message: unknown, transfer: readonly Transferable[]): void;
}

interface ClientMessageEvent extends MessageEvent<unknown> {
  waitUntil(work: Promise<unknown>): void;
}

interface ServiceWorkerScope {
  readonly clients: { matchAll(options: { readonly type: "window"; readonly includeUncontrolled: true }): Promise<readonly WindowClient[]> };
  addEventListener(type: "message", listener: (event: ClientMessageEvent) => void): void;
}

/** The service worker's own global. Only the service worker may call this. */
export function serviceWorkerScope(): ServiceWorkerScope {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same object, described for another context
  return globalThis as unknown as ServiceWorkerScope;
}

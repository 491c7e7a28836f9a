// What goes over a port to the vault worker: one Comlink object with two functions, so that errors keep their codes (a
// thrown error would lose them) and a client can be made for any group of calls without knowing them.
import type { VaultApi, VaultEvent } from "./api.ts";
import type { Progress } from "./documentApi.ts";
import type { VaultResult } from "./error.ts";

/**
 * [Note: lists as text] Thousands of records come over as JSON text: writing and reading it takes less than half of what the
 * structured clone of as many objects takes, and the page that waits for them does only the reading.
 */
export type PortResult = VaultResult<unknown> | { readonly ok: true; readonly json: string };

/** What the offscreen document says on a port before the worker gets it: the name of a Web Lock that is held for as long as that worker lives. */
export interface BroughtTo {
  readonly kind: "vault/brought";
  readonly life: string;
}

export type Group = keyof VaultApi;

export interface VaultPortApi {
  /**
   * Once a connection.
   * @param listener a Comlink proxy; hears the present state at once, then every event.
   * @returns the name of a Web Lock that the worker holds for as long as it lives.
   */
  hello(listener: (event: VaultEvent) => void): Promise<string>;
  /** @param onProgress a Comlink proxy, or null. */
  call(group: Group, method: string, onProgress: ((progress: Progress) => void) | null, ...args: readonly unknown[]): Promise<PortResult>;
}

// The app's connection to the one extension it serves: opened again whenever it ends, for the extension may be updated
// and its service worker stopped at any time. Only the app can open it.
import type { AppState, FromApp, ToApp } from "../card/bridge/envelopes.ts";
import { pairingCode } from "../card/bridge/pairingCode.ts";
import { agreeVersion, channelVersions, type VersionRange } from "../card/bridge/versions.ts";
import type { Timer } from "../async/timer.ts";
import type { ExtensionConnection } from "../platform/extensionPort.ts";
import { randomName } from "../platform/randomName.ts";

export type LinkView =
  /** No such extension in this browser, or none that answers. */
  | { readonly kind: "alone" }
  | { readonly kind: "unpaired"; readonly code: string }
  | { readonly kind: "app-outdated" }
  | { readonly kind: "extension-outdated" }
  | { readonly kind: "connected" };

export interface LinkOptions {
  readonly connect: (handlers: { readonly onMessage: (message: ToApp) => void; readonly onClose: () => void }) => ExtensionConnection | null;
  readonly appId: string;
  readonly appVersion: string;
  readonly extensionId: string;
  readonly timer: Timer;
  readonly versions?: VersionRange;
  readonly show: (view: LinkView) => void;
  readonly onClient: (message: Extract<ToApp, { kind: "client" }>) => void;
  readonly onFrame: (message: Extract<ToApp, { kind: "frame" }>) => void;
  /** Every client is gone with the connection. */
  readonly onLost: () => void;
}

const waits = [250, 500, 1_000, 2_000, 5_000] as const;

export class ExtensionLink {
  readonly #options: LinkOptions;
  #connection: ExtensionConnection | null = null;
  #state: AppState;
  #tries = 0;
  #greeted = false;

  constructor(options: LinkOptions, state: AppState) {
    this.#options = options;
    this.#state = state;
    this.#open();
  }

  setState(state: AppState): void {
    this.#state = state;
    if (this.#greeted) this.send({ kind: "state", state });
  }

  send(message: FromApp): void {
    this.#connection?.send(message);
  }

  #open(): void {
    const { connect, appVersion, versions = channelVersions } = this.#options;
    const nonce = randomName();
    this.#greeted = false;
    let open = true;
    const connection = connect({
      onMessage: (message) => void (open && this.#hear(message, nonce)),
      onClose: () => {
        if (!open) return;
        open = false;
        this.#lost();
      },
    });
    this.#connection = connection;
    if (!connection) return this.#lost();
    this.#greeted = true;
    connection.send({ kind: "hello", versions, app: appVersion, nonce, state: this.#state });
  }

  #lost(): void {
    this.#connection = null;
    this.#options.onLost();
    // A stopped service worker is back at once; the person should not see a flicker.
    if (this.#tries > 1) this.#options.show({ kind: "alone" });
    const wait = waits[Math.min(this.#tries, waits.length - 1)] ?? 0;
    this.#tries += 1;
    void this.#options.timer.after(wait).then(() => this.#open());
  }

  #hear(message: ToApp, nonce: string): void {
    const { versions = channelVersions, show, onClient, onFrame } = this.#options;
    switch (message.kind) {
      case "welcome": {
        this.#tries = 0;
        const agreed = agreeVersion(versions, message.versions);
        if (typeof agreed === "string") show({ kind: agreed });
        else if (message.paired) show({ kind: "connected" });
        else void this.#showCode(nonce, message.nonce);
        break;
      }
      case "paired":
        // Paired no more: a new code needs a new greeting.
        if (message.paired) show({ kind: "connected" });
        else this.#connection?.close();
        if (!message.paired) this.#lost();
        break;
      case "client":
        onClient(message);
        break;
      case "frame":
        onFrame(message);
    }
  }

  async #showCode(appNonce: string, extensionNonce: string): Promise<void> {
    const { appId, extensionId, show } = this.#options;
    show({ kind: "unpaired", code: await pairingCode({ appId, extensionId, appNonce, extensionNonce }) });
  }
}

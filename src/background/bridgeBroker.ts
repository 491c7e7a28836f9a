// Between bridge apps and card workers: decides which app may serve, and passes frames on unread.
// See: [Note: bridge channel].
//
// [Note: a port keeps nobody awake] An open port does not keep a service worker alive; messages do. The app says
// "alive" every 20 seconds. If the worker is stopped all the same, every port closes with it, calls under way end with
// BRIDGE_CLOSED, and both sides open new ports, which start it again. So what is here may be lost at any time.
import type { BridgeStatus } from "../card/bridge/bridgeStatus.ts";
import { type AppState, type ClientWindow, type FromApp, parseFromClient, type ToClient } from "../card/bridge/envelopes.ts";
import type { Pairing } from "../card/bridge/pairingCode.ts";
import { agreeVersion, channelVersions } from "../card/bridge/versions.ts";
import type { AppConnection } from "../platform/appConnections.ts";
import type { BridgeState } from "../platform/bridgeState.ts";
import { whenOver } from "../platform/life.ts";
import { randomName } from "../platform/randomName.ts";
import type { Locks } from "../platform/readerLease.ts";

export interface BrokerOptions {
  readonly extensionId: string;
  readonly extensionVersion: string;
  /** The id of the signed app that this project publishes: needs no pairing. null as long as none is published. */
  readonly releaseAppId: string | null;
  readonly pairedApps: () => Promise<readonly string[]>;
  readonly locks: Locks;
  /** The lock that is held as long as this service worker lives, once it is; null: there is none. */
  readonly life: Promise<string | null>;
  readonly publish: (state: BridgeState) => Promise<void>;
}

interface App {
  readonly connection: AppConnection;
  readonly version: string;
  /** Agreed on, or which side is too old. */
  readonly channel: ReturnType<typeof agreeVersion>;
  readonly pairing: Pairing;
  state: AppState;
  paired: boolean;
}

interface Client {
  readonly port: MessagePort;
  readonly window: ClientWindow;
  /** The app that serves it. */
  app: App | null;
}

export class BridgeBroker {
  readonly #options: BrokerOptions;
  readonly #apps: App[] = [];
  readonly #clients = new Map<number, Client>();
  #nextClient = 1;
  /** Somebody was paired once: then "closed" is truer than "absent". */
  #known: Promise<boolean>;
  #published: Promise<unknown> = Promise.resolve();

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.#known = this.#isKnown();
    this.#publish();
  }

  /** An app opened a port: it says hello first. */
  addApp(connection: AppConnection): void {
    let app: App | null = null;
    let closed = false;
    connection.onClose(() => {
      closed = true;
      if (app) this.#dropApp(app);
    });
    connection.onMessage((message) => {
      if (message.kind === "hello") {
        if (app) return;
        app = this.#greet(connection, message);
        const { appId } = connection;
        void this.#isPaired(appId).then((paired) => {
          if (!app || closed) return;
          app.paired = paired;
          connection.send({ kind: "welcome", versions: channelVersions, extension: this.#options.extensionVersion, nonce: app.pairing.extensionNonce, paired });
          // A window of the same app that was forgotten about: the new one counts.
          for (const other of this.#apps.filter((one) => one.connection.appId === appId)) {
            this.#dropApp(other);
            other.connection.close();
          }
          this.#apps.push(app);
          this.#decide();
        });
      } else if (app) this.#hear(app, message);
    });
  }

  addClient(port: MessagePort, window: ClientWindow): void {
    const id = this.#nextClient;
    this.#nextClient += 1;
    const client: Client = { port, window, app: null };
    let greeted = false;
    const over = new AbortController();
    const gone = (): void => {
      over.abort();
      if (!this.#clients.delete(id)) return;
      client.app?.connection.send({ kind: "client", client: id, window: null });
    };
    port.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      const message = parseFromClient(data);
      if (message?.kind === "bye") {
        gone();
        port.close();
      } else if (message?.kind === "hello" && !greeted) {
        greeted = true;
        // Not before its end can be noticed: a card worker that ends while it is starting would be a client for ever.
        this.#clients.set(id, client);
        void this.#known.then(() => this.#bind(id, client));
        void whenOver(this.#options.locks, message.life, over.signal).then((ended) => (ended ? gone() : undefined));
      } else if (message?.kind === "frame") client.app?.connection.send({ kind: "frame", client: id, frame: message.frame });
    });
    port.addEventListener("close", gone);
    port.start();
  }

  /** The person compared the codes. @returns false when that app, with that code, is not there any more. */
  async pair(appId: string, appNonce: string, keep: (appId: string) => Promise<void>): Promise<boolean> {
    const app = this.#apps.find((one) => one.pairing.appId === appId && one.pairing.appNonce === appNonce);
    if (!app || typeof app.channel !== "number") return false;
    await keep(appId);
    app.paired = true;
    app.connection.send({ kind: "paired", paired: true });
    this.#decide();
    return true;
  }

  async forget(keep: () => Promise<void>): Promise<void> {
    await keep();
    for (const app of this.#apps) {
      app.paired = await this.#isPaired(app.connection.appId);
      app.connection.send({ kind: "paired", paired: app.paired });
    }
    this.#decide();
  }

  #greet(connection: AppConnection, { versions, app, nonce, state }: Extract<FromApp, { kind: "hello" }>): App {
    const { extensionId } = this.#options;
    const pairing = { appId: connection.appId, extensionId, appNonce: nonce, extensionNonce: randomName() };
    return { connection, version: app, channel: agreeVersion(versions, channelVersions), pairing, state, paired: false };
  }

  #hear(app: App, message: FromApp): void {
    if (message.kind === "state") {
      app.state = message.state;
      this.#decide();
    } else if (message.kind === "frame") {
      const client = this.#clients.get(message.client);
      if (client?.app === app) send(client, { kind: "frame", frame: message.frame });
    }
  }

  #dropApp(app: App): void {
    const at = this.#apps.indexOf(app);
    if (at < 0) return;
    this.#apps.splice(at, 1);
    this.#decide();
  }

  /** The app that serves, else the one that says best why none does; the latest of equals. */
  #foremost(): App | null {
    const rank = (app: App): number => (statusOf(app) === "ready" ? 2 : app.paired ? 1 : 0);
    return this.#apps.reduce<App | null>((best, app) => (best && rank(best) > rank(app) ? best : app), null);
  }

  #decide(): void {
    this.#known = this.#isKnown();
    void this.#known.then(() => {
      for (const [id, client] of this.#clients) this.#bind(id, client);
    });
    this.#publish();
  }

  /** Tells a card worker how things stand, if that is new to it, and has the app serve it. */
  #bind(id: number, client: Client): void {
    if (!this.#clients.has(id)) return;
    const app = this.#foremost();
    const ready = app && statusOf(app) === "ready" ? app : null;
    if (ready && client.app === ready) return;
    if (client.app && client.app !== ready) client.app.connection.send({ kind: "client", client: id, window: null });
    client.app = ready;
    ready?.connection.send({ kind: "client", client: id, window: client.window });
    void Promise.all([this.#known, this.#options.life]).then(([known, life]) => {
      if (client.app !== ready) return;
      const status: BridgeStatus = app ? statusOf(app) : known ? "closed" : "absent";
      const version = app && typeof app.channel === "number" ? app.channel : null;
      send(client, { kind: "status", status, appId: app?.connection.appId ?? null, version, life });
    });
  }

  #publish(): void {
    this.#published = this.#published.then(async () => {
      const known = await this.#known;
      const app = this.#foremost();
      const status: BridgeStatus = app ? statusOf(app) : known ? "closed" : "absent";
      await this.#options.publish({
        status,
        appId: app?.connection.appId ?? null,
        appVersion: app?.version ?? null,
        pairing: app && status === "unpaired" ? app.pairing : null,
      }).catch(() => undefined);
    });
  }

  async #isPaired(appId: string): Promise<boolean> {
    return appId === this.#options.releaseAppId || (await this.#options.pairedApps()).includes(appId);
  }

  async #isKnown(): Promise<boolean> {
    return (await this.#options.pairedApps().catch(() => [])).length > 0;
  }
}

function statusOf({ channel, paired, state }: App): BridgeStatus {
  if (typeof channel !== "number") return channel;
  return paired ? state : "unpaired";
}

function send({ port }: Client, message: ToClient): void {
  port.postMessage(message);
}

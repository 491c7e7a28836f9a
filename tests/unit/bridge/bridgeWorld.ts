// The whole bridge in one process: card worker's road, the extension's broker, the app's link and lender, all shipped
// code; between broker and app a port that carries JSON as the browser's does.
import { BridgeBroker } from "../../../src/background/bridgeBroker.ts";
import { ExtensionLink, type LinkView } from "../../../src/bridge/extensionLink.ts";
import { Lender, type LenderView } from "../../../src/bridge/lender.ts";
import { BridgeReaders } from "../../../src/card/bridge/bridgeReaders.ts";
import { type AppState, type ClientWindow, parseFromApp, parseToApp } from "../../../src/card/bridge/envelopes.ts";
import type { VersionRange } from "../../../src/card/bridge/versions.ts";
import type { Timer } from "../../../src/async/timer.ts";
import type { Road } from "../../../src/card/service/road.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { WebUsbReaders } from "../../../src/card/webusb/webUsbReaders.ts";
import type { AppConnection } from "../../../src/platform/appConnections.ts";
import type { BridgeState } from "../../../src/platform/bridgeState.ts";
import type { ExtensionConnection } from "../../../src/platform/extensionPort.ts";
import type { Locks } from "../../../src/platform/readerLease.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import { MortalLocks } from "../../virtual/mortalLocks.ts";
import { VirtualUsb } from "../../virtual/usb/usb.ts";
import { appId, extensionId } from "./farEnd.ts";

export interface AppOptions {
  readonly id?: string;
  readonly versions?: VersionRange;
  readonly state?: AppState;
}

/** One window of the app. */
export class VirtualApp {
  view: LenderView = { readers: null, clients: 0 };
  link: LinkView = { kind: "alone" };
  /** Those of the app's own origin. */
  readonly locks = new VirtualLocks();
  readonly #lender: Lender;
  readonly #link: ExtensionLink;
  #alive = true;
  #cut: () => void = () => {};

  constructor(world: BridgeWorld, { id = appId, versions, state = "ready" }: AppOptions) {
    this.#lender = new Lender({
      openRoad: world.openRoad ?? (() => new WebUsbReaders({ usb: world.usb as never, priority: "prompt", timer: world.timer, locks: this.locks, serves: (interfaceClass) => interfaceClass === 0x0b })),
      appId: id,
      extensionId,
      timer: world.clock,
      send: (client, frame) => this.#link.send({ kind: "frame", client, frame }),
      show: (view) => (this.view = view),
    });
    void this.#lender.allow(state === "ready");
    this.#link = new ExtensionLink(
      {
        connect: (handlers) => {
          if (!this.#alive) return null;
          const pair = world.connect(id, handlers);
          this.#cut = pair.cut;
          return pair.connection;
        },
        appId: id,
        appVersion: "0.1.0",
        extensionId,
        timer: world.clock,
        ...(versions ? { versions } : {}),
        show: (view) => (this.link = view),
        onClient: ({ client, window }) => void this.#lender.client(client, window),
        onFrame: ({ client, frame }) => this.#lender.frame(client, frame),
        onLost: () => void this.#lender.reset(),
      },
      state,
    );
  }

  /** As the window's buttons do. */
  async become(state: AppState): Promise<void> {
    await this.#lender.allow(state === "ready");
    this.#link.setState(state);
  }

  /** As if an extension sent clients although the person has stopped it. */
  force(client: number): void {
    void this.#lender.client(client, "prompt");
    this.#lender.frame(client, { op: "refresh", id: 1 });
  }

  /** Killed: nothing is said to anybody, the port is cut, the USB handles fall. */
  async kill(): Promise<void> {
    this.#alive = false;
    this.#cut();
    await this.#lender.reset();
  }
}

export class BridgeWorld {
  readonly usb = new VirtualUsb(true);
  readonly timer: Timer;
  /** What lender and links wait by. */
  readonly clock: Timer;
  /** The app's way to readers, instead of USB. */
  openRoad: (() => Road) | null = null;
  readonly paired: string[] = [];
  readonly published: BridgeState[] = [];
  /** Every JSON text that crossed between broker and app. */
  readonly texts: string[] = [];
  broker: BridgeBroker;
  /** One browser's. */
  readonly locks = new VirtualLocks();
  #lives = 0;
  #die: () => void = () => {};
  #cuts = new Set<() => void>();
  #ports = new Set<MessagePort>();

  readonly #releaseAppId: string | null;

  constructor({ timer = systemTimer, clock = systemTimer, paired = [appId], releaseAppId = null }: { readonly timer?: Timer; readonly clock?: Timer; readonly paired?: readonly string[]; readonly releaseAppId?: string | null } = {}) {
    this.timer = timer;
    this.clock = clock;
    this.#releaseAppId = releaseAppId;
    this.paired.push(...paired);
    this.broker = this.#start();
  }

  get state(): BridgeState | undefined {
    return this.published.at(-1);
  }

  openApp(options: AppOptions = {}): VirtualApp {
    return new VirtualApp(this, options);
  }

  /** A card worker's road, in a window of the extension. */
  road({ window = "prompt", priority = "prompt", locks = this.locks }: { readonly window?: ClientWindow; readonly priority?: "prompt" | "view"; readonly locks?: Locks } = {}): BridgeReaders {
    const openPort = async (): Promise<MessagePort> => {
      const { port1, port2 } = new MessageChannel();
      this.#ports.add(port1);
      this.broker.addClient(port1, window);
      return port2;
    };
    return new BridgeReaders({ openPort, extensionId, priority, timer: this.clock, locks });
  }

  /** A window whose card worker may be killed: it says nothing more to anybody, and its locks fall. */
  mortalRoad(window: "prompt" | "home"): { readonly road: BridgeReaders; readonly kill: () => void } {
    const locks = new MortalLocks(this.locks);
    const ports: MessagePort[] = [];
    let dead = false;
    const openPort = async (): Promise<MessagePort> => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port2);
      if (dead) return port2;
      this.#ports.add(port1);
      this.broker.addClient(port1, window);
      return port2;
    };
    const road = new BridgeReaders({ openPort, extensionId, priority: window === "prompt" ? "prompt" : "view", timer: this.clock, locks });
    const kill = (): void => {
      dead = true;
      for (const port of ports) port.postMessage = () => {};
      locks.fall();
      // What is left of it here must not go on for ever.
      void road.close();
    };
    return { road, kill };
  }

  /** The browser stops the service worker: every port falls, and what was in its memory is gone. */
  stopServiceWorker(): void {
    // As in the browser: a port whose other end is gone says nothing, only the lock falls.
    for (const port of this.#ports) port.postMessage = () => {};
    this.#ports.clear();
    this.#die();
    this.broker = this.#start();
    for (const cut of Array.from(this.#cuts)) cut();
  }

  /** Locks that know nothing of the leases of others, as if those had been stolen; whose life ends they know. */
  otherLocks(): Locks {
    const [apart, shared] = [new VirtualLocks(), this.locks];
    const request = (name: string, ...rest: readonly [LockOptions, (lock: Lock | null) => unknown]) =>
      (/^(moqalaqe-)?life-/.test(name) ? shared : apart).request(name, ...rest);
    return { request } as Locks;
  }

  connect(id: string, handlers: Parameters<ConstructorParameters<typeof ExtensionLink>[0]["connect"]>[0]): { readonly connection: ExtensionConnection; readonly cut: () => void } {
    const [fromApp, fromExtension] = [new Set<(raw: unknown) => void>(), new Set<() => void>()];
    let open = true;
    const cross = (message: unknown, to: (raw: unknown) => void): void => {
      const json = JSON.stringify(message);
      this.texts.push(json);
      queueMicrotask(() => void (open && to(JSON.parse(json))));
    };
    const close = (tell: (() => void)[]): void => {
      if (!open) return;
      open = false;
      this.#cuts.delete(cut);
      for (const one of tell) queueMicrotask(one);
    };
    const cut = (): void => close([handlers.onClose, ...fromExtension]);
    this.#cuts.add(cut);
    const extensionSide: AppConnection = {
      appId: id,
      send: (message) => cross(message, (raw) => {
        const parsed = parseToApp(raw);
        if (parsed) handlers.onMessage(parsed);
      }),
      close: () => close([handlers.onClose]),
      onMessage: (listener) => void fromApp.add((raw) => {
        const parsed = parseFromApp(raw);
        if (parsed) listener(parsed);
      }),
      onClose: (listener) => void fromExtension.add(listener),
    };
    this.broker.addApp(extensionSide);
    return {
      cut,
      connection: {
        send: (message) => cross(message, (raw) => {
          for (const listener of fromApp) listener(raw);
        }),
        close: () => close([...fromExtension]),
      },
    };
  }

  #start(): BridgeBroker {
    this.#lives += 1;
    const life = `life-${this.#lives}`;
    void this.locks.request(life, () => new Promise<void>((resolve) => (this.#die = resolve)));
    return new BridgeBroker({
      extensionId,
      extensionVersion: "0.1.0",
      releaseAppId: this.#releaseAppId,
      pairedApps: async () => this.paired,
      locks: this.locks,
      life: Promise.resolve(life),
      publish: async (state) => void this.published.push(state),
    });
  }
}

// A port that is brought to the vault worker in that one's last moment, or to nobody: nobody waits for its answer for good.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import type { VaultApi, VaultEvent } from "../../../src/vault/api.ts";
import { openVault } from "../../../src/vault/client.ts";
import { servePort } from "../../../src/vault/serve.ts";
import { type FromWorker, type ToWorker, VaultHost } from "../../../src/vault/vaultHost.ts";
import { VirtualLocks } from "../../virtual/locks.ts";

const locks = new VirtualLocks();
const turned = vi.fn();
const origin = { page: "/src/home/home.html", nested: false };

/** What the vault says of itself when it is asked by a worker of this number. */
const api = (number: number): VaultApi => ({ lock: { state: async () => ({ kind: "locked", number }) } }) as unknown as VaultApi;
const workers: Dying[] = [];

type Hear = (event: { readonly data: FromWorker }) => void;

/** A worker that serves the ports that it is brought, unless it is about to end. */
class Dying {
  dying = false;
  readonly given: ToWorker[] = [];
  readonly number = workers.push(this);
  #hear: Hear = () => undefined;
  #end = (): void => {};

  constructor() {
    void locks.request(`worker-${this.number}`, () => new Promise<void>((resolve) => (this.#end = resolve)));
  }
  addEventListener(_: "message", hear: Hear): void {
    this.#hear = hear;
  }
  postMessage(message: ToWorker, ports: readonly MessagePort[] = []): void {
    this.given.push(message);
    const [port] = ports;
    if (port && !this.dying) servePort(port, origin, api(this.number), `worker-${this.number}`, (listener) => (listener({ kind: "state", state: { kind: "locked" } } as unknown as VaultEvent), () => undefined));
  }
  terminate(): void {
    this.#end();
  }
  say(data: FromWorker): void {
    this.#hear({ data });
  }
  /** It is locked: the host ends it. */
  lock(): void {
    this.say({ kind: "vault/lock", gone: false });
  }
}

const open: (() => void)[] = [];
/** @param lost so many ports end with the service worker, on their way */
function client(host: VaultHost, lost = 0) {
  let connected = 0;
  const vault = openVault(
    async () => {
      const { port1, port2 } = new MessageChannel();
      open.push(() => port1.close());
      connected += 1;
      if (connected > lost) void host.bring(port2, origin);
      return port1;
    },
    // A hundred times as fast.
    { after: (ms, signal) => systemTimer.after(ms / 100, signal) },
  );
  open.push(() => vault.close());
  return vault;
}

beforeEach(() => {
  vi.stubGlobal("Worker", Dying);
  vi.stubGlobal("navigator", { locks });
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
  workers.splice(0);
  turned.mockClear();
});
afterEach(() => {
  for (const close of open.splice(0)) close();
  vi.unstubAllGlobals();
});

it("the worker ends before it has said a word on a new port: the call is answered by the next one", async () => {
  const host = new VaultHost(turned);
  const first = workers[0];
  if (!first) throw new Error("no worker");
  first.dying = true;
  const state = client(host).lock.state();
  await vi.waitFor(() => expect(first.given.some(({ kind }) => kind === "vault/port")).toBe(true));
  first.lock();
  expect(await state).toEqual({ kind: "locked", number: 2 });
});

it("the service worker ends with a port in its hands: the call is answered over another one", async () => {
  expect(await client(new VaultHost(turned), 2).lock.state()).toEqual({ kind: "locked", number: 1 });
});

it("ports that are lost one after the other: the call fails, and the next one is answered", async () => {
  const vault = client(new VaultHost(turned), 4);
  await expect(vault.lock.state()).rejects.toMatchObject({ code: "VAULT_GONE" });
  expect(await vault.lock.state()).toEqual({ kind: "locked", number: 1 });
});

it("a port that comes while the worker is ended goes to the next one", async () => {
  const host = new VaultHost(turned);
  const state = client(host).lock.state();
  // The host's own lock of the first one's life is not granted yet.
  workers[0]?.lock();
  expect(await state).toEqual({ kind: "locked", number: 2 });
});

it("workers that end again and again are no lock: the call fails, and the next one is answered", async () => {
  const host = new VaultHost(turned);
  const vault = client(host);
  let ended = 0;
  const end = async (): Promise<void> => {
    for (; ended < 4; ended += 1) {
      const worker = workers[ended];
      if (!worker) throw new Error("no worker");
      worker.dying = true;
      await vi.waitFor(() => expect(worker.given.some(({ kind }) => kind === "vault/port")).toBe(true));
      worker.lock();
    }
  };
  const [outcome] = await Promise.allSettled([vault.lock.state(), end()]);
  expect(outcome).toMatchObject({ status: "rejected", reason: { code: "VAULT_GONE" } });
  expect(await vault.lock.state()).toEqual({ kind: "locked", number: 5 });
});

it("whoever shows what is in the vault is told when it is opened, and when it is locked, by the worker that has it alone", () => {
  void new VaultHost(turned);
  workers[0]?.say({ kind: "vault/opened" });
  expect(turned).toHaveBeenCalledTimes(1);
  workers[0]?.lock();
  expect(turned).toHaveBeenCalledTimes(2);
  workers[0]?.say({ kind: "vault/opened" });
  expect(turned).toHaveBeenCalledTimes(2);
});

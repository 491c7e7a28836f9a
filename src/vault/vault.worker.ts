// The vault worker: the one writer of the vault's database and, while open, the one holder of its keys.
// See [Note: locking ends the worker] in vaultHost.ts.
import { Mutex } from "../async/mutex.ts";
import { sharedFolder } from "../platform/sharedFolder.ts";
import { beginNewLog, openVaultDatabase } from "../platform/vaultDatabase.ts";
import { calibrateInWorker, stretchInWorker } from "./kdf.ts";
import { servePort } from "./serve.ts";
import { VaultService } from "./service/vaultService.ts";
import { heldSize } from "./store/streamStore.ts";
import type { FromWorker, ToWorker } from "./vaultHost.ts";

const lockName = `vault-worker:${crypto.randomUUID()}`;
const idleCheckMs = 5_000;

const tell = (message: FromWorker): void => postMessage(message);

/** Held for life: its end tells every client that the vault is locked. */
async function holdLock(): Promise<void> {
  await new Promise<void>((resolve) => {
    void navigator.locks.request(lockName, async () => {
      resolve();
      await new Promise(() => {});
    });
  });
}

async function makeService(witness: string | null, anew: boolean): Promise<VaultService> {
  // A worker that was told to end may still be finishing a transaction: IndexedDB itself puts ours behind it.
  await holdLock();
  let seen = witness;
  let logIsNew = !anew;
  const beginLog = async (): Promise<void> => {
    if (logIsNew) return;
    await beginNewLog();
    logIsNew = true;
    tell({ kind: "vault/log-new" });
  };
  // Where that fails, on a full disk, the vault can still be read; it is tried again until there is room.
  await beginLog().catch(() => undefined);
  const database = await openVaultDatabase(() => tell({ kind: "vault/lock", gone: true }));
  let estimated = { at: -Infinity, used: 0, available: 0 };
  const service = new VaultService(
    {
      database,
      now: () => Date.now(),
      stretch: stretchInWorker,
      calibrate: calibrateInWorker,
      room: async (recently = false) => {
        if (!recently || performance.now() - estimated.at > 60_000) {
          const { usage = 0, quota = 0 } = await navigator.storage.estimate();
          estimated = { at: performance.now(), used: usage, available: Math.max(0, quota - usage) };
        }
        return estimated;
      },
      took: (bytes) => {
        // What a large one really took is asked again.
        if (bytes > heldSize) estimated = { ...estimated, at: -Infinity };
        else estimated = { ...estimated, used: estimated.used + bytes, available: Math.max(0, estimated.available - bytes) };
      },
      witness: {
        read: () => seen,
        write: (text) => {
          seen = text;
          tell({ kind: "vault/witness", text });
        },
      },
      folder: sharedFolder,
      sealing: new Mutex(),
      end: () => tell({ kind: "vault/lock", gone: false }),
    },
    () => performance.now(),
  );
  service.watch((event) => {
    if (event.kind === "state" && event.state.kind === "unlocked") tell({ kind: "vault/opened" });
  });
  setInterval(() => {
    void beginLog().catch(() => undefined);
    service.checkIdle();
    service.checkFolder();
  }, idleCheckMs);
  return service;
}

let service: Promise<VaultService> | null = null;

addEventListener("message", (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.kind === "vault/start") {
    service = makeService(message.witness, message.anew);
    return;
  }
  if (message.kind === "vault/happened") {
    void service?.then((ready) => ready.lock.happened(message.what)).catch(() => undefined);
    return;
  }
  const port = event.ports[0];
  if (!port || !service) return;
  void service.then(
    (ready) => servePort(port, message.from, ready, lockName, (listener) => ready.watch(listener)),
    () => port.close(),
  );
});

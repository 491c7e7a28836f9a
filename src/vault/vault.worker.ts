// The vault worker: the one writer of the vault's database and, while open, the one holder of its keys.
// See [Note: locking ends the worker] in vaultHost.ts.
import { openVaultDatabase } from "../platform/vaultDatabase.ts";
import type { VaultApi } from "./api.ts";
import { servePort } from "./serve.ts";
import type { PortForWorker } from "./vaultHost.ts";

const lockName = `vault-worker:${crypto.randomUUID()}`;
// Held for life: its end tells every client that the vault is locked.
const held = new Promise<void>((resolve) => {
  void navigator.locks.request(lockName, async () => {
    resolve();
    await new Promise(() => {});
  });
});

const database = openVaultDatabase(() => undefined);

const lock = {
  async state() {
    const header = await (await database).get("header", "header");
    return header ? { kind: "locked", slots: [] } : { kind: "none" };
  },
};

addEventListener("message", (event: MessageEvent<PortForWorker>) => {
  const port = event.ports[0];
  if (!port) return;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  void held.then(() => servePort(port, event.data.from, { lock } as unknown as VaultApi, lockName, () => () => undefined));
});

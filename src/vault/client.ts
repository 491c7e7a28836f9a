// The vault as its clients see it: VaultApi, whatever happens to the service worker, and with VAULT_GONE for calls under
// way when the vault worker ends (it is locked then). The next call connects again, and so does one whose connection came to nothing:
// nothing of it had been asked yet.
import * as Comlink from "comlink";
import { systemTimer } from "../async/systemTimer.ts";
import type { Timer } from "../async/timer.ts";
import { connectPort } from "../platform/portBroker/connect.ts";
import { isFields } from "../codec/fields.ts";
import type { VaultApi, VaultEvent } from "./api.ts";
import type { Progress } from "./documentApi.ts";
import { codeOf, VaultError } from "./error.ts";
import type { BroughtTo, Group, VaultPortApi } from "./portApi.ts";

export interface VaultClient extends VaultApi {
  /** Hears the state at once and every event after it, over reconnections, until the returned function is called. */
  onEvent(listener: (event: VaultEvent) => void): () => void;
  /** Ends the connection. */
  close(): void;
}

interface Connection {
  readonly remote: Comlink.Remote<VaultPortApi>;
  /** Rejects when the worker ends. */
  readonly gone: Promise<never>;
  readonly end: () => void;
}

const groups: readonly Group[] = ["lock", "slots", "records", "documents", "inbox", "reminders", "backup", "folder", "storage"];

/** @param connect how to get a port: from a page by default; the service worker has its own. */
export function openVault(connect: () => Promise<MessagePort> = () => connectPort("vault"), timer: Timer = systemTimer): VaultClient {
  const listeners = new Set<(event: VaultEvent) => void>();
  let connection: Promise<Connection> | null = null;
  let closed = false;
  let last: VaultEvent | null = null;

  const hear = (event: VaultEvent): void => {
    if (event.kind === "state") last = event;
    for (const listener of listeners) listener(event);
  };

  const connected = (): Promise<Connection> => {
    connection ??= untilServed(() => makeConnection(connect, hear, timer)).then(
      (made) => {
        made.gone.catch(() => {
          connection = null;
          // Those who listen are told of the state that follows.
          if (listeners.size > 0 && !closed) connected().catch(() => undefined);
        });
        return made;
      },
      (error: unknown) => {
        connection = null;
        throw error;
      },
    );
    return connection;
  };

  const call = async (group: Group, method: string, args: readonly unknown[]): Promise<unknown> => {
    const { remote, gone } = await connected();
    const { plain, onProgress } = prepare(args);
    const result = await Promise.race([remote.call(group, method, onProgress, ...plain), gone]);
    if (!result.ok) throw new VaultError(result.error.code, result.error.message);
    return "json" in result ? JSON.parse(result.json) : result.value;
  };

  const groupOf = (group: Group): unknown =>
    new Proxy({}, { get: (_, method) => (typeof method === "string" && method !== "then" ? (...args: unknown[]) => call(group, method, args) : undefined) });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker serves VaultApi under these names
  const api = Object.fromEntries(groups.map((group) => [group, groupOf(group)])) as unknown as VaultApi;
  return {
    ...api,
    onEvent(listener) {
      listeners.add(listener);
      if (last) listener(last);
      connected().catch(() => undefined);
      return () => void listeners.delete(listener);
    },
    close() {
      closed = true;
      connection?.then(({ end }) => end(), () => undefined);
    },
  };
}

/** Each time another worker ended, or a port was lost: that many in a row are not somebody's locking. */
const mostTries = 4;

/** Nobody has a port on which no word has come by then: the service worker ended with it in its hands. Many times what bringing one takes. */
const patienceMs = 10_000;

async function untilServed(connect: () => Promise<Connection>): Promise<Connection> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await connect();
    } catch (error) {
      if (codeOf(error) !== "VAULT_GONE" || tries === mostTries) throw error;
    }
  }
}

async function makeConnection(connect: () => Promise<MessagePort>, hear: (event: VaultEvent) => void, timer: Timer): Promise<Connection> {
  const port = await connect();
  const stop = new AbortController();
  // Granted when the worker, for whose life it is held, has ended: in good order or not.
  const endOf = (lockName: string, signal: AbortSignal): Promise<never> =>
    navigator.locks.request(lockName, { signal }, () => undefined).then((): never => {
      port.close();
      throw new VaultError("VAULT_GONE", "the vault worker ended");
    });
  const [heard, greeted] = [new AbortController(), new AbortController()];
  // The host's word comes before the worker's.
  const unserved = new Promise<never>((_, reject) => {
    port.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      heard.abort();
      if (isBroughtTo(data)) endOf(data.life, greeted.signal).catch(reject);
    }, { signal: greeted.signal });
    void timer.after(patienceMs, heard.signal).then(() => {
      if (heard.signal.aborted) return;
      port.close();
      reject(new VaultError("VAULT_GONE", "nobody has the port"));
    });
  });
  const remote = Comlink.wrap<VaultPortApi>(port);
  const lockName = await Promise.race([remote.hello(Comlink.proxy(hear)), unserved]).finally(() => greeted.abort());
  const gone = endOf(lockName, stop.signal);
  gone.catch(() => undefined);
  const end = (): void => {
    stop.abort();
    port.close();
  };
  return { remote, gone, end };
}

const isBroughtTo = (said: unknown): said is BroughtTo => isFields(said) && said["kind"] === "vault/brought" && typeof said["life"] === "string";

/** What goes over to the worker for good. */
function transferred(arg: object): readonly Transferable[] {
  return Object.values(arg).flatMap((value: unknown): readonly Transferable[] => {
    if (value instanceof Uint8Array) return [value.buffer];
    if (value instanceof ReadableStream) return [value];
    return isFields(value) && value["stream"] instanceof ReadableStream ? [value["stream"]] : [];
  });
}

/** Functions become proxies, byte arrays and streams are transferred. */
function prepare(args: readonly unknown[]): { readonly plain: readonly unknown[]; readonly onProgress: ((progress: Progress) => void) | null } {
  let onProgress: ((progress: Progress) => void) | null = null;
  const plain = args.map((arg) => {
    if (!isFields(arg) || arg instanceof Blob) return arg;
    if (arg instanceof Uint8Array) return Comlink.transfer(arg, [arg.buffer]);
    const { onProgress: heard, ...rest } = arg;
    if (typeof heard === "function") {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Work.onProgress
      onProgress = Comlink.proxy(heard as (progress: Progress) => void);
      return rest;
    }
    const given = transferred(arg);
    return given.length > 0 ? Comlink.transfer(arg, [...given]) : arg;
  });
  return { plain, onProgress };
}

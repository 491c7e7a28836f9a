import * as Comlink from "comlink";
import type { PortOrigin } from "../platform/portBroker/call.ts";
import { isFields } from "../codec/fields.ts";
import type { VaultApi, VaultEvent } from "./api.ts";
import type { Progress } from "./documentApi.ts";
import { toVaultFailure, VaultError, type VaultResult } from "./error.ts";
import type { PortResult, VaultPortApi } from "./portApi.ts";

/** A frame inside another page may read and keep; it never opens the vault, sees a slot or takes everything away. */
const forFrames: Readonly<Record<string, readonly string[] | "all">> = {
  lock: ["state", "touch", "lock", "rules"],
  records: "all",
  documents: ["add", "absent", "get", "search", "facets", "read", "cancel", "binAttachments"],
  inbox: "all",
  reminders: "all",
  storage: "all",
};

function isAllowed(from: PortOrigin, group: string, method: string): boolean {
  if (!from.nested) return true;
  const methods = forFrames[group];
  return methods === "all" || (methods?.includes(method) ?? false);
}

const manyRecords: ReadonlySet<string> = new Set(["list", "table", "some"]);

/** Every tab asks for the same lists: they are written once, until one changes. They go with the list, at the latest when the vault is locked. */
const texts = new WeakMap<object, string>();

function textOf(list: unknown): string {
  if (typeof list !== "object" || list === null) return JSON.stringify(list);
  let text = texts.get(list);
  if (text === undefined) texts.set(list, (text = JSON.stringify(list)));
  return text;
}

/** Serves the vault on a port. @param watch adds a listener, tells it the present state, and returns how to stop. */
export function servePort(port: MessagePort, from: PortOrigin, api: VaultApi, lockName: string, watch: (listener: (event: VaultEvent) => void) => () => void): void {
  const served: VaultPortApi = {
    async hello(listener) {
      watch(listener);
      return lockName;
    },
    async call(group, method, onProgress, ...args): Promise<PortResult> {
      try {
        if (!isAllowed(from, group, method)) throw new VaultError("INVALID", "not for frames");
        const value = await invoke(api, group, method, onProgress, args);
        // See [Note: lists as text]: a record is JSON, and nothing else.
        if (group === "records" && manyRecords.has(method)) return { ok: true, json: textOf(value) };
        const result: VaultResult<unknown> = { ok: true, value };
        return value instanceof Uint8Array ? Comlink.transfer(result, [value.buffer]) : result;
      } catch (error) {
        return { ok: false, error: toVaultFailure(error) };
      }
    },
  };
  Comlink.expose(served, port);
}

async function invoke(api: VaultApi, group: string, method: string, onProgress: ((progress: Progress) => void) | null, args: readonly unknown[]): Promise<unknown> {
  const groups: Readonly<Record<string, unknown>> = { ...api };
  const target = Object.hasOwn(groups, group) ? groups[group] : null;
  const functions: Readonly<Record<string, unknown>> = isFields(target) ? target : {};
  const act = Object.hasOwn(functions, method) ? functions[method] : null;
  if (typeof act !== "function") throw new VaultError("INVALID", "no such call");
  const last = args.at(-1);
  // Work is always the last argument; its function came beside it (client.ts).
  const full = onProgress && isFields(last) ? [...args.slice(0, -1), { ...last, onProgress }] : args;
  const answer: unknown = await Reflect.apply(act, target, full);
  return answer;
}

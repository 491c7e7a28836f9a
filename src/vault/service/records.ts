// RecordApi over an open vault.
import { collections, type Collection, type Json, type RecordApi, type RecordChange, type RecordRow, type StoredRecord } from "../api.ts";
import { VaultError } from "../error.ts";
import { cellAt } from "../store/recordTable.ts";
import type { Draft, OpenedVault } from "./openedVault.ts";

/** A record is at most this long as JSON: what is larger is a document. */
const mostBytes = 1 << 20;

export class Records implements RecordApi {
  readonly #vault: OpenedVault;
  /** Every tab asks for the same: made once, until the list it was made of changes. */
  readonly #tables = new WeakMap<readonly StoredRecord[], Map<string, readonly RecordRow[]>>();

  constructor(vault: OpenedVault) {
    this.#vault = vault;
  }

  async get(collection: Collection, id: string): Promise<StoredRecord | null> {
    return this.#vault.main.table.get(checkName(collection, id), id);
  }

  async list(collection: Collection): Promise<readonly StoredRecord[]> {
    return this.#vault.main.table.list(checkName(collection, "-"));
  }

  async table(collection: Collection, paths: readonly string[]): Promise<readonly RecordRow[]> {
    if (!Array.isArray(paths) || paths.some((path) => typeof path !== "string")) throw new VaultError("INVALID", "paths are a list of texts");
    const list = await this.list(collection);
    let known = this.#tables.get(list);
    if (!known) this.#tables.set(list, (known = new Map()));
    const name = paths.join(" ");
    let table = known.get(name);
    if (!table) {
      const keys = paths.map((path) => path.split("."));
      known.set(name, (table = list.map(({ id, version, value }) => [id, version, ...keys.map((way) => cellAt(value, way))])));
    }
    return table;
  }

  async some(collection: Collection, ids: readonly string[]): Promise<readonly StoredRecord[]> {
    if (!Array.isArray(ids)) throw new VaultError("INVALID", "ids are a list");
    const { table } = this.#vault.main;
    return ids.flatMap((id) => table.get(checkName(collection, id), id) ?? []);
  }

  async put(collection: Collection, id: string, value: Json, expect?: string | null): Promise<string> {
    return this.#commit([expect === undefined ? { collection, id, value } : { collection, id, value, expect }]);
  }

  async remove(collection: Collection, id: string, expect?: string | null): Promise<void> {
    await this.#commit([expect === undefined ? { collection, id, remove: true } : { collection, id, remove: true, expect }]);
  }

  async commit(changes: readonly RecordChange[]): Promise<void> {
    if (changes.length > 0) await this.#commit(changes);
  }

  async #commit(changes: readonly RecordChange[]): Promise<string> {
    const drafts = changes.map(checkChange);
    return this.#vault.change(() => {
      for (const { collection, id, expect } of changes) {
        if (expect === undefined) continue;
        const present = this.#vault.main.table.get(collection, id);
        if ((present?.version ?? null) !== expect) throw new VaultError("CONFLICT", "the record was changed elsewhere");
      }
      return { drafts };
    });
  }
}

function checkName(collection: Collection, id: string): Collection {
  if (!collections.includes(collection) || collection === "documents") throw new VaultError("INVALID", "no such collection");
  if (typeof id !== "string" || id === "" || id.length > 200) throw new VaultError("INVALID", "a record's id is a short text");
  return collection;
}

/** Also for what comes out of the inbox. */
export function checkChange(change: RecordChange): Draft {
  const { collection, id } = change;
  checkName(collection, id);
  if ("remove" in change) return { collection, id, value: undefined };
  let json: string | undefined;
  try {
    json = JSON.stringify(change.value);
  } catch {
    json = undefined;
  }
  if (json === undefined || json.length > mostBytes) throw new VaultError("INVALID", "a record's value is JSON of at most 1 MiB");
  const value: Json = JSON.parse(json);
  return { collection, id, value };
}

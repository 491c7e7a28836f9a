// The vault while it is open: keys, header, records in memory, and the one way to change them.
import { type Bytes, wipe } from "../../card/bytes.ts";
import { Mutex } from "../../async/mutex.ts";
import { toBase64 } from "../../codec/base64.ts";
import type { Json, VaultEvent } from "../api.ts";
import { openBox, sealBox } from "../crypto/aead.ts";
import { ascii, randomBytes } from "../crypto/derive.ts";
import { importPrivateKey, newKeyPair } from "../crypto/hpke.ts";
import { sealVaultKey } from "../crypto/slot.ts";
import { deriveVaultKeys, type VaultKeys } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { commit, type Step } from "../store/commit.ts";
import { encodeHeader, type Header, type SlotRow, unbase64 } from "../store/header.ts";
import { type Partition, RecordLog } from "../store/recordLog.ts";
import type { Change } from "../store/recordTable.ts";
import { doomStream, keepStream, leftBehind, removeStreams } from "../store/streamStore.ts";
import { rewrapDocuments } from "./documentRecord.ts";
import type { Surroundings } from "./surroundings.ts";
import { nextVersion } from "./version.ts";
import { writeWitness } from "./witness.ts";

/** A change without its version yet; `value` undefined removes. */
export interface Draft {
  readonly collection: string;
  readonly id: string;
  readonly value: Json | undefined;
  /** A version from elsewhere (merging); by default the next of our own. */
  readonly version?: string;
  readonly changedAt?: number;
}

export interface Plan {
  readonly drafts: readonly Draft[];
  readonly steps?: readonly Step[];
}

type SlotChange = (slots: readonly SlotRow[], vaultKey: Bytes, epoch: number) => Promise<readonly SlotRow[]>;

export const inboxWrapData = ascii("mqv1/inbox-private");

export class OpenedVault {
  readonly main = new RecordLog("main");
  readonly text = new RecordLog("text");
  readonly vaultId: Bytes;
  /** Merges the inbox; set by who opened the vault. */
  beforeRotation: () => Promise<unknown> = async () => undefined;
  readonly #around: Surroundings;
  readonly #emit: (event: VaultEvent) => void;
  readonly #turn = new Mutex();
  #header: Header;
  #keys: VaultKeys;

  constructor(around: Surroundings, header: Header, keys: VaultKeys, emit: (event: VaultEvent) => void) {
    this.#around = around;
    this.#header = header;
    this.#keys = keys;
    this.#emit = emit;
    this.vaultId = keys.vaultId;
  }

  get header(): Header {
    return this.#header;
  }

  get keys(): VaultKeys {
    return this.#keys;
  }

  get around(): Surroundings {
    return this.#around;
  }

  /** Loads the records; then removes what a killed browser left half done. The texts come after, by `loadText`. */
  async load(): Promise<void> {
    await this.main.load(this.#around.database, this.#keys, this.#header.main);
  }

  async loadText(): Promise<void> {
    await this.#turn.run(() => this.text.load(this.#around.database, this.#keys, this.#header.text));
  }

  async inboxKey(): Promise<CryptoKey> {
    return importPrivateKey(await openBox(this.#keys.inboxWrap, unbase64(this.#header.inboxPrivate), inboxWrapData, "HEADER_FORGED"));
  }

  /**
   * Changes records, and with them other rows, in one durable step. `plan` is called when its turn has come, so what
   * it sees is current.
   * @returns the version given to the changes.
   */
  async change(plan: (keys: VaultKeys) => Promise<Plan> | Plan, partition: Partition = "main"): Promise<string> {
    return this.#turn.run(async () => {
      const { drafts, steps = [] } = await plan(this.#keys);
      const log = this[partition];
      const now = this.#around.now();
      const version = nextVersion(log.table.latest, now);
      const changes = drafts.map(({ collection, id, value, version: own = version, changedAt = now }): Change => (value === undefined ? [collection, id, own, changedAt] : [collection, id, own, changedAt, value]));
      const { steps: rows, done } = changes.length > 0 ? await log.append(this.#keys, changes) : { steps: [], done: () => undefined };
      await commit(this.#around.database, [...rows, ...steps]);
      done();
      for (const collection of new Set(drafts.map((draft) => draft.collection))) {
        this.#emitChanged(collection, drafts.flatMap((draft) => (draft.collection === collection ? [draft.id] : [])));
      }
      if (partition === "main") writeWitness(this.#around, this.#header, this.main.row);
      if (log.wantsSnapshot) await this.#compact(partition);
      return version;
    });
  }

  /** Runs `act` while nothing changes. */
  async still<T>(act: (now: { readonly header: Header; readonly keys: VaultKeys; readonly main: RecordLog; readonly text: RecordLog }) => Promise<T>): Promise<T> {
    return this.#turn.run(() => act({ header: this.#header, keys: this.#keys, main: this.main, text: this.text }));
  }

  /**
   * A new vault key, sealed to every slot; everything that was wrapped is wrapped anew; what the old key opened is removed.
   * [Note: slots change by rotation] The vault key's bytes are nowhere in memory, so a slot more, less or anew comes with
   * a new vault key. That is also what a person expects of it: a passphrase that was changed no longer opens what is
   * written from then on, not even with an old copy of the header.
   */
  async rotate(change: SlotChange = async (slots) => slots): Promise<void> {
    await this.#around.sealing.run(async () => {
      // What was sealed to the key that is about to go.
      await this.beforeRotation();
      await this.#turn.run(() => this.#rotate(change));
    });
  }

  async #rotate(change: SlotChange): Promise<void> {
    const epoch = this.#header.epoch + 1;
    const vaultKey = randomBytes(32);
    const slots = await Promise.all((await change(this.#header.slots, vaultKey, epoch)).map((slot) => sealVaultKey(slot, this.vaultId, epoch, vaultKey)));
    if (slots.length === 0) throw new VaultError("SLOT_LAST", "a vault without a slot could never be opened");
    const keys = await deriveVaultKeys(vaultKey, this.vaultId, epoch);
    const { database } = this.#around;
    const rewrapped = await rewrapDocuments(this.main.table, this.#keys, keys);
    const replace = (one: Change): Change => {
      const value = one[0] === "documents" ? rewrapped.get(one[1]) : undefined;
      return value === undefined ? one : [one[0], one[1], one[2], one[3], value];
    };
    const main = await this.main.snapshot(database, keys, replace);
    const text = await this.text.snapshot(database, keys);
    const pair = await newKeyPair();
    const inboxPrivate = toBase64(await sealBox(keys.inboxWrap, pair.privateKey, inboxWrapData));
    wipe(pair.privateKey);
    const before = this.#header;
    const steps: Step[] = [];
    for (const snapshot of [main, text]) steps.push(keepStream(unbase64(snapshot.stream)));
    const old = [before.main, before.text].flatMap((snapshot) => (snapshot ? [unbase64(snapshot.stream)] : []));
    for (const stream of old) steps.push(doomStream(stream));
    steps.push({ remove: "main", key: IDBKeyRange.upperBound(this.main.row) }, { remove: "text", key: IDBKeyRange.upperBound(this.text.row) });
    const header: Header = { ...before, epoch, generation: before.generation + 1, slots, inboxPublic: toBase64(pair.publicKey), inboxPrivate, main, text };
    await commit(database, [{ put: "header", key: "header", value: (await encodeHeader(header, keys.headerMac)).buffer }, ...steps]);
    this.#header = header;
    this.#keys = keys;
    this.main.stoodFor(main);
    this.text.stoodFor(text);
    for (const one of Array.from(this.main.table.changes())) if (one[0] === "documents") this.main.table.apply(replace(one));
    writeWitness(this.#around, header, this.main.row);
    await removeStreams(database, old);
  }

  /** Removes what an earlier life left half done: [Note: lives]. @param referred streams that documents refer to. */
  async sweep(referred: () => ReadonlySet<string>): Promise<void> {
    await this.#turn.run(async () => {
      const left = await leftBehind(this.#around.database);
      if (left.length === 0) return;
      const keep = new Set(referred());
      for (const snapshot of [this.#header.main, this.#header.text]) if (snapshot) keep.add(snapshot.stream);
      await removeStreams(this.#around.database, left.filter((id) => !keep.has(toBase64(id))));
    });
  }

  /** Makes the next opening quicker, when nobody waits for this one any more. */
  async compact(): Promise<void> {
    for (const partition of ["main", "text"] as const) await this.#turn.run(async () => (this[partition].gainsBySnapshot ? this.#compact(partition) : undefined));
  }

  #emitChanged(collection: string, ids: readonly string[]): void {
    // What is known of the folder is nobody else's business.
    if (collection === "folder") return;
    // A document's text belongs to the document: searches for it are asked again.
    const name = collection === "text" ? "documents" : collection;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only names of `collections` and "text" get in
    this.#emit({ kind: "changed", collection: name as "documents", ids });
  }

  async #writeHeader(header: Header, steps: readonly Step[] = []): Promise<void> {
    const next = { ...header, generation: header.generation + 1 };
    await commit(this.#around.database, [{ put: "header", key: "header", value: (await encodeHeader(next, this.#keys.headerMac)).buffer }, ...steps]);
    this.#header = next;
    writeWitness(this.#around, next, this.main.row);
  }

  async #compact(partition: Partition): Promise<void> {
    const before = this.#header[partition];
    const snapshot = await this[partition].snapshot(this.#around.database, this.#keys);
    const old = before ? [unbase64(before.stream)] : [];
    await this.#writeHeader({ ...this.#header, [partition]: snapshot }, [
      keepStream(unbase64(snapshot.stream)),
      ...old.map(doomStream),
      { remove: partition, key: IDBKeyRange.upperBound(snapshot.row) },
    ]);
    this[partition].stoodFor(snapshot);
    await removeStreams(this.#around.database, old);
  }
}


// FolderApi over an open vault: when the folder is met, and what is said of it.
import { type Bytes, wipe } from "../../card/bytes.ts";
import { fromBase64, toBase64 } from "../../codec/base64.ts";
import { Mutex } from "../../async/mutex.ts";
import { randomBytes } from "../crypto/derive.ts";
import { formatRecoveryCode, parseRecoveryCode } from "../crypto/recoveryCode.ts";
import { toVaultFailure, VaultError, type VaultErrorCode } from "../error.ts";
import type { FolderApi, FolderComputer, FolderConflict, FolderReport, FolderState } from "../folderApi.ts";
import type { OpenedVault } from "../service/openedVault.ts";
import { fieldsOf } from "../store/recordTable.ts";
import { conflictRoom, isShared } from "./entry.ts";
import type { FolderFiles, FolderKeeper } from "./folderFiles.ts";
import { folderKeyOf, isRoot } from "./folderKey.ts";
import { meet, unreadIn } from "./folderSync.ts";
import { freshState, keyOfState, type LocalState, readState, stateDraft } from "./localState.ts";
import { hasMoved } from "./moved.ts";
import { hasNews } from "./send.ts";
import { freeLabel } from "./freeLabel.ts";

/** What the folder's part needs of the open vault. */
export interface FolderHost {
  readonly vault: OpenedVault;
  /** Documents came or went. */
  changed(documents: readonly string[]): Promise<void>;
}

/** Quiet time after a change before it is brought to the folder, and between looks for what others wrote. */
const quietMs = 4_000;
const lookMs = 60_000;

export class FolderService implements FolderApi {
  readonly #keeper: FolderKeeper;
  readonly #opened: () => FolderHost;
  readonly #emit: () => void;
  readonly #steady: () => number;
  readonly #turn = new Mutex();
  readonly #stop = new AbortController();
  #running = false;
  #moved = 0;
  #trouble: VaultErrorCode | null = null;
  #last: FolderReport | null = null;
  /** The folder's state in which there was nothing more to do (folderSync.ts). */
  #settled: string | null = null;
  #changedAt: number | null = null;
  #lookedAt: number | null = null;

  /** @param emit tells the listeners that `state()` has changed. @param steady milliseconds that never go back. */
  constructor(keeper: FolderKeeper, opened: () => FolderHost, emit: () => void, steady: () => number) {
    this.#keeper = keeper;
    this.#opened = opened;
    this.#emit = emit;
    this.#steady = steady;
  }

  async state(): Promise<FolderState> {
    const { table } = this.#opened().vault.main;
    const state = readState(table);
    if (!state) return { kind: "off" };
    const name = (await this.#keeper.kept().catch(() => null))?.name ?? "";
    return { kind: "on", name, running: this.#running, moved: this.#moved, last: this.#last ?? state.last, trouble: this.#trouble, computers: computersOf(state), conflicts: table.list(conflictRoom).length };
  }

  async look(folder: FileSystemDirectoryHandle): Promise<{ readonly used: boolean }> {
    return { used: (await this.#keeper.open(folder).folders([])).some(isRoot) };
  }

  async begin(folder: FileSystemDirectoryHandle, label: string, code: Bytes | null): Promise<void> {
    const secret = code ? await secretIn(this.#keeper.open(folder), code) : toBase64(randomBytes(20));
    await this.#turn.run(async () => {
      await this.#remember(freshState(secret, labelOf(label)));
      await this.#keeper.keep(folder);
    });
    await this.now();
  }

  async rename(label: string): Promise<void> {
    await this.#turn.run(async () => {
      const state = this.#state();
      await this.#remember({ ...state, label: freeLabel(labelOf(label), Object.values(state.others).map((other) => other.label)) });
    });
  }

  async renew(): Promise<void> {
    // What the others brought is taken along; what has not arrived could not be, and lies nowhere else perhaps.
    await this.now();
    await this.#turn.run(async () => {
      const state = this.#state();
      if ((await unreadIn(await this.#folder(), state)) > 0) throw new VaultError("FOLDER_WAITING", "what others wrote has not all arrived");
      const { secret, label } = state;
      await this.#remember({ ...freshState(toBase64(randomBytes(20)), label), leaving: secret });
    });
    await this.now();
  }

  async rejoin(code: Bytes): Promise<void> {
    const files = await this.#folder();
    const secret = await secretIn(files, code);
    await this.#turn.run(async () => {
      const state = this.#state();
      // What came under the old code since it was left is taken away, too: all of it is here, and brought under the new one.
      const cleared = state.secret !== secret && (await hasMoved(files, await keyOfState(state))) && (await unreadIn(files, state)) === 0;
      await this.#remember({ ...freshState(secret, state.label), ...(cleared ? { leaving: state.secret } : {}) });
    });
    await this.now();
  }

  async code(): Promise<string> {
    const secret = fromBase64(this.#state().secret);
    if (secret?.length !== 20) throw new VaultError("FOLDER_NONE", "no folder has been chosen");
    return formatRecoveryCode(secret);
  }

  async now(): Promise<FolderReport> {
    return this.#turn.run(async () => {
      const host = this.#opened();
      const { vault } = host;
      this.#changedAt = null;
      this.#moved = 0;
      this.#lookedAt = this.#steady();
      this.#say(true, this.#trouble);
      try {
        const { report, documents, purged, settled } = await meet(vault, await this.#folder(), this.#settled, this.#stop.signal, (bytes) => {
          this.#moved += bytes;
          if (bytes > 1 << 20) this.#emit();
        });
        this.#settled = settled;
        this.#last = report;
        await host.changed(documents);
        // As for a purge of our own: what was thrown away elsewhere is no longer to be had here either.
        if (purged) await vault.rotate();
        // What was heard meanwhile was this meeting's own doing, or is there to be brought.
        if (!hasNews(vault)) this.#changedAt = null;
        this.#say(false, null);
        return report;
      } catch (error) {
        this.#say(false, toVaultFailure(error).code);
        throw error;
      }
    });
  }

  async stop(): Promise<void> {
    await this.#turn.run(async () => {
      await this.#opened().vault.change(() => ({ drafts: [stateDraft(null)] }));
      await this.#keeper.keep(null);
      this.#trouble = null;
      this.#last = null;
      this.#emit();
    });
  }

  async conflicts(): Promise<readonly FolderConflict[]> {
    const { table } = this.#opened().vault.main;
    return table
      .list(conflictRoom)
      .map(({ id, value, changedAt }) => {
        const { collection, id: record, value: lost, changedAt: lostAt } = fieldsOf(value);
        const present = typeof collection === "string" && typeof record === "string" ? table.get(collection, record)?.value : undefined;
        // Of a document only what could not be merged is at issue.
        const standing = collection === "documents" ? Object.fromEntries(Object.keys(fieldsOf(lost)).map((key) => [key, fieldsOf(present)[key] ?? null])) : present;
        return { conflictId: id, collection: typeof collection === "string" ? collection : "", recordId: typeof record === "string" ? record : "", changedAt: typeof lostAt === "number" ? lostAt : changedAt, lost: lost ?? null, standing: standing ?? null };
      })
      .toSorted((a, b) => b.changedAt - a.changedAt);
  }

  async resolve(conflictId: string, take: boolean): Promise<void> {
    const host = this.#opened();
    let document: string | null = null;
    await host.vault.change(() => {
      const { table } = host.vault.main;
      const { collection, id, value } = fieldsOf(table.get(conflictRoom, conflictId)?.value);
      if (typeof collection !== "string" || typeof id !== "string" || value === undefined) throw new VaultError("INVALID", "there is no such conflict");
      if (!take) return { drafts: [{ collection: conflictRoom, id: conflictId, value: undefined }] };
      const present = table.get(collection, id);
      if (collection === "documents") {
        document = id;
        if (!present) return { drafts: [{ collection: conflictRoom, id: conflictId, value: undefined }] };
        return { drafts: [{ collection, id, value: { ...fieldsOf(present.value), ...fieldsOf(value) } }, { collection: conflictRoom, id: conflictId, value: undefined }] };
      }
      return { drafts: [{ collection, id, value }, { collection: conflictRoom, id: conflictId, value: undefined }] };
    });
    if (document !== null) await host.changed([document]);
    this.#emit();
  }

  /** Records changed, in whatever window. */
  heard(collection: string, id: string): void {
    if (isShared(collection, id)) this.#changedAt = this.#steady();
  }

  /** To be called now and then: meets the folder after changes, after opening, and once a minute. */
  async check(): Promise<void> {
    const now = this.#steady();
    if (this.#running || !readState(this.#opened().vault.main.table)) return;
    const changed = this.#changedAt !== null && now - this.#changedAt >= quietMs;
    const due = this.#lookedAt === null || now - this.#lookedAt >= lookMs;
    if (changed || due) await this.now().catch(() => undefined);
  }

  #state(): LocalState {
    const state = readState(this.#opened().vault.main.table);
    if (!state) throw new VaultError("FOLDER_NONE", "no folder has been chosen");
    return state;
  }

  async #remember(state: LocalState): Promise<void> {
    await this.#opened().vault.change(() => ({ drafts: [stateDraft(state)] }));
    this.#settled = null;
  }

  async #folder(): Promise<FolderFiles> {
    const files = await this.#keeper.kept();
    if (!files) throw new VaultError("FOLDER_GONE", "the folder's handle is not kept any more");
    if (!(await files.isPermitted())) throw new VaultError("FOLDER_REFUSED", "the browser wants to be asked again");
    return files;
  }

  #say(running: boolean, trouble: VaultErrorCode | null): void {
    this.#running = running;
    this.#trouble = trouble;
    this.#emit();
  }
}

/** @returns the code's 20 bytes, base64. @throws SECRET_WRONG when the folder has no vault with that code */
async function secretIn(files: FolderFiles, code: Bytes): Promise<string> {
  const secret = await parseRecoveryCode(code);
  wipe(code);
  const text = toBase64(secret);
  const key = await folderKeyOf(secret);
  if (!(await files.folders([])).includes(key.root)) throw new VaultError("SECRET_WRONG", "the folder has no vault with that code");
  if (await hasMoved(files, key)) throw new VaultError("FOLDER_MOVED", "another computer gave the folder a new code");
  return text;
}

/** As much of it as a list can show. */
const labelOf = (typed: string): string => typed.trim().slice(0, 60) || "?";

function computersOf({ label, others, last }: LocalState): readonly FolderComputer[] {
  const rest = Object.values(others).map((one) => ({ label: one.label, at: one.at, mine: false }));
  return [{ label, at: last?.at ?? 0, mine: true }, ...rest.toSorted((a, b) => b.at - a.at)];
}

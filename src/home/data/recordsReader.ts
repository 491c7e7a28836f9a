// Reads the records for as long as the page lives: what lists show at once, the whole records while nobody waits or when
// somebody opens one, and after a change only those that are another version. One reading comes after the other, so that an
// older one never stands over a newer.
import type { RecordRow, StoredRecord } from "../../vault/api.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { nothingStored, type Stored } from "./readRecords.ts";

export interface Loaded {
  readonly stored: Stored;
  /** Holdings and consents, whole; null: not asked for yet. */
  readonly whole: ReadonlyMap<string, StoredRecord> | null;
}

/** Few enough that reading them holds up no frame. */
const atOnce = 200;
/** A window that has something to do all the time still gets them. */
const longestIdleMs = 300;

export class RecordsReader {
  readonly #show: (loaded: Loaded | null) => void;
  #loaded: Loaded | null = null;
  #queue: Promise<void> = Promise.resolve();
  /** Counts lockings: what was read of the vault before it was locked is not shown after. */
  #era = 0;
  #wantsWhole = false;
  #hurried = false;

  constructor(show: (loaded: Loaded | null) => void) {
    this.#show = show;
  }

  /** The vault is locked. */
  drop(): void {
    this.#era += 1;
    this.#loaded = null;
    this.#wantsWhole = false;
    this.#hurried = false;
    this.#show(null);
  }

  /** @param read gives the rooms that are read anew; called when its turn comes. */
  load(read: () => Promise<Partial<Stored>>): Promise<void> {
    const era = this.#era;
    // Whoever waits in the queue now waits for a person's act.
    if (this.#loaded) this.#hurried = true;
    return this.#inTurn(async () => {
      const stored = { ...nothingStored, ...this.#loaded?.stored, ...(await read()) };
      const before = this.#loaded?.whole;
      if (before) {
        this.#set(era, { stored, whole: await bring(stored.consents, before, () => true) });
        return;
      }
      this.#set(era, { stored, whole: null });
      await this.#bringWhole(era);
    });
  }

  /** @param hurry somebody waits for them; else they come while nobody waits for anything */
  wantWhole(hurry: boolean): void {
    this.#hurried ||= hurry;
    if (this.#wantsWhole) return;
    this.#wantsWhole = true;
    const era = this.#era;
    this.#inTurn(() => this.#bringWhole(era)).catch(() => (this.#wantsWhole = false));
  }

  async #bringWhole(era: number): Promise<void> {
    if (!this.#wantsWhole || !this.#loaded || this.#loaded.whole) return;
    const { stored } = this.#loaded;
    this.#set(era, { stored, whole: await bring(stored.consents, new Map(), () => this.#hurried) });
  }

  #set(era: number, loaded: Loaded): void {
    if (era !== this.#era) return;
    this.#loaded = loaded;
    this.#show(loaded);
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

async function bring(rows: readonly RecordRow[], known: ReadonlyMap<string, StoredRecord>, hurried: () => boolean): Promise<ReadonlyMap<string, StoredRecord>> {
  const whole = new Map<string, StoredRecord>();
  const missing: string[] = [];
  for (const [id, version] of rows) {
    const before = known.get(id);
    if (before?.version === version) whole.set(id, before);
    else missing.push(id);
  }
  for (let at = 0; at < missing.length; at += atOnce) {
    if (!hurried()) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: longestIdleMs }));
    for (const one of await vaultOfPage().records.some("consents", missing.slice(at, at + atOnce))) whole.set(one.id, one);
  }
  return whole;
}

// Reads the records for as long as the page lives: what lists show at once, the whole records while nobody waits or when
// somebody opens one, and after a change only those that are another version. One reading comes after the other, so that an
// older one never stands over a newer.
import { Mutex } from "../../async/mutex.ts";
import type { RecordRow, StoredRecord } from "../../vault/api.ts";
import { nothingStored, type Room, rooms, type Stored } from "./readRecords.ts";

export interface Loaded {
  readonly stored: Stored;
  /** Holdings and consents, whole; null: not asked for yet. */
  readonly whole: ReadonlyMap<string, StoredRecord> | null;
}

/** Few enough that reading them holds up no frame. */
const atOnce = 200;
/** A window that has something to do all the time still gets them. */
const longestIdleMs = 300;

/** What is read with. */
interface Source {
  readonly rooms: (wanted: readonly Room[]) => Promise<Partial<Stored>>;
  /** Of holdings and consents. */
  readonly some: (ids: readonly string[]) => Promise<readonly StoredRecord[]>;
}

export class RecordsReader {
  readonly #source: Source;
  readonly #show: (loaded: Loaded | null) => void;
  #loaded: Loaded | null = null;
  readonly #turn = new Mutex();
  /** Counts lockings: what was read of the vault before it was locked is not shown after. */
  #era = 0;
  #wantsWhole = false;
  #hurried = false;
  /** Rooms of which something newer is known to be there. */
  readonly #stale = new Set<Room>();
  #refreshing: Promise<void> | null = null;
  /** Savings under way: they read what they changed when they are done, and one reading is enough. */
  #saving = 0;

  constructor(source: Source, show: (loaded: Loaded | null) => void) {
    this.#source = source;
    this.#show = show;
  }

  /** The vault is locked. */
  drop(): void {
    this.#era += 1;
    this.#loaded = null;
    this.#wantsWhole = false;
    this.#hurried = false;
    this.#stale.clear();
    this.#refreshing = null;
    this.#show(null);
  }

  /** @param read gives the rooms that are read anew; called when its turn comes. */
  load(read: () => Promise<Partial<Stored>>): Promise<void> {
    const era = this.#era;
    // Whoever waits in the queue now waits for a person's act.
    if (this.#loaded) this.#hurried = true;
    return this.#turn.run(async () => {
      if (era !== this.#era) return;
      const stored = { ...nothingStored, ...this.#loaded?.stored, ...(await read()) };
      const before = this.#loaded?.whole ?? null;
      if (before === null) {
        this.#set(era, { stored, whole: null });
        await this.#bringWhole(era);
        return;
      }
      const whole = await this.#bring(era, stored.consents, before).catch((error: unknown) => {
        // The list is new all the same. Of the others, what was there is as old as its version says: it can't be saved over a newer.
        this.#set(era, { stored, whole: before });
        throw error;
      });
      if (whole) this.#set(era, { stored, whole });
    });
  }

  /** Something was changed there, by whomever. */
  async changed(changed: readonly Room[]): Promise<void> {
    for (const one of changed) this.#stale.add(one);
    if (this.#saving === 0) await this.#refresh();
  }

  /** What is shown is the newest again when this is done, whatever came of it. @param changing rooms that are written to */
  async saving<T>(changing: readonly Room[], save: () => Promise<T>): Promise<T> {
    this.#saving += 1;
    try {
      return await save();
    } finally {
      this.#saving -= 1;
      for (const one of changing) this.#stale.add(one);
      // What was saved is saved, even where it can't be read back: the next change reads it again.
      await this.#refresh().catch(() => undefined);
    }
  }

  /** Several changes are read once, also those that come while the reading waits for its turn. */
  #refresh(): Promise<void> {
    this.#refreshing ??= this.load(async () => {
      const wanted = this.#loaded ? [...this.#stale] : rooms;
      this.#stale.clear();
      this.#refreshing = null;
      try {
        return await this.#source.rooms(wanted);
      } catch (error) {
        for (const one of wanted) this.#stale.add(one);
        throw error;
      }
    });
    return this.#refreshing;
  }

  /** @param hurry somebody waits for them; else they come while nobody waits for anything */
  wantWhole(hurry: boolean): void {
    this.#hurried ||= hurry;
    this.#wantsWhole = true;
    const era = this.#era;
    this.#turn.run(() => this.#bringWhole(era)).catch(() => undefined);
  }

  async #bringWhole(era: number): Promise<void> {
    // Asked for a second time, or of a vault that was locked since.
    if (era !== this.#era || !this.#wantsWhole || !this.#loaded || this.#loaded.whole) return;
    const { stored } = this.#loaded;
    const whole = await this.#bring(era, stored.consents, new Map());
    if (whole) this.#set(era, { stored, whole });
  }

  /** @returns the whole records in the rows' order; null: the vault was locked meanwhile, and nobody wants them any more */
  async #bring(era: number, rows: readonly RecordRow[], known: ReadonlyMap<string, StoredRecord>): Promise<ReadonlyMap<string, StoredRecord> | null> {
    const found = new Map<string, StoredRecord>();
    const missing: string[] = [];
    for (const [id, version] of rows) {
      const before = known.get(id);
      if (before?.version === version) found.set(id, before);
      else missing.push(id);
    }
    for (let at = 0; at < missing.length; at += atOnce) {
      if (!this.#hurried) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: longestIdleMs }));
      if (era !== this.#era) return null;
      const ids = missing.slice(at, at + atOnce);
      // A second time: a person who waits for them has no button to ask again.
      for (const one of await this.#source.some(ids).catch(() => this.#source.some(ids))) found.set(one.id, one);
    }
    // A record that was changed stays in its place among the others.
    return new Map(rows.flatMap(([id]) => entryOf(id, found.get(id))));
  }

  #set(era: number, loaded: Loaded): void {
    if (era !== this.#era) return;
    this.#loaded = loaded;
    this.#show(loaded);
  }
}

const entryOf = (id: string, record: StoredRecord | undefined): readonly (readonly [string, StoredRecord])[] => (record ? [[id, record]] : []);

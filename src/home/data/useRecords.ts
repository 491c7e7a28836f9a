import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DataRecord } from "../../consent/record/record.ts";
import type { Json, RecordChange, VaultState } from "../../vault/api.ts";
import { useVaultState, vaultOfPage } from "../vault/useVault.ts";
import { readAll, readRooms, type Room, rooms } from "./readRecords.ts";
import { type Loaded, RecordsReader } from "./recordsReader.ts";
import { lookAt, type Shelves, shelvesOf, type Unreadable, versionsOf } from "./shelves.ts";

const collectionOf: Readonly<Record<DataRecord["type"], Room>> = { organisation: "organisations", holding: "consents", consent: "consents", request: "requests" };

type Versions = ReadonlyMap<string, string>;

export interface Records {
  readonly state: VaultState | null;
  /** Null while locked or loading. */
  readonly shelves: Shelves | null;
  /** The whole records are brought. @param hurry somebody waits for them */
  readonly wantWhole: (hurry: boolean) => void;
  /** Of what is shown now. */
  readonly versions: () => Versions;
  /**
   * All or none.
   * @param seen what is replaced; left out: what is shown now
   * @returns false when another window has changed one of them: what is shown is the newest again
   */
  readonly save: (records: readonly DataRecord[], seen?: Versions) => Promise<boolean>;
  readonly remove: (records: readonly DataRecord[], seen?: Versions) => Promise<boolean>;
  /** Some are saved and others go, all or none. @param also what is written with them and is no record */
  readonly exchange: (records: readonly DataRecord[], gone: readonly DataRecord[], also?: readonly RecordChange[]) => Promise<boolean>;
  readonly removeUnreadable: (records: readonly Unreadable[]) => Promise<boolean>;
}

/** The records in the vault, followed over changes made in any window, over locking and opening. */
export function useRecords(): Records {
  const state = useVaultState();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const newest = useRef<Loaded | null>(null);
  const reader = useMemo(
    () =>
      new RecordsReader({ rooms: readRooms, some: async (ids) => lookAt(await vaultOfPage().records.some("consents", ids)) }, (next) => {
        newest.current = next;
        setLoaded(next);
      }),
    [],
  );
  useEffect(
    () =>
      vaultOfPage().onEvent((event) => {
        if (event.kind === "state") {
          if (event.state.kind === "unlocked") reader.load(readAll).catch(() => undefined);
          else reader.drop();
        } else if (event.kind === "changed") {
          const changed = rooms.find((one) => one === event.collection);
          if (changed) reader.changed([changed]).catch(() => undefined);
        }
      }),
    [reader],
  );
  const shelves = useMemo(() => (loaded ? shelvesOf(loaded) : null), [loaded]);
  const commit = useCallback(
    (changes: readonly RecordChange[]): Promise<boolean> =>
      reader.saving(rooms.filter((room) => changes.some(({ collection }) => collection === room)), async () => {
        try {
          await vaultOfPage().records.commit(changes);
          return true;
        } catch (error) {
          if (error instanceof Error && "code" in error && error.code === "CONFLICT") return false;
          throw error;
        }
      }),
    [reader],
  );
  const versions = (): Versions => (newest.current ? versionsOf(newest.current, shelvesOf(newest.current).unreadable) : new Map());
  return {
    state,
    shelves,
    wantWhole: useCallback((hurry) => reader.wantWhole(hurry), [reader]),
    versions,
    save: (records, seen = versions()) => commit(saving(records, seen)),
    remove: (records, seen = versions()) => commit(removing(records, seen)),
    exchange: (records, gone, also = []) => {
      const seen = versions();
      return commit([...saving(records, seen), ...removing(gone, seen), ...also]);
    },
    removeUnreadable: (records) => {
      const all = newest.current ? versionsOf(newest.current, []) : null;
      return commit(records.map(({ room, id }) => ({ collection: room, id, remove: true, expect: all?.get(id) ?? null })));
    },
  };
}

const saving = (records: readonly DataRecord[], seen: Versions): readonly RecordChange[] => records.map((record) => ({ collection: collectionOf[record.type], id: record.id, value: jsonOf(record), expect: seen.get(record.id) ?? null }));
const removing = (records: readonly DataRecord[], seen: Versions): readonly RecordChange[] => records.map(({ type, id }) => ({ collection: collectionOf[type], id, remove: true, expect: seen.get(id) ?? null }));

// A record is plain data by its type, and the vault gives back what these functions put in.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const jsonOf = (record: DataRecord): Json => record as unknown as Json;

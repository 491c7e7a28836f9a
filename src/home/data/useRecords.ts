import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DataRecord } from "../../consent/record/record.ts";
import type { Json, RecordChange, VaultState } from "../../vault/api.ts";
import { useVaultState, vaultOfPage } from "../vault/useVault.ts";
import { readAll, readRooms, type Room, rooms } from "./readRecords.ts";
import { type Loaded, RecordsReader } from "./recordsReader.ts";
import { type Shelves, shelvesOf, type Unreadable } from "./shelves.ts";

const collectionOf: Readonly<Record<DataRecord["type"], Room>> = { organisation: "organisations", holding: "consents", consent: "consents", request: "requests" };

export interface Records {
  readonly state: VaultState | null;
  /** Null while locked or loading. */
  readonly shelves: Shelves | null;
  /** The whole records are brought. @param hurry somebody waits for them */
  readonly wantWhole: (hurry: boolean) => void;
  /** All or none. @returns false when another window has changed one of them: what is shown is the newest again */
  readonly save: (records: readonly DataRecord[]) => Promise<boolean>;
  readonly remove: (records: readonly DataRecord[]) => Promise<boolean>;
  readonly removeUnreadable: (records: readonly Unreadable[]) => Promise<boolean>;
}

/** The records in the vault, followed over changes made in any window, over locking and opening. */
export function useRecords(): Records {
  const state = useVaultState();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const newest = useRef<Loaded | null>(null);
  const reader = useMemo(
    () =>
      new RecordsReader((next) => {
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
          if (changed) reader.load(() => readRooms([changed])).catch(() => undefined);
        }
      }),
    [reader],
  );
  const shelves = useMemo(() => (loaded ? shelvesOf(loaded) : null), [loaded]);
  const commit = useCallback(
    async (changes: readonly RecordChange[]): Promise<boolean> => {
      const outcome = await vaultOfPage()
        .records.commit(changes)
        .then(() => true)
        .catch((error: unknown) => {
          if (error instanceof Error && "code" in error && error.code === "CONFLICT") return false;
          throw error;
        });
      await reader.load(() => readRooms(rooms));
      return outcome;
    },
    [reader],
  );
  const expecting = (): ((id: string) => string | null) => {
    const versions = newest.current ? versionsOf(newest.current) : new Map<string, string>();
    return (id) => versions.get(id) ?? null;
  };
  return {
    state,
    shelves,
    wantWhole: useCallback((hurry) => reader.wantWhole(hurry), [reader]),
    save: (records) => {
      const expect = expecting();
      return commit(records.map((record) => ({ collection: collectionOf[record.type], id: record.id, value: jsonOf(record), expect: expect(record.id) })));
    },
    remove: (records) => {
      const expect = expecting();
      return commit(records.map((record) => ({ collection: collectionOf[record.type], id: record.id, remove: true, expect: expect(record.id) })));
    },
    removeUnreadable: (records) => {
      const expect = expecting();
      return commit(records.map(({ room, id }) => ({ collection: room, id, remove: true, expect: expect(id) })));
    },
  };
}

/** Of every record: of one that is there whole, the version that is. */
function versionsOf({ stored, whole }: Loaded): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const [id, version] of stored.consents) versions.set(id, whole?.get(id)?.version ?? version);
  for (const { id, version } of [...stored.organisations, ...stored.requests]) versions.set(id, version);
  return versions;
}

// A record is plain data by its type, and the vault gives back what these functions put in.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const jsonOf = (record: DataRecord): Json => record as unknown as Json;

import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DataRecord } from "../../consent/record/record.ts";
import { type Ledger, ledgerOf } from "../../consent/view/ledger.ts";
import type { Json, RecordChange, VaultState } from "../../vault/api.ts";
import { useVaultState, vaultOfPage } from "../vault/useVault.ts";
import { nothingStored, readAll, readRooms, type Room, rooms, type Stored } from "./readRecords.ts";

const collectionOf: Readonly<Record<DataRecord["type"], Room>> = { organisation: "organisations", holding: "consents", consent: "consents", request: "requests" };

export interface Records {
  readonly state: VaultState | null;
  /** Null while locked or loading. */
  readonly ledger: Ledger | null;
  /** All or none. @returns false when another window has changed one of them: what is shown is the newest again */
  readonly save: (records: readonly DataRecord[]) => Promise<boolean>;
  readonly remove: (records: readonly DataRecord[]) => Promise<boolean>;
}

/** The records in the vault, followed over changes made in any window, over locking and opening. */
export function useRecords(): Records {
  const state = useVaultState();
  const [stored, setStored] = useState<Stored | null>(null);
  const versions = useRef(new Map<string, string>());
  const load = useCallback(async (reading: Promise<Partial<Stored>>): Promise<void> => {
    const read = await reading;
    for (const list of Object.values(read)) for (const { id, version } of list) versions.current.set(id, version);
    setStored((before) => ({ ...nothingStored, ...before, ...read }));
  }, []);
  useEffect(
    () =>
      vaultOfPage().onEvent((event) => {
        if (event.kind === "state") {
          if (event.state.kind === "unlocked") load(readAll()).catch(() => undefined);
          else setStored(null);
        } else if (event.kind === "changed") {
          const changed = rooms.find((one) => one === event.collection);
          if (changed) load(readRooms([changed])).catch(() => undefined);
        }
      }),
    [load],
  );
  const ledger = useMemo(() => (stored ? ledgerOf(rooms.flatMap((one) => stored[one].map(({ value }) => recordOf(value)))) : null), [stored]);
  const commit = useCallback(
    async (changes: readonly RecordChange[]): Promise<boolean> => {
      const outcome = await vaultOfPage()
        .records.commit(changes)
        .then(() => true)
        .catch((error: unknown) => {
          if (error instanceof Error && "code" in error && error.code === "CONFLICT") return false;
          throw error;
        });
      await load(readRooms(rooms));
      return outcome;
    },
    [load],
  );
  const expect = (id: string): string | null => versions.current.get(id) ?? null;
  return {
    state,
    ledger,
    save: (records) => commit(records.map((record) => ({ collection: collectionOf[record.type], id: record.id, value: jsonOf(record), expect: expect(record.id) }))),
    remove: (records) => commit(records.map((record) => ({ collection: collectionOf[record.type], id: record.id, remove: true, expect: expect(record.id) }))),
  };
}

// A record is plain data by its type, and the vault gives back what these functions put in.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const jsonOf = (record: DataRecord): Json => record as unknown as Json;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const recordOf = (value: Json): DataRecord => value as unknown as DataRecord;

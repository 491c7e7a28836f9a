// What this computer remembers of the folder, in records that stay here: of each record what was last exchanged, and of the
// folder how far it has come.
import { toHex } from "../../card/bytes.ts";
import { fromBase64 } from "../../codec/base64.ts";
import { randomBytes } from "../crypto/derive.ts";
import type { Draft } from "../service/openedVault.ts";
import { fieldsOf, type RecordTable } from "../store/recordTable.ts";
import { type Clock, parseClock, tick } from "./clock.ts";
import { VaultError } from "../error.ts";
import { folderRoom } from "./entry.ts";
import { type FolderKey, folderKeyOf } from "./folderKey.ts";
import type { FolderReport } from "../folderApi.ts";
import type { Json } from "../api.ts";

/** What was last exchanged of a record. */
export interface Known {
  readonly version: string;
  readonly clock: Clock;
  /** Made here (by merging) and not in the folder yet. */
  readonly unsent: boolean;
  /** Documents: stream (base64) → its objects in the folder. */
  readonly objects: Readonly<Record<string, readonly string[]>>;
}

export interface Batch {
  readonly name: string;
  readonly bytes: number;
}

export interface OtherComputer {
  readonly number: number;
  readonly label: string;
  readonly at: number;
}

export interface LocalState {
  /** The code's 20 bytes, base64. */
  readonly secret: string;
  /** 16 hexadecimal digits: this computer's name in the folder. */
  readonly device: string;
  readonly label: string;
  /** Of the last head written here. */
  readonly number: number;
  readonly batches: readonly Batch[];
  /** The head before it names these, too: they stay one turn longer. */
  readonly former: readonly string[];
  /** Of every other computer, the highest head seen. */
  readonly others: Readonly<Record<string, OtherComputer>>;
  /** Of every computer, the batches that have been taken in. */
  readonly done: Readonly<Record<string, readonly string[]>>;
  readonly wants: readonly string[];
  /** The code before this one, base64, until what lies under it is taken away. */
  readonly leaving?: string;
  readonly last: FolderReport | null;
}

/** @throws INTERNAL */
export async function keyOfState({ secret }: Pick<LocalState, "secret">): Promise<FolderKey> {
  const bytes = fromBase64(secret);
  if (bytes?.length !== 20) throw new VaultError("INTERNAL", "the folder's secret is not kept as it should be");
  return folderKeyOf(bytes);
}

export const newDevice = (): string => toHex(randomBytes(8)).toLowerCase();

export function freshState(secret: string, label: string): LocalState {
  return { secret, device: newDevice(), label, number: 0, batches: [], former: [], others: {}, done: {}, wants: [], last: null };
}

export function readState(table: RecordTable): LocalState | null {
  const value = table.get(folderRoom, "state")?.value;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below, authenticated by the log
  return typeof fieldsOf(value)["secret"] === "string" ? (value as unknown as LocalState) : null;
}

export function stateDraft(state: LocalState | null): Draft {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is JSON
  return { collection: folderRoom, id: "state", value: state === null ? undefined : (state as unknown as Json) };
}

const knownId = (collection: string, id: string): string => `m/${collection}/${id}`;

export function readKnown(table: RecordTable, collection: string, id: string): Known | null {
  const { version, clock, unsent, objects } = fieldsOf(table.get(folderRoom, knownId(collection, id))?.value);
  const parsed = parseClock(clock);
  if (typeof version !== "string" || !parsed) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below, authenticated by the log
  return { version, clock: parsed, unsent: unsent === true, objects: fieldsOf(objects) as Known["objects"] };
}

export function knownDraft(collection: string, id: string, { version, clock, unsent, objects }: Known): Draft {
  const some = Object.keys(objects).length > 0;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is JSON
  const value = { version, clock, ...(unsent ? { unsent } : {}), ...(some ? { objects } : {}) } as unknown as Json;
  return { collection: folderRoom, id: knownId(collection, id), value };
}

/** A record's clock as it would be published now: a change made here since counts. */
export function clockNow(known: Known | null, version: string, device: string): Clock {
  return known?.version === version ? known.clock : tick(known?.clock ?? {}, device);
}

// The dashboard's records as the vault has them, and their first reading, which begins before there is anything to show
// them in.
import { outlinePaths } from "../../consent/view/outline.ts";
import type { Collection, RecordRow, StoredRecord } from "../../vault/api.ts";
import { vaultOfPage } from "../vault/useVault.ts";

export const rooms = ["organisations", "consents", "requests"] as const satisfies readonly Collection[];
export type Room = (typeof rooms)[number];

/** See [Note: outlines]: of what is held, and of consents, first only what lists show. */
export interface Stored {
  readonly organisations: readonly StoredRecord[];
  readonly requests: readonly StoredRecord[];
  readonly consents: readonly RecordRow[];
}

export const nothingStored: Stored = { organisations: [], consents: [], requests: [] };

/** @returns only the rooms that were asked for */
export async function readRooms(wanted: readonly Room[]): Promise<Partial<Stored>> {
  const { records } = vaultOfPage();
  const lists = await Promise.all(wanted.map(async (room) => [room, await (room === "consents" ? records.table(room, outlinePaths) : records.list(room))] as const));
  return Object.fromEntries(lists);
}

let ahead: { readonly stored: Promise<Partial<Stored>>; readonly stop: () => void } | null = null;

/** For the page's start: the records come while its texts do. Once something changes, whoever asks reads anew. */
export function readAhead(): void {
  const stop = vaultOfPage().onEvent((event) => {
    if (event.kind === "state" && event.state.kind === "unlocked" && !ahead) {
      const stored = readRooms(rooms);
      stored.catch(() => undefined);
      ahead = { stored, stop };
    } else if (event.kind === "state" || (event.kind === "changed" && rooms.some((room) => room === event.collection))) drop();
  });
}

function drop(): void {
  ahead?.stop();
  ahead = null;
}

/** All rooms: what was read ahead, once, or a reading that begins now. */
export function readAll(): Promise<Partial<Stored>> {
  const stored = ahead?.stored ?? readRooms(rooms);
  drop();
  return stored;
}

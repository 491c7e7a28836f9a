// Heads: each computer's latest word about what it has. A head is a new file every time, never one written over; what counts
// is what stands in it, not its name, so copies that a sync service made do no harm.
import { isFields } from "../../codec/fields.ts";
import { sha256Hex } from "../../codec/sha256.ts";
import { isObjectName } from "./entry.ts";
import type { FolderFiles } from "./folderFiles.ts";
import { type FolderKey, openJson, sealJson } from "./folderKey.ts";

export interface Head {
  readonly device: string;
  readonly label: string;
  /** 1, 2, … */
  readonly number: number;
  /** By its own clock. */
  readonly at: number;
  /** Objects with entries: all that this computer has to say. */
  readonly batches: readonly string[];
  /** What it has seen of the others. */
  readonly seen: Readonly<Record<string, number>>;
  /** Objects that it could not read: who has them looks after them. */
  readonly wants: readonly string[];
}

const ending = ".mqhead";
const pathOf = ({ root }: FolderKey): readonly string[] => [root, "heads"];
/** With a part of its hash: a copied profile may write another head of the same number. */
const nameOf = ({ device, number }: Head, hash: string): string => `${device}-${String(number).padStart(10, "0")}-${hash.slice(0, 16)}${ending}`;
const isNames = (value: unknown): value is string[] => Array.isArray(value) && value.every(isObjectName);

/** All heads that are whole and ours: of each computer the highest; several where a computer was copied. */
export async function readHeads(files: FolderFiles, key: FolderKey): Promise<readonly Head[]> {
  const heads = new Map<string, Head[]>();
  for (const name of await files.names(pathOf(key))) {
    const sealed = await files.read(pathOf(key), name);
    const head = sealed && parseHead(await openJson(key, "head", sealed));
    if (!head) continue;
    const known = heads.get(head.device) ?? [];
    const highest = known[0]?.number ?? 0;
    if (head.number < highest) continue;
    const same = known.some(({ batches }) => batches.join() === head.batches.join());
    heads.set(head.device, head.number > highest ? [head] : same ? known : [...known, head]);
  }
  return [...heads.values()].flat();
}

export async function writeHead(files: FolderFiles, key: FolderKey, head: Head): Promise<void> {
  const sealed = await sealJson(key, "head", head);
  await files.write(pathOf(key), nameOf(head, await sha256Hex(sealed)), sealed);
}

/** Removes a computer's own heads before the last one but one. */
export async function removeOldHeads(files: FolderFiles, key: FolderKey, device: string, number: number): Promise<void> {
  for (const name of await files.names(pathOf(key))) {
    const own = name.startsWith(`${device}-`) && name.endsWith(ending) ? name.slice(device.length + 1).split("-")[0] : undefined;
    if (own !== undefined && Number(own) < number - 1) await files.remove(pathOf(key), name);
  }
}

function parseHead(value: unknown): Head | null {
  if (!isFields(value)) return null;
  const { device, label, number, at, batches, seen, wants } = value;
  if (typeof device !== "string" || !/^[0-9a-f]{16}$/.test(device) || typeof label !== "string" || typeof number !== "number" || !Number.isSafeInteger(number) || typeof at !== "number" || !isNames(batches) || !isNames(wants)) return null;
  const counts = Object.entries(isFields(seen) ? seen : {}).flatMap(([name, count]) => (typeof count === "number" ? [[name, count] as const] : []));
  return { device, label: label.slice(0, 100), number, at, batches, seen: Object.fromEntries(counts), wants };
}

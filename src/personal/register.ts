// What the portal says of the person, as a page shows it and as the vault keeps it: dated snapshots. Pure.
import { isFields } from "../codec/fields.ts";
import type { Json } from "../vault/api.ts";

/** "and so on": the portal may show more than the three that its terms name. */
export const registerKinds = ["civilActs", "property", "crossings", "other"] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** One set of data as a page shows it. */
export interface SeenRegister {
  readonly kind: RegisterKind;
  /** What the page calls it. */
  readonly title: string;
  /** The same on each visit to the same set: page and kind. */
  readonly registerKey: string;
  readonly url: string;
  /** Empty where the page names none. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Snapshot extends SeenRegister {
  readonly type: "snapshot";
  /** SHA-256 of columns and rows as JSON, UTF-8; hexadecimal. */
  readonly sha256: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** Names the register whose past it was kept beside; left out: nobody could tell (the vault was locked, or an earlier version kept it). */
  readonly line?: string;
}

export const mostRows = 2_000;
export const mostColumns = 40;
export const longestCell = 1_000;
/** A place, a title and a time. */
const longestLine = 2_900;

export function snapshotJson(snapshot: Snapshot): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  return snapshot as unknown as Json;
}

/** What a snapshot's hash is made of. */
export const contentOf = ({ columns, rows }: Pick<SeenRegister, "columns" | "rows">): string => JSON.stringify([columns, rows]);

/** @returns the known fields; null for anything that is no register or too big for one. */
export function parseRegister(value: unknown): SeenRegister | null {
  if (!isFields(value)) return null;
  const { title, registerKey, url, columns, rows } = value;
  const kind = registerKinds.find((one) => one === value["kind"]);
  if (!kind || !isText(title, 300) || !isText(registerKey, 2_500) || !isText(url, 2_000) || !isRow(columns)) return null;
  if (!Array.isArray(rows) || rows.length > mostRows || !rows.every(isRow)) return null;
  return { kind, title, registerKey, url, columns, rows };
}

/** A record of the collection "snapshots" as it was kept; null when it is none. */
export function parseSnapshot(value: unknown): Snapshot | null {
  const seen = parseRegister(value);
  if (!seen || !isFields(value) || value["type"] !== "snapshot") return null;
  const { sha256, savedAt, line } = value;
  if (typeof sha256 !== "string" || typeof savedAt !== "number") return null;
  return { type: "snapshot", ...seen, sha256, savedAt, ...(isText(line, longestLine) ? { line } : {}) };
}

function isRow(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= mostColumns && value.every((one) => isText(one, longestCell));
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

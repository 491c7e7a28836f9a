import { isFields } from "../../codec/fields.ts";
import type { Json } from "../api.ts";

/**
 * A record that is there, with what a fresh one of its id knows better.
 * @param fills the fields that it takes over; anything else than a list of names is none
 * @returns null: it stays as it is
 */
export function filledFrom(present: Json, value: Json, fills: unknown): Json | null {
  if (!Array.isArray(fills) || !isFields(present) || !isFields(value)) return null;
  const taken = Object.fromEntries(Object.entries(value).filter(([name]) => fills.includes(name)));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fields of two records
  const filled = { ...present, ...taken } as Json;
  return JSON.stringify(filled) === JSON.stringify(present) ? null : filled;
}

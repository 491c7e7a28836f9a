// Version vectors: how many times each computer has changed a record. They tell a later version from a rival one, which
// times can't: clocks are wrong, and files arrive in any order.
import { isFields } from "../../codec/fields.ts";

/** Computer → changes. */
export type Clock = Readonly<Record<string, number>>;

export type Order = "same" | "before" | "after" | "rivals";

export function compareClocks(a: Clock, b: Clock): Order {
  let [more, less] = [false, false];
  for (const device of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [mine, theirs] = [a[device] ?? 0, b[device] ?? 0];
    if (mine > theirs) more = true;
    if (mine < theirs) less = true;
  }
  return more ? (less ? "rivals" : "after") : less ? "before" : "same";
}

export function joinClocks(a: Clock, b: Clock): Clock {
  const joined: Record<string, number> = { ...a };
  for (const [device, count] of Object.entries(b)) joined[device] = Math.max(joined[device] ?? 0, count);
  return joined;
}

export function tick(clock: Clock, device: string): Clock {
  return { ...clock, [device]: (clock[device] ?? 0) + 1 };
}

/** null: not a clock. */
export function parseClock(value: unknown): Clock | null {
  if (!isFields(value)) return null;
  const clock: Record<string, number> = {};
  for (const [device, count] of Object.entries(value)) {
    if (!/^[0-9a-f]{16}$/.test(device) || typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return null;
    clock[device] = count;
  }
  return clock;
}

// What was made of two is taken apart again: what nobody has changed since is as it was.
import { canonicalJson } from "./canonical.ts";

export const same = (one: unknown, other: unknown): boolean => canonicalJson({ one }) === canonicalJson({ one: other });

/** Without what the joining brought, with what it took out or completed, and with what was added since; what was taken out since stays out. */
export function listAsBefore<T>(current: readonly T[], before: readonly T[], after: readonly T[]): readonly T[] {
  const isIn = (all: readonly T[], one: T): boolean => all.some((other) => same(one, other));
  return [...before.filter((one) => isIn(current, one) || !isIn(after, one)), ...current.filter((one) => !isIn(before, one) && !isIn(after, one))];
}

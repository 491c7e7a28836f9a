import type { RequestKind } from "../law/requestKind.ts";
import type { Told } from "./record.ts";

export const toldItems = ["entry", "rights", "purpose", "recipients"] as const satisfies readonly (keyof Told)[];
export type ToldItem = (typeof toldItems)[number];

export interface ToldCheck {
  readonly missing: readonly ToldItem[];
  readonly open: readonly ToldItem[];
  /** What to ask for, to learn what was not said; null: nothing is missing. */
  readonly ask: RequestKind | null;
}

/** "Was I told?" (line 100). */
export function checkTold(told: Told): ToldCheck {
  const missing = toldItems.filter((item) => told[item] === false);
  const ask = missing.length === 0 ? null : missing.length === 1 && missing[0] === "recipients" ? "recipients" : missing.includes("entry") ? "existence" : "whereWho";
  return { missing, open: toldItems.filter((item) => told[item] === null), ask };
}

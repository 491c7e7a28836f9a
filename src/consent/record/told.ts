import type { RequestKind } from "../law/requestKind.ts";
import type { Told } from "./record.ts";

export const toldItems = ["entry", "rights", "purpose", "recipients"] as const satisfies readonly (keyof Told)[];
export type ToldItem = (typeof toldItems)[number];

export interface ToldCheck {
  readonly missing: readonly ToldItem[];
  readonly open: readonly ToldItem[];
  /** The letters that together ask for what was not said. Of the rights none does: they are what can be asked for here. */
  readonly ask: readonly RequestKind[];
}

/** "Was I told?" (line 100). */
export function checkTold(told: Told): ToldCheck {
  const missing = toldItems.filter((item) => told[item] === false);
  const isMissing = (item: ToldItem): boolean => missing.includes(item);
  // Whoever asks whether anything is held asks for its purpose as well.
  const what: readonly RequestKind[] = isMissing("entry") ? ["existence"] : isMissing("purpose") ? ["whereWho"] : [];
  return { missing, open: toldItems.filter((item) => told[item] === null), ask: [...what, ...(isMissing("recipients") ? ["recipients" as const] : [])] };
}

import { world } from "../world.ts";
import type { AnchorId } from "./site.ts";

/** Whether a text has one of the words by which a map from a file knows this, beside those that are built in. */
export function alsoSays(id: AnchorId, text: string): boolean {
  const words = world.pageMap?.words?.[id];
  return words !== undefined && words.some((one) => text.toLowerCase().includes(one));
}

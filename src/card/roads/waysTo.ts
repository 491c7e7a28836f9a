// What each road is worth for one reader in hand: which works, which may, which can't, and what it would take.
import type { CardErrorCode } from "../error.ts";
import type { ReaderState } from "../reader.ts";
import { type BrowserName, classOf, type Condition, type Obstacle, type OwnRoad, ownRoads, type System, way } from "./roadTable.ts";

export type WayState =
  /** This road is taken. */
  | { readonly kind: "taken" }
  /** It works, too. */
  | { readonly kind: "works" }
  /** It leads to the reader but is barred: by what. */
  | { readonly kind: "barred"; readonly by: CardErrorCode; readonly needs: readonly Condition[] }
  /** It does not know the reader yet. */
  | { readonly kind: "open"; readonly needs: readonly Condition[] }
  | { readonly kind: "closed"; readonly why: Obstacle };

export interface WayTo {
  readonly road: OwnRoad;
  readonly state: WayState;
}

const freeing: ReadonlySet<Condition> = new Set(["pcscd", "winusb", "ifdreader", "unheld"]);

export function waysTo(reader: ReaderState, system: System, browser: BrowserName): readonly WayTo[] {
  const seen = reader.roads ?? [{ road: reader.road, refusal: reader.refusal }];
  return ownRoads.map((road) => {
    const view = seen.find((one) => one.road === road || (one.road === "smartcard" && road === "bridge"));
    const possible = way(classOf(reader), road, system, browser);
    const needs = "needs" in possible ? possible.needs : [];
    // What works works, whatever the table says.
    if (view && view.refusal === null) return { road, state: { kind: road === reader.road && reader.refusal === null ? "taken" : "works" } };
    if ("closed" in possible) return { road, state: { kind: "closed", why: possible.closed } };
    // A road that sees the reader is there already: what is left is to free the reader; from a window of ours it frees itself.
    return { road, state: view?.refusal ? { kind: "barred", by: view.refusal, needs: view.refusal === "READER_BUSY" ? [] : needs.filter((one) => freeing.has(one)) } : { kind: "open", needs } };
  });
}

/** The road to be recommended when none works: the first that is not closed. */
export function advised(ways: readonly WayTo[]): WayTo | null {
  if (ways.some(({ state }) => state.kind === "taken" || state.kind === "works")) return null;
  // A reader that the system holds is best freed; of roads not taken yet, the one that wants least.
  const barred = ways.find(({ state }) => state.kind === "barred");
  if (barred) return barred;
  const open = ways.filter(({ state }) => state.kind === "open");
  return open.toSorted((a, b) => effort(a) - effort(b))[0] ?? null;
}

/** How much is asked of the person; the bridge app is more to install than an extension from the store. */
const effort = ({ road, state }: WayTo): number => (state.kind === "open" ? state.needs.length : 0) + (road === "bridge" ? 0.5 : 0);

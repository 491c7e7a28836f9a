// Where each organisation stands in the picture of flows: one box for each, in columns from left to right, so that what goes on
// from hand to hand is read as one line. Pure; the view draws it.
import type { Flow } from "./flows.ts";

export interface FlowBox {
  readonly key: string;
  readonly name: string;
  readonly column: number;
  /** Within its column, from the top. */
  readonly row: number;
}

export interface FlowArrow {
  readonly from: FlowBox;
  readonly to: FlowBox;
  readonly special: boolean;
  readonly over: boolean;
}

export interface FlowPicture {
  readonly columns: number;
  /** Of the fullest column. */
  readonly rows: number;
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
}

/** @param mostColumns what would stand further right stands in the last one */
export function flowPicture(flows: readonly Flow[], mostColumns: number): FlowPicture {
  const names = new Map<string, string>();
  const before = new Map<string, string[]>();
  for (const flow of flows) {
    names.set(flow.organisationId, flow.from);
    names.set(keyOf(flow), flow.to);
    if (keyOf(flow) !== flow.organisationId) before.set(keyOf(flow), [...(before.get(keyOf(flow)) ?? []), flow.organisationId]);
  }
  const columnOf = columnsOf([...names.keys()], before);
  const filled = new Map<number, number>();
  const boxes = new Map<string, FlowBox>();
  for (const [key, name] of names) {
    const column = Math.min(columnOf(key), mostColumns - 1);
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    boxes.set(key, { key, name, column, row });
  }
  const arrows = flows.flatMap((flow): FlowArrow[] => {
    const [from, to] = [boxes.get(flow.organisationId), boxes.get(keyOf(flow))];
    return from && to ? [{ from, to, special: flow.special, over: flow.over }] : [];
  });
  return { columns: filled.size, rows: Math.max(0, ...filled.values()), boxes: [...boxes.values()], arrows };
}

/** A recipient that is nobody on record is one by its name. */
const keyOf = ({ toId, to }: Flow): string => toId ?? `name:${to}`;

/** One column right of the furthest that gives to it; whoever is on the way already (they give in a circle) counts as none. */
function columnsOf(keys: readonly string[], before: ReadonlyMap<string, readonly string[]>): (key: string) => number {
  const known = new Map<string, number>();
  const find = (key: string, way: ReadonlySet<string>): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const givers = (before.get(key) ?? []).filter((one) => !way.has(one));
    const column = givers.length === 0 ? 0 : 1 + Math.max(...givers.map((one) => find(one, new Set([...way, one]))));
    known.set(key, column);
    return column;
  };
  for (const key of keys) find(key, new Set([key]));
  return (key) => known.get(key) ?? 0;
}

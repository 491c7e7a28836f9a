// A list that was searched and narrowed is so again when the person comes back to it from one of its lines, and begins whole when it is
// opened anew. A browser writes an entry's state to its disk: what stands there is a name alone, and what was typed stays in the page's memory.
import { useCallback, useRef, useState } from "preact/hooks";
import { isFields } from "../../codec/fields.ts";

const kept = new Map<string, unknown>();

/** The vault is locked: what was looked for is nobody's business. */
export const forgetFilters = (): void => kept.clear();

/** The name under which this entry of the browser's history has its filter; null: it has none. */
function nameOfEntry(): string | null {
  const state: unknown = history.state;
  const name = isFields(state) ? state["filter"] : null;
  return typeof name === "string" ? name : null;
}

function keep(value: unknown): void {
  let name = nameOfEntry();
  if (name === null) {
    const state: unknown = history.state;
    name = crypto.randomUUID();
    history.replaceState({ ...(isFields(state) ? state : {}), filter: name }, "");
  }
  kept.set(name, value);
}

/** Like `useState`, for what a list is narrowed to. @param list by which one view's filter is told from another's @param start where nothing is kept */
export function useEntryFilter<T>(list: string, start: () => T): readonly [T, (change: (before: T) => T) => void] {
  const [value, setValue] = useState<T>(() => {
    const found = kept.get(nameOfEntry() ?? "");
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept by this very list
    return isFields(found) && found["list"] === list ? (found["value"] as T) : start();
  });
  const latest = useRef(value);
  const change = useCallback(
    (next: (before: T) => T): void => {
      latest.current = next(latest.current);
      keep({ list, value: latest.current });
      setValue(latest.current);
    },
    [list],
  );
  return [value, change];
}

import { useCallback, useEffect, useState } from "preact/hooks";
import { parseFavourites } from "../../favourites/exchange.ts";
import type { Favourites } from "../../favourites/favourites.ts";
import { onFavouritesChanged, readFavourites, writeFavourites } from "../../platform/favouriteStore.ts";

interface Control {
  /** null until they are read. */
  readonly menu: Favourites | null;
  /** Keeps a changed menu; the one before can be had back with `undo`. */
  readonly change: (act: (menu: Favourites) => Favourites, said?: string) => void;
  /** What the last change was, for as long as it can be undone. */
  readonly undoable: string | null;
  readonly undo: () => void;
}

/** The favourites of this person, followed over all windows. */
export function useFavourites(): Control {
  const [menu, setMenu] = useState<Favourites | null>(null);
  const [before, setBefore] = useState<{ readonly menu: Favourites; readonly said: string } | null>(null);
  useEffect(() => {
    const load = (): void => void readFavourites().then((kept) => setMenu(parseFavourites(kept)));
    load();
    return onFavouritesChanged(load);
  }, []);
  const change = useCallback((act: (menu: Favourites) => Favourites, said?: string): void => {
    const keep = async (): Promise<void> => {
      // Read afresh: a star in the page may have been clicked meanwhile.
      const now = parseFavourites(await readFavourites());
      const next = act(now);
      if (next === now) return;
      setMenu(next);
      if (said !== undefined) setBefore({ menu: now, said });
      await writeFavourites(next);
    };
    void keep();
  }, []);
  const undo = useCallback((): void => {
    if (!before) return;
    setBefore(null);
    setMenu(before.menu);
    void writeFavourites(before.menu);
  }, [before]);
  return { menu: menu ?? null, change, undoable: before?.said ?? null, undo };
}


import { useCallback, useEffect, useState } from "preact/hooks";
import { type Favourites, takeBack } from "../../favourites/favourites.ts";
import { inMenuTurn, type KeptMenu, type MenuPlace, moveMenu, readMenu, writeMenu } from "../../platform/favouriteMenu.ts";
import { onFavouritesChanged } from "../../platform/favouriteStore.ts";
import { frameVault } from "../frameVault.ts";

interface Control {
  /** null until they are read. */
  readonly kept: KeptMenu | null;
  /** Keeps a changed menu; the one before can be had back with `undo`. */
  readonly change: (act: (menu: Favourites) => Favourites, said?: string) => void;
  /** @returns false when the vault is not open. */
  readonly move: (to: MenuPlace) => Promise<boolean>;
  /** What the last change was, for as long as it can be undone. */
  readonly undoable: string | null;
  readonly undo: () => void;
  /** The last change could not be kept: what is shown is what was there before. */
  readonly failed: boolean;
}

/**
 * The favourites of this person, followed over all windows, and over locking and opening where they are in the vault.
 * @param ahead what was read of them before
 */
export function useFavourites(ahead: KeptMenu | null = null): Control {
  const [kept, setKept] = useState(ahead);
  const [failed, setFailed] = useState(false);
  const [before, setBefore] = useState<{ readonly menu: Favourites; readonly after: Favourites; readonly said: string } | null>(null);
  const load = useCallback((): void => void readMenu(frameVault).then(setKept, () => undefined), []);
  useEffect(() => {
    load();
    return onFavouritesChanged(load);
  }, [load]);
  const away = kept?.place === "vault";
  useEffect(() => {
    if (!away) return undefined;
    return frameVault().onEvent((event) => {
      if (event.kind !== "state") return;
      // Out of sight with the lock, and not once the vault has been asked again.
      if (event.state.kind !== "unlocked") {
        setKept((now) => (now?.place === "vault" ? { ...now, menu: null } : now));
        // It names a service of theirs, too.
        setBefore(null);
      }
      load();
    });
  }, [away, load]);
  const restore = useCallback((): void => {
    setFailed(true);
    setBefore(null);
    load();
  }, [load]);
  // In turn also here: what the page says of services is taken over by itself, while the person may be moving one.
  const change = useCallback((act: (menu: Favourites) => Favourites, said?: string): void => {
    const keep = async (): Promise<void> => {
      // Read afresh: a star in the page may have been clicked meanwhile.
      const { place, menu: now } = await readMenu(frameVault);
      const next = now && act(now);
      if (!now || !next || next === now) return;
      setFailed(false);
      setKept({ place, menu: next });
      if (said !== undefined) setBefore({ menu: now, after: next, said });
      await writeMenu(frameVault, place, next);
    };
    void inMenuTurn(keep).catch(restore);
  }, [restore]);
  const undo = useCallback((): void => {
    if (!before) return;
    setBefore(null);
    const back = async (): Promise<void> => {
      const { place, menu: now } = await readMenu(frameVault);
      if (!now) return;
      const next = takeBack(before.menu, before.after, now);
      setKept({ place, menu: next });
      await writeMenu(frameVault, place, next);
    };
    void inMenuTurn(back).catch(restore);
  }, [before, restore]);
  const move = useCallback((to: MenuPlace) => moveMenu(frameVault, to).then(() => true, () => false), []);
  return { kept, change, move, undoable: before?.said ?? null, undo, failed };
}

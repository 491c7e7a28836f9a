// Where the person's menu is kept, as they chose: on this computer, in the clear, so that it is there before anybody opens
// anything; or in the vault, and then only while that is open. The entry on the computer always tells which, so that every
// window hears of a change in the same way.
import { isFields } from "../codec/fields.ts";
import { readFavourites, writeFavourites } from "./favouriteStore.ts";
import { systemTimer } from "../async/systemTimer.ts";
import type { Timer } from "../async/timer.ts";
import { within } from "../async/within.ts";
import { again } from "../vault/again.ts";
import type { Json, VaultApi } from "../vault/api.ts";
import { parseFavourites } from "../favourites/exchange.ts";
import { type Favourites, noFavourites } from "../favourites/favourites.ts";

export type MenuPlace = "computer" | "vault";

export interface KeptMenu {
  readonly place: MenuPlace;
  /** null: it is in the vault, and that is locked. */
  readonly menu: Favourites | null;
}

/** Asked for only when the menu is there, so that nothing is started for a menu that is not. */
export type VaultOf = () => Pick<VaultApi, "lock" | "records">;

const recordId = "menu";

const isAway = (kept: unknown): boolean => isFields(kept) && kept["place"] === "vault";

/** Locked while it is read, it is read once more: it is locked then, and not unknown. */
export function readMenu(vaultOf: VaultOf): Promise<KeptMenu> {
  return again(() => readOnce(vaultOf));
}

async function readOnce(vaultOf: VaultOf): Promise<KeptMenu> {
  const here = await readMenuHere();
  if (here) return here;
  const vault = vaultOf();
  const { kind } = await vault.lock.state();
  // The vault was destroyed, and the menu with it: a new one begins on the computer.
  if (kind === "none") return { place: "computer", menu: noFavourites };
  if (kind === "locked") return { place: "vault", menu: null };
  return { place: "vault", menu: parseFavourites((await vault.records.get("favourites", recordId))?.value) };
}

/** The menu, where no vault need be asked for it; null: it is in one. */
export async function readMenuHere(): Promise<KeptMenu | null> {
  const kept = await readFavourites();
  return isAway(kept) ? null : { place: "computer", menu: parseFavourites(kept) };
}

/** @param place where it is already. @throws VaultError when that is the vault and it is not open */
export async function writeMenu(vaultOf: VaultOf, place: MenuPlace, menu: Favourites): Promise<void> {
  if (place === "computer") return writeFavourites(menu);
  try {
    await putMenu(vaultOf, menu);
  } finally {
    // Whether or not it is there: a vault that was locked meanwhile does not say, and every window looks anew.
    await sayAway();
  }
}

async function putMenu(vaultOf: VaultOf, menu: Favourites): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  await vaultOf().records.put("favourites", recordId, menu as unknown as Json);
}

const sayAway = (): Promise<void> => writeFavourites({ place: "vault", changed: Date.now() });

/** Many times what reading and writing takes on a slow machine. */
const longestTurnMs = 15_000;

/**
 * One change at a time, whichever window or star it comes from: each reads what the one before has written. A window that is closed
 * meanwhile keeps nobody waiting, nor does one whose change never ends. Not to be asked for inside itself.
 * @param act reads the menu and writes it
 */
export async function inMenuTurn<T>(act: () => Promise<T>, timer: Timer = systemTimer): Promise<T> {
  const begun = await navigator.locks.request("moqalaqe-favourites", async () => {
    const change = act();
    await within(change.catch(() => undefined), longestTurnMs, timer);
    return { change };
  });
  return begun.change;
}

/** Takes the menu to the other place; it is there before it goes from here. @throws VaultError when the vault is not open */
export async function moveMenu(vaultOf: VaultOf, to: MenuPlace): Promise<void> {
  await inMenuTurn(async () => {
    const { place, menu } = await readMenu(vaultOf);
    if (place === to || !menu) return;
    if (to === "vault") {
      await putMenu(vaultOf, menu);
      await sayAway();
    } else {
      await writeFavourites(menu);
      await vaultOf().records.remove("favourites", recordId);
    }
  });
}

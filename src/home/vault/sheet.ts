// [Note: the sheet that is not kept] The recovery code is shown once, and nobody but the person ever has it. So it is not
// taken from sight by a click beside it: it stands before every section until its keeping is confirmed or given up, and as long as it
// is not confirmed a record in the vault says so, under the name of that very way in: a new sheet begins anew. A code that another
// tab has replaced meanwhile opens nothing: it can't be confirmed as kept, and says so.
import { useEffect, useState } from "preact/hooks";
import { isFields } from "../../codec/fields.ts";
import type { NewSheet, VaultState } from "../../vault/api.ts";
import { VaultError } from "../../vault/error.ts";
import { useVaultState, vaultOfPage } from "./useVault.ts";

/** Held by the tab that shows a sheet: the others remind of none, as a new one would make it void. */
export const sheetOnShow = "moqalaqe-sheet-on-show";

let shown: NewSheet | null = null;
const followers = new Set<(sheet: NewSheet | null) => void>();

function show(sheet: NewSheet | null): void {
  shown = sheet;
  for (const follower of followers) follower(sheet);
}

/** The sheet that is to be kept now; null: none. */
export function useShownSheet(): NewSheet | null {
  const [sheet, setSheet] = useState(shown);
  useEffect(() => {
    setSheet(shown);
    followers.add(setSheet);
    return () => void followers.delete(setSheet);
  }, []);
  return sheet;
}

const sheetSlot = (state: VaultState | null): string | null => (state && state.kind !== "none" ? (state.slots.find(({ kind }) => kind === "recovery")?.slotId ?? null) : null);
const recordOf = (slotId: string): string => `sheet-${slotId}`;

/** Whether the sheet opens the vault still: another tab may have made a new one. */
export const isVoid = ({ slotId }: NewSheet, state: VaultState | null): boolean => state !== null && sheetSlot(state) !== slotId;

/** Notes whether a sheet is kept, in the open or the locked vault. */
async function note(slotId: string, kept: boolean): Promise<void> {
  await vaultOfPage().inbox.keep({ kind: "record", collection: "settings", id: recordOf(slotId), value: { kept } });
}

/** Brings a new code before the person. */
export async function handOver(sheet: NewSheet): Promise<void> {
  try {
    await note(sheet.slotId, false);
  } finally {
    show(sheet);
  }
}

/**
 * The person has it on paper. As long as that could not be noted it stays in sight: the reminder would call it lost.
 * @throws CONFLICT when it is void
 */
export async function keepSheet(): Promise<void> {
  if (shown && isVoid(shown, await vaultOfPage().lock.state())) throw new VaultError("CONFLICT", "another sheet was made meanwhile");
  if (shown) await note(shown.slotId, true);
  show(null);
}

/** The person goes on without it; that it is not kept stays on record. */
export const leaveSheet = (): void => show(null);

/** A new code in place of the one that nobody has. */
export async function renewSheet(): Promise<void> {
  await handOver(await vaultOfPage().slots.newRecoveryCode());
}

/** Whether the open vault's sheet was shown and never confirmed. */
export function useUnkeptSheet(): boolean {
  const state = useVaultState();
  const slotId = state?.kind === "unlocked" ? sheetSlot(state) : null;
  const [unkept, setUnkept] = useState(false);
  useEffect(() => {
    setUnkept(false);
    if (slotId === null) return undefined;
    let current = true;
    const look = (): void =>
      void vaultOfPage()
        .records.get("settings", recordOf(slotId))
        .then((found) => (current ? setUnkept(isFields(found?.value) && found.value["kept"] === false) : undefined), () => undefined);
    look();
    const stop = vaultOfPage().onEvent((event) => (event.kind === "changed" && event.collection === "settings" ? look() : undefined));
    return () => {
      current = false;
      stop();
    };
  }, [slotId]);
  return unkept;
}

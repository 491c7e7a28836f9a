// [Note: the sheet that is not kept] The recovery code is shown once, and nobody but the person ever has it. So it is not
// taken from sight by a click beside it: it stands before every section until its keeping is confirmed or given up, and as long as it
// is not confirmed a record in the vault says so, under the name of that very way in: a new sheet begins anew.
import { useEffect, useState } from "preact/hooks";
import { isFields } from "../../codec/fields.ts";
import type { VaultState } from "../../vault/api.ts";
import { useVaultState, vaultOfPage } from "./useVault.ts";

let shown: string | null = null;
const followers = new Set<(code: string | null) => void>();

function show(code: string | null): void {
  shown = code;
  for (const follower of followers) follower(code);
}

/** The code that is to be kept now; null: none. */
export function useShownSheet(): string | null {
  const [code, setCode] = useState(shown);
  useEffect(() => {
    setCode(shown);
    followers.add(setCode);
    return () => void followers.delete(setCode);
  }, []);
  return code;
}

const sheetSlot = (state: VaultState | null): string | null => (state && state.kind !== "none" ? (state.slots.find(({ kind }) => kind === "recovery")?.slotId ?? null) : null);
const recordOf = (slotId: string): string => `sheet-${slotId}`;

/** Notes whether the present sheet is kept, in the open or the locked vault. */
async function note(kept: boolean): Promise<void> {
  const slotId = sheetSlot(await vaultOfPage().lock.state());
  if (slotId !== null) await vaultOfPage().inbox.keep({ kind: "record", collection: "settings", id: recordOf(slotId), value: { kept } });
}

/** Brings a new code before the person. */
export async function handOver(code: string): Promise<void> {
  try {
    await note(false);
  } finally {
    show(code);
  }
}

/** The person has it on paper. As long as that could not be noted it stays in sight: the reminder would call it lost. */
export async function keepSheet(): Promise<void> {
  await note(true);
  show(null);
}

/** The person goes on without it; that it is not kept stays on record. */
export const leaveSheet = (): void => show(null);

/** A new code in place of the one that nobody has. */
export async function renewSheet(): Promise<void> {
  await handOver((await vaultOfPage().slots.newRecoveryCode()).recoveryCode);
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

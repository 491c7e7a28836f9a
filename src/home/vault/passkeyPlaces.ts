// Where each passkey lies: in the computer that it was made on, or in a key or telephone beside it. The header, which can be
// read while the vault is locked, does not say so; a record in the vault does.
import { useEffect, useState } from "preact/hooks";
import { isFields } from "../../codec/fields.ts";
import type { Texts } from "../../i18n/useTexts.ts";
import type { SlotView } from "../../vault/api.ts";
import { computerName } from "./computerName.ts";
import { vaultOfPage } from "./useVault.ts";

/** By slot: the computer's name; null: a key or a telephone. */
export type PasskeyPlaces = ReadonlyMap<string, string | null>;

const prefix = "passkey-";

/** @param elsewhere a key or a telephone, which may be used at several computers */
export async function notePasskeyPlace(slotId: string, elsewhere: boolean): Promise<void> {
  await vaultOfPage().records.put("settings", `${prefix}${slotId}`, { computer: elsewhere ? null : computerName() });
}

export async function forgetPasskeyPlace(slotId: string): Promise<void> {
  await vaultOfPage().records.remove("settings", `${prefix}${slotId}`);
}

/** What is on record of them in the open vault. */
export function usePasskeyPlaces(): PasskeyPlaces {
  const [places, setPlaces] = useState<PasskeyPlaces>(new Map());
  useEffect(() => {
    const look = (): void =>
      void vaultOfPage()
        .records.list("settings")
        .then((all) => setPlaces(placesIn(all)), () => undefined);
    look();
    return vaultOfPage().onEvent((event) => (event.kind === "changed" && event.collection === "settings" ? look() : undefined));
  }, []);
  return places;
}

export function placesIn(records: readonly { readonly id: string; readonly value: unknown }[]): PasskeyPlaces {
  const places = new Map<string, string | null>();
  for (const { id, value } of records) {
    if (!id.startsWith(prefix) || !isFields(value)) continue;
    const { computer } = value;
    if (computer === null || typeof computer === "string") places.set(id.slice(prefix.length), computer);
  }
  return places;
}

/** A passkey's name: where it lies, and its number if there are several. */
export function wordsOfPasskey(t: Texts["t"], slots: readonly SlotView[], slot: SlotView, places: PasskeyPlaces): string {
  const all = slots.filter(({ kind }) => kind === "passkey");
  const place = places.get(slot.slotId);
  const words = place === undefined ? t("vault_way_passkey") : place === null ? t("vault_way_passkey_key") : t("vault_way_passkey_computer", { NAME: place });
  return all.length > 1 ? t("vault_way_numbered", { NAME: words, NUMBER: all.indexOf(slot) + 1 }) : words;
}

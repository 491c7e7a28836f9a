import { useEffect, useState } from "preact/hooks";
import { nobody, parseProfile, type Profile, profileJson, profileRecordId } from "../../profile/profile.ts";
import type { Cards } from "../useCards.ts";
import { vaultOfPage } from "../vault/useVault.ts";

/** @returns profile null until the vault has answered; what it does not know comes from the card in the reader */
export function useProfile(cards: Cards): { readonly profile: Profile | null; readonly keep: (profile: Profile) => Promise<void> } {
  const [stored, setStored] = useState<Profile | null>(null);
  useEffect(() => {
    vaultOfPage()
      .records.get("settings", profileRecordId)
      .then((found) => setStored(parseProfile(found?.value)))
      .catch(() => setStored(nobody));
  }, []);
  const holder = cards.card?.view?.holder ?? null;
  const profile: Profile | null =
    stored === null ? null : { ...stored, applicant: { ...stored.applicant, name: stored.applicant.name || nameOf(holder), personalNumber: stored.applicant.personalNumber ?? holder?.personalNumber ?? null } };
  const keep = async (next: Profile): Promise<void> => {
    await vaultOfPage().records.put("settings", profileRecordId, profileJson(next));
    setStored(next);
  };
  return { profile, keep };
}

/** Surname first, as letters to authorities have it. */
function nameOf(holder: { readonly name: string; readonly givenName: string | null; readonly surname: string | null } | null): string {
  if (!holder) return "";
  return holder.surname && holder.givenName ? `${holder.surname} ${holder.givenName}` : holder.name;
}

import { useEffect, useState } from "preact/hooks";
import type { Applicant, Representative } from "../../consent/request/request.ts";
import type { Json } from "../../vault/api.ts";
import type { Cards } from "../useCards.ts";
import { vaultOfPage } from "../vault/useVault.ts";

const recordId = "letter-profile";

/** Who writes the letters: kept in the vault after the first, so that nobody types an address twice. */
export interface Profile {
  readonly applicant: Applicant;
  readonly representative: Representative;
}

const nobody: Profile = {
  applicant: { name: "", personalNumber: null, documentNumber: null, address: null, email: null, phone: null, certifiedBy: null },
  representative: { name: "", personalNumber: null, authority: "", address: null, email: null, phone: null },
};

/** @returns profile null until the vault has answered; what it does not know comes from the card in the reader */
export function useProfile(cards: Cards): { readonly profile: Profile | null; readonly keep: (profile: Profile) => Promise<void> } {
  const [stored, setStored] = useState<Profile | null>(null);
  useEffect(() => {
    vaultOfPage()
      .records.get("settings", recordId)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `keep` put there
      .then((found) => setStored(found ? (found.value as unknown as Profile) : nobody))
      .catch(() => setStored(nobody));
  }, []);
  const holder = cards.card?.view?.holder ?? null;
  const profile: Profile | null =
    stored === null ? null : { ...stored, applicant: { ...stored.applicant, name: stored.applicant.name || nameOf(holder), personalNumber: stored.applicant.personalNumber ?? holder?.personalNumber ?? null } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data by its type
  return { profile, keep: async (next) => void (await vaultOfPage().records.put("settings", recordId, next as unknown as Json)) };
}

/** Surname first, as letters to authorities have it. */
function nameOf(holder: { readonly name: string; readonly givenName: string | null; readonly surname: string | null } | null): string {
  if (!holder) return "";
  return holder.surname && holder.givenName ? `${holder.surname} ${holder.givenName}` : holder.name;
}

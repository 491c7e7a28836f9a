import { useCallback, useEffect, useState } from "preact/hooks";
import { nobody, parseProfile, type Profile, profileJson, profileRecordId, withContact } from "../../profile/profile.ts";
import { frameVault } from "../frameVault.ts";
import { useVaultKind } from "../useVaultKind.ts";

export interface KeptProfile {
  /** Whether the vault has answered, or can't. */
  readonly known: boolean;
  readonly open: boolean;
  readonly profile: Profile;
  /** Keeps another mobile and mail. @returns false when it could not be kept */
  readonly keep: (contact: { readonly phone: string | null; readonly email: string | null }) => Promise<boolean>;
}

/** The person's profile in the vault; nobody's while that is not open. */
export function useKeptProfile(): KeptProfile {
  const kind = useVaultKind();
  const [profile, setProfile] = useState<Profile | null>(null);
  useEffect(() => {
    setProfile(null);
    if (kind === "unlocked") frameVault().records.get("settings", profileRecordId).then((found) => setProfile(parseProfile(found?.value)), () => setProfile(nobody));
  }, [kind]);
  const keep = useCallback(async (contact: { readonly phone: string | null; readonly email: string | null }): Promise<boolean> => {
    try {
      // Read afresh, and only what was seen is replaced: the home page may have changed the rest of it.
      const found = await frameVault().records.get("settings", profileRecordId);
      const next = withContact(parseProfile(found?.value), contact);
      await frameVault().records.put("settings", profileRecordId, profileJson(next), found?.version ?? null);
      setProfile(next);
      return true;
    } catch {
      return false;
    }
  }, []);
  const open = kind === "unlocked";
  // Not what is still known in the moment in which it is locked: an effect forgets it a painting later, and a form would have begun with it.
  return { known: kind !== null && (!open || profile !== null), open, profile: (open ? profile : null) ?? nobody, keep };
}

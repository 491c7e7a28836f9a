import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { lastAccess, onAccessChanged } from "../../platform/portalAccess.ts";
import type { PortalAccess } from "../../favourites/access.ts";

/** The present way of access, and what it opens: with the card all services, with a password those without its mark. */
export function AccessLine() {
  const { t, date, time } = useTexts();
  const [access, setAccess] = useState<PortalAccess | null | undefined>(undefined);
  useEffect(() => {
    const load = (): void => void lastAccess().then(setAccess, () => setAccess(null));
    load();
    return onAccessChanged(load);
  }, []);
  if (access === undefined) return null;
  return <p class="soft">{access === null ? t("fav_access_none") : t(`fav_access_${access.way}`, { TIME: `${date(access.at)} ${time(access.at)}` })}</p>;
}

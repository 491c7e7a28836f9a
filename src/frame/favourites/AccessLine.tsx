import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { lastCardAccess } from "../../platform/cardAccess.ts";

/** The present way of access, and what it opens: with the card all services, with a password those without its mark. */
export function AccessLine() {
  const { t, date, time } = useTexts();
  const [at, setAt] = useState<number | null | undefined>(undefined);
  useEffect(() => void lastCardAccess().then(setAt, () => setAt(null)), []);
  if (at === undefined) return null;
  return <p class="soft">{at === null ? t("fav_access_none") : t("fav_access_card", { TIME: `${date(at)} ${time(at)}` })}</p>;
}

import { useTexts } from "../i18n/texts.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { CareNotice as What } from "./careState.ts";
import { WrongPin } from "./PinEntry.tsx";

/** What went wrong with the last entry, and why. */
export function CareNotice({ notice }: { readonly notice: What | null }) {
  const { t } = useTexts();
  if (!notice) return null;
  if (notice.kind === "wrong" || notice.kind === "failed") return <WrongPin notice={notice} />;
  return (
    <Notice kind="warning" announced>
      <p>{notice.kind === "weak" ? t(`care_weak_${notice.weakness}`) : t("care_mismatch")}</p>
    </Notice>
  );
}

import { useTexts } from "../i18n/texts.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { CareNotice as What } from "./careState.ts";
import { WrongPin } from "./PinEntry.tsx";

/** What went wrong with the last entry, and why. `puk`: it was the PUK that was compared. */
export function CareNotice({ notice, puk = false }: { readonly notice: What | null; readonly puk?: boolean }) {
  const { t } = useTexts();
  if (!notice) return null;
  if (notice.kind === "wrong" || notice.kind === "failed") return <WrongPin notice={notice} puk={puk} />;
  return (
    <Notice kind="warning" announced>
      <p>{notice.kind === "weak" ? t(`care_weak_${notice.weakness}`) : t("care_mismatch")}</p>
    </Notice>
  );
}

import { useTexts } from "../i18n/texts.tsx";
import { Busy } from "../ui/Busy.tsx";
import { useSize } from "../ui/useSize.ts";

interface PreparingProps {
  readonly done: number;
  readonly total: number;
  /** Bytes. */
  readonly read: { readonly done: number; readonly total: number };
}

/** Less is over before anybody could read it. */
const worthABar = 8 * 1024 * 1024;

/** Documents being read and hashed: which one, and how far. It can be stopped by the window's own button. */
export function Preparing({ done, total, read }: PreparingProps) {
  const { t } = useTexts();
  const size = useSize();
  return (
    <section class="stack-tight">
      <Busy>{t("sign_doc_preparing", { DONE: done, TOTAL: total })}</Busy>
      {read.total >= worthABar ? (
        <>
          <progress class="countdown" max={read.total} value={read.done} aria-label={t("sign_doc_reading_label")} />
          <p class="soft">{t("sign_doc_reading", { DONE: size(read.done), TOTAL: size(read.total) })}</p>
        </>
      ) : null}
    </section>
  );
}

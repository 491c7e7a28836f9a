import { useTexts } from "../../i18n/texts.tsx";
import type { NoticeRecord, PortalNotice } from "../../notices/terms.ts";
import { Button } from "../Button.tsx";

interface NoticeListProps {
  readonly records: readonly NoticeRecord[];
  /** Where it stands among the page's headings. */
  readonly heading: "h2" | "h3";
  /** Left out: they can't be removed here. */
  readonly onRemove?: (notice: PortalNotice) => void;
}

/** The portal's notices as they were shown, newest first. */
export function NoticeList({ records, heading: Heading, onRemove }: NoticeListProps) {
  const { t, date } = useTexts();
  const notices = records.filter((one) => one.type === "notice").sort((one, other) => other.firstSeen - one.firstSeen);
  if (notices.length === 0) return null;
  return (
    <section class="stack-tight" aria-labelledby="notices-title">
      <Heading id="notices-title">{t("form_notices")}</Heading>
      <ul class="entry-list">
        {notices.map((one) => (
          <li key={`${one.title} ${one.date ?? ""} ${one.text}`} class="entry">
            <p>
              <b>{one.title}</b>
            </p>
            <p class="soft">{one.date ?? date(one.firstSeen)}</p>
            <p>{one.text}</p>
            {onRemove ? (
              <div class="row no-print">
                <Button kind="plain" label={`${t("form_remove")}: ${one.title}`} onClick={() => onRemove(one)}>
                  {t("form_remove")}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

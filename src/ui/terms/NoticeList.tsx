import { useTexts } from "../../i18n/texts.tsx";
import type { NoticeRecord } from "../../notices/terms.ts";

interface NoticeListProps {
  readonly records: readonly NoticeRecord[];
  /** Where it stands among the page's headings. */
  readonly heading: "h2" | "h3";
}

/** The portal's notices as they were shown, newest first. */
export function NoticeList({ records, heading: Heading }: NoticeListProps) {
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
          </li>
        ))}
      </ul>
    </section>
  );
}

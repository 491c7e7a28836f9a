import { useCallback, useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { type NoticeRecord, parseNoticeRecord, type TermsVersion, versionsOf } from "../../notices/terms.ts";
import { Busy } from "../../ui/Busy.tsx";
import { frameVault } from "../frameVault.ts";
import { useTold } from "../useLine.ts";
import { DecisionRow } from "./DecisionRow.tsx";
import { Difference } from "./Difference.tsx";

export function TermsView({ line }: { readonly line: Promise<MessagePort> }) {
  const { t, date } = useTexts();
  const seen = useTold(line, "terms")?.seen;
  const [records, setRecords] = useState<readonly NoticeRecord[] | null>(null);
  const [chosen, setChosen] = useState(0);
  const load = useCallback(() => {
    frameVault().records.list("notices").then((all) => setRecords(all.map(({ value }) => parseNoticeRecord(value)).filter((one) => one !== null)), () => undefined);
  }, []);
  useEffect(() => {
    load();
    return frameVault().onEvent((event) => {
      if (event.kind === "changed" && event.collection === "notices") load();
    });
  }, [load]);
  if (!records) return <Busy>{t("form_loading")}</Busy>;
  const versions = seen ? versionsOf(records, seen.pageKey) : [];
  const shown = versions[chosen];
  const before = versions[chosen + 1];
  const notices = records.filter((one) => one.type === "notice").sort((one, other) => other.firstSeen - one.firstSeen);
  const nameOf = (version: TermsVersion): string => (version.stated ? t("form_terms_version_stated", { STATED: version.stated, DATE: date(version.firstSeen) }) : t("form_terms_version", { DATE: date(version.firstSeen) }));
  return (
    <>
      {shown ? (
        <section class="stack" aria-labelledby="terms-title">
          <h2 id="terms-title">{shown.title}</h2>
          {versions.length > 1 ? (
            <label class="stack-tight">
              <span>{t("form_terms_choose")}</span>
              <select class="search-field" value={String(chosen)} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
                {versions.map((version, i) => (
                  <option key={version.sha256 + String(version.firstSeen)} value={String(i)}>
                    {nameOf(version)}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <p class="soft">{nameOf(shown)}</p>
          )}
          {before ? <p>{t("form_terms_compared", { WHAT: nameOf(before) })}</p> : <p>{t("form_terms_first")}</p>}
          <Difference before={before?.paragraphs ?? shown.paragraphs} after={shown.paragraphs} />
          <p class="hash soft">{t("form_sent_hash", { HASH: shown.sha256 })}</p>
          <DecisionRow key={shown.pageKey + shown.sha256} version={shown} records={records} />
        </section>
      ) : null}
      {notices.length > 0 ? (
        <section class="stack-tight" aria-labelledby="notices-title">
          <h2 id="notices-title">{t("form_notices")}</h2>
          <ul class="service-list">
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
      ) : null}
    </>
  );
}

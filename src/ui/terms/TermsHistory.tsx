import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/useTexts.ts";
import type { NoticeRecord, TermsVersion } from "../../notices/terms.ts";
import type { VaultClient } from "../../vault/client.ts";
import { Button } from "../Button.tsx";
import { DecisionRow } from "./DecisionRow.tsx";
import { Difference } from "./Difference.tsx";

interface TermsHistoryProps {
  readonly vault: VaultClient;
  /** Of one text, newest first. */
  readonly versions: readonly TermsVersion[];
  readonly records: readonly NoticeRecord[];
  readonly onOpen: (documentId: string) => void;
  /** Left out: versions can't be removed here. */
  readonly onRemove?: (version: TermsVersion) => void;
}

/** One text of terms: its versions, what changed from one to the next, its hash, and what the person decided. */
export function TermsHistory({ vault, versions, records, onOpen, onRemove }: TermsHistoryProps) {
  const { t, date, time } = useTexts();
  const [wanted, setChosen] = useState(0);
  // The one that was looked at may be gone.
  const chosen = Math.min(wanted, versions.length - 1);
  const shown = versions[chosen];
  const before = versions[chosen + 1];
  if (!shown) return null;
  const dayOf = (version: TermsVersion): string => (version.stated ? t("form_terms_version_stated", { STATED: version.stated, DATE: date(version.firstSeen) }) : t("form_terms_version", { DATE: date(version.firstSeen) }));
  // Two of one day are told apart by the hour.
  const nameOf = (version: TermsVersion): string => (versions.some((one) => one !== version && dayOf(one) === dayOf(version)) ? `${dayOf(version)}, ${time(version.firstSeen)}` : dayOf(version));
  return (
    <>
      {versions.length > 1 ? (
        <>
          <label class="stack-tight no-print">
            <span>{t("form_terms_choose")}</span>
            <select class="search-field" value={String(chosen)} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
              {versions.map((version, i) => (
                <option key={version.sha256 + String(version.firstSeen)} value={String(i)}>
                  {nameOf(version)}
                </option>
              ))}
            </select>
          </label>
          {/* The list says it to who can't see that it is cut off. */}
          <p class="soft when-cut" aria-hidden="true">
            {nameOf(shown)}
          </p>
        </>
      ) : (
        <p class="soft">{nameOf(shown)}</p>
      )}
      {before ? <p>{t("form_terms_compared", { WHAT: nameOf(before) })}</p> : <p>{t("form_terms_first")}</p>}
      <Difference before={before?.paragraphs ?? shown.paragraphs} after={shown.paragraphs} />
      <p class="hash soft">{t("form_sent_hash", { HASH: shown.sha256 })}</p>
      <DecisionRow key={shown.pageKey + shown.sha256} vault={vault} version={shown} records={records} onOpen={onOpen} />
      {onRemove ? (
        <div class="row no-print">
          <Button kind="plain" label={`${t("own_terms_remove")}: ${shown.title}, ${nameOf(shown)}`} onClick={() => onRemove(shown)}>
            {t("own_terms_remove")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

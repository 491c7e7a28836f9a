import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { decisionOn, type KeptNotice, type NoticeRecord, type PortalNotice, removedWith, type TermsVersion, toJson, versionsOf } from "../../notices/terms.ts";
import { UndoLine } from "../../ui/UndoLine.tsx";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { NoticeList } from "../../ui/terms/NoticeList.tsx";
import { TermsHistory } from "../../ui/terms/TermsHistory.tsx";
import { useNotices } from "../../ui/terms/useNotices.ts";
import { vaultOfPage } from "../vault/useVault.ts";

/** The texts of which versions are kept, those that changed last first. */
function textsOf(records: readonly NoticeRecord[]): readonly (readonly TermsVersion[])[] {
  const keys = new Set(records.flatMap((one) => (one.type === "terms" ? [one.pageKey] : [])));
  return [...keys].map((key) => versionsOf(records, key)).sort((one, other) => (other[0]?.firstSeen ?? 0) - (one[0]?.firstSeen ?? 0));
}

/** The portal's terms and those of its services as they were kept, also when their page says something else by now, or is gone; each can be removed. */
export function TermsList() {
  const { t } = useTexts();
  const kept = useNotices(vaultOfPage());
  const [removed, setRemoved] = useState<readonly KeptNotice[]>([]);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  if (!kept || kept.length + removed.length === 0) return null;
  const records = kept.map(({ record }) => record);
  const texts = textsOf(records);
  const failed = (error: unknown): void => setFailure(codeOf(error));
  const remove = (record: TermsVersion | PortalNotice): void => {
    const all = removedWith(kept, record);
    setFailure(null);
    vaultOfPage().records.commit(all.map(({ id, version }) => ({ collection: "notices", id, remove: true, expect: version }))).then(() => setRemoved(all), failed);
  };
  const putBack = (): void => {
    setFailure(null);
    // As they were, where nothing has taken their place: the page itself may have been visited meanwhile.
    const missing = removed.filter(({ id }) => !kept.some((one) => one.id === id));
    vaultOfPage().records.commit(missing.map(({ id, record }) => ({ collection: "notices", id, value: toJson(record), expect: null }))).then(() => setRemoved([]), failed);
  };
  return (
    <>
      {removed.length > 0 ? <UndoLine said={t("own_removed")} place="row" onUndo={putBack} /> : null}
      {failure ? <VaultFailure code={failure} /> : null}
      {texts.length > 0 ? (
        <section class="card stack" aria-labelledby="kept-terms">
          <h3 id="kept-terms">{t("own_terms")}</h3>
          <p class="soft">{t("own_terms_about")}</p>
          {texts.map((versions) => (
            <KeptTerms key={versions[0]?.pageKey} versions={versions} records={records} onRemove={remove} />
          ))}
        </section>
      ) : null}
      <NoticeList records={records} heading="h3" onRemove={remove} />
    </>
  );
}

interface KeptTermsProps {
  readonly versions: readonly TermsVersion[];
  readonly records: readonly NoticeRecord[];
  readonly onRemove: (version: TermsVersion) => void;
}

function KeptTerms({ versions, records, onRemove }: KeptTermsProps) {
  const { t } = useTexts();
  const [newest] = versions;
  if (!newest) return null;
  const decision = decisionOn(records, newest)?.decision;
  return (
    <details>
      <summary>
        {newest.title} · {t(decision ? `form_terms_${decision}_made` : "own_terms_undecided")}
      </summary>
      <div class="stack data-inner">
        <p>
          <a href={newest.url} target="_blank" rel="noreferrer">
            {newest.url}
          </a>
        </p>
        <TermsHistory vault={vaultOfPage()} versions={versions} records={records} onOpen={(documentId) => (location.hash = `documents/${encodeURIComponent(documentId)}`)} onRemove={onRemove} />
      </div>
    </details>
  );
}

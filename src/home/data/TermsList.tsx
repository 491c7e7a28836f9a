import { useTexts } from "../../i18n/texts.tsx";
import { decisionOn, type NoticeRecord, type TermsVersion, versionsOf } from "../../notices/terms.ts";
import { NoticeList } from "../../ui/terms/NoticeList.tsx";
import { TermsHistory } from "../../ui/terms/TermsHistory.tsx";
import { useNotices } from "../../ui/terms/useNotices.ts";
import { vaultOfPage } from "../vault/useVault.ts";

/** The texts of which versions are kept, those that changed last first. */
function textsOf(records: readonly NoticeRecord[]): readonly (readonly TermsVersion[])[] {
  const keys = new Set(records.flatMap((one) => (one.type === "terms" ? [one.pageKey] : [])));
  return [...keys].map((key) => versionsOf(records, key)).sort((one, other) => (other[0]?.firstSeen ?? 0) - (one[0]?.firstSeen ?? 0));
}

/** The portal's terms and those of its services as they were kept, also when their page says something else by now, or is gone. */
export function TermsList() {
  const { t } = useTexts();
  const records = useNotices(vaultOfPage());
  if (!records || records.length === 0) return null;
  const texts = textsOf(records);
  return (
    <>
      {texts.length > 0 ? (
        <section class="card stack" aria-labelledby="kept-terms">
          <h3 id="kept-terms">{t("own_terms")}</h3>
          <p class="soft">{t("own_terms_about")}</p>
          {texts.map((versions) => (
            <KeptTerms key={versions[0]?.pageKey} versions={versions} records={records} />
          ))}
        </section>
      ) : null}
      <NoticeList records={records} heading="h3" />
    </>
  );
}

function KeptTerms({ versions, records }: { readonly versions: readonly TermsVersion[]; readonly records: readonly NoticeRecord[] }) {
  const { t } = useTexts();
  const [newest] = versions;
  if (!newest) return null;
  const decision = decisionOn(records, newest)?.decision;
  return (
    <details>
      <summary>
        {newest.title} · {t(decision ? `form_terms_${decision}_made` : "form_terms_undecided")}
      </summary>
      <div class="stack data-inner">
        <p>
          <a href={newest.url} target="_blank" rel="noreferrer">
            {newest.url}
          </a>
        </p>
        <TermsHistory vault={vaultOfPage()} versions={versions} records={records} onOpen={(documentId) => (location.hash = `documents/${encodeURIComponent(documentId)}`)} />
      </div>
    </details>
  );
}

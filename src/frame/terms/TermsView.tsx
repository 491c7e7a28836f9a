import { useTexts } from "../../i18n/texts.tsx";
import { languageKey, versionsOf } from "../../notices/terms.ts";
import { Busy } from "../../ui/Busy.tsx";
import { NoticeList } from "../../ui/terms/NoticeList.tsx";
import { TermsHistory } from "../../ui/terms/TermsHistory.tsx";
import { useNotices } from "../../ui/terms/useNotices.ts";
import { openDocument } from "../documents/openDocument.ts";
import { frameVault } from "../frameVault.ts";
import { useTold } from "../useLine.ts";

/** The terms of the page around, and the portal's notices. */
export function TermsView({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const seen = useTold(line, "terms")?.seen;
  const kept = useNotices(frameVault());
  if (!kept) return <Busy>{t("form_loading")}</Busy>;
  const records = kept.map(({ record }) => record);
  const versions = seen ? versionsOf(records, languageKey(seen)) : [];
  return (
    <>
      {versions[0] ? (
        <section class="stack" aria-labelledby="terms-title">
          <h2 id="terms-title">{versions[0].title}</h2>
          <TermsHistory key={versions[0].pageKey} vault={frameVault()} versions={versions} records={records} onOpen={openDocument} />
        </section>
      ) : null}
      <NoticeList records={records} heading="h2" />
    </>
  );
}

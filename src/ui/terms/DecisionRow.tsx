import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/useTexts.ts";
import { type DecisionKind, decisionOn, decisions, type NoticeRecord, type TermsVersion, textOfTerms, toJson } from "../../notices/terms.ts";
import { randomName } from "../../platform/randomName.ts";
import type { VaultClient } from "../../vault/client.ts";
import { Button } from "../Button.tsx";
import { Notice } from "../Notice.tsx";
import { timeOf } from "../applications/time.ts";

interface DecisionRowProps {
  readonly vault: VaultClient;
  readonly version: TermsVersion;
  readonly records: readonly NoticeRecord[];
  /** To look at the document and to sign it. */
  readonly onOpen: (documentId: string) => void;
}

/** The person's decision about a version: recorded with its time, and to be had as a document that can be signed. */
export function DecisionRow({ vault, version, records, onOpen }: DecisionRowProps) {
  const { t, date } = useTexts();
  const [state, setState] = useState<"failed" | { readonly documentId: string } | null>(null);
  const made = decisionOn(records, version);
  const decide = (decision: DecisionKind): void => {
    const value = toJson({ type: "decision", pageKey: version.pageKey, sha256: version.sha256, decision, at: Date.now() });
    vault.records.put("notices", `decision-${randomName()}`, value, null).then(() => setState(null), () => setState("failed"));
  };
  const keepDocument = async (): Promise<void> => {
    if (!made) return;
    const head = [version.title, version.url, `SHA-256 ${version.sha256}`, `${t(`form_terms_${made.decision}_made`)}: ${date(made.at)} ${timeOf(made.at)}`].join("\n");
    const name = `${version.title.slice(0, 60)} ${date(made.at)}.txt`;
    const { document } = await vault.documents.add(new Blob([`${head}\n\n${textOfTerms(version)}\n`], { type: "text/plain" }), { name, type: "text/plain", source: "portal", extra: { termsSha256: version.sha256, decision: made.decision } });
    setState({ documentId: document.documentId });
  };
  return (
    <div class="stack-tight">
      <h3>{t("form_terms_decision")}</h3>
      {made ? (
        <p role="status">
          {t(`form_terms_${made.decision}_made`)}: {date(made.at)} {timeOf(made.at)}
        </p>
      ) : (
        <p>{t("form_terms_undecided")}</p>
      )}
      <div class="row no-print">
        {decisions.map((one) => (
          <Button key={one} pressed={made?.decision === one} onClick={() => (made?.decision === one ? undefined : decide(one))}>
            {t(`form_terms_${one}`)}
          </Button>
        ))}
      </div>
      <p class="soft">{t("form_terms_meaning")}</p>
      {made && made.decision !== "later" && (state === null || state === "failed") ? (
        <div class="row no-print">
          <Button kind="plain" onClick={() => void keepDocument().catch(() => setState("failed"))}>
            {t("form_terms_document")}
          </Button>
        </div>
      ) : null}
      {state && state !== "failed" ? (
        <>
          <p role="status">{t("form_terms_document_kept")}</p>
          <div class="row no-print">
            <Button kind="primary" autofocus onClick={() => onOpen(state.documentId)}>
              {t("form_terms_document_sign")}
            </Button>
          </div>
        </>
      ) : null}
      {state === "failed" ? (
        <Notice kind="error" announced>
          <p>{t("form_failed")}</p>
        </Notice>
      ) : null}
    </div>
  );
}

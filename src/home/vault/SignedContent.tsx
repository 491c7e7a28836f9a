import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { startSigningWorker } from "../../platform/signingWorker.ts";
import { Busy } from "../../ui/Busy.tsx";
import { PdfPages } from "../../ui/documents/PdfPages.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Notice } from "../../ui/Notice.tsx";
import type { ContainedFile } from "../../signing/verify/contents.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { ReportView } from "../verify/ReportView.tsx";
import { useVerification } from "../verify/useVerification.ts";
import { seenIn } from "./seen.ts";
import { useSize } from "../../ui/useSize.ts";
import { vaultOfPage } from "./useVault.ts";
import { vaultFile } from "./vaultFile.ts";
import { signedBeside } from "./wholeFile.ts";

interface SignedContentProps {
  readonly view: DocumentView;
  readonly revision: number;
  readonly size: number;
  /** False for a PDF: it is shown as itself. */
  readonly contents: boolean;
}

/** The verdict on a signed document, and what lies in the container. */
export function SignedContent({ view, revision, size, contents }: SignedContentProps) {
  const { t } = useTexts();
  const { items, add, checkOnline } = useVerification();
  const [files, setFiles] = useState<readonly ContainedFile[]>([]);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const file = vaultFile(view, { revision, size });
      const beside = await signedBeside(view);
      if (gone) return;
      add(beside ? [file, beside] : [file]);
      if (!contents) return;
      const worker = startSigningWorker();
      try {
        const outcome = await worker.contents(file);
        if (!gone && outcome.ok) setFiles(outcome.value);
      } finally {
        worker.end();
      }
    };
    void look().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, []);
  const [item] = items;
  const report = item?.report ?? null;
  useEffect(() => {
    const newest = view.revisions.at(-1);
    if (!report || !newest || newest.revision !== revision) return;
    // One that is too large to be looked at behind everybody's back, or that a service has been asked about since.
    const { verdict, signers } = seenIn(report);
    if (verdict !== null && verdict !== view.signed) void vaultOfPage().documents.setVerdict(view.documentId, newest.sha256, verdict, signers).catch(() => undefined);
  }, [report]);
  // A PDF without a signature is a PDF and nothing more to say, unless it is not whole.
  const whole = report?.signatures.length === 0 && report.verdict !== "invalid" && !report.reasons.some(({ code }) => code === "FILE_INCOMPLETE");
  if (!contents && (!report || whole)) return null;
  return (
    <div class="stack">
      {item?.report ? <ReportView report={item.report} online={item.online} onCheckOnline={(addresses) => checkOnline(item.id, addresses)} /> : null}
      {item && !item.report && !item.failure ? <Busy>{t("verify_checking", { NAME: view.name })}</Busy> : null}
      {item?.failure ? (
        <Notice kind="error">
          <p>{t(item.failure === "FILE_UNREADABLE" ? "verify_failed_unreadable" : "verify_failed_other")}</p>
        </Notice>
      ) : null}
      {files.map((file) => (
        <Contained key={file.name} file={file} />
      ))}
    </div>
  );
}

const mostText = 256 << 10;

/** One file of a container. */
function Contained({ file: { name, size, data } }: { readonly file: ContainedFile }) {
  const { t } = useTexts();
  const shownSize = useSize();
  const [text, setText] = useState<string | null>(null);
  const isText = /\.(txt|csv|xml|json|md|log)$/i.test(name);
  useEffect(() => {
    if (isText && data) void data.slice(0, mostText).text().then(setText, () => undefined);
  }, []);
  return (
    <section class="stack-tight" aria-label={visible(name)}>
      <h3>
        <bdi>{visible(name)}</bdi> <span class="soft">{shownSize(size)}</span>
      </h3>
      {data && /\.pdf$/i.test(name) ? (
        <div class="printed">
          <PdfPages file={data} name={visible(name)} />
        </div>
      ) : data && text !== null ? (
        <pre class="vault-text printed" tabIndex={0} aria-label={visible(name)}>
          {text}
        </pre>
      ) : (
        <p class="soft">{t(data ? "vault_no_preview" : "vault_signed_large")}</p>
      )}
      {data && size > mostText && text !== null ? <p class="soft">{t("vault_preview_cut")}</p> : null}
    </section>
  );
}

import { useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import type { SigningJob } from "../signing/documents/job.ts";
import type { FileHash } from "../signing/sign/options.ts";
import { DocumentPreview } from "../ui/documents/DocumentPreview.tsx";
import { visible } from "../ui/documents/fileFacts.ts";
import { FileSize } from "../ui/documents/FileSize.tsx";

/** Every document that is about to be signed, and the chosen one as it is. */
export function DocumentsToSign({ job, hashes }: { readonly job: SigningJob; readonly hashes: ReadonlyMap<number, FileHash> }) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState(0);
  const document = job.documents[chosen];
  return (
    <section class="stack-tight" aria-label={t("sign_doc_prompt_list", { COUNT: job.documents.length })}>
      {job.documents.length > 1 ? <h2>{t("sign_doc_prompt_list", { COUNT: job.documents.length })}</h2> : null}
      <ul class="document-list document-list-low">
        {job.documents.map(({ name, data }, i) => (
          <li key={i} class="document-line" data-chosen={i === chosen ? "" : undefined}>
            <button type="button" class="button button-plain document-name" aria-pressed={i === chosen} onClick={() => setChosen(i)}>
              {visible(name)}
            </button>
            <FileSize bytes={data.size} />
          </li>
        ))}
      </ul>
      {job.format && job.format !== "own" ? <p class="soft">{t(`sign_format_${job.format}`)}</p> : null}
      {job.timestampUrl ? <p class="soft">{t("sign_doc_prompt_stamp", { HOST: new URL(job.timestampUrl).hostname })}</p> : null}
      {job.reason ? <p class="soft">{t("sign_doc_prompt_reason", { REASON: job.reason })}</p> : null}
      {document ? (
        // Scrolled by keyboard, too.
        <div class="document-sight" tabIndex={0} role="region" aria-label={visible(document.name)}>
          <DocumentPreview key={chosen} file={document.data} name={document.name} hash={hashes.get(chosen) ?? null} />
        </div>
      ) : null}
    </section>
  );
}

import type { PageFile } from "../../forms/line.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { StoredFile } from "./StoredFile.tsx";

interface ToVaultProps {
  readonly stored: readonly PageFile[];
  readonly line: Promise<MessagePort>;
}

/** Documents of the portal's store into the vault, each on its own click. */
export function ToVault({ stored, line }: ToVaultProps) {
  const { t } = useTexts();
  return (
    <section class="stack-tight" aria-labelledby="to-vault">
      <h2 id="to-vault">{t("form_documents_to")}</h2>
      <ul class="service-list">
        {stored.map((file) => (
          <StoredFile key={file.url} file={file} line={line} />
        ))}
      </ul>
    </section>
  );
}

import { toHex } from "../../card/bytes.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { FileHash } from "../../signing/sign/options.ts";

/** What identifies a document that is not shown; in groups, to be compared by eye. */
export function HashLine({ hash: { bits, digest } }: { readonly hash: FileHash }) {
  const { t } = useTexts();
  return (
    <p class="soft">
      {t("sign_doc_hash", { BITS: bits })} <code class="document-hash">{toHex(digest).replaceAll(/(.{8})(?=.)/g, "$1 ")}</code>
    </p>
  );
}

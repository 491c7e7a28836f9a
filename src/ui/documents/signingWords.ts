import type { Texts } from "../../i18n/useTexts.ts";
import type { SigningJob } from "../../signing/documents/job.ts";

/** What a signature says in the person's language: in its visible block, and in the name of the signed file. */
export function signingWords({ t }: Texts): SigningJob["words"] {
  return { signed: t("sign_doc_block_signed"), reason: t("sign_doc_block_reason"), suffix: t("sign_doc_suffix") };
}

import { useTexts } from "../../i18n/texts.tsx";
import { sizeOf } from "./fileFacts.ts";

/** 1.5 MB, in the person's language. */
export function FileSize({ bytes }: { readonly bytes: number }) {
  const { t } = useTexts();
  const { number, unit } = sizeOf(bytes);
  return <span class="soft">{t(`sign_doc_size_${unit}`, { NUMBER: number })}</span>;
}

import type { KeptLetter } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { KeptFile } from "./KeptFile.tsx";

/** The signed letter as the vault has it: to look at, and to save for a mail. */
export function SignedLetter({ letter }: { readonly letter: KeptLetter }) {
  const { t } = useTexts();
  return <KeptFile file={letter} words={{ save: t("data_signed_save"), look: t("data_signed_look"), gone: t("data_signed_gone", { NAME: letter.name }) }} />;
}

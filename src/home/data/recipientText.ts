import { inWords } from "../../consent/record/ownWords.ts";
import type { Recipient } from "../../consent/record/record.ts";
import type { Texts } from "../../i18n/texts.tsx";

/** "სადაზღვევო კომპანია (მესამე პირი): ხარჯის ანაზღაურება" */
export function recipientText({ name, role, purpose }: Recipient, { t, language }: Pick<Texts, "t" | "language">): string {
  return `${inWords(name, language)} (${t(`data_role_${role}`)})${purpose === null ? "" : `: ${inWords(purpose, language)}`}`;
}

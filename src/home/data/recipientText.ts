import type { Recipient } from "../../consent/record/record.ts";
import type { Texts } from "../../i18n/texts.tsx";

/** "სადაზღვევო კომპანია (მესამე პირი): ხარჯის ანაზღაურება" */
export function recipientText({ name, role, purpose }: Recipient, { t }: Pick<Texts, "t">): string {
  return `${name} (${t(`data_role_${role}`)})${purpose === null ? "" : `: ${purpose}`}`;
}

import { useState } from "preact/hooks";
import type { MailDraft } from "../../codec/mailto.ts";
import { useTexts } from "../../i18n/texts.tsx";

interface MailLinkProps {
  readonly draft: MailDraft;
  /** The letter, which is copied for the person to paste where the draft has no room for it. */
  readonly text: string;
  readonly kind: "primary" | "secondary";
  /** The letter is on its way out. */
  readonly onUse: () => void;
}

/** Opens the letter's draft in the mail program. */
export function MailLink({ draft: { href, isWhole }, text, kind, onUse }: MailLinkProps) {
  const { t } = useTexts();
  const [copied, setCopied] = useState<string | null>(null);
  const open = (): void => {
    onUse();
    if (!isWhole) void navigator.clipboard.writeText(text).then(() => setCopied(text));
  };
  return (
    <>
      <a class={`button button-${kind}`} href={href} onClick={open}>
        {t("data_mail")}
      </a>
      {isWhole ? null : (
        <span class="soft" role="status">
          {copied === text ? t("data_mail_copied") : ""}
        </span>
      )}
    </>
  );
}

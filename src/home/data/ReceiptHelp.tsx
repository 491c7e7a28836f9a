import { useTexts } from "../../i18n/texts.tsx";

/** What a receipt is for, and how whoever is given one finds out whether it is true. Folded: most people only want the button. */
export function ReceiptHelp() {
  const { t } = useTexts();
  return (
    <details class="no-print">
      <summary>{t("data_receipt_help")}</summary>
      <div class="stack-tight data-inner">
        <p>{t("data_receipt_what")}</p>
        <p>
          {t("data_receipt_check")} <a href="#verify">{t("verify_title")}</a>
        </p>
        <p>{t("data_receipt_others")}</p>
      </div>
    </details>
  );
}

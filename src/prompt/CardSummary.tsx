import type { CardView } from "../card/api.ts";
import { useTexts } from "../i18n/texts.tsx";

/** Whose card, in which reader, valid until when. */
export function CardSummary({ card, readerName }: { readonly card: CardView; readonly readerName: string }) {
  const { t, date } = useTexts();
  const certificate = card.certificates.find((one) => one.use === "authentication");
  return (
    <dl class="summary">
      <div>
        <dt>{t("prompt_holder")}</dt>
        <dd class="summary-name">{card.holder.name}</dd>
      </div>
      <div>
        <dt>{t("prompt_reader")}</dt>
        <dd>{readerName}</dd>
      </div>
      {certificate ? (
        <div>
          <dt>{t("prompt_valid_until")}</dt>
          <dd>{date(certificate.notAfter)}</dd>
        </div>
      ) : null}
    </dl>
  );
}

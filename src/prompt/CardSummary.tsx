import type { CardView, CertificateView } from "../card/api.ts";
import { useTexts } from "../i18n/texts.tsx";

interface CardSummaryProps {
  readonly card: CardView;
  /** The one that the request is about; null where none matters. */
  readonly certificate: CertificateView | null;
  readonly readerName: string;
}

/** Whose card, in which reader, valid until when. */
export function CardSummary({ card, certificate, readerName }: CardSummaryProps) {
  const { t, date } = useTexts();
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

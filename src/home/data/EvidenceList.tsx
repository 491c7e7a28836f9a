import { georgianInstant } from "../../consent/calendar/day.ts";
import type { Evidence } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { evidenceText } from "./evidenceText.ts";

/** From what something is known: where and when it was seen, its words, and their hash, which shows that they are the same still. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const texts = useTexts();
  const { t } = texts;
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary>{t("data_evidence")}</summary>
      <div class="stack data-inner">
        <ul class="plain-list">
          {evidence.map((one) => (
            <li key={one.seenAt + one.where} class="stack-tight">
              <span>{evidenceText(one, georgianInstant(one.seenAt), texts)}</span>
              {one.quote ? <blockquote class="data-quote">{one.quote}</blockquote> : null}
              {one.sha256 ? <span class="soft data-hash">{t("data_fingerprint", { HASH: one.sha256 })}</span> : null}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

import { useTexts } from "../../i18n/texts.tsx";
import type { MessageKey } from "../../i18n/catalogue.ts";
import type { Reason, ReasonCode, VerificationReport, Verdict } from "../../signing/verify/report.ts";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ReasonList } from "./ReasonList.tsx";
import { SignatureView } from "./SignatureView.tsx";
import type { OnlineState } from "./useVerification.ts";

interface ReportViewProps {
  readonly report: VerificationReport;
  readonly online: OnlineState;
  readonly onCheckOnline: (addresses: readonly string[]) => void;
}

const kinds: Readonly<Record<Verdict, "success" | "error" | "warning">> = { valid: "success", invalid: "error", unknown: "warning" };

/** The verdict on one file in plain words, then each signature, then what it is about. */
export function ReportView({ report, online, onCheckOnline }: ReportViewProps) {
  const { t } = useTexts();
  const { format, verdict, reasons, signatures, files } = report;
  const words = signatures.length === 0 ? wordsWithout(report) : ({ title: `verify_verdict_${verdict}`, meaning: `verify_meaning_${verdict}`, whole: false } as const);
  return (
    <div class="stack">
      <Notice kind={kinds[verdict]} announced>
        <h3>{t(words.title)}</h3>
        <p>{t(words.meaning)}</p>
        {words.whole ? null : <ReasonList reasons={decisive(report)} />}
      </Notice>
      {signatures.map((signature, i) => (
        <SignatureView key={i} signature={signature} number={i + 1} total={signatures.length} online={online} onCheckOnline={onCheckOnline} />
      ))}
      {files.length > 0 && (signatures.length > 0 || format === "asic-e") ? (
        <div class="stack-tight">
          <h3>{t("verify_files")}</h3>
          <ul class="plain-list">
            {files.map(({ name, signed }) => (
              <li key={name} class="reader-line">
                <bdi class="reader-name">{visible(name)}</bdi>
                <span class={signed ? "soft" : "bad"}>{t(signed ? "verify_file_signed" : "verify_file_unsigned")}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {reasons.length > 0 && signatures.length > 0 ? <ReasonList reasons={reasons} /> : null}
    </div>
  );
}

interface Words {
  readonly title: MessageKey;
  readonly meaning: MessageKey;
  /** They say it all: no reason is listed beside them. */
  readonly whole: boolean;
}

/** What is said of a file in which no signature was read: it may be that there is none, or that it can't be seen. */
function wordsWithout({ verdict, reasons }: VerificationReport): Words {
  const has = (code: ReasonCode): boolean => reasons.some((one) => one.code === code);
  if (has("FILE_INCOMPLETE")) return { title: "verify_incomplete", meaning: "verify_incomplete_hint", whole: true };
  if (has("FILE_EMPTY")) return { title: "verify_empty", meaning: "verify_empty_hint", whole: true };
  if (has("OFFICE_DOCUMENT")) return { title: "verify_nothing", meaning: "verify_office_hint", whole: true };
  if (verdict === "invalid") return { title: "verify_broken", meaning: "verify_broken_hint", whole: false };
  return { title: "verify_nothing", meaning: "verify_nothing_hint", whole: false };
}

/** What the verdict rests on: the gravest reasons of the file and of all its signatures, each once. */
function decisive({ verdict, reasons, signatures }: VerificationReport): readonly Reason[] {
  if (verdict === "valid") return [];
  // "No signature" is in the heading.
  const all = [...reasons.filter(({ code }) => code !== "NO_SIGNATURE"), ...signatures.filter((one) => one.verdict === verdict).flatMap((one) => one.reasons.slice(0, 1))];
  return all.filter((one, i) => all.findIndex((other) => other.code === one.code && other.subject === one.subject) === i);
}

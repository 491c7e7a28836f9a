import { useTexts } from "../../i18n/texts.tsx";
import type { Reason, VerificationReport, Verdict } from "../../signing/verify/report.ts";
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
  const { verdict, reasons, signatures, files } = report;
  const nothing = signatures.length === 0 && verdict !== "invalid";
  return (
    <div class="stack">
      <Notice kind={kinds[verdict]} announced>
        <h3>{t(nothing ? "verify_nothing" : `verify_verdict_${verdict}`)}</h3>
        <p>{t(nothing ? "verify_nothing_hint" : `verify_meaning_${verdict}`)}</p>
        <ReasonList reasons={decisive(report)} />
      </Notice>
      {signatures.map((signature, i) => (
        <SignatureView key={i} signature={signature} number={i + 1} total={signatures.length} online={online} onCheckOnline={onCheckOnline} />
      ))}
      {files.length > 0 ? (
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

/** What the verdict rests on: the gravest reasons of the file and of all its signatures, each once. */
function decisive({ verdict, reasons, signatures }: VerificationReport): readonly Reason[] {
  if (verdict === "valid") return [];
  const all = [...reasons, ...signatures.filter((one) => one.verdict === verdict).flatMap((one) => one.reasons.slice(0, 1))];
  return all.filter((one, i) => all.findIndex((other) => other.code === one.code && other.subject === one.subject) === i);
}

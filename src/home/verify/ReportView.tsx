import type { ComponentChildren } from "preact";
import { useTexts } from "../../i18n/texts.tsx";
import type { MessageKey } from "../../i18n/catalogue.ts";
import { type Reason, type ReasonCode, reasonGrades, type SignatureReport, type VerificationReport, type Verdict } from "../../signing/verify/report.ts";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ReasonList } from "./ReasonList.tsx";
import { SignatureView } from "./SignatureView.tsx";
import type { OnlineState } from "./useVerification.ts";

interface ReportViewProps {
  readonly report: VerificationReport;
  readonly online: OnlineState;
  /** Where the document that a detached signature signs is chosen. */
  readonly children?: ComponentChildren;
  readonly onCheckOnline: (addresses: readonly string[]) => void;
}

const kinds: Readonly<Record<Verdict, "success" | "error" | "warning">> = { valid: "success", invalid: "error", unknown: "warning" };

/** The verdict on one file in plain words, then each signature, then what it is about. */
export function ReportView({ report, online, onCheckOnline, children }: ReportViewProps) {
  const { t } = useTexts();
  const { format, verdict, reasons, signatures, files } = report;
  const words = signatures.length === 0 ? wordsWithout(report) : wordsWith(report);
  // Whether a document is signed that has not been chosen yet.
  const waiting = signatures.some((one) => one.reasons.some(({ code }) => code === "CONTENT_NEEDED"));
  const named = format === "pades" ? signatures.map(withoutFields) : signatures;
  const said = words.whole ? [] : decisive({ ...report, signatures: named });
  return (
    <div class="stack">
      <Notice kind={kinds[verdict]} announced>
        <h3>{t(words.title)}</h3>
        <p>{t(words.meaning)}</p>
        {signatures.length > 1 ? (
          <ul>
            {signatures.map((one, i) => (
              <li key={i}>
                <bdi>{one.signer ? visible(one.signer.name) : t("verify_signature_number", { COUNT: i + 1, TOTAL: signatures.length })}</bdi>: {t(verdictLine(one.verdict, one.reasons))}
              </li>
            ))}
          </ul>
        ) : null}
        <ReasonList reasons={said} />
        {children}
      </Notice>
      {named.map((signature, i) => (
        <SignatureView key={i} signature={signature} said={named.length === 1 ? said : none} number={i + 1} total={signatures.length} online={online} onCheckOnline={onCheckOnline} />
      ))}
      {files.length > 0 && (signatures.length > 0 || format === "asic-e") && !waiting ? (
        <div class="stack-tight">
          <h3>{t("verify_files")}</h3>
          <ul class="plain-list">
            {files.map(({ name, state }) => (
              <li key={name} class="reader-line">
                <bdi class="reader-name">{visible(name)}</bdi>
                <span class={state === "signed" ? "soft" : "bad"}>{t(`verify_file_${state}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {verdict === "valid" ? <ReasonList reasons={reasons} /> : null}
    </div>
  );
}

const none: readonly Reason[] = [];

interface Words {
  readonly title: MessageKey;
  readonly meaning: MessageKey;
  /** They say it all: no reason is listed beside them. */
  readonly whole: boolean;
}

/** What a case in court may hang on, and what a valid signature can leave open. */
const limits: ReadonlySet<ReasonCode> = new Set(["REVOCATION_NOT_CHECKED", "TIME_CLAIMED_ONLY", "NOT_QUALIFIED"]);

/** The verdict in one line, with what it leaves open. */
function verdictLine(verdict: Verdict, reasons: readonly Reason[]): MessageKey {
  const has = (code: ReasonCode): boolean => reasons.some((one) => one.code === code);
  if (verdict !== "valid") return `verify_verdict_${verdict}`;
  return has("REVOCATION_NOT_CHECKED") ? "verify_verdict_valid_unasked" : has("TIME_CLAIMED_ONLY") ? "verify_verdict_valid_untimed" : "verify_verdict_valid";
}

function wordsWith({ verdict, reasons, signatures }: VerificationReport): Words {
  const all = [...reasons, ...signatures.flatMap((one) => one.reasons)];
  const wrong = all.filter(({ code }) => reasonGrades[code] === "invalid");
  if (wrong.length > 0 && wrong.every(({ code }) => code === "CONTENT_DIFFERS")) return { title: "verify_differs", meaning: "verify_differs_hint", whole: false };
  return { title: verdictLine(verdict, all), meaning: `verify_meaning_${verdict}`, whole: false };
}

/** What a PDF calls its signature fields tells nobody anything. */
function withoutFields(signature: SignatureReport): SignatureReport {
  return { ...signature, reasons: signature.reasons.map(({ code }) => ({ code })) };
}

/** What is said of a file in which no signature was read: it may be that there is none, or that it can't be seen. */
function wordsWithout({ verdict, reasons }: VerificationReport): Words {
  const has = (code: ReasonCode): boolean => reasons.some((one) => one.code === code);
  if (has("FILE_INCOMPLETE")) return { title: "verify_incomplete", meaning: "verify_incomplete_hint", whole: true };
  if (has("FILE_EMPTY")) return { title: "verify_empty", meaning: "verify_empty_hint", whole: true };
  if (has("OFFICE_DOCUMENT")) return { title: "verify_nothing", meaning: "verify_office_hint", whole: true };
  if (verdict === "invalid") return { title: "verify_broken", meaning: "verify_broken_hint", whole: false };
  if (has("SIGNATURE_OTHER_KIND")) return { title: "verify_verdict_unknown", meaning: "verify_other_kind_hint", whole: true };
  if (has("OFFICE_SIGNATURE")) return { title: "verify_verdict_unknown", meaning: "verify_office_signature_hint", whole: true };
  if (has("FILE_ENCRYPTED")) return { title: "verify_verdict_unknown", meaning: "verify_encrypted_hint", whole: true };
  if (has("FEATURE_UNKNOWN") || has("TOO_LARGE")) return { title: "verify_verdict_unknown", meaning: "verify_meaning_unknown", whole: false };
  return { title: "verify_nothing", meaning: "verify_nothing_hint", whole: false };
}

/** What the verdict rests on: the gravest reasons of the file and of all its signatures, each once; of a valid one what it leaves open. */
function decisive({ verdict, reasons, signatures }: VerificationReport): readonly Reason[] {
  if (verdict === "valid") return once(signatures.flatMap((one) => one.reasons.filter(({ code }) => limits.has(code))));
  // "No signature" is in the heading.
  const all = [...reasons.filter(({ code }) => code !== "NO_SIGNATURE"), ...signatures.filter((one) => one.verdict === verdict).flatMap((one) => one.reasons.slice(0, 1))];
  return once(all);
}

function once(all: readonly Reason[]): readonly Reason[] {
  return all.filter((one, i) => all.findIndex((other) => other.code === one.code && other.subject === one.subject) === i);
}

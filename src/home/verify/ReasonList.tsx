import { useTexts } from "../../i18n/texts.tsx";
import { type Reason, reasonGrades } from "../../signing/verify/report.ts";
import { visible } from "../../ui/documents/fileFacts.ts";

const marks = { invalid: "×", unknown: "?", note: "i" } as const;

/** Reasons in words, the gravest first, told apart by mark as well as by colour. */
export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t } = useTexts();
  if (reasons.length === 0) return null;
  return (
    <ul class="plain-list reasons">
      {reasons.map(({ code, subject }) => (
        <li key={`${code} ${subject ?? ""}`} class={`reason reason-${reasonGrades[code]}`}>
          <span class="notice-mark" aria-hidden="true">
            {marks[reasonGrades[code]]}
          </span>
          <span>
            {t(`verify_reason_${code}`)}
            {subject ? (
              <>
                {" "}
                <bdi class="soft">{visible(subject)}</bdi>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

import type { FieldValue } from "../../forms/snapshot.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** Names of files that the form does not get back. */
export interface LostFiles {
  /** No longer in the vault. */
  readonly gone: readonly string[];
  /** Never came into it. */
  readonly unkept: readonly string[];
}

interface FilledNoticeProps {
  readonly filled: "busy" | readonly FieldValue[] | null;
  readonly lost: LostFiles;
}

/** Whether the form has it all; what it has no place for is shown, so that it can be copied. */
export function FilledNotice({ filled, lost: { gone, unkept } }: FilledNoticeProps) {
  const { t } = useTexts();
  if (filled === null) return null;
  if (filled === "busy") return <Busy>{t("form_filling")}</Busy>;
  if (filled.length + gone.length + unkept.length === 0) {
    return (
      <Notice kind="success" announced>
        <p>{t("form_filled")}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="warning" announced>
      {filled.length > 0 ? <p>{t("form_filled_missing")}</p> : null}
      <dl class="facts">
        {filled.map(({ key, nth, kind, label, values }) => (
          <div key={`${kind} ${key} ${nth}`}>
            <dt>{label || key}</dt>
            <dd>{values.join(", ")}</dd>
          </div>
        ))}
      </dl>
      {gone.length > 0 ? <p>{t("form_files_gone", { NAMES: gone.join(", ") })}</p> : null}
      {unkept.length > 0 ? <p>{t("form_files_unkept", { NAMES: unkept.join(", ") })}</p> : null}
    </Notice>
  );
}

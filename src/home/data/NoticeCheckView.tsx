import { isComplete, type NoticeCheck } from "../../consent/request/notice.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** What a notice must contain and does not. @param more what that means; left out: the next steps say it */
export function NoticeCheckView({ title, check, more }: { readonly title: string; readonly check: NoticeCheck; readonly more?: string | undefined }) {
  const { t } = useTexts();
  const complete = isComplete(check);
  return (
    <Notice kind={complete ? "success" : "warning"}>
      <p>
        <b>{title}</b>: {t(complete ? "data_notice_complete" : "data_notice_lacks")}
      </p>
      {complete ? null : (
        <ul>
          {[...check.missing, ...check.alsoMissing].map((item) => (
            <li key={item}>{t(`data_missing_${item}`)}</li>
          ))}
        </ul>
      )}
      {more === undefined ? null : <p>{more}</p>}
    </Notice>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import { mailtoOf } from "../codec/mailto.ts";
import { georgianDate } from "../consent/calendar/day.ts";
import { useTexts } from "../i18n/texts.tsx";
import { extensionVersion } from "../platform/runtime.ts";
import { Button } from "../ui/Button.tsx";
import { copyFrom } from "../ui/copyText.ts";
import { supportMail, supportPhone } from "./support.ts";
import { supportHours } from "./supportHours.ts";
import { browserTitle, systemName } from "./vault/computerName.ts";

/** The portal's help line: whether somebody is there now, the number, and a mail that is begun. */
export function SupportCard() {
  const { t } = useTexts();
  return (
    <section class="card stack" aria-labelledby="help-title">
      <h2 id="help-title">{t("home_help_portal")}</h2>
      <p>{t("home_help_hours")}</p>
      <Now />
      <p>
        {t("home_help_phone")}: <b>{supportPhone}</b>
      </p>
      <p class="soft">{t("home_help_phone_note")}</p>
      <p>
        {t("home_help_mail")}: <a href={`mailto:${supportMail}`}>{supportMail}</a>
      </p>
      <MailDraft />
    </section>
  );
}

function Now() {
  const { t, language } = useTexts();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const { open, day, today, closedFor } = supportHours(now);
  if (open) {
    return (
      <p role="status">
        <strong>{t("home_help_open")}</strong> {t("home_help_open_until")}
      </p>
    );
  }
  return (
    <p role="status">
      <strong>{t("home_help_closed")}.</strong> {closedFor === "weekend" ? t("home_help_weekend") : closedFor ? t("home_help_holiday", { NAME: closedFor[language] }) : null} {day === today ? t("home_help_opens_today") : day === today + 1 ? t("home_help_opens_tomorrow") : t("home_help_opens_on", { DATE: georgianDate(day) })}
    </p>
  );
}

function MailDraft() {
  const { t } = useTexts();
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  if (text === null) {
    return (
      <div class="row">
        <Button onClick={() => setText(t("home_help_draft_text", { VERSION: extensionVersion(), SYSTEM: systemName(), BROWSER: browserTitle() }))}>{t("home_help_draft")}</Button>
      </div>
    );
  }
  return (
    <div class="stack-tight">
      <label class="field">
        <span>{t("home_help_draft_label")}</span>
        <textarea
          ref={field}
          class="mail-draft"
          rows={9}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setCopied(false);
          }}
        />
      </label>
      <p class="soft">{t("home_help_draft_about")}</p>
      <div class="row">
        <a class="button button-primary" href={mailtoOf(supportMail, t("home_help_draft_subject"), text).href}>
          {t("home_help_draft_open")}
        </a>
        <Button onClick={() => field.current && void copyFrom(field.current).then(setCopied)}>{t("home_help_draft_copy")}</Button>
      </div>
      {copied ? <p role="status">{t("common_copied")}</p> : null}
    </div>
  );
}

import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { randomBelow, suggestPassword } from "../../passwords/suggest.ts";
import { Button } from "../../ui/Button.tsx";
import { copyFrom } from "../../ui/copyText.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { useTold } from "../useLine.ts";

const advice = ["long", "own", "alone", "place"] as const;

/** What a first password is, how a good one is made, and one to copy. The person types or pastes it; we never see the field. */
export function PasswordPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const page = useTold(line, "password");
  return (
    <PanelShell title={t("page_password_panel")}>
      {page && (page.given || page.oneTime) ? (
        <Notice kind="warning">
          <p>{t(page.given ? "pass_given" : "pass_one_time")}</p>
        </Notice>
      ) : (
        <p>{t("pass_maybe_one_time")}</p>
      )}
      <section class="stack-tight" aria-labelledby="good">
        <h2 id="good">{t("pass_good")}</h2>
        <ul class="plain-steps">
          {advice.map((one) => (
            <li key={one}>{t(`pass_good_${one}`)}</li>
          ))}
        </ul>
      </section>
      <Suggestion />
      <p class="soft">{t("pass_user_name")}</p>
      <p class="soft">{t("pass_never_read")}</p>
    </PanelShell>
  );
}

function Suggestion() {
  const { t } = useTexts();
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const suggest = (): void => {
    setCopied(null);
    setText(suggestPassword(randomBelow));
  };
  return (
    <section class="stack-tight" aria-labelledby="suggestion">
      <h2 id="suggestion">{t("pass_suggestion")}</h2>
      <p>{t("pass_suggestion_about")}</p>
      {text === null ? null : <textarea ref={field} class="password-shown" rows={2} readOnly spellcheck={false} autocomplete="off" aria-label={t("pass_suggestion")} value={text} />}
      <div class="row">
        <Button kind={text === null ? "primary" : "secondary"} onClick={suggest}>
          {t(text === null ? "pass_suggest" : "pass_another")}
        </Button>
        {text === null ? null : (
          <Button kind="primary" onClick={() => field.current && void copyFrom(field.current).then(setCopied)}>
            {t("pass_copy")}
          </Button>
        )}
      </div>
      {copied === null ? null : <p role="status">{t(copied ? "pass_copied" : "pass_copy_by_hand")}</p>}
    </section>
  );
}

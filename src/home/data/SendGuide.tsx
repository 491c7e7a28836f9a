import type { Channel, KeptLetter } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { SignedLetter } from "./SignedLetter.tsx";
import { type LetterOf, useLetter } from "./useLetter.ts";

const portal = "https://www.my.gov.ge/";

interface SendGuideProps {
  readonly of: LetterOf;
  readonly channel: Channel;
  readonly signed: KeptLetter | null;
}

/** How the letter goes out by this way, step by step, with what each step needs at hand. */
export function SendGuide({ of, channel, signed }: SendGuideProps) {
  const { t } = useTexts();
  const { request, organisation } = of;
  const { mail, made } = useLetter(of, request.letter?.language ?? "ka");
  const draft = mail(request.letter?.text ?? made);
  const form = organisation.formUrl ?? portal;
  const steps = channel === "portal" ? (["portal_1", "portal_2", "portal_3"] as const) : channel === "mail" ? (["mail_1", "mail_2"] as const) : channel === "post" ? (["post_1"] as const) : (["person_1"] as const);
  return (
    <div class="stack-tight data-guide">
      {signed ? <SignedLetter letter={signed} /> : <p>{t("data_send_unsigned")}</p>}
      <ol class="stack-tight">
        {steps.map((one) => (
          <li key={one}>{t(`data_send_${one}`)}</li>
        ))}
      </ol>
      <div class="row no-print">
        {channel === "portal" ? (
          <a class="button button-primary" href={form} target="_blank" rel="noreferrer">
            {t("data_send_open")}
          </a>
        ) : null}
        {channel === "mail" && draft ? (
          <a class="button button-primary" href={draft}>
            {t("data_mail")}
          </a>
        ) : null}
      </div>
      {channel === "mail" && !draft ? <p class="soft">{t("data_send_no_mail")}</p> : null}
    </div>
  );
}

import { signFor } from "../../consent/letters/signature.ts";
import type { Channel, KeptLetter } from "../../consent/request/event.ts";
import type { LetterText } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { portalAddress } from "../PortalLink.tsx";
import { printText, saveFile } from "./files.ts";
import { MailLink } from "./MailLink.tsx";
import { SignedLetter } from "./SignedLetter.tsx";
import { type LetterOf, useLetter } from "./useLetter.ts";

interface SendGuideProps {
  readonly of: LetterOf;
  readonly channel: Channel;
  readonly signed: KeptLetter | null;
  /** The letter was mailed or saved: it stays as it was then. */
  readonly onKeep: (letter: LetterText) => void;
}

/** How the letter goes out by this way, step by step, with what each step needs at hand. */
export function SendGuide({ of, channel, signed, onKeep }: SendGuideProps) {
  const { t } = useTexts();
  const { request, organisation } = of;
  const language = request.letter?.language ?? "ka";
  const { mail, made, pdf, wording } = useLetter(of, language);
  const onPaper = channel === "post" || channel === "person";
  const letter = request.letter?.text ?? made;
  // See: [Note: how it is signed].
  const text = signFor(letter, language, onPaper ? "hand" : signed ? "card" : "sent");
  const draft = mail(text);
  const keep = (): void => onKeep({ language, text, madeFrom: request.letter?.text ? request.letter.madeFrom : wording });
  const form = organisation.formUrl ?? portalAddress;
  const steps = stepsOf(channel, signed !== null);
  return (
    <div class="stack-tight data-guide">
      {onPaper ? null : signed ? <SignedLetter letter={signed} /> : <p>{t("data_send_unsigned")}</p>}
      <ol class="stack-tight">
        {steps.map((one) => (
          <li key={one}>{t(`data_send_${one}`)}</li>
        ))}
      </ol>
      <div class="row no-print">
        {signed || onPaper ? null : (
          <Button onClick={() => {
            keep();
            void pdf(text).then((file) => saveFile(file.name, file, "application/pdf"));
          }}>{t("data_save_pdf")}</Button>
        )}
        {onPaper ? (
          <Button kind="primary" onClick={() => {
            keep();
            printText(text, language);
          }}>{t("data_print")}</Button>
        ) : null}
        {channel === "portal" ? (
          <a class="button button-primary" href={form} target="_blank" rel="noreferrer">
            {t("data_send_open")}
          </a>
        ) : null}
        {channel === "mail" && draft ? (
          <MailLink draft={draft} text={text} kind="primary" onUse={keep} />
        ) : null}
      </div>
      {channel === "mail" && draft && !draft.isWhole ? <p class="soft">{t("data_mail_paste")}</p> : null}
      {channel === "mail" && !draft ? <p class="soft">{t("data_send_no_mail")}</p> : null}
    </div>
  );
}

function stepsOf(channel: Channel, signed: boolean) {
  switch (channel) {
    case "portal":
      return signed ? (["portal_1", "portal_2", "portal_3"] as const) : (["mailPlain_1", "portal_1", "portalPlain_2", "portalPlain_3"] as const);
    case "mail":
      return signed ? (["mail_1", "mail_2"] as const) : (["mailPlain_1", "mail_2"] as const);
    case "post":
      return signed ? (["postSigned_1", "post_1"] as const) : (["post_1"] as const);
    case "person":
      return signed ? (["postSigned_1", "person_1"] as const) : (["person_1"] as const);
  }
}

import { useTexts } from "../i18n/texts.tsx";
import { Busy } from "../ui/Busy.tsx";
import { Button } from "../ui/Button.tsx";

interface AskingProps {
  readonly what: "stamping" | "proving";
  readonly onHurry: () => void;
}

/** The card has signed; a service is asked for what is to stand beside the signature. Nobody has to wait for it. */
export function Asking({ what, onHurry }: AskingProps) {
  const { t } = useTexts();
  return (
    <section class="stack-tight">
      <Busy>{t(`sign_doc_asking_${what}`)}</Busy>
      <div>
        <Button onClick={onHurry}>{t("sign_doc_hurry")}</Button>
      </div>
    </section>
  );
}

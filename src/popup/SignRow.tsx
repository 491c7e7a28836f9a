import { useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { sendMessage } from "../platform/runtime.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useSaidInSight } from "./useSaidInSight.ts";

/** "Sign the form of this page": for forms that do not say by themselves that they want a signature. */
export function SignRow({ onSettings }: { readonly onSettings: () => void }) {
  const { t } = useTexts();
  const [outcome, setOutcome] = useState<"no-form" | "not-allowed" | null>(null);
  const sign = async (): Promise<void> => {
    const answer: unknown = await sendMessage({ kind: "sign/here" }).catch(() => null);
    // The prompt window comes by itself.
    if (answer === "begun") close();
    else setOutcome(answer === "no-form" ? "no-form" : "not-allowed");
  };
  const said = useSaidInSight(outcome);
  return (
    <section ref={said} class="stack-tight" aria-label={t("popup_sign")}>
      <Button onClick={() => void sign()}>{t("popup_sign")}</Button>
      {outcome ? (
        <Notice kind="warning" announced>
          <p>{t(outcome === "no-form" ? "popup_sign_no_form" : "popup_sign_not_allowed")}</p>
        </Notice>
      ) : null}
      {outcome === "not-allowed" ? <Button onClick={onSettings}>{t("popup_sign_settings")}</Button> : null}
    </section>
  );
}

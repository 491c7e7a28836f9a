import { useTexts } from "../i18n/texts.tsx";
import { chooseReader } from "../platform/readerChooser.ts";
import { Button } from "../ui/Button.tsx";
import { deviceName } from "../ui/readerNames.ts";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PortalLink } from "./PortalLink.tsx";
import type { Cards } from "./useCards.ts";

const steps = [1, 2, 3, 4] as const;
/** What the home page has besides the card. */
const more = ["documents", "data", "sign"] as const;

/** First run, in four short steps; the second and third show at once whether they worked. */
export function Welcome({ cards }: { readonly cards: Cards }) {
  const { t } = useTexts();
  const add = (): void => void chooseReader().then((chosen) => (chosen ? cards.refresh() : undefined));
  const reader = cards.readers?.find((one) => one.refusal === null);
  const refused = reader ? undefined : cards.readers?.find((one) => one.refusal !== null);
  return (
    <section class="stack" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{t("home_welcome")}</h2>
      <p>{t("home_welcome_lead")}</p>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step} class="card stack-tight">
            <span class="step-number">{t("home_step_number", { COUNT: step })}</span>
            <h3>{t(`home_step${step}`)}</h3>
            <p>{t(`home_step${step}_text`)}</p>
            {step === 2 && reader ? <Ready text={deviceName(reader)} /> : null}
            {step === 2 && refused ? <FailureNotice code={refused.refusal ?? "INTERNAL"} name={refused.name} /> : null}
            {step === 2 && !reader ? (
              <div class="row">
                <Button kind="primary" onClick={add}>
                  {t("common_add_reader")}
                </Button>
              </div>
            ) : null}
            {step === 3 && cards.card?.view ? <Ready text={cards.card.view.holder.name} /> : null}
            {step === 3 && cards.card?.error ? <FailureNotice code={cards.card.error.code} /> : null}
            {step === 4 ? (
              <PortalLink />
            ) : null}
          </li>
        ))}
      </ol>
      <h3>{t("home_more")}</h3>
      <ul class="more stack-tight">
        {more.map((section) => (
          <li key={section}>
            <a href={`#${section}`}>{t(`home_nav_${section}`)}</a>: {t(`home_more_${section}`)}
          </li>
        ))}
        <li>{t("home_more_portal")}</li>
      </ul>
    </section>
  );
}

function Ready({ text }: { readonly text: string }) {
  return (
    <Notice kind="success" announced>
      <p>{text}</p>
    </Notice>
  );
}

import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { HeldStep } from "./stepDraft.ts";

interface HeldStepsProps {
  readonly held: readonly HeldStep[];
  readonly onThrowAway: (kind: HeldStep["kind"]) => void;
}

/** What was typed for steps that are not offered now: it can be read and copied, and waits for its step. See: [Note: words of a step that is gone]. */
export function HeldSteps({ held, onThrowAway }: HeldStepsProps) {
  const { t } = useTexts();
  return (
    <>
      {held.map(({ kind, words }) => (
        <Notice key={kind} kind="information" announced>
          <p>{t("data_held", { STEP: t(`data_step_${kind}`) })}</p>
          {words.map((one) => (
            <p key={one} class="data-quote">
              {one}
            </p>
          ))}
          <p class="row no-print">
            <Button label={`${t("data_begun_away")}: ${t(`data_step_${kind}`)}`} onClick={() => onThrowAway(kind)}>
              {t("data_begun_away")}
            </Button>
          </p>
        </Notice>
      ))}
    </>
  );
}

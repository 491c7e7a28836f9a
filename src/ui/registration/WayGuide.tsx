import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/useTexts.ts";
import { advise, type AtHand, type Way, ways } from "../../registration/advise.ts";

const things = ["card", "reader", "camera"] as const;
const brought = [1, 2] as const;
const steps = [1, 2, 3, 4] as const;

interface WayGuideProps {
  /** What needs no tick: it was seen. */
  readonly known?: Partial<AtHand>;
  /** Of its own headings. */
  readonly heading: "h2" | "h3";
}

/** What is at hand, which way suits, what to bring and what happens. Nothing of it is kept. */
export function WayGuide({ known = {}, heading: Heading }: WayGuideProps) {
  const { t } = useTexts();
  const [ticked, setTicked] = useState<Partial<AtHand>>({});
  const [looked, setLooked] = useState<Way | null>(null);
  const atHand: AtHand = { card: false, reader: false, camera: false, ...known, ...ticked };
  const advice = advise(atHand);
  const shown = looked ?? advice.best;
  return (
    <div class="stack">
      <fieldset class="stack-tight way-things">
        <legend>{t("reg_have")}</legend>
        {things.map((one) => (
          <label key={one} class="tick">
            <input
              type="checkbox"
              checked={atHand[one]}
              onChange={(event) => {
                setTicked({ ...ticked, [one]: event.currentTarget.checked });
                setLooked(null);
              }}
            />
            <span>{t(`reg_have_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div class="stack-tight" role="status">
        <p>
          <b>{t(`reg_best_${advice.best}`)}</b>
        </p>
        {advice.readerMissing ? <p>{t("reg_reader_missing")}</p> : null}
        {advice.withoutSigning ? <p class="soft">{t("reg_without_signing")}</p> : null}
      </div>
      <div class="row" role="group" aria-label={t("reg_ways")}>
        {ways.map((one) => (
          <button key={one} type="button" class="way" aria-pressed={shown === one} onClick={() => setLooked(one)}>
            {t(`reg_way_${one}`)}
          </button>
        ))}
      </div>
      <div class="stack-tight">
        <Heading>{t("reg_bring")}</Heading>
        <ul class="way-steps">
          {brought.map((one) => (
            <li key={one}>{t(`reg_bring_${shown}_${one}`)}</li>
          ))}
        </ul>
        <Heading>{t("reg_steps")}</Heading>
        <ol class="way-steps">
          {steps.map((step) => (
            <li key={step}>{t(`reg_step_${shown}_${step}`)}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

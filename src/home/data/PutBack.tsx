import type { ComponentChildren } from "preact";
import type { DataRecord, Organisation } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { comingBack, namesake, type Removal } from "./removed.ts";
import { useBackWords } from "./useBackWords.ts";

export interface PutBackProps {
  readonly removal: Removal;
  readonly all: readonly Removal[];
  /** On record, by id. */
  readonly there: { readonly has: (id: string) => boolean };
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** @returns whether it is on record again; if not, why is said elsewhere */
  readonly onPutBack: (records: readonly DataRecord[]) => Promise<boolean>;
  /** What else can be done here; left out: this is one of several. */
  readonly children?: ComponentChildren;
}

/** What one removal brings back is said before the button that does it. */
export function PutBack({ removal, all, there, organisations, onPutBack, children }: PutBackProps) {
  const { t, language } = useTexts();
  const { nameOf, whatOf } = useBackWords();
  const { busy, once } = useOnce();
  const coming = comingBack(removal, all, there);
  const left = removal.records.filter(({ id }) => there.has(id)).length;
  const twin = namesake(coming, organisations.values());
  return (
    <>
      <p class={children ? undefined : "soft"}>
        {t("data_back_what", { WHAT: whatOf(coming) })} {left > 0 ? t("data_back_there", { COUNT: left }) : ""}
      </p>
      {twin ? <p>{t("data_back_twin", { NAME: language === "en" ? (twin.nameEn ?? twin.name) : twin.name })}</p> : null}
      <div class="row">
        <Button disabled={busy} label={`${t("data_put_back")}: ${nameOf(removal.records)}`} onClick={() => once(() => onPutBack(coming))}>
          {t("data_put_back")}
        </Button>
        {children}
      </div>
    </>
  );
}

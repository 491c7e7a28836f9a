import { georgianInstant } from "../../consent/calendar/day.ts";
import type { Joined } from "../../consent/record/joined.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";

/** The records that were made one with this one, each with the way back: folded, since hardly anybody wants it. */
export function JoinedList({ joined, onTakeApart }: { readonly joined: readonly Joined[]; readonly onTakeApart: (one: Joined) => Promise<boolean> }) {
  const { t, language } = useTexts();
  const { busy, once } = useOnce();
  if (joined.length === 0) return null;
  return (
    <details class="no-print">
      <summary>{t("data_same_joined")}</summary>
      <div class="stack data-inner">
        <p class="soft">{t("data_same_apart_about")}</p>
        <ul class="plain-list">
          {joined.map((one) => {
            const name = organisationName(one.gone, language);
            return (
              <li key={one.gone.id} class="row spread">
                <span>
                  {name} <span class="soft">{georgianInstant(one.after.updatedAt)}</span>
                </span>
                <Button disabled={busy} label={`${t("data_same_apart")}: ${name}`} onClick={() => once(() => onTakeApart(one))}>
                  {t("data_same_apart")}
                </Button>
              </li>
            );
          })}
        </ul>
      </div>
    </details>
  );
}

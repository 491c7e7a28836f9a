import { georgianInstant } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";

interface JoinedListProps {
  readonly title: string;
  /** Each that became part of this one: its id, its name, and when, as an ISO instant. */
  readonly joined: readonly { readonly id: string; readonly name: string; readonly at: string }[];
  readonly onTakeApart: (id: string) => Promise<unknown>;
}

/** The records that were made one with this one, each with the way back: folded, since hardly anybody wants it. */
export function JoinedList({ title, joined, onTakeApart }: JoinedListProps) {
  const { t } = useTexts();
  const { busy, once } = useOnce();
  if (joined.length === 0) return null;
  return (
    <details class="no-print">
      <summary>{title}</summary>
      <div class="stack data-inner">
        <p class="soft">{t("data_same_apart_about")}</p>
        <ul class="plain-list">
          {joined.map(({ id, name, at }) => (
            <li key={id} class="row spread">
              <span>
                {name} <span class="soft">{georgianInstant(at)}</span>
              </span>
              <Button disabled={busy} label={`${t("data_same_apart")}: ${name}`} onClick={() => once(() => onTakeApart(id))}>
                {t("data_same_apart")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

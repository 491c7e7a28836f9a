import { georgianInstant } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";

/** One that became part of another. */
interface Part {
  readonly gone: { readonly id: string };
  /** The one that stayed, as it was then. */
  readonly after: { readonly updatedAt: string };
}

interface JoinedListProps<T extends Part> {
  readonly title: string;
  readonly joined: readonly T[];
  readonly nameOf: (one: T) => string;
  readonly onTakeApart: (one: T) => Promise<unknown>;
}

/** The records that were made one with this one, each with the way back: folded, since hardly anybody wants it. */
export function JoinedList<T extends Part>({ title, joined, nameOf, onTakeApart }: JoinedListProps<T>) {
  const { t } = useTexts();
  const { busy, once } = useOnce();
  if (joined.length === 0) return null;
  return (
    <details class="no-print">
      <summary>{title}</summary>
      <div class="stack data-inner">
        <p class="soft">{t("data_same_apart_about")}</p>
        <ul class="plain-list">
          {joined.map((one) => (
            <li key={one.gone.id} class="row spread">
              <span>
                {nameOf(one)} <span class="soft">{georgianInstant(one.after.updatedAt)}</span>
              </span>
              <Button disabled={busy} label={`${t("data_same_apart")}: ${nameOf(one)}`} onClick={() => once(() => onTakeApart(one))}>
                {t("data_same_apart")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

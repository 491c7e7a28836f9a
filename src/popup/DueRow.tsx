import { useEffect, useState } from "preact/hooks";
import { dayInTbilisi, georgianDate } from "../consent/calendar/day.ts";
import { useTexts } from "../i18n/texts.tsx";
import { collectDue, dueCollections } from "../personal/collectDue.ts";
import { type Due, homePlaceOf, keyed } from "../personal/due.ts";
import { Button } from "../ui/Button.tsx";
import type { PopupVault } from "./useVault.ts";

const most = 4;

/** What waits for the person; of a locked vault only how many days have come, for that lies outside it. */
export function DueRow({ vault: { client, state }, onOpen }: { readonly vault: PopupVault; readonly onOpen: (section: string) => void }) {
  const { t, language } = useTexts();
  const [due, setDue] = useState<readonly Due[] | null>(null);
  const [whole, setWhole] = useState(false);
  const [come, setCome] = useState(0);
  const kind = state?.kind ?? null;
  useEffect(() => {
    if (kind === "locked") {
      const today = dayInTbilisi(Date.now());
      client.reminders.list().then((all) => setCome(all.filter(({ day }) => day <= today).length), () => undefined);
    }
    if (kind !== "unlocked") return setDue(null);
    const load = (): void => void collectDue(client, language).then(setDue, () => undefined);
    load();
    return client.onEvent((event) => {
      if (event.kind === "changed" && dueCollections.includes(event.collection)) load();
    });
  }, [client, kind, language]);
  if (kind === "locked") {
    return come === 0 ? null : (
      <section class="popup-row" aria-labelledby="popup-due">
        <h2 id="popup-due">{t("own_due")}</h2>
        <p>{t("popup_due_locked", { COUNT: come })}</p>
      </section>
    );
  }
  if (!due) return null;
  const shown = due.slice(0, whole ? due.length : most);
  return (
    <section class="popup-row" aria-labelledby="popup-due">
      <h2 id="popup-due">{t("own_due")}</h2>
      {due.length === 0 ? (
        <p class="soft">{t("own_due_none")}</p>
      ) : (
        <ul class="popup-links">
          {keyed(shown).map(([key, one]) => (
            <li key={key}>
              <DueLink due={one} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {due.length > shown.length ? (
        <Button kind="plain" onClick={() => setWhole(true)}>
          {t("own_due_more", { COUNT: due.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

function DueLink({ due, onOpen }: { readonly due: Due; readonly onOpen: (section: string) => void }) {
  const { t } = useTexts();
  const section = homePlaceOf(due);
  const said = t("over" in due && due.over ? `own_due_${due.kind}_over` : `own_due_${due.kind}`, { DATE: georgianDate(due.day) });
  const text = (
    <>
      {said}
      {"name" in due ? <span class="popup-mark"> {due.name}</span> : null}
    </>
  );
  if (section === null) {
    return (
      <a href={"url" in due ? due.url : "#"} target="_blank" rel="noreferrer">
        {text}
      </a>
    );
  }
  return (
    <a
      href={`#${section}`}
      onClick={(event) => {
        event.preventDefault();
        onOpen(section);
      }}
    >
      {text}
    </a>
  );
}

import { useState } from "preact/hooks";
import { georgianDate } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { type Due, homePlaceOf, keyed } from "../../personal/due.ts";
import { homePage } from "../../platform/pages.ts";
import { extensionUrl, sendMessage } from "../../platform/runtime.ts";
import { showPage } from "../../platform/tabs.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { useDue } from "./useDue.ts";

const mostShown = 8;

/** What waits for the person, and the way to each. */
export function DueList() {
  const { t } = useTexts();
  const due = useDue();
  const [whole, setWhole] = useState(false);
  const shown = due?.slice(0, whole ? due.length : mostShown) ?? [];
  return (
    <section class="stack-tight" aria-labelledby="due">
      <h2 id="due">{t("own_due")}</h2>
      {due === null ? <Busy>{t("form_loading")}</Busy> : null}
      {due?.length === 0 ? <p class="soft">{t("own_due_none")}</p> : null}
      {due && due.length > 0 ? (
        <ul class="service-list">
          {keyed(shown).map(([key, one]) => (
            <li key={key} class={"over" in one && one.over ? "entry entry-over" : "entry"}>
              <p>
                <b>{t("over" in one && one.over ? `own_due_${one.kind}_over` : `own_due_${one.kind}`, { DATE: georgianDate(one.day) })}</b>
              </p>
              {"name" in one ? <p>{one.name}</p> : null}
              <div class="row">
                <Button kind="plain" label={`${t(`own_due_go_${one.kind}`)}${"name" in one ? `: ${one.name}` : ""}`} onClick={() => follow(one)}>
                  {t(`own_due_go_${one.kind}`)}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {due && due.length > shown.length ? (
        <div class="row">
          <Button kind="plain" onClick={() => setWhole(true)}>
            {t("own_due_more", { COUNT: due.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function follow(due: Due): void {
  // The portal's own pages are the business of the tab around; ours open in their own.
  if ("url" in due) void sendMessage({ kind: "frame/go", url: due.url });
  else void showPage(`${extensionUrl(homePage)}#${homePlaceOf(due)}`);
}

import { dayInTbilisi, georgianDate } from "../consent/calendar/day.ts";
import { useTexts } from "../i18n/texts.tsx";
import type { CardEnds } from "../personal/cardEnds.ts";
import { endingOfCard } from "../personal/due.ts";
import { Notice } from "../ui/Notice.tsx";

/** That the card, or one of its two certificates, is about to end: without it there is no login and no signature, and a new one takes weeks. */
export function CardEndNotice({ ends }: { readonly ends: CardEnds }) {
  const { t } = useTexts();
  const due = endingOfCard(ends, dayInTbilisi(Date.now()));
  if (due.length === 0) return null;
  return (
    <Notice kind="warning">
      {due.map(({ kind, day, over }) => (
        <p key={kind}>
          <b>{t(over ? `own_due_${kind}_over` : `own_due_${kind}`, { DATE: georgianDate(day) })}</b>
        </p>
      ))}
      <p>{t("home_card_ends")}</p>
    </Notice>
  );
}

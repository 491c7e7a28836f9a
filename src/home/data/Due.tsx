import { useEffect } from "preact/hooks";
import { nameOf } from "../../consent/view/reminders.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { type CardEnds, endsIn } from "../../personal/cardEnds.ts";
import { Busy } from "../../ui/Busy.tsx";
import type { Book } from "./book.ts";

interface DueProps {
  readonly book: Book;
  readonly cardEnds: CardEnds | null;
  readonly reminderId: string;
}

/** Leads from a reminder to what it is about, now that the vault is open; what is no longer there, to all requests. */
export function Due({ book, cardEnds, reminderId }: DueProps) {
  const { t } = useTexts();
  useEffect(() => location.replace(`#${placeOf(book, cardEnds, reminderId)}`), [book, cardEnds, reminderId]);
  return <Busy>{t("data_opening")}</Busy>;
}

function placeOf({ ledger }: Book, ends: CardEnds | null, reminderId: string): string {
  if (ends && endsIn(ends).some((one) => one.reminderId === reminderId)) return "card";
  const request = ledger.requests.find(({ id }) => nameOf(id) === reminderId);
  if (request) return `data/request/${request.id}`;
  const holding = ledger.holdings.find(({ id }) => nameOf(id) === reminderId);
  return `data/${holding ? `organisation/${holding.organisationId}` : "requests"}`;
}

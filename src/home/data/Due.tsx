import { useEffect } from "preact/hooks";
import { nameOf } from "../../consent/view/reminders.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import type { Book } from "./book.ts";

/** Leads from a reminder to what it is about, now that the vault is open; what is no longer there, to all requests. */
export function Due({ book, reminderId }: { readonly book: Book; readonly reminderId: string }) {
  const { t } = useTexts();
  useEffect(() => location.replace(`#data/${placeOf(book, reminderId)}`), [book, reminderId]);
  return <Busy>{t("data_opening")}</Busy>;
}

function placeOf({ ledger }: Book, reminderId: string): string {
  const request = ledger.requests.find(({ id }) => nameOf(id) === reminderId);
  if (request) return `request/${request.id}`;
  const holding = ledger.holdings.find(({ id }) => nameOf(id) === reminderId);
  return holding ? `organisation/${holding.organisationId}` : "requests";
}

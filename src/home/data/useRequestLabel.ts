import { dayFromIso, dayInTbilisi, georgianDate } from "../../consent/calendar/day.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { Book } from "./book.ts";

/** What a request is called where one of several is chosen: its kind, on which day it left (or was begun), to whom, its number. */
export function useRequestLabel({ ledger }: Pick<Book, "ledger">): (request: DataRequest) => string {
  const { t, language } = useTexts();
  return (request) => {
    const organisation = ledger.organisations.get(request.organisationId);
    const sent = request.events.findLast(({ type }) => type === "sent");
    const day = (sent ? dayFromIso(sent.on) : null) ?? dayInTbilisi(Date.parse(request.createdAt));
    return [t(`data_kind_${kindWord(request)}`), georgianDate(day), organisation ? organisationName(organisation, language) : "", request.reference].filter(Boolean).join(" · ");
  };
}

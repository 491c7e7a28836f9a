import { georgianIso } from "../../consent/calendar/day.ts";
import { addresseeName } from "../../consent/letters/bodies.ts";
import type { RequestEvent } from "../../consent/request/event.ts";
import type { Texts } from "../../i18n/texts.tsx";

const dateOf = (iso: string | null): string => georgianIso(iso ?? "");

/** What is known of an event beyond its name and day; empty: nothing. */
export function eventDetail(event: RequestEvent, { t, language }: Pick<Texts, "t" | "language">): string {
  const parts = (...all: readonly (string | null)[]): string => all.filter((one) => one !== null && one.trim() !== "").join(" · ");
  switch (event.type) {
    case "sent":
      return parts(t(`data_channel_${event.channel}`), event.number);
    case "received":
      return t(`data_proof_${event.proof}`);
    case "askedMore":
      return event.what;
    case "partly":
      return parts(event.missing, event.isAll === true ? t("data_part_was_all") : null);
    case "contested":
      return event.why;
    case "deferred":
      return parts(event.notice.reason, dateOf(event.notice.until));
    case "refused":
      return parts(event.notice.reason, event.notice.legalGround);
    case "feeAsked":
      return parts(event.amount, event.ground);
    case "complained":
      return addresseeName(event.addressee, language);
    case "decided":
    case "judged":
      return t(`data_outcome_${event.outcome}`);
    case "sued":
      return event.court;
    case "signed":
    case "returned":
    case "promised":
    case "gaveMore":
    case "satisfied":
    case "silent":
    case "reminded":
    case "objected":
    case "closed":
    case "reopened":
      return "";
  }
}

// What a request's page says of days that are nobody's answer: a complaint's own, a letter of which nobody says whether it came, silence about
// public information, a deferral that moves nothing; and a receipt that can't be.
import type { Page } from "puppeteer";
import { dayInTbilisi, georgianDate, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { RequestKind } from "../../../src/consent/law/requestKind.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { situationOf, type Situation } from "../../../src/consent/request/situation.ts";
import { happened, organisationOf, requestOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { call } from "./vault.ts";

const [organisationId, requestId] = ["7f0b1c2d-0000-4000-8000-0000000000e1", "7f0b1c2d-0000-4000-8000-0000000000e2"] as const;

export async function clocksAreShown(page: Page): Promise<void> {
  const today = dayInTbilisi(Date.now());
  const ago = (days: number): string => isoOf(today - days);
  const put = async (kind: RequestKind, ...events: readonly RequestEvent[]): Promise<Situation> => {
    const request = { ...requestOf(kind, "self", events), id: requestId, organisationId };
    await call(page, "records", "commit", [{ collection: "requests", id: requestId, value: request }]);
    return situationOf(request, { statutes, policies: [], calendar: workCalendar() }, today);
  };
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, value: organisationOf({ id: organisationId, name: "ქალაქის საკრებულო", sector: "public" }) }]);
  const complained = (days: number) => put("access", happened("sent", ago(days + 20)), happened("refused", ago(days + 9)), happened("complained", ago(days), { addressee: "რეგიონის მინისტრი", to: "higherBody" }));
  const { decideBy } = await complained(5);
  await go(page, `#data/request/${requestId}`);
  await shows(page, text("data_decide_by", { DATE: georgianDate(decideBy?.day ?? 0) }));
  await shows(page, "მუხლი 183");
  await lookAround(page, "complaint-clock");
  const late = await complained(60);
  await shows(page, text("data_decide_passed", { DATE: georgianDate(late.decideBy?.day ?? 0) }));

  const { unprovedFrom } = await put("access", happened("sent", ago(40)), happened("reminded", ago(30)));
  await shows(page, text("data_unproved_text", { DATE: georgianDate(unprovedFrom ?? 0) }));
  await lookAround(page, "unproved");
  await press(page, "data_step_complain");
  await page.waitForFunction((words) => document.querySelector("textarea")?.value.includes(words), {}, `დადასტურება ვითხოვე (${georgianDate(today - 30)})`);
  await press(page, "common_cancel");

  const silent = await put("publicInformation", happened("sent", ago(40)), happened("received", ago(30)));
  await shows(page, text("data_silence_until", { DATE: georgianDate(silent.fileBy ?? 0) }));
  await lookAround(page, "silence");

  await put("stopMarketing", happened("sent", ago(4)), happened("received", ago(4)), happened("deferred", ago(2)));
  await shows(page, text("data_deferral_unmoved"));

  // The form's own day is today, and nobody answered on another before the letter came.
  await put("access", happened("sent", ago(9)), happened("promised", ago(5)));
  await press(page, "data_step_enterReceipt");
  await press(page, "data_enter_received");
  await shows(page, text("data_refused_afterTheAnswer"));
  await press(page, "common_cancel");
  await call(page, "records", "commit", [{ collection: "requests", id: requestId, remove: true }, { collection: "organisations", id: organisationId, remove: true }]);
}

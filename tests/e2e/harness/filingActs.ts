// By when a refusal can be complained of, where a person sees it; and a mail's draft that has no room for its letter.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { addMonths, type Day, dayInTbilisi, georgianDate, isoOf } from "../../../src/consent/calendar/day.ts";
import { happened, organisationOf, requestOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { call } from "./vault.ts";

const [organisationId, informationId, accessId] = ["7f0b1c2d-0000-4000-8000-0000000000f1", "7f0b1c2d-0000-4000-8000-0000000000f2", "7f0b1c2d-0000-4000-8000-0000000000f3"] as const;
const until = (day: Day): string => text("data_matter_until", { DATE: georgianDate(addMonths(day, 1)), FROM: georgianDate(day) });
const everything = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Public information that was refused a while ago, and long ago; and personal data, of which the body above is one way of several. */
export async function refusalsEnd(page: Page): Promise<void> {
  const today = dayInTbilisi(Date.now());
  const put = (kind: "access" | "publicInformation", id: string, refused: Day): Promise<unknown> =>
    call(page, "records", "commit", [{ collection: "requests", id, value: { ...requestOf(kind, "self", [happened("sent", isoOf(refused - 8)), happened("refused", isoOf(refused))]), id, organisationId } }]);
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, value: organisationOf({ id: organisationId, name: "ქალაქის საკრებულო", sector: "public", email: "info@sakrebulo.example.ge" }) }]);
  await put("publicInformation", informationId, today - 5);
  await go(page, `#data/request/${informationId}`);
  await shows(page, until(today - 5));
  expect(await everything(page)).not.toContain(text("data_matter_passed"));
  await lookAround(page, "filing");
  // The letter to the organisation itself goes by mail as well, and has no room in an address.
  await press(page, "data_step_contest");
  await shows(page, text("data_mail_paste"));
  await lookAround(page, "contest");
  await press(page, "common_cancel");
  await put("publicInformation", informationId, today - 40);
  await shows(page, text("data_matter_passed"));
  await buttonsStandRight(page, today);
  await put("access", accessId, today - 5);
  await go(page, `#data/request/${accessId}`);
  await press(page, "data_step_complain");
  await page.waitForSelector(".data-letter textarea");
  expect(await everything(page)).not.toContain(until(today - 5));
  await press(page, "data_to_higherBody");
  await shows(page, until(today - 5));
  await press(page, "common_cancel");
  await call(page, "records", "commit", [informationId, accessId].map((id) => ({ collection: "requests", id, remove: true })));
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, remove: true }]);
}

/** A line of what happened that is longer than its card is wide goes on under itself: its buttons stay beside it, as the others' do. */
async function buttonsStandRight(page: Page, today: Day): Promise<void> {
  const events = [happened("sent", isoOf(today - 9)), happened("askedMore", isoOf(today - 8), { what: "პირადობის მოწმობის ასლი და განცხადება იმის თაობაზე, თუ რომელი წლების მონაცემებია საჭირო ".repeat(2).trim() })];
  await call(page, "records", "commit", [{ collection: "requests", id: accessId, value: { ...requestOf("access", "self", events), id: accessId, organisationId } }]);
  await go(page, `#data/request/${accessId}`);
  await shows(page, "რომელი წლების");
  await page.setViewport({ width: 1440, height: 900 });
  const ends = await page.$$eval(".data-said", (all) => all.map((one) => Math.round([...(one.parentElement?.querySelectorAll("button") ?? [])].at(-1)?.getBoundingClientRect().right ?? 0)));
  await page.setViewport(null);
  expect([ends.length, new Set(ends).size]).toEqual([2, 1]);
}

// A service that was started on the portal is reminded of without the home page.
import { expect, it } from "vitest";
import { keepStart, settleStarts } from "../../../src/frame/keeper/consentKeeper.ts";
import { dayInTbilisi } from "../../../src/consent/calendar/day.ts";
import { World } from "../vault/world.ts";

const sheet = { service: "ჯანმრთელობის სწავლება", url: "https://www.my.gov.ge/services/x", provider: "სდა", category: 3, paragraphs: ["მუშავდება: სახელი.", "მიზანი: სწავლება.", "შენახვის ვადა: 2 წელი."] };
const words = { unknownProvider: "უცნობი", agency: "სააგენტო", agencyPurpose: "ადმინისტრირება", withdrawal: "მოთხოვნით" };
const year = 365.25 * 86_400_000;

it("says a service how long it keeps, its last day is among the reminders, renewed with it, and settled with what was sealed", async () => {
  const world = await World.make();
  await world.created();
  const now = Date.now();
  expect(await keepStart(world.service, sheet, words, now - year)).toBe("stored");
  const [first, ...others] = await world.service.reminders.list();
  expect(others).toEqual([]);
  const [holding] = (await world.service.records.list("consents")).filter(({ value }) => (value as { type: string }).type === "holding");
  expect(first?.reminderId).toBe(holding?.id.replaceAll("-", ""));
  const today = dayInTbilisi(now);
  expect((first?.day ?? 0) - today).toBeGreaterThan(300);
  // Without a word of how long, there is nothing to remind of.
  expect(await keepStart(world.service, { ...sheet, provider: "სხვა", paragraphs: sheet.paragraphs.slice(0, 2) }, words, now)).toBe("stored");
  expect(await world.service.reminders.list()).toHaveLength(1);
  await world.service.lock.lock();
  world.start();
  expect(await keepStart(world.service, { ...sheet, service: "სხვა სერვისი" }, words, now)).toBe("sealed");
  expect(await world.service.reminders.list()).toHaveLength(1);
  await world.reopened();
  await settleStarts(world.service, words);
  expect(await world.service.reminders.list()).toHaveLength(2);
});

// A service that was started on the portal, in the vault.
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { keepStart, settleStarts } from "../../../src/frame/keeper/consentKeeper.ts";
import { dayInTbilisi, isoOf } from "../../../src/consent/calendar/day.ts";
import { World } from "../vault/world.ts";

const sheet = { service: "ჯანმრთელობის სწავლება", url: "https://www.my.gov.ge/services/x", provider: "სდა", category: 3, paragraphs: ["მუშავდება: სახელი.", "მიზანი: სწავლება.", "შენახვის ვადა: 2 წელი."] };
const words = { unknownProvider: "უცნობი", agency: "სააგენტო", agencyPurpose: "ადმინისტრირება", withdrawal: "მოთხოვნით" };
const typeOf = (value: unknown): unknown => (value as { type?: unknown }).type;
const year = 365.25 * 86_400_000;

it("says a service how long it keeps, its last day is among the reminders, renewed with it, and settled with what was sealed", async () => {
  const world = await World.make();
  await world.created();
  const now = Date.now();
  expect(await keepStart(world.service, sheet, words, now - year)).toBe("stored");
  const [first, ...others] = await world.service.reminders.list();
  expect(others).toEqual([]);
  const [holding] = (await world.service.records.list("consents")).filter(({ value }) => typeOf(value) === "holding");
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

it("the hash is of the words that are kept, of a page that is longer, too", async () => {
  const world = await World.make();
  await world.created();
  await keepStart(world.service, { ...sheet, paragraphs: Array.from({ length: 30 }, (_, at) => `${at} ${"ქ".repeat(999)}`) }, words, Date.now());
  const [holding] = (await world.service.records.list("consents")).filter(({ value }) => typeOf(value) === "holding");
  const [evidence] = (holding?.value as { readonly evidence?: readonly { readonly quote: string; readonly sha256: string }[] } | undefined)?.evidence ?? [];
  if (!evidence) throw new Error("no evidence");
  const { quote, sha256 } = evidence;
  expect(quote).toHaveLength(20_000);
  expect(sha256).toBe(createHash("sha256").update(quote).digest("hex"));
});

it("what was sealed is settled in the order in which it happened, and not in that of its names", async () => {
  const world = await World.make();
  await world.created();
  await world.service.lock.lock();
  world.start();
  const now = Date.now();
  const starts = Array.from({ length: 6 }, (_, i) => now - (i + 1) * 86_400_000);
  for (const at of starts) expect(await keepStart(world.service, sheet, words, at)).toBe("sealed");
  await world.reopened();
  await settleStarts(world.service, words);
  const [holding] = (await world.service.records.list("consents")).filter(({ value }) => typeOf(value) === "holding");
  const [consent] = (await world.service.records.list("consents")).filter(({ value }) => typeOf(value) === "consent");
  expect(holding?.value).toMatchObject({ since: isoOf(dayInTbilisi(now - 6 * 86_400_000)) });
  const { events } = (consent?.value ?? {}) as { readonly events?: readonly { readonly state: string; readonly at: string }[] };
  expect(events?.map(({ state, at }) => [state, Date.parse(at)])).toEqual(starts.toReversed().map((at, i) => [i === 0 ? "given" : "renewed", at]));
});

it("a service whose organisation was made one with another meanwhile is renewed, and not begun a second time", async () => {
  const world = await World.make();
  await world.created();
  const { records } = world.service;
  const now = Date.now();
  await keepStart(world.service, sheet, words, now - 86_400_000);
  const [gone] = await records.list("organisations");
  if (!gone) throw new Error("no organisation");
  const stays = { ...(gone.value as object), id: crypto.randomUUID(), merged: [{ id: gone.id, at: new Date(now).toISOString(), otherwise: [] }] };
  // What is held still names the one that is gone: another computer wrote it.
  await records.commit([{ collection: "organisations", id: stays.id, value: stays }, { collection: "organisations", id: gone.id, remove: true }]);
  await keepStart(world.service, sheet, words, now);
  const all = (await records.list("consents")).map(({ value }) => value);
  expect(new Set(all.map(typeOf))).toEqual(new Set(["consent", "holding"]));
  expect(all).toHaveLength(2);
  for (const one of all) expect(one).toMatchObject({ organisationId: stays.id });
});

// An answer that came by post: pasted into the request's form, where its words fill in what came; and taken over into the record, with its event,
// and undone.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import type { Organisation } from "../../../src/consent/record/record.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { happened, requestOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { fill, go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

interface Room {
  readonly page: Page;
  readonly organisation: Organisation;
  readonly commit: (writes: readonly { readonly collection: string; readonly id: string; readonly value: unknown }[]) => Promise<void>;
}

const posted = (id: string, organisation: Organisation): DataRequest => ({ ...requestOf("access", "self", [happened("sent", "2026-10-12", { channel: "post" }), happened("received", "2026-10-14")]), id, organisationId: organisation.id });

const eventsOf = async (page: Page, id: string): Promise<DataRequest["events"]> => ((await call(page, "records", "get", "requests", id)) as { readonly value: DataRequest }).value.events;

const refusal = "კლინიკა „იმედი“\n№ 254\n09 ნოემბერი 2026\n\nთქვენი მოთხოვნა ვერ დაკმაყოფილდება, რადგან ჩანაწერი სხვა პაციენტებს აჩვენებს.\nუარი შეგიძლიათ გაასაჩივროთ სასამართლოში.\n\nდირექტორი\nნინო ვარშანიძე";

/** Into the request's own form: its words fill it in, go when they are changed, and are kept as a paper when they are recorded. */
export async function pastedLetterIsRead({ page, organisation, commit }: Room): Promise<void> {
  const asked = posted("7f0b1c2d-0000-4000-8000-00000000000b", organisation);
  await commit([{ collection: "requests", id: asked.id, value: asked }]);
  await go(page, `#data/request/${asked.id}`);
  await press(page, "data_step_enterAnswer");
  await press(page, "data_letter_read");
  const chosen = (): Promise<string | null> => page.evaluate(() => document.querySelector("input[name=answer]:checked")?.closest("label")?.textContent ?? null);
  const is = (wanted: string | null): Promise<void> => until(async () => (await chosen()) === wanted, `chosen is ${wanted}`);
  await fill(page, "data_letter_words", "გაცნობებთ, რომ თქვენი წერილი რეგისტრირებულია.");
  await press(page, "data_letter_fill");
  await shows(page, text("data_letter_nothing"));
  await is(null);
  await fill(page, "data_letter_words", refusal);
  await press(page, "data_letter_fill");
  await shows(page, text("data_answer_read"));
  await is(text("data_event_refused"));
  // To whom is said, within which time is not: that is left to the person.
  await shows(page, text("data_read_appeal_part", { WANTING: text("data_read_appeal_within") }));
  await lookAround(page, "letter-read");
  await fill(page, "data_letter_words", `${refusal}.`);
  await is(null);
  await press(page, "data_letter_fill");
  await is(text("data_event_refused"));
  await press(page, "data_enter_answer");
  await until(async () => (await eventsOf(page, asked.id)).some(({ type }) => type === "refused"), "the refusal is on record");
  const event = (await eventsOf(page, asked.id)).findLast(({ type }) => type === "refused");
  expect(event).toMatchObject({ notice: { official: "ნინო ვარშანიძე", sentOn: "2026-11-09", reason: expect.stringContaining("სხვა პაციენტებს"), explainsAppeal: null }, papers: [{ kind: "document", name: expect.stringMatching(/^პასუხი .*\.txt$/u) }] });
}

const listing = "კლინიკა „იმედი“\n20.10.2026\n\nთქვენ შესახებ დაცულია შემდეგი მონაცემები:\n• სისხლის ჯგუფი: II\n• ტელეფონის ნომერი\n\nდირექტორი\nნინო ვარშანიძე";

/** Without a way through the request: pasted, taken over, and the request that it answers has it as well; then all of it undone, and done again. */
export async function letterIsTakenOver({ page, organisation, commit }: Room): Promise<void> {
  const asked = posted("7f0b1c2d-0000-4000-8000-00000000000c", organisation);
  await commit([{ collection: "requests", id: asked.id, value: asked }]);
  await go(page, "#data/letter");
  await fill(page, "data_letter_words", listing);
  // As with every form: what was typed is there again.
  await go(page, "#data/requests");
  await until(async () => JSON.stringify(await call(page, "records", "list", "drafts")).includes("სისხლის ჯგუფი"), "the words are kept");
  await go(page, "#data/letter");
  await page.waitForFunction((words) => [...document.querySelectorAll("textarea")].some((one) => one.value === words), { timeout: 45_000, polling: 50 }, listing);
  await fill(page, "data_letter_came", "21.10.2026");
  await press(page, "data_go_on");
  await page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((one) => one.value === "სისხლის ჯგუფი\nტელეფონის ნომერი"), { timeout: 45_000, polling: 50 });
  await fill(page, "data_organisation_name", organisation.name);
  await page.waitForFunction((words) => [...document.querySelectorAll("label")].some((one) => one.textContent?.startsWith(words)), { timeout: 45_000, polling: 50 }, text("data_take_answers"));
  await page.select("select:has(option[value='7f0b1c2d-0000-4000-8000-00000000000c'])", asked.id);
  await lookAround(page, "letter-take");
  const heldFrom = async (): Promise<number> => JSON.stringify(await call(page, "records", "list", "consents")).split("სისხლის ჯგუფი\"").length - 1;
  await press(page, "data_take_yes");
  await shows(page, text("data_take_done_event"));
  expect((await eventsOf(page, asked.id)).at(-1)).toMatchObject({ type: "satisfied", on: "2026-10-21", papers: [{ kind: "document", name: "პასუხი 21.10.2026.txt" }] });
  await press(page, "data_take_undo");
  await until(async () => (await heldFrom()) === 0, "the record is gone");
  expect((await eventsOf(page, asked.id)).map(({ type }) => type)).toEqual(["sent", "received"]);
  await press(page, "data_take_yes");
  await shows(page, text("data_take_done_event"));
  expect(await heldFrom()).toBe(1);
  // The letter is evidence of both, once.
  await press(page, "data_take_show_request");
  await shows(page, text("data_phase_satisfied"));
  await press(page, "data_take");
  await shows(page, text("data_take_done"));
}

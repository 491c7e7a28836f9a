// A complaint about how an application was decided, from the answer that the portal gave.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { organisationOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { fill, go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";

type Commit = (writes: readonly { readonly collection: string; readonly id: string; readonly value: unknown }[]) => Promise<void>;

/** Under the administrative code, with its day and its time; then the person says that it is about their data after all. */
export async function complainedOfDecision(page: Page, commit: Commit): Promise<void> {
  const agency = organisationOf({ id: "7f0b1c2d-0000-4000-8000-000000000021", name: "სსიპ სასწავლო ბიურო", sector: "public" });
  const answer = { type: "answer", url: "https://www.my.gov.ge/answers/10", number: "REG-2026-10", title: "უარი", text: "განცხადება არ კმაყოფილდება.", sha256: "cd".repeat(32), savedAt: Date.UTC(2026, 9, 20, 8), files: [], missing: [], marks: { reasoned: false } };
  await commit([{ collection: "organisations", id: agency.id, value: agency }, { collection: "answers", id: "answer-10", value: answer }]);
  await go(page, "#data/answer/answer-10/complaint");
  await fill(page, "data_organisation_name", agency.name);
  await press(page, "data_go_on");
  await shows(page, text("data_matter_until", { DATE: "20.11.2026", FROM: "20.10.2026" }));
  await shows(page, text("data_matter_passed"));
  // The answer's own day; another is counted from as it is typed.
  expect(await page.evaluate((words) => ([...document.querySelectorAll("label")].find((one) => one.textContent?.trim().startsWith(words))?.control as HTMLInputElement | null)?.value, text("data_matter_known"))).toBe("20.10.2026");
  await fill(page, "data_matter_known", "20.11.2026");
  await shows(page, text("data_matter_until", { DATE: "20.12.2026", FROM: "20.11.2026" }));
  await fill(page, "data_matter_known", "20.10.2026");
  await shows(page, text("data_matter_passed"));
  // What is done to data is no ground of it.
  expect(await page.evaluate((words) => document.body.innerText.includes(words), text("data_causes"))).toBe(false);
  await fill(page, "data_person_name", "გელაშვილი ნინო დავითის ასული");
  await lookAround(page, "complaint-decision");
  await press(page, "data_to_letter");
  const letter = (...words: readonly string[]): Promise<unknown> => page.waitForFunction((all) => all.every((one) => (document.querySelector("textarea")?.value ?? "").includes(one)), { polling: 50 }, words);
  await letter("ადრესატი: ზემდგომი ადმინისტრაციული ორგანო", "ზოგადი ადმინისტრაციული კოდექსის მე-13 თავის საფუძველზე", agency.name, text("data_answer_not_reasoned"), "განხილვის ვადა: 1 თვე");
  expect(await page.$eval("textarea", (one) => one.value)).not.toContain("პერსონალურ");
  await press(page, "data_go_back");
  await press(page, "data_matter_data");
  await shows(page, text("data_causes"));
  await press(page, "data_to_letter");
  await letter("ადრესატი: სახელმწიფო აუდიტის სამსახური", "22-ე მუხლის საფუძველზე", text("data_answer_not_reasoned"));
  await press(page, "common_cancel");
}

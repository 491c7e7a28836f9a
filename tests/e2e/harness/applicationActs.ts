// The list of applications in the home page, from records as the portal's pages make them (applications.test.ts, answers.test.ts).
import type { Page } from "puppeteer";
import { expect } from "vitest";
import type { Answer } from "../../../src/forms/answer.ts";
import type { Application, Receipt } from "../../../src/forms/application.ts";
import { lookAround } from "./dataLook.ts";
import { go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

const day = 86_400_000;
const put = (page: Page, collection: string, id: string, value: unknown): Promise<unknown> => call(page, "records", "put", collection, id, value, null);

const application = (title: string, words: string, more: Partial<Application> = {}): Application => ({
  type: "application", state: "draft", identity: { formKey: `https://www.my.gov.ge/${title}`, url: "https://www.my.gov.ge/services/vaccination/apply", title },
  fields: [{ key: "reason", nth: 0, kind: "text", label: "განაცხადის საფუძველი", values: [words] }],
  attachments: [], createdAt: Date.now() - 3 * day, changedAt: Date.now() - 3 * day, sha256: null, from: null, ...more,
});
const receipt = (applicationId: string, number: string | null): Receipt => ({ type: "receipt", applicationId, number, at: Date.now() - 2 * day, url: "https://www.my.gov.ge/sent", title: "მიღებულია" });
const answer = (number: string, title: string, words: string): Answer => ({ type: "answer", url: "https://www.my.gov.ge/answers/1", number, title, text: words, sha256: "cd".repeat(32), savedAt: Date.now() - day, files: [], missing: [], marks: {} });

/** The entry whose heading is the title, as text. */
const entry = (page: Page, title: string): Promise<string> => page.$$eval("main .entry-list > li", (all, wanted) => all.find((one) => one.querySelector("b")?.textContent?.startsWith(wanted))?.textContent ?? "", title);

/** Nothing; then one of each state, with what was answered under it. The vault is open, and its page is at the list. */
export async function applicationsShown(page: Page): Promise<void> {
  await shows(page, text("form_sent_none"));
  await lookAround(page, "applications-none");
  const sending = { state: "sending", sha256: "ab".repeat(32) } as const;
  await put(page, "drafts", "d1", application("ცნობა ქონებაზე", "შავი სიტყვები"));
  await put(page, "drafts", "s1", application("აცრების ბარათი", "ბარათის ასლი", sending));
  await put(page, "drafts", "s1-receipt", receipt("s1", "REG-2026-77"));
  await put(page, "drafts", "s2", application("სოციალური დახმარება", "შეფასება", sending));
  await put(page, "drafts", "s2-receipt", receipt("s2", "REG-2026-78"));
  await put(page, "drafts", "s3", application("ჯარიმის გასაჩივრება", "არ ვეთანხმები", sending));
  await put(page, "answers", "a1", answer("REG-2026-77", "პასუხი ბარათზე", "ბარათი მზადაა."));
  await put(page, "answers", "a2", answer("REG-1999-1", "ძველი პასუხი", "დაკმაყოფილდა."));
  await shows(page, text("form_sent_number", { NUMBER: "REG-2026-77" }));
  await until(async () => (await entry(page, "აცრების ბარათი")).includes("პასუხი ბარათზე"), "the answer stands with its application");
  const states = [["აცრების ბარათი", "form_sent_answered"], ["სოციალური დახმარება", "form_sent_waiting"], ["ჯარიმის გასაჩივრება", "form_sent_unproved"]] as const;
  for (const [title, state] of states) await until(async () => (await entry(page, title)).includes(text(state)), `${title}: ${text(state)}`);
  expect(await entry(page, "სოციალური დახმარება")).not.toContain("პასუხი ბარათზე");
  // An answer whose application is not here stands by itself.
  await page.waitForSelector('::-p-xpath(//*[@aria-labelledby="apps-answers"][contains(., "ძველი პასუხი")])');
  await lookAround(page, "applications");
  // What the person says of the answer leads to a request about it.
  await page.$eval(`main [aria-label="პასუხი ბარათზე"] [role=group][aria-label="${text("form_answer_complete")}"] button:last-of-type`, (one) => (one as HTMLElement).click());
  await shows(page, text("form_answer_wanting"));
  await press(page, "form_answer_complain");
  await page.waitForFunction(() => location.hash === "#data/answer/a1/complaint", { polling: 50 });
  await page.evaluate(() => history.back());
  // A draft goes and comes back.
  await shows(page, "შავი სიტყვები");
  await press(page, "form_remove");
  await shows(page, text("form_removed"));
  await press(page, "form_undo");
  await shows(page, "შავი სიტყვები");
  // So does what was sent, and an answer.
  for (const [what, title, said] of [["form_sent_remove_of", "სოციალური დახმარება", "form_sent_removed"], ["form_answer_remove_of", "ძველი პასუხი", "form_answer_removed"]] as const) {
    const label = text(what, { TITLE: title });
    await page.locator(`[aria-label="${label}"]`).click();
    await shows(page, text(said));
    await until(async () => (await page.$(`[aria-label="${label}"]`)) === null, `${title} is gone`);
    if (said === "form_sent_removed") await lookAround(page, "applications-removed");
    await press(page, "form_undo");
    await page.waitForSelector(`[aria-label="${label}"]`);
  }
  await until(async () => (await entry(page, "სოციალური დახმარება")).includes(text("form_sent_waiting")), "its number is there again, too");
  // Also from where documents are.
  await go(page, "#documents");
  await press(page, "vault_applications");
  await shows(page, text("form_sent_number", { NUMBER: "REG-2026-78" }));
}

/** The vault does not answer: that is said, and tried again. */
export async function unreadApplications(page: Page): Promise<void> {
  await go(page, "#data/holdings");
  await page.waitForFunction(() => !document.body.innerText.includes("REG-2026-77"), { polling: 50 });
  await page.evaluate(() => {
    const { prototype } = MessagePort;
    // oxlint-disable-next-line typescript/unbound-method -- called with its port
    const real = prototype.postMessage;
    prototype.postMessage = function (this: MessagePort, ...message: [unknown, never]) {
      if (JSON.stringify(message[0]).includes('"drafts"')) throw new DOMException("broken", "DataCloneError");
      real.apply(this, message);
    };
    Object.assign(globalThis, { mend: () => (prototype.postMessage = real) });
  });
  await go(page, "#data/applications");
  await shows(page, text("data_apps_failed"));
  await lookAround(page, "applications-failed");
  await page.evaluate(() => void (globalThis as unknown as { mend: () => unknown }).mend());
  await press(page, "common_try_again");
  await shows(page, "REG-2026-77");
}

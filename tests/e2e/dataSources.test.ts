// What "who holds my data" takes from elsewhere and gives to others, in the shipped build with the real vault: grounds from the
// law's list, an answer that becomes a record, a controller's own deadlines by hand, who passes data on to whom, a file on paper.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownRules } from "../../src/consent/policy/ownRules.ts";
import { dayInTbilisi, georgianDate } from "../../src/consent/calendar/day.ts";
import { happened, holdingOf, organisationOf, requestOf } from "../unit/consent/build.ts";
import type { LaunchedBrowser } from "../virtual/browser/launch.ts";
import { judgeRoom } from "../virtual/signing/judge.ts";
import { complainedOfDecision } from "./harness/decisionActs.ts";
import { lookAround } from "./harness/dataLook.ts";
import { fill, go, letterOf, press } from "./harness/dataPage.ts";
import { letterIsTakenOver, pastedLetterIsRead } from "./harness/postedActs.ts";
import { downloadedBy, downloadFolder } from "./harness/download.ts";
import { shows } from "./harness/stage.ts";
import { type Key, text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call, connect, homeUrl, startBrowser, vaultPage } from "./harness/vault.ts";

const clinic = organisationOf({ id: "7f0b1c2d-0000-4000-8000-000000000001", name: "კლინიკა „იმედი“" });

const passphrase = "ლურჯი მთა და სამი წყარო";

describe("sources and uses of the record", () => {
  let started: LaunchedBrowser;
  let page: Page;
  const commit = async (writes: readonly { readonly collection: string; readonly id: string; readonly value: unknown }[]): Promise<void> => void (await call(page, "records", "commit", JSON.parse(JSON.stringify(writes))));
  beforeAll(async () => {
    started = await startBrowser();
    page = await vaultPage(started.browser, `${homeUrl}#data`);
    await page.bringToFront();
    await shows(page, text("data_no_vault"));
    await page.evaluate(async (words) => {
      const { vault } = globalThis as unknown as { vault: (...args: unknown[]) => Promise<unknown> };
      await vault("lock", "create", new TextEncoder().encode(words));
    }, passphrase);
    await commit([{ collection: "organisations", id: clinic.id, value: clinic }]);
  });
  afterAll(() => started.close());

  it("line 129: the grounds of an objection are a choice, and stand in its letter", async () => {
    await go(page, `#data/ask/objection/${clinic.id}`);
    await shows(page, text("data_causes"));
    await press(page, "data_cause_discrediting");
    await press(page, "data_cause_unlawful");
    await lookAround(page, "wizard-causes");
    await fill(page, "data_person_name", "გელაშვილი ნინო დავითის ასული");
    await press(page, "data_to_letter");
    const letter = await letterOf(page);
    // In the list's order, whichever was chosen first.
    expect(letter).toMatch(/– მონაცემები უკანონოდ მუშავდება;\n– მონაცემები ლახავს ჩემს პატივს, ღირსებას ან საქმიან რეპუტაციას\./);
    expect(letter).not.toContain("არასანდოა");
    // A chosen ground is one: the letter does not lack it.
    expect(await page.evaluate((words) => [...document.querySelectorAll("li")].some((one) => one.textContent === words), text("data_item_grounds"))).toBe(false);
    await press(page, "common_cancel");
  });

  it("an answer that lists what is held becomes a record in one act, with the answer as its evidence", async () => {
    const answer = { type: "answer", url: "https://www.my.gov.ge/answers/7", number: "REG-2026-5", title: "პასუხი თქვენს მოთხოვნაზე", text: "მოგახსენებთ, რომ თქვენ შესახებ ინახება შემდეგი მონაცემები მკურნალობის მიზნით:\n– სახელი და გვარი: ნინო გელაშვილი\n– დიაგნოზი", sha256: "cd".repeat(32), savedAt: Date.UTC(2026, 9, 20, 8), files: [], missing: [], marks: {} };
    const asked = { ...requestOf("access", "self", [happened("sent", "2026-10-05", { number: "REG-2026-5" }), happened("received", "2026-10-05")]), id: "7f0b1c2d-0000-4000-8000-000000000008", organisationId: clinic.id };
    await commit([{ collection: "answers", id: "answer-7", value: answer }, { collection: "requests", id: asked.id, value: asked }]);
    await go(page, "#data/applications");
    await press(page, "data_take");
    await shows(page, text("data_take_hint"));
    // The names of the data are proposed, what they say is not; whose answer it is, its number knows.
    await page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((one) => one.value === "სახელი და გვარი\nდიაგნოზი"), { timeout: 45_000, polling: 50 });
    await page.waitForFunction((words) => [...document.querySelectorAll("textarea")].some((one) => one.value === words), { timeout: 45_000, polling: 50 }, text("data_purpose_health"));
    await lookAround(page, "answer-take");
    await press(page, "data_take_yes");
    // In the same step its request has it as an event: else it would go on waiting.
    await shows(page, text("data_take_done_event"));
    const { value: answered } = (await call(page, "records", "get", "requests", asked.id)) as { readonly value: typeof asked };
    expect(answered.events.at(-1)).toMatchObject({ type: "satisfied", on: "2026-10-20", papers: [{ kind: "answer", id: "answer-7", sha256: answer.sha256 }] });
    await lookAround(page, "answer-taken");
    await press(page, "data_take_show");
    await shows(page, text("data_special_health"));
    const kept = (await call(page, "records", "list", "consents")) as readonly { readonly value: unknown }[];
    expect(kept.map(({ value }) => value)).toMatchObject([
      { type: "holding", organisationId: clinic.id, confidence: "document", data: [{ name: "სახელი და გვარი", special: null }, { name: "დიაგნოზი", special: "health" }], evidence: [{ kind: "letter", where: answer.url, sha256: answer.sha256, seenAt: "2026-10-20T08:00:00.000Z", quote: answer.text }] },
    ]);
    // Not twice: the answer is evidence of that record.
    await go(page, "#data/applications");
    await press(page, "data_take");
    await shows(page, text("data_take_done"));
    // It is offered where the answer is read, too: in its request.
    await go(page, `#data/request/${asked.id}`);
    await press(page, "data_take");
    await shows(page, text("data_take_done"));
  });

  it("a letter by post is read as the portal's answers are", async () => {
    await pastedLetterIsRead({ page, organisation: clinic, commit });
  });

  it("and taken over: record, event and paper in one act, undone in one", async () => {
    await letterIsTakenOver({ page, organisation: clinic, commit });
  });

  it("line 45: what was answered to a request for public information is complained of to the body above, and asked again as such", async () => {
    const ministry = organisationOf({ id: "7f0b1c2d-0000-4000-8000-000000000011", name: "სსიპ სასწავლო სააგენტო", sector: "public" });
    const asked = { ...requestOf("publicInformation", "self", [happened("sent", "2026-10-05", { number: "REG-2026-9" }), happened("received", "2026-10-05")]), id: "7f0b1c2d-0000-4000-8000-000000000012", organisationId: ministry.id, reference: "2026-9Q2M7K4" };
    const answer = { type: "answer", url: "https://www.my.gov.ge/answers/9", number: "REG-2026-9", title: "პასუხი", text: "ხელშეკრულების ასლი არ გაიცემა.", sha256: "ab".repeat(32), savedAt: Date.UTC(2026, 9, 20, 8), files: [], missing: [], marks: { complete: false } };
    await commit([{ collection: "organisations", id: ministry.id, value: ministry }, { collection: "requests", id: asked.id, value: asked }, { collection: "answers", id: "answer-9", value: answer }]);
    await go(page, "#data/answer/answer-9/access");
    await shows(page, text("data_kind_publicInformation"));
    await go(page, "#data/answer/answer-9/complaint");
    await shows(page, text("data_kind_complaint"));
    await fill(page, "data_person_name", "გელაშვილი ნინო დავითის ასული");
    await press(page, "data_to_letter");
    await page.waitForFunction((words) => words.every((one) => (document.querySelector("textarea")?.value ?? "").includes(one)), { polling: 50 }, ["ადრესატი: ზემდგომი ადმინისტრაციული ორგანო", "ზოგადი ადმინისტრაციული კოდექსის საფუძველზე", "2026-9Q2M7K4", text("data_answer_not_complete")]);
    // The supervisor of personal data is no choice.
    expect(await page.$$eval("[name=complain-to]", (all) => all.length)).toBe(2);
    await press(page, "data_to_otherBody");
    await fill(page, "data_complain_body", "საქართველოს სახალხო დამცველი");
    await page.waitForFunction(() => document.querySelector("textarea")?.value.startsWith("ადრესატი: საქართველოს სახალხო დამცველი"), { polling: 50 });
    // The person looks at the details once more: where it goes stays chosen.
    await press(page, "data_go_back");
    await press(page, "data_to_letter");
    await page.waitForFunction(() => document.querySelector("textarea")?.value.startsWith("ადრესატი: საქართველოს სახალხო დამცველი"), { polling: 50 });
    await press(page, "common_cancel");
  });

  it("what was answered to an application, and no request, is complained of under the administrative code; the person can say that it is about data", async () => {
    await complainedOfDecision(page, commit);
  });

  it("own deadlines: entered by hand with their day, mended, removed and put back; both dates stand in the request", async () => {
    const ruleDays = async (): Promise<readonly (string | null)[]> => {
      const { value } = (await call(page, "records", "get", "organisations", clinic.id)) as { readonly value: typeof clinic };
      return ownRules(value).map(({ from, limits }) => `${from} ${limits.map(({ count }) => count).join()}`);
    };
    await go(page, `#data/organisation/${clinic.id}`);
    await press(page, "data_own_rules_add");
    await press(page, "data_save");
    await shows(page, text("data_own_rules_wrong", { COUNT: 999 }));
    await fill(page, "data_policy_day", "01.02.2026");
    await fill(page, "data_own_rules_where", "https://imedi.example.ge/privacy");
    await fillIn(page, "data_stage_firstAnswer", "data_own_rules_count", "3");
    await lookAround(page, "own-rules-form");
    // Locked from elsewhere in the middle of it: what was typed is there again, as in every form.
    await relock(page);
    await shows(page, text("data_begin_anew"));
    const fields = (): Promise<string> => page.$$eval("[role=group] input", (all) => all.map((one) => one.value).join());
    await until(async () => (await fields()).startsWith("01.02.2026,https://imedi.example.ge/privacy,3,"), "the form is as it was");
    await press(page, "data_save");
    await shows(page, text("data_own_rules_text", { DATE: "01.02.2026" }));
    await press(page, "data_own_rules_add");
    await fill(page, "data_policy_day", "01.06.2026");
    await fillIn(page, "data_stage_fulfilment", "data_own_rules_count", "7");
    await press(page, "data_save");
    await shows(page, text("data_own_rules_until", { DATE: "01.06.2026" }));
    expect(await ruleDays()).toEqual(["2026-06-01 7", "2026-02-01 3"]);
    // The newest stands first: what is pressed is its own.
    await pressWithin(page, "own-rules-title", "data_edit");
    await fillIn(page, "data_stage_fulfilment", "data_own_rules_count", "8");
    await press(page, "data_save");
    await shows(page, text("data_own_rules_changed"));
    expect(await ruleDays()).toEqual(["2026-06-01 8", "2026-02-01 3"]);
    await press(page, "data_put_back");
    await until(async () => (await ruleDays())[0] === "2026-06-01 7", "the old one is back");
    await pressWithin(page, "own-rules-title", "data_remove");
    await shows(page, text("data_own_rules_removed"));
    expect(await ruleDays()).toEqual(["2026-02-01 3"]);
    await press(page, "data_put_back");
    await until(async () => (await ruleDays()).length === 2, "what was removed is back");
    await lookAround(page, "own-rules");
    // A request of May is judged by February's text, beside the law.
    const asked = { ...requestOf("access", "self", [happened("sent", "2026-05-04"), happened("received", "2026-05-04")]), id: "7f0b1c2d-0000-4000-8000-000000000009", organisationId: clinic.id };
    await commit([{ collection: "requests", id: asked.id, value: asked }]);
    await go(page, `#data/request/${asked.id}`);
    await shows(page, text("data_rule_policy"));
    const dates = await page.$$eval("[aria-labelledby=deadlines-title] li", (all) => all.map((one) => one.textContent ?? ""));
    expect(await page.$eval("[aria-labelledby=deadlines-title]", (one) => one.textContent)).toContain(text("data_articles", { NUMBERS: "122, 123, 127" }));
    expect(dates.find((one) => one.includes(text("data_rule_policy")))).toMatch(/07\.05\.2026.*01\.02\.2026/);
    expect(dates.find((one) => one.includes(text("data_rule_statute")))).toContain("მუხლი 14");
    // That the day has passed, and what can be done since, stands above the buttons that do it.
    expect(await page.$eval(".data-badges", (one) => one.closest(".card")?.textContent ?? "")).toContain(text("data_complain_since", { DATE: "20.05.2026" }));
    // Its longest name, which a line of a telephone's width does not hold.
    const longest = { ...asked, id: "7f0b1c2d-0000-4000-8000-000000000010", kind: "existence" };
    await commit([{ collection: "requests", id: longest.id, value: longest }]);
    await go(page, "#data/requests");
    await shows(page, text("data_kind_existence"));
    await lookAround(page, "requests");
  });

  it("who passes data on to whom: one box for each, arrows between them, chains in words", async () => {
    const insurer = organisationOf({ id: "7f0b1c2d-0000-4000-8000-000000000002", name: "სს „ფარი“" });
    const recipient = (name: string) => ({ name, organisationId: null, role: "thirdParty" as const, purpose: null });
    const chart = holdingOf({ id: "7f0b1c2d-0000-4000-8000-000000000003", organisationId: clinic.id, data: [{ name: "დიაგნოზი", special: "health" }], recipients: [recipient("სს „ფარი“"), recipient("ლაბორატორია")], told: { entry: true, rights: null, purpose: false, recipients: null } });
    const claims = holdingOf({ id: "7f0b1c2d-0000-4000-8000-000000000004", organisationId: insurer.id, recipients: [recipient("გადამზღვეველი")] });
    await commit([{ collection: "organisations", id: insurer.id, value: insurer }, { collection: "consents", id: chart.id, value: chart }, { collection: "consents", id: claims.id, value: claims }]);
    await go(page, "#data/flows");
    await shows(page, "კლინიკა „იმედი“ → სს „ფარი“ → გადამზღვეველი");
    for (const kind of ["wide", "narrow"] as const) {
      const width = kind === "wide" ? 1000 : 320;
      await page.setViewport({ width, height: 900 });
      await page.waitForFunction((name) => (document.querySelector(`.data-flows-${name}`)?.getBoundingClientRect().width ?? 0) > 0, { polling: 50 }, kind);
      const drawn = await page.$eval(`.data-flows-${kind}`, (svg) => {
        const corner = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll<SVGGElement>("[data-name]")].map((one) => {
          const { left, right, top, bottom } = (one.querySelector("rect") as SVGRectElement).getBoundingClientRect();
          const words = (one.querySelector(".flow-name") as HTMLElement).getBoundingClientRect();
          return { name: one.dataset["name"] ?? "", left, right, top, bottom, inside: words.left >= left && words.right <= right && left >= corner.left && right <= corner.right + 1 };
        });
        const arrows = [...svg.querySelectorAll<SVGGElement>("[data-from]")].map((one) => {
          const path = one.querySelector("path") as SVGPathElement;
          const at = (length: number): DOMPoint => path.getPointAtLength(length).matrixTransform(path.getScreenCTM() as DOMMatrix);
          const [begin, end] = [at(0), at(path.getTotalLength())];
          return { from: one.dataset["from"] ?? "", to: one.dataset["to"] ?? "", special: one.classList.contains("flow-special"), begin: [begin.x, begin.y], end: [end.x, end.y] };
        });
        return { boxes, arrows };
      });
      expect(drawn.boxes.map(({ name }) => name).toSorted()).toEqual(["გადამზღვეველი", "კლინიკა „იმედი“", "ლაბორატორია", "სს „ფარი“"]);
      expect(drawn.boxes.filter(({ inside }) => !inside)).toEqual([]);
      expect(drawn.arrows.map(({ from, to, special }) => [from, to, special])).toEqual([["კლინიკა „იმედი“", "ლაბორატორია", true], ["კლინიკა „იმედი“", "სს „ფარი“", true], ["სს „ფარი“", "გადამზღვეველი", false]]);
      // Each begins at the edge of who gives and ends at the edge of who receives, which stands further right.
      for (const { from, to, begin: [x1 = 0, y1 = 0], end: [x2 = 0, y2 = 0] } of drawn.arrows) {
        const [giver, receiver] = [from, to].map((name) => drawn.boxes.find((one) => one.name === name));
        if (!giver || !receiver) throw new Error(`no box for ${from} or ${to}`);
        expect(Math.abs(x1 - giver.right)).toBeLessThan(3);
        expect(y1).toBeGreaterThan(giver.top);
        expect(y1).toBeLessThan(giver.bottom);
        expect(receiver.left - x2).toBeGreaterThan(-1);
        expect(receiver.left - x2).toBeLessThan(9);
        expect(y2).toBeGreaterThan(receiver.top);
        expect(y2).toBeLessThan(receiver.bottom);
        expect(receiver.left).toBeGreaterThan(giver.right);
      }
      // All of it stands in the table, too.
      for (const name of ["ლაბორატორია", "გადამზღვეველი"]) expect(await page.$eval(".data-table", (one) => one.textContent)).toContain(name);
    }
    await page.setViewport(null);
    await lookAround(page, "flow-chains");
  });

  it("one organisation's file: as a PDF and on paper, whole, without what is for the screen", async () => {
    await go(page, `#data/organisation/${clinic.id}`);
    await shows(page, "დიაგნოზი");
    const folder = await downloadFolder(started.browser);
    const name = await downloadedBy(() => press(page, "data_save_pdf"), folder, ".pdf");
    const judges = await judgeRoom();
    try {
      const words = async (file: string): Promise<string> => (await judges.run("pdftotext", "poppler-utils", "-layout", file, "-")).stdout.replaceAll(/\s+/g, " ");
      await judges.write("saved.pdf", readFileSync(join(folder, name)));
      expect((await judges.run("qpdf", "qpdf", "--check", "saved.pdf")).code).toBe(0);
      const saved = await words("saved.pdf");
      const told = [`${text("data_told_entry")}: ${text("data_answer_yes")}`, `${text("data_told_purpose")}: ${text("data_answer_no")}`];
      for (const said of ["კლინიკა „იმედი“", "დიაგნოზი", "სს „ფარი“", ...told, text("data_kind_access"), text("data_own_rules"), text("data_last_day")]) expect(saved).toContain(said);
      // The button asks for the browser's own dialogue, once.
      await page.evaluate(() => Object.assign(globalThis, { printed: 0, print: () => void ((globalThis as unknown as { printed: number }).printed += 1) }));
      await press(page, "data_print");
      expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1);
      await judges.write("printed.pdf", await page.pdf());
      const printed = await words("printed.pdf");
      for (const said of ["კლინიკა „იმედი“", "დიაგნოზი", "სს „ფარი“", ...told, text("data_own_rules"), georgianDate(dayInTbilisi(Date.now()))]) expect(printed).toContain(said);
      for (const button of ["data_print", "data_save_pdf", "data_remove", "data_own_rules_add"] as const) expect(printed).not.toContain(text(button));
    } finally {
      await judges.close();
    }
  });
});

/** Of the part under that heading, the first button that says so. */
async function pressWithin(page: Page, heading: string, key: Key): Promise<void> {
  await page.waitForFunction((id, words) => [...document.querySelectorAll(`[aria-labelledby="${id}"] button`)].some((one) => one.textContent?.trim() === words && !(one as HTMLButtonElement).disabled), { timeout: 45_000, polling: 50 }, heading, text(key));
  await page.evaluate((id, words) => [...document.querySelectorAll<HTMLButtonElement>(`[aria-labelledby="${id}"] button`)].find((one) => one.textContent?.trim() === words)?.click(), heading, text(key));
}

/** The vault is locked from another page, and opened again from a third: a connection ends with its vault. */
async function relock(page: Page): Promise<void> {
  const other = await vaultPage(page.browser(), `${homeUrl}#help`);
  await call(other, "lock", "lock").catch(() => undefined);
  await page.bringToFront();
  await shows(page, text("vault_locked_title"));
  await other.close();
  const third = await vaultPage(page.browser(), `${homeUrl}#help`);
  await third.evaluate(async (words) => {
    const { vault } = globalThis as unknown as { vault: (...args: unknown[]) => Promise<unknown> };
    await vault("lock", "unlock", { kind: "passphrase", passphrase: new TextEncoder().encode(words) });
  }, passphrase);
  await third.close();
  await page.bringToFront();
  await connect(page);
}

/** A field of a group. */
async function fillIn(page: Page, legend: Key, label: Key, value: string): Promise<void> {
  await page.waitForFunction((words) => [...document.querySelectorAll("legend")].some((one) => one.textContent === words), { timeout: 45_000, polling: 50 }, text(legend));
  await page.evaluate(
    (group, words, next) => {
      const field = [...([...document.querySelectorAll("fieldset")].find((one) => one.querySelector("legend")?.textContent === group)?.querySelectorAll("label") ?? [])].find((one) => one.textContent?.trim().startsWith(words))?.control as HTMLInputElement | undefined;
      if (!field) throw new Error(`no ${words} under ${group}`);
      field.value = next;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    text(legend), text(label), value,
  );
}

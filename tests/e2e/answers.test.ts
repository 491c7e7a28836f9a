// Answers of institutions: kept with their files on one click, under the application they answer, and marked.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../virtual/portal/forms/office.ts";
import { askedSince } from "./harness/asked.ts";
import { backTo, closeByKeys, enterIn, escape, openByKeys, tabToOverlay } from "./harness/keys.ts";
import { focusedText, overlayElements, overlayTexts, panelFrame } from "./harness/overlay.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { picture } from "./harness/look.ts";
import { lookAt, openToSee, panelShows, pause, press, says, takesClicks } from "./harness/panels.ts";
import { shows, Stage } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { tiesByHand } from "./harness/tieActs.ts";
import { until } from "./harness/until.ts";
import { call } from "./harness/vault.ts";
import { walk } from "./harness/walk.ts";

const pictures = fileURLToPath(new URL("../../node_modules/.cache/screens/", import.meta.url));

interface KeptAnswer {
  readonly value: { readonly number: string | null; readonly text: string; readonly files: readonly { readonly name: string; readonly sha256: string }[]; readonly marks: Readonly<Record<string, boolean>> };
}

let stage: Stage;
let vault: TestVault;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  stage = await Stage.set({ unplugged: true });
  vault = await openTestVault(stage);
});
afterAll(async () => {
  await stage.close();
});

/** A service and its name for each markup, so that one browser and one vault do for both. */
const own = { classic: ["tax-certificate", "გადამხდელის ცნობა", "ცნობა.pdf"], app: ["cadastre", "საკადასტრო ნახაზის მოთხოვნა", "ნახაზი.pdf"] } as const;

describe.each(["classic", "app"] as const)("answers: %s", { timeout: 180_000 }, (markup) => {
  const [service, title, file] = own[markup];

  it("is kept with its files, tied to the application, and marked", async () => {
    const form = await stage.openPortal(`/services/${service}/apply?markup=${markup}`);
    await form.type("[name=fullName]", "ნინო ტესტაძე");
    await form.type("[name=personalNumber]", "01001000001");
    await form.type("[name=phone]", "599123456");
    await form.type("[name=reason]", `მჭირდება ${file}`);
    await form.click("form.application button[type=submit], form[data-send] button[type=submit]");
    const taken = () => stage.portal.office.applications.find((one) => one.service.id === service);
    await until(() => taken() !== undefined, "the portal has it");
    const { number } = taken() ?? { number: "" };
    await says(form, text("page_form_sent_number", { NUMBER: number }));
    await form.close();

    const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(70_000, markup.length)]);
    stage.portal.office.answer(number, "თქვენი განაცხადი განხილულია.\nცნობა თან ერთვის.", { [file]: pdf });
    const page = await stage.openPortal(`/answers/${stage.portal.office.answers.length}?markup=${markup}`);
    await says(page, text("page_answer_new"));
    // By keyboard alone, to the mark.
    const asked = askedSince(stage);
    await tabToOverlay(page, text("page_answer_save"));
    await page.keyboard.press("Enter");
    await says(page, text("page_answer_stored"));
    expect(asked(), "an answer that is kept: its one file").toEqual([expect.stringMatching(/^GET \/answers\/\d+\/.+/)]);
    const answers = async (): Promise<readonly KeptAnswer[]> => ((await call(vault.page, "records", "list", "answers")) as readonly KeptAnswer[]).filter((one) => one.value.number === number);
    const [kept] = await answers();
    expect(kept?.value).toMatchObject({ number, files: [{ name: file, sha256: sha256(pdf) }] });
    expect(kept?.value.text).toContain("ცნობა თან ერთვის.");
    const found = (await call(vault.page, "documents", "search", {})) as { documents: readonly { name: string; source: string }[] };
    expect(found.documents.map((one) => [one.name, one.source])).toContainEqual([file, "answer"]);
    // Whatever the institution called it: its number finds it.
    const byNumber = (await call(vault.page, "documents", "search", { text: number })) as typeof found;
    expect(byNumber.documents.map((one) => one.name)).toContain(file);

    const frame = await openByKeys(page, text("page_answer_open"));
    await panelShows(frame, text("form_sent_number", { NUMBER: number }));
    // Sent faster than a person types: even so the application is in the vault, whole.
    await panelShows(frame, title);
    if (markup === "classic") await walk(page, frame);
    const drafts = (await call(vault.page, "records", "list", "drafts")) as readonly { value: { type: string; fields: unknown } }[];
    expect(drafts.filter(({ value }) => value.type === "application" && JSON.stringify(value.fields).includes(`მჭირდება ${file}`))).toHaveLength(1);
    expect(await frame.evaluate(() => document.body.innerText)).not.toContain(text("form_answer_unknown"));
    await enterIn(page, frame, text("form_answer_text"));
    expect(await frame.$eval("details", (one) => one.open)).toBe(true);
    await enterIn(page, frame, `${text("form_answer_complete")}: ${text("form_answer_no")}`);
    await panelShows(frame, text("form_answer_wanting"));
    await until(async () => (await answers())[0]?.value.marks["complete"] === false, "the mark is kept");
    await enterIn(page, frame, `${text("form_answer_reasoned")}: ${text("form_answer_yes")}`);
    await until(async () => (await answers())[0]?.value.marks["reasoned"] === true, "and so is this one");
    if (markup === "app") {
      await enterIn(page, frame, text("form_answer_follow"));
      await until(() => /#data\/answer\/[^/]+\/access$/.test(vault.page.url()), "the other letter is begun");
      await vault.page.evaluate(() => (location.hash = "help"));
      await backTo(page, frame);
    } else {
      // One click, and the letter says what is known.
      await enterIn(page, frame, text("form_answer_complain"));
      // The home page that is open goes there.
      const home = vault.page;
      await until(() => home.url().includes("#data/answer/"), "the letter is begun");
      await home.bringToFront();
      await shows(home, text("data_wizard_whom"));
      await home.type("main .card input[type=text], main .card input:not([type])", "სასწავლო სამსახური");
      await press(home.mainFrame(), text("data_go_on"));
      await until(() => home.$$eval("textarea", (all, words) => all.some((one) => words.every((word) => one.value.includes(word))), [number, text("data_answer_not_complete")]), "the letter's grounds name the answer and what it lacks");
      await home.evaluate(() => (location.hash = "help"));
      await page.bringToFront();
    }
    if (markup === "app") await closeByKeys(page, text("page_answer_open"));
    else await escape(page);
    // A second visit knows that it is there; a second click keeps nothing twice.
    await page.reload();
    await says(page, text("page_answer_stored"));
    expect(await answers()).toHaveLength(1);
    // Who does not want to hear it closes it by keyboard; the next Tab goes on from there.
    await tabToOverlay(page, text("page_answer_open"));
    await page.keyboard.press("Tab");
    await until(async () => (await focusedText(page)) === text("page_pill_close"), "the keyboard is on what closes it");
    await page.keyboard.press("Enter");
    await until(async () => !(await overlayTexts(page, "pill-act")).includes(text("page_answer_open")), "the pill is closed");
    if (markup === "classic") await tiesByHand(stage, vault, page, number, title);
    await page.close();
  });
});

describe("answers whose files are long on their way", { timeout: 180_000 }, () => {
  const slow = { piece: 60_000, restMs: 40, length: true } as const;
  const [big, small] = ["dadgenileba.pdf", "danarti.pdf"];
  const files = { [big]: Buffer.alloc(1_500_000, 3), [small]: Buffer.alloc(400_000, 4) };
  let page: Page;
  let number = "";
  const kept = async (): Promise<readonly (KeptAnswer["value"] & { readonly missing: readonly string[] })[]> =>
    ((await call(vault.page, "records", "list", "answers")) as readonly { readonly value: KeptAnswer["value"] & { readonly missing: readonly string[] } }[]).map(({ value }) => value).filter((one) => one.text.includes("გრძელი გზა"));
  const stored = async (): Promise<readonly string[]> => ((await call(vault.page, "documents", "search", {})) as { readonly documents: readonly { readonly name: string }[] }).documents.map(({ name }) => name).filter((name) => name in files).toSorted();
  /** How far the pill says that it is. */
  const far = async (unit: "%" | "KB"): Promise<number> => {
    const [before = "", after = ""] = (unit === "%" ? text("page_form_files", { PERCENT: "…" }) : text("page_answer_bytes", { KB: "…" })).split("…");
    const said = (await overlayTexts(page, "pill-text")).find((one) => one.startsWith(before) && one.endsWith(after)) ?? "";
    return Number(said.slice(before.length, said.length - after.length) || -1);
  };
  beforeAll(async () => {
    ({ number = "" } = stage.portal.office.applications[0] ?? {});
    stage.portal.office.answer(number, "გრძელი გზა.", files);
    page = await stage.openPortal(`/answers/${stage.portal.office.answers.length}?markup=classic`);
    await says(page, text("page_answer_new"));
  });
  afterAll(async () => {
    stage.portal.office.slowly = null;
    await page.close();
  });

  it("the pill says how many percent; its button stops it, and nothing is kept", async () => {
    stage.portal.office.slowly = slow;
    await tabToOverlay(page, text("page_answer_save"));
    await page.keyboard.press("Enter");
    await until(async () => (await far("%")) > 0 && (await far("%")) < 100, "it is under way");
    await until(async () => (await focusedText(page)) === text("page_answer_stop"), "the keyboard is on what stops it");
    await page.keyboard.press("Enter");
    await says(page, text("page_answer_stopped"));
    await until(() => stage.portal.office.given.length === 1, "the portal knows that nobody wants the rest");
    expect(stage.portal.office.given).toEqual([false]);
    expect([await kept(), await stored()]).toEqual([[], []]);
  });

  it("broken off half way it says so: the answer is kept with what came whole; taken up again, only the rest is asked for", async () => {
    stage.portal.office.slowly = { ...slow, length: false, breaksAfter: 900_000 };
    await page.keyboard.press("Enter");
    await says(page, text("page_answer_part"));
    await until(() => stage.portal.office.given.length === 3, "the portal knows what became of both");
    expect(stage.portal.office.given).toEqual([false, false, true]);
    expect(await kept()).toMatchObject([{ files: [{ name: small, sha256: sha256(files[small] ?? Buffer.alloc(0)) }], missing: [big] }]);
    expect(await stored()).toEqual([small]);
    // The keyboard is where the rest is kept; before it is the way to what there is already: seen, and marked.
    await until(async () => (await focusedText(page)) === text("page_answer_rest"), "the keyboard is on what takes it up again");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    expect(await focusedText(page)).toBe(text("page_answer_open"));
    await picture(page, `${pictures}answer-part-pill.png`);
    await page.keyboard.press("Enter");
    const frame = await panelFrame(page);
    await panelShows(frame, text("form_answer_missing", { NAMES: big }));
    await panelShows(frame, text("form_attachments", { NAMES: small }));
    await takesClicks(frame);
    await enterIn(page, frame, `${text("form_answer_complete")}: ${text("form_answer_no")}`);
    await panelShows(frame, text("form_answer_follow"));
    await until(async () => (await kept())[0]?.marks["complete"] === false, "the mark is kept");
    await page.keyboard.press("Escape");
    await until(async () => (await focusedText(page)) === text("page_answer_open"), "the keyboard is back where it was");
    // Without a length it says what has come.
    stage.portal.office.slowly = { ...slow, length: false };
    await page.keyboard.press("Tab");
    expect(await focusedText(page)).toBe(text("page_answer_rest"));
    await page.keyboard.press("Enter");
    await until(async () => (await far("KB")) > 0, "what has come is said");
    await says(page, text("page_answer_stored"));
    await until(() => stage.portal.office.given.length === 4, "the portal knows that it gave the rest");
    expect(stage.portal.office.given).toEqual([false, false, true, true]);
    expect(await kept()).toMatchObject([{ files: [{ name: big, size: 1_500_000, sha256: sha256(files[big] ?? Buffer.alloc(0)) }, { name: small }], missing: [] }]);
    expect(await stored()).toEqual([big, small]);
  });

  it("kept once, its files are not stored a second time by a page that does not know it", async () => {
    stage.portal.office.slowly = null;
    await vault.lock();
    await page.reload();
    await says(page, text("page_answer_new"));
    await vault.unlock();
    await tabToOverlay(page, text("page_answer_save"));
    await page.keyboard.press("Enter");
    await says(page, text("page_answer_stored"));
    expect(await kept()).toHaveLength(1);
    expect(await stored()).toEqual([big, small]);
  });

  it("a file that was thrown away since is said to be gone, in the pill and in the panel, and is kept again when somebody wants it", async () => {
    const { documents } = (await call(vault.page, "documents", "search", {})) as { readonly documents: readonly { readonly name: string; readonly documentId: string }[] };
    await call(vault.page, "documents", "bin", [documents.find(({ name }) => name === small)?.documentId]);
    await page.reload();
    await says(page, text("page_answer_less"));
    const frame = await openByKeys(page, text("page_answer_open"));
    await panelShows(frame, text("form_answer_gone", { NAMES: small }));
    await panelShows(frame, text("form_attachments", { NAMES: big }));
    const language = async (value: "ka" | "en"): Promise<void> => {
      await vault.page.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), value);
      await until(async () => (await overlayTexts(page, "pill-text")).includes(text("page_answer_less", {}, value)), "the pill is there in the other language");
    };
    await closeByKeys(page, text("page_answer_open"));
    expect(await lookAt(page, () => openToSee(page), language, "answer-less", pictures)).toEqual([]);
    await tabToOverlay(page, text("page_answer_again"));
    const asked = askedSince(stage);
    await page.keyboard.press("Enter");
    await says(page, text("page_answer_stored"));
    expect(asked(), "each of its files, as clicks on them would").toHaveLength(2);
    expect(await stored()).toEqual([big, small]);
    expect(await kept()).toHaveLength(1);
    // The second button is gone: the keyboard is on the one that is left.
    await until(async () => (await focusedText(page)) === text("page_answer_open"), "the keyboard is on the pill's own button");
  });

  it("without a vault the panel says so, and a second try closes nothing that somebody reads", async () => {
    await call(vault.page, "lock", "destroy").catch(() => undefined);
    await page.reload();
    await says(page, text("page_answer_new"));
    const open = async (): Promise<boolean> => (await overlayElements(page, "panel")).some(({ hidden }) => !hidden);
    for (const round of [1, 2]) {
      await tabToOverlay(page, text("page_answer_save"));
      await page.keyboard.press("Enter");
      await until(open, `the panel is open: ${round}`);
      await says(page, text("page_answer_none"));
      await panelShows(await panelFrame(page), text("page_answer_panel"));
    }
    // The second word has come, and the panel is there still.
    await pause(300);
    expect(await open()).toBe(true);
  });
});

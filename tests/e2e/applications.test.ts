// Applications over the practice portal: drafts as typed, put back exactly, sent with the portal's number; locked, crashed,
// in two tabs.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../virtual/portal/forms/office.ts";
import { formData, typeForm } from "./harness/applicationForm.ts";
import { askedSince } from "./harness/asked.ts";
import { draftGoesOn } from "./harness/backAndForth.ts";
import { crash } from "./harness/crash.ts";
import { choosesAmongDrafts } from "./harness/draftChoice.ts";
import { removedAndBack } from "./harness/draftRemoved.ts";
import { getsNoDraft } from "./harness/hostileBeside.ts";
import { closed } from "./harness/favourites.ts";
import { losesNoWord } from "./harness/draftDrift.ts";
import { closeByKeys, enterIn, openByKeys } from "./harness/keys.ts";
import { picture, screensFolder } from "./harness/look.ts";
import { losesASecondAtMost, losesASecondAtWorst } from "./harness/killedTyping.ts";
import { lookAt, openPanel, panelShows as shows, press, says } from "./harness/panels.ts";
import { keepsApplicationsApart } from "./harness/oneForm.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { sendsAgain } from "./harness/sendsAgain.ts";
import { Stage } from "./harness/stage.ts";
import { stopServiceWorker } from "./harness/stopServiceWorker.ts";
import { losesNoStep } from "./harness/stepDrafts.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call } from "./harness/vault.ts";
import { walk } from "./harness/walk.ts";

interface Kept {
  readonly id: string;
  readonly value: { readonly type: string; readonly state: string; readonly number: string | null; readonly sha256: string | null; readonly identity?: { readonly url: string }; readonly fields: readonly { readonly key: string; readonly values: readonly string[] }[]; readonly attachments: readonly { readonly name: string; readonly sha256: string }[] };
}

async function kept(vault: TestVault): Promise<readonly Kept[]> {
  return (await call(vault.page, "records", "list", "drafts")) as readonly Kept[];
}

async function keptText(vault: TestVault, wanted: string): Promise<Kept | undefined> {
  return (await kept(vault)).find((one) => one.value.fields?.some(({ values }) => values.includes(wanted)));
}

// The browser of the tests has no locale for other names on the disk.
const file = join(mkdtempSync(join(tmpdir(), "mq-forms-")), "tsnoba.pdf");
const fileBytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(300_000, 7)]);

let stage: Stage;
let vault: TestVault;
beforeAll(async () => {
  mkdirSync(screensFolder, { recursive: true });
  writeFileSync(file, fileBytes);
  // A person's browser holds the timers of hidden tabs back, those of the vault's own pages, too.
  stage = await Stage.set({ unplugged: true, throttled: true });
  vault = await openTestVault(stage);
});
afterAll(async () => {
  await stage.close();
});

/** Of each markup's own, so that one browser and one vault do for both. */
const ids = { classic: ["address", "birth", "company"], app: ["identity-copy", "family-status", "licence"] } as const;

describe.each(["classic", "app"] as const)("applications: %s", { timeout: 180_000 }, (markup) => {
  const [first, refused, shared] = ids[markup];
  const mail = `nino.${markup}@example.ge`;
  const address = `/services/${first}/apply?markup=${markup}`;

  it("a draft is kept as typed, survives the tab's end, is put back exactly, and what was sent is kept with its number", async () => {
    const page = await stage.openPortal(address);
    const asked = askedSince(stage);
    const typed = await typeForm(page, mail, file);
    expect(Object.keys(typed).length).toBeGreaterThan(12);
    await until(async () => ((await keptText(vault, mail))?.value.attachments.length ?? 0) === 1, "the file is in the vault");
    // The tab is killed once the last key is kept: without leaving a field, and without another key.
    await page.type("[name=reason]", " ბოლო");
    await until(async () => (await keptText(vault, mail))?.value.fields.some(({ values }) => values[0]?.endsWith(" ბოლო")) === true, "the last word is kept");
    expect(asked(), "a draft that is kept").toEqual([]);
    await crash(page);

    const again = await stage.openPortal(address);
    const askedAgain = askedSince(stage);
    await says(again, text("page_form_found", { COUNT: 1 }));
    // By keyboard alone: thrown away, taken back, put into the form.
    const frame = await openByKeys(again, text("page_form_open"));
    await picture(again, `${screensFolder}applications-${markup}.png`);
    const ofTime = (label: string): string => label.split("…")[0] ?? label;
    await enterIn(again, frame, ofTime(text("form_remove_of", { TIME: "…" })));
    await shows(frame, text("form_removed"));
    await until(async () => (await frame.evaluate(() => document.activeElement?.textContent?.trim())) === text("form_undo"), "the keyboard is at what takes it back");
    await again.keyboard.press("Enter");
    await frame.waitForSelector(".entry .button-primary");
    await enterIn(again, frame, ofTime(text("form_restore_of", { TIME: "…" })));
    await shows(frame, text("form_filled"));
    expect(await formData(again)).toEqual({ ...typed, reason: `${typed["reason"]} ბოლო` });
    expect(askedAgain(), "a draft that is put back").toEqual([]);
    await picture(again, `${screensFolder}applications-filled-${markup}.png`);
    await closeByKeys(again, text("page_form_open"));

    await again.click("form.application button[type=submit], form[data-send] button[type=submit]");
    await until(() => stage.portal.office.applications.some(({ service }) => service.id === first), "the portal has it");
    const taken = stage.portal.office.applications.find(({ service }) => service.id === first);
    if (!taken) throw new Error("nothing was sent");
    expect(taken.files).toEqual([{ field: "papers", name: "tsnoba.pdf", size: fileBytes.length, sha256: sha256(fileBytes) }]);
    await says(again, text("page_form_sent_number", { NUMBER: taken.number }));
    await until(async () => (await kept(vault)).some((one) => one.value.number === taken.number), "the receipt is in the vault");
    const sent = await keptText(vault, mail);
    expect(sent?.value).toMatchObject({ state: "sending", attachments: [{ name: "tsnoba.pdf", sha256: sha256(fileBytes) }] });
    expect(sent?.value.sha256).toMatch(/^[0-9a-f]{64}$/);
    const after = await openPanel(again);
    await shows(after, text("form_sent_number", { NUMBER: taken.number }));
    await picture(again, `${screensFolder}applications-sent-${markup}.png`);

    // Correct and send again: from the page after sending, over to the form.
    await enterIn(again, after, text("form_sent_content"));
    expect(await after.$eval("details", (one) => one.open)).toBe(true);
    // Pressed twice, as a mouse is by many hands, there is one copy.
    await after.evaluate((label) => {
      const button = [...document.querySelectorAll("button")].find((one) => one.textContent === label);
      button?.click();
      button?.click();
    }, text("form_again"));
    await until(() => again.url().includes("/apply"), "the form is opened");
    await says(again, text("page_form_found", { COUNT: 1 }));
    const panel = await openPanel(again);
    await press(panel, text("form_restore"));
    await shows(panel, text("form_filled"));
    expect(await formData(again)).toMatchObject({ mail, papers: "tsnoba.pdf" });
    await again.close();
  });

  it.runIf(markup === "classic")("the panel is accessible, in both languages and looks, at three widths", async () => {
    const page = await stage.openPortal(address);
    const language = async (value: "ka" | "en"): Promise<void> => {
      await vault.page.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), value);
      await says(page, text("page_form_found", { COUNT: 1 }, value));
    };
    await language("ka");
    // In both languages, as narrow as a telephone: each control is a stop.
    expect(await lookAt(page, () => openPanel(page), language, `applications-${markup}`, screensFolder, async (frame, lang) => await walk(page, frame).then(() => removedAndBack(page, frame, lang)))).toEqual([]);
    await page.close();
  });

  it("what the portal did not take goes on being the same draft", async () => {
    const page = await stage.openPortal(`/services/${refused}/apply?markup=${markup}`);
    // Events that the page makes up begin no draft.
    await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>("[name=reason]");
      if (!field) return;
      field.value = "გვერდის ნათქვამი";
      for (const type of ["input", "change", "submit"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    });
    // With another tab before it the page keeps at once what it has to keep; and what is typed there is kept only after that.
    const behind = await stage.openPortal(`/services/${refused}/apply?markup=${markup}`);
    await behind.type("[name=reason]", `${markup}: მოგვიანებით`);
    await until(async () => (await keptText(vault, `${markup}: მოგვიანებით`)) !== undefined, "what was typed afterwards is kept");
    expect(await keptText(vault, "გვერდის ნათქვამი")).toBeUndefined();
    await behind.close();
    await page.bringToFront();
    await page.evaluate(() => document.querySelector<HTMLFormElement>("form.application, form[data-send]")?.reset());
    await page.type("[name=fullName]", `გიორგი ${markup}`);
    await page.type("[name=personalNumber]", "12");
    await page.type("[name=phone]", "599123456");
    await page.type("[name=reason]", `${markup}: რატომ`);
    await page.click("form.application button[type=submit], form[data-send] button[type=submit]");
    await page.waitForSelector(".error");
    await page.focus("[name=reason]");
    await page.keyboard.press("End");
    await page.keyboard.type(" მართლა");
    await until(async () => (await keptText(vault, `${markup}: რატომ მართლა`)) !== undefined, "typing goes on in it");
    expect((await keptText(vault, `გიორგი ${markup}`))?.value.state).toBe("draft");
    expect((await kept(vault)).filter((one) => one.value.fields?.some(({ values }) => values.includes(`გიორგი ${markup}`)))).toHaveLength(1);
    await page.close();
  });

  it.runIf(markup === "classic")("a tab that is killed while somebody types in it loses at most the last second: plainly, with a big file on its way, and locked", async () => {
    await losesASecondAtMost(stage, vault, `?markup=${markup}`, async (service) => (await kept(vault)).find(({ value }) => value.identity?.url.includes(`/${service}/`))?.value);
  });

  it.runIf(markup === "app")("nor more than that from the page's first moment on, with the service worker ended again and again, or the vault locked in the middle of a word", async () => {
    const reasons = async (service: string): Promise<readonly string[]> => (await kept(vault)).filter(({ value }) => value.identity?.url.includes(`/${service}/`)).map(({ value }) => value.fields.find(({ key }) => key === "reason")?.values[0] ?? "");
    await losesASecondAtWorst(stage, vault, `?markup=${markup}`, reasons, () => stopServiceWorker(stage));
  });

  it.runIf(markup === "app")("what was typed the moment before another tab came to the front is kept, though the hidden one is then killed", async () => {
    const page = await stage.openPortal(`/services/gas/apply?markup=${markup}`);
    await page.type("[name=reason]", "აქ");
    await until(async () => (await keptText(vault, "აქ")) !== undefined, "the draft is kept");
    await page.keyboard.type(" და სხვაგან");
    await vault.page.bringToFront();
    await until(async () => (await keptText(vault, "აქ და სხვაგან")) !== undefined, "all of it is kept, though nobody is there");
    await crash(page);
  });

  it.runIf(markup === "app")("a setting that is changed in the middle of a word starts the tools anew: no sign is lost, and it stays one draft", async () => {
    const page = await stage.openPortal(`/services/tax-certificate/apply?markup=${markup}`);
    await page.type("[name=reason]", "ენამდე");
    await says(page, text("page_form_stored", { TIME: "" }).split(",")[0] ?? "");
    await page.keyboard.type(" და");
    // No key follows that would have it kept.
    await vault.page.evaluate(() => chrome.storage.local.set({ language: "en" }));
    await until(async () => (await keptText(vault, "ენამდე და")) !== undefined, "what was typed a moment before is kept");
    await says(page, text("page_form_stored", { TIME: "" }, "en").split(",")[0] ?? "");
    await page.keyboard.type(" შემდეგ");
    await until(async () => (await keptText(vault, "ენამდე და შემდეგ")) !== undefined, "and so is what comes after it");
    expect((await kept(vault)).filter(({ value }) => value.identity?.url.includes("/tax-certificate/"))).toHaveLength(1);
    await vault.page.evaluate(() => chrome.storage.local.set({ language: "ka" }));
    await says(page, text("page_form_stored", { TIME: "" }).split(",")[0] ?? "");
    await page.close();
  });

  it("two tabs with one draft: neither overwrites the other", async () => {
    const one = await stage.openPortal(`/services/${shared}/apply?markup=${markup}`);
    await one.type("[name=reason]", `${markup}: საერთო`);
    await until(async () => (await keptText(vault, `${markup}: საერთო`)) !== undefined, "the draft is kept");
    const second = await stage.openPortal(`/services/${shared}/apply?markup=${markup}`);
    await says(second, text("page_form_found", { COUNT: 1 }));
    const frame = await openPanel(second);
    await press(frame, text("form_restore"));
    await shows(frame, text("form_filled"));
    await second.keyboard.press("Escape");
    await until(() => closed(second), "the panel is closed");
    await second.type("[name=reason]", " მეორე");
    await until(async () => (await keptText(vault, `${markup}: საერთო მეორე`)) !== undefined, "the second tab's words are kept");
    await one.bringToFront();
    await one.type("[name=reason]", " პირველი");
    await says(one, text("page_form_forked", { TIME: "" }).split(",")[0] ?? "");
    await picture(one, `${screensFolder}applications-forked.png`);
    await until(async () => (await keptText(vault, `${markup}: საერთო პირველი`)) !== undefined, "the first tab's, too");
    expect(await keptText(vault, `${markup}: საერთო მეორე`)).toBeDefined();
    await choosesAmongDrafts(stage, `/services/${shared}/apply?markup=${markup}`, [`${markup}: საერთო პირველი`, `${markup}: საერთო მეორე`], (reason) => keptText(vault, reason));
    await Promise.all([one.close(), second.close()]);
  });

  it.runIf(markup === "classic")("no word is lost while the page changes at random, 200 times, and draws its form anew: in every markup", async () => {
    await losesNoWord(stage, async () => (await kept(vault)).map(({ value }) => value.fields ?? []));
  });

  it.runIf(markup === "classic")("nor over a slow network, while the page takes steps within itself, draws the form empty again, or another one at its address: in every markup", async () => {
    await losesNoStep(stage, async () => (await kept(vault)).map(({ value }) => ({ url: value.identity?.url ?? "", fields: value.fields ?? [] })));
  });

  it("one form element that the page uses for several applications: each has its own draft, and one whose address alone has changed goes on", async () => {
    await keepsApplicationsApart(stage, markup, async () => (await kept(vault)).map(({ value }) => ({ url: value.identity?.url ?? "", fields: value.fields ?? [] })));
  });

  it.runIf(markup === "classic")("a hostile page beside the form gets no draft, and puts nothing into it", async () => {
    await getsNoDraft(stage, address);
  });

  it.runIf(markup === "classic")("while the vault is locked, drafts are sealed and merged when it is opened", async () => {
    const page = await stage.openPortal(`/services/gas/apply?markup=${markup}`);
    await page.type("[name=fullName]", "ღიად");
    await until(async () => (await keptText(vault, "ღიად")) !== undefined, "kept in the open vault");
    await vault.lock();
    const fresh = await stage.openPortal(`/services/company/apply?markup=${markup}`);
    await says(fresh, text("page_form_tools_locked"));
    await page.bringToFront();
    await page.type("[name=fullName]", " და ჩაკეტილად");
    const input = (await page.$("[name=papers]")) as ElementHandle<HTMLInputElement> | null;
    await input?.uploadFile(file);
    await says(page, text("page_form_sealed", { TIME: "" }).split(",")[0] ?? "");
    await until(async () => (await call(vault.page, "inbox", "waiting")) === 2, "the words and the file are sealed");
    await shows(await openPanel(page), text("form_vault_locked_applications"));
    await vault.unlock();
    await until(async () => (await keptText(vault, "ღიად და ჩაკეტილად"))?.value.attachments.length === 1, "merged, and the file is the draft's");
    await Promise.all([page.close(), fresh.close()]);
    const again = await stage.openPortal(`/services/gas/apply?markup=${markup}`);
    // The continuation takes the place of what was there before.
    await says(again, text("page_form_found", { COUNT: 1 }));
    const panel = await openPanel(again);
    await press(panel, text("form_restore"));
    await shows(panel, text("form_filled"));
    expect(await formData(again)).toMatchObject({ fullName: "ღიად და ჩაკეტილად", papers: "tsnoba.pdf" });
    // A draft of another form leads to that one.
    await enterIn(again, panel, text("form_go"));
    await until(() => !again.url().includes("/gas/"), "the other form is opened");
    await again.close();
  });

  it.runIf(markup === "classic")("left and come back to it is one draft, and goes on", async () => {
    await draftGoesOn(stage, vault, `/services/gas/apply?markup=${markup}`, async () => (await kept(vault)).map(({ value }) => ({ url: value.identity?.url ?? "", reason: value.fields?.find(({ key }) => key.includes("reason"))?.values[0] ?? "" })));
  });

  it("corrected, it goes out a second time, and both are kept", async () => {
    await sendsAgain(stage, address, first, mail, () => kept(vault));
  });
});

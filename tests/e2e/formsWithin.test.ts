// Forms that no search of the page finds: in a component's open or closed root, with fields that are components, in frames of the
// page's own origin. Their drafts are kept, put back and sent as those of any form, and a hostile page gets nothing by them.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../virtual/portal/forms/office.ts";
import { type Within, withins } from "../virtual/portal/forms/within.ts";
import { aroundForm, formData, formElement, sendForm, typeForm, typeInto } from "./harness/applicationForm.ts";
import { askedSince } from "./harness/asked.ts";
import { crash } from "./harness/crash.ts";
import { writeThroughDrift } from "./harness/draftDrift.ts";
import { overlayElements, overlayTexts } from "./harness/overlay.ts";
import { openPanel, panelShows, press, says } from "./harness/panels.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { Stage } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call } from "./harness/vault.ts";

interface Kept {
  readonly value: { readonly type: string; readonly state: string; readonly number: string | null; readonly sha256: string | null; readonly identity?: { readonly url: string; readonly title: string }; readonly fields?: readonly { readonly key: string; readonly label: string; readonly values: readonly string[] }[]; readonly attachments: readonly { readonly name: string; readonly sha256: string }[] };
}

const file = join(mkdtempSync(join(tmpdir(), "mq-within-")), "tsnoba.pdf");
const fileBytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(300_000, 7)]);
/** Of each its own services, so that no draft is there before. */
const services: Readonly<Record<Within, readonly [string, string, string]>> = {
  open: ["address", "exam", "electricity"], closed: ["birth", "parking", "insurance"], fields: ["extract", "benefits", "cadastre"], frame: ["doctor", "water", "company-extract"], srcdoc: ["road-fines", "vaccination", "tax-debt"],
};

let stage: Stage;
let vault: TestVault;
const failures: string[] = [];
beforeAll(async () => {
  writeFileSync(file, fileBytes);
  stage = await Stage.set({ unplugged: true });
  vault = await openTestVault(stage);
});
afterAll(async () => {
  await stage.close();
});

const kept = async (): Promise<readonly Kept[]> => (await call(vault.page, "records", "list", "drafts")) as readonly Kept[];
const keptText = async (wanted: string): Promise<Kept | undefined> => (await kept()).find((one) => one.value.fields?.some(({ values }) => values.includes(wanted)));

async function open(path: string, within: Within): Promise<Page> {
  const page = await stage.openPortal(`${path}?within=${within}`);
  page.on("pageerror", (error) => failures.push(`${within}: ${String(error)}`));
  await page.bringToFront();
  return page;
}

/** The page as it stands there, with what its components and frames have in them; without our own element. */
async function markupOf(page: Page): Promise<string> {
  return await page.evaluate(() => {
    type WithRoot = Element & { readonly inner?: ShadowRoot };
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const one of copy.querySelectorAll("moqalaqe-overlay")) one.remove();
    const inside = [...document.querySelectorAll<WithRoot>("portal-view, portal-field")].map((one) => (one.shadowRoot ?? one.inner)?.innerHTML);
    const frames = [...document.querySelectorAll("iframe")].map((one) => one.contentDocument?.documentElement.outerHTML);
    return [copy.outerHTML, ...inside, ...frames].join("\n");
  });
}

describe.each(withins)("a form within: %s", { timeout: 180_000 }, (within) => {
  const [first, refused, hostile] = services[within];
  const address = `/services/${first}/apply`;

  it("is kept as typed, survives the tab's end, is put back exactly with its file, and what was sent is kept with its number", async () => {
    const page = await open(address, within);
    await says(page, text("page_form_tools"));
    const asked = askedSince(stage);
    const mail = `nino.${within}@example.ge`;
    const typed = await typeForm(page, mail, file);
    expect(Object.keys(typed).length).toBeGreaterThan(12);
    await until(async () => ((await keptText(mail))?.value.attachments.length ?? 0) === 1, "the file is in the vault");
    await typeInto(page, "reason", " ბოლო");
    await until(async () => (await keptText(mail))?.value.fields?.some(({ values }) => values[0]?.endsWith(" ბოლო")) === true, "the last word is kept");
    expect(asked(), "a draft that is kept").toEqual([]);
    const draft = await keptText(mail);
    // It is found again under the page's address, by the fields' names and labels.
    expect(draft?.value.identity?.url).toBe(`https://www.my.gov.ge${address}?within=${within}`);
    expect(draft?.value.identity?.title).toContain(stage.portal.office.serviceTermsOf(first)?.paragraphs[0]?.split("„")[1]?.split("“")[0] ?? "?");
    expect(draft?.value.fields).toContainEqual(expect.objectContaining({ key: "phone", label: "მობილური ტელეფონი", values: ["599123456"] }));
    expect((await kept()).filter(({ value }) => value.identity?.url.includes(`/${first}/`))).toHaveLength(1);
    await crash(page);

    const again = await open(address, within);
    await says(again, text("page_form_found", { COUNT: 1 }));
    expect((await formData(again))["fullName"]).toBe("");
    const frame = await openPanel(again);
    await press(frame, text("form_restore"));
    await panelShows(frame, text("form_filled"));
    expect(await formData(again)).toEqual({ ...typed, reason: `${typed["reason"]} ბოლო` });
    await again.keyboard.press("Escape");
    await until(async () => (await overlayElements(again, "panel")).every((one) => one.hidden), "the panel is closed");

    await sendForm(again);
    await until(() => stage.portal.office.applications.some(({ service }) => service.id === first), "the portal has it");
    const taken = stage.portal.office.applications.find(({ service }) => service.id === first);
    expect(taken?.files).toEqual([{ field: "papers", name: "tsnoba.pdf", size: fileBytes.length, sha256: sha256(fileBytes) }]);
    await says(again, text("page_form_sent_number", { NUMBER: taken?.number ?? "?" }));
    await until(async () => (await kept()).some((one) => one.value.number === taken?.number), "the receipt is in the vault");
    const sent = await keptText(mail);
    expect(sent?.value).toMatchObject({ state: "sending", attachments: [{ name: "tsnoba.pdf", sha256: sha256(fileBytes) }] });
    expect(sent?.value.sha256).toMatch(/^[0-9a-f]{64}$/);
    await again.close();
  });

  it("what the portal did not take goes on being the same draft", async () => {
    const page = await open(`/services/${refused}/apply`, within);
    await says(page, text("page_form_tools"));
    await typeInto(page, "fullName", `გიორგი ${within}`);
    await typeInto(page, "personalNumber", "12");
    await typeInto(page, "phone", "599123456");
    await typeInto(page, "reason", `${within}: რატომ`);
    await sendForm(page);
    await formElement(page, ".error");
    await says(page, text("page_form_unsent").split(/[.,:]/)[0] ?? "");
    await typeInto(page, "reason", " მართლა");
    await until(async () => (await keptText(`${within}: რატომ მართლა`)) !== undefined, "typing goes on in it");
    expect((await keptText(`გიორგი ${within}`))?.value.state).toBe("draft");
    expect((await kept()).filter((one) => one.value.fields?.some(({ values }) => values.includes(`გიორგი ${within}`)))).toHaveLength(1);
    await page.close();
  });

  it("made-up events begin no draft; switched off, the page is as it was, byte for byte", async () => {
    const page = await open(`/services/${hostile}/apply`, within);
    await says(page, text("page_form_tools"));
    const before = await markupOf(page);
    const reason = await formElement(page, "[name=reason]");
    const made = async (words: string): Promise<void> => reason.evaluate((field, value) => {
      (field as HTMLTextAreaElement).value = value;
      for (const type of ["focusin", "input", "change", "submit", "click"]) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }, words);
    await made("გვერდის ნათქვამი");
    // A form that asks for a password is none of ours, in whatever it stands.
    const form = await formElement(page, "form.application");
    await form.evaluate((one, component) => one.insertAdjacentHTML("beforeend", component ? '<portal-field name="secret" label="საიდუმლო" type="password" value=""></portal-field>' : '<input type="password" name="secret">'), within === "fields");
    await typeInto(page, "fullName", `${within}: პაროლთან`);
    // What a person types afterwards, in another tab, is kept after whatever this one had to keep.
    const behind = await open(`/services/${hostile}/apply`, within);
    await says(behind, text("page_form_tools"));
    await typeInto(behind, "reason", `${within}: მოგვიანებით`);
    await until(async () => (await keptText(`${within}: მოგვიანებით`)) !== undefined, "what was typed is kept");
    expect(await keptText("გვერდის ნათქვამი")).toBeUndefined();
    expect(await keptText(`${within}: პაროლთან`)).toBeUndefined();
    await behind.close();
    await page.bringToFront();
    await form.evaluate((one) => one.querySelector("[name=secret]")?.remove());
    await made("");
    await vault.page.evaluate(() => chrome.storage.local.set({ featuresOff: ["favourites", "data", "applications", "documents", "signing", "profile", "terms", "consent", "answers", "personal", "password", "registration"] }));
    await until(async () => (await page.$("moqalaqe-overlay")) === null, "nothing of ours is left");
    expect(await markupOf(page)).toBe(before);
    await typeInto(page, "reason", `${within}: გამორთული`);
    await vault.page.evaluate(() => chrome.storage.local.set({ featuresOff: [] }));
    await until(async () => (await overlayTexts(page, "pill-text")).length > 0, "the tools are there again");
    expect(await keptText(`${within}: გამორთული`), "nobody listened").toBeUndefined();
    await page.close();
    expect(failures).toEqual([]);
  });
});

it("a server that fails in a frame is said to have taken nothing", async () => {
  const page = await open("/services/gas/apply", "frame");
  await says(page, text("page_form_tools"));
  await typeForm(page, "shetsdoma@example.ge", file);
  stage.portal.office.trouble = "error";
  await sendForm(page);
  await says(page, text("page_form_unsent_error"));
  stage.portal.office.trouble = null;
  await until(async () => (await keptText("shetsdoma@example.ge"))?.value.state === "draft", "it is a draft again");
  await page.close();
});

describe("what somebody writes", () => {
  it.each(["open", "closed", "frame"] as const)("is in one draft while the page changes with each key, and draws its form anew: %s", async (within) => {
    const page = await open("/services/kindergarten/apply", within);
    await formElement(page, "[name=reason]");
    // Of the ones before there may be drafts already.
    await until(async () => (await overlayTexts(page, "pill-act")).includes(text("page_form_open")), "the tools are there");
    const written = Object.entries(await writeThroughDrift(page, 301, await aroundForm(page), `${within}: `));
    expect(written).toHaveLength(2);
    await until(async () => (await kept()).some(({ value }) => written.every(([key, words]) => value.fields?.some((one) => one.key === key && one.values[0] === words))), "all of it is kept");
    expect((await kept()).filter(({ value }) => JSON.stringify(value.fields ?? []).includes(`${within}: ქარში`)), "in one draft").toHaveLength(1);
    expect(failures).toEqual([]);
    await page.close();
  });

  it.each(["closed", "frame"] as const)("before any tool is there is kept without another key: %s", async (within) => {
    const page = await stage.browser.newPage();
    // What the frame's page has besides comes late, and the page is not loaded before.
    const client = await page.createCDPSession();
    if (within === "frame") await client.send("Network.emulateNetworkConditions", { offline: false, latency: 500, downloadThroughput: 100_000, uploadThroughput: 100_000 });
    await page.bringToFront();
    let words = "";
    // On a slow machine they may be there before the last key: once more, then.
    await until(async () => {
      words += "ადრე";
      await page.goto(`https://www.my.gov.ge/services/pension/apply?within=${within}`, { waitUntil: "domcontentloaded" });
      await typeInto(page, "reason", `${within}: ${words}`);
      // In a component the first key brings them.
      return within === "closed" || (await page.$("moqalaqe-overlay")) === null;
    }, "all is typed before any tool is there");
    await until(async () => (await keptText(`${within}: ${words}`)) !== undefined, "it is kept");
    await page.close();
  });

  it.each(["late-form", "div", "iframe"])("in a closed root, or a frame without an address, that was filled without a change in the page is kept from the first key on: %s", async (name) => {
    const page = await open("/services", "open");
    await until(async () => (await overlayElements(page, "handle")).length > 0, "the tools are there");
    await page.evaluate((tag) => {
      document.querySelector("main")?.replaceChildren(document.createElement(tag));
    }, name);
    await until(async () => (await overlayElements(page, "star")).length === 0, "the tools have seen what is there now");
    const handle = await page.evaluateHandle((tag) => {
      const draw = (host: Element): ShadowRoot | HTMLElement => {
        const root = host instanceof HTMLIFrameElement ? (host.contentDocument?.body ?? host) : host.attachShadow({ mode: "closed" });
        root.innerHTML = '<form id="late"><label>სახელი<input name="fullName"></label><label>ნომერი<input name="number"></label><label>რატომ<textarea name="reason"></textarea></label><button>გაგზავნა</button></form>';
        return root;
      };
      let root: ShadowRoot | HTMLElement | null = null;
      const host = document.querySelector(`main > ${tag}`);
      if (tag !== "late-form" && host) root = draw(host);
      else {
        customElements.define(tag, class extends HTMLElement {
          constructor() {
            super();
            root = draw(this);
          }
        });
      }
      return root?.querySelector("textarea") ?? null;
    }, name);
    // What is typed in such a frame nobody tells before it was entered.
    if (name === "iframe") await says(page, text("page_form_tools"));
    const field = handle.asElement();
    await field?.focus();
    await page.keyboard.type(`გვიან ${name}`);
    await until(async () => (await keptText(`გვიან ${name}`)) !== undefined, "it is kept");
    await says(page, text("page_form_stored", { TIME: "" }).split(",")[0] ?? "");
    await page.close();
    expect(failures).toEqual([]);
  });
});

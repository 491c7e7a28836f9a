// A page that keeps one form element while it goes from one application to the next, as frameworks do.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import type { StoredDraft } from "./stepDrafts.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

interface Next {
  readonly address?: string;
  readonly heading?: string;
  /** The number of the application, in a hidden field. */
  readonly hidden?: string;
  readonly reason?: string;
}

/** The page's framework puts this in place of what was there, in one go, and touches no element. */
async function turnTo(page: Page, next: Next): Promise<void> {
  await page.evaluate(({ address, heading, hidden, reason }) => {
    if (address !== undefined) history.pushState(null, "", address);
    const title = document.querySelector("main h1");
    if (heading !== undefined && title) title.textContent = heading;
    const form = document.querySelector("form.application, form[data-send]");
    const id = form?.querySelector<HTMLInputElement>("[name=application]");
    if (hidden !== undefined && id) id.value = hidden;
    const field = form?.querySelector<HTMLTextAreaElement>("[name=reason]");
    if (reason !== undefined && field) field.value = reason;
  }, next);
}

/** Of each markup its own services, so that no draft is there before. */
const places = { classic: ["diploma", "declaration", "allowance"], app: ["fine-appeal", "property-registration", "extract"] } as const;

/** @param drafts what is in the vault */
export async function keepsApplicationsApart(stage: Stage, markup: keyof typeof places, drafts: () => Promise<readonly StoredDraft[]>): Promise<void> {
  const [first, second, third] = places[markup];
  const address = (service: string): string => `/services/${service}/apply?markup=${markup}`;
  const page = await stage.openPortal(address(first));
  await page.evaluate(() => {
    const form = document.querySelector("form.application, form[data-send]");
    form?.insertAdjacentHTML("afterbegin", '<input type="hidden" name="application" value="1">');
    const name = form?.querySelector<HTMLInputElement>("[name=fullName]");
    if (name) name.value = "ნინო ტესტაძე";
  });
  await says(page, text("page_form_tools"));
  const write = async (words: string): Promise<void> => {
    await page.focus("[name=reason]");
    await page.keyboard.press("End");
    await page.keyboard.type(words);
  };
  const wanted: [service: string, reason: string][] = [];
  /** Each once, under its own address, and nothing else. What was typed a moment before the page took it away may be there, or not. */
  const areKept = async (what: string): Promise<void> => {
    const all = wanted.map((one) => one.join(" ")).toSorted();
    const stored = async (): Promise<readonly string[]> =>
      (await drafts()).filter(({ url }) => places[markup].some((one) => url.includes(`/${one}/`))).map(({ url, fields }) => `${url.split("/")[4] ?? ""} ${fields.find(({ key }) => key === "reason")?.values[0]?.replace(/ ბო$/, "") ?? ""}`).toSorted();
    await until(async () => (await stored()).join("\n") === all.join("\n"), what).catch(async () => expect(await stored(), what).toEqual(all));
  };
  await write("დიპლომი");
  wanted.push([first, "დიპლომი"]);
  await areKept("the first");
  // The address first, what is in the page later: somebody goes on in what they see, and it stays one draft.
  await turnTo(page, { address: address(second) });
  await write(" და დანართი");
  wanted[0] = [first, "დიპლომი და დანართი"];
  await areKept("the first, under the next one's address");
  // Its content now, in the same element, with the person's name still in it, a moment after the last key.
  await write(" ბო");
  await turnTo(page, { heading: "საშემოსავლო დეკლარაცია", hidden: "2", reason: "" });
  await write("დეკლარაცია");
  wanted.push([second, "დეკლარაცია"]);
  await areKept("the second");
  // Another one at the same address and under the same heading: only its number tells.
  await turnTo(page, { hidden: "3", reason: "" });
  await write("მეორე დეკლარაცია");
  wanted.push([second, "მეორე დეკლარაცია"]);
  await areKept("the third, told by its number alone");
  // The framework leaves the text where it stands: the next one's draft begins with it, and this one stays.
  await turnTo(page, { address: address(third), heading: "შემწეობის მოთხოვნა", hidden: "4" });
  await write(", და შემწეობა");
  wanted.push([third, "მეორე დეკლარაცია, და შემწეობა"]);
  await areKept("the fourth, begun with what the page had left");
  await page.close();
}

// The practice portal's application form, as a person fills it in, and what is in it.
import type { ElementHandle, Page } from "puppeteer";
import { until } from "./until.ts";

/** What the form has, as the browser would send it; files by name. */
export async function formData(page: Page): Promise<Readonly<Record<string, string>>> {
  return await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("form.application, form[data-send]");
    const all: Record<string, string> = {};
    if (!form) return all;
    for (const [name, value] of new FormData(form)) if (name !== "csrf") all[name] = `${all[name] ? `${all[name]},` : ""}${typeof value === "string" ? value : value.name}`;
    return all;
  });
}

/**
 * Fills in a form by mouse and keyboard, as a person does.
 * @param file what is attached to it
 */
export async function typeForm(page: Page, mail: string, file: string): Promise<Readonly<Record<string, string>>> {
  await page.type("[name=fullName]", "ნინო ტესტაძე");
  await page.type("[name=personalNumber]", "01001000001");
  await page.type("[name=phone]", "599123456");
  await page.type("[name=mail]", mail);
  await page.evaluate(() => document.querySelector<HTMLInputElement>("[name=birth]")?.focus());
  await page.type("[name=birth]", "24111990");
  await page.select("[name=region]", "kutaisi");
  await page.click("[name=way][value=post]");
  await until(async () => (await page.$("[name=address]")) !== null, "the address field is there");
  await page.type("[name=address]", "ქუთაისი, რუსთაველის 1");
  await page.type("[name=copies]", "2");
  await page.select("[name=languages]", "ka", "ru");
  await page.type("[name=reason]", "პირველი სტრიქონი\nმეორე „სტრიქონი“ <b>&amp;");
  await page.click("[name=urgent]");
  await page.click("[name=truth]");
  const input = (await page.$("[name=papers]")) as ElementHandle<HTMLInputElement> | null;
  await input?.uploadFile(file);
  return await formData(page);
}

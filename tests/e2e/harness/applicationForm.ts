// The practice portal's application form, as a person fills it in, and what is in it: in the page itself, or in whatever the page has it in.
import type { ElementHandle, Frame, Page } from "puppeteer";
import { until } from "./until.ts";

/** A portal's component keeps its closed root here, where only the page's own scripts find it. */
type WithRoot = Element & { readonly inner?: ShadowRoot };

/** The page's frame with the form; where it has none, the page. */
export async function aroundForm(page: Page): Promise<Frame> {
  return (await (await page.$("iframe[title=განაცხადი]"))?.contentFrame()) ?? page.mainFrame();
}

/** An element of the form, or the control of the component that stands for it. It is waited for. */
export async function formElement(page: Page, selector: string): Promise<ElementHandle<HTMLElement>> {
  let found: ElementHandle<HTMLElement> | null = null;
  await until(async () => {
    // A frame or a component that is just drawn anew has nothing yet.
    const around = await aroundForm(page).catch(() => null);
    const handle = await around?.evaluateHandle((css) => {
      const view = document.querySelector<WithRoot>("portal-view");
      const one = (view ? (view.shadowRoot ?? view.inner) : document)?.querySelector<WithRoot>(css);
      return (one?.inner?.querySelector("input") ?? one ?? null) as HTMLElement | null;
    }, selector).catch(() => null);
    found = (handle?.asElement() ?? null) as ElementHandle<HTMLElement> | null;
    return found !== null;
  }, `${selector} is there`);
  if (!found) throw new Error("no such element");
  return found;
}

const ofForm = "form.application, form[data-send]";

/** What the form has, as the browser would send it; files by name. */
export async function formData(page: Page): Promise<Readonly<Record<string, string>>> {
  return await (await formElement(page, ofForm)).evaluate((form) => {
    const all: Record<string, string> = {};
    for (const [name, value] of new FormData(form as HTMLFormElement)) if (name !== "csrf") all[name] = `${all[name] ? `${all[name]},` : ""}${typeof value === "string" ? value : value.name}`;
    return all;
  });
}

/** As a person writes into a field. */
export async function typeInto(page: Page, name: string, words: string): Promise<void> {
  const field = await formElement(page, `[name=${name}]`);
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(words);
}

/** Presses the form's own button. */
export async function sendForm(page: Page): Promise<void> {
  await (await formElement(page, `:is(${ofForm}) button[type=submit]`)).click();
}

/**
 * Fills in a form by mouse and keyboard, as a person does.
 * @param file what is attached to it
 */
export async function typeForm(page: Page, mail: string, file: string): Promise<Readonly<Record<string, string>>> {
  const of = (selector: string): Promise<ElementHandle<HTMLElement>> => formElement(page, selector);
  const type = async (name: string, words: string): Promise<void> => (await of(`[name=${name}]`)).type(words);
  await type("fullName", "ნინო ტესტაძე");
  await type("personalNumber", "01001000001");
  await type("phone", "599123456");
  await type("mail", mail);
  await (await of("[name=birth]")).focus();
  await type("birth", "24111990");
  await (await of("[name=region]")).select("kutaisi");
  await (await of("[name=way][value=post]")).click();
  await type("address", "ქუთაისი, რუსთაველის 1");
  await type("copies", "2");
  await (await of("[name=languages]")).select("ka", "ru");
  await type("reason", "პირველი სტრიქონი\nმეორე „სტრიქონი“ <b>&amp;");
  await (await of("[name=urgent]")).click();
  await (await of("[name=truth]")).click();
  await ((await of("[name=papers]")) as unknown as ElementHandle<HTMLInputElement>).uploadFile(file);
  return await formData(page);
}

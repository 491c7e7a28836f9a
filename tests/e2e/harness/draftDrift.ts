// A page that changes at random, 200 times, while somebody writes in its form.
import type { Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

type Fields = readonly { readonly key: string; readonly values: readonly string[] }[];

/** The fields that somebody writes in, by their names, and what is in them in the end. */
type Written = Readonly<Record<string, string>>;

/**
 * Writes in two fields of the page's form; with each key the page changes in five places: nodes go, classes change, things are wrapped
 * and put elsewhere, and now and then the whole form is drawn anew, as frameworks do.
 * @param place where the form is: the page, or a frame of it; or in a component's root there @param tag before what is written
 */
export async function writeThroughDrift(page: Page, seed: number, place: Page | Frame = page, tag = ""): Promise<Written> {
  await place.evaluate((first) => {
    const view = document.querySelector<Element & { readonly inner?: ShadowRoot }>("portal-view");
    const root = view ? (view.shadowRoot ?? view.inner ?? document) : document;
    Object.assign(globalThis, { drifting: root });
    let state = first;
    const random = (below: number): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % below;
    const changes: ((one: Element, other: Element) => void)[] = [
      (one) => one.remove(),
      (one) => one.setAttribute("class", `x${random(99)}`),
      (one) => one.removeAttribute("data-send"),
      (one, other) => void (one.contains(other) || other.matches("input, textarea, select") || other.append(one)),
      (one) => one.parentElement?.append(one),
      (one) => one.after(one.cloneNode(true)),
      (one) => one.matches("h1, h2, label, legend") && (one.textContent = "სხვა წარწერა"),
    ];
    const drawAnew = (field: HTMLInputElement | HTMLTextAreaElement): void => {
      const form = field.form;
      if (!form) return;
      const copy = form.cloneNode(true) as HTMLFormElement;
      const values = [...form.querySelectorAll<HTMLInputElement>("input:not([type=file]), textarea, select")].map(({ value, checked }) => ({ value, checked }));
      [...copy.querySelectorAll<HTMLInputElement>("input:not([type=file]), textarea, select")].forEach((one, at) => Object.assign(one, values[at]));
      form.replaceWith(copy);
      const again = copy.querySelector<HTMLInputElement>(`[name="${CSS.escape(field.name)}"]`);
      again?.focus();
      again?.setSelectionRange(again.value.length, again.value.length);
    };
    let keys = 0;
    root.addEventListener("input", ({ target }) => {
      const field = target as HTMLInputElement | HTMLTextAreaElement;
      keys += 1;
      for (let step = 0; step < 5; step += 1) {
        const all = [...root.querySelectorAll(view ? "*" : "main, main *")].filter((one) => !one.contains(field) && !one.querySelector("input, textarea, select") && !one.matches("input, textarea, select, option"));
        const [one, other] = [all[random(all.length || 1)], all[random(all.length || 1)]];
        if (one && other) changes[random(changes.length)]?.(one, other);
      }
      if (keys % 9 === 0) drawAnew(field);
    });
  }, seed);
  const names = await place.evaluate(() => [...(globalThis as unknown as { readonly drifting: Document | ShadowRoot }).drifting.querySelectorAll<HTMLInputElement>("form :is(textarea, input:not([type]), input[type=text])")].filter((one) => one.checkVisibility() && one.name !== "").slice(0, 2).map(({ name }) => name));
  const written: Record<string, string> = {};
  for (const name of names) {
    await place.evaluate((one) => (globalThis as unknown as { readonly drifting: Document | ShadowRoot }).drifting.querySelector<HTMLElement>(`[name="${one}"]`)?.focus(), name);
    written[name] = `${tag}ქარში ${seed} ნაწერი სიტყვა`;
    await page.keyboard.type(written[name]);
  }
  return written;
}

/** In every markup all that was written is in one draft, and the page has heard of no failure. @param drafts the fields of each in the vault */
export async function losesNoWord(stage: Stage, drafts: () => Promise<readonly Fields[]>): Promise<void> {
  for (const [at, name] of ["classic", "app", "third"].entries()) {
    const seed = 101 + at;
    const page = await stage.openPortal(`/services/water/apply?markup=${name}`);
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(String(error)));
    // Of the markup before there is a draft already: the form's address is the same.
    await says(page, at === 0 ? text("page_form_tools") : text("page_form_found", { COUNT: at }));
    const written = Object.entries(await writeThroughDrift(page, seed));
    expect(written).toHaveLength(2);
    await until(async () => (await drafts()).some((fields) => written.every(([key, words]) => fields.some((one) => one.key === key && one.values[0] === words))), `${name}: all of it is kept`);
    expect((await drafts()).filter((fields) => JSON.stringify(fields).includes(`ქარში ${seed}`)), `${name}: in one draft`).toHaveLength(1);
    expect(failures).toEqual([]);
    await page.close();
  }
}

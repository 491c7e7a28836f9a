// A page that names pictures, frames of fields and forms as all that a script may ask of a document, a form or a window: the browser
// answers with those elements, to content scripts, too. See: [Note: fields that shadow].
import type { Page } from "puppeteer";

/** Taken hold of before anybody was misled: a test can't ask the document either. */
interface Held {
  /** Has the keyboard in the first field to type into. @returns how many names are taken */
  readonly type: () => number;
}

/** From now on every document of this tab misleads whoever asks it, from the moment its elements are there; the page's forms do, too. */
export async function misleads(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    // Our own frames are none of the page's.
    if (location.protocol !== "https:") return;
    const namesOf = (of: object): readonly string[] => (of === null ? [] : [...Object.getOwnPropertyNames(of), ...namesOf(Object.getPrototypeOf(of) as object)]);
    document.addEventListener("DOMContentLoaded", () => {
      const field = document.querySelector<HTMLInputElement>("form :is(input:not([type]), input[type=text])");
      const focus = field?.focus.bind(field);
      const { body, forms } = document;
      const add = body.append.bind(body);
      const make = document.createElement.bind(document);
      const ofForms = namesOf(HTMLFormElement.prototype);
      // What is ours in the window goes by this name (portal/world.ts).
      const ofPage = [...new Set([...namesOf(Document.prototype), ...namesOf(EventTarget.prototype), "moqalaqe"])].filter((one) => one !== "__proto__");
      for (const form of forms) {
        const append = form.append.bind(form);
        for (const name of ofForms) {
          const hidden = make("input");
          hidden.type = "hidden";
          hidden.name = name;
          append(hidden);
        }
      }
      const apart = make("div");
      apart.hidden = true;
      for (const name of ofPage) {
        const [picture, form] = [make("img"), make("form")];
        picture.setAttribute("name", name);
        picture.id = name;
        form.setAttribute("name", name);
        apart.append(picture, form);
      }
      add(apart);
      const type = (): number => {
        focus?.();
        return ofPage.length;
      };
      Object.assign(globalThis, { held: { type } satisfies Held });
    });
  });
}

/** Types into the page's first field. @returns how many names are taken in the page */
export async function typesInto(page: Page, words: string): Promise<number> {
  const names = await page.evaluate(() => (globalThis as unknown as { readonly held: Held }).held.type());
  await page.keyboard.type(words);
  return names;
}

// Forms whose fields have the names of what a script would ask of the form: the browser answers with the field.
import type { Page } from "puppeteer";
import type * as Detectors from "./detectorsEntry.ts";

/** @returns whether the tools for forms would be called: two fields inside, one of two outside, and one alone */
export async function namedFields(page: Page): Promise<Readonly<Record<"inside" | "outside" | "search", boolean>>> {
  return await page.evaluate(() => {
    const { mayUse } = (globalThis as unknown as { readonly detectors: typeof Detectors }).detectors;
    const asked = (html: string): boolean => {
      document.body.innerHTML = html;
      return mayUse(document, "forms");
    };
    return {
      inside: asked('<form><input name="elements"><input name="querySelectorAll"><input name="closest"></form>'),
      outside: asked('<form id="f"><input name="elements"></form><textarea form="f"></textarea>'),
      search: asked('<form><input name="elements"></form>'),
    };
  });
}

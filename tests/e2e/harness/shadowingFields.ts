// A form whose fields are called as what a script would ask of the form, in a page that names its pictures and forms as what it would
// ask of the page: the browser answers with the field, to a content script, too. See: [Note: fields that shadow].
import type { Page } from "puppeteer";
import type * as Detectors from "./detectorsEntry.ts";

const names = ["elements", "id", "action", "method", "submit", "requestSubmit", "title", "name", "length", "noValidate", "parentNode", "parentElement", "ownerDocument", "isConnected", "children", "firstElementChild", "previousElementSibling", "textContent", "querySelector", "querySelectorAll", "matches", "closest", "contains", "getAttribute", "checkVisibility"] as const;

export interface ReadInSpite {
  readonly forms: number;
  readonly signatureFields: number;
  readonly fields: readonly string[];
  readonly seen: readonly string[];
  readonly formKey: string;
  readonly title: string;
}

/** @returns what the tools read of such a form, in a page without headings @param all its fields, that of outside among them */
export async function readInSpite(page: Page): Promise<{ readonly read: ReadInSpite; readonly all: readonly string[] }> {
  const read = await page.evaluate((all) => {
    const { formWords, identify, readForm, readSeen } = (globalThis as unknown as { readonly detectors: typeof Detectors }).detectors;
    document.title = "განცხადება";
    document.body.innerHTML = `<main><form id="own">${all.map((one) => `<label>${one} <input name="${one}" value="${one}!"></label>`).join("")}<select name="elements"><option>elements?</option></select><label>ხელმოწერილი ფაილი <input type="file" name="signed" data-signed></label><button>გაგზავნა</button></form><label>გარეთ <input form="own" name="outside" value="outside!"></label></main><form name="title"></form><form name="body"></form><img name="documentElement">`;
    const [form] = formWords["application-form"](document);
    if (!form) throw new Error("the form was not found");
    const { formKey, title } = identify(document, form);
    return {
      forms: formWords["application-form"](document).length,
      signatureFields: formWords["signature-field"](document).length,
      fields: readForm(form).flatMap(({ kind, values }) => (kind === "text" ? values : [])),
      seen: readSeen(form, null).flatMap((one) => (one.kind === "field" ? [one.value] : [])),
      formKey,
      title,
    };
  }, [...names]);
  return { read, all: [...names, "outside"].map((one) => `${one}!`) };
}

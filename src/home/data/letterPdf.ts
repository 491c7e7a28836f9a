import type { FormContent } from "../../signing/formPdf/form.ts";
import { extensionUrl } from "../../platform/runtime.ts";

/** The font and the code that sets pages are large: loaded when a person first wants a PDF. */
export async function letterPdf(form: FormContent, name: string): Promise<File> {
  const [{ formToPdf }, { readTrueType }, font] = await Promise.all([import("../../signing/formPdf/formPdf.ts"), import("../../signing/pdf/trueType.ts"), fetch(extensionUrl("fonts/NotoSansGeorgian-Moqalaqe.ttf"))]);
  const pdf = await formToPdf(form, readTrueType(new Uint8Array(await font.arrayBuffer())), "NotoSansGeorgian-Moqalaqe");
  return new File([pdf], name, { type: "application/pdf" });
}

import type { FormContent } from "../../signing/formPdf/form.ts";
import { loadDocumentFont } from "../../platform/documentsWorker.ts";

/** The font and the code that sets pages are large: loaded when a person first wants a PDF. */
export async function letterPdf(form: FormContent, name: string): Promise<File> {
  const [{ formToPdf }, { readTrueType }, font] = await Promise.all([import("../../signing/formPdf/formPdf.ts"), import("../../signing/pdf/trueType.ts"), loadDocumentFont()]);
  const pdf = await formToPdf(form, readTrueType(font), "NotoSansGeorgian-Moqalaqe");
  return new File([pdf], name, { type: "application/pdf" });
}

import type { Texts } from "../i18n/texts.tsx";
import type { SeenForm } from "../forms/signLine.ts";
import { loadDocumentFont } from "../platform/documentsWorker.ts";
import { safeName } from "../platform/fileAccess.ts";
import type { FormContent, FormItem } from "../signing/formPdf/form.ts";
import { siteName } from "./siteName.ts";

/** What of a form is signed, as the PDF shows it. @param origin of the document with the form, from the browser */
export function formContent(form: SeenForm, origin: string, { t, language, date, time }: Texts, now: number): FormContent {
  const items = form.items.map((item): FormItem => {
    if (item.kind !== "check") return item;
    return { kind: "field", label: item.label, value: t(item.ticked ? "sign_form_ticked" : "sign_form_not_ticked") };
  });
  return {
    language,
    lead: [],
    title: form.title,
    about: [t("sign_form_about_site", { SITE: siteName(origin) }), t("sign_form_about_page", { ADDRESS: form.url }), t("sign_form_about_time", { TIME: `${date(now)} ${time(now)}` })],
    items,
    attachments: form.files,
    words: {
      attachments: t("sign_form_attachments"),
      empty: t("sign_form_empty"),
      size: (bytes) => t("sign_form_size", { SIZE: bytes }),
      page: (number, count) => t("sign_doc_page_of", { NUMBER: number, TOTAL: count }),
    },
    madeAt: new Date(now),
  };
}

/** The code that sets pages is loaded when it is wanted. */
export async function formDocument(content: FormContent): Promise<File> {
  const [{ formToPdf }, { readTrueType }, font] = await Promise.all([import("../signing/formPdf/formPdf.ts"), import("../signing/pdf/trueType.ts"), loadDocumentFont()]);
  const pdf = await formToPdf(content, readTrueType(font), "NotoSansGeorgian-Moqalaqe");
  // A colon, which no file name may have, stands between the service and what is asked of it.
  return new File([pdf], `${safeName(content.title.replaceAll(/\s*:\s+/g, " – ")).slice(0, 80)}.pdf`, { type: "application/pdf" });
}

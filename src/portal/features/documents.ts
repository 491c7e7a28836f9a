// The vault's documents in the page's file fields, and the portal's stored documents into the vault. Chosen in a frame.
import type { FromFrame, PageFile, ToFrame } from "../../forms/line.ts";
import { answerFiles } from "../detect/answers.ts";
import { allForms, asksPassword } from "../detect/inside.ts";
import { isA } from "../detect/unshadowed.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { controlsOf } from "../forms/controls.ts";
import { giveFile } from "../forms/download.ts";
import { putFile } from "../forms/fillForm.ts";
import { makePill } from "./pills.ts";

export const documents: Feature = { id: "documents", start };

function start(context: FeatureContext): void {
  const { document, signal, watch, find, t } = context;
  const panel = context.panel("documents", (line) => {
    const say = (message: ToFrame): void => line.postMessage(message);
    line.addEventListener("message", (event: MessageEvent<FromFrame>) => {
      const { data } = event;
      if (data.kind === "file/put") {
        const field = fileFields(document)[data.field];
        say({ kind: "file/done", asked: data.asked, done: field ? putFile(field.control, data.file) : false });
      }
      if (data.kind === "file/get") void giveFile(portalFiles(find), data, signal, (message, given) => line.postMessage(message, given));
    });
    line.start();
    say({ kind: "files", fields: fileFields(document).map(({ label }) => label), stored: portalFiles(find) });
  });
  const pill = makePill(context, panel.toggle);
  watch.onChange(() => {
    const [fields, stored] = [fileFields(document).length, portalFiles(find).length];
    if (fields === 0 && stored === 0) pill.show(null);
    else pill.show({ text: t(stored > 0 ? "page_documents_store" : "page_documents_field"), action: t("page_documents_open"), quiet: true });
  });
}

interface FileField {
  readonly label: string;
  readonly control: HTMLInputElement;
}

/** File fields of forms that a person fills in; never of one with a password in it. */
function fileFields(document: Document): readonly FileField[] {
  const fields: FileField[] = [];
  for (const form of allForms(document)) {
    if (asksPassword(form)) continue;
    for (const { control, kind, label, key } of controlsOf(form)) if (kind === "file" && isA(control, "HTMLInputElement") && !control.disabled) fields.push({ label: label || key, control });
  }
  return fields;
}

/** What the person keeps in the portal's own store. */
function portalFiles(find: FeatureContext["find"]): readonly PageFile[] {
  const place = find("document-store")[0];
  return place ? answerFiles(place) : [];
}

// May this PDF be signed (once more)? Its author may have said no.
import type { PdfDocument } from "../pdf/document.ts";
import { SigningError } from "../error.ts";
import { as, integerOf, nameOf, type PdfDict } from "../pdf/values.ts";
import type { FormFields } from "./fields.ts";

/**
 * What the author of a certified document allows (ISO 32000-1 §12.8.2.2, table 254):
 * "signing": forms may be filled in and signatures made, pages stay as they are (P = 2);
 * "annotating": comments, and so a visible block, too (P = 3).
 */
export type Permission = "everything" | "annotating" | "signing";

/** @throws SigningError PDF_ENCRYPTED, PDF_LOCKED */
export async function signingPermission(document: PdfDocument, fields: FormFields): Promise<Permission> {
  if (document.sections.some(({ trailer }) => trailer.entries.has("Encrypt"))) throw new SigningError("PDF_ENCRYPTED", "the document is encrypted");
  const level = await certificationLevel(document);
  // §12.7.4.5 with ISO 32000-2 table 236: the lock of a field that is signed may forbid what comes after.
  const locks = await Promise.all(fields.signatures.filter(({ value }) => value).map(async ({ dict }) => integerOf(as("dict", await document.get(dict, "Lock"))?.entries.get("P"))));
  const strictest = Math.min(...[level, ...locks].map((one) => one ?? 4));
  if (strictest === 1) throw new SigningError("PDF_LOCKED", "certified against every later change");
  return strictest === 2 ? "signing" : strictest === 3 ? "annotating" : "everything";
}

/** P of the certifying signature: 1, 2 or 3; null: the document is not certified. */
export async function certificationLevel(document: PdfDocument): Promise<1 | 2 | 3 | null> {
  const { dict: catalog } = await document.catalog();
  const permissions = as("dict", await document.get(catalog, "Perms"));
  const signature = permissions && as("dict", await document.get(permissions, "DocMDP"));
  return signature ? await levelOf(document, signature) : null;
}

/** P of a signature with a DocMDP transform; null: it has none. */
export async function levelOf(document: PdfDocument, signature: PdfDict): Promise<1 | 2 | 3 | null> {
  for (const item of as("array", await document.get(signature, "Reference"))?.items ?? []) {
    const reference = as("dict", await document.resolve(item));
    if (!reference || nameOf(reference.entries.get("TransformMethod")) !== "DocMDP") continue;
    const parameters = as("dict", await document.get(reference, "TransformParams"));
    const p = integerOf(parameters && (await document.get(parameters, "P")));
    // Table 254: 2 when it is not said.
    return p === 1 || p === 3 ? p : 2;
  }
  return null;
}

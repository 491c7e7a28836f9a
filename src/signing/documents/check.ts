// Can a PDF be signed at all? Asked when it is chosen, before anybody types a PIN.
import { toSigningFailure, type SigningFailure } from "../error.ts";
import { readFields } from "../pades/fields.ts";
import { type Permission, signingPermission } from "../pades/permission.ts";
import { PdfDocument } from "../pdf/document.ts";
import { findPage } from "../pdf/pages.ts";
import { blobSource } from "../pdf/source.ts";

export type PdfCheck =
  | { readonly ok: true; readonly permission: Permission; readonly signatures: number }
  | { readonly ok: false; readonly error: SigningFailure };

export async function checkPdf(file: Blob): Promise<PdfCheck> {
  try {
    const document = await PdfDocument.open(blobSource(file));
    const fields = await readFields(document);
    const permission = await signingPermission(document, fields);
    await findPage(document, 0);
    return { ok: true, permission, signatures: fields.signatures.filter(({ value }) => value).length };
  } catch (error) {
    return { ok: false, error: toSigningFailure(error) };
  }
}

// Can a document be signed at all? Asked when it is chosen, before anybody types a PIN.
import { SigningError, toSigningFailure, type SigningFailure } from "../error.ts";
import { type EmptyField, emptyFields } from "../pades/emptyFields.ts";
import { readFields } from "../pades/fields.ts";
import { type Permission, signingPermission } from "../pades/permission.ts";
import { PdfDocument } from "../pdf/document.ts";
import { findPage } from "../pdf/pages.ts";
import { blobSource } from "../pdf/source.ts";

export type DocumentCheck =
  /** `fields`: empty signature fields that can be filled in. */
  | { readonly ok: true; readonly kind: "pdf"; readonly permission: Permission; readonly signatures: number; readonly fields: readonly EmptyField[] }
  /** Anything else: goes into a container as it is. */
  | { readonly ok: true; readonly kind: "other" }
  | { readonly ok: false; readonly error: SigningFailure };

/** By its first bytes, not by its name. */
export async function isPdf(file: Blob): Promise<boolean> {
  return /%PDF-\d/.test(await file.slice(0, 1024).text());
}

export async function checkDocument(file: Blob): Promise<DocumentCheck> {
  try {
    if (file.size === 0) throw new SigningError("FILE_EMPTY", "no bytes at all");
    if (!(await isPdf(file))) return { ok: true, kind: "other" };
    const document = await PdfDocument.open(blobSource(file));
    if (document.cutOff) throw new SigningError("FILE_INCOMPLETE", "the newest revision has no end");
    const fields = await readFields(document);
    const permission = await signingPermission(document, fields);
    await findPage(document, 0);
    const empty = (await emptyFields(document, fields)).map(({ name, page, rect }) => ({ name, page, rect }));
    return { ok: true, kind: "pdf", permission, signatures: fields.signatures.filter(({ value }) => value).length, fields: empty };
  } catch (error) {
    return { ok: false, error: error instanceof DOMException ? { code: "FILE_UNREADABLE", message: "the file could not be read" } : toSigningFailure(error) };
  }
}

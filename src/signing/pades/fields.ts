// Signature fields of a form (ISO 32000-1 §12.7.4.5).
import type { PdfDocument } from "../pdf/document.ts";
import { malformed } from "../pdf/parser.ts";
import { as, dictOf, nameOf, type PdfDict, type PdfRef, type PdfValue, textOf } from "../pdf/values.ts";

export interface SignatureField {
  /** Full name, parts joined by dots (§12.7.3.2). */
  readonly name: string;
  /** null: the field is no object of its own (it should be; some writers put it in place). */
  readonly at: PdfRef | null;
  readonly dict: PdfDict;
  /** The signature dictionary; null: not signed yet. */
  readonly value: PdfDict | null;
  readonly valueAt: PdfRef | null;
}

export interface FormFields {
  /** Full names of all fields. */
  readonly names: ReadonlySet<string>;
  readonly signatures: readonly SignatureField[];
}

const mostFields = 100_000;

export async function readFields(document: PdfDocument): Promise<FormFields> {
  const { dict: catalog } = await document.catalog();
  const form = as("dict", await document.get(catalog, "AcroForm"));
  const names = new Set<string>();
  const signatures: SignatureField[] = [];
  const seen = new Set<number>();
  const visit = async (value: PdfValue, above: string, type: string | null): Promise<void> => {
    const at = as("ref", value);
    if (at && seen.has(at.num)) return;
    if (at) seen.add(at.num);
    if (seen.size > mostFields) throw malformed("too many fields");
    const field = as("dict", await document.resolve(value));
    if (!field) return;
    const own = textOf(await document.get(field, "T"));
    const name = own === null ? above : above === "" ? own : `${above}.${own}`;
    if (own !== null) names.add(name);
    const kind = nameOf(await document.get(field, "FT")) ?? type;
    const kids = as("array", await document.get(field, "Kids"))?.items ?? [];
    if (kind === "Sig" && (own !== null || field.entries.has("V"))) {
      signatures.push({ name, at, dict: field, value: dictOf(await document.get(field, "V")), valueAt: as("ref", field.entries.get("V")) });
    }
    for (const kid of kids) await visit(kid, name, kind);
  };
  const fields = form ? (as("array", await document.get(form, "Fields"))?.items ?? []) : [];
  for (const field of fields) await visit(field, "", null);
  return { names, signatures };
}

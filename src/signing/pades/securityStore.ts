// The Document Security Store (EN 319 142-1 §5.4.2): what it takes to check the signatures years later, put behind them in
// an update of its own. It changes nothing that is shown, and no signature has to know of it.
import { concat, type Bytes } from "../../card/bytes.ts";
import { joinBlobs } from "../../codec/distantFile.ts";
import { PdfDocument } from "../pdf/document.ts";
import { deflate } from "../pdf/filters.ts";
import { blobSource } from "../pdf/source.ts";
import { PdfUpdate } from "../pdf/update.ts";
import { array, as, dict, name, type PdfRef, type PdfValue, stream, withEntries } from "../pdf/values.ts";
import type { Evidence } from "../verify/context.ts";

/** The file with the evidence added to what its store holds already. @throws SigningError PDF_BROKEN */
export async function addToStore(file: Blob, evidence: Evidence): Promise<Blob> {
  const document = await PdfDocument.open(blobSource(file));
  const update = new PdfUpdate(document);
  const catalog = await document.catalog();
  const known = catalog.dict.entries.get("DSS");
  const store = as("dict", await document.resolve(known)) ?? dict({ Type: name("DSS") });
  const lists: readonly (readonly [string, readonly Bytes[]])[] = [["Certs", evidence.certificates], ["CRLs", evidence.crls], ["OCSPs", evidence.ocspResponses]];
  const entries: Record<string, PdfValue> = {};
  for (const [key, values] of lists) {
    const items = [...(as("array", await document.get(store, key))?.items ?? [])];
    for (const value of values) items.push(await packed(update, value));
    if (items.length > 0) entries[key] = array(items);
  }
  const grown = withEntries(store, entries);
  const at = as("ref", known);
  if (at) update.set(at, grown);
  else update.set(catalog.at, withEntries(catalog.dict, { DSS: grown }));
  const { bytes } = update.write(crypto.getRandomValues(new Uint8Array(16)));
  return joinBlobs([file, concat(bytes)], "application/pdf");
}

async function packed(update: PdfUpdate, value: Bytes): Promise<PdfRef> {
  return update.add(stream(dict({ Filter: name("FlateDecode") }), await deflate(value)));
}

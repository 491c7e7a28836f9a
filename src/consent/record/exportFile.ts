// The whole record as one JSON-LD document, and back. What we wrote is read strictly; what others wrote goes through
// foreign.ts.
import { type Codec, fieldsOf, instant, list, RecordError, shape } from "./codec.ts";
import { inTodaysTerms } from "./formerExport.ts";
import type { DataRecord } from "./record.ts";
import { dataRecord } from "./shapes.ts";
import { context, recordProfile } from "./terms.ts";

interface Export {
  readonly createdAt: string;
  readonly records: readonly DataRecord[];
}

/** More than anybody keeps: with 5,000 records, their consents, organisations and requests an export has some 15,000. */
const mostRecords = 100_000;

const exportFile: Codec<Export> = shape({ createdAt: ["dct:created", instant], records: ["@graph", list(dataRecord, mostRecords)] }, { "@context": context, "@type": "mq:Export", "dct:conformsTo": recordProfile });

/** JSON Schema (draft 2020-12) of an export; the copy in schema/export.schema.json is held equal by a test. */
export const exportSchema = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "urn:moqalaqe:schema:export", title: "Moqalaqe export: ISO/IEC TS 27560 records with W3C DPV terms", ...exportFile.schema };

/** @param now milliseconds since the epoch */
export function exportRecords(records: readonly DataRecord[], now: number): string {
  return `${JSON.stringify(exportFile.encode({ createdAt: new Date(now).toISOString(), records }), null, 2)}\n`;
}

/**
 * @returns null if this is no export of ours
 * @throws {RecordError} if it is one and broken; its path says where
 */
export function importRecords(document: unknown): readonly DataRecord[] | null {
  if (typeof document !== "object" || document === null || Array.isArray(document) || fieldsOf(document, "")["@type"] !== "mq:Export") return null;
  const { records } = exportFile.decode(inTodaysTerms(fieldsOf(document, ""), context), "");
  const ids = new Set(records.map(({ id }) => id));
  if (ids.size !== records.length) throw new RecordError("@graph", "has the same id twice");
  return records;
}

// A receipt: one consent with what it is about and who holds it, complete in itself, as canonical bytes for the card to
// sign (CAdES, detached). Whoever has the file and the signature can check both without us.
import { canonicalJson } from "./canonical.ts";
import { withoutCalledOff } from "./consentState.ts";
import type { Consent, DataRecord, Holding, Organisation } from "./record.ts";
import { dataRecord } from "./shapes.ts";
import { context, receiptProfile } from "./terms.ts";

export interface ReceiptParts {
  readonly consent: Consent;
  readonly organisation: Organisation;
  readonly holding: Holding | null;
}

/**
 * @param receiptId UUID of this receipt
 * @param now milliseconds since the epoch
 * @returns UTF-8 of the canonical JSON-LD (RFC 8785), without a line end
 * @throws if the parts do not belong together
 */
export function receiptBytes({ consent, organisation, holding }: ReceiptParts, receiptId: string, now: number): Uint8Array<ArrayBuffer> {
  if (consent.organisationId !== organisation.id || (holding !== null && consent.holdingId !== holding.id)) throw new Error("the receipt's parts do not belong together");
  // A grant for a later day that was taken back before it would be read as one that holds from that day: whoever reads a receipt goes by days.
  const parts: readonly DataRecord[] = [{ ...consent, events: withoutCalledOff(consent.events) }, organisation, ...(holding ? [holding] : [])];
  const receipt = {
    "@type": "dpv:ConsentReceipt",
    "@id": `urn:uuid:${receiptId}`,
    "dct:identifier": receiptId,
    "dct:conformsTo": receiptProfile,
    "dct:created": new Date(now).toISOString(),
    "dpv:hasRecordOfActivity": { "@id": `urn:uuid:${consent.id}` },
  };
  return new TextEncoder().encode(canonicalJson({ "@context": context, "@graph": [receipt, ...parts.map((one) => dataRecord.encode(one))] }));
}

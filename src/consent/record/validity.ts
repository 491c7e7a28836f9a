// For how long a consent is given: a person knows it of the consent, ISO/IEC TS 27560 wants it with each event that gave it.
import { dayFromIso } from "../calendar/day.ts";
import { isoDate, type Codec, fieldsOf, RecordError } from "./codec.ts";
import { dayOfEvent, isValid } from "./consentState.ts";
import { nodeOf } from "./nodes.ts";
import type { Consent, ConsentEvent } from "./record.ts";

/** Until the end of a day. */
export const untilTime = nodeOf("dpv:UntilTimeDuration", "rdf:value", isoDate);

const term = "dpv:hasConsentStatus";
const lasting = "dpv:hasDuration";
/** No end is stated, which is not the same as having none. */
const openEnd = "dpv:IndeterminateDuration";

/** Nothing for an event that gave nothing; what was given anew after the last day was not given until that day. */
function durationOf(event: ConsentEvent | undefined, { validUntil }: Consent): unknown {
  if (!event || !isValid(event.state)) return undefined;
  return validUntil === null || dayOfEvent(event) > (dayFromIso(validUntil) ?? Infinity) ? { "@type": openEnd } : untilTime.encode(validUntil);
}

/** Files of before had the last day with each event. */
function isDurationOf(said: unknown, event: ConsentEvent | undefined, consent: Consent): boolean {
  const all = [durationOf(event, consent), ...(event && isValid(event.state) && consent.validUntil !== null ? [untilTime.encode(consent.validUntil)] : [])];
  return all.some((one) => JSON.stringify(one) === JSON.stringify(said));
}

/** Writes it with the events; reading, it may be missing there, but never say something else than the consent does. */
export function withValidity(codec: Codec<Consent>): Codec<Consent> {
  const properties = fieldsOf(codec.schema["properties"], "");
  const list = fieldsOf(properties[term], "");
  const item = fieldsOf(list["items"], "");
  const duration = { oneOf: [untilTime.schema, { type: "object", properties: { "@type": { const: openEnd } }, required: ["@type"], additionalProperties: false }] };
  return {
    encode: (value) => {
      const node = fieldsOf(codec.encode(value), "");
      if (node[term] === undefined) return node;
      return { ...node, [term]: eventsOf(node[term], "").map((one, i) => ({ ...one, [lasting]: durationOf(value.events[i], value) })) };
    },
    decode: (value, path) => {
      const node = fieldsOf(value, path);
      if (node[term] === undefined) return codec.decode(node, path);
      const events = eventsOf(node[term], `${path}/${term}`);
      const decoded = codec.decode({ ...node, [term]: events.map((event) => Object.fromEntries(Object.entries(event).filter(([key]) => key !== lasting))) }, path);
      for (const [i, { [lasting]: said }] of events.entries()) {
        if (said !== undefined && !isDurationOf(said, decoded.events[i], decoded)) throw new RecordError(`${path}/${term}/${i}/${lasting}`, "is not what the consent says");
      }
      return decoded;
    },
    check: (value, path) => codec.check(value, path),
    schema: { ...codec.schema, properties: { ...properties, [term]: { ...list, items: { ...item, properties: { ...fieldsOf(item["properties"], ""), [lasting]: duration } } } } },
  };
}

function eventsOf(value: unknown, path: string): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) throw new RecordError(path, "is no list");
  return value.map((one, i) => fieldsOf(one, `${path}/${i}`));
}

// What of a page's message goes on to the service worker: the protocol's own fields, and no more of them than any
// honest request has. Everything is checked there (webeid/pageRequest.ts); here only the size is bounded.

import { type Fields, isFields } from "../codec/fields.ts";

const names = ["action", "libraryVersion", "challengeNonce", "certificate", "hash", "hashFunction"] as const;
const longest = 16_384;

type Plain = string | number | boolean | null;

interface Relayed {
  /** null: one of the fields is too long to be passed on. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** options.userInteractionTimeout, unchecked. */
  readonly timeout: unknown;
}

export function relayedFields(message: unknown): Relayed {
  const fields = fieldsOf(message);
  const options = fieldsOf(fields["options"]);
  const given = fields["options"];
  const data: Record<string, unknown> = {};
  for (const name of names) data[name] = plain(fields[name]);
  if (given !== undefined && given !== null) {
    const timeout = plain(options["userInteractionTimeout"]);
    data["options"] = typeof given === "object" ? { lang: plain(options["lang"]), userInteractionTimeout: timeout } : plain(given);
  }
  const tooLong = [...Object.values(data), options["lang"]].some((value) => typeof value === "string" && value.length > longest);
  return { data: tooLong ? null : data, timeout: options["userInteractionTimeout"] };
}

/** A plain value as it is; an object, which no field may be, as something that fails its check but weighs nothing. */
function plain(value: unknown): Plain | undefined {
  if (value === undefined || value === null) return undefined;
  // JSON, which carries runtime messages, would turn NaN and the infinities into null: "not given".
  if (typeof value === "number") return Number.isFinite(value) ? value : false;
  return typeof value === "string" || typeof value === "boolean" ? value : false;
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

// When things happened, and for how long they hold, in other tools' consent records: the guide's terms, those of DPV 1 and of its drafts,
// and what tools in use write beside them.
import { isValid } from "./consentState.ts";
import type { Expanded } from "./expand.ts";
import { instantIn } from "./foreignWords.ts";
import { dct, dpv } from "./terms.ts";
import type { ConsentState } from "./vocabulary.ts";

type Values = readonly (Expanded | string)[];

const happening = [dct("date"), dpv("isIndicatedAtTime"), "http://www.w3.org/ns/prov#atTime"];
const writing = [dct("created"), dct("issued"), dpv("hasTimestamp")];
/** A record that was changed since it was made was changed when what it says now came about. */
const ofGiving = [dpv("hasEffectiveDate"), dpv("hasProvisionTime")];
const ofEnding = [dpv("hasWithdrawalTime"), dct("modified")];

const textsOf = (node: Expanded, terms: readonly string[]): readonly string[] => terms.flatMap((term) => node.values.get(term) ?? []).filter((one) => typeof one === "string");

/** When a node says that it came to that state; null: it does not say. */
export function whenIn(node: Expanded, state: ConsentState): string | null {
  const [text] = textsOf(node, [...happening, ...(isValid(state) ? ofGiving : ofEnding), ...writing]);
  return text === undefined ? null : instantIn(text);
}

/** What a record, and not one of its events, says of its last day. */
export const expiryIn = (record: Expanded): string | null => textsOf(record, [dpv("hasExpiryDate"), dpv("hasExpiryTime"), dpv("hasExpiry"), dct("valid")])[0] ?? null;

const isoDuration = /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;

/**
 * How long, as it is said: a text, or what stands in the node of a duration. Tools have terms of their own in there, and an ISO 8601 duration
 * is nothing else under any term; the class alone says nothing.
 * @param label what the node is called
 */
export function durationIn([value]: Values, nodeOf: (value: Expanded | string) => Expanded | null, label: (value: Expanded | string) => string | null): string | null {
  if (value === undefined) return null;
  const node = nodeOf(value);
  const said = label(value);
  if (node === null) return said;
  const own = [...node.values.values()].flat().find((one): one is string => typeof one === "string" && isoDuration.test(one));
  return own ?? (node.types.some((type) => type.endsWith(`#${said ?? ""}`)) ? null : said);
}

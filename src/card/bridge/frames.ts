// [Note: bridge channel] Between a card worker of the extension and the worker of the bridge app lie four hops: a
// MessagePort to the extension's service worker, a chrome.runtime port to the app's window, a MessagePort to the app's
// worker. The runtime port carries JSON only. What the two ends say to each other are the frames below; what lies
// between passes them on unread (envelopes.ts). Bytes that a card gets or gives are sealed (seal.ts): the texts on the
// way, which nobody can wipe, hold no PIN. One request is one frame, one answer is one frame.
import { type Fields, isFields } from "../../codec/fields.ts";
import { type CardErrorCode, type CardErrorDetail, cardErrorCodes } from "../error.ts";
import { type Disposition, Feature, type FeatureCode, type ReaderState } from "../reader.ts";

/** A reader as the app sees it. `id` is the app's own; `descriptor` is base64. */
export interface BridgeReaderRecord extends Omit<ReaderState, "road"> {
  readonly interfaceClass: number | null;
  readonly descriptor: string | null;
}

/** Card worker → app. `id` counts up from 1 in a session; `card` is the number that `connect` was answered with. */
export type ClientFrame =
  /** First of all: the channel's version, and a P-256 public key in base64 (raw, uncompressed). */
  | { readonly op: "open"; readonly version: number; readonly key: string }
  | { readonly op: "refresh"; readonly id: number }
  | { readonly op: "connect"; readonly id: number; readonly reader: string }
  | { readonly op: "transmit"; readonly id: number; readonly card: number; readonly sealed: string }
  | { readonly op: "control"; readonly id: number; readonly card: number; readonly feature: FeatureCode; readonly sealed: string }
  | { readonly op: "disconnect"; readonly id: number; readonly card: number; readonly disposition: Disposition }
  /** Ends request `id` early; that request's own answer still comes. */
  | { readonly op: "cancel"; readonly id: number };

export interface ConnectResult {
  readonly card: number;
  /** Base64. */
  readonly atr: string;
  readonly protocol: "t0" | "t1";
  readonly apduLength: "short" | "extended";
  readonly features: readonly FeatureCode[];
}

/** App → card worker. */
export type AppFrame =
  | { readonly op: "opened"; readonly key: string }
  /** After `opened` and after each change: every slot of every reader. */
  | { readonly op: "readers"; readonly readers: readonly BridgeReaderRecord[] }
  | { readonly op: "done"; readonly id: number; readonly connected?: ConnectResult; readonly sealed?: string }
  | { readonly op: "failed"; readonly id: number; readonly code: CardErrorCode; readonly detail: CardErrorDetail };

const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isCode = (value: unknown): value is CardErrorCode => cardErrorCodes.some((one) => one === value);
const isFeature = (value: unknown): value is FeatureCode => Object.values(Feature).some((one) => one === value);
const isDisposition = (value: unknown): value is Disposition => value === "leave" || value === "reset" || value === "unpower";
const isCardState = (value: unknown): value is ReaderState["card"] => value === "absent" || value === "present" || value === "mute" || value === "unknown";

/** @returns the frame with its known fields only; null for anything else. */
export function parseClientFrame(value: unknown): ClientFrame | null {
  if (!isFields(value)) return null;
  const { op, id, card, version, key, reader, sealed, feature, disposition } = value;
  if (op === "open") return isCount(version) && isText(key) ? { op, version, key } : null;
  if (!isCount(id)) return null;
  switch (op) {
    case "refresh":
    case "cancel":
      return { op, id };
    case "connect":
      return isText(reader) ? { op, id, reader } : null;
    case "transmit":
      return isCount(card) && isText(sealed) ? { op, id, card, sealed } : null;
    case "control":
      return isCount(card) && isFeature(feature) && isText(sealed) ? { op, id, card, feature, sealed } : null;
    case "disconnect":
      return isCount(card) && isDisposition(disposition) ? { op, id, card, disposition } : null;
    default:
      return null;
  }
}

/** @returns the frame with its known fields only; null for anything else. */
export function parseAppFrame(value: unknown): AppFrame | null {
  if (!isFields(value)) return null;
  const { op, id, key, readers, connected, sealed, code, detail } = value;
  switch (op) {
    case "opened":
      return isText(key) ? { op, key } : null;
    case "readers": {
      const parsed = Array.isArray(readers) ? readers.map(parseReader) : [null];
      return parsed.every((one) => one !== null) ? { op, readers: parsed } : null;
    }
    case "done": {
      const result = connected === undefined ? undefined : parseConnected(connected);
      if (!isCount(id) || result === null || !(sealed === undefined || isText(sealed))) return null;
      return { op, id, ...(result ? { connected: result } : {}), ...(sealed === undefined ? {} : { sealed }) };
    }
    case "failed":
      return isCount(id) && isCode(code) ? { op, id, code, detail: parseDetail(detail) } : null;
    default:
      return null;
  }
}

function parseReader(value: unknown): BridgeReaderRecord | null {
  if (!isFields(value)) return null;
  const { id, name, usbId, slot, insertions, card, refusal, interfaceClass, descriptor } = value;
  const orNull = <T>(is: (one: unknown) => one is T, one: unknown): one is T | null => one === null || is(one);
  if (!isText(id) || !isText(name) || !orNull(isText, usbId) || !isCount(slot) || !isCount(insertions)) return null;
  if (!isCardState(card) || !orNull(isCode, refusal) || !orNull(isCount, interfaceClass) || !orNull(isText, descriptor)) return null;
  return { id, name, usbId, slot, insertions, card, refusal, interfaceClass, descriptor };
}

function parseConnected(value: unknown): ConnectResult | null {
  if (!isFields(value)) return null;
  const { card, atr, protocol, apduLength, features } = value;
  if (!isCount(card) || !isText(atr) || (protocol !== "t0" && protocol !== "t1")) return null;
  if ((apduLength !== "short" && apduLength !== "extended") || !Array.isArray(features)) return null;
  // A feature this side does not know yet is one it does not use.
  return { card, atr, protocol, apduLength, features: features.filter(isFeature) };
}

function parseDetail(value: unknown): CardErrorDetail {
  const { triesLeft, statusWord }: Fields = isFields(value) ? value : {};
  return { ...(isCount(triesLeft) ? { triesLeft } : {}), ...(isCount(statusWord) ? { statusWord } : {}) };
}

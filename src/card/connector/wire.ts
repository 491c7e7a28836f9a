// The messages of Google's Smart Card Connector, from its public description (docs/connector-app-api.md in
// GoogleChromeLabs/chromeos_smart_card_connector): PC/SC calls by name, answers by number. What comes is checked.
import { type Bytes, allocate } from "../bytes.ts";
import { PcscError } from "../pcsc/pcscError.ts";

export const requestType = "pcsc_lite_function_call::request";
export const responseType = "pcsc_lite_function_call::response";

export interface CallRequest {
  readonly type: typeof requestType;
  readonly data: { readonly request_id: number; readonly payload: { readonly function_name: string; readonly arguments: readonly unknown[] } };
}

export type Incoming =
  | { readonly kind: "ping" }
  | { readonly kind: "results"; readonly id: number; readonly results: readonly unknown[] }
  | { readonly kind: "error"; readonly id: number }
  /** An answer to this call that makes no sense. */
  | { readonly kind: "malformed"; readonly id: number }
  /** Nothing of ours, or nothing at all. */
  | { readonly kind: "other" };

export function callRequest(id: number, functionName: string, args: readonly unknown[]): CallRequest {
  return { type: requestType, data: { request_id: id, payload: { function_name: functionName, arguments: args } } };
}

export const pong = (channelId: number): object => ({ type: "pong", data: { channel_id: channelId } });

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Never throws. */
export function readMessage(message: unknown): Incoming {
  if (!isRecord(message)) return { kind: "other" };
  const { type, data } = message;
  if (type === "ping") return { kind: "ping" };
  if (type !== responseType || !isRecord(data)) return { kind: "other" };
  const { request_id: id, payload, error } = data;
  if (typeof id !== "number" || !Number.isSafeInteger(id)) return { kind: "other" };
  if (typeof error === "string") return { kind: "error", id };
  return Array.isArray(payload) ? { kind: "results", id, results: payload } : { kind: "malformed", id };
}

/** @throws PcscError malformed */
export function numberAt(results: readonly unknown[], index: number): number {
  const value = results[index];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw new PcscError("malformed", "not a number");
  return value;
}

/** @throws PcscError malformed */
export function textsAt(results: readonly unknown[], index: number): readonly string[] {
  const value = results[index];
  if (!Array.isArray(value) || !value.every((one) => typeof one === "string")) throw new PcscError("malformed", "not a list of names");
  return value;
}

/** Bytes travel as arrays of numbers. @throws PcscError malformed */
export function bytesOf(value: unknown): Bytes {
  if (!Array.isArray(value)) throw new PcscError("malformed", "not bytes");
  const bytes = allocate(value.length);
  for (const [i, one] of value.entries()) {
    if (typeof one !== "number" || !Number.isInteger(one) || one < 0 || one > 255) throw new PcscError("malformed", "not a byte");
    bytes[i] = one;
  }
  return bytes;
}

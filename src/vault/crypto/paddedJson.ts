// JSON whose length tells little: what is sealed to the inbox, and the folder's heads and batches.
import { type Bytes, concat } from "../../card/bytes.ts";
import { uint32 } from "./derive.ts";

const padTo = 256;

/** length (4) ‖ JSON ‖ zeros up to a multiple of 256. */
export function paddedJson(value: unknown): Bytes {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const length = Math.ceil((4 + json.length) / padTo) * padTo;
  return concat(uint32(json.length), json, new Uint8Array(length - 4 - json.length));
}

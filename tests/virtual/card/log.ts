// What the card was asked, for tests and counts. PIN bytes never get in.
import type { Command } from "./apdu.ts";
import { type Bytes, toHex } from "./bytes.ts";

export interface LogEntry {
  readonly ins: number;
  /** Hexadecimal; the data field of VERIFY, CHANGE and RESET as `**` a byte. */
  readonly command: string;
  /** Hexadecimal, data ‖ SW. */
  readonly response: string;
  readonly sw: number;
  readonly ms: number;
}

const CARRIES_PIN = new Set([0x20, 0x24, 0x2c]);

export function logEntry(apdu: Bytes, command: Command | null, response: Bytes, ms: number): LogEntry {
  const ins = apdu[1] ?? 0;
  const sw = (response.at(-2) ?? 0) * 256 + (response.at(-1) ?? 0);
  const shown = CARRIES_PIN.has(ins) ? masked(apdu, command) : toHex(apdu);
  return { ins, command: shown, response: toHex(response), sw, ms };
}

function masked(apdu: Bytes, command: Command | null): string {
  const length = command === null ? apdu.length - 4 : command.data.length;
  const lead = command === null ? 4 : command.extended ? 7 : 5;
  if (length <= 0) return toHex(apdu);
  return toHex(apdu.slice(0, lead)) + "**".repeat(length) + toHex(apdu.slice(lead + length));
}

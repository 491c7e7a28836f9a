// A portal that gives its files as a slow line or a failing connection does.
import type { ServerResponse } from "node:http";
import { setTimeout as rest } from "node:timers/promises";

export interface Slowly {
  /** Bytes at a time, and milliseconds after each. */
  readonly piece: number;
  readonly restMs: number;
  /** Whether it says how long a file is. */
  readonly length: boolean;
  /** The connection is lost after so many bytes. */
  readonly breaksAfter?: number;
}

/** @returns whether all of it was given, and nobody had left */
export async function sendSlowly(response: ServerResponse, bytes: Uint8Array, headers: Readonly<Record<string, string>>, { piece, restMs, length, breaksAfter = Infinity }: Slowly): Promise<boolean> {
  response.writeHead(200, { ...headers, ...(length ? { "content-length": String(bytes.length) } : {}) });
  for (let at = 0; at < bytes.length && !response.destroyed; at += piece) {
    if (at >= breaksAfter) {
      response.destroy();
      return false;
    }
    response.write(bytes.subarray(at, at + piece));
    await rest(restMs);
  }
  if (response.destroyed) return false;
  response.end();
  return true;
}

import { expect } from "vitest";
import { CardError } from "../../../src/card/error.ts";

/** Runs a decoder on bytes that may be anything: its answer, or null for the typed error; other errors pass through. */
export function typed<T>(decode: () => T): T | null {
  const start = performance.now();
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof CardError)) throw error;
    return null;
  } finally {
    // Not a benchmark: a decoder that takes a second over some bytes does not end in time at all.
    expect(performance.now() - start).toBeLessThan(1_000);
  }
}

/** The code of the typed error, or "fine". */
export function codeOf(act: () => unknown): string {
  try {
    act();
    return "fine";
  } catch (error) {
    if (error instanceof CardError) return error.code;
    throw error;
  }
}

// Clock rate conversion and baud rate adjustment, ISO/IEC 7816-3:2006 §8.3, tables 7 and 8.

const fi: readonly (number | null)[] = [
  372, 372, 558, 744, 1116, 1488, 1860, null, null, 512, 768, 1024, 1536, 2048, null, null,
];
const di: readonly (number | null)[] = [
  null, 1, 2, 4, 8, 16, 32, 64, 12, 20, null, null, null, null, null, null,
];

/** F = 372, D = 1: in force after reset. */
export const defaultTa1 = 0x11;

/** F and D of a TA1 byte; null when either is reserved. */
export function factors(ta1: number): { readonly f: number; readonly d: number } | null {
  const f = fi[ta1 >> 4];
  const d = di[ta1 & 0x0f];
  return f && d ? { f, d } : null;
}

/** Bits per second at a clock of `clockKHz`. */
export function baudRate(ta1: number, clockKHz: number): number | null {
  const both = factors(ta1);
  return both && (clockKHz * 1000 * both.d) / both.f;
}

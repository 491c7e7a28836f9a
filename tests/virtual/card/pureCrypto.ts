// Key operations in plain BigInt, for a card inside a browser worker: WebCrypto can do neither a raw RSA operation
// nor ECDSA over a ready hash. Slow and not constant time; the keys are test keys.
import { type Bytes, join } from "./bytes.ts";
import type { CardCrypto } from "./crypto.ts";
import type { CardKey } from "./image.ts";

function bigOf(bytes: Uint8Array): bigint {
  let text = "0x0";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return BigInt(text);
}

function bytesOf(value: bigint, length: number): Bytes {
  const digits = value.toString(16).padStart(2 * length, "0");
  return Uint8Array.from({ length }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

function member(key: CardKey, name: "n" | "p" | "q" | "dp" | "dq" | "qi" | "d"): bigint {
  const text = key.jwk[name];
  if (text === undefined) throw new RangeError(`key without ${name}`);
  return bigOf(Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)));
}

const mod = (a: bigint, m: bigint): bigint => ((a % m) + m) % m;

/** Sliding windows of 4 bits: a quarter of the multiplications of the plain ladder. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const table = [1n];
  for (let i = 1; i < 16; i += 1) table.push(((table[i - 1] ?? 1n) * base) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let i = 0; i < 4; i += 1) result = (result * result) % modulus;
    result = (result * (table[Number.parseInt(digit, 16)] ?? 1n)) % modulus;
  }
  return result;
}

/** Extended Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1] = [modulus, mod(value, modulus)];
  let [t0, t1] = [0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return mod(t0, modulus);
}

interface Curve {
  readonly p: bigint;
  readonly n: bigint;
  readonly g: readonly [bigint, bigint];
  readonly bytes: number;
}

/** SEC 2 §2.4 and §2.5; a = -3 on both. */
const CURVES: Readonly<Record<number, Curve>> = {
  256: {
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    g: [
      0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
      0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
    ],
    bytes: 32,
  },
  384: {
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    g: [
      0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
      0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5fn,
    ],
    bytes: 48,
  },
};

/** Jacobian coordinates: one inversion for the whole multiplication instead of one a step. */
type Point = readonly [x: bigint, y: bigint, z: bigint];

function double([x, y, z]: Point, p: bigint): Point {
  const delta = (z * z) % p;
  const gamma = (y * y) % p;
  const beta = (x * gamma) % p;
  const alpha = (3n * (x - delta) * (x + delta)) % p;
  const x3 = mod(alpha * alpha - 8n * beta, p);
  const y3 = mod(alpha * (4n * beta - x3) - 8n * gamma * gamma, p);
  return [x3, y3, mod((y + z) * (y + z) - gamma - delta, p)];
}

function add(a: Point, b: Point, p: bigint): Point {
  if (a[2] === 0n) return b;
  const za = (a[2] * a[2]) % p;
  const zb = (b[2] * b[2]) % p;
  const [u1, u2] = [(a[0] * zb) % p, (b[0] * za) % p];
  const [s1, s2] = [(a[1] * b[2] * zb) % p, (b[1] * a[2] * za) % p];
  const h = mod(u2 - u1, p);
  const r = mod(s2 - s1, p);
  if (h === 0n) return r === 0n ? double(a, p) : [1n, 1n, 0n];
  const hh = (h * h) % p;
  const hhh = (h * hh) % p;
  const v = (u1 * hh) % p;
  const x = mod(r * r - hhh - 2n * v, p);
  return [x, mod(r * (v - x) - s1 * hhh, p), (h * a[2] * b[2]) % p];
}

function multiplyBase(k: bigint, curve: Curve): bigint {
  let result: Point = [1n, 1n, 0n];
  const base: Point = [...curve.g, 1n];
  for (const bit of k.toString(2)) {
    result = double(result, curve.p);
    if (bit === "1") result = add(result, base, curve.p);
  }
  const z = inverse(result[2], curve.p);
  return mod(result[0] * z * z, curve.p);
}

/** ECDSA over a ready hash: WebCrypto and node:crypto only hash and sign in one step. */
export function ecdsaOverHash(key: CardKey, hash: Bytes): Bytes {
  const curve = CURVES[key.bits];
  if (curve === undefined) throw new RangeError("curve not known");
  const { n, bytes } = curve;
  const d = member(key, "d");
  const z = bigOf(hash.subarray(0, bytes));
  for (;;) {
    const k = bigOf(crypto.getRandomValues(new Uint8Array(bytes + 8))) % n;
    if (k === 0n) continue;
    const r = multiplyBase(k, curve) % n;
    const s = mod(inverse(k, n) * (z + r * d), n);
    if (r !== 0n && s !== 0n) return join(bytesOf(r, bytes), bytesOf(s, bytes));
  }
}

/** By the Chinese remainder theorem, RFC 8017 §5.2.1 step 2b. */
function rsaRaw(key: CardKey, block: Bytes): Bytes {
  const c = bigOf(block);
  const [p, q] = [member(key, "p"), member(key, "q")];
  const m1 = power(c % p, member(key, "dp"), p);
  const m2 = power(c % q, member(key, "dq"), q);
  const h = mod((m1 - m2) * member(key, "qi"), p);
  return bytesOf(m2 + q * h, block.length);
}

export const pureCrypto: CardCrypto = {
  rsaRaw: async (key, block) => rsaRaw(key, block),
  ecdsa: async (key, hash) => ecdsaOverHash(key, hash),
};

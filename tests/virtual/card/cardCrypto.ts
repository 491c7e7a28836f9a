// The card's private-key arithmetic, with big integers, so that it runs in Node and in a browser worker alike.
// For a test card only: none of this is constant-time.
import { type Bytes, fromBase64 } from "./bytes.ts";

export interface CardCrypto {
  /** m^d mod n of a whole block. */
  rsaRaw(key: JsonWebKey, block: Uint8Array): Bytes;
  /** r ‖ s over a hash, which is cut to the curve's size. */
  ecdsa(key: JsonWebKey, hash: Uint8Array): Bytes;
}

const base64Url = (text = ""): Bytes => fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));

function toBig(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function fromBig(value: bigint, length: number): Bytes {
  const out = new Uint8Array(length);
  for (let i = length - 1, rest = value; i >= 0; i -= 1, rest >>= 8n) out[i] = Number(rest & 0xffn);
  return out;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

const mod = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [mod(value, modulus), modulus, 1n, 0n];
  while (a > 1n) {
    const q = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - q * y];
  }
  return mod(x, modulus);
}

interface Curve {
  readonly p: bigint;
  readonly n: bigint;
  readonly g: readonly [bigint, bigint];
  readonly bytes: number;
}

/** FIPS 186-4 D.1.2. */
const curves: Readonly<Record<string, Curve>> = {
  "P-256": {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    g: [
      0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
      0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
    ],
    bytes: 32,
  },
  "P-384": {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    g: [
      0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
      0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5fn,
    ],
    bytes: 48,
  },
};

type Point = readonly [bigint, bigint] | null;

function add(a: Point, b: Point, p: bigint): Point {
  if (!a) return b;
  if (!b) return a;
  if (a[0] === b[0] && a[1] !== b[1]) return null;
  // Both curves have a = -3.
  const slope = a[0] === b[0] ? mod((3n * a[0] * a[0] - 3n) * inverse(2n * a[1], p), p) : mod((b[1] - a[1]) * inverse(b[0] - a[0], p), p);
  const x = mod(slope * slope - a[0] - b[0], p);
  return [x, mod(slope * (a[0] - x) - a[1], p)];
}

function multiply(k: bigint, point: Point, p: bigint): Point {
  let sum: Point = null;
  let double = point;
  for (let rest = k; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = add(sum, double, p);
    double = add(double, double, p);
  }
  return sum;
}

export const bigIntCrypto: CardCrypto = {
  rsaRaw(key, block) {
    const [p, q, dp, dq, qi] = [key.p, key.q, key.dp, key.dq, key.qi].map((part) => toBig(base64Url(part)));
    const n = base64Url(key.n);
    if (!p || !q || !dp || !dq || !qi) throw new Error("an RSA key without its primes");
    const m = toBig(block);
    const [a, b] = [power(m, dp, p), power(m, dq, q)];
    return fromBig(b + q * mod(qi * (a - b), p), n.length);
  },
  ecdsa(key, hash) {
    const curve = curves[key.crv ?? ""];
    if (!curve) throw new Error("a curve this card lacks");
    const { p, n, g, bytes } = curve;
    const d = toBig(base64Url(key.d));
    const z = toBig(hash.subarray(0, bytes));
    for (;;) {
      const k = mod(toBig(crypto.getRandomValues(new Uint8Array(bytes + 8))), n);
      const point = multiply(k, g, p);
      const r = point ? mod(point[0], n) : 0n;
      const s = k === 0n ? 0n : mod(inverse(k, n) * (z + r * d), n);
      if (r === 0n || s === 0n) continue;
      return Uint8Array.of(...fromBig(r, bytes), ...fromBig(s, bytes));
    }
  },
};

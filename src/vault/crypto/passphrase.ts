// Argon2id (RFC 9106), and the bounds within which stored parameters are believed.
import { argon2id } from "hash-wasm";
import type { Bytes } from "../../card/bytes.ts";
import { VaultError } from "../error.ts";

export interface Argon2Parameters {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
}

/** RFC 9106's second choice; one lane, since WebAssembly here has one thread. */
export const minimum: Argon2Parameters = { memory: 65_536, passes: 3 };

/** Below: somebody weakened the header (OWASP's own minimum). Above: somebody wants us to hang. */
const floor: Argon2Parameters = { memory: 19_456, passes: 2 };
const ceiling: Argon2Parameters = { memory: 1_048_576, passes: 16 };

const wantedMs = 500;
const mostPasses = 10;

/** Characters of a passphrase at least. */
export const shortestPassphrase = 12;

/** What a person typed, as the bytes that count: NFC, UTF-8. */
export function secretBytes(text: string): Bytes {
  const encoded = new TextEncoder().encode(text.normalize("NFC"));
  const out = new Uint8Array(new ArrayBuffer(encoded.length));
  out.set(encoded);
  encoded.fill(0);
  return out;
}

/** @throws SECRET_WEAK; code points are counted, not bytes: a Georgian letter has three. */
export function checkNewPassphrase(passphrase: Bytes): void {
  let characters = 0;
  for (const byte of passphrase) if ((byte & 0xc0) !== 0x80) characters += 1;
  if (characters < shortestPassphrase) throw new VaultError("SECRET_WEAK", `a passphrase has at least ${shortestPassphrase} characters`);
}

/** @throws HEADER_FORGED when parameters lie outside what this format allows. */
export function checkParameters({ memory, passes }: Argon2Parameters): void {
  const within = Number.isInteger(memory) && Number.isInteger(passes) && memory >= floor.memory && memory <= ceiling.memory && passes >= floor.passes && passes <= ceiling.passes;
  if (!within) throw new VaultError("HEADER_FORGED", "the passphrase slot's parameters are out of bounds");
}

/** 32 bytes from a passphrase. `passphrase` is left as it is: the caller wipes it. */
export async function stretch(passphrase: Bytes, salt: Bytes, parameters: Argon2Parameters): Promise<Bytes> {
  checkParameters(parameters);
  const hash = await argon2id({ password: passphrase, salt, iterations: parameters.passes, memorySize: parameters.memory, parallelism: 1, hashLength: 32, outputType: "binary" });
  const out = new Uint8Array(new ArrayBuffer(32));
  out.set(hash);
  hash.fill(0);
  return out;
}

/** Passes for this computer: never fewer than the minimum, more where it is fast. */
export async function calibrate(now: () => number): Promise<Argon2Parameters> {
  const start = now();
  await argon2id({ password: new Uint8Array(16), salt: new Uint8Array(16), iterations: 1, memorySize: minimum.memory, parallelism: 1, hashLength: 32, outputType: "binary" });
  const perPass = Math.max(1, now() - start);
  return { memory: minimum.memory, passes: Math.min(mostPasses, Math.max(minimum.passes, Math.ceil(wantedMs / perPass))) };
}

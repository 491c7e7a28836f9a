// The code on the recovery sheet: 160 random bits in Crockford's base32 (no I, L, O, U), eight groups of four, and a
// ninth group of two that notices mistyping.
import type { Bytes } from "../../card/bytes.ts";
import { VaultError } from "../error.ts";
import { sha256 } from "./derive.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secretLength = 20;
const letters = 32;
const checkLetters = 2;

async function checkOf(secret: Bytes): Promise<string> {
  const [first = 0, second = 0] = await sha256(secret);
  return `${alphabet[first >> 3] ?? ""}${alphabet[((first & 7) << 2) | (second >> 6)] ?? ""}`;
}

/** @param secret 20 bytes. @returns letters and digits in groups of four with hyphens between them, two letters that check the rest last */
export async function formatRecoveryCode(secret: Bytes): Promise<string> {
  let text = "";
  for (let at = 0; at < letters; at += 1) {
    const bit = at * 5;
    const pair = ((secret[bit >> 3] ?? 0) << 8) | (secret[(bit >> 3) + 1] ?? 0);
    text += alphabet[(pair >> (11 - (bit & 7))) & 31] ?? "";
  }
  return [...(text.match(/.{4}/g) ?? []), await checkOf(secret)].join("-");
}

/** How long a whole code is, without its hyphens. */
export const codeLength = letters + checkLetters;

/** What has been typed of a code so far. @param typed UTF-8. @returns letters that count, and whether any can be in no code (another alphabet's) */
export function lookAtCode(typed: Bytes): { readonly count: number; readonly foreign: boolean } {
  let count = 0;
  let foreign = false;
  for (const byte of typed) {
    const letter = String.fromCharCode(byte).toUpperCase();
    // A letter of another alphabet has several bytes; the first of them says so.
    if (/[\s-]/.test(letter) || (byte & 0xc0) === 0x80) continue;
    count += 1;
    foreign ||= byte >= 0x80 || !/[0-9A-TV-Z]/.test(letter);
  }
  return { count, foreign };
}

/**
 * Reads what a person typed: case, blanks and hyphens do not matter; O is 0, I and L are 1.
 * @param typed ASCII bytes. @returns 20 bytes. @throws SECRET_WRONG
 */
export async function parseRecoveryCode(typed: Bytes): Promise<Bytes> {
  const secret = new Uint8Array(new ArrayBuffer(secretLength));
  let count = 0;
  let check = "";
  for (const byte of typed) {
    const letter = String.fromCharCode(byte).toUpperCase().replace("O", "0").replace(/[IL]/, "1");
    if (/[\s-]/.test(letter)) continue;
    const value = alphabet.indexOf(letter);
    if (value < 0 || count >= codeLength) throw new VaultError("SECRET_WRONG", "not a recovery code");
    if (count >= letters) check += letter;
    else {
      const bit = count * 5;
      const shifted = value << (11 - (bit & 7));
      secret[bit >> 3] = (secret[bit >> 3] ?? 0) | (shifted >> 8);
      if ((bit >> 3) + 1 < secretLength) secret[(bit >> 3) + 1] = (secret[(bit >> 3) + 1] ?? 0) | (shifted & 0xff);
    }
    count += 1;
  }
  if (count !== codeLength || check !== (await checkOf(secret))) throw new VaultError("SECRET_WRONG", "the recovery code has a mistake in it");
  return secret;
}

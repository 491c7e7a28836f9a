// PINs that a finder of the card would try first. Works on bytes: a PIN is never a string (see PinField.tsx).
import type { Holder } from "../card/api.ts";

/** Why a PIN is refused. */
export const weaknesses = ["same", "sequence", "repeated", "common", "birth", "number", "year", "old"] as const;
export type Weakness = (typeof weaknesses)[number];

/** Lines and crosses on a keypad, pairs, and what lists of stolen PINs have at their top. */
const common = ["112233", "332211", "123321", "147258", "258369", "147369", "159357", "159753", "789456", "456123", "102030", "010203", "121314", "696969", "2580", "0852", "1379", "1470"];

export interface PinContext {
  readonly holder: Pick<Holder, "birthDate" | "personalNumber">;
  /** The PIN so far or the envelope's code, when it was typed here. */
  readonly current: Uint8Array | null;
}

/** @param digits ASCII @returns null for a PIN that may be used */
export function weaknessOf(digits: Uint8Array, { holder, current }: PinContext): Weakness | null {
  if (digits.every((digit) => digit === digits[0])) return "same";
  if (isSequence(digits, 1) || isSequence(digits, -1)) return "sequence";
  if (repeats(digits)) return "repeated";
  if (common.some((pattern) => matches(digits, pattern))) return "common";
  if (current && containsBytes(digits, current)) return "old";
  if (birthForms(holder.birthDate).some((form) => (form.length === digits.length && matches(digits, form)) || (form.length === 4 && isYear(form) && contains(digits, form)))) return "birth";
  if (holder.personalNumber && containsDigits(holder.personalNumber, digits)) return "number";
  if (digits.length === 4 && digits[0] !== undefined && looksLikeYear(digits)) return "year";
  return null;
}

/** 1234, 9876, 7890: each digit one more (or less) than the one before, 9 and 0 being neighbours. */
function isSequence(digits: Uint8Array, step: 1 | -1): boolean {
  return digits.every((digit, i) => i === 0 || (digit - (digits[i - 1] ?? 0) - step + 20) % 10 === 0);
}

/** 1212, 123123, 123412: a shorter PIN (the 4-digit one, perhaps) begun again. */
function repeats(digits: Uint8Array): boolean {
  for (let period = 2; period <= 4 && period < digits.length - 1; period += 1) {
    if (digits.every((digit, i) => i < period || digit === digits[i - period])) return true;
  }
  return false;
}

function birthForms(birthDate: string | null): readonly string[] {
  const [, year = "", month = "", day = ""] = /^(\d{4})(\d\d)(\d\d)$/.exec(birthDate ?? "") ?? [];
  if (!year) return [];
  const short = year.slice(2);
  const four = [day + month, month + day, year, month + short, short + month, day + short, short + day];
  return [...four, day + month + short, month + day + short, short + month + day, short + day + month, month + year, year + month, day + year, year + day, day + month + year, year + month + day];
}

function isYear(form: string): boolean {
  return form.startsWith("19") || form.startsWith("20");
}

/** 1930 to 2039: years of birth, of weddings, of children. */
function looksLikeYear(digits: Uint8Array): boolean {
  const [century, decade] = [twoDigits(digits, 0), twoDigits(digits, 2)];
  return (century === 19 && decade >= 30) || (century === 20 && decade < 40);
}

function twoDigits(digits: Uint8Array, at: number): number {
  return ((digits[at] ?? 0x30) - 0x30) * 10 + ((digits[at + 1] ?? 0x30) - 0x30);
}

function matches(digits: Uint8Array, pattern: string): boolean {
  return digits.length === pattern.length && contains(digits, pattern);
}

function contains(digits: Uint8Array, pattern: string): boolean {
  return containsBytes(digits, Uint8Array.from(pattern, (character) => character.charCodeAt(0)));
}

function containsDigits(text: string, digits: Uint8Array): boolean {
  return containsBytes(Uint8Array.from(text, (character) => character.charCodeAt(0)), digits);
}

function containsBytes(whole: Uint8Array, part: Uint8Array): boolean {
  if (part.length === 0) return false;
  for (let at = 0; at + part.length <= whole.length; at += 1) {
    if (part.every((byte, i) => whole[at + i] === byte)) return true;
  }
  return false;
}

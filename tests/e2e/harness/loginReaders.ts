// The readers and cards that a login must work with: every exchange level, both protocols, what some lack.
import type { ReaderProfile } from "../../virtual/reader/profile.ts";
import { ordinaryReader, type Setting } from "./stage.ts";
import type { Readers } from "./table.ts";

export const called = (vid: string, pid: string, message?: number) => (profile: ReaderProfile): boolean =>
  profile.vid === vid && profile.pid === pid && (message === undefined || profile.message === message);

export const loginReaders: readonly (readonly [string, Pick<Setting, "profile" | "behaviour" | "card">])[] = [
  ["TPDU, T=1 (SCM SCR 331-DI)", { profile: ordinaryReader }],
  ["TPDU, T=0 (ACS ACR39U)", { profile: called("072f", "b100"), behaviour: { atrHex: "3B087465737420543030", t0: true, extendedApdus: false } }],
  ["short APDU (ACS ACR3901U)", { profile: called("072f", "b000") }],
  ["extended APDU in messages of 271 bytes (Rocketek RT-SCR1)", { profile: (one) => one.message === 271 && one.features === "0x000404B2" && one.pin === 0 }],
  ["extended APDU in one message (Access IS ATR210)", { profile: called("0db5", "0170") }],
  ["no interrupt endpoint (ACS ACR1552 1S CL, an early one)", { profile: (one) => called("072f", "2303")(one) && one.endpoints === 2 }],
  ["character level (O2 Micro OZ776)", { profile: called("0b97", "7762") }],
  ["a second-generation card with an elliptic-curve key", { card: { profile: "georgia2ec" } }],
  ["a second-generation card with an RSA-3072 key", { card: { profile: "georgia2" } }],
];

/** A reader with a keypad of its own. */
export const keypadReader = called("24dc", "0201");

export const twoSlots = called("1c34", "afc2");

/** All that the login suite plugs in. */
export const everyReader: Readers = [ordinaryReader, keypadReader, twoSlots, ...loginReaders.flatMap(([, { profile }]) => (profile ? [profile] : []))];

// Tries left, without spending one.
import { CardError } from "../error.ts";
import type { Call, CardChannel } from "../iso7816/cardChannel.ts";
import { ok, triesFrom } from "../iso7816/statusWord.ts";
import { readAll, type Tlv } from "../iso7816/tlv.ts";
import type { CardProfile, CounterForm } from "./profile.ts";

export interface Counter {
  readonly left: number;
  readonly max: number | null;
}

const GET_DATA = 0xcb;
const VERIFY = 0x20;
const tagMax = 0x9a;
const tagLeft = 0x9b;

/**
 * The counter of a PIN, or null when this card does not tell it for free. Never guesses.
 * @param forms which forms to try; the one that answered is moved to the front by the caller's cache.
 */
export async function readCounter(
  channel: CardChannel,
  profile: CardProfile,
  reference: number,
  call: Call = {},
): Promise<Counter | null> {
  for (const form of profile.counters) {
    const data = Uint8Array.of(0x4d, 8, 0x70, 6, 0xbf, form.classByte, reference & form.referenceMask, 2, form.list, 0x80);
    const response = await channel.send({ cla: 0, ins: GET_DATA, p1: 0x3f, p2: 0xff, data, le: 256 }, call);
    if (response.sw !== ok) continue;
    const counter = parseCounter(response.data, form);
    if (counter) return counter;
  }
  if (!profile.verifyWithoutData) return null;
  const { sw } = await channel.send({ cla: 0, ins: VERIFY, p1: 0, p2: reference }, call);
  const left = triesFrom(sw) ?? (sw === 0x6983 ? 0 : null);
  return left === null ? null : { left, max: null };
}

/** Looks for `list { 9A max, 9B left }` at any depth; null when it is not there or makes no sense. */
export function parseCounter(data: Uint8Array, form: Pick<CounterForm, "list">): Counter | null {
  try {
    const list = findDeep(readAll(data), form.list, 4);
    if (!list) return null;
    const parts = readAll(list.value);
    const left = parts.find((part) => part.tag === tagLeft)?.value;
    const max = parts.find((part) => part.tag === tagMax)?.value;
    if (left?.length !== 1) return null;
    return { left: left[0] ?? 0, max: max?.length === 1 ? (max[0] ?? null) : null };
  } catch (error) {
    if (error instanceof CardError) return null;
    throw error;
  }
}

function findDeep(objects: readonly Tlv[], tag: number, depth: number): Tlv | null {
  for (const object of objects) {
    if (object.tag === tag) return object;
    if (!object.constructed || depth === 0) continue;
    const inside = findDeep(readAll(object.value), tag, depth - 1);
    if (inside) return inside;
  }
  return null;
}

// The same accident at every place of a login: it ends in a login or a typed error, never in a second VERIFY, a lost try or
// a reader that works no more.
import { describe, expect, it } from "vitest";
import type { Fault } from "../../virtual/reader/fault.ts";
import { type Aftermath, aftermath, hasty, levels, undisturbed } from "./attempts.ts";

interface Accident {
  readonly name: string;
  readonly per: "apdus" | "transfers" | "messages" | "blocks";
  readonly fault: (at: number) => Fault;
  /** What may come of it. */
  readonly outcomes: RegExp;
  readonly mend?: "card" | "replug";
  readonly slow?: boolean;
}

const accidents: readonly Accident[] = [
  { name: "the card is pulled", per: "apdus", fault: (apdu) => ({ kind: "removeCard", apdu }), outcomes: /^CARD_(REMOVED|ABSENT|MUTE)$/, mend: "card" },
  { name: "the card falls silent", per: "apdus", fault: (apdu) => ({ kind: "mute", apdu }), outcomes: /^(CARD_(MUTE|PROTOCOL|REMOVED))$/, mend: "card" },
  { name: "the reader is unplugged", per: "transfers", fault: (transfer) => ({ kind: "unplug", transfer }), outcomes: /^READER_GONE$/, mend: "replug" },
  { name: "an endpoint stalls", per: "transfers", fault: (transfer) => ({ kind: "stall", transfer }), outcomes: /^(login|READER_PROTOCOL|READER_TIMEOUT|READER_GONE|CARD_(PROTOCOL|MUTE|REMOVED))$/, slow: true },
  { name: "two stale answers come first", per: "messages", fault: (message) => ({ kind: "stale", message, count: 2 }), outcomes: /^login$/ },
  { name: "an answer comes twice", per: "messages", fault: (message) => ({ kind: "duplicate", message }), outcomes: /^login$/ },
  { name: "an answer is cut short", per: "messages", fault: (message) => ({ kind: "truncate", message }), outcomes: /^(login|READER_PROTOCOL|READER_TIMEOUT|CARD_(PROTOCOL|MUTE|REMOVED))$/, slow: true },
  { name: "an answer names a wrong length", per: "messages", fault: (message) => ({ kind: "wrongLength", message }), outcomes: /^(login|READER_PROTOCOL|READER_TIMEOUT|CARD_(PROTOCOL|MUTE|REMOVED))$/, slow: true },
  { name: "an answer is longer than it says", per: "messages", fault: (message) => ({ kind: "babble", message }), outcomes: /^(login|READER_PROTOCOL|READER_TIMEOUT|CARD_(PROTOCOL|MUTE|REMOVED))$/, slow: true },
  { name: "no answer comes", per: "messages", fault: (message) => ({ kind: "silent", message }), outcomes: /^(login|READER_TIMEOUT|READER_PROTOCOL|CARD_(PROTOCOL|MUTE|REMOVED))$/, slow: true },
  { name: "the reader reports a hardware error", per: "messages", fault: (message) => ({ kind: "hardware", message }), outcomes: /^(login|READER_FAILED|CARD_(PROTOCOL|MUTE))$/ },
  { name: "the reader says that its slot is busy", per: "messages", fault: (message) => ({ kind: "slotBusy", message }), outcomes: /^(login|READER_\w+|CARD_(PROTOCOL|MUTE))$/ },
  { name: "the reader asks for time without end", per: "messages", fault: (message) => ({ kind: "endlessTime", message }), outcomes: /^(login|READER_(PROTOCOL|TIMEOUT)|CARD_(PROTOCOL|MUTE|REMOVED))$/, slow: true },
  { name: "a block comes garbled", per: "blocks", fault: (block) => ({ kind: "corruptBlock", block }), outcomes: /^login$/ },
  { name: "a block comes with a parity error", per: "blocks", fault: (block) => ({ kind: "parity", block }), outcomes: /^login$/ },
  { name: "every block from here on comes garbled", per: "blocks", fault: (block) => ({ kind: "corruptBlock", block, count: 1_000 }), outcomes: /^CARD_(PROTOCOL|MUTE)$/ },
  { name: "a block never reaches the card", per: "blocks", fault: (block) => ({ kind: "lostBlock", block }), outcomes: /^login$/ },
];

/**
 * Of how many places one is tried, and which: `SLOW=1` tries all. Over the bridge the reader's own code is the same: there every
 * accident happens at every third place, each at others. The two levels at which the reader is given whole commands differ
 * only in how long these may be: each takes every second place, the one those that the other leaves.
 */
function places(level: string, road: string, nth: number): { readonly each: number; readonly from: number } {
  if (process.env["SLOW"]) return { each: 1, from: 0 };
  if (road === "bridge") return { each: 3, from: nth % 3 };
  if (level === "extended APDU") return { each: 2, from: nth % 2 };
  if (level === "short APDU") return { each: 2, from: (nth + 1) % 2 };
  return { each: 1, from: 0 };
}

const tables = [...Object.entries(levels).map(([level, profile]) => ({ level, road: "webusb", profile }) as const), { level: "TPDU, T=1", road: "bridge", profile: levels["TPDU, T=1"] } as const];

describe.each(tables)("a login over a reader at level $level, by $road, when", ({ level, road, profile }) => {
  for (const [nth, { name, per, fault, outcomes, mend, slow }] of accidents.entries()) {
    const { each, from } = places(level, road, nth);
    if (per === "blocks" && !level.startsWith("TPDU")) continue;
    it(name, async () => {
      const count = (await undisturbed(profile, road))[per];
      expect(count).toBeGreaterThan(5);
      const tries = Array.from({ length: count }, (_, at) => at).filter((at) => at % each === from);
      const tried = async (at: number): Promise<string | null> => {
        const result: Aftermath | string = await aftermath({ profile, road, reader: { faults: [fault(at)] }, ...(slow ? { timer: hasty } : {}) }, (world) => {
          if (mend === "card") {
            world.reader.removeCard(0);
            world.reader.insertCard(0, world.card);
          } else if (mend === "replug") world.replug();
        }).catch((error: unknown) => `thrown: ${String(error)}`);
        const bad =
          typeof result === "string" ||
          !outcomes.test(result.first) ||
          result.second !== "login" ||
          result.verifies > 1 ||
          result.triesLeft !== 3;
        return bad ? `${per} ${at}: ${JSON.stringify(result)}` : null;
      };
      // Worlds have nothing in common: while one waits another works. With hurried timers only one at a time, or it would be late.
      const together = slow ? 1 : 6;
      const wrong: (string | null)[] = [];
      for (let at = 0; at < tries.length; at += together) wrong.push(...(await Promise.all(tries.slice(at, at + together).map(tried))));
      expect(wrong.filter((one) => one !== null)).toEqual([]);
    }, 60_000);
  }
});

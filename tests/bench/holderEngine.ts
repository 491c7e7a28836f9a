// "Who holds my data" without a browser: all deadlines, export and import of 5,000, each beside a peer in the same run.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { dayInTbilisi } from "../../src/consent/calendar/day.ts";
import { workCalendar } from "../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../src/consent/data/statutes.ts";
import { exportRecords, importRecords } from "../../src/consent/record/exportFile.ts";
import { soundRecord } from "../../src/consent/record/sound.ts";
import { ledgerOf } from "../../src/consent/view/ledger.ts";
import { trackRequests } from "../../src/consent/view/overview.ts";
import { walk } from "../unit/consent/independentCalendar.ts";
import { manyRecords, manyRequests } from "../vectors/consent/manyRecords.ts";

/** Milliseconds, the best of several rounds, ours and the peer's in turn. */
interface Beside {
  readonly ours: number;
  readonly peer: number;
}

export interface HolderEngine {
  /** Every request's phase, deadlines and notices; the peer walks ten working days from each receipt, date by date, and does nothing else. */
  readonly deadlines: Beside;
  /** The peer: JSON.stringify of the same document. */
  readonly exported: Beside;
  /** From text to checked records; the peer: JSON.parse of the same text. */
  readonly imported: Beside;
  /** A look at 5,000 stored records. */
  readonly checkMs: number;
  readonly fileMb: number;
  /** What stays in memory of an import, and of the peer's objects. */
  readonly importedMb: Beside;
}

const count = 5000;
const rounds = 9;

function beside(ours: () => unknown, peer: () => unknown): Beside {
  const best = { ours: Infinity, peer: Infinity };
  for (let round = 0; round < rounds; round += 1) {
    best.ours = Math.min(best.ours, timed(ours));
    best.peer = Math.min(best.peer, timed(peer));
  }
  return best;
}

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heldMb(make: () => unknown): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const held = make();
  collect();
  const after = process.memoryUsage().heapUsed;
  // Used once more, so that it is still there when it is measured.
  if (held === undefined) throw new Error("nothing was made");
  return (after - before) / 2 ** 20;
}

export function holderEngine(): HolderEngine {
  const today = dayInTbilisi(Date.now());
  const requests = manyRequests(count, today);
  const receipts = requests.flatMap((one) => (one.type === "request" ? one.events.filter(({ type }) => type === "received").map(({ on }) => on) : []));
  const ledger = ledgerOf(requests);
  const records = manyRecords(count);
  const text = exportRecords(records, Date.now());
  const document: unknown = JSON.parse(text);
  return {
    deadlines: beside(() => trackRequests(ledger, { statutes, calendar: workCalendar() }, today), () => receipts.map((on) => walk(on, 10))),
    exported: beside(() => exportRecords(records, Date.now()), () => JSON.stringify(document, null, 2)),
    imported: beside(() => importRecords(JSON.parse(text)), () => JSON.parse(text) as unknown),
    checkMs: beside(() => records.map((one) => soundRecord(one.id, one)), () => null).ours,
    fileMb: Buffer.byteLength(text) / 2 ** 20,
    importedMb: { ours: heldMb(() => importRecords(JSON.parse(text))), peer: heldMb(() => JSON.parse(text) as unknown) },
  };
}

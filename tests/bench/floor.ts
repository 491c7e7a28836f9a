// How much longer a login takes than the card and the wire alone need.
import { memoryCache, World } from "../unit/login/world.ts";
import type { ReaderProfile } from "../virtual/reader/profile.ts";
import { PacedClock } from "./pacedClock.ts";

export interface AboveFloor {
  readonly floorMs: number;
  readonly elapsedMs: number;
  readonly percent: number;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * Logins on a reader that takes as long as a real one would; from the first command to the checked signature.
 * @param atrHex a card whose TA1 makes the reader run at its highest rate
 */
export async function aboveFloor(profile: ReaderProfile, atrHex: string, runs: number): Promise<{ readonly first: AboveFloor; readonly repeat: AboveFloor }> {
  const results: { first: AboveFloor[]; repeat: AboveFloor[] } = { first: [], repeat: [] };
  for (let run = 0; run < runs; run += 1) {
    const cache = memoryCache();
    for (const which of ["first", "repeat"] as const) {
      const clock = new PacedClock();
      const world = await World.make({ profile: { ...profile, class: 0xff, bcd: "50.00" }, cache, reader: { clock }, behaviour: { atrHex } });
      await world.until((state) => state.card === "present");
      const [startMs, start] = [clock.ms, performance.now()];
      await world.login();
      const [elapsedMs, floorMs] = [performance.now() - start, clock.ms - startMs];
      await world.close();
      results[which].push({ floorMs, elapsedMs, percent: (elapsedMs / floorMs - 1) * 100 });
    }
  }
  const typical = (all: readonly AboveFloor[]): AboveFloor => ({
    floorMs: median(all.map((one) => one.floorMs)),
    elapsedMs: median(all.map((one) => one.elapsedMs)),
    percent: median(all.map((one) => one.percent)),
  });
  return { first: typical(results.first), repeat: typical(results.repeat) };
}

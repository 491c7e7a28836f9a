// One login with something going wrong, and one afterwards: what tests of faults look at.
import type { Timer } from "../../../src/async/timer.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { cardErrorCodes } from "../../../src/card/error.ts";
import { profileWith, World, type WorldOptions } from "../login/world.ts";
import type { ReaderProfile } from "../../virtual/reader/profile.ts";

/** A four-hundredth of the time: for faults that end in a timeout. */
export const hasty: Timer = { after: (ms, signal) => systemTimer.after(ms / 400, signal) };

const called = (vid: string, pid: string): ReaderProfile => ({ ...profileWith((one) => one.vid === vid && one.pid === pid), bcd: "50.00" });

/** One reader a level, each with an interrupt endpoint. */
export const levels = {
  "extended APDU": called("0db5", "0170"),
  "short APDU": called("072f", "b000"),
  "TPDU, T=1": called("04e6", "5111"),
} as const;

/** Waits until a snapshot shows no reader at all. */
async function gone(world: World, stop: AbortSignal): Promise<string> {
  while (!stop.aborted && world.snapshots.at(-1)?.length !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return "READER_GONE";
}

/** "login", or the code of the typed error. Anything else that is thrown is a bug and passes through. */
export async function attemptLogin(world: World, pin = "1234"): Promise<string> {
  const stop = new AbortController();
  try {
    return await Promise.race([world.login(pin).then(() => "login"), gone(world, stop.signal)]);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== undefined && (cardErrorCodes as readonly string[]).includes(code)) return code;
    throw error;
  } finally {
    stop.abort();
  }
}

/** VERIFY commands with a PIN in them that reached the card. */
export function verifies(world: World): number {
  return world.card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length;
}

export interface Aftermath {
  readonly first: string;
  readonly second: string;
  /** VERIFYs of the first attempt. */
  readonly verifies: number;
  readonly triesLeft: number;
}

/** A login with a fault, what mends it, and a login without one. */
export async function aftermath(options: WorldOptions, mend: (world: World) => void | Promise<void> = () => {}): Promise<Aftermath> {
  const world = await World.make(options);
  try {
    const first = await attemptLogin(world);
    const sent = verifies(world);
    world.reader.faults.length = 0;
    await mend(world);
    await world.service.refresh();
    const second = await attemptLogin(world);
    return { first, second, verifies: sent, triesLeft: world.card.counters().login.left };
  } finally {
    await world.close();
  }
}

/** What an undisturbed login needs: how far the faults have to go. */
export async function undisturbed(profile: ReaderProfile, road: WorldOptions["road"] = "webusb"): Promise<World["reader"]["counters"]> {
  const world = await World.make({ profile, road });
  await world.login();
  const counters = { ...world.reader.counters };
  await world.close();
  return counters;
}

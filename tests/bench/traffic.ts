// What goes over the wires for a login: counted, not timed.
import { memoryCache, World, type WorldOptions } from "../unit/login/world.ts";
import type { ProfileName } from "../virtual/card/image.ts";
import type { LogEntry } from "../virtual/card/log.ts";
import type { ReaderProfile } from "../virtual/reader/profile.ts";

export interface Traffic {
  readonly apdus: number;
  /** Command and response bytes that the card saw. */
  readonly cardBytes: number;
  readonly transfers: number;
  readonly usbBytes: number;
}

export interface LoginTraffic {
  readonly first: Traffic;
  readonly repeat: Traffic;
  /** The fewest APDUs a first login could do with, on this layout and with short APDUs. */
  readonly shortMinimum: number;
}

const READ_BINARY = 0xb0;
const succeeded = new Set([0x9000, 0x6282]);

/**
 * The same commands without those that failed, each file read in pieces of 256 bytes: the lengths are the files' own,
 * as the card gave them.
 */
function minimum(log: readonly LogEntry[]): number {
  const pieces = new Map<number, number>();
  let file = 0;
  let others = 0;
  for (const { ins, sw, response, command } of log) {
    if (!succeeded.has(sw)) continue;
    if (ins === READ_BINARY) {
      const offset = Number.parseInt(command.slice(4, 8), 16);
      if (offset === 0 || offset >= 0x8000) file += 1;
      pieces.set(file, (pieces.get(file) ?? 0) + response.length / 2 - 2);
    } else if (ins !== 0xc0) others += 1;
  }
  return others + [...pieces.values()].reduce((sum, length) => sum + Math.ceil(length / 256), 0);
}

export async function loginTraffic(profile: ReaderProfile, card: ProfileName, t0 = false, road: WorldOptions["road"] = "webusb"): Promise<LoginTraffic> {
  const cache = memoryCache();
  const behaviour = t0 ? { atrHex: "3B087465737420543030", t0: true, extendedApdus: false } : {};
  const login = async (): Promise<{ traffic: Traffic; log: readonly LogEntry[] }> => {
    const world = await World.make({ profile: { ...profile, class: 0xff, bcd: "50.00" }, card: { profile: card }, behaviour, cache, road });
    await world.login(card === "sample6" ? "123456" : "1234");
    const log = [...world.card.log];
    await world.close();
    const cardBytes = log.reduce((sum, { command, response }) => sum + (command.length + response.length) / 2, 0);
    return { log, traffic: { apdus: log.length, cardBytes, transfers: world.reader.counters.transfers, usbBytes: world.reader.counters.bytes } };
  };
  const first = await login();
  const repeat = await login();
  return { first: first.traffic, repeat: repeat.traffic, shortMinimum: minimum(first.log) };
}

export interface SignatureTraffic {
  /** From the card being read for a signature to the signature, the first time for this card. */
  readonly first: Traffic;
  /** The same in a later window of the browser session. */
  readonly repeat: Traffic;
  /** From PIN to signature alone. */
  readonly signature: Traffic;
}

const signingPin = "739154";

/** A signature with the signing key: reading the card for it, asking what its key can do, VERIFY and signing. */
export async function signatureTraffic(profile: ReaderProfile, card: ProfileName): Promise<SignatureTraffic> {
  const cache = memoryCache();
  const window = async (): Promise<{ whole: Traffic; signature: Traffic }> => {
    const world = await World.make({ profile: { ...profile, class: 0xff, bcd: "50.00" }, card: { profile: card, signingPin }, cache });
    const view = await world.inspect("signing");
    const identity = await world.service.signingIdentity(view.readerId, view.insertion);
    const algorithm = identity.ok ? identity.value.algorithms[0] : undefined;
    if (!algorithm) throw new Error("the card signs nothing");
    const before = { log: world.card.log.length, ...world.reader.counters };
    const signed = await world.sign(view, signingPin, { algorithm, digests: [new Uint8Array(Number(algorithm.slice(2)) / 8).fill(7)] });
    if (!signed.ok) throw new Error(signed.error.code);
    const log = [...world.card.log];
    await world.close();
    const counted = (entries: readonly LogEntry[], transfers: number, usbBytes: number): Traffic => ({
      apdus: entries.length,
      cardBytes: entries.reduce((sum, { command, response }) => sum + (command.length + response.length) / 2, 0),
      transfers,
      usbBytes,
    });
    const { transfers, bytes } = world.reader.counters;
    return { whole: counted(log, transfers, bytes), signature: counted(log.slice(before.log), transfers - before.transfers, bytes - before.bytes) };
  };
  const first = await window();
  const repeat = await window();
  return { first: first.whole, repeat: repeat.whole, signature: repeat.signature };
}

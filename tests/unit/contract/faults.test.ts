// The accidents of a login (tests/unit/faults/everywhere.test.ts) that a PC/SC service knows, at every place of it, over
// both such roads: a login or a typed error, one VERIFY at most, no lost try, and the next login works.
import { describe, expect, it } from "vitest";
import type { Timer } from "../../../src/async/timer.ts";
import { webResponseCodes } from "../../../src/card/smartcard/webSmartCard.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import type { Damage, PeerFault } from "../../virtual/connector/peerFault.ts";
import { damages } from "../../virtual/connector/peerFault.ts";
import { createCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { SCARD } from "../../virtual/pcsc/codes.ts";
import { responseCodes } from "../../virtual/pcsc/webSmartCard.ts";
import type { PcscFault } from "../../virtual/pcsc/resourceManager.ts";
import { image } from "../login/world.ts";
import { overConnector, overSmartCard, type PcscBench, type PcscBenchOptions } from "./backends.ts";
import { Session } from "./session.ts";

/** By the specification's table, from the code it is thrown for. */
const webCodes = Object.fromEntries([...responseCodes].map(([number, name]) => [name, number]));

type Make = (options: PcscBenchOptions) => PcscBench;

const readerName = "SCM SCR 331 [CCID Interface] (21120912) 00 00";

/** A fiftieth of the time, for what ends in a timeout; the service's clock runs likewise. */
const pace = 50;
const hasty: Timer = { after: (ms, signal) => systemTimer.after(ms / pace, signal) };

interface Aftermath {
  readonly first: string;
  readonly second: string;
  readonly verifies: number;
  readonly triesLeft: number;
}

/** A login with a fault, what mends it, and a login without one. */
async function aftermath(make: Make, options: Omit<PcscBenchOptions, "card">, mend: (bench: PcscBench, card: ReturnType<typeof createCard>) => void = () => {}): Promise<Aftermath> {
  const card = createCard({ image: await image(), crypto: nodeCrypto });
  const bench = make({ card, timer: hasty, ...options });
  bench.manager.pace = pace;
  const session = await Session.over(bench.road);
  try {
    const first = await session.login();
    const verifies = card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length;
    bench.manager.faults.length = 0;
    if (bench.peer) bench.peer.faults.length = 0;
    mend(bench, card);
    await session.service.refresh();
    const second = await session.login();
    return { first, second, verifies, triesLeft: card.counters().login.left };
  } finally {
    await session.service.close();
    bench.check();
  }
}

const undisturbed = async (make: Make): Promise<{ readonly apdus: number; readonly answers: number; readonly calls: Readonly<Record<string, number>> }> => {
  const bench = make({ card: createCard({ image: await image(), crypto: nodeCrypto }) });
  const session = await Session.over(bench.road);
  expect(await session.login()).toBe("login");
  const counted = { apdus: bench.manager.apdus, answers: bench.peer?.answers ?? 0, calls: { ...bench.manager.calls } };
  await session.service.close();
  return counted;
};

const bad = ({ first, second, verifies, triesLeft }: Aftermath, outcomes: RegExp): boolean => !outcomes.test(first) || second !== "login" || verifies > 1 || triesLeft !== 3;

const replug = (bench: PcscBench, card: ReturnType<typeof createCard>): void => void bench.manager.plug({ name: readerName, card, extended: true });

const accidents: readonly { readonly name: string; readonly kind: Extract<PcscFault, { apdu: number }>["kind"]; readonly outcomes: RegExp; readonly mend?: (bench: PcscBench, card: ReturnType<typeof createCard>) => void }[] = [
  { name: "the card is pulled", kind: "removeCard", outcomes: /^CARD_(REMOVED|ABSENT|MUTE)$/, mend: (bench, card) => bench.insert(card) },
  { name: "the card falls silent", kind: "mute", outcomes: /^CARD_(MUTE|PROTOCOL|REMOVED)$/, mend: (bench, card) => (bench.remove(), bench.insert(card)) },
  { name: "the reader is unplugged", kind: "unplug", outcomes: /^(READER_GONE|CARD_REMOVED)$/, mend: replug },
  { name: "another program resets the card", kind: "reset", outcomes: /^READER_HELD$/ },
  { name: "the service stops", kind: "stop", outcomes: /^READER_GONE$/, mend: (bench) => (bench.manager.stopped = false) },
];

describe.each<readonly [string, Make]>([["smartcard", overSmartCard], ["connector", overConnector]])("a login over the road %s, when", (_, make) => {
  for (const { name, kind, outcomes, mend } of accidents) {
    it(name, async () => {
      const { apdus } = await undisturbed(make);
      expect(apdus).toBeGreaterThan(10);
      const wrong: string[] = [];
      for (let apdu = 0; apdu < apdus; apdu += 1) {
        const result = await aftermath(make, { faults: [{ kind, apdu }] }, mend);
        if (bad(result, outcomes)) wrong.push(`${apdu}: ${JSON.stringify(result)}`);
      }
      expect(wrong).toEqual([]);
    }, 60_000);
  }

  it("any function returns any code, once", async () => {
    const { calls } = await undisturbed(make);
    const codes = Object.values(SCARD).filter((code) => code !== 0);
    const wrong: string[] = [];
    let turn = 0;
    for (const [call, count] of Object.entries(calls)) {
      for (let nth = 0; nth < count; nth += 1) {
        // Each code at some place, each place with some codes: the product would take minutes.
        for (let i = 0; i < 2; i += 1) {
          const code = codes[turn++ % codes.length] ?? 0;
          const result = await aftermath(make, { faults: [{ kind: "code", call, nth, code }] });
          if (bad(result, /^(login|(READER|CARD)_[A-Z]+|CANCELLED|INTERNAL)$/)) wrong.push(`${call} ${nth} ${code.toString(16)}: ${JSON.stringify(result)}`);
        }
      }
    }
    expect(turn).toBeGreaterThan(codes.length);
    expect(wrong).toEqual([]);
  }, 60_000);
});

it("every function of navigator.smartCard fails with every response code", async () => {
  const { calls } = await undisturbed(overSmartCard);
  expect(Object.keys(calls).length).toBeGreaterThan(6);
  const wrong: string[] = [];
  const met = new Set<string>();
  for (const [call, count] of Object.entries(calls)) {
    // The first time; with SLOW=1 the last time, too.
    for (const nth of new Set([0, process.env["SLOW"] ? count - 1 : 0])) {
      for (const [name, code] of Object.entries(webCodes)) {
        met.add(name);
        const result = await aftermath(overSmartCard, { faults: [{ kind: "code", call, nth, code }] });
        if (bad(result, /^(login|(READER|CARD)_[A-Z]+|CANCELLED|INTERNAL)$/)) wrong.push(`${call} ${nth} ${name}: ${JSON.stringify(result)}`);
      }
    }
  }
  expect([...met].toSorted()).toEqual(webResponseCodes.toSorted());
  expect(wrong).toEqual([]);
}, 120_000);

describe("a login over the Connector, when", () => {
  const anyhow = /^(login|asking|(READER|CARD)_[A-Z]+|INTERNAL|CANCELLED)$/;

  async function sweep(faults: (answer: number, turn: number) => readonly PeerFault[], outcomes: RegExp): Promise<void> {
    const { answers } = await undisturbed(overConnector);
    expect(answers).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (let answer = 0; answer < answers; answer += 1) {
      const peerFaults = faults(answer, answer);
      if (peerFaults.length === 0) continue;
      const result = await aftermath(overConnector, { peerFaults });
      if (bad(result, outcomes)) wrong.push(`${answer}: ${JSON.stringify(peerFaults)} ${JSON.stringify(result)}`);
    }
    expect(wrong).toEqual([]);
  }

  it("its port falls at any answer", () => sweep((answer) => [{ answer, kind: "hangUp" }], /^(login|READER_GONE)$/), 60_000);

  it("an answer comes late, but comes", () => sweep((answer) => [{ answer, kind: "slow", ms: 8 }], /^login$/), 60_000);

  it.each<Damage>(["twice", "stranger"])("an answer comes %s", (kind) => sweep((answer) => [{ answer, kind }], /^login$/), 60_000);

  it("an answer makes no sense: each kind of nonsense at other places", async () => {
    const kinds = ["noPayload", "emptyPayload", "textCode", "nullResults", "textBytes", "bigByte"] as const;
    for (const shift of [0, 3]) await sweep((answer) => [{ answer, kind: kinds[(answer + shift) % kinds.length] ?? "noPayload" }], anyhow);
  }, 60_000);

  it("no answer comes, or one that names no call", async () => {
    const silences = damages.filter((kind) => /^(silent|no(tAnObject|Type|Data|Id)|otherType|textId)$/.test(kind));
    // Each ends in a timeout: every eighth place will do, and with every kind of silence another.
    let turn = 0;
    await sweep((answer) => (answer % 8 === 2 || answer === 0 ? [{ answer, kind: silences[turn++ % silences.length] ?? "silent" }] : []), anyhow);
  }, 60_000);
});

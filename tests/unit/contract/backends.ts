// Every road to a reader, each with the same virtual card behind it, for tests that ask the same of all of them.
import type { Timer } from "../../../src/async/timer.ts";
import { connectorRoad } from "../../../src/card/connector/connectorRoad.ts";
import type { RoadName } from "../../../src/card/reader.ts";
import type { Road } from "../../../src/card/service/road.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { smartCardRoad } from "../../../src/card/smartcard/smartCardRoad.ts";
import { WebUsbReaders } from "../../../src/card/webusb/webUsbReaders.ts";
import type { CardMachine } from "../../virtual/contracts.ts";
import { doorTo } from "../../virtual/connector/nodePort.ts";
import { ConnectorPeer } from "../../virtual/connector/peer.ts";
import type { PeerFault } from "../../virtual/connector/peerFault.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import { type PcscFault, ResourceManager } from "../../virtual/pcsc/resourceManager.ts";
import { virtualSmartCard } from "../../virtual/pcsc/webSmartCard.ts";
import type { Person } from "../../virtual/reader/pinpad.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { VirtualUsb } from "../../virtual/usb/usb.ts";
import { BridgeWorld } from "../bridge/bridgeWorld.ts";
import { profileWith } from "../login/world.ts";

/** The table around one road: what a hand can do to reader and card. */
export interface Bench {
  readonly road: Road;
  insert(card: CardMachine): void;
  remove(): void;
  unplug(): void;
  /** Throws what went wrong inside the simulation. */
  check(): void;
}

export interface BenchOptions {
  readonly card: CardMachine | null;
  readonly timer?: Timer;
  readonly person?: Person;
}

export interface Backend {
  readonly name: RoadName;
  readonly how?: string;
  readonly make: (options: BenchOptions) => Bench;
}

const readerName = "SCM SCR 331 [CCID Interface] (21120912) 00 00";
const plain = profileWith((one) => one.features === "0x00010030" && one.protocols === 3);
const keypad = profileWith((one) => one.vid === "24dc" && one.pid === "0201");

function onUsb({ card, person }: BenchOptions, usbClass: number, usb: VirtualUsb, road: () => Road): Bench {
  const profile = person ? { ...keypad, bcd: "50.00" } : plain;
  const reader = new VirtualReader({ profile: { ...profile, class: usbClass }, cards: card ? [card] : [], ...(person ? { person } : {}) });
  usb.plug(reader, false);
  return {
    road: road(),
    insert: (fresh) => reader.insertCard(0, fresh),
    remove: () => reader.removeCard(0),
    unplug: () => reader.unplug(),
    check: () => {
      if (reader.broken) throw reader.broken;
    },
  };
}

function direct(options: BenchOptions): Bench {
  const usb = new VirtualUsb();
  return onUsb(options, 0xff, usb, () => new WebUsbReaders({ usb: usb as never, priority: "prompt", timer: options.timer ?? systemTimer, locks: new VirtualLocks() }));
}

/** The whole bridge: road, broker, the app's link and lender. */
function bridge(options: BenchOptions): Bench {
  const world = new BridgeWorld(options.timer ? { timer: options.timer } : {});
  return onUsb(options, 0x0b, world.usb, () => {
    world.openApp();
    return world.road();
  });
}

export interface PcscBench extends Bench {
  readonly manager: ResourceManager;
  readonly peer: ConnectorPeer | null;
}

export type PcscBenchOptions = BenchOptions & { readonly faults?: readonly PcscFault[]; readonly peerFaults?: readonly PeerFault[]; readonly ask?: () => Promise<boolean> };

function pcsc({ card, person, faults }: PcscBenchOptions, makeRoad: (manager: ResourceManager) => { readonly road: Road; readonly peer: ConnectorPeer | null }): PcscBench {
  const manager = new ResourceManager();
  manager.faults.push(...(faults ?? []));
  const reader = manager.plug({ name: readerName, card, extended: true, person: person ?? null });
  return {
    ...makeRoad(manager),
    manager,
    insert: (fresh) => manager.insert(reader, fresh),
    remove: () => manager.remove(reader),
    unplug: () => manager.unplug(reader),
    check: () => {
      if (manager.broken) throw manager.broken;
    },
  };
}

const smartCard = (hold: boolean) => (options: PcscBenchOptions): PcscBench =>
  pcsc(options, (manager) => ({ road: smartCardRoad({ smartCard: virtualSmartCard(manager), timer: options.timer ?? systemTimer, hold }), peer: null }));

export const overSmartCard = smartCard(false);
/** As the bridge app takes it: it can't say where a sequence ends. */
const overHeldSmartCard = smartCard(true);

export const overConnector = (options: PcscBenchOptions): PcscBench =>
  pcsc(options, (manager) => {
    const peer = new ConnectorPeer({ manager, ask: options.ask ?? (async () => true), faults: options.peerFaults ?? [] });
    return { road: connectorRoad({ openPort: doorTo(peer), timer: options.timer ?? systemTimer }), peer };
  });

export const backends: readonly Backend[] = [
  { name: "webusb", make: direct },
  { name: "bridge", make: bridge },
  { name: "smartcard", make: overSmartCard },
  { name: "smartcard", how: "held", make: overHeldSmartCard },
  { name: "connector", make: overConnector },
];

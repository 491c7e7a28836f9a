// A login over a PC/SC service in one process: the card is virtual, the service is the resource manager of
// tests/virtual/pcsc, everything above is the shipped code.
import type { Timer } from "../../../src/async/timer.ts";
import type { CardView } from "../../../src/card/api.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { CardService } from "../../../src/card/service/cardService.ts";
import { signerCrypto } from "../../../src/card/service/signerCrypto.ts";
import type { Road } from "../../../src/card/service/road.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { smartCardRoad } from "../../../src/card/smartcard/smartCardRoad.ts";
import type { PersonaliseOptions } from "../../virtual/ca/personalise.ts";
import { createCard, type CardOptions, type VirtualCard } from "../../virtual/card/createCard.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { ResourceManager, type PcscFault } from "../../virtual/pcsc/resourceManager.ts";
import type { PcscReader, PcscReaderOptions } from "../../virtual/pcsc/virtualReader.ts";
import { virtualSmartCard } from "../../virtual/pcsc/webSmartCard.ts";
import { challengeNonce, image, memoryCache, origin } from "../login/world.ts";

export type MakeRoad = (manager: ResourceManager, timer: Timer) => Road;

export const overSmartCard: MakeRoad = (manager, timer) => smartCardRoad({ smartCard: virtualSmartCard(manager), timer });

export interface PcscWorldOptions {
  readonly road?: MakeRoad;
  readonly timer?: Timer;
  readonly card?: PersonaliseOptions;
  readonly behaviour?: CardOptions["behaviour"];
  readonly reader?: Partial<PcscReaderOptions>;
  readonly faults?: readonly PcscFault[];
  readonly empty?: boolean;
}

export class PcscWorld {
  readonly manager = new ResourceManager();
  readonly card: VirtualCard;
  readonly reader: PcscReader;
  readonly road: Road;
  readonly service: CardService;
  readonly snapshots: (readonly ReaderState[])[] = [];

  static async make(options: PcscWorldOptions = {}): Promise<PcscWorld> {
    const world = new PcscWorld(options, createCard({ image: await image(options.card), crypto: nodeCrypto, ...(options.behaviour ? { behaviour: options.behaviour } : {}) }));
    await world.service.start("prompt", memoryCache());
    await world.service.watch((readers) => world.snapshots.push(readers));
    return world;
  }

  private constructor({ road = overSmartCard, timer = systemTimer, reader, faults, empty }: PcscWorldOptions, card: VirtualCard) {
    this.card = card;
    this.manager.faults.push(...(faults ?? []));
    this.reader = this.manager.plug({ name: "SCM SCR 331 [CCID Interface] (2112) 00 00", card: empty ? null : card, extended: true, ...reader });
    this.road = road(this.manager, timer);
    this.service = new CardService({ openRoad: () => this.road, session: { crypto: signerCrypto, now: () => Date.now() } });
  }

  async until(match: (state: ReaderState) => boolean, ms = 10_000): Promise<ReaderState> {
    const end = Date.now() + ms;
    for (;;) {
      const found = this.snapshots.at(-1)?.find(match);
      if (found) return found;
      if (Date.now() > end) throw new Error(`the reader never got there: ${JSON.stringify(this.snapshots.at(-1))}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  async inspect(): Promise<CardView> {
    const { id } = await this.until((state) => state.card === "present");
    const result = await this.service.inspect(id);
    if (!result.ok) throw Object.assign(new Error(result.error.message), result.error);
    return result.value;
  }

  async authenticate(view: CardView, digits: string | null = "1234") {
    const pin = digits === null ? null : new TextEncoder().encode(digits);
    return await this.service.authenticate({ readerId: view.readerId, insertion: view.insertion, origin, challengeNonce, pin, lastTryConfirmed: false });
  }

  async login(digits: string | null = "1234") {
    const result = await this.authenticate(await this.inspect(), digits);
    if (!result.ok) throw Object.assign(new Error(result.error.message), result.error);
    return result.value;
  }

  /** VERIFY commands with a PIN in them that reached the card. */
  get verifies(): number {
    return this.card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length;
  }

  async close(): Promise<void> {
    await this.service.close();
    if (this.manager.broken) throw this.manager.broken;
  }
}

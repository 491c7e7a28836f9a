// A whole login in Node: card, reader and bus are virtual, everything above USB is the shipped code.
import type { AuthenticateRequest, CardCacheStore, CardView, PinAct, SignRequest, ViewExtent } from "../../../src/card/api.ts";
import type { ReaderState } from "../../../src/card/reader.ts";
import { CardService } from "../../../src/card/service/cardService.ts";
import { signerCrypto } from "../../../src/card/service/signerCrypto.ts";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { WebUsbReaders } from "../../../src/card/webusb/webUsbReaders.ts";
import type { Timer } from "../../../src/async/timer.ts";
import profiles from "../../vectors/readerProfiles.json" with { type: "json" };
import { personalise, type PersonaliseOptions } from "../../virtual/ca/personalise.ts";
import { createCard, type CardOptions, type VirtualCard } from "../../virtual/card/createCard.ts";
import type { CardImage } from "../../virtual/card/image.ts";
import { nodeCrypto } from "../../virtual/card/nodeCrypto.ts";
import { VirtualLocks } from "../../virtual/locks.ts";
import type { ReaderProfile } from "../../virtual/reader/profile.ts";
import { type ReaderOptions, VirtualReader } from "../../virtual/reader/reader.ts";
import { VirtualUsb, type VirtualUsbDevice } from "../../virtual/usb/usb.ts";
import { BridgeWorld } from "../bridge/bridgeWorld.ts";

export const readerProfiles: readonly ReaderProfile[] = profiles;

export const origin = "https://www.my.gov.ge";
export const challengeNonce = "bm9uY2Ugb2YgdGhpcnR5LXR3byBieXRlcyBvciBtb3JlLi4u";

/** A reader by what it can do, of class 0xFF so that it may be claimed. */
export function profileWith(match: (profile: ReaderProfile) => boolean): ReaderProfile {
  const found = readerProfiles.find(match);
  if (!found) throw new Error("no such reader in the table");
  return { ...found, class: 0xff };
}

const images = new Map<string, Promise<CardImage>>();

/** Cards are the same within a run: issuing certificates takes longer than a login. */
export function image(options: PersonaliseOptions = {}): Promise<CardImage> {
  const key = JSON.stringify(options);
  let made = images.get(key);
  if (!made) {
    made = personalise(options);
    images.set(key, made);
  }
  return made;
}

export function memoryCache(): CardCacheStore & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: async (key) => entries.get(key) ?? null,
    put: async (key, value) => void entries.set(key, value),
  };
}

export interface WorldOptions {
  /** By default directly over USB; over the bridge the reader is of the class that the browser keeps from extensions. */
  readonly road?: "webusb" | "bridge";
  readonly profile?: ReaderProfile;
  readonly card?: PersonaliseOptions;
  readonly behaviour?: CardOptions["behaviour"];
  readonly intercept?: CardOptions["intercept"];
  readonly reader?: Partial<ReaderOptions>;
  readonly cache?: CardCacheStore;
  readonly locks?: VirtualLocks;
  readonly timer?: Timer;
  readonly now?: () => number;
  /** Instead of one made for `card`. */
  readonly image?: CardImage;
  /** This very card, with all that has happened to it. */
  readonly existing?: VirtualCard;
  /** Another program has the reader's interface (`device.heldElsewhere`). */
  readonly held?: boolean;
  /** No card in the slot to begin with. */
  readonly empty?: boolean;
}

export class World {
  readonly card: VirtualCard;
  readonly reader: VirtualReader;
  readonly usb: VirtualUsb;
  readonly device: VirtualUsbDevice;
  readonly service: CardService;
  readonly snapshots: (readonly ReaderState[])[] = [];
  readonly #waiting = new Set<() => void>();

  static async make(options: WorldOptions = {}): Promise<World> {
    const world = new World(options, options.existing?.image ?? options.image ?? (await image(options.card)));
    await world.service.start("prompt", options.cache ?? memoryCache());
    await world.service.watch((readers) => {
      world.snapshots.push(readers);
      for (const wake of world.#waiting) wake();
    });
    // The app tells its readers a moment after it was asked; one that is unplugged before that is never told of.
    if (options.road === "bridge") await world.until(() => true, 0, 5_000).catch(() => {});
    return world;
  }

  private constructor(options: WorldOptions, cardImage: CardImage) {
    const bridge = options.road === "bridge" ? new BridgeWorld(options.timer ? { timer: options.timer } : {}) : null;
    this.usb = bridge?.usb ?? new VirtualUsb();
    const direct = options.profile ?? profileWith((one) => one.features === "0x00010030" && one.protocols === 3);
    const profile = bridge ? { ...direct, class: 0x0b } : direct;
    this.card = options.existing ?? createCard({ image: cardImage, crypto: nodeCrypto, ...(options.behaviour ? { behaviour: options.behaviour } : {}), ...(options.intercept ? { intercept: options.intercept } : {}) });
    this.reader = new VirtualReader({ profile, cards: options.empty ? [] : [this.card], ...options.reader });
    this.device = this.usb.plug(this.reader, false);
    this.device.heldElsewhere = options.held ?? false;
    const locks = options.locks ?? new VirtualLocks();
    this.service = new CardService({
      openRoad: (role) => bridge?.road({ priority: role }) ?? new WebUsbReaders({ usb: this.usb as never, priority: role, timer: options.timer ?? systemTimer, locks }),
      session: { crypto: signerCrypto, now: options.now ?? (() => Date.now()) },
    });
    bridge?.openApp();
  }

  /** The first reader's state once `match` holds for it. */
  async until(match: (state: ReaderState) => boolean, slot = 0, ms = 10_000): Promise<ReaderState> {
    const deadline = Date.now() + ms;
    for (;;) {
      const state = this.snapshots.at(-1)?.[slot];
      if (state && match(state)) return state;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`the reader never got there: ${JSON.stringify(state)}`);
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, left);
        this.#waiting.add(wake);
      });
    }
  }

  /** The unplugged reader as it comes back: the same model with the same card, a new device on the bus. */
  replug(): void {
    this.usb.plug(new VirtualReader({ profile: this.reader.profile, cards: [this.card] }));
  }

  /** Settled: usable with a card in it or without, or refused for good. */
  ready(slot = 0): Promise<ReaderState> {
    return this.until((state) => state.card !== "unknown" || (state.refusal !== null && state.refusal !== "READER_BUSY"), slot);
  }

  async inspect(extent?: ViewExtent): Promise<CardView> {
    const { id } = await this.until((state) => state.card === "present");
    const result = await this.service.inspect(id, extent);
    if (!result.ok) throw Object.assign(new Error(result.error.message), result.error);
    return result.value;
  }

  async authenticate(view: CardView, digits: string | null, more: Partial<AuthenticateRequest> = {}) {
    return await this.service.authenticate({
      readerId: view.readerId,
      insertion: view.insertion,
      origin,
      challengeNonce,
      pin: digits === null ? null : new TextEncoder().encode(digits),
      lastTryConfirmed: false,
      ...more,
    });
  }

  /** Has digests signed; the algorithm is the first the card has, unless one is named. */
  async sign(view: CardView, digits: string | null, more: Partial<SignRequest> = {}) {
    return await this.service.sign({
      readerId: view.readerId,
      insertion: view.insertion,
      algorithm: "RS256",
      digests: [new Uint8Array(32).fill(7)],
      pin: digits === null ? null : new TextEncoder().encode(digits),
      lastTryConfirmed: false,
      ...more,
    });
  }

  async managePin(view: CardView, act: PinAct, current: string | null, fresh: string | null, lastTryConfirmed = false) {
    const bytes = (digits: string | null) => (digits === null ? null : new TextEncoder().encode(digits));
    return await this.service.managePin({ readerId: view.readerId, insertion: view.insertion, act, current: bytes(current), fresh: bytes(fresh), lastTryConfirmed });
  }

  /** From plugged-in to signed; throws what went wrong, by code. */
  async login(digits: string | null = "1234") {
    const result = await this.authenticate(await this.inspect(), digits);
    if (!result.ok) throw Object.assign(new Error(result.error.message), result.error);
    return result.value;
  }

  async close(): Promise<void> {
    await this.service.close();
    if (this.reader.broken) throw this.reader.broken;
  }
}

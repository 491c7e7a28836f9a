// What is known of an opened card and changes while it is used: PIN counters, whether the signing PIN exists, what the
// keys take. Login, signing and care act on it.
import type { CardCacheStore } from "../api.ts";
import { CardError } from "../error.ts";
import type { Call, CardChannel } from "../iso7816/cardChannel.ts";
import { PinFlag, type PinObject } from "../pkcs15/objects.ts";
import type { Path } from "../pkcs15/path.ts";
import { type CachedCard, remember } from "./cardCache.ts";
import type { CardFiles } from "./cardFiles.ts";
import { findLayout, type Layout } from "./layout.ts";
import { type OpenCard, readPinsAgain } from "./openCard.ts";
import { type Counter, readCounter } from "./pinCounter.ts";
import { type BlockedCode, PinGuard } from "./pinGuard.ts";
import type { PinRole, PinSlot } from "./pinHands.ts";
import type { CardProfile } from "./profile.ts";
import type { SignerCrypto } from "./signer.ts";

export interface EidOptions {
  readonly crypto: SignerCrypto;
  readonly cache: CardCacheStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export class CardContext {
  readonly profile: CardProfile;
  readonly channel: CardChannel;
  readonly files: CardFiles;
  readonly options: EidOptions;
  readonly #serialHex: string | null;
  readonly #guards: Readonly<Record<PinRole, PinGuard>>;
  #layout: Layout;
  #cached: CachedCard;
  #pinsFresh: boolean;

  constructor({ profile, channel, files, layout, serialHex, cached, pinsFresh }: OpenCard, options: EidOptions) {
    this.profile = profile;
    this.channel = channel;
    this.files = files;
    this.options = options;
    this.#serialHex = serialHex;
    this.#layout = layout;
    this.#cached = cached;
    this.#pinsFresh = pinsFresh;
    const guard = (role: PinRole, blocked: () => BlockedCode): PinGuard => new PinGuard((call) => this.#counter(role, call), blocked);
    this.#guards = {
      login: guard("login", () => "PIN_BLOCKED"),
      signing: guard("signing", () => (this.created ? "SIGNING_PIN_BLOCKED" : "CODE_SPENT")),
      unblocking: guard("unblocking", () => "PUK_BLOCKED"),
    };
  }

  get layout(): Layout {
    return this.#layout;
  }

  get cached(): CachedCard {
    return this.#cached;
  }

  /** Whether the signing PIN exists, as the AODF said when it was last read. */
  get created(): boolean {
    return this.#layout.signingPin?.flags.has(PinFlag.initialized) ?? false;
  }

  pin(role: PinRole): PinObject | null {
    const { loginPin, signingPin, puk } = this.#layout;
    return { login: loginPin, signing: signingPin, unblocking: puk }[role];
  }

  /** @throws CardError CARD_UNKNOWN when the card has no such PIN */
  slot(role: PinRole): PinSlot {
    const pin = this.pin(role);
    if (!pin) throw new CardError("CARD_UNKNOWN", "the card has no such PIN");
    return { pin, role };
  }

  guard(role: PinRole): PinGuard {
    return this.#guards[role];
  }

  /** A local PIN exists only inside its own DF. */
  async enter(pin: PinObject, call: Call = {}): Promise<void> {
    if (pin.flags.has(PinFlag.local)) await this.files.enter(pin.path, call);
  }

  async enterKey(path: Path | null, call: Call = {}): Promise<void> {
    await this.files.enter(path, call);
  }

  /** Others may have been at the card: the application is to be selected again, and the counters to be asked again. */
  async resume(call: Call = {}): Promise<void> {
    for (const guard of Object.values(this.#guards)) guard.forget();
    await this.files.selectApplicationAgain(call);
  }

  /** Before the PINs are shown: read anew, unless they have just been read. */
  async ensureFreshPins(call: Call = {}): Promise<void> {
    if (!this.#pinsFresh) await this.refreshPins(call);
    this.#pinsFresh = false;
  }

  /** Reads from the card whether the signing PIN exists, and forgets what was known of the counters. */
  async refreshPins(call: Call = {}): Promise<void> {
    const files = { ...this.#cached.files, pins: await readPinsAgain(this.files, call) };
    this.#layout = findLayout(files);
    for (const guard of Object.values(this.#guards)) guard.forget();
    await this.keep({ files });
  }

  /** Keeps what was learned for the next window. */
  async keep(learned: Partial<CachedCard>): Promise<void> {
    this.#cached = { ...this.#cached, ...learned };
    if (this.#serialHex !== null) await remember(this.options.cache, this.#serialHex, this.#cached);
  }

  /** Some cards tell a local PIN's counter only inside its DF. */
  async #counter(role: PinRole, call: Call): Promise<Counter | null> {
    const pin = this.pin(role);
    if (!pin) return null;
    const counter = await readCounter(this.channel, this.profile, pin.reference, call);
    if (counter || !pin.flags.has(PinFlag.local) || !pin.path) return counter;
    await this.enter(pin, call);
    return await readCounter(this.channel, this.profile, pin.reference, call);
  }
}

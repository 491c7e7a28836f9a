// One slot: a card or none, its power, and the agreement between reader and card about protocol and rate.
import type { CardMachine } from "../contracts.ts";
import { CardT1, type Edc } from "./cardT1.ts";
import type { VirtualClock } from "./clock.ts";
import { featuresOf, type Level, levelOf, type ReaderProfile } from "./profile.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface Agreement {
  fidi: number;
  protocol: number;
}

export interface SlotHooks {
  /** Before each command; false: the card is gone or says nothing. */
  readonly onApdu: () => Promise<boolean>;
  readonly extensions: () => number;
}

/** What of the ATR the reader and the card's own side need. */
interface CardFacts {
  readonly ta1: number;
  readonly protocol: number;
  readonly ifsc: number;
  readonly edc: Edc;
}

function factsOf(atr: Uint8Array): CardFacts {
  let at = 1;
  let y = atr[at++] ?? 0;
  let protocol = -1;
  const facts = { ta1: 0x11, protocol: 0, ifsc: 32, edc: "lrc" as Edc };
  let current = 0;
  for (let i = 1; i < 9; i += 1) {
    const [ta, , tc] = [0x10, 0x20, 0x40].map((bit) => (y & bit ? atr[at++] : undefined));
    if (i === 1 && ta !== undefined) facts.ta1 = ta;
    if (i > 2 && current === 1) {
      if (ta !== undefined) facts.ifsc = Math.min(ta, 254);
      if (tc !== undefined && tc & 1) facts.edc = "crc";
    }
    if (!(y & 0x80)) break;
    y = atr[at++] ?? 0;
    current = y & 0x0f;
    if (protocol < 0) protocol = current;
  }
  facts.protocol = Math.max(protocol, 0);
  return facts;
}

const F = [372, 372, 558, 744, 1116, 1488, 1860, 0, 0, 512, 768, 1024, 1536, 2048];
const D = [0, 1, 2, 4, 8, 16, 32, 64, 12, 20];

export class Slot {
  readonly #profile: ReaderProfile;
  readonly #clock: VirtualClock;
  readonly #hooks: SlotHooks;
  card: CardMachine | null;
  powered = false;
  /** The card refuses every voltage but this (bPowerSelect 1 = 5 V, 2 = 3 V, 3 = 1.8 V); null: takes any. */
  voltage: number | null = null;
  #facts: CardFacts | null = null;
  #cardSide: Agreement = { fidi: 0x11, protocol: 0 };
  #readerSide: Agreement = { fidi: 0x11, protocol: 0 };
  #t1: CardT1 | null = null;
  #parameters: Bytes = Uint8Array.of(0x11, 0, 0, 0x0a, 0);

  constructor(profile: ReaderProfile, card: CardMachine | null, clock: VirtualClock, hooks: SlotHooks) {
    this.#profile = profile;
    this.card = card;
    this.#clock = clock;
    this.#hooks = hooks;
  }

  get level(): Level {
    return levelOf(this.#profile);
  }

  get protocol(): number {
    return this.#cardSide.protocol;
  }

  get edc(): Edc {
    return this.#facts?.edc ?? "lrc";
  }

  get t1(): CardT1 | null {
    return this.#t1;
  }

  powerOn(select: number): Bytes | null {
    this.powered = false;
    if (!this.card) return null;
    const features = featuresOf(this.#profile);
    const automatic = (features & 0x0c) !== 0;
    // bPowerSelect 1 = 5 V, 2 = 3 V, 3 = 1.8 V; bVoltageSupport bit 0, 1, 2. 0 is "automatic", for readers that are.
    const offered = select > 0 && (this.#profile.voltage & (1 << (select - 1))) !== 0;
    if (!automatic && !offered && this.#profile.voltage !== 0) return null;
    if (!automatic && this.voltage !== null && select !== this.voltage) return null;
    const atr = this.card.powerOn();
    const facts = factsOf(atr);
    this.#facts = facts;
    this.#cardSide = { fidi: 0x11, protocol: facts.protocol };
    this.#readerSide = { fidi: 0x11, protocol: facts.protocol };
    // Automatic parameter negotiation: the reader and the card agree before the host knows anything.
    if (features & 0x40) this.#agree({ fidi: facts.ta1, protocol: facts.protocol });
    this.powered = true;
    this.#t1 = new CardT1({ card: this.card, ifsc: facts.ifsc, edc: facts.edc, ...this.#hooks });
    return atr;
  }

  powerOff(): void {
    this.powered = false;
    this.card?.powerOff();
  }

  /** SetParameters. A reader with automatic PPS takes the card along; another one leaves it where it is. */
  setParameters(protocol: number, parameters: Bytes): "ok" | "refused" {
    const fidi = parameters[0] ?? 0x11;
    const rate = ((this.#profile.clock || 4000) * 1000 * (D[fidi & 15] ?? 0)) / (F[fidi >> 4] || Number.POSITIVE_INFINITY);
    const known = this.#profile.rates.length === 0 || this.#profile.rates.some((one) => Math.abs(one - rate) <= rate / 1000);
    const possible = (this.#profile.protocols & (1 << protocol)) !== 0 && parameters.length === (protocol === 0 ? 5 : 7);
    if (!possible || (fidi !== 0x11 && (rate > this.#profile.maxRate * 1.001 || !known))) return "refused";
    if (featuresOf(this.#profile) & 0x80) {
      // With automatic PPS the reader asks the card, which takes only what it offers.
      if (fidi !== 0x11 && !this.#cardTakes(fidi)) return "refused";
      this.#agree({ fidi, protocol });
    } else this.#readerSide = { fidi, protocol };
    this.#parameters = parameters.slice();
    return "ok";
  }

  get parameters(): Bytes {
    return this.#parameters;
  }

  /** What TA1 offers, or any slower D with the same F. */
  #cardTakes(fidi: number): boolean {
    const offered = this.#facts?.ta1 ?? 0x11;
    return fidi === 0x11 || (fidi >> 4 === offered >> 4 && (D[fidi & 15] ?? 0) > 0 && (D[fidi & 15] ?? 0) <= (D[offered & 15] ?? 0));
  }

  #agree(both: Agreement): void {
    this.#cardSide = { ...both };
    this.#readerSide = { ...both };
  }

  /** Reader and card speak the same protocol at the same rate; if not, nobody hears anybody. */
  get inTune(): boolean {
    return this.#readerSide.fidi === this.#cardSide.fidi && this.#readerSide.protocol === this.#cardSide.protocol;
  }

  /** A PPS request as the card hears it; its answer, or null when it stays silent. */
  pps(request: Bytes): Bytes | null {
    const [, pps0 = 0, pps1 = 0x11] = request;
    const sound = request.reduce((xor, byte) => xor ^ byte, 0) === 0;
    const offered = this.#facts;
    if (!sound || !offered) return null;
    const fidi = pps0 & 0x10 ? pps1 : 0x11;
    if (!this.#cardTakes(fidi)) return null;
    if ((pps0 & 0x0f) !== offered.protocol) return null;
    this.#cardSide = { fidi, protocol: pps0 & 0x0f };
    return request.slice();
  }

  /** Time on the wire for some characters at the agreed rate. */
  async wire(characters: number): Promise<void> {
    const { fidi } = this.#cardSide;
    const etuMs = (F[fidi >> 4] ?? 372) / (D[fidi & 15] || 1) / (this.#profile.clock || 4000);
    const guard = this.#cardSide.protocol === 1 ? 11 : 12;
    await this.#clock.advance(characters * guard * etuMs);
  }

  /** A whole command to the card. @returns null when the card says nothing (or is gone). */
  async transmit(apdu: Bytes): Promise<Bytes | null> {
    if (!this.card || !(await this.#hooks.onApdu()) || !this.card) return null;
    const answer = await this.card.transmit(apdu);
    await this.wire(apdu.length + answer.length + (this.protocol === 1 ? 8 : 7));
    await this.#clock.advance(this.card.lastCommandMs);
    return answer;
  }
}

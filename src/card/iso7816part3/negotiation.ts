// What a host has to negotiate after reset, for a given card and reader: protocol, PPS, SetParameters, IFSD.
// ISO/IEC 7816-3:2006 §9 (PPS), CCID 1.1 §5.1 (dwFeatures) and §6.1.7 (SetParameters).
import type { Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Atr } from "./atr.ts";
import { baudRate, defaultTa1, factors } from "./rates.ts";

export type ExchangeLevel = "character" | "tpdu" | "shortApdu" | "extendedApdu";

export interface ReaderCapabilities {
  /** dwProtocols: bit 0 T=0, bit 1 T=1. */
  readonly protocols: number;
  /** dwFeatures. */
  readonly features: number;
  /** dwDefaultClock, kHz. */
  readonly defaultClockKHz: number;
  /** dwMaxDataRate, bits per second. */
  readonly maxDataRateBps: number;
  /** GET_DATA_RATES; empty when the reader has no table. */
  readonly dataRatesBps: readonly number[];
  readonly maxIfsd: number;
  readonly exchangeLevel: ExchangeLevel;
}

export interface NegotiationPlan {
  readonly protocol: 0 | 1;
  /** A PPS request to send through XfrBlock, or null when none is needed or the reader makes it. */
  readonly pps: Bytes | null;
  /** Fi/Di (as in TA1) to be in force afterwards. */
  readonly fidi: number;
  /** abProtocolDataStructure of SetParameters, or null when the reader negotiates by itself. */
  readonly parameters: Bytes | null;
  /** Size to offer the card with S(IFS request), or null. */
  readonly setIfsd: number | null;
  readonly timeouts: { readonly t0Ms: number; readonly t1BlockMs: number };
}

const automaticParameterNegotiation = 0x40;
const automaticPps = 0x80;
const automaticIfsd = 0x400;
/**
 * Readers name rates rounded (115,200 for a clock of 3.571 MHz that makes 115,194): a thousandth is more than rounding
 * and less than the distance between any two rates.
 */
const rateTolerance = 0.001;
const unknownRateMs = 60_000;

/** @throws CardError READER_UNSUPPORTED when the reader and the card share no protocol or rate. */
export function planNegotiation(atr: Atr, reader: ReaderCapabilities): NegotiationPlan {
  const protocol = chooseProtocol(atr, reader.protocols);
  const rates = new Set(reader.dataRatesBps);
  const fits = (ta1: number): boolean => {
    const rate = baudRate(ta1, reader.defaultClockKHz);
    if (rate === null || rate > reader.maxDataRateBps * (1 + rateTolerance)) return false;
    return rates.size === 0 || [...rates].some((known) => Math.abs(known - rate) <= rate * rateTolerance);
  };

  // A reader with automatic parameter negotiation does PPS and parameters: neither is sent.
  const hostNegotiates = (reader.features & automaticParameterNegotiation) === 0;
  let fidi = defaultTa1;
  if (atr.specific) {
    fidi = atr.specific.implicit ? defaultTa1 : (atr.ta1 ?? defaultTa1);
    if (atr.specific.implicit && hostNegotiates) {
      throw new CardError("READER_UNSUPPORTED", "the card implies its rate, which the reader must know by itself");
    }
    if (hostNegotiates && fidi !== defaultTa1 && !fits(fidi)) {
      throw new CardError("READER_UNSUPPORTED", "the card insists on a rate that the reader lacks");
    }
  } else if (atr.ta1 !== null) fidi = negotiable(atr.ta1).find(fits) ?? defaultTa1;

  const hostSendsPps =
    hostNegotiates &&
    (reader.features & automaticPps) === 0 &&
    !atr.specific &&
    (protocol !== atr.defaultProtocol || fidi !== defaultTa1);

  const needsIfsd =
    protocol === 1 &&
    (reader.exchangeLevel === "tpdu" || reader.exchangeLevel === "character") &&
    (reader.features & automaticIfsd) === 0;
  const ifsd = Math.min(reader.maxIfsd, 254);

  return {
    protocol,
    pps: hostSendsPps ? ppsRequest(protocol, fidi) : null,
    fidi,
    parameters: hostNegotiates ? parametersFor(atr, protocol, fidi) : null,
    setIfsd: needsIfsd && ifsd > 32 ? ifsd : null,
    timeouts: timeouts(atr, fidi, reader.defaultClockKHz),
  };
}

/** The card's first choice that the reader knows; in specific mode there is no choice. */
function chooseProtocol(atr: Atr, dwProtocols: number): 0 | 1 {
  const known = (protocol: number): protocol is 0 | 1 =>
    (protocol === 0 || protocol === 1) && (dwProtocols & (1 << protocol)) !== 0;
  const offered = atr.specific ? [atr.specific.protocol] : [atr.defaultProtocol, ...atr.protocols];
  const chosen = offered.find(known);
  if (chosen === undefined) throw new CardError("READER_UNSUPPORTED", "the reader does not speak the card's protocol");
  return chosen;
}

/** The card's rate, then slower ones it must also accept; 95 and 94 are what real readers step down to from 96/97. */
function negotiable(ta1: number): readonly number[] {
  if (ta1 === defaultTa1) return [];
  const slower = ta1 >> 4 === 9 && (ta1 & 0x0f) <= 7 ? [0x96, 0x95, 0x94].filter((value) => value < ta1) : [];
  return [ta1, ...slower];
}

/** FF PPS0 [PPS1] PCK (§9.2). */
export function ppsRequest(protocol: 0 | 1, fidi: number): Bytes {
  const body = fidi === defaultTa1 ? [0xff, protocol] : [0xff, 0x10 | protocol, fidi];
  return Uint8Array.of(...body, body.reduce((xor, byte) => xor ^ byte, 0));
}

/**
 * What the card agreed to (§9.3): the same bytes, or the same without PPS1 (then the default rate stays).
 * @throws CardError CARD_PROTOCOL when it agreed to something else.
 */
export function checkPps(request: Uint8Array, response: Uint8Array): { readonly fidi: number } {
  const [ppss, pps0 = 0] = response;
  const wellFormed = ppss === 0xff && response.reduce((xor, byte) => xor ^ byte, 0) === 0;
  const sameProtocol = (pps0 & 0x0f) === ((request[1] ?? 0) & 0x0f);
  const length = 3 + (pps0 & 0x10 ? 1 : 0);
  if (!wellFormed || !sameProtocol || pps0 & 0x60 || response.length !== length) {
    throw new CardError("CARD_PROTOCOL", "the card answered a protocol selection with something else");
  }
  if (!(pps0 & 0x10)) return { fidi: defaultTa1 };
  if (response[2] !== request[2]) throw new CardError("CARD_PROTOCOL", "the card chose a rate nobody offered");
  return { fidi: response[2] ?? defaultTa1 };
}

/** CCID 1.1 §6.1.7: 5 bytes for T=0, 7 for T=1. */
export function parametersFor(atr: Atr, protocol: 0 | 1, fidi: number): Bytes {
  const inverse = atr.convention === "inverse" ? 2 : 0;
  if (protocol === 0) return Uint8Array.of(fidi, inverse, atr.guardTime, atr.t0.wi, 0);
  const { ifsc, bwi, cwi, edc } = atr.t1;
  return Uint8Array.of(fidi, 0x10 | inverse | (edc === "crc" ? 1 : 0), atr.guardTime, (bwi << 4) | cwi, 0, ifsc, 0);
}

/** The longest a whole T=0 exchange, or one T=1 block with its answer, may take (§10.2, §11.4.3), and a second more. */
function timeouts(atr: Atr, fidi: number, clockKHz: number): NegotiationPlan["timeouts"] {
  const both = factors(fidi);
  if (!both || clockKHz === 0) return { t0Ms: unknownRateMs, t1BlockMs: unknownRateMs };
  const etuMs = both.f / both.d / clockKHz;
  const characterEtu = 12 + (atr.guardTime === 255 ? 0 : atr.guardTime);
  const workWaitingEtu = 960 * both.d * atr.t0.wi;
  const sending = 261 * characterEtu + 6 * workWaitingEtu;
  const receiving = 5 * characterEtu + 260 * workWaitingEtu;
  const blockWaitingMs = 11 * etuMs + (2 ** Math.min(atr.t1.bwi, 9) * 960 * 372) / clockKHz;
  const characterWaitingEtu = 11 + 2 ** atr.t1.cwi;
  return {
    t0Ms: Math.ceil(Math.min(Math.max(sending, receiving) * etuMs, unknownRateMs)) + 1000,
    t1BlockMs: Math.ceil(260 * characterEtu * etuMs + blockWaitingMs + Math.min(260 * characterWaitingEtu * etuMs, unknownRateMs)) + 1000,
  };
}

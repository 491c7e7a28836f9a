// A powered card in a CCID slot, as the card layers know it.
import { type Bytes, fromHex } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { ReaderCapabilities } from "../iso7816part3/negotiation.ts";
import { type CardConnection, type Disposition, Feature, type FeatureCode } from "../reader.ts";
import { Mutex } from "../../async/mutex.ts";
import type { CcidDevice } from "./ccidDevice.ts";
import { type Exchanger, makeExchanger } from "./exchanger.ts";
import { Command } from "./message.ts";
import { type PoweredCard, powerCard } from "./power.ts";
import { apduLengthOf, entrySeconds, type PinOperation, secureData } from "./securePin.ts";
import { SlotErrorCode, slotError } from "./slotError.ts";

interface Call {
  readonly signal?: AbortSignal;
}

/** CLA INS P1 P2: the keypad itself writes Lc and the PIN behind it. */
const caseOneLength = 4;
const escapeTimeoutMs = 30_000;
/** On top of the person's own time: the reader's answer to the card. */
const keypadSlackMs = 10_000;
const swTimeout = Uint8Array.of(0x64, 0x00);
const swCancelled = Uint8Array.of(0x64, 0x01);

export class CcidConnection implements CardConnection {
  readonly atr: Bytes;
  readonly protocol: "t0" | "t1";
  readonly apduLength: "short" | "extended";
  readonly features: ReadonlySet<FeatureCode>;
  readonly #device: CcidDevice;
  readonly #slot: number;
  readonly #exchanger: Exchanger;
  readonly #mutex = new Mutex();
  #ended: CardError | null = null;

  static async open(
    device: CcidDevice,
    slot: number,
    capabilities: ReaderCapabilities,
    call: Call = {},
  ): Promise<CcidConnection> {
    const card = await powerCard(device, slot, capabilities, call.signal);
    const exchanger = await makeExchanger(device, slot, card, capabilities);
    return new CcidConnection(device, slot, capabilities, card, exchanger);
  }

  private constructor(
    device: CcidDevice,
    slot: number,
    capabilities: ReaderCapabilities,
    { atr, plan }: PoweredCard,
    exchanger: Exchanger,
  ) {
    this.#device = device;
    this.#slot = slot;
    this.#exchanger = exchanger;
    this.atr = atr.bytes;
    this.protocol = plan.protocol === 0 ? "t0" : "t1";
    // T=1 chains any length. T=0 would need ENVELOPE, which few cards know: there short APDUs are used.
    const long = capabilities.exchangeLevel === "extendedApdu" || exchanger.t1 !== null;
    this.apduLength = long && plan.protocol === 1 ? "extended" : "short";
    this.features = featuresOf(device);
  }

  transmit(apdu: Uint8Array, call: Call = {}): Promise<Bytes> {
    return this.#mutex.run(() =>
      this.#guarded(async () => {
        const answer = await this.#exchanger.transceive(apdu, call);
        if (answer.length < 2) throw new CardError("CARD_PROTOCOL", "answer shorter than a status word");
        return answer;
      }),
    );
  }

  control(feature: FeatureCode, data: Uint8Array, call: Call = {}): Promise<Bytes> {
    return this.#mutex.run(() =>
      this.#guarded(async () => {
        if (!this.features.has(feature)) throw new CardError("READER_UNSUPPORTED", "the reader lacks this feature");
        if (feature === Feature.ccidEscape) {
          return (await this.#device.command(Command.escape, this.#slot, { ...call, data, timeoutMs: escapeTimeoutMs })).data;
        }
        return await this.#keypad(data, feature === Feature.verifyPinDirect ? "verify" : "modify", call);
      }),
    );
  }

  async disconnect(disposition: Disposition = "unpower"): Promise<void> {
    await this.#mutex.run(async () => {
      if (this.#ended) return;
      this.#ended = new CardError("CARD_REMOVED", "the connection was ended");
      if (disposition === "leave") return;
      try {
        await this.#device.exchange(Command.iccPowerOff, this.#slot);
      } catch {
        // Card or reader are gone: powered down either way.
      }
    });
  }

  async #keypad(structure: Uint8Array, operation: PinOperation, call: Call): Promise<Bytes> {
    const { t1 } = this.#exchanger;
    const { appendPinEscape } = this.#device.quirks;
    if (appendPinEscape !== null && apduLengthOf(structure, operation) === caseOneLength) {
      await this.#device.command(Command.escape, this.#slot, { ...call, data: fromHex(appendPinEscape) });
    }
    const prologue = t1 ? t1.prologueForSecure(apduLengthOf(structure, operation)) : new Uint8Array(3);
    const response = await this.#device.exchange(Command.secure, this.#slot, {
      ...call,
      data: secureData(structure, operation, prologue, this.#device.quirks),
      // A new PIN is three entries, and a reader may give each its time.
      timeoutMs: entrySeconds(structure) * 1000 * (operation === "modify" ? 3 : 1) + keypadSlackMs,
    });
    if (response.command === 1 && response.icc !== 2) {
      // PC/SC part 10 gives these as status words. The card was not asked: its block numbers stay as they are.
      if (response.error === SlotErrorCode.pinTimeout) return swTimeout.slice();
      if (response.error === SlotErrorCode.pinCancelled) return swCancelled.slice();
    }
    if (response.command === 1) throw slotError(response);
    return t1 ? await t1.secureAnswer(response.data, call) : response.data;
  }

  /** Once card or reader failed for good, every later call says the same. */
  async #guarded<T>(act: () => Promise<T>): Promise<T> {
    if (this.#ended) throw this.#ended;
    try {
      return await act();
    } catch (error) {
      if (error instanceof CardError && /^(READER_GONE|CARD_REMOVED|CARD_MUTE)$/.test(error.code)) this.#ended = error;
      throw error;
    }
  }
}

function featuresOf(device: CcidDevice): ReadonlySet<FeatureCode> {
  const features = new Set<FeatureCode>([Feature.ccidEscape]);
  const pin = device.quirks.noPinpad ? 0 : device.ccid.descriptor.bPINSupport;
  if (pin & 1) features.add(Feature.verifyPinDirect);
  if (pin & 2) features.add(Feature.modifyPinDirect);
  return features;
}

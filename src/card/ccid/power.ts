// From a card in a slot to an agreed protocol: voltage, ATR, PPS, SetParameters. CCID 1.1 §6.1.1, §6.1.7.
import { type Bytes, fromHex } from "../bytes.ts";
import { CardError } from "../error.ts";
import { type Atr, parseAtr } from "../iso7816part3/atr.ts";
import { checkPps, type NegotiationPlan, parametersFor, planNegotiation } from "../iso7816part3/negotiation.ts";
import type { ReaderCapabilities } from "../iso7816part3/negotiation.ts";
import { DwFeature } from "./capabilities.ts";
import type { CcidDevice } from "./ccidDevice.ts";
import { Command } from "./message.ts";
import { slotError } from "./slotError.ts";

export interface PoweredCard {
  readonly atr: Atr;
  readonly plan: NegotiationPlan;
}

/** bError of a reader that wants an EMV card (CCID 1.1 table 6.2-2: PROTOCOL_NOT_SUPPORTED in EMV mode). */
const emvMode = 0xbb;
const powerOnTimeoutMs = 60_000;
/** A card that was put in crookedly answers at the second or third try (and so do its contacts once they settled). */
const powerAttempts = 3;
const voltages = [
  { select: 0x01, support: 0x01 }, // 5 V
  { select: 0x03, support: 0x04 }, // 1.8 V
  { select: 0x02, support: 0x02 }, // 3 V
] as const;

/** Powers a card and negotiates. @throws CardError CARD_ABSENT, CARD_MUTE, CARD_PROTOCOL, READER_* */
export async function powerCard(
  device: CcidDevice,
  slot: number,
  capabilities: ReaderCapabilities,
  signal?: AbortSignal,
): Promise<PoweredCard> {
  const call = signal ? { signal } : {};
  let last: unknown = null;
  for (let attempt = 0; attempt < powerAttempts; attempt += 1) {
    if (attempt > 0 || device.quirks.powerOffFirst) await device.exchange(Command.iccPowerOff, slot, call);
    try {
      const atr = parseAtr(await powerOn(device, slot, call));
      return { atr, plan: await negotiate(device, slot, atr, capabilities, call) };
    } catch (error) {
      if (!(error instanceof CardError) || !/^CARD_(MUTE|PROTOCOL)$/.test(error.code)) throw error;
      last = error;
    }
  }
  throw last;
}

async function powerOn(device: CcidDevice, slot: number, call: { signal?: AbortSignal }): Promise<Bytes> {
  const { dwFeatures, bVoltageSupport } = device.ccid.descriptor;
  const automatic = (dwFeatures & (DwFeature.automaticActivation | DwFeature.automaticVoltage)) !== 0;
  const supported = voltages.filter(({ support }) => bVoltageSupport & support).map(({ select }) => select);
  // A reader that names no voltage at all is asked for its own choice.
  const selections: readonly number[] = automatic || supported.length === 0 ? [0] : supported;
  let failure: CardError = new CardError("CARD_MUTE", "the card does not answer");
  for (const select of selections) {
    const options = { ...call, specific: [select, 0, 0] as const, timeoutMs: powerOnTimeoutMs };
    const response = await device.exchange(Command.iccPowerOn, slot, options);
    if (response.command !== 1) {
      if (response.data.length > 0) return response.data;
      failure = new CardError("CARD_MUTE", "an empty answer to reset");
      continue;
    }
    if (response.icc === 2) throw new CardError("CARD_ABSENT", "no card in the slot");
    failure = slotError(response);
    const { isoModeEscape } = device.quirks;
    // The next attempt finds the reader in the mode it should have been in.
    if (response.error === emvMode && isoModeEscape !== null) await device.exchange(Command.escape, slot, { ...call, data: fromHex(isoModeEscape) });
    // Between two voltages the contacts must be without power (ISO 7816-3 §6.2.4).
    if (selections.length > 1) await device.exchange(Command.iccPowerOff, slot, call);
  }
  throw failure;
}

async function negotiate(
  device: CcidDevice,
  slot: number,
  atr: Atr,
  capabilities: ReaderCapabilities,
  call: { signal?: AbortSignal },
): Promise<NegotiationPlan> {
  const plan = planNegotiation(atr, capabilities);
  let fidi = plan.fidi;
  if (plan.pps) {
    const response = await device.command(Command.xfrBlock, slot, { ...call, data: plan.pps });
    fidi = checkPps(plan.pps, response.data).fidi;
  }
  if (!plan.parameters) return plan;
  const parameters = parametersFor(atr, plan.protocol, fidi);
  const options = { ...call, specific: [plan.protocol, 0, 0] as const, data: parameters };
  const response = await device.exchange(Command.setParameters, slot, options);
  if (response.command === 1) {
    if (response.icc === 2) throw new CardError("CARD_REMOVED", "the card is no longer in the reader");
    // 1..127 names a byte that can't be changed, 0 says that the reader does not do SetParameters at all: both mean
    // that it has set itself up, and neither says anything about the protocol (libccid issue 162).
    if (response.error > 0x7f && !device.quirks.ignoreSetParameters) throw slotError(response);
  }
  return { ...plan, fidi, parameters };
}

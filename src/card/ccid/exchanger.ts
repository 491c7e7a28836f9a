// Picks, once a card is powered, how APDUs reach it: by T=1 or T=0 of ours, or by the reader's.
import { type Bytes, copyOf, wipe } from "../bytes.ts";
import type { Atr } from "../iso7816part3/atr.ts";
import type { NegotiationPlan, ReaderCapabilities } from "../iso7816part3/negotiation.ts";
import { T0Engine } from "../iso7816part3/t0.ts";
import { T1Engine } from "../iso7816part3/t1.ts";
import type { CcidDevice } from "./ccidDevice.ts";
import { exchangeT0, exchangeT1Block } from "./character.ts";
import { headerLength } from "./message.ts";
import { transferApdu, xfrBlock } from "./transfer.ts";

interface Call {
  readonly signal?: AbortSignal;
}

export interface Exchanger {
  transceive(apdu: Uint8Array, call: Call): Promise<Bytes>;
  /** Ours, when the reader leaves T=1 to us: needed for the keypad, too. */
  readonly t1: T1Engine | null;
}

/** The reader's own APDU handling may need a key operation and many blocks: PC/SC gives it a minute. */
const apduTimeoutMs = 60_000;

export async function makeExchanger(
  device: CcidDevice,
  slot: number,
  card: { readonly atr: Atr; readonly plan: NegotiationPlan },
  capabilities: ReaderCapabilities,
): Promise<Exchanger> {
  const { plan, atr } = card;
  const level = capabilities.exchangeLevel;
  if (level === "shortApdu" || level === "extendedApdu") {
    return {
      t1: null,
      transceive: async (apdu, call) => {
        // T=0 cards take no Le behind their data: the reader passes commands on as they are (libccid does the same).
        const fitting = plan.protocol === 0 && level === "shortApdu" ? withoutTrailingLe(apdu) : copyOf(apdu);
        try {
          return await transferApdu(device, slot, fitting, { ...call, timeoutMs: apduTimeoutMs });
        } finally {
          wipe(fitting);
        }
      },
    };
  }

  if (plan.protocol === 0) {
    const options = { timeoutMs: plan.timeouts.t0Ms };
    const t0 = new T0Engine({
      exchange: async (tpdu, call) =>
        level === "character"
          ? await exchangeT0(device, slot, tpdu, { ...options, ...call })
          : (await xfrBlock(device, slot, tpdu, { ...options, ...call })).data,
    });
    return { t1: null, transceive: (apdu, call) => t0.transceive(apdu, call) };
  }

  const edcLength = atr.t1.edc === "lrc" ? 1 : 2;
  const t1 = new T1Engine({
    ifsc: atr.t1.ifsc,
    // A reader whose messages hold 263 bytes (SCR 331-DI) has no room for a block with 254: header, prologue and check
    // byte come on top.
    mostInf: Math.max(device.ccid.descriptor.dwMaxCCIDMessageLength - headerLength - 3 - edcLength, 1),
    // A reader that negotiates IFSD by itself has done so already.
    ifsd: plan.setIfsd === null ? Math.min(Math.max(capabilities.maxIfsd, 32), 254) : 32,
    edc: atr.t1.edc,
    exchange: async (block, { bwi, signal }) => {
      const options = { timeoutMs: plan.timeouts.t1BlockMs, bwi, ...(signal ? { signal } : {}) };
      return level === "character"
        ? await exchangeT1Block(device, slot, block, { ...options, edcLength })
        : (await xfrBlock(device, slot, block, options)).data;
    },
  });
  if (plan.setIfsd !== null) await t1.negotiateIfsd(plan.setIfsd);
  return { t1, transceive: (apdu, call) => t1.transceive(apdu, call) };
}

function withoutTrailingLe(apdu: Uint8Array): Bytes {
  const lc = apdu[4] ?? 0;
  return apdu.length > 5 && lc !== 0 && apdu.length === 6 + lc ? copyOf(apdu, 0, -1) : copyOf(apdu);
}

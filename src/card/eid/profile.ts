// What is known of a card from its ATR. The Georgian card's commands are not public, so a profile holds hints and
// permissions, never a layout: that is read from the card.
import { equal, fromHex } from "../bytes.ts";
import type { CardView } from "../api.ts";

export interface CardProfile {
  readonly generation: CardView["generation"];
  /** Applications to try, in order; EF.DIR and the path 3F00/5015 come after them. */
  readonly applications: readonly Uint8Array[];
  /** GET DATA forms that tell a PIN's counter and can't cost a try; the first that answers is used. */
  readonly counters: readonly CounterForm[];
  /** VERIFY without data tells the counter on this card. Never assumed: some cards take it for a wrong PIN. */
  readonly verifyWithoutData: boolean;
}

/** `4D 08 70 06 BF <class> <reference> 02 <list> 80`, ISO/IEC 24727-3 style data objects as IAS-ECC cards have them. */
export interface CounterForm {
  readonly classByte: number;
  readonly referenceMask: number;
  readonly list: number;
}

const pkcs15 = fromHex("A0 00 00 00 63 50 4B 43 53 2D 31 35");
const iasEcc = fromHex("A0 00 00 00 77 01 08 00 07 00 00 FE 00 00 01 00");
const cpxIas = fromHex("E8 28 BD 08 0F 80 25 00 00 01 FF 00 10");
const eccEid = fromHex("E8 28 BD 08 0F D2 50 45 43 43 2D 65 49 44");

const georgianCounter: CounterForm = { classByte: 0x80, referenceMask: 0x1f, list: 0x62 };
const iasCounter: CounterForm = { classByte: 0x81, referenceMask: 0x7f, list: 0xa0 };

/** ATRs as the public pcsc-tools list has them. */
const known: readonly { readonly atr: Uint8Array; readonly generation: CardProfile["generation"] }[] = [
  {
    atr: fromHex("3B FD 18 00 00 81 31 FE 45 80 31 81 53 47 45 31 73 84 21 C0 81 07 2E"),
    generation: "georgia-1",
  },
  {
    atr: fromHex("3B DC 96 FF 81 11 FE 47 65 6F 72 67 69 61 45 49 44 76 31 84"),
    generation: "georgia-2",
  },
];

export function profileFor(atr: Uint8Array): CardProfile {
  const generation = known.find((one) => equal(one.atr, atr))?.generation;
  return generation
    ? { generation, applications: [pkcs15], counters: [georgianCounter, iasCounter], verifyWithoutData: false }
    : {
        generation: "pkcs15",
        applications: [pkcs15, iasEcc, cpxIas, eccEid],
        counters: [georgianCounter, iasCounter],
        verifyWithoutData: false,
      };
}

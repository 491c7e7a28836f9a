// Readers at character level: the host says in wLevelParameter how many bytes it expects. CCID 1.1 §3.2.3, table 6.1-3.
import { type Bytes, concat, copyOf, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { CcidDevice } from "./ccidDevice.ts";
import { type TransferOptions, xfrBlock } from "./transfer.ts";

const NULL = 0x60;
/** A card may ask for patience with NULL as often as it likes; not for ever. */
const maxNulls = 1_000;

/** One T=1 block: prologue first (its third byte is the length), then the rest. */
export async function exchangeT1Block(
  device: CcidDevice,
  slot: number,
  block: Bytes,
  options: TransferOptions & { readonly edcLength: 1 | 2 },
): Promise<Bytes> {
  const head = (await xfrBlock(device, slot, block, { ...options, level: 3 })).data;
  const length = head[2];
  if (head.length < 3 || length === undefined) throw new CardError("CARD_PROTOCOL", "a block without its prologue");
  const missing = length + options.edcLength - (head.length - 3);
  if (missing <= 0) return head;
  const rest = (await xfrBlock(device, slot, new Uint8Array(0), { ...options, bwi: 0, level: missing })).data;
  return concat(head, rest);
}

/**
 * One T=0 TPDU with its procedure bytes (ISO/IEC 7816-3:2006 §10.3.3).
 * @param tpdu CLA INS P1 P2 P3 and, for a command with data, P3 bytes.
 * @returns data ‖ SW1 SW2
 */
export async function exchangeT0(
  device: CcidDevice,
  slot: number,
  tpdu: Bytes,
  options: TransferOptions,
): Promise<Bytes> {
  const header = copyOf(tpdu, 0, 5);
  const ins = header[1] ?? 0;
  const p3 = header[4] ?? 0;
  const sending = tpdu.length > 5;
  let sent = 5;
  // P3 = 0 means 256 bytes, or none at all (case 1): a card never asks for data in case 1, so nothing is waited for.
  let left = sending ? tpdu.length - 5 : p3 === 0 ? 256 : p3;
  const received: Bytes[] = [];
  const receive = async (out: Uint8Array, count: number): Promise<Bytes> =>
    (await xfrBlock(device, slot, out, { ...options, level: count })).data;

  let queue = await receive(header, 1);
  const next = async (): Promise<number> => {
    if (queue.length === 0) queue = await receive(new Uint8Array(0), 1);
    const [byte] = queue;
    if (byte === undefined) throw new CardError("CARD_PROTOCOL", "no procedure byte");
    queue = queue.slice(1);
    return byte;
  };

  try {
    for (let nulls = 0; nulls < maxNulls; ) {
      const byte = await next();
      if (byte === NULL) {
        nulls += 1;
        continue;
      }
      if (byte === ins || byte === (ins ^ 0xff)) {
        const count = byte === ins ? left : Math.min(left, 1);
        if (count === 0) throw new CardError("CARD_PROTOCOL", "the card asks for data there are none of");
        if (sending) {
          const part = copyOf(tpdu, sent, sent + count);
          queue = concat(queue, await receive(part, 1));
          wipe(part);
          sent += count;
        } else {
          while (queue.length < count) {
            const more = await receive(new Uint8Array(0), count - queue.length);
            if (more.length === 0) throw new CardError("CARD_PROTOCOL", "the card stopped in the middle of its data");
            queue = concat(queue, more);
          }
          received.push(queue.slice(0, count));
          queue = queue.slice(count);
        }
        left -= count;
        continue;
      }
      if ((byte & 0xf0) === 0x60 || (byte & 0xf0) === 0x90) return concat(...received, Uint8Array.of(byte, await next()));
      throw new CardError("CARD_PROTOCOL", "the card's procedure byte makes no sense");
    }
    throw new CardError("CARD_PROTOCOL", "the card asks for patience without end");
  } finally {
    wipe(header);
  }
}

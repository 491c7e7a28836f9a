// XfrBlock at APDU levels: one message, or several chained by wLevelParameter. CCID 1.1 §6.1.4 and table 6.1-3.
import { type Bytes, concat, copyOf, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { CcidDevice } from "./ccidDevice.ts";
import { Command, headerLength } from "./message.ts";

export interface TransferOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs: number;
  /** bBWI: multiplier of the block waiting time for this block (T=1 at TPDU level). */
  readonly bwi?: number;
  readonly level?: number;
}

const Chain = { whole: 0x0000, begins: 0x0001, ends: 0x0002, continues: 0x0003, expectMore: 0x0010 } as const;
const maxMessages = 1_024;
const maxApdu = 65_546;

/** One XfrBlock, one DataBlock. */
export async function xfrBlock(device: CcidDevice, slot: number, data: Uint8Array, options: TransferOptions) {
  const level = options.level ?? 0;
  return await device.command(Command.xfrBlock, slot, {
    data,
    specific: [options.bwi ?? 0, level & 0xff, level >> 8],
    timeoutMs: options.timeoutMs * Math.max(options.bwi ?? 1, 1),
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

/**
 * One APDU through a reader that takes whole APDUs. Chaining is answered even if the reader says it knows short APDUs
 * only; ours is cut only when it does not fit dwMaxCCIDMessageLength.
 */
export async function transferApdu(
  device: CcidDevice,
  slot: number,
  apdu: Uint8Array,
  options: TransferOptions,
): Promise<Bytes> {
  const room = Math.max(Math.min(device.ccid.descriptor.dwMaxCCIDMessageLength, maxApdu) - headerLength, 1);
  let response;
  if (apdu.length <= room) response = await xfrBlock(device, slot, apdu, options);
  else {
    for (let offset = 0; offset < apdu.length; offset += room) {
      const part = copyOf(apdu, offset, offset + room);
      const last = offset + room >= apdu.length;
      const level = offset === 0 ? Chain.begins : last ? Chain.ends : Chain.continues;
      response = await xfrBlock(device, slot, part, { ...options, level });
      wipe(part);
      // Until the last part the reader answers with an empty block that asks for more.
      if (!last && response.data.length > 0) {
        throw new CardError("READER_PROTOCOL", "the reader answered half a command");
      }
    }
  }
  if (!response) throw new CardError("INTERNAL", "an empty command");

  const parts = [response.data];
  // bChainParameter: 0 whole, 2 the last part; 1 the first, 3 one in the middle; 0x10 "send me the next".
  for (let n = 0; response.specific === 1 || response.specific === 3; n += 1) {
    if (n > maxMessages) throw new CardError("READER_PROTOCOL", "the reader's answer has no end");
    response = await xfrBlock(device, slot, new Uint8Array(0), { ...options, level: Chain.expectMore });
    parts.push(response.data);
  }
  return concat(...parts);
}

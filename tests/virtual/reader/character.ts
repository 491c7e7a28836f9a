// A reader at character level: it only carries characters; procedure bytes and blocks are the host's affair.
import type { Slot } from "./slot.ts";
import { t0Apdu } from "./t0Apdu.ts";

type Bytes = Uint8Array<ArrayBuffer>;

interface Line {
  /** Characters the card has sent and the host not yet fetched. */
  waiting: Bytes;
  /** A T=0 header whose data the card still wants. */
  header: Bytes | null;
}

const lines = new WeakMap<Slot, Line>();

const join = (a: Bytes, b: Bytes): Bytes => Uint8Array.of(...a, ...b);

/** @param level how many characters the host expects. @returns null when the card says nothing. */
export async function characterExchange(slot: Slot, data: Bytes, level: number): Promise<Bytes | null> {
  const line: Line = lines.get(slot) ?? { waiting: new Uint8Array(0), header: null };
  lines.set(slot, line);
  if (data[0] === 0xff && data.length >= 3 && data.length <= 6 && !line.header) return slot.pps(data);
  if (!slot.inTune) return null;
  if (data.length > 0) {
    const said = slot.protocol === 1 ? ((await slot.t1?.block(data)) ?? null) : await t0(slot, line, data);
    if (!said) return null;
    await slot.wire(data.length + said.length);
    line.waiting = slot.protocol === 1 ? said : join(line.waiting, said);
  }
  const part = line.waiting.slice(0, level || line.waiting.length);
  line.waiting = line.waiting.slice(part.length);
  return part;
}

async function t0(slot: Slot, line: Line, data: Bytes): Promise<Bytes | null> {
  if (line.header) {
    const command = join(line.header, data);
    line.header = null;
    return await slot.transmit(command);
  }
  const [, ins = 0, , , p3 = 0] = data;
  const incoming = p3 > 0 && ![0xb0, 0xb2, 0xc0, 0xca, 0x84].includes(ins);
  if (incoming) {
    line.header = data;
    return Uint8Array.of(0x60, ins);
  }
  const answer = await slot.transmit(t0Apdu(data));
  if (!answer) return null;
  // Data are announced by the instruction byte; a bare status word is not.
  return answer.length > 2 ? join(Uint8Array.of(ins), answer) : answer;
}

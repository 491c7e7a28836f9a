// The virtual reader behind libccid's serial driver: CCID messages in the frames of a GemCore SIM Pro (libccid,
// ccid_serial.c): 03 06 ‖ message ‖ exclusive-or of all before; 03 15 16 for "say that again".
import { endpoints } from "../reader/descriptors.ts";
import type { VirtualReader } from "../reader/reader.ts";
import type { Pty } from "./pty.ts";

const head = [0x03, 0x06] as const;
const again = Uint8Array.of(0x03, 0x15, 0x16);
const escape = { command: 0x6b, answer: 0x83 } as const;
/** The answer to the maker's own "get firmware" (escape 02), which the driver asks when it opens the line. */
const firmware = new TextEncoder().encode("GemCore SIM Pro-virtual");

function lrc(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value ^ byte, 0);
}

function framed(message: Uint8Array): Buffer {
  const body = Buffer.concat([Uint8Array.from(head), message]);
  return Buffer.concat([body, Uint8Array.of(lrc(body))]);
}

/** @returns the CCID messages that went through, by type, for a test to look at. */
export function serveOverSerial(reader: VirtualReader, line: Pty): readonly number[] {
  const seen: number[] = [];
  let waiting = Buffer.alloc(0);
  let work: Promise<void> = Promise.resolve();
  const never = new AbortController().signal;

  const answer = async (message: Uint8Array<ArrayBuffer>): Promise<void> => {
    const [type = 0, , , , , slot = 0, sequence = 0] = message;
    seen.push(type);
    if (type === escape.command) {
      const data = message[10] === 0x02 ? firmware : new Uint8Array(0);
      const reply = Buffer.alloc(10 + data.length);
      reply[0] = escape.answer;
      reply.writeUInt32LE(data.length, 1);
      reply.set([slot, sequence, 0, 0, 0], 5);
      reply.set(data, 10);
      line.write(framed(reply));
      return;
    }
    await reader.bulkOut(endpoints.bulkOut & 0x0f, message);
    const { data } = await reader.bulkIn(endpoints.bulkIn & 0x0f, 65_536, never);
    line.write(framed(data));
  };

  line.onData((chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= 13) {
      const length = 2 + 10 + waiting.readUInt32LE(3) + 1;
      if (waiting.length < length) return;
      const frame = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      if (frame[0] !== head[0] || frame[1] !== head[1] || lrc(frame) !== 0) {
        line.write(again);
        continue;
      }
      const message = new Uint8Array(frame.subarray(2, -1));
      work = work.then(() => answer(message));
    }
  });
  return seen;
}

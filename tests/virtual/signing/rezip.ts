// A ZIP writer that writes what it is told, also nonsense: for containers that must be refused. It shares nothing with src.
import { crc32, deflateRawSync } from "node:zlib";

export interface RawEntry {
  readonly name: string;
  readonly data: Uint8Array;
  readonly deflate?: boolean;
  readonly extra?: Uint8Array;
  /** What the directory says instead. */
  readonly directoryName?: string;
  readonly crc?: number;
  readonly between?: Uint8Array;
}

export function rezip(entries: readonly RawEntry[], { prefix = "", comment = "" }: { readonly prefix?: string; readonly comment?: string } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(prefix)];
  const directory: Buffer[] = [];
  let offset = prefix.length;
  for (const { name, data, deflate = false, extra = new Uint8Array(), directoryName = name, crc = crc32(data), between = new Uint8Array() } of entries) {
    const packed = deflate ? deflateRawSync(data) : Buffer.from(data);
    const fields = (own: string): Buffer => {
      const out = Buffer.alloc(26);
      out.writeUInt16LE(20, 0);
      out.writeUInt16LE(0x800, 2);
      out.writeUInt16LE(deflate ? 8 : 0, 4);
      out.writeUInt32LE(0x5af80000, 6);
      out.writeUInt32LE(crc, 10);
      out.writeUInt32LE(packed.length, 14);
      out.writeUInt32LE(data.length, 18);
      out.writeUInt16LE(Buffer.byteLength(own), 22);
      out.writeUInt16LE(extra.length, 24);
      return out;
    };
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields(name), Buffer.from(name), extra, packed, between]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 3]), fields(directoryName), rest, Buffer.from(directoryName), extra]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, central, end, Buffer.from(comment)]);
}

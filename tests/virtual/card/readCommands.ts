// SELECT, READ BINARY, READ RECORD, GET DATA: ISO 7816-4 §11.1.1, §11.2.3, §11.3.3, §11.4.3.
import { type Answer, type Command, sw } from "./apdu.ts";
import type { Behaviour } from "./behaviour.ts";
import { type Bytes, join, toUint } from "./bytes.ts";
import { parseTlv, tlv } from "./der.ts";
import { type CardFile, type ElementaryFile, type Selection, controlInformation } from "./fileSystem.ts";

export function select(selection: Selection, behaviour: Behaviour, { p1, p2, data, ne }: Command): Answer {
  const wanted = p2 & 0x0c;
  // Next or last occurrence (P2 bits 1-2) of anything: there is only ever one.
  if ((p2 & 0xf0) !== 0 || wanted === 0x08) return sw(0x6a86);
  if ((p2 & 0x03) > 1) return sw(0x6a82);
  if (behaviour.strictSelect && wanted === 0 && ne !== null) return sw(0x6700);
  const file = find(selection, p1, data);
  if (file === undefined) return sw(0x6a86);
  if (file === null) return sw(0x6a82);
  if (wanted === 0x0c || (wanted === 0 && behaviour.strictSelect)) return sw(0x9000);
  return sw(0x9000, controlInformation(wanted === 0x04 ? "62" : "6F", file));
}

function find(selection: Selection, p1: number, data: Bytes): CardFile | null | undefined {
  switch (p1) {
    case 0x00:
      return selection.byIdentifier(data);
    case 0x01:
      return selection.child(data, "df");
    case 0x02:
      return selection.child(data, "ef");
    case 0x03:
      return data.length === 0 ? selection.parent() : null;
    case 0x04:
      return selection.byName(data);
    case 0x08:
      return selection.fromMf(data);
    case 0x09:
      return selection.fromCurrent(data);
    default:
      return undefined;
  }
}

/** READ BINARY with INS B0: P1 bit 8 set = short EF identifier in bits 5-1, offset in P2. */
export function readBinary(selection: Selection, behaviour: Behaviour, { p1, p2, data, ne }: Command): Answer {
  if (data.length > 0 || ne === null) return sw(0x6700);
  if ((p1 & 0x80) === 0) return slice(selection.file, behaviour, p1 * 256 + p2, ne);
  if ((p1 & 0x60) !== 0) return sw(0x6a86);
  const file = selection.bySfi(p1 & 0x1f);
  return file === null ? sw(0x6a82) : slice(file, behaviour, p2, ne);
}

/** INS B1: the file in P1-P2 (0 = current, SFI, or identifier), the offset in data object 54, content in 53. */
export function readBinaryOdd(selection: Selection, behaviour: Behaviour, { p1, p2, data, ne }: Command): Answer {
  const offset = parseTlv(data)?.find((object) => object.tag === "54")?.value;
  if (ne === null) return sw(0x6700);
  if (offset === undefined || offset.length === 0 || offset.length > 4) return sw(0x6a80);
  const fid = p1 * 256 + p2;
  const isSfi = fid > 0 && fid < 31;
  const file = fid === 0 ? selection.file : isSfi ? selection.bySfi(fid) : selection.byFid(fid);
  if (file === null) return sw(fid === 0 ? 0x6986 : 0x6a82);
  // Ne covers tag and length of the data object too: 2 to 4 bytes.
  const header = ne <= 129 ? 2 : ne <= 258 ? 3 : 4;
  const content = slice(file, behaviour, toUint(offset), Math.max(1, ne - header));
  return content.data.length === 0 ? content : { ...content, data: tlv("53", content.data) };
}

function slice(file: ElementaryFile | null, behaviour: Behaviour, offset: number, ne: number): Answer {
  if (file === null) return sw(0x6986);
  if (file.internal) return sw(0x6982);
  if (file.records !== null) return sw(0x6981);
  const content = file.read();
  if (offset > content.length || (offset === content.length && offset > 0)) return sw(0x6b00);
  const part = content.slice(offset, offset + ne);
  const short = part.length < ne && ne !== 256 && ne !== 65_536;
  return sw(short && behaviour.endOfFile === "6282" ? 0x6282 : 0x9000, part);
}

/** READ RECORD by number (P2 = 04, or SFI in bits 8-4); P2 = 05 reads from there to the last. */
export function readRecord(selection: Selection, { p1, p2, ne }: Command): Answer {
  if (ne === null) return sw(0x6700);
  const sfi = p2 >> 3;
  const mode = p2 & 7;
  const file = sfi === 0 ? selection.file : selection.bySfi(sfi);
  if (file === null) return sw(sfi === 0 ? 0x6986 : 0x6a82);
  if (file.records === null) return sw(0x6981);
  if (mode !== 4 && mode !== 5) return sw(0x6a81);
  const records = mode === 4 ? file.records.slice(p1 - 1, p1) : file.records.slice(p1 - 1);
  return p1 === 0 || records.length === 0 ? sw(0x6a83) : sw(0x9000, join(...records));
}

// Reading DER by way of asn1js, with every element's own bytes kept: signatures cover bytes, not values.
import * as asn1js from "asn1js";
import { concat, copyOf } from "../../card/bytes.ts";
import { oid as dottedOid, time as decodeTime } from "../../card/iso7816/der.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";

/** One element of a DER tree. */
export interface DerNode {
  /** The identifier octet: 0x30 SEQUENCE, 0xA0 [0] constructed, 0x80 [0] primitive … Tags of 31 and more: 0x1F. */
  readonly tag: number;
  /** Identifier, length and content. */
  readonly raw: Bytes;
  /** Content octets. */
  readonly content: Bytes;
  /** Elements of constructed content. */
  readonly children: readonly DerNode[];
}

const deepest = 40;

/** @throws SigningError MALFORMED */
export function malformed(fact: string): never {
  throw new SigningError("MALFORMED", fact);
}

/** One element that fills `bytes` to the end. @throws SigningError MALFORMED */
export function readDer(bytes: Uint8Array): DerNode {
  const source = copyOf(bytes);
  const { result, offset } = parse(source);
  if (offset === -1 || result.error) malformed("not DER");
  if (offset !== bytes.length) malformed("bytes behind the end of a DER value");
  return toNode(result, source, 0);
}

/** asn1js reports most faults and throws some (a time that is none). */
function parse(source: Bytes): ReturnType<typeof asn1js.fromBER> {
  try {
    return asn1js.fromBER(source);
  } catch (error) {
    throw new SigningError("MALFORMED", "not DER", error);
  }
}

function toNode(block: asn1js.AsnType, source: Bytes, depth: number): DerNode {
  if (depth > deepest) malformed("DER nested too deeply");
  const { byteOffset, byteLength } = block.valueBeforeDecodeView;
  const raw = source.subarray(byteOffset, byteOffset + byteLength);
  const first = raw[0] ?? 0;
  if (block.lenBlock.isIndefiniteForm) throw new SigningError("UNSUPPORTED", "an indefinite length: BER, not DER");
  const constructed = (first & 0x20) !== 0;
  // Some write an OCTET STRING in pieces: constructed, but of its own class.
  const pieces = block instanceof asn1js.Constructed || block instanceof asn1js.OctetString ? block.valueBlock.value : [];
  const inner = constructed ? pieces : [];
  const content = raw.subarray(block.idBlock.blockLength + block.lenBlock.blockLength);
  if (block.lenBlock.length !== content.length || (content.length < 0x80 && block.lenBlock.blockLength !== 1)) malformed("a length that is not DER");
  if (!constructed && (first === 0x10 || first === 0x11)) malformed("a sequence without parts");
  const children = inner.map((one) => toNode(one, source, depth + 1));
  // asn1js lets a part reach over the end of the whole.
  if (constructed && children.reduce((sum, one) => sum + one.raw.length, 0) !== content.length) malformed("parts that do not fill the whole");
  return { tag: (first & 0x1f) === 0x1f ? 0x1f : first, raw, content, children };
}

/** A child that must be there, with this tag. @throws SigningError MALFORMED */
export function childOf(node: DerNode | undefined, index: number, tag?: number): DerNode {
  const found = node?.children[index];
  if (!found || (tag !== undefined && found.tag !== tag)) malformed(`element ${index} is missing or of another type`);
  return found;
}

/** The first child with this tag; undefined: none. */
export function findChild(node: DerNode, tag: number): DerNode | undefined {
  return node.children.find((one) => one.tag === tag);
}

/** The dotted form of an OBJECT IDENTIFIER. @throws SigningError MALFORMED */
export function oidOf(node: DerNode | undefined): string {
  if (node?.tag !== 0x06) malformed("not an object identifier");
  return guarded(() => dottedOid(node.content));
}

/** The octets of an OCTET STRING, in one piece or several. */
export function octetsOf(node: DerNode): Bytes {
  return node.children.length > 0 ? concat(...node.children.map((one) => octetsOf(one))) : node.content;
}

/** Milliseconds since the epoch. @throws SigningError MALFORMED */
export function timeOf(node: DerNode): number {
  // RFC 3161 allows fractions of a second; a certificate's times have none. They are cut off.
  const whole = new TextDecoder().decode(node.content).replace(/[.,]\d+(?=Z$)/, "");
  return guarded(() => decodeTime(node.tag, new TextEncoder().encode(whole)));
}

/** A small non-negative INTEGER. @throws SigningError MALFORMED */
export function smallInteger(node: DerNode | undefined): number {
  if (node?.tag !== 0x02 || node.content.length === 0 || node.content.length > 4 || (node.content[0] ?? 0) & 0x80) malformed("an integer out of range");
  return node.content.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** The bits of a BIT STRING that has whole bytes only. */
export function bitStringBytes(node: DerNode): Bytes {
  if (node.tag !== 0x03 || node.content[0] !== 0) malformed("not a bit string of whole bytes");
  return node.content.subarray(1);
}

/** What another layer calls malformed is malformed here, too. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new SigningError("MALFORMED", error instanceof Error ? error.message : "malformed", error);
  }
}

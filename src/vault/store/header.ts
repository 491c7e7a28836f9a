// The vault's header: the one row that can be read without a key. docs/vault-format.md, "Header".
//   "MQV1" ‖ suite (1) ‖ length of JSON (4, big endian) ‖ JSON (UTF-8) ‖ HMAC-SHA-256 of all before it (32)
// The MAC's key comes from the vault key: whoever opens the vault sees whether the header is its owner's work.
import { type Bytes, concat } from "../../card/bytes.ts";
import { fromBase64 } from "../../codec/base64.ts";
import { isFields } from "../../codec/fields.ts";
import type { SlotKind } from "../api.ts";
import { ascii, uint32 } from "../crypto/derive.ts";
import { VaultError } from "../error.ts";

/** Bytes are base64 text in here. */
export interface SlotRow {
  readonly id: string;
  readonly kind: SlotKind;
  readonly madeOn: number;
  readonly memory: number;
  readonly passes: number;
  readonly salt: string;
  readonly credentialId: string;
  readonly challenge: string;
  readonly publicKey: string;
  /** Box, under the slot's key: the slot's own private key (PKCS #8). */
  readonly privateKey: string;
  readonly commitment: string;
  /** HPKE, to the slot's public key: the vault key. */
  readonly vaultKey: string;
}

/** Where a partition's snapshot is, and from which row of its log to go on. */
export interface SnapshotRow {
  readonly stream: string;
  /** Box, under the wrapping key: the stream's secret. */
  readonly key: string;
  readonly commitment: string;
  readonly size: number;
  /** Rows up to this one are in the snapshot. */
  readonly row: number;
  /** SHA-256 of that row, for the chain. */
  readonly chain: string;
}

export interface Header {
  readonly vaultId: string;
  readonly epoch: number;
  /** Counts header writes. */
  readonly generation: number;
  readonly slots: readonly SlotRow[];
  readonly inboxPublic: string;
  /** Box, under the inbox-wrap key. */
  readonly inboxPrivate: string;
  readonly main: SnapshotRow | null;
  readonly text: SnapshotRow | null;
}

const magic = ascii("MQV1");
const suite = 1;
const macLength = 32;
const prefixLength = magic.length + 1 + 4;

export async function encodeHeader(header: Header, macKey: CryptoKey): Promise<Bytes> {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const body = concat(magic, Uint8Array.of(suite), uint32(json.length), json);
  return concat(body, new Uint8Array(await crypto.subtle.sign("HMAC", macKey, body)));
}

/** Reads a header without believing it. @throws FORMAT_UNKNOWN, HEADER_DAMAGED */
export function decodeHeader(bytes: Bytes): Header {
  if (bytes.length < prefixLength + macLength) throw new VaultError("HEADER_DAMAGED", "the header is cut short");
  if (!magic.every((byte, at) => bytes[at] === byte)) throw new VaultError("FORMAT_UNKNOWN", "not a vault's header");
  if (bytes[4] !== suite) throw new VaultError("FORMAT_UNKNOWN", "a suite of a newer version");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(5);
  if (length !== bytes.length - prefixLength - macLength) throw new VaultError("HEADER_DAMAGED", "the header's length is not its own");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(prefixLength, prefixLength + length)));
  } catch (error) {
    throw new VaultError("HEADER_DAMAGED", "the header is not JSON", error);
  }
  return parseHeader(value);
}

/** @throws HEADER_FORGED */
export async function checkHeader(bytes: Bytes, macKey: CryptoKey): Promise<void> {
  const end = bytes.length - macLength;
  if (!(await crypto.subtle.verify("HMAC", macKey, bytes.slice(end), bytes.slice(0, end)))) throw new VaultError("HEADER_FORGED", "the header's MAC is not the vault key's");
}

/** Base64 that is known to be right since `decodeHeader`. */
export function unbase64(text: string): Bytes {
  const bytes = fromBase64(text);
  if (!bytes) throw new VaultError("HEADER_DAMAGED", "not base64");
  return bytes;
}

function fail(): never {
  throw new VaultError("HEADER_DAMAGED", "a field of the header is missing or of the wrong kind");
}
const integer = (value: unknown): number => (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : fail());
const bytesOf = (value: unknown, length?: number): string => {
  if (typeof value !== "string") return fail();
  const decoded = fromBase64(value);
  return decoded && (length === undefined || decoded.length === length) ? value : fail();
};
const kindOf = (value: unknown): SlotKind => (value === "passphrase" || value === "recovery" || value === "passkey" || value === "card" ? value : fail());

function parseHeader(value: unknown): Header {
  if (!isFields(value) || !Array.isArray(value["slots"]) || value["slots"].length > 64) return fail();
  const rows: readonly unknown[] = value["slots"];
  return {
    vaultId: bytesOf(value["vaultId"], 16),
    epoch: integer(value["epoch"]),
    generation: integer(value["generation"]),
    slots: rows.map(parseSlot),
    inboxPublic: bytesOf(value["inboxPublic"], 65),
    inboxPrivate: bytesOf(value["inboxPrivate"]),
    main: parseSnapshot(value["main"]),
    text: parseSnapshot(value["text"]),
  };
}

function parseSlot(value: unknown): SlotRow {
  if (!isFields(value)) return fail();
  return {
    id: bytesOf(value["id"], 16),
    kind: kindOf(value["kind"]),
    madeOn: integer(value["madeOn"]),
    memory: integer(value["memory"]),
    passes: integer(value["passes"]),
    salt: bytesOf(value["salt"]),
    credentialId: bytesOf(value["credentialId"]),
    challenge: bytesOf(value["challenge"]),
    publicKey: bytesOf(value["publicKey"], 65),
    privateKey: bytesOf(value["privateKey"]),
    commitment: bytesOf(value["commitment"], 32),
    vaultKey: bytesOf(value["vaultKey"]),
  };
}

function parseSnapshot(value: unknown): SnapshotRow | null {
  if (value === null) return null;
  if (!isFields(value)) return fail();
  return {
    stream: bytesOf(value["stream"], 16),
    key: bytesOf(value["key"], 60),
    commitment: bytesOf(value["commitment"], 32),
    size: integer(value["size"]),
    row: integer(value["row"]),
    chain: bytesOf(value["chain"], 32),
  };
}

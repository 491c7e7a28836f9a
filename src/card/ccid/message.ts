// CCID messages, CCID 1.1 §6: a ten byte header and data.
import { type Bytes, concat } from "../bytes.ts";

/** PC_to_RDR_*, bulk OUT (table 6.1-1). */
export const Command = {
  setParameters: 0x61,
  iccPowerOn: 0x62,
  iccPowerOff: 0x63,
  getSlotStatus: 0x65,
  secure: 0x69,
  escape: 0x6b,
  getParameters: 0x6c,
  resetParameters: 0x6d,
  xfrBlock: 0x6f,
  abort: 0x72,
} as const;
export type CommandType = (typeof Command)[keyof typeof Command];

/** RDR_to_PC_*, bulk IN (table 6.2-1). */
export const Response = { dataBlock: 0x80, slotStatus: 0x81, parameters: 0x82, escape: 0x83, dataRate: 0x84 } as const;

/** Which answer belongs to which command. */
export const answerTo: Record<CommandType, number> = {
  [Command.setParameters]: Response.parameters,
  [Command.iccPowerOn]: Response.dataBlock,
  [Command.iccPowerOff]: Response.slotStatus,
  [Command.getSlotStatus]: Response.slotStatus,
  [Command.secure]: Response.dataBlock,
  [Command.escape]: Response.escape,
  [Command.getParameters]: Response.parameters,
  [Command.resetParameters]: Response.parameters,
  [Command.xfrBlock]: Response.dataBlock,
  [Command.abort]: Response.slotStatus,
};

export const headerLength = 10;

export interface CcidCommand {
  readonly type: CommandType;
  readonly slot: number;
  readonly sequence: number;
  /** The three message-specific header bytes. */
  readonly specific: readonly [number, number, number];
  readonly data: Uint8Array;
}

export interface CcidResponse {
  readonly type: number;
  readonly slot: number;
  readonly sequence: number;
  /** 0 present and active, 1 present and inactive, 2 absent (bmICCStatus). */
  readonly icc: number;
  /** 0 processed, 1 failed, 2 time extension (bmCommandStatus). */
  readonly command: number;
  readonly error: number;
  /** bChainParameter, bProtocolNum, bClockStatus … by message. */
  readonly specific: number;
  readonly data: Bytes;
}

export function encodeCommand({ type, slot, sequence, specific, data }: CcidCommand): Bytes {
  const header = new Uint8Array(headerLength);
  const view = new DataView(header.buffer);
  view.setUint8(0, type);
  view.setUint32(1, data.length, true);
  view.setUint8(5, slot);
  view.setUint8(6, sequence);
  header.set(specific, 7);
  return concat(header, data);
}

/**
 * Bytes as a response; null when they are not exactly one message (shorter than its header, or its dwLength
 * disagrees with what came).
 */
export function decodeResponse(bytes: Uint8Array): CcidResponse | null {
  if (bytes.length < headerLength) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(1, true) !== bytes.length - headerLength) return null;
  const status = view.getUint8(7);
  return {
    type: view.getUint8(0),
    slot: view.getUint8(5),
    sequence: view.getUint8(6),
    icc: status & 3,
    command: status >> 6,
    error: view.getUint8(8),
    specific: view.getUint8(9),
    data: bytes.slice(headerLength),
  };
}

/** dwLength + 10 as the header announces it, or null while the header is not complete. */
export function announcedLength(bytes: Uint8Array): number | null {
  if (bytes.length < headerLength) return null;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(1, true) + headerLength;
}

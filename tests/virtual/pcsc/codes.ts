// Return codes and constants of PC/SC as pcsclite.h has them, written down here once more: the peer must not borrow the
// tables of what it tests.

export const SCARD = {
  S_SUCCESS: 0,
  F_INTERNAL_ERROR: 0x80100001,
  E_CANCELLED: 0x80100002,
  E_INVALID_HANDLE: 0x80100003,
  E_INVALID_PARAMETER: 0x80100004,
  E_NO_MEMORY: 0x80100006,
  E_INSUFFICIENT_BUFFER: 0x80100008,
  E_UNKNOWN_READER: 0x80100009,
  E_TIMEOUT: 0x8010000a,
  E_SHARING_VIOLATION: 0x8010000b,
  E_NO_SMARTCARD: 0x8010000c,
  E_PROTO_MISMATCH: 0x8010000f,
  E_NOT_READY: 0x80100010,
  E_INVALID_VALUE: 0x80100011,
  E_SYSTEM_CANCELLED: 0x80100012,
  F_COMM_ERROR: 0x80100013,
  E_NOT_TRANSACTED: 0x80100016,
  E_READER_UNAVAILABLE: 0x80100017,
  P_SHUTDOWN: 0x80100018,
  E_NO_SERVICE: 0x8010001d,
  E_SERVICE_STOPPED: 0x8010001e,
  E_UNSUPPORTED_FEATURE: 0x8010001f,
  E_NO_READERS_AVAILABLE: 0x8010002e,
  E_SERVER_TOO_BUSY: 0x80100031,
  W_UNSUPPORTED_CARD: 0x80100065,
  W_UNRESPONSIVE_CARD: 0x80100066,
  W_UNPOWERED_CARD: 0x80100067,
  W_RESET_CARD: 0x80100068,
  W_REMOVED_CARD: 0x80100069,
} as const;

export const STATE = { unaware: 0, ignore: 1, changed: 2, unknown: 4, unavailable: 8, empty: 0x10, present: 0x20, exclusive: 0x80, inuse: 0x100, mute: 0x200, unpowered: 0x400 } as const;
export const SHARE = { exclusive: 1, shared: 2, direct: 3 } as const;
export const PROTOCOL = { t0: 1, t1: 2, raw: 4 } as const;
export const DISPOSITION = { leave: 0, reset: 1, unpower: 2, eject: 3 } as const;

export const controlCode = (code: number): number => 0x42000000 + code;
export const pnp = "\\\\?PnP?\\Notification";
export const infinite = 0xffffffff;

/** What a call returns besides its results. */
export class ScardFailure extends Error {
  readonly code: number;

  constructor(code: number) {
    super(code.toString(16));
    this.code = code;
  }
}

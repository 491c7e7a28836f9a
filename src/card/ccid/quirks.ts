// [Note: reader quirks] Real readers whose firmware departs from CCID. Data, not code: nothing else in this folder
// names a device. The facts are those of the public libccid driver (its ccid.c, ccid_usb.c, commands.c and
// ifdhandler.c), each a bug that somebody met. `verified: false` marks rows that need hardware nobody here has.
import type { ExchangeLevel } from "../iso7816part3/negotiation.ts";
import { usbIdOf } from "../usb/usbId.ts";

export interface Quirks {
  /** Shortest time limit for any command. */
  readonly minTimeoutMs: number;
  /** Overrides what the descriptor says. */
  readonly exchangeLevel: ExchangeLevel | null;
  readonly maxIfsd: number | null;
  /** The keypad is a lie, or its firmware leaks the PIN to the host. */
  readonly noPinpad: boolean;
  /** Rates above this fail with many cards. */
  readonly maxDataRateBps: number | null;
  readonly noPps: boolean;
  readonly noIfsd: boolean;
  /** Power off before every power on. */
  readonly powerOffFirst: boolean;
  /** bNumberMessage when a PIN is verified on the keypad, whatever was asked for. */
  readonly verifyMessages: number | null;
  /** Likewise when it is changed; "0 of 3": all three message indexes are there, and the number says none. */
  readonly modifyMessages: number | "0 of 3" | null;
  /** wPINMaxExtraDigit with its two bytes in the other order. */
  readonly swapPinDigits: boolean;
  /** Escape command that has the keypad append an unpadded PIN to a command without data; hexadecimal. */
  readonly appendPinEscape: string | null;
  /** Escape command that has a reader in EMV mode (bError BB at power on) follow ISO 7816-3 instead; hexadecimal. */
  readonly isoModeEscape: string | null;
  /** Rest before the first command after opening. */
  readonly settleMs: number;
  /** After this many failed SetParameters the reader works without. */
  readonly ignoreSetParameters: boolean;
}

export interface QuirkRow {
  /** idVendor and idProduct, four lower-case hexadecimal digits each. */
  readonly devices: readonly string[];
  /** Only firmware (bcdDevice) below this. */
  readonly below?: number;
  readonly firmware?: readonly number[];
  readonly set: Partial<Quirks>;
  readonly reason: string;
  readonly verified: boolean;
  /** Known, and nothing is done about it: without the device nobody could say whether it helps. */
  readonly unhandled?: true;
}

export const ordinary: Quirks = {
  minTimeoutMs: 0,
  exchangeLevel: null,
  maxIfsd: null,
  noPinpad: false,
  maxDataRateBps: null,
  noPps: false,
  noIfsd: false,
  powerOffFirst: false,
  verifyMessages: null,
  modifyMessages: null,
  swapPinDigits: false,
  appendPinEscape: null,
  isoModeEscape: null,
  settleMs: 0,
  ignoreSetParameters: false,
};

export const quirkTable: readonly QuirkRow[] = [
  { devices: ["09be:0002"], set: { maxIfsd: 254 }, reason: "MySmartPad announces no usable dwMaxIFSD", verified: false },
  { devices: ["0b81:0200"], set: { minTimeoutMs: 60_000 }, reason: "CL1356D wakes up slowly", verified: false },
  {
    devices: ["0b97:7762", "0b97:7772"],
    set: { maxDataRateBps: 9_600, noPps: true },
    reason: "O2 Micro OZ776 fails above 9600 bps and at PPS",
    verified: false,
  },
  {
    devices: ["09d8:0427", "09d8:0428", "072f:2200"],
    set: { minTimeoutMs: 30_000 },
    reason: "Elatec TWN4 and ACR122U answer the first commands late",
    verified: false,
  },
  {
    devices: ["04e6:5293", "04e6:5790", "04e6:5791", "04e6:5724"],
    set: { minTimeoutMs: 12_000 },
    reason: "these Identiv readers need time to find a contactless card",
    verified: false,
  },
  {
    devices: ["058f:9540"],
    set: { maxDataRateBps: 200_000, ignoreSetParameters: true },
    reason: "Alcor AU9540 fails with fast cards and then refuses SetParameters",
    verified: false,
  },
  {
    devices: ["03f0:1024", "03f0:0036", "0bf8:1017", "04f2:1469", "0783:0006", "25dd:3111"],
    set: { noPinpad: true },
    reason: "secure PIN entry is faulty; 04F2:1469 even passes the PIN to the host",
    verified: false,
  },
  {
    devices: ["076b:3a21", "076b:3031", "076b:6632", "046a:00a7", "0bf8:1024"],
    set: { noPinpad: true, exchangeLevel: "extendedApdu" },
    reason: "announces a keypad it does not have, and chains although it says short APDU",
    verified: false,
  },
  { devices: ["2f7c:6007"], set: { exchangeLevel: "extendedApdu" }, reason: "chains although it says short APDU", verified: false },
  { devices: ["0d46:3010"], set: { exchangeLevel: "shortApdu" }, reason: "says extended APDU but can't", verified: false },
  {
    devices: ["046a:00a1"],
    firmware: [0x0100],
    set: { exchangeLevel: "extendedApdu" },
    reason: "firmware 1.00 chains although it says short APDU",
    verified: false,
  },
  { devices: ["0529:0620"], firmware: [0x0012, 0x0013], set: { noIfsd: true }, reason: "early eToken firmware fails at S(IFS)", verified: false },
  {
    devices: ["04e6:e003", "046a:003e"],
    set: { modifyMessages: "0 of 3" },
    reason: "SPR532 and ST-2xxx change a PIN only with three message indexes and the number 0",
    verified: false,
  },
  { devices: ["04e6:e003"], set: { appendPinEscape: "800200" }, reason: "SPR532 else pads the PIN of a command without data", verified: false },
  { devices: ["046a:0010"], set: { modifyMessages: 3 }, reason: "Cherry XX44 wants three messages when a PIN is changed", verified: false },
  { devices: ["413c:2100", "413c:2101"], set: { verifyMessages: 0 }, reason: "the Dell keyboards show no message", verified: false },
  { devices: ["413c:2100"], set: { swapPinDigits: true }, reason: "Dell SK-3106 reads wPINMaxExtraDigit the other way round", verified: false },
  { devices: ["0982:0008", "08e6:3478"], set: { verifyMessages: 1 }, reason: "one message only", verified: false },
  { devices: ["0d46:301d"], set: { powerOffFirst: true }, reason: "KOBIL IDToken answers power on only after power off", verified: false },
  { devices: ["08e6:34d2"], set: { minTimeoutMs: 300_000 }, reason: "waits for the person at its own display", verified: false },
  {
    devices: ["08e6:3437", "08e6:3438", "413c:2101"],
    firmware: [0x0200],
    set: {},
    reason: "sends an empty packet before an answer on USB 3 ports; empty packets are passed over for every reader",
    verified: false,
  },
  {
    devices: ["0b97:7762", "0b97:7772"],
    set: {},
    reason: "O2 Micro OZ776 parts an answer of full packets into two transfers; every reader's transfers are joined by dwLength",
    verified: false,
  },
  {
    devices: ["08e6:4433", "046a:0005"],
    set: { isoModeEscape: "1F01" },
    reason: "GemPC and Cherry XX33 stand in EMV mode and refuse cards that EMV does not know (bError BB)",
    verified: false,
  },
  { devices: ["413c:2100", "413c:2101"], set: { settleMs: 250 }, reason: "the Dell keyboards are deaf for a moment after opening", verified: false },
  { devices: ["08e6:3478"], set: { modifyMessages: 3 }, reason: "Gemalto's keypads change a PIN only with three messages", verified: false },
  {
    devices: ["046a:00a1"],
    set: {},
    reason: "firmware 1.00 takes bNumberMessage 0 for none at all and wants FF; one message is always asked for here",
    verified: false,
  },
  {
    devices: ["08e6:3437", "08e6:3438"],
    set: {},
    reason: "GemPC Twin can be put into APDU mode by the escape 1F02; it works in TPDU mode as it comes",
    verified: false,
    unhandled: true,
  },
  {
    devices: ["0982:0008", "08e6:3478"],
    set: {},
    reason: "the words on the reader's display can be loaded by the escape B2A0, in Latin letters only",
    verified: false,
    unhandled: true,
  },
  {
    devices: ["08e6:3480"],
    below: 0x0200,
    set: {},
    reason: "GemCore SIM Pro says that a card is always there, and its second slot fails above 125 kbps",
    verified: false,
    unhandled: true,
  },
  {
    devices: ["076b:5422", "2ce3:9567", "2ce3:9573", "072f:226b", "072f:221a", "072f:223b", "072f:2259", "072f:2303", "072f:2301", "08e6:5503", "08e6:5504", "096e:060d"],
    set: {},
    reason: "two or more CCID interfaces in one device: the first is used, the others (contactless, SAM) are not",
    verified: false,
    unhandled: true,
  },
];

/** Firmware too broken to be used at all: refused by libccid below the version given. */
export const bogusFirmware: readonly { readonly device: string; readonly below: number }[] = [
  { device: "04e6:e001", below: 0x0516 },
  { device: "04e6:5111", below: 0x0620 },
  { device: "04e6:e003", below: 0x0510 },
  { device: "0d46:3001", below: 0x0037 },
  { device: "0d46:3002", below: 0x0037 },
  { device: "09c3:0008", below: 0x0203 },
  { device: "0dc3:1004", below: 0x0502 },
  { device: "0dc3:1102", below: 0x0607 },
  { device: "058f:9520", below: 0x0102 },
  { device: "072f:2200", below: 0x0206 },
  { device: "08c3:0401", below: 0x5000 },
  { device: "08c3:0402", below: 0x5000 },
  { device: "0b0c:0050", below: 0x0101 },
  { device: "0dc3:0900", below: 0x0200 },
  { device: "03f0:0036", below: 0x0124 },
  { device: "062d:0001", below: 0x0102 },
  { device: "04e6:5291", below: 0x0112 },
];

interface Ids {
  readonly vendorId: number;
  readonly productId: number;
  readonly bcdDevice: number;
}

/** All quirks of a device and its firmware, later rows over earlier ones. */
export function quirksFor(ids: Ids): Quirks {
  const device = usbIdOf(ids);
  const rows = quirkTable.filter(
    (row) =>
      row.devices.includes(device) &&
      (row.below === undefined || ids.bcdDevice < row.below) &&
      (row.firmware === undefined || row.firmware.includes(ids.bcdDevice)),
  );
  return rows.reduce<Quirks>((quirks, row) => ({ ...quirks, ...row.set }), ordinary);
}

export function hasBogusFirmware(ids: Ids): boolean {
  const device = usbIdOf(ids);
  return bogusFirmware.some((row) => row.device === device && ids.bcdDevice < row.below);
}

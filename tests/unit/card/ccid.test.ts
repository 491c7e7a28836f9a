import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../src/card/bytes.ts";
import { announcedLength, Command, decodeResponse, encodeCommand } from "../../../src/card/ccid/message.ts";
import { bogusFirmware, hasBogusFirmware, ordinary, quirksFor, quirkTable } from "../../../src/card/ccid/quirks.ts";
import { secureData } from "../../../src/card/ccid/securePin.ts";
import { slotError } from "../../../src/card/ccid/slotError.ts";
import { decodeSlotChange } from "../../../src/card/ccid/slotWatch.ts";
import { pinVerifyStructure } from "../../../src/card/eid/pinPad.ts";
import { PinFlag, type PinObject } from "../../../src/card/pkcs15/objects.ts";
import { findCcidInterface } from "../../../src/card/usb/ccidInterface.ts";
import { usbError } from "../../../src/card/webusb/usbError.ts";
import { configurationDescriptor } from "../../virtual/reader/descriptors.ts";
import { featuresOf } from "../../virtual/reader/profile.ts";
import { readerProfiles } from "../login/world.ts";
import { codeOf } from "./typed.ts";

const usable = readerProfiles.filter((profile) => profile.endpoints >= 2);

describe("descriptors, CCID 1.1 §5.1", () => {
  it.each([false, true])("of all 773 readers say what the table says (class descriptor last: %s)", (classDescriptorLast) => {
    for (const profile of readerProfiles) {
      const bytes = configurationDescriptor(profile, { classDescriptorLast });
      if (profile.endpoints < 2) {
        expect(codeOf(() => findCcidInterface(bytes))).toBe("READER_UNSUPPORTED");
        continue;
      }
      const found = findCcidInterface(bytes);
      expect(found, profile.name).toMatchObject({
        interfaceNumber: profile.interface,
        interfaceClass: profile.class,
        descriptor: {
          bMaxSlotIndex: profile.maxSlot,
          bVoltageSupport: profile.voltage,
          dwProtocols: profile.protocols,
          dwDefaultClock: profile.clock,
          dwMaxDataRate: profile.maxRate,
          dwMaxIFSD: profile.ifsd,
          dwFeatures: featuresOf(profile),
          dwMaxCCIDMessageLength: profile.message,
          bPINSupport: profile.pin,
          bMaxCCIDBusySlots: profile.busy,
        },
      });
      expect(found?.endpoints.interruptIn === null).toBe(profile.endpoints !== 3);
    }
    expect(usable.length).toBeGreaterThan(700);
  });

  it("a device without a CCID interface is none; one with a broken class descriptor says so", () => {
    expect(findCcidInterface(fromHex("090212000101008032090400000003000000"))).toBeNull();
    const [profile] = usable;
    if (!profile) throw new Error("no reader");
    const bytes = configurationDescriptor({ ...profile, class: 0x0b, interface: 0 });
    const at = bytes.findIndex((byte, i) => byte === 54 && (bytes[i + 1] === 0x21 || bytes[i + 1] === 0xff));
    const broken = Uint8Array.of(...bytes.slice(0, at), ...bytes.slice(at + 54));
    expect(codeOf(() => findCcidInterface(broken))).toBe("READER_PROTOCOL");
    expect(codeOf(() => findCcidInterface(bytes.slice(0, at + 20)))).toBe("READER_PROTOCOL");
  });
});

describe("messages, CCID 1.1 §6", () => {
  it("PC_to_RDR_XfrBlock", () => {
    expect(toHex(encodeCommand({ type: Command.xfrBlock, slot: 1, sequence: 0x2a, specific: [0, 0, 0], data: fromHex("00A40000") }))).toBe("6F04000000012A00000000A40000");
  });

  it("RDR_to_PC_DataBlock, and what is none", () => {
    expect(decodeResponse(fromHex("8002000000012A0000009000"))).toEqual({ type: 0x80, slot: 1, sequence: 0x2a, icc: 0, command: 0, error: 0, specific: 0, data: fromHex("9000") });
    expect(decodeResponse(fromHex("8000000000002A42FE00"))).toMatchObject({ icc: 2, command: 1, error: 0xfe });
    expect(decodeResponse(fromHex("8003000000012A0000009000"))).toBeNull();
    expect(decodeResponse(fromHex("80020000"))).toBeNull();
    expect(announcedLength(fromHex("8002010000012A000000"))).toBe(268);
    expect(announcedLength(fromHex("8002"))).toBeNull();
  });

  it("RDR_to_PC_NotifySlotChange: two bits a slot", () => {
    expect(decodeSlotChange(fromHex("5003"), 1)).toEqual([{ present: true, changed: true }]);
    expect(decodeSlotChange(fromHex("500D02"), 5)).toEqual([
      { present: true, changed: false },
      { present: true, changed: true },
      { present: false, changed: false },
      { present: false, changed: false },
      { present: false, changed: true },
    ]);
    expect(decodeSlotChange(fromHex("50"), 1)).toBeNull();
    expect(decodeSlotChange(fromHex("5103"), 1)).toBeNull();
  });

  it("failed commands are told by cause, and an absent card before all", () => {
    const response = (error: number, icc = 0) => ({ type: 0x80, slot: 0, sequence: 0, icc, command: 1, error, specific: 0, data: new Uint8Array(0) });
    expect(slotError(response(0xfe)).code).toBe("CARD_MUTE");
    expect(slotError(response(0xfe, 2)).code).toBe("CARD_REMOVED");
    expect(slotError(response(0xfb)).code).toBe("READER_FAILED");
    expect(slotError(response(0xef)).code).toBe("PIN_CANCELLED");
    expect(slotError(response(0xf0)).code).toBe("PIN_TIMEOUT");
    expect(slotError(response(0x07)).code).toBe("READER_PROTOCOL");
    expect(slotError(response(0x93)).code).toBe("READER_FAILED");
  });
});

const pin = (more: Partial<PinObject> = {}): PinObject => ({
  id: fromHex("06"), authId: null, label: "User PIN", flags: new Set([PinFlag.initialized]), type: 1, minLength: 4, storedLength: 4, maxLength: 4, reference: 0x86, padChar: null, path: null, userConsent: false, ...more,
});

describe("PIN entry on the reader, CCID 1.1 §6.1.11", () => {
  it("a PIN of free length: the reader writes Lc", () => {
    const data = secureData(pinVerifyStructure(pin()), "verify", new Uint8Array(3), ordinary);
    // bPINOperation, bTimeOut, bmFormatString, bmPINBlockString, bmPINLengthFormat, wPINMaxExtraDigit, bEntryValidation-
    // Condition, bNumberMessage, wLangId, bMsgIndex, bTeoPrologue, APDU
    expect(toHex(data)).toBe("003C8200000404020109040000000000200086");
  });

  it("a padded PIN: the block is there and full of padding", () => {
    const padded = pin({ flags: new Set([PinFlag.needsPadding]), storedLength: 8, maxLength: 8, padChar: 0xff });
    const data = secureData(pinVerifyStructure(padded), "verify", fromHex("000010"), ordinary);
    expect(toHex(data)).toBe("003C820800080402010904000000100020008608FFFFFFFFFFFFFFFF");
  });

  it("a validation condition outside 1 to 7, on which some readers crash, becomes “when the key is pressed”", () => {
    for (const condition of [0, 8, 0xff]) {
      const structure = pinVerifyStructure(pin());
      structure[7] = condition;
      expect(secureData(structure, "verify", new Uint8Array(3), ordinary)[7]).toBe(2);
    }
  });

  it("a reader that shows no messages is asked for none", () => {
    const data = secureData(pinVerifyStructure(pin()), "verify", new Uint8Array(3), { ...ordinary, verifyMessages: 0 });
    expect(data[8]).toBe(0);
  });
});

describe("a PIN changed on the reader, CCID 1.1 §6.1.12", () => {
  // PIN_MODIFY_STRUCTURE with as many messages as said: old and new PIN of four digits behind one another.
  const structure = (messages: number) => fromHex(`3C3C820400000404040402${messages.toString(16).padStart(2, "0")}09040102030000000D00000000240086080000000000000000`);
  const data = (messages: number, quirks: Partial<typeof ordinary> = {}) => toHex(secureData(structure(messages), "modify", new Uint8Array(3), { ...ordinary, ...quirks }));

  it("has as many message indexes as its number of messages asks for", () => {
    expect(data(0)).toBe("013C8204000004040404020009040100000000240086080000000000000000");
    expect(data(1)).toBe("013C820400000404040402010904010200000000240086080000000000000000");
    expect(data(3)).toBe("013C82040000040404040203090401020300000000240086080000000000000000");
  });

  it("SPR532 gets three indexes of zero and the number 0; Dell's keyboard the digits the other way round", () => {
    const { modifyMessages } = quirksFor({ vendorId: 0x04e6, productId: 0xe003, bcdDevice: 0x600 });
    expect(data(1, { modifyMessages })).toBe("013C82040000040404040200090400000000000000240086080000000000000000");
    const swapped = secureData(pinVerifyStructure(pin({ minLength: 4, maxLength: 6 })), "verify", new Uint8Array(3), quirksFor({ vendorId: 0x413c, productId: 0x2100, bcdDevice: 1 }));
    expect(toHex(swapped.subarray(5, 7))).toBe("0406");
  });

  it("what helps when a PIN is changed leaves its verification alone", () => {
    for (const [vendorId, productId] of [[0x04e6, 0xe003], [0x046a, 0x003e], [0x046a, 0x0010]] as const) {
      const quirks = quirksFor({ vendorId, productId, bcdDevice: 0x600 });
      expect(toHex(secureData(pinVerifyStructure(pin()), "verify", new Uint8Array(3), quirks))).toBe("003C8200000404020109040000000000200086");
    }
  });
});

describe("quirks", () => {
  it("each row names devices and a reason", () => {
    for (const row of quirkTable) {
      expect(row.devices.length).toBeGreaterThan(0);
      for (const device of row.devices) expect(device).toMatch(/^[0-9a-f]{4}:[0-9a-f]{4}$/);
      expect(row.reason.length).toBeGreaterThan(10);
      if (row.unhandled) expect(row.set).toEqual({});
    }
  });

  it("apply to their device and firmware only", () => {
    for (const row of quirkTable) {
      const device = row.devices[0] ?? "";
      const ids = { vendorId: Number.parseInt(device.slice(0, 4), 16), productId: Number.parseInt(device.slice(5), 16) };
      const bcdDevice = row.firmware?.[0] ?? (row.below === undefined ? 0x0500 : row.below - 1);
      expect(quirksFor({ ...ids, bcdDevice })).toMatchObject(row.set);
    }
    expect(quirksFor({ vendorId: 0x1234, productId: 0x5678, bcdDevice: 0x100 })).toEqual(ordinary);
    for (const { device, below } of bogusFirmware) {
      const ids = { vendorId: Number.parseInt(device.slice(0, 4), 16), productId: Number.parseInt(device.slice(5), 16) };
      expect(hasBogusFirmware({ ...ids, bcdDevice: below - 1 })).toBe(true);
      expect(hasBogusFirmware({ ...ids, bcdDevice: below })).toBe(false);
    }
  });
});

describe("what WebUSB's exceptions mean", () => {
  it.each([
    ["claim", "SecurityError", "READER_PROTECTED"],
    ["claim", "NetworkError", "READER_HELD"],
    ["open", "SecurityError", "READER_DENIED"],
    ["open", "NetworkError", "READER_DENIED"],
    ["transfer", "NetworkError", "READER_GONE"],
    ["transfer", "NotFoundError", "READER_GONE"],
    ["transfer", "AbortError", "CANCELLED"],
    ["transfer", "InvalidStateError", "READER_GONE"],
    ["transfer", "DataError", "INTERNAL"],
  ] as const)("%s: %s is %s", (step, name, code) => expect(usbError(step, new DOMException("words that may change", name)).code).toBe(code));
});

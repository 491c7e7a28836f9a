// Whatever bytes come from a card or a reader: an answer or the typed error, in time, and only from the bytes that are there.
import fc from "fast-check";
import { beforeAll, describe, it } from "vitest";
import { announcedLength, decodeResponse as decodeCcid } from "../../../src/card/ccid/message.ts";
import { decodeSlotChange } from "../../../src/card/ccid/slotWatch.ts";
import { parseCounter } from "../../../src/card/eid/pinCounter.ts";
import { findLayout } from "../../../src/card/eid/layout.ts";
import { toRawEcdsa } from "../../../src/card/eid/signer.ts";
import { decodeApdu, decodeResponse } from "../../../src/card/iso7816/apdu.ts";
import { bits, integer, oid, text, time } from "../../../src/card/iso7816/der.ts";
import { readAll, readFile, readTlv } from "../../../src/card/iso7816/tlv.ts";
import { parseAtr } from "../../../src/card/iso7816part3/atr.ts";
import { checkPps, planNegotiation } from "../../../src/card/iso7816part3/negotiation.ts";
import { decodeBlock } from "../../../src/card/iso7816part3/t1Block.ts";
import { readDir, readObjectDirectory, readTokenInfo } from "../../../src/card/pkcs15/directory.ts";
import { readCertificates, readPins, readPrivateKeys } from "../../../src/card/pkcs15/objects.ts";
import { readPath } from "../../../src/card/pkcs15/path.ts";
import { findCcidInterface, parseCcidDescriptor } from "../../../src/card/usb/ccidInterface.ts";
import { interfaces, walk } from "../../../src/card/usb/descriptors.ts";
import { parseCertificate } from "../../../src/card/x509/certificate.ts";
import { readName } from "../../../src/card/x509/name.ts";
import { configurationDescriptor } from "../../virtual/reader/descriptors.ts";
import { image, readerProfiles, World } from "../login/world.ts";
import { typed } from "./typed.ts";

const reader = { protocols: 3, features: 0x10030, defaultClockKHz: 4000, maxDataRateBps: 344_086, dataRatesBps: [], maxIfsd: 254, exchangeLevel: "tpdu" } as const;

const decoders: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  atr: (bytes) => planNegotiation(parseAtr(bytes), reader),
  pps: (bytes) => checkPps(Uint8Array.of(0xff, 0x11, 0x18, 0xf6), bytes),
  "T=1 block, LRC": (bytes) => decodeBlock(bytes, 0, "lrc"),
  "T=1 block, CRC": (bytes) => decodeBlock(bytes, 0, "crc"),
  "CCID message": (bytes) => [decodeCcid(bytes), announcedLength(bytes)],
  "slot change": (bytes) => decodeSlotChange(bytes, 4),
  "USB descriptors": (bytes) => [walk(bytes), interfaces(bytes)],
  "CCID interface": (bytes) => findCcidInterface(bytes),
  "CCID class descriptor": (bytes) => parseCcidDescriptor(bytes),
  "command APDU": (bytes) => decodeApdu(bytes),
  "response APDU": (bytes) => decodeResponse(bytes),
  TLV: (bytes) => [readTlv(bytes), readAll(bytes), readFile(bytes)],
  integer: (bytes) => integer(bytes),
  bits: (bytes) => bits(bytes),
  oid: (bytes) => oid(bytes),
  text: (bytes) => text(bytes[0] ?? 0, bytes.subarray(1)),
  time: (bytes) => time(bytes[0] ?? 0, bytes.subarray(1)),
  path: (bytes) => readPath(bytes),
  "EF.DIR": (bytes) => readDir(bytes),
  "EF.ODF": (bytes) => readObjectDirectory(bytes),
  "EF.TokenInfo": (bytes) => readTokenInfo(bytes),
  AODF: (bytes) => readPins(bytes),
  CDF: (bytes) => readCertificates(bytes),
  PrKDF: (bytes) => readPrivateKeys(bytes),
  layout: (bytes) => findLayout({ pins: bytes.slice(), certificates: bytes.slice(), privateKeys: bytes.slice() }),
  name: (bytes) => readName(bytes),
  certificate: (bytes) => parseCertificate(bytes),
  counter: (bytes) => parseCounter(bytes, { list: 0x62 }),
  "ECDSA signature": (bytes) => toRawEcdsa(bytes, 384),
};

/** A window into larger memory: a decoder that looks beyond its bytes sees what is not there, and a view must not either. */
function inTheMiddle(bytes: Uint8Array): Uint8Array {
  const memory = new Uint8Array(bytes.length + 64).fill(0x30);
  memory.set(bytes, 32);
  return memory.subarray(32, 32 + bytes.length);
}

/** The same bytes alone and amid others give the same. */
function check(name: string, bytes: Uint8Array): void {
  const decode = decoders[name];
  if (!decode) throw new Error(name);
  const show = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? Buffer.from(part).toString("hex") : part instanceof Set ? [...part] : part));
  const alone = show(typed(() => decode(bytes.slice())));
  const amid = show(typed(() => decode(inTheMiddle(bytes))));
  if (alone !== amid) throw new Error(`${name} looks beyond its bytes: ${alone} alone, ${amid} amid others`);
}

describe("arbitrary bytes", () => {
  it.each(Object.keys(decoders))("%s", (name) => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => check(name, bytes)), { numRuns: 1_500 });
  });
});

describe("true bytes with something wrong in them", () => {
  const samples: Record<string, readonly Uint8Array[]> = {};
  beforeAll(async () => {
    const made = await image();
    const der = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));
    const files = new Map<string, Uint8Array[]>();
    const world = await World.make();
    await world.login();
    const read = world.card.log.filter(({ ins, sw }) => ins === 0xb0 && sw !== 0x6a82).map(({ response }) => new Uint8Array(Buffer.from(response.slice(0, -4), "hex")));
    await world.close();
    for (const name of ["EF.ODF", "EF.TokenInfo", "AODF", "CDF", "PrKDF", "layout", "TLV", "EF.DIR"]) files.set(name, read);
    Object.assign(samples, Object.fromEntries(files), {
      certificate: [der(made.certificates.authentication), der(made.certificates.signingCa)],
      atr: ["3BFD1800008131FE4580318153474531738421C081072E", "3BDC96FF8111FE47656F72676961454944763184"].map((hex) => new Uint8Array(Buffer.from(hex, "hex"))),
      "CCID interface": readerProfiles.filter((_, i) => i % 60 === 0).map((profile) => configurationDescriptor(profile)),
      "USB descriptors": readerProfiles.filter((_, i) => i % 90 === 0).map((profile) => configurationDescriptor(profile)),
      "T=1 block, LRC": [Uint8Array.of(0, 0, 2, 0x90, 0, 0x92), Uint8Array.of(0, 0xc3, 1, 2, 0xc0)],
      "CCID message": [Uint8Array.of(0x80, 2, 0, 0, 0, 0, 7, 0, 0, 0, 0x90, 0)],
      counter: [new Uint8Array(Buffer.from("7017BF80061362119A01039B01039C02FFFF9D02FFFF990100", "hex"))],
    });
  });

  it.each(["EF.ODF", "EF.TokenInfo", "AODF", "CDF", "PrKDF", "layout", "TLV", "EF.DIR", "certificate", "atr", "CCID interface", "USB descriptors", "T=1 block, LRC", "CCID message", "counter"])("%s", (name) => {
    const given = samples[name] ?? [];
    if (given.length === 0) throw new Error(`no sample of ${name}`);
    const changed = fc.record({
      sample: fc.nat({ max: given.length - 1 }),
      changes: fc.array(fc.record({ at: fc.nat({ max: 2_000 }), byte: fc.integer({ min: 0, max: 255 }) }), { maxLength: 4 }),
      cut: fc.option(fc.nat({ max: 2_000 })),
    });
    fc.assert(
      fc.property(changed, ({ sample, changes, cut }) => {
        const bytes = (given[sample] ?? new Uint8Array()).slice();
        for (const { at, byte } of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        check(name, cut === null ? bytes : bytes.slice(0, cut % (bytes.length + 1)));
      }),
      { numRuns: 1_500 },
    );
  });
});

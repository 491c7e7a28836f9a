// The whole login over every reader interface of the public table. Class 0x0B is made 0xFF for it (the browser would
// refuse to claim it: that is the last test), everything else is as the device describes itself.
import { describe, expect, it } from "vitest";
import { hasBogusFirmware } from "../../../src/card/ccid/quirks.ts";
import { bcdOf } from "../../virtual/reader/descriptors.ts";
import type { ReaderProfile } from "../../virtual/reader/profile.ts";
import { VirtualReader } from "../../virtual/reader/reader.ts";
import { origin, challengeNonce, readerProfiles, World } from "./world.ts";
import { sha, verifySignature } from "../../../src/card/service/crypto.ts";
import { concat } from "../../../src/card/bytes.ts";
import { parseCertificate } from "../../../src/card/x509/certificate.ts";

/** A T=0 card of the same kind: no TD1, so no other protocol. TS, T0 and eight historical bytes. */
const t0Atr = "3B087465737420543030";

function expected(profile: ReaderProfile): "login" | "READER_UNSUPPORTED" {
  const ids = { vendorId: Number.parseInt(profile.vid, 16), productId: Number.parseInt(profile.pid, 16), bcdDevice: bcdOf(profile.bcd) };
  // Tokens that speak over control transfers, a descriptor that names no protocol, and firmware known to be broken.
  if (profile.endpoints < 2 || (profile.protocols & 3) === 0 || hasBogusFirmware(ids)) return "READER_UNSUPPORTED";
  return "login";
}

async function outcome(profile: ReaderProfile): Promise<string> {
  const onlyT0 = (profile.protocols & 2) === 0;
  const world = await World.make({
    profile: { ...profile, class: 0xff },
    ...(onlyT0 ? { behaviour: { atrHex: t0Atr, t0: true, extendedApdus: false } } : {}),
    reader: { descriptor: { classDescriptorLast: profile.descriptorType === 0xff } },
  });
  try {
    const state = await world.ready();
    if (state.refusal) return state.refusal;
    const { certificateDer, algorithm, signature } = await world.login();
    const utf8 = new TextEncoder();
    const value = concat(await sha(256, utf8.encode(origin)), await sha(256, utf8.encode(challengeNonce)));
    const { spkiDer } = parseCertificate(certificateDer).publicKey;
    return (await verifySignature(spkiDer, algorithm, value, signature)) ? "login" : "a wrong signature";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await world.close();
  }
}

describe("login over every reader of the table", () => {
  it("knows all 773 of them", () => {
    expect(readerProfiles).toHaveLength(773);
    expect(readerProfiles.filter((profile) => profile.class === 0xff)).toHaveLength(26);
  });

  for (let start = 0; start < 773; start += 100) {
    it(`readers ${start} to ${Math.min(start + 99, 772)}`, async () => {
      const wrong: string[] = [];
      for (const profile of readerProfiles.slice(start, start + 100)) {
        const got = await outcome(profile);
        if (got !== expected(profile)) wrong.push(`${profile.vid}:${profile.pid} ${profile.name}: ${got}, not ${expected(profile)}`);
      }
      expect(wrong).toEqual([]);
    }, 120_000);
  }

  it("is refused by name where the browser protects the class", async () => {
    const standard = readerProfiles.find((profile) => profile.class === 0x0b && profile.endpoints === 3);
    if (!standard) throw new Error("no standard reader in the table");
    const world = await World.make({ profile: standard });
    const state = await world.until((one) => one.refusal !== null);
    expect(state.refusal).toBe("READER_PROTECTED");
    expect(state.name).toBe(standard.name);
    const { readers } = await world.service.diagnose();
    expect(readers[0]).toMatchObject({ interfaceClass: 0x0b, refusal: "READER_PROTECTED" });
    expect(readers[0]?.descriptorHex).toMatch(/^0902/);
    await world.close();
  });
});

describe("a reader that can't be had", () => {
  const model = readerProfiles.find((profile) => profile.vid === "04e6" && profile.pid === "5111");

  it.each([
    ["denied", "READER_DENIED"],
    ["heldElsewhere", "READER_HELD"],
  ] as const)("%s: is listed with its name and %s, and works once that is over", async (why, code) => {
    if (!model) throw new Error("no such reader in the table");
    const world = await World.make();
    const device = world.usb.plug(new VirtualReader({ profile: { ...model, bcd: "50.00" }, cards: [world.card] }), false);
    device[why] = true;
    await world.service.refresh();
    const refused = await world.until((state) => state.refusal === code, 1);
    expect(refused.name).toContain("SCR 331-DI");
    device[why] = false;
    await world.service.refresh();
    const usable = await world.until((state) => state.refusal === null && state.card === "present", 1);
    expect(usable.name).toContain("SCR 331-DI");
    await world.close();
  });
});

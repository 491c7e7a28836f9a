import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { DistantFile } from "../../../src/codec/distantFile.ts";
import { checksumBlob, hashBlob } from "../../../src/signing/hash/streamHash.ts";
import { serviceAddresses } from "../../../src/signing/revocation/addresses.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";
import { trustUrls } from "../../virtual/signing/trustServices.ts";

const atOnce = 16 * 1024 * 1024;
/** A Blob in parts of a megabyte, as a browser gives a file. */
const blobOf = (bytes: Uint8Array<ArrayBuffer>): Blob => new Blob(Array.from({ length: Math.ceil(bytes.length / 1_000_000) }, (_, i) => bytes.slice(i * 1_000_000, (i + 1) * 1_000_000)));
const random = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length));

/** A file that was cut off or became unreadable after it was chosen. */
function broken(size: number, given: number, fails: boolean): Blob {
  const arrayBuffer = (): Promise<ArrayBuffer> => (fails ? Promise.reject(new DOMException("changed", "NotReadableError")) : Promise.resolve(new ArrayBuffer(given)));
  const slice = (from: number, to: number): Blob => broken(to - from, Math.max(0, Math.min(given, to) - from), fails);
  const stream = (): ReadableStream => {
    const whole = new Blob([new Uint8Array(given)]).stream();
    return fails ? new ReadableStream({ type: "bytes", pull: (controller) => controller.error(new DOMException("changed", "NotReadableError")) }) : whole;
  };
  return Object.defineProperties(new Blob([]), { size: { value: size }, slice: { value: slice }, arrayBuffer: { value: arrayBuffer }, stream: { value: stream } });
}

describe("a file's hash", () => {
  it.each([0, 1, 999_999, atOnce, atOnce + 1])("of %i bytes, by either path", async (length) => {
    const bytes = random(length);
    for (const bits of [256, 384, 512] as const) {
      const told: number[] = [];
      const { digest, size } = await hashBlob(blobOf(bytes), { bits, progress: (done) => told.push(done) });
      expect(Buffer.from(digest).toString("hex")).toBe(createHash(`sha${bits}`).update(bytes).digest("hex"));
      expect(size).toBe(length);
      expect(told.at(-1)).toBe(length);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
    }
    expect(await checksumBlob(blobOf(bytes))).toBe(crc32(bytes));
  });

  it.each([1000, atOnce + 5])("a file of %i bytes that became shorter, or can't be read any more, has none", async (size) => {
    for (const fails of [true, false]) await expect(hashBlob(broken(size, 500, fails), { bits: 256 })).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  });

  it.each([0, 5_000_000, atOnce + 3_000_001])("of a file of %i bytes that lies elsewhere", async (length) => {
    const bytes = random(length);
    const file = new DistantFile("a.bin", "", (from, to) => Promise.resolve(bytes.slice(from, to)), length);
    const { digest, size } = await hashBlob(file, { bits: 256 });
    expect([Buffer.from(digest).toString("hex"), size]).toEqual([createHash("sha256").update(bytes).digest("hex"), length]);
    expect(await checksumBlob(file)).toBe(crc32(bytes));
    const cut = new DistantFile("a.bin", "", (from, to) => Promise.resolve(bytes.slice(from, Math.min(to, 4_000_000))), length);
    if (length > 0) await expect(hashBlob(cut, { bits: 256 })).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  });

  it("can be stopped on the way", async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const hashing = hashBlob(blobOf(random(atOnce + 8_000_000)), {
      bits: 256,
      signal: stop.signal,
      progress: (done) => {
        told.push(done);
        stop.abort();
      },
    });
    await expect(hashing).rejects.toMatchObject({ code: "CANCELLED" });
    expect(told).toHaveLength(1);
  });
});

describe("whom to ask about certificates", () => {
  it("every address once, of all certificates; none where none is named or nothing can be read", async () => {
    const { certificateDer, chainDer } = await keySigner({ certificate: { ocspUrl: trustUrls.ocsp, crlUrl: trustUrls.crl, issuerUrl: trustUrls.issuer } });
    expect(serviceAddresses([certificateDer, certificateDer, ...chainDer])).toEqual([trustUrls.ocsp, trustUrls.crl, trustUrls.issuer]);
    expect(serviceAddresses([(await keySigner()).certificateDer, Uint8Array.of(1, 2)])).toEqual([]);
  });
});

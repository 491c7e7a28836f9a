// A file whose bytes lie elsewhere reads as a Blob of the same bytes does, here and behind a port, to signatures as well.
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { borrow, DistantFile, joinBlobs, lend } from "../../../src/codec/distantFile.ts";
import { noNetwork } from "../../../src/signing/port.ts";
import { signAsic } from "../../../src/signing/sign/signAsic.ts";
import { SigningService } from "../../../src/signing/service.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";

const longest = 4 << 20;
const reads: number[] = [];

function distant(blob: Blob, name = "a"): DistantFile {
  return new DistantFile(
    name,
    "text/plain",
    async (from, to) => {
      reads.push(to - from);
      return new Uint8Array(await blob.slice(from, to).arrayBuffer());
    },
    blob.size,
  );
}

const ports: MessagePort[] = [];
function overPort(blob: Blob): DistantFile {
  const lent = lend(blob);
  ports.push(lent.port);
  return borrow(lent, "lent");
}
afterAll(() => {
  for (const port of ports) port.close();
});

const bytesOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer());
async function streamed(blob: Blob): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of blob.stream()) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("a distant file", () => {
  const content = fc.uint8Array({ maxLength: 300 });
  const place = fc.integer({ min: -320, max: 320 });

  it("and slices of slices of it are what a Blob's are", async () => {
    await fc.assert(
      fc.asyncProperty(content, place, place, place, place, async (bytes, a, b, c, d) => {
        const blob = new Blob([Uint8Array.from(bytes)]);
        for (const file of [distant(blob), overPort(distant(blob))]) {
          expect(file.size).toBe(blob.size);
          expect(await bytesOf(file.slice(a, b).slice(c, d))).toEqual(await bytesOf(blob.slice(a, b).slice(c, d)));
          expect(await streamed(file.slice(a, b))).toEqual(await bytesOf(blob.slice(a, b)));
        }
      }),
    );
  });

  it("joined with others is what a Blob of them is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(content, fc.boolean()), { maxLength: 5 }), place, place, async (parts, a, b) => {
        const blobs = parts.map(([bytes]) => new Blob([Uint8Array.from(bytes)]));
        const joined = joinBlobs(blobs.map((blob, at) => (parts[at]?.[1] ? distant(blob) : blob)));
        const plain = new Blob(blobs);
        expect(joined.size).toBe(plain.size);
        expect(await bytesOf(joined)).toEqual(await bytesOf(plain));
        expect(await bytesOf(joined.slice(a, b))).toEqual(await bytesOf(plain.slice(a, b)));
      }),
    );
  });

  it("is asked for by pieces of 4 MiB at most, whatever is wanted of it", async () => {
    const blob = new Blob([Uint8Array.from({ length: 2 * longest + 5 }, (_, at) => at * 31)]);
    reads.length = 0;
    expect((await bytesOf(distant(blob))).equals(await bytesOf(blob))).toBe(true);
    expect((await streamed(distant(blob))).equals(await bytesOf(blob))).toBe(true);
    expect((await bytesOf(joinBlobs([distant(blob), new Blob(["end"])]))).length).toBe(blob.size + 3);
    expect(Math.max(...reads)).toBe(longest);
  });

  it("that ends too early, or can't be read any more, fails and gives nothing", async () => {
    const short = new DistantFile("a", "", async (from) => new Uint8Array(from === 0 ? 3 : 0), 10);
    const gone = new DistantFile("a", "", () => Promise.reject(new Error("locked")), 10);
    await expect(short.arrayBuffer()).rejects.toThrow(/ended before/);
    await expect(streamed(short)).rejects.toThrow(/ended before/);
    await expect(joinBlobs([gone]).text()).rejects.toThrow("locked");
    await expect(overPort(gone).text()).rejects.toThrow(/can't be read/);
  });
});

it("a signed container is judged, and looked into, over a port as it is in memory", async () => {
  const signer = await keySigner();
  const large = new Blob([new Uint8Array(5_000_000).map((_, at) => at * 7)]);
  const files = [{ name: "წერილი.txt", mimeType: "text/plain", data: new Blob(["წერილი"]) }, { name: "large.bin", mimeType: "", data: large }];
  const { parts } = await signAsic(files, signer, { level: "B-B", timestampUrl: null, web: noNetwork, at: new Date() });
  const whole = new Blob([...parts]);
  const service = new SigningService();
  const lent = (blob: Blob): { readonly name: string; readonly data: ReturnType<typeof lend> } => {
    const data = lend(distant(blob));
    ports.push(data.port);
    return { name: "c.asice", data };
  };
  const trusted = { content: null, authorities: [(await authorities()).root], now: Date.now() };
  const near = await service.verify({ file: { name: "c.asice", data: whole }, ...trusted }, null);
  expect(near).toMatchObject({ ok: true, value: { verdict: "valid" } });
  expect(await service.verify({ file: lent(whole), ...trusted }, null)).toEqual(near);
  expect(await service.contents(lent(whole))).toMatchObject({ ok: true, value: [{ name: "წერილი.txt", size: 18 }, { name: "large.bin", size: 5_000_000 }] });
  // One byte of the large file changed.
  const bytes = new Uint8Array(await whole.arrayBuffer());
  bytes[3_000_000] = (bytes[3_000_000] ?? 0) ^ 1;
  const changed = await service.verify({ file: lent(new Blob([bytes])), ...trusted }, null);
  expect(changed.ok && changed.value.verdict).not.toBe("valid");
});

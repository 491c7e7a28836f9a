import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { noNetwork } from "../../../src/signing/port.ts";
import { type FileToSign, signAsic } from "../../../src/signing/sign/signAsic.ts";
import { signCms } from "../../../src/signing/sign/signCms.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import { type FileState, fileState, type ReasonCode } from "../../../src/signing/verify/report.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { readZip } from "../../../src/signing/zip/read.ts";
import { writeZip } from "../../../src/signing/zip/write.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { allSigners, keySigner } from "../../virtual/signing/keySigner.ts";

const files: readonly FileToSign[] = [
  { name: "განცხადება.txt", mimeType: "text/plain", data: new Blob(["მოგმართავთ თხოვნით\r\n"]) },
  { name: "სურათი & <2>, 100% 'x' #1?.bin", mimeType: "", data: new Blob([new Uint8Array(5_000_000).map((_, i) => i * 7)]) },
  { name: "empty", mimeType: "application/x-empty", data: new Blob([]) },
];
const options = { level: "B-B", timestampUrl: null, web: noNetwork } as const;
const context = async () => ({ anchors: anchors([(await authorities()).root]), now: Date.now() });

describe.each(allSigners)("$key, $algorithm", ({ key, algorithm }) => {
  it("a container of ours is valid, and everything in it is signed", async () => {
    const signer = await keySigner({ key, algorithm });
    const { parts, level, notices } = await signAsic(files, signer, { ...options, at: new Date() });
    expect({ level, notices }).toEqual({ level: "B-B", notices: [] });
    const report = await verifyFile({ name: "c.asice", data: new Blob([...parts]) }, null, await context());
    expect(report).toMatchObject({ format: "asic-e", verdict: "valid", reasons: [], signatures: [{ verdict: "valid", personalNumber: "99001010101", covers: files.map(({ name }) => name) }] });
    expect(report.files.every(({ state }) => state === "signed")).toBe(true);
  });

  it("a detached signature needs its document, an enveloping one has it", async () => {
    const signer = await keySigner({ key, algorithm });
    const file = new Blob(["განცხადება"]);
    const detached = await signCms(file, "detached", signer, { ...options, at: new Date() });
    const p7s = { name: "a.p7s", data: new Blob([...detached.parts]) };
    expect(await verifyFile(p7s, { name: "a", data: file }, await context())).toMatchObject({ format: "cades-detached", verdict: "valid", files: [{ name: "a", state: "signed" }] });
    expect(await verifyFile(p7s, { name: "a", data: new Blob(["განცხადებ"]) }, await context())).toMatchObject({ verdict: "invalid", files: [{ state: "other" }], signatures: [{ reasons: { 0: { code: "CONTENT_DIFFERS" } } }] });
    expect(await verifyFile(p7s, null, await context())).toMatchObject({ verdict: "unknown", signatures: [{ reasons: { 0: { code: "CONTENT_NEEDED" } } }] });
    const enveloping = await signCms(file, "enveloping", signer, { ...options, at: new Date() });
    expect(await verifyFile({ name: "a.p7m", data: new Blob([...enveloping.parts]) }, null, await context())).toMatchObject({ format: "cades-enveloping", verdict: "valid" });
  });
});

describe("a file that is smuggled into a signed container", () => {
  it.each(["annex.pdf", "annex.pdf/", "meta-inf/annex.pdf", "ANNEX/annex.pdf"])("as %s", async (name) => {
    const { parts } = await signAsic(files, await keySigner(), { ...options, at: new Date() });
    const whole = await Promise.all(
      (await readZip(new Blob([...parts]))).map(async (entry) => {
        const pieces: Uint8Array<ArrayBuffer>[] = [];
        for await (const piece of entry.stream()) pieces.push(piece.slice());
        return { name: entry.name, data: new Blob(pieces), size: entry.size, crc: entry.crc };
      }),
    );
    const annex = Buffer.from("ხელფასი: 0");
    const smuggled = [...whole.slice(0, -1), { name, data: new Blob([annex]), size: annex.length, crc: crc32(annex) }, ...whole.slice(-1)];
    const judged = async (entries: typeof whole): Promise<string> => (await verifyFile({ name: "c.asice", data: new Blob([...writeZip(entries, new Date())]) }, null, await context())).verdict;
    expect([await judged(whole), await judged(smuggled)]).toEqual(["valid", "invalid"]);
  });
});

describe("what is said of the files", () => {
  it("one that was changed is not called signed, the others are", async () => {
    const two = ["ერთი", "ორი"].map((word): FileToSign => ({ name: `${word}.txt`, mimeType: "text/plain", data: new Blob([word]) }));
    const whole = Buffer.from(await new Blob([...(await signAsic(two, await keySigner(), { ...options, at: new Date() })).parts]).arrayBuffer());
    // Its content stands behind its name, not packed.
    const changed = new Uint8Array(whole).fill(0x41, whole.indexOf("ორი.txtორი") + Buffer.byteLength("ორი.txt"), whole.indexOf("ორი.txtორი") + Buffer.byteLength("ორი.txtო"));
    const report = await verifyFile({ name: "c.asice", data: new Blob([changed]) }, null, await context());
    expect(report.verdict).toBe("invalid");
    expect(report.files.map(({ name, state }) => [name, state])).toEqual([["ერთი.txt", "signed"], ["ორი.txt", "changed"]]);
  });

  it.each<[FileState, readonly ReasonCode[]]>([
    ["signed", ["ISSUER_NOT_TRUSTED", "TIME_CLAIMED_ONLY"]],
    ["changed", ["LATER_CHANGES"]],
    ["changed", ["SIGNATURE_WRONG", "NOT_EVERYTHING_SIGNED"]],
    ["other", ["CONTENT_DIFFERS"]],
    ["unsigned", ["SIGNATURE_WRONG"]],
    ["unsigned", ["STRUCTURE_BROKEN"]],
  ])("%s: %j", (state, codes) => {
    expect(fileState([{ reasons: codes.map((code) => ({ code })) }], null)).toBe(state);
  });
});

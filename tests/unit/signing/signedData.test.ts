import { describe, expect, it } from "vitest";
import { readDer } from "../../../src/signing/asn1/read.ts";
import { buildSignedData, encodeDetached, encodeEnveloping } from "../../../src/signing/cms/buildSignedData.ts";
import { hashBitsOf } from "../../../src/signing/algorithms.ts";
import { digestBytes } from "../../../src/signing/hash/digest.ts";
import { allSigners, keySigner } from "../../virtual/signing/keySigner.ts";

const content = new TextEncoder().encode("განცხადება");

describe.each(allSigners)("SignedData by $key, $algorithm", ({ key, algorithm }) => {
  it("is signed, and DER to the last byte in both forms", async () => {
    const signer = await keySigner({ key, algorithm });
    const contentDigest = await digestBytes(hashBitsOf(algorithm), content);
    const parts = await buildSignedData({ signer, contentDigest, signingTime: new Date("2026-11-24T08:00:00Z") });
    const detached = encodeDetached(parts);
    expect(readDer(detached).raw).toEqual(detached);
    const { before, after } = encodeEnveloping(parts, content.length);
    const whole = new Uint8Array([...before, ...content, ...after]);
    expect(readDer(whole).raw).toEqual(whole);
  });

  it("a signature that does not fit is never written", async () => {
    const signer = await keySigner({ key, algorithm });
    const contentDigest = await digestBytes(hashBitsOf(algorithm), content);
    const bad = { ...signer, sign: async (digest: Uint8Array<ArrayBuffer>) => (await signer.sign(digest)).map((byte, i) => (i === 9 ? byte ^ 1 : byte)) };
    await expect(buildSignedData({ signer: bad, contentDigest, signingTime: null })).rejects.toMatchObject({ code: "SIGNATURE_MISMATCH" });
  });
});

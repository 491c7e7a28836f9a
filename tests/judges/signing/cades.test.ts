// openssl judges the CAdES signatures we make; what openssl signs, ours verifies.
import { createPrivateKey, type JsonWebKey as NodeJsonWebKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashBitsOf } from "../../../src/signing/algorithms.ts";
import { buildSignedData, encodeDetached, encodeEnveloping } from "../../../src/signing/cms/buildSignedData.ts";
import { digestBytes } from "../../../src/signing/hash/digest.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import { verifyCms } from "../../../src/signing/verify/verifyCms.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { authorities, jwkOf } from "../../virtual/ca/authority.ts";
import { type JudgeRoom, judgeRoom, pem } from "../../virtual/signing/judge.ts";
import { allSigners, keySigner } from "../../virtual/signing/keySigner.ts";

const content = new TextEncoder().encode("განცხადება\r\nსამოქალაქო რეესტრს\n");
let room: JudgeRoom;
beforeAll(async () => {
  room = await judgeRoom();
  const { root } = await authorities();
  await room.write("ca.pem", pem(root));
  await room.write("doc", content);
});
afterAll(() => room.close());

const verify = (file: string, ...more: readonly string[]) =>
  room.openssl("cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", file, ...more, "-CAfile", "ca.pem", "-purpose", "any", "-out", "out");

describe.each(allSigners)("$key, $algorithm", ({ key, algorithm }) => {
  it("openssl verifies both forms, and ours does", async () => {
    const signer = await keySigner({ key, algorithm });
    const contentDigest = await digestBytes(hashBitsOf(algorithm), content);
    const parts = await buildSignedData({ signer, contentDigest, signingTime: new Date() });
    const detached = encodeDetached(parts);
    await room.write("doc.p7s", detached);
    expect((await verify("doc.p7s", "-content", "doc")).stderr).toContain("CAdES Verification successful");
    const { before, after } = encodeEnveloping(parts, content.length);
    const whole = Buffer.concat([before, content, after]);
    await room.write("doc.p7m", whole);
    expect((await verify("doc.p7m")).stderr).toContain("CAdES Verification successful");
    expect(new Uint8Array(await readFile(join(room.dir, "out")))).toEqual(content);
    const context = { anchors: anchors([(await authorities()).root]), now: Date.now() };
    for (const cms of [detached, whole]) {
      const reports = await verifyCms({ cms, content: (bits) => digestBytes(bits, content) }, context);
      expect(reports).toMatchObject([{ verdict: "valid", personalNumber: "99001010101", level: "B-B" }]);
    }
  });

  it("ours verifies what openssl signs", async () => {
    const { certificateDer, chainDer } = await keySigner({ key, algorithm });
    await room.write("signer.pem", pem(certificateDer));
    await room.write("chain.pem", chainDer.map((one) => pem(one)).join(""));
    await room.write("key.pem", createPrivateKey({ key: jwkOf(key) as NodeJsonWebKey, format: "jwk" }).export({ type: "pkcs8", format: "pem" }).toString());
    const pss = algorithm.startsWith("PS") ? ["-keyopt", "rsa_padding_mode:pss", "-keyopt", `rsa_pss_saltlen:${hashBitsOf(algorithm) / 8}`] : [];
    for (const form of [[], ["-nodetach"]]) {
      const { code, stderr } = await room.openssl("cms", "-sign", "-cades", "-binary", "-md", `sha${hashBitsOf(algorithm)}`, "-in", "doc", "-signer", "signer.pem", "-inkey", "key.pem", ...pss, "-certfile", "chain.pem", "-outform", "DER", "-out", "theirs.p7s", ...form);
      expect(`${code} ${stderr}`).toBe("0 ");
      const reports = await verifyCms({ cms: await readFile(join(room.dir, "theirs.p7s")), content: (bits) => digestBytes(bits, content) }, { anchors: anchors([(await authorities()).root]), now: Date.now() });
      expect(reports).toMatchObject([{ verdict: "valid" }]);
    }
    // Written as a stream: BER with open lengths and the content in pieces. With PSS openssl 3.0 can't do that.
    if (algorithm.startsWith("PS")) return;
    const { code, stderr } = await room.openssl("cms", "-sign", "-cades", "-binary", "-stream", "-nodetach", "-md", `sha${hashBitsOf(algorithm)}`, "-in", "doc", "-signer", "signer.pem", "-inkey", "key.pem", "-certfile", "chain.pem", "-outform", "DER", "-out", "ber.p7m");
    expect(`${code} ${stderr}`).toBe("0 ");
    const ber = new Uint8Array(await readFile(join(room.dir, "ber.p7m")));
    expect(ber[1]).toBe(0x80);
    expect(await verifyFile({ name: "ber.p7m", data: new Blob([ber]) }, null, { anchors: anchors([(await authorities()).root]), now: Date.now() })).toMatchObject({ format: "cades-enveloping", verdict: "valid" });
    expect(await verifyFile({ name: "ber.p7m", data: new Blob([ber, Uint8Array.of(0)]) }, null, { anchors: anchors([(await authorities()).root]), now: Date.now() })).toMatchObject({ verdict: "invalid" });
  });
});
